"""How the papers of this round begin and end, and what several of them share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tests.samples.documents.case import Case
from tests.samples.documents.layouts import layout
from tests.samples.documents.letter import signature
from tests.samples.documents.measured.parts import block
from tests.samples.fonts import Family
from tests.samples.paper import Paper
from tests.samples.sheet import GREY, Ink, Stroke

fresh = partial(layout, split="fresh")


def at_office(case: Case) -> tuple[str, ...]:
    """The immigration authority as addressee, in the order most writers use."""
    site = case.site
    return site.title, site.office, site.street, f"{site.postcode} {site.city}"


def sheet_with_column(
    sender: Sequence[str],
    to: Sequence[str],
    facts: Sequence[str],
    *,
    family: Family = "sans",
    points: float = 10.5,
    ink: Ink = GREY,
) -> Paper:
    """Sender over the page, addressee in the window, a narrow column of facts at the right."""
    paper = Paper(points=points, family=family, left=25, right=20)
    block(paper, 25, 18, sender[:1], size=14, bold=1)
    block(paper, 25, 23.5, sender[1:3], size=9, step=4.2)
    paper.put(Stroke(points=((25, 31), (190, 31)), width=0.4, ink=ink))
    paper.text(25, 46, " · ".join((sender[0], *sender[3:])), size=6.5)
    block(paper, 25, 52, to, size=10)
    block(paper, 132, 46, facts, size=8.5, step=4.5)
    paper.y = 90
    return paper


def sheet_centred(
    sender: Sequence[str],
    to: Sequence[str],
    line: str,
    *,
    family: Family = "serif",
    points: float = 11,
) -> Paper:
    """Sender in the middle, addressee below, one line of references and date under both."""
    paper = Paper(points=points, family=family, left=24, right=22)
    block(paper, 105, 20, sender, size=10, step=5, bold=1, align="center")
    block(paper, 24, 52, to, size=10.5)
    paper.text(188, 84, line, size=9.5, align="right")
    paper.y = 92
    return paper


def ending(paper: Paper, case: Case, *lines: str, x: float | None = None) -> None:
    """Room for a scrawl and the lines below it."""
    paper.room(12 + 5 * len(lines))
    paper.gap(2)
    signature(paper, case.rng, x=x)
    for line in lines:
        paper.line(line)
