"""Readers of machine-readable zones, all behind one call: from an image file to the fields that it shows."""

from __future__ import annotations

import importlib
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from config.settings import Settings
from pipeline import mrz_zone, run
from pipeline.model import Mrz
from pipeline.reading import read_pages
from pipeline.source import open_source

FIELDS = ("surname", "given_names", "number", "nationality", "birth_date", "sex")
"""What every reader says besides its `lines`; birth dates as YYMMDD."""

Fields = Mapping[str, str | None]
Reader = Callable[[Path], Fields | None]
"""None where it finds no zone."""

GRID_DPI = 150
"""Assumed for specimens that do not say."""


def akte(path: Path) -> Fields | None:
    """The way of every page through the pipeline: recognition, then the zone if anything hints at one."""
    settings = Settings()
    today = datetime.now(UTC).date()
    with tempfile.TemporaryDirectory() as work, open_source(path, settings.limits) as source:
        pages = read_pages(source, settings.reading, Path(work), lambda _: None)
        zones = [
            zone for page in pages for zone in run.machine_readable(source, page, settings, Path(work), today)
        ]
    return _of_ours(zones[0]) if zones else None


def grid(path: Path) -> Fields | None:
    """Our comparison of characters in a grid by itself, without recognised text."""
    with Image.open(path) as image:
        zones = mrz_zone.find_on_page(
            image.convert("L"), GRID_DPI, [], 1, datetime.now(UTC).date(), recognise=None
        )
    return _of_ours(zones[0]) if zones else None


def _of_ours(zone: Mrz) -> Fields:
    return {
        "lines": "\n".join(zone.lines),
        "surname": zone.surname,
        "given_names": zone.given_names,
        "number": zone.number,
        "nationality": zone.nationality,
        "birth_date": zone.birth_date and str(zone.birth_date).replace("-", "")[2:],
        "sex": zone.sex,
    }


def passport_eye(path: Path) -> Fields | None:
    """A number whose check digit fails is left out, as ours is: it says so itself."""
    with warnings.catch_warnings(action="ignore"):  # it uses what its own libraries are about to drop
        found = importlib.import_module("passporteye").read_mrz(str(path))
    if found is None:
        return None
    fields = found.to_dict()
    return {
        "lines": _lines(fields.get("raw_text")),
        "surname": _text(fields["surname"]),
        "given_names": _text(fields["names"]),
        "number": _text(fields["number"]) if fields["valid_number"] else None,
        "nationality": _text(fields["nationality"]),
        "birth_date": _text(fields["date_of_birth"]),
        "sex": _text(fields["sex"]),
    }


def fast_mrz(path: Path) -> Fields | None:
    """With English language data in place of its own, which its package does not bring along."""
    module = importlib.import_module("fastmrz")
    with tempfile.TemporaryDirectory() as folder, Image.open(path) as image:
        (Path(folder) / "mrz.traineddata").symlink_to(_tessdata() / "eng.traineddata")
        file = Path(folder) / "image.png"
        image.convert("RGB").save(file)
        fields = module.FastMRZ(tessdata_path=folder).get_details(str(file), include_checkdigit=False)
    if fields.get("status") == "FAILURE" or not fields.get("document_number"):
        return None
    return {
        "lines": _lines(fields.get("mrz_text")),
        "surname": _text(fields.get("surname")),
        "given_names": _text(fields.get("given_name")),
        "number": _text(fields.get("document_number")) or None,
        "nationality": _text(fields.get("nationality_code")),
        "birth_date": _text(fields.get("birth_date")).replace("-", "")[2:],
        "sex": _text(fields.get("sex")),
    }


def _text(value: object) -> str:
    return str(value or "").replace("<", " ").strip()


def _lines(text: object) -> str:
    """Lines without blanks; PassportEye takes those out itself before it looks at the fields."""
    return "\n".join(filter(None, (line.replace(" ", "") for line in str(text or "").splitlines())))


def _tessdata() -> Path:
    listing = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True)
    return Path(listing.stdout.split('"')[1])


READERS: Mapping[str, tuple[str | None, Reader]] = {
    "akte, as in the service": (None, akte),
    "akte, grid alone": (None, grid),
    "PassportEye": ("passporteye", passport_eye),
    "FastMRZ": ("fastmrz", fast_mrz),
}
"""With the module that must be installed."""
