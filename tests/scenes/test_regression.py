"""A curve among points: points, curve, residuals, squares and loss are the model's, on every frame."""

import itertools
import re

import numpy as np
import pytest
from manim import UP

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.curves import descended
from mathora.stage.draw import StepFailed
from mathora.stage.figures.data.loss_ways import StepArrows
from mathora.stage.figures.data.springs import Springs
from mathora.stage.space.contours import LevelCurve
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, outside, seen_of

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  x_i: {data: [1, 2, 3, 4, 5]}
  y_i: {data: [2, 3, 5, 5, 7]}
  u_i: {data: [1, 2]}
  c_i:
  n: 5
  f(x, m, b): m x + b
  L(m, b): \frac{1}{n} \sum_{i=1}^{n} (y_i - (m x_i + b))^2
  A(m, b): \sum_{i=1}^{n} |y_i - (m x_i + b)|
  g(x, k): k x
  K(k): \frac{1}{n} \sum_{i=1}^{n} (y_i - k x_i)^2
  r(x, k): \sqrt{k - x}
  q(x, c_0, c_1, c_2, c_3, c_4): c_0 + c_1 x + c_2 x^2 + c_3 x^3 + c_4 x^4
  u(x, c_0, c_1): (c_0 + c_1) x
colors: {m: blue, b: orange}
sections:
"""

LINE = r"""
  - id: line
    title: Fitting a line
    scene: Regression
    with: {x: x_i, y: y_i, function: f, at: {m: 0.4, b: 4}, loss_of: L}
    steps:
      - {do: points, say: a}
      - {do: line, say: b}
      - {do: residuals, say: c}
      - {do: squares, say: d, show: 'L(m, b) = \frac{1}{n} \sum_{i=1}^{n} (y_i - (m x_i + b))^2'}
      - {do: loss, say: e}
      - {do: slide, with: {to: {b: 1}}, say: f}
      - {do: best, say: g, show: '\nabla L(1.2, 0.8) = (0, 0)'}
"""

SLOPE = r"""
  - id: slope
    title: Fitting a slope
    scene: Regression
    with: {x: x_i, y: y_i, function: g, at: {k: 0.4}, loss_of: K}
    steps:
      - {do: descend, with: {rate: 0.03, count: 4}, say: a}
      - {do: squares, say: b}
      - {do: best, say: c}
"""


OTHERS = r"""
  - id: others
    title: Other curves
    scene: Regression
    with: {x: x_i, y: y_i, function: f, at: {m: 0.4, b: 4}}
    steps:
      - {do: best, say: a}
      - {do: bells, with: {deviation: 0.5}, say: b}
      - {do: refit, with: {function: q, keep: true}, say: c}
      - {do: squares, say: d}
      - {do: bells, with: {deviation: 0.2}, say: e}
      - {do: slide, with: {to: {b: 1}}, say: f}
