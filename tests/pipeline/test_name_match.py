import pytest

from pipeline.model import Person, PersonMention, PersonName, Role, Zone
from pipeline.name_match import NameLevel, compare_mention, stands_in
from tests.pipeline.test_names import SIBLINGS


def person(family, given, *others):
    names = (
        PersonName(family=family, given=given),
        *(PersonName(family=f, given=g, kind="alias") for f, g in others),
    )
    return Person(number="P-1", names=names)


def level(registered, **mention):
    seen = PersonMention(role=Role.SUBJECT, zone=Zone.FIELD, page=1, **mention)
    return compare_mention(registered, seen).level


@pytest.mark.parametrize(
    ("family", "given", "name", "expected"),
    [
        ("Muster", "Erika", "Muster, Erika", NameLevel.EXACT),
        ("Muster", "Erika", "Erika Muster", NameLevel.EXACT),
        ("Özgür-Müller", "Gülşen", "OEZGUER MUELLER GUELSEN", NameLevel.EXACT),
        ("Beispielzai", "Hasan", "Beispielzai, Hassan", NameLevel.VARIANT),
        ("Musterkhel", "Abdul Rahman", "Musterkhel, Abdulrahman", NameLevel.EXACT),
        ("Muster", "Ali Reza", "Muster, Ali", NameLevel.GIVEN_SUBSET),
        ("Muster", "Fatima", "Muster, Fatima Zahra", NameLevel.GIVEN_SUBSET),
        ("Wegnerzai", "Yusuf", "Wegnerzal, Yusuf", NameLevel.OCR),
        ("Wegnerzai", "Yusuf", "Wegnerzov, Yusuf", NameLevel.PARTIAL),
        ("Musterbanenko", "Olha", "Olha Musterbahenko", NameLevel.OCR),
        ("Musterbanenko", "Olha", "Olena Musterbahenko", NameLevel.DIFFERENT),
        ("Hadani", "Omar", "Nadani, Omar", NameLevel.PARTIAL),
        ("Beispielušić", "Ana", "Beispielußic, Ana", NameLevel.VARIANT),
        ("Mẫu", "Thử", "Mau, Thür", NameLevel.OCR),
        ("Mẫu", "Quốc", "Mau, Quéc", NameLevel.OCR),
        ("Muster", "Alina", "Muster, A.", NameLevel.PARTIAL),
        ("Gulbaz Muster Zadran", "", "Zadran", NameLevel.PARTIAL),
        ("Gulbaz Muster Zadran", "", "Mirwais Gulbaz Muster Zadran", NameLevel.PARTIAL),
        ("Probenko", "Alina", "Probenko, Elina", NameLevel.NEAR),
        ("Muster", "Fatima Zahra", "Muster, Fatima Nour", NameLevel.NEAR),
        ("Nguyễn", "Văn Mẫu", "Nguyễn, Thị Mẫu", NameLevel.NEAR),
        ("Muster", "Amjad", "Muster", NameLevel.FAMILY_ONLY),
        ("Muster", "Amjad", "Muster, Ayham", NameLevel.FAMILY_ONLY_CONFLICT),
        ("Beispielzai", "Hasan", "Beispielzai, Hussein", NameLevel.FAMILY_ONLY_CONFLICT),
        ("Muster", "Erika", "Neuheimer, Erika", NameLevel.GIVEN_ONLY),
        ("Muster", "Erika", "Fremdowa, Olga", NameLevel.DIFFERENT),
        ("Muster", "Anna-Maria", "Annamaria Muster", NameLevel.EXACT),
        ("Test oglu", "Elnur", "Test, Elnur", NameLevel.EXACT),
        ("Testova", "Olena Ivanivna", "Testova, Olena", NameLevel.GIVEN_SUBSET),
        ("Testova", "Olena Ivanivna", "Testova, Olena Petrivna", NameLevel.NEAR),
        ("Testowitsch", "Iwan", "Testovich, Ivan", NameLevel.VARIANT),
        ("Muster-Beispiel", "Anna", "Muster, Anna", NameLevel.PARTIAL),
        ("Muster", "Jan", "Muster, Jana", NameLevel.NEAR),
        ("-", "Beispielzai", "Beispielzai", NameLevel.EXACT),
        ("Muster", "Erika", "-", NameLevel.DIFFERENT),
        ("Lê", "Thử Mẫu", "LE, THU MAU", NameLevel.EXACT),
        ("Lê", "Thử Mẫu", "Thu Mau", NameLevel.GIVEN_ONLY),
        ("Đỗ", "Văn Mẫu", "Do, Van Mau", NameLevel.EXACT),
        ("Muster", "Anna", "Anna van der Muster", NameLevel.EXACT),
    ],
)  # fmt: skip
def test_levels(family, given, name, expected):
    assert level(person(family, given), name=name) is expected


