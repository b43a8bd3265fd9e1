import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.home import Home
from records import files


@given(st.text(min_size=1, max_size=300), st.text(min_size=1, max_size=300))
def test_folder_names_of_persons_are_safe_and_different(one: str, other: str) -> None:
    name = files.safe_name(one)
    assert Path("/x", name).parent == Path("/x")
    assert name not in {".", ".."}
    assert not any(sign < " " for sign in name)
    assert len(os.fsencode(name)) <= 255
    assert (name == files.safe_name(other)) == (one == other)


@pytest.mark.parametrize("number", ["../../etc", "a/b", ".", "..", "", "a\x00b", "ä" * 200, "x" * 300, "-rf"])
def test_hostile_person_numbers(number: str) -> None:
    folder = files.document_folder(Home(Path("/home")), "alpha", number, "id")
    persons = Path("/home/records/alpha/persons")
    assert Path(os.path.normpath(folder)).parent.parent == persons


def test_plain_numbers_stay_readable() -> None:
    assert files.safe_name("P-0001") == "P-0001"
    assert files.safe_name("P/1").startswith("P_1~")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source"
    path.write_bytes(b"content")
    path.chmod(0o600)
    return path


def test_place_links_with_our_mode(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "target"
    files.place(source, target)
    assert target.samefile(source)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert stat.S_IMODE(target.parent.stat().st_mode) == 0o750
    files.place(source, target)
    assert target.read_bytes() == b"content"


def test_place_replaces_what_an_earlier_attempt_left(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"half")
    files.place(source, target)
    assert target.read_bytes() == b"content"


def test_place_copies_where_links_are_impossible(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_args: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", no_link)
    target = tmp_path / "target"
    files.place(source, target)
    assert target.read_bytes() == b"content"
    assert not target.samefile(source)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source", "target"]


def test_other_errors_of_linking_are_not_hidden(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    with pytest.raises(OSError, match="No space"):
        files.place(source, tmp_path / "target")


def test_remove_takes_files_folders_and_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "file").touch()
    file = tmp_path / "file"
    file.touch()
    for path in (folder, file, tmp_path / "none"):
        files.remove(path)
        assert not path.exists()
