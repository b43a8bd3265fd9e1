"""Training: from confirmed documents to a model, and the proof that it is better than the rules.

The only importer of scikit-learn, loaded by `akte classify train` alone. Held-out means by person: no
document of a person is judged by a model that has seen another one of the same person.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pipeline.learned import LEAST_PROBABILITY, Learned, bare, guess, sure, vector
from pipeline.model import UNCLASSIFIED, Classification
from service.learned_file import TypeReport

LEAST_DOCUMENTS = 10
"""Confirmed documents that a type needs; those of rarer types are learned as `none of these`."""
_FOLDS = 5
_LEAST_PERSONS = 3
"""A term must occur in documents of so many persons: what only one record says stays there."""
_MOST_TERMS = 4000
_LEAST_GUESSES = 3
_LEAST_RELIABILITY = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A confirmed document. `group`: its person, or itself; `rules`: what the rules make of it today."""

    type: str
    group: str
    terms: frozenset[str]
    rules: Classification


def counts(examples: Sequence[Example]) -> list[tuple[str, int]]:
    """Confirmed documents of each type, most first."""
    return Counter(sorted(example.type for example in examples)).most_common()


def enough(examples: Sequence[Example]) -> set[str]:
    """The types that can be learned."""
    return {kind for kind, count in counts(examples) if count >= LEAST_DOCUMENTS}


def train(
    examples: Sequence[Example], names: Collection[str], program: str
) -> tuple[Learned, tuple[TypeReport, ...]]:
    """The model of all examples, and how models of a part of them did on the rest.

    `names`: words that must not become terms. The same examples give the same model. At least two
    types must have `enough`.
    """
    known = enough(examples)
    assert len(known) >= 2, "callers check"
    guesses = _held_out(examples, known, names, program)
    reports = tuple(_report(kind, examples, guesses) for kind in sorted(known))
    model = _fit(examples, known, names, program)
    used = {report.type: report.reliability for report in reports if report.used}
    return Learned(
        program=program,
        rarity=model.rarity,
        weights=model.weights,
        intercepts=model.intercepts,
        reliability=used,
    ), reports


def _held_out(
    examples: Sequence[Example], known: set[str], names: Collection[str], program: str
) -> list[tuple[str, float]]:
    """For each example the guess of a model that has seen nothing of its person."""
    folds = _folds(examples)
    guesses = [(UNCLASSIFIED, 0.0)] * len(examples)
    for fold in range(_FOLDS):
        seen = [example for example, at in zip(examples, folds, strict=True) if at != fold]
        if len({_label(example, known) for example in seen}) < 2:
            continue  # nothing to tell apart: no opinion on this part
        model = _fit(seen, known, names, program)
        for number, (example, at) in enumerate(zip(examples, folds, strict=True)):
            if at == fold:
                guesses[number] = guess(vector(example.terms, model.rarity), model)
    return guesses


def _folds(examples: Sequence[Example]) -> list[int]:
    """Persons dealt out in turn, type by type, in an order that does not depend on names or time."""
    dealt: dict[str, int] = {}
    for example in sorted(examples, key=lambda item: (item.type, _shuffled(item.group))):
        dealt.setdefault(example.group, len(dealt) % _FOLDS)
    return [dealt[example.group] for example in examples]


def _shuffled(group: str) -> str:
    return hashlib.sha256(group.encode()).hexdigest()


def _label(example: Example, known: set[str]) -> str:
    return example.type if example.type in known else UNCLASSIFIED


def _fit(examples: Sequence[Example], known: set[str], names: Collection[str], program: str) -> Learned:
    rarity = _rarity(examples, names)
    columns = {term: number for number, term in enumerate(rarity)}
    rows = [vector(example.terms, rarity) for example in examples]
    data = [value for row in rows for value in row.values()]
    indices = [columns[term] for row in rows for term in row]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    features = csr_matrix((data, indices, starts), shape=(len(rows), max(1, len(columns))))
    labels = [_label(example, known) for example in examples]
    model = LogisticRegression(C=20.0, max_iter=2000, class_weight="balanced").fit(features, labels)
    kinds, weights, intercepts = model.classes_, model.coef_, model.intercept_
    if len(kinds) == 2:  # one row says how much rather the second than the first
        weights, intercepts = (
            np.vstack((-weights / 2, weights / 2)),
            np.hstack((-intercepts / 2, intercepts / 2)),
        )
    return Learned(
        program=program,
        rarity=rarity,
        weights={
            str(kind): {term: round(float(row[number]), 4) for term, number in columns.items()}
            for kind, row in zip(kinds, weights, strict=True)
        },
        intercepts={str(kind): round(float(value), 4) for kind, value in zip(kinds, intercepts, strict=True)},
        reliability={},
    )


def _rarity(examples: Sequence[Example], names: Collection[str]) -> dict[str, float]:
    """The terms that may be learned, most frequent first, with ln(n / documents) + 1."""
    persons: dict[str, set[str]] = {}
    documents: Counter[str] = Counter()
    for example in examples:
        documents.update(example.terms)
        for term in example.terms:
            persons.setdefault(term, set()).add(example.group)
    allowed = [term for term in documents if len(persons[term]) >= _LEAST_PERSONS and bare(term) not in names]
    allowed.sort(key=lambda term: (-documents[term], term))
    return {term: round(math.log(len(examples) / documents[term]) + 1.0, 4) for term in allowed[:_MOST_TERMS]}


def _report(kind: str, examples: Sequence[Example], guesses: Sequence[tuple[str, float]]) -> TypeReport:
    """How rules and learner did on one type. `used` if the learner was better where the rules are unsure."""
    pairs = list(zip(examples, guesses, strict=True))
    own = [(example, found) for example, (found, _) in pairs if example.type == kind]
    said = [
        example
        for example, (found, probability) in pairs
        if found == kind and probability >= LEAST_PROBABILITY and not sure(example.rules)
    ]
    right = sum(example.type == kind for example in said)
    by_rules = sum(example.rules.type == example.type for example in said)
    reliability = round((right + 1) / (len(said) + 2), 3)  # few guesses prove little (rule of succession)
    return TypeReport(
        type=kind,
        confirmed=len(own),
        rules_right=sum(example.rules.type == kind for example, _ in own),
        learned_right=sum(found == kind for _, found in own),
        unsure=len(said),
        unsure_rules_right=by_rules,
        unsure_learned_right=right,
        reliability=reliability,
        used=len(said) >= _LEAST_GUESSES and right > by_rules and reliability >= _LEAST_RELIABILITY,
    )
