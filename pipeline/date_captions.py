"""Whether the captions of a form's dates stand over or under them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.date_misread import as_printed

_DAY = re.compile(
    r"\b(?:\w*datum\b|\w*tag\b(?: de[rs])?|date\b|geb(?:oren|urt)?\w*|gültig\w*|valid\b|issued?\b"
    r"|ausgestellt|ausstellung\w*|\w+t am\b|\w\s+seit\b|(?:ab|bis|vom)$)",
    re.IGNORECASE,
)
_LONGEST = 60
_IN_A_SENTENCE = re.compile(r"(?:^|\s)[a-zäöü]{3,}\s(?:am|vom|bis|seit|ab)\s$")
_NUMBERING = re.compile(r"^\W*\d{1,2}[.)]?\s+(?=[^\W\d])")
"""The number of a form's field: `11 Tag der Ausstellung`."""


def is_caption(text: str) -> bool:
    """Whether these words say what a day over or under them is: no number among them but the field's own."""
    text = _NUMBERING.sub("", text)
    return len(text) <= _LONGEST and not any(map(str.isdigit, text)) and bool(_DAY.search(as_printed(text)))


def is_in_a_sentence(before: str) -> bool:
    """Whether the words before a day go on to it, as do those over it then: `fand am`."""
    return bool(_IN_A_SENTENCE.search(before))


def stand_below(dates: Iterable[tuple[str, str]]) -> bool:
    """Whether captions stand below, by the words over and under the dates that have no label beside them.

    Between two captions a date may belong to either: what counts are those with only one.
    """
    above = below = 0
    for over, under in dates:
        up, down = is_caption(over), is_caption(under)
        above += up and not down
        below += down and not up
    return below > above
