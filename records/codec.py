"""Between rows and types: reasons, evidence and canonical JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import RowMapping

from config.reasons import Reason
from pipeline.model import Evidence
from records.canonical import canonical, digest, now

__all__ = (
    "canonical",
    "chunks",
    "digest",
    "dump_evidence",
    "dump_reason",
    "load_evidence",
    "load_reason",
    "now",
)

Row = RowMapping | dict[str, Any]
_T = TypeVar("_T")


def dump_reason(reason: Reason | None) -> dict[str, Any]:
    """The two columns of a reason."""
    if reason is None:
        return {"reason_code": None, "reason_params": None}
    return {"reason_code": reason.code, "reason_params": dict(reason.params)}


def load_reason(row: Row) -> Reason | None:
    code = row["reason_code"]
    return None if code is None else Reason(code, row["reason_params"] or {})


def dump_evidence(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [asdict(part) for part in evidence]


def load_evidence(content: Sequence[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**part) for part in content)


def chunks(items: Iterable[_T], size: int = 500) -> Iterable[tuple[_T, ...]]:
    """Parts of at most `size`; databases limit how many values one statement may carry."""
    iterator = iter(items)
    while part := tuple(islice(iterator, size)):
        yield part
