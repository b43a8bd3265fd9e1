import json
import re
from pathlib import Path

import pytest

from config.document_types import AnchorZone, load_document_types
from config.language import Text
from config.settings import SettingsError

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "domain" / "document_types.json"
SECTIONS = {
    "identitaet", "antrag", "aufenthaltstitel", "asyl", "erwerbstaetigkeit", "lebensunterhalt", "familie",
    "bildung", "integration", "wohnen", "justiz", "ausreise", "schriftverkehr", "intern",
}  # fmt: skip


def site_file(tmp_path, content):
    file = tmp_path / "types.toml"
    file.write_text(content, "utf-8")
    return file


def test_types_and_sections_are_complete():
    types = load_document_types()
    assert len(types) == 45
    assert set(types.sections) == SECTIONS == {kind.section for kind in types}
    assert all(label.de and label.en for label in types.sections.values())


@pytest.mark.skipif(not SHARED.exists(), reason="the domain's list of types is not beside this checkout")
def test_ids_sections_and_labels_are_those_of_the_domain():
    types = load_document_types()
    domain = json.loads(SHARED.read_text("utf-8"))
    assert {entry["id"] for entry in domain} == {kind.id for kind in types}
    for entry in domain:
        kind = types[entry["id"]]
        assert (kind.section, kind.label) == (entry["section"], Text(entry["label_de"], entry["label_en"]))


def test_every_type_can_be_recognised():
    for kind in load_document_types():
        assert kind.titles, kind.id
        assert kind.in_zone(AnchorZone.TITLE), kind.id
        assert kind.in_zone(AnchorZone.BODY), kind.id


def test_expressions_match_something():
    """An expression that matches the empty text would speak for its type on every page."""
    for kind in load_document_types():
        for zone in AnchorZone:
            for anchor in kind.in_zone(zone):
                assert anchor.pattern.flags & re.IGNORECASE
                assert not anchor.pattern.search(""), (kind.id, zone, anchor.pattern.pattern)
                assert anchor.weight > 0


def test_documents_of_several_persons():
    several = {kind.id for kind in load_document_types() if kind.persons == "several"}
    assert several == {"geburtsurkunde", "personenstandsurkunde", "verpflichtungserklaerung"}


def test_fallbacks():
    assert {kind.id for kind in load_document_types() if kind.fallback} == {"schreiben", "vermerk"}


def test_loaded_once():
    assert load_document_types() is load_document_types()


def test_label_and_section_of_an_unknown_type():
    types = load_document_types()
    assert types.label("duldung").en == "suspension of deportation"
    assert types.label("unklassifiziert").de == "nicht erkannt"
    assert types.section_of("duldung") == "ausreise"
    assert types.section_of("unklassifiziert") in SECTIONS


def test_site_file_adds_a_type_and_an_anchor(tmp_path):
    file = site_file(
        tmp_path,
        """
        [types.parkausweis]
        section = "wohnen"
        label_de = "Parkausweis"
        label_en = "parking permit"
        titles = ["Bewohnerparkausweis"]
        title = ['parkausweis', { regex = 'parkberechtigung', weight = 1.25 }]

        [types.duldung]
        label_en = "toleration"
        body = ['hausinterner vermerk zur duldung']
        """,
    )
    types = load_document_types(file)
    ours = load_document_types()
    assert len(types) == len(ours) + 1
    assert [anchor.weight for anchor in types["parkausweis"].in_zone(AnchorZone.TITLE)] == [3.0, 1.25]
    assert types["duldung"].label == Text("Duldung", "toleration")
    assert len(types["duldung"].in_zone(AnchorZone.BODY)) == len(ours["duldung"].in_zone(AnchorZone.BODY)) + 1
    assert types["duldung"].titles == ours["duldung"].titles


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[types.x]\nsection = 'wohnen'\nlabel_de = 'X'", "types.x.label_en"),
        ("[types.x]\nsection = 'keller'\nlabel_de = 'X'\nlabel_en = 'X'", "types.x.section"),
        ("[types.duldung]\nbody = ['(']", "types.duldung.body"),
        ("[types.duldung]\nboddy = ['x']", "types.duldung.boddy"),
        ("[types.duldung]\nform = 'poem'", "types.duldung.form"),
        ("[types.duldung]\nbody = [{ regex = 'x', weight = -1 }]", "types.duldung.body"),
        ("[types.duldung]\nbody = 'x'", "types.duldung.body"),
        ("types = 3", "types"),
        ("[types.duldung", "types.toml"),
    ],
)
def test_mistakes_name_file_and_key(tmp_path, content, named):
    file = site_file(tmp_path, content)
    with pytest.raises(SettingsError) as error:
        load_document_types(file)
    assert str(file) in str(error.value)
    assert named in str(error.value)


def test_missing_site_file(tmp_path):
    with pytest.raises(SettingsError, match=r"nothing\.toml"):
        load_document_types(tmp_path / "nothing.toml")
