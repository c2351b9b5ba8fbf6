"""A text's contrast is its own colour's to the pixels behind it; where nothing changed nothing is measured."""

from types import SimpleNamespace

import numpy as np
import pytest
from manim import Square

from mathora.stage.layout import Region
from mathora.stage.text.sight import ContrastMeter

FRAME = Region(-4.0, -2.0, 4.0, 2.0)


def text(colour="#ffffff", opacity=1.0, em=0.5):
    run = Square(0.5).set_fill(colour, opacity).set_stroke(width=0)
    box = Region(-0.25, -0.25, 0.25, 0.25)
    return SimpleNamespace(mobject=run, runs=[run], boxes=[box], box=box, em=em)


def picture(ground=0, ink=255):
    pixels = np.full((200, 400, 4), ground, np.uint8)
    pixels[90:110, 190:210, :3] = ink
    return pixels


def test_white_on_black_has_the_greatest_contrast_and_all_of_it_is_seen():
    sight = ContrastMeter(FRAME).look(text(), picture())
    assert sight.contrast == pytest.approx(21)
    assert sight.share == pytest.approx(1)


@pytest.mark.parametrize(
    ("colour", "opacity", "ground"), [("#222222", 1.0, 0), ("#ffffff", 0.1, 0), ("#ffffff", 1.0, 240)]
)
def test_a_faint_text_is_told(colour, opacity, ground):
    assert ContrastMeter(FRAME).look(text(colour, opacity), picture(ground)).contrast < 2


def test_ink_that_is_not_on_the_picture_shows_nothing_of_its_contrast():
    assert ContrastMeter(FRAME).look(text(), picture(ink=0)).share == pytest.approx(0)


def test_on_coarse_pixels_nothing_is_told():
    assert ContrastMeter(FRAME).look(text(em=0.1), picture()) is None


def test_of_what_all_is_said_nothing_is_measured_again():
    meter, one = ContrastMeter(FRAME), text()
    meter.dismiss(one)
    assert meter.look(one, picture()) is None


def test_what_did_not_change_is_not_measured_again_and_what_did_is():
    meter, one = ContrastMeter(FRAME), text()
    first = meter.look(one, picture())
    assert meter.look(one, picture()) is first
    assert meter.look(one, picture(ground=200)).contrast < first.contrast
