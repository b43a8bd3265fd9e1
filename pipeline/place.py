"""The lines of a page with what their surroundings say of a person who is named there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from config.look_alikes import shape
from pipeline.announced import announced_role
from pipeline.columns import GAP, Spread, cell_over, first_cell, span_over
from pipeline.governed import COUNTED
from pipeline.model import Line, PageReading, PersonMention, Role, Zone
from pipeline.name_span import is_name
from pipeline.parties import Parties
from pipeline.roles import NO_ROLE, SIGNATORY, RoleWord, last_role

_FOR_OFFICE = re.compile(
    r"^\W*(?:Im Auftrage?|I\.\s?A\.|i\.\s?A\.|[Ii]\.\s?V\.)(?!\s+(?:de[rs]|von|vom|meine|unsere|ihre))"
)
_NAME_LINES = 3
"""Lines from a birth date up to the name that it belongs to, its own counted."""
_COLUMN_LINES = 6
"""Lines above a birth date in which its column is looked for: those of other columns may stand between."""
_SIGNATURE = 5
"""Lines that a signature with its seal takes."""
STREET = r"\D{3,40}\s\d{1,4}\s?[a-z]?"
TOWN = r"(?:D-)?\d{5}\s+[A-ZÄÖÜ]"
"""How the lines of an address look, the town's at its beginning."""
_STREET_OR_TOWN = re.compile(rf"^(?:{STREET}|{TOWN}.*)$")

