"""Steepest descent: each step is w − η∇L, drawn against the gradient; the map follows; faults are caught."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.surface.descent import Descent
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.space.figure import rgb
from mathora.stage.text.formula_mobject import FormulaMobject
from tests.scenes.theatre import ASPECTS, drawn, on_stage, proven_section

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
    return np.array(scene.descent.board.model_of(scene.descent.dot.get_center()))


@pytest.mark.parametrize(("steps", "count"), [(STEP, 1), (STEP + MANY, 9)])
def test_each_step_subtracts_the_rate_times_the_gradient(steps, count):
    with on_stage(HEAD + PLACE + AIM + steps) as scene:
        assert place(scene) == pytest.approx(expected(count, 0.1))


def test_the_arrow_comes_to_rest_as_long_as_the_step():
    with on_stage(HEAD + PLACE + AIM) as scene:
        tip = np.array(scene.descent.board.model_of(scene.descent.arrow.tip))
        assert tip == pytest.approx(expected(1, 0.1))


def test_the_loss_that_is_read_out_is_that_of_the_point():
    with on_stage(HEAD + PLACE + AIM + STEP) as scene:
        rate, loss = scene.descent.readings
        x, y = expected(1, 0.1)
        assert rate.number.value == pytest.approx(0.1)
        assert loss.number.value == pytest.approx(x * x + 3 * y * y)


def test_the_ball_on_the_surface_is_above_the_point_on_the_map():
    with on_stage(HEAD + PLACE + AIM + STEP + MANY) as scene:
        (ball,) = scene.descent.figure.view().balls
        assert ball.at[:2] == pytest.approx(place(scene))
        assert ball.at[2] == pytest.approx(float(scene.function.value(*ball.at[:2])))


RINGS = HEAD.replace("rate: 0.1}", "rate: 0.1, heights: [0.5, 1, 2, 4]}")


def test_the_rings_that_the_script_names_carry_their_values():
    with on_stage(RINGS + PLACE + AIM + STEP) as scene:
        board = scene.descent.board
        assert list(board.rings) == [0.5, 1, 2, 4]
        stand_at = [scene.function.value(*board.model_of(one.get_center())) for one in board.numbers[-4:]]
        assert stand_at == pytest.approx([0.5, 1, 2, 4], rel=0.05)


def test_the_rings_between_two_losses_are_crossed_and_no_others():
    with on_stage(RINGS + PLACE) as scene:
        assert [len(scene.descent.board.crossed(*pair)) for pair in ((3, 0.7), (0.7, 3), (0.6, 0.9))] == [2, 2, 0]


def test_a_ring_at_a_height_that_the_surface_has_not_is_a_fault():
    with pytest.raises(Faulty, match="-3"):
        proven_section(HEAD.replace("rate: 0.1}", "rate: 0.1, heights: [-3, 1]}") + PLACE)


def test_its_track_runs_through_all_places_on_the_surface():
    with on_stage(HEAD + PLACE + AIM + STEP + MANY) as scene:
        legs = scene.descent.figure.view().curves
        assert len(legs) == len(scene.descent.marks)
        track = np.concatenate([leg.points for leg in legs])
        for count in range(10):
            x, y = expected(count, 0.1)
            distance = np.linalg.norm(track - (x, y, x * x + 3 * y * y), axis=1).min()
            assert distance < 1e-9


def test_each_step_has_one_colour_on_the_map_and_on_the_surface():
    with on_stage(HEAD + PLACE + STEP + BOLD.replace("0.4", "0.35") + LEAPS) as scene:
        legs, hops = scene.descent.figure.view().curves, scene.descent.marks
        assert [leg.colour for leg in legs] == [rgb(hop.leg.get_color().to_hex()) for hop in hops]
        assert len({leg.colour for leg in legs}) == 2


def losses(steps, rate):
    return [float(x * x + 3 * y * y) for x, y in (expected(count, rate) for count in range(steps + 1))]


def test_steps_that_are_too_long_are_all_drawn_on_a_map_that_holds_them_with_the_models_losses():
    with on_stage(HEAD + PLACE + STEP + MANY + BOLD + LEAPS) as scene:
        assert len(scene.descent.marks) == 4
        ends = [scene.descent.board.model_of(hop.leg.get_end()) for hop in scene.descent.marks]
        assert np.array(ends) == pytest.approx(np.array([expected(count, 0.4) for count in range(1, 5)]))
        assert all(scene.layout.figure.holds(hop) for hop in scene.descent.marks)
        assert losses(4, 0.4)[3:] == pytest.approx([22.59, 44.27], abs=0.005)
        assert scene.descent.readings[1].number.wording == "44.274"
        assert np.abs(place(scene)).max() < scene.descent.board.span.high == 4


def test_only_steps_that_lead_higher_are_said_to_overshoot_and_only_while_they_are_the_last():
    with on_stage(HEAD + PLACE + BOLD + LEAPS + BOLD.replace("0.4", "0.1") + STEP, play=False) as scene:
        for index, said in enumerate([False, False, True, False, False]):
            scene.perform(index)
            words = [one.wording for one in scene.mobjects if hasattr(one, "wording")]
            assert ("overshoots" in words) == said
        assert scene.descent.trail_colour == scene.descent.colour


def test_a_start_far_outside_is_on_the_map_and_its_loss_falls():
    head = HEAD.replace("w_1: -1.6, w_2: 1", "w_1: 9, w_2: 9")
    with on_stage(head + PLACE + AIM + STEP) as scene:
        assert scene.descent.board.span == (-10, 10)
        assert place(scene) == pytest.approx((7.2, 3.6))
        assert scene.layout.figure.holds(scene.descent.dot)
        assert scene.descent.word is None


@pytest.mark.parametrize("count", [9, 20])
def test_steps_that_lead_too_far_are_the_authors_fault(count):
    leaps = LEAPS.replace("4", str(count))
    with pytest.raises(Faulty, match=f"count: found {count} steps with a step size of 1, of which step 4 leads"):
        proven_section(HEAD + BOLD.replace("0.4", "1") + leaps)


def test_the_rate_is_read_out_to_its_last_digit():
    with on_stage(HEAD.replace("0.1", "0.001") + PLACE) as scene:
        assert scene.descent.readings[0].number.wording == "0.001"


def arrows_while_aiming(head, watch):
    """The arrow's vector in model units on each frame while it aims, and the gradient at its tail."""
    seen = []
    with on_stage(head + PLACE + AIM, play=False) as scene:
        scene.perform(0)

        def look():
            for one in scene.mobjects:
                if isinstance(one, ArrowMobject):
                    watch(scene, one)
                    seen.append(one.vector[:2] / scene.descent.board.units())
            return 0.0

        scene.invariant("look", look, 1)
        drawn(scene, 1)
        gradient = scene.descent.board.gradient_at(scene.descent.here())
    return np.array(seen), gradient


