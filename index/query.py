"""The clerk's query language: words, "phrases", -not, OR, prefix* and fields, in German and English.

    duldung person:Mustermann von:2024-01 -typ:bescheid_auslaenderbehoerde
    "Antrag auf Erteilung" OR aufenthaltser*

Words side by side must all be there; OR binds weaker. Parsing yields a small tree (`Node`) that
knows nothing of the engine. Every fault is a QueryError with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from config.language import Text
from index.errors import QueryError
from index.fields import Day, FieldName, field_name, first_day, last_day, state_of, types_of
from index.german import clean, tokens
from index.schema import Labels

LONGEST_QUERY = 1000  # characters


@dataclass(frozen=True, slots=True)
class Words:
    """Running text: every token of it must be there."""

    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Prefix:
    """Text of which the last word is only begun."""

    text: str
    position: int


Value = Words | Phrase | Prefix
ScopedField = Literal["person", "name", "az", "source", "section"]


@dataclass(frozen=True, slots=True)
class Scoped:
    """A value that must stand in one field."""

    field: ScopedField
    value: Value


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several exact values."""

    field: Literal["type", "state", "person"]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """Document date not before or not after a day (a number like 20240503)."""

    side: Literal["from", "to"]
    day: Day


@dataclass(frozen=True, slots=True)
class Not:
    node: Node


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple[Node, ...]


Node = Words | Phrase | Prefix | Scoped | Choice | Bound | Not | And | Or

_EMPTY = Text("Bitte mindestens ein Suchwort angeben.", "Give at least one word to search for.")
_TOO_LONG = Text(
    "Die Suchanfrage ist zu lang (erlaubt sind {limit} Zeichen).",
    "The query is too long (up to {limit} characters).",
)
_QUOTE = Text("Zu diesem Anführungszeichen fehlt das schließende.", "This quotation mark is never closed.")
_ONLY_NOT = Text(
    "Ein Ausschluss (-) allein findet nichts; bitte auch ein Suchwort angeben.",
    "An exclusion (-) alone finds nothing; give a word to search for as well.",
)
_OPERATOR = Text(
    "Vor und nach {operator} muss ein Suchwort stehen.",
    "{operator} needs a word to search for on both sides.",
)
_NO_VALUE = Text("Nach „{field}:“ fehlt der Wert.", "The value after “{field}:” is missing.")
_SHORT_PREFIX = Text(
    "Vor dem * müssen mindestens drei Zeichen stehen.", "At least three characters must precede the *."
)
_NOTHING = Text(
    "„{text}“ enthält nichts, wonach sich suchen lässt.", "“{text}” contains nothing to search for."
)

# -- pieces: what stands in the query, one by one -----------------------------------------------

_QUOTES = str.maketrans(dict.fromkeys("„“”«»‟", '"'))
_PIECE = re.compile(
    r"""\s*(?P<minus>-(?=[^\s-]))?(?:(?P<field>[^\W\d_]+):\s*)?(?:"(?P<phrase>[^"]*)(?P<close>"?)|(?P<word>[^\s"]*))"""
)
_OPERATORS = {"OR": "or", "ODER": "or", "AND": "and", "UND": "and", "NOT": "not", "NICHT": "not"}
_SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    operator: str | None = None
    negated: bool = False
    field: str | None = None
    value: Value | None = None

    @property
    def bare(self) -> bool:
        return isinstance(self.value, Words) and not self.negated and self.field is None


def _pieces(query: str) -> Iterator[_Piece]:
    place = 0
    while query[place:].strip():
        match = _PIECE.match(query, place)
        assert match is not None  # every group is optional
        start = match.end() - len(match.group().lstrip())
        place = max(match.end(), start + 1)
        yield _piece(match, start)


def _piece(match: re.Match[str], start: int) -> _Piece:
    word, phrase, field = match["word"], match["phrase"], match["field"]
    if not match["minus"] and field is None and word in _OPERATORS:
        return _Piece(start, match.end(), operator=_OPERATORS[word])
    value: Value
    if phrase is not None:
        if not match["close"]:
            raise QueryError(_QUOTE, match.start("phrase") - 1)
        value = Phrase(phrase, match.start("phrase"))
    elif word.endswith("*"):
        value = _prefix(word.rstrip("*"), match.start("word"))
    else:
        value = Words(word, match.start("word"))
    if field is not None and not value.text.strip():
        raise QueryError(_NO_VALUE, start, field=field)
    return _Piece(start, match.end(), None, bool(match["minus"]), field, value)


