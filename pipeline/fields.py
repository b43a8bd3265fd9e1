"""Labels and their values on forms: `Familienname: X`, the value beside, below or in a box.

Labels are a closed vocabulary in the languages that forms at an immigration authority bear
(German with English, French or Turkish beside it). A value runs from its label to the next label
on the line; a label with nothing behind it takes what stands below it in its column, and where a
birth date stands in each of several rows below, all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from pipeline.columns import GAP, Spread
from pipeline.form_labels import NAME_PARTS, Label, begins_as_label, label_of, labels_of, with_labels
from pipeline.model import Line, PageReading, Word
from pipeline.name_span import SPECKS, name_span

# Between a label and its value: translated twins of the label, hints in brackets, punctuation.
_BETWEEN = re.compile(
    r"^(?:\s?[/|]\s?[^\W\d_][^:/|\d]{1,30}?(?=[:/|]|\s{2}|$)|\s*\([^)]{1,60}\)|\s*\[[a-z0-9]\]|"
    r"\s(?:laut|lt\.?|wie im|des|der) [\w/]{3,24}(?=\s*:)|[\s:;,!._|/\\=)\]–—-])+"
)
_WITH_DIGITS = frozenset({"birth_date", "azr", "bamf", "reference", "document_number"})
_NEAR = 8
"""Lines from the caption of a birth date in which the other captions stand likewise."""
_LEAST_DIGITS = 4
"""Digits of a birth date, of which some may be misread."""

_APART = 4.0
"""Gap, as a share of a line's height, behind which other text begins."""

_INDENT = 3.0
"""How much further to the left than others values may begin below a label with nothing before it."""
_ROWS = 4
"""Rows at the most from a caption to its value: those of other columns may lie between."""

_NUMBERING = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z]\))\s*$", re.IGNORECASE)
_NEXT_NUMBER = re.compile(rf"{GAP}\d{{1,2}}[.)]?\s*$")
"""Before the label that follows: "3 Name  Muster  4 Vornamen"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label of the vocabulary with its value, and the lines where they stand.

    `listed`: the value stands in one of several rows, each of them another person's. `column`: the number of
    the person, where a form has `columns` of several side by side.
    """

    key: str
    label: str
    value: str
    page: int
    line: int
    value_line: int
    confidence: float
    listed: bool = False
    column: int = 0
    columns: int = 0


def find_fields(page: PageReading) -> tuple[Field, ...]:
    """All labels of a page that have a value, in reading order."""
    return tuple(_fields(replace(page, lines=tuple(map(with_labels, page.lines)))))


@dataclass(frozen=True, slots=True)
class _Column:
    """A label without a value beside it, and where its column begins and the next one does.

    `end` is where the label itself does; the `first` column has nothing to its left.
    """

    label: Label
    left: float
    end: float
    right: float | None
    first: bool = False

    def words(self, line: Line, slack: float) -> list[Word]:
        """Of the last column those that stand together: beside a form there may be other text."""
        indent = _INDENT * slack if self.first else slack
        found = [
            word
            for word in line.words
            if word.box.left >= self.left - indent
            and (self.right is None or word.box.left < self.right - slack)
        ]
        if self.right is None:
            if found and found[0].box.left > self.end + _APART * line.height:
                return []
            wide = (
                at
                for at, (word, following) in enumerate(pairwise(found), 1)
                if following.box.left - word.box.right > _APART * line.height
            )
            del found[next(wide, len(found)) :]
        return found


def _fields(page: PageReading) -> Iterator[Field]:
    lines = [(spread, labels_of(spread.text)) for spread in map(Spread.of, page.lines)]
    upwards = _captions_below(page, lines)
    for index, (spread, labels) in enumerate(lines):
        columns: list[_Column] = []
        for label, following in zip_longest(labels, labels[1:]):
            end = following.start if following else len(spread.text)
            value, at = _beside(spread.text, label.end, end)
            if value and columns and _is_caption(spread.text, label, at):
                columns.append(_column(spread, label, labels, spread.span(at, end)[0]))
                continue
            if value and _plausible(label.keys, value):
                yield from _of_label(page, label, index, index, value, spread.words(at, end))
                continue
            right = _left(spread, following, labels) if following else None
            columns.append(_column(spread, label, labels, right))
        if index in upwards:
            yield from _over(page, index, columns)
        else:
            yield from _in_columns(page, index, columns)


def _over(page: PageReading, index: int, columns: Sequence[_Column]) -> Iterator[Field]:
    """The values that stand over their captions."""
    for column in columns:
        if found := _above(page, index, column):
            value = " ".join(word.text for word in found[1])
            yield from _of_label(page, column.label, index, found[0], value, found[1])


def _captions_below(page: PageReading, lines: Sequence[tuple[Spread, Sequence[Label]]]) -> frozenset[int]:
    """Lines near a birth date that stands over its caption, as on certificates: so do the other values."""
    found: set[int] = set()
    for index, (spread, labels) in enumerate(lines):
        for label in labels:
            left, end = spread.span(label.start, label.end)
            column = _Column(label, left, end, end)
            cell = spread.text[label.end :].split(GAP, 1)[0]
            if label.keys == ("birth_date",) and not any(map(str.isdigit, cell)):
                below = _below(page, index, column)
                above = _above(page, index, column)
                if above and _dated(above) and not (below and _dated(below)):
                    found.update(range(index - _NEAR, index + _NEAR))
    return frozenset(found)


