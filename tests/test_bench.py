"""What the benches compute from outcomes; what they measure is measured by running them."""

from bench.calibration import bands, diagram
from bench.deciding_report import report
from bench.outcomes import Outcome


def outcome(*, found="duldung", score=0.95, person="P-1", state="filed", day="2020-01-02", lost=False):
    truth = {
        "type": "duldung",
        "layout": "duldung",
        "person": "P-1",
        "expected": "filed",
        "document_date": "2020-01-02",
    }
    row = {
        "type": found,
        "type_score": score,
        "person": person,
        "state": state,
        "document_date": day,
        "reason": "Nicht sicher: weil",
    }
    return Outcome(source="wiesbaden/a.pdf", degradation="light", truth=truth, row=None if lost else row)


def test_report_counts_what_matters():
    outcomes = [
        outcome(),
        outcome(person="P-2"),
        outcome(state="review", found="visum", score=0.5, day=None),
        outcome(lost=True),
    ]
    text = "\n".join(report(outcomes, 1.0))
    assert "lost                         1" in text
    assert "misfiled                     1" in text
    assert "filed without a clerk      1/4" in text
    assert "filed, and that rightly      1/2" in text
    assert "type right                   2/3" in text
    assert "MISFILED wiesbaden/a.pdf duldung/duldung: P-2 instead of P-1" in text
    assert "   1 duldung -> visum" in text
    assert "2020-01-02 -> None" in text
    assert "   1 Nicht sicher" in text


def test_bands_hold_every_score_once():
    scores = [(0.0, False), (0.41, True), (0.9, True), (0.949, False), (1.0, True)]
    found = bands(scores)
    assert sum(band.count for band in found) == len(scores)
    assert [(band.least, band.count, band.right) for band in found] == [
        (0.0, 2, 1),
        (0.9, 2, 1),
        (0.95, 1, 1),
    ]


def test_diagram_shows_share_and_expectation():
    (_, line) = diagram(bands([(0.5, True), (0.5, False)]))
    bar = line.split()[-1]
    assert bar.count("#") == 20
    assert bar.index("|") == 20
    assert " 50% " in line
