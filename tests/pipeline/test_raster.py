from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from config.settings import Limits
from pipeline import blank, skew
from pipeline.geometry import together, turned
from pipeline.model import Box
from pipeline.raster import PageImage, page_image
from pipeline.source import open_source
from tests.pipeline.paper import draw
from tests.samples import containers


def image_of(path, resolution=300):
    with open_source(path, Limits()) as source, source.page(1) as page:
        return page_image(page, resolution)


def sheet(pixels: Image.Image, dpi: int = 100) -> PageImage:
    return PageImage(number=1, pixels=pixels, width=pixels.width * 72 / dpi, height=pixels.height * 72 / dpi)


def test_resolution_as_the_file_says(tmp_path):
    draw(dpi=300).save(tmp_path / "x.tif", dpi=(300, 300))
    image = image_of(tmp_path / "x.tif")
    assert image.dpi == 300
    assert image.pixels.size == (1740, 1260)
    assert (round(image.width), round(image.height)) == (418, 302)


@pytest.mark.parametrize("width", [1240, 1654, 2480])
def test_a_scan_that_says_nothing_is_a4(tmp_path, width):
    Image.new("L", (width, round(width * 2**0.5)), 255).save(tmp_path / "x.png")
    image = image_of(tmp_path / "x.png")
    assert (image.width, image.height) == (pytest.approx(595, abs=3), pytest.approx(842, abs=3))


def test_a_default_of_72_dpi_is_not_believed(tmp_path):
    Image.new("L", (2480, 3508), 255).save(tmp_path / "x.jpg", dpi=(72, 72))
    assert image_of(tmp_path / "x.jpg").dpi == 300


def test_fax_pixels_become_square(tmp_path):
    Image.new("1", (1728, 1078), 1).save(tmp_path / "x.tif", dpi=(204, 98))
    image = image_of(tmp_path / "x.tif")
    assert image.pixels.size == (1728, pytest.approx(2244, abs=2))
    assert (round(image.width), round(image.height)) == (610, 792)


def test_coarse_scans_are_enlarged_and_fine_ones_reduced(tmp_path):
    draw(dpi=100).save(tmp_path / "coarse.tif", dpi=(100, 100))
    draw(dpi=600).save(tmp_path / "fine.tif", dpi=(600, 600))
    assert image_of(tmp_path / "coarse.tif").dpi == 200
    assert image_of(tmp_path / "fine.tif").dpi == 300


@pytest.mark.parametrize(("dpi", "drawn"), [(100, 300), (200, 240), (240, 240), (300, 300), (600, 300)])
def test_scans_in_a_pdf_are_drawn_as_they_are_if_fine_enough(tmp_path, dpi, drawn):
    (tmp_path / "x.pdf").write_bytes(containers.image_pdf([Image.new("L", (4 * dpi, 3 * dpi), 200)], dpi))
    assert image_of(tmp_path / "x.pdf").pixels.size == pytest.approx((4 * drawn, 3 * drawn), abs=1)


def test_exif_orientation_is_followed(tmp_path):
    picture = Image.new("L", (400, 200), 255)
    ImageDraw.Draw(picture).rectangle((0, 0, 40, 40), fill=0)
    exif = Image.Exif()
    exif[274] = 6  # to be shown turned clockwise by 90 degrees
    picture.save(tmp_path / "x.jpg", exif=exif, dpi=(200, 200))
    image = image_of(tmp_path / "x.jpg")
    assert image.width < image.height
    corner = image.pixels.getpixel((image.pixels.width - 10, 10))
    assert corner < 50


