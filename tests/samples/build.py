"""From a plan to a file: draw the documents, wear them, put separators and blanks between, pack."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any, Literal

from PIL import Image

import tests.samples.documents  # noqa: F401  registers the layouts
from tests.samples import containers
from tests.samples.authorities import Authority
from tests.samples.born_digital import born_digital_pdf
from tests.samples.degrade import Level, degrade
from tests.samples.documents.case import Case
from tests.samples.documents.layouts import LAYOUTS
from tests.samples.paper import Paper
from tests.samples.register import Entry
from tests.samples.render import render
from tests.samples.sheet import Code, Sheet

Container = Literal["pdf", "tiff", "jpeg", "png", "born_digital", "encrypted", "truncated", "empty", "office"]
SUFFIX: dict[Container, str] = {
    "pdf": ".pdf",
    "tiff": ".tif",
    "jpeg": ".jpg",
    "png": ".png",
    "born_digital": ".pdf",
    "encrypted": ".pdf",
    "truncated": ".pdf",
    "empty": ".pdf",
    "office": ".doc",
}
QUARANTINE: dict[Container, str] = {
    "encrypted": "encrypted",
    "truncated": "damaged",
    "empty": "empty_file",
    "office": "unknown_format",
}
"""Containers nobody can read, with the reason's code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One logical document. `expected` and `reason` follow the project's filing rule."""

    layout: str
    person: Entry
    issued: date
    expected: Literal["filed", "review"]
    reason: str | None = None
    other: Entry | None = None
    initial: bool = False
    no_birth: bool = False
    spelling: tuple[str, str] | None = None
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One source file. `rotation` turns the page images clockwise; `duplicate_of` repeats another's bytes."""

    authority: Authority
    name: str
    seed: str
    documents: tuple[Planned, ...]
    container: Container = "pdf"
    level: Level = "light"
    dpi: int = 200
    bitonal: bool = False
    colour: bool = False
    rotation: Literal[0, 90, 180, 270] = 0
    duplex: bool = False
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished source: bytes and what is true of them."""

    plan: Plan
    content: bytes
    truth: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A page side before it is scanned, with the index of its document (None for the others)."""

    sheet: Sheet
    kind: Literal["document", "separator", "blank"] = "document"
    document: int | None = None


def separator_sheet() -> Sheet:
    """A PATCH-T sheet: the code at the top and, upside down or not, readable at the bottom too."""
    paper = Paper()
    paper.text(105, 60, "TRENNBLATT", size=34, bold=True, align="center")
    paper.text(105, 72, "Patch T – beginnt ein neues Dokument – nicht entnehmen", size=11, align="center")
    for y in (90, 220):
        paper.put(Code(x=45, y=y, width=120, height=26, content="PATCHT"))
        paper.text(105, y + 32, "*PATCHT*", size=11, family="mono", align="center")
    return paper.sheets[0]


def build(plan: Plan) -> Built:
    """Draw and pack one source. A pure function of the plan."""
    rng = Random(plan.seed)
    sides = _sides(plan, rng)
    content = _pack(plan, sides, rng)
    return Built(plan=plan, content=content, truth=_truth(plan, sides, content))


def draw(document: Planned, site: Authority, rng: Random) -> list[Sheet]:
    """The sheets of one document."""
    case = Case(
        site=site,
        person=document.person,
        issued=document.issued,
        rng=rng,
        other=document.other,
        initial=document.initial,
        no_birth=document.no_birth,
        spelling=document.spelling,
    )
    return LAYOUTS[document.layout].draw(case).sheets


def _sides(plan: Plan, rng: Random) -> list[Side]:
    sides: list[Side] = []
    for index, document in enumerate(plan.documents):
        if index:
            sides.append(Side(sheet=separator_sheet(), kind="separator"))
        for sheet in draw(document, plan.authority, rng):
            sides.append(Side(sheet=sheet, document=index))
            if plan.duplex:
                blank = Sheet(width=sheet.width, height=sheet.height)
                sides.append(Side(sheet=blank, kind="blank"))
    return sides


def _pack(plan: Plan, sides: list[Side], rng: Random) -> bytes:
    if plan.container == "empty":
        return b""
    if plan.container == "office":
        return containers.office_document()
    if plan.container == "born_digital":
        return born_digital_pdf([side.sheet for side in sides], title=plan.name)
    pages = [scan(plan, side, sides, rng) for side in sides]
    if plan.container == "tiff":
        return containers.tiff(pages, plan.dpi)
    if plan.container in {"jpeg", "png"}:
        (page,) = pages
        pack = containers.jpeg if plan.container == "jpeg" else containers.png
        return pack(page, plan.dpi)
    pdf = containers.image_pdf(pages, plan.dpi)
    if plan.container == "encrypted":
        return containers.encrypted_pdf(pdf, "geheim", rng)
    return containers.truncated(pdf) if plan.container == "truncated" else pdf


def scan(plan: Plan, side: Side, sides: list[Side], rng: Random) -> Image.Image:
    """One side as the scanner delivers it."""
    page = render(side.sheet, plan.dpi, colour=plan.colour)
    behind = None
    if plan.level in {"medium", "heavy"}:
        behind = render(sides[0].sheet, plan.dpi, colour=plan.colour) if side.kind != "blank" else None
    page = degrade(page, plan.level, rng, dpi=plan.dpi, behind=behind, bitonal=plan.bitonal)
    return page.rotate(-plan.rotation, expand=True) if plan.rotation else page


def _truth(plan: Plan, sides: list[Side], content: bytes) -> dict[str, Any]:
    reason = QUARANTINE.get(plan.container)
    state = "duplicate" if plan.duplicate_of else "quarantined" if reason else "done"
    return {
        "authority": plan.authority.name,
        "source": plan.name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "pages": len(sides),
        "expected": state,
        "reason": reason,
        "duplicate_of": plan.duplicate_of,
        "container": plan.container,
        "degradation": plan.level,
        "dpi": plan.dpi,
        "rotation": plan.rotation,
        "left_out": [
            {"page": number, "kind": side.kind}
            for number, side in enumerate(sides, 1)
            if side.document is None
        ],
        "documents": []
        if state != "done"
        else [_document_truth(plan, sides, index) for index in range(len(plan.documents))],
    }


def _document_truth(plan: Plan, sides: list[Side], index: int) -> dict[str, Any]:
    document = plan.documents[index]
    layout = LAYOUTS[document.layout]
    return {
        "type": layout.type,
        "layout": layout.name,
        "person": document.person.person_id if document.known else None,
        "expected": document.expected,
        "reason": document.reason,
        "document_date": document.issued.isoformat() if layout.dated else None,
        "source_pages": [number for number, side in enumerate(sides, 1) if side.document == index],
        "name": f"{document.person.family_name}, {document.person.given_names}",
    }


def as_duplicate(plan: Plan, name: str) -> Plan:
    """The same bytes once more under another name."""
    return replace(plan, name=name, duplicate_of=plan.name)
