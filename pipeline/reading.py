"""Reads the pages of a source: real text where it is sound, recognition where it is not.

Pages go through in batches, so that one start of the engine serves many pages and a source of a
thousand pages needs no more memory than one of ten.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from config.reasons import Reason
from config.settings import Reading
from pipeline import blank, denoise, native, orientation, photo, separators, text_layer
from pipeline.model import PageKind, PageReading
from pipeline.ocr import OcrPage, recognise
from pipeline.pages import Page, Source
from pipeline.raster import PageImage, page_image
from pipeline.scripts import in_their_script

BATCH_PAGES = 16
BATCH_PIXELS = 120_000_000
"""Grey pixels (bytes) held for one start of the engine."""

POOR = 0.75
"""Mean confidence below which a page is tried again with its noise taken out."""

SPARSE_WORDS = 60
"""Pages with more words are no separator sheets, so their codes need not be looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scan:
    """A page that waits for recognition."""

    image: PageImage
    ink: float


def read_pages(
    source: Source,
    settings: Reading,
    work: Path,
    progress: Callable[[int], None],
    numbers: range | None = None,
) -> tuple[PageReading, ...]:
    """One reading for each page of `source`, or for those of `numbers`, in order; `progress` hears each
    finished page's number. What is read on a page does not depend on the pages around it.

    `work` receives the text layers (see `text_layer`). Raises Damaged, PageTooLarge, OcrFailed, OcrMissing.
    """
    numbers = numbers or range(1, source.page_count + 1)
    readings: dict[int, PageReading] = {}
    waiting: list[_Scan] = []

    def recognise_waiting() -> None:
        for reading in _recognised(waiting, settings, work):
            readings[reading.number] = reading
            progress(reading.number)
        waiting.clear()

    for number in numbers:
        with source.page(number) as page:
            result = _looked_at(page, settings)
        if isinstance(result, PageReading):
            readings[number] = result
            progress(number)
        else:
            waiting.append(result)
            if _full(waiting):
                recognise_waiting()
    recognise_waiting()
    return tuple(readings[number] for number in numbers)


def _full(waiting: Sequence[_Scan]) -> bool:
    pixels = sum(scan.image.pixels.width * scan.image.pixels.height for scan in waiting)
    return len(waiting) >= BATCH_PAGES or pixels >= BATCH_PIXELS


def _looked_at(page: Page, settings: Reading) -> PageReading | _Scan:
    """The page as far as it can be read without recognition."""
    reading = native.read(page)
    words = sum(len(line.words) for line in reading.lines) if reading else 0
    if reading is not None and words > SPARSE_WORDS:
        return reading
    image = photo.straightened(page_image(page, settings.resolution))
    if text := separators.separator_text(image, settings.separator_texts):
        return _separator(image, text)
    if reading is not None:
        return reading
    ink = blank.ink(image)
    if ink < blank.BARE * settings.blank_ink and not blank.marked(image):
        page.check_blank()
        return _blank(image)
    return _Scan(image=image, ink=ink)


def _recognised(scans: Sequence[_Scan], settings: Reading, work: Path) -> list[PageReading]:
    noisy = [denoise.noisy(scan.image) for scan in scans]
    images = [
        denoise.cleaned(scan.image) if grainy else scan.image
        for scan, grainy in zip(scans, noisy, strict=True)
    ]
    images = orientation.off_their_side(images, settings.languages, work)
    first = recognise(images, settings.languages, work)
    turned = orientation.improved(first, settings.languages, work)
    again = _read_again(turned, noisy, settings, work)
    best = [
        max([page, *again.get(index, ())], key=lambda result: result.harvest)
        for index, page in enumerate(turned)
    ]
    reread = in_their_script([scan.image for scan in scans], best, POOR, settings, work)
    results = reread.pages
    readings = [
        _judged(scan, result, settings, reread.unread.get(index))
        for index, (scan, result) in enumerate(zip(scans, results, strict=True))
    ]
    text_layer.keep(
        [page for page, reading in zip(results, readings, strict=True) if reading.kind is PageKind.OCR],
        work,
    )
    tried = (*first, *turned, *reread.tried, *(page for pages in again.values() for page in pages))
    for file in {page.layer_file for page in tried if page.layer_file}:
        file.unlink(missing_ok=True)
    return readings


def _read_again(
    pages: Sequence[OcrPage], noisy: Sequence[bool], settings: Reading, work: Path
) -> dict[int, list[OcrPage]]:
    """Other readings of unevenly lit pages and of those that were hardly read, by their place in `pages`.

    Those that were found `noisy` are clean already; what else the blur takes is print.
    """
    trials = [(index, photo.evenly_lit(page.image)) for index, page in enumerate(pages)]
    trials = [(index, image) for index, image in trials if image is not pages[index].image]
    trials += [
        (index, denoise.cleaned(page.image))
        for index, page in enumerate(pages)
        if page.confidence < POOR and not noisy[index]
    ]
    found: dict[int, list[OcrPage]] = {}
    again = recognise([image for _, image in trials], settings.languages, work)
    for (index, _), page in zip(trials, again, strict=True):
        found.setdefault(index, []).append(page)
    return found


def _judged(scan: _Scan, result: OcrPage, settings: Reading, unread: Reason | None) -> PageReading:
    words = [word for line in result.lines for word in line.words]
    if len(words) <= SPARSE_WORDS:
        text = separators.separator_text(scan.image, settings.separator_texts, thorough=True)
        if text is not None:
            return _separator(scan.image, text)
    trusted = [word for word in words if word.confidence > 0.6 and any(map(str.isalnum, word.text))]
    few = sum(len(word.text) for word in trusted) < 3
    if scan.ink < settings.blank_ink and few and not blank.marked(scan.image):
        # Little ink is a page number as well as dirt; recognition tells which.
        return _blank(scan.image)
    return PageReading(
        number=scan.image.number,
        kind=PageKind.OCR,
        width=result.image.width,
        height=result.image.height,
        lines=result.lines,
        rotation=result.image.turn,
        language=result.language,
        quality=round(result.confidence, 3),
        reason=unread,
    )


def _blank(image: PageImage) -> PageReading:
    return PageReading(
        number=image.number,
        kind=PageKind.BLANK,
        width=image.width,
        height=image.height,
        reason=Reason("blank"),
    )


def _separator(image: PageImage, text: str) -> PageReading:
    return replace(_blank(image), kind=PageKind.SEPARATOR, reason=Reason("separator", {"detail": text}))
