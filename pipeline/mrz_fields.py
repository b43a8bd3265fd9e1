"""Fields of machine-readable zones by layout: TD1 (9303-5), TD2 (-6), TD3 (-4), visas (-7).

Beside the ICAO layouts: the French identity card of 1988 to 2021 (2 x 36, its own layout) and
the EU residence permit sticker (TD2 with a valid-from date in place of the composite digit).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline import mrz_repair as repair
from pipeline.check_digits import agrees, agrees_optional
from pipeline.model import MrzType
from pipeline.mrz_raw import RawZone

_NAMES_START = 5


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
    printed = number if number_agrees else _long_number(number, digit, first[15:])
    dates = _dates(second[:15])
    nationality = repair.state(second[15:18])
    lower = dates + nationality + second[18:29] + repair.digits(second[29])
    uppers = [
        first[:2] + issuer + number + digit + optional
        for optional in dict.fromkeys((first[15:], _unfilled(first[15:]), first[15:].replace("O", "0")))
    ]
    composites = [_td1_composite(upper, lower) for upper in uppers]
    return RawZone(
        type="TD1",
        lines=(uppers[composites.index(max(composites))], lower, names),
        names=names,
        number=printed or number,
        issuer=issuer,
        nationality=nationality,
        birth=dates[:6],
        sex=dates[7],
        expiry=dates[8:14],
        checks={
            "number": printed is not None,
            "birth_date": agrees(dates[:6], dates[6]),
            "expiry_date": agrees(dates[8:14], dates[14]),
            "composite": max(composites),
        },
        # A longer number is no less a guess than a repaired one: without its layout, digits agree by chance.
        repaired=number != first[5:14] or not number_agrees,
        today=today,
    )


def _long_number(number: str, digit: str, optional: str) -> str | None:
    """Longer numbers go on in the optional data, closed by their check digit (9303-5, note j)."""
    remainder = optional.partition("<")[0]
    if digit == "<" and remainder and agrees(number + remainder[:-1], remainder[-1]):
        return number + remainder[:-1]
    return None


def _td1_composite(upper: str, lower: str) -> bool:
    return agrees(upper[5:] + lower[:7] + lower[8:15] + lower[18:29], lower[29])


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