@pytest.mark.parametrize(
    ("family", "given", "name", "expected"),
    [
        ("Lê", "Hữu Mẫu", "Lé, Hiru Mau", NameLevel.MARKS),
        ("Lê", "Hữu Mẫu", "Hutu Mau Lé", NameLevel.MARKS),
        ("Trần", "Đức Thử", "Trän, Puc Ther", NameLevel.MARKS),
        ("Vũ", "Thu Mẫu", "Va, Thu Mau", NameLevel.MARKS),
        ("Beispielušić", "Ana", "Beispielugid, Ana", NameLevel.OCR),
        ("Muster", "Đorđe", "Muster, Borde", NameLevel.MARKS),
        ("Lê", "Hữu", "Lé, Hiéu", NameLevel.FAMILY_ONLY_CONFLICT),
        ("Lê", "Hữu", "Lé, Hau", NameLevel.FAMILY_ONLY_CONFLICT),
        ("Lê", "Hữu", "Lé, Hung", NameLevel.FAMILY_ONLY_CONFLICT),
        ("Lê", "Hữu Mẫu", "Lé, Hieu Mau", NameLevel.NEAR),
        ("Lê", "Hữu Mẫu", "Lé, Hiru Quoc", NameLevel.NEAR),
        ("Lê", "Hữu Mẫu", "Lé, Hiru", NameLevel.NEAR),
        ("Lê", "Hữu Mẫu", "Lé, Hiru Mau Quoc", NameLevel.NEAR),
        ("Lê", "Đình", "Lé, Binh", NameLevel.NEAR),
        ("Vũ", "Thu Mẫu", "Va, Thi Mau", NameLevel.DIFFERENT),
        ("Muster", "Gülşen", "Muster, Gülten", NameLevel.NEAR),
        ("Muster", "Gülşen", "Muster, Gülen", NameLevel.NEAR),
    ],
)
def test_marks_that_recognition_does_not_know_damage_a_name_but_make_no_other(family, given, name, expected):
    assert level(person(family, given), name=name) is expected


@pytest.mark.parametrize(("one", "other"), SIBLINGS)
def test_siblings_never_agree(one, other):
    assert level(person("Testperson", one), name=f"{other} Testperson") < NameLevel.GIVEN_SUBSET


def test_an_alias_counts_as_much_as_the_name():
    assert level(person("Muster", "Emeka", ("Probestone", "John")), name="John Probestone") is NameLevel.EXACT


def test_a_cut_off_name_agrees_only_where_names_are_cut_off():
    registered = person("Stanekpoor", "Amira")
    assert level(registered, family_name="STANEKPOOR", given_names="AMIR") is NameLevel.NEAR
    assert level(registered, family_name="STANEKPOOR", given_names="AMIR", truncated=True) is NameLevel.OCR


def test_a_name_is_found_among_other_words():
    unsplit = person("Gulbaz Muster Zadran", "")
    assert stands_in(unsplit, "Einzahler: Gulbaz Muster Zadran")
    assert not stands_in(unsplit, "Einzahler: Gulbaz Zadran")
