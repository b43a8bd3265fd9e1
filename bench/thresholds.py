"""What the thresholds of deciding do: misfiles and automatic share by value, the others as usual.

Usage: python -m bench thresholds [--letters N] [--layouts N] [--first SEED] [--samples FOLDER --home HOME].
Made documents are those of `bench traps`. They have no image and so no quality: what `min_quality` does is
seen on sample scans with their truth (`akte-samples`, `bench deciding --folder`) and the home that read them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.stored import readings_anew
from config.home import Home
from config.settings import Deciding
from pipeline.decide import TypeRule, decide, rule_of
from pipeline.match import keys_of_document, match
from pipeline.model import DocumentReading, File, Match
from records.candidates import find_candidates
from service.wiring import open_site
from tests.pipeline.desk import Desk, document_types
from tests.pipeline.trap_maker import entries, layout, letter, person_of

VALUES: Mapping[str, Sequence[float]] = {
    "file_score": (0.8, 0.85, 0.9, 0.93, 0.96, 1.0),
    "margin": (0.0, 0.1, 0.2, 0.3, 0.5, 0.7),
    "min_quality": (0.0, 0.3, 0.45, 0.6, 0.75, 0.9),
}


@dataclass(frozen=True)
class Case:
    """A document with its candidates, and the truth about it."""

    document: DocumentReading
    match: Match
    rule: TypeRule
    persons: frozenset[str]
    decidable: bool


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench thresholds", description=__doc__)
    parser.add_argument("--letters", type=int, default=1500, help="letters to make (default 1500)")
    parser.add_argument("--layouts", type=int, default=500, help="sample documents to make (default 500)")
    parser.add_argument("--first", type=int, default=0, help="first seed (default 0)")
    parser.add_argument("--samples", type=Path, help="sample scans with their truth.json")
    parser.add_argument("--home", type=Path, help="the home that read them")
    options = parser.parse_args(arguments)
    seeds = range(options.first, options.first + max(options.letters, options.layouts))
    sets = {"made documents": list(_made(seeds[: options.letters], seeds[: options.layouts]))}
    if options.samples and options.home:
        sets["sample scans"] = list(_scanned(options.samples, Home(options.home)))
    for name, cases in sets.items():
        if not cases:
            continue
        decidable = sum(case.decidable for case in cases)
        print(f"\n{name}: {len(cases)}, {decidable} of them decidable\n")
        print("| setting | value | misfiled | automatic |\n|---|---|---|---|")
        same_quality = len({case.document.quality for case in cases}) == 1
        for setting, values in VALUES.items():
            if setting == "min_quality" and same_quality:
                continue
            for value in values:
                _row(setting, value, cases, decidable)
    return 0


def _row(setting: str, value: float, cases: Sequence[Case], decidable: int) -> None:
    usual = Deciding()
    thresholds = usual.model_copy(update={setting: value})
    filed = [(case, person) for case in cases if (person := _filed(case, thresholds))]
    misfiled = sum(person not in case.persons for case, person in filed)
    automatic = sum(case.decidable for case, _ in filed) / max(decidable, 1)
    mark = " (default)" if value == getattr(usual, setting) else ""
    print(f"| `{setting}` | {value}{mark} | {misfiled} | {automatic:.1%} |")


def _filed(case: Case, thresholds: Deciding) -> str | None:
    filing = decide(case.document, case.match, case.rule, thresholds)
    return filing.candidate.person.number if isinstance(filing, File) else None


def _made(letters: Sequence[int], layouts: Sequence[int]) -> Iterator[Case]:
    desk = Desk(tuple(map(person_of, entries())))
    for made in (*map(letter, letters), *map(layout, layouts)):
        document, matched, _ = desk.explain(made.pages)
        yield Case(
            document,
            matched,
            rule_of(document.classification, document_types()),
            made.persons,
            made.decidable,
        )


def _scanned(samples: Path, home: Home) -> Iterator[Case]:
    """The readings kept in the home, decided anew."""
    truth = {
        (source["authority"], source["source"], each["source_pages"][0]): each
        for source in json.loads((samples / "truth.json").read_text("utf-8"))["sources"]
        for each in source["documents"]
    }
    with open_site(home) as site:
        for stored, document in readings_anew(site):
            true = truth.get((stored.authority, stored.source, stored.source_pages[0]))
            if true is None:
                continue
            found = find_candidates(site.catalogue, stored.authority, keys_of_document(document.identity))
            lines = [line.text for page in document.pages for line in page.lines]
            matched = match(document.identity, found, lines)
            persons = frozenset({true["person"]} if true["person"] else ())
            yield Case(
                document,
                matched,
                rule_of(document.classification, document_types()),
                persons,
                true["expected"] == "filed",
            )
