"""`verify` finds every kind of manipulation, and nothing where there is none; the bench tries all."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from config.home import Home
from service.proving import faults_of
from tests.service.manipulations import CATALOGUE, FILES, INDEX, LOG, NONE, Manipulation
from tests.service.scenes import opened

SEED = 20260302
_random = Random(SEED)
CHOSEN = [
    *_random.sample(FILES, 6),
    *(one for one in FILES if not one.fault),
    *_random.sample(CATALOGUE, 8),
    *_random.sample(LOG, 4),
    *INDEX,
    *NONE,
]


@pytest.mark.parametrize("manipulation", dict.fromkeys(CHOSEN), ids=lambda one: one.name)
def test_what_was_done_is_found(worked: Home, manipulation: Manipulation) -> None:
    manipulation.do(worked, Random(SEED))
    with opened(worked) as site:
        found = [fault.code for fault in faults_of(site, site.authorities, Counter())]
    assert bool(found) is manipulation.fault, found
