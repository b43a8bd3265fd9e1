"""What tells a paper's own day where no label does: words, references and hands around a date."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.date_paper import Paper
from pipeline.date_places import SPECKS, DatePlace
from pipeline.date_signature import (
    is_initialled,
    is_over_a_caption,
    is_signed,
    is_signed_below,
)
from pipeline.date_standing import CLOCK
from pipeline.date_talk import is_held, is_of_the_talk, is_referred_to, opens_the_talk

_REFERENCES = re.compile(
    r"zeichen|\bunser az\b|\bmein az\b|durchwahl|telefon\b|telefax|-nummer\b"
    r"|bearbeite|bearbeitung\s?:|\bname\s?:|e-?mail|ansprechpartner|auskunft erteilt|nachricht vom",
    re.IGNORECASE,
)
"""The heads of a letter's block of references; the last is `Datum`, or the place where it is written."""
_MISREAD_DATUM = re.compile(r"\W*(?:[DOBP]\w{2,5}|\w{2,5}(?:um|tm|im|m|rn|n))\W{1,3}", re.IGNORECASE)
_PLACE_NAME = re.compile(r"[A-ZÄÖÜ][^\W\d_]{2,}(?:[ -][(a-zA-ZÄÖÜ][^\W\d_]*[.)]?){0,2}(?:,? den)?")
_MINUTES = re.compile(
    r"(?<!bis )\bheute\b(?![^.]*\bvom\W*$)[^.]{0,30}$|^\W*Es ersch(?:eint|ienen?)\b[^.]{0,20}$", re.IGNORECASE
)
_DECIDED = re.compile(r"\s*(?:beschlossen|entschieden|\w{2,5} Recht erkannt|verfügt)\b", re.IGNORECASE)
_SESSION = re.compile(
    r"(?:sitzung|verhandlung|beratung|anhörung)\b[^.]{0,20}\b(?:vom|am)\W*"
    r"(?:\d\d?\.(?:\s?[^\W\d]+| ?\d\d?\.)?(?: ?\d{4})?(?:,| und)\s)*$",
    re.IGNORECASE,
)
_AT_ITS_END = re.compile(
    r".{0,260}?\b(?:beschlossen|entschieden|\w{2,5} Recht erkannt|angeordnet|verurteilt)\b", re.IGNORECASE
)
_AND_A_FURTHER_DAY = re.compile(r"\W{0,2}(?:und|sowie|,)\s(?:am |vom )?\d")
_MADE = re.compile(
    r"\W{0,3}(?:um \d\d?[:.]\d\d Uhr )?(?:[a-zäöü]+ ){0,2}(?:erstellt|ausgestellt|ausgefertigt|gedruckt"
    r"|ausgedruckt|unterzeichnet|abgefragt|abgerufen|verkündet|vorgenommen|registriert|entgegengenommen)\b"
)
_THIS_PAPER = re.compile(
    r"\b(?:dies\w+|bescheinigung|auszug|ausdruck|dokument|schreiben|auskunft|urteil|beschluss|(?:an|ab|um)meldung)\b.{0,40}$",
    re.IGNORECASE,
)
_CAME_ON = re.compile(r"\b(?:Am|Heute(?:, (?:am|den|dem))?)\W*$")
_CAME = re.compile(r"\W{0,3}(?:um [\d.:]+ Uhr )?ersch(?:ien|ein)(?:en|t)?\b")
_DECISION = re.compile(
    r"^\W*(?:urteil|beschluss|beschluß|strafbefehl|gerichtsbescheid)\W+(?:vom|v\.)\W*$", re.IGNORECASE
)
_GOES_ON = re.compile(r"\W{0,5}[a-zäöü]{3}")
_EXAMINED = re.compile(
    r"(?:(?:pr[üuil]\wun[gq]s?|test|examens)(?:datum|tag)|(?:datum|tag) der prüfung|exam(?:ination)? date"
    r"|date of (?:the )?exam(?:ination)?|prüfung (?:vom|am)"
    r"|awarded|conferred|graduated|verliehen)\b[^\d]{0,30}$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:gültig|valid|gestattet|ausgesetzt)\W+(?:ab|vo[mn]|from)\W*$", re.IGNORECASE)
