"""A curve among points: residuals reach from each point to it, and the best one has the least squares."""

from functools import partial

import pytest

from tests.scenes import theatre
from tests.scenes.theatre import all_hold, sectioned

MODEL = """  x_i: {data: [0, 1, 2, 3]}
  y_i: {data: [1, 3, 2, 5]}
  l(x, m, c): m x + c
"""
HEADER = theatre.HEADER.replace("colors:", f"{MODEL}colors:")
on_stage = partial(theatre.on_stage, header=HEADER)
section = sectioned("Regression", "{x: x_i, y: y_i, function: l, at: {m: 0, c: 1}}")


def test_of_few_parameters_and_of_how_good_they_are_is_told():
    with on_stage(section("do: points", "do: residuals")) as scene:
        assert len(scene.readings) == 2
        assert len(scene.loss_reading) == 1
        assert all_hold(scene)


def test_the_best_curve_is_that_of_least_squares():
    with on_stage(section("do: best")) as scene:
        assert {key: one.get_value() for key, one in scene.fit.parameters.items()} == pytest.approx(
            {"m": 1.1, "c": 1.1}, abs=1e-6
        )
