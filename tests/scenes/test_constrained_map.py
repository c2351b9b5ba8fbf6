"""A constraint on a map: the point stays on it, its best place is where the gradients are on one line."""

from functools import partial

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.draw import StepFailed
from mathora.stage.plane.graph import half_of, meets
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_hold, drawn, outside, unreadable

on_stage = partial(theatre.on_stage, rate=5)
"""Frames of a surface and of contours take long."""

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  f(x, y): x y
  d(x, y): x^2 + 3 y^2
  g(x, y): x^2 + y^2
  h(x, y): x + y
  b(p, q): p q
sections:
"""

CIRCLE = r"""
  - id: circle
    title: On a circle
    scene: ConstrainedMap
    with: {function: f, constraint: g, level: 2}
    steps:
      - {do: walk, say: a}
      - {do: gradients, say: b}
      - {do: touch, say: c}
      - {do: slide, with: {to: {x: 1.4, y: 0}}, say: d}
"""


@pytest.mark.parametrize("span", ["[0, 2]", "[0, 3]", "[-0.1, 4]"])
def test_numbers_below_a_map_stand_above_the_captions(span):
    with on_stage(CIRCLE.replace("level: 2", f"level: 2, span: {span}"), header=MODEL, play=False) as scene:
        assert all(one.get_bottom()[1] > scene.layout.caption.top for one in scene.board.numbers)


def test_values_of_narrow_level_sets_keep_apart_from_each_other():
    narrow = CIRCLE.replace("constraint: g, level: 2", "constraint: h, level: 3, span: [0, 4]")
    with on_stage(narrow.split("      - {do: gradients")[0], header=MODEL, play=False) as scene:
        scene.perform(0)
        assert scene.values.crowded() == []
        assert len(scene.values) > 3


def test_where_the_function_is_zero_on_the_constraint_no_more_digits_are_read():
    sloped = CIRCLE.replace("function: f", "function: h").split("      - {do: walk")[0]
    to = sloped + "      - {do: slide, with: {to: {x: -1, y: 1}}, say: a}\n"
    with on_stage(to, header=MODEL) as scene:
        assert scene.curve.value(scene.share.get_value()) == 0
        assert scene.label_now.number.wording == "0"


LINE = r"""
  - id: line
    title: On a line
    scene: ConstrainedMap
    with: {function: d, constraint: h, level: 1}
    steps:
      - {do: touch, with: {kind: minimum}, say: a}
      - {do: gradients, say: b}
"""


@pytest.mark.parametrize(
    ("section", "steps", "place"), [(CIRCLE, 3, (1, 1)), (LINE, 2, (0.75, 0.25)), (CIRCLE, 4, (1.41421, 0))]
)
def test_the_point_runs_to_its_place(section, steps, place):
    with on_stage(section, play=False, header=MODEL) as scene:
        for index in range(steps):
            scene.perform(index)
        found = np.array(scene.board.model_of(scene.dot.get_center()))
        assert np.abs(found) == pytest.approx(place, abs=0.01 if steps == 4 else 1e-4)


def test_where_a_value_is_zero_but_for_rounding_its_reading_has_no_more_digits():
    budget = CIRCLE.replace("constraint: g, level: 2", "constraint: k, level: 8, span: [0, 8]").split(
        "      - {do: gr"
    )[0]
    with on_stage(budget, header=MODEL.replace("sections:", "  k(x, y): x + 2y\nsections:")) as scene:
        assert scene.label_now.number.decimals == 2
        assert scene.label_now.number.wording == "0"


def test_both_gradients_are_to_one_scale_and_on_one_line_where_it_touches():
    with on_stage(LINE, header=MODEL) as scene:
        one, other = (
            arrow.vector[:2] / scene.board.units() / ratio
            for arrow, ratio in zip(scene.pair.arrows, scene.pair.ratios, strict=True)
        )
        assert one == pytest.approx([1.5, 1.5], abs=1e-3)
        assert other == pytest.approx([1, 1], abs=1e-3)
        assert scene.label_now.number.wording == "0.75"


def test_names_of_the_gradients_keep_off_the_constraint_the_ring_and_the_texts():
    """The name of the one stood on the circle, the other's over a level set."""
    with on_stage(CIRCLE.replace("      - {do: touch, say: c}\n", ""), header=MODEL) as scene:
        lines = [scene.line.points[:, :2], scene.ring.points[:, :2]]
        for name in scene.names:
            assert not any(meets(line, name.get_center()[:2], half_of(name)) for line in lines)


