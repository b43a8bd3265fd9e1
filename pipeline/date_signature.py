"""Whether a day stands with a signature: behind a place, over its caption, or below both captions."""

from __future__ import annotations

import re

from pipeline.date_misread import as_printed
from pipeline.date_paper import Paper
from pipeline.date_places import SPECKS, DatePlace
from pipeline.model import DateRole

_CAPTION = re.compile(
    r"^[\W\d]*(?:(?:Ort|Place)\W{1,4})?(?:und )?(?:Datum|Date|Tag)\b(?! der Geburt)", re.IGNORECASE
)
_WHERE_OR_WHEN = re.compile(r"^\W*(?:Ort|Datum|Place|Date)\b(?! de[rs])", re.IGNORECASE)
_WORD_OF = re.compile(r"\b(?:Datum|Tag) de[rs] (?!Unter)", re.IGNORECASE)
_BEHIND_A_PLACE = re.compile(r"[^\W\d_]{3}\W{0,3},\s?(?:de[nm]\b)?\W*$|\bde[nm]\W*$")
_SIGNATURE = re.compile(r"Unterschrift|Signature", re.IGNORECASE)
_SIGNED = re.compile(
    r"^\W{0,3}(?:i\. ?[AV]\.|gez\.|Im Auftrag\b|Unterschrift"
    r"|(?:Schul|Kurs|Geschäfts)leit|Geschäftsführ|Standesbeamt)"
)
_BEHIND_A_HAND = re.compile(
    r"^\W{0,3}(?:i\. ?[AV]\.|gez\.|Im Auftrag\b)\s?"
    r"(?:(?:Dr\.|von|van|de) |[A-ZÄÖÜ][^\W\d_]*[.-]?\s?){1,4},?\s*$"
)
"""`i. A. Muster 14.10.2022`"""
_IN_A_HAND = re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]{1,}\W*")
"""Behind the day of a note's last line."""
_IN_A_PLACE = re.compile(r"^,\s(?:in )?[A-ZÄÖÜ][^\W\d_]{2,}(?: [(a-zA-ZÄÖÜ][^\W\d_]*[.)]?){0,2}\W*$")
"""`25.03.2022, Wiesbaden`"""


def is_by_a_signature(place: DatePlace) -> bool:
    """Whether it stands behind a place or over the caption of a signature."""
    if place.role not in {DateRole.DOCUMENT, DateRole.OTHER}:
        return False
    signed = _CAPTION.search(place.below) and not _WORD_OF.search(place.below)
    return bool(signed or _is_below_a_signatures_captions(place)) or is_behind_a_place(place)


def _is_below_a_signatures_captions(place: DatePlace) -> bool:
    """Whether it stands in the row under `Ort und Datum   Unterschrift`, in whichever column."""
    if place.role not in {DateRole.DOCUMENT, DateRole.OTHER} or any(map(str.isdigit, place.previous)):
        return False
    captions = as_printed(place.previous)
    return bool(_WHERE_OR_WHEN.match(captions) and _SIGNATURE.search(captions))


def is_signed_below(place: DatePlace, _: Paper) -> bool:
    return _is_below_a_signatures_captions(place)


def is_behind_a_place(place: DatePlace) -> bool:
    """Whether place and date stand together, as at the end of most papers."""
    return place.role is DateRole.DOCUMENT and bool(_BEHIND_A_PLACE.search(place.cell))


def is_over_a_caption(place: DatePlace, _: Paper) -> bool:
    """As forms have it under the line for the signature."""
    if _WORD_OF.search(place.below):
        return False
    return bool(_CAPTION.search(place.below) and (place.top > 0.3 or _SIGNATURE.search(place.onward)))


def is_initialled(place: DatePlace, _: Paper) -> bool:
    """The day and the sign of a hand, with which a note or an order ends."""
    last = place.onward.strip() == place.after.strip() and place.begins_line
    return bool(last and _IN_A_HAND.fullmatch(place.after))


def is_signed(place: DatePlace, _: Paper) -> bool:
    if _BEHIND_A_HAND.match(place.label) and place.at_the_end:
        return True
    if place.cell.strip(SPECKS):
        return False
    over = place.alone_in_line and _SIGNED.match(place.onward)
    return bool(over or _SIGNED.match(place.after) or _IN_A_PLACE.match(place.after))
