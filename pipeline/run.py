"""Reads one arrival from its bytes to what every document in it says. Composes the stages, nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image
from pydantic import TypeAdapter

from config.document_types import DocumentTypes
from config.settings import Settings
from pipeline import mrz_zone, photo
from pipeline.classify import classify
from pipeline.identity import find_identity
from pipeline.model import DocumentReading, Mrz, PageKind, PageReading, SourceReading
from pipeline.mrz import find_mrz
from pipeline.native import SCANNED
from pipeline.ocr import recognise_zone
from pipeline.pages import Source
from pipeline.raster import page_image
from pipeline.reading import read_pages
from pipeline.searchable_pdf import write
from pipeline.separators import left_out, segments
from pipeline.source import open_source

_JSON: TypeAdapter[SourceReading] = TypeAdapter(SourceReading)


def reading_to_json(reading: SourceReading) -> bytes:
    return _JSON.dump_json(reading)


def reading_from_json(content: bytes) -> SourceReading:
    return _JSON.validate_json(content)


def read_source(
    path: Path,
    *,
    settings: Settings,
    authority: str | None,
    types: DocumentTypes,
    work: Path,
    today: date,
    opened: Callable[[int], None],
    progress: Callable[[int], None],
) -> SourceReading:
    """Read the file at `path`; searchable PDFs and other results go into the folder `work`.

    `opened` hears the number of pages, `progress` each page that is read. Raises ReadingError.
    """
    with open_source(path, settings.limits) as source:
        opened(source.page_count)
        pages = read_pages(source, settings.reading, work, progress)
        groups = segments(pages)
        accounted = left_out(pages)
        if not groups and (blank := tuple(p for p in pages if p.kind is PageKind.BLANK)):
            # Nothing but blank pages: a clerk should see them rather than nobody.
            groups = (tuple(page.number for page in blank),)
            accounted = tuple(page for page in accounted if page not in blank)
        by_number = {page.number: page for page in pages}
        documents = tuple(
            _document(
                source,
                [by_number[number] for number in group],
                settings=settings,
                authority=authority,
                types=types,
                work=work,
                today=today,
            )
            for group in groups
        )
        return SourceReading(
            media_type=source.media_type,
            page_count=source.page_count,
            documents=documents,
            left_out=accounted,
        )


def _document(
    source: Source,
    pages: Sequence[PageReading],
    *,
    settings: Settings,
    authority: str | None,
    types: DocumentTypes,
    work: Path,
    today: date,
) -> DocumentReading:
    zones = tuple(zone for page in pages for zone in machine_readable(source, page, settings, work, today))
    patterns = settings.authorities[authority].file_number_patterns if authority else ()
    target = work / f"document-{pages[0].number}.pdf"
    return DocumentReading(
        pages=tuple(pages),
        classification=classify(pages, types, zones),
        identity=find_identity(pages, zones, today, [re.compile(pattern) for pattern in patterns]),
        language=_language(pages),
        quality=_quality(pages),
        searchable_pdf=target.name if write(source, pages, work, target) else None,
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
    return mrz_zone.find_on_page(
        image.pixels,
        image.dpi,
        lines,
        page.number,
        today,
        partial(_recognise_zone, languages=settings.reading.languages, work=work),
    )


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
