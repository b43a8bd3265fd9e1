"""Reads machine-readable zones from page images, where recognised text alone does not give them.

Order of passes, each only if the one before gave no zone whose check digits all agree: the text
that is there anyway; the character grid, in the four orientations; the grid after small turns;
general recognition of the band.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from PIL import Image

from pipeline.model import Mrz
from pipeline.mrz import find_mrz
from pipeline.mrz_band import find_bands
from pipeline.mrz_glyphs import GlyphReading
from pipeline.mrz_interpret import agreeing, complete, interpret
from pipeline.mrz_number import proved
from pipeline.mrz_picture import read_zones

WHITELIST = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
_ORIENTATIONS = (0, 90, 270, 180)
_TILTS = (-1.5, 1.5, -3, 3, -4.5, 4.5, -6, 6)
_MOST_PIXELS = 2600
"""Longer side in pixels; at 300 dpi an A4 page keeps 9 pixels a millimetre."""
_MAX_RECOGNISED_BANDS = 2
_BAND_DPI = 400
"""Bands are scaled so that the 2.5 mm high capitals have 40 pixels."""

_HINT_WORDS = re.compile(
    r"PASSPORT|PASSEPORT|REISEPASS|REISEAUSWEIS|AUFENTHALTSTITEL|RESIDENCE PERMIT|VISUM|\bVISA\b"
    r"|PERSONALAUSWEIS|IDENTITY CARD|ANKUNFTSNACHWEIS|AUFENTHALTSGESTATTUNG|AUSSETZUNG DER ABSCHIEBUNG"
    r"|FIKTIONSBESCHEINIGUNG|TRAVEL DOCUMENT|TITRE DE|KIMLIK|SPECIMEN"
)
_HINT_FILLERS = re.compile(r"<[^\n]{0,12}<|«|≪|[A-Z0-9][KC<]{5}|[<KCLE]{8}")
_HINT_DENSE = re.compile(r"(?m)^[ ]?[A-Z0-9<«( ]*[A-Z0-9<]{24,}")
_CARD_LIMIT = 420.0
"""Points (148 mm): pages no longer than A6, so cards, passport pages and labels."""


class Recognise(Protocol):
    """General text recognition of an image, line by line (see `pipeline.ocr.recognise_zone`)."""

    def __call__(self, image: Image.Image, *, dpi: int, psm: int, whitelist: str) -> list[str]: ...


def mrz_hint(text: str, width_pt: float, height_pt: float) -> bool:
    """Whether a look at the image is worth its time: fillers, dense lines, telling words, card size."""
    if max(width_pt, height_pt) <= _CARD_LIMIT:
        return True
    return _looks_like_zone(text) or _HINT_WORDS.search(text.upper()) is not None


def may_be_read(text: str, width_pt: float, height_pt: float) -> bool:
    """Whether what was recognised may be of a zone; if not, a zone can only be where nothing was."""
    return max(width_pt, height_pt) <= _CARD_LIMIT or _looks_like_zone(text)


def _looks_like_zone(text: str) -> bool:
    return bool(_HINT_FILLERS.search(text) or _HINT_DENSE.search(text))


def find_on_page(
    image: Image.Image,
    dpi: float,
    text_lines: Sequence[str],
    page: int,
    today: date,
    recognise: Recognise | None,
) -> tuple[Mrz, ...]:
    """All zones of one page image of any orientation; `recognise` None leaves the last pass out.

    Errors of `recognise` pass through.
    """
    text = find_mrz(text_lines, page, today)
    best = _Best()
    witnesses = _words(text_lines)
    grey = _reduced(image.convert("L"))
    readings: list[GlyphReading] = []
    for angle in _ORIENTATIONS:
        turned = read_zones(grey.rotate(angle, expand=True) if angle else grey)
        readings += turned
        if best.add(_interpret_all(turned, page, today, witnesses)) and len(best.found) >= len(text):
            return best.found
    best.add(tuple(proved(beside(zone, best.found), readings, text_lines) for zone in text))
    # Letters and forms that merely mention a passport end here; the costly passes need more reason.
    small = max(image.size) / dpi * 72 <= _CARD_LIMIT
    if not (best.found or readings or small or _looks_like_zone("\n".join(text_lines))):
        return ()
    if not readings and best.add(_tilted(grey, page, today, witnesses)):
        return best.found
    if recognise is not None:
        for lines in _recognised(grey, recognise):
            zones = find_mrz(lines, page, today)
            by_grid = _interpret_all(readings, page, today, witnesses | _words(lines))
            zones = tuple(proved(beside(zone, by_grid), readings, text_lines) for zone in zones)
            if best.add(zones) or best.add(by_grid):
                break
    return best.found


def _words(lines: Sequence[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in re.findall("[A-Z]+", line.upper()))


def _interpret_all(
    readings: Sequence[GlyphReading], page: int, today: date, witnesses: frozenset[str]
) -> tuple[Mrz, ...]:
    zones = (interpret(reading, page, today, witnesses) for reading in readings)
    return tuple(zone for zone in zones if zone is not None)


def _tilted(grey: Image.Image, page: int, today: date, witnesses: frozenset[str]) -> tuple[Mrz, ...]:
    """The zones at the first small turn at which there are any."""
    for angle in _TILTS:
        turned = grey.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
        zones = _interpret_all(read_zones(turned), page, today, witnesses)
        if zones:
            return zones
    return ()


def beside(zone: Mrz, others: Sequence[Mrz]) -> Mrz:
    """The zone as general recognition read it, beside what the grid read of the same person.

    Names are the grid's: it neither loses nor adds characters between fillers. A number on which they
    differ is no evidence, for some letters have the check digit of the figure they look like (S and 8, G
    and 6).
    """
    for other in others:
        if other.birth_date and other.birth_date == zone.birth_date and other.type == zone.type:
            doubtful = bool(other.number and zone.number and other.number != zone.number)
            return replace(
                zone,
                surname=other.surname,
                given_names=other.given_names,
                names_truncated=other.names_truncated,
                number=None if doubtful else zone.number,
                checks=zone.checks | {"number": False} if doubtful else zone.checks,
            )
    return zone


class _Best:
    """The best result so far: complete zones count most, then agreeing digits."""

    def __init__(self) -> None:
        self.found: tuple[Mrz, ...] = ()

    def add(self, zones: tuple[Mrz, ...]) -> bool:
        """Takes over better zones; True when all of them are complete."""
        if zones and _rank(zones) >= _rank(self.found):
            self.found = zones
        return bool(zones) and all(complete(mrz) for mrz in zones)


def _rank(zones: tuple[Mrz, ...]) -> tuple[int, int]:
    return sum(complete(mrz) for mrz in zones), sum(agreeing(mrz) for mrz in zones)


def _reduced(grey: Image.Image) -> Image.Image:
    longest = max(grey.size)
    if longest <= _MOST_PIXELS:
        return grey
    return grey.reduce(-(-longest // _MOST_PIXELS))


def _recognised(grey: Image.Image, recognise: Recognise) -> Iterator[list[str]]:
    """What general recognition makes of the lowest candidate bands, and of the page's lower part."""
    bands = sorted(find_bands(grey), key=lambda band: -band.bottom)[:_MAX_RECOGNISED_BANDS]
    images = [band.image for band in bands] or [grey.crop((0, grey.height // 2, *grey.size))]
    for image in images:
        yield recognise(image, dpi=_BAND_DPI, psm=6, whitelist=WHITELIST)