def _prefix(text: str, position: int) -> Prefix:
    if sum(letter.isalnum() for letter in text) < _SHORTEST_PREFIX:
        raise QueryError(_SHORT_PREFIX, position)
    return Prefix(text, position)


# -- the tree -----------------------------------------------------------------------------------


def parse(query: str, labels: Labels) -> Node | None:
    """The query as a tree; None for a blank one. Raises QueryError and nothing else."""
    if len(query) > LONGEST_QUERY:
        raise QueryError(_TOO_LONG, LONGEST_QUERY, limit=LONGEST_QUERY)
    text = query.translate(_QUOTES)
    try:
        pieces = list(_pieces(text))
        return _alternatives(pieces, text, labels) if pieces else None
    except QueryError as error:
        error.query = query
        raise


def require(node: Node | None) -> Node:
    """For callers without further filters: a blank query is a fault."""
    if node is None:
        raise QueryError(_EMPTY, 0)
    return node


def _alternatives(pieces: list[_Piece], text: str, labels: Labels) -> Node:
    groups: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.operator == "or":
            if not groups[-1]:
                raise QueryError(_OPERATOR, piece.start, operator=text[piece.start : piece.end])
            groups.append([])
        else:
            groups[-1].append(piece)
    if not groups[-1]:
        raise QueryError(_OPERATOR, pieces[-1].start, operator=text[pieces[-1].start : pieces[-1].end])
    nodes = tuple(_together(group, text, labels) for group in groups)
    return nodes[0] if len(nodes) == 1 else Or(nodes)


def _together(pieces: list[_Piece], text: str, labels: Labels) -> Node:
    nodes: list[Node] = []
    negate: _Piece | None = None
    for piece in _merged(pieces, text):
        if piece.operator == "not":
            negate = piece
        elif piece.operator is None and (node := _node(piece, labels)):
            nodes.append(Not(node) if piece.negated or negate else node)
            negate = None
    if negate or pieces[-1].operator:
        raise QueryError(_OPERATOR, pieces[-1].start, operator=text[pieces[-1].start : pieces[-1].end])
    if not nodes:
        raise QueryError(_NOTHING, pieces[0].start, text=text[pieces[0].start : pieces[-1].end])
    if all(isinstance(node, Not) for node in nodes):
        raise QueryError(_ONLY_NOT, pieces[0].start)
    return nodes[0] if len(nodes) == 1 else And(tuple(nodes))


def _merged(pieces: list[_Piece], text: str) -> Iterator[_Piece]:
    """Bare words side by side become one text again: `6 K 152/14` and `3. Mai 2024` are one token each.

    A word after NOT stays alone, because the exclusion means only that one.
    """
    run: _Piece | None = None
    after_not = False
    for piece in pieces:
        if piece.bare and not after_not:
            start = run.start if run else piece.start
            run = _Piece(start, piece.end, value=Words(text[start : piece.end], start))
            continue
        if run:
            yield run
            run = None
        yield piece
        after_not = piece.operator == "not"
    if run:
        yield run


def _node(piece: _Piece, labels: Labels) -> Node | None:
    """None for bare punctuation, which says nothing."""
    value = piece.value
    assert value is not None  # only operators have none
    if piece.field is not None:
        return _scoped(field_name(piece.field, piece.start), value, labels)
    return value if _says_something(value) else None


def _scoped(field: FieldName, value: Value, labels: Labels) -> Node:
    match field:
        case "type":
            return Choice("type", types_of(value.text, labels, value.position))
        case "state":
            return Choice("state", (state_of(value.text, value.position),))
        case "from":
            return Bound("from", first_day(value.text, value.position))
        case "to":
            return Bound("to", last_day(value.text, value.position))
        case _:
            if not _says_something(value):
                raise QueryError(_NOTHING, value.position, text=value.text)
            return Scoped(field, value)


def _says_something(value: Value) -> bool:
    return next(tokens(clean(value.text)), None) is not None
