"""Machine-readable zones as ICAO Doc 9303 parts 3 to 7 lay them out, with all check digits."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tests.samples.numbers import check_digit

_SPECIAL = str.maketrans(
    {"Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "SS", "ẞ": "SS", "Đ": "D", "Ł": "L", "Ø": "OE", "Æ": "AE"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """What a zone says. Dates are `YYMMDD` with `<` for unknown parts; `nationality` as printed (`D`)."""

    code: str
    issuer: str
    surname: str
    given: str
    number: str
    nationality: str
    birth: str
    sex: str
    expiry: str
    optional: str = ""


def birth_field(iso: str) -> str:
    """`YYMMDD` from a full or partial ISO date, `<<` for each unknown part (Doc 9303-3, 4.8)."""
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    return year[2:] + (month or "<<") + (day or "<<")


def latin(name: str) -> str:
    """A name in the zone's letters: recommended transliteration, apostrophes dropped, others `<`."""
    upper = name.upper().replace("ß", "SS").translate(_SPECIAL)
    plain = (sign for sign in unicodedata.normalize("NFKD", upper) if not unicodedata.combining(sign))
    kept = "".join(plain).replace("'", "").replace("’", "")
    return "".join(sign if "A" <= sign <= "Z" else "<" for sign in kept).strip("<")


def _names(bearer: Bearer, length: int) -> str:
    given = latin(bearer.given)
    text = latin(bearer.surname) + ("<<" + given if given else "")
    return text[:length].ljust(length, "<")


def _number(bearer: Bearer) -> str:
    number = bearer.number.ljust(9, "<")
    return number + check_digit(number)


def _dates(bearer: Bearer) -> tuple[str, str]:
    return bearer.birth + check_digit(bearer.birth), bearer.expiry + check_digit(bearer.expiry)


def td1(bearer: Bearer) -> tuple[str, str, str]:
    """Three lines of 30: identity cards and the German residence permit card."""
    birth, expiry = _dates(bearer)
    head = bearer.code.ljust(2, "<") + bearer.issuer.ljust(3, "<")
    first = head + _number(bearer) + bearer.optional.ljust(15, "<")
    second = birth + bearer.sex + expiry + bearer.nationality.ljust(3, "<") + "<" * 11
    total = check_digit(first[5:30] + birth + expiry + second[18:29])
    return first, second + total, _names(bearer, 30)


def td2(bearer: Bearer) -> tuple[str, str]:
    """Two lines of 36: stickers, arrival certificate."""
    birth, expiry = _dates(bearer)
    first = bearer.code.ljust(2, "<") + bearer.issuer.ljust(3, "<") + _names(bearer, 31)
    number = _number(bearer)
    optional = bearer.optional.ljust(7, "<")
    second = number + bearer.nationality.ljust(3, "<") + birth + bearer.sex + expiry + optional
    return first, second + check_digit(number + birth + expiry + optional)


def td3(bearer: Bearer) -> tuple[str, str]:
    """Two lines of 44: passports and travel documents."""
    birth, expiry = _dates(bearer)
    first = bearer.code.ljust(2, "<") + bearer.issuer.ljust(3, "<") + _names(bearer, 39)
    number = _number(bearer)
    optional = bearer.optional.ljust(14, "<")
    personal = optional + (check_digit(optional) if bearer.optional else "<")
    second = number + bearer.nationality.ljust(3, "<") + birth + bearer.sex + expiry + personal
    return first, second + check_digit(number + birth + expiry + personal)


def mrv(bearer: Bearer, *, width: int = 44) -> tuple[str, str]:
    """A visa: format A with 44 signs, B with 36; no composite digit."""
    birth, expiry = _dates(bearer)
    first = bearer.code.ljust(2, "<") + bearer.issuer.ljust(3, "<") + _names(bearer, width - 5)
    second = _number(bearer) + bearer.nationality.ljust(3, "<") + birth + bearer.sex + expiry
    return first, (second + bearer.optional).ljust(width, "<")
