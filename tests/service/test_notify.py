"""What systemd hears, over real datagram sockets."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from service.notify import notify


@contextmanager
def manager(address: str) -> Iterator[socket.socket]:
    """A service manager that listens at `address`."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(address)
        listener.settimeout(10)
        yield listener


def test_a_message_reaches_the_socket(tmp_path):
    address = str(tmp_path / "notify")
    with manager(address) as listener:
        assert notify("READY=1", {"NOTIFY_SOCKET": address})
        assert listener.recv(100) == b"READY=1"


def test_an_abstract_socket_is_reached(tmp_path):
    name = f"akte-test-{tmp_path.name}"
    with manager("\0" + name) as listener:
        assert notify("WATCHDOG=1", {"NOTIFY_SOCKET": "@" + name})
        assert listener.recv(100) == b"WATCHDOG=1"


def test_a_manager_that_does_not_listen_holds_nobody_up(tmp_path):
    address = str(tmp_path / "notify")
    with manager(address):
        assert notify("READY=1", {"NOTIFY_SOCKET": address})
        while notify("WATCHDOG=1", {"NOTIFY_SOCKET": address}):
            pass  # until its queue is full; a sender that waits would wait for ever


@pytest.mark.parametrize("environment", [{}, {"NOTIFY_SOCKET": ""}])
def test_without_a_manager_nothing_is_sent(environment):
    assert not notify("READY=1", environment)


def test_a_manager_that_is_gone_does_no_harm(tmp_path):
    assert not notify("READY=1", {"NOTIFY_SOCKET": str(tmp_path / "gone")})
