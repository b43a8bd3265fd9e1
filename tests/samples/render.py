"""Sheets to page images: what the paper looks like before any scanner touches it."""

from __future__ import annotations

from functools import singledispatch

import zxingcpp
from PIL import Image, ImageDraw

from tests.samples.fonts import font
from tests.samples.sheet import Code, Frame, Ink, Portrait, Sheet, Stamp, Stroke, Text

WHITE: Ink = (255, 255, 255)


class Canvas:
    """An image with millimetre coordinates; `L` (grey) or `RGB`."""

    def __init__(self, sheet: Sheet, dpi: int, *, colour: bool) -> None:
        self.scale = dpi / 25.4
        self.colour = colour
        size = (round(sheet.width * self.scale), round(sheet.height * self.scale))
        self.image = Image.new("RGB" if colour else "L", size, self.ink(WHITE))
        self.draw = ImageDraw.Draw(self.image)

    def ink(self, ink: Ink) -> Ink | int:
        """The ink as this canvas's pixel value (Rec. 601 luma for grey)."""
        if self.colour:
            return ink
        return (ink[0] * 299 + ink[1] * 587 + ink[2] * 114) // 1000

    def pixels(self, length: float) -> int:
        return round(length * self.scale)

    def point(self, x: float, y: float) -> tuple[int, int]:
        return self.pixels(x), self.pixels(y)


def render(sheet: Sheet, dpi: int, *, colour: bool = False) -> Image.Image:
    """The sheet at `dpi` as an `L` or `RGB` image."""
    canvas = Canvas(sheet, dpi, colour=colour)
    for item in sheet.items:
        draw_item(item, canvas)
    return canvas.image


@singledispatch
def draw_item(item: object, canvas: Canvas) -> None:
    raise TypeError(f"cannot draw {item!r}")


@draw_item.register
def _(item: Text, canvas: Canvas) -> None:
    face = font(item.family, item.bold, max(1, canvas.pixels(item.size * 25.4 / 72)))
    canvas.draw.text(
        canvas.point(item.x, item.y), item.text, font=face, fill=canvas.ink(item.ink), anchor="ls"
    )


@draw_item.register
def _(item: Stroke, canvas: Canvas) -> None:
    canvas.draw.line(
        [canvas.point(x, y) for x, y in item.points],
        fill=canvas.ink(item.ink),
        width=max(1, canvas.pixels(item.width)),
        joint="curve" if len(item.points) > 2 else None,
    )


@draw_item.register
def _(item: Frame, canvas: Canvas) -> None:
    canvas.draw.rectangle(
        (*canvas.point(item.x, item.y), *canvas.point(item.x + item.width, item.y + item.height)),
        fill=None if item.fill is None else canvas.ink(item.fill),
        outline=None if item.ink is None else canvas.ink(item.ink),
        width=max(1, canvas.pixels(item.line)),
    )


@draw_item.register
def _(item: Portrait, canvas: Canvas) -> None:
    left, top = canvas.point(item.x, item.y)
    width, height = canvas.point(item.width, item.height)
    picture = Image.new("L", (width, height), 205)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((width * 0.3, height * 0.15, width * 0.7, height * 0.6), fill=140)
    draw.ellipse((width * 0.08, height * 0.62, width * 0.92, height * 1.4), fill=110)
    face = font("sans", True, max(1, height // 7))
    draw.text((width / 2, height * 0.9), "MUSTER", font=face, fill=190, anchor="ms")
    canvas.image.paste(picture, (left, top))


@draw_item.register
def _(item: Code, canvas: Canvas) -> None:
    """Drawn module by module at a whole number of pixels, as a printer's driver would."""
    kind = getattr(zxingcpp.BarcodeFormat, item.symbology)
    code = zxingcpp.create_barcode(item.content, kind)
    modules = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    width, height = canvas.point(item.width, item.height)
    times = max(1, width // modules.width)
    square = item.symbology == "DataMatrix"
    size = (modules.width * times, modules.height * times if square else height)
    canvas.image.paste(modules.resize(size, Image.Resampling.NEAREST), canvas.point(item.x, item.y))


@draw_item.register
def _(item: Stamp, canvas: Canvas) -> None:
    """Drawn apart, turned, and laid over the text as ink: the darker of both wins."""
    face = font("sans", True, max(1, canvas.pixels(item.size * 25.4 / 72)))
    step = round(face.size * 1.25)
    if item.round:
        width = height = round(max(face.getlength(line) for line in item.lines) * 1.35)
    else:
        width = round(max(face.getlength(line) for line in item.lines)) + 2 * step
        height = step * len(item.lines) + step
    plate = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(plate)
    thick = max(1, canvas.pixels(0.4))
    shape = draw.ellipse if item.round else draw.rectangle
    shape((0, 0, width - 1, height - 1), outline=255, width=thick)
    top = (height - step * len(item.lines)) / 2 + step * 0.55
    for number, line in enumerate(item.lines):
        draw.text((width / 2, top + number * step), line, font=face, fill=255, anchor="mm")
    plate = plate.rotate(item.angle, Image.Resampling.BICUBIC, expand=True)
    canvas.image.paste(canvas.ink(item.ink), canvas.point(item.x, item.y), plate)
