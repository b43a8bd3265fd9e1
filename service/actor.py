"""Who acts."""

from __future__ import annotations

import getpass
import os


def actor() -> str:
    """For the audit log: the operating system's user, also behind sudo."""
    return os.environ.get("SUDO_USER") or getpass.getuser()
