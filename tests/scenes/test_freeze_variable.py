"""Freezing a variable: the drawn slice keeps its frozen coordinate, the tangent its slope; faults are caught."""

import warnings

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.surface.lifted_slice import Secant, SliceTangent
from mathora.stage.plane.graph import Graph
from mathora.stage.text.standing_text import standing_texts
from mathora.stage.text.value_label import ValueLabel
from tests.scenes.theatre import ASPECTS, HEADER, drawn, on_stage, proven_section, seen_of, unreadable

HEAD = """
  - id: knob
    title: One knob
    scene: FreezeVariable
    with: {function: L, frozen: {w_2: 1}, moves: w_1}
    steps:
"""
SURFACE = "      - {do: surface, say: a, show: 'L(w_1, 1) = w_1^2 + 3'}\n"
BALL = "      - {do: ball, with: {at: {w_1: 1.5, w_2: 0.5}}, say: b}\n"
FREEZE = "      - {do: freeze, say: c}\n"
LIFT = "      - {do: lift, say: d}\n"
TANGENT = "      - {do: tangent, with: {at: 1.5}, say: e}\n"
SLIDE = "      - {do: slide, with: {to: 0}, say: f}\n"
OTHER = "      - {do: other, with: {frozen: {w_1: 1}, moves: w_2}, say: g}\n"
WHOLE = HEAD + SURFACE + BALL + FREEZE + LIFT + TANGENT + SLIDE
FROZEN = "the frozen variable does not move"


def slice_points(scene):
    """The model points of the slice as it is painted now."""
    return next(curve.points for curve in scene.figure.view().curves if len(curve.points) == 161)


def test_the_painted_slice_and_ball_have_the_frozen_coordinate():
    with on_stage(WHOLE) as scene:
        assert (slice_points(scene)[:, 1] == 1).all()
        assert scene.figure.view().balls[0].at[1] == 1


@pytest.mark.parametrize("then", [FREEZE, SURFACE])
def test_the_surface_comes_back_alone_where_a_slice_stood_beside_it(then):
    """It grew over the slice's axes."""
    with on_stage(HEAD + SURFACE + LIFT + then) as scene:
        assert scene.lifted is None
        assert not any(isinstance(one, Graph) for one in scene.mobjects)
        assert scene.layout == scene.whole


def test_where_a_function_has_no_value_nobody_is_warned():
    model = HEADER.replace("colors:", "  f(x, y): \\ln x\ncolors:")
    scene = (HEAD + "      - {do: surface, say: a}\n" + FREEZE + LIFT).replace("w_2", "y").replace("w_1", "x")
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        unreadable(scene.replace("function: L", "function: f"), model)


@pytest.mark.parametrize("before", [SURFACE, OTHER])
def test_a_tangent_that_needs_the_slice_lifts_it_in_sight(before):
    tangent = TANGENT if before == SURFACE else TANGENT.replace("1.5", "0.5")
    with on_stage(HEAD + before + tangent, play=False) as scene:
        scene.perform(0)
        shares = seen_of(scene, lambda: scene.lifted.share if scene.lifted else None)
        drawn(scene, 1)
        assert any(0 < one < 1 for one in shares)


def test_the_slice_is_the_function_with_the_frozen_variable_put_in():
    with on_stage(WHOLE) as scene:
        points = slice_points(scene)
        assert points[:, 2] == pytest.approx(points[:, 0] ** 2 + 3)


def test_the_lifted_curve_drawn_on_the_graph_is_the_slice():
    with on_stage(WHOLE) as scene:
        ends = [scene.lifted.graph.model_of(point) for point in scene.lifted.curve.points[::40]]
        assert [y for _, y in ends] == pytest.approx([x * x + 3 for x, _ in ends], abs=1e-6)


def test_the_drawn_tangent_has_the_partial_derivative_as_its_slope():
    with on_stage(HEAD + SURFACE + FREEZE + LIFT + TANGENT) as scene:
        assert scene.touching.line.seen_slope() == pytest.approx(3)
        assert scene.touching.slope.number.value == pytest.approx(3)


def test_at_the_bottom_of_the_slice_the_drawn_tangent_is_level():
    with on_stage(WHOLE) as scene:
        start, end = scene.touching.line.points[0], scene.touching.line.points[-1]
        assert end[1] - start[1] == pytest.approx(0, abs=1e-9)


