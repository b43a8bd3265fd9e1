"""Who calls, and which authorities that user may see. Default deny; root and the home's owner administer.

The home belongs to the service's user, and file permissions keep everybody else out. Others get in
only by running the command as that user through sudo, and then with borrowed rights: what the
kernel would refuse to them, it now allows. So with borrowed rights the command refuses what file
permissions refused before: authorities that do not name the user, homes that are not the service's,
and files named on the command line.
"""

from __future__ import annotations

import grp
import os
import pwd
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from config.home import Home
from config.language import Text

_NO_AUTHORITY = Text(
    "„{user}“ ist für keine Behörde zugelassen. Die Administration trägt Benutzer in akte.toml ein: "
    "[authorities.NAME] users = […] oder groups = […].",
    "“{user}” may not see any authority. The administrator enters users in akte.toml: "
    "[authorities.NAME] users = […] or groups = […].",
)
_OTHER_AUTHORITY = Text(
    "„{user}“ ist für die Behörde „{authority}“ nicht zugelassen.",
    "“{user}” may not see the authority “{authority}”.",
)
_ADMINISTRATOR = Text(
    "Das darf nur die Administration (root oder der Benutzer, dem der Heimatordner gehört), nicht „{user}“.",
    "Only the administrator (root or the owner of the home) may do this, not “{user}”.",
)
_FOREIGN_HOME = Text(
    "{home} gehört nicht dem Benutzer des Dienstes; mit dessen Rechten wird nur sein Heimatordner geöffnet.",
    "{home} does not belong to the service's user; with its rights only its own home is opened.",
)
_CLOSED = Text(
    "„{user}“ darf {path} nicht lesen. Als Benutzer des Dienstes geht es: sudo -u {owner} {command} … "
    "(das dürfen die Mitglieder der Gruppe akte-clerks, siehe /etc/sudoers.d/akte).",
    "“{user}” may not read {path}. As the service's user it works: sudo -u {owner} {command} … "
    "(members of the group akte-clerks may do that, see /etc/sudoers.d/akte).",
)
_NAMED_FILE = Text(
    "Dateien nennen darf mit den Rechten des Dienstes nur die Administration; "
    "„{user}“ legt sie in den Eingangsordner.",
    "With the service's rights only the administrator may name files; “{user}” puts them into the inbox.",
)


_USUAL_OWNER = "akte"
"""As deploy/install.sh names the service's user."""

REFUSED = "refused"
"""Action of the audit log."""


class Admitting(Protocol):
    """What an authority's settings say of who may see it."""

    @property
    def users(self) -> tuple[str, ...]: ...

    @property
    def groups(self) -> tuple[str, ...]: ...


class AccessRefused(Exception):
    """The caller may not do it; the message is worded for that user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """`borrows`: runs with the rights of the service's user, not with the caller's own."""

    name: str
    groups: frozenset[str] = frozenset()
    administers: bool = False
    borrows: bool = False

    def visible(self, authorities: Mapping[str, Admitting]) -> tuple[str, ...]:
        """The authorities that this user may see. Raises AccessRefused if it is none of those there are."""
        seen = tuple(name for name, one in authorities.items() if self._may_see(one))
        if authorities and not seen:
            raise AccessRefused(_NO_AUTHORITY(user=self.name))
        return seen

    def _may_see(self, authority: Admitting) -> bool:
        return (
            self.administers or self.name in authority.users or not self.groups.isdisjoint(authority.groups)
        )

    def refused(self, authority: str) -> AccessRefused:
        return AccessRefused(_OTHER_AUTHORITY(user=self.name, authority=authority))

    def must_administer(self) -> None:
        """Raises AccessRefused."""
        if not self.administers:
            raise AccessRefused(_ADMINISTRATOR(user=self.name))

    def must_not_name_files(self) -> None:
        """Raises AccessRefused for rights that reach further than the caller's own."""
        if self.borrows and not self.administers:
            raise AccessRefused(_NAMED_FILE(user=self.name))


def present_caller(home: Home) -> Caller:
    """Who called this process.

    Raises AccessRefused for a home that the kernel closes to it, or that could be the caller's own trap.
    """
    effective = os.geteuid()
    _must_reach(home)
    owner = home.root.stat().st_uid if home.root.exists() else effective
    caller = identify(effective, owner, os.environ)
    if caller.borrows and not caller.administers and not _out_of_reach(home.root, effective):
        raise AccessRefused(_FOREIGN_HOME(home=home.root))
    return caller


def _must_reach(home: Home) -> None:
    """Raises AccessRefused, instead of an error that sounds as if there were nothing."""
    for path, mode in (
        (home.root, os.R_OK | os.X_OK),
        (home.settings_file, os.R_OK),
        (home.database_file, os.R_OK | os.W_OK),
    ):
        if not _is_missing(path) and not os.access(path, mode, effective_ids=True):
            command = f"{Path(sys.executable).with_name('akte')} --home {home.root}"
            raise AccessRefused(
                _CLOSED(user=user_name(os.geteuid()), path=path, owner=_owner_of(home.root), command=command)
            )


def _is_missing(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except PermissionError:
        return False
    return False


def _owner_of(folder: Path) -> str:
    """As far as it can be seen: a folder above may be closed, too."""
    try:
        return user_name(folder.lstat().st_uid)
    except PermissionError:
        return _USUAL_OWNER


def identify(effective: int, owner: int, environment: Mapping[str, str]) -> Caller:
    """The caller by user ids and what sudo says.

    sudo sets SUDO_UID and SUDO_USER whatever the user had put there, so a process that is root or the
    home's owner can trust them; to anybody else they are variables like any other. Who became root
    acts as root: sudo's variables then only name the person for the log.
    """
    behind = environment.get("SUDO_UID", "")
    borrows = effective != 0 and behind.isdecimal() and int(behind) != effective
    trusted = effective in {0, owner}
    uid = int(behind) if borrows and trusted else effective
    named = environment.get("SUDO_USER") if behind and trusted else None
    return Caller(
        name=named or user_name(uid), groups=_groups(uid), administers=uid in {0, owner}, borrows=borrows
    )


def user_name(uid: int) -> str:
    """The login name, or the number of a user that the system does not know."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _groups(uid: int) -> frozenset[str]:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        return frozenset()
    return frozenset(map(_group_name, os.getgrouplist(entry.pw_name, entry.pw_gid)))


def _group_name(gid: int) -> str:
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return str(gid)


def _out_of_reach(folder: Path, effective: int) -> bool:
    """Whether nobody but root and the service's user can put another folder at this path."""
    return all(part.lstat().st_uid in {0, effective} for part in (folder, *folder.parents))
