"""Reading against OCRmyPDF and plain tesseract, on the same sample pages in the same run.

Usage: python -m bench reading [--pages N] [--seed S]. Everybody gets the same PDFs of a dozen pages and
two jobs, and makes searchable PDFs of them in German and English. Processor seconds (own and of all
programs started) are the main figure: they do not depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from bench import pages
from config.document_types import load_document_types
from config.settings import Settings
from pipeline.run import read_source

JOBS = 2
PAGES_OF_A_SOURCE = 12
LANGUAGES = "deu+eng"
OCRMYPDF = ("ocrmypdf", "--quiet", "--language", LANGUAGES, "--jobs", str(JOBS))

Reader = Callable[[Sequence[Path], Path], list[list[list[str]]]]
"""From sources and an empty folder to the words of each page of each source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    name: str
    cpu: float
    wall: float
    errors: pages.Errors


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench reading", description=__doc__)
    parser.add_argument("--pages", type=int, default=48, help="pages to read (default 48)")
    parser.add_argument("--seed", type=int, default=pages.SEED, help="seed of the pages")
    parser.add_argument("--only", nargs="*", choices=list(READERS), help="readers to measure (all)")
    options = parser.parse_args(arguments)
    truth = pages.everyday(options.pages, seed=options.seed)
    chosen = {name: READERS[name] for name in options.only or READERS}
    if shutil.which("ocrmypdf") is None and any(name.startswith("OCRmyPDF") for name in chosen):
        print("ocrmypdf is missing; install it with: apt-get install --yes ocrmypdf", file=sys.stderr)
        return 2
    # Nobody's engine gets more threads than its job has: they would only wait for one another.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    print(f"{len(truth)} pages, {JOBS} jobs, {LANGUAGES}; times as much as the first: CPU, wall")
    print(f"{'':<28}{'CPU s/page':>11}{'pages/min':>11}{'CER':>9}{'CPU':>8}{'wall':>8}")
    with tempfile.TemporaryDirectory() as folder:
        sources = _sources(truth, Path(folder))
        first: Result | None = None
        for name, reader in chosen.items():
            result = _measured(name, reader, sources, truth, Path(folder))
            first = first or result
            report(result, first, len(truth))
    return 0


def report(result: Result, first: Result, count: int) -> None:
    print(
        f"{result.name:<28}{result.cpu / count:11.2f}{60 * count / result.wall:11.1f}"
        f"{result.errors.rate:9.2%}{result.cpu / first.cpu:8.2f}{result.wall / first.wall:8.2f}",
        flush=True,
    )


def _sources(truth: Sequence[pages.Truth], folder: Path) -> list[Path]:
    starts = range(0, len(truth), PAGES_OF_A_SOURCE)
    return [
        pages.source(truth[start : start + PAGES_OF_A_SOURCE], folder / f"{start:04d}.pdf")
        for start in starts
    ]


def _measured(
    name: str, reader: Reader, sources: Sequence[Path], truth: Sequence[pages.Truth], folder: Path
) -> Result:
    with tempfile.TemporaryDirectory(dir=folder) as work:
        before, started = _processor_seconds(), time.monotonic()
        found = reader(sources, Path(work))
        wall, cpu = time.monotonic() - started, _processor_seconds() - before
    read = [words for source in found for words in source]
    errors = [pages.errors(true.words, words) for true, words in zip(truth, read, strict=True)]
    return Result(name=name, cpu=cpu, wall=wall, errors=sum(errors, pages.Errors(wrong=0, characters=0)))


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _akte(sources: Sequence[Path], work: Path) -> list[list[list[str]]]:
    """The whole reading: separators, blank pages, zones, classification and evidence included."""
    # Processes of their own, so that what they use counts as children's, as the others' does.
    with ProcessPoolExecutor(JOBS, mp_context=get_context("spawn")) as pool:
        return list(pool.map(read_one, sources, [work / source.stem for source in sources]))


def read_one(source: Path, work: Path) -> list[list[str]]:
    """Our whole reading of `source` into the new folder `work`; the words of each page."""
    work.mkdir()
    reading = read_source(
        source,
        settings=Settings(),
        authority=None,
        types=load_document_types(),
        work=work,
        today=datetime.now(UTC).date(),
        progress=lambda _: None,
    )
    found: list[list[str]] = [[] for _ in range(reading.page_count)]
    for document in reading.documents:
        assert document.searchable_pdf is not None
        for page, words in zip(document.pages, pages.recognised(work / document.searchable_pdf), strict=True):
            found[page.number - 1] = words
    return found


def _ocrmypdf(*options: str) -> Reader:
    def read(sources: Sequence[Path], work: Path) -> list[list[list[str]]]:
        found = []
        for source in sources:
            target = work / source.name
            subprocess.run([*OCRMYPDF, *options, str(source), str(target)], check=True)
            found.append(pages.recognised(target))
        return found

    return read


def _plain(sources: Sequence[Path], work: Path) -> list[list[list[str]]]:
    """Tesseract alone on pictures of the pages, one start for a source: no turning, no pages put together."""
    listings = []
    for source in sources:
        names = pages.pictures(source, work)
        listings.append(work / f"{source.stem}.txt")
        listings[-1].write_text("".join(f"{name}\n" for name in names))
    command = ["tesseract", "-l", LANGUAGES, "-c", "textonly_pdf=1"]
    with ProcessPoolExecutor(JOBS, mp_context=get_context("spawn")) as pool:
        list(pool.map(_run, [[*command, str(file), str(file.with_suffix("")), "pdf"] for file in listings]))
    return [pages.recognised(file.with_suffix(".pdf")) for file in listings]


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


READERS: dict[str, Reader] = {
    "akte": _akte,
    "OCRmyPDF": _ocrmypdf(),
    "OCRmyPDF deskew, rotate": _ocrmypdf("--deskew", "--rotate-pages"),
    "tesseract alone": _plain,
}
