"""Other scripts and letters as plain Latin, in each way that documents use.

Sources: ICAO Doc 9303-3 section 6 (A Latin, B Cyrillic, C Arabic) for machine-readable zones, and
the phonetic German spelling (Duden) that older German documents use for the same names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from math import prod

_MOST_WAYS = 24
_ARABIC_SIGN = re.compile("[\u0600-\u06ff]")
_CYRILLIC_SIGN = re.compile("[\u0400-\u052f]")

LATIN: Mapping[str, tuple[str, ...]] = {
    "ä": ("a", "ae"),
    "ö": ("o", "oe"),
    "ü": ("u", "ue", "uxx"),
    "ß": ("ss", "sz"),
    "å": ("a", "aa"),
    "æ": ("ae",),
    "ø": ("o", "oe"),
    "œ": ("oe",),
    "ñ": ("n", "nxx", "ny"),
    "ð": ("d",),
    "þ": ("th",),
    "đ": ("d", "dj"),
    "ł": ("l",),
    "ħ": ("h",),
    "ŧ": ("t",),
    "ŋ": ("n", "ng"),
    "ı": ("i",),
    "ĳ": ("ij",),
    "ĸ": ("k",),
    "ə": ("a", "e"),
    "ş": ("s", "sh", "sch"),
    "ș": ("s", "sh", "sch"),
    "š": ("s", "sh", "sch"),
    "ś": ("s",),
    "ç": ("c", "ch", "tsch"),
    "č": ("c", "ch", "tsch"),
    "ć": ("c", "ch", "tsch"),
    "ž": ("z", "zh", "sch"),
    "ż": ("z",),
    "ź": ("z",),
    "ğ": ("g", "gh", ""),
    "ţ": ("t", "ts"),
    "ț": ("t", "ts"),
    "ơ": ("o",),
    "ư": ("u",),
}
"""First the way without diacritics (as `names.fold` gives it), then the others."""

_CYRILLIC_ICAO = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts "
    "ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia ѐ=e ђ=d ѓ=g є=ie ѕ=dz і=i ї=i ј=j љ=lj њ=nj ћ=c ќ=k "
    "ѝ=i ў=u џ=dz ѣ=ie ѫ=u ѵ=y ґ=g ғ=g җ=zh қ=k ң=n ө=o ү=u ұ=u ҳ=h ҷ=ch һ=c ә=a"
)
_CYRILLIC_GERMAN = (
    "а=a б=b в=w г=g д=d е=e ё=jo ж=sch з=s и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=z "
    "ч=tsch ш=sch щ=schtsch ъ= ы=y ь= э=e ю=ju я=ja ѐ=e ђ=dj ѓ=gj є=je ѕ=ds і=i ї=ji ј=j љ=lj њ=nj ћ=c "
    "ќ=kj ѝ=i ў=u џ=dsch ѣ=e ѫ=u ѵ=i ґ=g ғ=gh җ=dsch қ=k ң=n ө=o ү=u ұ=u ҳ=h ҷ=tsch һ=h ә=a"
)
_UKRAINIAN = {"г": "h", "и": "y"}
_UKRAINIAN_ONLY = frozenset("єіїґ")
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}

_ARABIC = (
    "ء= آ=a أ=a ؤ=u إ=i ئ=i ا=a ب=b ة=a ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z "
    "ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ى=a ي=y ٱ=a پ=p چ=ch ژ=zh ک=k گ=g ڤ=v ټ=t ډ=d ړ=r ږ=zh ښ=sh "
    "ګ=g ڼ=n ں=n ھ=h ہ=h ۀ=h ۃ=t ی=y ۍ=y ې=e ے=e ٹ=t ڈ=d ڑ=r ـ="
)


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs.split())


_ICAO, _GERMAN, _FROM_ARABIC = _table(_CYRILLIC_ICAO), _table(_CYRILLIC_GERMAN), _table(_ARABIC)


def from_cyrillic(word: str) -> str:
    """One lower-case Cyrillic word by Doc 9303-3 section 6 B; letters of Ukraine mark its rules."""
    if _UKRAINIAN_ONLY & set(word):
        return from_ukrainian(word)
    return "".join(_ICAO.get(char, char) for char in word)


def from_ukrainian(word: str) -> str:
    """One lower-case word by the exceptions that Doc 9303-3 makes for Ukrainian."""
    first = _UKRAINIAN_FIRST.get(word[0]) or (_ICAO | _UKRAINIAN).get(word[0], word[0])
    return first + "".join(_UKRAINIAN.get(char) or _ICAO.get(char, char) for char in word[1:])


def from_cyrillic_german(word: str) -> str:
    """One lower-case Cyrillic word in German phonetic spelling (Schtschukin, Juri, Chruschtschow)."""
    return "".join(_GERMAN.get(char, char) for char in word)


def from_arabic(word: str) -> str:
    """Arabic, Persian, Pashto or Urdu letters as Latin ones. Short vowels are not written there."""
    return "".join(_FROM_ARABIC.get(char, char) for char in word)


def is_arabic(word: str) -> bool:
    return _ARABIC_SIGN.search(word) is not None


def is_cyrillic(word: str) -> bool:
    return _CYRILLIC_SIGN.search(word) is not None


def stripped(text: str) -> str:
    """Without combining marks (NFKD)."""
    if text.isascii():  # most words: a register has millions
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """The lower-case word in its shortest Latin spelling: `müller` as `muller`, `Ющенко` by ICAO."""
    if word.isascii():
        return word
    word = unicodedata.normalize("NFC", word)
    if is_cyrillic(word):
        word = from_cyrillic(word)
    if is_arabic(word):
        word = from_arabic(stripped(word))
    return stripped("".join(LATIN[char][0] if char in LATIN else char for char in word))


@lru_cache(maxsize=65536)
def ways(word: str) -> frozenset[str]:
    """Every way in which documents write the lower-case word in plain Latin letters."""
    if word.isascii():
        return frozenset({word})
    word = unicodedata.normalize("NFC", word)
    if is_cyrillic(word):
        return frozenset({plain(word), plain(from_ukrainian(word)), plain(from_cyrillic_german(word))})
    choices = [LATIN.get(char, (stripped(char),)) for char in word]
    if prod(len(choice) for choice in choices) > _MOST_WAYS:
        # Many foreign letters: each is then written the first, the second or the third way throughout.
        longest = max(len(choice) for choice in choices)
        return frozenset(
            "".join(choice[min(index, len(choice) - 1)] for choice in choices) for index in range(longest)
        )
    found = frozenset("".join(parts) for parts in product(*choices))
    return found | {plain(word)}