_HANDED_OVER = re.compile(
    r"^\W*(?:ausgehändigt|übergeben|ausgegeben|ausgeliehen|abgegeben|herausgegeben)\b[^.\d]{0,30}\b(?:am|den)\W*$",
    re.IGNORECASE,
)
_REFERENCE_AND = re.compile(
    r"^\W*(?:Az\W{1,3})?(?=.*\d)(?!.*(?-i:[a-zäöü]{4})|.*\d\d?\.\s?\d\d?\.\s?\d{2,4})"
    r"[\w ./-]{5,40}?\s[–—-]\W*$",
    re.IGNORECASE,
)
"""A file number and a dash before the day, as some letters are headed: "32.4 A 01794/09 — 20.12.2020"."""
_LABELLED_REFERENCE = re.compile(
    r"^\W*(?:Unser |Mein )?(?:A[zk]|(?:Akten|Geschäfts|Kassen)?zeichen|G[eszch.-]*Z)\b\W{1,3}"
    r"(?=.*\d)(?!.*(?-i:[a-zäöü]{4})|.*\d\d?\.\s?\d\d?\.\s?\d{2,4})[\w ./-]{4,40}\s$",
    re.IGNORECASE,
)
"""The same without a dash, behind its label: "Az. 5105-2932   23.01.2017"."""
_SENDERS_LINE = re.compile(
    r"(?:zeichen|\bA[zk]\b|durchwahl|telefon|\btel\b|bearbeite|e-?mail|auskunft|sachgebiet|zimmer"
    r"|stra(?:ß|ss)e \d|str\. \d|\b\d{5} [A-ZÄÖÜ]).*\s[–—|·•*-]\s*$",
    re.IGNORECASE,
)
"""What a letter's head tells of the sender in one line, parted by dashes or dots, the day being the last."""
_DAY_STAMP = re.compile(r"^\W*(?:tages|datums)stempel\W*$", re.IGNORECASE)
_ONLY_AM = re.compile(r"\W*am\W*", re.IGNORECASE)
_APPLIED = re.compile(
    r"^\W*(?:Antragsdatum|Anmeldedatum|Datum der Antragstellung|Antragstellung)\b(?: am)?\W*$", re.IGNORECASE
)
_PAID = re.compile(
    r"\b(?:(?:ein|be)?ge?zahlt|bezahlt|entrichtet|vereinnahmt|verbucht)\b\W*(?:am)?\W*$", re.IGNORECASE
)
_HAS_ON = re.compile(r"\bha(?:t|ben)\b(?:\s[^\W\d_]+){0,4}\sam\W*$", re.IGNORECASE)
_CAME_FORWARD = re.compile(
    r"\W{0,3}[^.;]{0,80}?\b(?:gemeldet|vorgesprochen"
    r"|(?:asylantrag|asylgesuch|antrag|schutzgesuch) (?:gestellt|geäußert))\b",
    re.IGNORECASE,
)
"""`hat sich am 09.01.2015 als Asylsuchender gemeldet`"""


def _is_of_the_session(place: DatePlace, paper: Paper) -> bool:
    """The day of the session that a court's decision tells, if no day of its own."""
    return paper.court and place.top < 0.6 and bool(_SESSION.search(f"{place.previous} {place.before}"))


def _is_decided(place: DatePlace, paper: Paper) -> bool:
    heard = _SESSION.search(f"{place.previous} {place.before}")
    return place.top < paper.body and bool(not heard and _DECIDED.match(place.onward))


def _ended_in_a_decision(place: DatePlace, paper: Paper) -> bool:
    """The day of a court's session that ended so, of several the last."""
    session = place.top < paper.body and _SESSION.search(f"{place.previous} {place.before}")
    ended = _AT_ITS_END.match(place.onward) and not _AND_A_FURTHER_DAY.match(place.after)
    return bool(session and ended)


def _heads_references(place: DatePlace, _: Paper) -> bool:
    """Whether it is the last of a letter's references, under the place where the letter was written."""
    if not (place.top < 0.5 and place.at_the_end):
        return False
    if _MISREAD_DATUM.fullmatch(place.cell):
        return len({match.lower() for match in _REFERENCES.findall(place.preceding)}) > 1
    return bool(
        place.alone
        and _PLACE_NAME.fullmatch(place.above.strip(SPECKS))
        and len(_REFERENCES.findall(place.previous)) > 1
        and not _REFERENCES.search(place.above)
    )


