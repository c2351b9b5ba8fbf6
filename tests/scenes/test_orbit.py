"""A path by two functions of one parameter: the point follows the parameter, and what is traced its coordinate."""

from functools import partial

import pytest

from tests.scenes import theatre
from tests.scenes.theatre import all_hold, sectioned

HEADER = theatre.HEADER.replace("colors:", "  c(t_1): \\cos t_1\n  s(t_1): \\sin t_1\ncolors:")
on_stage = partial(theatre.on_stage, header=HEADER)
section = sectioned("ParametricCurve", "{across: c, up: s, span: [0, 2\\pi], trace_of: s}")


def test_the_point_goes_where_the_step_says_and_its_trace_with_it():
    with on_stage(section("do: trace, with: {to: 4}", "do: slide, with: {to: 1}")) as scene:
        assert scene.orbit.state.at == pytest.approx(1)
        assert scene.orbit.off_path() < 1e-6
        assert all_hold(scene)


def test_legs_and_velocity_come_with_their_point():
    with on_stage(section("do: legs", "do: velocity")) as scene:
        assert (scene.orbit.state.point, scene.orbit.state.legs, scene.orbit.state.velocity) == (1, 1, 1)
