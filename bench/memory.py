"""Memory that reading takes by number of pages: it must not grow with them.

Usage: python -m bench memory [--counts 10 100 1000]. Small pages with a line of text each, one process.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from bench import pages
from bench.reading import read_one
from tests.samples.fonts import font

A4 = (1654, 2339)
"""Pixels at 200 dots per inch."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench memory", description=__doc__)
    parser.add_argument("--counts", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(_peak_mib(options.one))
        return 0
    print("pages   MiB at most (reading process, without the engine's)")
    for count in options.counts:
        # Peaks never fall again, so every count has a process of its own.
        command = [sys.executable, "-m", "bench", "memory", "--one", str(count)]
        found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(f"{count:5}   {found.strip()}", flush=True)
    return 0


def _peak_mib(count: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        source = _source(count, Path(folder))
        read_one(source, Path(folder) / "work")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _source(count: int, folder: Path) -> Path:
    image = Image.new("L", A4, 255)
    face = font("sans", False, 40)
    ImageDraw.Draw(image).text((200, 300), "Niederschrift über eine Anhörung", font=face, fill=20)
    one = pages.source([pages.Truth(image=image, dpi=200, words=())], folder / "one.pdf")
    target = folder / "many.pdf"
    with pdfium.PdfDocument(one) as page, pdfium.PdfDocument.new() as many:
        for _ in range(count):
            many.import_pages(page)
        many.save(target)
    return target
