"""Persons named in letters and running text: before a birth date, in an address, a subject, a salutation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from config.look_alikes import shape
from pipeline.columns import Spread, first_cell
from pipeline.date_labels import role_of
from pipeline.dates import find_dates
from pipeline.model import DateRole, Line, PageReading, PartialDate, PersonMention, Role, Zone
from pipeline.name_span import each_name, is_name, name_span
from pipeline.roles import NO_ROLE, RoleWord, following_role, last_role

_HONORIFIC = re.compile(r"\b(?P<title>Her(?:rn?|m)|Frau)\s+(?:(?:Dr|Prof|Dipl)\.\s?(?:-?\w+\.\s?)*)*(?=\S)")
_SALUTATION = shape("sehr geehrt")
_SUBJECT_LABEL = re.compile(r"^\W*(?:Betr\.?|Betrifft|Bezug|Subject)\b", re.IGNORECASE)
_SUBJECT = shape("betreff")
_MAIL_HEADER = re.compile(r"^\W*(?:Von|An|Cc|Gesendet|Datum|From|To|Sent)\s*:", re.IGNORECASE)
_BORN = (
    r"(?:\*|(?<![^\W_])(?:(?:geb(?:oren(?:e[rn]?)?|\.)?,?\s?(?:am|den)?|geburtsdatum|geb\.?-?\s?dat(?:um|\.)?|"
    r"date of birth|born(?: on)?|né\(?e?\)? le|do[gğ]um tarihi)(?!\w)|"
    r"[gqc69][ecoa][bhk68][.,:;]?\s(?=[ao0][mn]\s|arn\s)))"
)
"""What stands before a birth date; "geb. am" also misread."""
_BIRTH_LABEL = re.compile(
    rf"[\s,;(]*(?:\bnach eigenen Angaben |\bangeblich ){{0,1}}{_BORN}[\s.:/]*(?:\w+\s?/?\s?){{0,2}}[:\s]*$",
    re.IGNORECASE,
)
_UNREADABLE = re.compile(
    rf"{_BORN}[\s.:/]*(?:[ao0][mn]|arn)?[\s.:]*(?P<date>(?=(?:[^\s\d]*\d){{4}})[\w.,/-]{{6,12}})",
    re.IGNORECASE,
)
"""Something behind such a label that was a date before it was misread."""
_NO_BIRTH = {DateRole.EXPIRY, DateRole.RECEIVED, DateRole.ISSUE, DateRole.DOCUMENT}
_RUBRUM = re.compile(
    r"\bIn (?:dem|der)\s+(?:\w+\s){0,2}?\w*(?:verfahren|sache|streitsache|rechtsstreit|angelegenheit)\b|"
    r"^\W*(?:Strafsache|Ermittlungsverfahren|Verfahren) gegen\b|\bin Sachen\W*$",
    re.IGNORECASE,
)
_ACCUSED = re.compile(r"^\W*(?:Strafsache|Ermittlungsverfahren|Verfahren) gegen\s+", re.IGNORECASE)
_PARTY = re.compile(r"^\W*(?:\d\.\s*)?(?:des|der)\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"^\W*(?:[1-9]\d?|[lI|i])[.,)]\s+(?:(?:des|der|dem|den)\s)?(?:Herrn?\s|Frau\s)?")
_STREET = re.compile(r"^\D{3,40}\s\d{1,4}\s?[a-z]?$", re.IGNORECASE)
_TOWN = re.compile(r"^(?:D-)?\d{5}\s+[A-ZÄÖÜ]")
_END_OF_SUBJECT = re.compile(r"\(|\*|\b(?:geb|Az|Gz|Aktenzeichen|AZR\S*)\b")
_END_OF_NAME = re.compile(r"[;:(]|\bgeb\b")
_ARTICLES = {"der", "des", "dem", "den"}
_LIKE_NUMBERED = re.compile(r"^\W*\S{1,2}[.,)]\s+")
"""Beside a line that is numbered: "Z. der Max Muster" below "1. des ..."."""
_MISREAD_ARTICLE = 4
"""Characters before the name of one who is numbered: "1. ces Max Muster"."""
_AND = re.compile(r"\s*(?:und|sowie)\s")
_YOU = "Sie"
_SPOKEN_TO = re.compile(r"(?:^|[.:]\s)(?:Mir|Ich),\s")
"""Who declares: "Mir, Erika Muster, geb. …, ist eröffnet worden"."""
_SENTENCE = 5
"""Words from which a line is running text."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A line of a page with what its surroundings say."""

    page: PageReading
    index: int
    zone: Zone

    @property
    def line(self) -> Line:
        return self.page.lines[self.index]

    @property
    def previous(self) -> str:
        """The line above if it belongs to the same block."""
        above = self.page.lines[self.index - 1] if self.index else None
        return above.text if above and above.block == self.line.block else ""

    @property
    def following(self) -> str:
        """The line below if it belongs to the same block."""
        below = self.page.lines[self.index + 1 : self.index + 2]
        return below[0].text if below and below[0].block == self.line.block else ""

    @property
    def below(self) -> str:
        """The next line that begins where this one does: others may stand beside an address."""
        for line in self.page.lines[self.index + 1 : self.index + 4]:
            if abs(line.box.left - self.line.box.left) < 2 * self.line.height:
                return first_cell(line)
        return ""

    @property
    def addressee(self) -> str:
        """To whom the page is addressed; empty if to nobody by name."""
        for index in range(self.index):
            place = replace(self, index=index)
            for mention in (*_honorifics(place), *_addressee(place)):
                if mention.zone is Zone.ADDRESS:
                    return mention.name or ""
        return ""

    @property
    def sender(self) -> str:
        """The name at the head of an address of which this line is the end; empty if it is none."""
        for above in reversed(self.page.lines[max(self.index - 4, 0) : self.index]):
            if above.block != self.line.block:
                break
            if is_name(above.text):
                return above.text
        return ""

    @property
    def in_rubrum(self) -> bool:
        """Whether one of the three lines above opens a rubrum: "In dem Asylverfahren"."""
        above = self.page.lines[max(self.index - 3, 0) : self.index]
        return any(_RUBRUM.search(line.text) and line.block == self.line.block for line in above)

    def numbers(self, name: str) -> bool:
        """Whether the line counts persons and this is one: "1. des Max Muster", "2. Frau Erika Muster"."""
        number = _NUMBERED.match(self.line.text)
        if number is None and (_NUMBERED.match(self.previous) or _NUMBERED.match(self.following)):
            number = _LIKE_NUMBERED.match(self.line.text)
        if number is None:
            return False
        counted = self.line.text[number.end() :]
        parts = (part.rstrip(",") for part in name.split() if part not in _ARTICLES)
        return any(0 <= counted.find(part) <= _MISREAD_ARTICLE for part in parts)

    @property
    def lead(self) -> str:
        """The first line of the block if it announces the others: "Anlagen:"."""
        lines = self.page.lines
        first = next(line for line in lines if line.block == self.line.block)
        return first.text if first.text.rstrip().endswith(":") else ""

    def role_of(self, before: str) -> RoleWord:
        """The role of a name that follows `before` here, or else of all that its block announces."""
        role = last_role(before)
        return last_role(self.lead) if role[0] is Role.UNKNOWN else role

    def mention(self, name: str, role: RoleWord, zone: Zone | None = None) -> PersonMention:
        """A person named here. A subject line and a rubrum name the subject unless they say otherwise.

        One who is numbered is one of several, so nobody is the subject alone.
        """
        zone = zone or self.zone
        if self.numbers(name) and role[0] is not Role.THIRD:
            return PersonMention(role=Role.UNKNOWN, zone=zone, page=self.page.number, name=name)
        if role[0] is Role.UNKNOWN and (zone is Zone.SUBJECT_LINE or self.in_rubrum):
            role = Role.SUBJECT, role[1]
        if role[0] is Role.SUBJECT and zone is Zone.BODY:
            zone = Zone.RUBRUM
        return PersonMention(role=role[0], role_word=role[1], zone=zone, page=self.page.number, name=name)


