"""Nightly exports: the columns of other systems, what would change, the drop folder, who is missing."""

from __future__ import annotations

import pytest

from config.home import Home
from config.register_columns import load_register_columns
from config.settings import SettingsError
from records import audit, people
from service import register_drop
from service.register_drop import RegisterThread
from tests.service.scenes import HEADER, STRANGER, letter, opened

ROW = "P-0001,,,Mustermann,Erika,,1964-08-12,F,SYR,,,\n"
MARRIED = HEADER + ROW.replace("Mustermann", "Altmann") + "P-0003,,,Neuling,Nikolina,,1990-02-01,F,UKR,,,\n"
GERMAN = (
    "Personennummer;Aktenzeichen;AZR-Nr;Nachname;Vorname(n);Geb.-Name;Geburtsdatum;Geschlecht;"
    "Staatsangehörigkeit;Geburtsort;Passnummer;Aliasnamen;Sachbearbeiter\n"
    "P-0007;32.10-7;;Müller;Änne;;01.02.1990;weiblich;475;Köln;;;Frau Beispiel\n"
    "P-0008;;;Ohnetag;Olga;;00.00.1985;männlich;475;;;;\n"
)


@pytest.fixture
def register(tmp_path):
    def write(content, encoding="utf-8"):
        file = tmp_path / "register.csv"
        file.write_bytes(content.encode(encoding))
        return str(file)

    return write


def person(home: Home, number: str):
    with opened(home) as site:
        return people.person(site.catalogue, "wiesbaden", number)


def mapped(home: Home, text: str) -> None:
    (home.root / "columns.toml").write_text(text, "utf-8")
    settings = home.settings_file.read_text("utf-8")
    named = 'title = "Wiesbaden"\nregister_columns = "columns.toml"\n'
    home.settings_file.write_text(settings.replace('title = "Wiesbaden"\n', named), "utf-8")


# -- what it would change ---------------------------------------------------------------------


def test_a_dry_run_shows_who_is_new_changed_and_missing_and_changes_nothing(akte, home, register):
    result = akte("people", "import", register(MARRIED), "--authority", "wiesbaden", "--dry-run")
    assert result.status == 0
    assert "1 Personen neu, 1 geändert, 0 unverändert, 1 nicht in der Datei" in result.out
    assert "Namen: Mustermann, Erika → Altmann, Erika" in result.out
    assert "P-0002" in result.out
    assert person(home, "P-0001").names[0].family == "Mustermann"
    [found] = akte(
        "people", "import", register(MARRIED), "--authority", "wiesbaden", "--dry-run", "--json"
    ).rows
    assert found["changed"] == [
        {"person": "P-0001", "fields": {"names": ["Mustermann, Erika", "Altmann, Erika"]}}
    ]
    assert (found["new"], found["missing"]) == (["P-0003"], ["P-0002"])


def test_after_the_import_a_dry_run_shows_nothing_new(akte, register):
    akte("people", "import", register(MARRIED), "--authority", "wiesbaden")
    [found] = akte(
        "people", "import", register(MARRIED), "--authority", "wiesbaden", "--dry-run", "--json"
    ).rows
    assert (found["new"], found["changed"], found["unchanged"]) == ([], [], 2)


def test_who_is_missing_is_named_and_stays(akte, home, register):
    result = akte("people", "import", register(MARRIED), "--authority", "wiesbaden")
    assert "1 Personen stehen nicht in der Datei und bleiben: P-0002" in result.out
    assert person(home, "P-0002") is not None
    with opened(home) as site:
        last = audit.entries(site.catalogue, "wiesbaden")[-1]
    assert (last.action, last.details["missing"]) == ("register_imported", 1)


# -- columns of other systems -----------------------------------------------------------------


def test_a_german_export_is_read_through_the_sites_mapping(akte, home, register):
    mapped(home, 'encoding = "cp1252"\nignore_others = true\n[values.nationality]\n"475" = "SYR"\n')
    file = register(GERMAN, "cp1252")
    assert akte("people", "import", file, "--authority", "wiesbaden").status == 0
    found, partial = person(home, "P-0007"), person(home, "P-0008")
    assert (found.names[0].family, found.sex, found.nationality) == ("Müller", "F", "SYR")
    assert (str(found.birth_date), found.file_number) == ("1990-02-01", "32.10-7")
    assert (str(partial.birth_date), partial.sex) == ("1985", "M")


def test_columns_that_nobody_named_are_an_error_that_names_them(akte, register):
    result = akte("people", "import", register(GERMAN), "--authority", "wiesbaden")
    assert result.status == 65
    assert "unbekannt: Sachbearbeiter" in result.err


