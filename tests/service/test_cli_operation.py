"""Setting up, handing files over, trying again, proving, rebuilding: what IT staff do."""

from __future__ import annotations

import errno

import pytest

from config.home import Home
from config.settings import load_settings
from index import unfinished
from index.building import build_parts
from records import arrivals
from records.model import ArrivalState
from service.lock import service_lock
from tests.service.scenes import ERIKA, MAX, letter, opened

# -- init -------------------------------------------------------------------------------------


@pytest.fixture
def bare(akte, home):
    """The command where nothing is yet."""
    home.root.rename(home.root.with_name("elsewhere"))
    return akte


def test_init_makes_a_home_with_an_inbox_for_each_authority(bare, home):
    result = bare("init", "--authority", "fulda", "--authority", "giessen")
    assert result.status == 0
    for name in ("fulda", "giessen"):
        assert home.inbox(name).is_dir()
        assert str(home.inbox(name)) in result.out
    assert "akte people import register.csv --authority fulda" in result.out
    assert set(load_settings(home.settings_file).authorities) == {"fulda", "giessen"}
    assert bare("status", "--json").status == 1
    assert home.database_file.stat().st_mode & 0o007 == 0


def test_init_adds_authorities_and_leaves_the_others_as_they_are(akte, home):
    before = home.settings_file.read_text("utf-8")
    assert akte("init", "--authority", "fulda", "--authority", "kassel").status == 0
    assert home.settings_file.read_text("utf-8").startswith(before)
    assert list(load_settings(home.settings_file).authorities) == ["wiesbaden", "kassel", "fulda"]


@pytest.mark.parametrize("name", ["Wiesbaden", "../kassel", "1kassel", "a b", "fulda\n[limits]", ""])
def test_init_refuses_names_that_are_no_folder_names(bare, home, name):
    result = bare("init", "--authority", name)
    assert result.status == 2
    assert "nur Kleinbuchstaben" in result.err
    assert not home.root.exists()


def test_init_leaves_the_settings_as_they_are_when_writing_fails(akte, home, monkeypatch):
    before = home.settings_file.read_text("utf-8")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("intake.disk.os.fsync", full)
    assert akte("init", "--authority", "fulda").status != 0
    assert home.settings_file.read_text("utf-8") == before


def test_init_never_makes_a_configured_inbox_and_says_so(akte, home, tmp_path):
    share = tmp_path / "share"
    with home.settings_file.open("a", encoding="utf-8") as settings:
        settings.write(f'[authorities.fulda]\ninbox = "{share}"\n')
    result = akte("init", "--authority", "kassel")
    assert result.status == 0
    assert f"{share} gibt es nicht oder ist nicht eingehängt" in " ".join(result.out.split())
    assert not share.exists()


def test_two_inboxes_that_are_one_folder_are_refused(akte, home):
    with home.settings_file.open("a", encoding="utf-8") as settings:
        settings.write('[authorities.fulda]\ninbox = "inbox/../inbox/kassel"\n')
    result = akte("status")
    assert result.status == 3
    assert "zweimal Eingangsordner (kassel, fulda)" in result.err


# -- status -----------------------------------------------------------------------------------


def test_status_says_which_inbox_cannot_be_reached(akte, home, tmp_path):
    with home.settings_file.open("a", encoding="utf-8") as settings:
        settings.write(f'[authorities.fulda]\ninbox = "{tmp_path}/share"\n')
    letter(home.inbox("kassel") / "max.pdf", MAX)
    result = akte("status")
    assert result.status == 1
    assert f"fulda: nicht erreichbar (nicht eingehängt?); es wird nichts übernommen: {tmp_path}" in " ".join(
        result.out.split()
    )
    rows = {row["authority"]: row for row in akte("status", "--json").rows}
    assert rows["fulda"]["missing"] == {"fulda": f"{tmp_path}/share"}
    assert (rows["kassel"]["missing"], rows["kassel"]["inbox"]) == ({}, 1)


def test_status_counts_the_files_of_all_inboxes_of_an_authority(akte, home):
    with home.settings_file.open("a", encoding="utf-8") as settings:
        settings.write('[authorities.kassel.inboxes.altakten]\nlane = "backlog"\n')
    letter(home.inbox("kassel") / "max.pdf", MAX)
    letter(home.inbox("kassel") / "altakten" / "alt.pdf", MAX)
    [row] = akte("status", "--authority", "kassel", "--json").rows
    assert row["inbox"] == 2


