"""The types that flow between the stages. All frozen; each stage returns the next one.

Units: boxes in points (1/72 inch) from the top left corner of the *upright* page, so that they
mean the same for a native page and for a scan of any resolution. Confidence, quality and scores
are 0 to 1. Page numbers are 1-based and count the pages of the source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Literal

from config.reasons import Reason
from pipeline.partial_date import PartialDate as PartialDate  # noqa: PLC0414 -- one of the types between stages

# -- what was read --------------------------------------------------------------------------


class PageKind(StrEnum):
    NATIVE = "native"
    OCR = "ocr"
    BLANK = "blank"
    SEPARATOR = "separator"


Rotation = Literal[0, 90, 180, 270]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in points from the top left of the upright page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left

    @staticmethod
    def around(boxes: list[Box]) -> Box:
        """The smallest box around one or more boxes."""
        return Box(
            left=min(box.left for box in boxes),
            top=min(box.top for box in boxes),
            right=max(box.right for box in boxes),
            bottom=max(box.bottom for box in boxes),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words of one printed line, left to right; lines of one `block` belong together."""

    words: tuple[Word, ...]
    block: int = 0

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        return Box.around([word.box for word in self.words])

    @property
    def height(self) -> float:
        """Median height of the words in points: a stand-in for the type size."""
        from statistics import median  # noqa: PLC0415 -- slow to load; the index takes dates alone from here

        return median(word.box.height for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What was read on one page of the source. `lines` are in reading order.

    `rotation` is how far the page had to be turned clockwise to stand upright; `width` and
    `height` (points) are those of the upright page. `reason` says why a page is blank, a
    separator, or in a script that could not be read. `quality` is the share of trust in the text: mean
    word confidence for OCR.
    """

    number: int
    kind: PageKind
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    rotation: Rotation = 0
    language: str | None = None
    quality: float = 1.0
    reason: Reason | None = None

    @property
    def text(self) -> str:
        """Lines joined by newlines, an empty line between blocks."""
        parts: list[str] = []
        block = self.lines[0].block if self.lines else 0
        for line in self.lines:
            if line.block != block:
                parts.append("")
                block = line.block
            parts.append(line.text)
        return "\n".join(parts)


MrzType = Literal["TD1", "TD2", "TD3", "MRVA", "MRVB"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mrz:
    """A machine-readable zone (ICAO Doc 9303 parts 3 to 7).

    `number`, `birth_date`, `expiry_date` are None where their own check digit fails or the value
    is impossible; `checks` tells each digit by name (number, birth_date, expiry_date, composite,
    personal_number). `issuer` and `nationality` without filler (`D`, `SYR`, `XXA`).
    """

    page: int
    type: MrzType
    lines: tuple[str, ...]
    surname: str
    given_names: str
    number: str | None
    issuer: str
    nationality: str
    birth_date: PartialDate | None
    sex: Literal["M", "F", "X"] | None
    expiry_date: PartialDate | None
    checks: dict[str, bool] = field(default_factory=dict)
    names_truncated: bool = False

    @property
    def check_digits_ok(self) -> bool:
        return all(self.checks.values())


# -- what it says about identity ------------------------------------------------------------


class Role(StrEnum):
    """Whom a mention speaks of. PARTY: one of several who are the subject together, as spouses are."""

    SUBJECT = "subject"
    PARTY = "party"
    UNKNOWN = "unknown"
    THIRD = "third"


class Standing(IntEnum):
    """How strongly a place says that the document is about the person named there."""

    THIRD = 0
    MENTIONED = 1
    ADDRESSED = 2
    SUBJECT = 3


class Zone(StrEnum):
    """Where a mention stands, strongest first."""

    MRZ = "mrz"
    FIELD = "field"
    SUBJECT_LINE = "subject_line"
    RUBRUM = "rubrum"
    ADDRESS = "address"
    SALUTATION = "salutation"
    BODY = "body"
    LETTERHEAD = "letterhead"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """One person named at one place. `name` holds an unsplit name where the fields are unknown.

    `truncated`: the names may be cut off at their ends (ICAO 9303-4). `unreadable`: a birth date is
    stated that is none, because it was misread.
    """

    role: Role
    zone: Zone
    page: int
    family_name: str | None = None
    given_names: str | None = None
    name: str | None = None
    birth_name: str | None = None
    birth_date: PartialDate | None = None
    birth_place: str | None = None
    nationality: str | None = None
    sex: str | None = None
    role_word: str | None = None
    confidence: float = 1.0
    truncated: bool = False
    unreadable: bool = False


class NumberKind(StrEnum):
    AZR = "azr"
    FILE = "file"
    BAMF = "bamf"
    DOCUMENT = "document"
    COURT = "court"
    OTHER = "other"
    SENDER = "sender"
    """A sender's own reference, which a clerk's decision has taught."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number that may lead to a record. `value` is normalised, `checked` has a valid check digit.

    `in_sentence`: it stands in running text, which may speak of anybody's.
    """

    kind: NumberKind
    value: str
    raw: str
    page: int
    zone: Zone
    role: Role = Role.UNKNOWN
    checked: bool = False
    in_sentence: bool = False


class DateRole(StrEnum):
    DOCUMENT = "document"
    RECEIVED = "received"
    BIRTH = "birth"
    ISSUE = "issue"
    EXPIRY = "expiry"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """All that a document says about whose it is, and its own date."""

    persons: tuple[PersonMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    mrz: tuple[Mrz, ...] = ()
    document_date: PartialDate | None = None


# -- what it is -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A named part of a score: `weight` above 0 speaks for it, below 0 against it."""

    name: str
    weight: float
    detail: str = ""


UNCLASSIFIED = "unklassifiziert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """A document type of `config.document_types` or `UNCLASSIFIED`, with score and evidence."""

    type: str
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """One logical document: the pages of the source that belong to it and what was made of them.

    Blank pages between its pages belong to the document's range but not to `pages`.
    """

    pages: tuple[PageReading, ...]
    classification: Classification
    identity: Identity
    language: str | None
    quality: float
    searchable_pdf: str | None = None
    """Name of the searchable PDF in the working folder; None if the source itself serves."""

    @property
    def source_pages(self) -> tuple[int, ...]:
        return tuple(page.number for page in self.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReading:
    """What a worker returns for one arrival.

    Every source page is in exactly one document or in `left_out`.
    """

    media_type: str
    page_count: int
    documents: tuple[DocumentReading, ...]
    left_out: tuple[PageReading, ...] = ()


# -- whose it is ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name a person is known by: current, birth name, alias or other spelling, learned from a clerk."""

    family: str
    given: str
    kind: Literal["current", "birth", "alias", "learned"] = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderReference:
    """What a sender calls the matter of a person: its own number in normal form."""

    sender: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What clerks' decisions say of a person besides further spellings of the name (see `lessons`).

    `not_same` holds identities, as documents stated them, that are not this person's.
    """

    references: tuple[SenderReference, ...] = ()
    not_same: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An entry of the person register (AufenthV § 64). `number` is the register's person_id."""

    number: str
    names: tuple[PersonName, ...]
    birth_date: PartialDate | None = None
    sex: str | None = None
    nationality: str | None = None
    birth_place: str | None = None
    file_number: str | None = None
    azr_number: str | None = None
    document_numbers: tuple[str, ...] = ()
    learned: Learned = Learned()

    @property
    def label(self) -> str:
        """`P-0001 Mustermann, Erika, *1964-08-12` as shown to a clerk."""
        name = self.names[0]
        text = f"{self.number} {name.family}"
        if name.given:
            text += f", {name.given}"
        return f"{text}, *{self.birth_date}" if self.birth_date else text


class Level(StrEnum):
    """How far a candidate may be trusted (cf. beets' recommendation levels)."""

    STRONG = "strong"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A registered person with the evidence for and against; `role`, `standing` are the best it is named in.

    `contenders` are mentions of somebody else whom the document may be about just as well.
    """

    person: Person
    score: float
    level: Level
    role: Role = Role.UNKNOWN
    standing: Standing = Standing.THIRD
    contradictions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    contenders: tuple[PersonMention, ...] = ()

    @property
    def pro(self) -> tuple[Evidence, ...]:
        return tuple(part for part in self.evidence if part.weight >= 0)

    @property
    def contra(self) -> tuple[Evidence, ...]:
        return tuple(part for part in self.evidence if part.weight < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Candidates, best first. `stranger` is the person named best if no candidate is anything like it.

    `refused` are those who would be strong, had not a clerk decided that they are somebody else.
    """

    candidates: tuple[Candidate, ...] = ()
    stranger: PersonMention | None = None
    refused: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """Decision: this document goes into the record of `candidate`."""

    candidate: Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Decision: a clerk must look, for `reason`; `candidates` are proposed."""

    reason: Reason
    candidates: tuple[Candidate, ...] = ()


Filing = File | Review
