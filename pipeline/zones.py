"""Where the lines of a page stand: title, subject line, letterhead, small print.

Type size and position decide as far as the boxes tell; where all lines have one height (plain
native text) the order and the shortness of the lines decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.model import Line, PageReading

LARGE = 1.25
"""A line this many times the median height is a heading."""

_SALUTATION = re.compile(
    r"^\W*(sehr (ge|ver)ehrte|s\.? ?g\. (herr|frau|damen)|guten (tag|morgen)\b|hallo\b|liebe[rs]? |dear\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^\W*(betreff|betr\.?|subject|objet|wegen)\s*[:.]\s*", re.IGNORECASE)
_ITEM = re.compile(r"^\s*([-–—•*·▪□☐☑☒○●►»]|\[[ xX]?\]|\(?\d{1,2}[.)]\d?|\(?[a-z]\)|§)\s*\S")
_VALUE = re.compile(r"^[^:]{2,40}:\s+\S")
_SENTENCE_END = re.compile(r"\s[a-zäöüß]{3,}[.!?]$")
"""The last line of a paragraph may be as short as a heading."""
_QUOTED = re.compile(
    r"^\s*(>|an (das|die|den) |von ?:|an ?:|from ?:|to ?:|gesendet ?:|sent ?:|cc ?:|anlagen? ?:|beigefügt ?:"
    r"|geb(ü|u|ue)hr(en)? (f(ü|u|ue)r )?(die |eine? )?(?=\w)|kosten f(ü|u|ue)r )",
    re.IGNORECASE,
)
"""Lines that cite a title: of an annex, of what a fee was paid for."""
_ELLIPSIS = ("und ", "oder ", "bzw")
"""After these the hyphen stands for the rest of a word: `Aus- und Einreise`."""
_SECTION_SIGN = re.compile(
    r"(?<!\w)[$&8S](?= ?\d{1,3}[a-z]? (?:Abs|A[bu][fs]|Asyl|Aufenth|FreizüG|StGB|BMG))"
)
"""What OCR makes of the sign before statutory references."""
_STATUTES = (
    (re.compile(r"\b(?:des |dem |vom )?Aufenthaltsgesetz(?:es)?(?!/)\b"), "AufenthG"),
    (re.compile(r"\b(?:des |dem )?Ausländergesetz(?:es)?\b"), "AuslG"),
    (re.compile(r"\b(?:des |dem )?Asylverfahrensgesetz(?:es)?\b"), "AsylVfG"),
    (re.compile(r"\b(?:des |dem )?Asylgesetz(?:es)?\b"), "AsylG"),
    (re.compile(r"\b(?:des |dem )?Freizügigkeitsgesetz(?:es)?/EU\b"), "FreizügG/EU"),
    (re.compile(r"\b(?:des |dem )?Bundesmeldegesetz(?:es)?\b"), "BMG"),
    (re.compile(r"\b(?:der )?Verwaltungsgerichtsordnung\b"), "VwGO"),
    (re.compile(r"\b(?:der )?Strafprozessordnung\b"), "StPO"),
    (re.compile(r"\b(?:des |dem )?Strafgesetzbuch(?:e?s)?\b"), "StGB"),
    (re.compile(r"\b(?:der )?Aufenthaltsverordnung\b"), "AufenthV"),
    (re.compile(r"(?<=\d )Absatz(?= \d)"), "Abs."),
)
"""Laws by their long names, as the rules cite them."""
_CONTINUES = re.compile(
    r"(auf|zu[mr]?|nach|über|für|de[rs]|gemäß|von|vom|of|for|de|du|pour)\b", re.IGNORECASE
)
"""How the second line of a title begins."""
_SPACED = re.compile(r"(?<!\w)\w(?: \w){3,}(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLine:
    """A line that may be a title. `prominence` is 0 to 1; `subject` marks a letter's subject line."""

    text: str
    prominence: float
    subject: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """The parts of one page in which wording counts differently."""

    titles: tuple[TitleLine, ...]
    letterhead: str
    small_print: str
    body: str
    letter: bool
    """Whether somebody is addressed."""


