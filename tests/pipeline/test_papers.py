"""Type and own day of papers as authorities, courts, employers and missions write them (`papers.txt`).

The texts were written from knowledge of such papers before the rules saw them. Each begins with
`== type / variant / day`, where the paper itself tells no day with `none`.
"""

from datetime import date
from pathlib import Path

import pytest

from config.document_types import load_document_types
from pipeline.classify import classify
from pipeline.identity import find_identity
from tests.pipeline.sheets import typed

TODAY = date(2026, 11, 22)
TYPES = load_document_types()
TEXTS = (Path(__file__).parent / "papers.txt").read_text("utf-8").removeprefix("== ").split("\n== ")
PAPERS = [(*head.split(" / "), body) for head, _, body in (text.partition("\n") for text in TEXTS)]


@pytest.mark.parametrize(("kind", "variant", "day", "text"), PAPERS, ids=lambda part: part[:40])
def test_type_and_day(kind, variant, day, text):
    sheet = typed(text)
    assert str(find_identity([sheet], (), TODAY).document_date).replace("None", "none") == day
    assert classify([sheet], TYPES).type == kind


def test_every_type_is_there():
    assert {kind.id for kind in TYPES} == {kind for kind, *_ in PAPERS} - {"unklassifiziert"}
