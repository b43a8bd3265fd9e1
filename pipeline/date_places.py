"""Dates where they stand on a page: the words around them, over and under them, and their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.columns import GAP, Spread, label_above
from pipeline.date_captions import is_caption, is_in_a_sentence, stand_below
from pipeline.date_joined import broken_date, own_caption, own_label, paired
from pipeline.date_labels import role_of, without_leader
from pipeline.date_stamps import is_stamped
from pipeline.date_tables import is_tabled
from pipeline.dates import FoundDate, find_dates
from pipeline.model import DateRole, Line, PageReading, PartialDate

_NAME = re.compile(r"\W*[A-ZÄÖÜ' -]{2,},\s?[A-ZÄÖÜ' -]{2,}")
"""A person's name as cards print it."""
_IS_BORN = re.compile(r"\W{0,3}(?:est n[ée]{1,2}\b|was born\b|naci[óo]\b)", re.IGNORECASE)
"""As certificates of birth tell it: `Le 11 avril 2012 est née`."""
_WRAPPED = re.compile(r"(?:\b(?:den|am|vom)|[:,])\s*$")
"""A line that goes on with the date on the next one."""
_ISSUED_WHERE = re.compile(
    r"\W*(?:ausgestellt|issued|d[ée]livr[ée]e?)\W+(?:in|at|à)\b.*\b(?:am|on|le)\W*$", re.IGNORECASE
)
"""Two rows of a card: `Ausgestellt in   Musterau`, `am   16.09.2009`."""
_PLACE_ONLY = re.compile(r"\W*[A-ZÄÖÜ][^\W\d_]{2,}(?:[ -][^\W\d_]+){0,2}\W*")
_TOWN = re.compile(r"\W*[A-ZÄÖÜ][^\W\d_]{2,}(?:[ -](?:am |an der |im )?[A-ZÄÖÜ][^\W\d_]+){0,2}\W*")
_PLACE_AND_DAY = re.compile(r"\b(?:Ort|Place)\b.{0,12}\b(?:Datum|Date|Tag)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:de[rs]|of|zu[mr])$", re.IGNORECASE)
_ASIDE = re.compile(
    r"\W*(?:Bl\.?|Blatt|Seite|S\.|Page)\s?\d+(?:\s?(?:von|/|of)\s?\d+)?\W*$|\s?[/-]\s?[a-z]{1,4}$"
)
"""Of no weight behind a date: the count of pages, the typist's sign."""
_COUNT = re.compile(r"^\W*(?:Bl\.?|Blatt|Seite|S\.|Page)\s?\d{1,3}(?:\s?(?:von|/|of)\s?\d+)?\W*$")
SPECKS = " .,:;|'\"°_~*›»“”‘’–—-"
"""What dirt and the frames of stamps and tables are read as."""
_ONWARD = 3
"""Lines after a date's own in which its sentence may end."""
_TORN = re.compile(rf"(?<=[a-zäöüß][nt]){GAP}(?=(?:am|vom)\W*$)")
"""Where a line set to the full width tore a preposition from its word: `erstellt   am   07.08.2017`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePlace:
    """A date, what it means by its labels, and what else its place tells.

    `top` and `left` are shares of the page's height and width. `cell` is the text before it in its own
    column, `before` and `after` that of the whole line, `onward` `after` with the next lines,
    `preceding` the lines before. `headed` if the words above begin a column there.
    """

    value: PartialDate
    role: DateRole
    cell: str
    before: str
    after: str
    above: str
    below: str
    previous: str
    preceding: str
    onward: str
    top: float
    left: float
    headed: bool
    stamped: bool
    tabled: bool

    @property
    def label(self) -> str:
        """The words beside it: in its own column, else in the one before."""
        return self.cell if self.cell.strip(SPECKS) else f"{self.before.rstrip().rsplit(GAP, 1)[-1]} "

    @property
    def labelled_beside(self) -> bool:
        """Whether words before it in its column, or a caption in the one before, say what it is."""
        return bool(self.cell.strip(SPECKS)) or is_caption(self.before.rstrip().rsplit(GAP, 1)[-1])

    @property
    def alone(self) -> bool:
        """Whether nothing else stands in its column of the line, but a sign or two."""
        return _length(_COUNT.sub("", self.cell)) + _length(_ASIDE.sub("", self.after.split(GAP, 1)[0])) <= 3

    @property
    def at_the_end(self) -> bool:
        """Whether nothing follows in its line but specks."""
        return not _ASIDE.sub("", self.after).strip(SPECKS)

    @property
    def begins_line(self) -> bool:
        """Whether nothing precedes it in its line but specks."""
        return not self.before.strip(SPECKS)

    @property
    def alone_in_line(self) -> bool:
        return _length(self.before) + _length(_ASIDE.sub("", self.after)) <= 3


def date_places(page: PageReading, today: date) -> tuple[DatePlace, ...]:
    """All dates of a page, line by line."""
    places = tuple(_places(page, today))
    if stand_below((place.above, place.below) for place in places if not place.labelled_beside):
        return tuple(map(_by_what_is_below, places))
    return places


def _by_what_is_below(place: DatePlace) -> DatePlace:
    """Its meaning in a form whose captions stand below: what is above it is its neighbour's."""
    if place.labelled_beside or not (is_caption(place.above) or is_caption(place.below)):
        return place
    return replace(place, role=role_of("", place.below), above=place.below, below="", tabled=False)


