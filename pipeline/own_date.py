"""The day of a document: its own date, told apart from birth, expiry, receipt and what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.columns import GAP, rows
from pipeline.date_labels import role_of
from pipeline.date_places import DatePlace, date_places
from pipeline.model import DateRole, PageReading, PartialDate

_PAPERS = (
    r"\w*(?:auszug|beschluss|urteil|bescheid|abrechnung|rechnung|vertrag|vermerk|schreiben|bericht|auskunft|abfrage"
    r"|bescheinigung|protokoll|niederschrift|gutachten|attest|urkunde|notiz|verfügung|ausdruck|quittung)\w{0,2}\b"
)
_OPENS = re.compile(rf"^\W*(?:\w+er |\w+es |\w+e )?{_PAPERS}", re.IGNORECASE)
_TITLE = re.compile(
    rf"^\W*(?:\w[\w.-]*[ /]){{0,4}}{_PAPERS}[^.:;]{{0,40}}\s(?:vom|v\.)\s(?:\w+tag,?\s(?:den\s)?)?$",
    re.IGNORECASE,
)
_OTHERS_PAPER = re.compile(
    r"\b(?:ihr|ihre|ihrem|ihren|ihres|unser|unserem|mein|meinem|sein|gegen|zu[rm]?|betr\w*|bezug|dem|des|den)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(rf"{_OTHERS_PAPER.pattern}|\b(?:der|die|das)\b", re.IGNORECASE)
_SENTENCE_GOES_ON = re.compile(r"\W{0,2}\s?[a-zäöü]{3}")
_OWN_REFERENCE = re.compile(r"(?:\bNr|zeichen|\bA[zk]|\bGz|\bReg)\b", re.IGNORECASE)
"""On the line of a letter's date, where there is no block of references."""
_MINUTES = re.compile(
    r"(?<!bis )\bheute\b[^.]{0,30}$|^\W*Es ersch(?:eint|ienen?)\b[^.]{0,20}$", re.IGNORECASE
)
_DECIDED = re.compile(r"\s*(?:beschlossen|entschieden|\w{2,5} Recht erkannt|verfügt)\b", re.IGNORECASE)
_MADE = re.compile(
    r"\W{0,3}(?:um \d\d?[:.]\d\d Uhr )?(?:[a-zäöü]+ ){0,2}(?:erstellt|ausgestellt|ausgefertigt|gedruckt"
    r"|ausgedruckt|unterzeichnet|abgefragt|abgerufen|verkündet)\b"
)
_THIS_PAPER = re.compile(
    r"\b(?:dies\w+|bescheinigung|auszug|ausdruck|dokument|schreiben|auskunft|urteil|beschluss)\b.{0,40}$",
    re.IGNORECASE,
)
_ONLY_VOM = re.compile(r"\W*vom\s(?:\w+tag,?\s(?:den\s)?)?", re.IGNORECASE)
_HELD = re.compile(
    r"^\W*(?:\w*vorsprache|telefonat|anruf|\w*gespräch|besprechung|beratung|anhörung"
    r"|per (?:tele)?fax|per e-?mail|per post)(?: mit [^.]{3,30})?\W{0,3}(?:am|vom|:)?\W*$",
    re.IGNORECASE,
)
"""What a note is about, or how a letter is sent, and the day of it."""
_BEGAN = re.compile(r"\b(?:beginn|begonnen|aufgerufen)\b\W*(?:am)?\W*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4}")
_CLOCK = re.compile(r"[,;]?\s{1,3}(?:-\s|um\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d|[.]\d)")
_CAPTION = re.compile(
    r"^\W*(?:(?:Ort|Place)\W{1,4})?(?:und )?(?:Datum|Date|Tag)\b(?! der Geburt)", re.IGNORECASE
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:tag|datum|zeitpunkt) de[rs]\b|\w{3}datum\b|beginn|ende\b|frist|termin|einzug|auszug\b|eintritt"
    r"|austritt|einreise|ausreise|ankunft|fällig|zahlbar|\b(?:seit|ab|vom|von|bis|am|zum)\W*$",
    re.IGNORECASE,
)
_ANOTHER_PAPER = re.compile(r"(?:pass|ausweis|visum|visums|visa)\b[^.]*$", re.IGNORECASE)
_ZONE = re.compile(r"<{3,}|[A-Z]<[A-Z]{4,}<<")
"""A machine-readable zone, however damaged."""
_ROW_OF_EVENTS = re.compile(r"\W*\d{1,2}[.]\d{1,2}[.](?:\d{4}|\d{2})\b.*[^\W\d_]{2}")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]?\s[^\W\d]")
"""The label of a form's field: `12 beschäftigt ab`."""
_TO_AN_OFFICE = re.compile(rf"^\W*An (?:das|die|den)\b[^\d:]*{GAP}\s*$")
"""Before the date at the right edge, in letters that private persons write."""
_PROOF_OF_DELIVERY = re.compile(
    r"zustellungsurkunde|r[üu]ckschein|empfangsbekenntnis|öffentliche zustellung|sendungsverfolgung"
    r"|auslieferungsbeleg|zustellnachweis|empfangsbestätigung",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"(?:zugestellt|zustell\w*datum|datum der (?:zustellung|auslieferung)|ausl\w+datum|ausgeliefert"
    r"|erhalten|empfangen|ausgehängt|aushang|ausgehändigt|übergeben|eingelegt|niedergelegt)\W{0,4}(?:am|ab|vom|den)?\W*$",
    re.IGNORECASE,
)

