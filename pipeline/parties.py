"""Who is which party, where a paper says so once for all: the rubrum of a court or office, a contract.

Both are written alike. They open with fixed words ("In der Verwaltungsstreitsache", "zwischen"), name
the parties, and give each its part either behind it ("- Kläger -", "(im Folgenden: Vermieter)", "als
Mieter") or before it ("Prozessbevollmächtigte: ", "vertreten durch"). A part that stands behind covers
all since the last one did, over any number of lines; one that stands before covers what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from pipeline.model import Role
from pipeline.roles import RoleWord, Telling, owned, tellings

_RUBRUM = re.compile(
    r"^\W*In (?:dem|der)\s+(?:\w+e[nrs]\s){0,2}\w*(?:verfahren|sache|rechtsstreit|angelegenheit)\b"
    r"(?=\W*(?:$|de[sr]\b|gegen\b|(?-i:[A-ZÄÖÜ\d])))|\bin\s+Sachen\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_ACCUSED = re.compile(
    r"^\W*(?:Strafsache|(?:Straf|Ermittlungs)?verfahren|"
    r"Antrag auf [^\n]*(?:haft|gewahrsam|strafbefehls?)\b[^\n]*)\s+gegen\b",
    re.IGNORECASE | re.MULTILINE,
)
_CONTRACT = re.compile(
    r"(?:^\W*|\bwird )zwischen\b(?! +(?:dem )?\d)|^\W*Die Firma\b", re.IGNORECASE | re.MULTILINE
)
_COMPANY = re.compile(r"\b(?:g?GmbH|mbH|g?AG|SE|KG|OHG|UG|GbR|eG|e\.\s?[KV]\.)(?!\w)")
_AND_PERSON = re.compile(r"(?<!\w)und\s+(?=(?:Herrn?|Frau)\s)")
_END = re.compile(
    r"^\W*(?:wegen|ha(?:t|ben)|wird|ist|zum Nachteil|Sehr geehrt|[§$&]\s?1\b)|"
    r"\b(?:geschlossen|vereinbar(?:t|en|ung)|schließen|wegen|ergeht|erlässt|erschienen|erscheint)\b|"
    r"\b(?:zeige|lege|bitte|beantrage|erhebe|vertrete)n?\s(?:ich|wir)\b",
    re.IGNORECASE | re.MULTILINE,
)
_VERSUS = re.compile(r"^\W*(?:gegen|\./\.)(?:\s|$)", re.IGNORECASE | re.MULTILINE)
_MOST_LINES = 24
_UNDESIGNATED = 3
"""Lines below its opening in which a rubrum names the one concerned without a word for the part."""

_ANNOUNCED = re.compile(
    r"(?:[(–—„\"-]|\bals|\b(?:nachf\w{5,7}|nachstehend|folgenden|kurz|weiter)\b:?)\s*(?:(?:nur|auch|der|die|den|dem|gemeinsam)\s+)?[„‚,\"']{0,2}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"(?:/?-?(?:in|r|n))?[“”\"‘’']?\s*(?:genannt)?\s*(?:[),;–—-]|(?:und|sowie|wird)\b|$)", re.MULTILINE
)
_PARTY = re.compile(
    r"antragsgegn|beklagt|(?:haupt|unter)?(?:vermiet|wohnungsgeb|arbeitgeb|eigentüm|verpflichtungsgeb|gläubig)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:/?-?(?:in|r|n)\b|\W|\bzu \d\b)*")

_NUMBERED = re.compile(r"^\W*(?:[1-9]\d?|[lI|i])[.,)]\s+(?:(?:des|der|dem|den)\s)?(?:Herrn?\s|Frau\s)?")
_LIKE_NUMBERED = re.compile(r"^\W*\S{1,2}[.,)]\s+")
"""Beside a line that is numbered: "Z. der Max Muster" below "1. des ..."."""
_ARTICLES = {"der", "des", "dem", "den"}
_MISREAD_ARTICLE = 4
"""Characters before the name of one who is numbered: "1. ces Max Muster"."""


@dataclass(frozen=True, slots=True)
class Part:
    """Characters of the page's text in which one part is named; `closed` by the word for the part, or else
    `presumed` where there is none. `side`: one of a contract's.
    """

    start: int
    end: int
    role: RoleWord
    closed: bool = False
    presumed: bool = False
    side: bool = False


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one page."""

    lines: tuple[str, ...]
    starts: tuple[int, ...]
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, lines: Sequence[str]) -> Parties:
        """Those that the lines of a page name; a page without rubrum and contract has none."""
        starts = (0, *accumulate(len(line) + 1 for line in lines))
        text = "\n".join(lines)
        return cls(tuple(lines), starts, tuple(_all_parts(text)))

    def part_of(self, index: int, name: str) -> Part | None:
        """The part of somebody named in a line; None where it belongs to no rubrum and no contract."""
        place = self.starts[index] + max(self.lines[index].find(name.split(maxsplit=1)[0].rstrip(",")), 0)
        covering = [part for part in self.parts if part.start <= place < part.end]
        return min(covering, key=lambda part: (part.presumed, part.end - part.start)) if covering else None

    def counts(self, index: int, name: str) -> bool:
        """Whether the line counts persons and this is one: "1. des Max Muster", "2. Frau Erika Muster".

        Where the line beside is numbered, this one's number may be misread. A contract may number its sides.
        """
        part = self.part_of(index, name)
        if part and part.side and self._numbers_in(part) < 2:
            return False
        line = self.lines[index]
        number = _NUMBERED.match(line)
        if number is None and any(_NUMBERED.match(beside) for beside in self._beside(index)):
            number = _LIKE_NUMBERED.match(line)
        if number is None:
            return False
        counted = line[number.end() :]
        parts = (part.rstrip(",") for part in name.split() if part not in _ARTICLES)
        return any(0 <= counted.find(part) <= _MISREAD_ARTICLE for part in parts)

    def _numbers_in(self, part: Part) -> int:
        within = zip(self.lines, self.starts, strict=False)
        return sum(
            bool(_LIKE_NUMBERED.match(line)) for line, start in within if part.start <= start < part.end
        )

    def _beside(self, index: int) -> Iterator[str]:
        if index:
            yield self.lines[index - 1]
        yield from self.lines[index + 1 : index + 2]


