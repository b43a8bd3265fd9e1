"""Known-item queries: what somebody types who looks for one document and knows what is printed on it.

Each is drawn from the printed text, never from what recognition made of it. Words of the same document
are added until at most `_MOST_ALIKE` documents have them all in print, so that an engine that read
everything right could show the document among the first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from bench.find_texts import Sample, words_of

_MOST_ALIKE = 3
_MOST_WORDS = 3  # added to the one that is tried
_PLAIN = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class Query:
    kind: str
    text: str
    document: str


class Draft:
    """Draws queries from documents; the same seed draws the same ones."""

    def __init__(self, samples: Sequence[Sample], asked: Sequence[Sample], seed: int) -> None:
        """`asked` are the documents out of `samples` that somebody looks for."""
        self._samples = asked
        self._rng = Random(seed)
        self._words = {sample.id: sorted(set(words_of(sample.printed))) for sample in samples}
        self._holding: defaultdict[str, set[str]] = defaultdict(set)
        for sample_id, words in self._words.items():
            for word in words:
                self._holding[word.casefold()].add(sample_id)

    def draw(self, each: int) -> list[Query]:
        """`each` queries of every kind, as far as the texts have any."""
        return [query for kind in KINDS for query in self._of_kind(kind, each)]

    def _of_kind(self, kind: str, count: int) -> Iterator[Query]:
        found = 0
        for sample in self._rng.sample(self._samples, len(self._samples)):
            if found == count:
                return
            if query := self._query(kind, sample):
                yield query
                found += 1

    def _query(self, kind: str, sample: Sample) -> Query | None:
        tried = KINDS[kind](self, sample)
        if tried is None:
            return None
        typed, printed = tried
        alike = set.intersection(*(self._holding[word.casefold()] for word in words_of([printed])))
        words = [word for word in self._words[sample.id] if _PLAIN.fullmatch(word)]
        added: list[str] = []
        for word in self._rng.sample(words, len(words)):
            if len(alike) <= _MOST_ALIKE or len(added) == _MOST_WORDS:
                break
            fewer = alike & self._holding[word.casefold()]
            if len(fewer) < len(alike):
                alike = fewer
                added.append(word)
        if len(alike) > _MOST_ALIKE:
            return None
        return Query(kind, " ".join([typed, *added]), sample.id)

    # -- what is typed, and what is printed ------------------------------------------------------

    def _pick(self, sample: Sample, fitting: Mapping[str, str]) -> tuple[str, str] | None:
        """One of the document's words that have another form in `fitting`."""
        words = [word for word in self._words[sample.id] if word in fitting]
        if not words:
            return None
        word = self._rng.choice(words)
        return fitting[word], word

    def word(self, sample: Sample) -> tuple[str, str] | None:
        words = [word for word in self._words[sample.id] if _PLAIN.fullmatch(word)]
        word = self._rng.choice(words)
        return word, word

    def inflected(self, sample: Sample) -> tuple[str, str] | None:
        return self._pick(
            sample, {word: form for word in self._words[sample.id] if (form := _inflected(word))}
        )

    def compound_part(self, sample: Sample) -> tuple[str, str] | None:
        there = {word.casefold() for word in self._words[sample.id]}
        fitting = {}
        for word in self._words[sample.id]:
            parts = [part for part in COMPOUNDS.get(word.casefold(), ()) if part.casefold() not in there]
            if parts:
                fitting[word] = self._rng.choice(parts)
        return self._pick(sample, fitting)

    def other_name(self, sample: Sample) -> tuple[str, str] | None:
        return self._pick(sample, {name: self._rng.choice(others) for name, others in NAMES.items()})

    def umlaut(self, sample: Sample) -> tuple[str, str] | None:
        forms = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
        if self._rng.random() < 0.5:
            forms = {"ä": "a", "ö": "o", "ü": "u", "ß": "ss"}
        fitting = {
            word: word.translate(str.maketrans(forms))
            for word in self._words[sample.id]
            if _PLAIN.fullmatch(word) and set("äöüß") & set(word)
        }
        return self._pick(sample, fitting)

    def number(self, sample: Sample) -> tuple[str, str] | None:
        """A file number, a serial number or an AZR number, as printed or with other separators."""
        numbers = [
            word
            for word in self._words[sample.id]
            if sum(map(str.isdigit, word)) >= 6 and not re.fullmatch(r"[\d.]{6,10}|.*@.*", word)
        ]
        if not numbers:
            return None
        word = self._rng.choice(numbers)
        return (word.replace("/", "-") if self._rng.random() < 0.3 else word), word

    def phrase(self, sample: Sample) -> tuple[str, str] | None:
        lines = [line.split("  ") for page in sample.printed for line in page.splitlines()]
        stretches = [words for line in lines for part in line if len(words := words_of([part])) >= 3]
        if not stretches:
            return None
        words = self._rng.choice(stretches)
        length = self._rng.choice((2, 3, 3))
        start = self._rng.randrange(len(words) - length + 1)
        text = " ".join(words[start : start + length])
        return f'"{text}"', text

    def typo(self, sample: Sample) -> tuple[str, str] | None:
        words = [word for word in self._words[sample.id] if _PLAIN.fullmatch(word) and len(word) >= 7]
        if not words:
            return None
        word = self._rng.choice(words)
        return _mistyped(word, self._rng), word

    def date(self, sample: Sample) -> tuple[str, str] | None:
        days = [
            word for word in self._words[sample.id] if re.fullmatch(r"\d{2}\.\d{2}\.(?:19|20)\d{2}", word)
        ]
        if not days:
            return None
        word = self._rng.choice(days)
        day, month, year = word.split(".")
        forms = (word, f"{year}-{month}-{day}", f"{int(day)}. {_MONTHS[int(month) - 1]} {year}")
        return self._rng.choice(forms), word


