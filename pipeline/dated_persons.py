"""Persons named in letters and running text before their birth date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from pipeline.birth_marks import BirthMark, birth_mark, dates_of
from pipeline.columns import GAP, Spread
from pipeline.date_joined import broken_date
from pipeline.dated_roles import SPOKEN_TO, dated_role
from pipeline.model import PartialDate, PersonMention, Role, Zone
from pipeline.name_span import each_name, is_name, name_span, with_slashes_as_commas
from pipeline.nationality import told_around
from pipeline.place import Place, is_salutation
from pipeline.roles import NO_ROLE, RoleWord, last_role, role_at_end, tellings
from pipeline.undated_persons import addressee_above

_AND_OTHERS = re.compile(
    r"[\s,)]*(?:u\.\s?a\.(?!\s?(?:in|wegen))|und(?:/oder| andere)\b|et al\b|"
    r"oder (?:Herrn?\s|Frau\s)?[A-ZÄÖÜ][\w'’-]+|"
    r"(?:[^.;]{0,60},\s*)?(?:und|mit|nebst|sowie)\s(?:(?:seine|ihre|de)[rnm]?\s)?"
    r"(?:(?:Familie|Kinder|Angehörige)n?\b(?! [A-ZÄÖÜ])|Ehe(?:frau|mann|gatt(?:e|in))\b))"
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
_BORN_IN = re.compile(r"\W*(?:in\s[^.;:\d]{2,40}?\s)?geboren\b")
_MY_NAME = re.compile(
    r"\b(?:[Mm]ein Name ist|[Ii]ch hei(?:ß|ss)e|[Ii]ch bin)\s(?P<name>[^.;:,\d]{3,60}?),?\s+(?:und\s+)?"
    r"(?:ich\s+)?(?:bin|wurde)\s+am\s*$"
)
"""Who introduces himself before his birth date: "mein Name ist Erika Muster, ich bin am … geboren"."""
_DIVIDED = {"", "am", "den"}
"""What of a birth date's label may stand below the rest: "geb. / am 12.08.1964"."""
_SENTENCE = 5
"""Words from which a line is running text."""


def dated_persons(place: Place, today: date, form_lines: Collection[int]) -> Iterator[PersonMention]:
    """`Muster, Erika, geb. am …`; the name may stand on the line above unless that is a form's."""
    spread = Spread.of(place.line)
    text = with_slashes_as_commas(spread.text)
    start = 0
    role = NO_ROLE
    for at, end, born in _dates(place, text, today):
        beside = before = text[start:at]
        start = end
        if before.strip() in _DIVIDED and place.index - 1 not in form_lines:
            before = f"{_broken_off(place.previous)} {before}".lstrip()
        if name := _register_entry(place, before, text[end:]):
            yield replace(place.mention(name, (Role.SUBJECT, "geboren")), birth_date=born)
            continue
        if _BORN_IN.match(f"{text[end:]} {place.following}"):
            before = _of_oneself(place, before)
        mark = birth_mark(place.page.lines, before, born, today)
        if mark is None:
            continue
        if before is beside and (mention := _in_column(place, text[:at], mark)):
            mentions = [mention]
        elif mentions := list(_before(place, before, text[end:], mark, form_lines, role)):
            role = mentions[-1].role, mentions[-1].role_word
            sure = spread.confidence(at, end)
            opening = before.partition(mentions[0].name or before)[0]
            state = told_around(opening, f"{text[end:]} {place.following}")
            mentions = [replace(mention, confidence=sure, nationality=state) for mention in mentions]
            if _AND_OTHERS.match(f"{text[end:]} {place.following}"):
                mentions = [
                    each if each.role is Role.THIRD else place.one_of_several(each) for each in mentions
                ]
        elif mark.told and born and beside.strip():
            mentions = [_nameless(place, before)]
        yield from (replace(each, birth_date=born, unreadable=born is None) for each in mentions)


def _dates(place: Place, text: str, today: date) -> list[tuple[int, int, PartialDate | None]]:
    """The dates of the line, also one that ends in the next."""
    found = dates_of(text, today)
    broken = broken_date(text, place.following, today)
    return [*found, (broken.start, broken.end, broken.value)] if broken else found


def _of_oneself(place: Place, before: str) -> str:
    """What stands before a birth date by which somebody introduces himself, in the words of one who is named
    with it: "mein Name ist Erika Muster, ich bin am 12.08.1964 … geboren".
    """
    whole = before if _MY_NAME.search(before) else f"{place.previous} {before}"
    return f"{whole[: found.end('name')]}, geb. am " if (found := _MY_NAME.search(whole)) else before


def _before(
    place: Place,
    before: str,
    after: str,
    mark: BirthMark,
    form_lines: Collection[int],
    beside: RoleWord,
) -> Iterator[PersonMention]:
    """Whom the text before a birth date names, or the line above; `beside` is the role of the one before."""
    context = SPOKEN_TO.sub(" ", before[: mark.start])
    alone = not context.strip()
    name = name_span(context)
    addressed = _writer(place, context, name) or _addressed(place, context, name)
    if not addressed and len(name.split()) < 2 and name != _YOU and place.index - 1 not in form_lines:
        context = _with_line_above(place, context)
        name = name_span(context)
    named = addressed or ("" if _far_off(context, name) else name)
    if not named or (alone and len(named.split()) < 2):
        return
    role = dated_role(place, (before, mark.label, after), context, name or named, beside)
    if role[0] is Role.THIRD and not mark.told:
        return
    for each in each_name(named):
        yield place.mention(each, role, Zone.ADDRESS if addressed or (alone and place.sender) else None)


def _in_column(place: Place, text: str, mark: BirthMark) -> PersonMention | None:
    """Whom the cell above a birth date names that begins a further column of the page, in the role that the
    column's heading gives; None where the date begins no such column.
    """
    cell = text.rfind(GAP) + len(GAP)
    if cell < len(GAP) or text[cell : max(mark.start, cell)].strip() or not text[cell:].strip():
        return None
    name, above = place.over(cell, len(text))
    third = next((told for told in tellings(" ".join(above)) if told.role is Role.THIRD), None)
    role = (third.role, third.word) if third else role_at_end(above[0] if above else "") or NO_ROLE
    if not name:
        return None
    mention = place.mention(name, role)
    return place.one_of_several(mention) if role == NO_ROLE and place.beside(name) else mention


def _far_off(context: str, name: str) -> bool:
    """Whether a number parts a single word from the date, whose it hardly is: "IBAN DE12 3456, geb. …"."""
    return len(name.split()) == 1 and any(map(str.isdigit, context.rpartition(name)[2]))


def _nameless(place: Place, before: str) -> PersonMention:
    """Somebody born on a day whose name was not found: whoever it is, the paper is about him as well."""
    role, word = last_role(f"{place.previous} {before}")
    return PersonMention(role=role, role_word=word, zone=place.zone, page=place.page.number)


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


def _with_line_above(place: Place, left: str) -> str:
    """`left` with the line above it, a word that was divided at its end put together again."""
    if not left.strip():
        return place.sender or place.above or place.previous.rstrip(" ,")
    above = place.previous.rstrip(" ,")
    divided = above.endswith("-") and left.lstrip()[:1].islower()
    return above[:-1] + left.lstrip() if divided else f"{above} {left}"
