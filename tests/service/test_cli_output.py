"""Tables and places as a clerk reads them on 80 columns."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table

from config.language import Text
from service.cli.output import lines, place, safe, table


def printed(listing: Table, width: int = 80) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, emoji=False).print(listing)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_numbers_stay_whole_and_stand_under_one_another():
    names = ("Behörde", "Eingang", "wartet", "in Arbeit", "erledigt", "Klärung", "ausgesondert")
    listing = table(*(Text(name, name) for name in names), numbers=True)
    listing.add_row("darmstadt-dieburg", *(str(10**power) for power in range(6)))
    listing.add_row("kassel", *("0" for _ in range(6)))
    heading, first, second = printed(listing)
    assert heading.split() == " ".join(names).split()
    assert first.split()[1:] == ["1", "10", "100", "1000", "10000", "100000"]
    assert len(heading) == len(first) == len(second) <= 80


def test_only_the_last_column_is_broken_and_only_between_words():
    text = "Bescheid der Ausländerbehörde (Ablehnung, Widerruf, Befristung, Auflage) und noch etwas mehr"
    listing = table(Text("Kennung", "id"), Text("Zustand", "state"), Text("Dokument", "document"))
    listing.add_row("916a8dbd", "ausgesondert", lines(text, None, "", "zweite Zeile"))
    rows = printed(listing)
    assert max(map(len, rows)) <= 80
    words = " ".join(row[24:].strip() for row in rows[1:]).split()
    assert words == [*text.split(), "zweite", "Zeile"]
    assert rows[1].startswith("916a8dbd  ausgesondert  Bescheid")


def test_the_place_of_a_document_names_its_pages(monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert place("kassel/scan.pdf", [1, 2, 3, 7]) == "kassel/scan.pdf, S. 1–3, 7"
    assert place("kassel/scan.pdf", []) == "kassel/scan.pdf"


def test_a_file_name_is_no_markup_and_no_emoji():
    listing = table(Text("Datei", "file"))
    listing.add_row(safe("[red]:warning:[/].pdf"))
    assert printed(listing)[1] == "[red]:warning:[/].pdf"
