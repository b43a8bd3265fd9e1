"""What status says of an installation in each condition, and what it tells to do; pausing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from config.home import Home
from records import arrivals, audit
from records.figures import Done, Figures, done_since, figures
from records.model import ArrivalState, DocumentState
from records.schema import arrival
from service.cli import status as status_command
from service.cli.status_words import notes, warnings
from service.lock import service_lock
from service.overview import Overview, Standing
from service.pausing import pause_of
from tests.service.scenes import ERIKA, letter, opened

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
QUIET = Figures(
    arrivals=dict.fromkeys(ArrivalState, 0),
    documents=dict.fromkeys(DocumentState, 0),
    waiting_bytes=0,
    oldest_waiting=None,
    oldest_review=None,
    index_pending=0,
)
STANDING = Standing(
    authority="fulda", inbox=0, ignored={}, missing={}, now=QUIET, today=Done(), hour=Done(), at=NOW
)
WHOLE = Overview(
    at=NOW, pid=7, pause=None, free_bytes=9, reserve_bytes=1, unattended={},
    complaints=(), authorities=(STANDING,),
)  # fmt: skip


def waiting(**changes) -> Standing:
    queue = replace(
        QUIET,
        arrivals={**QUIET.arrivals, ArrivalState.WAITING: 3},
        waiting_bytes=3 << 20,
        oldest_waiting=NOW - timedelta(hours=2),
    )
    return replace(STANDING, now=queue, **changes)


def test_all_is_well():
    assert not WHOLE.needs_attention
    assert list(warnings(WHOLE)) == []


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"pid": None}, "systemctl start akte"),
        ({"free_bytes": 0}, "Platz schaffen"),
        ({"unattended": {"gotha": 2}}, "gotha: steht nicht mehr in akte.toml; 2"),
        ({"authorities": (replace(STANDING, missing={"fulda": "/mnt/x"}),)}, "/mnt/x"),
        ({"authorities": (waiting(),)}, "journalctl -u akte"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(condition, words):
    whole = replace(WHOLE, **condition)
    [warning] = warnings(whole)
    assert words in warning
    assert "→" in warning
    assert whole.needs_attention


def test_a_backlog_that_moves_is_no_trouble_and_its_end_can_be_told():
    one = waiting(hour=Done(arrivals=6, bytes=6 << 20, received=NOW - timedelta(days=1)))
    assert one.backlog_hours == 0.5
    assert not replace(WHOLE, authorities=(one,)).needs_attention
    assert list(notes(one)) == [
        "fulda: letzte Stunde 6 Eingänge (6.0 MiB); was wartet (3.0 MiB), ist in etwa 30 Min. gelesen"
    ]


def test_the_pace_of_a_few_minutes_is_not_taken_for_that_of_an_hour():
    one = waiting(hour=Done(arrivals=6, bytes=6 << 20, received=NOW - timedelta(minutes=6)))
    assert one.backlog_hours == pytest.approx(0.05)


def test_nothing_tells_how_long_it_takes_while_nothing_is_read():
    assert waiting().backlog_hours is None


def test_the_worked_home_says_what_to_decide_and_what_was_put_aside(worked_akte, worked: Home):
    with service_lock(worked):
        out = worked_akte("status").out
    assert "→ akte review next --authority kassel" in out
    assert "→ akte quarantine list --authority wiesbaden" in out
    assert "Dienst läuft (Prozess" in out


def test_figures_agree_with_what_was_done(worked: Home):
    with opened(worked) as site:
        now = figures(site.catalogue, "wiesbaden")
        done = done_since(site.catalogue, datetime.now(UTC) - timedelta(hours=1))["wiesbaden"]
        sizes = [one.size for one in arrivals.list_arrivals(site.catalogue, "wiesbaden")]
        later = done_since(site.catalogue, datetime.now(UTC) + timedelta(hours=1))
    assert (now.documents["filed"], now.documents["review"]) == (1, 1)
    assert now.oldest_review is not None
    assert (done.arrivals, done.filed, done.to_review) == (3, 1, 1)
    assert 0 < done.bytes <= sum(sizes)
    assert later == {}


def test_the_first_entry_after_any_moment_is_found(worked: Home):
    with opened(worked) as site:
        for entry in audit.entries(site.catalogue, "wiesbaden"):
            counted = done_since(site.catalogue, entry.at)["wiesbaden"]
            later = [one for one in audit.entries(site.catalogue, "wiesbaden") if one.at >= entry.at]
            assert sum(counted.actions.values()) == len(later)


def test_the_oldest_waiting_is_the_oldest(worked: Home):
    with opened(worked) as site:
        with site.catalogue.write() as connection:
            connection.execute(update(arrival).values(state=ArrivalState.WAITING))
        now = figures(site.catalogue, "kassel")
        known = arrivals.list_arrivals(site.catalogue, "kassel")
    assert now.oldest_waiting == min(one.received_at for one in known)
    assert now.waiting_bytes == sum(one.size for one in known)


def test_watching_goes_on_until_interrupted(worked_akte, monkeypatch):
    rounds = []

    def sleep(_seconds):
        rounds.append(1)
        if len(rounds) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(status_command.time, "sleep", sleep)
    result = worked_akte("status", "--watch")
    assert (result.status, len(rounds)) == (1, 3)
    assert "wiesbaden" in result.out
    assert worked_akte("status", "--watch", "--json").status == 2


# -- pausing ----------------------------------------------------------------------------------


def test_a_pause_receives_but_reads_nothing_until_resumed(akte, home: Home):
    paused = akte("pause", "--note", "Umzug")
    assert (paused.status, pause_of(home).note) == (0, "Umzug")
    letter(home.inbox("wiesbaden") / "1.pdf", ERIKA)
    assert akte("run", "--once").status == 0
    [row, _] = akte("status", "--json").rows
    assert (row["waiting"], row["inbox"], row["service"]["paused"]) == (1, 0, True)
    assert "(Umzug)" in akte("status").out
    assert akte("resume").status == 0
    assert akte("resume").out == "Es war nicht angehalten.\n"
    assert akte("run", "--once").status == 0
    assert akte("documents", "--state", "filed", "--json").rows
    with opened(home) as site:
        entries = audit.entries(site.catalogue, "")
    assert [one.action for one in entries] == ["paused", "resumed"]


def test_a_second_pause_keeps_the_first(akte, home: Home):
    akte("pause", "--note", "Umzug")
    akte("pause", "--note", "anderes")
    assert pause_of(home).note == "Umzug"
