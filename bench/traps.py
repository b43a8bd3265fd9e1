"""How deciding holds against traps: misfiles and automatic share on made documents, by template.

Usage: python -m bench traps [--letters N] [--layouts N] [--first SEED] [--only TEXT]. The register is full of
twins, namesakes and relatives; letters name several persons in several roles, layouts are those of the sample
scans; up to 3 % of the characters are misread. Nothing is recognised, so thousands take minutes.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from pipeline.model import File, Filing
from tests.pipeline.desk import Desk
from tests.pipeline.trap_maker import LETTERS, Made, entries, layout, letter, person_of


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench traps", description=__doc__)
    parser.add_argument("--letters", type=int, default=3000, help="letters to make (default 3000)")
    parser.add_argument("--layouts", type=int, default=1000, help="sample documents to make (default 1000)")
    parser.add_argument("--first", type=int, default=0, help="first seed (default 0)")
    parser.add_argument("--only", default="", help="only letters whose template's name holds this text")
    options = parser.parse_args(arguments)
    templates = [name for name in LETTERS if options.only in name]
    desk = Desk(tuple(map(person_of, entries())))
    print(f"register: {len(desk.persons)} persons")
    misfiled = 0
    for name, make, count in (
        ("letters", partial(letter, templates=templates), options.letters),
        ("layouts", layout, 0 if options.only else options.layouts),
    ):
        misfiled += measure(desk, name, make, range(options.first, options.first + count))
    return 1 if misfiled else 0


def measure(desk: Desk, name: str, make: Callable[[int], Made], seeds: Iterable[int]) -> int:
    """Print how one kind of document is decided; the number of misfiles."""
    by_template: dict[str, Counter[str]] = defaultdict(Counter)
    reasons: Counter[str] = Counter()
    misfiles = []
    for seed in seeds:
        made = make(seed)
        filing = desk.decide(made.pages)
        by_template[made.template].update(outcome(made, filing))
        if misfiled(made, filing):
            misfiles.append(f"MISFILED {name} {seed} ({made.template}): {label(filing)}")
        elif made.decidable and not isinstance(filing, File):
            reasons[filing.reason.code] += 1
    table(name, by_template)
    print("avoidable reviews: " + ", ".join(f"{code} {count}" for code, count in reasons.most_common()))
    print(*misfiles, sep="\n")
    return len(misfiles)


def misfiled(made: Made, filing: Filing) -> bool:
    return isinstance(filing, File) and filing.candidate.person.number not in made.persons


def outcome(made: Made, filing: Filing) -> list[str]:
    facts = {
        "all": True,
        "decidable": made.decidable,
        "automatic": made.decidable and isinstance(filing, File),
        "misfiled": misfiled(made, filing),
    }
    return [fact for fact, holds in facts.items() if holds]


def table(name: str, by_template: dict[str, Counter[str]]) -> None:
    print(f"\n{name:45} {'all':>6} {'decidable':>9} {'automatic':>9} {'misfiled':>8}")
    for template, counts in sorted(by_template.items()):
        _row(template, counts)
    _row("together", sum(by_template.values(), Counter()))


def _row(template: str, counts: Counter[str]) -> None:
    share = counts["automatic"] / counts["decidable"] if counts["decidable"] else None
    print(
        f"{template:45} {counts['all']:6} {counts['decidable']:9} "
        f"{'–' if share is None else f'{share:.1%}':>9} {counts['misfiled']:8}"
    )


def label(filing: Filing) -> str:
    return filing.candidate.person.label if isinstance(filing, File) else ""
