"""Whether there is room to take more, before the disk is full."""

from __future__ import annotations

import shutil

from config.home import Home

MIB = 1 << 20


def free_bytes(home: Home) -> int:
    """What the home's file system has left for this user. Raises OSError."""
    return shutil.disk_usage(home.root).free


def has_room(home: Home, size: int, reserve_mib: int) -> bool:
    """Whether `size` more bytes leave the reserve untouched. Raises OSError."""
    return free_bytes(home) - size >= reserve_mib * MIB
