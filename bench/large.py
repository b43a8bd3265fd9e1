"""One large source through the real service: how long it takes, and the memory of its processes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from tests.pipeline.paper import LETTER, draw, pdf, typed
from tests.samples import containers

AKTE = (sys.executable, "-c", "from service.cli import main; main()")
SETTINGS = """\
[authorities.large]
[intake]
settle_seconds = 0
[limits]
workers = {workers}
"""

Maker = Callable[[int, Path], Path]
"""Writes a source of so many pages to a path."""

_EVERY = 0.05
"""Seconds between two looks at the processes, which remember their own peaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Wall seconds from the start of the service to its end; peaks of resident memory in MiB."""

    seconds: float
    service: int
    worker: int


def run(make: Maker, pages: int, workers: int) -> Run:
    """Raises CalledProcessError if the source could not be read."""
    with tempfile.TemporaryDirectory(prefix="akte-large-") as folder:
        home = Path(folder) / "home"
        home.mkdir(mode=0o750)
        (home / "akte.toml").write_text(SETTINGS.format(workers=workers), "utf-8")
        command = [*AKTE, "--home", str(home)]
        subprocess.run([*command, "init", "--authority", "large"], check=True, capture_output=True)
        make(pages, home / "inbox" / "large" / "source.pdf")
        began = time.monotonic()
        with subprocess.Popen([*command, "run", "--once", "--quiet"]) as service:
            own = most = 0
            while service.poll() is None:
                own = max(own, _peak_mib(service.pid))
                most = max([most, *map(_peak_mib, _children(service.pid))])
                time.sleep(_EVERY)
        if service.returncode:
            raise subprocess.CalledProcessError(service.returncode, service.args)
        return Run(seconds=time.monotonic() - began, service=own, worker=most)


def letters(pages: int, path: Path) -> Path:
    """Scanned pages of a short letter, each with a number of its own."""
    return scans(pages, path, lambda number: draw(f"{LETTER}\n\nBlatt {number}"))


def lines(pages: int, path: Path) -> Path:
    """Scanned sides of A4 with a line of text each, which are read quickly, and grain, which weighs."""
    grain = Image.effect_noise((1654, 2339), 6).point(lambda value: min(255, value + 110))

    def side(number: int) -> Image.Image:
        image = grain.copy()
        image.paste(draw(f"Niederschrift, Blatt {number}", size=(5, 1)), (200, 300 + number % 50))
        ImageDraw.Draw(image).line((200, 290, 1200, 290), fill=40, width=3)
        return image

    return scans(pages, path, side)


def texts(pages: int, path: Path) -> Path:
    """Born-digital pages of 400 words."""
    words = [f"Wort{number}" for number in range(400)]
    rows = [" ".join(words[start : start + 8]) for start in range(0, len(words), 8)]
    sentence = "Sehr geehrte Damen und Herren, das Schreiben wird hiermit vorgelegt."
    return pdf(path, *(typed(sentence, f"Blatt {number}", *rows, top=820) for number in range(1, pages + 1)))


def scans(pages: int, path: Path, side: Callable[[int], Image.Image]) -> Path:
    with pdfium.PdfDocument.new() as whole:
        for number in range(1, pages + 1):
            with pdfium.PdfDocument(containers.image_pdf([side(number)], 200)) as one:
                whole.import_pages(one)
        aside = path.with_name(".source.part")
        whole.save(aside)
    aside.rename(path)
    return path


def _children(process: int) -> list[int]:
    with suppress(FileNotFoundError, ProcessLookupError):
        return [
            int(child)
            for task in Path(f"/proc/{process}/task").iterdir()
            for child in (task / "children").read_text("ascii").split()
        ]
    return []


def _peak_mib(process: int) -> int:
    with suppress(FileNotFoundError, ProcessLookupError, StopIteration):
        status = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) // 1024
    return 0