def _places(page: PageReading, today: date) -> Iterator[DatePlace]:
    spreads = [Spread.of(line) for line in page.lines]
    found = [find_dates(spread.text, today) for spread in spreads]
    for index, (spread, dates) in enumerate(zip(spreads, found, strict=True)):
        following = spreads[index + 1].text if index + 1 < len(spreads) else ""
        broken = broken_date(spread.text, following, today)
        for each in (*dates, broken) if broken else dates:
            pair = paired(spread.text, dates, each)
            left, right = spread.span(each.start, each.end)
            before = without_leader(_before(spread.text, pair, each))
            after = f"{spread.text} {following}"[each.end :] if each is broken else spread.text[each.end :]
            stretch = spread.span(pair[0].start, pair[-1].end)
            above = own_label(_above(page.lines, spreads, found, index, stretch), pair, each)
            if caption := own_caption(before.rsplit(GAP, 1)[-1], above):
                before, above = before.removesuffix(before.rsplit(GAP, 1)[-1]), caption
            yield DatePlace(
                value=each.value,
                role=DateRole.BIRTH if _IS_BORN.match(after) else _role(page.lines, index, before, above),
                cell=before.rsplit(GAP, 1)[-1],
                before=before,
                after=after,
                above=above,
                below=_label_below(spreads, found, index, _left_of_the_place(spread, before, left), right),
                previous=page.lines[index - 1].text if index else "",
                preceding=" \n".join(line.text for line in page.lines[max(0, index - 5) : index]),
                onward=" ".join(
                    [after, *(line.text for line in page.lines[index + 1 : index + 1 + _ONWARD])]
                ),
                top=spread.line.box.top / page.height,
                left=left / page.width,
                headed=_is_headed(spreads[index - 1], left) if index else False,
                stamped=is_stamped(page.lines, index, left, right),
                tabled=is_tabled(spreads[index:], found[index:], each.value, left),
            )


def _before(text: str, pair: Sequence[FoundDate], each: FoundDate) -> str:
    """The text before a date, of labels for a pair of dates only its own."""
    before = _TORN.sub(" ", text[: pair[0].start])
    columns, gap, label = before.rstrip().rpartition(GAP)
    own = own_label(label, pair, each)
    return f"{columns}{gap}{own}" if own != label else _TORN.sub(" ", text[: each.start])


