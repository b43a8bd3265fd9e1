"""`akte classify`: a site teaches two kinds of paper that the rules do not know."""

import json

import pytest

from records import documents, review
from service import learning
from service.daemon import Daemon
from service.learned_file import model_in_use
from tests.pipeline.paper import pdf, typed
from tests.records.scenes import copied
from tests.service.scenes import opened

ENOUGH = 5
"""Fewer than at a site, so that the test is quick."""
_TEXTS = {
    "finanznachweis": ("Gartenfreunde Muster", "Laube und Beet", "Pacht bezahlt, Erntedank"),
    "wohnraumnachweis": ("Campingplatz Muster", "Zelt und Wagen", "Stellplatz belegt, Sommer"),
}


def paper(file, kind, number):
    file.parent.mkdir(parents=True, exist_ok=True)
    pdf(file, typed(*_TEXTS[kind], f"Beleg {number}"))


def teach(home, count):
    for kind in _TEXTS:
        for number in range(count):
            paper(home.inbox("kassel") / f"{kind}-{number}.pdf", kind, number)
    with opened(home) as site:
        Daemon(site).run_once()
        for stored in documents.list_documents(site.catalogue, ("kassel",)):
            kind = stored.source.split("-")[0]
            review.set_type(site.catalogue, stored.id, kind, "clerk", sections=site.types.section_of)


def arrive(home, kind):
    """The stored document that a new paper becomes."""
    paper(home.inbox("kassel") / "neu.pdf", kind, 99)
    with opened(home) as site:
        Daemon(site).run_once()
        return next(
            one for one in documents.list_documents(site.catalogue, ("kassel",)) if one.source == "neu.pdf"
        )


@pytest.fixture(scope="module")
def confirmed_template(template, tmp_path_factory):
    """Confirmed papers of each kind, filed once for all tests."""
    home = copied(template, tmp_path_factory.mktemp("confirmed") / "home")
    teach(home, ENOUGH)
    return home.root


@pytest.fixture
def home(confirmed_template, tmp_path):
    return copied(confirmed_template, tmp_path / "home")


@pytest.fixture
def taught(akte, monkeypatch):
    monkeypatch.setattr(learning, "LEAST_DOCUMENTS", ENOUGH)
    result = akte("classify", "train", "--authority", "kassel")
    assert (result.status, result.err) == (0, "")
    return result


def test_training_says_what_it_is_used_for_and_by_which_words(taught, akte):
    assert "aus 10 bestätigten Dokumenten" in taught.out
    assert "gehört bei: Kontoauszug" in taught.out
    [row] = [line for line in taught.out.splitlines() if line.startswith("finanznachweis")]
    assert row.split() == ["finanznachweis", "5", "0", "5", "0/5", "5/5", "ja"]
    assert "laube" in taught.out
    again = akte("classify", "report", "--authority", "kassel")
    assert again.out == taught.out
    assert all(len(line) <= 80 for line in table_of(taught.out))


def table_of(out):
    return [line for line in out.splitlines() if line.startswith(("Art", "finanz", "wohn"))]


def test_the_report_as_objects(taught, akte):
    assert taught.out
    rows = akte("classify", "report", "--authority", "kassel", "--json").rows
    assert [row["type"] for row in rows] == ["finanznachweis", "wohnraumnachweis"]
    assert rows[0]["used"] is True
    assert (rows[0]["confirmed"], rows[0]["unsure_learned_right"]) == (5, 5)
    assert "laube" in rows[0]["terms"]


def test_a_new_paper_of_the_kind_is_recognised_and_says_why(home, taught, akte):
    assert taught.out
    stored = arrive(home, "finanznachweis")
    assert stored.type == "finanznachweis"
    assert 0.5 < stored.type_score <= 0.86
    assert {part.name for part in stored.type_evidence} == {"learned"}
    shown = akte("show", stored.id).out
    assert "Art aus bestätigten Dokumenten gelernt: laube" in shown
    [row] = [row for row in akte("documents", "--json").rows if row["source"] == "neu.pdf"]
    assert any(part.startswith("Art aus bestätigten Dokumenten gelernt") for part in row["evidence"])
    assert akte("verify").status == 0


def test_what_nobody_confirmed_is_never_learned_from(worked, worked_akte):
    result = worked_akte("classify", "train", "--authority", "wiesbaden")
    assert result.status == 4
    assert "zu wenig bestätigte Dokumente" in result.err
    assert "Bisher: keine" in result.err
    assert not worked.learned_types("wiesbaden").exists()


def test_too_few_are_refused_with_what_there_is(worked, worked_akte):
    with opened(worked) as site:
        for stored in documents.list_documents(site.catalogue, ("kassel",)):
            review.set_type(site.catalogue, stored.id, "visum", "clerk", sections=site.types.section_of)
    result = worked_akte("classify", "train", "--authority", "kassel")
    assert result.status == 4
    assert "je 10. Bisher: visum 2." in result.err


def test_nothing_learned_yet(akte):
    result = akte("classify", "report", "--authority", "wiesbaden")
    assert result.status == 1
    assert "noch nichts gelernt" in result.err


@pytest.mark.parametrize("fault", ["damaged", "other version"])
def test_a_model_that_is_damaged_or_of_another_version_is_not_used(home, taught, akte, caplog, fault):
    assert taught.out
    file = home.learned_types("kassel")
    if fault == "damaged":
        file.write_text(file.read_text("utf-8")[:500], "utf-8")
    else:
        content = json.loads(file.read_text("utf-8"))
        content["model"]["program"] = "0.0.1"
        file.write_text(json.dumps(content), "utf-8")
    assert arrive(home, "finanznachweis").type != "finanznachweis"
    assert "wird nicht verwendet" in caplog.text
    result = akte("classify", "report", "--authority", "kassel")
    assert result.status == 1
    assert "akte classify train" in result.err


def test_another_authority_learns_nothing_from_it(home, taught):
    assert taught.out
    assert model_in_use(home, "kassel") is not None
    assert model_in_use(home, "wiesbaden") is None
