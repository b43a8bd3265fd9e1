"""Scans as image files: TIFF with one or many pages, JPEG, PNG and a few others, read through Pillow."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from pipeline.errors import Damaged, PageTooLarge, TooManyPages, UnknownFormat
from pipeline.formats import Format
from pipeline.model import Rotation
from pipeline.pages import POINTS, PageText

A4_LONG_SIDE = 297 / 25.4
"""Inches; a scan that does not say its resolution is taken to be of this height."""

_USUAL = (72.0, 100.0, 150.0, 200.0, 240.0, 300.0, 400.0, 600.0)
_DEFAULTS_OF_SOFTWARE = (72.0, 96.0)
_LONGEST_SIDE = 600 / 25.4
_SIDEWAYS = frozenset({5, 6, 7, 8})

_JPEG_TURNS: dict[int, Rotation] = {1: 0, 3: 180, 6: 90, 8: 270}
"""EXIF orientations without a mirror."""

_FAULTS = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    OverflowError,
    ZeroDivisionError,
    AttributeError,
    NotImplementedError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What Pillow's decoders raise on damaged files. Nothing but Pillow's code runs where these are caught."""


class ImageSource:
    """An image file. Raises Damaged, UnknownFormat, PageTooLarge, TooManyPages."""

    def __init__(self, path: Path, found: Format, *, max_pixels: int, max_pages: int) -> None:
        assert found.media_type is not None
        self.path = path
        self.media_type = found.media_type
        self._max_pixels = max_pixels
        with _faults("Bildkopf"):
            self._image = Image.open(path, formats=[str(found.plugin)])
            frames = int(getattr(self._image, "n_frames", 1))
        if frames > 1 and found.plugin in {"GIF", "PNG", "WEBP"}:
            self._image.close()
            raise UnknownFormat(detail=f"animiertes Bild, {found.name}")
        # The further images of a JPEG are previews and depth maps of the first.
        self.page_count = frames if found.plugin == "TIFF" else 1
        if self.page_count > max_pages:
            self._image.close()
            raise TooManyPages(pages=self.page_count, limit=max_pages)

    def check_pages(self) -> None:
        """Every header is there and none asks for absurdly many pixels. Raises Damaged, PageTooLarge."""
        for number in range(1, self.page_count + 1):
            self._seek(number)

    @contextmanager
    def page(self, number: int) -> Iterator[ImagePage]:
        self._seek(number)
        with _faults(f"Seite {number}"):
            scale = _scale(self._image)
            width, height = self._image.size
            if _orientation(self._image) in _SIDEWAYS and self._image.format != "TIFF":
                width, height, scale = height, width, (scale[1], scale[0])
        yield ImagePage(
            number=number,
            width=width / scale[0] * POINTS,
            height=height / scale[1] * POINTS,
            image=self._image,
            path=self.path,
        )

    def close(self) -> None:
        self._image.close()

    def _seek(self, number: int) -> None:
        with _faults(f"Seite {number}"):
            self._image.seek(number - 1)
            width, height = self._image.size
        if width * height > self._max_pixels:
            raise PageTooLarge(page=number, detail=f"{width} × {height} px")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagePage:
    """One image as a page. `image` is the file's handle, positioned on this page but not decoded yet."""

    number: int
    width: float
    height: float
    image: Image.Image
    path: Path

    def text(self) -> PageText:
        return PageText(image_share=1.0)

    def grey(self, resolution: int) -> Image.Image:  # noqa: ARG002 - a scan has its own
        with _faults(f"Seite {self.number}"):
            grey = _grey(self.upright())
            across = grey.width / self.width
            down = grey.height / self.height
            # Fax machines scan coarser downwards than across.
            if max(across, down) > 1.05 * min(across, down):
                scale = max(across, down)
                size = (round(self.width * scale), round(self.height * scale))
                grey = grey.resize(size, Image.Resampling.BICUBIC)
            # What the file said about itself is done with and must not reach files made of the pixels.
            grey.info = {}
            return grey

    def check_blank(self) -> None:
        """Pixels that were decoded are all there is."""

    @property
    def jpeg(self) -> bytes | None:
        """The data of a JPEG file that a PDF can hold as it is; None for anything else."""
        turnable = self.image.format in {"JPEG", "MPO"} and self._orientation in _JPEG_TURNS
        return self.path.read_bytes() if turnable and self.image.mode in {"L", "RGB", "CMYK"} else None

    @property
    def jpeg_turn(self) -> Rotation:
        """How far the JPEG's own pixels must be turned clockwise for display."""
        return _JPEG_TURNS[self._orientation]

    @property
    def _orientation(self) -> int:
        with _faults(f"Seite {self.number}"):
            return _orientation(self.image)

    def upright(self) -> Image.Image:
        """The decoded image in the orientation in which it is displayed, colours as they are."""
        with _faults(f"Seite {self.number}"):
            self.image.load()
            # Pillow has turned a TIFF already.
            return self.image if self.image.format == "TIFF" else ImageOps.exif_transpose(self.image)


@contextmanager
def _faults(detail: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # Odd metadata is no news to anyone; the pixel limit is checked before decoding.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except UnidentifiedImageError as error:
        raise Damaged(detail=f"Bildaufbau, {detail}") from error
    except _FAULTS as error:
        raise Damaged(detail=f"Bilddaten, {detail}") from error


def _orientation(image: Image.Image) -> int:
    return int(image.getexif().get(ExifTags.Base.Orientation, 1))


def _scale(image: Image.Image) -> tuple[float, float]:
    """Pixels per inch across and down: as the file says if that is believable, else from A4."""
    claimed = image.info.get("dpi")
    if isinstance(claimed, tuple) and len(claimed) == 2:
        across, down = float(claimed[0]), float(claimed[1])
        if _believable(image.size, across, down):
            return across, down
    guess = max(image.size) / A4_LONG_SIDE
    guess = next((usual for usual in _USUAL if abs(guess - usual) <= 0.02 * usual), guess)
    guess = min(600.0, max(float(_USUAL[0]), guess))
    return guess, guess


def _believable(size: tuple[int, int], across: float, down: float) -> bool:
    if not (30 <= across <= 4800 and 30 <= down <= 4800 and 0.3 <= across / down <= 3.4):
        return False
    long_side = max(size[0] / across, size[1] / down)
    # Programs write 72 or 96 where they know nothing; then a page larger than A4 gives it away.
    limit = 1.05 * A4_LONG_SIDE if round(across) in _DEFAULTS_OF_SOFTWARE else _LONGEST_SIDE
    return 0.3 <= long_side <= limit


def _grey(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"I", "F"}:
        low, high = image.getextrema()
        span = (float(high) - float(low)) or 1.0  # type: ignore[arg-type]
        return image.point(lambda value: (value - low) * (255 / span)).convert("L")
    if image.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in image.info:
        # Paper is what shows through.
        coloured = image.convert("RGBA")
        paper = Image.new("RGBA", coloured.size, "white")
        return Image.alpha_composite(paper, coloured).convert("L")
    if image.mode not in {"1", "L", "RGB", "P", "CMYK", "YCbCr"}:
        image = image.convert("RGB")
    return image.convert("L")