def test_a_column_may_be_absent_only_if_the_mapping_says_so(akte, home, register):
    short = "person_id,family_name,given_names\nP-0009,Kurz,Karl\n"
    assert akte("people", "import", register(short), "--authority", "wiesbaden").status == 65
    others = [name for name in HEADER.strip().split(",") if name not in short.splitlines()[0]]
    mapped(home, f"absent = {others!r}\n")
    assert akte("people", "import", register(short), "--authority", "wiesbaden").status == 0
    assert person(home, "P-0009").birth_date is None


@pytest.mark.parametrize(
    ("text", "word"),
    [("[columns]\nname = ['x']\n", "columns.name"), ("encoding = 'utf-9'\n", "utf-9"), ("x", "columns.toml")],
)
def test_a_wrong_mapping_names_file_and_key(tmp_path, text, word):
    file = tmp_path / "columns.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=word) as refused:
        load_register_columns(file)
    assert str(file) in str(refused.value)


# -- the drop folder --------------------------------------------------------------------------


@pytest.fixture
def look(home: Home, monkeypatch):
    """One pass over the drop folders, some seconds after the one before."""
    times = iter(range(100, 1000, 10))
    monkeypatch.setattr(register_drop, "monotonic", lambda: next(times))
    with opened(home) as site:
        yield RegisterThread(site).look


def drop(home: Home, name: str, content: str):
    file = home.register("wiesbaden") / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")
    return file


def left(home: Home, folder: str) -> list[str]:
    return sorted(path.name.partition("-")[2] for path in (home.register("wiesbaden") / folder).iterdir())


def test_a_dropped_export_is_imported_once_it_stands_still_and_settles_cases(akte, home, look):
    letter(home.inbox("wiesbaden") / "1.pdf", STRANGER)
    akte("run", "--once")
    assert akte("documents", "--state", "review", "--json").rows
    file = drop(home, "nacht.csv", MARRIED)
    look()
    assert file.exists()
    look()
    assert not file.exists()
    assert person(home, "P-0003") is not None
    assert left(home, "done") == ["nacht.csv", "nacht.csv.txt"]
    assert left(home, "work") == []
    [report] = (home.register("wiesbaden") / "done").glob("*.txt")
    assert (
        "1 neu, 1 geändert, 0 unverändert, 1 nicht in der Datei (bleiben), 1 Dokumente" in report.read_text()
    )
    assert [row["person"] for row in akte("documents", "--state", "filed", "--json").rows] == ["P-0003"]


def test_a_file_that_cannot_be_read_lies_in_failed_with_the_reason(home, look):
    drop(home, "falsch.csv", "irgendetwas\n")
    look()
    look()
    assert left(home, "failed") == ["falsch.csv", "falsch.csv.txt"]
    [report] = (home.register("wiesbaden") / "failed").glob("*.txt")
    assert "Kopfzeile passt nicht" in report.read_text()


def test_what_a_crash_left_is_imported_and_links_lead_nowhere(home, look, tmp_path):
    look()
    drop(home, "work/halb.csv", MARRIED)
    other = tmp_path / "other.csv"
    other.write_text(MARRIED.replace("P-0003", "P-0666"), "utf-8")
    (home.register("wiesbaden") / "link.csv").symlink_to(other)
    (home.register("wiesbaden") / "work" / "x.csv").symlink_to(other)
    drop(home, "still.csv.part", MARRIED.replace("P-0003", "P-0667"))
    look()
    look()
    assert person(home, "P-0003") is not None
    assert person(home, "P-0666") is person(home, "P-0667") is None


def test_a_file_that_still_grows_is_left_alone(home, look):
    for number in range(3):
        drop(home, "nacht.csv", MARRIED + "x" * number)
        look()
    assert (home.register("wiesbaden") / "nacht.csv").exists()


def test_trouble_that_passes_leaves_the_file_for_the_next_look(home, look, caplog):
    mapped(home, "encoding = 'utf-9'\n")
    drop(home, "nacht.csv", MARRIED)
    with opened(home) as site:
        thread = RegisterThread(site)
        for _ in range(3):
            thread.look()
        assert "utf-9" in caplog.text
        (home.root / "columns.toml").write_text("", "utf-8")
        thread.look()
    assert left(home, "done") == ["nacht.csv", "nacht.csv.txt"]


def test_the_running_service_looks_and_ends(home, monkeypatch):
    monkeypatch.setattr(register_drop, "PAUSE_SECONDS", 0.01)
    drop(home, "nacht.csv", MARRIED)
    with opened(home) as site:
        thread = RegisterThread(site)
        thread.start()
        for _ in range(2000):
            if person(home, "P-0003"):
                break
            thread.join(0.01)
        thread.stop()
    assert left(home, "done") == ["nacht.csv", "nacht.csv.txt"]
