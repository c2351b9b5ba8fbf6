"""A figure stands in the middle as long as it is alone, and goes to its place when a formula comes beside it."""

import pytest

from tests.scenes.theatre import on_stage, sectioned

section = sectioned("StackGradient", "{function: L, at: {w_1: 1, w_2: 1}}")


def test_alone_it_stands_in_the_middle_and_beside_a_formula_at_its_place():
    steps = section("do: plane", "do: 'component', with: {moves: w_1}, show: 2 w_1")
    with on_stage(steps, play=False) as scene:
        scene.perform(0)
        middle = scene.map.get_center()[0]
        assert scene.moved != 0
        scene.perform(1)
        assert scene.moved == 0
        assert scene.map.get_center()[0] == pytest.approx(middle - scene.layout.to_middle, abs=1e-6)


def test_what_is_at_home_stays():
    with on_stage(section("do: plane, show: 2 w_1"), play=True) as scene:
        place = scene.map.get_center()
        scene.go_home()
        assert scene.map.get_center() == pytest.approx(place)
