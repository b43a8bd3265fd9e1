"""Numbers that may lead to a record: AZR number, file numbers, document numbers, court numbers.

Numbers are compared in a normal form (upper case letters and digits only), so that blanks,
dots, dashes and slashes never matter. Whether a number belongs to somebody is for the register
to say; here every number that could is collected, labelled ones with their kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat

from pipeline import number_repair
from pipeline.check_digits import without_digit
from pipeline.fields import Field
from pipeline.form_labels import labels_of
from pipeline.model import Mrz, NumberKind, NumberMention, PageReading, Role, Zone
from pipeline.roles import last_role

AZR_NUMBER = re.compile(r"(?<![\d/.-])(\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01]))\s?(\d{6})(?![\d/.-]\d|\d)")
"""JJMMTT of the first entry and six digits (XJustiz binding; the check digit is not public)."""

BAMF_NUMBER = re.compile(r"(?<!\d)(\d{7})\s?[-./]\s?(\d{3})(?!\d)")
COURT_NUMBER = re.compile(
    r"(?<!\w)(\d{1,4}\s(?:[A-Z]{1,3}|Js|Cs|Ds|Ls|Gs|XIV|XVII)\s\d{1,6}/\d{2}(?:\.(?:DA|F|GI|KS|WI))?(?:\.A)?)(?!\w)"
)
_SIGNS = re.compile(r"[\W_]+")
_DATE = re.compile(r"^\d{1,2}\.\d{1,2}\.\d{2,4}\b")
_SERIAL = re.compile(r"(?=\D*\d)[CFGHJKLMNPRTVWXYZ0-9]{9}")
"""Passports and cards of Germany: hardly a digit may be among the letters (PassV, PAuswV)."""

_NUMBER_LIKE = re.compile(r"(?=\S*\d)[\w./:-]{1,28}[.,;:]?|[A-ZÄÖÜ]{1,4}\.?")

_LOWER_CASE = re.compile(r"(?<!\S)[a-zäöüß]{2,}(?!\S)")
_LEAST_WORDS = 4

_LABELLED = {
    "azr": NumberKind.AZR,
    "bamf": NumberKind.BAMF,
    "reference": NumberKind.FILE,
    "document_number": NumberKind.DOCUMENT,
}


def normal(number: str) -> str:
    """Upper case letters and digits only: `33.2-A 2024/1182` becomes `332A20241182`."""
    return _SIGNS.sub("", number.upper())


def number_mentions(
    pages: Sequence[PageReading],
    fields: Iterable[tuple[Field, Role, str | None]],
    mrz: Sequence[Mrz],
    patterns: Sequence[re.Pattern[str]] = (),
) -> tuple[NumberMention, ...]:
    """All numbers of a document, strongest place first, each value once per kind and role."""
    seen: set[tuple[str, NumberKind]] = set()
    mentions = []
    for mention in chain(_from_mrz(mrz), _from_fields(fields), _from_lines(pages, patterns)):
        key = (mention.value, mention.kind)
        if key not in seen and len(mention.value) >= 4 and not _DATE.match(mention.raw):
            seen.add(key)
            mentions.append(mention)
    return tuple(mentions)


def _from_mrz(mrz: Sequence[Mrz]) -> Iterator[NumberMention]:
    for zone in mrz:
        # Rows of one character stand in specimens, and where nothing was read but dirt.
        if zone.number and len(set(zone.number)) > 1:
            yield NumberMention(
                kind=NumberKind.DOCUMENT,
                value=normal(zone.number),
                raw=zone.number,
                page=zone.page,
                zone=Zone.MRZ,
                role=Role.SUBJECT,
                checked=True,
            )


def _from_fields(fields: Iterable[tuple[Field, Role, str | None]]) -> Iterator[NumberMention]:
    for field, role, _ in fields:
        kind = _LABELLED.get(field.key)
        if kind is None:
            continue
        for raw in _leading_numbers(field.value, kind):
            mention = NumberMention(
                kind=kind, value=normal(raw), raw=raw, page=field.page, zone=Zone.FIELD, role=role
            )
            yield mention
            yield from _serial_alone(mention)


def _leading_numbers(value: str, kind: NumberKind) -> Iterator[str]:
    """The value as far as it may be the number: its first word, its first two words, and so on."""
    if kind is NumberKind.AZR:
        if number := number_repair.azr_number(value):
            yield number
        return
    words = value.split()[:5]
    for count in range(1, len(words) + 1):
        raw = " ".join(words[:count]).rstrip(".,;:")
        if any(character.isdigit() for character in raw):
            yield raw


def _from_lines(pages: Sequence[PageReading], patterns: Sequence[re.Pattern[str]]) -> Iterator[NumberMention]:
    """All that looks like a number, first the lines that are no sentences."""
    texts = [(page, [line.text for line in page.lines]) for page in pages]
    lines = [
        pair for page, written in texts for pair in zip(repeat(page), ["", *written], written, strict=False)
    ]
    for page, above, text in sorted(lines, key=lambda item: is_sentence(item[2])):
        sentence = is_sentence(text)
        for kind, raw in _in_line(text, patterns):
            mention = NumberMention(
                kind=kind,
                value=normal(raw),
                raw=raw,
                page=page.number,
                zone=Zone.BODY,
                role=_role(f"{above} {text.partition(raw)[0]}") if sentence else Role.UNKNOWN,
                in_sentence=sentence,
            )
            yield mention
            yield from _serial_alone(mention)


def _role(before: str) -> Role:
    """Whose a number in running text is: a third person's ("Ihre Ehefrau, AZR-Nr. …"), or it is not said."""
    return Role.THIRD if last_role(before)[0] is Role.THIRD else Role.UNKNOWN


