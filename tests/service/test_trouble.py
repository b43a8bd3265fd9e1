"""A full disk for a night is two lines of the journal, not ten thousand."""

from __future__ import annotations

import logging

import pytest

from service import trouble as troubles
from service.trouble import Trouble


def test_the_same_trouble_is_told_once_and_its_end_once(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(troubles, "monotonic", lambda: now)
    trouble = Trouble()
    with caplog.at_level(logging.WARNING):
        for _ in range(5):
            trouble.met(OSError("disk full"), 5)
            now += 5
            trouble.passed()
        trouble.met(OSError("locked"), 5)
        now += 59
        trouble.passed()
        now += 2
        trouble.passed()
        trouble.passed()
    assert [one.message for one in caplog.records] == [
        "disk full; trying again every 5 seconds",
        "locked; trying again every 5 seconds",
        "it goes on; over is: locked",
    ]