def test_status_says_that_the_reserve_is_reached(akte, home):
    text = home.settings_file.read_text("utf-8").replace("reserve_mib = 0", "reserve_mib = 1000000000")
    home.settings_file.write_text(text, "utf-8")
    with service_lock(home):
        result = akte("status")
        assert not akte("status", "--json").rows[0]["service"]["taking_files"]
    assert result.status == 1
    assert "Zu wenig Speicherplatz" in result.out
    assert "Reserve 1000000000 MiB" in " ".join(result.out.split())


def test_status_names_authorities_that_are_not_set_up_any_more(akte, home, tmp_path):
    assert akte("ingest", str(letter(tmp_path / "l.pdf", MAX)), "--authority", "kassel").status == 0
    text = home.settings_file.read_text("utf-8").replace('[authorities.kassel]\ntitle = "Kassel"\n', "")
    home.settings_file.write_text(text, "utf-8")
    result = akte("status")
    assert result.status == 1
    assert "kassel: steht nicht mehr in akte.toml; 1 Eingänge warten" in result.out
    assert akte("status", "--json").rows[0]["service"]["unattended"] == {"kassel": 1}
    own = akte("status", "--authority", "wiesbaden", "--json").rows[0]
    assert own["service"]["unattended"] == {}


# -- handing over and working off -------------------------------------------------------------


def test_ingest_takes_files_over_and_says_that_no_service_runs(akte, home, tmp_path):
    file = letter(tmp_path / "letter.pdf", ERIKA)
    result = akte("ingest", str(file), "--authority", "wiesbaden")
    assert result.status == 0
    assert f"{file}: angenommen (" in result.out
    assert "Es läuft kein Dienst; verarbeitet wird beim nächsten akte run." in result.out
    assert file.exists()
    with service_lock(home):
        again = akte("ingest", str(file), "--authority", "wiesbaden")
    assert again.out == f"{file}: Dublette, liegt bereits vor\n"


def test_ingest_goes_on_after_a_file_that_is_not_there(akte, tmp_path):
    file, missing = letter(tmp_path / "letter.pdf", ERIKA), tmp_path / "missing.pdf"
    result = akte("ingest", str(missing), str(file), "--authority", "wiesbaden", "--json")
    lost, taken = result.rows
    assert result.status == 1
    assert (lost["file"], set(lost)) == (str(missing), {"file", "error"})
    assert (taken["file"], taken["error"], taken["duplicate"]) == (str(file), None, False)


def test_once_reports_each_document_and_whether_someone_is_needed(akte, home):
    letter(home.inbox("wiesbaden") / "erika.pdf", ERIKA)
    letter(home.inbox("kassel") / "fremd.pdf", ERIKA)
    first = akte("run", "--once")
    assert first.status == 0
    assert "wiesbaden/erika.pdf  schreiben  abgelegt bei P-0001" in first.out
    assert "kassel/fremd.pdf  schreiben  zur Klärung: Die genannte Person" in first.out
    (home.inbox("kassel") / "kaputt.pdf").write_bytes(b"%PDF-1.7 broken")
    second = akte("run", "--once")
    assert second.status == 1
    assert "kassel/kaputt.pdf  ausgesondert: Die Datei ist beschädigt" in second.out


def test_quiet_says_nothing_of_what_went_well(akte, home):
    letter(home.inbox("kassel") / "max.pdf", MAX)
    result = akte("run", "--once", "--quiet")
    assert (result.status, result.out) == (0, "")


def test_run_without_any_authority_says_what_to_do(akte, home):
    home.settings_file.write_text("", "utf-8")
    result = akte("run", "--once")
    assert result.status == 2
    assert "akte init --authority NAME" in result.err


# -- quarantine -------------------------------------------------------------------------------


def test_a_quarantined_file_is_shown_with_reason_and_place(worked_akte, worked):
    [row] = worked_akte("quarantine", "list", "--json").rows
    out = worked_akte("quarantine", "show", row["id"][:6]).out
    assert "wiesbaden/3.pdf" in out
    assert "Die Datei ist beschädigt" in out
    assert row["sha256"] in out
    assert str(worked.quarantine("wiesbaden")) in out


