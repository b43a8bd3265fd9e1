"""Fields of machine-readable zones by layout: TD1 (9303-5), TD2 (-6), TD3 (-4), visas (-7).

Beside the ICAO layouts: the French identity card of 1988 to 2021 (2 x 36, its own layout) and
the EU residence permit sticker (TD2 with a valid-from date in place of the composite digit).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline import mrz_repair as repair
from pipeline.check_digits import agrees, agrees_optional
from pipeline.model import Mrz, MrzType, PartialDate
from pipeline.states import STATES

_NAMES_START = 5


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
    """Whether the number is not as it was read; then the composite digit must agree, too."""
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


def parse_two_lines(upper: str, lower: str, anchor: int, today: date) -> RawZone | None:
    """TD2, TD3 or a visa; `anchor` is where the birth date starts in `lower`.

    Returns the layout (2 x 44 or 2 x 36) whose check digits agree best, None if no length fits.
    """
    zones = [zone for length in (44, 36) for zone in _two_line_zones(upper, lower, anchor, length, today)]
    return max(zones, key=lambda zone: zone.agreeing - _misfit(zone, upper, lower), default=None)


def _misfit(zone: RawZone, upper: str, lower: str) -> float:
    """How far the lines as read are from the layout's length; four lost characters outweigh a digit."""
    length = len(zone.lines[0])
    return 0.1 * abs(len(upper) - length) + 0.25 * abs(len(lower) - length)


def _two_line_zones(upper: str, lower: str, anchor: int, length: int, today: date) -> list[RawZone]:
    behind = lower[anchor + 15 :]
    wanted = length - 28
    if _no_state(lower[anchor - 3 : anchor]):
        return []
    if not (length - 12 <= len(upper) <= length + 6 and abs(len(behind) - wanted) <= 8):
        return []
    head, names = _head(upper, lower[anchor - 3 : anchor], length - _NAMES_START)
    zones = []
    for rest in repair.fitted(behind, wanted):
        before = lower[anchor - 13 : anchor] if anchor >= 13 else "<" + lower[:anchor]
        zones.append(_two_line_zone(head, names, before, lower[anchor : anchor + 15], rest, today))
    return zones


def _two_line_zone(head: str, names: str, before: str, dates: str, rest: str, today: date) -> RawZone:
    issuer = head[2:5]
    digit = repair.digits(before[9])
    number, number_agrees = repair.repaired_number(before[:9], digit, german=issuer == "D<<")
    nationality = repair.state(before[10:13])
    dates = _dates(dates)
    lower = number + digit + nationality + dates + rest
    checks = {
        "number": number_agrees,
        "birth_date": agrees(dates[:6], dates[6]),
        "expiry_date": agrees(dates[8:14], dates[14]),
    }
    zone = RawZone(
        type=_two_line_type(head, len(lower)),
        lines=(head + names, lower),
        names=names,
        number=number,
        issuer=issuer,
        nationality=nationality,
        birth=dates[:6],
        sex=dates[7],
        expiry=dates[8:14],
        checks=checks,
        repaired=number != before[:9],
        today=today,
    )
    return _with_tail(zone)


def _two_line_type(head: str, length: int) -> MrzType:
    if head[0] == "V":
        return "MRVA" if length == 44 else "MRVB"
    return "TD3" if length == 44 else "TD2"


def _with_tail(zone: RawZone) -> RawZone:
    """Adds the check digits behind the expiry date, after undoing filler misreads there."""
    upper, lower = zone.lines
    if zone.type in {"MRVA", "MRVB"}:
        return zone
    if zone.type == "TD2":
        valid_from = repair.digits(lower[29:])
        if upper[0] == "A" and lower[28] in "T<" and agrees(valid_from[:6], valid_from[6]):
            lines = (upper, lower[:29] + valid_from)
            return replace(zone, lines=lines, checks={**zone.checks, "valid_from": True})
        optional, tail = lower[28:35], repair.digits(lower[35])
        choices = [optional, _unfilled(optional)]
        lowers = [lower[:28] + choice + tail for choice in choices]
        return _best(zone, [(text, {"composite": _composite(text, 35)}) for text in lowers])
    digit = repair.digits(lower[42]).replace("K", "<").replace("C", "<")
    texts = []
    for personal in dict.fromkeys((lower[28:42], _unfilled(lower[28:42]))):
        text = lower[:28] + personal + digit + repair.digits(lower[43])
        checks = {
            "personal_number": agrees_optional(personal, digit),
            "composite": _composite(text, 43),
        }
        texts.append((text, checks))
    return _best(zone, texts)


def _best(zone: RawZone, lowers: list[tuple[str, dict[str, bool]]]) -> RawZone:
    text, checks = max(lowers, key=lambda item: sum(item[1].values()))
    return replace(zone, lines=(zone.lines[0], text), checks={**zone.checks, **checks})


def _composite(lower: str, end: int) -> bool:
    return agrees(lower[:10] + lower[13:20] + lower[21:end], lower[end])


def _unfilled(optional: str) -> str:
    """Optional data of nothing but what fillers are read as; right if a digit then agrees."""
    return "<" * len(optional) if not optional.strip("<KCEGLSX") else optional


