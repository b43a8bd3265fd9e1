import pytest

from pipeline.model import Role
from pipeline.roles import NO_ROLE, deed_roles, following_role, heading_role, last_role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Betreff: ", Role.SUBJECT),
        ("Ihre Ehefrau ", Role.THIRD),
        ("vertreten durch Rechtsanwalt ", Role.THIRD),
        ("Der Vater hat zugestimmt. Antragsteller ist ", Role.SUBJECT),
        ("Die Mutter des Antragstellers, ", Role.THIRD),
        ("Der Ehemann der Klägerin, Herr ", Role.THIRD),
        ("Auf Antrag des Betroffenen, Herrn ", Role.SUBJECT),
        ("Der Bevollmächtigte des Betroffenen ", Role.SUBJECT),
        ("Die Mutler des Antragstellers, ", Role.UNKNOWN),
        ("zum Nacbteil der ", Role.THIRD),
        ("Herrn ", Role.UNKNOWN),
        ("(Vermieter) ", Role.THIRD),
    ],
)
def test_the_last_telling_word_gives_the_role(text, role):
    assert last_role(text)[0] is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (", als Vermieter", Role.THIRD),
        (" (Arbeitgeber)", Role.THIRD),
        (",\n- Kläger -", Role.SUBJECT),
        (", wird zum Vormund des Kindes", Role.THIRD),
        (", als Verm1eter", Role.THIRD),
        (", Ehefrau Sara Muster, geb. am", Role.UNKNOWN),
        (", wohnhaft in Musterstadt", Role.UNKNOWN),
    ],
)
def test_an_apposition_gives_the_role_to_the_name_before_it(text, role):
    assert following_role(text)[0] is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Angaben zum Ehegatten", Role.THIRD),
        ("Angaben zur Person", Role.SUBJECT),
        ("3. Kinder", Role.THIRD),
        ("Ehegatte 2", Role.PARTY),
        ("Der/Die Unterzeichnende (Verpflichtungsgeber)", Role.THIRD),
        ("verpflichtet sich, für", Role.SUBJECT),
        ("Angabcn zum Ehegatten", Role.THIRD),
        ("Anqaben zum Ehegatlen", Role.THIRD),
        ("Arbcitnehmer", Role.SUBJECT),
        ("B Angaben zur Person der Arbeitnehmerin / des Arbeitnehmers", Role.SUBJECT),
        ("Eingeladene/r (Gast)", Role.SUBJECT),
        ("Datos del padre / de la madre", Role.THIRD),
    ],
)
def test_headings_open_the_section_of_somebody(text, role):
    found = heading_role(text)
    assert found
    assert found[0] is role


@pytest.mark.parametrize(
    "text",
    [
        "Familienname",
        "Der Antragsteller hat seinen Antrag am 03.05.2024 zurückgenommen.",
        "Mein Vater wohnt in Musterstadt und arbeitet dort",
    ],
)
def test_sentences_and_labels_are_no_headings(text):
    assert heading_role(text) is None


@pytest.mark.parametrize("name", ["Müller", "Özgür-Müller"])
def test_a_name_that_looks_like_a_role_gives_none(name):
    assert heading_role(name) is None
    assert last_role(f"{name}, ") == NO_ROLE


def test_a_deed_is_about_the_child_or_about_both_spouses():
    third = Role.THIRD
    assert deed_roles([(third, "Kind"), (third, "Mutter"), (third, "Vater")]) == {"kind": Role.SUBJECT}
    assert deed_roles([(third, "Ehemann"), (third, "Ehefrau")]) == {
        "ehemann": Role.PARTY,
        "ehefrau": Role.PARTY,
    }


def test_a_form_with_an_applicant_is_no_deed():
    assert (
        deed_roles([(Role.SUBJECT, "Angaben zur Person"), (Role.THIRD, "Kind"), (Role.THIRD, "Vater")]) == {}
    )


def test_the_translation_tells_which_spouse():
    headings = [heading_role("Ehegatte / Ehemann"), heading_role("Ehegatte / Ehefrau")]
    assert deed_roles(headings) == {"ehemann": Role.PARTY, "ehefrau": Role.PARTY}
    assert deed_roles(headings[:1]) == {}
    assert heading_role("Ehegatte / Spouse") == (Role.THIRD, "Ehegatte")