BUDGET = r"""
  - id: budget
    title: A budget
    scene: ConstrainedMap
    with: {function: u, constraint: k, level: 16, span: [0, 8]}
    steps:
      - {do: touch, say: a}
      - {do: gradients, say: b}
      - {do: slide, with: {to: {x: 0, y: 8}}, say: c}
"""
SHOP = MODEL.replace("sections:", "  u(x, y): 100 x^{0.5} y^{0.5}\n  k(x, y): 4x + 2y\nsections:")


def test_gradients_of_which_one_could_not_be_seen_have_scales_of_their_own_and_none_is_drawn_at_a_pole():
    with on_stage(BUDGET, play=False, header=SHOP) as scene:
        scene.perform(0)
        scene.perform(1)
        first, second = scene.pair.ratios
        assert first < second
        lengths = [np.linalg.norm(arrow.vector) for arrow in scene.pair.arrows]
        assert min(lengths) > 0.8, "each can be seen"
        scene.perform(2)
        assert [bool(np.linalg.norm(arrow.vector)) for arrow in scene.pair.arrows] == [False, True]
        assert [one.get_fill_opacity() for one in scene.names] == [0, 1]


def test_gradients_of_which_one_is_a_thousand_times_as_long_are_both_seen():
    steep = BUDGET.replace(
        "function: u, constraint: k, level: 16, span: [0, 8]", "function: c, constraint: g, level: 2"
    )
    header = MODEL.replace("sections:", "  c(x, y): 1000 x + 300 y\nsections:")
    with on_stage(steep.split("      - {do: slide")[0], header=header) as scene:
        assert min(np.linalg.norm(arrow.vector) for arrow in scene.pair.arrows) > 0.5


def test_without_heights_the_rings_are_near_the_constraint():
    """The map's own levels (20, 40, ...) were all above what the constraint reaches, 0 to 2."""
    steps = CIRCLE.replace("constraint: g, level: 2", "constraint: h, level: 3, span: [0, 9]").split("      - {do: gr")[
        0
    ]
    with on_stage(steps, header=MODEL) as scene:
        assert [*scene.board.rings] == [1, 2, 3, 4]


def test_each_gradient_is_named_with_its_scale_and_can_be_read():
    with on_stage(LINE.replace("level: 1", "level: 1, span: [-1, 1]"), header=MODEL) as scene:
        assert [one.wording for one in scene.names] == [
            rf"{scene.pair.ratios[0]:g}\nabla d",
            rf"{scene.pair.ratios[1]:g}\nabla h",
        ]
    assert unreadable(LINE, MODEL) == []
    assert unreadable(CIRCLE, MODEL.replace("f(x, y): x y", "f(x, y): 10^9 x y")) == []


def test_a_walk_ends_where_the_map_does():
    with on_stage(LINE.replace("touch, with: {kind: minimum}", "walk"), header=MODEL) as scene:
        ends = np.array(sorted((*scene.curve.place(share),) for share in (0.0, 1.0)))
        assert ends == pytest.approx(np.array([[-1, 2], [2, -1]]), abs=1e-6)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [CIRCLE, LINE])
def test_what_is_claimed_holds_on_every_frame_inside_the_frame(section, aspect):
    with on_stage(section, aspect, play=False, header=MODEL) as scene:
        for index in range(scene.length):
            drawn(scene, index)
            assert outside(scene) == []
        assert all_hold(scene)


def off_the_line(scene):
    scene.pair.clear_updaters()
    scene.pair.arrows[0].rotate(0.02)


def off_the_curve(scene):
    scene.dot.clear_updaters()
    scene.dot.shift(np.array([0.05, 0, 0]))


