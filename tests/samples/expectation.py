"""What the filing rule must make of a document, from what it shows and who is in the register."""

from __future__ import annotations

from typing import Literal

from tests.samples.documents.layouts import Layout
from tests.samples.register import Entry, Register

Verdict = tuple[Literal["filed", "review"], str | None]
"""Decision and, for review, the code of the likeliest reason."""


def expectation(
    register: Register,
    layout: Layout,
    person: Entry,
    *,
    other: Entry | None = None,
    initial: bool = False,
    no_birth: bool = False,
) -> Verdict:
    """File on a number with the name, or on a full name and full birth date that fit exactly one person."""
    if not any(entry.person_id == person.person_id for entry in register.entries):
        return "review", "not_in_register"
    if other is not None:
        return "review", "several_persons"
    shows = layout.shows - {"B"} if no_birth else layout.shows
    if "N" not in shows:
        return "review", "number_alone" if shows & set("FA") else "no_identity"
    if shows & set("FAD"):
        return "filed", None
    like = [entry for entry in register.entries if _same_name(entry, person, initial=initial)]
    if not shows & set("BM"):
        return "review", "several_fit" if len(like) > 1 else "no_birth_date"
    like = [entry for entry in like if entry.birth_date == person.birth_date]
    if len(like) > 1:
        return "review", "several_fit"
    if initial or not person.full_birth_date:
        return "review", "weak_match"
    return "filed", None


def _same_name(entry: Entry, person: Entry, *, initial: bool) -> bool:
    if entry.family_name != person.family_name:
        return False
    if initial:
        return entry.given_names[0] == person.given_names[0]
    return entry.given_names == person.given_names
