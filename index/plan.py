"""From the query's tree to the plan that is evaluated, and to the marks that are highlighted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import assert_never

from index.folding import fold
from index.german import Token, clean, file_number, is_day, tokens
from index.marks import Beginning, Mark
from index.names import name_terms, other_spellings, respelled, spelling_keys
from index.plan_nodes import (
    Adjacent,
    AllOf,
    AnyOf,
    Begun,
    Days,
    Everything,
    MostOf,
    Plan,
    Term,
    Without,
)
from index.query import And, Bound, Choice, Node, Not, Or, Phrase, Prefix, Scoped, Value, Words
from index.schema import source_terms
from index.snapshot import Snapshot
from index.spelling import parted, similar_terms

# How much a word counts where it stands: what a document is and whom it concerns before its text.
WEIGHTS = {"az": 5.0, "names": 4.0, "labels": 3.0, "spellings": 1.5, "text": 1.0, "source": 1.0, "parts": 0.2}
_DERIVED = {"parts", "spellings"}  # not as it was written: neither begun nor excluded words are sought there
_SIMILAR_WEIGHT = 0.5
_SPELLING_WEIGHT = 0.3  # another spelling of the name, somewhere in the text
_BEGUN_SCORE = 1.0  # how rare a word is says nothing where only its beginning was typed
_LAST_DAY = 99991231


@dataclass(slots=True)
class Planner:
    """Plans for one snapshot of the index.

    `similar` lets similar spellings count too, `exact` only what stands there as it was typed.
    """

    snapshot: Snapshot
    similar: bool
    marks: list[Mark] = field(default_factory=list)
    corrections: dict[str, str] = field(default_factory=dict)
    """Words that stand nowhere, and the most frequent term like each."""
    exact: bool = False

    def plan(self, node: Node) -> Plan:
        match node:
            case And(nodes):
                return self._all(nodes)
            case Or(nodes):
                return AnyOf(tuple(self.plan(child) for child in nodes))
            case Not(child):
                return Without(Everything(), self._unwanted(child))
            case Words() | Phrase() | Prefix():
                return self._anywhere(node)
            case Scoped(field, value):
                return self._scoped(field, value)
            case Choice(field, values):
                return AnyOf(tuple(Term(field, value) for value in values))
            case Bound("from", day):
                return Days("last_day", day, _LAST_DAY)
            case Bound(_, day):
                return Days("first_day", 0, day)
            case _:
                assert_never(node)

    def _all(self, nodes: Sequence[Node]) -> Plan:
        named = [node for node in nodes if not isinstance(node, Not)]
        wanted = self._most(named) if self.similar else AllOf(tuple(map(self.plan, named)))
        unwanted = tuple(self._unwanted(node.node) for node in nodes if isinstance(node, Not))
        return Without(wanted, AnyOf(unwanted)) if unwanted else wanted

    def _most(self, nodes: Sequence[Node]) -> Plan:
        """Words and words of phrases count alike: any of them may be the one that was misread."""
        words = [plan for node in nodes if isinstance(node, Words | Phrase) for plan in self._words(node)]
        others = [self.plan(node) for node in nodes if not isinstance(node, Words | Phrase)]
        return AllOf((*others, MostOf(tuple(words)))) if words else AllOf(tuple(others))

    def _words(self, value: Words | Phrase) -> list[Plan]:
        text = clean(value.text)
        found = list(tokens(text))
        if isinstance(value, Phrase):
            return [self._word(text, token) for token in found]
        return [self._group(text, group) for group in _connected(text, found)]

    def _unwanted(self, node: Node) -> Plan:
        """`-Bescheid` leaves Ablehnungsbescheid in; nor is it widened or highlighted."""
        return Planner(self.snapshot, similar=False, exact=True).plan(node)

    # -- words anywhere ---------------------------------------------------------------------

    def _anywhere(self, value: Value) -> Plan:
        text = clean(value.text)
        found = list(tokens(text))
        match value:
            case Prefix():
                return self._begun(text, found)
            case _ if self.similar:
                return MostOf(tuple(self._words(value)))
            case Phrase():
                return self._phrase(text, found)
            case _:
                return AllOf(tuple(self._words(value)))

    def _group(self, text: str, group: Sequence[Token]) -> Plan:
        return self._phrase(text, group) if len(group) > 1 else self._word(text, group[0])

    def _word(self, text: str, token: Token) -> Plan:
        surface = text[token.start : token.end]
        terms = {field: [token.term] for field in WEIGHTS} | _as_name(surface)
        if self.exact:
            terms = {name: found for name, found in terms.items() if name not in _DERIVED}
        options: list[Plan] = [*_options(terms, 1.0)]
        seen = {token.term}
        if not self.exact and (others := other_spellings(fold(surface))):
            options += _options({"text": sorted(others)}, _SPELLING_WEIGHT)
            seen |= others
        if self.similar:
            close = self._similar(surface, token)
            options += _options(close, _SIMILAR_WEIGHT)
            seen.update(*close.values())
            self._correct(surface, token.term, close["text"])
            for pair in parted(self.snapshot, fold(surface) if surface.isalpha() else token.term):
                options.append(Adjacent(pair, _SIMILAR_WEIGHT))
                self.marks.append(Mark(tuple(frozenset({part}) for part in pair)))
        self.marks.append(Mark((frozenset(seen),)))
        return AnyOf(tuple(options))

    def _correct(self, surface: str, term: str, close: Sequence[str]) -> None:
        if close and not any(self.snapshot.documents(name, term) for name in WEIGHTS):
            self.corrections[surface] = max(close, key=partial(self.snapshot.documents, "text"))

    def _similar(self, surface: str, token: Token) -> dict[str, tuple[str, ...]]:
        """A misread date is no date any more: its digits are sought in the order they are printed."""
        plain = surface.isalpha()
        printed = "-".join(reversed(token.term.split("-"))) if is_day(token.term) else token.term
        typed = surface if plain else printed
        found = {field: similar_terms(self.snapshot, field, typed) for field in ("text", "names")}
        if plain:  # among the names they share a key, in the text nothing says what is a name
            others = respelled(fold(surface), partial(self.snapshot.standing, "text"))
            found["text"] = tuple(dict.fromkeys((*found["text"], *others)))
        return found

    def _phrase(self, text: str, found: Sequence[Token]) -> Plan:
        if len(found) == 1:
            return self._word(text, found[0])
        self.marks.append(Mark(tuple(frozenset({token.term}) for token in found)))
        words = tuple(token.term for token in found)
        if self.similar:  # a word of it may be misread
            return AllOf(tuple(self._word(text, token) for token in found))
        names = [_as_name(text[token.start : token.end]) for token in found]
        return AnyOf(
            (
                Adjacent(words, WEIGHTS["text"]),
                AllOf(tuple(AnyOf(tuple(_options(name, 1.0))) for name in names)),
                AllOf(tuple(Term("labels", word, WEIGHTS["labels"]) for word in words)),
                AllOf(tuple(Term("source", word, WEIGHTS["source"]) for word in words)),
            )
        )

    # -- prefixes ---------------------------------------------------------------------------

    def _begun(self, text: str, found: Sequence[Token]) -> Plan:
        *whole, last = found
        fields = tuple(field for field in WEIGHTS if field not in _DERIVED)
        begun = self._beginning(fields, text[last.start :], last.term)
        return AllOf((*(self._word(text, token) for token in whole), begun))

    def _beginning(self, fields: tuple[str, ...], text: str, stem: str | None = None) -> Plan:
        beginning = file_number(text)[0] if any(map(str.isdecimal, text)) else fold(text)
        self.marks.append(Mark((Beginning(beginning, frozenset({stem} if stem else ())),)))
        return Begun(fields, beginning, _BEGUN_SCORE, stem)

    # -- one field --------------------------------------------------------------------------

    def _scoped(self, field: str, value: Value) -> Plan:
        text = clean(value.text).strip()
        engine_field = {"person": "names", "name": "names"}.get(field, field)
        if field == "section":
            return Term("section", fold(text))
        if field == "source":
            return self._file_name(text, begun=isinstance(value, Prefix))
        if isinstance(value, Prefix):
            return self._beginning((engine_field,), text)
        if field == "az":
            return self._number(text)
        return self._named(text, person=field == "person")

    def _file_name(self, text: str, *, begun: bool) -> Plan:
        terms = source_terms(text)
        whole, last = (terms[:-1], terms[-1:]) if begun else (terms, ())
        wanted: list[Plan] = [Term("source", term, WEIGHTS["source"]) for term in whole]
        wanted += [Begun(("source",), term, _BEGUN_SCORE) for term in last]
        return AllOf(tuple(wanted))

    def _number(self, text: str) -> Plan:
        whole = file_number(text)[0]
        self.marks.append(Mark((frozenset({whole}),)))
        return Term("az", whole, WEIGHTS["az"])

    def _named(self, text: str, *, person: bool) -> Plan:
        options: list[Plan] = []
        for token in tokens(text):
            surface = text[token.start : token.end]
            terms = _as_name(surface)
            if self.similar:
                terms["names"] += similar_terms(self.snapshot, "names", surface)
            self.marks.append(Mark((frozenset(terms["names"]),)))
            options.append(AnyOf(tuple(_options(terms, 1.0))))
        named = AllOf(tuple(options))
        return AnyOf((named, Term("person", text))) if person else named


def _as_name(surface: str) -> dict[str, list[str]]:
    """A word as it stands among the names, and the keys its other spellings share with it."""
    return {"names": sorted(name_terms(surface)), "spellings": sorted(spelling_keys(surface))}


def _options(terms: Mapping[str, Sequence[str]], factor: float) -> list[Term]:
    return [Term(field, term, WEIGHTS[field] * factor) for field, found in terms.items() for term in found]


def _connected(text: str, found: Iterable[Token]) -> Iterator[list[Token]]:
    """Tokens with no space between them belong together: `E-Mail`, `al-Hassan`."""
    group: list[Token] = []
    for token in found:
        if group and any(letter.isspace() for letter in text[group[-1].end : token.start]):
            yield group
            group = []
        group.append(token)
    if group:
        yield group