@pytest.mark.parametrize(
    ("spoil", "told"), [(off_the_line, "both gradients are on one line"), (off_the_curve, "stays on the constraint")]
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(LINE, header=MODEL) as scene:
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("level: 1", "level: 40", "level"),
        ("kind: minimum", "kind: maximum", "largest at the edge of the map"),
        ("constraint: h", "constraint: b", "expected a function of"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises((Faulty, StepFailed), match=told), on_stage(LINE.replace(good, bad), header=MODEL):
        pass


def test_a_map_that_is_alone_stands_in_the_middle_and_makes_way_for_its_reading():
    steps = "{do: map, say: a}", "{do: restrict, say: b}", "{do: touch, say: c, show: 'g(x, y) = x^2 + y^2'}"
    text = CIRCLE.split("      - ", maxsplit=1)[0] + "".join(f"      - {one}\n" for one in steps)
    with on_stage(text, header=MODEL, play=False) as scene:
        drawn(scene, 0)
        drawn(scene, 1)
        middle = scene.board.frame.get_center()[0]
        assert middle > scene.layout.figure.centre[0] + 1
        drawn(scene, 2)
        assert scene.board.frame.get_center()[0] < middle - 1
        assert scene.curve.off(scene.dot.get_center()) < 1e-5


def test_level_sets_that_crowd_near_the_constraint_are_fewer():
    header = MODEL.replace("sections:", "  s(x, y): 2 x^2 + 4 x y\n  v(x, y): x^2 y\nsections:")
    given = "function: s, constraint: v, level: 1, span: [0.3, 3]"
    tin = LINE.replace("function: d, constraint: h, level: 1", given)
    with on_stage(tin, header=header, play=False) as scene:
        middles = {height: value.get_center()[:2] for height, value in scene.values.items()}
        rings = {
            height: scene.board.polyline_points(np.concatenate(one)) for height, one in scene.board.branches.items()
        }
        others = [
            np.linalg.norm(points[:, :2] - middles[height], axis=1).min()
            for height in middles
            for ring, points in rings.items()
            if ring != height
        ]
        assert 6 in rings, "the least value on the constraint"
        assert min(others) > 0.15, "no value stands on a neighbour's line"


TIGHTER = CIRCLE.replace(
    "say: d}", "say: d}\n      - {do: touch, say: e}\n      - {do: tighten, with: {to: 0.5}, say: f}"
)


def test_a_constraint_that_is_tightened_takes_the_best_place_along():
    with on_stage(TIGHTER, header=MODEL, play=False) as scene:
        for index in range(6):
            scene.perform(index)
        assert np.abs(scene.curve.place(scene.share.get_value())) == pytest.approx([0.5, 0.5], abs=1e-5)
        assert scene.curve.level == pytest.approx(0.5)
        assert all_hold(scene)


def test_a_point_that_leaves_the_tightened_constraint_stops_the_picture():
    with on_stage(TIGHTER, header=MODEL, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.dot.clear_updaters()
        with pytest.raises(InvariantViolated, match="the point stays on the constraint"):
            drawn(scene, 5)


PLAN = r"""
  - id: plan
    title: A plan
    scene: ConstrainedMap
    with: {function: e, constraint: m, level: 0, span: [-1, 7], filled: true}
    steps:
      - {do: touch, say: a}
      - {do: gradients, say: b}
"""
SHOPS = MODEL.replace("sections:", "  e(x, y): 3x + 4y\n  m(x, y): \\max(x + 2y - 10, 2x + y - 11, -x, -y)\nsections:")


def test_the_best_place_of_a_filled_polygon_is_its_corner_exactly():
    with on_stage(PLAN, header=SHOPS) as scene:
        assert np.array(scene.board.model_of(scene.dot.get_center())) == pytest.approx([4, 3], abs=1e-6)
        assert scene.label_now.number.wording == "24"
        assert all_hold(scene)


def test_at_a_corner_the_gradients_of_both_sides_stand_around_that_of_the_function():
    with on_stage(PLAN, header=SHOPS) as scene:
        beside = {tuple(np.round(one / scene.pair.ratios[1], 3)) for one in scene.curve.slopes(scene.share.get_value())}
        assert len(beside) == 2
        assert np.linalg.norm(scene.pair.further.vector) > 0.3
        scene.pair.clear_updaters()
        scene.pair.arrows[0].rotate(0.9)
        with pytest.raises(InvariantViolated, match="between those of a corner"):
            scene.invariants.measure(0)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_filled_side_is_where_the_constraint_is_less(aspect):
    with on_stage(PLAN, aspect, header=SHOPS) as scene:
        corners = np.array([scene.board.model_of(one) for one in scene.side.points])
        assert np.abs(scene.constraint.value(*corners.T)).max() < 0.05
        assert corners.min(axis=0) == pytest.approx([0, 0], abs=0.05)
        assert outside(scene) == []


def test_a_filled_side_goes_along_with_the_constraint():
    filled = TIGHTER.replace("level: 2", "level: 2, filled: true")
    with on_stage(filled, header=MODEL) as scene:
        corners = np.array([scene.board.model_of(one) for one in scene.side.points])
        assert np.hypot(*corners.T).max() == pytest.approx(0.5**0.5, abs=0.02)


@pytest.mark.parametrize(("to", "told"), [("-1", "-1"), ("90", "90")])
def test_a_level_that_the_constraint_has_nowhere_is_told(to, told):
    with pytest.raises(Faulty, match=told), on_stage(TIGHTER.replace("to: 0.5", f"to: {to}"), header=MODEL):
        pass
