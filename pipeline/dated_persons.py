"""Persons named in letters and running text before their birth date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from pipeline.columns import Spread
from pipeline.date_labels import role_of
from pipeline.dated_roles import SPOKEN_TO, dated_role
from pipeline.dates import find_dates
from pipeline.model import DateRole, PartialDate, PersonMention, Role, Zone
from pipeline.name_span import each_name, is_name, name_span
from pipeline.nationality import told_behind
from pipeline.place import Place, is_salutation
from pipeline.roles import NO_ROLE, last_role, tellings
from pipeline.undated_persons import addressee_above

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
_AND_OTHERS = re.compile(
    r"[\s,)]*(?:u\.\s?a\.(?!\s?(?:in|wegen))|und(?:/oder| andere)\b|et al\b|"
    r"(?:und|mit|nebst|sowie)\s(?:(?:seine|ihre|de)[rnm]?\s)?(?:Familie|Kinder|Ehefrau|Ehemann|Angehörige)n?"
    r"\b(?! [A-ZÄÖÜ]))"
)
"""Behind the first of several: "Erika Muster, geb. am 12.08.1964, u. a."."""
_YOU = "Sie"
_YOURS = re.compile(r"\b(?:Ihnen|Ihre[mnrs]?\b[^.;]*)\W*$")
"""What belongs to the reader, whose birth date then follows: "in Ihrer Angelegenheit (geb. …)"."""
_WRITER = re.compile(r"^\W*(?:Von|From)\s*:\s*(?P<name>[^<\[(@]+)", re.IGNORECASE)
_ASIDE = re.compile(r"[/|;–—]\s*$")
"""Before a birth date that belongs to no name beside: "Betreff: Termin / geb. am …"."""
_IS_BORN = re.compile(r"^\W*(?:ist|wurde)\s+am\s*$")
_BORN_THERE = re.compile(r"[^.;]{0,120}\bgeboren\b")
"""Around the date in a register's words: "Erika Muster / ist am 12. August 1964 in … geboren"."""
_DIVIDED = {"", "am", "den"}
"""What of a birth date's label may stand below the rest: "geb. / am 12.08.1964"."""
_SENTENCE = 5
"""Words from which a line is running text."""


def dated_persons(place: Place, today: date, form_lines: Collection[int]) -> Iterator[PersonMention]:
    """`Muster, Erika, geb. am …`; the name may stand on the line above unless that is a form's."""
    spread = Spread.of(place.line)
    text = spread.text
    start = 0
    role = NO_ROLE
    for at, end, born in _dates(text, today):
        beside = before = text[start:at]
        start = end
        if before.strip() in _DIVIDED and place.index - 1 not in form_lines:
            before = f"{_broken_off(place.previous)} {before}".lstrip()
        if name := _register_entry(place, before, text[end:]):
            yield replace(place.mention(name, (Role.SUBJECT, "geboren")), birth_date=born)
            continue
        label = _BIRTH_LABEL.search(before)
        if label is None or role_of(before) in _NO_BIRTH or (born and born.year > today.year):
            continue
        context = SPOKEN_TO.sub(" ", before[: label.start()])
        alone = not context.strip()
        name = name_span(context)
        addressed = _writer(place, context, name) or _addressed(place, context, name)
        if not addressed and len(name.split()) < 2 and name != _YOU and place.index - 1 not in form_lines:
            context = _with_line_above(place, context)
            name = name_span(context)
        named = addressed or name
        if not named or (alone and len(named.split()) < 2):
            if born and beside.strip():
                yield _nameless(place, before, born)
            continue
        role = dated_role(place, (before, label.group(), text[end:]), context, name or named, role)
        for each in each_name(named):
            mention = place.mention(
                each, role, Zone.ADDRESS if addressed or (alone and place.sender) else None
            )
            sure = spread.confidence(at, end)
            if _AND_OTHERS.match(text[end:]) and mention.role is not Role.THIRD:
                mention = place.one_of_several(mention)
            state = told_behind(f"{text[end:]} {place.following}")
            yield replace(
                mention, birth_date=born, unreadable=born is None, confidence=sure, nationality=state
            )


def _nameless(place: Place, before: str, born: PartialDate) -> PersonMention:
    """Somebody born on a day whose name was not found: whoever it is, the paper is about him as well."""
    role, word = last_role(f"{place.previous} {before}")
    return PersonMention(role=role, role_word=word, zone=place.zone, page=place.page.number, birth_date=born)


def _writer(place: Place, context: str, name: str) -> str:
    """Who writes a mail that adds a birth date to its subject, but no name; empty if none does."""
    others = (telling.role is Role.THIRD for telling in tellings(context))
    if (
        place.zone is not Zone.SUBJECT_LINE
        or len(name.split()) > 1
        or not _ASIDE.search(context)
        or any(others)
    ):
        return ""
    found = filter(None, (_WRITER.match(line.text) for line in place.page.lines[: place.index]))
    return next((writer for each in found if is_name(writer := each.group("name").strip())), "")


def _addressed(place: Place, context: str, name: str) -> str:
    """The reader's whole name if the birth date is the reader's: behind "Sie", "Ihre Angelegenheit" or the
    family name in the salutation, and in a subject line that names nobody. Empty if it is not.
    """
    greeted = place.zone is Zone.SALUTATION and name
    yours = not name and (_YOURS.search(context) or place.zone is Zone.SUBJECT_LINE)
    if not (name == _YOU or greeted or yours) or any(tellings(context)):
        return ""
    whole = addressee_above(place)
    if greeted and name != _YOU and not set(name.split()) <= set(whole.replace(",", " ").split()):
        return ""
    return whole


def _register_entry(place: Place, before: str, after: str) -> str:
    """The name on the line above "ist am … geboren"; empty if the date is no such birth date."""
    letter = any(is_salutation(line.text) for line in place.page.lines)
    if letter or not _IS_BORN.match(before) or not is_name(above := place.previous or place.above):
        return ""
    rest = f"{after} {place.rest[len(place.line.text) :]}"
    return name_span(above, from_end=False) if _BORN_THERE.match(rest) else ""


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


def _with_line_above(place: Place, left: str) -> str:
    """`left` with the line above it, a word that was divided at its end put together again."""
    if not left.strip():
        return place.sender or place.above or place.previous.rstrip(" ,")
    above = place.previous.rstrip(" ,")
    divided = above.endswith("-") and left.lstrip()[:1].islower()
    return above[:-1] + left.lstrip() if divided else f"{above} {left}"