def parse_td1(first: str, second: str, names: str, today: date) -> RawZone | None:
    """Three lines of 30; `second` starts with the birth date. None if no length fits."""
    fits = 20 <= len(first) <= 34 and 24 <= len(second) <= 34 and 18 <= len(names) <= 38
    if not fits or not names[:1].isalpha() or _no_state(second[15:18]):
        return None
    zones = [
        zone
        for head in repair.fitted(first, 30)
        if head[15:].count("<") or len(first) == 30
        for body in repair.fitted(second, 30)
        for zone in [_td1_zone(head, body, repair.padded_names(names, 30), today)]
    ]
    return max(zones, key=lambda zone: zone.agreeing, default=None)


def _td1_zone(first: str, second: str, names: str, today: date) -> RawZone:
    issuer = repair.state(first[2:5])
    digit = first[14] if first[14] == "<" else repair.digits(first[14])
    number, number_agrees = repair.repaired_number(first[5:14], digit, german=issuer == "D<<")
    optional = first[15:]
    printed = number
    if digit == "<" and not number_agrees:
        # Longer numbers go on in the optional data, closed by their check digit (9303-5, note j).
        remainder = optional.partition("<")[0]
        if remainder and agrees(number + remainder[:-1], remainder[-1]):
            printed, number_agrees = number + remainder[:-1], True
    dates = _dates(second[:15])
    nationality = repair.state(second[15:18])
    best: RawZone | None = None
    for tail in dict.fromkeys((optional, _unfilled(optional))):
        upper = first[:2] + issuer + number + digit + tail
        lower = dates + nationality + second[18:29] + repair.digits(second[29])
        covered = upper[5:] + lower[:7] + lower[8:15] + lower[18:29]
        zone = RawZone(
            type="TD1",
            lines=(upper, lower, names),
            names=names,
            number=printed,
            issuer=issuer,
            nationality=nationality,
            birth=dates[:6],
            sex=dates[7],
            expiry=dates[8:14],
            checks={
                "number": number_agrees,
                "birth_date": agrees(dates[:6], dates[6]),
                "expiry_date": agrees(dates[8:14], dates[14]),
                "composite": agrees(covered, lower[29]),
            },
            repaired=number != first[5:14],
            today=today,
        )
        if best is None or zone.agreeing > best.agreeing:
            best = zone
    assert best is not None
    return best


def french_identity_card(upper: str, lower: str, today: date) -> RawZone | None:
    """The card of 1988 to 2021: surname above, number, given names, birth date and sex below."""
    upper = next(repair.fitted(upper, 36))
    lower = next(repair.fitted(lower, 36))
    number, birth = repair.digits(lower[:12]), repair.digits(lower[27:33])
    digit, birth_digit = repair.digits(lower[12]), repair.digits(lower[33])
    given = repair.letters(lower[13:27])
    sex = repair.sex(lower[34])
    upper = "IDFRA" + repair.letters(upper[5:30]) + upper[30:]
    lower = number + digit + given + birth + birth_digit + sex + repair.digits(lower[35])
    if not (birth + number).isalnum() or len(lower) != 36:
        return None
    return RawZone(
        type="TD2",
        lines=(upper, lower),
        names=upper[5:30].rstrip("<") + "<<" + given.replace("<<", "<") + "<",
        number=number,
        issuer="FRA",
        nationality="FRA",
        birth=birth,
        sex=sex,
        expiry="",
        checks={
            "number": agrees(number, digit),
            "birth_date": agrees(birth, birth_digit),
            "composite": agrees(upper + lower[:35], lower[35]),
        },
        repaired=False,
        today=today,
    )


def _no_state(text: str) -> bool:
    """Rows of digits satisfy every check digit, but a state has letters (one may be misread)."""
    return sum(char.isdecimal() for char in text) > 1


def _head(upper: str, nationality: str, names_length: int) -> tuple[str, str]:
    """Document code with issuer (5 characters), and the names field of exactly `names_length`."""
    offset = next(
        (skip for skip in range(3) if upper[skip + 2 : skip + 5] == nationality), 0
    )  # noise before the line
    upper = upper[offset:]
    code = upper[0] + ("<" if upper[1] == "K" else upper[1])
    issuer, names = repair.state(upper[2:5]), upper[5:]
    if issuer == "D<<":
        names = names.lstrip("<")
    return code + issuer, repair.padded_names(names, names_length)


def _dates(text: str) -> str:
    """Birth date, digit, sex, expiry date, digit: each by its alphabet."""
    return repair.digits(text[:7]) + repair.sex(text[7]) + repair.digits(text[8:15])


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


def birth_date(text: str, today: date, expiry: PartialDate | None) -> PartialDate | None:
    """YYMMDD, not after `today` nor after the document expired; unknown parts may be fillers or X."""
    latest = min(today.year, expiry.year) if expiry else today.year
    for century in (today.year // 100 * 100, today.year // 100 * 100 - 100):
        value = _partial(text, century)
        if value is None or value.year > latest:
            continue
        if (value.year, value.month or 1, value.day or 1) > (today.year, today.month, today.day):
            continue
        return value
    return None


def expiry_date(text: str, today: date) -> PartialDate | None:
    """YYMMDD within fifty years of `today`."""
    base = today.year // 100 * 100
    values = (_partial(text, base + shift) for shift in (0, -100, 100))
    return next((value for value in values if value and -50 <= value.year - today.year < 50), None)


def _partial(text: str, century: int) -> PartialDate | None:
    if not text[:2].isdecimal():
        return None
    parts = [text[:2], *(part for part in (text[2:4], text[4:6]) if part not in {"<<", "XX", "00"})]
    try:
        return PartialDate.parse("-".join([f"{century + int(parts[0]):04d}", *parts[1:]]))
    except ValueError:
        return None
