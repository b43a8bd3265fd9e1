"""Who wrote a letter, and what the sender itself calls the matter ("Unser Zeichen", customer number).

Such a number means something only together with its sender, so both are compared: the number in
normal form, the sender by its letterhead, of which a few letters may be misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.identifiers import normal
from pipeline.model import NumberKind, NumberMention, Person, Zone

_LETTERS = 8
"""Least letters of a line that names a sender; a page number or a date does not."""

_STAMP = re.compile(r"\b(?:eingegangen|eingang|received)\b", re.IGNORECASE)
_SAME_SENDER = 88
"""Least similarity in percent (rapidfuzz ratio) of two letterheads of one sender."""

_OWN_KINDS = {NumberKind.FILE, NumberKind.BAMF, NumberKind.COURT}
_CUSTOMER = re.compile(
    r"\b(?:kunden|vertrags|mitglieds|versicherungs)-?\s?(?:nr|nummer)\b\.?\s*:?\s*(\S*\d\S*)",
    re.IGNORECASE,
)
"""Not the number of a household (BG-Nummer): it would lead from a father to his son."""

_DATED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}$")
_LEAST_SIGNS, _LEAST_DIGITS = 6, 4
"""Of a reference that tells one matter from another: "II 24" is a whole department's."""


def sender_of(lines: Sequence[str]) -> str:
    """The first line that names somebody, in lower case letters only; empty if none does."""
    for line in lines:
        letters = "".join(character for character in line.casefold() if character.isalpha())
        if len(letters) >= _LETTERS and not _STAMP.search(line):
            return letters
    return ""


def references_of(person: Person, lines: Sequence[str]) -> dict[str, NumberKind]:
    """The numbers under which the sender of these lines is known to write about the person."""
    if not person.learned.references:
        return {}
    sender = sender_of(lines)
    return {
        each.value: NumberKind.SENDER
        for each in person.learned.references
        if fuzz.ratio(each.sender, sender) >= _SAME_SENDER
    }


def stated_references(numbers: Sequence[NumberMention], lines: Sequence[str]) -> Iterator[str]:
    """The references that a letter states, in normal form: labelled ones, and customer numbers.

    A label's value is read in every length; the longest that ends in a number is meant.
    """
    labelled = [n for n in numbers if n.kind in _OWN_KINDS and n.zone is Zone.FIELD and _whole(n.raw)]
    for mention in labelled:
        longer = any(n.raw.startswith(f"{mention.raw} ") for n in labelled)
        if not longer and _distinctive(mention.value):
            yield mention.value
    for line in lines:
        for match in _CUSTOMER.finditer(line):
            if _distinctive(value := normal(match[1])):
                yield value


def _whole(raw: str) -> bool:
    """Whether it ends in a number that is no date: "4 K 12/24" and neither "4 K" nor "… vom 01.02.2024"."""
    last = raw.rsplit(maxsplit=1)[-1]
    return any(character.isdigit() for character in last) and not _DATED.search(last)


def _distinctive(value: str) -> bool:
    digits = sum(character.isdigit() for character in value)
    return len(value) >= _LEAST_SIGNS and digits >= _LEAST_DIGITS
