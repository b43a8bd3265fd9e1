"""What signals ask of the service."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from config.settings import SettingsError
from service.daemon import Daemon
from service.wiring import check_settings

log = logging.getLogger("akte.service")

_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_Handler = Callable[[int, FrameType | None], None]


@contextmanager
def stopped_by_signals(daemon: Daemon) -> Iterator[None]:
    """SIGTERM and SIGINT end the service in order; SIGHUP too, to begin anew with the settings as they
    are now, if those are right.
    """

    def ask(number: int, _frame: FrameType | None) -> None:
        if number != signal.SIGHUP:
            daemon.stop()
            return
        try:
            settings = check_settings(daemon.home)
        except SettingsError as error:
            log.error("settings are left as they were: %s", error)  # noqa: TRY400 -- it says it all
            return
        if settings.database != daemon.settings.database:
            log.error("settings are left as they were: another database needs a restart")
            return
        daemon.stop(to_reload=True)

    with _handled(ask):
        yield


@contextmanager
def kept_signals() -> Iterator[Callable[[], None]]:
    """Keeps what is asked while no service is there to be asked, as between two of its lives: by itself
    such a signal would end the process. The function that it yields hands on what came.
    """
    kept: list[int] = []

    def hand_on() -> None:
        while kept:
            signal.raise_signal(kept.pop(0))

    with _handled(lambda number, _frame: kept.append(number)):
        yield hand_on


@contextmanager
def _handled(handler: _Handler) -> Iterator[None]:
    previous = {number: signal.signal(number, handler) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, before in previous.items():
            signal.signal(number, before)
