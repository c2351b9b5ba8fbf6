"""Scenes on axes: what is held can move, and is read out; what is not held is refused."""

from functools import partial

import pytest

from mathora.lesson import Faulty
from tests.scenes import theatre
from tests.scenes.theatre import all_hold, sectioned

HEADER = theatre.HEADER.replace("colors:", "  G(x, k): k x^2\ncolors:")
on_stage = partial(theatre.on_stage, header=HEADER)
section = sectioned("Curve", "{function: G, held: {k: 1}}")


def test_a_parameter_that_varies_takes_the_curve_along():
    with on_stage(section("do: draw", "do: vary, with: {to: 2}")) as scene:
        assert scene.curve.function(1.0) == pytest.approx(2)
        assert "k" in scene.readings.rows
        assert all_hold(scene)


def test_what_is_not_held_is_told():
    with pytest.raises(Faulty), on_stage(section("do: draw").replace(", held: {k: 1}", "")):
        pass


@pytest.mark.parametrize(("body", "heights"), [("100 + x", (98, 102)), (r"10^9 x", (-2e9, 2e9))])
def test_the_axes_grow_for_a_curve_that_they_were_not_made_for(body, heights):
    other = HEADER.replace("  G(x, k)", f"  h(x): {body}\n  G(x, k)")
    with theatre.on_stage(section("do: draw", "do: draw, with: {function: h}"), header=other) as scene:
        window = scene.plot.state
        assert window.low <= heights[0] < heights[1] <= window.high
        assert all_hold(scene)
