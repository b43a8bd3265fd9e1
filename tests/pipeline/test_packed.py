"""Lines that are kept small must be the lines they were."""

import tracemalloc
from dataclasses import replace

from pipeline.model import Line
from pipeline.packed import packed, unpacked
from tests.pipeline.sheets import page

TEXT = "Name  Đặng Hằng\nGeboren  10.06.1993\n\nAktenzeichen 33.2-12345/2024"


def test_packed_lines_are_the_lines_they_were():
    plain = page(TEXT, confidence=0.913)
    small = packed(plain)
    assert (small, small.text) == (plain, plain.text)
    assert (len(small.lines), small.lines[1], small.lines[-2:]) == (3, plain.lines[1], plain.lines[-2:])
    assert small != packed(replace(plain, lines=plain.lines[:-1]))
    assert hash(small) == hash(plain)


def test_unpacked_lines_are_plain():
    assert type(unpacked(packed(page(TEXT))).lines) is tuple
    assert all(type(line) is Line for line in packed(page(TEXT)).lines)
    assert not packed(page("")).lines


def test_they_take_a_fraction_of_the_memory():
    text = "\n".join("Wir nehmen Bezug auf das Schreiben vom Montag" for _ in range(50))

    def taken(keep):
        keep(page(text))
        tracemalloc.start()
        pages = [keep(page(text)) for _ in range(5)]
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return size / len(pages)

    assert taken(packed) < taken(lambda one: one) / 4
