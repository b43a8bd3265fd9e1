"""Importing the person register: the good rows go in, the bad ones are named by their line."""

from __future__ import annotations

import pytest

from records import people
from tests.service.scenes import HEADER, opened

MIXED = (
    HEADER
    + "P-0010,,,Neumann,Nora,,1990-01-02,F,SYR,,,\n"
    + ",,,Ohne,Nummer,,1990-01-02,F,SYR,,,\n"
    + "P-0011,,,Falsch,Datum,,1990-13-01,F,SYR,,,\n"
    + 'P-0012,,,Zuletzt,Zoe,,1980-05,F,XXA,,"A1;B2","Zuvor, Zoe"\n'
)


def write(folder, content, encoding="utf-8"):
    file = folder / "register.csv"
    file.write_bytes(content.encode(encoding))
    return str(file)


def names(home, authority):
    with opened(home) as site:
        return [person.names[0].family for person in people.list_persons(site.catalogue, authority)]


def test_a_register_with_bad_rows_imports_the_good_ones(akte, home, tmp_path):
    result = akte("people", "import", write(tmp_path, MIXED), "--authority", "kassel")
    assert result.status == 1
    assert "2 Personen neu, 0 geändert, 0 unverändert." in result.out
    assert "2 Zeilen wurden nicht übernommen" in result.out
    assert "Zeile 3: person_id fehlt" in result.out
    assert "Zeile 4: birth_date „1990-13-01“ ist kein Datum" in result.out
    assert names(home, "kassel") == ["Neumann", "Testperson", "Zuletzt"]
    assert names(home, "wiesbaden") == ["Musterfrau", "Mustermann"]


def test_the_result_is_an_object_on_request(akte, tmp_path):
    result = akte("people", "import", write(tmp_path, MIXED), "--authority", "kassel", "--json")
    [report] = result.rows
    assert result.status == 1
    assert set(report) == {"authority", "added", "updated", "unchanged", "settled", "missing", "errors"}
    assert (report["added"], report["updated"], report["unchanged"], report["settled"]) == (2, 0, 0, 0)
    assert [error["line"] for error in report["errors"]] == [3, 4]


def test_importing_again_changes_nothing_and_a_changed_row_is_updated(akte, tmp_path):
    good = HEADER + "P-0010,,,Neumann,Nora,,1990-01-02,F,SYR,,,\n"
    assert akte("people", "import", write(tmp_path, good), "--authority", "kassel").status == 0
    again = akte("people", "import", write(tmp_path, good), "--authority", "kassel")
    assert "0 Personen neu, 0 geändert, 1 unverändert." in again.out
    married = good.replace("Neumann", "Altmann")
    changed = akte("people", "import", write(tmp_path, married), "--authority", "kassel")
    assert "0 Personen neu, 1 geändert, 0 unverändert." in changed.out


@pytest.mark.parametrize("content", ["", "irgendetwas\n", HEADER.replace("person_id", "nummer") + "x\n"])
def test_a_file_that_is_no_register_is_refused_as_a_whole(akte, home, tmp_path, content):
    file = write(tmp_path, content)
    result = akte("people", "import", file, "--authority", "kassel")
    assert (result.status, result.out) == (65, "")
    assert file in result.err
    assert names(home, "kassel") == ["Testperson"]


def test_a_new_person_settles_the_case_that_waited_for_it(worked, worked_akte, tmp_path):
    register = HEADER + "P-0077,,,Neuling,Nikolina,,1990-02-01,F,SRB,,,\n"
    result = worked_akte("people", "import", write(tmp_path, register), "--authority", "wiesbaden")
    assert result.status == 0
    assert "liegt jetzt bei P-0077" in result.out
    assert worked_akte("review", "list", "--authority", "wiesbaden", "--json").rows == []
    [held] = worked_akte("show", "P-0077", "--json").rows
    assert (held["state"], held["source"], held["reason"]) == ("filed", "2.pdf", None)
    [hit] = worked_akte("search", "Sonnenblume", "--person", "P-0077", "--json").rows
    assert hit["id"] == held["id"]
    assert worked_akte("verify").status == 0
