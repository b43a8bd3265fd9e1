"""Streams of a PDF that is being written, put aside on disk page by page.

pypdf keeps all objects of a new file in memory until it is written. Nearly all bytes of a scan are streams
(images, drawings, fonts), so a file of a thousand pages takes no more memory than one of ten if those are
put aside as soon as their pages are done.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject


class StoredStream(PdfObject):
    """A stream as it will stand in the PDF, in a file until then."""

    def __init__(self, file: IO[bytes], content: bytes) -> None:
        self.digest = hashlib.sha256(content).digest()
        self._file = file
        self._place = file.seek(0, 2)
        self._length = file.write(content)

    def write_to_stream(self, stream: Any, encryption_key: object = None) -> None:  # noqa: ARG002, ANN401
        self._file.seek(self._place)
        stream.write(self._file.read(self._length))


class Aside:
    """Takes the streams out of `writer`. One that comes again, as a font of many pages, is kept once."""

    def __init__(self, writer: PdfWriter, file: IO[bytes]) -> None:
        self._writer = writer
        self._file = file
        self._next = 0
        self._numbers: dict[bytes, int] = {}

    def put(self) -> None:
        """Put aside what was added since the last time; nothing may change it any more."""
        objects = self._writer._objects  # noqa: SLF001 - pypdf has no other way to them
        added = range(self._next, len(objects))
        twins = self._twins(objects, added)
        for index in added:
            held = objects[index]
            if index + 1 in twins:
                objects[index] = None
            elif isinstance(held, DictionaryObject | ArrayObject):
                self._redirect(held, twins)
        for index in added:
            held = objects[index]
            if isinstance(held, StreamObject):
                objects[index] = StoredStream(self._file, _written(held))
        self._next = len(objects)
        self._forget_links()

    def _twins(self, objects: list[Any], added: range) -> Mapping[int, int]:
        """Numbers of streams that are the same as an earlier one, with its number."""
        twins = {}
        for index in added:
            held = objects[index]
            # What refers to others is the same only if those are, too; it is not worth finding out.
            if isinstance(held, StreamObject) and not any(_references(held)):
                number = self._numbers.setdefault(hashlib.sha256(_written(held)).digest(), index + 1)
                if number != index + 1:
                    twins[index + 1] = number
        return twins

    def _redirect(self, held: DictionaryObject | ArrayObject, twins: Mapping[int, int]) -> None:
        parts = list(held.items() if isinstance(held, DictionaryObject) else enumerate(held))
        for key, part in parts:
            if isinstance(part, IndirectObject) and part.idnum in twins:
                held[key] = IndirectObject(twins[part.idnum], 0, self._writer)
            elif isinstance(part, DictionaryObject | ArrayObject):
                self._redirect(part, twins)

    def _forget_links(self) -> None:
        """Links between pages are set right now, for what pypdf keeps to do so later is the whole source."""
        self._writer._resolve_links()  # noqa: SLF001
        self._writer._unresolved_links.clear()  # noqa: SLF001
        self._writer._merged_in_pages.clear()  # noqa: SLF001
        self._writer.reset_translation()


@contextmanager
def streams_aside(writer: PdfWriter, folder: Path) -> Iterator[Aside]:
    """`writer` must be written before the context ends. The file lies in `folder`, without a name."""
    with tempfile.TemporaryFile(dir=folder) as file:
        yield Aside(writer, file)


def _written(held: StreamObject) -> bytes:
    buffer = BytesIO()
    held.write_to_stream(buffer)
    return buffer.getvalue()


def _references(held: PdfObject) -> Iterator[IndirectObject]:
    if isinstance(held, IndirectObject):
        yield held
    elif isinstance(held, DictionaryObject | ArrayObject):
        for part in held.values() if isinstance(held, DictionaryObject) else held:
            yield from _references(part)
