"""A registered person's name in the text of a document, on one line or over two of a form.

Boxes and rulings part a form's labels from their values; whom a number or a birth date leads to is
then found by name where the fields are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from config.form_words import load_form_words
from pipeline.model import Person, PersonName, Role
from pipeline.name_match import is_all_of, stands_in
from pipeline.name_span import name_span
from pipeline.roles import last_role

_LABEL = load_form_words().label
_SIGNS = re.compile(r"^[\W\d_]+")
_COUNTED = re.compile(r"\W*\d{1,3}\W")
_ROW = re.compile(r"\W*\w{1,3}\W.*(?:19|20)\d{2}\W*$")
"""Rows of a list, with a number or a misread one at their head and a birth date at their end."""
_REACH = 2
"""Lines from one half of a name to the other: one with a label may stand between them."""
_HEADING = 3
"""Lines above a name whose words may give it a role."""


def named_on_line(person: Person, lines: Sequence[str]) -> Role | None:
    """The role of the first line on which the name stands in full: a third person's, unknown, or no line.

    None in a list that counts persons with their birth dates: of several nobody is the subject.
    """
    found = next((at for at, line in enumerate(lines) if stands_in(person, line)), None)
    if found is None or (_COUNTED.match(lines[found]) and _rows_beside(lines, found)):
        return None
    return _role(lines[found])


def _rows_beside(lines: Sequence[str], at: int) -> bool:
    return any(_ROW.match(line) for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))


def named_over_lines(person: Person, lines: Sequence[str]) -> Role | None:
    """The role in which family and given names stand on lines of their own, close together; None if not.

    Not where another bare name stands beside: of two that fit a family name one may be a twin's.
    """
    cells = [_cell(line) for line in lines]
    for name in person.names:
        for family, given in _halves(name, cells):
            beside = {family - 1, family + 1} - {given}
            if not any(_bare_name(cells, at) for at in beside):
                first = min(family, given)
                return _role(" ".join(lines[max(first - _HEADING, 0) : max(family, given) + 1]))
    return None


def _halves(name: PersonName, cells: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines of the family name and of all given names, at most `_REACH` apart."""
    if not (name.family and name.given):
        return
    families = [at for at, cell in enumerate(cells) if is_all_of(name.family, cell)]
    for at in families:
        for other in range(max(at - _REACH, 0), min(at + _REACH + 1, len(cells))):
            between = cells[min(at, other) + 1 : max(at, other)]
            if other != at and is_all_of(name.given, cells[other]) and not any(map(_is_name, between)):
                yield at, other


def _cell(line: str) -> str:
    """The words of a line behind its label, up to the box or ruling that parts them from others."""
    text = _SIGNS.sub("", line)
    if label := _LABEL.match(text):
        text = _SIGNS.sub("", text[label.end() :])
    words = text.split()
    end = next((at for at, word in enumerate(words) if not _of_name(word)), len(words))
    return " ".join(words[:end]).strip(" ,.;")


def _of_name(word: str) -> bool:
    return len(word) > 1 and any(map(str.isalpha, word)) and not any(map(str.isdigit, word))


def _bare_name(cells: Sequence[str], at: int) -> bool:
    return 0 <= at < len(cells) and _is_name(cells[at])


def _is_name(cell: str) -> bool:
    return bool(cell) and name_span(cell, from_end=False) == cell


def _role(text: str) -> Role:
    return Role.THIRD if last_role(text)[0] is Role.THIRD else Role.UNKNOWN
