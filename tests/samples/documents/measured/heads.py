"""How these letters and forms begin: other arrangements than those of `documents.letter`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tests.samples.documents.case import Case, german, german_long
from tests.samples.documents.layouts import layout
from tests.samples.paper import Paper
from tests.samples.sheet import Stroke

measured = partial(layout, split="measured")


def office_right(case: Case, lines: Sequence[str], to: Sequence[str], *, day: str = "") -> Paper:
    """Sender as a column at the right edge, addressee left, place and long date below."""
    paper = Paper(points=10.5, family="serif")
    for number, line in enumerate(lines):
        paper.text(188, 20 + number * 4.6, line, size=9 if number else 12, bold=not number, align="right")
    for number, line in enumerate(to):
        paper.text(paper.left, 52 + number * 4.8, line)
    paper.text(
        188,
        82,
        day or f"{case.pick('Musterhausen', 'Beispielburg')}, {german_long(case.issued)}",
        align="right",
    )
    paper.y = 92
    return paper


def typewritten(case: Case, lines: Sequence[str], to: Sequence[str], *, reference: str = "") -> Paper:
    """An old letter in one face of one size, spaced as on a typewriter."""
    paper = Paper(points=10.5, family="mono", left=22)
    for line in lines:
        paper.line(line)
    paper.gap(3)
    if reference:
        paper.line(reference)
    paper.line(f"Datum: {german(case.issued)}")
    paper.gap(7)
    for line in to:
        paper.line(line)
    paper.gap(9)
    return paper


def banner(case: Case, title: str, lines: Sequence[str], facts: Sequence[tuple[str, str]]) -> Paper:
    """A modern letter: name of the office over the whole width, facts in one grey line."""
    paper = Paper(points=10)
    paper.text(paper.left, 16, title, size=17)
    paper.put(Stroke(points=((paper.left, 19), (paper.right_edge, 19)), width=1.4, ink=(40, 90, 150)))
    paper.text(paper.left, 24, " | ".join(lines), size=7.5)
    for number, line in enumerate(case.address):
        paper.text(paper.left, 48 + number * 4.8, line)
    row = [*facts, ("Datum", german(case.issued))]
    for number, (label, value) in enumerate(row):
        paper.text(120, 48 + number * 5.4, f"{label}  {value}", size=9)
    paper.y = 90
    return paper


def rows(paper: Paper, facts: Sequence[tuple[str, str]], *, column: float = 62.0) -> None:
    """Fields one below the other; those without a value are left out."""
    for label, value in facts:
        if value:
            paper.field(label, value, column=column)
    paper.gap(2)
