"""What keeps the service from its work: told when it begins and when it is over, not each time."""

from __future__ import annotations

import logging

from service.wiring import monotonic

log = logging.getLogger("akte.service")

_CALM_SECONDS = 60.0
"""Without a failure for so long, it is over: between two rounds that write there are some that do not."""


class Trouble:
    """The one that the loop is in, if any."""

    def __init__(self) -> None:
        self._words = ""
        self._last = 0.0

    def met(self, error: Exception, again_seconds: float) -> None:
        """A round failed with `error`; the next one is tried in `again_seconds`."""
        if str(error) != self._words:
            log.error("%s; trying again every %d seconds", error, again_seconds)
        self._words, self._last = str(error), monotonic()

    def passed(self) -> None:
        """A round went well."""
        if self._words and monotonic() - self._last > _CALM_SECONDS:
            log.warning("it goes on; over is: %s", self._words)
            self._words = ""
