"""Loads the engine without what it imports and nothing here uses: half of its loading time.

Whoosh takes a function for downloads from `urllib.request` (HTTP, TLS and e-mail come with it) and a
decorator from `cached_property`, which imports asyncio where the standard library has one without. Its
English stemmers, edit distances and n-grams are replaced by `index.german` and `index.spelling`.
A search from the shell prompt should not wait for any of it. Import this before any module of Whoosh.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def _standing_in(name: str, **attributes: object) -> Iterator[None]:
    """`name` is a module with nothing but `attributes` within the block, unless it is loaded already."""
    if name in sys.modules:
        yield
        return
    module = ModuleType(name)
    vars(module).update(attributes)
    sys.modules[name] = module
    try:
        yield
    finally:
        del sys.modules[name]


with (
    _standing_in("urllib.request", urlretrieve=None),
    _standing_in("cached_property", cached_property=functools.cached_property),
    _standing_in("whoosh.analysis.intraword", IntraWordFilter=None),
    _standing_in("whoosh.analysis.morph", StemFilter=None),
    _standing_in("whoosh.analysis.ngrams"),
    _standing_in("whoosh.automata", lev=None),
    _standing_in("whoosh.lang.porter", stem=None),
    _standing_in("whoosh.support.levenshtein", distance=None),
):
    import whoosh.codec.whoosh3
    import whoosh.compat
    import whoosh.reading  # noqa: F401
