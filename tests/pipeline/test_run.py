"""The stages together, where no single one of them answers for the result."""

from datetime import date

from config.document_types import load_document_types
from config.settings import Settings
from pipeline.model import Zone
from pipeline.run import read_source
from tests.pipeline.paper import pdf, typed

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
