"""The number line: points, intervals and hops at their numbers, on one scale; what is not on the line is told."""

from functools import partial

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.elements.naming import clearance
from mathora.stage.plane.graph import half_of, meets
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_hold, all_measured, drawn, outside, seen

MODEL = r"""  n: {kind: natural}
  a(n): {is: '1 + \frac{(-1)^n}{n}', domain: n > 0}
"""
on_stage = partial(theatre.on_stage, header=theatre.HEADER.replace("colors:", f"{MODEL}colors:"))
GIVEN = "{span: [-1, 3], variable: x, function: a}"
POINT, SLIDE, HOP = "point, with: {at: 0.5, label: x}", "slide, with: {to: 2}", "hop, with: {by: 0.25}"
INTERVAL, RAY = "interval, with: {over: [0, 2], ends: left}", "ray, with: {above: 2.5}"
SEQUENCE, BAND = "sequence, with: {count: 9}", "band, with: {around: 1, within: 0.3}"


def section(*steps, given=GIVEN):
    done = "".join(f"      - {{do: {do}, say: a}}\n" for do in steps)
    return f"\n  - id: a\n    title: A\n    scene: NumberLine\n    with: {given}\n    steps:\n{done}"


def test_points_stand_at_their_numbers_and_hop():
    with on_stage(section(POINT, SLIDE, HOP)) as scene:
        (dot, _) = scene.places[0]
        assert scene.axis.number(dot) == pytest.approx(2.25)
        assert scene.above.number.wording == "2.25"


def test_ends_that_belong_are_full_and_others_hollow():
    with on_stage(section(INTERVAL)) as scene:
        _, first, last = scene.reaches[0]
        assert first.get_fill_color().to_hex().lower() == scene.theme.palette["blue"]
        assert last.get_fill_color().to_hex().lower() == scene.theme.background


def test_an_interval_stands_above_those_that_it_would_cover():
    steps = ("interval, with: {over: [1, 2]}", "interval, with: {over: [1, 1.5]}", "interval, with: {over: [2, 3]}")
    with on_stage(section(*steps, "point, with: {at: 1.4, label: x}")) as scene:
        low, raised, apart = (one[0].get_y() for one in scene.reaches)
        assert low == pytest.approx(apart)
        assert raised > low + 0.4
        named = scene.mobjects[-1] if hasattr(scene.mobjects[-1], "wording") else scene.mobjects[-2]
        assert named.get_y() < low or named.get_bottom()[1] > raised


def test_an_end_is_numbered_where_the_line_has_no_number_and_under_no_point():
    steps = ("point, with: {at: 1}", "interval, with: {over: [0, 1.7]}")
    with on_stage(section(*steps)) as scene:
        assert [one.wording for one in scene.mobjects if hasattr(one, "wording")][1:] == ["1.7"]  # behind the title
        assert scene.places[0][0].z_index > scene.reaches[0].z_index


def test_the_moving_points_number_goes_along_and_those_of_others_stay():
    steps = ("point, with: {at: 1.3}", "point, with: {at: 0.7}", "hop, with: {by: 0.5}", "slide, with: {to: 0.25}")
    with on_stage(section(*steps, given="{span: [-1, 3]}")) as scene:
        said = [one.wording for one in scene.mobjects if hasattr(one, "wording")]
        assert {"1.3", "0.25"} <= set(said)
        assert not {"0.7", "1.2"} & set(said)


@pytest.mark.parametrize(("label", "stays"), [(r"\frac13", False), ("x", True)])
@pytest.mark.parametrize("moved", ["slide, with: {to: 2}", "hop, with: {by: 1}"])
def test_a_label_that_says_where_the_point_was_does_not_go_along(label, stays, moved):
    steps = (f"point, with: {{at: '\\frac13', label: '{label}'}}", moved)
    with on_stage(section(*steps, given="{span: [-1, 3]}"), play=False) as scene:
        scene.perform(0)
        named = scene.mobjects[-1]
        scene.perform(1)
        assert (named in scene.mobjects) == stays


def test_terms_that_crowd_do_not_hide_each_other_behind_their_rims():
    with on_stage(section(SEQUENCE.replace("count: 9", "count: 40"))) as scene:
        rims = {float(dot.get_x()): dot.get_stroke_width() / 100 for dot, _ in scene.places}
        nearest = {at: min(abs(at - other) for other in rims if other != at) for at in rims}
        assert all(rim < 0.5 * nearest[at] or nearest[at] > 0.06 for at, rim in rims.items())
        assert min(rims.values()) < 0.01 < max(rims.values())


def test_terms_are_judged_by_the_band():
    with on_stage(section(SEQUENCE, BAND)) as scene:
        colours = [dot.get_fill_color().to_hex().lower() for dot, _ in scene.places]
        wrong, right = scene.theme.wrong, scene.theme.right
        assert colours == [wrong] * 3 + [right] * 6


def test_wide_numbers_at_the_ends_of_the_line_stay_inside_the_frame():
    with on_stage(section("line", given="{span: [1000000, 1000005]}")) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize("scale", [1e-9, 1e9])
def test_every_scale_is_the_same(scale):
    given = f"{{span: [{-scale:.12f}, {3 * scale:.12f}]}}"
    with on_stage(section(f"point, with: {{at: {scale:.12f}}}", given=given)) as scene:
        scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((POINT.replace("0.5", "7"),), "found 7, expected a value from -1 to 3"),
        ((HOP.replace("0.25", "9"),), "expected one that lands"),
        (("ray",), "needs 'above' or 'below'"),
    ],
)
def test_what_is_not_on_the_line_is_the_authors_fault(steps, told):
    with pytest.raises(Faulty, match=told), on_stage(section(*steps)):
        pass


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("{span: [-1, 3]}", "sequence needs 'function'"),
        ("{span: [-1, 3], function: L}", "expected a function of one variable"),
    ],
)
def test_what_has_no_terms_is_told_before_anything_is_drawn(given, told):
    with pytest.raises(Faulty, match=told), on_stage(section(SEQUENCE, given=given), play=False):
        pass


