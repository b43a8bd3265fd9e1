"""How papers write a nationality, and which states they carry for one another: `nationalities.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationalities:
    """`states`: codes by how a word for them begins. `related`: groups of states that count as one."""

    states: Mapping[str, frozenset[str]]
    related: tuple[frozenset[str], ...]


@lru_cache(maxsize=1)
def load_nationalities() -> Nationalities:
    content = tomllib.loads((resources.files("config") / "nationalities.toml").read_text("utf-8"))
    states: dict[str, frozenset[str]] = {}
    for code, beginnings in content["states"].items():
        for beginning in beginnings:
            states[beginning] = states.get(beginning, frozenset()) | {code}
    return Nationalities(states=states, related=tuple(map(frozenset, content["related"].values())))
