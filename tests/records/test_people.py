import gc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, select

from config.home import Home
from pipeline.model import PartialDate, Person, PersonName
from records import audit, changes, people, register_import
from records.bulk import insert_rows
from records.catalogue import Catalogue
from records.errors import RegisterError
from records.model import RowError
from records.register_csv import COLUMNS, read_register
from records.schema import person_key
from tests.records import scenes

HEADER = ",".join(COLUMNS)


def read(folder: Path, text: str, encoding: str = "utf-8") -> tuple[list[Person], list[RowError]]:
    file = folder / "register.csv"
    file.write_bytes(text.encode(encoding))
    errors: list[RowError] = []
    return list(read_register(file, errors.append)), errors


def row(**fields: str) -> str:
    values = {"person_id": "P-1", "family_name": "Testperson", **fields}
    return ",".join('"' + values.get(name, "").replace('"', '""') + '"' for name in COLUMNS)


def test_row_becomes_a_person(tmp_path: Path) -> None:
    [person], errors = read(
        tmp_path,
        f"{HEADER}\nP-1,Az 7,1234,Mustermann,Erika,Testname,1964-08-12,w,syr,Musterstadt,X1; X2,"
        '"Probe, Eri; Muster, E."\n',
    )
    assert errors == []
    assert person == Person(
        number="P-1",
        names=(
            PersonName(family="Mustermann", given="Erika"),
            PersonName(family="Testname", given="Erika", kind="birth"),
            PersonName(family="Probe", given="Eri", kind="alias"),
            PersonName(family="Muster", given="E.", kind="alias"),
        ),
        birth_date=PartialDate(1964, 8, 12),
        sex="F",
        nationality="SYR",
        birth_place="Musterstadt",
        file_number="Az 7",
        azr_number="1234",
        document_numbers=("X1", "X2"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ways_of_writing(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    columns = sorted(COLUMNS)
    fields = {"person_id": "Ü-1", "family_name": "Müßtermann", "document_numbers": '"A;B"'}
    lines = [delimiter.join(columns), delimiter.join(fields.get(name, "") for name in columns), ""]
    [person], errors = read(tmp_path, end.join(lines), encoding)
    assert errors == []
    assert (person.number, person.names[0].family, person.document_numbers) == (
        "Ü-1",
        "Müßtermann",
        ("A", "B"),
    )


@pytest.mark.parametrize("mark", ["", "-", "–", "---", "+", "XXX", "xxx", "unbekannt", "Unbekannt", " "])
def test_marks_for_no_name(tmp_path: Path, mark: str) -> None:
    [person], _ = read(tmp_path, f"{HEADER}\n{row(given_names=mark, birth_name=mark, birth_place=mark)}\n")
    assert person.names == (PersonName(family="Testperson", given=""),)
    assert person.birth_place is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1980", PartialDate(1980)), ("1980-05", PartialDate(1980, 5)), ("unbekannt", None), ("", None)],
)
def test_partial_birth_dates(tmp_path: Path, text: str, expected: PartialDate | None) -> None:
    [person], _ = read(tmp_path, f"{HEADER}\n{row(birth_date=text)}\n")
    assert person.birth_date == expected


@pytest.mark.parametrize("code", ["XXX", "XXA", "D", "syr"])
def test_nationality_codes(tmp_path: Path, code: str) -> None:
    [person], _ = read(tmp_path, f"{HEADER}\n{row(nationality=code)}\n")
    assert person.nationality == code.upper()


@pytest.mark.parametrize(
    ("bad", "word"),
    [
        (row(person_id=""), "person_id"),
        (row(person_id="x" * 201), "200"),
        (row(family_name="-"), "Name"),
        (row(birth_date="12/08/1964"), "12/08/1964"),
        (row(birth_date="1964-02-30"), "1964-02-30"),
        (row(sex="?"), "sex"),
        (row(nationality="Syrien"), "Syrien"),
        (row(aliases="Probe"), "Probe"),
        (row(birth_place="a\x00b"), "birth_place"),
        (row(person_id="P-0"), "Zeile 2"),
        ("P-2,too,few", "3"),
        ('P-2,"un"closed",', "CSV"),
    ],
)
def test_bad_row_is_reported_with_its_line_and_the_others_go_in(tmp_path: Path, bad: str, word: str) -> None:
    good = row(person_id="P-0"), row(person_id="P-9")
    persons, [error] = read(tmp_path, "\n".join((HEADER, good[0], "", bad, good[1], "")))
    assert [person.number for person in persons] == ["P-0", "P-9"]
    assert error.line == 4
    assert word in error.message


def test_line_of_a_row_is_where_it_begins(tmp_path: Path) -> None:
    _, [first, second] = read(
        tmp_path, f'{HEADER}\n{row(person_id="")}\n"P-1\nP-2",b\n{row(person_id="P-3")}\n'
    )
    assert (first.line, second.line) == (2, 3)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["leer"]),
        (b"\n", ["leer"]),
        (HEADER.replace("sex", "gender").encode(), ["sex", "gender"]),
        ((HEADER + ",sex").encode(), ["sex"]),
        ((HEADER + "\nP-1,,,M\xfcller,,,,,,,,").encode("latin-1"), ["UTF-8"]),
    ],
)
def test_file_that_is_no_register(tmp_path: Path, content: bytes, words: list[str]) -> None:
    file = tmp_path / "register.csv"
    file.write_bytes(content)
    with pytest.raises(RegisterError) as caught:
        list(read_register(file, lambda _: None))
    text = caught.value.text("de")
    assert all(word in text for word in ["register.csv", *words])
    assert caught.value.text("en") != text


