"""A worker reaches nobody and writes no more than it may, whatever a document wants of it."""

from __future__ import annotations

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from pipeline import reading_file
from service.messages import JOB, MESSAGE, RESULT_NAME, Done
from service.pool import WORKER
from tests.service.scenes import ERIKA, job, letter

CONFINED = "import sys; from service.sandbox import confine; confine(512)\n"


def confined(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a process that has confined itself as a worker does."""
    return subprocess.run(
        [sys.executable, "-c", CONFINED + code], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def separable() -> None:
    code = "from service.sandbox import leave_network; raise SystemExit(not leave_network())"
    if subprocess.run([sys.executable, "-c", code], check=False).returncode:
        pytest.skip("this kernel grants no network namespace to this user")


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and the requests it got."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}", asked
        running.shutdown()
        thread.join()


@pytest.mark.usefixtures("separable")
def test_a_worker_connects_nowhere(server) -> None:
    address, asked = server
    port = address.rpartition(":")[2]
    code = (
        "import socket\n"
        f"for kind, address in ((socket.AF_INET, ('127.0.0.1', {port})),\n"
        "                      (socket.AF_INET, ('192.0.2.1', 80)),\n"
        f"                      (socket.AF_INET6, ('::1', {port}))):\n"
        "    with socket.socket(kind, socket.SOCK_STREAM) as tried:\n"
        "        tried.settimeout(2)\n"
        "        try:\n"
        "            tried.connect(address)\n"
        "        except OSError as error:\n"
        "            print(error.errno)\n"
        "        else:\n"
        "            print('connected')\n"
    )
    done = confined(code)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.split()) == 3
    assert "connected" not in done.stdout
    assert asked == []


@pytest.mark.usefixtures("separable")
def test_nor_does_a_program_that_it_starts(server) -> None:
    address, asked = server
    child = f"import urllib.request; urllib.request.urlopen('{address}/child', timeout=2)"
    done = confined(f"import subprocess; sys.exit(subprocess.call([sys.executable, '-c', {child!r}]))")
    assert done.returncode != 0
    assert asked == []


def test_no_file_grows_beyond_the_limit(tmp_path: Path) -> None:
    done = confined(
        "import errno\n"
        f"with open({str(tmp_path / 'big')!r}, 'wb') as file:\n"
        "    file.truncate(512 << 20)\n"
        "    try:\n"
        "        file.truncate((512 << 20) + 1)\n"
        "    except OSError as error:\n"
        "        print(errno.errorcode[error.errno])\n"
    )
    assert done.stdout == "EFBIG\n", done.stderr


def test_what_is_written_is_not_for_everybody(tmp_path: Path) -> None:
    confined(f"open({str(tmp_path / 'x')!r}, 'w').close()")
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o640


def action(kind: str, **entries: str) -> DictionaryObject:
    """An action of a PDF (ISO 32000-1, 12.6)."""
    made = DictionaryObject({NameObject("/S"): NameObject(f"/{kind}")})
    made.update({NameObject(f"/{name}"): TextStringObject(value) for name, value in entries.items()})
    return made


def test_nothing_in_a_document_is_run_or_fetched(server, tmp_path: Path) -> None:
    """Scripts, launch actions, remote references, embedded programs: the letter is read, no more."""
    address, asked = server
    marker = tmp_path / "run"
    writer = pypdf.PdfWriter(clone_from=str(letter(tmp_path / "plain.pdf", ERIKA)))
    writer.add_attachment("setup.exe", b"MZ")
    launch = action("Launch", F=f"/usr/bin/touch {marker}")
    launch[NameObject("/Next")] = ArrayObject(
        [
            action(
                "JavaScript", JS=f"app.launchURL('{address}/js', true); this.submitForm('{address}/form')"
            ),
            action("URI", URI=f"{address}/uri"),
            action("GoToR", F=f"{address}/remote.pdf"),
        ]
    )
    writer.root_object[NameObject("/OpenAction")] = launch
    source = tmp_path / "active.pdf"
    writer.write(str(source))
    given = job(source, tmp_path / "work")
    done = subprocess.run(
        [*WORKER, "3072"], input=JOB.dump_json(given) + b"\n", capture_output=True, check=True
    )
    assert MESSAGE.validate_json(done.stdout.splitlines()[-1]) == Done()
    reading = reading_file.load(given.work / RESULT_NAME)
    assert "Mustermann" in reading.documents[0].pages[0].text
    assert asked == []
    assert not marker.exists()
