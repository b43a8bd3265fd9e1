"""`akte review next`: a clerk decides case after case with single keys."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from records import cases, documents
from records.cases import Wanted
from service.daemon import Daemon
from service.wiring import actor
from tests.service.scenes import PATIENCE, letter, opened, wait_until


@pytest.fixture
def case(worked_akte) -> str:
    """The case of Kassel: a letter with a name of the register, without birth date."""
    [row] = worked_akte("review", "list", "--authority", "kassel", "--json").rows
    return row["id"]


def answer(worked_akte, *keys: str, authority: str = "kassel"):
    return worked_akte("review", "next", "--authority", authority, answers="".join(f"{k}\n" for k in keys))


def person_of(worked, document_id: str) -> str | None:
    with opened(worked) as site:
        return documents.get(site.catalogue, document_id).person


def test_a_case_says_what_where_why_and_who(worked_akte, case):
    out = answer(worked_akte, "q").out
    assert f"{case[:8]} · 1 von 1" in out
    assert "kassel/2.pdf, S. 1" in out
    assert "Grund: Der Name passt auf 1 Person(en) im Register" in out
    assert "│ Betreff: Testperson, Max" in out
    assert "1  K-0001 Testperson, Max, *1980-05-06" in out
    assert "+ Name stimmt überein: Testperson, Max" in out
    assert "1 zuordnen  p Person  t Art" in out


def test_a_number_assigns_and_goes_on(worked, worked_akte, case):
    result = answer(worked_akte, "1")
    assert result.status == 0
    assert f"{case[:8]} liegt jetzt in der Akte von K-0001." in result.out
    assert result.out.endswith("Das waren alle.\n")
    assert person_of(worked, case) == "K-0001"
    assert answer(worked_akte).out == "Nichts zu klären.\n"


@pytest.mark.parametrize("text", ["K-0001", "Testperson", "max testperson", "06.05.1980"])
def test_p_finds_a_person_by_number_name_or_birth_date(worked, worked_akte, case, text):
    result = answer(worked_akte, "p", text, "1")
    assert "  1  K-0001 Testperson, Max, *1980-05-06" in result.out
    assert person_of(worked, case) == "K-0001"


def test_p_goes_back_when_nobody_is_found_or_chosen(worked, worked_akte, case):
    result = answer(worked_akte, "p", "P-0001", "p", "Testperson", "x", "p", "", "q")
    assert result.status == 0
    assert "Niemand gefunden." in result.out  # a person of another authority
    assert person_of(worked, case) is None


def test_t_corrects_the_type_and_shows_the_case_again(worked, worked_akte, case):
    result = answer(worked_akte, "t", "xyz", "t", "miet", "1", "q")
    assert "Keine solche Art." in result.out
    assert "(wohnraumnachweis)" in result.out
    assert f"{case[:8]} ist jetzt: Mietvertrag" in result.out
    assert result.out.count("Grund:") == 2
    with opened(worked) as site:
        assert documents.get(site.catalogue, case).type == "wohnraumnachweis"


def test_r_rejects_with_a_note_and_does_not_come_back(worked, worked_akte, case):
    result = answer(worked_akte, "r", "", "r", "Seite 2 fehlt")
    assert f"{case[:8]} zurückgewiesen: Seite 2 fehlt" in result.out
    assert result.out.count("Grund:") == 1
    with opened(worked) as site:
        [found] = cases.each_case(site.catalogue, Wanted(authorities=("kassel",)))
    assert found.document.reason.params == {"actor": actor(), "note": "Seite 2 fehlt"}


def test_u_takes_back_the_last_decision_and_shows_that_case_again(worked, worked_akte):
    first, second = (row["id"] for row in worked_akte("review", "list", "--json").rows)
    result = worked_akte("review", "next", answers="u\nr\nspäter\nu\nq\n")
    assert "Es gibt keine Entscheidung von Ihnen" in result.out
    assert f"Zurückgenommen: Ablehnung ({first[:8]}). Es ist wieder in der Klärung." in result.out
    headings = [line.split()[1] for line in result.out.splitlines() if " von 2 " in line]
    assert headings == [first[:8], second[:8], first[:8]]
    assert worked_akte("verify").status == 0


def test_o_names_the_file_and_help_the_keys(worked, worked_akte, case, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    result = answer(worked_akte, "o", "?", "7", "q")
    assert str(worked.review("kassel") / case / "document.pdf") in result.out
    assert "r    nicht zuzuordnen" in result.out
    assert "Diese Taste bedeutet hier nichts." in result.out


@pytest.mark.parametrize(("answers", "shown"), [("s\ns\n", 2), ("\n\n", 2), ("q\n", 1)])
def test_skipping_and_quitting_decide_nothing(worked_akte, answers, shown):
    result = worked_akte("review", "next", answers=answers)
    assert result.status == 0
    assert result.out.count("Grund:") == shown
    assert len(worked_akte("review", "list", "--json").rows) == 2


def test_without_an_answer_it_ends(worked_akte):
    result = worked_akte("review", "next", answers="")
    assert result.status == 130
    assert result.err.endswith("Fehler: Abgebrochen.\n")


def test_a_case_decided_elsewhere_is_said_and_passed_over(worked, worked_akte, case, monkeypatch):
    from service.cli import review_session  # noqa: PLC0415 - its function is replaced below

    ask = review_session.ask_key

    def slow_clerk(prompt: str) -> str:
        key = ask(prompt)
        worked_akte("review", "reject", case, "--note", "von anderer Stelle")
        return key

    monkeypatch.setattr(review_session, "ask_key", slow_clerk)
    # the inner command has taken standard output; what matters is that nothing was assigned
    answer(worked_akte, "1", "q")
    assert person_of(worked, case) is None


def test_a_damaged_case_is_said_and_does_not_end_the_session(worked, worked_akte, case):
    (worked.review("kassel") / case / "reading.json").write_text("{", "utf-8")
    result = answer(worked_akte, "1", "s")
    assert result.status == 0
    assert result.out.count("fehlt oder ist beschädigt; akte verify sagt, was zu tun ist.") == 2
    assert result.out.endswith("Das waren alle.\n")


def test_cases_are_filtered_by_type_and_reason(worked_akte):
    rows = worked_akte("review", "list", "--reason", "not_in_register", "--json").rows
    assert [(row["authority"], row["reason_code"]) for row in rows] == [("wiesbaden", "not_in_register")]
    assert worked_akte("review", "list", "--type", "reisepass", "--json").rows == []
    assert worked_akte("review", "next", "--type", "reisepass").out == "Nichts zu klären.\n"
    result = worked_akte("review", "list", "--reason", "quatsch")
    assert (result.status, "no_birth_date, not_in_register" in result.err) == (2, True)


def test_rejected_cases_come_last(worked_akte):
    first, second = (row["id"] for row in worked_akte("review", "list", "--json").rows)
    worked_akte("review", "reject", first, "--note", "später")
    assert [row["id"] for row in worked_akte("review", "list", "--json").rows] == [second, first]
    [row] = worked_akte("review", "next", "--json").rows
    assert row["id"] == second


def test_a_long_list_is_cut_and_says_so(worked_akte):
    out = worked_akte("review", "list", "--limit", "1").out
    assert out.endswith("… und 1 weitere (--limit)\n")


# -- at a terminal --------------------------------------------------------------------------


def at_terminal(home, keys: list[str]) -> str:
    """What a terminal of 80 columns shows; each key is pressed when the program asks for one."""
    master, slave = pty.openpty()
    environment = {**os.environ, "LC_ALL": "de_DE.UTF-8", "COLUMNS": "80", "TERM": "xterm"}
    command = [sys.executable, "-m", "tests.service.command", "--home", str(home.root), "review", "next"]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        command, cwd=root, env=environment, stdin=slave, stdout=slave, stderr=slave
    ) as process:
        os.close(slave)
        shown = ""
        try:
            for key in keys:
                shown += read_until(master, "q Ende")
                wait_until(lambda: not termios.tcgetattr(master)[3] & termios.ICANON)
                os.write(master, key.encode())
            shown += read_until(master, None)
            assert process.wait(PATIENCE) == 0, shown
        finally:
            process.kill()
            os.close(master)
    return shown


def read_until(terminal: int, awaited: str | None) -> str:
    """What the terminal shows up to the awaited text, or until the program ends."""
    shown = b""
    while awaited is None or awaited.encode() not in shown:
        assert select.select([terminal], [], [], PATIENCE)[0], shown.decode()
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # the other end is closed
            assert awaited is None, shown.decode()
            break
    return shown.decode()


def test_one_key_is_enough_at_a_terminal(worked):
    shown = at_terminal(worked, ["s", "1"])
    assert "liegt jetzt in der Akte von K-0001." in shown
    assert "Das waren alle." in shown


def test_control_d_ends_at_a_terminal(worked):
    assert at_terminal(worked, ["\x04"]).count("Grund:") == 1


# -- what follows from a decision -----------------------------------------------------------


@pytest.fixture
def household(home, akte):
    """Two letters of one sender about one name, without birth dates."""
    for name in ("1.pdf", "2.pdf"):
        letter(home.inbox("wiesbaden") / name, "Mustermann, Erika", "Kundennummer: 99887766", name)
    with opened(home) as site:
        Daemon(site).run_once()
    return [row["id"] for row in akte("review", "list", "--json").rows]


def test_what_is_learned_settles_other_cases_and_undo_takes_it_all_back(home, akte, household):
    first, second = household
    result = akte("review", "next", answers="1\n")
    assert "gelernt: der Absender führt P-0001 unter 99887766" in result.out
    assert f"Klärfall {second[:8]} (2.pdf) ist damit eindeutig und liegt jetzt bei P-0001." in result.out
    assert "gelernt #1: der Absender führt P-0001 unter 99887766" in akte("show", "P-0001").out
    undone = akte("review", "undo", first)
    assert f"Zurückgenommen: Zuordnung ({first[:8]}). Es ist wieder in der Klärung." in undone.out
    assert f"Dokument {second[:8]} (2.pdf) war darauf hin abgelegt" in undone.out
    assert [row["id"] for row in akte("review", "list", "--json").rows] == household
    assert "gelernt" not in akte("show", "P-0001").out
    assert akte("review", "undo", first).status == 4
    assert akte("verify").status == 0


def test_what_was_learned_can_be_forgotten_by_its_number(akte, household):
    first, second = household
    akte("review", "assign", first, "P-0001")
    result = akte("people", "forget", "1")
    assert "Vergessen: der Absender führt P-0001 unter 99887766." in result.out
    assert f"Dokument {second[:8]}" in result.out
    assert [row["id"] for row in akte("review", "list", "--json").rows] == [second]
    assert akte("people", "forget", "1").status == 3


def test_a_wrongly_filed_document_is_reopened_and_its_like_are_held_back(home, akte):
    letter(home.inbox("wiesbaden") / "1.pdf", "Mustermann, Erika, geb. 12.08.1964")
    with opened(home) as site:
        Daemon(site).run_once()
    [row] = akte("documents", "--json").rows
    assert row["state"] == "filed"
    result = akte("review", "reopen", row["id"], "--note", "Namensgleichheit")
    assert "gelernt: „erika mustermann, *1964-08-12“ ist nicht P-0001" in result.out
    letter(home.inbox("wiesbaden") / "2.pdf", "Mustermann, Erika, geb. 12.08.1964", "anders")
    with opened(home) as site:
        Daemon(site).run_once()
    held = akte("review", "list", "--json").rows
    assert [one["reason_code"] for one in held] == ["reopened", "not_same_person"]
    assert all("another" not in one["reason"] for one in held)
    assert "nach einer früheren Entscheidung eine andere Person" in held[1]["candidates"][0]["against"][0]
    akte("review", "assign", held[1]["id"], "P-0001")  # it was her all the same
    assert "ist nicht P-0001" not in akte("show", "P-0001").out
    assert akte("verify").status == 0


def test_a_running_service_decides_what_a_command_made_due(home, akte, household, monkeypatch):
    monkeypatch.setattr("service.redeciding.running_service", lambda _home: 1)
    first, second = household
    assert "ist damit eindeutig" not in akte("review", "assign", first, "P-0001").out
    assert [row["id"] for row in akte("review", "list", "--json").rows] == [second]
    monkeypatch.undo()
    with opened(home) as site:
        Daemon(site).run_once()
    assert akte("review", "list", "--json").rows == []


def test_people_are_found_by_what_one_types(akte):
    for text in (("Mustermann",), ("mustermann,", "erika"), ("12.08.1964",), ("P-0001",)):
        rows = akte("people", "find", *text, "--json").rows
        assert ("wiesbaden", "P-0001") in [(row["authority"], row["person"]) for row in rows]
    assert akte("people", "find", "Mustermann", "--authority", "kassel").out == "Niemand gefunden.\n"
