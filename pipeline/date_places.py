"""Dates where they stand on a page: the words around them, over and under them, and their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.columns import GAP, Spread, label_above
from pipeline.date_labels import role_of
from pipeline.dates import find_dates
from pipeline.model import DateRole, Line, PageReading, PartialDate

_STAMP = re.compile(r"E[I1l]NGEGANG|\bE[I1l]NGANG\b|posteingang|eingegangen|\beingang(?:sstempel)?\b")
_NAME = re.compile(r"\W*[A-ZÄÖÜ' -]{2,},\s?[A-ZÄÖÜ' -]{2,}")
"""A person's name as cards print it."""
_WRAPPED = re.compile(r"(?:\b(?:den|am|vom)|[:,])\s*$")
"""A line that goes on with the date on the next one."""
_NEAR = 1.6
"""Lines of one stamp are closer than this many heights of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePlace:
    """A date, what it means by its labels, and what else its place tells.

    `top` and `left` are shares of the page's height and width. `cell` is the text before it in its own
    column, `before` and `after` that of the whole line.
    """

    value: PartialDate
    role: DateRole
    cell: str
    before: str
    after: str
    above: str
    below: str
    previous: str
    following: str
    top: float
    left: float
    stamped: bool
    tabled: bool

    @property
    def alone(self) -> bool:
        """Whether nothing else stands in its column of the line, but a sign or two."""
        return len(self.cell.strip()) + len(self.after.split(GAP, 1)[0].strip()) <= 3

    @property
    def alone_in_line(self) -> bool:
        return len(self.before.strip()) + len(self.after.strip()) <= 3


def date_places(page: PageReading, today: date) -> Iterator[DatePlace]:
    """All dates of a page, line by line."""
    spreads = [Spread.of(line) for line in page.lines]
    found = [find_dates(spread.text, today) for spread in spreads]
    for index, (spread, dates) in enumerate(zip(spreads, found, strict=True)):
        for each in dates:
            left, right = spread.span(each.start, each.end)
            before, after = spread.text[: each.start], spread.text[each.end :]
            above = label_above(page.lines, index, left, right)
            yield DatePlace(
                value=each.value,
                role=_role(page.lines, index, before, above),
                cell=before.rsplit(GAP, 1)[-1],
                before=before,
                after=after,
                above=above,
                below=_label_below(page.lines, index, left, right),
                previous=page.lines[index - 1].text if index else "",
                following=page.lines[index + 1].text if index + 1 < len(page.lines) else "",
                top=spread.line.box.top / page.height,
                left=left / page.width,
                stamped=_is_stamped(page.lines, index, left, right),
                tabled=any(
                    _stands_under(spreads[near], other.start, other.end, left) and other.value != each.value
                    for near, others in list(enumerate(found))[index + 1 : index + 2]
                    for other in others
                ),
            )


def _role(lines: Sequence[Line], index: int, before: str, above: str) -> DateRole:
    """The role by the label beside, above, or at the end of the line before where a sentence was wrapped."""
    role = role_of(before, above)
    if role is not DateRole.OTHER:
        return role
    if role_of("", above) is DateRole.DOCUMENT:
        return DateRole.DOCUMENT  # the head of its column counts, though other columns are near
    if not before.strip() and above and _NAME.fullmatch(lines[index - 1].text):
        return DateRole.BIRTH  # cards print it so, without a label
    if index == 0 or len(before.strip()) > 5 or GAP in Spread.of(lines[index - 1]).text:
        return role
    wrapped = f"{lines[index - 1].text} {before}"
    goes_on = role_of(wrapped)
    sure = goes_on is DateRole.BIRTH or (goes_on is DateRole.DOCUMENT and _WRAPPED.search(wrapped))
    return goes_on if sure else role


def _label_below(lines: Sequence[Line], index: int, left: float, right: float) -> str:
    """The words under a date, as forms have them below the line for the signature."""
    if index + 1 == len(lines):
        return ""
    line, below = lines[index], lines[index + 1]
    if below.box.top - line.box.bottom > 2.5 * line.height:
        return ""
    words = [
        word.text for word in below.words if word.box.right > left - line.height and word.box.left < right
    ]
    return " ".join(words)


def _is_stamped(lines: Sequence[Line], index: int, left: float, right: float) -> bool:
    """Whether a stamp of receipt surrounds the date: its word stands over or under it."""
    line = lines[index]
    return any(
        abs(other.box.top - line.box.top) < _NEAR * 2 * line.height
        and other.box.left < right
        and other.box.right > left
        and _STAMP.search(other.text)
        for other in lines[max(0, index - 2) : index + 3]
    )


def _stands_under(spread: Spread, start: int, end: int, left: float) -> bool:
    return abs(spread.span(start, end)[0] - left) < spread.line.height
