"""What the place of a date tells that no word explains: a letter's head, a title, a column of its own."""

from __future__ import annotations

import re

from pipeline.columns import GAP
from pipeline.date_captions import is_caption
from pipeline.date_paper import Paper
from pipeline.date_places import SPECKS, DatePlace
from pipeline.model import DateRole

LAST_RESORT = 1.0
"""A date that nothing speaks for or against is taken only if the paper names no other day."""

_HEAD = 0.2
"""Share of a form's height in which a date without a label may be its own."""

_LETTERHEAD = 0.36
"""Share of a page's height in which a letter's day stands at the right; further down it is a stamp's."""

_PAPERS = (
    r"[\w-]*(?:auszug|beschluss|urteil|bescheid|abrechnung|rechnung|vertrag|vermerk|schreiben|bericht|auskunft|abfrage"
    r"|bescheinigung|protokoll|niederschrift|gutachten|attest|urkunde|notiz|verfügung|ausdruck|quittung|verlauf"
    r"|mitteilung|meldung|nachricht|übersicht|zeugnis|aufstellung|bestätigung|befehl|anordnung|erklärung|nachweis)\w{0,2}\b"
)
_OPENS = re.compile(rf"^\W*(?:\w+er |\w+es |\w+e )?{_PAPERS}", re.IGNORECASE)
_TITLE = re.compile(
    rf"^\W*(?:\w[\w.-]*[ /]){{0,4}}{_PAPERS}(?:[^.:;]|Nr\.){{0,40}}\s(?:vom|v\.)\s(?:\w+tag,?\s(?:den\s)?)?$",
    re.IGNORECASE,
)
_OTHERS_PAPER = re.compile(
    r"\b(?:ihre?[mnrs]?|unsere?[mnrs]?|meine?[mnrs]?|seine?[mnrs]?|gegen|zu[rm]?|betr|betreff\w*|betrifft|bezug"
    r"|dem(?! \w*register)|des|den)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(rf"{_OTHERS_PAPER.pattern}|\b(?:der|die|das)\b", re.IGNORECASE)
_GOES_ON_FROM = re.compile(
    r"\b(?:ihre?[mnrs]?|unsere?[mnrs]?|meine?[mnrs]?|gegen|de[rmns]|die|das|mit|auf)\W*$", re.IGNORECASE
)
"""The end of a line whose sentence names a paper on the next."""
_SENTENCE_GOES_ON = re.compile(r"\W{0,5}[a-zäöü]{3}")
_ONLY_VOM = re.compile(r"\W*vom\s(?:\w+tag,?\s(?:den\s)?)?", re.IGNORECASE)
_TITLE_ALONE = re.compile(rf"\W*{_PAPERS}\W*", re.IGNORECASE)
_NUMBER_LINE = re.compile(
    r"\W*(?:Nr|Nummer|Seriennummer|A[zk]|Aktenzeichen|Gz|Geschäftszeichen)\b.*\d.*", re.IGNORECASE
)
"""What may stand between a title and its `vom 08.08.2018`."""
_ONE_WORD = re.compile(r"\W*[A-ZÄÖÜ][^\W\d_]{4,}\W*")
"""A title, be it misread: `Beschlußs`."""
_OWN_REFERENCE = re.compile(
    r"(?:\bNr|(?:kunden|mieter|vertrags|mitglieds|rechnungs)nummer"
    r"|zeichen|\bA[zk]|\bGz|\bReg)\b",
    re.IGNORECASE,
)
"""On the line of a letter's date, where there is no block of references."""
_CODE = re.compile(r"(?=.*\d)(?=.*[/.-])(?!.*[a-zäöüß]{4})(?!.*(?:€|EUR|Uhr))[\w ./-]{5,40}")
"""A file number without its label: `22/00145 be-mu`."""
_LONGEST_CAPTION = 4
"""Words; more of them are a title."""
CLOCK = re.compile(r"[,;./]?\s{0,3}(?:[-/]\s|um\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d|[.]\d)")
OF_SOMETHING_ELSE = re.compile(
    r"\b(?:tag|datum|zeitpunkt) de[rs]\b|\w{3}datum\b|beginn|ende\b|frist|termin|einzug|auszug\b|eintritt"
    r"|austritt|\b(?:ein|aus|zu|ver|weg|um)(?:ge)?(?:zogen|reist)\b|einreise|ausreise|ankunft|\bw\.?\s?v\b|wiedervorlage|fällig|zahlbar|\b(?:seit|ab|vom|v|von|bis|am|zum)\W*$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:\b(?:tag|datum|zeitpunkt) de[rs]\b|\b\w+(?:datum|tag)\b|\bseit)[^\d]{0,40}$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]?\s[^\W\d]")
"""The label of a form's field: `12 beschäftigt ab`."""
_SIGNED = re.compile("unterschrift|signature", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4}")
_AM = re.compile(r"(?:^|(?<=\s{3}))am$", re.IGNORECASE)
"""What is left of `Datum`, or stands before a letter's day by itself."""
_STATED = re.compile(r"[^\W\d_]\s?:$")
_TO_AN_OFFICE = re.compile(rf"^\W*An (?:das|die|den)\b[^\d:]*{GAP}\s*$")
"""Before the date at the right edge, in letters that private persons write."""


def by_place(place: DatePlace, paper: Paper) -> float:
    """What its place tells of a date that no word explains: a letter's head, a title, alone in its column."""
    if place.stamped or place.role is not DateRole.OTHER:
        return 0.0
    if paper.month and (place.value.year, place.value.month) != (paper.month.year, paper.month.month):
        return 0.0  # whatever else stands alone there is the day of something to come
    if CLOCK.match(place.after) and not place.cell.strip():
        return 2.4 if place.top < 0.1 or place.top > 0.9 else 0.0  # printed at the edge of the page
    if place.top > paper.office or (paper.form and place.top > _HEAD and not _SIGNED.search(place.preceding)):
        return 0.0
    if not paper.delivery and place.top < min(0.5, paper.body) and _is_title(place):
        return 2.5
    if place.top < 0.5 and _TO_AN_OFFICE.search(place.before) and not place.after.strip(" ."):
        return 2.1
    if _is_in_its_town(place, paper):
        return 2.2
    return _alone(place) if place.alone else 0.0


def is_of_something_else(place: DatePlace) -> bool:
    """Whether a form's field says what else it is the day of: `Tag der Eintragung`, `Schutzstatus seit`."""
    return bool(
        place.role is DateRole.OTHER and not place.cell.strip() and _EVENT.search(place.before.rstrip(SPECKS))
    )


def _is_title(place: DatePlace) -> bool:
    """Whether it is a title's "vom", also on a line under the title; not of a paper referred to."""
    below_title = _ONLY_VOM.fullmatch(place.cell)
    if below_title and place.at_the_end and _ONE_WORD.fullmatch(place.previous):
        return True
    if place.top < _HEAD and place.at_the_end and _TITLE_ALONE.fullmatch(place.before):
        return True
    before = f"{_title_over(place)} {place.cell}" if below_title else place.label
    if _SENTENCE_GOES_ON.match(place.after) or _GOES_ON_FROM.search(place.previous):
        return False
    return bool(_TITLE.search(before)) and not (_OTHERS_PAPER if _OPENS.match(before) else _REFERENCE).search(
        before
    )


def _title_over(place: DatePlace) -> str:
    """The line before, or the one before a number that stands under a title."""
    *_, title, last = ("", *place.preceding.split(" \n"))
    return title if _NUMBER_LINE.fullmatch(last) else last


def _is_in_its_town(place: DatePlace, paper: Paper) -> bool:
    """Behind the name of the town where the office is, be comma or capital lost: `Musterau 18.08.2008`."""
    captioned = is_caption(place.above) or is_caption(place.previous)
    town = place.before.strip(SPECKS)
    return (town in paper.towns or town.title() in paper.towns) and place.at_the_end and not captioned


def _is_of_something_else_beside(line: str) -> bool:
    """Whether the line before is a caption, set so much higher than its value that it became a line."""
    caption = line.strip(SPECKS)
    short = len(caption.split()) <= _LONGEST_CAPTION and not any(map(str.isdigit, caption))
    return bool(short and OF_SOMETHING_ELSE.search(caption))


def _alone(place: DatePlace) -> float:
    """A date alone in its column: at the right it is a letter's, unless words by it name something else."""
    upper, column = place.top < 0.5, place.before.strip()
    bare = _AM.sub("", column.strip(SPECKS)).strip(SPECKS)
    titled = place.top < 0.15 and place.left > 0.6 and len(bare.split()) > _LONGEST_CAPTION
    beside = _STATED.search(column) or (OF_SOMETHING_ELSE.search(bare) and not titled)
    numbered = _OWN_REFERENCE.search(column) or (_CODE.fullmatch(column) and not place.tabled)
    referenced = numbered and place.at_the_end and place.top < _LETTERHEAD
    if beside or (OF_SOMETHING_ELSE.search(place.above) and (place.headed or not referenced)):
        return 0.0
    if place.alone_in_line and _is_of_something_else_beside(place.previous):
        return 0.0
    if _NUMBERED.match(place.above):
        return 2.2 if upper and place.alone_in_line else 0.0
    if place.alone_in_line and upper:
        return 4.0 if place.left > 0.4 and place.top < _LETTERHEAD else 2.2
    ends = place.at_the_end
    if place.left > 0.5 and place.top < 0.35 and ends:  # beside the sender more than any stamp below
        return 4.1 if not place.previous and _WORD.search(bare) else 2.3
    if upper and not bare and _OWN_REFERENCE.search(place.after):
        return 2.2
    if referenced:
        return 2.2
    if place.left > 0.35 and place.top < 0.15 and ends and not place.headed:
        return 2.2
    if place.tabled or _WORD.search(place.above):
        return 0.0
    return LAST_RESORT
