"""Papers that name their reader or writer but are about another: a child, a relative, what a witness saw.

A school writes to a mother, who may be registered, "Ihr Kind besucht …"; a father applies "für meinen
Sohn"; a court summons somebody "als Zeuge". The one named with number and birth date is not the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from config.form_words import load_form_words
from pipeline.model import PageReading, Person
from pipeline.names import words
from pipeline.place import is_salutation

_KIN = (
    r"(?:Kind(?:e?s)?|Sohn(?:e?s)?|Tochter|Kinder|Söhne|Töchter|Vaters?|Mutter|Bruders?|Schwester|"
    r"(?:Ehe)?[Ff]rau|(?:Ehe)?[Mm]ann(?:es)?|Ehegatt(?:e|en|in)|Eltern|Nichte|Neffen?|Schwägerin|Schwagers?|"
    r"Schwieger(?:mutter|vaters?|eltern|sohn(?:e?s)?|tochter)|Enkel(?:in|kind|s)?|Freundin|Nachbarin)"
)
_CHILD = r"(?:Kind(?:e?s)?|Sohn(?:e?s)?|Tochter)"
_MY = r"(?:mein|unser)(?:e[rnms]?)?\s+(?:\w+e[nrs]?\s+)?"
_MATTER_OF = (
    r"(?:\w*[Aa]ntrags?|\w*[Vv]erfahrens?|Sache|\w*[Aa]ngelegenheit|Akte|Aufenthalt\w*|Visums?|Einreise|Duldung|"
    r"Abschiebung|Einbürgerung|Termins?|Passe?s?|Reisepass\w*)\s+(?:mein|unser)e[rs]\s+(?:\w+e[nrs]\s+)?"
)
_TITLE_WORDS = 9
"""Words that a title or a subject has at the most."""

_HEAD = 25
"""Lines of a page among which its titles are."""

_TOLD_READER = re.compile(
    rf"(?:^|(?<=[.:!,] ))\W{{0,3}}Ihre?\s+{_CHILD}\s+(?P<rest>(?:[\w'’,-]+\s+){{0,6}}?"
    r"(?:besucht|ist|wird|wurde|hat|war|nimmt|befindet)\b.*)",
    re.MULTILINE,
)
"""What a letter tells a parent: "Ihr Kind besucht", "Ihre Tochter Lina ist"."""
_IN_TITLE = re.compile(
    rf"(?:\w\s+(?:mein|Ihr|unser)(?:e[rsnm]?)?\s+{_CHILD}|{_MATTER_OF}{_KIN})"
    r"(?!\w)(?P<rest>.*)"
)
"""In a title: "Antrag meiner Mutter", "Aufenthaltserlaubnis für Ihr Kind"."""
_APPLIED_FOR = re.compile(
    rf"\b(?:(?:beantrage|schreibe|bitte|möchte|frage|brauche|benötige)\b[^.;]{{0,80}}?"
    rf"\b(?:f[üu]r\s+{_MY}|{_MATTER_OF}){_KIN}|"
    rf"(?:stimm|willig)\w*\b[^.;]{{0,60}}?\b(?:mein|sein|ihr|unser)e[rsnm]?\s+{_KIN}|"
    rf"(?:sein|ihr)e?n?\s+{_KIN}\b[^.;]{{0,60}}?\bbegleite[tn]|"
    rf"f[üu]r\s+{_MY}{_KIN}\b[^.;]{{0,60}}?\b(?:erhalten|empfangen|abgeholt|entgegengenommen)|"
    rf"(?:anbei|beigefügt|anliegend|übersend\w+|sende|schicke)\b[^.;]{{0,60}}?\b(?:Unterlagen|Dokumente|Papiere|"
    rf"Kopien?|\w*[Aa]usweis|\w*[Pp]ass|\w*[Uu]rkunde|Vollmacht)\s+(?:mein|unser)e[rs]\s+{_KIN}|"
    rf"bevollmächtige\b[^.;]{{0,120}}?\s{_MY}{_CHILD})(?!\w)(?P<rest>.*)"
)
_WITNESS = re.compile(
    r"\bSie\s+(?:\w+\s+){0,6}?(?:als\s+)?(?:Zeug(?:e|in)|Geschädigte[r]?)\b|"
    r"^\W{0,3}(?:(?:Vor)?[Ll]adung\s+(?:als|einer|eines|der|des)\s+Zeug(?:e|en|in)\b|"
    r"Zeugen(?:vor)?(?:ladung|vernehmung|aussage|anhörung|befragung)\b)(?P<rest>.*)",
    re.MULTILINE,
)

_MIXED_UP = load_form_words().mixed_up

_STANDS_FOR = re.compile(
    r"^\W*als\s+(?:gesetzliche[rn]?\s+|allein\w*\s+)?(?:Vertreter(?:in)?|Vormund|Betreuer(?:in)?|Pfleger(?:in)?|"
    r"(?:Personens|S)orgeberechtigte[rn]?|Erziehungsberechtigte[rn]?|Elternteil|Eltern|Vater|Mutter)\s+"
    r"(?:von|de[sr]|für)\b(?P<rest>.*)",
    re.MULTILINE,
)
"""A line of its own in an address or below a name: "als gesetzlicher Vertreter von"."""


_HOLDERS = re.compile(r"[Ii]nhaber\w*\b[^.;\n]*\bund/oder\s+(?:Herrn?\s|Frau\s)?[A-ZÄÖÜ](?P<rest>)")
"""An account that two have."""


def of_another(pages: Sequence[PageReading], person: Person) -> str | None:
    """The words by which the paper is about another than `person`; None if it has none."""
    for page in pages:
        text = "\n".join(line.text for line in page.lines)
        found = [
            *_TOLD_READER.finditer(text),
            *_APPLIED_FOR.finditer(text),
            *_WITNESS.finditer(text),
            *_STANDS_FOR.finditer(text),
            *_HOLDERS.finditer(text),
            *(match for title in _titles(page) if (match := _IN_TITLE.search(title))),
        ]
        for match in found:
            if not _names(person, match.group("rest") or ""):
                return " ".join(match.group().split()[:6])
    return None


def mixed_up(pages: Sequence[PageReading]) -> str | None:
    """The words by which a paper says that persons or their files were mixed up; None if it has none."""
    found = (_MIXED_UP.search(" ".join(line.text for line in page.lines)) for page in pages)
    return next((match.group() for match in found if match), None)


def _titles(page: PageReading) -> Iterator[str]:
    """Short lines at the head of a page: below the salutation they are items of a list."""
    head = takewhile(lambda line: not is_salutation(line.text), page.lines)
    for line in islice(head, _HEAD):
        if len(line.text.split()) <= _TITLE_WORDS and not line.text.rstrip().endswith((".", ",", ";")):
            yield line.text


def _names(person: Person, text: str) -> bool:
    """Whether the relative told of is the person: a given name stands behind the word."""
    spoken = set(words(text))
    return any(word in spoken for name in person.names for word in words(name.given))
