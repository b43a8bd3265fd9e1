"""Looking persons up in registers of 10,000, 100,000 and 300,000: recall, candidates, latency, import.

Usage: python -m bench candidates [--sizes N …] [--mentions N] [--seed SEED]. The registers are made up, with
names as unevenly spread as in life; each mention names one registered person as documents do: misread, in
other letters, swapped, with a date that is partial, misread or missing. Without a birth date a frequent name
leads to more persons than are proposed, so those mentions stand in a line of their own. Times are of the
processor, as a busy machine would add to those of the clock.
"""

from __future__ import annotations

import argparse
import csv
import resource
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import mean, quantiles
from tempfile import TemporaryDirectory
from time import process_time

from config.home import Home
from config.settings import Settings
from pipeline.match import keys_of_document, keys_of_person
from pipeline.model import Identity, PartialDate, Person, PersonMention, Role, Zone
from pipeline.transliteration import plain
from records import people, register_import
from records.candidates import find_candidates
from records.catalogue import Catalogue
from records.model import ImportReport
from records.register_csv import COLUMNS
from tests.pipeline.drawn import CONFUSED
from tests.samples.names import ORIGINS, Origin

AUTHORITY = "frankfurt"
SIZES = (10_000, 100_000, 300_000)
_OCR_SHARE = 0.04
_ONSETS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "t", "v", "z", "br", "kr", "sh", "dj", "kh")
_VOWELS = "aeiou"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench candidates", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="persons in the registers")
    parser.add_argument("--mentions", type=int, default=3000, help="mentions looked up (default 3000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of registers and mentions (default 1)")
    options = parser.parse_args(arguments)
    for size in options.sizes:
        with TemporaryDirectory() as folder:
            _measure(Path(folder), size, options.mentions, options.seed)
    return 0


def _measure(folder: Path, size: int, mentions: int, seed: int) -> None:
    file = folder / "register.csv"
    write_register(file, size, Random(f"candidates/{seed}/{size}"))
    home = Home(folder / "home")
    home.root.mkdir()
    catalogue = Catalogue.open(home, Settings())
    report, seconds = _import(catalogue, file)
    _move_some(file)
    again, seconds_again = _import(catalogue, file)
    disk = sum(path.stat().st_size for path in home.root.glob("catalogue.sqlite3*")) / 2**20
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    print(
        f"\n{report.added:,} persons: import {seconds:.1f} s, again with {again.updated:,} changed "
        f"{seconds_again:.1f} s, catalogue {disk:.0f} MiB, process at most {memory:.0f} MiB"
    )
    rng = Random(f"mentions/{seed}")
    persons = list(people.list_persons(catalogue, AUTHORITY))
    print(
        f"{'mention':34} {'all':>6} {'recall':>8} {'proposed':>9} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8}"
    )
    rows: dict[str, list[tuple[bool, int, float]]] = defaultdict(list)
    for _ in range(mentions):
        person = rng.choice(persons)
        kind = rng.choice(sorted(WAYS))
        mention = WAYS[kind](person, rng)
        start = process_time()
        found = find_candidates(catalogue, AUTHORITY, keys_of_document(Identity(persons=(mention,))))
        spent = process_time() - start
        known = any(each.number == person.number for each in found)
        rows[kind].append((known, len(found), 1000 * spent))
    for kind, results in sorted(rows.items()):
        _row(kind, results)
    _row("together", [each for kind in rows if kind != NAME_ALONE for each in rows[kind]])


def _import(catalogue: Catalogue, file: Path) -> tuple[ImportReport, float]:
    start = process_time()
    report = register_import.import_register(catalogue, file, AUTHORITY, keys_of=keys_of_person)
    return report, process_time() - start


def _move_some(file: Path) -> None:
    """Every hundredth person gets another birth place, as in the export of the next night."""
    with file.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    for changed in rows[::100]:
        changed["birth_place"] += " Neustadt"
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def _row(kind: str, results: Sequence[tuple[bool, int, float]]) -> None:
    spent = quantiles([each[2] for each in results], n=100, method="inclusive")
    recall, proposed = mean(each[0] for each in results), mean(each[1] for each in results)
    print(
        f"{kind:34} {len(results):6} {recall:8.2%} {proposed:9.1f} "
        f"{spent[49]:8.2f} {spent[94]:8.2f} {spent[98]:8.2f}"
    )


