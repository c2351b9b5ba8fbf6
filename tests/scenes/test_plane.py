"""What begins on a plane without a formula stands in its middle; formulas on a plane have a card below them."""

import pytest

from tests.scenes.theatre import on_stage, sectioned

section = sectioned("LinearMap", "{matrix: A, vector: v}")


def cards(scene):
    return [one for one in scene.mobjects if type(one).__name__ == "_Card"]


def test_the_plane_stands_in_the_middle_until_something_comes():
    with on_stage(section("do: grid", "do: 'arrow', with: {of: v}, show: v"), play=False) as scene:
        scene.perform(0)
        assert scene.moved == scene.layout.to_middle
        scene.perform(1)
        assert scene.moved == 0


def test_with_a_formula_it_stands_at_its_place_at_once():
    with on_stage(section("do: grid, show: v")) as scene:
        assert scene.moved == 0


@pytest.mark.parametrize(("show", "count"), [(", show: v", 1), ("", 0)])
def test_a_card_lies_below_formulas_alone(show, count):
    with on_stage(section(f"do: grid{show}")) as scene:
        lies = scene.layout.panel.left < scene.layout.figure.right and not scene.layout.upright
        assert len(cards(scene)) == (count if lies else 0)
