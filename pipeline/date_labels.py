"""What a date means by the words before and above it: birth, expiry, receipt, issue, the document's own."""

from __future__ import annotations

import re

from pipeline.columns import GAP
from pipeline.date_misread import as_printed
from pipeline.model import DateRole

# Up to three further words (a translated label, "am", "und -ort") may stand between label and date.
_GAP = r"\W{0,8}(?:[^\W\d]+[\W]{1,4}){0,3}$"
_PAPER_S = (
    r"auszugs|(?:ab)?rechnungs|erstellungs|ausfertigungs|bescheid|beschluss|druck|brief|schreib|anlege"
    r"|abruf|abfrage|versand|sende|übermittlungs|nachrichten|vorgangs|protokoll|gesprächs|untersuchungs|befund"
    r"|beleg|quittungs|kauf|transaktions|unterzeichnungs|melde|bearbeitungs|ausgabe|aktualisierungs|speicher"
    r"|erklärungs|vertrags|übersetzungs|anhörungs|vernehmungs|verhandlungs|sitzungs|entscheidungs|auskunfts"
    r"|mitteilungs|rückmelde|anfrage|anforderungs|bestätigungs|bescheinigungs|gutachten|verfügungs|anordnungs"
)
"""Whose day is the paper's own: `Druckdatum`, but not `Einzugsdatum`."""
_EVENTS = (
    r"ereignis|vorfall|geburt|ehe|heirat|einzug|auszug|zuzug|wegzug|umzug|einreise|ausreise|eintritt|austritt"
    r"|antrag|tat\b|zustellung|eingang|bescheid"
)
"""`Datum Auszug` tells as little of the paper's own day as `Auszugsdatum`."""
_LABEL_WORDS = {
    DateRole.BIRTH: r"geburtsdatum|geb\.?-?\s?dat(?:um|\.)?|\bgeb(?:oren(?:e[rn]?)?|\.|,)?\s?(?:am|den)?\b"
    r"|\bgeb\.?(?![^\W\d_])|geburtstag|(?:tag|datum|zeitpunkt|ort) der geburt|birth ?date"
    r"|date of birth|\bborn\b|geburtsort\W{0,3}(?:und|u\.)?\W{0,3}(?:tag|datum)|\bD\.?O\.?B\b|naissance"
    r"|\bn[ée]\(?e?\)? le|do[gğ]um|nac(?:i(?:do|da|miento)\b|\.)|nascita|nascimento|\burodz\w*|ro[đd]j?enja"
    r"|рожден\w*|народжен\w*|рођењ\w*|ра(?:ж|ѓ)ањ?е|naroz\w+|naroden\w+|dat[ëe]lindj\w+|na(?:s|ș|ş|t)terii|\*",
    DateRole.EXPIRY: r"(?<!beginn der )gültig(?:keit)?(?:sdauer)?(?!\s?(?:ab|vo[mn])\W*$)\s?(?:bis|until)?"
    r"|\bablauf(?:datum)?|expiry|expires?"
    r"|valid (?:until|thru|through|to)|(?<!un)befristet|verlängert"
    r"|\bbis(?: zum| einschl(?:ie(?:ß|ss)lich|\.)?)?"
    r"|läuft (?:ab|aus)|\bendet\b|(?:verliert|ende) \w{2,5} (?:gültigkeit|geltung)\w*|geltungsdauer"
    r"|expir(?:ation|e|ing|[ăa]\w*)|caducidad|vencimiento|scadenza|\bskad\w+|\bwa[zż]n\w*"
    r"|\bv(?:a[žz]i|rijedi) do|platn\w+|valabil\w*|validade|validit[ée]|ge[çc]erlil?i\w*|действ\w+ до"
    r"|срок действия|годен до|дійсн\w+ до",
    DateRole.RECEIVED: r"eingegangen|\beingang(?:sdatum|sstempel)?|posteingang|\being\.|zugegangen"
    r"|zugestellt",
    DateRole.ISSUE: r"ausgeste\w{1,6}|ausstellung(?:sdatum|stag)?|\berteilt"
    r"|(?:date of )?issued?(?: date| on)?\b"
    r"|d[ée]livr\w*|\bfait (?:le|à)|verili[şs]|düzenlenme|data (?:wydania|wystawienia|eliber\w+|emiterii)"
    r"|data di (?:rilascio|emissione)|date d.(?:[ée]mission|[ée]tablissement)"
    r"|fecha (?:de )?(?:expedici\wn|emisi\wn)|data e l[ëe]shimit"
    r"|datum (?:izdavanja|izdanja|vydání|vydania)|дат[аум]+ (?:выдачи|видачі|изда\w+|на изда\w+)"
    r"|ausstelldatum|ausst\.?-?datum|festges\w{3,6}(?:\s+am)?(?=\W*$)"
    r"|^\W*(?:bewilligt|genehmigt|erlassen|verpflichtet|angeordnet)(?= ?(?:worden )?(?:am|on)?\W*$)"
    r"|(?:datum|tag) der (?:bewilligung|genehmigung|erteilung|verpflichtung)(?=\W*$)",
    DateRole.DOCUMENT: rf"(?<![\w.]-)\b(?:(?:{_PAPER_S})-?)?[do]atü(?:m|rn|n)(?! (?:de[rs]\b|{_EVENTS}))"
    r"|\b(?:datum|tag|zeitpunkt) (?:der|dieser) (?:aus(?:kunft|fertigung|stellung|gabe)|erstellung|a[bn]frage"
    r"|übermittlung|übersetzung|(?:haupt|erst|nach)untersuchung|hu\b"
    r"|unter(?:zeichnung|schrift|suchung|richtung)|vorsprache|anhörung"
    r"|(?:mündlichen )?verhandlung|sitzung|verkündung|beratung|niederschrift|aufnahme|feststellung|anzeige"
    r"|befragung|vernehmung|begutachtung|(?:ed|erkennungsdienstlichen)[- ]behandlung"
    r"|(?:an|ab|um|rück)?meldung|(?:ab|be)?rechnung|quittung"
    r"|(?:be(?:nach)?richtigung|mitteilung|bescheinigung|bestätigung|erklärung|belehrung|antwort|stellungnahme"
    r"|anforderung|übersendung|absendung|beurkundung|beglaubigung))"
    r"|\b(?:datum|tag|zeitpunkt) (?:des|dieses) (?:gesprächs|ausdrucks|drucks|abrufs|schreibens|briefe?s"
    r"|berichts|protokolls|vermerks|gutachtens|versand(?:e?s)?|auszuge?s)"
    r"|\b(?:abfrage|abruf|druck|erstellungs|ausgabe|auskunfts)(?:zeit(?:punkt)?|tag)\b"
    r"|^\s*date\b(?! (?:of|de|d.)\s?)|\bdated\b|\bsent(?=\s?:)|\b(?:done|given|signed) (?:at|on|in)\b"
    r"|\bhand (?:and seal,? )?(?:on )?this\b"
    r"|\bbuchungs(?:datum|tag)(?=\s?:)"
    r"|\b(?:print(?:ed)?|report|statement|letter|document|booking) date\b"
    r"|\b(?:printed|created|generated|made|concluded|entered into) on\b|\bdruck(?=\s?:|\s(?:am|vom)\b)"
    r"|(?:,\s?|^\s*)den(?=\W*$)|\b(?:bearbeitungs|daten|druck|sach|register|akten)?stand\b|erstellt|\berzeugt\b|gesendet|ausgefertigt"
    r"|verkündet|gedruckt|ausgedruckt|entnommen|\b(?:versandt|versendet|verschickt|abgesandt|übersandt|übermittelt"
    r"|eingereicht|abgeschickt|abgerufen|abgefragt|aufgegeben|protokolliert|verhandelt|beurkundet|gebucht"
    r"|unterzeichnet|unterschrieben|bearbeitet|geschehen|vorgesprochen|beglaubigt|angelegt|bestätigt)\b"
    r"|\bverteil(?:ungs)?entscheidung(?= vom)"
    r"|\bversand elektronisch|\b(?:abruf|ausdruck|abfrage)(?= (?:am|vom)|\s?:)"
    r"|\b(?:antwort|rückmeldung|ausgabe)(?=\s?:\W*$)"
    r"|^\W*(?:antwort|(?:rück|vollzugs)?meldung|bericht) vom(?=\s?:\W*$)"
    r"|^\s*tarih|^\s*(?:data|fecha|дата)\s?:|\bdnia\b|^\s*le(?=\W*$)",
}
# Recognition loses the dots of capital letters first: `Ubermittelt`.
_DOTLESS = str.maketrans({"ä": "[äa]", "ö": "[öo]", "ü": "[üu]"})
_LABELS = {
    role: re.compile(rf"({words.translate(_DOTLESS)}){_GAP}", re.IGNORECASE)
    for role, words in _LABEL_WORDS.items()
}
_ON = r"(?:(?:den|de[nm]|d\.|am|le|the|on|dnia|li|il|a)\s?)?"
_PLACE = r"[A-ZÄÖÜ][^\W\d_]{2,}\.?(?:[ /-]+[(a-zA-ZÄÖÜ][^\W\d_]*[.)]?){0,3}"
_NOT_AFTER_A_PREPOSITION = "".join(rf"(?<!\b{word} )" for word in ["für", "auf", "in", "an", "bis", "gegen"])
_ENDS_AS_A_NAME = r"[^\s,/(-]*[A-ZÄÖÜ][^\s,]*\s?"
_PLACE_NAME = re.compile(r"\W*[A-ZÄÖÜ][^\W\d_]{3,}\s?")
_NO_PERSON_OR_FLIGHT = r"(?<!\bSie)(?<!\bIhnen)(?<!\d [A-Z]{3})"
"""No places: `wird Ihnen vorgeworfen, Sie, am`, `LH 5646 FRA, `."""
_PLACE_AND_DATE = re.compile(
    rf"^(?:.*\s)?[^\w\s]{{0,2}}(?=[A-ZÄÖÜ][\w./() -]{{2,40}},)(?:[^,]*[\s/(-])?{_ENDS_AS_A_NAME}"
    rf"{_NO_PERSON_OR_FLIGHT},\s*{_ON}$"
    rf"|^\W*{_PLACE}(?<!\bv)(?<!\bv\.)\s?(?:[.;|/–-]\s?{_ON}|{_NOT_AFTER_A_PREPOSITION}den\s)$"
)
_PERSON = re.compile(
    r"^\W*(?:\d{1,2}[.)]\W*)?[A-ZÄÖÜ][^\W\d_]+(?:-[^\W\d_]+)?,\s"
    r"[A-ZÄÖÜ][^\W\d_]+(?:[ -][A-ZÄÖÜ][^\W\d_]+)*,\s*$"
)
"""`Muster, Erika, ` is no place, what follows her day of birth."""
_PERSONS_FIELD = re.compile(
    r"(?:name|person|antragsteller|gefangene|verurteilte|versicherte|patient|beschuldigte|angeklagte|kläger|inhaber"
    r"|schüler|mieter|arbeitnehmer|betreff|betr|betrifft|kind|ehemann|ehefrau|vater|mutter|mandant)\w{0,3}\.?(?:/\w+)?"
    r"(?:\s?:|\s{3})[^\d:]*$",
    re.IGNORECASE,
)
_APPOINTMENT = re.compile(
    r"\b(?:am|bis|zum|vom|ab|auf)\s(?:\w+\s)?(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag,?\s(?:de[nm]\s)?$|\b(?:am|bis|zum|vom|ab|auf)\s(?:\w+\s)?Mittwoch,?\s(?:de[nm]\s)?$"
    r"|\b(?:termin|frist|spätestens)\b[^.]{0,30}$",
    re.IGNORECASE,
)
"""Days to come, of which letters speak; a date of its own has no preposition before the day of the week."""
_RUNS = re.compile(r"\b(?:seit|ab)\W*$", re.IGNORECASE)
_OTHER_CALENDAR = re.compile(
    r"(?:\d{1,2}[./]\d{1,2}[./]1[34]\d\d|1[34]\d\d[./]\d{1,2}[./]\d{1,2})\W{0,3}\w{0,5}\W{0,3}$"
)
"""A day of the Iranian or Islamic calendar, behind which translators put ours: `19.12.1399 (09.03.2021)`."""


