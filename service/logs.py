"""How log lines look: `event key=value …`, one line each, with the priority that the journal understands.

Everything logs through the standard library; structlog words the lines. Values come from strangers
(file names in warnings), so line breaks and what a terminal would obey never get out as such. At level
info and above there are no names, dates or texts of persons: arrivals and documents appear by id.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

from service.cli.output import harmless

_PRIORITIES: Mapping[str, int] = {"debug": 7, "info": 6, "warning": 4, "error": 3, "critical": 2}
"""syslog(3) levels, as sd-daemon(3) wants them before a line."""


def configure(level: int, stream: TextIO | None = None, *, for_journal: bool) -> None:
    """Send all log lines to `stream` (standard error). `for_journal`: it adds time and host itself."""
    shared: list[Processor] = [structlog.stdlib.add_log_level, structlog.processors.format_exc_info]
    words: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, _harmless]
    if for_journal:
        words.append(_journal_line)
    else:
        words += [structlog.processors.TimeStamper(fmt="iso", utc=False), _line]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = _Lines(stream or sys.stderr)
    handler.setLevel(level)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=words))
    root = logging.getLogger()
    root.handlers[:] = [*(one for one in root.handlers if not isinstance(one, _Lines)), handler]
    root.setLevel(min(level, root.level))


class _Lines(logging.StreamHandler[TextIO]):
    """Ours; configuring again replaces it and leaves others' handlers alone."""


def _harmless(_logger: object, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: harmless(value).replace("\n", "\\n") for key, value in event.items() if value is not None}


_render = structlog.processors.LogfmtRenderer()


def _line(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:  # noqa: ANN401 - structlog's
    first = " ".join(event.pop(key) for key in ("timestamp", "level", "event") if key in event)
    rest = _render(logger, name, event)
    return f"{first} {rest}".rstrip()


def _journal_line(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:  # noqa: ANN401 - structlog's
    priority = _PRIORITIES.get(event.pop("level", "info"), 6)
    return f"<{priority}>{_line(logger, name, event)}"
