"""Pages in another script than the languages that are asked for: told from their look, read with their own.

Only pages that were hardly read, and show not even the small words of a language, are looked at. Which
script a page is in Tesseract tells by itself (its data `osd`); read it can only what is installed and named
in `reading.script_languages`. If nothing is, the page is marked, so that a clerk learns why it cannot be
read, and what would have to be installed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.reasons import Reason
from config.settings import Reading
from pipeline.ocr import OcrPage, debian_package, installed_languages, recognise, script_of
from pipeline.raster import PageImage

LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "Arabic": ("ara", "fas", "pus", "urd", "kur_ara", "uig"),
    "Armenian": ("hye",),
    "Bengali": ("ben",),
    "Cyrillic": (
        "rus",
        "ukr",
        "bel",
        "bul",
        "mkd",
        "srp",
        "kaz",
        "kir",
        "tgk",
        "mon",
        "uzb_cyrl",
        "aze_cyrl",
    ),
    "Devanagari": ("hin", "nep", "mar"),
    "Ethiopic": ("amh", "tir"),
    "Georgian": ("kat",),
    "Greek": ("ell",),
    "Han": ("chi_sim", "chi_tra"),
    "Hangul": ("kor",),
    "Hebrew": ("heb", "yid"),
    "Japanese": ("jpn",),
    "Korean": ("kor",),
    "Sinhala": ("sin",),
    "Tamil": ("tam",),
    "Thai": ("tha",),
    "Tibetan": ("bod",),
}
"""Languages of each script by the names that Tesseract has for both, the most frequent one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A page that is to be read once more, and by which languages."""

    index: int
    image: PageImage
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """The pages as they are read best, why some are not, by their place, and all that was tried."""

    pages: Sequence[OcrPage]
    unread: Mapping[int, Reason]
    tried: Sequence[OcrPage]


def in_their_script(
    images: Sequence[PageImage], pages: Sequence[OcrPage], poor: float, settings: Reading, work: Path
) -> Reread:
    """`pages` with those below the confidence `poor` read in their own script, where that reads better.

    `images` are the pages as they came. Raises OcrFailed and OcrMissing as `recognise` does.
    """
    trials: list[Trial] = []
    unread: dict[int, Reason] = {}
    for index, (image, page) in enumerate(zip(images, pages, strict=True)):
        hardly_read = page.confidence < poor and page.language not in settings.languages
        seen = script_of(image, work) if hardly_read else None
        if seen is None or seen.script not in LANGUAGES:
            continue
        languages = chosen(seen.script, settings, installed_languages())
        if set(languages) - set(settings.languages):
            trials.append(Trial(index=index, image=image.turned(seen.turn), languages=languages))
        elif not languages:
            unread[index] = _missing(seen.script, settings)
    best = list(pages)
    tried: list[OcrPage] = []
    for languages in dict.fromkeys(trial.languages for trial in trials):
        some = [trial for trial in trials if trial.languages == languages]
        again = recognise([trial.image for trial in some], languages, work)
        tried += again
        for trial, page in zip(some, again, strict=True):
            best[trial.index] = max(best[trial.index], page, key=lambda result: result.harvest)
    return Reread(pages=best, unread=unread, tried=tried)


def chosen(script: str, settings: Reading, installed: frozenset[str]) -> tuple[str, ...]:
    """Languages for a page in `script`: those that are set and installed, then the usual ones, for names and
    numbers in Latin letters; none if there is none of that script.
    """
    wanted = (*settings.languages, *settings.script_languages)
    own = tuple(
        language
        for language in dict.fromkeys(wanted)
        if language in LANGUAGES[script] and language in installed
    )
    return tuple(dict.fromkeys((*own, *settings.languages))) if own else ()


def _missing(script: str, settings: Reading) -> Reason:
    known = LANGUAGES[script]
    languages = [language for language in settings.script_languages if language in known] or known[:1]
    packages = " ".join(debian_package(language) for language in languages)
    return Reason("script_not_installed", {"script": script, "packages": packages})
