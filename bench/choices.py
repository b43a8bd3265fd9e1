"""What choices of reading rest on: languages and options of the engine, and how pages on a side are told.

Usage: python -m bench choices [--pages N] [--seed S].
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from bench import pages
from pipeline import denoise, skew
from pipeline.raster import PageImage

OPTIONS: Mapping[str, Sequence[str]] = {
    "German and English": ("-l", "deu+eng"),
    "German alone": ("-l", "deu"),
    "no white print on black": ("-l", "deu+eng", "-c", "invert_threshold=0.0"),
}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench choices", description=__doc__)
    parser.add_argument("--pages", type=int, default=24, help="sample pages (default 24)")
    parser.add_argument("--seed", type=int, default=pages.SEED, help="seed of the pages")
    options = parser.parse_args(arguments)
    truth = pages.everyday(options.pages, seed=options.seed)
    _shadows([_image(page) for page in truth], truth)
    upright = [page for page in truth if page.turned == 0]
    _engine(upright, [_image(page) for page in upright])
    return 0


def _image(page: pages.Truth) -> PageImage:
    grey = page.image.convert("L")
    points = 72 / page.dpi
    image = PageImage(number=1, pixels=grey, width=grey.width * points, height=grey.height * points)
    return denoise.cleaned(image) if denoise.noisy(image) else image


def _shadows(images: Sequence[PageImage], truth: Sequence[pages.Truth]) -> None:
    found = [(page.turned % 180 != 0, skew.upended(image)) for page, image in zip(truth, images, strict=True)]
    for on_side, name in ((False, "upright or head down"), (True, "on a side")):
        values = sorted(value for side, value in found if side == on_side)
        span = f"{values[0]:.2f} to {values[-1]:.2f}" if values else "none"
        print(f"skew.upended, {len(values)} pages {name}: {span}")


def _engine(truth: Sequence[pages.Truth], images: Sequence[PageImage]) -> None:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    print(f"{len(truth)} pages upright{'':<12}{'CPU s/page':>12}{'CER':>8}")
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "pages.txt"
        files = [Path(folder) / f"{number}.tif" for number in range(len(images))]
        for image, file in zip(images, files, strict=True):
            image.pixels.save(file, compression="raw", dpi=(image.dpi, image.dpi))
        listing.write_text("".join(f"{file}\n" for file in files))
        for name, options in OPTIONS.items():
            before = _processor_seconds()
            command = ["tesseract", str(listing), "-", *options]
            text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            seconds = (_processor_seconds() - before) / len(files)
            texts = islice(text.split("\f"), len(files))
            errors = [pages.errors(page.words, read.split()) for page, read in zip(truth, texts, strict=True)]
            rate = sum(errors, pages.Errors(wrong=0, characters=0)).rate
            print(f"{name:<28}{seconds:12.2f}{rate:8.2%}", flush=True)


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
