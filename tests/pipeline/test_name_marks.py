import pytest

from pipeline.name_marks import damaged, perhaps_damaged


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("hữu", "hiru"), ("hữu", "hitu"), ("hữu", "hutu"), ("thử", "ther"), ("đức", "puc"), ("đặng", "päng"),
        ("đorđevanović", "bordevanovic"), ("živkušić", "zivkugid"), ("güneşdoğan", "günesdodan"),
        ("đức", "diürc"), ("nataliia", "natalita"),
    ],
)  # fmt: skip
def test_damage_seen_on_scans(name, seen):
    assert damaged(name, seen)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("hữu", "hieu"), ("hữu", "hau"), ("hữu", "hung"), ("thử", "the"), ("thử", "thi"), ("đình", "binh"),
        ("vũ", "vo"), ("vũ", "vi"), ("hồng", "hang"), ("gülşen", "gülten"), ("gülşen", "gülen"),
        ("omar", "umar"), ("müller", "muller"), ("هدى", "hudi"),
        ("nataliia", "natascha"), ("katina", "kalina"), ("daniela", "daniele"),
        ("marietta", "mariella"), ("tamilla", "jamilla"), ("alina", "altna"),
    ],
)  # fmt: skip
def test_other_names_and_known_letters_are_no_damage(name, seen):
    assert not damaged(name, seen)


def test_the_letters_without_marks_must_agree_in_any_case():
    assert perhaps_damaged("vũ", "va")
    assert not perhaps_damaged("vũ", "la")
    assert not perhaps_damaged("vũ", "voss")
    assert not perhaps_damaged("ễ", "a")
