"""Two-digit years of machine-readable zones (ICAO Doc 9303-3 section 4.8)."""

from __future__ import annotations

from datetime import date

from pipeline.model import PartialDate


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
