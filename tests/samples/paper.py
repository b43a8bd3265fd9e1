"""Setting type: a cursor that runs down sheets and knows paragraphs, form fields and tables."""

from __future__ import annotations

from collections.abc import Sequence

from tests.samples.fonts import Family, text_width
from tests.samples.sheet import (
    A4,
    BLACK,
    GREY,
    TINT,
    Align,
    Frame,
    Ink,
    Item,
    Sheet,
    Stamp,
    Stroke,
    Text,
    wrap,
)

MARK = "SYNTHETISCHES MUSTER"
"""Printed small on every page, so that no sample is ever taken for a real document."""


class Paper:
    """Sheets of one document under construction. All lengths in millimetres, type sizes in points."""

    def __init__(
        self,
        *,
        size: tuple[float, float] = A4,
        left: float = 25.0,
        right: float = 20.0,
        top: float = 20.0,
        bottom: float = 22.0,
        family: Family = "sans",
        points: float = 10.5,
    ) -> None:
        self.size, self.left, self.top = size, left, top
        self.right_edge = size[0] - right
        self.bottom_edge = size[1] - bottom
        self.family: Family = family
        self.points = points
        self.running = ""
        self.sheets: list[Sheet] = []
        self.y = top
        self.new_page()

    @property
    def width(self) -> float:
        return self.right_edge - self.left

    def new_page(self) -> None:
        """Start the next sheet; `running` (own reference, name) is repeated on it with the page number."""
        self.sheets.append(Sheet(width=self.size[0], height=self.size[1]))
        self.y = self.top
        small = 4.5 if self.size[0] < 150 else 5.5
        self.text(self.size[0] / 2, self.size[1] - 2.5, MARK, size=small, ink=GREY, align="center")
        if len(self.sheets) > 1:
            self.text(self.right_edge, self.top, f"Seite {len(self.sheets)}", size=8.5, align="right")
            if self.running:
                self.text(self.left, self.top, self.running, size=8.5)
            self.y += 8

    def put(self, *items: Item) -> None:
        self.sheets[-1].items.extend(items)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float | None = None,
        bold: bool = False,
        family: Family | None = None,
        ink: Ink = BLACK,
        align: Align = "left",
    ) -> None:
        """Place one line with its baseline at `y`."""
        points, face = size or self.points, _face(text, family or self.family)
        if align != "left":
            width = text_width(text, face, bold, points)
            x -= width if align == "right" else width / 2
        self.put(Text(x=x, y=y, text=text, size=points, family=face, bold=bold, ink=ink))

    def room(self, height: float) -> None:
        """Begin a new page unless `height` still fits on this one."""
        if self.y + height > self.bottom_edge:
            self.new_page()

    def gap(self, height: float) -> None:
        self.y += height

    def line(
        self,
        text: str,
        *,
        size: float | None = None,
        bold: bool = False,
        family: Family | None = None,
        ink: Ink = BLACK,
        align: Align = "left",
        indent: float = 0.0,
    ) -> None:
        """One line at the cursor, which moves down by the leading."""
        leading = (size or self.points) * 0.46
        self.room(leading)
        self.y += leading
        x = {
            "left": self.left + indent,
            "right": self.right_edge,
            "center": (self.left + self.right_edge) / 2,
        }
        self.text(x[align], self.y, text, size=size, bold=bold, family=family, ink=ink, align=align)

    def paragraph(
        self,
        text: str,
        *,
        size: float | None = None,
        bold: bool = False,
        indent: float = 0.0,
        after: float = 2.2,
    ) -> None:
        """Wrapped text, `after` millimetres of space below it."""
        points = size or self.points
        for part in wrap(text, self.width - indent, _face(text, self.family), bold, points):
            self.line(part, size=points, bold=bold, indent=indent)
        self.gap(after)

    def heading(self, text: str, *, size: float = 11.0, before: float = 2.0) -> None:
        self.gap(before)
        self.room(12)
        self.line(text, size=size, bold=True)
        self.gap(1.5)

    def rule(self, *, before: float = 1.5, after: float = 1.5, width: float = 0.25) -> None:
        self.gap(before)
        self.put(Stroke(points=((self.left, self.y), (self.right_edge, self.y)), width=width))
        self.gap(after)

    def field(self, label: str, value: str, *, column: float = 55.0, bold: bool = False) -> None:
        """Label left of its value, a long value wrapped beside the label."""
        face = _face(value, self.family)
        parts = wrap(value, self.width - column, face, bold, self.points) or [""]
        self.room(len(parts) * self.points * 0.46)
        top = self.y
        self.line(label)
        self.y = top
        for part in parts:
            self.line(part, indent=column, bold=bold)
        self.gap(0.8)

    def boxes(
        self,
        *cells: tuple[str, str, float],
        height: float = 10.0,
        family: Family | None = None,
        tint: bool = False,
    ) -> None:
        """A row of framed form fields, the label small above the value; shares of the width as third."""
        self.room(height)
        whole = sum(share for _, _, share in cells)
        x = self.left
        for label, value, share in cells:
            width = self.width * share / whole
            self.put(Frame(x=x, y=self.y, width=width, height=height, fill=TINT if tint and value else None))
            self.text(x + 1.2, self.y + 2.9, label, size=6.5)
            self.text(x + 1.8, self.y + height - 2.2, value, family=family, size=self.points)
            x += width
        self.y += height

    def ticks(self, *choices: tuple[str, bool], indent: float = 0.0) -> None:
        """Tick boxes in one row."""
        self.room(7)
        self.y += 5
        x = self.left + indent
        for label, ticked in choices:
            self.put(Frame(x=x, y=self.y - 2.9, width=3.2, height=3.2))
            if ticked:
                self.text(x + 0.6, self.y - 0.2, "x", bold=True, size=9)
            self.text(x + 5, self.y, label, size=self.points - 1)
            x += 9 + text_width(label, self.family, False, self.points - 1)
        self.gap(1)

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        numbers: Sequence[int] = (),
        size: float = 9.0,
        grid: bool = True,
    ) -> None:
        """Columns with `widths` as shares; columns in `numbers` are set flush right."""
        unit = self.width / sum(widths)
        step = size * 0.6
        for index, row in enumerate([head, *rows]):
            if not row:
                continue
            self.room(step)
            self._row(row, [share * unit for share in widths], numbers, size, step, grid, head=index == 0)
            self.y += step
        self.gap(2)

    def _row(
        self,
        row: Sequence[str],
        widths: Sequence[float],
        numbers: Sequence[int],
        size: float,
        step: float,
        grid: bool,
        *,
        head: bool,
    ) -> None:
        x = self.left
        for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
            if grid:
                self.put(
                    Frame(x=x, y=self.y, width=width, height=step, line=0.15, fill=TINT if head else None)
                )
            right = column in numbers
            self.text(
                x + width - 1 if right else x + 1,
                self.y + step * 0.72,
                cell,
                size=size,
                bold=head,
                align="right" if right else "left",
            )
            x += width

    def stamp(
        self,
        x: float,
        y: float,
        *lines: str,
        angle: float = 0.0,
        ink: Ink = (30, 50, 150),
        size: float = 10.0,
    ) -> None:
        self.put(Stamp(x=x, y=y, lines=lines, angle=angle, ink=ink, size=size))


def _face(text: str, family: Family) -> Family:
    """The face a text is set in: Liberation lacks the Vietnamese letters, so `wide` for these."""
    return "wide" if any("\u1e00" <= sign <= "\u1eff" for sign in text) else family