def close_up(text: str) -> str:
    """`B E S C H E I D` becomes `BESCHEID`: spaced-out type is a heading style."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def zones(page: PageReading) -> Zones:
    """Divide a page; an empty page has empty zones."""
    lines = [line for line in page.lines if line.text.strip()]
    salutation = _salutation(lines)
    return Zones(
        titles=_titles(page, lines, salutation),
        letterhead=_joined(_top(page, lines)),
        small_print=_joined(_edges(page, lines)),
        body=_joined(lines),
        letter=salutation is not None,
    )


def _salutation(lines: Sequence[Line]) -> int | None:
    return next((at for at, line in enumerate(lines) if _SALUTATION.match(line.text)), None)


def _repaired(text: str) -> str:
    return _SECTION_SIGN.sub("§", close_up(text.strip()))


def _in_short(text: str) -> str:
    """Laws abbreviated: `§ 68 des Aufenthaltsgesetzes` is `§ 68 AufenthG`."""
    for long, short in _STATUTES:
        text = long.sub(short, text)
    return text


def _joined(lines: Sequence[Line]) -> str:
    """One run of text: phrases go across lines."""
    text = ""
    for line in lines:
        text = _join(text, _repaired(line.text)) if text else _repaired(line.text)
    return _in_short(text)


def _join(first: str, second: str) -> str:
    """Two lines; a word divided at the end of the first is made whole."""
    divided = first.endswith("-") and second[:1].islower() and not second.startswith(_ELLIPSIS)
    return first[:-1] + second if divided else f"{first} {second}"


def _top(page: PageReading, lines: Sequence[Line]) -> list[Line]:
    """The top fifth of the page, and never fewer than five lines: a card fills a part of a sheet."""
    return [line for at, line in enumerate(lines) if at < 5 or line.box.top < 0.2 * page.height]


def _edges(page: PageReading, lines: Sequence[Line]) -> list[Line]:
    if not lines:
        return []
    usual = median(line.height for line in lines)
    return [
        line
        for at, line in enumerate(lines)
        if at >= len(lines) - 3
        or line.height < 0.8 * usual
        or line.box.top < 0.06 * page.height
        or line.box.bottom > 0.92 * page.height
    ]


def _titles(page: PageReading, lines: Sequence[Line], salutation: int | None) -> tuple[TitleLine, ...]:
    if not lines:
        return ()
    usual = median(line.height for line in lines)
    sizes = any(_size(line, usual) > 0 for line in lines)
    found: dict[int, TitleLine] = {}
    for at, line in enumerate(lines):
        subject = _is_subject(lines, at, salutation)
        place = at / max(len(lines), 12)
        prominence = _prominence(page, line, usual, sizes=sizes, place=place)
        if subject:
            prominence = max(prominence, 0.85)
        elif salutation is not None and at > salutation:
            prominence *= 0.5
        if prominence > 0:
            text = _SUBJECT.sub("", _repaired(line.text))
            found[at] = TitleLine(text=text, prominence=prominence, subject=subject)
    return (*found.values(), *_two_lines(found))


def _is_subject(lines: Sequence[Line], at: int, salutation: int | None) -> bool:
    """`Betreff: …` (and where it goes on), or one of the two lines before the salutation."""
    text = lines[at].text
    if _QUOTED.match(text):
        return False
    if _SUBJECT.match(text):
        return True
    return salutation is not None and salutation - 2 <= at < salutation and len(text) > 12


def _size(line: Line, usual: float) -> float:
    """Share of prominence that the type size gives."""
    ratio = line.height / usual if usual else 1.0
    if ratio >= LARGE:
        return 1.0
    return 0.85 if ratio >= 1.12 else 0.0


def _prominence(page: PageReading, line: Line, usual: float, *, sizes: bool, place: float) -> float:
    """How much a line looks like a title: size, else shortness, capitals and a place near the top."""
    text = line.text.strip()
    if _SENTENCE_END.search(text):
        return 0.2
    if _QUOTED.match(text):
        return 0.0
    size = _size(line, usual)
    if size and len(text) <= 160:
        return size * (1.0 if place < 0.5 else 0.85)
    if len(text) > 110 or len(text.split()) > 14:
        return 0.0
    if line.box.top > 0.75 * page.height and place > 0.6:
        return 0.0
    shape = 0.75
    if _SPACED.search(text) or (text.isupper() and len(text) >= 6):
        shape = 0.88
    if _ITEM.match(text):
        shape = 0.2
    elif _VALUE.match(text) or text.endswith((",", ";")) or (text.endswith(".") and len(text) > 40):
        shape = 0.45
    if len(text) > 70:
        shape *= 0.75
    # beside lines in large type, a line in running type is hardly the title
    return shape * (0.7 if sizes else 1.0) * max(0.4, 1.0 - 0.6 * place)


def _two_lines(found: Mapping[int, TitleLine]) -> list[TitleLine]:
    """Titles go over two lines: neighbours of like prominence are offered joined as well."""
    joined = []
    for at, first in found.items():
        second = found.get(at + 1)
        if second is None or first.subject != second.subject:
            continue
        text = _join(first.text, second.text)
        alike = abs(first.prominence - second.prominence) <= 0.12
        if (alike or _continued(first, second)) and len(text) <= 160:
            prominence = min(first.prominence, second.prominence) if alike else 0.9 * first.prominence
            joined.append(TitleLine(text=text, prominence=prominence, subject=first.subject))
    return joined


def _continued(first: TitleLine, second: TitleLine) -> bool:
    """Forms print `Antrag` large and `auf Erteilung …` in smaller type below it."""
    return first.prominence > second.prominence and bool(_CONTINUES.match(second.text))
