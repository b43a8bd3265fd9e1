"""What `verify` can find, and what to do about it, worded for IT staff."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from config.language import Text
from records.model import Fault

_RESTORE = Text(
    "Datei aus der Datensicherung zurückholen.",
    "Restore the file from the backup.",
)
_INVESTIGATE = Text(
    "Zugriffe auf die Datenbank prüfen; Katalog aus der Datensicherung vergleichen.",
    "Look into who had access to the database; compare the catalogue with the backup.",
)
_LOOK = Text(
    "Ansehen und, wenn sie niemand braucht, von Hand entfernen; akte entfernt sie nie von selbst.",
    "Look at it and remove it by hand if nobody needs it; akte never removes it on its own.",
)

FAULTS: Mapping[str, tuple[Text, Text]] = {
    "database_damaged": (
        Text("Die Datenbank meldet: {detail}", "The database reports: {detail}"),
        Text(
            "Dienst anhalten und den Katalog aus der Datensicherung zurückholen.",
            "Stop the service and restore the catalogue from the backup.",
        ),
    ),
    "log_altered": (
        Text("Protokolleintrag {subject} wurde verändert.", "Log entry {subject} was altered."),
        _INVESTIGATE,
    ),
    "log_broken": (
        Text(
            "Vor Protokolleintrag {subject} fehlen Einträge, oder sie stehen anders als geschrieben.",
            "Entries are missing or out of order before log entry {subject}.",
        ),
        _INVESTIGATE,
    ),
    "log_cut": (
        Text(
            "Das Protokoll endet bei Eintrag {subject}, aber das ist nicht der letzte geschriebene.",
            "The log ends at entry {subject}, which is not the last one written.",
        ),
        _INVESTIGATE,
    ),
    "log_rewritten": (
        Text(
            "Eintrag {subject} des Protokolls ist nicht mehr der, den {detail} festhält.",
            "Entry {subject} of the log is no longer the one that {detail} notes.",
        ),
        _INVESTIGATE,
    ),
    "bytes_missing": (
        Text("Die empfangenen Bytes fehlen: {path}", "The received bytes are missing: {path}"),
        _RESTORE,
    ),
    "bytes_changed": (
        Text(
            "Die empfangenen Bytes sind nicht mehr die des Eingangs: {path}",
            "The received bytes are no longer those that arrived: {path}",
        ),
        _RESTORE,
    ),
    "bytes_kept": (
        Text(
            "Die Bytes eines vernichteten Eingangs liegen noch da: {path}",
            "The bytes of a discarded arrival are still there: {path}",
        ),
        Text("akte verify --repair entfernt sie.", "akte verify --repair removes them."),
    ),
    "unreadable": (
        Text("Datei ist nicht lesbar ({detail}): {path}", "File cannot be read ({detail}): {path}"),
        Text(
            "Rechte und Platte prüfen; sonst aus der Datensicherung zurückholen.",
            "Check permissions and disk; else restore it from the backup.",
        ),
    ),
    "file_missing": (Text("Datei fehlt: {path}", "File is missing: {path}"), _RESTORE),
    "file_changed": (
        Text("Datei wurde verändert: {path}", "File was changed: {path}"),
        _RESTORE,
    ),
    "file_extra": (Text("Unbekannte Datei: {path}", "Unknown file: {path}"), _LOOK),
    "folder_extra": (Text("Unbekannter Ordner: {path}", "Unknown folder: {path}"), _LOOK),
    "spool_unknown": (
        Text(
            "Ordner in der Annahme, zu dem kein offener Eingang gehört: {path}",
            "Spool folder that belongs to no open arrival: {path}",
        ),
        Text(
            "Dienst neu starten; er räumt beim Start auf.", "Restart the service; it tidies up as it starts."
        ),
    ),
    "pages_wrong": (
        Text(
            "Seiten sind nicht genau einmal erfasst ({detail}).",
            "Pages are not accounted for exactly once ({detail}).",
        ),
        _INVESTIGATE,
    ),
    "row_altered": (
        Text(
            "Eintrag im Katalog passt nicht zum Protokoll ({detail}).",
            "The catalogue's entry does not fit the log ({detail}).",
        ),
        _INVESTIGATE,
    ),
    "person_altered": (
        Text(
            "Registereintrag passt nicht zu seiner Prüfsumme.",
            "The register's entry does not fit its checksum.",
        ),
        Text("Register neu einlesen: akte people import", "Import the register again: akte people import"),
    ),
    "change_stray": (
        Text(
            "Vormerkung für den Suchindex ohne Dokument dieser Behörde.",
            "Note for the search index without a document of this authority.",
        ),
        Text("Index neu aufbauen: akte index rebuild", "Rebuild the index: akte index rebuild"),
    ),
}


def fault(code: str, subject: object, **params: object) -> Fault:
    """The fault `code` about `subject`, in the language of the locale."""
    message, action = FAULTS[code]
    path = params.get("path")
    return Fault(
        code=code,
        subject=str(subject),
        message=message(None, subject=subject, **params),
        action=action(),
        path=path if isinstance(path, Path) else None,
    )
