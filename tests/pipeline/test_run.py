"""The stages together, where no single one of them answers for the result."""

from dataclasses import replace
from datetime import date

from config.document_types import load_document_types
from config.settings import Settings
from pipeline import reading_file
from pipeline.model import Zone
from pipeline.run import read_source
from tests.pipeline.paper import pdf, typed
from tests.pipeline.sheets import page
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
