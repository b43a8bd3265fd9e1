"""Documents that invite a misfile: twins, namesakes, family members, third persons, misread numbers."""

import pytest

from config.reasons import REASONS
from pipeline.model import File
from tests.pipeline.desk import Desk
from tests.pipeline.trap_files import register, traps


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