def persons_in_prose(page: PageReading, form_lines: Collection[int], today: date) -> Iterator[PersonMention]:
    """All persons named on a page but in form fields, whose values stand on `form_lines`."""
    for place in _places(page):
        yield from _before_birth_dates(place, today, form_lines)
        yield from _honorifics(place)
        yield from _bare_names(place)
        yield from _addressee(place)


def _places(page: PageReading) -> Iterator[_Place]:
    subject_lines = _subject_lines(page)
    for index, line in enumerate(page.lines):
        if index in subject_lines:
            zone = Zone.SUBJECT_LINE
        elif _is_salutation(line.text):
            zone = Zone.SALUTATION
        else:
            zone = Zone.BODY
        yield _Place(page, index, zone)


def _subject_lines(page: PageReading) -> frozenset[int]:
    """Lines of the subject (Betreff): labelled, or the few lines right above the salutation."""
    found: set[int] = set()
    for index, line in enumerate(page.lines):
        if _SUBJECT_LABEL.match(line.text) or shape(line.words[0].text).strip(".,:;") == _SUBJECT:
            found.add(index)
            for after in range(index + 1, min(index + 4, len(page.lines))):
                if page.lines[after].block != line.block or _is_salutation(page.lines[after].text):
                    break
                found.add(after)
        if _is_salutation(line.text):
            block = None
            for above in range(index - 1, max(index - 5, -1), -1):
                if block is None:
                    block = page.lines[above].block
                if page.lines[above].block != block or _MAIL_HEADER.match(page.lines[above].text):
                    break
                found.add(above)
    return frozenset(found)


def _is_salutation(text: str) -> bool:
    return _SALUTATION in shape(text)


