"""What kind of paper a page is, as far as it tells which of its days is the paper's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.date_words import month_number
from pipeline.model import PageReading, PartialDate

_TALK = re.compile(
    r"^\W*(?:\w[\w.-]*\s){0,3}\w*(?:niederschrift|protokoll|anhörung|vernehmung|befragung|vermerk|notiz|gespräch"
    r"|hausbesuch|ortstermin|vorsprache|anzeige|erkennungsdienstliche\w* behandlung|personalbogen)s?\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"<{3,}|[A-Z]<[A-Z]{4,}<<|<[<ceé«]{9,}")
"""A machine-readable zone, however damaged."""
_PROOF_OF_DELIVERY = re.compile(
    r"zustellungsurkunde|zust\w{4,8}urk\w{2,3}e|r[üu]ckschein|empfangsbekenntnis|öffentliche zustellung"
    r"|sendungsverfolgung|auslieferungsbeleg|zustellnachweis|empfangsbestätigung"
    r"|^\W*förmliche zustellung\W*$|(?:name|unterschrift) des zustellers|zu übergeben versucht",
    re.IGNORECASE,
)
_TRANSLATION = re.compile(r"übersetz(?:ung|t)|translat(?:ion|ed)", re.IGNORECASE)
_RECEIPT = re.compile(r"^\W*\w*(?:quittung|kassen(?:beleg|bon|zettel)|zahlungsbeleg)\b", re.IGNORECASE)
_MOVE = re.compile(r"abmeldung|meldebehörde|wohnungsgeber|\bein(?:zug|gezogen)|verzogen", re.IGNORECASE)
_FORM = re.compile(
    r"^\W*(?:antrag (?:auf|zur?|für|nach|gem)|application\b|antragsformular|verpflichtungserkl[äa]rung"
    r"|fragebogen|anmeldung\b|gewerbe-?(?:an|ab|um)meldung\b|selbstauskunft|erhebungsbogen|personalbogen|formblatt)",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"^\W*(?:[uv]r[tlif][ec][il1]{1,2}|besch[il1]u(?:ss|ß)|gerichtsbescheid|strafbefehl)\b\W*(?:vom\b|$)"
    r"|^\W*im namen des volkes",
    re.IGNORECASE,
)
_OFFICES_PART = re.compile(
    r"(?:nur |wird )?(?:von|durch) der (?:ausl[äa]nder)?beh[öo]rde (?:auszu|ausge)f"
    r"|\bamtliche(?:r|n)? (?:vermerk|zweck|eintrag)"
    r"|bearbeitungsvermerk|for official use",
    re.IGNORECASE,
)
_PERMIT = re.compile(
    r"duldung|aussetzung der abschiebung|fiktionsbescheinigung|aufenthaltsgestattung|grenz[üu]bertritts"
    r"|ankunftsnachweis|passersatz",
    re.IGNORECASE,
)
_MONTH_ONLY = re.compile(
    r"^(?:.*\s)?[A-ZÄÖÜ][^\W\d_]{2,},?\s(?:im|Anfang|Mitte|Ende)\s([A-ZÄÖÜ][a-zäöü]{2,8})\s((?:19|20)\d\d)\W*$"
)
"""`Musterau, im März 2024`"""
_IN_TOWN = re.compile(
    r"(?:\b\d{5}|(?i:stadt|gemeinde|standesamt|bürgerbüro|\w*gericht|regierungspräsidium|polizeipräsidium|jobcenter"
    r"|ausländerbehörde|botschaft|außenstelle|meldebehörde|jva|gesundheitsamt|(?:land)?kreis))"
    r"\s([A-ZÄÖÜ][^\W\d_]{2,}(?:(?: am| an der)? [A-ZÄÖÜ][^\W\d_]{2,})?)\b"
)
_SALUTATION = re.compile(r"^\W*(?:sehr geehrte|guten tag|hallo\b|liebe[rs]? |dear\b)", re.IGNORECASE)

_OFFICES_FROM = 0.4
"""Share of a page's height: above, the office's part is a column beside the applicant's."""


def is_talk(title: str) -> bool:
    """Whether a line opens with the name of a record: minutes, an interview, a note, a report."""
    return bool(_TALK.match(title))


def _month_only(line: str) -> PartialDate | None:
    match = _MONTH_ONLY.match(line)
    month = match and month_number(match[1])
    return PartialDate(int(match[2]), month) if match and month else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What the first page shows: a machine-readable zone, a proof of delivery, the record of a talk …

    `body` is the share of the page's height from which on somebody is addressed, `office` that from which
    on an office fills in the form; 1 where there is none. `month` if it bears no more than that as its date,
    `towns` are those that addresses and the names of offices tell.
    """

    zone: bool
    delivery: bool
    talk: bool
    move: bool
    translation: bool
    receipt: bool
    form: bool
    court: bool
    permit: bool
    month: PartialDate | None
    towns: frozenset[str]
    body: float
    office: float

    @classmethod
    def of(cls, page: PageReading) -> Paper:
        """The kind of paper by the first page."""
        texts = [line.text for line in page.lines]
        head = [
            line.text for line in page.lines if line.box.top < 0.45 * page.height and len(line.text) < 100
        ]
        bodies = [line.box.top / page.height for line in page.lines if _SALUTATION.match(line.text)]
        offices = [line.box.top / page.height for line in page.lines if _OFFICES_PART.search(line.text)]
        delivery = any(map(_PROOF_OF_DELIVERY.search, texts))
        return cls(
            zone=any(map(_ZONE.search, texts)),
            delivery=delivery,
            talk=not bodies and any(map(is_talk, head)),
            move=any(map(_MOVE.search, texts)),
            translation=any(map(_TRANSLATION.search, texts)),
            receipt=any(map(_RECEIPT.match, head)),
            form=not bodies and any(map(_FORM.match, head)),
            court=not bodies and not delivery and any(map(_DECISION.match, head)),
            permit=any(map(_PERMIT.search, head)),
            month=next(filter(None, map(_month_only, head)), None),
            towns=frozenset(match[1] for text in texts for match in _IN_TOWN.finditer(text)),
            office=min((top for top in offices if top > _OFFICES_FROM), default=1.0),
            body=min(bodies, default=1.0),
        )
