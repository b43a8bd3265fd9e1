"""`akte audit`: who did and saw what, and an export that proves itself to strangers."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from config.home import Home
from tests.service.conftest import Akte

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = re.search(
    r"```python\n(.*?)```", (ROOT / "docs" / "audit.md").read_text("utf-8"), re.DOTALL
)[1]  # fmt: skip


def checked(export: str) -> tuple[int, str]:
    """What the script of the documentation says of an export; it knows nothing of this program."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", SCRIPT], input=export, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def actions(akte: Akte, *filters: str) -> list[str]:
    return [row["action"] for row in akte("audit", "list", *filters, "--json").rows]


def test_an_export_of_everything_is_proved_by_the_documented_script(worked_akte: Akte) -> None:
    export = worked_akte("audit", "export").out
    status, said = checked(export)
    assert (status, "complete" in said) == (0, True)
    head = json.loads(export.splitlines()[-1])["head"]
    assert head == worked_akte("verify", "--json").rows[-1]["log_head"]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda lines: [*lines[:3], lines[3].replace("service", "nobody"), *lines[4:]], "altered"),
        (lambda lines: [lines[1], lines[0], *lines[2:]], "out of order"),
        (lambda lines: lines[:3] + lines[4:], "gaps=1"),
        (lambda lines: lines[:-2] + lines[-1:], "in parts"),
        (lambda lines: lines[:-1], "cut off"),
    ],
    ids=["altered", "reordered", "taken out", "end cut", "without its last line"],
)
def test_the_script_notices_every_harm_to_an_export(worked_akte: Akte, harm, said: str) -> None:
    lines = worked_akte("audit", "export").out.splitlines(keepends=True)
    status, output = checked("".join(harm(lines)))
    assert status == 1
    assert said in output


def test_what_was_read_through_the_commands_is_logged_with_who_and_what(worked_akte: Akte) -> None:
    [document] = worked_akte("documents", "--person", "P-0001", "--json", "--text").rows
    worked_akte("show", document["id"])
    worked_akte("show", "P-0001")
    worked_akte("search", "Sonnenblume")
    [bad] = worked_akte("quarantine", "list", "--json").rows
    worked_akte("quarantine", "show", bad["id"])
    about = worked_akte("audit", "list", "--document", document["id"], "--json").rows
    assert {row["action"] for row in about} >= {"filed", "done", "listed", "shown", "searched"}
    assert {row["actor"] for row in about if row["action"] == "shown"} != {"service"}
    assert set(actions(worked_akte, "--person", "P-0001")) >= {"filed", "listed", "shown", "searched"}
    assert "shown" in actions(worked_akte, "--document", bad["id"])


def test_filters_join(worked_akte: Akte) -> None:
    worked_akte("show", "P-0001")
    worked_akte("show", "K-0001")
    assert actions(worked_akte, "--action", "shown") == ["shown", "shown"]
    assert actions(worked_akte, "--action", "shown", "--authority", "kassel") == ["shown"]
    assert actions(worked_akte, "--action", "shown", "--actor", "service") == []
    assert actions(worked_akte, "--action", "shown", "--until", "2020-01-01") == []
    assert actions(worked_akte, "--action", "shown", "--since", "2020-01-01T08:00") == ["shown", "shown"]
    assert len(actions(worked_akte, "--limit", "3")) == 3
    wrong = worked_akte("audit", "list", "--since", "gestern")
    assert (wrong.status, "kein Zeitpunkt" in wrong.err) == (2, True)


def test_decisions_are_logged_with_before_and_after(worked_akte: Akte) -> None:
    [document] = worked_akte("documents", "--person", "P-0001", "--json").rows
    worked_akte("review", "assign", document["id"], "P-0002", "--note", "verwechselt")
    [row] = worked_akte("audit", "list", "--action", "assigned", "--json").rows
    assert (row["details"]["from"], row["details"]["to"], row["details"]["note"]) == (
        "P-0001",
        "P-0002",
        "verwechselt",
    )


def test_the_list_fits_80_columns_and_says_nothing_of_seals(worked_akte: Akte) -> None:
    out = worked_akte("audit", "list").out
    assert "seal" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_the_chain_is_proved_and_harm_is_told(worked_akte: Akte, worked: Home) -> None:
    assert "vollständig und unverändert" in worked_akte("audit", "verify").out
    connection = sqlite3.connect(worked.database_file)
    connection.execute("DROP TRIGGER audit_no_delete")
    connection.execute("DELETE FROM audit WHERE seq = 3")
    connection.commit()
    connection.close()
    harmed = worked_akte("audit", "verify")
    assert (harmed.status, "Vor Protokolleintrag 4" in harmed.out) == (1, True)
    assert worked_akte("audit", "verify", "--json").rows[-1]["ok"] is False
