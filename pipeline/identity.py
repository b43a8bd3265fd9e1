"""Who is named in a document, where, and in which role: the identity evidence of a reading.

Nothing is looked up here. Evidence comes from four kinds of places: the machine-readable zone,
form fields, names that stand before a birth date, and names behind an address or salutation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from config.form_words import load_form_words
from pipeline.columns import Spread, rows
from pipeline.dates import document_date, find_dates, issue_date, make_date, role_of
from pipeline.fields import Field, find_fields
from pipeline.identifiers import number_mentions
from pipeline.model import (
    DateRole,
    Identity,
    Line,
    Mrz,
    PageReading,
    PartialDate,
    PersonMention,
    Role,
    Zone,
)
from pipeline.roles import belongs_to_third, heading_role, last_role

_PERSON_KEYS = {
    "family_name": "family_name",
    "given_names": "given_names",
    "full_name": "name",
    "name": "name",
    "birth_name": "birth_name",
    "birth_date": "birth_date",
    "birth_place": "birth_place",
    "nationality": "nationality",
    "sex": "sex",
}

_WORDS = load_form_words()
_LINES_BETWEEN = 6
"""Lines that may lie between two fields of one person."""

_LONGEST_NAME = 9
"""Words and commas of one name at the most."""

_NAME_WORD = re.compile(r"^[^\W\d_][^\W\d_]*(?:['’`´.-][^\W\d_]*)*$")
_HONORIFIC = re.compile(
    r"\b(?P<title>Herrn?|Frau)\s+(?:(?:Dr|Prof|Dipl)\.\s?(?:-?\w+\.\s?)*)*(?P<rest>\S.*)$"
)
_SALUTATION = re.compile(r"Sehr\s+geehrte", re.IGNORECASE)
_SUBJECT_LABEL = re.compile(r"^\W*(?:Betreff|Betr\.?|Betrifft|Bezug|Subject)\b", re.IGNORECASE)
_BIRTH_LABEL = re.compile(
    r"[\s,;(]*(?:\*|geb(?:oren(?:e[rn]?)?|\.)?,?\s?(?:am|den)?|geburtsdatum|geb\.?-?\s?dat(?:um|\.)?|"
    r"date of birth|born(?: on)?|né\(?e?\)? le|do[gğ]um tarihi)[\s.:/]*(?:\w+\s?/?\s?){0,2}[:\s]*$",
    re.IGNORECASE,
)
_RUBRUM = re.compile(
    r"\bIn (?:dem|der)\s+(?:\w+\s){0,2}?\w*(?:verfahren|sache|streitsache|rechtsstreit|angelegenheit)\b|"
    r"^\W*(?:Strafsache|Ermittlungsverfahren|Verfahren) gegen\b",
    re.IGNORECASE,
)
_STREET = re.compile(r"^\D{3,40}\s\d{1,4}\s?[a-z]?$", re.IGNORECASE)
_TOWN = re.compile(r"^(?:D-)?\d{5}\s+[A-ZÄÖÜ]")
_YEAR = re.compile(r"(?<!\d)(19\d{2}|20\d{2})(?!\d)")


def find_identity(
    pages: Sequence[PageReading],
    mrz: Sequence[Mrz],
    today: date,
    file_number_patterns: Sequence[re.Pattern[str]] = (),
) -> Identity:
    """All identity evidence of one document, and the document's own date."""
    by_rows = [replace(page, lines=rows(page.lines)) for page in pages]
    fields = [item for page in by_rows for item in _fields_with_roles(page)]
    persons = [
        *(_from_mrz(zone) for zone in mrz),
        *_from_fields(fields, today),
        *(mention for page in pages for mention in _from_prose(page, today)),
    ]
    known = {mention.birth_date for mention in persons} | {zone.expiry_date for zone in mrz}
    own_date = document_date(by_rows, today, other=known) or issue_date(pages, mrz, today)
    return Identity(
        persons=_without_echoes(persons),
        numbers=number_mentions(
            pages, [(field, role) for field, role, _ in fields], mrz, file_number_patterns
        ),
        mrz=tuple(mrz),
        document_date=own_date,
    )