_WEEKDAY = re.compile(r"(?<=:) (?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch),? $")
_PLACE_AND_WEEKDAY = re.compile(
    rf"^(\W*{_PLACE},) (?:am )?(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch),? (?=(?:de[nm] )?$)"
)
"""`Musterau, am Montag, dem`"""
_LEADER = re.compile(r"\s*[.…_]{3,}(?:[cemnorsu]{1,3}[.…_]+)?[.…_\s]*[:;?]?\s*")
"""What leads the eye from a label to its value: `Ausgestellt am ........ 12.03.2020`."""


_IN_A_PLACE = re.compile(
    r"(?<=[a-zäöüßA-ZÄÖÜ])\s+(?i:in|zu|at|à)\s+[A-ZÄÖÜ][\w.()/-]+"
    r"(?:,?\s(?:(?i:am|an der|an dem|im|in|ob der|vor der|v\.\s?d\.)\s)?[(]?[A-ZÄÖÜ][\w.()/-]+){0,2}"
    r",?\s+(?=(?i:am|on|den|le)\W*$)"
)
"""Where something was done, between its word and the day: `ausgestellt in Musterau am Fluss am`."""


_BY_SOMEBODY = re.compile(
    r"\b(issued|ausgestellt|erteilt|ausgefertigt|d[ée]livr\w+)\s(?:by|from|von|vom|durch|par)\s[^.:\d]{3,70}\s"
    r"(?=(?:am|on|le)\W*$)",
    re.IGNORECASE,
)
"""`Issued from the registry of Exampleton on`"""