def test_a_retried_file_waits_and_ends_in_quarantine_again_with_its_bytes(worked_akte, worked):
    [row] = worked_akte("quarantine", "list", "--json").rows
    result = worked_akte("quarantine", "retry", row["id"])
    assert result.status == 0
    assert f"{row['id'][:8]} wird erneut verarbeitet." in result.out
    assert "beim nächsten akte run" in result.out
    with opened(worked) as site:
        [waiting] = arrivals.list_arrivals(site.catalogue, "wiesbaden", ArrivalState.WAITING)
    assert (waiting.id, waiting.reason) == (row["id"], None)
    assert worked_akte("run", "--once").status == 1
    [again] = worked_akte("quarantine", "list", "--json").rows
    assert (again["id"], again["code"], again["attempts"]) == (row["id"], "damaged", 1)


# -- proof and index --------------------------------------------------------------------------


def test_verify_finds_a_changed_file_and_says_what_to_do(worked_akte, worked: Home):
    assert worked_akte("verify").status == 0
    [document] = worked_akte("documents", "--person", "P-0001", "--json").rows
    [file] = worked.records("wiesbaden").rglob(f"*{document['id']}*/document.pdf")
    file.write_bytes(file.read_bytes() + b" ")
    result = worked_akte("verify")
    assert result.status == 1
    assert "Fehler gefunden" in result.out
    assert "→" in result.out
    faults = worked_akte("verify", "--json").rows
    assert all(set(fault) == {"code", "subject", "message", "action"} for fault in faults[:-1])
    assert (faults[-1]["ok"], faults[-1]["faults"]) == (False, len(faults) - 1)


def test_verify_of_one_authority_does_not_see_the_others_faults(worked_akte, worked: Home):
    for file in worked.records("wiesbaden").rglob("document.pdf"):
        file.unlink()
    assert worked_akte("verify", "--authority", "wiesbaden").status == 1
    assert worked_akte("verify", "--authority", "kassel").status == 0


def test_an_index_that_is_gone_or_damaged_can_be_rebuilt(worked_akte, worked: Home):
    for file in worked.index("wiesbaden").rglob("*"):
        if file.is_file():
            file.write_bytes(b"damaged")
    assert worked_akte("index", "status").status == 1
    broken = worked_akte("search", "Sonnenblume", "--authority", "wiesbaden")
    assert (broken.status, broken.out) == (3, "")
    assert "akte index rebuild" in broken.err
    rebuilt = worked_akte("index", "rebuild")
    assert rebuilt.out.splitlines() == ["Index von wiesbaden: 2 Dokumente.", "Index von kassel: 2 Dokumente."]
    assert worked_akte("index", "status").status == 0
    assert len(worked_akte("search", "Sonnenblume", "--json").rows) == 3


def test_an_interrupted_rebuild_is_told_of_and_gone_on_with(worked_akte, worked: Home):
    with opened(worked) as site:
        feed = site.feed("wiesbaden")
        generation = unfinished.begin(worked.index("wiesbaden"), site.labels, followed=0)
        build_parts(generation, list(feed.all_ids())[:1], feed.entry, site.labels, lambda _: None)
    assert [row["rebuilt"] for row in worked_akte("index", "status", "--json").rows] == [1, None]
    assert "Neuaufbau: 1 fertig" in worked_akte("index", "status").out
    rebuilt = worked_akte("index", "rebuild", "--authority", "wiesbaden")
    assert "der unterbrochene Neuaufbau geht weiter, 1 Dokumente sind fertig" in rebuilt.err
    assert rebuilt.out == "Index von wiesbaden: 2 Dokumente.\n"
    assert [row["rebuilt"] for row in worked_akte("index", "status", "--json").rows] == [None, None]


def test_inbox_extras_are_left_alone_and_counted(akte, home: Home):
    inbox = home.inbox("wiesbaden")
    for name in (".verborgen.pdf", "scan.pdf.part", "~$brief.doc", "Thumbs.db"):
        (inbox / name).write_bytes(b"x")
    (inbox / "link.pdf").symlink_to("/etc/hostname")
    assert akte("run", "--once").status == 0
    assert len(list(inbox.iterdir())) == 5
    [row] = akte("status", "--authority", "wiesbaden", "--json").rows
    assert (row["inbox"], row["ignored"]) == (0, {"hidden": 1, "temporary": 2, "system": 1, "symlink": 1})
    out = akte("status").out
    assert "wiesbaden: im Eingang liegen gelassen:" in out
    assert "2 temporäre" in out
