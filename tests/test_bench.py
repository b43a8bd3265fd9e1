"""What the benches compute from outcomes; what they measure is measured by running them."""

import json

import pytest

from bench import papers
from bench.calibration import bands, diagram
from bench.deciding_report import report
from bench.outcomes import Outcome
from tests.pipeline.paper import pdf


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


def papers_of_others(folder):
    """A set with a register of one: a letter about the person, and one about a sibling nobody has entered."""
    (folder / "files").mkdir(parents=True)
    register = (
        "person_id,file_number,azr_number,family_name,given_names,birth_name,birth_date,sex,nationality,"
    )
    register += "birth_place,document_numbers,aliases\nP-1,,,Muster,Erika,,1990-03-14,F,SYR,Aleppo,,\n"
    (folder / "register.csv").write_text(register, "utf-8")
    truth = []
    for file, name, person in (("own.pdf", "Erika Muster", "P-1"), ("sibling.pdf", "Erik Muster", None)):
        lines = ("Meldebescheinigung", f"Name: {name}", "Geburtsdatum: 14.03.1990", "Wiesbaden, 05.03.2024")
        shown = "T* ".join(f"({line}) Tj " for line in lines)
        pdf(folder / "files" / file, f"BT /F1 12 Tf 20 TL 60 780 Td {shown} ET")
        row = {"file": file, "type": "meldebescheinigung", "person": person, "document_date": "2024-03-05"}
        truth.append(json.dumps(row))
    (folder / "truth.jsonl").write_text("\n".join(truth), "utf-8")


def test_papers_are_read_once_and_then_decided_anew(tmp_path, capsys):
    folder = tmp_path / "set"
    papers_of_others(folder)
    arguments = [str(folder), "--home", str(tmp_path / "home")]
    assert papers.main(arguments) == 0
    text = capsys.readouterr().out
    assert "filed without a clerk      1/1" in text
    assert "type right                   2/2" in text
    assert "document date right          2/2" in text

    truth = (folder / "truth.jsonl").read_text("utf-8")
    lost = {"file": "lost.pdf", "type": "visum", "person": "P-1", "document_date": None}
    (folder / "truth.jsonl").write_text(truth.replace("P-1", "P-2") + "\n" + json.dumps(lost), "utf-8")
    for file in (folder / "files").iterdir():
        file.unlink()
    assert papers.main(arguments) == 1
    text = capsys.readouterr().out
    assert "MISFILED own.pdf meldebescheinigung/-: P-1 instead of P-2" in text
    assert "LOST lost.pdf" in text


def test_papers_without_their_truth_are_refused(tmp_path, capsys):
    with pytest.raises(SystemExit):
        papers.main([str(tmp_path)])
    assert "register.csv is missing" in capsys.readouterr().err
