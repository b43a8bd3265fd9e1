"""How well machine-readable zones are read: exact, incomplete and wrong ones, seconds an image.

Usage: python -m bench mrz FOLDER. The folder holds images and `expected.json` with what each zone says
(type, surname, given_names, number, issuer, nationality, sex). Two ways are measured: the character
grid alone, and the whole way with the text of the page and the OCR engine.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image

from pipeline import mrz_zone, ocr
from pipeline.model import Mrz

FIELDS = ("type", "surname", "given_names", "number", "issuer", "nationality", "sex")
LANGUAGES = ("deu", "eng")
DPI = 150
"""Assumed for specimens that do not say."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench mrz", description=__doc__)
    parser.add_argument("folder", type=Path, help="images with their expected.json")
    folder = parser.parse_args(arguments).folder
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    for name, whole in (("grid alone", False), ("whole way", True)):
        print(f"{name}: {_measure(folder, expected, whole=whole)}")
    return 0


def _measure(folder: Path, expected: Mapping[str, Mapping[str, object]], *, whole: bool) -> str:
    counts: Counter[str] = Counter()
    started = time.monotonic()
    for name, truth in expected.items():
        with Image.open(folder / name) as image:
            counts[_verdict(_read(image.convert("L"), whole=whole), truth)] += 1
    seconds = (time.monotonic() - started) / len(expected)
    parts = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    return f"{parts}; {seconds:.2f} s an image"


def _read(image: Image.Image, *, whole: bool) -> tuple[Mrz, ...]:
    if not whole:
        return mrz_zone.find_on_page(image, DPI, [], 1, date.today(), None)  # noqa: DTZ011
    with tempfile.TemporaryDirectory() as work:
        zone = partial(_recognise, work=Path(work))
        lines = ocr.recognise_zone(image, languages=LANGUAGES, dpi=DPI, psm=3, work=Path(work))
        return mrz_zone.find_on_page(image, DPI, lines, 1, date.today(), zone)  # noqa: DTZ011


def _recognise(image: Image.Image, *, dpi: float, psm: int, whitelist: str, work: Path) -> list[str]:
    return ocr.recognise_zone(
        image, languages=LANGUAGES, dpi=round(dpi), psm=psm, whitelist=whitelist, work=work
    )


def _verdict(zones: tuple[Mrz, ...], truth: Mapping[str, object]) -> str:
    """Whether the zone is exact; wrong although its digits agree is the one kind that could mislead."""
    if not truth.get("type"):
        return "found where there is none" if zones else "rightly none"
    if not zones:
        return "not found"
    if all(getattr(zones[0], field) == truth[field] for field in FIELDS):
        return "exact"
    if zones[0].number not in {None, truth["number"]}:
        return "wrong number with a valid digit"
    return "with a wrong or missing field"