def test_the_ball_on_the_surface_and_the_point_on_the_graph_are_at_one_place():
    with on_stage(HEAD + SURFACE + FREEZE + LIFT + TANGENT) as scene:
        x, y = scene.lifted.graph.model_of(scene.touching.dot.get_center())
        assert scene.figure.view().balls[0].at == pytest.approx((x, 1, y))


def test_a_secant_has_a_slope_of_its_own_which_comes_to_the_tangents():
    with on_stage(HEAD + SURFACE + FREEZE + LIFT) as scene:
        scene.figure.free.set_value(1)
        secant = Secant.of(scene.lifted)
        assert secant.slope.value() == pytest.approx(3)  # (4 - 1) / 1: a quarter of the span away
        secant.apart.set_value(1e-6)
        assert secant.slope.value() == pytest.approx(SliceTangent(scene.lifted).slope.value(), abs=1e-5)


def test_a_point_that_slides_brings_its_tangent_without_a_secant(monkeypatch):
    monkeypatch.setattr(Secant, "of", lambda *_: pytest.fail("a secant came"))
    with on_stage(HEAD + SURFACE + FREEZE + SLIDE) as scene:
        assert scene.touching.line.seen_slope() == pytest.approx(0)


@pytest.mark.parametrize(("at", "stays"), [("{w_1: 1, w_2: 0.5}", 1), ("{w_1: 1.5, w_2: 0.5}", 0)])
def test_a_ball_stays_where_the_other_plane_holds_it_too(at, stays):
    with on_stage(HEAD + BALL.replace("{w_1: 1.5, w_2: 0.5}", at) + FREEZE + OTHER) as scene:
        assert scene.figure.ball_seen.get_value() == stays


@pytest.mark.parametrize("action", ["tangent, with: {at: 1}", "slide, with: {to: 1}"])
def test_where_a_pole_is_between_the_point_leaves_with_its_tangent_and_comes_again(action):
    header = HEADER.replace("L(w_1, w_2): w_1^2 + 3 w_2^2", r"L(w_1, w_2): {is: '\frac{w_2}{w_1}', domain: w_1 \ne 0}")
    steps = "      - {do: tangent, with: {at: -1}, say: a}\n      - {do: " + action + ", say: b}\n"
    with on_stage(HEAD + steps, header=header, play=False) as scene:
        scene.perform(0)
        places = seen_of(scene, lambda: scene.figure.free)
        drawn(scene, 1)
        assert set(places) == {-1.0, 1.0}
        assert scene.touching.line.seen_slope() == pytest.approx(-1)
        assert np.isnan(slice_points(scene)[:, 2]).any()  # where the slice leaves the box, no line joins its parts


def test_the_other_variable_is_then_frozen_and_its_slope_is_six_w_two():
    with on_stage(WHOLE + OTHER + LIFT + "      - {do: tangent, with: {at: 1}, say: h}\n") as scene:
        assert (slice_points(scene)[:, 0] == 1).all()
        assert scene.touching.line.seen_slope() == pytest.approx(6)


AGAIN = LIFT + "      - {do: tangent, with: {at: 1}, say: h}\n"


def rise(scene):
    """The drawn tangent's rise over its run on screen, both in scene units."""
    start, end = scene.touching.line.points[0], scene.touching.line.points[-1]
    return (end[1] - start[1]) / (end[0] - start[0])


