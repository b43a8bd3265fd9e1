import pytest

from pipeline.language import guess_language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("deu", "Der Antrag ist bei der Behörde eingegangen und wird geprüft."),
        ("deu", "Hiermit wird bescheinigt, dass Frau Testperson bei uns nicht gemeldet ist."),
        ("eng", "This is to certify that the holder of this passport was born in the city."),
        ("fra", "Le passeport est valable pour tous les pays et sera remis par le consul."),
        ("tur", "Bu belge ilgili kişi için tarafından verilmiş olarak kabul edilir ve geçerlidir."),
        ("ukr", "Свідоцтво про народження видано її матері в місті Київ, Україна"),
        ("rus", "Свидетельство о рождении выдано гражданину этой страны в городе"),
        ("ara", "شهادة ميلاد صادرة عن وزارة الداخلية في المدينة"),
        ("fas", "گواهی ولادت پدر و مادر چاپ شده در شهر ژاله"),
    ],
)
def test_guess(code, text):
    assert guess_language(text) == code


@pytest.mark.parametrize(
    "text", ["", "Mustermann 1964", "0000 1111 2222 3333", "P<UTOTESTPERSON<<ERIKA<<<<<<<"]
)
def test_too_little_text(text):
    assert guess_language(text) is None


def test_names_and_numbers_alone_say_nothing():
    assert guess_language("Mustermann Erika Testperson Beispiel Musterstadt Beispieldorf") is None


def test_a_mixed_form_has_no_language():
    assert guess_language("Name Surname Nom Geburtsdatum Date Datum Passport Reisepass Passeport") is None