"""


def first(count, section=LINE):
    head, steps = section.split("    steps:\n")
    return head + "    steps:\n" + "".join(steps.splitlines(keepends=True)[:count])


def test_every_row_of_the_data_is_a_point():
    with on_stage(first(1), header=MODEL) as scene:
        assert len(scene.scatter.dots) == 5
        at = [scene.scatter.graph.model_of(dot.get_center()) for dot in scene.scatter.dots]
        assert np.array(at) == pytest.approx(np.array([[1, 2], [2, 3], [3, 5], [4, 5], [5, 7]]))


def test_the_best_line_is_where_the_gradient_is_zero():
    with on_stage(LINE, header=MODEL) as scene:
        assert scene.fit.here() == pytest.approx([1.2, 0.8])
        assert scene.fit.total() == pytest.approx(0.8)


def test_what_is_said_of_one_place_leaves_before_the_curve_does():
    steps = LINE.replace("say: f}", "say: f, show: '\\nabla L(1.2, 0.8) = (0, 0)'}")
    with on_stage(steps, play=False, header=MODEL) as scene:
        for index in range(5):
            scene.perform(index)
        stood, go = [], scene._go
        scene._go = lambda *where: (stood.append([one.wording for one in scene.panel]), go(*where))
        scene.perform(5)
        scene.perform(6)
        assert stood == [[r"\nabla L(1.2, 0.8) = (0, 0)"], []]


def test_without_a_loss_a_curve_is_best_where_its_squares_are_least():
    with on_stage(first(1, OTHERS), header=MODEL) as scene:
        assert scene.fit.here() == pytest.approx([1.2, 0.8])
        assert scene.loss_reading[0].value() == pytest.approx(0.8 / 5)


def test_a_curve_with_a_parameter_for_each_point_meets_them_all_and_the_first_one_comes_back():
    with on_stage(OTHERS, play=False, header=MODEL) as scene:
        for index in range(5):
            drawn(scene, index)
        assert len(scene.fit.parameters) == 5
        assert scene.fit.total() == pytest.approx(0, abs=1e-18)
        assert all_measured(scene)
        drawn(scene, 5)
        assert scene.fit.here() == pytest.approx([1.2, 1.0])
        assert scene.errors not in scene.mobjects


def test_descent_goes_the_models_way_and_leaves_a_mark_for_each_step():
    with on_stage(first(1, SLOPE), header=MODEL) as scene:
        k = 0.4
        for _ in range(4):
            k -= 0.03 * (2 / 5) * sum(x * (k * x - y) for x, y in zip((1, 2, 3, 4, 5), (2, 3, 5, 5, 7), strict=True))
        assert scene.fit.here() == pytest.approx([k])
        lines, marks = scene.picture.trail[1::2], scene.picture.trail[::2]
        assert len(lines) == len(marks) == 4
        for line, mark in zip(lines, [*marks[1:], scene.picture.dot], strict=True):
            assert line.points[-1] == pytest.approx(mark.get_center()), "a line ends where its step did"


def test_what_is_claimed_holds_on_every_frame():
    with on_stage(LINE, play=False, header=MODEL) as scene:
        for index in range(7):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [LINE, SLOPE, OTHERS])
def test_all_of_it_stays_inside_the_frame_in_any_order(section, aspect):
    with on_stage(section, aspect, header=MODEL) as scene:
        assert outside(scene) == []


def curve_off(scene):
    scene.fit.curve.clear_updaters()
    scene.fit.curve.shift(np.array([0, 0.05, 0]))


def residual_off(scene):
    scene.fit.residuals.clear_updaters()
    scene.fit.residuals[1].shift(np.array([0.05, 0, 0]))


def square_off(scene):
    scene.fit.squares.clear_updaters()
    scene.fit.squares[0].stretch(1.1, 0)


def dot_off(scene):
    scene.picture.dot.clear_updaters()
    scene.picture.dot.shift(np.array([0.05, 0, 0]))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda scene: scene.scatter.dots.remove(scene.scatter.dots[2]), "every row of the data is a point"),
        (lambda scene: scene.scatter.dots[2].shift(np.array([0.1, 0, 0])), "every row of the data is a point"),
        (curve_off, "the curve's points satisfy the model"),
        (residual_off, "a residual joins its point with the curve"),
        (square_off, "as wide and as high as its residual"),
        (dot_off, "the point on the loss stands at the parameters"),
        (lambda scene: scene.picture.ground[0].shift(np.array([0.2, 0, 0])), "a level set has one value"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(LINE, play=False, header=MODEL) as scene:
        for index in range(5):
            scene.perform(index)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            drawn(scene, 5)


@pytest.mark.parametrize(
    ("steps", "spoil", "told"),
    [
        (3, lambda scene: scene.fit.parameters["c_0"].increment_value(0.1), "no curve of its kind has less"),
        (3, lambda scene: cut_elsewhere(scene.fit), "the axes cut the curve where it leaves them"),
        (2, lambda scene: still(scene.errors).bells[1].shift(UP), "a bell is widest on the curve"),
        (2, lambda scene: still(scene.errors).lines[1].stretch(1.2, 0), "a point's line is as long as its bell"),
    ],
)
def test_a_false_bell_or_fit_stops_the_picture(steps, spoil, told):
    with on_stage(OTHERS, play=False, header=MODEL) as scene:
        for index in range(steps):
            scene.perform(index)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            drawn(scene, steps)


def cut_elsewhere(fit):
    """The ends of the curve's first part, which lie on the axes' edge, moved along it."""
    still(fit.curve).points[0] += np.array([0.3, 0, 0])


def still(group):
    group.clear_updaters()
    return group


def test_a_best_place_where_the_gradient_is_not_zero_stops_the_picture():
    told = "the gradient of the loss is zero"
    with on_stage(LINE, play=False, header=MODEL) as scene:
        for index in range(6):
            scene.perform(index)
        scene.low = scene.low._replace(at=scene.low.at + 0.01)
        with pytest.raises(InvariantViolated, match=told):
            drawn(scene, 6)


TANGENT = SLOPE.replace("      - {do: descend", "      - {do: tangent, say: t}\n      - {do: descend")


def test_the_tangent_of_the_loss_lies_level_at_the_best_place():
    with on_stage(TANGENT, header=MODEL) as scene:
        assert scene.picture.flat[0].seen_slope() == pytest.approx(0, abs=1e-6)


def test_a_tangent_that_is_turned_stops_the_picture():
    with on_stage(TANGENT, play=False, header=MODEL) as scene:
        scene.perform(0)
        still(scene.picture.flat[0]).rotate(0.1)
        with pytest.raises(InvariantViolated, match="the tangent has the slope of the loss"):
            drawn(scene, 1)


FLAT = (
    LINE[: LINE.index("      - {do: slide")] + "      - {do: flat, with: {by: b}, say: f}\n      - {do: best, say: g}\n"
)


def test_where_the_slope_by_a_parameter_is_zero_is_a_line_through_the_lowest_place():
    with on_stage(FLAT, header=MODEL) as scene:
        m, b = np.array([scene.picture.graph.model_of(point) for point in scene.picture.flat[0].points]).T
        assert b == pytest.approx(4.4 - 3 * m, abs=1e-6)
        assert np.ptp(m) > 1
        assert scene.fit.here() == pytest.approx([1.2, 0.8])


def test_a_line_of_zero_slope_that_is_elsewhere_stops_the_picture():
    with on_stage(FLAT, play=False, header=MODEL) as scene:
        for index in range(6):
            scene.perform(index)
        scene.picture.flat[0].shift(0.1 * UP)
        with pytest.raises(InvariantViolated, match="slope by b is zero on its line"):
            drawn(scene, 6)


def test_the_loss_leaves_with_its_curve_and_what_was_true_of_it_is_no_longer_asked():
    left = FLAT.replace("best, say", "refit, with: {function: q}, say")
    with on_stage(left + "      - {do: slide, with: {to: {b: 1}}, say: h}", play=False, header=MODEL) as scene:
        pictures = [scene.perform(index) or scene.picture for index in range(8)]
        gone = {pictures[5].dot, *pictures[5].ground, *pictures[5].flat}
        assert not gone & {*scene.get_mobject_family_members()}


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("x: x_i", "x: u_i", "found 5 numbers of y_i and 2 of u_i"),
        ("x: x_i", "x: c_i", "found c_i, which has no data"),
        ("loss_of: L", "loss_of: K", "expected a function of m, b"),
        ("loss_of: L", "loss_of: A", "found A, which from .* no place that alone is lowest"),
        ("to: {b: 1}", "to: {x: 1}", "found x, expected parameters of f: m, b"),
        ("to: {b: 1}", "to: {b: 30}", "found a curve that is at .* outside of the axes"),
        (", loss_of: L", "", "needs 'loss_of'"),
        ("do: slide, with: {to: {b: 1}}", "do: flat, with: {by: x}", "found x"),
        ("do: slide, with: {to: {b: 1}}", "do: refit, with: {function: u}", "found u, .* 2 parameters for 5 points"),
        ("do: slide, with: {to: {b: 1}}", "do: bells, with: {deviation: 0}", "found 0, expected a number above zero"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises((Faulty, StepFailed), match=told), on_stage(LINE.replace(good, bad), header=MODEL):
        pass


def test_steps_that_leave_the_picture_are_told():
    bold = SLOPE.replace("rate: 0.03", "rate: 0.2")
    with pytest.raises(Faulty, match=r"of which step \d leaves the picture of K"), on_stage(bold, header=MODEL):
        pass


def test_more_steps_than_can_be_followed_are_told_before_anything_is_drawn():
    with pytest.raises(Faulty, match="count: found 99"), on_stage(SLOPE.replace("count: 4", "count: 99"), header=MODEL):
        pass


def test_rounding_errors_of_zero_give_a_reading_no_digits_and_readings_make_way():
    even = MODEL.replace("y_i: {data: [2, 3, 5, 5, 7]}", "y_i: {data: [-2, -1, 0, 1, 2]}").replace(
        "x_i: {data: [1, 2, 3, 4, 5]}", "x_i: {data: [-2.1, -1.2, 0.3, 0.9, 2.1]}"
    )
    steps = "{do: descend, with: {rate: 0.1, count: 3}, say: a}"
    head = LINE.split("    steps", maxsplit=1)[0].replace("{m: 0.4, b: 4}", "{m: 0, b: 0}")
    with on_stage(f"{head}    steps:\n      - {steps}\n", header=even) as scene:
        assert all(len(one.number.wording) <= 6 for one in scene.readings)
        edges = [(one.shown_left()[0], one.number.end) for one in (*scene.readings, *scene.loss_reading)]
        assert all(end < start for (_, end), (start, _) in itertools.pairwise(edges))
        scene.readings[0].shift([5, 0, 0])  # a planted fault: one stands where the next is
        scene.readings[1].update()
        assert scene.readings[1].shown_left()[0] > scene.readings[0].number.end


def test_without_formulas_the_loss_has_all_of_their_place():
    heights = []
    for section in (LINE, re.sub(r", show: '.*'", "", LINE)):
        with on_stage(section, header=MODEL) as scene:
            heights.append(scene.picture.graph.frame.height)
    assert heights[1] > 1.1 * heights[0]


def test_without_a_loss_and_formulas_the_squares_have_room_to_level_out():
    section = (
        re.sub(r", show: '.*'|, loss_of: L", "", LINE).partition("      - {do: loss")[0]
        + "      - {do: mean, say: e}\n"
    )
    with on_stage(section, play=False, header=MODEL) as scene:
        for index in range(scene.length):
            drawn(scene, index)
        assert min(one.width for one in scene.columns[0]) > 0.2
        assert all_measured(scene)


SPRINGS = LINE.replace("{do: points, say: a}", "{do: springs, say: a}").replace(
    "      - {do: loss, say: e}", "      - {do: mean, say: m}\n      - {do: loss, say: e}"
)


def test_springs_turn_into_the_points_that_they_measure():
    with on_stage(first(1, SPRINGS), play=False, header=MODEL) as scene:
        drawn(scene, 0)
        at = [scene.scatter.graph.model_of(dot.get_center()) for dot in scene.scatter.dots]
        assert np.array(at) == pytest.approx(np.array([[1, 2], [2, 3], [3, 5], [4, 5], [5, 7]]))


def test_a_spring_turned_over_ends_at_its_point():
    with on_stage(first(1, SPRINGS), header=MODEL) as scene:
        springs = Springs(scene.scatter, scene.theme)
        for pull in springs.pulls:
            pull.set_value(1)
        springs.turn.set_value(1)
        springs.update()
        ends = [coil.points[-1] for coil in springs.coils]
        assert np.array(ends) == pytest.approx(np.array([dot.get_center() for dot in scene.scatter.dots]))
        springs.coils[1].shift(np.array([0, 0.1, 0]))
        assert springs.off_end() > 0.05, "a planted fault is seen"


def test_squares_level_out_to_columns_of_their_mean_area():
    with on_stage(first(5, SPRINGS), header=MODEL) as scene:
        (columns,) = scene.columns
        areas = [np.ptp(one.points[:, :2], axis=0).prod() for one in scene.fit.squares]
        assert [one.width * one.height for one in columns] == pytest.approx([np.mean(areas)] * 5)
        columns.clear_updaters()
        columns[0].stretch(1.5, 1)
        assert columns.off_area() > 0.01, "a planted fault is seen"


@pytest.mark.parametrize("aspect", ASPECTS)
def test_springs_and_columns_stay_inside_the_frame(aspect):
    with on_stage(SPRINGS, aspect, header=MODEL) as scene:
        assert outside(scene) == []


def test_a_square_lies_on_its_points_side_of_the_line():
    with on_stage(first(4), header=MODEL) as scene:
        for square, dot, residual in zip(scene.fit.squares, scene.scatter.dots, scene.fit.residuals, strict=True):
            above = dot.get_y() > residual.points[-1][1]
            assert square.get_x() <= dot.get_x() if above else square.get_x() >= dot.get_x()


def test_the_loss_has_the_share_that_it_is_given():
    with on_stage(LINE.replace("loss_of: L}", "loss_of: L, share: 0.5}"), header=MODEL) as scene:
        assert scene.picture.graph.frame.width == pytest.approx(scene.scatter.graph.frame.width, rel=0.1)
    with (
        pytest.raises(Faulty, match="share"),
        on_stage(LINE.replace("loss_of: L}", "loss_of: L, share: 0}"), header=MODEL),
    ):
        pass


def test_the_rings_are_whole_and_carry_their_values():
    with on_stage(LINE, header=MODEL) as scene:
        rings = [one for one in scene.picture.ground if isinstance(one, LevelCurve)]
        assert all(len(one.branches) == 1 for one in rings)
        assert len(scene.picture.ground) > len(rings)


MAP = (
    first(0)
    + """      - {do: loss, say: a}