@pytest.mark.parametrize(
    ("start", "scale", "name"),
    [("{w_1: -1.6, w_2: 1}", 0.1, r"0.1\nabla L"), ("{w_1: -0.6, w_2: 0.25}", 1, r"\nabla L")],
)
def test_all_arrows_of_an_aim_have_one_scale_that_is_named_and_stay_in_the_figure(start, scale, name):
    names = set()

    def inside(scene, arrow):
        names.update(one.wording for one in scene.mobjects if isinstance(one, FormulaMobject))
        assert scene.layout.figure.holds(arrow)

    seen, gradient = arrows_while_aiming(HEAD.replace("{w_1: -1.6, w_2: 1}", start), inside)
    lengths = np.linalg.norm(seen, axis=1)
    assert lengths.max() == pytest.approx(scale * np.linalg.norm(gradient))
    assert min(np.linalg.norm(seen - scale * gradient, axis=1)) == pytest.approx(0, abs=1e-9)
    assert min(np.linalg.norm(seen + scale * gradient, axis=1)) == pytest.approx(0, abs=1e-9)
    assert seen[-1] == pytest.approx(-0.1 * gradient)
    assert name in names


def test_an_aim_leaves_the_map_as_it_is(monkeypatch):
    spans = []
    map_of = Descent._map
    monkeypatch.setattr(Descent, "_map", lambda one, span: spans.append(span) or map_of(one, span))
    with on_stage(HEAD + PLACE + AIM):
        assert len(spans) == 1


