"""A generation that is being built, as it lies on disk: it outlasts an interruption and is gone on with.

generation-…/part-…/     an index of its own with some of the documents, complete once it is committed
generation-…/CHANGED     documents whose changes the index in force has followed meanwhile
generation-…/FOLLOWED    the last change that was listed before the first document was read
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from index.engine import create
from index.schema import Labels, fingerprint
from index.snapshot import Snapshot
from index.storage import SealBroken, check_seal, current_commit
from index.store import FINGERPRINT, generations, in_force
from intake.disk import sync_folder, write_whole

_CHANGED = "CHANGED"
_FOLLOWED = "FOLLOWED"
_EMPTY = 0  # the commit that makes an index without documents


def begin(folder: Path, labels: Labels, *, followed: int) -> Path:
    """An empty generation that is not in force yet."""
    generation = folder / f"generation-{secrets.token_hex(6)}"
    generation.mkdir()
    create(generation)
    write_whole(generation / _FOLLOWED, str(followed).encode())
    # Last: without it, it was never begun.
    write_whole(generation / FINGERPRINT, fingerprint(labels).encode())
    return generation


def unfinished(folder: Path) -> list[Path]:
    """Generations that were begun and are not in force."""
    present = in_force(folder)
    return [each for each in generations(folder) if each != present and (each / FINGERPRINT).exists()]


def begun(folder: Path, labels: Labels) -> Path | None:
    """One that can be gone on with: of this layout, analysis and these labels, and nothing of it damaged."""
    wanted = fingerprint(labels)
    return next((each for each in unfinished(folder) if _is_sound(each, wanted)), None)


def _is_sound(generation: Path, wanted: str) -> bool:
    try:
        check_seal(generation, deep=True)
        followed(generation)
        return (generation / FINGERPRINT).read_text("ascii") == wanted
    except (SealBroken, OSError, ValueError):
        return False


def followed(generation: Path) -> int:
    """Changes up to this number are in the generation, whatever was read when."""
    return int((generation / _FOLLOWED).read_text("ascii"))


# -- parts --------------------------------------------------------------------------------------


def begin_part(generation: Path) -> Path:
    """An empty index for some of the documents."""
    part = generation / f"part-{secrets.token_hex(6)}"
    part.mkdir()
    create(part)
    return part


def complete_parts(generation: Path, *, deep: bool = True) -> list[Path]:
    """Those that were committed and are as they were written; `deep` also compares every byte."""
    return [part for part in _parts(generation) if _is_complete(part, deep=deep)]


def _is_complete(part: Path, *, deep: bool) -> bool:
    try:
        check_seal(part, deep=deep)
        return current_commit(part) > _EMPTY
    except (SealBroken, OSError):
        return False


def _parts(generation: Path) -> list[Path]:
    return sorted(generation.glob("part-*"))


def remove_parts(generation: Path, *, keep: Iterable[Path] = ()) -> None:
    for part in set(_parts(generation)).difference(keep):
        shutil.rmtree(part)
    sync_folder(generation)


def built(generation: Path) -> set[str]:
    """Ids of the documents that need not be read again."""
    found: set[str] = set()
    for each in (generation, *complete_parts(generation)):
        with closing(Snapshot(each)) as snapshot:
            found.update(snapshot.ids())
    return found


def documents_done(folder: Path) -> int | None:
    """By a rebuild that runs or was interrupted; None if there is none. Raises IndexDamaged."""
    found = None
    for generation in unfinished(folder):
        for each in (generation, *complete_parts(generation, deep=False)):
            with closing(Snapshot(each)) as snapshot:
                found = (found or 0) + len(snapshot)
    return found


# -- changes meanwhile --------------------------------------------------------------------------


def note_changed(folder: Path, ids: Iterable[str]) -> None:
    """Durably: whoever follows changes into the index in force calls this before it forgets them."""
    lines = "".join(
        f"\n{document}\n" for document in ids
    )  # the first one ends what a crash left half-written
    for generation in unfinished(folder):
        with suppress(FileNotFoundError), (generation / _CHANGED).open("a", encoding="utf-8") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
            sync_folder(generation)


def changed(generation: Path) -> list[str]:
    """Ids of documents to look at again, in the order of their changes."""
    try:
        return (generation / _CHANGED).read_text("utf-8").split()
    except FileNotFoundError:
        return []
