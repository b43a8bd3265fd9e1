"""What a clerk's decision teaches, and that nothing learned files a document alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from config.settings import Deciding
from pipeline.decide import TypeRule, decide
from pipeline.excerpt import telling_lines
from pipeline.lessons import Lesson, LessonKind, lessons_of, lessons_of_removal, stated_identities
from pipeline.match import match
from pipeline.model import (
    DocumentReading,
    File,
    Filing,
    Learned,
    PartialDate,
    Person,
    PersonName,
    SenderReference,
)
from pipeline.sender import sender_of
from tests.pipeline.desk import read
from tests.pipeline.sheets import page

ERIKA = Person(
    number="P-1",
    names=(PersonName(family="Mustermann", given="Erika"),),
    birth_date=PartialDate(1964, 8, 12),
    file_number="33.2-A 12345/19",
)
ERNA = replace(ERIKA, number="P-2", names=(PersonName(family="Mustermann", given="Erna"),), file_number=None)
NAMESAKE = replace(ERIKA, number="P-3", file_number="33.2-A 77777/20")
OTTO = Person(
    number="P-4",
    names=(PersonName(family="Fremdmann", given="Otto"),),
    birth_date=PartialDate(1960, 5, 6),
)


def letter(subject: str, *more: str, sender: str = "Jobcenter Beispielhausen") -> DocumentReading:
    lines = (sender, "", f"Betreff: {subject}", "", *more, "", "Sehr geehrte Damen und Herren,")
    return read([page("\n".join(lines))])


def decided(document: DocumentReading, *register: Person) -> Filing:
    lines = [line.text for one in document.pages for line in one.lines]
    return decide(document, match(document.identity, register, lines), TypeRule(), Deciding())


def told(lessons: tuple[Lesson, ...], kind: LessonKind) -> list[tuple[str, ...]]:
    return [(each.person, *each.content.values()) for each in lessons if each.kind is kind]


def with_alias(person: Person, family: str, given: str) -> Person:
    return replace(person, names=(*person.names, PersonName(family=family, given=given, kind="learned")))


def with_reference(person: Person, value: str, sender: str = "Jobcenter Beispielhausen") -> Person:
    known = SenderReference(sender=sender_of([sender]), value=value)
    return replace(person, learned=Learned(references=(known,)))


# -- another spelling -----------------------------------------------------------------------


def test_a_name_with_misread_marks_is_learned():
    huu = replace(ERIKA, names=(PersonName(family="Lê", given="Hữu Mẫu"),))
    document = letter("Lé, Hiru Mau, geb. 12.08.1964")
    lessons = lessons_of(document, huu, [huu])
    assert told(lessons, LessonKind.ALIAS) == [("P-1", "Lé", "Hiru Mau")]


@pytest.mark.parametrize(
    ("subject", "alias"),
    [
        ("Mustermann, Erike", ("P-1", "Mustermann", "Erike")),
        ("Mustermann, Erike, geb. 12.08.1964", ("P-1", "Mustermann", "Erike")),
        ("Altmann, Erika, geb. 12.08.1964", ("P-1", "Altmann", "Erika")),  # before or after a marriage
    ],
)
def test_another_spelling_is_learned(subject, alias):
    assert told(lessons_of(letter(subject), ERIKA, ()), LessonKind.ALIAS) == [alias]


@pytest.mark.parametrize(
    "subject",
    [
        "Mustermann, Erika",  # recognised already
        "Mustermann, Erike, geb. 13.08.1964",  # born on another day
        "Mustermann, Anna, geb. 12.08.1964",  # a twin
        "Fremdmann, Otto",  # about somebody else, for whatever reason it belongs here
        "Altmann, Erika",  # without a birth date that may be anybody
        "Mustermann, E., geb. 12.08.1964",  # an initial fits too many
    ],
)
def test_what_may_be_another_person_is_no_spelling(subject):
    assert told(lessons_of(letter(subject), ERIKA, ()), LessonKind.ALIAS) == []


def test_a_spelling_that_is_another_candidates_name_is_not_learned():
    erna = letter("Mustermann, Erna, geb. 12.08.1964")
    assert told(lessons_of(erna, ERIKA, (ERNA,)), LessonKind.ALIAS) == []


def test_a_learned_spelling_counts_like_an_alias_but_never_files_alone():
    known = with_alias(ERIKA, "Altmann", "Erika")
    dated, bare = letter("Altmann, Erika, geb. 12.08.1964"), letter("Altmann, Erika")
    assert not isinstance(decided(dated, ERIKA), File)
    assert decided(dated, known).candidate.person == known
    assert decided(bare, known).reason.code == "no_birth_date"
    assert decided(letter("Altmann, Erika, geb. 13.08.1964"), known).reason.code == "contradiction"


# -- somebody else --------------------------------------------------------------------------


def test_who_was_confused_with_the_chosen_one_is_remembered():
    document = letter("Mustermann, Erika, geb. 12.08.1964")
    lessons = lessons_of(document, ERIKA, (ERIKA, NAMESAKE, OTTO))
    assert told(lessons, LessonKind.NOT_SAME) == [("P-3", "erika mustermann|1964-08-12")]


def test_a_document_in_the_record_of_somebody_it_does_not_name_denies_nobody():
    """The mother's form in the child's record: it is the mother all the same."""
    document = letter("Mustermann, Erika, geb. 12.08.1964")
    assert told(lessons_of(document, OTTO, (ERIKA,)), LessonKind.NOT_SAME) == []


def test_moving_and_removing_deny_the_former_person():
    document = letter("Mustermann, Erika, geb. 12.08.1964")
    denied = [("P-1", "erika mustermann|1964-08-12")]
    assert told(lessons_of(document, NAMESAKE, (), moved_from=ERIKA), LessonKind.NOT_SAME) == denied
    assert told(lessons_of_removal(document, ERIKA), LessonKind.NOT_SAME) == denied


def test_who_was_denied_never_gets_the_document_again_and_the_reason_says_so():
    document = letter("Mustermann, Erika, geb. 12.08.1964")
    stated = stated_identities(document.identity, ERIKA)
    denied = replace(ERIKA, learned=Learned(not_same=stated))
    assert decided(document, ERIKA).candidate.person == ERIKA
    filing = decided(document, denied, OTTO)
    assert filing.reason.code == "not_same_person"
    assert "P-1" in filing.reason.text("de")
    assert filing.candidates[0].contradictions == ("not_same_person",)


def test_denying_one_namesake_does_not_file_under_the_other():
    document = letter("Mustermann, Erika, geb. 12.08.1964")
    denied = replace(ERIKA, learned=Learned(not_same=stated_identities(document.identity, ERIKA)))
    assert decided(document, denied, NAMESAKE).reason.code == "not_same_person"


def test_a_number_of_their_own_tells_the_denied_person_from_the_namesake():
    plain = letter("Mustermann, Erika, geb. 12.08.1964")
    numbered = letter("Mustermann, Erika, geb. 12.08.1964", "Ihr Zeichen: 33.2-A 12345/19")
    denied = replace(ERIKA, learned=Learned(not_same=stated_identities(plain.identity, ERIKA)))
    assert decided(numbered, denied).candidate.person == denied
    assert stated_identities(numbered.identity, ERIKA) == {"erika mustermann|num:332A1234519"}


def test_a_bare_name_states_too_little_to_be_denied():
    assert stated_identities(letter("Mustermann, Erika").identity, ERIKA) == frozenset()


# -- what the sender calls it ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Unser Zeichen: KD-4711-2024", "KD47112024"),
        ("Mein Zeichen: 50.4 – 12345", "50412345"),
        ("Kundennummer: 998877L66", "998877L66"),
        ("Geschäftszeichen: AMZ-123456", "AMZ123456"),
    ],
)
def test_the_senders_own_reference_is_learned_with_the_sender(line, value):
    lessons = lessons_of(letter("Mustermann, Erika", line), ERIKA, ())
    assert told(lessons, LessonKind.REFERENCE) == [("P-1", "jobcenterbeispielhausen", value)]


@pytest.mark.parametrize(
    "line",
    [
        "Ihr Zeichen: 33.2-A 12345/19",  # ours, not the sender's
        "Unser Zeichen: II 24",  # a department's
        "BG-Nummer: 43702//0012345",  # a household's
        "Datum: 12.03.2024",
    ],
)
def test_what_is_no_reference_to_one_person_is_not_learned(line):
    assert told(lessons_of(letter("Mustermann, Erika", line), ERIKA, ()), LessonKind.REFERENCE) == []


def test_a_known_reference_with_the_full_name_leads_to_the_person():
    known = with_reference(ERIKA, "KD47112024")
    document = letter("Mustermann, Erika", "Unser Zeichen: KD-4711-2024")
    filing = decided(document, known)
    assert filing.candidate.person == known
    assert "sender_reference" in {part.name for part in filing.candidate.evidence}
    misread = letter("Mustermann, Erika", "Unser Zeichen: KD-4711-2024", sender="Jobcenter Beispieihausen")
    assert isinstance(decided(misread, known), File)


@pytest.mark.parametrize(
    ("subject", "sender"),
    [
        ("Ihre Anfrage", "Jobcenter Beispielhausen"),  # the reference alone
        ("Mustermann", "Jobcenter Beispielhausen"),  # not the full name
        ("Mustermann, Erna", "Jobcenter Beispielhausen"),  # a sister in the same household
        ("Mustermann, Erika", "Stadtwerke Musterstadt"),  # another sender's number
        ("Mustermann, Erika, geb. 13.08.1964", "Jobcenter Beispielhausen"),  # contradicted
    ],
)
def test_a_known_reference_never_files_alone(subject, sender):
    known = with_reference(ERIKA, "KD47112024")
    document = letter(subject, "Unser Zeichen: KD-4711-2024", sender=sender)
    assert not isinstance(decided(document, known), File)


def test_a_namesake_who_may_be_meant_as_well_goes_to_review():
    known = with_reference(ERIKA, "KD47112024")
    son = replace(NAMESAKE, birth_date=PartialDate(1990, 1, 2))
    document = letter("Mustermann, Erika", "Unser Zeichen: KD-4711-2024")
    assert decided(document, known, son).reason.code == "thin_margin"


def test_a_reference_that_is_another_persons_contradicts():
    known = with_reference(OTTO, "KD47112024")
    document = letter("Mustermann, Erika, geb. 12.08.1964", "Unser Zeichen: KD-4711-2024")
    assert decided(document, ERIKA, known).reason.code == "contradiction"


# -- showing --------------------------------------------------------------------------------


def test_the_excerpt_shows_where_names_and_numbers_stand():
    filler = [f"Absatz {number} ohne Angaben zu Personen." for number in range(30)]
    document = letter("Ihre Unterlagen", *filler, "Frau Erika Mustermann, geb. 12.08.1964", *filler)
    found = [passage.text for passage in telling_lines(document, 8)]
    assert "Frau Erika Mustermann, geb. 12.08.1964" in found
    assert len(found) <= 8


def test_the_excerpt_of_a_document_that_names_nobody_is_its_beginning():
    document = letter("Rundschreiben")
    assert telling_lines(document, 3)[0].text == "Jobcenter Beispielhausen"
