"""What marks a date of running text as one of birth: a label before it, or its place right behind a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.date_labels import role_of
from pipeline.dates import find_dates
from pipeline.lone_dates import GROWN
from pipeline.model import DateRole, Line, PartialDate
from pipeline.name_span import is_name, name_span

_BORN = (
    r"(?:\*|(?<![^\W_])(?:(?:geb(?:oren(?:e[rn]?)?|\.)?,?\s?(?:am|den)?|geburtsdatum|geb\.?-?\s?dat(?:um|\.)?|"
    r"date of birth|born(?: on)?|né\(?e?\)? le|do[gğ]um tarihi)(?!\w)|"
    r"[gqc69][ecoa][bhk68][.,:;]?\s(?=[ao0][mn]\s|arn\s)))"
)
"""What stands before a birth date; "geb. am" also misread."""
_BIRTH_LABEL = re.compile(
    rf"[\s,;(]*(?:\bnach eigenen Angaben |\bangeblich ){{0,1}}{_BORN}[\s.:/]*(?:\w+\s?/?\s?){{0,2}}[:\s]*$",
    re.IGNORECASE,
)
_UNREADABLE = re.compile(
    rf"{_BORN}[\s.:/]*(?:[ao0][mn]|arn)?[\s.:]*(?P<date>(?=(?:[^\s\d]*\d){{4}})[\w.,/-]{{6,12}})",
    re.IGNORECASE,
)
"""Something behind such a label that was a date before it was misread."""
_DATED_FOR = {DateRole.EXPIRY, DateRole.RECEIVED, DateRole.ISSUE}
"""What no birth date is; without a label a name and a comma look like the place before a signature's day."""
_STARRED = re.compile(r"[^\W\d_]\s*(?:\(|\W*[*°\"“”]\s?)\s*$")
"""A name with a date in brackets or behind a star: "Anruf von Erika Muster (12.08.1964)"."""
_SIGNS = ' ,;(*°"“”–-'
_DAY_LABEL = re.compile(
    r"\b(?:\w*datum|\w*ort|date|place|stand|vom|am|seit|ab|bis)\b(?=[^,;]*[:,]|\s*$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class BirthMark:
    """Where the text before a birth date ends that is not its label; `told` by a label."""

    start: int
    label: str
    told: bool


def dates_of(text: str, today: date) -> list[tuple[int, int, PartialDate | None]]:
    """Start, end and value of all dates; None for a birth date that cannot be read."""
    found = [(each.start, each.end, each.value) for each in find_dates(text, today)]
    unreadable = (
        (*match.span("date"), None)
        for match in _UNREADABLE.finditer(text)
        if not any(start < match.end() and match.start("date") < end for start, end, _ in found)
    )
    return sorted([*found, *unreadable], key=lambda item: item[0])


def birth_mark(lines: Sequence[Line], before: str, born: PartialDate | None, today: date) -> BirthMark | None:
    """How the text before a date says that it is of birth; None if it does not. `lines`: the page's."""
    role = role_of(before)
    if role in _DATED_FOR or (born and born.year > today.year):
        return None
    if label := _BIRTH_LABEL.search(before):
        return BirthMark(label.start(), label.group(), told=True) if role is not DateRole.DOCUMENT else None
    if born and born.full and not _DAY_LABEL.search(before) and _ends_in_name(before):
        days = (each.value for line in lines for each in find_dates(line.text, today))
        latest = max((day.year for day in days if day.year <= today.year), default=0)
        if born.year + GROWN <= latest:
            return BirthMark(len(before.rstrip(_SIGNS)), "", told=False)
    return None


def _ends_in_name(before: str) -> bool:
    """Whether nothing but a name, or one behind its label, stands before a date: "Muster, Erika; 12.08.1964",
    "für: Erika Muster, 12.08.1964".
    """
    name = before.rstrip(_SIGNS)
    if any(is_name(re.split(signs, name)[-1].strip()) for signs in ("[:;]", "[:;,]")):
        return True
    return bool(_STARRED.search(before)) and len(name_span(name).split()) > 1
