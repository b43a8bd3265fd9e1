"""Text recognition with Tesseract. The only importer of pytesseract.

One start of the engine recognises many pages, and one recognition gives both the words with their
places and the invisible text layer for a searchable PDF.
"""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image
from pytesseract import pytesseract

from pipeline import tsv
from pipeline.errors import OcrFailed, OcrMissing
from pipeline.geometry import together
from pipeline.language import guess_language
from pipeline.model import Line, Rotation
from pipeline.raster import PageImage

SECONDS_TO_START = 60
SECONDS_PER_PAGE = 60
"""Far above the second or two a page takes, so that only an engine that hangs is stopped."""

_OSD = "osd"
_SURE_SCRIPT = 2.0
"""Tesseract's own measure: short letters have 3 to 6, noise below 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OcrPage:
    """What was recognised in one image. Page `layer_index` of `layer_file` is its text layer, laid out
    for the image as it was recognised.
    """

    image: PageImage
    lines: tuple[Line, ...]
    layer_file: Path | None = None
    layer_index: int = 0

    @property
    def confidence(self) -> float:
        """Mean confidence of the words, weighted by their length; 0 without words."""
        words = [word for line in self.lines for word in line.words]
        letters = sum(len(word.text) for word in words)
        return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0

    @property
    def harvest(self) -> float:
        """How much was recognised how surely: what competing recognitions of a page are compared by."""
        words = [word for line in self.lines for word in line.words]
        found = sum(word.confidence**2 * len(word.text) for word in words)
        return found / 2 if self.upended else found

    @property
    def language(self) -> str | None:
        """The language it is in by its small words (see `language`), None where they do not tell."""
        return guess_language(" ".join(word.text for line in self.lines for word in line.words))

    @property
    def upended(self) -> bool:
        """The engine reads lines that run up or down, too; then most words are taller than wide."""
        words = [word for line in self.lines for word in line.words if len(word.text) >= 4]
        return sum(word.box.height > word.box.width for word in words) > 0.5 * len(words)


def recognise(
    pages: Sequence[PageImage], languages: Sequence[str], work: Path, *, layers: bool = True
) -> list[OcrPage]:
    """Recognise all `pages` in one run; `work` receives the text layers.

    Raises OcrMissing, and OcrFailed if the engine fails even on a page alone.
    """
    if not pages:
        return []
    check_engine(tuple(languages))
    try:
        return _run(pages, languages, work, layers=layers)
    except OcrFailed:
        if len(pages) == 1:
            raise
    # One page may have taken the others down with it.
    return [_run([page], languages, work, layers=layers)[0] for page in pages]


def recognise_zone(
    image: Image.Image,
    *,
    languages: Sequence[str],
    dpi: int,
    psm: int = 6,
    whitelist: str | None = None,
    work: Path,
) -> list[str]:
    """Text lines of a cropped image. `psm` is Tesseract's page segmentation mode (6: one block of text);
    `whitelist` restricts the characters. Raises OcrMissing and OcrFailed.
    """
    check_engine(tuple(languages))
    options = ["-c", "tessedit_create_tsv=1", "--psm", str(psm), "--dpi", str(dpi)]
    if whitelist is not None:
        options += ["-c", f"tessedit_char_whitelist={whitelist}"]
    with _folder(work) as folder:
        file = folder / "zone.pgm"
        image.convert("L").save(file)
        _start(file, folder / "zone", languages, options, SECONDS_PER_PAGE)
        return _table(folder / "zone.tsv", 1)[0].texts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The script of a page by Tesseract's name for it, and how far to turn the page clockwise to read it."""

    script: str
    turn: Rotation


def script_of(page: PageImage, work: Path) -> Script | None:
    """None where too little is seen to tell, or the data for telling is not installed (tesseract-ocr-osd)."""
    if _OSD not in installed_languages():
        return None
    with _folder(work) as folder:
        try:
            _start(
                _image_file(folder, 0, page), folder / "out", [_OSD], ["--psm", "0"], SECONDS_PER_PAGE, "osd"
            )
        except OcrFailed:
            return None  # so it ends on pages with too few characters
        told = dict(
            line.split(": ", 1)
            for line in (folder / "out.osd").read_text("utf-8").splitlines()
            if ": " in line
        )
    if float(told["Script confidence"]) < _SURE_SCRIPT:
        return None
    return Script(script=told["Script"], turn=together(int(told["Rotate"])))