def test_the_word_keeps_clear_of_the_axes_numbers():
    with on_stage(HEAD + PLACE + BOLD + LEAPS) as scene:
        word = scene.descent.word
        for number in scene.descent.board.numbers:
            apart = np.abs(word.get_center() - number.get_center())[:2]
            room = np.array([word.width + number.width, word.height + number.height]) / 2
            assert (apart >= room).any()


def test_an_aimed_step_that_is_not_its_share_of_the_drawn_gradient_is_caught():
    with on_stage(HEAD + PLACE + AIM + "      - {do: stay, say: c}\n", play=False) as scene:
        for index in range(2):
            scene.perform(index)
        scene.descent.eta.set_value(0.38)
        with pytest.raises(InvariantViolated, match="η times the gradient"):
            drawn(scene, 2)


def test_while_the_map_draws_back_its_steps_stay_at_their_points():
    """The scene's own invariants measure each hop, and the ball, on every frame."""
    with on_stage(HEAD + PLACE + STEP + BOLD + LEAPS, play=False) as scene:
        for index in range(3):
            scene.perform(index)
        widths = []

        def alone() -> float:
            """How much more than the surface its numbers are seen."""
            figure = scene.descent.figure
            widths.append(scene.descent.board.units()[0])
            return figure.heights_seen.get_value() - figure.opacity.get_value()

        scene.invariant("no number stands without its surface", alone, 1e-6)
        drawn(scene, 3)
        assert min(widths) == pytest.approx(widths[0] / 2)
        assert np.abs(np.diff(widths)).max() < 0.35 * widths[0]  # it draws back, it does not jump


def test_after_a_restart_the_ball_stands_in_front_of_its_former_way():
    with on_stage(HEAD + PLACE + STEP + MANY + BOLD) as scene:
        order = [id(one) for one in scene.mobjects]
        assert order.index(id(scene.descent.dot)) > order.index(id(scene.descent.ghosts))


def test_a_restart_puts_the_ball_back_and_reads_out_the_new_rate():
    with on_stage(HEAD + PLACE + STEP + BOLD) as scene:
        assert place(scene) == pytest.approx((-1.6, 1))
        assert scene.descent.readings[0].number.value == pytest.approx(0.4)


def test_after_it_left_the_map_it_can_start_again_on_the_map_of_its_start():
    with on_stage(HEAD + PLACE + BOLD + LEAPS + BOLD.replace("0.4", "0.1") + STEP) as scene:
        assert scene.descent.board.span == (-2, 2)
        assert not len(scene.descent.ghosts)
        assert place(scene) == pytest.approx(expected(1, 0.1))


