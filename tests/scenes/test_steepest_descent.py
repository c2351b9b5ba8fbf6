"""Steepest descent: each step is w − η∇L, drawn against the gradient; too long a step diverges; faults are caught."""

import numpy as np
import pytest

from mathora.stage import InvariantViolated
from tests.scenes.theatre import drawn, on_stage

HEAD = """
  - id: descent
    title: Descent
    scene: SteepestDescent
    with: {function: L, start: {w_1: -1.6, w_2: 1}, rate: 0.1}
    steps:
"""
PLACE = "      - {do: place, say: a}\n"
AIM = "      - {do: aim, say: b}\n"
STEP = "      - {do: descend, say: c}\n"
MANY = "      - {do: descend, with: {count: 8}, say: d}\n"
BOLD = "      - {do: restart, with: {rate: 0.4}, say: e}\n"
LEAPS = "      - {do: descend, with: {count: 4}, say: f}\n"


def expected(steps, rate):
    """w after so many steps, by hand: ∇L = (2 w_1, 6 w_2)."""
    w = np.array([-1.6, 1.0])
    for _ in range(steps):
        w = w - rate * np.array([2, 6]) * w
    return w


def place(scene):
    """Where the point is drawn on the map, in model units."""
    return np.array(scene.board.model_of(scene.dot.get_center()))


@pytest.mark.parametrize(("steps", "count"), [(STEP, 1), (STEP + MANY, 9)])
def test_each_step_subtracts_the_rate_times_the_gradient(steps, count):
    with on_stage(HEAD + PLACE + AIM + steps) as scene:
        assert place(scene) == pytest.approx(expected(count, 0.1))


def test_the_arrow_comes_to_rest_as_long_as_the_step():
    with on_stage(HEAD + PLACE + AIM) as scene:
        tip = np.array(scene.board.model_of(scene.arrow.tip))
        assert tip == pytest.approx(expected(1, 0.1))


def test_the_loss_that_is_read_out_is_that_of_the_point():
    with on_stage(HEAD + PLACE + AIM + STEP) as scene:
        rate, loss = scene.readings
        x, y = expected(1, 0.1)
        assert rate.number.value == pytest.approx(0.1)
        assert loss.number.value == pytest.approx(x * x + 3 * y * y)


def test_the_ball_on_the_surface_is_above_the_point_on_the_map():
    with on_stage(HEAD + PLACE + AIM + STEP + MANY) as scene:
        (ball,) = scene.figure.view().balls
        assert ball.at[:2] == pytest.approx(place(scene))
        assert ball.at[2] == pytest.approx(float(scene.function.value(*ball.at[:2])))


def test_its_track_runs_through_all_places_on_the_surface():
    with on_stage(HEAD + PLACE + AIM + STEP + MANY) as scene:
        (track,) = scene.figure.view().curves
        for count in range(10):
            x, y = expected(count, 0.1)
            distance = np.linalg.norm(track.points - (x, y, x * x + 3 * y * y), axis=1).min()
            assert distance < 1e-9


def test_with_too_long_a_step_it_diverges_and_stops_at_the_frame_of_the_map():
    with on_stage(HEAD + PLACE + AIM + STEP + MANY + BOLD + LEAPS) as scene:
        assert scene.diverged
        assert scene.word in scene.mobjects
        assert np.abs(place(scene)).max() == pytest.approx(2)
        assert scene.trail_colour == scene.theme.wrong


def test_with_a_fitting_step_it_does_not_diverge():
    with on_stage(HEAD + PLACE + STEP + MANY) as scene:
        assert not scene.diverged
        assert scene.trail_colour == scene.colour


def test_after_a_restart_the_ball_stands_in_front_of_its_former_way():
    with on_stage(HEAD + PLACE + STEP + MANY + BOLD) as scene:
        order = [id(one) for one in scene.mobjects]
        assert order.index(id(scene.dot)) > order.index(id(scene.ghosts))


def test_a_restart_puts_the_ball_back_and_reads_out_the_new_rate():
    with on_stage(HEAD + PLACE + STEP + BOLD) as scene:
        assert place(scene) == pytest.approx((-1.6, 1))
        assert scene.readings[0].number.value == pytest.approx(0.4)


def test_after_it_diverged_it_can_start_again():
    with on_stage(HEAD + PLACE + BOLD + LEAPS + BOLD.replace("0.4", "0.1") + STEP) as scene:
        assert not scene.diverged
        assert place(scene) == pytest.approx(expected(1, 0.1))


@pytest.mark.parametrize("turn", [np.pi, 0.001], ids=["uphill", "a little off course"])
def test_a_step_in_another_direction_is_caught(turn):
    with on_stage(HEAD + PLACE + AIM + STEP, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        scene.arrow.rotate(turn, about_point=scene.arrow.tail)
        with pytest.raises(InvariantViolated, match="against the gradient"):
            drawn(scene, 2)


@pytest.mark.parametrize("end", [0, -1])
def test_a_hop_that_is_not_the_models_step_is_caught(end):
    with on_stage(HEAD + PLACE + STEP + MANY, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        leg = scene.marks[0]
        leg.points[end] += np.array([0.001, 0, 0])
        with pytest.raises(InvariantViolated, match="each hop ends"):
            drawn(scene, 2)


def test_a_rate_that_is_not_the_hops_is_caught():
    with on_stage(HEAD + PLACE + STEP + MANY, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        scene.eta.set_value(0.11)
        with pytest.raises(InvariantViolated, match="each hop ends"):
            drawn(scene, 2)


def test_a_point_that_is_not_under_its_ball_is_caught():
    with on_stage(HEAD + PLACE + STEP, play=False) as scene:
        scene.perform(0)
        scene.dot.add_updater(lambda dot: dot.shift(np.array([0.001, 0, 0])))
        with pytest.raises(InvariantViolated, match="same point"):
            drawn(scene, 1)


def test_unequal_axes_are_caught():
    with on_stage(HEAD + PLACE + AIM, play=False) as scene:
        scene.perform(0)
        scene.board.stretch(1.01, 1)
        with pytest.raises(InvariantViolated, match="equal units"):
            drawn(scene, 1)


@pytest.mark.parametrize("first", [AIM, STEP, BOLD, LEAPS])
def test_any_action_may_come_first(first):
    with on_stage(HEAD + first) as scene:
        assert scene.board in scene.mobjects


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1"])
def test_names_numbers_and_the_word_stay_inside_the_frame(aspect):
    with on_stage(HEAD + PLACE + BOLD + LEAPS, aspect) as scene:
        for part in [*scene.board.names, *scene.board.numbers, *scene.figure.axis_names, scene.word]:
            assert scene.layout.frame.holds(part)
            assert part.get_bottom()[1] > scene.layout.caption.top - 0.05
