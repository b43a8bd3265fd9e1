"""The story of a document is told whole; the log tells every arrival and nobody's name."""

from __future__ import annotations

import io
import logging
import re

import pytest
import structlog

from config.home import Home
from records.audit import Action
from service import logs
from service.access import OPENED, SHOWN
from service.cli.history import _ACTIONS
from service.daemon import Daemon
from service.events import log, logged
from tests.service.scenes import ERIKA, STRANGER, letter, opened

NAMES = re.compile(r"Mustermann|Erika|Neuling|Nikolina|1964|1990|Sonnenblume|\.pdf", re.IGNORECASE)


@pytest.fixture
def written():
    """What is logged from here on, as the journal gets it."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    stream = io.StringIO()
    logs.configure(logging.INFO, stream, for_journal=True)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


def test_every_step_of_a_document_has_words():
    about_documents = {*Action} - {Action.REGISTER_IMPORTED}
    assert {*about_documents, SHOWN, OPENED} <= _ACTIONS.keys()


def test_a_case_is_told_from_its_arrival_to_the_clerk(worked_akte):
    [case] = worked_akte("review", "list", "--authority", "wiesbaden", "--json").rows
    worked_akte("review", "show", case["id"])
    worked_akte("review", "assign", case["id"], "P-0002", "--note", "Anruf")
    rows = worked_akte("history", case["id"][:8], "--json").rows
    assert [row["action"] for row in rows] == ["received", "to_review", "done", "shown", "assigned"]
    assert {row["arrival"] for row in rows} == {rows[0]["arrival"]}
    assert not any("seal" in row["details"] for row in rows)
    out = worked_akte("history", case["id"]).out
    for words in ("eingegangen", "zur Klärung gegeben", "P-0002", "Anruf", "Der Eingang ist verarbeitet."):
        assert words in out


def test_what_was_put_aside_tells_why_and_that_it_was_tried_again(worked_akte):
    [kept] = worked_akte("quarantine", "list", "--json").rows
    assert "Die Datei ist beschädigt" in worked_akte("history", kept["id"]).out
    worked_akte("quarantine", "retry", kept["id"])
    out = worked_akte("history", kept["id"]).out
    assert "noch einmal eingereiht" in out
    assert "Der Eingang wartet" in out


def test_what_is_nothing_is_a_usage_error(worked_akte):
    result = worked_akte("history", "ffffffff")
    assert result.status == 2
    assert "weder ein Eingang noch ein Dokument" in result.err


def test_each_event_of_an_arrival_is_one_line_with_its_id_and_without_a_name(home: Home, written):
    letter(home.inbox("wiesbaden") / "Mustermann Erika.pdf", ERIKA, "Stichwort Sonnenblume")
    letter(home.inbox("wiesbaden") / "Neuling.pdf", STRANGER, "Stichwort Sonnenblume")
    (home.inbox("wiesbaden") / "kaputt Mustermann.pdf").write_bytes(b"%PDF-1.7 broken")
    with opened(home) as site:
        Daemon(site, logged()).run_once()
    lines = written.getvalue().splitlines()
    assert all(re.match(r"<6>\w+ arrival=[0-9a-f-]{36} authority=wiesbaden ", line) for line in lines)
    told: dict[str, list[str]] = {}
    for line in lines:
        event, arrival = re.match(r"<6>(\w+) arrival=(\S+)", line).groups()
        told.setdefault(arrival, []).append(event)
    assert sorted(told.values()) == [
        ["received", "started", "filed"],
        ["received", "started", "quarantined"],
        ["received", "started", "review"],
    ]
    assert NAMES.findall(written.getvalue()) == []


def test_a_line_stays_one_line_whatever_it_holds(written):
    log.warning("trouble", file="a\nb\x1b[2J", detail=None)
    try:
        int("two\nlines")
    except ValueError:
        logging.getLogger("akte.service").exception("arrival %s", "x")
    first, second = written.getvalue().splitlines()
    assert first.startswith("<4>trouble file=")
    assert "\x1b" not in first
    assert second.startswith("<3>")
    assert "Traceback" in second
