"""Prints how well documents were decided: figures first, then every case that went wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bench.calibration import bands, diagram
from bench.outcomes import Outcome

_DEGREES = ("none", "digital", "light", "medium", "heavy")
_LISTED = 40


def report(outcomes: Sequence[Outcome], seconds: float) -> Iterator[str]:
    """The lines of the report, in the order of what matters."""
    yield from _figures(outcomes, seconds)
    yield from _damages(outcomes)
    yield from _by_degradation(outcomes)
    yield "\nscore of the type: share right in each band"
    yield from diagram(bands((o.type_score, o.right("type")) for o in outcomes if o.row))
    yield from _confusion(outcomes)
    yield from _wrong_dates(outcomes)
    yield from _avoidable(outcomes)


def _figures(outcomes: Sequence[Outcome], seconds: float) -> Iterator[str]:
    decidable = [o for o in outcomes if o.decidable]
    filed = [o for o in outcomes if o.state == "filed"]
    seen = [o for o in outcomes if o.row]
    sure = [o for o in seen if o.type_score >= 0.9]
    yield f"documents                    {len(outcomes)}  in {seconds:.0f} s"
    yield f"lost                         {len(outcomes) - len(seen)}"
    yield f"misfiled                     {sum(o.misfiled for o in outcomes)}"
    yield f"decidable                    {len(decidable)}"
    yield f"  filed without a clerk      {_share(sum(o.filed for o in decidable), len(decidable))}"
    yield f"filed, and that rightly      {_share(sum(o.filed for o in filed), len(filed))}"
    yield f"made doubtful, filed rightly {sum(o.bold for o in outcomes)}"
    yield f"type right                   {_share(sum(o.right('type') for o in seen), len(seen))}"
    yield f"  where the score is >= 0.9  {_share(sum(o.right('type') for o in sure), len(sure))}"
    yield f"document date right          {_share(sum(o.right('document_date') for o in seen), len(seen))}"


def _damages(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if outcome.misfiled and outcome.row:
            yield f"MISFILED {outcome.what}: {outcome.row['person']} instead of {outcome.truth['person']}"
        if outcome.row is None:
            yield f"LOST {outcome.what}"


def _by_degradation(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "\ndegradation  count  misfiled  filed without a clerk  type right  date right"
    for degree in _DEGREES:
        some = [o for o in outcomes if o.degradation == degree]
        decidable = [o for o in some if o.decidable]
        if some:
            yield (
                f"{degree:<11}  {len(some):5}  {sum(o.misfiled for o in some):8}"
                f"  {_percent(sum(o.filed for o in decidable), len(decidable)):>21}"
                f"  {_percent(sum(o.right('type') for o in some), len(some)):>10}"
                f"  {_percent(sum(o.right('document_date') for o in some), len(some)):>10}"
            )


def _confusion(outcomes: Sequence[Outcome]) -> Iterator[str]:
    wrong = [o for o in outcomes if o.row and not o.right("type")]
    counts = Counter((str(o.truth["type"]), str(o.row["type"])) for o in wrong if o.row)
    yield "\ntypes confused (true, found)"
    for (true, found), number in counts.most_common():
        yield f"{number:4} {true} -> {found}"
    for outcome in wrong[:_LISTED]:
        yield f"       {outcome.what}: {outcome.row and outcome.row['type']} {outcome.type_score:.2f}"


def _wrong_dates(outcomes: Sequence[Outcome]) -> Iterator[str]:
    wrong = [o for o in outcomes if o.row and not o.right("document_date")]
    yield "\nwrong document dates"
    for outcome in wrong[:_LISTED]:
        found = outcome.row and outcome.row["document_date"]
        yield f"       {outcome.what}: {outcome.truth['document_date']} -> {found}"


def _avoidable(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What could have been filed, by the reason the clerk is given."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.decidable and outcome.row and outcome.state != "filed":
            reason = str(outcome.row["reason"])
            reasons[reason.split("(", maxsplit=1)[0].split(":", maxsplit=1)[0]].append(
                f"{outcome.what}: {reason}"
            )
    yield "\navoidable reviews"
    for reason, places in sorted(reasons.items(), key=lambda item: -len(item[1])):
        yield f"{len(places):4} {reason}"
        yield from (f"       {place}" for place in places[:6])


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.1%}" if whole else "none"


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"