# -- before a birth date --------------------------------------------------------------------


def _before_birth_dates(place: _Place, today: date, form_lines: Collection[int]) -> Iterator[PersonMention]:
    """`Muster, Erika, geb. am …`; the name may stand on the line above unless that is a form's."""
    spread = Spread.of(place.line)
    text = spread.text
    start = 0
    for at, end, born in _dates(text, today):
        before = text[start:at]
        start = end
        if not before.strip() and place.index - 1 not in form_lines:
            before = _broken_off(place.previous)
        label = _BIRTH_LABEL.search(before)
        if label is None or role_of(before) in _NO_BIRTH or (born and born.year > today.year):
            continue
        context = _SPOKEN_TO.sub(" ", before[: label.start()])
        alone = not context.strip()
        name = name_span(context)
        if len(name.split()) < 2 and name != _YOU and place.index - 1 not in form_lines:
            context = _with_line_above(place, context)
            name = name_span(context)
        if not name or (alone and len(name.split()) < 2):
            continue
        addressed = place.addressee if name == _YOU else ""
        goes_on = len(context) < 40 or _AND.match(context)
        role = place.role_of(f"{place.previous} {context}" if goes_on else context)
        if role[0] is Role.UNKNOWN and place.zone is Zone.BODY:
            role = following_role(f"{text[end:]} {place.following}".strip())
        for each in each_name(addressed or name):
            mention = place.mention(
                each, role, Zone.ADDRESS if addressed or (alone and place.sender) else None
            )
            sure = spread.confidence(at, end)
            yield replace(mention, birth_date=born, unreadable=born is None, confidence=sure)


def _broken_off(previous: str) -> str:
    """The line above if it is running text that ends before a birth date: "dass Erika Muster, geboren am"."""
    return previous if len(previous.split()) >= _SENTENCE else ""


def _dates(text: str, today: date) -> list[tuple[int, int, PartialDate | None]]:
    """Start, end and value of all dates; None for a birth date that cannot be read."""
    found = [(each.start, each.end, each.value) for each in find_dates(text, today)]
    unreadable = (
        (*match.span("date"), None)
        for match in _UNREADABLE.finditer(text)
        if not any(start < match.end() and match.start("date") < end for start, end, _ in found)
    )
    return sorted([*found, *unreadable], key=lambda item: item[0])


def _with_line_above(place: _Place, left: str) -> str:
    """`left` with the line above it, a word that was divided at its end put together again."""
    if not left.strip():
        return place.sender or place.previous.rstrip(" ,")
    above = place.previous.rstrip(" ,")
    divided = above.endswith("-") and left.lstrip()[:1].islower()
    return above[:-1] + left.lstrip() if divided else f"{above} {left}"


# -- without one ----------------------------------------------------------------------------


def _honorifics(place: _Place) -> Iterator[PersonMention]:
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
        if not name:
            continue
        address = place.zone is Zone.BODY and match.start() <= 2 and len(name) >= len(after.strip(" ,.")) - 1
        role = last_role(before) if before.strip() or address else last_role(place.previous)
        if role[0] is Role.UNKNOWN and place.zone is Zone.BODY and not address:
            role = following_role(after[after.find(name.split()[-1]) + len(name.split()[-1]) :])
        sex = None if before.rstrip().endswith("/") else _sex(match.group("title"))
        for each in each_name(name):
            yield replace(place.mention(each, role, Zone.ADDRESS if address else None), sex=sex)


def _sex(title: str) -> str:
    return "F" if title == "Frau" else "M"


def _bare_names(place: _Place) -> Iterator[PersonMention]:
    """A subject line or rubrum may hold a bare name: `Verlängerung …; Muster, Erika`."""
    text = place.line.text
    if _HONORIFIC.search(text):
        return
    if accused := _ACCUSED.match(text) or (place.in_rubrum and _PARTY.match(text)):
        if len((name := name_span(text[accused.end() :], from_end=False)).split()) >= 2:
            yield place.mention(name, (Role.SUBJECT, accused.group().strip()))
    elif place.zone is Zone.SUBJECT_LINE:
        for part in re.split(r"[;:–—]|\s-\s|\bhier\b|\bfür\b|\bdes\b|\bder\b", text):
            name = name_span(_END_OF_SUBJECT.split(part)[0])
            if len(name.split()) >= 2:
                before = text[: text.find(part) + part.find(name.split()[0].rstrip(","))]
                for each in each_name(name):
                    yield place.mention(each, last_role(before))


def _addressee(place: _Place) -> Iterator[PersonMention]:
    """A name above street and town, without `Herrn` or `Frau`."""
    name, *following = map(first_cell, place.page.lines[place.index : place.index + 3])
    above_address = len(following) == 2 and _STREET.search(following[0]) and _TOWN.match(following[1])
    if above_address and is_name(name):
        yield place.mention(name, NO_ROLE, Zone.ADDRESS)
