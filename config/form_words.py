"""Words that tell what a value on a form is, and of whom a document speaks: `form_words.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from config.look_alikes import shape


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """`label` has a group for each kind of field, `role` the groups `party`, `third` and `subject`.

    `matter` is what a paper may be about, so that it is about whom that belongs to.
    `mixed_up` are words by which a paper says that persons were taken for one another.
    `misread` are words of `third`, `subject` and `label` by their `shape`, as recognition may read them.
    """

    label: re.Pattern[str]
    role: re.Pattern[str]
    matter: re.Pattern[str]
    mixed_up: re.Pattern[str]
    misread: Mapping[str, Mapping[str, str]]
    noun: re.Pattern[str]
    particles: frozenset[str]
    never_first: frozenset[str]


@lru_cache(maxsize=1)
def load_form_words() -> FormWords:
    content = tomllib.loads((resources.files("config") / "form_words.toml").read_text("utf-8"))
    labels, roles, names = content["labels"], content["roles"], content["names"]
    return FormWords(
        label=re.compile(rf"(?<![^\W_])(?<!-)(?:{_named(labels)})(?!\w)", re.IGNORECASE),
        role=re.compile(rf"(?<!\w)(?:{_named(roles)})(?!\w)", re.IGNORECASE),
        matter=re.compile("|".join(content["relations"]["matters"]), re.IGNORECASE),
        mixed_up=re.compile(rf"(?<!\w)(?:{'|'.join(content['relations']['mixed_up'])})(?!\w)", re.IGNORECASE),
        misread={kind: {shape(word): word for word in listed} for kind, listed in content["misread"].items()},
        noun=re.compile("|".join(names["nouns"]), re.IGNORECASE),
        particles=frozenset(names["particles"]),
        never_first=frozenset(names["never_first"]),
    )


def _named(groups: Mapping[str, Iterable[str]]) -> str:
    return "|".join(f"(?P<{name}>{'|'.join(expressions)})" for name, expressions in groups.items())
