"""What lies in an inbox: the files to receive, and what is left alone, counted by kind."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.arrival import FileIdentity

CLAIM = re.compile(r"\.akte-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
"""Name of a received file in the moment between its journal entry and its removal."""

_TEMPORARY = re.compile(
    r"~\$.*|.*~|.*\.(?:tmp|temp|part|partial|crdownload|download|filepart|opdownload|swp|lock|lck|writing)",
    re.IGNORECASE | re.DOTALL,
)
"""Names under which office programs, browsers, WinSCP and scanners write before they rename."""

_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
"""What Windows leaves in shared folders."""

_SPECIAL = {stat.S_IFLNK: "symlink", stat.S_IFIFO: "fifo", stat.S_IFSOCK: "socket"}

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories without a sign of their own: controls, bidi and zero-width characters, line breaks."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One walk through an inbox."""

    files: Mapping[Path, FileIdentity]
    ignored: Mapping[str, int] = field(default_factory=dict)
    """Count for each of: hidden, temporary, system, symlink, fifo, socket, device, unreadable."""
    claims: tuple[Path, ...] = ()
    """Files that are already received and wait for their removal (see `CLAIM`)."""


def identity_of(status: os.stat_result) -> FileIdentity:
    return FileIdentity(
        device=status.st_dev, inode=status.st_ino, size=status.st_size, mtime_ns=status.st_mtime_ns
    )


def walk(inbox: Path, apart: Collection[Path] = ()) -> Listing:
    """All regular files below `inbox`, sorted by path; symbolic links are not followed.

    The folders `apart` below it are inboxes of their own and left out. Raises OSError if `inbox`
    itself cannot be read. A folder below it that cannot be read is counted; a file that vanishes
    meanwhile is simply not there.
    """
    files: dict[Path, FileIdentity] = {}
    ignored: Counter[str] = Counter()
    claims: list[Path] = []
    folders = [inbox]
    while folders:
        folder = folders.pop()
        try:
            entries = _entries(folder)
        except OSError:
            if folder is inbox:
                raise
            # a folder that has vanished meanwhile needs nobody's attention
            ignored["unreadable"] += os.path.lexists(folder)
            continue
        for path, kind, status in _look_at(entries):
            if kind == "file":
                files[path] = identity_of(status)
            elif kind == "folder":
                if path not in apart:
                    folders.append(path)
            elif kind == "claim":
                claims.append(path)
            else:
                ignored[kind] += 1
    return Listing(
        dict(sorted(files.items())), {k: n for k, n in ignored.items() if n}, tuple(sorted(claims))
    )


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _look_at(entries: list[os.DirEntry[str]]) -> Iterator[tuple[Path, str, os.stat_result]]:
    for entry in entries:
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:  # vanished between listing and looking
            continue
        yield Path(entry.path), _kind(entry.name, status.st_mode), status


def _kind(name: str, mode: int) -> str:
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return _SPECIAL.get(stat.S_IFMT(mode), "device")
    if name.startswith("."):
        return "claim" if CLAIM.fullmatch(name) and stat.S_ISREG(mode) else "hidden"
    if stat.S_ISDIR(mode):
        return "folder"
    if _TEMPORARY.fullmatch(name):
        return "temporary"
    return "system" if name.lower() in _SYSTEM else "file"


def printable(name: str) -> str:
    """`name` as it can be shown and stored: NFC, one line, never empty.

    Bytes that are not UTF-8 and characters that cannot be seen, or that reorder what is seen
    (bidi controls), become U+FFFD. A plain name stays as it is.
    """
    text = os.fsencode(name).decode("utf-8", "replace")
    text = unicodedata.normalize("NFC", text)
    text = "".join("\ufffd" if unicodedata.category(sign) in _UNSEEN else sign for sign in text)
    return text if text.strip() else "\ufffd"
