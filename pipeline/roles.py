"""Of whom a document speaks: the person it is about, or somebody else who is named in it."""

from __future__ import annotations

import re
from collections.abc import Collection

from config.form_words import load_form_words
from pipeline.model import Role

RoleWord = tuple[Role, str | None]
"""A role and the word that gave it."""

NO_ROLE: RoleWord = (Role.UNKNOWN, None)

_WORD = load_form_words().role
_OWNER_OF_DEED = re.compile(
    r"(?:name|geburtsname|anschrift|staatsangehörigkeit|personalien) (?:des|der) ", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"\s+(?:de[sr]|von|vom|(?:ein|mein|ihr|sein|unser)e[rs])\s+(?:[a-zäöüß]+\s+)?")
_APPOSITION = re.compile(
    r"[\s,;(–—-]*(?:als\s+|(?:ist|war|wird)\s+(?:hiermit\s+)?(?:zu[mr]|als|der|die)\s+)?", re.IGNORECASE
)
_AFTER_APPOSITION = re.compile(r"\W*$|\s*[),;.–—-]|\s+(?:de[sr]|von|und|vertreten)\b")
_BENEFICIARY = re.compile(r"\bfür(?:\s+(?:Herrn?|Frau|folgende Person(?:en)?)\W*)*\W*$")
_HEADING_FILLERS = re.compile(
    r"(?i)\b(?:angaben|zu[mr]?|der|des|die|das|dem|den|person(?:en)?|daten|und|über|meine[rs]?|ihre[rs]?|"
    r"weitere|section|in|sein|als|familie|ggf|evtl)\b|\W|\d"
)
_CHILD = re.compile(r"kind(?:er|es)?", re.IGNORECASE)
_PARENT = re.compile(r"vater|mutter|eltern(?:teil)?", re.IGNORECASE)
_HUSBAND, _WIFE = re.compile(r"ehe-?mann", re.IGNORECASE), re.compile(r"ehe-?frau", re.IGNORECASE)


def last_role(text: str) -> RoleWord:
    """The role that the last telling word of `text` gives to a name that follows.

    "Die Mutter des Antragstellers, " announces the mother; without the comma the applicant follows.
    """
    found = list(_WORD.finditer(text))
    if not found:
        return NO_ROLE
    role, word = _of(found[-1])
    if role is Role.SUBJECT and len(found) > 1 and text[found[-1].end() :].lstrip().startswith(","):
        owned = found[-2]
        if _of(owned)[0] is Role.THIRD and _POSSESSIVE.fullmatch(text[owned.end() : found[-1].start()]):
            return _of(owned)
    return role, word


def following_role(text: str) -> RoleWord:
    """The role that the words right behind a name give to it: ", als Vermieter", "– Kläger –"."""
    match = _WORD.search(text)
    if (
        match
        and _APPOSITION.fullmatch(text[: match.start()])
        and _AFTER_APPOSITION.match(text[match.end() :])
    ):
        return _of(match)
    return NO_ROLE


def heading_role(text: str) -> RoleWord | None:
    """The role of a form's section, if `text` is its heading; None if it is no such heading.

    A heading is short, bears a role word and no value: "Angaben zum Ehegatten", "3. Kinder",
    "Antragsteller/in"; or it ends in "für", as a declaration in somebody's favour does.
    """
    if _BENEFICIARY.search(text):
        return Role.SUBJECT, "für"
    first = _WORD.search(text)
    if first is None or len(text.split()) > 7 or text.rstrip().endswith((".", ",")):
        return None
    rest = _WORD.sub("", text)
    if any(character.isdigit() for character in rest[4:]) or len(_HEADING_FILLERS.sub("", rest)) > 3:
        return None
    return _of(first)


def deed_roles(headings: Collection[RoleWord]) -> dict[str, Role]:
    """Roles by heading that only the headings together tell.

    A deed without an applicant is about the child whose parents it names, or about both spouses.
    """
    words = [word.lower() for role, word in headings if word and role is Role.THIRD]
    if any(role is not Role.THIRD for role, _ in headings):
        return {}
    if any(map(_PARENT.fullmatch, words)):
        return {word: Role.SUBJECT for word in words if _CHILD.fullmatch(word)}
    if any(map(_HUSBAND.fullmatch, words)) and any(map(_WIFE.fullmatch, words)):
        return {word: Role.PARTY for word in words if _HUSBAND.fullmatch(word) or _WIFE.fullmatch(word)}
    return {}


def belongs_to_third(label: str) -> bool:
    """Whether a label names somebody else's datum: "Geburtsname der Mutter"."""
    match = _OWNER_OF_DEED.search(label)
    return bool(match and last_role(label)[0] is Role.THIRD)


def _of(match: re.Match[str]) -> RoleWord:
    return Role(str(match.lastgroup)), match.group()
