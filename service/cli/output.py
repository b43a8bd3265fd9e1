"""Output for people and for programs: tables and colours on a terminal, JSON lines on request."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from config.language import Text, current_language

if TYPE_CHECKING:  # loaded where a command prints with it; a search does not
    from rich.console import Console
    from rich.table import Table

_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls except tab and line feed
    r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"  # what reorders or breaks lines
    r"\ufeff\ud800-\udfff]"  # invisible; bytes of a file name that are not UTF-8
)

_PLACE = Text("{source}, S. {pages}", "{source}, p. {pages}")


def console(*, stderr: bool = False) -> Console:
    """A console that prints what it is given; colours and line breaks only on a terminal."""
    from rich.console import Console  # noqa: PLC0415

    terminal = (sys.stderr if stderr else sys.stdout).isatty()
    return Console(stderr=stderr, highlight=False, emoji=False, soft_wrap=not terminal)


def harmless(text: object) -> str:
    """Text from a document or a file name without anything that a terminal would obey."""
    return _UNSAFE.sub("\ufffd", str(text))


def safe(text: object) -> str:
    """`harmless`, and no markup of the console either."""
    from rich.markup import escape  # noqa: PLC0415

    return escape(harmless(text))


def print_json(rows: Iterable[Mapping[str, object]]) -> None:
    """One JSON object per line."""
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))


def table(*headings: Text, numbers: bool = False) -> Table:
    """A plain table that fits 80 columns: only the last column is broken into lines, between words.

    `numbers`: all columns but the first hold numbers.
    """
    from rich.table import Table  # noqa: PLC0415

    result = Table(box=None, pad_edge=False, header_style="bold")
    for index, heading in enumerate(headings):
        last = index == len(headings) - 1
        result.add_column(
            heading(),
            justify="right" if numbers and index else "left",
            no_wrap=numbers or not last,
            overflow="fold",
        )
    return result


def lines(*parts: str | None) -> str:
    """The parts that say something, one below the other."""
    return "\n".join(part for part in parts if part)


def moment(time: datetime | None) -> str:
    """Local date and time as people write it."""
    if time is None:
        return "–"
    local = time.astimezone()
    return local.strftime("%d.%m.%Y %H:%M" if current_language() == "de" else "%Y-%m-%d %H:%M")


def day(iso: str | None) -> str:
    """An ISO date as people write it."""
    if iso is None:
        return "–"
    return ".".join(reversed(iso.split("-"))) if current_language() == "de" else iso


def pages(numbers: Iterable[int]) -> str:
    """`1–3, 7` for 1, 2, 3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def place(source: str, numbers: Iterable[int]) -> str:
    """`scan.pdf, S. 1–3`; the bare name of a source whose pages are not known."""
    found = pages(numbers)
    return _PLACE(source=source, pages=found) if found else source
