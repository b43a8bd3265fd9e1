"""Which samples there are: the demo's fixed programme, and random sets with traps for benches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.samples.build import SUFFIX, Container, Plan, Planned, as_duplicate, draw
from tests.samples.degrade import Level
from tests.samples.documents.layouts import LAYOUTS, Layout, Split
from tests.samples.expectation import expectation
from tests.samples.programme import PROGRAMMES, Row
from tests.samples.register import Entry, Register, make_register, stranger

FIRST_DAY = date(2019, 1, 2)
DAYS = 2200


def registers(seed: int, authorities: Sequence[str]) -> tuple[Register, ...]:
    return tuple(make_register(name, seed) for name in authorities)


def demo_set(seed: int, authorities: Sequence[str]) -> tuple[Plan, ...]:
    """The demo's scans: the programmes alternate over the authorities."""
    plans: list[Plan] = []
    for index, register in enumerate(registers(seed, authorities)):
        plans.extend(_programme(register, seed, PROGRAMMES[index % len(PROGRAMMES)]))
    return tuple(plans)


def _programme(register: Register, seed: int, rows: Iterable[Row]) -> Iterable[Plan]:
    plans: dict[str, Plan] = {}
    for number, row in enumerate(rows, 1):
        name = f"scan_{number:04d}" + SUFFIX[row.container]
        if row.repeats:
            original = plans[f"scan_{row.repeats:04d}" + SUFFIX[row.container]]
            plans[name] = as_duplicate(original, name)
            continue
        rng = Random(f"{seed}/{register.authority.name}/{number}")
        documents = tuple(
            _planned(register, seed, rng, layout, who, **row.options) for layout, who in row.documents
        )
        plans[name] = Plan(
            authority=register.authority,
            name=name,
            seed=f"{seed}/{register.authority.name}/{name}",
            documents=documents,
            container=row.container,
            level=row.level,
            bitonal=row.bitonal,
            dpi=row.dpi or _dpi(documents),
            colour=_coloured(documents) and not row.bitonal and row.container != "born_digital",
            rotation=row.rotation,
            duplex=row.duplex,
        )
    return plans.values()


def _dpi(documents: Sequence[Planned]) -> int:
    """Cards are scanned finer: their print is small."""
    return 300 if any(LAYOUTS[document.layout].name.endswith("_karte") for document in documents) else 200


def _coloured(documents: Sequence[Planned]) -> bool:
    return all(LAYOUTS[document.layout].colour for document in documents)


def _planned(
    register: Register, seed: int, rng: Random, layout_name: str, who: str | int, **options: Any
) -> Planned:
    """One document about a role, the n-th ordinary person, or `stranger`."""
    known = who != "stranger"
    if not known:
        person = stranger(register.authority, seed)
    elif isinstance(who, int):
        person = register.ordinary[who % len(register.ordinary)]
    else:
        person = register.person(who)
    other = register.person(options.pop("other")) if "other" in options else None
    if options.pop("alias", False):
        family, given = person.aliases[0].split(", ")
        options["spelling"] = (family, given)
    return _document(register, LAYOUTS[layout_name], person, rng, known=known, other=other, **options)


def _document(
    register: Register,
    layout: Layout,
    person: Entry,
    rng: Random,
    *,
    known: bool = True,
    other: Entry | None = None,
    initial: bool = False,
    no_birth: bool = False,
    spelling: tuple[str, str] | None = None,
) -> Planned:
    """A document with the verdict that the filing rule must reach."""
    expected, reason = expectation(register, layout, person, other=other, initial=initial, no_birth=no_birth)
    born = date(int(person.birth_date[:4]) + 1, 1, 1)
    first = max(FIRST_DAY, born)
    return Planned(
        layout=layout.name,
        person=person,
        issued=first + timedelta(days=rng.randrange(max(1, DAYS - (first - FIRST_DAY).days))),
        expected=expected,
        reason=reason,
        other=other,
        initial=initial,
        no_birth=no_birth,
        spelling=spelling,
        known=known,
    )


# -- random sets ------------------------------------------------------------------------------

_LEVELS: dict[Level, int] = {"none": 2, "light": 5, "medium": 2, "heavy": 1}


def random_set(
    seed: int,
    count: int,
    authorities: Sequence[str] = ("wiesbaden", "kassel"),
    *,
    types: Sequence[str] = (),
    levels: Sequence[Level] = (),
    split: Split | None = None,
) -> tuple[Plan, ...]:
    """`count` sources with everyday containers and traps; `types`, `levels` and `split` narrow the choice.

    A tenth of the documents are about strangers, a tenth leave the birth date out where the layout
    can, a quarter are about the persons who are easily mistaken for one another.
    """
    chosen = [
        layout
        for layout in LAYOUTS.values()
        if (not types or layout.type in types) and split in (None, layout.split)
    ]
    by_type: dict[str, list[Layout]] = {}
    for layout in chosen:
        by_type.setdefault(layout.type, []).append(layout)
    known = registers(seed, authorities)
    return tuple(
        _random_plan(seed, number, known[number % len(known)], by_type, levels) for number in range(count)
    )


def _random_plan(
    seed: int, number: int, register: Register, by_type: dict[str, list[Layout]], levels: Sequence[Level]
) -> Plan:
    rng = Random(f"{seed}/random/{number}")
    layout = rng.choice(by_type[rng.choice(sorted(by_type))])
    document = _random_document(register, layout, seed, rng)
    container = _random_container(layout, document, rng)
    drawing = f"{seed}/random/{number}/drawing"
    if container in {"jpeg", "png"} and len(draw(document, register.authority, Random(drawing))) > 1:
        container = "pdf"
    plan = Plan(
        authority=register.authority,
        name=f"random_{number:05d}{SUFFIX[container]}",
        seed=drawing,
        documents=(document,),
        container=container,
        level=rng.choice(levels) if levels else rng.choices(list(_LEVELS), list(_LEVELS.values()))[0],
        dpi=_dpi([document]) if rng.random() < 0.7 else 300,
        rotation=rng.choices((0, 90, 180, 270), (90, 4, 3, 3))[0],
        duplex=container == "pdf" and rng.random() < 0.08,
    )
    if container == "tiff" or (container == "pdf" and not layout.colour and rng.random() < 0.35):
        return replace(plan, bitonal=True)
    return replace(plan, colour=layout.colour)


def _random_document(register: Register, layout: Layout, seed: int, rng: Random) -> Planned:
    dice = rng.random()
    if dice < 0.1:
        return _document(register, layout, stranger(register.authority, seed), rng, known=False)
    if dice < 0.35:
        person = register.person(rng.choice(sorted(register.roles)))
    else:
        person = rng.choice(register.ordinary)
    if layout.two_persons and rng.random() < 0.3:
        others = [entry for entry in register.ordinary if entry.person_id != person.person_id]
        return _document(register, layout, person, rng, other=rng.choice(others))
    hides = "M" not in layout.shows and "B" in layout.shows and rng.random() < 0.12
    return _document(register, layout, person, rng, no_birth=hides)


def _random_container(layout: Layout, document: Planned, rng: Random) -> Container:
    if layout.digital and _western(document.person) and rng.random() < 0.35:
        return "born_digital"
    if rng.random() < 0.7:
        return "pdf" if rng.random() < 0.8 else "tiff"
    return rng.choice(("jpeg", "png"))


def _western(person: Entry) -> bool:
    """The standard fonts of a born-digital PDF hold the person's letters."""
    text = person.family_name + person.given_names + person.birth_place + person.birth_name
    return not any(sign.encode("cp1252", "ignore") == b"" for sign in text)
