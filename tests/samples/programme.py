"""The demo's two programmes, row by row: what is scanned, about whom, how, and into which container."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.samples.build import Container
from tests.samples.degrade import Level

Who = str | int
"""A role of the register, the number of an ordinary person, or `stranger`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    documents: tuple[tuple[str, Who], ...] = ()
    container: Container = "pdf"
    level: Level = "light"
    bitonal: bool = False
    dpi: int | None = None
    rotation: Literal[0, 90, 180, 270] = 0
    duplex: bool = False
    repeats: int | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


def one(layout: str, who: Who, container: Container = "pdf", level: Level = "light", **rest: Any) -> Row:
    """A source with one document; unknown keywords are options of the document."""
    scan = {key: rest.pop(key) for key in ("bitonal", "dpi", "rotation", "duplex") if key in rest}
    return Row(documents=((layout, who),), container=container, level=level, options=rest, **scan)


FIRST: tuple[Row, ...] = (
    one("mietvertrag", 0),
    one("wohnraumbescheinigung", 1, level="medium", bitonal=True),
    one("bamf_bescheid_ablehnung", 2, "tiff", bitonal=True),
    one("reisepass", "umlaut", "jpeg"),
    one("meldebescheinigung", 3, "png"),
    one("email_ausdruck", "apostrophe", "born_digital"),
    one("entgeltabrechnung", 4, rotation=90),
    Row(repeats=2),
    one("vollmacht", 5, "truncated"),
    one("vollmacht", 6, "encrypted"),
    one("meldebescheinigung", "stranger"),
    one("privatbrief", "twin_a", initial=True),
    Row(documents=(("vorladung", 7), ("wohnungsgeberbestaetigung", 8), ("erklaerung_beschaeftigung", 9))),
    one("anwalt_akteneinsicht", 10, duplex=True),
    one("aufenthaltstitel_karte", 11),
    one("fiktionsbescheinigung", 12),
    one("duldung", "twin_b"),
    one("arbeitsvertrag", 13, "tiff", level="none"),
    one("antrag_aufenthaltserlaubnis", 15, bitonal=True),
    one("verpflichtungserklaerung", "spouse_a", other="spouse_b"),
    one("kontoauszug", "arabic", "born_digital"),
    one("beschluss_eilantrag", 17),
    one("vollmacht", "father"),
    one("zertifikat_b1", "son"),
    one("ed_personalbogen", "alias", alias=True),
    one("zustellungsurkunde", 14, bitonal=True, level="medium"),
    one("vorladung", "same_name_a", no_birth=True),
    Row(container="office"),
)

SECOND: tuple[Row, ...] = (
    one("arbeitsvertrag_geburtsdatum", 0),
    one("wohnungsgeberbestaetigung", 1, bitonal=True),
    one("anhoerung_befristung", 2, "tiff", bitonal=True, dpi=300),
    one("aufenthaltstitel_kopie", 3, "jpeg"),
    one("gewerbeanmeldung", 4, "png"),
    one("vorladung", 5, rotation=180),
    Row(documents=(("meldebescheinigung", 6), ("privatbrief", 7)), bitonal=True),
    one("ausweisersatz", "stateless"),
    one("reiseausweis_fluechtling", "arabic"),
    one("visum", 8, "jpeg"),
    one("meldebescheinigung", "shared"),
    one("meldebescheinigung", "year_only"),
    one("privatbrief", "january_a"),
    one("ba_zustimmung", 9),
    one("bamf_bescheid_zuerkennung", "twin_a", "born_digital"),
    one("anhoerungsniederschrift", 13, "tiff", level="none"),
    one("strafbefehl", 14),
    one("aktendeckel", 15),
    one("empfangsbekenntnis", 10, "png"),
    one("duldung_verlaengerung", "unsplit", level="medium"),
    one("freizuegigkeitsbescheinigung", "citizen"),
    one("azr_auskunft", "alias"),
    one("geburtsurkunde", "child"),
    one("einstellung_verfahren", 11, rotation=270),
    one("tazkira_uebersetzung", "sibling_b"),
    one("mitwirkung_passbeschaffung", 12, level="heavy", dpi=300),
    Row(repeats=1),
    one("vorladung", 0, "empty"),
)

PROGRAMMES = (FIRST, SECOND)
