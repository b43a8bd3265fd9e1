"""Errors of receiving. The file stays in the inbox untouched; each error says whether a retry can help."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from config.language import Language, Text
from intake.inbox import printable


class IntakeError(Exception):
    """One file, or a whole inbox, that could not be received."""

    code: ClassVar[str] = "io_error"
    retry: ClassVar[bool] = True
    message: ClassVar[Text] = Text(
        "{file}: konnte nicht übernommen werden ({detail}). Die Datei liegt unverändert im Eingang.",
        "{file}: could not be received ({detail}). The file is untouched in the inbox.",
    )

    def __init__(self, path: Path, detail: str = "") -> None:
        self.path = path
        self.detail = detail
        super().__init__(self.text("en"))

    def text(self, language: Language | None = None) -> str:
        """The sentence a clerk reads."""
        return self.message(language, file=printable(str(self.path)), detail=self.detail)


class Vanished(IntakeError):
    """Somebody took the file away before it was received."""

    code = "vanished"
    retry = False
    message = Text("{file}: nicht (mehr) vorhanden.", "{file}: does not exist (any more).")


class Changed(IntakeError):
    """The file is not the one that stood still, or was written to while it was read."""

    code = "changed"
    message = Text("{file}: wird noch geschrieben.", "{file}: is still being written.")


class InUse(IntakeError):
    """Another program holds the file open for writing."""

    code = "in_use"
    message = Text(
        "{file}: ist noch von einem anderen Programm zum Schreiben geöffnet.",
        "{file}: another program still has it open for writing.",
    )


class NotAFile(IntakeError):
    """A folder, device, pipe or symbolic link."""

    code = "not_a_file"
    retry = False
    message = Text("{file}: ist keine gewöhnliche Datei.", "{file}: is not a regular file.")


class Denied(IntakeError):
    """The service may not read the file, or not remove it from its folder."""

    code = "denied"
    message = Text(
        "{file}: keine Berechtigung ({detail}). Die Datei liegt unverändert im Eingang.",
        "{file}: permission denied ({detail}). The file is untouched in the inbox.",
    )


class NoSpace(IntakeError):
    """The spool's file system is full."""

    code = "no_space"
    message = Text(
        "{file}: kein Speicherplatz mehr ({detail}). Die Datei liegt unverändert im Eingang.",
        "{file}: no space left ({detail}). The file is untouched in the inbox.",
    )


class ReserveReached(NoSpace):
    """Taking the file would leave less free space than the reserve."""

    code = "reserve"
    message = Text(
        "{file}: bleibt im Eingang, bis wieder mehr Speicherplatz frei ist ({detail}).",
        "{file}: stays in the inbox until there is more free space ({detail}).",
    )


class NotRemoved(IntakeError):
    """Received and journalled, but the inbox keeps the file. Found again, it is no duplicate."""

    code = "not_removed"
    message = Text(
        "{file}: wurde übernommen, lässt sich aber nicht aus dem Eingang entfernen ({detail}).",
        "{file}: was received, but cannot be removed from the inbox ({detail}).",
    )


class InboxMissing(IntakeError):
    """The watched folder is not there, for example a share that is not mounted."""

    code = "inbox_missing"
    message = Text(
        "{file}: Der Eingangsordner ist nicht erreichbar ({detail}).",
        "{file}: the inbox folder cannot be reached ({detail}).",
    )


_BY_ERRNO: dict[int | None, type[IntakeError]] = {
    errno.ENOENT: Vanished,
    errno.ELOOP: NotAFile,  # O_NOFOLLOW met a symbolic link
    errno.ENXIO: NotAFile,  # a socket, or a device without a driver
    errno.EISDIR: NotAFile,
    errno.ENOTDIR: Vanished,
    errno.EACCES: Denied,
    errno.EPERM: Denied,
    errno.EROFS: Denied,
    errno.ENOSPC: NoSpace,
    errno.EDQUOT: NoSpace,
    errno.EBUSY: InUse,
    errno.ETXTBSY: InUse,
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise what the operating system says about the file at `path` as an intake error."""
    try:
        yield
    except OSError as error:
        raise translate(error, path) from error


def translate(error: OSError, path: Path) -> IntakeError:
    """The intake error that `error` means; its detail names the place if that is not `path` itself."""
    detail = error.strerror or str(error)
    if error.filename is not None and os.fspath(error.filename) != os.fspath(path):
        detail = f"{detail}: {printable(str(error.filename))}"
    return _BY_ERRNO.get(error.errno, IntakeError)(path, detail)
