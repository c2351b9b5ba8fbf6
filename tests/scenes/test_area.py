"""Bars and the area under a curve: sums are those of the bars drawn, the area is the integral."""

import numpy as np
import pytest
from manim import UP

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.text.morph import Morph
from tests.scenes.theatre import drawn, on_stage, orders

HEAD = """
  - id: area
    title: An area
    scene: Area
    with: {function: Q, over: [0, 2]}
    steps:
"""
STEPS = {
    "bars": "      - {do: bars, with: {count: 4}, say: a}\n",
    "refine": "      - {do: refine, with: {count: 8}, say: a}\n",
    "area": "      - {do: area, say: a}\n",
    "sweep": "      - {do: sweep, with: {to: 1}, say: a}\n",
    "between": "      - {do: between, with: {function: E}, say: a}\n",
    "threshold": "      - {do: threshold, with: {at: 1, function: E}, say: a}\n",
    "mapped": "      - {do: mapped_bars, with: {along: Q, steps: [0, 1.2], count: 6}, say: a}\n",
    "slide": "      - {do: slide, with: {to: 1}, say: a}\n",
}


def section(*steps, function="Q", over="[0, 2]"):
    head = HEAD.replace("Q, over: [0, 2]", f"{function}, over: {over}")
    return head + "".join(STEPS.get(step, step) for step in steps)


def readings(scene):
    return {name: row.number.wording for name, row in scene.readings.rows.items()}


@pytest.mark.parametrize("order", orders(STEPS, 2))
def test_any_action_may_follow_any_other(order):
    with on_stage(section(*order)) as scene:
        assert scene.curve.state.drawn == 1


def test_the_sum_is_that_of_the_bars_and_the_area_the_integral():
    with on_stage(section("bars", "area", "refine")) as scene:
        assert readings(scene) == {"sum": "2.19", "area": "2.67"}
        assert sum(len(box.get_subpaths()) for box in scene.covered.boxes) == 8


def test_bars_whose_edges_are_mapped_cover_their_sum_and_split_at_further_values():
    split = "      - {do: refine, with: {count: 60}, say: b}\n"
    with on_stage(section("mapped", split, function="E", over="[0, 1.44]"), play=False) as scene:
        scene.perform(0)
        assert scene.covered.edges(6) == pytest.approx([0, 0.04, 0.16, 0.36, 0.64, 1, 1.44])
        assert scene.covered.sum == pytest.approx(
            sum((x + 1) * w for x, w in ((0, 0.04), (0.04, 0.12), (0.16, 0.2), (0.36, 0.28), (0.64, 0.36), (1, 0.44)))
        )
        scene.perform(1)
        assert scene.covered.sum == pytest.approx(1.44 + 1.44**2 / 2, abs=0.05)
        scene.covered.boxes[0].shift([0.2, 0, 0]).stretch(1.5, 0)
        with pytest.raises(InvariantViolated, match="the bars cover their sum"):
            scene.invariants.measure(0)


def test_even_bars_take_the_place_of_mapped_ones():
    with on_stage(section("mapped", "bars", function="E", over="[0, 1.44]")) as scene:
        assert scene.covered.edges(4) == pytest.approx([0, 0.36, 0.72, 1.08, 1.44])


def test_from_a_threshold_on_both_areas_are_read_and_go_with_it():
    on = "      - {do: threshold, with: {at: 2, function: E}, say: a}\n"
    with on_stage(section("threshold", on).replace("over: [0, 2]", "over: [0, 2], span: [0, 3]")) as scene:
        assert readings(scene) == {"tail": "6.33", "other_tail": "3.5"}
        assert all(scene.plot.graph.model_of(at)[0] == pytest.approx(2) for at in scene._upright())


def test_what_counts_negative_from_a_threshold_on_is_called_an_integral():
    with on_stage(section("threshold", function="C")) as scene:
        assert [said_of(row) for row in scene.readings.rows.values()] == ["integral", "area"]


