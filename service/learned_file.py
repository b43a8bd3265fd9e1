"""The learned model of an authority as a file: written by training, read where documents are decided.

Plain JSON, so that it can be read and never runs. A file that is damaged or was made by another version
of the program is not used.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from config.home import Home
from config.language import Language, Text
from intake.disk import make_folder, write_whole
from pipeline.learned import Learned

log = logging.getLogger("akte.learned")

_DAMAGED = Text(
    "{file} ist beschädigt und wird nicht verwendet; neu lernen mit: akte classify train",
    "{file} is damaged and is not used; learn again with: akte classify train",
)
_OTHER = Text(
    "{file} stammt von akte {program} und wird nicht verwendet; neu lernen mit: akte classify train",
    "{file} was made by akte {program} and is not used; learn again with: akte classify train",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeReport:
    """How rules and learner did on confirmed documents of one type, all held out.

    `unsure`: documents on which the rules are unsure and the learner says this type; how many of them
    were right by the one and by the other. `used`: whether the learner is heard on this type.
    """

    type: str
    confirmed: int
    rules_right: int
    learned_right: int
    unsure: int
    unsure_rules_right: int
    unsure_learned_right: int
    reliability: float
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedFile:
    """What training leaves: the model, and how it did."""

    trained_at: str
    documents: int
    types: tuple[TypeReport, ...]
    model: Learned


_FILE: TypeAdapter[LearnedFile] = TypeAdapter(LearnedFile)


class Unusable(Exception):
    """The file cannot be used; the message says why and what helps."""

    def __init__(self, text: Text, **params: object) -> None:
        self._text, self._params = text, params
        super().__init__(self.text("en"))

    def text(self, language: Language | None = None) -> str:
        return self._text(language, **self._params)


def program() -> str:
    return version("akte")


def save(home: Home, authority: str, content: LearnedFile) -> Path:
    """A reader sees the old or the new file, also after a power cut. Raises OSError."""
    file = home.learned_types(authority)
    make_folder(file.parent)
    write_whole(file, _FILE.dump_json(content, indent=1))
    return file


def load(home: Home, authority: str) -> LearnedFile | None:
    """What was learned; None if nothing was. Raises Unusable."""
    file = home.learned_types(authority)
    try:
        content = _FILE.validate_json(file.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise Unusable(_DAMAGED, file=file) from error
    if content.model.program != program():
        raise Unusable(_OTHER, file=file, program=content.model.program)
    return content


def model_in_use(home: Home, authority: str) -> Learned | None:
    """The model to apply, None if there is none or it cannot be used, which is logged once per file."""
    file = home.learned_types(authority)
    try:
        changed = file.stat().st_mtime_ns
    except FileNotFoundError:
        return None
    return _loaded(home, authority, changed)


@lru_cache(maxsize=64)
def _loaded(home: Home, authority: str, _changed: int) -> Learned | None:
    try:
        content = load(home, authority)
    except Unusable as error:
        log.warning("%s", error.text())
        return None
    return content.model if content and content.model.reliability else None
