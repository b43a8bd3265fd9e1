"""The day of a document: its own date, told apart from birth, expiry, receipt and what it speaks of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.birth_dates import similar_dates
from pipeline.columns import views
from pipeline.date_paper import Paper
from pipeline.date_places import SPECKS, DatePlace, date_places
from pipeline.date_signature import is_behind_a_place, is_by_a_signature, is_signed
from pipeline.date_standing import LAST_RESORT, by_place, is_of_something_else
from pipeline.date_told import further_on, told
from pipeline.model import DateRole, PageReading, PartialDate

_LIFE_OF_A_PAPER = 10
"""Years for which passports and cards are valid, the longest of all papers."""
_OLDER = 2
"""Years from which on the day behind a name is no longer the paper's, if another is told: a child's birth."""
_AGE = 16
"""Years from which on a day without a label may well be the birth of somebody who has papers."""


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
    first = [(sheet, Paper.of(sheet)) for page in pages[:1] for sheet in views(page)]
    further = ((sheet, Paper.of(sheet)) for page in pages[1:] for sheet in views(page))
    form = any(paper.form for _, paper in first)
    found = [
        own
        for sheets, is_first in ((first, True), (further, False))
        for sheet, paper in sheets
        for own in _own_dates(sheet, replace(paper, form=form), today, first=is_first)
    ]
    # read by rows or by columns: what is a birth or expiry date in one view is none of the document's own
    barred = {own.value for own in found if own.role in {DateRole.BIRTH, DateRole.EXPIRY}} | {*doubtful}
    barred |= _ends_of_terms(found)
    received = {own.value for own in found if own.received}
    named = {own.value for own in found if own.named} | _too_early(found, today)
    found = [own for own in found if own.value.full and own.value not in other]
    found = [own for own in found if str(own.value) <= str(today)]  # nobody writes on a day to come
    found = [own for own in found if own.explained or own.value not in barred]
    found = [own for own in found if own.explained or own.signed or own.value not in received]
    births = [own for own in found if _may_be_a_birth(own, found, other, today)]
    # the first day of a permit's term is one that words may tell elsewhere as the day of issue
    sure = {own.value for own in found if own.told and own not in births}
    none = {own.value for own in births} - sure | _behind_a_name(found)
    return _heaviest([own for own in found if own.value not in none and (own.told or own.value not in named)])


@dataclass(frozen=True, slots=True)
class _OwnDate:
    """A date with what it means and how much it looks like the document's own (0: not at all).

    `told` if words say so and not its place alone, `placed` if only a name before it does, as of a place,
    `signed` if somebody signed with it, be it on the day of the stamp of receipt,
    `named` if a field's label says what else it is,
    `last` if nothing follows it on its page,
    `original` if it may be the original's of a translation, `heading` if it stands over a letter.
    """

    value: PartialDate
    role: DateRole
    weight: float
    told: bool
    placed: bool
    named: bool
    received: bool
    signed: bool
    last: bool
    original: bool
    heading: bool

    @property
    def explained(self) -> bool:
        """Whether a label, or a place before it, says that it is the document's own."""
        return self.role is DateRole.DOCUMENT


def _too_early(found: Sequence[_OwnDate], today: date) -> set[PartialDate]:
    """Dates longer before another one than any paper is valid: days of birth without a label."""
    past = [
        own.value.year for own in found if own.role is not DateRole.EXPIRY and own.value.year <= today.year
    ]
    return {own.value for own in found if own.value.year < max(past, default=0) - _LIFE_OF_A_PAPER}


def _behind_a_name(found: Sequence[_OwnDate]) -> set[PartialDate]:
    """Days behind a name and a comma, years before another that is told: `Lina Muster, 05.06.2015`."""
    last = max((own.value.year for own in found if own.weight and own.told), default=0)
    return {own.value for own in found if own.placed and not own.original and own.value.year <= last - _OLDER}


def _ends_of_terms(found: Sequence[_OwnDate]) -> set[PartialDate]:
    """Days that whole years after another one, or the day before, end a term: an expiry without a label.

    Also the later of two under one label of issue.
    """
    return {
        own.value
        for own in found
        if any(
            (not own.told and _is_an_anniversary(own.value, other.value))
            or (own.role is other.role is DateRole.ISSUE and _is_the_eve(own.value, other.value))
            for other in found
            if other.role is not DateRole.BIRTH
        )
    }


def _is_an_anniversary(value: PartialDate, begin: PartialDate) -> bool:
    if not (value.full and begin.full and 0 < value.year - begin.year <= _LIFE_OF_A_PAPER):
        return False
    return 0 <= ((begin.month or 0) - (value.month or 0)) * 31 + (begin.day or 0) - (value.day or 0) <= 1


def _is_the_eve(value: PartialDate, begin: PartialDate) -> bool:
    return _is_an_anniversary(value, begin) and value.day != begin.day


def _may_be_a_birth(
    own: _OwnDate, found: Sequence[_OwnDate], births: Collection[PartialDate | None], today: date
) -> bool:
    """Whether it may be a day of birth: misread, behind a misread label, or without any.

    Days of a lifetime before others that a paper tells are; and one that no label explains, if no other is
    near it.
    """
    if own.value.year > today.year - _AGE:
        return False
    others = [
        each.value
        for each in found
        if each.value != own.value and each.role is not DateRole.EXPIRY and not each.received
    ]
    if not own.told and any(birth and similar_dates(own.value, birth) for birth in births):
        return True
    if own.role is not DateRole.ISSUE and any(other.year - own.value.year >= _AGE for other in others):
        return not own.original
    return (
        not own.told
        and not own.heading
        and not any(abs(other.year - own.value.year) <= _LIFE_OF_A_PAPER for other in others)
    )


def _heaviest(found: Sequence[_OwnDate]) -> PartialDate | None:
    """The date of the greatest weight, where two weigh the same the one that stands at a further place.

    Without a label behind it only if no other weighs as much. One that only its place speaks for counts if
    it is the only day told, or ends the page and is the latest of all.
    """
    weights = {own.value: sorted({each.weight for each in found if each.value == own.value}) for own in found}
    best = max(found, key=lambda own: own.weight, default=None)
    if best is None or not best.weight:
        return None
    if best.explained:
        return best.value
    if best.weight == LAST_RESORT:
        ends = [own.value for own in found if own.last and own.weight and own.value == max(weights, key=str)]
        return best.value if len(weights) == 1 else next(iter(ends), None)
    ranked = sorted(weights, key=lambda value: weights[value][::-1])
    return ranked[-1] if weights[ranked[-1]] != weights[[*ranked, *ranked][-2]] or len(ranked) == 1 else None


def _own_dates(page: PageReading, paper: Paper, today: date, *, first: bool) -> Iterator[_OwnDate]:
    for place in date_places(page, today):
        by_words = told(place, paper) if first else further_on(place, paper)
        yield _OwnDate(
            value=place.value,
            role=place.role,
            weight=by_words or (by_place(place, paper) if first else 0.0),
            told=by_words > 0,
            placed=is_behind_a_place(place),
            named=is_of_something_else(place),
            received=_is_received(place, paper),
            signed=is_by_a_signature(place) or is_signed(place, paper),
            last=place.alone_in_line and not place.onward.strip(SPECKS),
            original=paper.translation,
            heading=place.top < paper.body < 1.0,
        )


def _is_received(place: DatePlace, paper: Paper) -> bool:
    return place.stamped or (place.role is DateRole.RECEIVED and not paper.delivery)