def said_of(row):
    return next(part.wording for part in row.get_family() if getattr(part, "wording", ""))


def test_the_window_grows_to_hold_both_curves_of_a_threshold():
    with on_stage(
        section("threshold", function="E", over="[0, 2]").replace("function: E}, say", "function: Q}, say")
    ) as scene:
        heights = scene.curve_of(scene.function).function, scene.tails[1].curve.function
        window = scene.plot.state
        assert all(window.low <= one(at) <= window.high for one in heights for at in (1, 2, window.right))


def test_an_area_from_a_threshold_on_that_leaves_its_curve_stops_the_picture():
    with on_stage(section("threshold")) as scene:
        scene.tails[1].fills[0].shift([0.3, 0.3, 0])
        with pytest.raises(InvariantViolated, match="the area from the threshold on ends on E"):
            scene.invariants.measure(0)


def test_bars_become_those_of_another_rule_without_leaving():
    upper, lower = (f"      - {{do: bars, with: {{count: 4, rule: {rule}}}, say: a}}\n" for rule in ("upper", "lower"))
    with on_stage(section(upper, lower), play=False) as scene:
        scene.perform(0)
        seen, covered = [], scene.covered
        scene.invariant("watched", lambda: seen.append((covered.state.bars, covered.sum)) or 0.0, 1)
        drawn(scene, 1)
        assert {bars for bars, _ in seen} == {1}
        sums = [one for _, one in seen]
        assert (sums[0], sums[-1]) == pytest.approx((3.75, 1.75))
        assert sums == sorted(sums, reverse=True)


def test_a_sum_of_many_bars_is_told_from_the_area():
    with on_stage(section("area", "      - {do: bars, with: {count: 40, rule: middle}, say: a}\n")) as scene:
        assert readings(scene) == {"area": "2.67", "sum": "2.666"}


@pytest.mark.parametrize("more", ["", ", others: [C]"])
def test_the_curve_is_drawn_where_the_area_will_be(more):
    with on_stage(section("area", over="[1, 5]" + more), play=False) as scene:
        assert scene.plot.shows(5, 1), "no move of the window is needed"


@pytest.mark.parametrize(
    ("function", "over"), [("Q", "[0, 0.4]"), ("C", "[1, 1.5]"), ("Q", "[5, 6]"), ("E", "[0, 0.2]")]
)
def test_a_narrow_area_is_looked_at_closer(function, over):
    with on_stage(section("area", function=function, over=over), play=False) as scene:
        window, covered = scene.plot.state, scene.covered.state
        assert window.left <= covered.low < covered.high <= window.right
        assert covered.high - covered.low >= 0.5 * window.x.length


@pytest.mark.parametrize(
    ("rule", "total"),
    [("left", 1.75), ("right", 3.75), ("middle", 2.625), ("trapezoid", 2.75), ("lower", 1.75), ("upper", 3.75)],
)
def test_a_bar_is_as_high_as_its_rule_says(rule, total):
    with on_stage(section(f"      - {{do: bars, with: {{count: 4, rule: {rule}}}, say: a}}\n")) as scene:
        assert scene.covered.sum == pytest.approx(total)


def test_a_trapezoid_ends_on_the_curve_on_both_sides_and_covers_its_sum():
    with on_stage(section("      - {do: bars, with: {count: 2, rule: trapezoid}, say: a}\n")) as scene:
        covered, graph = scene.covered, scene.plot.graph
        corners = [graph.model_of(one) for one in covered.boxes[0].points[::4]]
        assert all(min(abs(y), abs(y - x**2)) < 1e-6 for x, y in corners)
        assert covered.off_sum() == pytest.approx(0, abs=1e-9)
        covered.boxes[0].points[4] += 0.3 * UP
        assert covered.off_sum() > 0.01


