"""Persons named in letters and running text without a birth date: in an address, a subject, a salutation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.columns import GAP, Spread, first_cell
from pipeline.governed import TOLD_OF
from pipeline.model import PersonMention, Role, Zone
from pipeline.name_span import each_name, is_name, name_span, with_slashes_as_commas
from pipeline.place import STREET, TOWN, Place
from pipeline.roles import NO_ROLE, following_role, last_role

_HONORIFIC = re.compile(
    r"\b(?P<title>Her(?:rn?|[mn])?|Frau)\s+(?:(?:Dr|Prof|Dipl)\.\s?(?:-?\w+\.\s?)*)*(?=\S)"
)
_PARTY = re.compile(r"^\W*(?:(?:\d\.\s*)?(?:des|der)|\w*(?:sache|verfahren) gegen)\s+", re.IGNORECASE)
_VERSUS = re.compile(r"\W*\s\./\.\s")
"""Between the parties, on one line: "Erika Muster ./. Stadt Musterstadt"."""
_STREET = re.compile(rf"^{STREET}$", re.IGNORECASE)
_TOWN = re.compile(rf"^{TOWN}")
_END_OF_SUBJECT = re.compile(r"\(|\*|\b(?:geb|Az|Gz|Aktenzeichen|AZR\S*)\b")
_TELLS = re.compile(
    r",?\s+(?:ist|war|wird|wurde|hat|hatte|wohnt|lebt|arbeitet|besucht|bezieht|erhält|nimmt|befindet)\b"
)
"""Behind whom a sentence tells of."""
_LETTER_DATA = re.compile(r"\d|:")
"""In what stands beside an address, if it is no second one."""
_FOR = re.compile(r"\b[Ff]ür\s+$")
_FOR_SOMEBODY = re.compile(r"^\W*[Ff]ür\W+(?!.* und )")
"""Whom a paper is for may be whom it is about, whoever receives it."""
_END_OF_NAME = re.compile(r"[;:(]|\bgeb\b")


def undated_persons(place: Place) -> Iterator[PersonMention]:
    """All whom a line names by their place or by a form of address."""
    yield from _honorifics(place)
    yield from _bare_names(place)
    yield from _addressee(place)


def addressee_above(place: Place) -> str:
    """To whom the page is addressed; empty if to nobody by name."""
    for index in range(place.index):
        above = replace(place, index=index)
        for mention in (*_honorifics(above), *_addressee(above)):
            if mention.zone is Zone.ADDRESS:
                return mention.name or ""
    return ""


def _honorifics(place: Place) -> Iterator[PersonMention]:
    """`Herrn Max Muster` in an address, `Sehr geehrte Frau Muster`, `Frau Erika Muster` in the text."""
    text = place.line.text
    if alone := re.fullmatch(r"\W*(Her(?:rn?|m)|Frau)\W*", first_cell(place.line)):
        name = name_span(_END_OF_NAME.split(place.below)[0], from_end=False)
        if name:
            yield replace(place.mention(name, NO_ROLE, Zone.ADDRESS), sex=_sex(alone.group(1)))
            return
    for match in _HONORIFIC.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        name = name_span(_END_OF_NAME.split(after)[0], from_end=False)
        if place.zone is Zone.BODY and not _STREET.search(place.below):
            name = name.split(",")[0]  # "Frau Muster, Beratungsstelle": what follows is hardly a given name
        if not name:
            continue
        address = place.zone is Zone.BODY and match.start() <= 2 and _nothing_but(name, after, place)
        role = last_role(before) if before.strip() or address else last_role(place.previous)
        if role[0] is Role.UNKNOWN and not before.strip(" ‚'.,|"):
            role = place.signing
        if role[0] is Role.UNKNOWN and place.zone is Zone.BODY and not address:
            role = following_role(after[after.find(name.split()[-1]) + len(name.split()[-1]) :])
        if (
            role[0] is Role.UNKNOWN
            and not address
            and ((_TELLS.match(after[len(name) :]) and not before.strip()) or _FOR.search(before))
        ):
            role = TOLD_OF
        sex = None if before.rstrip().endswith("/") else _sex(match.group("title"))
        for each in each_name(name):
            yield replace(place.mention(each, role, Zone.ADDRESS if address else None), sex=sex)


def _nothing_but(name: str, after: str, place: Place) -> bool:
    """Whether a form of address begins a line of nothing but a name, or an address beside which stands what
    a letter tells there: a date, a reference.
    """
    cell, _, beside = Spread.of(place.line).text.partition(GAP)
    addressed = _STREET.match(place.below) and _LETTER_DATA.search(beside)
    if addressed and not _HONORIFIC.search(beside):
        after = after[: len(after) - (len(place.line.text) - len(cell))]
    return len(name) >= len(after.strip(" ,.")) - 1


def _sex(title: str) -> str:
    return "F" if title == "Frau" else "M"


def _bare_names(place: Place) -> Iterator[PersonMention]:
    """A subject line or a party may be a bare name: `Verlängerung …; Muster, Erika`, `des Max Muster`."""
    text = with_slashes_as_commas(place.line.text)
    if _HONORIFIC.search(text):
        return
    party = _PARTY.match(text)
    first = _VERSUS.split(text)[0]
    if party or (place.zone is Zone.BODY and is_name(first)):
        name = name_span(first[party.end() if party else 0 :], from_end=False)
        if len(name.split()) >= 2 and place.parties.part_of(place.index, name):
            yield place.mention(name, NO_ROLE)
            return
    if (
        place.zone is Zone.BODY
        and (favoured := _FOR_SOMEBODY.match(text))
        and is_name(text[favoured.end() :])
    ):
        yield place.mention(name_span(text[favoured.end() :], from_end=False), TOLD_OF)
    if place.zone is Zone.SUBJECT_LINE:
        for part in re.split(r"[;:–—]|\s-\s|\bhier\b|\bfür\b|\bdes\b|\bder\b", text):
            name = name_span(_END_OF_SUBJECT.split(part)[0])
            if len(name.split()) >= 2:
                before = text[: text.find(part) + part.find(name.split()[0].rstrip(","))]
                for each in each_name(name):
                    yield place.mention(each, last_role(before))


def _addressee(place: Place) -> Iterator[PersonMention]:
    """A name above street and town, without `Herrn` or `Frau`."""
    name, *following = map(first_cell, place.page.lines[place.index : place.index + 3])
    above_address = len(following) == 2 and _STREET.search(following[0]) and _TOWN.match(following[1])
    if above_address and is_name(name):
        yield place.mention(name, NO_ROLE, Zone.ADDRESS)
