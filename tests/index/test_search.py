"""Searching a small authority through the real engine."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import QueryError
from index.search import FEW, search
from records.model import DocumentState

MUSTER = {
    "person": "P-0001",
    "person_names": ("Erika Mustermann", "Erika Beispiel"),
    "file_number": "33-A-2024/1182",
}


@pytest.fixture
def filled(site):
    site.put(
        "duldung",
        "Aussetzung der Abschiebung (Duldung) nach § 60a Abs. 2 AufenthG",
        "Gültig bis 31.12.2024. Az. 33-A-2024/1182",
        type="duldung",
        document_date="2024-05-03",
        section="ausreise",
        **MUSTER,
    )
    site.put(
        "antrag",
        "Antrag auf Erteilung einer Aufenthaltserlaubnis",
        "Anlagen",
        "Die Erteilung der Aufenthaltserlaubnis wird bis zum 3. Mai 2024 erbeten. Müller",
        document_date="2023-11",
        **MUSTER,
    )
    site.put(
        "miete",
        "Mietvertrag über die Wohnung Musterstraße 1",
        type="wohnraumnachweis",
        document_date="2022",
        section="wohnen",
        person="P-0002",
        person_names=("Yusuf Testperson",),
    )
    site.put(
        "urteil",
        "VG Wiesbaden, 6 K 152/14.WI.A, Urteil vom 12.03.2015",
        state=DocumentState.REVIEW,
        source="scan_0017.pdf",
    )
    return site


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Anträge", {"antrag"}),
        ("antraege", {"antrag"}),
        ("Abschiebungen", {"duldung"}),
        ("6 K 152/14.WI.A", {"urteil"}),
        ("6 K 152/14", {"urteil"}),
        ("§ 60a", {"duldung"}),
        ("§ 60", {"duldung"}),
        ("03.05.2024", {"antrag"}),
        ("Mai 2024", {"antrag"}),
        ('"Erteilung einer Aufenthaltserlaubnis"', {"antrag"}),
        ('"einer Erteilung"', set()),
        ("Wohnung -Mietvertrag", set()),
        ("Mietvertrag OR Urteil", {"miete", "urteil"}),
        ("aufenth*", {"antrag", "duldung"}),  # AufenthG too
        ("33-A-2024/1182", {"duldung", "antrag"}),
        ("33-A*", {"duldung", "antrag"}),
        ("1182", {"duldung", "antrag"}),
        ("az:33-a-2024-1182", {"duldung", "antrag"}),
        ("az:1182", {"duldung", "antrag"}),
        ("az:33-A-2024*", {"duldung", "antrag"}),
        ("Mustermann", {"duldung", "antrag"}),
        ("name:Beispiel", {"duldung", "antrag"}),
        ('name:"Mustermann Erika"', {"duldung", "antrag"}),
        ("name:Muster*", {"duldung", "antrag"}),
        ("name:Musterstraße", set()),
        ("person:P-0002", {"miete"}),
        ("person:Testperson", {"miete"}),
        ("typ:duldung", {"duldung"}),
        ("typ:Mietvertrag", {"miete"}),
        ("typ:duldung OR typ:wohnraumnachweis", {"duldung", "miete"}),
        ("Mustermann -typ:duldung", {"antrag"}),
        ("von:2023", {"duldung", "antrag"}),
        ("bis:2023", {"antrag", "miete"}),
        ("von:2023-11-15 bis:2023-12", {"antrag"}),
        ("status:klärung", {"urteil"}),
        ("register:wohnen", {"miete"}),
        ("datei:miete.pdf", {"miete"}),
        ("datei:mie*", {"miete"}),
        ("datei:scan_00*", {"urteil"}),
        ("datei:scan_0017.pdf", {"urteil"}),
        ("scan_0017", {"urteil"}),
        ("toleration", {"duldung"}),
    ],
)
def test_queries(filled, query: str, expected: set[str]) -> None:
    assert set(filled.found(query)) == expected


def test_date_bounds_agree_with_the_calendar(site) -> None:
    days = [
        f"{year}-{month:02}-{day:02}"
        for year in (1949, 1999, 2024)
        for month in (1, 6, 12)
        for day in (1, 28)
    ]
    for day in days:
        site.put(day, "Text", document_date=day)
    for bound in (*days, "1900-01-01", "2000-05", "2099"):
        assert set(site.found("", date_from=bound, limit=50)) == {day for day in days if day >= bound[:10]}
        assert set(site.found("", date_to=bound, limit=50)) == {
            day for day in days if day <= f"{bound}-99-99"[:10]
        }


def test_filters_beside_the_query(filled) -> None:
    assert filled.found("Erteilung", person="P-0001") == ["antrag"]
    assert filled.found("Erteilung", person="P-0002") == []
    assert filled.found("Mustermann", type_name="Duldung") == ["duldung"]
    assert filled.found("Mustermann", date_from="2024", date_to="31.12.2024") == ["duldung"]
    assert set(filled.found("", person="P-0001")) == {"duldung", "antrag"}


@pytest.mark.parametrize("options", [{"type_name": "xyzzy"}, {"date_from": "gestern"}, {}])
def test_wrong_options_are_query_errors(filled, options: dict[str, str]) -> None:
    with pytest.raises(QueryError):
        filled.search("", **options)


def test_best_page_and_snippet(filled) -> None:
    (hit,) = filled.search("Erteilung Müller").hits
    assert (hit.page, hit.source_pages) == (3, (1, 2, 3))
    assert [part.text for part in hit.snippet if part.highlighted] == ["Erteilung", "Müller"]
    assert hit.snippet_text.startswith("Die Erteilung der")


def test_page_is_the_page_of_the_source(site) -> None:
    site.put("teil", pages=((17, "Deckblatt"), (19, "Verpflichtungserklärung")))
    (hit,) = site.search("Verpflichtungserklärung").hits
    assert hit.page == 19


def test_page_with_the_phrase_beats_the_page_with_its_words(site) -> None:
    site.put("d", "Erlaubnis Erlaubnis Antrag Antrag auf auf", "Der Antrag auf Erlaubnis ging ein")
    (hit,) = site.search('"Antrag auf Erlaubnis"').hits
    assert hit.page == 2
    assert [part.text for part in hit.snippet if part.highlighted] == ["Antrag auf Erlaubnis"]


def test_phrases_do_not_reach_over_the_end_of_a_page(site) -> None:
    site.put("d", "hier endet der Antrag", "auf Seite zwei")
    assert site.found('"Antrag auf"') == []


def test_compound_parts_are_found_but_rank_below_the_word(site) -> None:
    filler = "Sehr geehrte Damen und Herren mit freundlichen Grüßen"
    site.put("teil", f"{filler} Aufenthaltserlaubnis")
    site.put("wort", f"{filler} Erlaubnis")
    assert site.found("Erlaubnis") == ["wort", "teil"]
    assert site.found("Aufenthalt") == ["teil"]


def test_what_a_document_is_counts_more_than_what_it_mentions(site) -> None:
    site.put("erwähnt", "Duldung Duldung Duldung Duldung")
    site.put("ist", "Aussetzung der Abschiebung", type="duldung")
    assert site.found("Duldung") == ["ist", "erwähnt"]


@pytest.mark.parametrize("written", ["Müller", "Mueller", "Muller", "MÜLLER"])
@pytest.mark.parametrize("sought", ["Müller", "Mueller", "Muller", "müller"])
def test_spellings_of_a_name(site, written: str, sought: str) -> None:
    site.put("d", "Text", person="P-0001", person_names=(f"Erika {written}",))
    assert site.found(sought) == ["d"]
    assert site.found(f"name:{sought}") == ["d"]


@pytest.mark.parametrize(
    ("written", "sought"), [("Muhammad", "Mohammed"), ("Yusuf", "Youssef"), ("Hussein", "Husain")]
)
def test_other_spellings_of_a_name_rank_below_its_own(site, written: str, sought: str) -> None:
    site.put("anders", "Text", person="P-0001", person_names=(f"{written} Testperson",))
    site.put("ebenso", "Text", person="P-0002", person_names=(f"{sought} Testperson",))
    site.put("fremd", "Text", person="P-0003", person_names=("Erika Mustermann",))
    assert site.found(sought) == ["ebenso", "anders"]
    assert site.found(f"name:{sought}") == ["ebenso", "anders"]
    assert site.found(f'"{sought} Testperson"') == ["ebenso", "anders"]


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Aufenthaltserlaubnls", "Aufenthaltserlaubnis"),
        ("Forrnular", "Formular"),
        ("Verfügung", "Verfügnug"),
        ("GebUhr", "Gebühren"),
        ("Giiltigkeit", "Gültigkeit"),
        ("Er1aubnis", "Erlaubnis"),
        ("StraBe", "Straße"),
        ("Antrag", "Antrga"),
    ],
)
def test_similar_spellings_are_found_and_said(site, written: str, sought: str) -> None:
    site.put("d", f"Hier steht {written} geschrieben")
    result = site.search(sought)
    assert [hit.document_id for hit in result.hits] == ["d"]
    if written != "GebUhr":  # folds to the same word
        assert result.similar_spelling
    assert any(part.highlighted for part in result.hits[0].snippet)


def test_similar_spellings_stand_below_exact_hits_and_say_so(site) -> None:
    site.put("genau", "Duldung")
    site.put("ähnlich", "Duidung Duidung Duidung")
    result = site.search("Duldung")
    assert [(hit.document_id, hit.similar) for hit in result.hits] == [("genau", False), ("ähnlich", True)]
    assert (result.total, result.similar, result.similar_spelling) == (2, 1, False)


def test_similar_spellings_are_sought_only_where_exact_hits_are_few(site) -> None:
    for number in range(FEW):
        site.put(f"genau{number}", "Duldung")
    site.put("ähnlich", "Duidung")
    assert site.search("Duldung").similar == 0


def test_an_exclusion_is_not_widened_by_similar_spellings(site) -> None:
    site.put("d", "Antrag und Bescheld")
    assert [hit.document_id for hit in site.search("Antrga -Bescheid").hits] == ["d"]


def test_an_exclusion_means_the_word_itself_and_its_inflections(site) -> None:
    site.put("teil", "Antrag mit Ablehnungsbescheid", person_names=("Yusuf Testperson",))
    site.put("wort", "Antrag mit Bescheiden")
    assert site.found("Antrag -Bescheid") == ["teil"]
    assert set(site.found("Antrag -Youssef")) == {"teil", "wort"}


def test_total_counts_beyond_the_limit(site) -> None:
    for number in range(30):
        site.put(f"d{number}", "Antrag")
    result = site.search("Antrag", limit=5)
    assert (len(result.hits), result.total) == (5, 30)
    assert [hit.rank for hit in result.hits] == [1, 2, 3, 4, 5]


def test_prefix_expansion_is_bounded(site) -> None:
    words = [f"wort{chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(400)]
    site.put("d", " ".join(words))
    (hit,) = site.search("wort*").hits
    assert sum(part.highlighted for part in hit.snippet) <= 64


def test_snippet_is_safe_to_print(site) -> None:
    site.put("d", "vorher\r\n\n   \x1b[2Jweg \x1b]0;Titel\x07 Antrag\t\tauf \u202eErteilung\x00 nachher")
    (hit,) = site.search("Antrag").hits
    assert hit.snippet_text == "vorher weg Antrag auf Erteilung nachher"


def test_snippet_shows_where_most_words_stand_together(site) -> None:
    gap = "leeres Wort " * 60
    site.put("d", f"Antrag am Anfang {gap} hier Antrag mit Frist und Bescheid {gap} Bescheid Ende")
    (hit,) = site.search("Antrag Frist Bescheid").hits
    assert "Antrag mit Frist und Bescheid" in hit.snippet_text
    assert hit.snippet_text.startswith("… ")
    assert hit.snippet_text.endswith(" …")
    assert len(hit.snippet_text) < 260


def test_document_gone_from_the_catalogue_since(filled) -> None:
    index = filled.index
    filled.found("Urteil")
    result = search(index, "Urteil", pages=lambda _: ())
    assert result.hits[0].snippet == ()


def test_document_without_pages(site) -> None:
    site.put("leer", person="P-0001", person_names=("Erika Mustermann",))
    (hit,) = site.search("Mustermann").hits
    assert (hit.page, hit.snippet) == (None, ())


def test_empty_index_finds_nothing(site) -> None:
    assert site.search("Antrag").total == 0
    assert site.search("antr*").total == 0
    assert site.search('"Antrag auf"').total == 0


def test_authorities_stay_apart(make_site: Callable) -> None:
    here, there = make_site("wiesbaden"), make_site("kassel")
    here.put("hier", "Antrag Mustermann")
    there.put("dort", "Antrag Beispielfrau")
    assert here.found("Antrag") == ["hier"]
    assert there.found("Antrag") == ["dort"]
    assert here.search("Beispielfrau").total == 0


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    max_examples=80,
    deadline=None,
)
@given(
    query=st.lists(
        st.sampled_from(
            ["Antrag", '"auf Erteilung"', "-Frist", "OR", "NOT", "aufe*", "typ:duldung", "von:2024", "E-Mail"]
        )
        | st.text(max_size=8),
        max_size=5,
    ).map(" ".join)
)
def test_no_query_ends_in_a_traceback(filled, query: str) -> None:
    index = filled.index
    try:
        result = search(index, query, pages=filled.feed.pages)
    except QueryError:
        return
    assert result.total >= len(result.hits)


def test_a_phrase_of_a_frequent_and_a_rare_word(site) -> None:
    for number in range(20):
        site.put(f"d{number:02}", f"Der Antrag Nummer {number} ist eingegangen, der Antrag liegt vor")
    site.put("da", "Zuerst kam der Antrag Sonnenblume, dann ein Antrag")
    site.put("dort", "Sonnenblume und Antrag")
    assert site.found('"Antrag Sonnenblume"') == ["da"]
    assert site.found('"Sonnenblume Antrag"') == []
    assert site.found('"dann ein Antrag"') == ["da"]