def test_bars_split_out_of_trapezoids_without_a_leap():
    with on_stage(section("      - {do: bars, with: {count: 2, rule: trapezoid}, say: a}\n")) as scene:
        covered = scene.covered
        before, covered.rule_before, covered.rule = covered.sum, "trapezoid", "left"
        covered.stand(before=2, count=8, split=0)
        assert covered.sum == pytest.approx(before)


BOTH = "      - {do: bars, with: {count: 4, rule: both}, say: a}\n"


def test_the_sum_of_other_bars_fades_out_before_both_sums_come():
    """It was replaced in one frame: a pop."""
    upper = "      - {do: bars, with: {count: 4, rule: upper}, say: a}\n"
    with on_stage(section(upper, BOTH), play=False) as scene:
        drawn(scene, 0)
        old, seen = scene.readings.rows["sum"], []
        glyph = old.family_members_with_points()[0]
        scene.invariant("watched", lambda: seen.append((old in scene.mobjects, glyph.get_fill_opacity())) or 0.0, 1)
        drawn(scene, 1)
        assert min(opacity for stands, opacity in seen if stands) < 0.3
        assert not seen[-1][0]


def test_lower_and_upper_bars_stand_at_once_with_both_sums():
    with on_stage(section("area", BOTH, "refine")) as scene:
        assert readings(scene) == {"area": "2.67", "sum": "2.19", "upper": "3.19"}
        assert len(scene.covered.caps.get_subpaths()) == 8
        assert scene.covered.upper_sum >= scene.covered.worth >= scene.covered.sum
    with on_stage(section(BOTH, "      - {do: bars, with: {count: 4, rule: right}, say: a}\n")) as scene:
        assert readings(scene) == {"sum": "3.75"}
        assert not len(scene.covered.caps.get_subpaths())


def test_an_upper_bar_that_is_missing_is_noticed():
    with on_stage(section(BOTH)) as scene:
        assert scene.covered.off_sum() == pytest.approx(0, abs=1e-9)
        scene.covered.caps.set_points(scene.covered.caps.points[:-16])
        assert scene.covered.off_sum() > 0.01


def test_what_is_below_the_axis_counts_negative_and_is_called_an_integral():
    with on_stage(section("area", function="C", over="[0, 2]")) as scene:
        assert readings(scene) == {"integral": "-2"}
        assert scene.covered.is_signed


def test_an_area_whose_end_moves_to_the_left_of_its_beginning_is_an_integral():
    sweep = "      - {do: sweep, with: {to: -1}, say: a}\n"
    with on_stage(section("area", function="Q", over="[0, 2]") + sweep) as scene:
        assert readings(scene) == {"integral": "-0.33"}


def test_between_two_curves_nothing_is_negative():
    with on_stage(section("      - {do: between, with: {function: E}, say: a}\n", over="[0, 1]")) as scene:
        assert (scene.covered.state.low, scene.covered.state.high) == (0, 1)
        assert readings(scene) == {"area": "1.17"}


def test_two_curves_that_cross_twice_bound_an_area_by_themselves():
    steps = "      - {do: between, with: {function: B}, say: a}\n"
    with on_stage(section(steps).replace(", over: [0, 2]", "")) as scene:
        assert (scene.covered.state.low, scene.covered.state.high) == pytest.approx((-1, 1))
        assert readings(scene) == {"area": "0.33"}
    with on_stage(section(steps, over="[0, 1]")) as scene:
        assert (scene.covered.state.low, scene.covered.state.high) == (0, 1)


def test_what_is_between_two_curves_is_in_sight_as_a_whole_and_need_not_be_read():
    given = section("      - {do: between, with: {function: E, told: false}, say: a}\n", over="[0, 2], heights: [0, 2]")
    with on_stage(given) as scene:
        assert all(scene.plot.shows(at, one(at)) for at in (0, 2) for one in (scene.main, scene.covered.other))
        assert readings(scene) == {}