def move_point(scene):
    scene.places[0][0].clear_updaters()
    scene.places[0][0].shift(np.array([0.1, 0, 0]))


@pytest.mark.parametrize(
    ("steps", "plant", "told"),
    [
        ((POINT,), move_point, "every point"),
        ((SEQUENCE,), move_point, "every point"),
        ((INTERVAL,), lambda scene: scene.reaches[0].stretch(0.9, 0), "every interval"),
        ((RAY,), lambda scene: scene.reaches[0].stretch(0.9, 0), "every interval"),
    ],
)
def test_a_planted_fault_stops_the_render(steps, plant, told):
    with on_stage(section(*steps)) as scene:
        plant(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


def test_every_frame_is_measured():
    steps = (POINT, SLIDE, HOP, INTERVAL, RAY, SEQUENCE, BAND)
    with on_stage(section(*steps), play=False) as scene:
        for index in range(len(steps)):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("steps", [(BAND, SEQUENCE, "line"), (HOP, POINT, SLIDE), (SLIDE, RAY, INTERVAL)])
def test_no_order_of_actions_crashes(steps, aspect):
    with on_stage(section(*steps), aspect) as scene:
        assert all(scene.layout.frame.holds(one) for one in seen(scene))


def test_a_number_between_others_that_has_an_arc_above_stands_below_both():
    hops = [f"hop, with: {{by: {by}}}" for by in ("1/2", "1/4", "1/8")]
    with on_stage(section(*hops, given="{span: [0, 1.2]}"), "9:16") as scene:
        (number,) = scene.said.last
        points = np.concatenate([arc.points[:, :2] for arc in scene.axis.arcs])
        assert not meets(points, number.get_center()[:2], half_of(number))
        assert number.get_top()[1] < min(one.get_y() for one in scene.axis.numbers)


def test_an_interval_has_another_colour_than_the_point_on_it():
    with on_stage(section(POINT, INTERVAL)) as scene:
        (dot, _), (line, *_) = scene.places[0], scene.reaches[0]
        assert line.get_stroke_color() != dot.get_fill_color()


def test_numbers_between_those_of_the_line_are_as_large_as_these_and_the_line_as_wide_as_the_picture():
    with on_stage(section("point, with: {at: 0.75}", "hop, with: {by: 0.5}")) as scene:
        (said,) = scene.said.last
        assert said.em == pytest.approx(scene.theme.sizes.formula)
        digits = [one.height for one in scene.axis.numbers if one.wording == "2"]
        assert said.height == pytest.approx(digits[0], rel=0.1)
        assert scene.axis.frame.width > 0.85 * scene.layout.body.width


def test_the_line_is_in_the_middle_until_a_formula_comes_below_it():
    steps = (
        "      - {do: point, with: {at: 1}, say: a}\n      - {do: slide, with: {to: 2}, say: b}\n"
        "      - {do: interval, with: {over: [0, 3]}, show: 2 < 3, say: c}\n"
    )
    text = "\n  - id: a\n    title: A\n    scene: NumberLine\n    with: {span: [-1, 5], variable: x}\n    steps:\n"
    with on_stage(text + steps, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        over = scene.above.get_y() - scene.axis.at(0)[1]
        assert scene.axis.at(0)[1] == pytest.approx(scene.layout.body.centre[1])
        scene.perform(2)
        assert scene.axis.at(0)[1] == pytest.approx(scene.layout.figure.centre[1])
        assert scene.above.get_y() - scene.axis.at(0)[1] == pytest.approx(over)
        assert scene.places[0][0].get_y() == pytest.approx(scene.axis.at(0)[1])
        assert all_hold(scene)
        assert outside(scene) == []


def test_each_hop_has_its_length_also_where_that_is_wider_clear_of_the_others():
    hops = [f"hop, with: {{by: {by}}}" for by in ("1/2", "1/4", "1/8", "1/16", "1/32")]
    with on_stage(section(*hops, given="{span: [0, 1.2]}")) as scene:
        told = scene.axis.lengths
        assert [one.wording for one in told] == ["0.5", "0.25", "0.125", "0.0625", "0.03125"]
        for k, one in enumerate(told):
            others = [other for other in told if other is not one]
            lines = np.concatenate([arc.points[:, :2] for arc in scene.axis.arcs])
            assert clearance(one.get_center()[:2], half_of(one), lines, others) > 0, k


@pytest.mark.parametrize("steps", [("slide, with: {to: 250000000}", "hop, with: {by: 100000000}"),
                                   ("hop, with: {by: 900000000}", "slide, with: {to: 250000000}")])  # fmt: skip
def test_a_hops_length_and_what_is_read_of_the_point_keep_apart(steps):
    with on_stage(section(*steps, given="{span: [-1000000000, 1000000000], variable: x}")) as scene:
        reading, (length,) = scene.above, [one for one in scene.axis.lengths if one is not scene.above]
        points = np.concatenate([arc.points[:, :2] for arc in scene.axis.arcs])
        assert clearance(reading.get_center()[:2], half_of(reading), points, [length]) > 0


def test_long_numbers_of_the_line_keep_apart():
    with on_stage(section("line", given="{span: [1000000000, 1000000004]}")) as scene:
        first, *others = scene.axis.numbers
        assert others
        assert others[0].get_left()[0] - first.get_right()[0] > 0.2
