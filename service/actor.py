"""Who acts."""

from __future__ import annotations

import os

from service.caller import user_name


def actor() -> str:
    """For the audit log: the operating system's user, also behind sudo."""
    return os.environ.get("SUDO_USER") or user_name(os.getuid())