def test_the_area_after_one_between_two_curves_is_that_to_the_axis():
    both = section("between", "area", over="[0, 1]")
    with on_stage(both) as scene, on_stage(section("area", over="[0, 1]")) as alone:
        assert readings(scene) == readings(alone)


@pytest.mark.parametrize("action", ["bars", "area"])
def test_an_area_reaches_down_to_the_axis_wherever_one_has_zoomed_to(action):
    with on_stage(section("      - {do: zoom, with: {span: [1.9, 2.1]}, say: a}\n", action)) as scene:
        assert scene.plot.shows(0, 0)
        assert scene.plot.shows(2, 0)


@pytest.mark.parametrize("action", ["bars", "area", "between"])
def test_what_is_covered_ends_where_the_window_does(action):
    with on_stage(section(action, "      - {do: zoom, with: {span: [1.2, 1.6]}, say: a}\n")) as scene:
        drawn = [one for one in (*scene.covered.fills, *scene.covered.boxes) if len(one.points)]
        assert drawn
        assert all(scene.plot.place.moved(scene.plot.state.moved).holds(one, 1e-3) for one in drawn)


def test_an_area_beside_a_pole_is_refused():
    with pytest.raises(Faulty, match="not bounded"), on_stage(section("area", function="R", over="[-1, 1]")):
        pass


def test_bars_along_a_function_stay_where_both_curves_have_values():
    for steps, said in (("[0, 9]", "found a stretch from 0 to 81"), ("[-3, -2]", "found a stretch from 4 to 9")):
        mapped = STEPS["mapped"].replace("[0, 1.2]", steps)
        with pytest.raises(Faulty, match=said), on_stage(section(mapped, function="E", over="[0, 1.44]")):
            pass


def test_bars_split_into_no_fewer_than_stand_there():
    fewer = "      - {do: refine, with: {count: 3}, say: a}\n"
    with (
        pytest.raises(Faulty, match="count: found 3, expected at least the 8 that"),
        on_stage(section("refine", fewer)),
    ):
        pass
    with on_stage(section("refine", STEPS["bars"], "refine")) as scene:
        assert scene.covered.state.count == 8


def test_bars_that_are_moved_are_caught():
    with on_stage(section("bars", "slide"), play=False) as scene:
        scene.perform(0)
        scene.covered.boxes[0].stretch(1.01, 1)
        with pytest.raises(InvariantViolated, match="the bars cover their sum"):
            drawn(scene, 1)


def test_a_bar_that_is_missing_is_caught():
    with on_stage(section("bars", "slide"), play=False) as scene:
        scene.perform(0)
        scene.covered.boxes[0].set_points(scene.covered.boxes[0].points[16:])
        with pytest.raises(InvariantViolated, match="the bars cover their sum"):
            drawn(scene, 1)


def test_an_area_that_leaves_its_curve_is_caught():
    with on_stage(section("area", "slide"), play=False) as scene:
        scene.perform(0)
        scene.covered.fills[0].shift([0, 0.1, 0])
        with pytest.raises(InvariantViolated, match="the area ends on the curve"):
            drawn(scene, 1)


def test_bars_stand_while_the_area_fills_on_every_frame():
    """A film showed what stills did not: the bars went with the end of the area that filled."""
    with on_stage(section("bars", "area", "between"), play=False) as scene:
        for step in range(3):
            drawn(scene, step)
        assert scene.covered.state.filled == 1


