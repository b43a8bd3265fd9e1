"""Whether text looks like language, which language, and text made safe to store."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

_SMALL_WORDS = {
    "deu": (
        "der die das und in den von zu mit dem für nicht ist des im auf sich ein eine als auch an bei nach "
        "aus zum zur wird werden wurde ich sie er es wir ihre ihren ihrer oder über durch hat haben sind "
        "dass bis vom einer einem einen sehr geehrte geehrter frau herr gemäß sowie"
    ),
    "eng": (
        "the of and to in is that for it with as was on be by at this have from or had not are but which you "
        "were his her they one all would there their been has will shall any other than your our dear"
    ),
    "nld": (
        "het een en van ik te dat die niet op aan met als zijn voor om maar bij nog uit worden deze geen "
        "wordt naar heeft ook mijn"
    ),
    "fra": (
        "le la les des et du une que qui dans pour pas sur est avec par au aux ce cette sont nous vous ses "
        "il elle été mais ou son leur monsieur madame"
    ),
    "spa": (
        "el la los las de del y que en un una por con para es se no su al lo como más pero sus le ha este "
        "esta son fue señor señora"
    ),
    "tur": (
        "ve bir bu için ile de da olarak olan daha çok gibi kadar sonra ise veya ancak her tarafından adı "
        "soyadı doğum tarihi"
    ),
}
_STOPWORDS = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_TOKEN = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouyäöüáàâéèêíìîóòôúùûıåæøœ")
_EDGES = ".,;:!?()[]{}<>\"'„“”‚‘’»«–-—/*•§&%+=|…"
_INNER = frozenset(".,:-–/'’§&@_+()<>%")


def clean(text: str) -> str:
    """NFC text without control characters, lone surrogates or characters that have no meaning to others."""
    kept = (char for char in text if unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"})
    return unicodedata.normalize("NFC", "".join(kept)).replace("\ufeff", "").replace("\u00ad", "-").strip()


def plausible(word: str) -> bool:
    """Whether `word` could be a word, number or code, rather than what noise is recognised as."""
    core = word.strip(_EDGES)
    if not core or any(not char.isalnum() and char not in _INNER for char in core):
        return False
    letters = [char for char in core if char.isalpha()]
    if not letters:
        return True
    if any(not _latin(char) for char in letters) or len(letters) < 3 or any(map(str.isdigit, core)):
        return True
    if core.isupper():
        return True
    inner_capitals = sum(a.islower() and b.isupper() for a, b in pairwise(core))
    return inner_capitals <= 1 and bool(_VOWELS.intersection(core.casefold()))


def plausibility(words: Iterable[str]) -> float:
    """Share of the characters that stand in plausible words; 0 without words."""
    good = total = 0
    for word in words:
        total += len(word)
        good += len(word) if plausible(word) else 0
    return good / total if total else 0.0


def language_of(words: Sequence[str]) -> str | None:
    """ISO 639-3 code of the language most of the small words belong to; None if that is unclear."""
    tokens = Counter(token for word in words for token in _TOKEN.findall(word.casefold()))
    votes = {code: sum(tokens[word] for word in small) for code, small in _STOPWORDS.items()}
    (first, most), (_, second) = sorted(votes.items(), key=lambda item: -item[1])[:2]
    clear = most >= 2 and most > 1.3 * second and most >= 0.03 * tokens.total()
    return first if clear else None


def _latin(char: str) -> bool:
    return ord(char) < 0x250
