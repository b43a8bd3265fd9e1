"""Which language a text is in, by its script and its small words.

Enough to choose an analyser and to tell a clerk that a translation is needed; no statistics, no model.
Codes are those of Tesseract's language data (ISO 639-2/T).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

LEAST_WORDS = 4
"""A text with fewer words says too little."""

_LEAST_VOTES = 2
_CLEAR = 1.3
"""The winner has this many times the small words of the runner-up."""
_LEAST_SHARE = 0.05
"""Small words among all words; tables and forms have few of them."""

_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "deu": (
            "der die das und den dem des von zu mit für nicht ist im auf sich ein eine einer einem "
            "einen als auch an bei nach aus zum zur wird werden wurde ich sie er wir ihr ihre ihren "
            "ihrer oder über durch hat haben sind dass bis vom sehr geehrte geehrter frau herr herrn "
            "gemäß sowie keine geboren"
        ),
        "eng": (
            "the of and to is that for it with as was on be by at this have from or had not are but "
            "which you his her they there their been has will shall any other than your our dear born"
        ),
        "fra": (
            "le la les des et du une que qui dans pour pas sur est avec par au aux ce cette sont nous "
            "vous ses il elle été mais ou leur monsieur madame né née"
        ),
        "tur": (
            "ve bir bu için ile olarak olan daha çok gibi kadar sonra ise veya ancak her tarafından "
            "adı soyadı doğum tarihi yeri belge numarası sayın"
        ),
        "spa": (
            "el los las del y que en una con por para es se su lo como más pero sus ha este esta son "
            "fue señor señora nacido fecha"
        ),
        "ita": (
            "il gli della delle di e che in un una per con non è sono del dei alla nel nato nata "
            "signor signora data"
        ),
        "nld": (
            "het een en van te dat niet op aan met als zijn voor om maar bij nog uit worden deze geen "
            "wordt naar ook"
        ),
        "pol": (
            "i w na z do się nie jest że o od za przez po dla oraz jako ur urodzony urodzona pan pani data"
        ),
        "ron": (
            "și în de la cu pe din nu este că un o pentru prin sau care la născut născută data domnul doamna"
        ),
        "hrv": ("i u na je se da za od su s o iz kao po koji rođen rođena datum prezime ime broj"),
        "sqi": ("dhe në të e i me për nga një që është u si nuk lindur datë emri mbiemri"),
    }.items()
}
_SCRIPTS = {
    "ARABIC": "ara",
    "CYRILLIC": "rus",
    "GREEK": "ell",
    "HEBREW": "heb",
    "ETHIOPIC": "amh",
    "GEORGIAN": "kat",
}
# letters that one language of a script has and the usual one has not
_MARKS = {"ara": ("fas", "پچژگ"), "rus": ("ukr", "іїєґ")}
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str | None:
    """`deu`, `eng`, `fra`, `tur`, `ukr`, `rus`, `ara`, `fas` …; None where the text says too little."""
    words = _WORD.findall(text.casefold())
    if len(words) < LEAST_WORDS:
        return None
    script = _script(words)
    return _by_letters(script, "".join(words)) if script else _by_small_words(words)


def _script(words: list[str]) -> str | None:
    """The usual language of the script that most words are written in; None for Latin."""
    scripts = Counter(unicodedata.name(word[0], "").partition(" ")[0] for word in words)
    ((most, count),) = scripts.most_common(1)
    return _SCRIPTS.get(most) if 2 * count > len(words) else None


def _by_letters(usual: str, letters: str) -> str:
    if usual not in _MARKS:
        return usual
    other, marks = _MARKS[usual]
    # a few such letters come from names; one in a hundred is a habit
    return other if sum(letters.count(mark) for mark in marks) * 100 > len(letters) else usual


def _by_small_words(words: list[str]) -> str | None:
    count = Counter(words)
    votes = {code: sum(count[word] for word in small) for code, small in _SMALL_WORDS.items()}
    (first, most), (_, second) = sorted(votes.items(), key=lambda item: -item[1])[:2]
    clear = most >= _LEAST_VOTES and most > _CLEAR * second and most >= _LEAST_SHARE * len(words)
    return first if clear else None
