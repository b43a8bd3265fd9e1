"""Health and metrics over HTTP, on the loopback only: /healthz, /readyz, /metrics.

Answers carry counts, states and names of authorities, never anything of a person; who can open a
socket on this machine can read them.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CONTENT_TYPE_LATEST

from records.errors import RecordsError
from service.daemon import Observer
from service.metrics import Metrics
from service.overview import Overview, overview
from service.wiring import Site, monotonic

log = logging.getLogger("akte.health")

ADDRESS = "127.0.0.1"
STALL_SECONDS = 120.0
"""A loop that was silent this long hangs; its longest honest round is filing one large arrival."""

_JSON = "application/json"


class Heartbeat:
    """When the loop was last heard of; `observer` listens to it."""

    def __init__(self) -> None:
        self._last = monotonic()
        self.observer = Observer(progress=lambda _pool: self.beat())

    def beat(self) -> None:
        self._last = monotonic()

    @property
    def silence(self) -> float:
        """Seconds."""
        return monotonic() - self._last


@contextmanager
def served(site: Site, metrics: Metrics, heartbeat: Heartbeat, port: int) -> Iterator[int]:
    """Answer on `port` during the block; yields it (0 picks a free one). Raises OSError if it is taken."""
    server = ThreadingHTTPServer((ADDRESS, port), _handler(site, metrics, heartbeat))
    thread = threading.Thread(target=server.serve_forever, name="health", daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def problems(whole: Overview) -> list[str]:
    """Why the service is not ready, as codes; empty if it takes and reads files."""
    found = []
    if whole.pause is not None:
        found.append("paused")
    if not whole.taking_files:
        found.append("no_space")
    for one in whole.authorities:
        found += [f"inbox_missing:{inbox}" for inbox in one.missing]
        if one.stuck:
            found.append(f"stuck:{one.authority}")
    return found


_Answer = tuple[HTTPStatus, str, bytes]


def _handler(site: Site, metrics: Metrics, heartbeat: Heartbeat) -> type[BaseHTTPRequestHandler]:
    def healthz() -> _Answer:
        alive = heartbeat.silence < STALL_SECONDS
        return _json(alive, {"alive": alive, "silent_seconds": round(heartbeat.silence, 1)})

    def readyz() -> _Answer:
        found = problems(overview(site, site.authorities))
        if heartbeat.silence >= STALL_SECONDS:
            found.append("stalled")
        return _json(not found, {"ready": not found, "problems": found})

    def all_metrics() -> _Answer:
        return HTTPStatus.OK, CONTENT_TYPE_LATEST, metrics.text()

    pages = {"/healthz": healthz, "/readyz": readyz, "/metrics": all_metrics}

    class Handler(BaseHTTPRequestHandler):
        server_version, sys_version = "akte", ""

        def do_GET(self) -> None:
            page = pages.get(self.path.partition("?")[0])
            try:
                status, kind, body = page() if page else (HTTPStatus.NOT_FOUND, _JSON, b"{}\n")
            except (RecordsError, OSError) as error:  # that it cannot be told is the answer
                status, kind, body = _json(False, {"ready": False, "problems": [type(error).__name__]})
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            log.debug(format, *args)

    return Handler


def _json(good: bool, content: dict[str, object]) -> _Answer:
    status = HTTPStatus.OK if good else HTTPStatus.SERVICE_UNAVAILABLE
    return status, _JSON, json.dumps(content).encode() + b"\n"
