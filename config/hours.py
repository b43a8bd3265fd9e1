"""Hours of the day, as `18:00-06:00` in the settings; local time, also across midnight."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

_FORM = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Hours:
    """From `begin`, included, to `end`, not included. The same time twice means the whole day."""

    begin: time
    end: time

    def __contains__(self, moment: time) -> bool:
        if self.begin < self.end:
            return self.begin <= moment < self.end
        return moment >= self.begin or moment < self.end


def parse_hours(text: str) -> Hours:
    """Raises ValueError."""
    found = _FORM.fullmatch(text.replace(" ", ""))
    if found is None:
        raise ValueError("not of the form 18:00-06:00")
    first, second, third, fourth = map(int, found.groups())
    return Hours(time(first, second), time(third, fourth))
