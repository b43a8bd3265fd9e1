from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.name_forms import shape, skeleton
from pipeline.names import (
    Agreement,
    compare_token,
    fold,
    is_missing,
    keys,
    tokens,
    words,
)
from pipeline.transliteration import plain

EXACT, VARIANT, OCR = Agreement.EXACT, Agreement.VARIANT, Agreement.OCR
PARTIAL, NEAR, DIFFERENT = Agreement.PARTIAL, Agreement.NEAR, Agreement.DIFFERENT
SAFE = (EXACT, VARIANT, OCR)

NAMES = st.text(
    "abcdefghijklmnoprstuvwyzäöüßşçğıčšžñłđøåéîАБВГЖХЩЮЯабвгжхщюяіїєحسينم'- 01", min_size=1, max_size=14
)
WORDS = st.text("abcdehiklmnorstuwyzjqäöüßşçğ", min_size=2, max_size=9)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("GROẞ", "gross"),
        ("O'Connor", "oconnor"),
        ("Al-Hassan", "al hassan"),
        ("Łukasz", "lukasz"),
        ("Yıldız İnci", "yildiz inci"),
        ("Ægir Þór", "aegir thor"),
        ("Đặng", "dang"),
        ("Щербаков", "shcherbakov"),
        ("  Muster ,  Eva ", "muster eva"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(NAMES)
def test_fold_twice_is_fold_once(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "text", ["-", "–", "+", "XXX", "---", "unbekannt", "Unbekannt", "ohne", "FNU", "LNU", "", " ", "./."]
)
def test_missing(text):
    assert is_missing(text)
    assert keys(text) == frozenset()


@pytest.mark.parametrize("text", ["Xu", "Li", "Ohnesorg", "Nn-Test", "O"])
def test_not_missing(text):
    assert not is_missing(text)


def test_tokens_leave_particles_out_unless_they_are_all():
    assert tokens("Ali ibn Abu Testperson") == ("ali", "testperson")
    assert tokens("von der Muster") == ("muster",)
    assert tokens("Al") == ("al",)
    assert words("Müller-Öz") == ("müller", "öz")


EXACTLY = [
    ("Müller", "MUELLER"),
    ("Müller", "Muller"),
    ("Müller", "MUXXLLER"),
    ("Strauß", "STRAUSS"),
    ("Şahin", "SAHIN"),
    ("Şahin", "Schahin"),
    ("Öztürk", "Oeztuerk"),
    ("Muñoz", "MUNXXOZ"),
    ("Muñoz", "Munoz"),
    ("Đorđević", "Djordjevic"),
    ("Nguyễn", "NGUYEN"),
    ("Đặng", "Dang"),
    ("Żółć", "Zolc"),
    ("Щербаков", "Shcherbakov"),
    ("Щербаков", "Schtscherbakow"),
    ("Ющенко", "Juschtschenko"),
    ("Сергій", "Serhii"),
    ("Ганна", "Hanna"),
    ("Ганна", "Ganna"),
    ("Жанна", "Schanna"),
    ("Sørensen", "Soerensen"),
]
VARIANTS = [
    ("Hasan", "Hassan"),
    ("Mohammed", "Muhammad"),
    ("Mohamad", "Mohamed"),
    ("Hussein", "Hossein"),
    ("Hussein", "Husain"),
    ("Hüseyin", "Hussein"),
    ("Youssef", "Yusuf"),
    ("Jussuf", "Yousef"),
    ("Khaled", "Chaled"),
    ("Khaled", "Khalid"),
    ("Хасан", "Hassan"),
    ("Юлия", "Julia"),
    ("Yuliya", "Iuliia"),
    ("Nataliya", "Natalia"),
    ("Mariya", "Maria"),
    ("Andrey", "Andrii"),
    ("Wladimir", "Vladimir"),
    ("Volodymyr", "Wolodymyr"),
    ("Olga", "Olha"),
    ("Igor", "Ihor"),
    ("Noor", "Nour"),
    ("Nour", "Nur"),
    ("Leyla", "Layla"),
    ("Zainab", "Zeinab"),
    ("Fatimah", "Fatima"),
    ("Sarah", "Sara"),
    ("Abdulrahman", "Abdurrahman"),
    ("Abdelkader", "Abdulqadir"),
    ("Abdullah", "Abdallah"),
    ("Alahmad", "Ahmad"),
    ("Elmasri", "Almasri"),
    ("Karl", "Carl"),
    ("Philipp", "Filip"),
    ("Erica", "Erika"),
    ("Jamal", "Dschamal"),
    ("Qasim", "Kasim"),
    ("Omar", "Umar"),
    ("Tschernenko", "Chernenko"),
    ("Shirin", "Schirin"),
    ("muller", "mueller"),
]
LOOKALIKES = [
    ("Carmen", "Carrnen"),
    ("Ali", "A1i"),
    ("Ali", "Al1"),
    ("Osman", "0sman"),
    ("Sabine", "Sa8ine"),
    ("Salim", "5alim"),
    ("Groß", "GroB"),
    ("Milena", "Miiena"),
]
SIBLINGS = [
    ("Hassan", "Hussein"),
    ("Hasan", "Hüseyin"),
    ("Maria", "Mario"),
    ("Ali", "Alia"),
    ("Mohammed", "Mahmoud"),
    ("Mohammed", "Ahmed"),
    ("Ahmed", "Mahmoud"),
    ("Ahmad", "Hamad"),
    ("Amir", "Amira"),
    ("Amin", "Amina"),
    ("Amine", "Amina"),
    ("Karim", "Karima"),
    ("Samir", "Samira"),
    ("Jamal", "Jamila"),
    ("Jan", "Jana"),
    ("Daniel", "Daniela"),
    ("Daniela", "Danila"),
    ("Aylin", "Aylan"),
    ("Omar", "Amar"),
    ("Yasin", "Yasmin"),
    ("Olena", "Olga"),
    ("Olena", "Elena"),
    ("Michael", "Michal"),
    ("Clara", "Dara"),
    ("Lana", "Iana"),
    ("Lena", "Lina"),
    ("Eva", "Iva"),
    ("Tim", "Tom"),
    ("Noa", "Noah"),
    ("Anna", "Hanna"),
    ("Hana", "Hani"),
    ("Elmira", "Mira"),
    ("Raed", "Raad"),
    ("Saad", "Said"),
    ("Hamed", "Hamid"),
    ("Ayman", "Iman"),
    ("Ruslan", "Rustam"),
    ("Nora", "Noor"),
    ("Kemal", "Cemal"),
    ("Zhou", "Zhu"),
    ("Shu", "Zhu"),
    ("Jing", "Ying"),
    ("Chan", "Shan"),
    ("Christian", "Christiane"),
    ("Simon", "Simone"),
    ("Mila", "Milan"),
    ("Emil", "Emilia"),
    ("Denis", "Denise"),
    ("Julia", "Julian"),
    ("Marie", "Maria"),
    ("Vladimir", "Volodymyr"),
    ("Bauer", "Baur"),
    ("حسن", "حسين"),
]


def test_the_lists_hold_what_they_say():
    for pairs, level in ((EXACTLY, EXACT), (VARIANTS, VARIANT), (LOOKALIKES, OCR)):
        found = {pair: compare_token(*pair) for pair in pairs}
        assert {pair: got for pair, got in found.items() if got is not level} == {}


@pytest.mark.parametrize(("one", "other"), SIBLINGS)
def test_siblings_never_agree(one, other):
    assert compare_token(one, other) in {NEAR, DIFFERENT}
    assert compare_token(one.upper(), other.upper()) in {NEAR, DIFFERENT}


DISTINCT_NAMES = [
    "Ahmed",
    "Ali",
    "Alina",
    "Amal",
    "Amir",
    "Andreas",
    "Anna",
    "Bilal",
    "Boris",
    "Celina",
    "Dalia",
    "Daniel",
    "Elif",
    "Emil",
    "Fadi",
    "Fatima",
    "Georg",
    "Hadi",
    "Hamza",
    "Hana",
    "Hassan",
    "Huda",
    "Hussein",
    "Ibrahim",
    "Igor",
    "Irina",
    "Ismail",
    "Jamal",
    "Jana",
    "Karim",
    "Khaled",
    "Layla",
    "Lina",
    "Mahmoud",
    "Mahdi",
    "Maria",
    "Mohammed",
    "Mona",
    "Murat",
    "Mustafa",
    "Nadia",
    "Nasrin",
    "Nour",
    "Oksana",
    "Olga",
    "Omar",
    "Rami",
    "Rania",
    "Reza",
    "Ruslan",
    "Salim",
    "Samir",
    "Sami",
    "Sara",
    "Sergej",
    "Tarek",
    "Taha",
    "Tatjana",
    "Viktor",
    "Walid",
    "Yahya",
    "Yasmin",
    "Younes",
    "Yusuf",
    "Zahra",
    "Zainab",
    "Ziad",
]


def test_common_names_are_kept_apart():
    agreeing = [pair for pair in combinations(DISTINCT_NAMES, 2) if compare_token(*pair) in SAFE]
    assert agreeing == []


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("A", "Anna", PARTIAL),
        ("B.", "Anna", DIFFERENT),
        ("Mustermann", "Mustermenn", NEAR),
        ("Maria", "Mariaa", VARIANT),
        ("", "Anna", DIFFERENT),
        ("محمد", "Mohammed", NEAR),
    ],
)
def test_other_levels(one, other, level):
    assert compare_token(one, other) is level


@given(WORDS, WORDS)
def test_comparing_is_symmetric(one, other):
    assert compare_token(one, other) is compare_token(other, one)


@given(
    WORDS, st.sampled_from([("ü", "ue"), ("k", "q"), ("s", "ss"), ("i", "ee"), ("rn", "m"), ("sch", "sh")])
)
def test_names_that_agree_share_a_key(word, change):
    other = word.replace(*change)
    if plain(other) and compare_token(word, other) in SAFE and not is_missing(word) and not is_missing(other):
        assert keys(word) & keys(other)


@pytest.mark.parametrize(("one", "other"), EXACTLY + VARIANTS + LOOKALIKES)
def test_agreeing_names_share_a_key(one, other):
    assert keys(one) & keys(other)
    assert keys(f"Testperson {one}") & keys(other)


def test_keys_do_not_lead_everybody_to_everybody():
    assert not keys("Mustermann") & keys("Testperson")
    assert not keys("Hassan") & keys("Hussein")
    assert all(len(keys(name)) <= 16 for name in DISTINCT_NAMES)


def test_shape_and_skeleton():
    assert shape("carrnen") == shape("carmen")
    assert skeleton("mohammed") == skeleton("muhamad") == "mmd"