_HONORIFIC = re.compile(r"^(?:Herrn?|Frau)\s+")
_WITH_NUMBER = re.compile(r"\b(?P<word>[A-ZÄÖÜ][a-zäöüß]{4,})\s0?(?P<number>[1-9])\s?[:.)]?\s+$")
_SALUTATION = shape("sehr geehrt")
_SUBJECT_LABEL = re.compile(r"^\W*(?:Betr\.?|Betrifft|Bezug|Subject)\b", re.IGNORECASE)
_SUBJECT = shape("betreff")
_MAIL_HEADER = re.compile(r"^\W*(?:Von|An|Cc|Gesendet|Datum|From|To|Sent)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a page with what its surroundings say."""

    page: PageReading
    index: int
    zone: Zone
    parties: Parties

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
    def rest(self) -> str:
        """The line and the next three."""
        return " ".join(line.text for line in self.page.lines[self.index : self.index + 4])

    @property
    def above(self) -> str:
        """The nearest of three lines above that has a name, and nothing else, over where this one begins."""
        left, right = self.line.words[0].box.left, self.line.words[0].box.right
        for line in reversed(self.page.lines[max(self.index - 3, 0) : self.index]):
            cell = cell_over(line, left, right)
            if is_name(cell):
                return cell
        return ""

    def over(self, start: int, end: int) -> tuple[str, list[str]]:
        """The nearest of three cells beginning above a stretch of the line that is a name, and the cells
        above it; empty if none is.
        """
        left, right = Spread.of(self.line).span(start, end)
        near = 2 * self.line.height
        cells = [
            found
            for line in reversed(self.page.lines[max(self.index - _COLUMN_LINES, 0) : self.index])
            if (found := span_over(line, left, right)) and abs(found[1] - left) < near
        ]
        for at, (cell, _) in enumerate(cells[:_NAME_LINES]):
            if is_name(cell):
                return cell, [above for above, _ in cells[at + 1 :]]
        return "", []

    def beside(self, name: str) -> bool:
        """Whether the line above that has `name` in a column has somebody else's in another."""
        above = self.page.lines[max(self.index - _COLUMN_LINES, 0) : self.index]
        rows = (Spread.of(line).text.split(GAP) for line in above)
        return any(cell != name and is_name(cell) for row in rows if name in row for cell in row)

    @property
    def below(self) -> str:
        """The next line that begins where this one does: others may stand beside an address."""
        for line in self.page.lines[self.index + 1 : self.index + 4]:
            if abs(line.box.left - self.line.box.left) < 2 * self.line.height:
                return first_cell(line)
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
    def signing(self) -> RoleWord:
        """The role of who signs for an office: below "Im Auftrag", a seal or a scrawl between."""
        lines = self.page.lines
        if any(_STREET_OR_TOWN.match(line.text) for line in lines[self.index + 1 : self.index + 3]):
            return NO_ROLE  # an address
        for line in reversed(lines[max(self.index - _SIGNATURE, 0) : self.index]):
            if is_salutation(line.text):
                break
            if _FOR_OFFICE.match(line.text):
                return SIGNATORY
        return NO_ROLE

    @property
    def lead(self) -> str:
        """The first line of the block if it announces the others: "Anlagen:"."""
        lines = self.page.lines
        first = next(line for line in lines if line.block == self.line.block)
        return first.text if first.text.rstrip().endswith(":") else ""

    def introduced(self, name: str) -> RoleWord | None:
        """The role that the line above a name gives to it, if the name begins its own line:
        "Es erscheint der Antragsteller", "Verantwortliche Ausbilderin", "im Asylverfahren der/des".
        """
        first = name.split(maxsplit=1)[0].rstrip(",")
        for index in range(self.index, max(self.index - _NAME_LINES, 0), -1):
            if _HONORIFIC.sub("", self.page.lines[index].text.lstrip(" |")).startswith(first):
                over = self.page.lines[index - 2].text if index > 1 else ""
                return announced_role(self.page.lines[index - 1].text, over)
        return None

    def role_of(self, before: str) -> RoleWord:
        """The role of a name that follows `before` here, or else of all that its block announces."""
        role = last_role(before)
        return last_role(self.lead) if role[0] is Role.UNKNOWN else role

    def mention(self, name: str, role: RoleWord, zone: Zone | None = None) -> PersonMention:
        """A person named here. A subject line names the subject unless it says otherwise, a rubrum and a
        contract say who is which party.

        One who is numbered is one of several, so nobody is the subject alone.
        """
        zone = zone or self.zone
        if self.line.text.lstrip().startswith(">"):
            role = Role.THIRD, ">"  # quoted: somebody else wrote it
        part = self.parties.part_of(self.index, name) if zone is Zone.BODY else None
        if part and (part.closed or role[0] is not Role.THIRD):
            role = part.role
        if role[0] is not Role.THIRD and (self.parties.counts(self.index, name) or self._numbers(name)):
            return self.one_of_several(
                PersonMention(role=role[0], zone=zone, page=self.page.number, name=name)
            )
        if role == NO_ROLE and zone is Zone.SUBJECT_LINE:
            role = Role.SUBJECT, role[1]
        if role[0] is Role.SUBJECT and zone is Zone.BODY:
            zone = Zone.RUBRUM
        return PersonMention(role=role[0], role_word=role[1], zone=zone, page=self.page.number, name=name)

    def one_of_several(self, mention: PersonMention) -> PersonMention:
        """The mention as that of nobody the paper is about alone."""
        return replace(mention, role=COUNTED[0], role_word=COUNTED[1])

    def _numbers(self, name: str) -> bool:
        """Whether a word with a number stands right before a name, as one of several has it: "Prüfling 2"."""
        before = self.line.text.partition(name.split(maxsplit=1)[0].rstrip(","))[0]
        if not (found := _WITH_NUMBER.search(before)):
            return False
        second = re.compile(rf"\b{found['word']}\s0?2\b")
        return found["number"] != "1" or any(second.search(line.text) for line in self.page.lines)


def places(page: PageReading) -> Iterator[Place]:
    subject_lines = _subject_lines(page)
    parties = Parties.of([line.text for line in page.lines])
    for index, line in enumerate(page.lines):
        if index in subject_lines:
            zone = Zone.SUBJECT_LINE
        elif is_salutation(line.text):
            zone = Zone.SALUTATION
        else:
            zone = Zone.BODY
        yield Place(page, index, zone, parties)


def _subject_lines(page: PageReading) -> frozenset[int]:
    """Lines of the subject (Betreff): labelled, or the few lines right above the salutation."""
    found: set[int] = set()
    for index, line in enumerate(page.lines):
        if _SUBJECT_LABEL.match(line.text) or shape(line.words[0].text).strip(".,:;") == _SUBJECT:
            found.add(index)
            for after in range(index + 1, min(index + 4, len(page.lines))):
                if page.lines[after].block != line.block or is_salutation(page.lines[after].text):
                    break
                found.add(after)
        if is_salutation(line.text):
            block = None
            for above in range(index - 1, max(index - 5, -1), -1):
                if block is None:
                    block = page.lines[above].block
                if page.lines[above].block != block or _MAIL_HEADER.match(page.lines[above].text):
                    break
                found.add(above)
    return frozenset(found)


def is_salutation(text: str) -> bool:
    """Whether the line addresses the reader; one that is quoted addresses who wrote this."""
    return _SALUTATION in shape(text) and not text.lstrip().startswith(">")