"""
)


def test_round_a_ring_the_loss_stays_and_the_parameters_come_back():
    with on_stage(MAP + "      - {do: ring, say: b}\n", play=False, header=MODEL) as scene:
        scene.perform(0)
        scene.invariant("the loss stays", lambda: float(scene.loss_of.value(*scene.fit.here())) - 2.08, 5e-3)
        scene.perform(1)
        assert scene.fit.here() == pytest.approx([0.4, 4])


def test_on_its_way_down_the_line_behind_the_point_ends_at_it_on_every_frame():
    steps = "      - {do: descend, with: {rate: 0.05, count: 2}, say: b}\n"
    with on_stage(MAP + steps, play=False, header=MODEL) as scene:

        def behind() -> float:
            way = scene.picture.trail[1::2]
            if not len(way) or not len(way[-1].points):
                return 0.0
            return float(np.abs(way[-1].get_end() - scene.picture.dot.get_center()).max())

        scene.perform(0)
        scene.invariant("the way ends at the point", behind, 1e-6)
        scene.perform(1)
        assert len(scene.picture.trail) == 4


def test_a_map_that_is_stretched_holds_the_steps_and_goes_back_to_the_whole():
    closer = "      - {do: closer, with: {rate: 0.07, count: 6}, say: b}\n"
    with on_stage(MAP + closer + MAP.splitlines(keepends=True)[-1], play=False, header=MODEL) as scene:
        scene.perform(0)
        whole = scene.picture.spans
        scene.perform(1)
        near = scene.picture.spans
        way = descended(scene.loss_of, scene.fit.here(), 0.07, 6)
        assert all(span.low <= one <= span.high for place in way for one, span in zip(place, near, strict=True))
        assert all(one.length < other.length for one, other in zip(near, whole, strict=True))
        scene.invariants.measure(0)
        scene.perform(2)
        assert scene.picture.spans == whole


def test_the_arrow_of_a_step_ends_where_the_step_does_and_leaves_with_it():
    steps = "      - {do: downhill, with: {rate: 0.05}, say: b}\n      - {do: descend, with: {rate: 0.05}, say: c}\n"
    with on_stage(MAP + steps, play=False, header=MODEL) as scene:
        scene.perform(0)
        scene.perform(1)
        end = scene.picture.graph.model_of(scene.arrows[-1].tip)
        scene.arrows[-1].shift(0.1 * UP)
        with pytest.raises(InvariantViolated, match="an arrow ends where its step does"):
            scene.invariants.measure(0)
        scene.arrows[-1].shift(-0.1 * UP)
        scene.perform(2)
        assert scene.fit.here() == pytest.approx(end)
        assert scene.arrows not in scene.mobjects


@pytest.mark.parametrize(
    "then", ["{do: ring", "{do: closer, with: {rate: 0.07, count: 6}", "{do: slide, with: {to: {m: 0.5}}", "{do: loss"]
)
def test_arrows_of_a_step_stand_once_and_leave_before_the_point_or_the_map_moves(then):
    step = "      - {do: downhill, with: {rate: 0.05}, say: b}\n"
    with on_stage(MAP + step * 2 + f"      - {then}, say: c}}\n", play=False, header=MODEL) as scene:
        arrows = lambda: [one for one in scene.mobjects if isinstance(one, StepArrows)]  # noqa: E731 - those that stand
        for index, count in enumerate((0, 1, 1, 0)):
            scene.perform(index)
            assert len(arrows()) == count


def test_each_residual_has_its_sign_until_the_squares_come():
    with on_stage(first(4), play=False, header=MODEL) as scene:
        for index in range(3):
            scene.perform(index)
        assert scene.fit.signs in scene.mobjects
        strokes = [len(sign.get_subpaths()) for sign in scene.fit.signs]
        assert strokes == [1, 1, 0, 1, 2], "below, below, nearly on the line, below, above"
        scene.perform(3)
        assert scene.fit.signs not in scene.mobjects


def test_a_square_where_no_point_is_cannot_be_lit():
    steps = first(4) + "      - {do: light, with: {of: 3.4}, say: e}\n"
    with (
        pytest.raises(Faulty, match=r"found 3\.4, where no point is; the nearest one of x_i is at 3"),
        on_stage(steps, play=False, header=MODEL),
    ):
        pass


def test_one_square_is_lit_and_then_all_are_as_they_were():
    steps = first(4) + "      - {do: light, with: {of: 3}, say: e}\n      - {do: light, say: f}\n"
    with on_stage(steps, play=False, header=MODEL) as scene:
        for index in range(5):
            scene.perform(index)
        areas = [one.get_fill_opacity() for one in scene.fit.squares]
        assert areas.index(max(areas)) == 2
        assert max(areas) > 5 * sorted(areas)[-2]
        scene.perform(5)
        assert len({one.get_fill_opacity() for one in scene.fit.squares}) == 1


def test_the_loss_of_one_parameter_is_traced_while_it_turns():
    section = first(0, SLOPE) + "      - {do: loss, say: a}\n"
    with on_stage(section, play=False, header=MODEL) as scene:
        turned = seen_of(scene, lambda: scene.fit.parameters["k"])
        drawn(scene, 0)
        low, high = scene.picture.spans[0]
        assert (min(turned), max(turned), turned[-1]) == pytest.approx((low, high, 0.4))


def test_where_two_lines_of_zero_slope_cross_the_place_is_marked_and_the_way_there_has_left():
    steps = first(5) + "".join(
        f"      - {{do: {one}, say: x}}\n"
        for one in ("descend, with: {rate: 0.07, count: 2}", "flat, with: {by: b}", "flat, with: {by: m}")
    )
    with on_stage(steps, header=MODEL) as scene:
        *_, ring = scene.picture.flat
        assert ring.get_center() == pytest.approx(scene.picture.graph.point(1.2, 0.8), abs=1e-6)
        assert not len(scene.picture.trail)
        assert all(isinstance(one, LevelCurve) for one in scene.picture.ground)


STEP = r"""
  - id: step
    title: A step
    scene: Regression
    with: {x: x_i, y: y_i, function: s, at: {a: 1.5, b: 1, c: 3}}
    steps:
      - {do: squares, say: a}
      - {do: slide, with: {to: {a: 3.5}}, say: b, show: 'n = 5'}
"""
STEPS = MODEL.replace("colors:", r"  s(x, a, b, c): b + \frac{c - b}{2} (1 + \operatorname{sgn}(x - a))" "\ncolors:")


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_curve_stands_in_the_middle_until_a_formula_comes_and_three_parameters_leave_room_for_the_error(aspect):
    with on_stage(STEP, aspect, header=STEPS, play=False) as scene:
        drawn(scene, 0)
        middle = scene.scatter.graph.frame.get_center()[0]
        assert abs(middle - scene.layout.frame.centre[0]) < 0.5
        assert scene.loss_reading[0] in scene.get_mobject_family_members()
        rows = {round(float(one.get_center()[1]), 2) for one in (scene.loss_reading[0], scene.readings[0])}
        assert len(rows) == 2
        drawn(scene, 1)
        home = scene.scatter.graph.frame.get_center()[0]
        assert home < middle - 1 or scene.layout.upright
        assert outside(scene) == []
        assert all_measured(scene)
