"""How much the words around a date say that it is the paper's own."""

from __future__ import annotations

import re

from pipeline.date_clues import unlabelled
from pipeline.date_labels import role_of
from pipeline.date_paper import Paper
from pipeline.date_places import DatePlace
from pipeline.date_signature import is_behind_a_place, is_by_a_signature
from pipeline.model import DateRole

_COPIED = re.compile(
    r"\b(?:kopie|ablichtung|scan|ausdruck) (?:für|zur?m?)\b|\bkopiert\b|zur akte", re.IGNORECASE
)
_ANOTHER_PAPER = re.compile(r"(?:(?:pass|ausweis|visum|visums|visa)\b|\b\w*status\s*:)[^.]*$", re.IGNORECASE)
_TITLE_OF_ANOTHER = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:\w+pass|\w*ausweis|\w*visum|aufenthalts\w+|\w+erlaubnis|duldung|führerschein)\W*",
    re.IGNORECASE,
)
"""A field's name over the day on which what it names was issued."""
_PASS_NUMBER = re.compile(
    r"(?:reisepass|passport|\bpass|ausweis|reisedokument\w*|identitätsdokument\w*)\W{0,3}(?:nr|nummer|no|number)\b",
    re.IGNORECASE,
)
_BY_THE_REGISTRY = re.compile(
    r".{0,80}?\b(?:als urkundsbeamt|urkundsbeamt\w+ der gesch|ausgefertigt:|für die richtigkeit)",
    re.IGNORECASE,
)
_PRONOUNCED = re.compile(r"^\W*verk[üu]ndet\b", re.IGNORECASE)
_STATED_PLACE = re.compile(r"\bOrt(?:,| und|/) ?(?:Tag|Datum)\s?:", re.IGNORECASE)
_OF_WHAT_IT_TELLS = re.compile(
    r"\b(?:Datum [A-ZÄÖÜ][^\W\d_]+|(?:Tag|Datum) der (?:Begutachtung|\w*[Uu]ntersuchung))\W*$"
)
"""The day of what a paper tells is its own only if no other label says so."""
_ROW_OF_EVENTS = re.compile(r"\W*\d{1,3}[.]\d{1,2}[.]\d{2,4}\b.*[^\W\d_]{2}")
_TABLE_OF_RESULTS = re.compile(
    r"\b(?:ergebnis|betrag|buchung\w*|verwendung\w*|wert(?:stellung)?|valuta|note|gericht|tat\w*|ereignis"
    r"|sachverhalt|bemerkung\w*|anlass|tätigkeit|soll|haben|saldo)\b",
    re.IGNORECASE,
)
"""Heads of the columns beside `Datum` where each row tells a day of its own."""
_OF_THE_FORM = re.compile(
    r"\b(?:vordruck|formular|formblatt|muster|auflage|version|merkblatt|best\.?-?nr)\b[^:]*\bstand\W*$",
    re.IGNORECASE,
)
_STAND = re.compile(r"^[\W\d]*stand\W*$", re.IGNORECASE)
_FOOT = 0.85
"""Share of a page's height below which a form tells when it was printed, or a table when it was made."""
_HEAD = 0.25
"""Share of a page's height above which a letter tells how and when it was sent."""
_DELIVERED = re.compile(
    r"(?:zugestellt|zustellung|zustell\w*datum"
    r"|(?:datum|tag|zeitpunkt)\b[^.:]{0,4}(?:(?:ggf\.?|und|u\.) )?(?:uhrzeit )?"
    r"der (?:zustellung|auslieferung|übergabe)"
    r"|ausl\w+datum|ausgeliefert|erhalten|empfangen|ausgehängt|aushang|ausgehändigt|übergeben|eingelegt|niedergelegt)"
    r"\W{0,4}(?:am|ab|vom|den)?\W*(?:\([^)\d]*\)\W*)?$",
    re.IGNORECASE,
)
_WAS_DELIVERED = re.compile(
    r"\W{0,3}(?:[^.\d]{0,40}\b)?(?:erhalten|empfangen|zugestellt|entgegengenommen|ausgehändigt)\b"
)
_DISPATCHED = re.compile(
    r"^\W*(?:abgesandt|abgeschickt|abgegangen|versandt|versendet)\W*(?:am|den)?\W*$", re.IGNORECASE
)
"""A registry's note at the foot of a draft, with the day on which the paper left the office."""
_MOVED = re.compile(r"auszugs", re.IGNORECASE)
_LEGALISED = re.compile(r"\bbeglaubigt (?:durch|vom|von)\b|apostille|legalis", re.IGNORECASE)
_CERTIFIED = re.compile(r"original|beglaubig|übereinstimm|\bkopie", re.IGNORECASE)


