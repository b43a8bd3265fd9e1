"""What a plan consists of: `index.plan` makes it from a query, `index.evaluate` says what it finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    field: str
    term: str
    boost: float = 0.0
    """0: a filter, which says nothing about how well a document fits."""


@dataclass(frozen=True, slots=True)
class Adjacent:
    """Terms of `text` that stand side by side."""

    terms: tuple[str, ...]
    boost: float


@dataclass(frozen=True, slots=True)
class AnyOf:
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class MostOf:
    """All of them, or all but one: of two, one suffices only if few documents have it."""

    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Without:
    plan: Plan
    unwanted: Plan


@dataclass(frozen=True, slots=True)
class Begun:
    """Any term of these fields that begins so; all fit equally well."""

    fields: tuple[str, ...]
    beginning: str
    score: float
    stem: str | None = None
    """Found in `text` as well: the stem of what was typed, which an inflected form does not begin with."""


@dataclass(frozen=True, slots=True)
class Days:
    """A document whose day in `field` lies within; one without a date never does."""

    field: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Everything:
    pass


Plan = Term | Adjacent | AnyOf | AllOf | MostOf | Without | Begun | Days | Everything