def without_place(before: str) -> str:
    """The text before a date without the place or office that stands between a label and `am`."""
    return _IN_A_PLACE.sub(" ", _BY_SOMEBODY.sub(r"\1 ", before))


def without_leader(before: str) -> str:
    """The text before a date without the dots that lead the eye from a label to its value."""
    return _LEADER.sub(" ", before)


def role_of(before: str, above: str = "") -> DateRole:
    """What a date means: from the text before it in its column, the label above it, its whole line."""
    before = _WEEKDAY.sub("", without_leader(_OTHER_CALENDAR.sub("", before)))
    before = without_place(_PLACE_AND_WEEKDAY.sub(r"\1 ", before))
    beside = before.rsplit(GAP, 1)[-1]
    if _APPOINTMENT.search(beside) or _RUNS.search(before):
        return DateRole.OTHER
    for text in (beside, f"{above} ", before):
        role = _labelled(as_printed(text[-60:]))
        if role is not DateRole.OTHER:
            return role
        if any(map(str.isalnum, beside)):
            break
    if GAP in before and any(map(str.isalnum, beside)):
        label = _labelled(as_printed(before.removesuffix(beside).rstrip()[-60:]))
        if label in {DateRole.ISSUE, DateRole.DOCUMENT} and _PLACE_NAME.fullmatch(beside):
            return label
        if label in {DateRole.BIRTH, DateRole.EXPIRY} and _PLACE_AND_DATE.match(beside):
            return label  # `Ort und Tag der Geburt   Musterau, 12.03.1990`
    place = beside if beside.strip() else before.rstrip().rsplit(GAP, 1)[-1]
    if _PERSON.match(place) or (place.rstrip().endswith(",") and _PERSONS_FIELD.search(before)):
        return DateRole.BIRTH
    return DateRole.DOCUMENT if _PLACE_AND_DATE.match(place) else DateRole.OTHER


def _labelled(text: str) -> DateRole:
    """The role of the label nearest to the end of `text`; of labels within one another the longest."""
    found = [(label.search(text), role) for role, label in _LABELS.items()]
    near = [(match.end(1), match.end(1) - match.start(1), role) for match, role in found if match]
    return max(near, key=lambda item: item[:2])[2] if near else DateRole.OTHER
