"""Of whom a document speaks: the person it is about, or somebody else who is named in it."""

from __future__ import annotations

import re

from config.form_words import load_form_words
from pipeline.model import Role

_WORD = load_form_words().role
_OWNER_OF_DEED = re.compile(
    r"(?:name|geburtsname|anschrift|staatsangehörigkeit|personalien) (?:des|der) ", re.IGNORECASE
)


def last_role(text: str) -> tuple[Role, str | None]:
    """The role that the last telling word of `text` gives to a name that follows."""
    found: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        found = match
    if found is None:
        return Role.UNKNOWN, None
    return (Role.THIRD if found.group("third") else Role.SUBJECT), found.group()


def heading_role(text: str) -> tuple[Role, str | None] | None:
    """The role of a form's section, if `text` is its heading; None if it is no such heading.

    A heading is short, bears a role word and no value: "Angaben zum Ehegatten", "3. Kinder",
    "Antragsteller/in".
    """
    words = text.split()
    if len(words) > 7 or any(character.isdigit() for character in text[4:]):
        return None
    first = _WORD.search(text)
    if first is None or text.rstrip().endswith((".", ",")):
        return None
    rest = _WORD.sub("", text)
    rest = re.sub(
        r"(?i)\b(?:angaben|zu[mr]?|der|des|die|das|dem|den|person(?:en)?|daten|und|über|meine[rs]?|ihre[rs]?|"
        r"weitere|section|in|sein|als|familie|ggf|evtl)\b|\W|\d",
        "",
        rest,
    )
    if len(rest) > 3:
        return None
    return (Role.THIRD if first.group("third") else Role.SUBJECT), first.group()


def belongs_to_third(label: str) -> bool:
    """Whether a label names somebody else's datum: "Geburtsname der Mutter"."""
    match = _OWNER_OF_DEED.search(label)
    return bool(match and last_role(label)[0] is Role.THIRD)
