"""Reads one arrival from its bytes to what every document in it says. Composes the stages, nothing else.

A source is read in one go, or, if it is large, in parts (`read_part`) that are put together afterwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image

from config.document_types import DocumentTypes
from config.settings import Limits, Settings
from pipeline import mrz_zone, photo
from pipeline.classify import classify
from pipeline.identity import find_identity
from pipeline.model import Box, DocumentReading, Mrz, PageKind, PageReading, SourceReading
from pipeline.mrz import find_mrz
from pipeline.native import SCANNED
from pipeline.ocr import recognise_zone
from pipeline.pages import Source
from pipeline.parts import ReadPage, keep, kept
from pipeline.raster import page_image, without
from pipeline.reading import read_pages
from pipeline.searchable_pdf import write
from pipeline.separators import left_out, segments
from pipeline.source import open_source

_SURE = 0.8
"""Confidence from which a word is what it was read as."""
_LONG = 16
"""Characters; a word of a zone may have more, for it has no spaces."""


def count_pages(path: Path, limits: Limits) -> int:
    """How many pages the file at `path` has, all of them being there. Raises ReadingError."""
    with open_source(path, limits) as source:
        return source.page_count


def read_source(
    path: Path,
    *,
    settings: Settings,
    authority: str | None,
    types: DocumentTypes,
    work: Path,
    today: date,
    progress: Callable[[int], None],
) -> SourceReading:
    """Read the file at `path` in one go; searchable PDFs and other results go into the folder `work`.

    `progress` hears each page that is read. Raises ReadingError.
    """
    with open_source(path, settings.limits) as source:
        everything = range(1, source.page_count + 1)
        return _documents(
            source,
            _read(source, everything, settings, work, today, progress),
            settings=settings,
            authority=authority,
            types=types,
            layers=work,
            work=work,
            today=today,
        )


def read_part(
    path: Path,
    part: range,
    *,
    settings: Settings,
    parts: Path,
    work: Path,
    today: date,
    progress: Callable[[int], None],
) -> None:
    """Read some pages of a large source and keep what was read in the folder `parts` (see `pipeline.parts`).

    Raises ReadingError.
    """
    with open_source(path, settings.limits) as source:
        keep(parts, part, _read(source, part, settings, work, today, progress), work)


def put_together(
    path: Path,
    *,
    settings: Settings,
    authority: str | None,
    types: DocumentTypes,
    parts: Path,
    work: Path,
    today: date,
) -> SourceReading:
    """What `read_source` gives, from all the parts that were read before. Raises ReadingError."""
    with open_source(path, settings.limits) as source:
        return _documents(
            source,
            kept(parts, source.page_count),
            settings=settings,
            authority=authority,
            types=types,
            layers=parts,
            work=work,
            today=today,
        )


def _read(
    source: Source,
    numbers: range,
    settings: Settings,
    work: Path,
    today: date,
    progress: Callable[[int], None],
) -> list[ReadPage]:
    pages = read_pages(source, settings.reading, work, progress, numbers)
    return [
        ReadPage(page=page, zones=machine_readable(source, page, settings, work, today)) for page in pages
    ]


def _documents(
    source: Source,
    read: Iterable[ReadPage],
    *,
    settings: Settings,
    authority: str | None,
    types: DocumentTypes,
    layers: Path,
    work: Path,
    today: date,
) -> SourceReading:
    """The documents that the pages make; text layers lie in `layers`, searchable PDFs go to `work`."""
    by_number = {one.page.number: one for one in read}
    pages = [one.page for one in by_number.values()]
    groups = segments(pages)
    accounted = left_out(pages)
    if not groups and (blank := tuple(p for p in pages if p.kind is PageKind.BLANK)):
        # Nothing but blank pages: a clerk should see them rather than nobody.
        groups = (tuple(page.number for page in blank),)
        accounted = tuple(page for page in accounted if page not in blank)
    patterns = settings.authorities[authority].file_number_patterns if authority else ()
    documents = []
    for group in groups:
        own = [by_number[number] for number in group]
        target = work / f"document-{group[0]}.pdf"
        written = write(source, [one.page for one in own], layers, target)
        documents.append(_document(own, types, today, patterns, target.name if written else None))
    return SourceReading(
        media_type=source.media_type,
        page_count=source.page_count,
        documents=tuple(documents),
        left_out=accounted,
    )


def _document(
    read: Sequence[ReadPage],
    types: DocumentTypes,
    today: date,
    patterns: Sequence[str],
    searchable_pdf: str | None,
) -> DocumentReading:
    pages = tuple(one.page for one in read)
    zones = tuple(zone for one in read for zone in one.zones)
    return DocumentReading(
        pages=pages,
        classification=classify(pages, types, zones),
        identity=find_identity(pages, zones, today, [re.compile(pattern) for pattern in patterns]),
        language=_language(pages),
        quality=_quality(pages),
        searchable_pdf=searchable_pdf,
    )


def machine_readable(
    source: Source, page: PageReading, settings: Settings, work: Path, today: date
) -> tuple[Mrz, ...]:
    """Machine-readable zones of a page; its image is looked at only where something hints at one.

    Text over a scan is somebody's recognition, so its zones are looked up in the image like our own.
    """
    lines = [line.text for line in page.lines]
    hint = mrz_zone.mrz_hint(page.text, page.width, page.height)
    if page.kind not in {PageKind.NATIVE, PageKind.OCR} or not hint:
        return ()
    with source.page(page.number) as original:
        if page.kind is PageKind.NATIVE and original.text().image_share < SCANNED:
            return find_mrz(lines, page.number, today)
        image = photo.straightened(page_image(original, settings.reading.resolution)).turned(page.rotation)
    unread = not mrz_zone.may_be_read(page.text, page.width, page.height)
    if page.kind is PageKind.OCR and unread:
        # Looking at all the lines of a letter that mentions a passport costs more than all the rest.
        image = without(image, _surely_read(page))
    return mrz_zone.find_on_page(
        image.pixels,
        image.dpi,
        lines,
        page.number,
        today,
        partial(_recognise_zone, languages=settings.reading.languages, work=work),
    )


def _surely_read(page: PageReading) -> Iterator[Box]:
    words = (word for line in page.lines for word in line.words)
    return (word.box for word in words if word.confidence >= _SURE and len(word.text) < _LONG)


def _recognise_zone(
    image: Image.Image, *, dpi: float, psm: int, whitelist: str, languages: Sequence[str], work: Path
) -> list[str]:
    return recognise_zone(image, dpi=round(dpi), psm=psm, whitelist=whitelist, languages=languages, work=work)


def _language(pages: Sequence[PageReading]) -> str | None:
    """The language of most pages."""
    counted = Counter(page.language for page in pages if page.language)
    return counted.most_common(1)[0][0] if counted else None


def _quality(pages: Sequence[PageReading]) -> float:
    """Mean quality of the pages, weighted by their words: an almost empty page says little."""
    weights = [sum(len(line.words) for line in page.lines) for page in pages]
    if not sum(weights):
        return 0.0
    return round(sum(p.quality * w for p, w in zip(pages, weights, strict=True)) / sum(weights), 3)