KINDS = {
    "word": Draft.word,
    "inflected": Draft.inflected,
    "compound part": Draft.compound_part,
    "name spelled otherwise": Draft.other_name,
    "umlaut": Draft.umlaut,
    "number": Draft.number,
    "phrase": Draft.phrase,
    "typo": Draft.typo,
    "date": Draft.date,
}

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905


def _inflected(word: str) -> str | None:
    """Another form of a noun by the rules of German, or None where the rules do not say."""
    if not _PLAIN.fullmatch(word) or not word[0].isupper() or word.isupper():
        return None
    for singular, plural in _PLURALS.items():
        if word.casefold().endswith(singular):
            return word[: len(word) - len(singular)] + plural
        if word.casefold().endswith(plural):
            return word[: len(word) - len(plural)] + singular
    return None


_PLURALS = {
    "antrag": "anträge",
    "vertrag": "verträge",
    "ausweis": "ausweise",
    "behörde": "behörden",
    "bescheid": "bescheide",
    "amt": "ämter",
    "erlaubnis": "erlaubnisse",
    "nachweis": "nachweise",
    "urkunde": "urkunden",
    "verfahren": "verfahrens",
    "recht": "rechte",
    "gericht": "gerichte",
    "termin": "termine",
    "auszug": "auszüge",
    "schreiben": "schreibens",
    "zeugnis": "zeugnisse",
    "heit": "heiten",
    "keit": "keiten",
    "schaft": "schaften",
    "ung": "ungen",
    "frist": "fristen",
    "karte": "karten",
    "adresse": "adressen",
    "titel": "titels",
    "zeichen": "zeichens",
}


def _mistyped(word: str, rng: Random) -> str:
    """One letter other, missing, doubled or swapped with its neighbour; not the first one."""
    place = rng.randrange(1, len(word) - 1)
    match rng.randrange(4):
        case 0:
            return word[:place] + rng.choice("abcdefghiklmnoprstuvwz") + word[place + 1 :]
        case 1:
            return word[:place] + word[place + 1 :]
        case 2:
            return word[:place] + word[place] + word[place:]
        case _:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


