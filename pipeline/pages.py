"""What a page of any source offers, whatever format it comes from."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PIL import Image

from pipeline.model import Box, Rotation

POINTS = 72.0
"""Points in an inch."""


@dataclass(frozen=True, slots=True)
class Char:
    """A character of a page with real text; `box` is on the page as displayed, `turn` is the direction
    of its writing (degrees clockwise), `unmapped` says that its meaning is a guess of the PDF reader.
    """

    text: str
    box: Box | None
    turn: Rotation = 0
    unmapped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The real text of a page. `fields` is what annotations and form fields show."""

    chars: tuple[Char, ...] = ()
    fields: tuple[Char, ...] = ()
    image_share: float = 0.0
    """Share of the page that is covered by images (0 to 1)."""
    drawn: bool = True
    """Whether there is anything but text: images, lines, letters drawn as outlines."""


class Page(Protocol):
    """A page as a viewer displays it: `/Rotate` and EXIF orientation are applied already.

    `number` is 1-based; `width` and `height` are in points.
    """

    @property
    def number(self) -> int: ...

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...

    def text(self) -> PageText:
        """Its real text; empty for an image. Raises Damaged."""
        ...

    def grey(self, resolution: int) -> Image.Image:
        """Its pixels in mode L: those of the scan itself where the page is one, else drawn at `resolution`
        (dots per inch). Both directions have the same scale. Raises Damaged and PageTooLarge.
        """
        ...

    def check_blank(self) -> None:
        """Called for a page that shows nothing. Raises Damaged if it should show something."""
        ...


class Source(Protocol):
    """An opened file. Pages are loaded one at a time."""

    @property
    def path(self) -> Path: ...

    @property
    def media_type(self) -> str: ...

    @property
    def page_count(self) -> int: ...

    def page(self, number: int) -> AbstractContextManager[Page]:
        """Page `number` (1-based), loaded until the context ends. Raises Damaged."""
        ...

    def close(self) -> None: ...
