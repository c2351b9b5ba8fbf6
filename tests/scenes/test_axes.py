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


@pytest.mark.parametrize(("body", "heights"), [("3 x", (0, 2)), ("5 + 0 x", (0, 5))])
def test_heights_that_are_given_stay_unless_nothing_of_a_curve_were_seen(body, heights):
    other = HEADER.replace("  G(x, k)", f"  h(x): {body}\n  G(x, k)")
    given = sectioned("Curve", "{function: G, held: {k: 1}, span: [0, 2], heights: [0, 2]}")
    with theatre.on_stage(given("do: draw", "do: draw, with: {function: h}"), header=other) as scene:
        window = scene.plot.state
        assert window.high >= heights[1]
        assert (window.high > 2) == (heights[1] > 2)


def test_a_parameter_is_read_where_a_curve_that_depends_on_it_stands():
    other = HEADER.replace("  G(x, k)", "  h(x): 3 x\n  G(x, k)")
    given = sectioned("Curve", "{function: h, others: [G], held: {k: 1}}")
    steps = "do: draw", "do: draw, with: {function: G}"
    with theatre.on_stage(given(steps[0]).replace("h, others: [G]", "G"), header=other) as scene:
        assert list(scene.readings.rows) == ["k"]
    with theatre.on_stage(
        given("do: draw, with: {function: h}").replace("h, others: [G]", "G, others: [h]"), header=other
    ) as scene:
        assert list(scene.readings.rows) == []
    with theatre.on_stage(given(steps[0]), header=other) as scene:
        assert list(scene.readings.rows) == []
    with theatre.on_stage(given(*steps), header=other) as scene:
        assert list(scene.readings.rows) == ["k"]