# Written by hand from the meaning of the words, without a look at any engine's list.
COMPOUNDS: Mapping[str, tuple[str, ...]] = {
    "staatsangehörigkeit": ("Angehörigkeit",),
    "geburtsdatum": ("Geburt", "Datum"),
    "geburtsurkunde": ("Geburt", "Urkunde"),
    "aufenthaltstitel": ("Aufenthalt", "Titel"),
    "aufenthaltserlaubnis": ("Aufenthalt", "Erlaubnis"),
    "niederlassungserlaubnis": ("Niederlassung", "Erlaubnis"),
    "aktenzeichen": ("Zeichen",),
    "arbeitsvertrag": ("Arbeit", "Vertrag"),
    "verwaltungsgericht": ("Verwaltung", "Gericht"),
    "mietvertrag": ("Miete", "Vertrag"),
    "aufenthaltsgestattung": ("Aufenthalt", "Gestattung"),
    "erwerbstätigkeit": ("Erwerb", "Tätigkeit"),
    "rechtsbehelfsbelehrung": ("Rechtsbehelf", "Belehrung"),
    "krankenversicherung": ("Versicherung",),
    "bundesagentur": ("Agentur",),
    "rechtsanwältin": ("Anwältin",),
    "sprachzertifikat": ("Sprache", "Zertifikat"),
    "lebensunterhalt": ("Unterhalt",),
    "meldebescheinigung": ("Bescheinigung",),
    "verpflichtungserklärung": ("Verpflichtung", "Erklärung"),
    "familienstand": ("Familie",),
    "strafbefehl": ("Strafe", "Befehl"),
    "regierungspräsidium": ("Regierung", "Präsidium"),
    "meldebehörde": ("Behörde",),
    "asylverfahren": ("Asyl", "Verfahren"),
    "passpflicht": ("Pass", "Pflicht"),
    "akteneinsicht": ("Einsicht",),
    "erstaufnahmeeinrichtung": ("Aufnahme", "Einrichtung"),
    "abschiebungsandrohung": ("Abschiebung", "Androhung"),
    "rentenversicherung": ("Rente", "Versicherung"),
    "nebenbestimmungen": ("Bestimmung",),
    "integrationskurs": ("Integration", "Kurs"),
    "personalausweis": ("Ausweis",),
    "wohnungsgeberbestätigung": ("Wohnung", "Bestätigung"),
    "erholungsurlaub": ("Urlaub",),
    "flüchtlingseigenschaft": ("Flüchtling", "Eigenschaft"),
    "fiktionsbescheinigung": ("Fiktion", "Bescheinigung"),
    "versicherungsverlauf": ("Versicherung", "Verlauf"),
    "immatrikulationsbescheinigung": ("Immatrikulation", "Bescheinigung"),
    "staatsanwaltschaft": ("Anwaltschaft",),
    "krankenkasse": ("Kasse",),
    "reiseunfähigkeit": ("Reise",),
    "wohnsitzauflage": ("Wohnsitz", "Auflage"),
    "kontoauszug": ("Konto", "Auszug"),
    "entgeltabrechnung": ("Entgelt", "Abrechnung"),
    "ermittlungsverfahren": ("Ermittlung", "Verfahren"),
    "aufnahmeeinrichtung": ("Aufnahme", "Einrichtung"),
    "antragsteller": ("Antrag",),
    "gemeinschaftsunterkunft": ("Gemeinschaft", "Unterkunft"),
    "reiseausweis": ("Reise", "Ausweis"),
    "passbeschaffung": ("Pass", "Beschaffung"),
    "empfangsbekenntnis": ("Empfang", "Bekenntnis"),
    "studienbescheinigung": ("Studium", "Bescheinigung"),
    "zustellungsurkunde": ("Zustellung", "Urkunde"),
    "freiheitsstrafe": ("Freiheit", "Strafe"),
    "ankunftsnachweis": ("Ankunft", "Nachweis"),
    "anhörungsniederschrift": ("Anhörung", "Niederschrift"),
    "schweigepflichtentbindung": ("Schweigepflicht",),
    "sperrkontos": ("Konto",),
    "bundeszentralregister": ("Register",),
    "ausbildungsduldung": ("Ausbildung", "Duldung"),
    "berufsausbildungsvertrag": ("Ausbildung", "Vertrag"),
    "volkshochschule": ("Hochschule",),
    "scheidungsbeschluss": ("Scheidung", "Beschluss"),
    "sorgeerklärung": ("Erklärung",),
    "familiengericht": ("Familie", "Gericht"),
    "grenzübertrittsbescheinigung": ("Grenzübertritt", "Bescheinigung"),
    "sozialversicherung": ("Versicherung",),
    "vorabzustimmung": ("Zustimmung",),
    "justizvollzugsanstalt": ("Anstalt",),
    "sicherungshaft": ("Sicherung", "Haft"),
    "körperverletzung": ("Verletzung",),
    "kündigungsfristen": ("Kündigung", "Frist"),
    "eheschließung": ("Ehe", "Schließung"),
    "untersuchungshaft": ("Untersuchung", "Haft"),
}

# Spellings that are met in letters and registers, by hand.
NAMES: Mapping[str, tuple[str, ...]] = {
    "Mohammad": ("Mohammed", "Muhammad", "Mohamed"),
    "Abdulrahman": ("Abdul-Rahman", "Abdelrahman"),
    "Yousef": ("Yusuf", "Youssef", "Jusuf"),
    "Khaled": ("Khalid", "Chaled"),
    "Fatima": ("Fatma", "Fatimah"),
    "Mariam": ("Maryam", "Marjam"),
    "Samira": ("Sameera",),
    "Haddadin": ("Hadadin",),
    "Shahoud": ("Shahud",),
    "Darwishi": ("Darwischi", "Derwishi"),
    "Yıldırımoğlu": ("Yildirimoglu",),
    "Şahinkaya": ("Sahinkaya",),
    "Çelikdağ": ("Celikdag",),
    "Özgürkan": ("Ozgurkan", "Oezguerkan"),
    "Güneşdoğan": ("Gunesdogan", "Guenesdogan"),
    "Ömer": ("Omer", "Oemer"),
    "Barış": ("Baris",),
    "Uğur": ("Ugur",),
    "Gülşen": ("Gulsen", "Guelsen"),
    "Özlem": ("Ozlem", "Oezlem"),
    "Shcherbanenko": ("Schtscherbanenko", "Shcherbanenko"),
    "Oleksandr": ("Aleksandr", "Alexander"),
    "Wzorczyński": ("Wzorczynski",),
    "Đorđevanović": ("Dordevanovic", "Djordjevanovic"),
    "Unbekanntović": ("Unbekanntovic",),
    "Noorzadah": ("Nourzadah", "Nurzadah"),
    "Zahra": ("Sahra",),
    "Karabulutlu": ("Karabulutlu",),
    "Nguyễn": ("Nguyen",),
    "Hossein": ("Hussein", "Husain"),
    "Shirazimanesh": ("Schirasimanesch",),
}
