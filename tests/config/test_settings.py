from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from config.settings import (
    AUTHORITY_NAME,
    Authority,
    FurtherInbox,
    Settings,
    SettingsError,
    load_settings,
)

EXAMPLE = Path(__file__).resolve().parents[2] / "config" / "akte.example.toml"
SETTING = re.compile(r"(?:# )?(\w+) = (.+)")


@pytest.fixture
def write(tmp_path):
    def put(text: str) -> Path:
        file = tmp_path / "akte.toml"
        file.write_text(text, "utf-8")
        return file

    return put


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def complaint(file: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    return str(caught.value)


def test_an_empty_file_means_all_defaults(write):
    assert load_settings(write("")) == Settings()


def test_values_are_read(write):
    settings = load_settings(
        write(
            '[authorities.giessen]\nwatch = "polling"\ninbox = "/srv/scans"\n[intake]\nsettle_seconds = 5\n'
        )
    )
    assert settings.authorities["giessen"] == Authority(watch="polling", inbox=Path("/srv/scans"))
    assert settings.intake.settle_seconds == 5


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("colour = 1", "colour"),
        ("[intake]\nsettle_second = 1", "intake.settle_second"),
        ('[authorities.giessen]\nfolder = "x"', "authorities.giessen.folder"),
    ],
)
def test_an_unknown_key_is_named_with_its_file(write, text, key):
    file = write(text)
    assert complaint(file) == f"{file}: unknown setting “{key}”"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[intake]\nsettle_seconds = -1", "intake.settle_seconds"),
        ("[reading]\nlanguages = []", "reading.languages"),
        ("[deciding]\nmargin = 1.5", "deciding.margin"),
        ('[limits]\nworkers = "many"', "limits.workers"),
        ("[authorities.giessen]\nfile_number_patterns = ['(']", "authorities.giessen.file_number_patterns.0"),
        ('[authorities.giessen]\nwatch = "telepathy"', "authorities.giessen.watch"),
    ],
)
def test_a_wrong_value_is_named_with_its_file(write, text, key):
    file = write(text)
    assert complaint(file).startswith(f"{file}: setting “{key}”: ")


def test_all_faults_are_named_at_once(write):
    assert len(complaint(write("colour = 1\n[intake]\nrescan_seconds = 0\n")).splitlines()) == 2


@pytest.mark.parametrize("name", ["Wiesbaden", "1st", "a.b", "..", "gießen", "a" * 64])
def test_an_authority_name_must_be_a_plain_folder_name(write, name):
    assert f"“{name}” is not an authority name" in complaint(write(f'[authorities."{name}"]'))


@pytest.mark.parametrize("name", ["wiesbaden", "main-taunus_2", "a", "a" * 63])
def test_good_authority_names(name):
    assert AUTHORITY_NAME.fullmatch(name)


def test_a_missing_file_says_what_to_do(tmp_path):
    assert "akte init" in complaint(tmp_path / "akte.toml")


@pytest.mark.parametrize("content", [b"[intake", b"title = '\xff'"])
def test_what_is_no_toml_is_named(tmp_path, content):
    file = tmp_path / "akte.toml"
    file.write_bytes(content)
    assert complaint(file).startswith(f"{file}: not valid TOML")


def test_settings_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        Settings().database = "sqlite://"


# -- the example file -----------------------------------------------------------------------


def model_at(section: str) -> type[BaseModel]:
    if section.startswith("authorities."):
        return FurtherInbox if ".inboxes." in section else Authority
    return Settings if section == "" else type(getattr(Settings(), section))


def example_sections() -> dict[str, dict[str, str]]:
    """Name and written value of each setting, commented or not, for each section."""
    sections: dict[str, dict[str, str]] = {"": {}}
    current = ""
    for line in EXAMPLE.read_text("utf-8").splitlines():
        if header := re.fullmatch(r"\[(.+)\]", line):
            current = header[1]
            sections[current] = {}
        elif setting := SETTING.fullmatch(line):
            sections[current][setting[1]] = setting[2]
    return sections


def test_the_example_is_valid_as_it_stands():
    assert load_settings(EXAMPLE).authorities["wiesbaden"].title


def test_the_example_is_valid_with_every_setting_switched_on(write):
    lines = EXAMPLE.read_text("utf-8").splitlines()
    on = [line.removeprefix("# ") if SETTING.fullmatch(line) else line for line in lines]
    load_settings(write("\n".join(on)))


def test_the_example_names_every_setting():
    sections = example_sections()
    for section, named in sections.items():
        tables = {"authorities", *sections} if section == "" else {"inboxes"}
        assert set(named) == set(model_at(section).model_fields) - tables, section
    groups = {name for name, field in Settings.model_fields.items() if name != "database" and field}
    assert {section.split(".")[0] for section in sections} == {"", *groups}


def test_what_the_example_calls_a_default_is_the_default():
    for section, named in example_sections().items():
        if section == "" or section.startswith("authorities."):
            continue
        written = tomllib.loads("\n".join(f"{name} = {value}" for name, value in named.items()))
        default = model_at(section)()
        # what has no default shows an example instead
        shown = {name: value for name, value in written.items() if getattr(default, name) is not None}
        assert model_at(section).model_validate(shown) == default, section