def _follows_a_reference(place: DatePlace, _: Paper) -> bool:
    head = place.top < 0.4 and place.at_the_end
    labelled = place.left > 0.3 and _LABELLED_REFERENCE.match(place.before)
    return bool(head and (labelled or _REFERENCE_AND.match(place.before)))


def _ends_the_senders_line(place: DatePlace, _: Paper) -> bool:
    return place.top < 0.25 and place.at_the_end and bool(_SENDERS_LINE.search(place.before))


def _is_minuted(place: DatePlace, _: Paper) -> bool:
    return bool(_MINUTES.search(place.before))


def _is_recorded(place: DatePlace, paper: Paper) -> bool:
    """As records of a declaration begin: `Am 5. Juni 2020 erschien`."""
    return paper.body == 1.0 and bool(_CAME_ON.search(place.before) and _CAME.match(place.after))


def _titles_a_decision(place: DatePlace, paper: Paper) -> bool:
    """As courts head a copy of theirs, which bears the day of copying, too."""
    return (
        paper.court
        and place.top < 0.5
        and bool(_DECISION.match(place.before))
        and not _GOES_ON.match(place.after)
    )


def _is_of_the_examination(place: DatePlace, _: Paper) -> bool:
    """What a certificate of an examination bears if no day of issue."""
    return bool(_EXAMINED.search(place.cell if place.cell.strip(SPECKS) else place.above or place.before))


def _is_begin(place: DatePlace, paper: Paper) -> bool:
    """From when a permit is valid that tells no day of issue."""
    label = place.cell if place.cell.strip(SPECKS) else place.above
    return paper.permit and bool(_BEGINS.search(label))


def _is_made(place: DatePlace, _: Paper) -> bool:
    return bool(_MADE.match(place.onward) and _THIS_PAPER.search(place.before))


def _is_stamped_by_the_issuer(place: DatePlace, _: Paper) -> bool:
    return bool(_DAY_STAMP.match(place.cell) and place.at_the_end)


def _is_handed_over(place: DatePlace, _: Paper) -> bool:
    wrapped = _ONLY_AM.fullmatch(place.label)
    return bool(_HANDED_OVER.match(f"{place.previous} {place.label}" if wrapped else place.label))


def _is_paid(place: DatePlace, paper: Paper) -> bool:
    return paper.receipt and bool(CLOCK.match(place.after) or _PAID.search(place.label))


def _is_applied(place: DatePlace, _: Paper) -> bool:
    """The day of an application, the only day that its record may tell."""
    came = _HAS_ON.search(f"{place.previous} {place.before}") and _CAME_FORWARD.match(place.onward)
    return bool(came or _APPLIED.search(place.label))


_CLUES: tuple[tuple[float, Callable[[DatePlace, Paper], bool]], ...] = (
    (5.1, _titles_a_decision),
    (4.5, _is_decided),
    (4.4, _ended_in_a_decision),
    (4.3, _heads_references),
    (4.2, _is_minuted),
    (4.15, _follows_a_reference),
    (4.12, _ends_the_senders_line),
    (4.1, _is_recorded),
    (3.4, is_initialled),
    (3.3, is_over_a_caption),
    (3.25, opens_the_talk),
    (3.2, is_of_the_talk),
    (3.2, is_held),
    (2.8, _is_made),
    (2.75, _is_stamped_by_the_issuer),
    (2.7, _is_handed_over),
    (2.6, _is_paid),
    (2.55, _is_of_the_session),
    (2.3, is_signed),
    (2.3, is_signed_below),
    (2.0, is_referred_to),
    (1.9, _is_applied),
    (1.5, _is_of_the_examination),
    (1.4, _is_begin),
)
"""What tells a paper's own day without a label, the surest first: the first that applies counts."""


def unlabelled(place: DatePlace, paper: Paper) -> float:
    """How much what is around a date without a label says that it is the paper's own; 0 for not at all."""
    return next((weight for weight, says_so in _CLUES if says_so(place, paper)), 0.0)
