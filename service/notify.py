"""Tell systemd how the service is (sd_notify protocol: datagrams to the socket in NOTIFY_SOCKET)."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping


def notify(message: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Send e.g. `READY=1`; False where no service manager listens."""
    address = environment.get("NOTIFY_SOCKET")
    if not address:
        return False
    if address.startswith("@"):
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
        try:
            channel.sendto(message.encode(), socket.MSG_DONTWAIT, address)  # work matters more
        except OSError:
            return False
    return True