def _dated(found: tuple[int, list[Word]]) -> bool:
    return _like_a_date(found[1][0].text)


def _column(spread: Spread, label: Label, labels: Sequence[Label], right: float | None) -> _Column:
    first = not spread.text[: label.start].strip()
    end = spread.span(label.start, label.end)[1]
    return _Column(label, _left(spread, label, labels), end, right, first)


def _left(spread: Spread, label: Label, labels: Sequence[Label]) -> float:
    """Where a label's column begins: with its cell, which may hold a number before it ("2. Vorname")."""
    cell = max(spread.text.rfind(GAP, 0, label.start), 0)
    first = not any(cell <= other.start < label.start for other in labels)
    return spread.span(cell if first else label.start, label.end)[0]


_Cell = tuple[_Column, int, list[Word]]
"""A column with the line and the words of one value below it."""


def _in_columns(page: PageReading, index: int, columns: Sequence[_Column]) -> Iterator[Field]:
    first = [(column, *found) for column in columns if (found := _below(page, index, column))]
    rows = [first, *_further_rows(page, first)]
    listed = len(rows) > 1
    for row in rows:
        for column, line, words in row:
            value = " ".join(word.text for word in words)
            for field in _of_label(page, column.label, index, line, value, words):
                yield replace(field, line=line, listed=True) if listed else field


def _further_rows(page: PageReading, first: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    """The rows of a list below its first one, as long as each holds a birth date."""
    last = next((line for column, line, _ in first if "birth_date" in column.label.keys), None)
    if last is None or len(first) < 2:
        return
    for below in range(last + 1, len(page.lines)):
        line, above = page.lines[below], page.lines[below - 1]
        height = max(line.height, above.height)
        row = [(column, below, column.words(line, 0.8 * height)) for column, _, _ in first]
        dated = any(
            "birth_date" in column.label.keys and _like_a_date(" ".join(word.text for word in words))
            for column, _, words in row
        )
        if not dated or line.box.top - above.box.bottom > 3.0 * height:
            return
        yield [cell for cell in row if cell[2]]


def _of_label(
    page: PageReading, label: Label, line: int, value_line: int, value: str, words: Sequence[Word]
) -> Iterator[Field]:
    for key in label.keys:
        yield Field(
            key=key,
            label=label.matches[0].group(),
            value=value,
            page=page.number,
            line=line,
            value_line=value_line,
            confidence=min((word.confidence for word in words), default=1.0),
        )


def _beside(text: str, start: int, end: int) -> tuple[str, int]:
    """The value between a label and the next one, and where it starts; empty if there is none."""
    between = _BETWEEN.match(text[start:end])
    at = start + (between.end() if between else 0)
    stated = text[at:end] if end == len(text) else _NEXT_NUMBER.sub("", text[at:end])
    value = " ".join(stated.split()).strip(" :;|/\\")
    if _NUMBERING.match(value) or value in {"und", "and"} or not any(map(str.isalnum, value)):
        return "", at
    return value, at


def _is_caption(text: str, label: Label, at: int) -> bool:
    """Whether a numbered label ("2 Vorname(n)") in a row of captions is far from what stands at `at`.

    That is another cell's or a stamp's, as the values stand below captions.
    """
    cell = text[: label.start].rsplit(GAP, 1)[-1]
    return bool(_NUMBERING.match(cell)) and text[label.end : at].endswith(GAP)


def _plausible(keys: Sequence[str], value: str) -> bool:
    """Whether `value` can be one of the first key; if not, it is another column's heading or text."""
    if keys[0] in NAME_PARTS:
        first, *others = value.strip(SPECKS + " ").split() or [""]
        if not any(map(str.isalpha, first)) or label_of(first.strip(".,:;")):
            return False
        named = name_span(value[:1].upper() + value[1:], from_end=False)
        return bool(named) and (len(first) > 1 or bool(others))
    if keys[0] == "birth_date":
        return _digits(value) >= _LEAST_DIGITS
    return keys[0] not in _WITH_DIGITS or _digits(value) > 0


def _like_a_date(text: str) -> bool:
    """Whether the text is mostly digits, of which some may be misread; a sentence with numbers is not."""
    signs = sum(map(str.isalnum, text))
    return _digits(text) >= _LEAST_DIGITS and 2 * _digits(text) >= signs


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _below(page: PageReading, index: int, column: _Column) -> tuple[int, list[Word]] | None:
    """Words of the next row that has some in the column, unless they are labels."""
    return _next_in_column(page, index, column, range(index + 1, min(index + 1 + _ROWS, len(page.lines))))


def _above(page: PageReading, index: int, column: _Column) -> tuple[int, list[Word]] | None:
    """Words of the next row above that has some in the column, unless they are labels."""
    return _next_in_column(page, index, column, range(index - 1, max(index - 1 - _ROWS, -1), -1))


def _next_in_column(
    page: PageReading, index: int, column: _Column, others: Iterable[int]
) -> tuple[int, list[Word]] | None:
    line = page.lines[index]
    for at in others:
        other = page.lines[at]
        upper, lower = sorted((line.box, other.box), key=lambda box: box.top)
        if lower.top - upper.bottom > 3.0 * max(line.height, other.height):
            return None
        words = column.words(other, 0.8 * line.height)
        if words and not begins_as_label(words):
            return at, words
    return None
