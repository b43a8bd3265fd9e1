"""Whether a home is closed to strangers, and what to type if it is not."""

from __future__ import annotations

import grp
import os
import pwd
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from config.home import Home
from config.language import Text

_OPEN = Text(
    "Andere Benutzer können in {home} lesen. Abhilfe: chmod -R o-rwx {home}",
    "Other users can read in {home}. Remedy: chmod -R o-rwx {home}",
)
_FOREIGN = Text(
    "{path} gehört {owner}, {home} aber {wanted}. Abhilfe: chown -R {wanted} {home}",
    "{path} belongs to {owner}, {home} to {wanted}. Remedy: chown -R {wanted} {home}",
)


def complaints(home: Home) -> tuple[str, ...]:
    """Sentences for the administrator; none if all is well. Looks at the home and what lies in it
    directly: what a command as root or a wrong copy has left is seen there first. Raises OSError.
    """
    return tuple(_complaints(home.root))


def _complaints(root: Path) -> Iterator[str]:
    status = root.stat()
    quoted = shlex.quote(str(root))
    if stat.S_IMODE(status.st_mode) & stat.S_IRWXO:  # who cannot enter the home reads nothing in it
        yield _OPEN(home=quoted)
    wanted = _owner(status)
    foreign = next((path for path in sorted(root.iterdir()) if path.lstat().st_uid != status.st_uid), None)
    if foreign is not None:
        yield _FOREIGN(path=foreign, owner=_owner(foreign.lstat()), home=quoted, wanted=wanted)


def _owner(status: os.stat_result) -> str:
    """`akte:akte`; numbers for accounts that are gone."""
    try:
        user = pwd.getpwuid(status.st_uid).pw_name
    except KeyError:
        user = str(status.st_uid)
    try:
        group = grp.getgrgid(status.st_gid).gr_name
    except KeyError:
        group = str(status.st_gid)
    return f"{user}:{group}"
