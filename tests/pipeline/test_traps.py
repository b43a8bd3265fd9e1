"""Documents that invite a misfile: twins, namesakes, family members, third persons, misread numbers."""

import pytest

from config.reasons import REASONS
from pipeline.model import File
from tests.pipeline.desk import Desk
from tests.pipeline.trap_files import register, traps
from tests.pipeline.trap_maker import entries, layout, letter, person_of

LEAST_AUTOMATIC = 0.75
"""Of the made documents that show enough; 3 % misread characters cost the others."""


@pytest.fixture(scope="module")
def desk():
    return Desk(register())


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.title.replace(" ", "_"))
def test_trap(desk, trap):
    filing = desk.decide(trap.pages)
    if isinstance(filing, File):
        assert filing.candidate.person.number == trap.person
    else:
        assert trap.person is None, filing.reason.text()
        assert filing.reason.code in trap.reasons, filing.reason.text()
        assert trap.proposed <= {candidate.person.number for candidate in filing.candidates}


def test_traps_name_reasons_that_exist():
    assert {reason for trap in traps() for reason in trap.reasons} <= REASONS.keys()


@pytest.fixture(scope="module")
def crowded_desk():
    return Desk(tuple(map(person_of, entries())))


@pytest.mark.parametrize(("make", "count"), [(letter, 200), (layout, 40)], ids=["letters", "layouts"])
def test_made_documents_are_filed_often_and_never_wrongly(crowded_desk, make, count):
    made = [make(seed) for seed in range(count)]
    filings = [crowded_desk.decide(document.pages) for document in made]
    filed = [
        (d, f.candidate.person.number) for d, f in zip(made, filings, strict=True) if isinstance(f, File)
    ]
    assert [(d.template, person) for d, person in filed if person not in d.persons] == []
    decidable = sum(document.decidable for document in made)
    assert sum(document.decidable for document, _ in filed) >= LEAST_AUTOMATIC * decidable
