"""Lines and pages that belong to somebody else in one paper with a person's: put together by a scanner, a
staple or by mistake.

A page that goes on with a paper speaks of its person or of nobody. One that never has the person's name
but states or addresses another in full belongs to that other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Identity, PageReading, Person, PersonMention, Role, Zone
from pipeline.name_span import is_name, name_span
from pipeline.names import fold, words
from pipeline.standing import explains, is_full

_HEAD = 3
"""Lines at the head of a page in which it says whose paper it goes on with."""
_GOES_ON = re.compile(
    r"^\W*(?:Seite|Blatt|Fortsetzung|Anlage|Anhang)\b.*\b(?:zu[mr]?|von|de[rs]|für)\s+"
    r"(?:[\w-]*[a-zäöüß]\s+)?(?:Herrn?\s|Frau\s)?(?P<name>[A-ZÄÖÜ][\w'’-]+,?\s[A-ZÄÖÜ][\w'’ -]+)\W*$"
)
"""In such a head: "Seite 2 zum Arbeitsvertrag Erika Muster"."""
_LEGIBLE = re.compile(r"[^\W\d_]{3,}[\w'’ -]*, [^\W\d_]{3,}")
"""Two names of three letters at the least: a signature is read as "Mr, ZR"."""


def whose_page(pages: Sequence[PageReading], identity: Identity, person: Person) -> str | None:
    """Whom a page is about that does not name the person; None if there is no such page."""
    if len(pages) < 2:
        return None
    for page in pages:
        if _names(person, page):
            continue
        for mention in identity.persons:
            on_page = mention.page == page.number and mention.role is not Role.THIRD
            if on_page and is_full(mention) and not explains(person, mention):
                return mention.name or f"{mention.family_name}, {mention.given_names or ''}"
        if headed := _headed(page):
            return headed
    return None


def _names(person: Person, page: PageReading) -> bool:
    """Whether the page has the family name, its marks aside: a relative's page belongs to the paper."""
    spoken = {fold(word) for word in words(page.text)}
    return any(fold(word) in spoken for name in person.names for word in words(name.family))


def entered(pages: Sequence[PageReading], person: Person) -> str | None:
    """A line that is nothing but somebody else's name as registers and lists write it: "Muster, Erika"."""
    for page in pages:
        for line in page.lines:
            _, comma, given = line.text.partition(", ")
            if comma and is_name(line.text) and len(given.split()) == 1 and _LEGIBLE.match(line.text):
                mention = PersonMention(role=Role.UNKNOWN, zone=Zone.BODY, page=page.number, name=line.text)
                if not explains(person, mention):
                    return line.text
    return None


def _headed(page: PageReading) -> str | None:
    found = (_GOES_ON.match(line.text) for line in page.lines[:_HEAD])
    names = (name_span(match["name"]) for match in found if match)
    return next((name for name in names if is_name(name)), None)
