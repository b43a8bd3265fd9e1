"""Labels of forms as they stand on a page: known from a closed vocabulary, also where they were misread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from config.form_words import load_form_words
from config.look_alikes import shape
from pipeline.model import Line, Word

_LABEL = load_form_words().label
_MISREAD = load_form_words().misread["label"]
_SHORT = 5
_NEARLY_FROM = 10
"""Letters from which a label is known although its shape is off by one."""
_HARDLY_MORE = 0.3
"""Share of its letters that a label may have been misread in and still be no name."""
_NO_LABELS = {shape("geburtsdaten")}
"""Words, by their shape, that are nearly a label."""

_PLURAL = re.compile(r"(?<=\w)[({[<]\w{1,2}[)}\]>]?$")
"""What may stand behind a label: "Vorname(n)", "Staatsangehörigkeit(en)"."""
_LEADER = re.compile(r"(?:\.{3,}|…)[.…]*$")
"""What leads from a label to its value."""
_TOGETHER = re.compile(r"\s?(?:[,/(|:]|und|and)\s?")
NAME_PARTS = frozenset({"name", "family_name", "given_names", "full_name"})


@dataclass(frozen=True, slots=True)
class Label:
    """Labels that share one value: translations of one another, or "Vorname, Name, Anschrift"."""

    matches: tuple[re.Match[str], ...]

    @property
    def start(self) -> int:
        return self.matches[0].start()

    @property
    def end(self) -> int:
        return self.matches[-1].end()

    @property
    def keys(self) -> tuple[str, ...]:
        found = dict.fromkeys(str(match.lastgroup) for match in self.matches)
        if "given_names" in found and found.keys() & {"name", "family_name"}:
            return "full_name", *(key for key in found if key not in NAME_PARTS)
        if "name" in found and found.keys() & {"full_name", "family_name", "birth_name"}:
            del found["name"]
        return tuple(found)


def labels_of(text: str) -> list[Label]:
    """The labels of a line in their order, those that belong together as one."""
    groups: list[list[re.Match[str]]] = []
    for match in _LABEL.finditer(text):
        if groups and _TOGETHER.fullmatch(text[groups[-1][-1].end() : match.start()]):
            groups[-1].append(match)
        else:
            groups.append([match])
    return [Label(tuple(group)) for group in groups]


def begins_as_label(words: Sequence[Word]) -> bool:
    """Whether words that might be a value are, or begin with, a label."""
    return bool(_LABEL.match(" ".join(word.text for word in words))) or _like_a_label(words[0].text)


@lru_cache(maxsize=8192)
def _like_a_label(word: str) -> bool:
    """Whether a long word, badly read, is hardly more than a label: "Gebkursnanne". It is no name then."""
    seen = shape(word.strip(".,:;"))
    return len(word) >= _NEARLY_FROM and any(
        OSA.normalized_distance(known, seen) <= _HARDLY_MORE
        for known in _MISREAD
        if len(known) >= _NEARLY_FROM
    )


def with_labels(line: Line) -> Line:
    """The line with misread labels as they must have been printed, and a colon for the dots behind them."""
    words = tuple(_as_label(word) for word in line.words)
    return line if words == line.words else replace(line, words=words)


def _as_label(word: Word) -> Word:
    if _LEADER.search(word.text):
        word = replace(word, text=_LEADER.sub(":", word.text, count=1))
    core = _PLURAL.sub("", word.text.strip(".,:;"))
    label = label_of(core) if len(core) > _SHORT else None
    if label is None or label == core.lower():
        return word
    return replace(word, text=word.text.replace(core, label))


@lru_cache(maxsize=8192)
def label_of(word: str) -> str | None:
    """The label that a word looks like; a 6 inside may be a misread b as well as a round letter."""
    seen = shape(word)
    return _MISREAD.get(seen) or _MISREAD.get(shape(word.replace("6", "b"))) or _nearly(word, seen)


def _nearly(word: str, seen: str) -> str | None:
    """A long label but for one more letter that was misread, and not one in another grammatical form."""
    if len(word) < _NEARLY_FROM or seen in _NO_LABELS:
        return None
    found = (label for known, label in _MISREAD.items() if OSA.distance(known, seen, score_cutoff=1) <= 1)
    return next((label for label in found if not word.lower().startswith(label)), None)
