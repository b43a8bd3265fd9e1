"""The folder for register exports, HOME/register/<authority>: the service imports what is dropped there.

A settled file is moved into `work` first, where nobody but the service can change it; afterwards it lies
in `done` or `failed`, with a report beside it. What a crash left in `work` is imported again, which
changes nothing that is in already.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from config.language import Text
from config.settings import SettingsError
from intake.disk import make_folder
from intake.inbox import walk
from intake.settle import Settler
from records.errors import RecordsError, RegisterError
from service.register_sync import Synced, sync_register
from service.wiring import Site, monotonic, utc_now

log = logging.getLogger("akte.register")

PAUSE_SECONDS = 5.0

_WORK, _DONE, _FAILED = "work", "done", "failed"

_REPORT = Text(
    "{added} neu, {updated} geändert, {unchanged} unverändert, {missing} nicht in der Datei (bleiben), "
    "{due} Dokumente werden neu zugeordnet, {errors} Zeilen nicht übernommen\n",
    "{added} added, {updated} updated, {unchanged} unchanged, {missing} not in the file (kept), "
    "{due} documents are decided anew, {errors} rows not imported\n",
)
_LINE = Text("Zeile {line}: {message}\n", "line {line}: {message}\n")
_MISSING = Text("Nicht in der Datei: {numbers}\n", "Not in the file: {numbers}\n")


class RegisterThread(threading.Thread):
    """Looks into the folders until stopped; beside the loop, as an import takes up to minutes."""

    def __init__(self, site: Site) -> None:
        super().__init__(name="register", daemon=True)
        self._site = site
        self._settler = {name: Settler(site.settings.intake.settle_seconds) for name in site.authorities}
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.wait(PAUSE_SECONDS):
            self.look()

    def stop(self) -> None:
        """After the import that is being made, if there is one."""
        self._stopping.set()
        self.join()

    def look(self) -> None:
        """One pass over the folders of all authorities."""
        for authority in self._site.authorities:
            try:
                self._look(authority)
            except (RecordsError, SettingsError, OSError) as error:  # they pass, or are mended
                log.warning("register of %s: %s; trying again", authority, error)

    def _look(self, authority: str) -> None:
        folder = self._site.home.register(authority)
        ours = [folder / name for name in (_WORK, _DONE, _FAILED)]
        for each in ours:
            make_folder(each)
        dropped = {
            path: identity for path, identity in walk(folder, ours).files.items() if path.parent == folder
        }
        for path in self._settler[authority].observe(monotonic(), dropped):
            path.rename(folder / _WORK / path.name)
        for path in sorted((folder / _WORK).iterdir()):
            self._import(authority, path)

    def _import(self, authority: str, path: Path) -> None:
        if path.is_symlink() or not path.is_file():  # put in its place before it was moved
            log.warning("register of %s: no plain file; removed", authority)
            path.unlink()
            return
        try:
            synced = sync_register(self._site, authority, path, by="service")
        except RegisterError as error:
            log.warning("register of %s: the file cannot be read, see its report", authority)
            _put_away(path, _FAILED, f"{error.text()}\n")
            return
        _put_away(path, _DONE, _told(synced))
        log.info(
            "register of %s: %d added, %d updated, %d rows not imported",
            authority, synced.report.added, synced.report.updated, len(synced.report.errors),
        )  # fmt: skip


def _put_away(path: Path, folder: str, report: str) -> None:
    """Under the time of the import, so that a nightly name does not meet itself."""
    target = path.parent.parent / folder / f"{utc_now():%Y%m%dT%H%M%S%f}-{path.name}"
    target.with_name(f"{target.name}.txt").write_text(report, "utf-8")
    path.rename(target)


def _told(synced: Synced) -> str:
    report = synced.report
    text = _REPORT(
        added=report.added, updated=report.updated, unchanged=report.unchanged, missing=len(report.missing),
        due=synced.due, errors=len(report.errors),
    )  # fmt: skip
    text += "".join(_LINE(line=error.line, message=error.message) for error in report.errors)
    return text + (_MISSING(numbers=", ".join(report.missing)) if report.missing else "")
