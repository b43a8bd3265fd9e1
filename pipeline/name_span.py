"""Where in a text a name begins and ends: German writes common nouns like names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from config.form_words import load_form_words

_WORDS = load_form_words()
_LONGEST_NAME = 9
"""Words and commas of one name at the most."""

_NAME_WORD = re.compile(
    r"^[^\W\d_](?:[^\W\d_]|[0-9](?=[^\W\d_])|(?<=[a-zäöüß]{3})[0-9]$)*(?:['’`´.-][^\W\d_]*)*$"
)
"""A digit between letters, or behind some small ones, is a misread one: "Naji6"."""
_MISREAD = re.compile(
    r"(?<!\S)[ilt][^\W\d_]{3,}(?=,\s*[A-ZÄÖÜ])|"
    r"(?<=[^\W\d_],\s)(?:i|l(?!e|aut))[^\W\d_]{3,}(?=\s*,|\s*$)|"
    r"(?<!\S)l(?=[bcdfghjkmnpqrstvwxz][^\W\d_]{3})|^l[^\W\d_]{3,}(?=(?:\s[A-ZÄÖÜ][\w'’-]+){1,3}\W*$)"
)
"""A family name before its comma, a given name behind it or at the head of nothing but a name, whose
capital İ, I or Ł was read small; before most consonants a small l is always one: lbrahim.
Not "ledig" and "laut".
"""
_CAPITAL_PARTICLES = re.compile(r"(?<!\w)V[AO]N DE[NR]?(?=\s[^\W\d_a-z]{2})")
"""`VON DER PROBE`: behind another particle it is no article before a noun."""
_JOINED_ARTICLE = re.compile(r"^(?:[auei][a-z]{1,2}-|[dl]['’`´])(?=[^\W\d_a-z])")
SPECKS = "“”„‘’‚'\"|°·•~_"
_SPECKS = re.compile(rf"(?<!\S)[{SPECKS}]+(?=[^\W\d_])|^[{SPECKS} ]+")
"""What dirt before a word is recognised as."""

_ROW = re.compile(
    r"(?:^|:\s*)[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*\s+/\s[^/\d,]+/\s+(?=\d{1,2}\.\d{1,2}\.\d{4})"
)
"""Personal data with slashes between: "Muster / Erika / 12.08.1964"."""
_AND = re.compile(r"\s+(?:und|u\.)\s+")


def name_span(text: str, *, from_end: bool = True) -> str:
    """The run of words at the end (or start) of `text` that may be a name; empty if there is none.

    Common nouns at its edges are cut off; what is left may still hold a foreign word, so names
    are later compared by containment, never as a whole string.
    """
    text = _MISREAD.sub(_with_capital, _SPECKS.sub("", text))
    text = _CAPITAL_PARTICLES.sub(lambda found: found[0].lower(), text)
    words = text.replace(",", " , ").split()
    run = _run_of_names(reversed(words) if from_end else words, skip=from_end)
    if from_end:
        run.reverse()
    while run and (run[0] == "," or run[0] in _WORDS.never_first):
        run.pop(0)
    while run and (run[-1] == "," or run[-1].lower() in _WORDS.never_first):
        run.pop()
    return " ".join(run).replace(" ,", ",")


def _with_capital(misread: re.Match[str]) -> str:
    """A small l is what a capital I looks like."""
    word = misread[0]
    return "I" + word[1:] if word.startswith("l") else word.capitalize()


def with_slashes_as_commas(text: str) -> str:
    """The text with commas in a row of family name, given names and birth date; its length stays."""
    return _ROW.sub(lambda found: found[0].replace("/", ","), text)


def is_name(text: str) -> bool:
    """Whether a whole line is nothing but a name of two words or more."""
    name = name_span(text, from_end=False)
    return len(name.split()) >= 2 and len(name) >= len(text.strip(" .,")) - 1


def each_name(span: str) -> list[str]:
    """The persons of one span: `Paul und Ngozi Muster` are two, who share the family name."""
    names = _AND.split(span)
    family = names[-1].split()[-1] if names[-1] else ""
    return [name if len(name.split()) > 1 else f"{name} {family}" for name in names[:-1]] + names[-1:]


def _run_of_names(words: Iterable[str], *, skip: bool) -> list[str]:
    """Words that may belong to a name, up to the first that cannot; a noun before any name means none.

    With `skip`, words that cannot be names are passed over before the first one that can.
    """
    run: list[str] = []
    for word in words:
        if word == "," or word in _WORDS.particles:
            run.append(word)
        elif not _may_be_name(word):
            if run or not skip:
                break
        elif _WORDS.noun.fullmatch(word.rstrip(".")):
            return run if any(_may_be_name(item) for item in run) else []
        else:
            run.append(word)
        if len(run) >= _LONGEST_NAME:
            break
    return run


def _may_be_name(word: str) -> bool:
    """A capitalised word, also behind an article that is joined to it: "al-Rahman", "d'Angelo"."""
    return bool(_NAME_WORD.match(word)) and _JOINED_ARTICLE.sub("", word)[:1].isupper()