def _without_echoes(persons: Sequence[PersonMention]) -> tuple[PersonMention, ...]:
    """Mentions that say something; a bare birth date only where no named mention bears it."""
    named = [m for m in persons if m.family_name or m.given_names or m.name]
    dates = {mention.birth_date for mention in named}
    bare = [m for m in persons if m not in named and m.birth_date and m.birth_date not in dates]
    return tuple(named + bare)


def _from_mrz(zone: Mrz) -> PersonMention:
    return PersonMention(
        role=Role.SUBJECT,
        zone=Zone.MRZ,
        page=zone.page,
        family_name=zone.surname or None,
        given_names=zone.given_names or None,
        birth_date=zone.birth_date,
        nationality=zone.nationality or None,
        sex=zone.sex,
    )


# -- form fields ----------------------------------------------------------------------------

_FieldInRole = tuple[Field, Role, str | None]


def _fields_with_roles(page: PageReading) -> Iterator[_FieldInRole]:
    """Fields with the role of the section they stand in. A page starts with its subject."""
    fields: dict[int, list[Field]] = {}
    for field in find_fields(page):
        fields.setdefault(field.line, []).append(field)
    role, word = Role.SUBJECT, None
    for index, line in enumerate(page.lines):
        if index not in fields:
            if heading := heading_role(line.text):
                role, word = heading
            continue
        before = line.text[: line.text.find(fields[index][0].label)]
        inline_role, inline_word = last_role(before)
        for field in fields[index]:
            if belongs_to_third(
                line.text[: line.text.find(field.value)] if field.value in line.text else line.text
            ):
                yield field, Role.THIRD, field.label
            elif inline_role is Role.UNKNOWN:
                yield field, role, word
            else:
                yield field, inline_role, inline_word


def _from_fields(fields: Sequence[_FieldInRole], today: date) -> Iterator[PersonMention]:
    """Fields that follow one another in one role make one person, until a key comes again."""
    group: dict[str, _FieldInRole] = {}
    for item in fields:
        key = _PERSON_KEYS.get(item[0].key)
        if key is None or not _value(key, item[0].value, today):
            continue
        if group and (key in group or not _continues(list(group.values())[-1], item)):
            yield _person(group, today)
            group = {}
        group[key] = item
    if group:
        yield _person(group, today)


def _continues(last: _FieldInRole, following: _FieldInRole) -> bool:
    return (
        last[1] is following[1]
        and last[0].page == following[0].page
        and following[0].line - last[0].value_line <= _LINES_BETWEEN
    )


def _person(group: Mapping[str, _FieldInRole], today: date) -> PersonMention:
    field, role, word = next(iter(group.values()))
    values = {key: _value(key, item[0].value, today) for key, item in group.items() if key != "birth_date"}
    texts = {key: value for key, value in values.items() if isinstance(value, str)}
    if "name" in texts and "given_names" in texts and "family_name" not in texts:
        # `Name` beside `Vorname` is the family name; alone it is unsplit.
        texts["family_name"] = texts.pop("name")
    born = group.get("birth_date")
    return PersonMention(
        role=role,
        zone=Zone.FIELD,
        page=field.page,
        role_word=word,
        birth_date=_birth_date(born[0].value, today) if born else None,
        confidence=born[0].confidence if born else 1.0,
        **texts,
    )


def _value(key: str, text: str, today: date) -> PartialDate | str | None:
    return _birth_date(text, today) if key == "birth_date" else _clean(key, text)


def _birth_date(text: str, today: date) -> PartialDate | None:
    for found in find_dates(text, today):
        if found.value.year <= today.year:
            return found.value
    year = _YEAR.match(text.strip())
    return make_date(0, 0, int(year.group(1))) if year else None