def _above(
    lines: Sequence[Line],
    spreads: Sequence[Spread],
    found: Sequence[Sequence[FoundDate]],
    index: int,
    stretch: tuple[float, float],
) -> str:
    """The label over a stretch of a line."""
    above = label_above(lines, index, *stretch)
    if index and role_of("", above) is not DateRole.BIRTH:
        taken = _is_taken(spreads[index - 1], found[index - 1], *stretch)
        above = "" if taken else _completed(above, lines[index - 1])
    if index > 1 and _PLACE_ONLY.fullmatch(lines[index - 1].text):
        over = lines[index - 2].text
        above = over if _PLACE_AND_DAY.search(over) and is_caption(over) else above
    return above


def _is_taken(above: Spread, dates: Sequence[FoundDate], left: float, right: float) -> bool:
    """Whether the label over a date has a date of its own beside it."""
    for each in dates:
        label = above.text[: each.start].rsplit(GAP, 1)[-1]
        if label.strip(SPECKS):
            start, end = above.span(each.start - len(label), each.start)
            if start < right and end > left:
                return True
    return False


def _completed(label: str, line: Line) -> str:
    """A label that reaches beyond its date with the word it needs: `Datum der` with `Ausstellung`."""
    rest = line.text.partition(label)[2].split() if _OPEN.search(label) else []
    return f"{label} {rest[0]}" if rest else label


def _is_headed(above: Spread, left: float) -> bool:
    """Whether a column of the line above begins where the date does."""
    starts = [
        word.box.left
        for word, at in zip(above.line.words, above.starts, strict=True)
        if not above.text[:at].rsplit(GAP, 1)[-1].strip()
    ]
    return any(abs(start - left) < 2 * above.line.height for start in starts)


def _length(text: str) -> int:
    return len(text.strip())


def _role(lines: Sequence[Line], index: int, before: str, above: str) -> DateRole:
    """The role by the label beside, above, or at the end of the line before where a sentence was wrapped."""
    role = role_of(before, above)
    if role is not DateRole.OTHER:
        return role
    if role_of("", above) is DateRole.DOCUMENT and not is_in_a_sentence(before):
        return DateRole.DOCUMENT  # the head of its column counts, though other columns are near
    if not before.strip() and above and _NAME.fullmatch(lines[index - 1].text):
        return DateRole.BIRTH  # cards print it so, without a label
    wrapped = f"{lines[index - 1].text if index else ''} {before}"
    goes_on = role_of(wrapped)
    if goes_on is DateRole.ISSUE and _ISSUED_WHERE.match(wrapped):
        return goes_on
    if index == 0 or len(before.strip()) > 5 or GAP in Spread.of(lines[index - 1]).text:
        return role
    sure = goes_on is DateRole.BIRTH or (goes_on is DateRole.DOCUMENT and _WRAPPED.search(wrapped))
    return goes_on if sure else role


def _left_of_the_place(spread: Spread, before: str, left: float) -> float:
    """Where the place before a date begins: `Ort, Datum` may stand under the place alone."""
    cell = before.rsplit(GAP, 1)[-1]
    if not (_TOWN.fullmatch(cell) and spread.text.startswith(before)):
        return left
    return spread.span(len(before) - len(cell), len(before))[0]


def _label_below(
    spreads: Sequence[Spread], found: Sequence[Sequence[FoundDate]], index: int, left: float, right: float
) -> str:
    """The words under a date, as forms have them below the line for the signature, of no other day."""
    if index + 1 == len(spreads):
        return ""
    line, below = spreads[index].line, spreads[index + 1].line
    if below.box.top - line.box.bottom > 2.5 * line.height:
        return ""
    if _is_taken(spreads[index + 1], found[index + 1], left, right):
        return ""
    words = [
        word.text for word in below.words if word.box.right > left - line.height and word.box.left < right
    ]
    return _completed(" ".join(words), below)
