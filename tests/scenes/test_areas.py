"""Areas on a plane: the square's is the determinant, before and after the plane moves; a box leaves with its square."""

import pytest

from mathora.stage import InvariantViolated
from tests.scenes.theatre import all_hold, drawn, on_stage, sectioned

section = sectioned("LinearMap", "{matrix: A, vector: v}")


def test_the_square_becomes_as_large_as_the_determinant():
    with on_stage(section("do: area", "do: move"), play=False) as scene:
        scene.perform(0)
        square = scene.shapes["square"]
        assert square.area(scene.plane) == pytest.approx(1)
        scene.perform(1)
        assert square.area(scene.plane) == pytest.approx(3)
        assert all_hold(scene)


def test_a_square_of_another_size_is_caught():
    with on_stage(section("do: area", "do: move"), play=False) as scene:
        scene.perform(0)
        scene.shapes["square"].corners = 1.1 * scene.shapes["square"].corners
        with pytest.raises(InvariantViolated, match="determinant"):
            drawn(scene, 1)


def test_the_box_is_around_what_the_square_became():
    with on_stage(section("do: area", "do: move", "do: box")) as scene:
        assert scene.around.lacking(scene.shapes["square"]) == pytest.approx(0, abs=1e-6)
