import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.transliteration import from_arabic, from_cyrillic, from_cyrillic_german, plain, ways


@pytest.mark.parametrize(
    ("word", "icao", "german"),
    [
        ("щербаков", "shcherbakov", "schtscherbakow"),
        ("юля", "iulia", "julja"),
        ("хрущев", "khrushchev", "chruschtschew"),
        ("жуков", "zhukov", "schukow"),
        ("цой", "tsoi", "zoj"),
    ],
)
def test_cyrillic(word, icao, german):
    assert from_cyrillic(word) == icao
    assert from_cyrillic_german(word) == german


@pytest.mark.parametrize(
    ("word", "expected"),
    [("сергій", "serhii"), ("євген", "yevhen"), ("їжак", "yizhak"), ("григорій", "hryhorii")],
)
def test_ukrainian_letters_mark_ukrainian_rules(word, expected):
    assert from_cyrillic(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("محمد", "mhmd"), ("حسين", "hsyn"), ("خالد", "khald"), ("شریف", "shryf")]
)
def test_arabic_letters(word, expected):
    assert from_arabic(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("müller", {"muller", "mueller", "muxxller"}),
        ("straße", {"strasse", "strasze"}),
        ("muñoz", {"munoz", "munxxoz", "munyoz"}),
        ("şahin", {"sahin", "shahin", "schahin"}),
        ("đorđe", {"dorde", "djordje", "djorde", "dordje"}),
        ("øst", {"ost", "oest"}),
        ("ağa", {"aga", "agha", "aa"}),
        ("ганна", {"ganna", "hanna"}),
    ],
)
def test_every_lawful_way(word, expected):
    assert ways(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("nguyễn", "nguyen"), ("đặng", "dang"), ("łukasz", "lukasz"), ("ıldız", "ildiz"), ("þór", "thor")],
)
def test_plain(word, expected):
    assert plain(word) == expected


def test_many_foreign_letters_do_not_explode():
    assert len(ways("üöäşçğüöäşçğ")) <= 24


@given(st.text(max_size=20))
def test_the_plain_way_is_one_of_the_ways(word):
    word = word.lower()
    if not any("؀" <= char <= "ۿ" for char in word):
        assert plain(word) in ways(word)
