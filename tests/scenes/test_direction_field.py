"""A field of directions: marks along it, curves that follow it, Euler's steps; what is wrong is caught."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.draw import StepFailed
from mathora.stage.figures.curve.field import drifted, euler_steps, followed
from tests.scenes.theatre import ASPECTS, all_hold, drawn, drawn_whole, on_stage, proven_section

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  f(x, y): y
  r(x, y): \frac{1}{x}
  q(x, y): \frac{y}{x}
  u(x, y): -y
  v(x, y): x
  s(x, y): -10^{9} y
  w(a, b): a b
  e(x): x
sections:
"""

GROWTH = r"""
  - id: growth
    title: Growth
    scene: DirectionField
    with: {up: f, span: [-2, 2], heights: [-1, 4]}
    steps:
      - {do: follow, with: {at: {x: 0, y: 1}}, say: a}
      - {do: euler, with: {at: {x: 0, y: 1}, size: 0.5, count: 2}, say: b}
"""

TURNS = r"""
  - id: turns
    title: It turns
    scene: DirectionField
    with: {across: u, up: v}
    steps:
      - {do: field, say: a}
      - {do: drift, say: b}
      - {do: follow, with: {at: {x: 1, y: 0}}, say: c}
      - {do: drift, say: d}
"""


def test_a_curve_is_the_solution_through_its_point():
    with on_stage(GROWTH, header=MODEL) as scene:
        points = followed(scene.plane_field, scene.plot, np.array([0.0, 1.0]))
        assert points[:, 1] == pytest.approx(np.exp(points[:, 0]), rel=1e-6)
        assert followed(scene.plane_field, scene.plot, np.array([0.0, 1.0]), -1)[-1][0] == pytest.approx(-2, abs=0.03)


def test_a_curve_ends_at_a_place_without_a_value_even_if_both_sides_of_it_agree():
    with on_stage(GROWTH.replace("up: f", "up: q").replace("x: 0", "x: 1"), header=MODEL) as scene:
        back = followed(scene.plane_field, scene.plot, np.array([1.0, 0.5]), -1)
        assert back[:, 1] == pytest.approx(back[:, 0] / 2)
        assert 0 <= back[:, 0].min() < 0.03
        ways = drifted(scene.plane_field, scene.plot, np.array([[-0.5, 0.5], [0.5, 0.5]]))(1)
        assert [bool(np.isfinite(one).all()) for one in ways] == [False, True]


def test_eulers_steps_stay_below_a_growing_curve():
    with on_stage(GROWTH, header=MODEL) as scene:
        assert euler_steps(scene.plane_field, np.array([0.0, 1.0]), 0.5, 2) == pytest.approx(
            np.array([[0, 1], [0.5, 1.5], [1, 2.25]])
        )


def test_a_closed_way_is_gone_once():
    with on_stage(TURNS, header=MODEL) as scene:
        points = followed(scene.plane_field, scene.plot, np.array([1.0, 0.0]))
        assert np.hypot(*points.T) == pytest.approx(np.ones(len(points)), abs=1e-4)
        assert points[-1] == pytest.approx(points[0])


def test_where_the_field_has_no_value_there_is_no_mark():
    with on_stage(GROWTH.replace("up: f", "up: r").replace("x: 0", "x: 1"), play=False, header=MODEL) as scene:
        assert np.isfinite(scene.marks.ways).all()


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [GROWTH, TURNS, TURNS.replace("across: u, up: v", "across: f, up: s")])
def test_what_is_claimed_holds_on_every_frame_inside_the_frame(section, aspect):
    with on_stage(section, aspect, play=False, header=MODEL) as scene:
        assert drawn_whole(scene) == []
        assert all_hold(scene)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda scene: scene.marks.picture.submobjects[4].rotate(0.02), "each mark points along the field"),
        (lambda scene: scene.curves[0].rotate(0.2), "the curve runs along the field"),
        (lambda scene: scene.curves[-1][1].scale(1.1), "each step goes along the field"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(GROWTH, header=MODEL) as scene:
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("up: f", "up: e", "expected a function of"),
        ("up: f", "up: f, across: w", "expected a function of"),
        ("follow, with: {at: {x: 0, y: 1}}", "follow, with: {at: {x: 9, y: 1}}", "expected a value from"),
        ("size: 0.5", "size: 0", "above zero"),
        ("size: 0.5, count: 2", "size: 50, count: 2", "out of the window"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises((Faulty, StepFailed), match=told), on_stage(GROWTH.replace(good, bad), header=MODEL):
        pass


def test_a_field_is_no_function_of_one_variable():
    with pytest.raises(Faulty, match="variable"):
        proven_section(GROWTH.replace("up: f", "up: e"), MODEL)


def test_no_curve_and_no_mark_goes_through_a_number_of_the_axes():
    steps = "      - {do: follow, with: {at: {x: 1, y: 0}}, say: a}\n"
    with on_stage(TURNS.split("    steps", maxsplit=1)[0] + "    steps:\n" + steps, header=MODEL) as scene:
        assert not scene.plot.crossed()
        assert not scene.plot.writes_on(np.array([mark.get_center() for mark in scene.marks.picture])).any()
        scene.plot.numbers[0].move_to(scene.plot.point(0, 1))  # a planted fault: onto the curve
        assert scene.plot.crossed()


def test_no_curve_has_the_colour_of_the_marks():
    colours = MODEL.replace("sections:", "colors: {f: yellow}\nsections:")
    with on_stage(GROWTH, header=colours) as scene:
        marks = scene.theme.palette["yellow"].lower()
        hues = [scene.curves[0].get_stroke_color().to_hex().lower(), scene.curves[-1][0].get_stroke_color().to_hex()]
        assert marks not in hues


def test_a_field_that_comes_a_second_time_stays_where_it_stands():
    again = "      - {do: field, say: a, show: 'f(x, y) = y'}\n      - {do: field, say: a}\n"
    text = GROWTH.replace("    steps:\n", "    steps:\n" + again)
    with on_stage(text, play=False, header=MODEL) as scene:
        drawn(scene, 0)
        drawn(scene, 1)
        assert scene.marks.astray() < 1e-6


def test_a_field_that_is_alone_stands_in_the_middle_until_the_first_formula():
    shown = "      - {do: stay, say: b, show: 'f(x, y) = y'}\n"
    text = GROWTH.replace("    steps:\n", "    steps:\n      - {do: field, say: a}\n") + shown
    with on_stage(text, play=False, header=MODEL) as scene:
        drawn(scene, 0)
        assert scene.plot.graph.frame.get_center()[0] > scene.layout.figure.centre[0] + 1
        for index in (1, 2, 3):
            drawn(scene, index)
        assert abs(scene.plot.graph.frame.get_center()[0] - scene.layout.figure.centre[0]) < 0.5
        starts = [scene.plot.graph.model_of(one.get_center()) for one in scene.dots_left[:1]]
        assert starts[0] == pytest.approx((0, 1), abs=1e-6)


def test_dots_that_drift_out_of_the_window_stop_while_half_of_them_are_seen():
    source = MODEL.replace("u(x, y): -y", "u(x, y): x").replace("v(x, y): x", "v(x, y): y")
    section = (
        GROWTH.split("    with:", maxsplit=1)[0]
        + "    with: {across: u, up: v}\n    steps:\n      - {do: drift, say: a}\n"
    )
    with on_stage(section, header=source) as scene:
        seen = [dot for dot in scene.dots if dot.get_fill_opacity() > 0]
        assert len(seen) >= len(scene.dots) / 2
