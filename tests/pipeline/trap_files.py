"""The trap documents of `traps/*.txt`: texts that invite a mistake, each with the right decision.

    ## what the trap is
    => file PERSON                          or  => review REASON|REASON: PERSON PERSON
    ---- scan                               a page; `scan` or `native`
    text, columns divided by two blanks

The persons after a review's reasons must be among those proposed to the clerk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.model import PageKind, PageReading, Person
from records.model import RowError
from records.register_csv import read_register
from tests.pipeline.sheets import page

FOLDER = Path(__file__).with_name("traps")
_PAGE = re.compile(r"^---- (scan|native)\n", re.MULTILINE)
_KINDS = {"scan": PageKind.OCR, "native": PageKind.NATIVE}


@dataclass(frozen=True)
class Trap:
    """`person` is set where the document must be filed, otherwise `reasons` (any of them) must be given."""

    title: str
    pages: tuple[PageReading, ...]
    person: str | None
    reasons: frozenset[str]
    proposed: frozenset[str]


@cache
def register() -> tuple[Person, ...]:
    errors: list[RowError] = []
    persons = tuple(read_register(FOLDER / "register.csv", errors.append))
    assert not errors
    return persons


@cache
def traps() -> tuple[Trap, ...]:
    texts = [file.read_text("utf-8") for file in sorted(FOLDER.glob("*.txt"))]
    return tuple(_trap(part) for text in texts for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:])


def _trap(text: str) -> Trap:
    title, verdict, body = text.split("\n", 2)
    _, *parts = _PAGE.split(body)
    pages = tuple(
        page(content, number, _KINDS[kind])
        for number, (kind, content) in enumerate(zip(parts[::2], parts[1::2], strict=True), 1)
    )
    decision, _, names = verdict.removeprefix("=> ").partition(":")
    action, argument = decision.split()
    known = {person.number for person in register()}
    proposed = frozenset(names.split())
    assert action in {"file", "review"}, verdict
    assert proposed | ({argument} if action == "file" else set()) <= known, verdict
    return Trap(
        title=title,
        pages=pages,
        person=argument if action == "file" else None,
        reasons=frozenset(argument.split("|")) if action == "review" else frozenset(),
        proposed=proposed,
    )
