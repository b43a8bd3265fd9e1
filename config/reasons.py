"""Why something needs a person's attention, as data: a code with its parameters.

A reason is stored as code and parameters and worded only when it is shown, so that the clerk
reads it in the language of the screen and a test or a log compares codes instead of sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from config.evidence import in_words
from config.language import Language, Text

# Review: a clerk decides.  Quarantine: the file could not be read.  Page: why a page holds no document text.
REASONS: Mapping[str, Text] = {
    # -- review ------------------------------------------------------------------------------
    "no_identity": Text(
        "Das Dokument nennt keine Person, die sich zuordnen lässt.",
        "The document names nobody who could be looked up.",
    ),
    "not_in_register": Text(
        "Die genannte Person ({name}) steht nicht im Register.",
        "The person named ({name}) is not in the register.",
    ),
    "no_birth_date": Text(
        "Der Name passt auf {count} Person(en) im Register; es fehlen Geburtsdatum oder eine Nummer.",
        "The name fits {count} person(s) in the register; a birth date or a number is missing.",
    ),
    "several_fit": Text(
        "Das Dokument passt auf mehrere Personen: {persons}.",
        "The document fits several persons: {persons}.",
    ),
    "several_persons": Text(
        "Das Dokument betrifft mehrere registrierte Personen: {persons}.",
        "The document concerns several registered persons: {persons}.",
    ),
    "contradiction": Text(
        "Angaben widersprechen dem Register ({person}): {detail}.",
        "The document contradicts the register ({person}): {detail}.",
    ),
    "thin_margin": Text(
        "Eine zweite Person passt fast ebenso gut: {persons}.",
        "A second person fits almost as well: {persons}.",
    ),
    "weak_match": Text(
        "Die Angaben reichen für eine sichere Zuordnung nicht aus (am ehesten {person}): {detail}.",
        "Not enough evidence for a safe assignment (closest: {person}): {detail}.",
    ),
    "number_alone": Text(
        "Nur eine Nummer führt zu {person}; Name oder Geburtsdatum bestätigen sie nicht.",
        "Only a number leads to {person}; neither name nor birth date confirms it.",
    ),
    "subject_unclear": Text(
        "Es ist unklar, wessen Akte gemeint ist: {detail}.",
        "It is unclear whose record is meant: {detail}.",
    ),
    "poor_quality": Text(
        "Die Seiten sind kaum lesbar (Qualität {quality}); bitte neu scannen oder von Hand zuordnen.",
        "The pages can hardly be read (quality {quality}); rescan them or assign by hand.",
    ),
    "script_not_installed": Text(
        "Seiten in einer Schrift, die nicht gelesen werden kann ({script}); bitte von Hand zuordnen. "
        "Die IT kann sie einrichten: {packages}.",
        "Pages in a script that cannot be read ({script}); assign by hand. IT can set it up: {packages}.",
    ),
    "not_same_person": Text(
        "Nach einer früheren Entscheidung ist das eine andere Person als {persons}.",
        "By an earlier decision this is another person than {persons}.",
    ),
    "filed_elsewhere": Text(
        "Lag bei {person}; nach dem Register von heute gehört es zu {other}.",
        "Was filed under {person}; by the register of today it belongs to {other}.",
    ),
    "reopened": Text(
        "Von {actor} aus der Akte zurückgeholt: {note}",
        "Taken back out of the record by {actor}: {note}",
    ),
    "rejected": Text(
        "Von {actor} zurückgewiesen: {note}",
        "Rejected by {actor}: {note}",
    ),
    # -- quarantine --------------------------------------------------------------------------
    "empty_file": Text("Die Datei ist leer (0 Bytes).", "The file is empty (0 bytes)."),
    "unknown_format": Text(
        "Das Dateiformat wird nicht unterstützt ({detail}). Möglich sind PDF, TIFF, JPEG und PNG.",
        "The file format is not supported ({detail}). PDF, TIFF, JPEG and PNG are.",
    ),
    "encrypted": Text(
        "Die PDF-Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort neu einreichen.",
        "The PDF is protected by a password. Submit it again without one.",
    ),
    "damaged": Text(
        "Die Datei ist beschädigt und lässt sich nicht öffnen ({detail}).",
        "The file is damaged and cannot be opened ({detail}).",
    ),
    "no_pages": Text("Die Datei enthält keine Seiten.", "The file contains no pages."),
    "too_large": Text(
        "Die Datei ist zu groß ({size}, erlaubt sind {limit}).",
        "The file is too large ({size}, the limit is {limit}).",
    ),
    "too_many_pages": Text(
        "Die Datei hat zu viele Seiten ({pages}, erlaubt sind {limit}).",
        "The file has too many pages ({pages}, the limit is {limit}).",
    ),
    "page_too_large": Text(
        "Seite {page} ist unzulässig groß ({detail}).",
        "Page {page} is absurdly large ({detail}).",
    ),
    "timeout": Text(
        "Die Verarbeitung dauerte länger als {seconds} Sekunden und wurde abgebrochen.",
        "Processing took longer than {seconds} seconds and was stopped.",
    ),
    "worker_died": Text(
        "Die Verarbeitung ist mehrfach abgestürzt ({detail}).",
        "Processing crashed repeatedly ({detail}).",
    ),
    "out_of_memory": Text(
        "Die Verarbeitung brauchte mehr Speicher als erlaubt ({limit}).",
        "Processing needed more memory than allowed ({limit}).",
    ),
    "ocr_failed": Text(
        "Die Texterkennung ist fehlgeschlagen ({detail}).",
        "Text recognition failed ({detail}).",
    ),
    "ocr_missing": Text(
        "Die Texterkennung fehlt auf diesem Rechner. Bitte installieren: {packages}.",
        "Text recognition is not installed on this machine. Please install: {packages}.",
    ),
    "no_space": Text(
        "Der Speicherplatz ist voll; es geht von selbst weiter, sobald wieder Platz ist.",
        "The disk is full; processing goes on by itself as soon as there is room.",
    ),
    "disk_error": Text(
        "Der Datenträger oder die Datenbank verweigert den Dienst ({detail}); es wird von selbst erneut "
        "versucht.",
        "The disk or the database refuses ({detail}); it is tried again by itself.",
    ),
    "internal_error": Text(
        "Ein Programmfehler ist aufgetreten ({detail}); die Datei ist unversehrt aufbewahrt.",
        "A programming error occurred ({detail}); the file is kept untouched.",
    ),
    "source_changed": Text(
        "Die aufbewahrten Bytes stimmen nicht mehr mit der Prüfsumme des Eingangs überein.",
        "The stored bytes no longer match the checksum taken on arrival.",
    ),
    "wrong_password": Text("Das Kennwort öffnet die PDF-Datei nicht.", "The password does not open the PDF."),
    "discarded": Text("Vernichtet von {actor}: {note}", "Destroyed by {actor}: {note}"),
    # -- duplicate ---------------------------------------------------------------------------
    "duplicate": Text(
        "Dieselbe Datei ging bereits am {received} als „{source}“ ein.",
        "The same file already arrived on {received} as “{source}”.",
    ),
    # -- pages -------------------------------------------------------------------------------
    "separator": Text("Trennblatt ({detail})", "separator sheet ({detail})"),
    "blank": Text("Leerseite", "blank page"),
}


_PERSONAL = frozenset({"name", "person", "persons", "detail", "note"})


@dataclass(frozen=True, slots=True)
class Reason:
    """A code of `REASONS` with what its sentence needs; JSON-safe."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)

    def text(self, language: Language | None = None, *, hidden: bool = False) -> str:
        """The sentence a clerk reads; evidence codes among the parameters are put into words.

        `hidden`: without what the parameters say of persons, for logs.
        """
        params = {
            name: "…" if hidden and name in _PERSONAL else in_words(value, language)
            for name, value in self.params.items()
        }
        return REASONS[self.code](language, **params)
