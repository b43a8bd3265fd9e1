import random

import pytest
from PIL import Image

from pipeline import denoise
from pipeline.ocr import recognise
from pipeline.raster import PageImage
from tests.pipeline.paper import draw


def page(pixels: Image.Image, dpi: int = 200) -> PageImage:
    width, height = (side / dpi * 72 for side in pixels.size)
    return PageImage(number=1, pixels=pixels, width=width, height=height)


def grainy(pixels: Image.Image, spread: int = 45, paper: int = 225) -> Image.Image:
    """Paper and print with the grain of a bad scanner, the same at every run."""
    random_bytes = random.Random(7).randbytes(pixels.width * pixels.height)
    grain = Image.frombytes("L", pixels.size, random_bytes).point(lambda v: v * spread // 255)
    toner = pixels.point(lambda v: 110 + v * (paper - 110) // 255)
    return Image.blend(toner, grain.point(lambda v: min(255, v + paper - spread // 2)), 0.4)


def speckled(pixels: Image.Image, share: float = 0.02) -> Image.Image:
    rng = random.Random(7)
    result = pixels.copy()
    for _ in range(int(share * pixels.width * pixels.height)):
        result.putpixel((rng.randrange(pixels.width), rng.randrange(pixels.height)), 0)
    return result


def test_noise_is_told_from_print():
    clean = draw()
    assert not denoise.noisy(page(clean))
    assert denoise.noisy(page(speckled(clean)))


def test_cleaning_makes_paper_white_and_keeps_the_geometry():
    image = page(grainy(draw()))
    result = denoise.cleaned(image)
    assert (result.pixels.size, result.width, result.height) == (image.pixels.size, image.width, image.height)
    white = result.pixels.histogram()[255] / (result.pixels.width * result.pixels.height)
    assert white > 0.8


def test_a_page_of_one_grey_survives_cleaning():
    for level in (0, 128, 255):
        assert denoise.cleaned(page(Image.new("L", (60, 60), level))).pixels.size == (60, 60)


@pytest.mark.ocr
def test_a_speckled_page_is_read_after_cleaning(tmp_path):
    image = page(speckled(draw()))
    before, after = recognise([image, denoise.cleaned(image)], ["deu"], tmp_path, layers=False)
    assert after.harvest > before.harvest
    assert "Aktenzeichen: 33.2-12345/2024" in "\n".join(line.text for line in after.lines)
