"""What is marked on a curve: parts of the axis with words, points that balance, balls that descend."""

import pytest
from manim import RIGHT, UP

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.draw import StepFailed
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, outside

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  f(x): \frac{x^2}{2} + \frac{1}{2}
  g(x, a): a x^2
  h(x): {is: '\sqrt{x}', domain: x \ge 0}
sections:
"""

MARKS = r"""
  - id: marks
    title: Marks
    scene: Curve
    with: {function: f, span: [-2, 3]}
    steps:
      - {do: part, with: {over: [-2, 0], says: falls}, say: a}
      - {do: balance, with: {at: [-1, 2]}, say: b}
      - {do: balance, with: {at: [-1, 2], weights: [1, 4]}, say: c}
      - {do: balls, with: {at: [2, -1]}, say: d}
      - {do: descend, with: {rate: 0.5, count: 2}, say: e}
      - {do: part, with: {over: [0, 5], says: where it rises for ever and ever}, say: f}
      - {do: stay, say: g}
"""

VARIED = r"""
  - id: varied
    title: Varied
    scene: Curve
    with: {function: g, held: {a: 1}}
    steps:
      - {do: descend, with: {rate: 0.1}, say: a}
      - {do: vary, with: {of: a, to: 2}, say: b}
      - {do: descend, with: {rate: 0.1}, say: c}
"""


def test_points_balance_at_their_weighted_mean_and_the_curve_is_below():
    with on_stage(MARKS, play=False, header=MODEL) as scene:
        for index in range(3):
            scene.perform(index)
        figure = scene.balanced
        assert (figure.mean, figure.mean_height, figure.height_at_mean) == pytest.approx((1.4, 2.2, 1.48))
        assert scene.plot.graph.model_of(figure.centre.get_center()) == pytest.approx((1.4, 2.2))
        assert scene.plot.graph.model_of(figure.below.get_center()) == pytest.approx((1.4, 1.48))


def test_other_points_are_read_anew_and_all_readings_are_of_one_size():
    others = MARKS.replace("weights: [1, 4]", "weights: [1, 1]").replace("at: [-1, 2], weights", "at: [0, 1], weights")
    with on_stage(others, play=False, header=MODEL) as scene:
        for index in range(3):
            scene.perform(index)
        rows = scene.readings.rows
        assert [row.value() for row in rows.values()] == pytest.approx([0.5, 0.75, 0.625])
        assert len({round(row.sign.height, 6) for row in rows.values()} - {0}) <= 2  # the signs = and ≈


@pytest.mark.parametrize(
    ("steps", "quiet"),
    [
        ("{do: balls, with: {at: [1, 2]}, say: a}", True),
        ("{do: balls, with: {at: [1]}, say: a}", False),
        ("{do: point, say: a}", False),
        ("{do: draw, say: a, show: f(1) = 1}", False),
    ],
)
def test_a_figure_has_the_whole_body_where_nothing_comes_beside_it(steps, quiet):
    section = MARKS.partition("      - ")[0] + f"      - {steps}\n"
    with on_stage(section, header=MODEL) as scene:
        assert scene.opening.quiet is quiet
        assert (scene.layout.figure.width == pytest.approx(scene.layout.body.width)) is quiet
    with on_stage(section.replace("{function: f,", "{function: g, held: {a: 1},"), header=MODEL) as held:
        assert not held.opening.quiet, "the parameter is read out"


def test_each_ball_steps_against_the_slope():
    with on_stage(MARKS, play=False, header=MODEL) as scene:
        for index in range(5):
            scene.perform(index)
        assert scene.rolling.ways == [pytest.approx([2, 1, 0.5]), pytest.approx([-1, -0.5, -0.25])]
        assert scene.rolling.at(0) == pytest.approx(0.5)


def test_each_of_as_many_balls_as_can_be_has_its_own_colour():
    balls = VARIED.replace(
        "    steps:\n", "    steps:\n      - {do: balls, with: {at: [0, 0.2, 0.4, 0.6, 0.8, 1]}, say: z}\n"
    )
    with on_stage(balls, header=MODEL) as scene:
        assert len(set(scene.rolling.colours)) == 6


def test_a_part_beyond_the_window_widens_it_and_long_words_go_over_lines():
    with on_stage(MARKS, header=MODEL) as scene:
        assert scene.plot.state.right == pytest.approx(5)


def test_a_part_takes_the_place_of_one_on_which_it_lies():
    steps = ("[0, 2], says: left", "[2, 3], says: right", "[1, 2], says: nearer")
    halves = "".join(f"      - {{do: part, with: {{over: {one}}}, say: a}}\n" for one in steps)
    with on_stage(MARKS.split("steps:", maxsplit=1)[0] + "steps:\n" + halves, header=MODEL) as scene:
        assert [one.over.low for one in scene.notes] == [2, 1]


def test_where_the_curve_changes_balls_begin_again():
    balls = VARIED.replace("    steps:\n", "    steps:\n      - {do: balls, with: {at: [1]}, say: z}\n")
    with on_stage(balls, header=MODEL) as scene:
        assert scene.rolling.ways == [pytest.approx([1, 1 - 0.1 * 4])]


def test_what_is_claimed_holds_on_every_frame():
    with on_stage(MARKS, play=False, header=MODEL) as scene:
        for index in range(6):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_all_of_it_stays_inside_the_frame_in_any_order(aspect):
    with on_stage(MARKS, aspect, header=MODEL) as scene:
        assert outside(scene) == []


def shifted(figure, part):
    """A part of a figure that moves off its place, while the figure stands still."""
    figure.picture.clear_updaters()
    part(figure).shift(0.1 * (UP + RIGHT))


@pytest.mark.parametrize(
    ("steps", "spoil", "told"),
    [
        (1, lambda scene: shifted(next(iter(scene.notes)), lambda one: one.band), "a band reaches"),
        (6, lambda scene: shifted(next(iter(scene.notes)), lambda one: one.band), "a band reaches from -2 to 0"),
        (2, lambda scene: shifted(scene.balanced, lambda one: one.centre), "the mean of the points"),
        (3, lambda scene: shifted(scene.balanced, lambda one: one.below), "below the middle"),
        (5, lambda scene: shifted(scene.rolling, lambda one: one.trails[0][1]), "as far as the slope says"),
    ],
)
def test_a_planted_fault_stops_the_picture(steps, spoil, told):
    with on_stage(MARKS, play=False, header=MODEL) as scene:
        for index in range(steps):
            scene.perform(index)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            drawn(scene, steps)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("weights: [1, 4]", "weights: [1, 4, 2]", "weights"),
        ("weights: [1, 4]", "weights: [1, 0]", "found 0, expected a number above zero"),
        ("at: [-1, 2]", "at: [2]", "at: found 1"),
        ("rate: 0.5", "rate: -0.5", "expected a number above zero"),
        ("function: f, span: [-2, 3]", "function: h", "found -1, expected a value of 0 or more, the domain of h"),
        ("rate: 0.5, count: 2", "rate: 40, count: 90", "of which step .* leads nowhere on f"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises((Faulty, StepFailed), match=told), on_stage(MARKS.replace(good, bad), header=MODEL):
        pass
