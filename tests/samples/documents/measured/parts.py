"""Small parts of the freely arranged sheets: blocks of lines, dates as offices write them, kin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.samples.documents.case import Case, german_long
from tests.samples.fonts import Family
from tests.samples.paper import Paper
from tests.samples.sheet import BLACK, Align, Ink

_ABBREVIATED = (
    "Jan.",
    "Feb.",
    "März",
    "Apr.",
    "Mai",
    "Juni",
    "Juli",
    "Aug.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Dez.",
)


def short(day: date) -> str:
    """`03.04.21`"""
    return f"{day:%d.%m.%y}"


def abbreviated(day: date) -> str:
    """`3. Sept. 2021`"""
    return f"{day.day}. {_ABBREVIATED[day.month - 1]} {day.year}"


def born_long(case: Case) -> str:
    """The birth date with its month as a word; one that is not fully known stays in figures."""
    if case.no_birth or not case.person.full_birth_date:
        return case.born
    return german_long(date.fromisoformat(case.person.birth_date))


def block(
    paper: Paper,
    x: float,
    y: float,
    lines: Sequence[str],
    *,
    size: float = 10.0,
    step: float = 4.8,
    bold: int = 0,
    align: Align = "left",
    family: Family | None = None,
    ink: Ink = BLACK,
) -> None:
    """Lines below one another from the baseline `y`, the first `bold` of them in bold; no cursor moves."""
    for number, line in enumerate(lines):
        paper.text(
            x,
            y + number * step,
            line,
            size=size,
            bold=number < bold,
            align=align,
            family=family,
            ink=ink,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A relative who is in no register: a given name nobody in the word lists has, and a birth date."""

    given: str
    family: str
    born: date

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def listed(self) -> str:
        return f"{self.family}, {self.given}"


def _years(case: Case, years: int) -> date:
    """A day about `years` after the person's birth (before, where negative)."""
    return date(int(case.person.birth_date[:4]) + years, 1, 1) + timedelta(days=case.rng.randrange(365))


def father(case: Case) -> Kin:
    return Kin(given="Musterus", family=case.family, born=_years(case, -29))


def mother(case: Case) -> Kin:
    """With her birth name as family name, as certificates name her."""
    return Kin(given="Exempla", family="Vorlagova", born=_years(case, -26))


def spouse(case: Case) -> Kin:
    given = "Testian" if case.person.sex == "F" else "Probina"
    return Kin(given=given, family=case.family, born=_years(case, 2))


def child(case: Case) -> Kin:
    """Born within the ten years before the document."""
    return Kin(given="Specimina", family=case.family, born=case.earlier(200, 3600))