def _clean(key: str, value: str) -> str | None:
    if key in {"name", "family_name", "given_names", "birth_name"}:
        return name_span(re.split(r"[;(]|\bgeb\b|\bgeboren\b", value)[0], from_end=False) or None
    return value.strip(" .,;:") or None


# -- prose ----------------------------------------------------------------------------------


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
    def sender(self) -> str:
        """The name at the head of an address of which this line is the end; empty if it is none."""
        for above in reversed(self.page.lines[max(self.index - 4, 0) : self.index]):
            if above.block != self.line.block:
                break
            if _is_name(above.text):
                return above.text
        return ""

    @property
    def in_rubrum(self) -> bool:
        """Whether one of the three lines above opens a rubrum: "In dem Asylverfahren"."""
        above = self.page.lines[max(self.index - 3, 0) : self.index]
        return any(_RUBRUM.search(line.text) for line in above)


def _from_prose(page: PageReading, today: date) -> Iterator[PersonMention]:
    form_lines = frozenset(f.value_line for f in find_fields(page) if f.key in _PERSON_KEYS)
    for place in _places(page):
        yield from _before_birth_dates(place, today, form_lines)
        yield from _honorifics(place)
        yield from _unlabelled_subject(place)
        yield from _addressee(place)


def _places(page: PageReading) -> Iterator[_Place]:
    subject_lines = _subject_lines(page)
    for index, line in enumerate(page.lines):
        if index in subject_lines:
            zone = Zone.SUBJECT_LINE
        elif _SALUTATION.search(line.text):
            zone = Zone.SALUTATION
        else:
            zone = Zone.BODY
        yield _Place(page, index, zone)


def _subject_lines(page: PageReading) -> frozenset[int]:
    """Lines of the subject (Betreff): labelled, or the few lines right above the salutation."""
    found: set[int] = set()
    for index, line in enumerate(page.lines):
        if _SUBJECT_LABEL.match(line.text):
            found.add(index)
            for after in range(index + 1, min(index + 4, len(page.lines))):
                if page.lines[after].block != line.block or _SALUTATION.search(page.lines[after].text):
                    break
                found.add(after)
        if _SALUTATION.search(line.text):
            block = None
            for above in range(index - 1, max(index - 5, -1), -1):
                if block is None:
                    block = page.lines[above].block
                if page.lines[above].block != block:
                    break
                found.add(above)
    return frozenset(found)


def _before_birth_dates(place: _Place, today: date, form_lines: frozenset[int]) -> Iterator[PersonMention]:
    """`Muster, Erika, geb. am …`; the name may stand on the line above unless that is a form's."""
    spread = Spread.of(place.line)
    text = spread.text
    start = 0
    for found in find_dates(text, today):
        before = text[start : found.start]
        start = found.end
        label = _BIRTH_LABEL.search(before)
        if label is None or role_of(before) is not DateRole.BIRTH or found.value.year > today.year:
            continue
        left = before[: label.start()]
        name = name_span(left)
        context = left
        if (not name or len(name.split()) < 2) and place.index - 1 not in form_lines:
            above = (place.sender if not left.strip() else "") or place.previous.rstrip(" ,")
            joined = f"{above} {left}" if left.strip() else above
            name, context = name_span(joined), joined
        if not name:
            continue
        role, word = last_role(f"{place.previous} {context}" if len(context) < 40 else context)
        if role is Role.UNKNOWN and (place.zone is Zone.SUBJECT_LINE or place.in_rubrum):
            role = Role.SUBJECT
        yield PersonMention(
            role=role,
            zone=Zone.RUBRUM if role is Role.SUBJECT and place.zone is Zone.BODY else place.zone,
            page=place.page.number,
            name=name,
            birth_date=found.value,
            role_word=word,
            confidence=spread.confidence(found.start, found.end),
        )


