"""The role of somebody whom a letter or running text names before a birth date."""

from __future__ import annotations

import re

from pipeline.governed import RELATED, is_governed
from pipeline.model import Role, Zone
from pipeline.place import Place, is_salutation
from pipeline.roles import NO_ROLE, RoleWord, following_role, last_role, tellings

_AND = re.compile(r"\s*(?:und|sowie)\s")
_COORDINATED = re.compile(
    r"\s*[;,]\s*(?:(?:und|sowie)\s+)?(?:Herrn?\s|Frau\s)?|\s*(?:und|sowie)\s+(?:Herrn?\s|Frau\s)?"
)
"""Between two persons of one enumeration on a line."""
_HEADED = re.compile(
    r"\W*(?P<word>(?i:für)|[A-ZÄÖÜ]\w*(?:verfahren|sache|angelegenheit))\W*(?:Herrn?\s|Frau\s)?"
)
"""Before the name of whom a paper is for, or whose matter it is: "Für: Muster, Erika", "Asylverfahren …"."""
_I = re.compile(r"\b(?:beantrage|bevollmächtige|ermächtige)\s+ich,\s*$", re.IGNORECASE)
"""Before who writes of himself: "hiermit beantrage ich, Erika Muster, geb. …"."""
_DECREED = (
    (
        re.compile(r"\W*Gegen\W*(?:Herrn?\s|Frau\s)?"),
        re.compile(
            r"[^.;]{0,120}\b(?:(?:ergeht|erlassen?)\b[^.;]{0,60}\bfolgende[rs]?|"
            r"wird\s(?:hiermit\s)?(?:[Ff]olgendes|folgende\s\w*(?:[Vv]erfügung|[Aa]nordnung|[Mm]aßnahme)))\b"
        ),
    ),
    (
        re.compile(r"\W*Die Abschiebung (?:von|des|der)\W*(?:Herrn?\s|Frau\s)?"),
        re.compile(r"[^;]{0,160}\b(?:zeitweise|vorläufig|vorübergehend) ausgesetzt\b"),
    ),
)
"""Around whom a decision's first words name: "Gegen Frau Erika Muster, geb. …, ergeht folgende Verfügung"."""
SPOKEN_TO = re.compile(r"(?:^|[.:]\s)(?:(?P<told>Mir)|Ich),\s")
"""Who declares: "Mir, Erika Muster, geb. …, ist eröffnet worden"."""
_TOLD = re.compile(r"[^.;]{0,160}\b(?:eröffnet|bekannt ?gegeben|mitgeteilt)\b", re.IGNORECASE)
_GRANTING = re.compile(r"\bwird\b[^.;]{0,160}\bvon\W*$")
_GRANTED = re.compile(r"[^.;]{0,160}\bVollmacht\s+erteilt\b")
"""Around whom a power of attorney is from: "wird Rechtsanwalt Beispiel von … Vollmacht erteilt"."""
_ABBREVIATED = re.compile(r"\b(?:geb|Dr|Prof|med|jur)\.|(?<=\d)\.")


def dated_role(
    place: Place, around: tuple[str, str, str], context: str, name: str, beside: RoleWord
) -> RoleWord:
    """The role of `name` in `context`; `around` are the texts before, of and after the date's label.

    `beside` is the role of who is named before on the line: the next of an enumeration has the same.
    """
    role = _told_role(place, around, context, name)
    enumerated = role == NO_ROLE and _COORDINATED.fullmatch(_opening(context, name))
    return beside if enumerated else role


def _told_role(place: Place, around: tuple[str, str, str], context: str, name: str) -> RoleWord:
    """What the words around a name say of its role."""
    before, label, after = around
    owner = last_role(label)  # "Geburtsdatum des Vermieters:"
    if owner[0] is Role.THIRD:
        return owner
    goes_on = len(context) < 40 or _AND.match(context)
    told = f"{place.previous} {context}" if goes_on else context
    role = place.role_of(told)
    if place.zone in {Zone.BODY, Zone.SUBJECT_LINE} and _of_something_else(role, _opening(told, name)):
        return RELATED
    if role[0] is Role.UNKNOWN and place.zone is Zone.BODY:
        role = following_role(f"{after} {place.following}".strip())
    if role[0] is Role.UNKNOWN and (found := place.introduced(name)):
        return found
    first = name.split(maxsplit=1)[0].rstrip(",")
    opening = context.partition(first)[0]
    if role[0] is Role.UNKNOWN and (headed := _heading_word(place, opening)):
        return Role.SUBJECT, headed
    if role[0] is Role.UNKNOWN and (_I.search(opening) or _decreed(place, opening, after)):
        return Role.SUBJECT, None
    if role[0] is Role.UNKNOWN and _speaks(place, SPOKEN_TO.search(before), context, name):
        return Role.SUBJECT, None
    return role


def _heading_word(place: Place, opening: str) -> str | None:
    """The word before a name that says whose paper or matter it is, also for the second of two; a letter's
    "für" says for whom something is told to its reader.
    """
    headed = _HEADED.fullmatch(opening)
    if headed is None and _AND.match(f" {opening}"):
        headed = _HEADED.match(place.previous)
    if headed is None:
        return None
    word = str(headed["word"]).lower()
    told = any(is_salutation(line.text) for line in place.page.lines[: place.index])
    return None if told and word == "für" else word


def _of_something_else(role: RoleWord, opening: str) -> bool:
    """Whether what stands between the word for a part, if there is one, and a name is about something that
    the named one merely has to do with: "Wir bestätigen eine Überweisung von".
    """
    if role[0] is Role.UNKNOWN:
        return is_governed(opening)
    rest = opening.rpartition(role[1] or "")[2]
    return role[0] is Role.SUBJECT and len(rest.split()) > 1 and is_governed(rest)


def _opening(context: str, name: str) -> str:
    """What stands before a name, with the "von" that may be thought a part of it."""
    capital = next((word for word in name.split() if word[:1].isupper()), name)
    return context.partition(capital.rstrip(","))[0]


def _speaks(place: Place, told: re.Match[str] | None, context: str, name: str) -> bool:
    """Whether somebody named for himself alone is told something, or gives power of attorney."""
    words = name.split()
    first, last = words[0], words[-1]
    _, _, after = place.rest.partition(last)
    before = _ABBREVIATED.sub(" ", f"{place.previous} {context}".rpartition(first)[0])
    if told and told.group("told"):
        said = _TOLD.match(_ABBREVIATED.sub(" ", after))
    else:
        said = _GRANTING.search(before) and _GRANTED.match(_ABBREVIATED.sub(" ", after))
    return bool(said and not any(tellings(said.group())))


def _decreed(place: Place, opening: str, after: str) -> bool:
    """Whether a decision says between these words against or about whom it is."""
    rest = f"{after} {place.rest[len(place.line.text) :]}"
    return any(
        before.fullmatch(opening) and (said := behind.match(rest)) and not any(tellings(said.group()))
        for before, behind in _DECREED
    )