def _serial_alone(mention: NumberMention) -> Iterator[NumberMention]:
    """The document number proper, if it is printed with its check digit, which then proves it well read."""
    if mention.kind in {NumberKind.DOCUMENT, NumberKind.OTHER} and (serial := without_digit(mention.value)):
        yield replace(mention, kind=NumberKind.DOCUMENT, value=serial, checked=True)


def is_sentence(text: str) -> bool:
    """Whether a line is running text: at least four words in lower case."""
    return len(_LOWER_CASE.findall(text)) >= _LEAST_WORDS


def _in_line(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[NumberKind, str]]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield NumberKind.FILE, match.group()
    for number in number_repair.file_numbers(text, patterns):
        yield NumberKind.FILE, number
    for match in AZR_NUMBER.finditer(text):
        if not _of_other_label(text[: match.start()]):
            yield NumberKind.AZR, match.group(1) + match.group(2)
    for match in BAMF_NUMBER.finditer(text):
        yield NumberKind.BAMF, match.group()
    for match in COURT_NUMBER.finditer(text):
        yield NumberKind.COURT, match.group(1)
    for raw in _mixed_tokens(text):
        yield NumberKind.OTHER, raw
        if repaired := number_repair.serial(raw):
            yield NumberKind.DOCUMENT, repaired


def _of_other_label(before: str) -> bool:
    """Whether a number's own label says that it leads to no record: "SV-Nummer 180901931354"."""
    labels = labels_of(before)
    return bool(labels) and labels[-1].keys == ("other",) and not before[labels[-1].end :].strip(" :.")


def _mixed_tokens(text: str) -> Iterator[str]:
    """Stretches of up to four number-like words, as file numbers are written: `32.4 A 01234/19`."""
    for run in _runs(text.split()):
        for first in range(len(run)):
            for last in range(first, min(first + 4, len(run))):
                raw = " ".join(run[first : last + 1])
                digits = sum(character.isdigit() for character in raw)
                if digits >= 3 or _SERIAL.fullmatch(raw) or number_repair.serial(raw):
                    yield raw


def _runs(words: Iterable[str]) -> Iterator[list[str]]:
    """Neighbouring words that hold a digit or are short capitals."""
    run: list[str] = []
    for word in words:
        if _NUMBER_LIKE.fullmatch(word):
            run.append(word.rstrip(".,;:"))
        elif run:
            yield run
            run = []
    if run:
        yield run