_LAST_RESORT = 1.0
"""A date that nothing speaks for or against is taken only if the paper names no other day."""


def document_date(
    pages: Sequence[PageReading],
    today: date,
    other: Collection[PartialDate | None] = (),
    doubtful: Collection[PartialDate | None] = (),
) -> PartialDate | None:
    """The date the document itself bears: never a birth, expiry or receipt date, None if none is clear.

    A labelled date or "place, date" on the first page counts most, then a date that stands alone in
    its upper half, then "vom" in a title, the day of issue, and the place and date of a signature.
    Of several with labels that say as much the first one stands, of others none.
    `other` are dates known to be something else, whatever stands beside them; `doubtful` those that a
    birth date's empty field may have taken from its neighbour, so that a label of their own frees them.
    """
    sheets = (
        (order, sheet)
        for order, page in enumerate(pages)
        for sheet in (page, replace(page, lines=rows(page.lines)))
    )
    found = [own for order, sheet in sheets for own in _own_dates(sheet, today, first=order == 0)]
    # read by rows or by columns: what is a birth or expiry date in one view is none of the document's own
    barred = {own.value for own in found if own.role in {DateRole.BIRTH, DateRole.EXPIRY}} | {*doubtful}
    received = {own.value for own in found if own.received}
    found = [own for own in found if own.value.full and own.value not in other]
    return _heaviest([own for own in found if own.explained or own.value not in barred | received])


@dataclass(frozen=True, slots=True)
class _OwnDate:
    """A date with what it means and how much it looks like the document's own (0: not at all)."""

    value: PartialDate
    role: DateRole
    weight: float
    received: bool

    @property
    def explained(self) -> bool:
        """Whether a label, or a place before it, says that it is the document's own."""
        return self.role is DateRole.DOCUMENT


def _heaviest(found: Sequence[_OwnDate]) -> PartialDate | None:
    """The date of the greatest weight, where two weigh the same the one that stands at a further place.

    Without a label behind it only if no other weighs as much.
    """
    weights = {own.value: sorted({each.weight for each in found if each.value == own.value}) for own in found}
    best = max(found, key=lambda own: own.weight, default=None)
    if best is None or not best.weight:
        return None
    if best.explained:
        return best.value
    if best.weight == _LAST_RESORT:
        return best.value if len(weights) == 1 else None
    ranked = sorted(weights, key=lambda value: weights[value][::-1])
    return ranked[-1] if weights[ranked[-1]] != weights[[*ranked, *ranked][-2]] or len(ranked) == 1 else None


