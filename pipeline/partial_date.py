"""A date as far as it is known, and the names of the months it may be written with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan jänner january janvier ocak",
            "februar feb febr feber february fevrier février şubat subat",
            "märz maerz mar mär mrz march mars mart",
            "april apr avril nisan",
            "mai may mayıs mayis",
            "juni jun june juin haziran",
            "juli jul july juillet temmuz",
            "august aug août aout ağustos agustos",
            "september sep sept septembre eylül eylul",
            "oktober okt october oct octobre ekim",
            "november nov novembre kasım kasim",
            "dezember dez december dec décembre decembre aralık aralik",
        ),
        start=1,
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date whose day or month may be unknown (AufenthV § 64, ICAO 9303-3 section 4.8)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
        return text

    @property
    def full(self) -> bool:
        return self.month is not None and self.day is not None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """From `1980`, `1980-05` or `1980-05-17`. Raises ValueError for anything else."""
        parts = text.strip().split("-")
        if not 1 <= len(parts) <= 3 or len(parts[0]) != 4 or any(len(p) != 2 for p in parts[1:]):
            raise ValueError(f"not an ISO date: {text!r}")
        numbers = [int(part) for part in parts]
        date(*[*numbers, 1, 1][:3])
        return cls(*numbers)


def make_date(day: int, month: int, year: int) -> PartialDate | None:
    """A date as far as it is known; `00` means unknown. None for an impossible one."""
    if not 1900 <= year <= 2199:
        return None
    if month == 0:
        return PartialDate(year) if day == 0 else None
    if not 1 <= month <= 12:
        return None
    if day == 0:
        return PartialDate(year, month)
    try:
        date(year, month, day)
    except ValueError:
        return None
    return PartialDate(year, month, day)
