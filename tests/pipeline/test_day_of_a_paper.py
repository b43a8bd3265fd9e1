"""Which of a paper's days is its own: by labels, registries' notes, hands, captions, of translations."""

from datetime import date

import pytest

from pipeline.own_date import document_date
from tests.pipeline.sheets import page

TODAY = date(2026, 11, 22)


def own_day(text: str) -> str:
    return str(document_date([page(text)], TODAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mitteilung vom .....: 21.09.2016\nDatum Ereignis .....: 05.09.2016", "2016-09-21"),
        ("Bescheid\nBescheid vom     24.10.2022\nab Anerkennung (14.09.2022)", "2022-10-24"),
        ("Er hat sich am 09.01.2015 als Asylsuchender gemeldet.", "2015-01-09"),
        ("Niederschrift zum Asylantrag\nDatum der Antragstellung:     19.12.2022", "2022-12-19"),
        (
            "Verfügung" + 8 * "\n\nText" + "\n\ni. A. Muster     14.10.2022\n\nabgesandt 15.10.2022",
            "2022-10-14",
        ),
        ("Laufzettel\n\nBestellung     25.12.2021     Sb\n\nText\n\n05.01.2022 Muster", "2022-01-05"),
        (
            "Übersetzung\nAusgestellt am 22.06.2021\nApostille vom 04.07.2021\nMusterau, 24.04.2023",
            "2023-04-24",
        ),
        ("Ausstellungsdatum: 29.11 ‚2012", "2012-11-29"),
        ("Fecha de expediciön: 20 de octubre de 2008", "2008-10-20"),
        ("Le 11 avril 2012 est née Erika\nextrait délivré le 18 octobre 2021", "2021-10-18"),
        ("LH 5646 FRA, 02.02.2018\nDatum: 15.01.2018", "2018-01-15"),
        ("Entry 02.02.2013\nGiven under my hand this 4 February 2013.", "2013-02-04"),
        ("Man beschuldigt Sie, am 17.03.2026 gestohlen zu haben.\n\nDruckdatum 14.08.2026", "2026-08-14"),
        ("Anmeldung\nerteilt 28.03.2021\n\nText\n\n09.05.2022\n32 Datum     33 Unterschrift", "2022-05-09"),
        (
            "Bescheid v.  17.08.2025\nzu übergeben versucht\nDatum, ggf. Uhrzeit der Zustellung\n21.08.2025",
            "2025-08-21",
        ),
    ],
)
def test_the_own_day_is_found(text, expected):
    assert own_day(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Bescheid vom     24.10.2022",
        "Datum Auszug     05.09.2016",
        "Er hat sich am 09.01.2015 in Musterau aufgehalten.",
        "LH 5646 FRA, 02.02.2018",
    ],
)
def test_days_of_something_else_are_none_of_the_papers_own(text):
    assert own_day(f"Text\n\nText\n\n{text}\n\nweiterer Text, seit dem 01.02.2019") == "None"