def _honorifics(place: _Place) -> Iterator[PersonMention]:
    """`Herrn Max Muster` in an address, `Sehr geehrte Frau Muster`, `Frau Erika Muster` in the text."""
    text = place.line.text
    match = _HONORIFIC.search(text)
    alone = re.fullmatch(r"\W*(Herrn?|Frau)\W*", text)
    if alone and place.index + 1 < len(place.page.lines):
        title, rest, zone = alone.group(1), place.page.lines[place.index + 1].text, Zone.ADDRESS
    elif match:
        title, rest = match.group("title"), match.group("rest")
        zone = Zone.ADDRESS if match.start() <= 2 and place.zone is Zone.BODY else place.zone
    else:
        return
    name = name_span(re.split(r"[;:(]|\bgeb\b", rest)[0], from_end=False)
    if not name:
        return
    before = text[: match.start()] if match else ""
    role, word = last_role(before)
    if zone is Zone.SUBJECT_LINE and role is Role.UNKNOWN:
        role = Role.SUBJECT
    yield PersonMention(
        role=role,
        zone=zone,
        page=place.page.number,
        name=name,
        sex="F" if title == "Frau" else "M",
        role_word=word,
    )


def _unlabelled_subject(place: _Place) -> Iterator[PersonMention]:
    """A subject line may hold a bare name: `Verlängerung …; Muster, Erika`."""
    text = place.line.text
    if place.zone is not Zone.SUBJECT_LINE or _HONORIFIC.search(text):
        return
    for part in re.split(r"[;:–—]|\s-\s|\bhier\b|\bfür\b|\bdes\b|\bder\b", text):
        name = name_span(re.split(r"\(|\bgeb\b|\*", part)[0])
        if name and len(name.split()) >= 2:
            role, word = last_role(text[: text.find(part)])
            yield PersonMention(
                role=Role.SUBJECT if role is Role.UNKNOWN else role,
                zone=Zone.SUBJECT_LINE,
                page=place.page.number,
                name=name,
                role_word=word,
            )


def _addressee(place: _Place) -> Iterator[PersonMention]:
    """A name above street and town, without `Herrn` or `Frau`."""
    following = [line.text for line in place.page.lines[place.index + 1 : place.index + 3]]
    above_address = len(following) == 2 and _STREET.search(following[0]) and _TOWN.match(following[1])
    if above_address and _is_name(place.line.text):
        yield PersonMention(
            role=Role.UNKNOWN, zone=Zone.ADDRESS, page=place.page.number, name=place.line.text
        )


def _is_name(text: str) -> bool:
    """Whether a whole line is nothing but a name of two words or more."""
    name = name_span(text, from_end=False)
    return len(name.split()) >= 2 and len(name) >= len(text.strip(" .,")) - 1


def name_span(text: str, *, from_end: bool = True) -> str:
    """The run of words at the end (or start) of `text` that may be a name; empty if there is none.

    Common nouns at its edges are cut off; what is left may still hold a foreign word, so names
    are later compared by containment, never as a whole string.
    """
    words = text.replace(",", " , ").split()
    run = _run_of_names(reversed(words) if from_end else words, skip=from_end)
    if from_end:
        run.reverse()
    while run and (run[0] == "," or run[0] in _WORDS.never_first):
        run.pop(0)
    while run and (run[-1] == "," or run[-1].lower() in _WORDS.never_first):
        run.pop()
    return " ".join(run).replace(" ,", ",")


def _run_of_names(words: Iterable[str], *, skip: bool) -> list[str]:
    """Words that may belong to a name, up to the first that cannot; a noun before any name means none.

    With `skip`, words that cannot be names are passed over before the first one that can.
    """
    run: list[str] = []
    for word in words:
        if word == "," or word in _WORDS.particles:
            run.append(word)
        elif not _may_be_name(word):
            if run or not skip:
                break
        elif _WORDS.noun.fullmatch(word):
            return run if any(_may_be_name(item) for item in run) else []
        else:
            run.append(word)
        if len(run) >= _LONGEST_NAME:
            break
    return run


def _may_be_name(word: str) -> bool:
    return bool(_NAME_WORD.match(word)) and word[0].isupper()
