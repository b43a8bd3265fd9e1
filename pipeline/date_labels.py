"""What a date means by the words before and above it: birth, expiry, receipt, issue, the document's own."""

from __future__ import annotations

import re

from pipeline.columns import GAP
from pipeline.model import DateRole

# Up to two further words (a translated label, "am", "und -ort") may stand between label and date.
_GAP = r"\W{0,8}(?:[^\W\d]+[\W]{1,4}){0,3}$"
_LABEL_WORDS = {
    DateRole.BIRTH: r"\bgeb(?:oren(?:e[rn]?)?|\.|,)?\s?(?:am|den)?\b|\bgeb\.?(?![a-zäöü])|geburtsdatum"
    r"|geb\.?-?\s?dat(?:um|\.)?|geburtstag|tag der geburt|date of birth|\bborn\b|\bD\.?O\.?B\b|naissance"
    r"|\bné\(?e?\)? le|do[gğ]um|\*",
    DateRole.EXPIRY: r"gültig(?:keit)?(?:sdauer)?\s?(?:bis|until)?|\bablauf(?:datum)?|expiry|expires?"
    r"|valid until|befristet|verlängert|\bbis(?: zum| einschl(?:ie(?:ß|ss)lich|\.)?)?|läuft (?:ab|aus)"
    r"|expiration",
    DateRole.RECEIVED: r"eingegangen|\beingang(?:sdatum|sstempel)?|posteingang|\being\.|zugegangen"
    r"|zugestellt",
    DateRole.ISSUE: r"ausgeste\w{1,6}|ausstellung(?:sdatum|stag)?|\berteilt|date of issue|issued|délivr"
    r"|\bfait (?:le|à)|veriliş|düzenlenme|data (?:wydania|di rilascio)|fecha de (?:expedición|emisión)"
    r"|datum izdavanja|дата выдачи|дата видачі|festges\w{3,6}(?:\s+am)?(?=\W*$)",
    DateRole.DOCUMENT: r"\b(?:auszugs|(?:ab)?rechnungs|erstellungs|ausfertigungs|bescheid|druck|brief|anlege"
    r"|abruf|abfrage|versand|sende|übermittlungs|protokoll|gesprächs|untersuchungs|befund|beleg|unterzeichnungs|melde"
    r"|bearbeitungs)?[do]atü(?:m|rn|n)(?! de[rs]\b)"
    r"|\b(?:datum|tag|zeitpunkt) der (?:aus(?:kunft|fertigung|stellung)|erstellung|abfrage|übermittlung"
    r"|übersetzung|unter(?:zeichnung|schrift|suchung)|vorsprache|anhörung|(?:mündlichen )?verhandlung"
    r"|verkündung|beratung|niederschrift|aufnahme|feststellung|anzeige|(?:an|ab|um)meldung)"
    r"|\b(?:datum|tag|zeitpunkt) des (?:gesprächs|ausdrucks|abrufs)"
    r"|^\s*date|\bdated\b|\bsent(?=\s?:)|\b(?:done|given|signed) (?:at|on|in)\b|\bdruck(?=\s?:)|,\s?den"
    r"|^\s*den|\b(?:bearbeitungs|daten|druck|sach|register|akten)?stand|erstellt|gesendet|ausgefertigt|aufgenommen|verkündet"
    r"|gedruckt|ausgedruckt|entnommen|\b(?:versandt|versendet|verschickt|abgesandt|übersandt|übermittelt|eingereicht"
    r"|abgeschickt|abgerufen|abgefragt|aufgegeben|protokolliert|verhandelt|beurkundet|unterzeichnet|unterschrieben"
    r"|geschehen|vorgesprochen|beglaubigt|angelegt|bestätigt)\b|\bversand elektronisch"
    r"|\b(?:abruf|ausdruck|abfrage)(?= (?:am|vom)|\s?:)"
    r"|^\s*tarih|^\s*(?:data|fecha|дата)\s?:|\bdnia\b|^\s*le\b",
}
# Recognition loses the dots of capital letters first: `Ubermittelt`.
_DOTLESS = str.maketrans({"ä": "[äa]", "ö": "[öo]", "ü": "[üu]"})
_LABELS = {
    role: re.compile(rf"(?:{words.translate(_DOTLESS)}){_GAP}", re.IGNORECASE)
    for role, words in _LABEL_WORDS.items()
}
_ON = r"(?:(?:den|de[nm]|d\.|am|le|the|on|dnia|li|il|a)\s?)?"
_PLACE = r"[A-ZÄÖÜ][^\W\d_]{2,}\.?(?:[ /-]+[(a-zA-ZÄÖÜ][^\W\d_]*[.)]?){0,3}"
_PLACE_AND_DATE = re.compile(
    rf"^(?:.*\s)?[A-ZÄÖÜ][\wäöüß./() -]{{2,40}},\s*{_ON}$|^\W*{_PLACE}\s?(?:[.;|/–-]\s?{_ON}|den\s)$"
)
_APPOINTMENT = re.compile(
    r"\b(?:am|bis|zum|vom|ab|auf)\s(?:\w+\s)?(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag,?\s(?:de[nm]\s)?$|\b(?:am|bis|zum|vom|ab|auf)\s(?:\w+\s)?Mittwoch,?\s(?:de[nm]\s)?$"
    r"|\b(?:termin|frist|spätestens)\b[^.]{0,30}$",
    re.IGNORECASE,
)
"""Days to come, of which letters speak; a date of its own has no preposition before the day of the week."""


def role_of(before: str, above: str = "") -> DateRole:
    """What a date means: from the text before it in its column, the label above it, its whole line."""
    beside = before.rsplit(GAP, 1)[-1]
    if _APPOINTMENT.search(beside):
        return DateRole.OTHER
    for text in (beside, above, before):
        role = _labelled(text[-60:])
        if role is not DateRole.OTHER:
            return role
        if any(character.isalnum() for character in beside):
            break
    if _PLACE_AND_DATE.match(beside if beside.strip() else before.rstrip().rsplit(GAP, 1)[-1]):
        return DateRole.DOCUMENT
    return DateRole.OTHER


def _labelled(text: str) -> DateRole:
    """The role of the label nearest to the end of `text`."""
    starts = {role: match.start() for role, label in _LABELS.items() if (match := label.search(text))}
    return max(starts, key=lambda role: starts[role]) if starts else DateRole.OTHER
