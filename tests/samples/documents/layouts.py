"""The list of layouts: each draws one kind of document and says what it shows of the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.samples.documents.case import Case
from tests.samples.paper import Paper

Draw = Callable[[Case], Paper]
Split = Literal["development", "measured", "fresh"]
"""Rules are written and tuned looking at `development` layouts only; `measured` ones are never looked at,
and `fresh` ones are those of the latest round, which no rule has met yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """`shows`: N name, B birth date, F the authority's file number, A AZR number, D a document number
    of the register, M a machine-readable zone. `dated`: the document has a date of its own.
    `colour` for cards and certificates that are scanned in colour; `two_persons` if it can name a
    second registered person on an equal footing (`Case.other`); `digital` if it can also arrive as
    a born-digital PDF, without stamps and pictures. `split`: what rules may be written for.
    """

    name: str
    type: str
    draw: Draw
    shows: frozenset[str]
    dated: bool = True
    colour: bool = False
    two_persons: bool = False
    digital: bool = False
    split: Split = "development"


LAYOUTS: dict[str, Layout] = {}


def layout(
    type_id: str,
    shows: str,
    *,
    dated: bool = True,
    colour: bool = False,
    two_persons: bool = False,
    digital: bool = False,
    split: Split = "development",
) -> Callable[[Draw], Draw]:
    """Register a drawing function as a layout of document type `type_id`, under the function's name."""

    def register(draw: Draw) -> Draw:
        name = draw.__name__
        assert name not in LAYOUTS, name
        LAYOUTS[name] = Layout(
            name=name,
            type=type_id,
            draw=draw,
            shows=frozenset(shows),
            dated=dated,
            colour=colour,
            two_persons=two_persons,
            digital=digital,
            split=split,
        )
        return draw

    return register
