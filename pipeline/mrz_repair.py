"""Repairs of what recognition does to a machine-readable zone.

Only two grounds justify a repair: the alphabet of the field (a date has no letters, a name no
digits) or a check digit that agrees afterwards.  Everything else stays as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check_digits import GERMAN_SERIAL_ALPHABET, agrees
from pipeline.states import STATES

_READ_AS = str.maketrans(
    dict.fromkeys("«≪《", "<<")
    | dict.fromkeys("‹〈([{＜˂∠", "<")
    | dict.fromkeys("|!¡", "I")
    | {"ß": "B", "$": "S", "§": "S", "°": "O", "€": "C", "£": "E"}
    | {"Ä": "A", "Ö": "O", "Ü": "U", "É": "E", "È": "E", "Ñ": "N"}
)
_OUTSIDE = re.compile(r"[^A-Z0-9<]")
_TO_DIGIT = str.maketrans("OQDUILZSBGA", "00001125864")
_SAME_SHAPE = str.maketrans("OQDIZSB", "0001258")
_TO_LETTER = str.maketrans("0158264", "OISBZGA")
_TO_MALE = frozenset("MNHW")
_TO_FEMALE = frozenset("FPE")
_CONFUSED = {"O": "DQUG", "D": "O", "Q": "O", "I": "JLT", "J": "I", "L": "I", "T": "I", "E": "F", "F": "E"}
_CONFUSED |= {
    "P": "R",
    "R": "P",
    "U": "V",
    "V": "UY",
    "Y": "V",
    "C": "G",
    "G": "C",
    "H": "N",
    "N": "HM",
    "M": "N",
}
_FILLER_LOOKS = "KCGLES4X"
DIGIT_LIKE = "0-9OQDUILZSBGA"


def normalise(line: str) -> str:
    """Upper case, MRZ alphabet only; brackets and guillemets are what fillers are read as.

    A small l among capitals is an I or a 1. As L it would have the check digit of 1, as I it has not.
    """
    if not line.islower():
        line = line.replace("l", "I")
    return _OUTSIDE.sub("", line.translate(_READ_AS).upper().translate(_READ_AS))


def digits(text: str) -> str:
    """A digits-only field; fillers stay (unknown parts of a date)."""
    return text.translate(_TO_DIGIT)


def letters(text: str) -> str:
    """A letters-only field; fillers stay."""
    return text.translate(_TO_LETTER)


def state(text: str) -> str:
    """A three-letter state field: `DCC`, `DKK` and the like are Germany's `D<<`.

    An unknown code becomes the only known one that differs by one letter of similar shape.
    """
    text = letters(text)
    if text[:1] == "D" and all(char == "<" or char in _FILLER_LOOKS for char in text[1:]):
        return "D<<"
    if all(char == "<" or char in "KC" for char in text):
        return "<<<"
    if text in STATES:
        return text
    known = {
        changed
        for place, char in enumerate(text)
        for other in _CONFUSED.get(char, "")
        if (changed := text[:place] + other + text[place + 1 :]) in STATES
    }
    return known.pop() if len(known) == 1 else text


def sex(char: str) -> str:
    """`M`, `F`, `X` or `<`; anything that looks like none of them is `?`."""
    if char in _TO_MALE:
        return "M"
    if char in _TO_FEMALE:
        return "F"
    return char if char in {"X", "<"} else "?"


def document_numbers(number: str, *, german: bool) -> Iterator[str]:
    """Other readings of a document number that recognition may have meant.

    German serials have their own alphabet.  Elsewhere letters are replaced only from some place
    onwards, for numbers are letters followed by digits far more often than a mixture: trying
    every subset would find an agreeing check digit by chance.
    """
    if german:
        yield "".join(char if char in GERMAN_SERIAL_ALPHABET else digits(char) for char in number)
        return
    for start in (0, 1, 2, 3):
        head, tail = number[:start], number[start:].translate(_SAME_SHAPE)
        yield head + tail
        yield letters(head) + tail


def repaired_number(number: str, digit: str, *, german: bool) -> tuple[str, bool]:
    """The number as it was read or the one reading that agrees with `digit`, and whether it does."""
    # The two shapes of zero differ least of all; zeros are far more frequent in numbers.
    zeros = number.replace("O", "0")
    if agrees(zeros, digit):
        return zeros, True
    if agrees(number, digit) and not (german and _foreign_to_german(number)):
        return number, True
    readings = {text for text in document_numbers(number, german=german) if agrees(text, digit)}
    if len(readings) == 1:
        return readings.pop(), True
    return number, False


def _foreign_to_german(number: str) -> bool:
    """Provisional passports alone have other letters: one, then digits (PassV Annex 6)."""
    provisional = re.fullmatch(r"[A-Z]<?[0-9]{7}<?", number)
    return not provisional and any(char not in GERMAN_SERIAL_ALPHABET | {"<"} for char in number)


def fitted(text: str, length: int) -> Iterator[str]:
    """`text` brought to `length` by lengthening or shortening one run of fillers, longest first.

    Recognition loses or adds fillers far more often than other characters.
    """
    surplus = len(text) - length
    if not surplus:
        yield text
        return
    runs = sorted(re.finditer("<+", text), key=lambda run: run.start() - run.end())
    for run in runs:
        size = run.end() - run.start() - surplus
        if size >= 0:
            yield text[: run.start()] + "<" * size + text[run.end() :]
    if surplus > 0:
        yield text[:length]
    elif not runs:
        yield text.ljust(length, "<")


def padded_names(text: str, length: int) -> str:
    """A names field of exactly `length`: noise behind the names becomes fillers again.

    Doc 9303-3 section 4.6: one double filler parts the two identifiers, there is no second one
    between names, so whatever follows a second one was a row of fillers.
    """
    text = letters(text)
    primary, gap, secondary = text.partition("<<")
    if secondary.startswith("<"):
        secondary = ""
    secondary = secondary.partition("<<")[0]
    if gap and secondary and not secondary.strip("<" + _FILLER_LOOKS) and len(secondary) > 4:
        secondary = ""
    return (primary + gap + secondary).ljust(length, "<")[:length]