@pytest.mark.parametrize("turn", [np.pi, 0.001], ids=["uphill", "a little off course"])
def test_a_step_in_another_direction_is_caught(turn):
    with on_stage(HEAD + PLACE + AIM + STEP, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        scene.descent.arrow.rotate(turn, about_point=scene.descent.arrow.tail)
        with pytest.raises(InvariantViolated, match="against the gradient"):
            drawn(scene, 2)


@pytest.mark.parametrize("end", [0, -1])
def test_a_hop_that_is_not_the_models_step_is_caught(end):
    with on_stage(HEAD + PLACE + STEP + MANY, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        leg = scene.descent.marks[0].leg
        leg.points[end] += np.array([0.001, 0, 0])
        with pytest.raises(InvariantViolated, match="each hop ends"):
            drawn(scene, 2)


def test_a_rate_that_is_not_the_hops_is_caught():
    with on_stage(HEAD + PLACE + STEP + MANY, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        scene.descent.eta.set_value(0.11)
        with pytest.raises(InvariantViolated, match="each hop ends"):
            drawn(scene, 2)


def test_a_point_that_is_not_under_its_ball_is_caught():
    with on_stage(HEAD + PLACE + STEP, play=False) as scene:
        scene.perform(0)
        scene.descent.dot.add_updater(lambda dot: dot.shift(np.array([0.001, 0, 0])))
        with pytest.raises(InvariantViolated, match="same point"):
            drawn(scene, 1)


def test_unequal_axes_are_caught():
    with on_stage(HEAD + PLACE + AIM, play=False) as scene:
        scene.perform(0)
        scene.descent.board.stretch(1.01, 1)
        with pytest.raises(InvariantViolated, match="equal units"):
            drawn(scene, 1)


@pytest.mark.parametrize("first", [AIM, STEP, BOLD, LEAPS])
def test_any_action_may_come_first(first):
    with on_stage(HEAD + first) as scene:
        assert scene.descent.board in scene.mobjects


@pytest.mark.parametrize("aspect", ASPECTS)
def test_names_numbers_and_the_word_stay_inside_the_frame(aspect):
    with on_stage(HEAD + PLACE + BOLD + LEAPS, aspect) as scene:
        for part in [
            *scene.descent.board.names,
            *scene.descent.board.numbers,
            *scene.descent.figure.axis_names,
            scene.descent.word,
        ]:
            assert scene.layout.frame.holds(part)
            assert part.get_bottom()[1] > scene.layout.caption.top - 0.05


def test_where_the_ground_is_level_no_step_is_wrong():
    head = HEAD.replace("rate: 0.1", "rate: 0.5").replace("function: L", "function: S").replace("w_1", "r")
    with on_stage(head.replace("w_2", "s") + PLACE + STEP + AIM + STEP, play=False) as scene:
        for index in range(4):
            drawn(scene, index)
        assert place(scene) == pytest.approx([0, 0], abs=1e-9)


def with_momentum(steps, rate, momentum):
    """The same, each step with so much of the last one."""
    w, last = np.array([-1.6, 1.0]), np.zeros(2)
    for _ in range(steps):
        last = momentum * last - rate * np.array([2, 6]) * w
        w = w + last
    return w


def test_with_momentum_each_step_keeps_a_part_of_the_last():
    head = HEAD.replace("rate: 0.1", "rate: 0.1, momentum: 0.5")
    with on_stage(head + PLACE + STEP + MANY) as scene:
        assert place(scene) == pytest.approx(with_momentum(9, 0.1, 0.5))
        assert [one.number.wording for one in scene.descent.readings][2] == "0.5"


def test_momentum_may_begin_with_a_new_start():
    again = "      - {do: restart, with: {rate: 0.1, momentum: 0.5}, say: e}\n"
    with on_stage(HEAD + PLACE + STEP + again + LEAPS) as scene:
        assert place(scene) == pytest.approx(with_momentum(4, 0.1, 0.5))


def test_a_hop_that_forgets_its_momentum_is_caught():
    head = HEAD.replace("rate: 0.1", "rate: 0.1, momentum: 0.5")
    with on_stage(head + PLACE + STEP + STEP.replace("say: c", "say: d, id: next")) as scene:
        scene.descent.beta.set_value(0.4)
        scene.descent.readings[2].update()
        with pytest.raises(InvariantViolated, match="each hop ends at"):
            scene.invariants.measure(0)


def test_a_momentum_that_runs_away_is_told_by_check():
    far = HEAD.replace("rate: 0.1", "rate: 0.8, momentum: 0.9") + PLACE + MANY.replace("8", "50")
    with pytest.raises(Faulty, match="far off the map"), on_stage(far):
        pass


def test_the_loss_is_read_out_where_a_step_ends_not_on_its_way():
    with on_stage(HEAD + PLACE + MANY, play=False) as scene:
        scene.perform(0)
        told = []
        scene.invariant("look", lambda: told.append(scene.descent.readings[1].number.value) or 0.0, 1)
        drawn(scene, 1)
        losses = [float(scene.descent.loss(expected(steps, 0.1))) for steps in range(9)]
        assert {round(one, 9) for one in told} == {round(one, 9) for one in losses}
