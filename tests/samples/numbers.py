"""Numbers as authorities print them: serials, check digits, register and file numbers, bank accounts."""

from __future__ import annotations

from datetime import date
from random import Random

SERIAL_ALPHABET = "CFGHJKLMNPRTVWXYZ"
"""Letters of German serial numbers; the ambiguous ones never occur (PassV, PAuswV)."""


def check_digit(text: str) -> str:
    """The 7-3-1 check digit of ICAO Doc 9303 part 3, section 4.9; `<` counts 0, A counts 10."""
    values = (0 if sign == "<" else int(sign, 36) for sign in text)
    return str(sum(value * (7, 3, 1)[index % 3] for index, value in enumerate(values)) % 10)


def pattern(form: str, rng: Random) -> str:
    """`9` becomes a digit, `L` a letter; the first digit is never 0."""
    return "".join(
        rng.choice(SERIAL_ALPHABET)
        if sign == "L"
        else (rng.choice("123456789") if sign == "9" and not index else rng.choice("0123456789"))
        if sign == "9"
        else sign
        for index, sign in enumerate(form)
    )


def serial(rng: Random, office: str) -> str:
    """Nine signs: four of the issuing office, five at random (AufenthG § 78(2))."""
    return office + "".join(rng.choice(SERIAL_ALPHABET + "0123456789") for _ in range(5))


def azr_number(entered: date, rng: Random) -> str:
    """`JJMMTT` of the first entry into the register and six digits."""
    return f"{entered:%y%m%d}{rng.randrange(1_000_000):06d}"


def bamf_number(rng: Random, suffix: str) -> str:
    """Seven digits and the key of the state of origin, e.g. `9923557-439`."""
    return f"{rng.randrange(5_000_000, 9_999_999)}-{suffix}"


def iban(rng: Random) -> str:
    """A German IBAN with valid check digits at a bank code that is not in use."""
    account = f"99999999{rng.randrange(10**10):010d}"
    check = 98 - int(account + "131400") % 97
    plain = f"DE{check:02d}{account}"
    return " ".join(plain[index : index + 4] for index in range(0, len(plain), 4))


def insurance_number(rng: Random) -> str:
    """Form of a health insurance number: a letter and nine digits."""
    return rng.choice(SERIAL_ALPHABET) + f"{rng.randrange(10**9):09d}"