@pytest.mark.parametrize("mode", ["1", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I", "F"])
def test_every_kind_of_pixel_becomes_grey(tmp_path, mode):
    base = Image.new("L", (300, 300), 255)
    ImageDraw.Draw(base).rectangle((0, 0, 150, 300), fill=0)
    if mode == "I;16":
        picture = base.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        picture = base.convert(mode)
    picture.save(tmp_path / "x.tif", dpi=(200, 200))
    pixels = image_of(tmp_path / "x.tif").pixels
    assert pixels.mode == "L"
    assert pixels.getpixel((20, 20)) < 30
    assert pixels.getpixel((280, 280)) > 225


def test_transparent_pixels_are_paper(tmp_path):
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(tmp_path / "x.png", dpi=(200, 200))
    assert image_of(tmp_path / "x.png").pixels.getextrema() == (255, 255)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_turn_like_pixels(turn):
    pixels = Image.new("L", (200, 100), 255)
    ImageDraw.Draw(pixels).rectangle((20, 10, 59, 29), fill=0)
    image = sheet(pixels, dpi=72).turned(turn)
    box = turned(Box(left=20, top=10, right=60, bottom=30), turn, 200, 100)
    dark = image.pixels.point(lambda value: 255 - value).getbbox()
    assert dark == (box.left, box.top, box.right, box.bottom)
    assert (image.width, image.height) == image.pixels.size
    assert image.turn == turn
    assert image.turned(together(-turn)).pixels.tobytes() == pixels.tobytes()


@pytest.mark.parametrize("angle", [-4.0, -2.0, 1.5, 3.0])
def test_tilt_is_measured(angle):
    tilted = draw(dpi=150).rotate(-angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert skew.tilt(sheet(tilted, 150)) == pytest.approx(angle, abs=0.5)


def test_level_text_and_pictures_stay():
    assert abs(skew.tilt(sheet(draw(dpi=150), 150))) <= 0.3
    assert skew.tilt(sheet(Image.radial_gradient("L").resize((600, 800)))) == 0.0
    assert skew.tilt(sheet(Image.new("L", (600, 800), 255))) == 0.0
    assert skew.tilt(sheet(Image.linear_gradient("L").resize((3000, 4)))) == 0.0
    assert abs(skew.tilt(sheet(draw(dpi=150, size=(9, 1.2)), 150))) <= 0.5


def test_ink_tells_blank_from_printed():
    paper = Image.new("L", (827, 1169), 236)
    assert blank.ink(sheet(paper)) == 0
    text = draw(dpi=100, size=(8.27, 11.69))
    assert blank.ink(sheet(text)) > 0.004


def test_specks_edges_and_bleed_through_are_no_ink():
    paper = Image.new("L", (2480, 3508), 240)
    pen = ImageDraw.Draw(paper)
    for step in range(200):
        pen.point(((step * 733) % 2480, (step * 1931) % 3508), fill=0)
    pen.rectangle((0, 0, 30, 3508), fill=10)
    pen.multiline_text((400, 400), "Rückseite " * 40, fill=205, font_size=40)
    assert blank.ink(sheet(paper, 300)) < 0.00004


def test_a_black_page_is_not_blank():
    assert blank.ink(sheet(Image.new("L", (800, 1100), 5))) == 1.0


def punched():
    paper = Image.new("L", (1654, 2339), 240)
    pen = ImageDraw.Draw(paper)
    for y in (855, 1485):  # 80 mm apart, 12 mm from the edge (ISO 838)
        pen.ellipse((94 - 23, y - 23, 94 + 23, y + 23), fill=20)
    return paper, pen


def test_punch_holes_and_folds_are_no_ink():
    paper, pen = punched()
    assert blank.ink(sheet(paper, 200)) < 0.00004
    pen.line((0, 1170, 1654, 1172), fill=170, width=2)
    pen.multiline_text((400, 400), "Rückseite " * 40, fill=210, font_size=30)
    assert not blank.marked(sheet(paper, 200))


def test_a_line_by_hand_or_a_faint_stamp_is_a_mark():
    paper, pen = punched()
    pen.line([(500 + 12 * step, 900 + 20 * (step % 2)) for step in range(8)], fill=90, width=3)
    assert blank.marked(sheet(paper, 200))
    assert blank.ink(sheet(paper, 200)) < 0.0008
    paper, pen = punched()
    pen.rectangle((900, 500, 1300, 640), outline=185, width=4)
    assert blank.marked(sheet(paper, 200))


def test_lines_that_run_down_the_page_are_seen():
    text = draw(dpi=150)
    assert skew.upended(sheet(text, 150)) < 0.5
    assert skew.upended(sheet(text.rotate(90, expand=True), 150)) > 2
    assert skew.upended(sheet(text.rotate(180), 150)) < 0.5
    assert skew.upended(sheet(Image.new("L", (600, 800), 255))) == 1.0
