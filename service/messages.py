"""What the service and its worker processes say to one another: one JSON object per line."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from config.settings import Settings

RESULT_NAME = "reading.jsonl"
"""The worker leaves its SourceReading under this name in the working folder (see `pipeline.reading_file`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Read the source, unless it has so many pages that it is to be read in parts."""

    kind: Literal["read"] = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPart:
    """Read pages `first` to `last`."""

    kind: Literal["part"] = "part"
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PutTogether:
    """Make documents of the parts, which are all read."""

    kind: Literal["together"] = "together"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work on one arrival. Results go to `work`, which belongs to this try alone.

    `parts` is where what was read of a large source lies until it is put together.
    """

    arrival_id: str
    authority: str | None
    path: Path
    work: Path
    parts: Path
    settings: Settings
    types_file: Path | None = None
    today: date
    task: Annotated[Read | ReadPart | PutTogether, Field(discriminator="kind")] = Read()
    password: str | None = field(default=None, repr=False)
    """Of an encrypted PDF, for this one reading; it travels through the pipe and is kept nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The source is open, and this many of its pages are dealt with in this job."""

    kind: Literal["pages"] = "pages"
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDone:
    """One more page is read: a sign of life."""

    kind: Literal["page"] = "page"
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The reading lies in the working folder; of a part, with the parts."""

    kind: Literal["done"] = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """Nothing was read: the source has so many pages that it is to be read in parts."""

    kind: Literal["large"] = "large"
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The source cannot be read; `trace` is set for a programming error."""

    kind: Literal["failed"] = "failed"
    code: str
    params: dict[str, str]
    retry: bool
    trace: str | None = None


Message = Annotated[Pages | PageDone | Done | Large | Failed, Field(discriminator="kind")]

JOB: TypeAdapter[Job] = TypeAdapter(Job)
MESSAGE: TypeAdapter[Pages | PageDone | Done | Large | Failed] = TypeAdapter(Message)
