"""Cheap files for crash tests: letters with real text, a few scans, damaged files and duplicates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from pipeline.parts import PART_PAGES
from tests.pipeline.paper import draw, pdf, scan, typed
from tests.service.scenes import AUTHORITIES, ERIKA, MARIA, MAX, STRANGER

PERSONS = (ERIKA, MARIA, MAX, STRANGER)
WORDS = ("Sonnenblume", "Ringelblume", "Kornblume", "Margerite", "Lavendel", "Nelke")


@dataclass(frozen=True, slots=True)
class Source:
    """A file with the authority it goes to."""

    authority: str
    path: Path


def make_sources(folder: Path, count: int, rng: Random) -> list[Source]:
    """`count` files in the order in which they are dropped; names sort in that order, too."""
    made: list[Source] = []
    for number in range(count):
        authority = rng.choice(AUTHORITIES)
        path = folder / authority / f"scan_{number:05d}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        earlier = [one for one in made if one.authority == authority]
        kind = rng.random()
        if kind < 0.05:
            path.write_bytes(f"%PDF-1.7 broken {number}".encode())
        elif kind < 0.12 and earlier:
            path.write_bytes(rng.choice(earlier).path.read_bytes())
        elif kind < 0.14:
            path = scan(path.with_suffix(".tif"), draw(f"Betreff: {rng.choice(PERSONS)}\nNummer {number}"))
        else:
            pages = rng.choice((1,) * 12 + (2,) * 4 + (5,) * 3 + (2 * PART_PAGES + 1,))
            pdf(path, *(_page(number, page, rng) for page in range(pages)))
        made.append(Source(authority, path))
    return made


def _page(number: int, page: int, rng: Random) -> str:
    return typed(
        "Musteramt der Stadt Beispielhausen",
        "",
        f"Betreff: {rng.choice(PERSONS)}" if page == 0 else f"Blatt {page + 1}",
        "",
        "Sehr geehrte Damen und Herren,",
        f"das Schreiben Nummer {number} wird hiermit vorgelegt. Stichwort {rng.choice(WORDS)}.",
    )
