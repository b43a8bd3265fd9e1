"""Words by their shape: what recognition may read one for the other has the same one."""

from __future__ import annotations

import re
from functools import lru_cache

_SAME_SHAPE = str.maketrans(
    "aceogq069äöbh8liftj1|!nuvmüs5z2",
    "ooooooooooohhhllllllllnnnnnsszz",
)
_STEMS = re.compile("(?:r*n+)+")


@lru_cache(maxsize=65536)
def shape(text: str) -> str:
    """The text with letters alike that recognition takes for one another; `rn`, `m`, `nn` are, too.

    Coarse: only long words keep what tells them from others.
    """
    return _STEMS.sub("n", text.lower().translate(_SAME_SHAPE))