def _own_dates(page: PageReading, today: date, *, first: bool) -> Iterator[_OwnDate]:
    zone = any(_ZONE.search(line.text) for line in page.lines)
    delivery = first and any(_PROOF_OF_DELIVERY.search(line.text) for line in page.lines)
    for place in date_places(page, today):
        weight = _weight(place) if first else _weight_further_on(place)
        if delivery and not weight and _DELIVERED.search(place.cell if place.cell.strip() else place.above):
            weight = 1.8
        if zone and place.role is DateRole.ISSUE:
            weight += 2.5  # more than the day on which a copy of it was certified
        received = place.stamped or (place.role is DateRole.RECEIVED and not delivery)
        yield _OwnDate(place.value, place.role, weight, received)


def _weight_further_on(place: DatePlace) -> float:
    """On the second page and later, where only a signature or an explicit label counts."""
    if place.stamped or (place.role is DateRole.DOCUMENT and place.tabled):
        return 0.0
    return {DateRole.DOCUMENT: 2.0, DateRole.ISSUE: 1.5}.get(place.role, 0.0)


def _weight(place: DatePlace) -> float:
    """How much a date of the first page looks like the document's own."""
    if place.stamped or place.role in {DateRole.BIRTH, DateRole.EXPIRY, DateRole.RECEIVED}:
        return 0.0
    if place.role is DateRole.DOCUMENT:
        return _labelled(place)
    if _DECIDED.match(place.after or place.following):
        return 4.5
    if place.role is DateRole.ISSUE and _ROW_OF_EVENTS.match(place.before):
        return 0.0  # a row of a table of events
    if place.role is DateRole.ISSUE:
        return 1.2 if _ANOTHER_PAPER.search(place.before) else 3.0
    if _MINUTES.search(place.before):
        return 4.2
    if _CAPTION.search(place.below) and place.top > 0.3:
        return 3.3
    if _HELD.search(place.cell) or (_BEGAN.search(place.before) and _CLOCK.match(place.after)):
        return 3.2
    if _MADE.match(f"{place.after} {place.following}") and _THIS_PAPER.search(place.before):
        return 2.8
    return _unlabelled(place)


def _labelled(place: DatePlace) -> float:
    if place.tabled and role_of(place.before) is not DateRole.DOCUMENT:
        return 0.0  # a table with a column of dates
    return 5.0 if place.top < 0.5 else 3.5


def _unlabelled(place: DatePlace) -> float:
    """What its place tells of a date that no word explains."""
    if _CLOCK.match(place.after) and not place.cell.strip():
        return 2.4 if place.top < 0.1 or place.top > 0.9 else 0.0  # printed at the edge of the page
    if place.top < 0.5 and _is_title(place):
        return 2.5
    if place.top < 0.5 and _TO_AN_OFFICE.search(place.before) and not place.after.strip(" ."):
        return 2.1
    return _alone(place) if place.alone else 0.0


def _is_title(place: DatePlace) -> bool:
    """Whether it is a title's "vom", also on a line under the title; not of a paper referred to."""
    before = f"{place.previous} {place.cell}" if _ONLY_VOM.fullmatch(place.cell) else place.cell
    if _SENTENCE_GOES_ON.match(place.after):
        return False
    return bool(_TITLE.search(before)) and not (_OTHERS_PAPER if _OPENS.match(before) else _REFERENCE).search(
        before
    )


def _alone(place: DatePlace) -> float:
    """A date alone in its column: at the right it is a letter's, unless words by it name something else."""
    upper, column = place.top < 0.5, place.before.strip()
    beside = column.endswith(":") or (column.casefold() != "am" and _OF_SOMETHING_ELSE.search(column))
    if beside or _OF_SOMETHING_ELSE.search(place.above):
        return 0.0
    if _NUMBERED.match(place.above):
        return 2.2 if upper and place.alone_in_line else 0.0
    if place.alone_in_line and upper:
        return 4.0 if place.left > 0.4 else 2.2
    if place.left > 0.5 and place.top < 0.35 and not place.after.strip(" ."):
        return 2.3
    if place.tabled or _WORD.search(place.above):
        return 0.0
    return 2.2 if not column and place.top < 0.35 and _OWN_REFERENCE.search(place.after) else _LAST_RESORT
