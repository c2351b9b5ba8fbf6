"""A picture of the author's: whole, in its proportions, with a line under it, and parts of it framed."""

from io import BytesIO

import numpy as np
import pytest
from manim import ImageMobject, RoundedRectangle
from PIL import Image as Drawing

from mathora.lesson import Faulty, Text
from mathora.script.pictures import picture_of
from mathora.stage import Region
from mathora.stage.figures.pages.raster import picture_mobject
from mathora.stage.text.standing_text import standing_texts
from mathora.stage.theme import THEMES
from tests.scenes.theatre import ASPECTS, drawn, on_stage

HEAD = """
  - id: image
    title: A picture
    scene: Image
    with: {picture: image.svg, shows: a hill, credit: Drawn by hand}
    steps:
"""
SHOW = "      - {do: show, say: a}\n"
MARK = "      - {do: mark, with: {across: [50, 100], up: [0, 50], says: Here}, say: b}\n"


def wordings(scene):
    return [standing.mobject.wording for standing in standing_texts(scene.mobjects)]


@pytest.mark.parametrize("aspect", ASPECTS)
def test_it_stands_whole_in_its_proportions(aspect):
    with on_stage(HEAD + SHOW, aspect) as scene:
        image = scene.image
        assert isinstance(image, ImageMobject)
        assert image.width / image.height == pytest.approx(640 / 360)
        assert scene.place.holds(image)
        assert "Drawn by hand" in wordings(scene)


def test_a_part_is_framed_and_the_frame_before_leaves():
    with on_stage(HEAD + SHOW + MARK.replace("[50, 100]", "[0, 10]") + MARK) as scene:
        (frame,) = [one for one in scene.mobjects if isinstance(one, RoundedRectangle)]
        assert frame.get_left()[0] == pytest.approx(scene.image.get_center()[0])
        assert frame.get_top()[1] == pytest.approx(scene.image.get_center()[1])
        assert wordings(scene)[1:] == ["Here"]


@pytest.mark.parametrize(
    ("header", "ink", "sheet"), [("dark", 0, 255), ("dark", 255, None), ("light", 0, None), ("light", 255, 0)]
)
def test_ink_that_the_ground_swallows_stands_on_a_sheet(header, ink, sheet):
    drawing = np.zeros((20, 40, 4), np.uint8)
    drawing[5:15, 10:30] = (ink, ink, ink, 255)
    kept = BytesIO()
    Drawing.fromarray(drawing).save(kept, "PNG")
    picture = picture_of(Text.written("a.png"), kept.getvalue())
    pixels = picture_mobject(picture, Region(0, 0, 4, 2), THEMES[header].background).pixel_array
    assert tuple(pixels[0, 0]) == (0, 0, 0, 0) if sheet is None else (sheet, sheet, sheet, 255)
    assert tuple(pixels[10, 20]) == (ink, ink, ink, 255)


def test_a_part_that_is_too_small_to_be_seen_is_told():
    with pytest.raises(Faulty, match=r"found 0\.2 to 0\.6"), on_stage(HEAD + MARK.replace("[0, 50]", "[0.2, 0.6]")):
        pass


def test_a_part_beyond_the_picture_is_told():
    with pytest.raises(Faulty, match="found 101"), on_stage(HEAD + MARK.replace("100]", "101]")):
        pass


def test_no_order_of_actions_crashes_and_each_frame_is_drawn():
    with on_stage(HEAD + MARK + SHOW, play=False) as scene:
        for index in range(2):
            drawn(scene, index)
        assert scene.renderer.pixels.any()
