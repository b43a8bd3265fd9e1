"""The review with many waiting documents: how quick list, status and next are, and a changed register.

Usage: python -m bench waiting [--count N] [--persons N]. The documents are made up and put into the
catalogue as filing does it, but all at once; what is measured is the program's own code on them.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import insert, select

from config.home import Home
from pipeline.match import keys_of_document, keys_of_person
from pipeline.model import (
    DocumentReading,
    Identity,
    NumberKind,
    NumberMention,
    PartialDate,
    PersonMention,
    Role,
    Zone,
)
from records import cases, register_import, waiting
from records.cases import Wanted
from records.catalogue import Catalogue
from records.files import READING
from records.schema import arrival, document, page, waiting_key
from service.cli import akte
from service.redeciding import redecide, redecide_some
from service.wiring import Site, open_site
from tests.pipeline.desk import read
from tests.pipeline.sheets import page as sheet
from tests.records.scenes import START

AUTHORITY = "wiesbaden"
HEADER = (
    "person_id,file_number,azr_number,family_name,given_names,birth_name,birth_date,sex,"
    "nationality,birth_place,document_numbers,aliases\n"
)
_SYLLABLES = ("ba", "de", "gi", "lo", "mu", "na", "re", "si", "to", "wa", "ke", "fo", "li", "pa", "ru", "ze")
_READING = TypeAdapter(DocumentReading)
_LETTER = "\n".join(
    ["Musteramt Beispielhausen", "", "Betreff: Ihre Angelegenheit", ""]
    + [
        f"Absatz {number} mit einigen Worten über den Stand der Sache und die Fristen."
        for number in range(40)
    ]
)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench waiting", description=__doc__)
    parser.add_argument("--count", type=int, default=5000, help="waiting documents (default 5000)")
    parser.add_argument("--persons", type=int, default=20000, help="registered persons (default 20000)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="akte-bench-") as folder:
        measure(Path(folder), options.count, options.persons)
    return 0


def measure(folder: Path, count: int, persons: int) -> None:
    home = Home(folder / "home")
    akte.main(["--home", str(home.root), "init", "--authority", AUTHORITY], standalone_mode=False)
    rng = Random(4711)
    with open_site(home) as site:
        register(site, folder, [entry(rng, number) for number in range(persons)])
        texts = read([sheet(_LETTER)])
        make_wait(site.catalogue, [naming(texts, rng) for _ in range(count)])
        print(f"\n{count} waiting documents, {persons} persons")
        looking(site)
        changing(site, folder, rng, count)


def looking(site: Site) -> None:
    wanted = Wanted(authorities=(AUTHORITY,))
    clocked("count, for `status`", lambda: cases.count(site.catalogue, wanted))
    clocked("first 50, for `review list`", lambda: list(cases.each_case(site.catalogue, wanted, 50)))
    clocked("all, for `review list --json`", lambda: list(cases.each_case(site.catalogue, wanted)))
    found = cases.next_case(site.catalogue, wanted)
    assert found is not None
    clocked("the next one, for `review next`", lambda: cases.next_case(site.catalogue, wanted, found[1]))


def changing(site: Site, folder: Path, rng: Random, count: int) -> None:
    for number in (1, 100):
        rows = [entry(rng, 900000 + each) for each in range(number)]
        clocked(f"import of {number} new person(s), marking", lambda rows=rows: register(site, folder, rows))
        due = waiting.count(site.catalogue, AUTHORITY)
        clocked(f"  {due} of {count} are due and decided again", lambda: redecide(site, AUTHORITY))
    waiting.mark_all(site.catalogue, AUTHORITY)
    sample = min(count, 500)
    clocked(f"{sample} of all, for `review redecide`", lambda: redecide_some(site, AUTHORITY, sample))


def clocked(what: str, act: Callable[[], object]) -> None:
    start = time.perf_counter()
    act()
    print(f"  {what:<50} {time.perf_counter() - start:8.3f} s", flush=True)


def name(rng: Random) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((2, 3, 4)))).capitalize()


def entry(rng: Random, number: int) -> str:
    born = f"{rng.randint(1950, 2005)}-{rng.randint(2, 12):02d}-{rng.randint(2, 28):02d}"
    return f"P-{number:06d},33.2-A {number:06d}/19,,{name(rng)},{name(rng)},,{born},,,,,\n"


def register(site: Site, folder: Path, rows: Sequence[str]) -> None:
    file = folder / "register.csv"
    file.write_text(HEADER + "".join(rows), "utf-8")
    register_import.import_register(site.catalogue, file, AUTHORITY, keys_of=keys_of_person)


def naming(texts: DocumentReading, rng: Random) -> DocumentReading:
    """A letter about somebody who is not registered, with some numbers that are nobody's."""
    born = PartialDate(rng.randint(1950, 2005), rng.randint(2, 12), rng.randint(2, 28))
    person = PersonMention(
        role=Role.SUBJECT, zone=Zone.SUBJECT_LINE, page=1, name=f"{name(rng)}, {name(rng)}", birth_date=born
    )
    numbers = tuple(
        NumberMention(kind=NumberKind.OTHER, value=value, raw=value, page=1, zone=Zone.BODY)
        for value in (str(rng.randint(10**6, 10**9)) for _ in range(20))
    )
    return replace(texts, identity=Identity(persons=(person,), numbers=numbers))


def make_wait(catalogue: Catalogue, readings: Sequence[DocumentReading]) -> None:
    """As `records.filing` leaves documents in review, in one transaction."""
    with catalogue.write() as connection:
        for number, reading in enumerate(readings):
            rows = dict(rows_of(catalogue.home, number, reading))
            for table in (arrival, document, page):
                connection.execute(insert(table), rows[table.name])
            waiting.keep_keys(
                connection, AUTHORITY, rows["document"]["id"], keys_of_document(reading.identity)
            )
        keys = connection.execute(select(waiting_key.c.key)).all()
    print(f"{len(keys) / len(readings):.0f} keys a document")


def rows_of(home: Home, number: int, reading: DocumentReading) -> Iterator[tuple[str, dict[str, object]]]:
    own = str(UUID(int=number, version=4))
    folder = home.review(AUTHORITY) / own
    folder.mkdir(parents=True)
    (folder / READING).write_bytes(_READING.dump_json(reading))
    yield "arrival", {
        "id": own, "authority": AUTHORITY, "source": f"{number}.pdf", "sha256": own, "size": 1,
        "received_at": START, "removed": True, "state": "done", "priority": 0, "attempts": 1,
        "interrupted": 0,
    }  # fmt: skip
    yield "document", {
        "id": own, "authority": AUTHORITY, "arrival_id": own, "state": "review", "first_page": 1,
        "source_pages": [1], "type": "schreiben", "type_score": 0.5, "type_evidence": [],
        "section": "korrespondenz", "evidence": [], "quality": 1.0, "reason_code": "not_in_register",
        "reason_params": {"name": "–"}, "folder": folder.relative_to(home.root).as_posix(),
    }  # fmt: skip
    yield "page", {
        "authority": AUTHORITY, "arrival_id": own, "number": 1, "document_id": own, "kind": "native",
        "text": reading.pages[0].text, "rotation": 0, "quality": 1.0,
    }  # fmt: skip