def told(place: DatePlace, paper: Paper) -> float:
    """How much the words around a date of the first page say that it is the paper's own; 0 for not at all."""
    if place.stamped or place.role in {DateRole.BIRTH, DateRole.EXPIRY} or place.top > paper.office:
        return 0.0
    if paper.delivery and _is_delivered(place):
        return 1.8
    if paper.form and is_by_a_signature(place):
        return 5.2
    if place.role is DateRole.RECEIVED:
        return 0.0
    if place.role is DateRole.DOCUMENT:
        others = (
            (paper.zone and _CERTIFIED.search(place.before))
            or (paper.translation and _LEGALISED.search(place.before))
            or (paper.move and _MOVED.search(place.cell))
            or _COPIED.search(place.cell)
        )
        return 0.0 if others else _labelled(place, paper)
    if place.role is DateRole.ISSUE:
        return _issued(place, paper)
    return unlabelled(place, paper)


def further_on(place: DatePlace, paper: Paper) -> float:
    """The same on the second page and later, where only a signature or an explicit label counts.

    A form is signed at its end.
    """
    if paper.form and is_by_a_signature(place) and place.top < paper.office and not place.stamped:
        return 5.6
    if paper.form and place.role is DateRole.ISSUE:
        return 0.0
    if place.stamped or place.top > paper.office or (place.role is DateRole.DOCUMENT and place.tabled):
        return 0.0
    return {DateRole.DOCUMENT: 2.0, DateRole.ISSUE: 1.5}.get(place.role, 0.0)


def _labelled(place: DatePlace, paper: Paper) -> float:
    if role_of(place.before) is not DateRole.DOCUMENT:  # the head of its column says so
        if place.tabled:
            return 0.0  # a table with a column of dates
        if _TABLE_OF_RESULTS.search(place.previous):
            return 0.9
    if _OF_THE_FORM.search(place.before):
        return 0.0
    if place.top > _FOOT and _STAND.match(place.cell):
        return 0.9
    if place.top > _HEAD and _DISPATCHED.match(place.cell):
        return 2.0
    by_height = 5.0 if place.top < 0.5 or _STATED_PLACE.search(place.before) else 3.5
    if paper.court and _PRONOUNCED.match(place.before):
        return 5.0
    if _BY_THE_REGISTRY.match(place.onward):
        return 2.0  # a copy's
    if paper.court and is_behind_a_place(place):
        return max(4.45, by_height)  # later than the hearing, though its decision is what is signed
    return by_height - (0.05 if _OF_WHAT_IT_TELLS.search(place.cell) else 0.0)


def _issued(place: DatePlace, paper: Paper) -> float:
    if _ROW_OF_EVENTS.match(place.before):
        return 0.0  # a row of a table of events
    if _PASS_NUMBER.search(f"{place.previous} {place.before}") and not paper.zone:
        return 1.2
    if paper.form and _TITLE_OF_ANOTHER.fullmatch(place.previous):
        return 0.0
    if paper.form or _ANOTHER_PAPER.search(place.before):
        return 1.2
    # more than the day on which a copy was certified; a translation bears its translator's
    return 5.5 if paper.zone or paper.permit else 3.0


def _is_delivered(place: DatePlace) -> bool:
    label = place.cell if place.cell.strip() else place.above
    if place.begins_line and _DELIVERED.search(place.previous):
        return True  # a long caption reaches beyond the day under it
    return bool(_DELIVERED.search(label) or _WAS_DELIVERED.match(place.after))