def _all_parts(text: str) -> Iterator[Part]:
    for opening in _RUBRUM.finditer(text):
        yield from _rubrum(text, opening.end())
    for opening in _ACCUSED.finditer(text):
        yield from _side(text, opening.end(), _end(text, opening.end()))
    for opening in _CONTRACT.finditer(text):
        end = _end(text, opening.end())
        parts = _parts(text, opening.end(), end)
        if len({part.role[0] for part in parts if part.closed}) > 1:
            yield from (replace(part, side=part.closed) for part in parts)
        elif not any(part.closed and part.role[0] is not Role.THIRD for part in parts):
            yield from _beside_company(text, opening.end(), end, parts)


def _beside_company(text: str, start: int, end: int, parts: Sequence[Part]) -> Iterator[Part]:
    """Who contracts with a company and is called by no part: "zwischen der Muster AG und Herrn …".

    `parts`: those of the company's side, which nobody behind the "und" shares.
    """
    side = _AND_PERSON.search(text, start, end)
    if side is None or not _COMPANY.search(text, start, side.start()):
        return
    person = _first_lines(text[side.end() : end], 2)
    if _COMPANY.search(person) or any(
        part.start >= side.end() or (part.closed and part.end > side.start()) for part in parts
    ):
        return
    yield from (replace(part, end=min(part.end, side.start())) for part in parts)
    yield Part(side.end(), side.end() + len(person), (Role.SUBJECT, None), presumed=True)


def _first_lines(text: str, count: int) -> str:
    return "\n".join(text.split("\n")[:count])


def _rubrum(text: str, start: int) -> Iterator[Part]:
    """It is about the side named first; where it names nobody before "gegen", about the other."""
    end = _end(text, start)
    versus = _VERSUS.search(text, start, end)
    if versus is None:
        yield from _side(text, start, end)
    elif not any(map(str.isalpha, text[start : versus.start()])):
        yield from _side(text, versus.end(), end)
    else:
        yield from _side(text, start, versus.start())
        yield Part(versus.end(), end, (Role.THIRD, versus.group().strip()))


def _side(text: str, start: int, end: int) -> Iterator[Part]:
    """Who is named first is the subject, unless a word for the part says otherwise."""
    few = _first_lines(text[start:end], _UNDESIGNATED + 1)
    yield Part(start, start + len(few), (Role.SUBJECT, None), presumed=True)
    yield from _parts(text, start, end)


def _end(text: str, start: int) -> int:
    """Where the naming of parties ends, at the latest after some lines."""
    breaks = [match.start() for match in re.finditer("\n", text[start:])]
    last = start + breaks[_MOST_LINES] if len(breaks) > _MOST_LINES else len(text)
    ending = _END.search(text, start, last)
    return ending.start() if ending else last


def _parts(text: str, start: int, end: int) -> list[Part]:
    """A stretch for each word for a part: before it, or from it up to the next one.

    Who is no party but stands for one, or takes part otherwise, is named in one line with the word.
    """
    found = sorted(tellings(text[start:end]), key=lambda telling: telling.start)
    parts: list[Part] = []
    since = start
    for telling, following in zip_longest(found, found[1:]):
        role = telling.role, telling.word
        if _stands_behind(text[start:end], telling):
            begins = since
            if telling.role is Role.THIRD and not _PARTY.match(telling.word):
                begins = max(since, text.rfind("\n", 0, start + telling.start))
            parts.append(Part(begins, start + telling.start, role, closed=True))
            since = start + telling.end
        else:
            until = start + following.start if following else end
            parts.append(Part(start + telling.end, until, role))
    return parts


def _stands_behind(text: str, telling: Telling) -> bool:
    """Whether a word names the part of whom stands before it: "- Kläger -", "als Mieter", ", Beklagte,"."""
    before, after = text[: telling.start], text[telling.end :]
    if telling.announces or after.lstrip().startswith(":"):
        return False
    if _ANNOUNCED.search(before):
        return True
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return bool(_ALONE.fullmatch(line) or (_ENDED.match(after) and not owned(before)))