def test_names_of_curves_keep_off_what_is_filled():
    with on_stage(section("between")) as scene:
        curves = [*scene.curves.values()]
        assert all(one.state.named for one in curves)
        assert not any(one.is_crossed(curves) for one in curves)
        filled = scene.covered.inside()
        curves[0].name.move_to(filled[len(filled) // 2])
        assert curves[0].is_crossed(curves), "a planted fault is found"


STACK = "      - {do: stack, say: a}\n"


@pytest.mark.parametrize("function", ["Q", "C"])
def test_what_is_between_the_sums_stands_in_one_column_beside_the_area(function):
    with on_stage(section(BOTH, STACK, "refine", function=function)) as scene:
        column = scene.covered.caps
        across, up = scene.plot.graph.units()
        apart = scene.covered.upper_sum - scene.covered.sum
        assert column.width == pytest.approx(scene.covered.width * across)
        assert column.width * column.height == pytest.approx(apart * across * up)
        assert scene.plot.graph.model_of(column.get_left())[0] > scene.covered.state.high


ZOOM = "      - {do: zoom, with: {span: [0, 2.3]}, say: b}\n"


def test_the_window_cuts_the_column_as_it_cuts_bars():
    """After a zoom it stood on the readings beside the axes."""
    with on_stage(section(BOTH, STACK, ZOOM)) as scene:
        ends = scene.plot.graph.points_of(np.array([*scene.plot.state.x]), np.zeros(2))
        assert scene.covered.caps.get_right()[0] <= ends[1][0] + 1e-6
        assert scene.covered.off_sum() == pytest.approx(0)


def test_a_column_narrows_while_its_bars_split_and_keeps_what_is_between_the_sums():
    with on_stage(section(BOTH, STACK, "refine"), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        seen, covered = [], scene.covered
        scene.invariant("watched", lambda: seen.append((covered.caps.width, covered.caps.height)) or 0.0, 1)
        drawn(scene, 2)
        widths = [width for width, _ in seen]
        assert widths == sorted(widths, reverse=True)
        assert widths[0] == pytest.approx(2 * widths[-1])
        assert {round(height, 6) for _, height in seen} == {round(seen[0][1], 6)}


def test_what_is_said_of_bars_changes_while_they_split():
    """A formula of the bars before stood for seconds beside those that had come."""
    said = (
        "      - {do: bars, with: {count: 4}, say: a, show: '2 \\cdot \\frac{1}{4} = 0.5'}\n",
        "      - {do: refine, with: {count: 8}, say: b, show: '2 \\cdot \\frac{1}{8} = 0.25'}\n",
    )
    with on_stage(section(*said), play=False) as scene:
        scene.perform(0)
        plays, play = [], scene.play
        scene.play = lambda *moves, **how: (plays.append(moves), play(*moves, **how))
        scene.perform(1)
        (splitting,) = (moves for moves in plays if any(isinstance(move, Morph) for move in moves))
        assert len(splitting) > 1, "the bars move in the same play"


def test_the_ends_of_an_area_go_to_those_of_another_without_leaving():
    other = "      - {do: area, with: {over: [0.5, 1]}, say: b}\n"
    with on_stage(section("area", other), play=False) as scene:
        scene.perform(0)
        scene.invariant("the area stands all the time", lambda: 1 - scene.covered.state.seen, 1e-6)
        scene.perform(1)
        assert readings(scene) == {"area": "0.29"}


def test_what_an_area_is_worth_may_be_kept_for_later():
    with on_stage(section("      - {do: area, with: {told: false}, say: a}\n")) as scene:
        assert scene.covered.state.filled == 1
        assert readings(scene) == {}


def test_the_same_bars_go_to_another_stretch_without_leaving():
    steps = "      - {do: bars, with: {count: 1, rule: both}, say: a}\n"
    moved = steps.replace("both", "both, over: [0.5, 0.75]")
    with on_stage(section("area", function="Q", over="[0, 1]") + steps + moved, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        seen = []
        scene.invariant("watched", lambda: seen.append(scene.covered.state.bars) or 0.0, 1)
        drawn(scene, 2)
        assert set(seen) == {1}
        assert (scene.covered.state.low, scene.covered.state.high) == (0.5, 0.75)
        assert scene.covered.sum == pytest.approx(0.25 * 0.5**2)
