"""The stages together, where no single one of them answers for the result."""

from dataclasses import replace
from datetime import date

import pytest

from config.document_types import load_document_types
from config.settings import Limits, Settings
from pipeline import reading_file
from pipeline.model import Box, Line, PageKind, Word, Zone
from pipeline.run import machine_readable, read_source
from pipeline.source import open_source
from tests.pipeline.paper import pdf, typed
from tests.pipeline.sheets import page
from tests.pipeline.test_mrz_zone import page_with, printed
from tests.records.scenes import one_document

ZONE = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


def test_a_zone_in_real_text_is_evidence_too(tmp_path):
    path = pdf(tmp_path / "x.pdf", typed("Kopie aus dem Reisepass der antragstellenden Person", *ZONE))
    reading = read_source(
        path,
        settings=Settings(),
        authority=None,
        types=load_document_types(),
        work=tmp_path,
        today=date(2026, 1, 15),
        progress=lambda page: None,
    )
    (document,) = reading.documents
    found = [person for person in document.identity.persons if person.zone is Zone.MRZ]
    assert [(person.family_name, person.given_names) for person in found] == [("ERIKSSON", "ANNA MARIA")]


def test_a_reading_comes_out_of_its_file_as_it_went_in(tmp_path):
    pages = tuple(page(f"Blatt {number}", number) for number in (1, 2, 4))
    reading = one_document()
    (document,) = reading.documents
    several = replace(
        reading, documents=(replace(document, pages=pages[:2]), replace(document, pages=pages[2:]))
    )
    for one in (reading, several, replace(reading, documents=())):
        reading_file.save(one, tmp_path / "reading")
        assert reading_file.load(tmp_path / "reading") == one


@pytest.mark.parametrize(
    ("angle", "confidence", "surnames"), [(0, 0.4, ["ERIKSSON"]), (90, 0.4, ["ERIKSSON"]), (0, 0.95, [])]
)
def test_beside_words_that_were_surely_read_a_zone_is_looked_for(tmp_path, angle, confidence, surnames):
    image = page_with()
    image.paste(printed(ZONE).rotate(angle, expand=True), (300, 1100))
    image.save(tmp_path / "x.tif", dpi=(300, 300))
    words = (
        Word(text="Reisepass", box=Box(left=48, top=48, right=300, bottom=130), confidence=0.95),
        Word(text="Erika", box=Box(left=70, top=260, right=560, bottom=300), confidence=confidence),
    )
    copy = replace(page(""), kind=PageKind.OCR, lines=tuple(Line(words=(word,)) for word in words))
    with open_source(tmp_path / "x.tif", Limits()) as source:
        found = machine_readable(source, copy, Settings(), tmp_path, date(2026, 1, 15))
    assert [zone.surname for zone in found] == surnames
