"""What the last search of this user showed, so that `akte open 3` can mean its third hit.

Document ids and pages only, in the state folder (XDG Base Directory Specification) of the user who runs the
command: behind sudo that is one user for many, so the name of the file says whose search it was.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from service.actor import actor

Shown = tuple[str, int | None]
"""Document id and best page."""


def remember(hits: Sequence[Shown]) -> None:
    """A state folder that cannot be written costs the convenience, not the search."""
    file = _file()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = file.with_name(f"{file.name}.{os.getpid()}")
        part.write_text(json.dumps(hits), "utf-8")
        part.replace(file)


def recall(rank: int) -> Shown | None:
    """The hit of that rank, from 1; None if the last search had none."""
    try:
        hits = json.loads(_file().read_text("utf-8"))
        document, page = hits[rank - 1] if rank > 0 else (None, None)
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return (document, page) if isinstance(document, str) else None


def _file() -> Path:
    state = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(state) / "akte" / f"last-search-{quote(actor(), safe='')}.json"