def test_both_slices_are_drawn_on_the_same_axes_so_that_twice_the_slope_is_twice_as_steep():
    with on_stage(WHOLE + OTHER + AGAIN, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        first, slope = scene.lifted.graph.y, rise(scene)
        for index in range(5, 9):
            scene.perform(index)
        assert scene.lifted.graph.y == first
        assert rise(scene) == pytest.approx(2 * slope)


def test_the_graph_has_the_heights_of_the_surface():
    with on_stage(HEAD + LIFT) as scene:
        assert scene.lifted.graph.y == pytest.approx((scene.figure.box.low[2], scene.figure.box.high[2]))


def wordings(scene):
    return [standing.mobject.wording for standing in standing_texts(scene.mobjects)]


def test_what_was_said_of_one_slice_leaves_when_the_other_variable_is_set_free():
    with on_stage(WHOLE + OTHER) as scene:
        assert scene.panel == []
        assert "L(w_1, 1) = w_1^2 + 3" not in wordings(scene)


@pytest.mark.parametrize("before", [BALL, BALL + FREEZE])
def test_a_balls_coordinates_leave_with_it(before):
    with on_stage(HEAD + before + OTHER) as scene:
        assert scene.figure.ball_seen.get_value() == 0
        assert scene.figure.drops_seen.get_value() == 0
        assert not any(isinstance(one, ValueLabel) for one in scene.mobjects)


def test_the_height_of_a_ball_stays_in_the_picture_however_long_it_is():
    header = HEADER.replace("w_1^2 + 3 w_2^2", "10^{-9} w_1 w_2")
    with on_stage(HEAD + BALL.replace("1.5", "1").replace("0.5", "1"), "9:16", header=header) as scene:
        assert all(scene.layout.frame.holds(one) for one in scene.figure.readings)


def test_a_second_ball_has_the_only_coordinates():
    with on_stage(HEAD + BALL * 2) as scene:
        assert len([one for one in scene.mobjects if isinstance(one, ValueLabel)]) == 3


def test_a_slice_that_is_lifted_already_is_not_lifted_twice():
    with on_stage(HEAD + LIFT * 2) as scene:
        assert len([one for one in scene.mobjects if isinstance(one, Graph)]) == 1


def test_a_constant_that_moves_is_caught():
    with on_stage(HEAD + SURFACE + FREEZE + LIFT + SLIDE, play=False) as scene:
        for index in range(3):
            scene.perform(index)
        honest = scene.figure.cut.at
        scene.figure.cut.at = lambda free: honest(free) + np.array([0, 1e-6, 0])
        with pytest.raises(InvariantViolated, match=FROZEN):
            drawn(scene, 3)


def test_a_ball_that_leaves_the_plane_is_caught():
    with on_stage(WHOLE, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.figure.place[1].set_value(1.001)
        with pytest.raises(InvariantViolated, match=FROZEN):
            drawn(scene, 5)


def test_a_wrong_derivative_is_caught():
    with on_stage(WHOLE, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.touching.line.add_updater(lambda line: line.rotate(0.001))
        with pytest.raises(InvariantViolated, match="the tangent has the slope of the curve"):
            drawn(scene, 5)


def test_a_point_off_the_curve_is_caught():
    with on_stage(WHOLE, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.touching.dot.add_updater(lambda dot: dot.shift(np.array([0, 0.01, 0])))
        with pytest.raises(InvariantViolated, match="the point lies on the curve"):
            drawn(scene, 5)


def test_invariants_are_measured_on_every_drawn_frame():
    with on_stage(WHOLE, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        drawn(scene, 5)
        receipts = {receipt.name: receipt for receipt in scene.invariants.receipts()}
        assert receipts[FROZEN].frames > 10
        assert receipts[FROZEN].largest == 0


def test_skipped_steps_leave_the_same_view_as_drawn_ones():
    with on_stage(WHOLE) as skipped, on_stage(WHOLE, play=False) as played:
        for index in range(6):
            drawn(played, index)
        assert skipped.figure.picture.look() == played.figure.picture.look()


@pytest.mark.parametrize("first", [BALL, FREEZE, LIFT, TANGENT, SLIDE, OTHER])
def test_any_action_may_come_first(first):
    with on_stage(HEAD + first) as scene:
        assert scene.figure.picture in scene.mobjects


@pytest.mark.parametrize("aspect", ASPECTS)
def test_all_text_stays_inside_the_frame(aspect):
    with on_stage(WHOLE, aspect) as scene:
        for label in [
            *scene.figure.axis_names,
            *scene.lifted.graph.names,
            *scene.lifted.graph.numbers,
            scene.touching.slope,
        ]:
            assert scene.layout.frame.holds(label)


@pytest.mark.parametrize(("place", "reading"), [("0.125", "0.25"), ("0.009", "0.018"), ("1.5", "3")])
def test_a_slope_is_read_out_with_digits_enough_for_where_it_rests(place, reading):
    steps = HEAD + f"      - {{do: tangent, with: {{at: {place}}}, say: a}}\n"
    with on_stage(steps) as scene:
        assert scene.touching.slope.number.wording == reading


def test_a_plane_that_cuts_the_surface_nowhere_is_told_by_check():
    header = HEADER.replace("w_1^2 + 3 w_2^2", r"\frac{1}{w_2}", 1)
    with pytest.raises(Faulty, match="found L, which has no values from -2 to 2"):
        proven_section(HEAD.replace("w_2: 1}", "w_2: 0}") + "      - {do: freeze, say: a}\n", header)