# -- the register ---------------------------------------------------------------------------


def write_register(file: Path, size: int, rng: Random) -> None:
    """A register file of `size` persons. Names follow Zipf's law within each nationality."""
    pools = {origin.code: _pools(origin, rng) for origin in ORIGINS}
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(COLUMNS)
        for number in range(size):
            origin = rng.choice(ORIGINS)
            families, men, women = pools[origin.code]
            sex = rng.choice("MF")
            given = _given(men if sex == "M" else women, rng)
            born = f"{rng.randrange(1940, 2024)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
            writer.writerow(
                (
                    f"P-{number:06}",
                    f"33.{number % 10}-{number:06}/{rng.randrange(5, 25):02}",
                    f"{rng.randrange(5, 25):02}0{rng.randrange(1, 10)}{rng.randrange(10, 28)}{number:06}",
                    _zipf(families, rng),
                    given,
                    _zipf(families, rng) if rng.random() < 0.15 else "",
                    born[:4] + "-01-01" if rng.random() < 0.05 else born,
                    sex,
                    origin.code,
                    rng.choice(origin.places),
                    f"{origin.code[0]}{rng.randrange(10**8):08}",
                    f"{_zipf(families, rng)}, {given}" if rng.random() < 0.1 else "",
                )
            )


def _pools(origin: Origin, rng: Random) -> tuple[list[str], list[str], list[str]]:
    """Family names, men's and women's: those of the samples first and most frequent, then made up."""
    few = origin.code == "VNM"
    return (
        [*origin.families, *(_made_up(rng, 3) for _ in range(20 if few else 3000))],
        [*origin.men, *(_made_up(rng, 2) for _ in range(300))],
        [*origin.women, *(_made_up(rng, 2) + "a" for _ in range(300))],
    )


def _made_up(rng: Random, syllables: int) -> str:
    parts = [rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + rng.choice(("", "n", "r", "s", "m", "k"))).capitalize()


def _zipf(names: Sequence[str], rng: Random) -> str:
    """The name of rank r about as often as 1/r."""
    return names[min(int(len(names) ** rng.random()) - 1, len(names) - 1)]


def _given(names: Sequence[str], rng: Random) -> str:
    first = _zipf(names, rng)
    return f"{first} {_zipf(names, rng)}" if rng.random() < 0.3 else first


# -- what documents say ---------------------------------------------------------------------


def _mention(person: Person, born: PartialDate | None, change: Callable[[str], str] = str) -> PersonMention:
    name = person.names[0]
    return PersonMention(
        role=Role.SUBJECT,
        zone=Zone.FIELD,
        page=1,
        family_name=change(name.family),
        given_names=change(name.given),
        birth_date=born,
    )


def _misread(rng: Random) -> Callable[[str], str]:
    def sign(letter: str) -> str:
        return (
            rng.choice(CONFUSED[letter] or letter)
            if letter in CONFUSED and rng.random() < _OCR_SHARE
            else letter
        )

    return lambda text: "".join(map(sign, text))


def _swapped(person: Person) -> PersonMention:
    name = person.names[0]
    text = f"{name.given} {name.family}".upper()
    return PersonMention(role=Role.SUBJECT, zone=Zone.BODY, page=1, name=text, birth_date=person.birth_date)


def _other_day(born: PartialDate | None) -> PartialDate | None:
    """Another day of the same month: one misread digit."""
    return born and replace(born, day=born.day % 28 + 1 if born.day else None)


def _year(born: PartialDate | None) -> PartialDate | None:
    return born and PartialDate(born.year)


NAME_ALONE = "name alone"
WAYS: dict[str, Callable[[Person, Random], PersonMention]] = {
    "as registered": lambda person, _: _mention(person, person.birth_date),
    "misread name": lambda person, rng: _mention(person, person.birth_date, _misread(rng)),
    "misread name, misread day": lambda person, rng: _mention(
        person, _other_day(person.birth_date), _misread(rng)
    ),
    "in capitals, unsplit and swapped": lambda person, _: _swapped(person),
    "transliterated": lambda person, _: _mention(person, person.birth_date, plain),
    "transliterated, misread day": lambda person, _: _mention(person, _other_day(person.birth_date), plain),
    "year of birth only": lambda person, _: _mention(person, _year(person.birth_date)),
    NAME_ALONE: lambda person, _: _mention(person, None),
}