def test_missing_register_file(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be read"):
        register_import.import_register(catalogue, tmp_path / "none.csv", "alpha", keys_of=scenes.simple_keys)


def test_importing_again_changes_only_what_changed(registered: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text(scenes.REGISTER.replace("Musterstadt", "Probeort"), "utf-8")
    report = register_import.import_register(
        registered, file, "alpha", keys_of=scenes.simple_keys, actor="clerk"
    )
    assert (report.added, report.updated, report.unchanged) == (0, 1, 2)
    person = people.person(registered, "alpha", "P-0001")
    assert person is not None
    assert person.birth_place == "Probeort"
    [*_, entry] = audit.entries(registered, "alpha")
    assert (entry.action, entry.actor, entry.details["updated"]) == ("register_imported", "clerk", 1)


def test_new_rules_for_keys_reach_unchanged_persons(registered: Catalogue, tmp_path: Path) -> None:
    def other_keys(person: Person) -> frozenset[str]:
        return frozenset({f"num:{person.number}"})

    file = tmp_path / "register.csv"
    file.write_text(scenes.REGISTER, "utf-8")
    report = register_import.import_register(registered, file, "alpha", keys_of=other_keys)
    assert report.updated == 3


def test_documents_of_a_changed_person_are_indexed_again(
    registered: Catalogue, home: Home, tmp_path: Path
) -> None:
    stored = scenes.file_one(registered, home, scenes.filed(registered, "P-0001"))
    changes.forget(registered, [change.sequence for change in changes.pending(registered, "alpha", 9)])
    file = tmp_path / "register.csv"
    file.write_text(scenes.REGISTER.replace("Erika", "Eri").replace("Max,", "Maxi,"), "utf-8")
    register_import.import_register(registered, file, "alpha", keys_of=scenes.simple_keys)
    assert [change.document_id for change in changes.pending(registered, "alpha", 9)] == [stored.id]


def test_register_survives_the_way_to_the_catalogue(registered: Catalogue, tmp_path: Path) -> None:
    expected, _ = read(tmp_path, scenes.REGISTER)
    found = people.list_persons(registered, "alpha")
    assert sorted(found, key=lambda one: one.number) == sorted(expected, key=lambda one: one.number)
    assert [one.number for one in found] == ["P-0001", "P-0002", "P/0003 ü"]
    assert people.list_persons(registered, "alpha", limit=1) == found[:1]


def test_other_authorities_know_nobody_of_it(registered: Catalogue) -> None:
    assert people.person(registered, "beta", "P-0001") is None
    assert people.list_persons(registered, "beta") == ()


_FIELD = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters=';,"'), min_size=1, max_size=12
)


@given(names=st.lists(st.tuples(_FIELD, _FIELD), min_size=1, max_size=5), delimiter=st.sampled_from(",;"))
def test_whatever_a_register_holds_no_row_is_lost(
    tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, str]], delimiter: str
) -> None:
    lines = [delimiter.join(COLUMNS)]
    for number, (family, given_names) in enumerate(names):
        fields = {"person_id": str(number), "family_name": family, "given_names": given_names}
        lines.append(delimiter.join(fields.get(name, "") for name in COLUMNS))
    persons, errors = read(tmp_path_factory.mktemp("register"), "\n".join(lines))
    assert len(persons) + len(errors) == len(names)


# -- importing much -------------------------------------------------------------------------


def test_it_tells_how_far_reading_and_writing_are(catalogue: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    rows = "".join(row(person_id=f"P-{number}") + "\n" for number in range(2500))
    file.write_text(f"{HEADER}\n{rows}", "utf-8")
    told: list[tuple[str, int, int]] = []
    report = register_import.import_register(
        catalogue, file, "alpha", keys_of=scenes.simple_keys, progress=lambda *step: told.append(step)
    )
    assert report.added == 2500
    assert [(step, done) for step, done, _ in told] == [
        ("reading", 2), ("reading", 1002), ("reading", 2002), ("writing", 0), ("writing", 1000),
        ("writing", 2000),
    ]  # fmt: skip
    assert {total for _, _, total in told} == {2501, 2500}


def test_what_fails_halfway_leaves_the_register_as_it_was(
    registered: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = people.list_persons(registered, "alpha")
    file = tmp_path / "register.csv"
    file.write_text(HEADER + "\n" + "".join(row(person_id=f"N-{n}") + "\n" for n in range(5)), "utf-8")
    monkeypatch.setattr(register_import, "_CHUNK", 2)

    def progress(step: str, done: int, _total: int) -> None:
        if (step, done) == ("writing", 4):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        register_import.import_register(
            registered, file, "alpha", keys_of=scenes.simple_keys, progress=progress
        )
    assert people.list_persons(registered, "alpha") == before
    assert gc.isenabled()


@pytest.mark.parametrize("style", ["qmark", "named"])
def test_many_rows_go_in_whatever_the_driver_calls_its_places(style: str) -> None:
    engine = create_engine("sqlite://", paramstyle=style)
    rows = [("alpha", "name:muster", "P-1"), ("alpha", "name:o'neill:x", "P-2")]
    with engine.begin() as connection:
        person_key.create(connection)
        insert_rows(connection, person_key, rows)
        assert [tuple(one) for one in connection.execute(select(person_key))] == rows
    engine.dispose()


def test_the_digest_of_an_entry_is_the_same_in_every_version() -> None:
    """Else every import after an update would find all persons changed, and verify them tampered with."""
    entry = Person(
        number="P-1",
        names=(PersonName(family="Müller", given="Ünal"), PersonName(family="X", given="", kind="alias")),
        birth_date=PartialDate(1964, 8),
        document_numbers=("C01X00T47",),
    )
    assert (
        people.register_digest(entry, {"num:C01X00T47", "name:muller"})
        == "78c7216760fd251421b78592463273178935ee122d0b5cf9ba1b8cf6174b9358"
    )
