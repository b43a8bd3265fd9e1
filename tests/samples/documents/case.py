"""What a layout is given to fill in: whose document, from when, at which authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.samples.authorities import Authority
from tests.samples.names import STAFF
from tests.samples.register import Entry


def german(day: date) -> str:
    return f"{day:%d.%m.%Y}"


_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def german_long(day: date) -> str:
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def birth_text(iso: str) -> str:
    """`12.08.1964`; unknown parts as zeros, which is how offices type them."""
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    return f"{day or '00'}.{month or '00'}.{year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`other` is a second registered person in the document; `initial` shortens the given names."""

    site: Authority
    person: Entry
    issued: date
    rng: Random
    other: Entry | None = None
    initial: bool = False
    no_birth: bool = False
    spelling: tuple[str, str] | None = None

    @property
    def family(self) -> str:
        return self.spelling[0] if self.spelling else self.person.family_name

    @property
    def given(self) -> str:
        """Given names as printed; a stroke where the name is not split (AKNV annex 2 no. 5)."""
        given = self.spelling[1] if self.spelling else self.person.given_names
        return f"{given[0]}." if self.initial else given

    @property
    def name(self) -> str:
        """`Erika Mustermann`"""
        return self.family if self.given == "-" else f"{self.given} {self.family}"

    @property
    def listed(self) -> str:
        """`Mustermann, Erika`"""
        return self.family if self.given == "-" else f"{self.family}, {self.given}"

    @property
    def born(self) -> str:
        return "" if self.no_birth else birth_text(self.person.birth_date)

    @property
    def born_phrase(self) -> str:
        """`, geb. am 12.08.1964`, or nothing."""
        return f", geb. am {self.born}" if self.born else ""

    @property
    def honorific(self) -> str:
        return "Frau" if self.person.sex == "F" else "Herr"

    @property
    def honorific_dative(self) -> str:
        return "Frau" if self.person.sex == "F" else "Herrn"

    @property
    def salutation(self) -> str:
        return (
            f"Sehr geehrte Frau {self.family}"
            if self.person.sex == "F"
            else f"Sehr geehrter Herr {self.family}"
        )

    @property
    def subject(self) -> str:
        """The subject line's usual form."""
        return f"{self.listed}{self.born_phrase}, StA: {self.person.origin.adjective}"

    @property
    def address(self) -> tuple[str, str, str, str]:
        return self.honorific_dative, self.name, self.person.street, f"{self.site.postcode} {self.site.city}"

    @property
    def clerk(self) -> str:
        return STAFF[stable_index(self.person.file_number, len(STAFF))]

    def later(self, least: int, most: int) -> date:
        """A day `least` to `most` days after the document's date."""
        return self.issued + timedelta(days=self.rng.randint(least, most))

    def earlier(self, least: int, most: int) -> date:
        return self.issued - timedelta(days=self.rng.randint(least, most))

    def pick(self, *choices: str) -> str:
        return self.rng.choice(choices)


def stable_index(text: str, size: int) -> int:
    """A stable index from a text; `hash` differs from run to run."""
    return sum(text.encode()) % size
