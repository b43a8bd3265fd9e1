"""The samples are what they claim: repeatable, consistent with their register, readable, complete."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter, defaultdict
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from typing import get_args

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from tests.samples import __main__ as command
from tests.samples.born_digital import born_digital_pdf
from tests.samples.build import Built, Plan, build, separator_sheet
from tests.samples.degrade import LEVELS, degrade
from tests.samples.documents import LAYOUTS
from tests.samples.documents.case import Case, german_long
from tests.samples.documents.layouts import Split
from tests.samples.expectation import expectation
from tests.samples.fonts import FontMissing, font_file
from tests.samples.register import COLUMNS, Register, make_register
from tests.samples.render import render
from tests.samples.sets import FIRST_DAY, demo_set, random_set
from tests.samples.sheet import Text

SEED = 7
AUTHORITIES = ("wiesbaden", "kassel")
TYPES = Path(__file__).resolve().parents[1] / ".." / "shared" / "domain" / "document_types.json"


@pytest.fixture(scope="module")
def plans() -> tuple[Plan, ...]:
    return demo_set(SEED, AUTHORITIES)


@pytest.fixture(scope="module")
def demo(plans: tuple[Plan, ...]) -> list[Built]:
    return command.build_all(plans, jobs=2)


@pytest.fixture(scope="module")
def registers() -> dict[str, Register]:
    return {name: make_register(name, SEED) for name in AUTHORITIES}


def of(demo: list[Built], container: str) -> list[Built]:
    return [built for built in demo if built.plan.container == container]


# -- repeatable -------------------------------------------------------------------------------


def test_a_source_built_again_has_the_same_bytes(demo):
    kinds = {(built.plan.container, built.plan.bitonal, built.plan.level): built for built in demo}
    for built in kinds.values():
        assert build(built.plan).content == built.content, built.plan.name


def test_the_command_writes_registers_scans_and_truth(tmp_path, capsys):
    arguments = ["--seed", "3", "--random", "4", "--authority", "giessen", "--out"]
    for folder in ("a", "b"):
        assert command.main([*arguments, str(tmp_path / folder)]) == 0
    assert "4 scans" in capsys.readouterr().out
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.*"))
    assert [str(path) for path in files if path.suffix in {".csv", ".json"}] == [
        "giessen/register.csv",
        "truth.json",
    ]
    for path in files:
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()
    for source in json.loads((tmp_path / "a" / "truth.json").read_text("utf-8"))["sources"]:
        content = (tmp_path / "a" / "giessen" / "scans" / source["source"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == source["sha256"]


def test_another_seed_makes_other_people(registers):
    assert make_register("kassel", SEED).csv() == registers["kassel"].csv()
    assert make_register("kassel", SEED + 1).csv() != registers["kassel"].csv()


# -- register ---------------------------------------------------------------------------------


def test_register_file_has_the_columns_of_the_contract(registers):
    for register in registers.values():
        rows = list(csv.DictReader(StringIO(register.csv())))
        assert len(rows) >= 40
        assert list(rows[0]) == list(COLUMNS)
        for column in ("person_id", "file_number", "azr_number"):
            assert len({row[column] for row in rows}) == len(rows), column


def test_register_holds_the_promised_near_collisions(registers):
    for register in registers.values():
        twins = register.person("twin_a"), register.person("twin_b")
        assert len({(twin.family_name, twin.birth_date, twin.given_names[0]) for twin in twins}) == 1
        assert twins[0].given_names != twins[1].given_names
        father, son = register.person("father"), register.person("son")
        assert (father.family_name, father.given_names) == (son.family_name, son.given_names)
        assert register.person("year_only").birth_date == "1980"
        assert register.person("month_only").birth_date == "1980-05"
        assert register.person("unsplit").given_names == "-"
        assert register.person("married").birth_name
        assert register.person("arabic").aliases


def test_authorities_share_a_name_but_no_number(registers):
    one, other = (register.person("shared") for register in registers.values())
    assert (one.family_name, one.given_names) == (other.family_name, other.given_names)
    numbers = [
        {number for entry in register.entries for number in (entry.azr_number, entry.file_number)}
        for register in registers.values()
    ]
    assert not numbers[0] & numbers[1]


def test_nobody_is_entered_into_the_central_register_before_birth(registers):
    for register in registers.values():
        for entry in register.entries:
            assert f"20{entry.azr_number[:2]}" >= entry.birth_date[:4], entry


# -- documents --------------------------------------------------------------------------------


def sheets(name: str, register: Register, role: str | None = None):
    person = register.person(role) if role else register.ordinary[0]
    case = Case(site=register.authority, person=person, issued=FIRST_DAY, rng=Random(name))
    return LAYOUTS[name].draw(case).sheets


def test_there_is_a_layout_for_every_type_and_no_other():
    if not TYPES.is_file():
        pytest.skip(f"{TYPES.name} is not beside this checkout")
    known = {entry["id"] for entry in json.loads(TYPES.read_text("utf-8"))}
    assert {layout.type for layout in LAYOUTS.values()} == known


def test_every_type_has_three_layouts_and_one_that_is_only_measured():
    splits = defaultdict(list)
    for layout in LAYOUTS.values():
        splits[layout.type].append(layout.split)
    assert not {name for name, found in splits.items() if len(found) < 3}
    assert not {name for name, found in splits.items() if "measured" not in found}


def test_the_latest_round_has_a_layout_of_every_type():
    fresh = {layout.type for layout in LAYOUTS.values() if layout.split == "fresh"}
    assert fresh == {layout.type for layout in LAYOUTS.values()}


def test_a_random_set_keeps_to_its_split():
    for split in get_args(Split):
        plans = random_set(8, 40, AUTHORITIES, split=split)
        assert {LAYOUTS[plan.documents[0].layout].split for plan in plans} == {split}


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_layout_shows_what_it_says_it_shows(name, registers):
    """Each number it claims is printed, and a number it does not claim is not."""
    register = registers["wiesbaden"]
    person = register.ordinary[0]
    drawn = sheets(name, register)
    text = "\n".join(item.text for sheet in drawn for item in sheet.items if isinstance(item, Text))
    shows = LAYOUTS[name].shows
    birth = ".".join(reversed(person.birth_date.split("-")))
    births = {birth, *(birth.replace(".", sign) for sign in " /-"), person.birth_date, "  An "}
    births.add(german_long(date.fromisoformat(person.birth_date)))
    assert (person.file_number in text) == ("F" in shows)
    assert (person.azr_number in text) == ("A" in shows)
    assert any(number in text for number in person.document_numbers) == ("D" in shows)
    assert any(form in text for form in births) == ("B" in shows)
    assert (person.family_name in text or person.family_name.upper() in text) == ("N" in shows)
    assert len(drawn) <= 3


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_nothing_is_printed_off_the_paper(name, registers):
    for sheet in sheets(name, registers["kassel"], "unsplit"):
        for item in sheet.items:
            if isinstance(item, Text):
                assert 0 < item.x < sheet.width, item
                assert 0 < item.y < sheet.height, item


@pytest.mark.parametrize("name", sorted(name for name, layout in LAYOUTS.items() if layout.digital))
def test_a_digital_layout_can_be_written_as_text(name, registers):
    """No stamp and no picture, and no letter outside the standard fonts."""
    with pypdfium2.PdfDocument(born_digital_pdf(sheets(name, registers["kassel"], "unsplit"))) as pdf:
        assert len(pdf) <= 3


def digit(text: str) -> int:
    """Doc 9303's check digit once more, independent of the generator's."""
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    total = 0
    for place, sign in enumerate(text):
        value = 0 if sign == "<" else alphabet.index(sign)
        total += value * [7, 3, 1][place % 3]
    return total % 10


def zones(drawn) -> list[str]:
    return [
        item.text for sheet in drawn for item in sheet.items if isinstance(item, Text) and "<<" in item.text
    ]


@pytest.mark.parametrize("role", ["umlaut", "unsplit", "year_only", "month_only", "stateless"])
@pytest.mark.parametrize("name", sorted(name for name, layout in LAYOUTS.items() if "M" in layout.shows))
def test_zone_has_right_length_and_check_digits(name, role, registers):
    lines = zones(sheets(name, registers["wiesbaden"], role))
    assert len({len(line) for line in lines}) == 1
    assert (len(lines), len(lines[0])) in {(3, 30), (2, 36), (2, 44)}
    if len(lines) == 3:
        first, second, _ = lines
        assert digit(first[5:14]) == int(first[14])
        birth, expiry = second[0:7], second[8:15]
        composite = digit(first[5:30] + birth + expiry + second[18:29])
    else:
        second = lines[1]
        assert digit(second[0:9]) == int(second[9])
        birth, expiry = second[13:20], second[21:28]
        composite = digit(second[0:10] + birth + expiry + second[28:-1])
    assert digit(birth[:6]) == int(birth[6])
    assert digit(expiry[:6]) == int(expiry[6])
    if not lines[0].startswith("V"):  # visas have no composite digit
        assert composite == int((lines[1])[-1])


# -- truth ------------------------------------------------------------------------------------


def test_truth_follows_register_and_layout(demo, registers):
    for built in demo:
        register = registers[built.plan.authority.name]
        people = {entry.person_id: entry for entry in register.entries}
        pages = [entry["page"] for entry in built.truth["left_out"]]
        for planned, truth in zip(built.plan.documents, built.truth["documents"], strict=False):
            assert truth["type"] == LAYOUTS[planned.layout].type
            pages += truth["source_pages"]
            if truth["person"] is None:
                assert (truth["expected"], truth["reason"]) == ("review", "not_in_register")
            else:
                assert people[truth["person"]] == planned.person
            assert (truth["document_date"] is None) == (truth["layout"] == "aktendeckel")
        if built.truth["expected"] == "done":
            assert sorted(pages) == list(range(1, built.truth["pages"] + 1))
        else:
            assert built.truth["documents"] == []


def test_filing_rule_on_typical_documents(registers):
    register = registers["kassel"]
    person = register.ordinary[0]
    cases = {
        ("meldebescheinigung", person.person_id): ("filed", None),
        ("mietvertrag", person.person_id): ("review", "no_birth_date"),
        ("email_ausdruck", person.person_id): ("filed", None),
        ("meldebescheinigung", register.roles["father"]): ("filed", None),
        ("mietvertrag", register.roles["father"]): ("review", "several_fit"),
        ("meldebescheinigung", register.roles["january_a"]): ("review", "several_fit"),
        ("vermerk", register.roles["january_a"]): ("filed", None),
        ("meldebescheinigung", register.roles["year_only"]): ("review", "weak_match"),
        ("reisepass", register.roles["year_only"]): ("filed", None),
    }
    people = {entry.person_id: entry for entry in register.entries}
    for (name, number), verdict in cases.items():
        assert expectation(register, LAYOUTS[name], people[number]) == verdict, (name, number)
    twin = register.person("twin_a")
    assert expectation(register, LAYOUTS["privatbrief"], twin, initial=True) == ("review", "several_fit")
    assert expectation(register, LAYOUTS["privatbrief"], twin) == ("filed", None)


# -- the demo set -----------------------------------------------------------------------------


def test_demo_is_large_enough_and_not_too_large(demo):
    assert len(demo) >= 44
    assert sum(built.truth["pages"] for built in demo) <= 70
    types = {truth["type"] for built in demo for truth in built.truth["documents"]}
    assert len(types) >= 20


def test_demo_holds_every_promised_trap(demo):
    found = Counter(
        trap
        for built in demo
        for trap in (
            built.truth["expected"],
            built.truth["reason"],
            f"rotated {built.plan.rotation}",
            *(truth["reason"] for truth in built.truth["documents"]),
            *(entry["kind"] for entry in built.truth["left_out"]),
        )
    )
    for trap in (
        "duplicate",
        "encrypted",
        "damaged",
        "empty_file",
        "unknown_format",
        "rotated 90",
        "rotated 180",
        "rotated 270",
        "several_fit",
        "several_persons",
        "not_in_register",
        "no_birth_date",
        "separator",
        "blank",
    ):
        assert found[trap], trap


def test_duplicates_have_the_bytes_of_their_original(demo):
    by_name = {(built.plan.authority.name, built.plan.name): built for built in demo}
    for built in demo:
        if built.plan.duplicate_of:
            original = by_name[built.plan.authority.name, built.plan.duplicate_of]
            assert built.content == original.content


def test_containers_hold_the_pages_the_truth_counts(demo):
    for built in of(demo, "pdf"):
        with pypdfium2.PdfDocument(built.content) as pdf:
            assert len(pdf) == built.truth["pages"]
    tiffs = [Image.open(BytesIO(built.content)) for built in of(demo, "tiff")]
    assert {image.info["compression"] for image in tiffs} == {"group4", "tiff_lzw"}
    assert max(image.n_frames for image in tiffs) > 1
    for container, form in (("jpeg", "JPEG"), ("png", "PNG")):
        assert {Image.open(BytesIO(built.content)).format for built in of(demo, container)} == {form}


def test_born_digital_text_can_be_extracted(demo):
    for built in of(demo, "born_digital"):
        text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(built.content)).pages)
        assert built.plan.documents[0].person.family_name in text


def test_broken_files_cannot_be_opened(demo):
    for built in [*of(demo, "truncated"), *of(demo, "encrypted"), *of(demo, "empty")]:
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(BytesIO(built.content))
    with pypdfium2.PdfDocument(of(demo, "encrypted")[0].content, password="geheim") as pdf:
        assert len(pdf) == 1


@pytest.mark.parametrize("level", LEVELS)
def test_separator_sheet_is_readable_after_scanning(level):
    page = degrade(render(separator_sheet(), 200), level, Random(1), bitonal=level == "medium")
    assert {code.text for code in zxingcpp.read_barcodes(page.convert("L"))} == {"PATCHT"}


def test_random_set_varies_and_knows_its_truth():
    plans = random_set(5, 120, AUTHORITIES)
    assert plans == random_set(5, 120, AUTHORITIES)
    assert {plan.documents[0].expected for plan in plans} == {"filed", "review"}
    assert len({LAYOUTS[plan.documents[0].layout].type for plan in plans}) > 25
    assert {plan.container for plan in plans} >= {"pdf", "tiff", "jpeg", "png", "born_digital"}
    single = random_set(5, 6, AUTHORITIES, types=("duldung",), levels=("none",))
    assert {(LAYOUTS[plan.documents[0].layout].type, plan.level) for plan in single} == {("duldung", "none")}


def test_missing_font_names_the_package(tmp_path):
    with pytest.raises(FontMissing, match="apt-get install fonts-liberation"):
        font_file("sans", root=tmp_path)
