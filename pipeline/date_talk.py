"""The day of a talk: of minutes, an interview, a note of what was said."""

from __future__ import annotations

import re

from pipeline.date_labels import without_place
from pipeline.date_paper import Paper, is_talk
from pipeline.date_places import SPECKS, DatePlace
from pipeline.date_standing import CLOCK, OF_SOMETHING_ELSE

_OF_THE_TALK = re.compile(
    r"(?:\btermin|\bort|\bbeginn|gestellt|durchgeführt|gefertigt|aufgenommen|erfolgt\w?|angehört|vernommen"
    r"|befragt|belehrt|stattgefunden|behandelt|ersch(?:einen|ienen)|\bfand)\b"
    r"\W*(?:am|vom|:)?\W*$",
    re.IGNORECASE,
)
_RECORDED = re.compile(
    r"^\W*(?:[\w-]+\s)?(?:aufgenommen|gefertigt|durchgeführt|erfolgt|[\w-]*behandlung)"
    r"\W*am\W*$",
    re.IGNORECASE,
)
_WHERE_AND_WHEN = re.compile(
    r"\W*(?:in\s[A-ZÄÖÜ][\w.()/ -]{2,40}\s)?am\W{1,3}(?:\w+(?:tag|woch),?\s(?:de[mn]\s)?)?", re.IGNORECASE
)
_END_OF_WHEN = re.compile(r"\W*(?:$|(?:mit|um|von|gegen|beginn|in|uhrzeit)\b)", re.IGNORECASE)
_ON = re.compile(r"(?:^|\b(?:am|vom|heute))\W*$", re.IGNORECASE)
_TALK_GOES_ON = re.compile(
    r"\W{0,3}(?:[^.]{0,60}\b(?:statt(?:gefunden)?|erschein\w*|erschien\w*|angehört|vernommen|befragt"
    r"|belehrt|vorgesprochen|gestellt|durchgeführt|gefertigt|aufgenommen)\b"
    r"|(?:um |von |gegen |beginn:? )?\d{1,2}[:.]\d\d\b(?![.]\d))",
    re.IGNORECASE,
)
_RECORD_OF = re.compile(
    r"\W*(?:\w+er\s)?\w*(?:niederschrift|protokoll|vermerk|notiz)\svo[mn]\W*", re.IGNORECASE
)
_EVENT_OF = re.compile(
    r"\W*(?:\w+e\s)?\w*(?:anhörung|vernehmung|befragung|gespräch|vorsprache|anzeige|telefonat|anruf)\svom\W*",
    re.IGNORECASE,
)
"""What a letter refers to as well as a record: its day is the paper's if nothing tells another."""
_QUESTION = re.compile(r"^\W*(?:\d+\W+)?(?:frage|antwort|[FA]:)", re.IGNORECASE)
_HELD = re.compile(
    r"^\W*(?:\w*vorsprache|telefonat|anruf|\w*gespräch|besprechung|beratung|anhörung"
    r"|(?:per )?(?:tele)?fax|per e-?mail|per post)(?: mit [^.]{3,30})?\W{0,3}(?:am|vom|:)?\W*$",
    re.IGNORECASE,
)
"""What a note is about, or how a letter is sent, and the day of it."""
_BEGAN = re.compile(r"\b(?:beginn|begonnen|aufgerufen)\b\W*(?:am)?\W*$", re.IGNORECASE)


def opens_the_talk(place: DatePlace, paper: Paper) -> bool:
    """The line that tells only where and when a talk took place: `in Musterau am Montag, dem 4. Mai 2015`."""
    if not (paper.talk and place.top < 0.4):
        return False
    titled = _RECORD_OF.fullmatch(place.before) and place.at_the_end
    return bool(titled or (_WHERE_AND_WHEN.fullmatch(place.before) and _END_OF_WHEN.match(place.after)))


def is_referred_to(place: DatePlace, paper: Paper) -> bool:
    return paper.talk and bool(_EVENT_OF.fullmatch(place.label))


def is_of_the_talk(place: DatePlace, paper: Paper) -> bool:
    if not paper.talk:
        return False
    if _QUESTION.match(place.before) or OF_SOMETHING_ELSE.search(place.above):
        return False
    if _EVENT_OF.fullmatch(place.before):
        return False
    if place.top > 0.4:
        return bool(_RECORDED.match(place.label))
    titled = is_talk(place.before) and place.at_the_end and _ON.search(place.cell)
    if titled or place.before.strip(SPECKS).casefold() == "am":
        return True
    return bool(
        _OF_THE_TALK.search(without_place(place.cell))
        or (_ON.search(place.cell) and _TALK_GOES_ON.match(place.after))
    )


def is_held(place: DatePlace, _: Paper) -> bool:
    """The day of what a note is about."""
    if _EVENT_OF.fullmatch(place.label):
        return False
    began = _BEGAN.search(place.before) and CLOCK.match(place.after)
    return bool(_HELD.search(place.label.rstrip(SPECKS)) or began)
