"""The fields of a machine-readable zone before and after its check digits have spoken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.model import Mrz, MrzType
from pipeline.mrz_dates import birth_date, expiry_date
from pipeline.states import STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class RawZone:
    """Fields as printed (after repair), before their check digits decide what counts."""

    type: MrzType
    lines: tuple[str, ...]
    names: str
    number: str
    issuer: str
    nationality: str
    birth: str
    sex: str
    expiry: str
    checks: dict[str, bool]
    repaired: bool
    """Whether the number is not as it was read, or put together; then the composite digit must agree, too."""
    today: date

    @property
    def agreeing(self) -> int:
        """Agreeing digits; that of an unused personal number proves nothing."""
        return sum(agrees for name, agrees in self.checks.items() if name != "personal_number")

    def to_mrz(self, page: int) -> Mrz | None:
        """None unless enough check digits agree, one of them of a date, and a name is there.

        Enough are three, or two between known state codes where the layout has more.
        """
        if self.repaired and not self.checks.get("composite", True):
            return replace(self, repaired=False, checks={**self.checks, "number": False}).to_mrz(page)
        dated = self.checks["birth_date"] or self.checks.get("expiry_date", False)
        surname, given = split_names(self.names)
        known = self.issuer in STATES and self.nationality in STATES | {"<<<"}
        needed = 2 if known and "expiry_date" in self.checks else 3
        if self.agreeing < needed or not dated or not surname or "<" not in "".join(self.lines):
            return None
        expiry = expiry_date(self.expiry, self.today) if self.checks.get("expiry_date") else None
        birth = birth_date(self.birth, self.today, expiry) if self.checks["birth_date"] else None
        if birth is None and expiry is None:
            return None
        return Mrz(
            page=page,
            type=self.type,
            lines=self.lines,
            surname=surname,
            given_names=given,
            number=(self.number.replace("<", "") or None) if self.checks["number"] else None,
            issuer=self.issuer.strip("<"),
            nationality=self.nationality.strip("<"),
            birth_date=birth,
            sex=_sex(self.sex),
            expiry_date=expiry,
            checks=self.checks,
            names_truncated=self.names[-1:] not in {"<", ""},
        )


def split_names(names: str) -> tuple[str, str]:
    """Primary and secondary identifier with spaces for fillers; no given names leave ''."""
    primary, _, secondary = names.partition("<<")
    return " ".join(primary.replace("<", " ").split()), " ".join(secondary.replace("<", " ").split())


def _sex(char: str) -> Literal["M", "F", "X"] | None:
    if char == "M":
        return "M"
    if char == "F":
        return "F"
    return "X" if char in {"X", "<"} else None
