"""Dates that their line alone does not tell: broken over two lines, or one of several with as many labels."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date

from pipeline.dates import FoundDate, find_dates

_BEGUN = re.compile(r"(?<![\w.,/-])\d{1,2}\.(?:\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?))?\s*$")
_REST = re.compile(r"\s*(?:[^\W\d_]{3,9}\.?\s|\d{1,2}\.\s?)?(?:19|20)\d{2}(?!\w)")
_JOINT = re.compile(r"\s*[/|–—-]\s*")
_PARTS = re.compile(r"\s*[/|–—]\s*|\s-\s")


def broken_date(text: str, following: str, today: date) -> FoundDate | None:
    """The date that begins at the end of a line and ends in the next: `am 18. September`, `2021 beschlossen`.

    Its end counts on through a blank into `following`.
    """
    if not (_BEGUN.search(text) and _REST.match(following)):
        return None
    both = find_dates(f"{text} {following}", today)
    return next((each for each in both if each.start < len(text) < each.end), None)


def paired(text: str, dates: Sequence[FoundDate], each: FoundDate) -> Sequence[FoundDate]:
    """The dates that a dash or a slash joins to this one, itself among them: `06.08.2024 / 06.01.2025`."""
    if each not in dates:
        return [each]
    chains = [[dates[0]]]
    for before, after in itertools.pairwise(dates):
        if _JOINT.fullmatch(text[before.end : after.start]):
            chains[-1].append(after)
        else:
            chains.append([after])
    return next(chain for chain in chains if each in chain)


def own_caption(cell: str, caption: str) -> str:
    """What a caption of as many parts as its value says of the day at the end: `Pass Nr. – gültig bis`.

    Empty where they do not match. `cell` is the value up to the day: `P1234567 – `.
    """
    values, captions = _PARTS.split(f"{cell.strip()} "), _PARTS.split(f" {caption.strip()}")
    return captions[-1] if len(values) == len(captions) == 2 and values[0] and not values[1] else ""


def own_label(label: str, pair: Sequence[FoundDate], each: FoundDate) -> str:
    """Of as many labels as there are dates the one in the same place: `Ausgestellt am / gültig bis`."""
    labels = _PARTS.split(label.strip(" .:"))
    return f"{labels[pair.index(each)]} " if len(labels) == len(pair) > 1 else label
