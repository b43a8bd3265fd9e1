"""Errors of the records. Each says its code, whether a retry can help, and the command's exit code."""

from __future__ import annotations

from typing import ClassVar

from config.language import Language, Text

_KINDS = {
    "document": Text("Dokument", "document"),
    "arrival": Text("Eingang", "arrival"),
    "person": Text("Person", "person"),
    "lesson": Text("Gelerntes", "lesson"),
}


class RecordsError(Exception):
    """Something the records cannot do. Exit codes above 2 follow sysexits.h where it has one."""

    code: ClassVar[str] = "records_error"
    retry: ClassVar[bool] = False
    exit_code: ClassVar[int] = 1
    message: ClassVar[Text] = Text("{detail}", "{detail}")

    def __init__(self, **params: object) -> None:
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(self.text("en"))

    def text(self, language: Language | None = None) -> str:
        """The sentence a person reads."""
        return self.message(language, **self.params)


class CatalogueError(RecordsError):
    """The database refuses: damaged, disk full, not ours, made by a newer version. Parameters: detail."""

    code = "catalogue_error"
    exit_code = 74  # EX_IOERR
    message = Text("Der Katalog ist nicht benutzbar: {detail}", "The catalogue cannot be used: {detail}")


class CatalogueBusy(CatalogueError):
    """Another process holds the catalogue longer than we wait. Parameters: detail."""

    code = "catalogue_busy"
    retry = True
    exit_code = 75  # EX_TEMPFAIL
    message = Text(
        "Der Katalog ist gerade belegt ({detail}); bitte gleich noch einmal versuchen.",
        "The catalogue is busy ({detail}); try again in a moment.",
    )


class NotFound(RecordsError):
    """`what` is document, arrival, person or lesson."""

    code = "not_found"
    exit_code = 3

    def __init__(self, what: str, id: str) -> None:  # noqa: A002 -- the field's word for it
        self.what = what
        self.id = id
        super().__init__()

    def text(self, language: Language | None = None) -> str:
        kind = _KINDS[self.what](language)
        return Text("{kind} {id} gibt es nicht.", "There is no {kind} {id}.")(language, kind=kind, id=self.id)


class Ambiguous(RecordsError):
    """A shortened id fits several. Parameters: prefix, matches."""

    code = "ambiguous"
    exit_code = 3
    message = Text("{prefix} ist nicht eindeutig: {matches}", "{prefix} is ambiguous: {matches}")


class Conflict(RecordsError):
    """What was asked does not fit the present state. Parameters: detail."""

    code = "conflict"
    exit_code = 4
    message = Text("Das ist jetzt nicht möglich: {detail}", "Not possible now: {detail}")


class ChangedMeanwhile(Conflict):
    """Someone else changed the same thing between reading and writing. Parameters: detail."""

    code = "changed_meanwhile"
    retry = True
    message = Text(
        "Inzwischen wurde der Vorgang von anderer Stelle geändert: {detail}",
        "Somebody else changed this in the meantime: {detail}",
    )


class DiscardedMeanwhile(ChangedMeanwhile):
    """An arrival that is being backed up was discarded, or a document dissolved. Parameters: detail."""

    code = "discarded_meanwhile"


class NoBackup(RecordsError):
    """Parameters: path."""

    code = "no_backup"
    exit_code = 3
    message = Text("{path} ist keine Sicherung von akte.", "{path} is no backup of akte.")


class NotEmpty(RecordsError):
    """Parameters: path."""

    code = "not_empty"
    exit_code = 4
    message = Text(
        "{path} ist nicht leer; wiederhergestellt wird nur in einen leeren Ordner.",
        "{path} is not empty; restoring is done into an empty folder only.",
    )


class SourceChanged(RecordsError):
    """The kept bytes of an arrival no longer have the checksum taken on arrival. Parameters: path."""

    code = "source_changed"
    exit_code = 74  # EX_IOERR
    message = Text(
        "{path}: Die aufbewahrten Bytes stimmen nicht mehr mit der Prüfsumme des Eingangs überein.",
        "{path}: the stored bytes no longer match the checksum taken on arrival.",
    )


class ReadingLost(RecordsError):
    """What was read of a document is damaged or gone. Parameters: path."""

    code = "reading_lost"
    exit_code = 74  # EX_IOERR
    message = Text(
        "{path} fehlt oder ist beschädigt; akte verify sagt, was zu tun ist.",
        "{path} is missing or damaged; akte verify says what to do.",
    )


class NothingToUndo(Conflict):
    """No clerk has decided anything about this document. Parameters: id."""

    code = "nothing_to_undo"
    message = Text(
        "Zu Dokument {id} gibt es keine Entscheidung, die sich zurücknehmen lässt.",
        "There is no decision about document {id} that could be taken back.",
    )


class RegisterError(RecordsError):
    """A register file that cannot be imported at all. Parameters: file, detail."""

    code = "register_error"
    exit_code = 65  # EX_DATAERR
    message = Text("{file}: {detail}", "{file}: {detail}")

    def __init__(self, file: object, detail: Text, **params: object) -> None:
        self.detail = detail
        super().__init__(file=file, **params)

    def text(self, language: Language | None = None) -> str:
        return self.message(language, file=self.params["file"], detail=self.detail(language, **self.params))
