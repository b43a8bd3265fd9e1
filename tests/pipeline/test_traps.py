"""Documents that invite a misfile: twins, namesakes, family members, third persons, misread numbers."""

import pytest

from config.reasons import REASONS
from config.settings import Deciding
from pipeline.decide import TypeRule, decide
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


def test_a_type_may_say_whose_record_is_meant(desk):
    """A site that keeps such deeds in one record alone writes `persons = "one"` for the type."""
    deed = next(trap for trap in traps() if "registered child with a registered father" in trap.title)
    document, matched, filing = desk.explain(deed.pages)
    assert {"luka", "luka-father"} <= {candidate.person.number for candidate in filing.candidates}
    assert decide(document, matched, TypeRule(), Deciding()).candidate.person.number == "luka"


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
