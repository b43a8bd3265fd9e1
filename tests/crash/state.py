"""The whole state of a home, without what differs from one run to the next: ids and times."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from io import StringIO
from typing import Any

from config.home import Home
from config.settings import load_settings
from intake.inbox import walk
from records import arrivals, audit, changes, journal
from records.catalogue import Catalogue
from records.model import ArrivalState
from service import cli
from service.wiring import open_site
from tests.crash.sources import WORDS

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a home holds, each thing counted."""

    documents: Counter[str]
    """With state, person, type, pages, text, evidence and reason."""
    files: Counter[str]
    """Place and SHA-256 of every file of records, review and quarantine."""
    log: Counter[str]
    """Who did what to which arrival, from the audit log."""
    hits: Counter[str]
    unfinished: tuple[str, ...]
    """What lies in inboxes and spool."""
    faults: tuple[str, ...]
    """What `akte verify` complains of."""


def typed(home: Home, *command: str) -> list[dict[str, Any]]:
    """What a command prints, run in this process: loading the program anew takes longer than its work."""
    output = StringIO()
    with redirect_stdout(output), suppress(SystemExit):
        cli.main(["--home", str(home.root), *command, "--json"])
    return [json.loads(line) for line in output.getvalue().splitlines()]


def is_idle(home: Home) -> bool:
    """Nothing left to receive, read or index. Looked up here, for `akte status` loads the document types."""
    settings = load_settings(home.settings_file)
    catalogue = Catalogue.open(home, settings)
    try:
        return not any(
            walk(home.inbox(name)).files
            or journal.counts(catalogue, name)[ArrivalState.WAITING]
            or journal.counts(catalogue, name)[ArrivalState.PROCESSING]
            or changes.count(catalogue, name)
            for name in settings.authorities
        )
    finally:
        catalogue.close()


def state_of(home: Home) -> State:
    rows = typed(home, "documents", "--text")
    names = _names(rows)
    verified = typed(home, "verify")
    return State(
        documents=Counter(_document(row, names) for row in rows),
        files=_files(home),
        log=_log(home, rows, names),
        hits=_hits(home, names),
        unfinished=tuple(
            str(path.relative_to(home.root))
            for place in (home.root / "inbox", home.spool)
            for path in sorted(place.rglob("*"))
            if not path.is_dir()
        ),
        faults=tuple(str(fault) for fault in verified if not fault.get("ok")),
    )


def _names(rows: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """For each source the names of all with the same bytes: either may be the one that came first."""
    same: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        same.setdefault((row["authority"], row["source_sha256"]), set()).add(row["source"])
    return {
        (row["authority"], row["source"]): "=".join(sorted(same[row["authority"], row["source_sha256"]]))
        for row in rows
    }


def _document(row: dict[str, Any], names: Mapping[tuple[str, str], str]) -> str:
    kept = {key: value for key, value in row.items() if key not in {"id", "received_at", "filed_at"}}
    kept["source"] = names[row["authority"], row["source"]]
    if row["state"] == "duplicate":
        kept["reason"] = None  # it names the time
    return repr(sorted(kept.items()))


def _files(home: Home) -> Counter[str]:
    found: Counter[str] = Counter()
    for place in ("records", "review", "quarantine"):
        for path in (home.root / place).rglob("*"):
            if path.is_file() and path.name != "arrival.json":
                name = re.sub(r"/[0-9a-f]{2}/ID", "/ID", _ID.sub("ID", str(path.relative_to(home.root))))
                found[f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}"] += 1
    return found


def _log(home: Home, rows: list[dict[str, Any]], names: Mapping[tuple[str, str], str]) -> Counter[str]:
    found: Counter[str] = Counter()
    with open_site(home) as site:
        sources = {row["id"]: names[row["authority"], row["source"]] for row in rows}
        sources |= {
            one.id: names.get((one.authority, one.source), one.source)
            for one in arrivals.list_arrivals(site.catalogue)
        }
        for authority in site.authorities:
            for entry in audit.entries(site.catalogue, authority, limit=1_000_000):
                if entry.subject in sources:
                    found[f"{authority} {sources[entry.subject]} {entry.actor} {entry.action}"] += 1
    return found


def _hits(home: Home, names: Mapping[tuple[str, str], str]) -> Counter[str]:
    return Counter(
        f"{hit['authority']} {names[hit['authority'], hit['source']]} {hit['page']} {hit['person']}"
        for hit in typed(home, "search", " OR ".join(WORDS), "--limit", "1000")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a disturbed run has lost, doubled or made different, as sentences."""

    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    differing: tuple[str, ...]

    @property
    def equal(self) -> bool:
        return not (self.lost or self.doubled or self.differing)


def compare(undisturbed: State, disturbed: State) -> Comparison:
    """Lost and doubled count arrivals by the log; all else that is not the same differs."""
    before, after = _received(undisturbed.log), _received(disturbed.log)
    differing = [
        f"{kind}: {sign} {one}"
        for kind in ("documents", "files", "log", "hits")
        for sign, one in _differences(getattr(undisturbed, kind), getattr(disturbed, kind))
    ]
    differing += [f"unfinished: {one}" for one in disturbed.unfinished]
    differing += [f"verify: {one}" for one in disturbed.faults]
    return Comparison(
        lost=tuple((before - after).elements()),
        doubled=tuple((after - before).elements()),
        differing=tuple(differing),
    )


def _received(log: Counter[str]) -> Counter[str]:
    return Counter({line: n for line, n in log.items() if line.endswith((" received", " duplicate"))})


def _differences(before: Counter[str], after: Counter[str]) -> list[tuple[str, str]]:
    missing = [("-", one) for one in (before - after).elements()]
    return missing + [("+", one) for one in (after - before).elements()]
