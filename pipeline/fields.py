"""Labels and their values on forms: `Familienname: X`, the value beside, below or in a box.

Labels are a closed vocabulary in the languages that forms at an immigration authority bear
(German with English, French or Turkish beside it). A value runs from its label to the next label
on the line; a label with nothing behind it takes what stands below it in its column, and where a
birth date stands in each of several rows below, all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from pipeline.columns import GAP, Spread
from pipeline.form_columns import NUMBERING, Column, column_of, find_above, find_below, left_of
from pipeline.form_labels import NAME_PARTS, Label, label_of, labels_of, with_labels
from pipeline.model import PageReading, Word
from pipeline.name_span import SPECKS, name_span

# Between a label and its value: translated twins of the label, hints in brackets, punctuation.
_BETWEEN = re.compile(
    r"^(?:\s?[/|]\s?[^\W\d_][^:/|\d]{1,30}?(?=[:/|]|\s{2}|$)|\s*\([^)]{1,60}\)|\s*\[[a-z0-9]\]|"
    r"\s(?:laut|lt\.?|wie im|des|der) [\w/]{3,24}(?=\s*:|\s{3})|\s(?:des|der)(?=\s{3})|"
    r"[\s:;,!._|/\\=)\]–—-])+"
)
_WITH_DIGITS = frozenset({"birth_date", "azr", "bamf", "reference", "document_number"})
_PLAIN = frozenset({"nationality", "sex", "birth_place"})
"""What is never written in digits."""
_NEAR = 8
"""Lines from the caption of a birth date in which the other captions stand likewise."""
_LEAST_DIGITS, _ALL_DIGITS = 4, 8
"""Digits of a birth date, of which some may be misread."""

_DAY_MONTH_YEAR = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d")
_IN_SENTENCE = re.compile(r"(?<!\S)[a-zäöüß]{2,}\s(?:[a-zäöüß]+\s)*[a-zäöüß]{2,}\s$")
"""Before a label that is none: "erklärt der Antragsteller:"."""
_FAR = 12.0
"""Gap, as a share of a line's height, over which a value is its label's only if none stands below that."""
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


def _fields(page: PageReading) -> Iterator[Field]:
    lines = [(spread, _labels(spread.text)) for spread in map(Spread.of, page.lines)]
    upwards = _captions_below(page, lines)
    for index, (spread, labels) in enumerate(lines):
        columns: list[Column] = []
        for label, following in zip_longest(labels, labels[1:]):
            end = following.start if following else len(spread.text)
            value, at = _beside(spread.text, label.end, end)
            if value and columns and _is_caption(spread.text, label, at):
                columns.append(column_of(spread, label, labels, spread.span(at, end)[0]))
                continue
            if (
                value
                and _plausible(label.keys, value)
                and not _another_columns(page, index, spread, label, at)
            ):
                yield from _of_label(page, label, index, index, value, spread.words(at, end))
                continue
            right = left_of(spread, following, labels) if following else None
            columns.append(column_of(spread, label, labels, right))
        if index in upwards:
            yield from _over(page, index, columns)
        else:
            yield from _in_columns(page, index, columns)


def _labels(text: str) -> list[Label]:
    """The labels of a line, but for a word in a sentence that is one elsewhere."""
    return [
        label
        for label in labels_of(text)
        if label.keys[0] != "name" or not _IN_SENTENCE.search(text[: label.start])
    ]


def _over(page: PageReading, index: int, columns: Sequence[Column]) -> Iterator[Field]:
    """The values that stand over their captions."""
    for column in columns:
        if found := find_above(page, index, column):
            value = " ".join(word.text for word in found[1])
            yield from _of_label(page, column.label, index, found[0], value, found[1])


def _captions_below(page: PageReading, lines: Sequence[tuple[Spread, Sequence[Label]]]) -> frozenset[int]:
    """Lines near a birth date that stands over its caption, as on certificates: so do the other values."""
    found: set[int] = set()
    for index, (spread, labels) in enumerate(lines):
        for label in labels:
            column = column_of(spread, label, labels, spread.span(label.start, label.end)[1])
            cell = spread.text[label.end :].split(GAP, 1)[0]
            if label.keys == ("birth_date",) and not any(map(str.isdigit, cell)):
                below = find_below(page, index, column)
                above = find_above(page, index, column)
                if above and _dated(above) and not (below and _dated(below) and _is_date(below)):
                    found.update(range(index - _NEAR, index + _NEAR))
    return frozenset(found)


def _another_columns(page: PageReading, index: int, spread: Spread, label: Label, at: int) -> bool:
    """Whether what stands far beside a birth date's caption is another column's: below it stands a date."""
    left, end = spread.span(label.start, label.end)
    if label.keys != ("birth_date",) or spread.span(at, at + 1)[0] - end < _FAR * spread.line.height:
        return False
    below = find_below(page, index, Column(label, left, end, end))
    return below is not None and _dated(below)


def _dated(found: tuple[int, list[Word]]) -> bool:
    return _like_a_date(_beginning(found[1]))


def _beginning(words: Sequence[Word]) -> str:
    """The first word, or all that begin a cell with nothing but digits: "22 12 1982 Berlin"."""
    digits = "".join(takewhile(str.isdigit, (word.text.strip(".") for word in words)))
    return digits or words[0].text


def _is_date(found: tuple[int, list[Word]]) -> bool:
    """Whether the digits can be those of a date, and not only a number's."""
    digits = "".join(filter(str.isdigit, _beginning(found[1])))
    return len(digits) < _ALL_DIGITS or bool(_DAY_MONTH_YEAR.match(digits))


_Cell = tuple[Column, int, list[Word]]
"""A column with the line and the words of one value below it."""


def _in_columns(page: PageReading, index: int, columns: Sequence[Column]) -> Iterator[Field]:
    first = _straightened(
        [(column, *found) for column in columns if (found := find_below(page, index, column))], columns
    )
    rows = [first, *_further_rows(page, first)]
    listed = len(rows) > 1
    for row in rows:
        for column, line, words in row:
            value = " ".join(word.text for word in words)
            for field in _of_label(page, column.label, index, line, value, words):
                yield replace(field, line=line, listed=True) if listed else field


def _straightened(cells: Sequence[_Cell], columns: Sequence[Column]) -> list[_Cell]:
    """The values of a row; a birth date that slipped below its neighbour's caption put below its own.

    Cards set the values closer together than the captions over them.
    """
    born = next((column for column in columns if "birth_date" in column.label.keys), None)
    if born is None or any(column is born for column, _, _ in cells):
        return list(cells)
    return [(born if _slipped(cell) else cell[0], *cell[1:]) for cell in cells]


def _slipped(cell: _Cell) -> bool:
    column, _, words = cell
    return bool(_PLAIN & set(column.label.keys)) and _whole_date(" ".join(word.text for word in words))


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
    if NUMBERING.match(value) or value in {"und", "and"} or not any(map(str.isalnum, value)):
        return "", at
    return value, at


def _is_caption(text: str, label: Label, at: int) -> bool:
    """Whether a numbered label ("2 Vorname(n)") in a row of captions is far from what stands at `at`.

    That is another cell's or a stamp's, as the values stand below captions.
    """
    cell = text[: label.start].rsplit(GAP, 1)[-1]
    return bool(NUMBERING.match(cell)) and text[label.end : at].endswith(GAP)


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


def _whole_date(text: str) -> bool:
    """Whether the text holds the eight digits of a date and nothing else."""
    return not any(map(str.isalpha, text)) and _digits(text) == _ALL_DIGITS


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)