@lru_cache(maxsize=1)
def installed_languages() -> frozenset[str]:
    """Raises OcrMissing if there is no engine."""
    try:
        return frozenset(pytesseract.get_languages())
    except pytesseract.TesseractNotFoundError as error:
        raise OcrMissing(packages=_packages([])) from error


@lru_cache(maxsize=8)
def check_engine(languages: tuple[str, ...]) -> None:
    """Raises OcrMissing, naming the Debian packages, unless engine and languages are installed."""
    try:
        installed = set(pytesseract.get_languages())
    except pytesseract.TesseractNotFoundError as error:
        raise OcrMissing(packages=_packages(languages)) from error
    if missing := [language for language in languages if language not in installed]:
        raise OcrMissing(packages=_packages(missing))


def _packages(languages: Sequence[str]) -> str:
    return " ".join(["tesseract-ocr", *map(debian_package, languages)])


def debian_package(language: str) -> str:
    """The package with the data of a language."""
    return f"tesseract-ocr-{language.replace('_', '-')}"


def _run(pages: Sequence[PageImage], languages: Sequence[str], work: Path, *, layers: bool) -> list[OcrPage]:
    with _folder(work) as folder:
        listing = folder / "pages-of-this-run.txt"
        listing.write_text("".join(f"{_image_file(folder, n, page)}\n" for n, page in enumerate(pages)))
        options = ["-c", "tessedit_create_tsv=1"]
        if layers:
            options += ["-c", "tessedit_create_pdf=1", "-c", "textonly_pdf=1"]
        seconds = SECONDS_TO_START + SECONDS_PER_PAGE * (len(pages) if len(pages) == 1 else 2)
        _start(listing, folder / "out", languages, options, seconds)
        tables = _table(folder / "out.tsv", len(pages))
        layer_file = _kept(folder / "out.pdf", work) if layers else None
    return [
        OcrPage(image=page, lines=table.lines(page), layer_file=layer_file, layer_index=index)
        for index, (page, table) in enumerate(zip(pages, tables, strict=True))
    ]


def _image_file(folder: Path, index: int, page: PageImage) -> Path:
    # Uncompressed TIFF costs no time and, unlike PGM, carries each page's own resolution.
    file = folder / f"{index:03d}.tif"
    page.pixels.save(file, format="TIFF", compression="raw", dpi=(page.dpi, page.dpi))
    return file


def _start(
    image: Path, base: Path, languages: Sequence[str], options: list[str], seconds: int, result: str = "tsv"
) -> None:
    # One thread for each engine: the workers use the cores already, and more threads only wait.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        pytesseract.run_tesseract(
            str(image),
            str(base),
            extension=result,
            lang="+".join(languages),
            config=shlex.join(options),
            timeout=seconds,
        )
    except pytesseract.TesseractNotFoundError as error:
        raise OcrMissing(packages=_packages(languages)) from error
    except pytesseract.TesseractError as error:
        raise OcrFailed(detail=f"tesseract {error.status}: {error.message[-200:]}") from error
    except RuntimeError as error:
        # pytesseract has no type of its own for the time limit.
        if "timeout" not in str(error):
            raise
        raise OcrFailed(detail=f"> {seconds} s") from error


def _table(file: Path, count: int) -> list[tsv.TsvPage]:
    try:
        tables = tsv.parse(file.read_text("utf-8", errors="replace"))
    except (OSError, ValueError, IndexError) as error:
        raise OcrFailed(detail=f"TSV: {error}") from error
    if len(tables) != count:
        raise OcrFailed(detail=f"TSV: {len(tables)}/{count}")
    return tables


def _kept(file: Path, work: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix="layers-", suffix=".pdf", dir=work)
    os.close(handle)
    shutil.copyfile(file, name)
    return Path(name)


@contextmanager
def _folder(work: Path) -> Iterator[Path]:
    """A folder for the files of one run.

    It lies in the working folder, not in shared memory: whoever kills a worker clears that folder, and
    files that live for seconds hardly ever reach the disk.
    """
    with tempfile.TemporaryDirectory(prefix="ocr-", dir=work) as folder:
        yield Path(folder)
