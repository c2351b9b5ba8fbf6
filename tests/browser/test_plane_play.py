"""The plane on the page: a vector by mouse and keys, the matrix' progress, and readings of what is drawn."""

import json
import os
from dataclasses import replace

import pytest
from small_story import MAP, w1

from mathora.export.content.story import PlanePlay, SymbolLabel

NAME = SymbolLabel("v", "", "v", "blue", w1)
PLANE = PlanePlay(((2.0, 1.0), (1.0, 2.0)), (2.0, 0.0), 5.0, NAME)
TURN = PlanePlay(((0.0, -1.0), (1.0, 0.0)), (1.0, 0.0), 2.0, NAME)


@pytest.fixture
def plane(visit, lesson):
    def opened(play):
        chapters = tuple(replace(one, play=play) if one.play is MAP else one for one in lesson.story.chapters)
        path = lesson.write_page(replace(lesson.story, chapters=chapters), name="plane.html")
        return visit(path).page.locator("#steepest-descent-play")

    return opened


def part(root, name):
    return root.locator(f'[data-part="{name}"]')


def read(root, name):
    return part(root, name).inner_text()


def moved(root):
    return json.loads(root.get_attribute("data-moved"))


def test_it_begins_with_the_lessons_vector_and_what_the_matrix_makes_of_it(plane):
    field = plane(PLANE)
    assert moved(field) == [4, 2]
    assert [read(field, name) for name in ("vector", "moved", "area")] == ["(2, 0)", "(4, 2)", "3"]
    assert read(field, "angle") == "27°"
    if where := os.environ.get("MATHORA_PICTURES"):
        field.screenshot(path=f"{where}/plane.png")


def test_the_vector_moves_by_keys_and_an_eigenvector_has_no_angle_to_its_image(plane):
    field = plane(PLANE)
    point = field.locator(".point")
    for key in ("ArrowUp",) * 10:
        point.press(key)
    assert json.loads(field.get_attribute("data-at")) == [2, 2]
    assert (read(field, "angle"), read(field, "stretch")) == ("0°", "3")


def test_the_matrix_progress_moves_the_plane(plane):
    field = plane(PLANE)
    slider = part(field, "slider")
    slider.evaluate("(one) => { one.value = 0; one.dispatchEvent(new Event('input')) }")
    assert (moved(field), read(field, "area"), read(field, "stretch")) == ([2, 0], "1", "1")
    part(field, "more").click()
    assert float(field.get_attribute("data-share")) == pytest.approx(0.1)
    assert moved(field) == pytest.approx([2.2, 0.2])


def test_a_rotation_turns_and_does_not_shrink(plane):
    field = plane(TURN)
    part(field, "slider").evaluate("(one) => { one.value = 0.5; one.dispatchEvent(new Event('input')) }")
    assert moved(field) == pytest.approx([0.5**0.5, 0.5**0.5])
    assert (read(field, "angle"), read(field, "area")) == ("45°", "1")


def test_the_pointer_drags_the_tip(plane):
    field = plane(PLANE)
    picture = part(field, "map").bounding_box()
    part(field, "map").click(position={"x": picture["width"] * 0.5, "y": picture["height"] * 0.2})
    across, up = json.loads(field.get_attribute("data-at"))
    assert across == pytest.approx(0, abs=0.3)
    assert up == pytest.approx(3, abs=0.4)
