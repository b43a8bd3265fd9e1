"""Of whom a document speaks: the person it is about, or somebody else who is named in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from config.form_words import load_form_words
from config.look_alikes import shape
from pipeline.model import Role

RoleWord = tuple[Role, str | None]
"""A role and the word that gave it."""

NO_ROLE: RoleWord = (Role.UNKNOWN, None)
SIGNATORY: RoleWord = (Role.THIRD, "Unterschrift")
"""Who signs for an office."""

_WORD = load_form_words().role
_MISREAD_WORDS = load_form_words().misread
_NOUN = load_form_words().noun
_LONG_WORD = re.compile(r"[^\W_]{5,}")
_OWNER_OF_DEED = re.compile(
    r"(?:name|geburtsname|geburtsdatum|anschrift|staatsangehörigkeit|personalien) (?:des|der|of|of the) ",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"([A-ZÄÖÜ]\w+)\s+(?:d[eoc][sr]|von|vom|(?:ein|mein|ihr|sein|unser)e[rs])\s+(?:[a-zäöüß]+\s+)?$"
)
_KIN_OF = re.compile(
    r"(?i:kind(?:er|es)?|sohn(?:es)?|söhne|tochter|töchter|vaters?|mutter|bruders?|schwester|geschwister|"
    r"ehe-?(?:frau|mann(?:es)?|gatt(?:e|en|in)|partner(?:s|in)?)|lebens(?:partner|gefährt)\w*|verlobte[rn]?)"
    r"(?:\s+[A-ZÄÖÜ][\w-]+){0,2}\s+(?:d[eoc][sr]|von|(?:ein|mein|ihr|sein|unser)e[rs])\s+(?:[a-zäöüß]+\s+)?$"
)
"""A relative before the word for somebody else: "die Tochter (Lina) der", "der Sohn unseres"."""
_APPOSITION = re.compile(
    r"[\s,;(–—-]*(?:als\s+|(?:ist|war|wird)\s+(?:hiermit\s+)?(?:(?:zu[mr]|als|der|die)\s+)?)?",
    re.IGNORECASE,
)
_AFTER_APPOSITION = re.compile(
    r"\W*$|\s*[),;.–—-]|\s+(?:de[sr]|von|und|vertreten|bestellt|bestimmt|eingesetzt)\b"
)
_END_OF_TELLING = re.compile(r"(?:/?-?(?:in|r|n))?\W*")
_WITH = re.compile(r"\b(?:mit|bei|neben|samt)\s+(?=[A-ZÄÖÜ])(?:[\w'’.-]+\W+){0,7}$")
"""Before somebody else than whom the sentence is about: "Mein Mandant lebt mit Erika Muster"."""
_WRITES = re.compile(r"\b(?:teil|bitt|übersend|erklär|nehm|bezieh|melde)e?n?\s+(?:wir|ich)\b", re.IGNORECASE)
"""Behind a matter that was named: "In der Sache Muster teilen wir mit", what follows may be anybody."""
_SPEAKER = re.compile(r"[\s,]*(bevollmächtige|beantrage|ermächtige)\b", re.IGNORECASE)
"""What somebody writes of himself: "Ich, Erika Muster, geb. am 12.08.1964, bevollmächtige …"."""
_BENEFICIARY = re.compile(r"\bf(?:[üu]|ii|ti)r(?:\s+(?:Herrn?|Frau|folgende Person(?:en)?)\W*)*\W*$")
_HEADING_FILLERS = re.compile(
    r"(?i)\b(?:angaben|zu[mr]?|der|des|die|das|dem|den|person(?:en)?|daten|und|über|meine[rs]?|ihre[rs]?|"
    r"weitere|section|in|im|sein|als|familie|ggf|evtl|deutschland|germany|bundesgebiet|gemeldete)\b|\W|\d"
)
_NO_ROLES = {"müller"}
"""Names that look like a word that gives a role, as this one does like "Mutter"."""

_FOLLOWING = re.compile(r"\bfolgende[nr]? Person(?!en)\b[^.]*$", re.IGNORECASE)
_PLEDGES = "verpflichte"
_NO_HEADING = re.compile(r"\W*(?:Herrn?\s|Frau\s|im auftrag\b|i\.\s?[av]\.)", re.IGNORECASE)
"""A name or the words before a signature: what follows is not about whom they name."""
_ANNOUNCING = re.compile(r"vertreten durch|im auftrag|i\.\s?[av]\.", re.IGNORECASE)
_OWNER_OF_FIRM = re.compile(r"inhaber", re.IGNORECASE)
"""Behind a name: who signs as such owns the firm."""
_LONGEST_HEADING = 7
_DATUM = re.compile(r"name[ns]?$", re.IGNORECASE)
"""The end of a word for one datum alone: no section follows "Vatersname"."""
_LEFT_OVER, _MISREAD = 3, 8
"""Letters that a heading may have beside the words known from headings."""

_SECOND_SECTION = re.compile(r"2\.")
"""Before "Ehegatte": the number of a form's section, if there is no first spouse."""
_CHILD = re.compile(r"kind(?:er|es)?|child", re.IGNORECASE)
_PARENT = re.compile(r"vaters?|mutter|eltern(?:teil)?|father|mother", re.IGNORECASE)
_HUSBAND, _WIFE = (
    re.compile(r"ehe-?mann(?:es)?|husband", re.IGNORECASE),
    re.compile(r"ehe-?frau|wife", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A word of a text that gives a role."""

    role: Role
    word: str
    start: int
    end: int

    @property
    def announces(self) -> bool:
        """Whether only what follows has the role: whoever is "vertreten durch" somebody is not that one."""
        return bool(_ANNOUNCING.fullmatch(self.word))


def tellings(text: str) -> Iterator[Telling]:
    """All words of a text that give a role, those for a third person also where letters were misread."""
    yield from _exact(text)
    yield from _misread(text, Role.THIRD)


def last_role(text: str) -> RoleWord:
    """The role that the last telling word of `text` gives to a name that follows.

    "Die Mutter des Antragstellers, " announces the mother; without the comma the applicant follows,
    and so it does after "Auf Antrag des Antragstellers, ", where the owned is no person. "Die Tochter der
    Patientin" followed by the patient is about the daughter.
    """
    found = list(tellings(text))
    if not found:
        return NO_ROLE
    last = max(found, key=lambda telling: telling.start)
    if last.role is Role.SUBJECT and (
        _WITH.search(f"{text[last.end :]} ") or _WRITES.search(text[last.end :])
    ):
        return NO_ROLE
    head_word = owned(text[: last.start])
    if last.role is Role.SUBJECT and head_word and text[last.end :].lstrip().startswith(","):
        head = next(_exact(head_word), None)
        if head or not _NOUN.fullmatch(head_word):
            return (head.role, head.word) if head else NO_ROLE
    if last.role is Role.SUBJECT and (kin := _KIN_OF.search(_up_to_owner(text, last))):
        return Role.THIRD, kin.group().split(maxsplit=1)[0]
    return last.role, last.word


def _up_to_owner(text: str, last: Telling) -> str:
    """What stands before a word for a part, with the article that belongs to it: "meines Mandanten"."""
    article = last.word.split()[0] if " " in last.word else ""
    return f"{text[: last.start]}{article} " if article else text[: last.start]


def role_at_end(text: str) -> RoleWord | None:
    """The role that the last word of a line gives to whom the next one names; None if it gives none."""
    found = max(_exact(text), key=lambda telling: telling.end, default=None)
    if found is None or not _END_OF_TELLING.fullmatch(text[found.end :]):
        return None
    return found.role, found.word


def owned(before: str) -> str | None:
    """What belongs to the word that follows `before`: "Mutter" for "die Mutter des"; None if nothing."""
    found = _OWNED.search(before)
    return found.group(1) if found else None


def following_role(text: str) -> RoleWord:
    """The role that the words right behind a name give to it: ", als Vermieter", "– Kläger –"."""
    if speaker := _SPEAKER.match(text):
        return Role.SUBJECT, speaker.group(1)
    found = next(_exact(text), None) or next(_misread(text, Role.THIRD), None)
    if found is None or found.announces or _OWNER_OF_FIRM.match(found.word):
        return NO_ROLE
    before, after = text[: found.start], text[found.end :]
    apposed = _APPOSITION.fullmatch(before) and _AFTER_APPOSITION.match(after)
    return (found.role, found.word) if apposed else NO_ROLE


def heading_role(text: str) -> RoleWord | None:
    """The role of a form's section, if `text` is its heading; None if it is no such heading.

    A heading is short, bears a role word and no value: "Angaben zum Ehegatten", "3. Kinder",
    "Antragsteller/in"; or it ends in "für", as a declaration in somebody's favour does. One that opens
    the section of somebody else may have a misread word, as missing it would be worse.
    """
    if _BENEFICIARY.search(text):
        return Role.SUBJECT, _PLEDGES if _PLEDGES in text.lower() else "für"
    if _FOLLOWING.search(text) and not any(found.role is Role.THIRD for found in tellings(text)):
        return Role.SUBJECT, "folgende Person"
    if " / " in text and (told := heading_role(text.split(" / ", 1)[0])) and told[0] is Role.THIRD:
        return Role.THIRD, _spouse_named(text) or told[1]  # else the rest is a translation
    if _words(text) > _LONGEST_HEADING or text.rstrip().endswith((".", ",")) or _NO_HEADING.match(text):
        return None
    found = [
        *_exact(text),
        *_misread(text, Role.THIRD),
        *_misread(text, Role.SUBJECT),
        *_misread_relative(text),
    ]
    if not found or _DATUM.search(found[0].word):
        return None
    third = next((telling for telling in found if telling.role is Role.THIRD), None)
    heading = third if third and found[0].role is not Role.PARTY else found[0]
    rest = _WORD.sub("", text)
    for telling in found:
        rest = rest.replace(telling.word, "")
    most = _MISREAD if heading.role is Role.THIRD else _LEFT_OVER
    if any(character.isdigit() for character in rest[4:]) or len(_HEADING_FILLERS.sub("", rest)) > most:
        return None
    return heading.role, heading.word


def _words(text: str) -> int:
    """How many words a heading has, but for the letter or number of its section."""
    return sum(len(word.strip(".()")) > 1 for word in text.split())


def _spouse_named(text: str) -> str | None:
    """Which of two spouses the translation of "Ehegatte" tells: "Ehegatte / Ehefrau"."""
    rest = text.rsplit(" / ", 1)[1].strip(" :")
    return rest if _HUSBAND.fullmatch(rest) or _WIFE.fullmatch(rest) else None


def deed_roles(headings: Collection[RoleWord]) -> dict[str, Role]:
    """Roles by heading that only the headings together tell.

    A deed without an applicant is about the child whose parents it names, or about both spouses; a pledge
    in somebody's favour is not about whom signs it.
    """
    words = [word.lower() for role, word in headings if word and role is Role.THIRD]
    parties = {word.lower() for role, word in headings if word and role is Role.PARTY}
    if parties and all(map(_SECOND_SECTION.match, parties)):
        return dict.fromkeys(parties, Role.THIRD)
    if any(word == _PLEDGES for _, word in headings):
        signs = (word.lower() for role, word in headings if word and role is Role.SUBJECT)
        return {word: Role.THIRD for word in signs if word.startswith("unterzeichn")}
    if any(role is not Role.THIRD for role, _ in headings):
        return {}
    if any(map(_PARENT.fullmatch, words)):
        return {word: Role.SUBJECT for word in words if _CHILD.fullmatch(word)}
    if any(map(_HUSBAND.fullmatch, words)) and any(map(_WIFE.fullmatch, words)):
        return {word: Role.PARTY for word in words if _HUSBAND.fullmatch(word) or _WIFE.fullmatch(word)}
    return {}


def is_child(role: RoleWord) -> bool:
    """Whether the word for a third person is one for a child."""
    return bool(_CHILD.fullmatch(role[1] or ""))


def belongs_to_third(label: str) -> bool:
    """Whether a label names somebody else's datum: "Geburtsname der Mutter"."""
    match = _OWNER_OF_DEED.search(label)
    return bool(match and last_role(label)[0] is Role.THIRD)


def _exact(text: str) -> Iterator[Telling]:
    for match in _WORD.finditer(text):
        yield Telling(Role(str(match.lastgroup)), match.group(), match.start(), match.end())


def _misread(text: str, role: Role, words: str = "") -> Iterator[Telling]:
    """Words that look like one that gives the role (of the list `words`), though they are none."""
    for match in _LONG_WORD.finditer(text):
        word = match.group()
        known = _WORD.fullmatch(word) or word.lower() in _NO_ROLES
        if not known and shape(word) in _MISREAD_WORDS[words or role]:
            yield Telling(role, word, match.start(), match.end())


def _misread_relative(text: str) -> Iterator[Telling]:
    """Short words, of which many a name has the shape: only behind others, as in "Angaben zum Vater"."""
    return (found for found in _misread(text, Role.THIRD, "relative") if text[: found.start].strip())
