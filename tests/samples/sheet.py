"""A printed page as a list of placed items, in millimetres; drawn later as an image or as PDF text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tests.samples.fonts import Family, text_width

Ink = tuple[int, int, int]
BLACK: Ink = (15, 15, 15)
GREY: Ink = (120, 120, 120)
PALE: Ink = (205, 205, 205)
TINT: Ink = (232, 232, 232)
BLUE: Ink = (30, 50, 150)
RED: Ink = (170, 30, 30)
PEN: Ink = (25, 35, 110)

A4 = (210.0, 297.0)
CARD = (85.6, 54.0)
"""ID-1, the size of identity cards (ISO/IEC 7810)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """`x`, `y`: left end of the baseline."""

    x: float
    y: float
    text: str
    size: float
    family: Family = "sans"
    bold: bool = False
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line through points, in millimetres: a rule, a signature, a fold mark."""

    points: tuple[tuple[float, float], ...]
    width: float = 0.2
    ink: Ink = BLACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    x: float
    y: float
    width: float
    height: float
    line: float = 0.2
    ink: Ink | None = BLACK
    fill: Ink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Lines in a frame, turned by `angle` degrees, as a rubber stamp leaves them."""

    x: float
    y: float
    lines: tuple[str, ...]
    angle: float = 0.0
    ink: Ink = BLUE
    size: float = 10.0
    round: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A barcode in the named symbology; `x`, `y` is the top left corner, sizes in millimetres."""

    x: float
    y: float
    width: float
    height: float
    content: str
    symbology: Literal["Code39", "Code128", "DataMatrix"] = "Code39"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A featureless head and shoulders where a photograph would be."""

    x: float
    y: float
    width: float
    height: float


Item = Text | Stroke | Frame | Stamp | Code | Portrait
Align = Literal["left", "right", "center"]


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One side of paper."""

    width: float = A4[0]
    height: float = A4[1]
    items: list[Item] = field(default_factory=list)


def wrap(text: str, width: float, family: Family, bold: bool, size: float) -> list[str]:
    """Break `text` at spaces to lines of at most `width` millimetres."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, family, bold, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines
