"""A curve and its derivative below: two points at one place, one height and one slope."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, HEADER, drawn, on_stage

HEAD = """
  - id: derivative
    title: A derivative
    scene: DerivativeGraph
    with: {function: C}
    steps:
"""
TRACE = "      - {do: trace, say: a}\n"
SHAPE = "      - {do: grow, say: a}\n"
SLIDE = "      - {do: slide, with: {to: -1}, say: a}\n"
ZOOM = "      - {do: zoom, with: {span: [-2, 0]}, say: a}\n"
TANGENT = "      - {do: tangent, with: {at: 1}, say: a}\n"


@pytest.mark.parametrize("steps", [TRACE, SLIDE + TRACE, TRACE + SLIDE, TANGENT + TRACE + ZOOM + SLIDE, ZOOM + TRACE])
def test_the_lower_point_is_as_high_as_the_upper_one_is_steep(steps):
    with on_stage(HEAD + steps) as scene:
        x, slope = scene.lower.graph.model_of(scene.tracer.dot.get_center())
        assert scene.tracer.state.point == 1
        assert slope == pytest.approx(3 * x**2 - 3, abs=1e-6)
        assert x == pytest.approx(scene.spot.state.at)


def test_a_frame_may_show_the_very_place_of_a_kink():
    header = HEADER.replace("C(x): x^3 - 3x", "C(x): '|x|'")
    with on_stage(HEAD.replace("{function: C}", "{function: C, span: [-2, 2]}") + TRACE, header=header) as scene:
        scene.tracer.stand(at=0.0, point=1)
        scene.tracer.follow()
        assert scene.tracer.off_curve() < 1e-6
        scene.tracer.dot.shift([0, 0.05, 0])
        assert scene.tracer.off_curve() > 1e-6


@pytest.mark.parametrize("nearer", ["approach, with: {reach: -0.06, closer: true}", "gap, with: {reach: -0.06}"])
def test_both_windows_come_nearer_together(nearer):
    """Beside the edge of the window the points stood no more below each other."""
    first = nearer.split(",")[0].replace("approach", "secant")
    steps = f"      - {{do: {first}, with: {{reach: -0.6}}, say: a}}\n      - {{do: {nearer}, say: a}}\n"
    head = HEAD.replace("{function: C}", "{function: C, span: [-2, 2], start: 1.9}")
    with on_stage(head + TRACE + steps, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        drawn(scene, 2)
        assert scene.plot.state.x == scene.lower.state.x
        assert scene.plot.state.x.length < 1


def test_a_trace_goes_only_so_far_and_the_next_one_goes_on_from_there():
    part = TRACE.replace("trace,", "trace, with: {to: 0},")
    with on_stage(HEAD + part + SLIDE + TRACE, play=False) as scene:
        scene.perform(0)
        window = scene.plot.state
        assert scene.spot.state.at == pytest.approx(0)
        assert scene.slopes.state.drawn == pytest.approx(-window.left / (window.right - window.left))
        scene.perform(1)
        scene.perform(2)
        assert scene.slopes.state.drawn == 1


def test_a_trace_in_parts_is_slower_than_one_run_for_each_part_is_told():
    part = TRACE.replace("trace,", "trace, with: {to: 0},")
    with on_stage(HEAD + TRACE) as whole, on_stage(HEAD + part + TRACE) as parts:
        assert parts.renderer.time > whole.renderer.time + 4


def test_a_curve_grows_out_of_its_slopes_only_as_far_as_it_is_told():
    part = SHAPE.replace("grow,", "grow, with: {to: 0},")
    with on_stage(HEAD + part + SHAPE, play=False) as scene:
        scene.perform(0)
        window = scene.plot.state
        assert scene.slopes.state.drawn == 1
        assert scene.curve.state.drawn == pytest.approx(-window.left / window.x.length)
        assert scene.spot.state.at == scene.tracer.state.at == pytest.approx(0)
        scene.perform(1)
        assert scene.curve.state.drawn == 1


SECANTS = "      - {do: secant_slopes, with: {reach: 0.5}, say: a}\n"
NEARER = "      - {do: approach, with: {reach: 0.1}, say: a}\n"


@pytest.mark.parametrize(("steps", "reach"), [(SECANTS, 0.5), (SECANTS + NEARER, 0.1), (NEARER + SECANTS, 0.5)])
def test_below_it_the_slopes_of_all_secants_with_one_step_are_drawn(steps, reach):
    with on_stage(HEAD + steps) as scene:
        x, slope = scene.lower.graph.model_of(scene.nearly.dot.get_center())
        assert slope == pytest.approx(3 * x**2 + 3 * x * reach + reach**2 - 3, abs=1e-5)
        assert scene.approximate.state.drawn == scene.slopes.state.drawn == 1


def test_the_slopes_of_secants_settle_onto_the_derivative():
    with on_stage(HEAD + SECANTS + "      - {do: approach, say: a}\n") as scene:
        at = np.linspace(-1, 1, 9)
        assert scene.approximate.function.value(at) == pytest.approx(3 * at**2 - 3)
        assert scene.approximate.residual() < 2e-3
        scene.approximate.line.shift(np.array([0, 0.1, 0]))
        assert scene.approximate.residual() > 2e-3


def test_where_the_lower_curve_stands_its_point_comes_with_the_upper_one():
    with on_stage(HEAD + "      - {do: level_places, say: a}\n" + TANGENT) as scene:
        assert scene.tracer.state.point == scene.guide.state.seen == 1


def test_the_lower_axis_is_called_as_the_function_is():
    with on_stage(HEAD.replace("{function: C}", "{function: C, slope: K(x)}") + SHAPE,
                  header=HEADER.replace("colors:", "  K(x): 3x^2 - 3\ncolors:")) as scene:  # fmt: skip
        assert scene.lower.names[1].wording == "K"


def test_the_lower_axes_come_with_the_upper_ones():
    with on_stage(HEAD + TANGENT) as scene:
        assert scene.lower.state.axes == scene.lower.state.numbers == 1
        assert scene.slopes.state.drawn == 0


@pytest.mark.parametrize("aspect", ASPECTS)
def test_both_pairs_of_axes_stay_apart_and_inside_the_frame(aspect):
    with on_stage(HEAD + TRACE, aspect) as scene:
        for one in [*scene.plot.numbers, *scene.lower.numbers, *scene.lower.names]:
            assert scene.layout.frame.holds(one)
        assert scene.plot.place.bottom > scene.lower.place.top


def test_a_lower_point_that_stands_aside_is_caught():
    with on_stage(HEAD + TRACE + SLIDE, play=False) as scene:
        scene.perform(0)
        scene.tracer.dot.add_updater(lambda dot: dot.shift(np.array([0.01, 0, 0])))
        with pytest.raises(InvariantViolated, match="the lower point"):
            drawn(scene, 1)


GROW = """
  - id: growing
    title: An area grows
    scene: DerivativeGraph
    with: {function: X, slope: e^x, span: [0, 2], start: 0}
    steps:
"""
COLLECT = "      - {do: collect, with: {to: 2}, say: a}\n"
STRIP = "      - {do: strip, with: {at: 1, reach: 0.5}, say: a}\n"
LEVEL = "      - {do: level, say: a}\n"
NARROW = "      - {do: narrow, with: {reach: 0.02}, say: a}\n"


@pytest.mark.parametrize(
    "steps", [COLLECT, STRIP, NARROW, COLLECT + STRIP + NARROW + SLIDE.replace("-1", "1.5"), STRIP + COLLECT + NARROW]
)
def test_the_area_ends_where_the_point_stands(steps):
    with on_stage(GROW + steps) as scene:
        assert scene.collected.state.high == scene.spot.state.at
        assert scene.collected.worth == pytest.approx(np.exp(scene.spot.state.at) - 1)


def test_where_the_area_ends_the_curve_has_to_leave_its_tangent_for_a_gap():
    header = HEADER.replace("C(x): x^3 - 3x", "C(x): '\\max(x, 0)^2'")
    gap = "      - {do: gap, with: {reach: 0.5}, say: a}\n"
    head = HEAD.replace("{function: C}", "{function: C, span: [-2, 2], start: 1}")
    there = COLLECT.replace("2}", "-1.5}")
    with on_stage(head + COLLECT.replace("2}", "0.5}") + gap, header=header, play=False):
        pass
    with pytest.raises(Faulty, match=r"lies on its tangent at -1\.5"), on_stage(head + there + gap, header=header):
        pass


def test_the_upper_curve_is_drawn_only_as_far_as_was_collected():
    with on_stage(GROW + COLLECT.replace("2}", "1}")) as scene:
        assert scene.curve.state.drawn == pytest.approx(0.5)


def test_the_strip_narrows_in_a_window_that_narrows_with_it():
    with on_stage(GROW + STRIP + NARROW) as scene:
        assert scene.spot.state.reach / scene.plot.state.x.length == pytest.approx(0.25)
        assert scene.lower.state.x == scene.plot.state.x


@pytest.mark.parametrize("reach", [0.5, -0.5])
def test_a_strip_is_held_by_the_higher_of_two_rectangles_and_holds_the_lower_one(reach):
    with on_stage(GROW + STRIP.replace("0.5}", f"{reach}}}")) as scene:
        tops = [scene.lower.graph.model_of(box.get_top())[1] for box in (scene.next.box, scene.next.inner)]
        ends = [scene.slopes.function(at) for at in (1, 1 + reach)]
        assert tops == pytest.approx(sorted(ends, reverse=True))


STEPPED = GROW.replace("slope: e^x", "slope: X(x), step: k_1")
KNOWN = HEADER.replace("model:\n", "model:\n  k_1: {kind: positive}\n")


@pytest.mark.parametrize(("reach", "at_end"), [(0.5, "higher"), (-0.5, "lower")])
def test_a_strip_between_named_heights_tells_its_width_and_both_beside_its_mean_height(reach, at_end):
    strip = STRIP.replace("0.5}", f"{reach}}}")
    with on_stage(STEPPED + strip + LEVEL, header=KNOWN) as scene:
        assert [*scene.readings.rows] == ["k_1", "lower", "secant", "higher"]
        width, lower, mean, higher = (row.value() for row in scene.readings.rows.values())
        assert width == 0.5
        assert lower < mean < higher
        assert scene.readings.rows[at_end].value() == pytest.approx(np.exp(1 + reach))


def test_a_strip_before_the_point_narrows_too():
    with on_stage(STEPPED + STRIP + NARROW.replace("0.02", "-0.02"), header=KNOWN) as scene:
        assert scene.spot.state.reach == -0.02
        assert scene.plot.state.x.length == pytest.approx(1)


def test_a_strip_that_is_levelled_is_as_high_as_the_secant_is_steep():
    with on_stage(GROW + STRIP + LEVEL) as scene:
        top = scene.lower.graph.model_of(scene.next.fill.get_top())[1]
        assert top == pytest.approx(scene.spot.slope)
        assert [*scene.readings.rows] == ["\\Delta x", "secant"]


def test_a_levelled_strip_of_another_size_is_caught():
    with on_stage(GROW + STRIP + LEVEL) as scene:
        assert scene.next.off_size() < 1e-3
        scene.next.fill.stretch(1.1, 1)
        assert scene.next.off_size() > 1e-3


@pytest.mark.parametrize("reach", [-0.5, -0.02])
def test_a_strip_may_lie_before_the_point_and_tells_no_width_then(reach):
    with on_stage(GROW + STRIP.replace("0.5}", f"{reach}}}")) as scene:
        assert scene.next.off_size() < 1e-3
        assert scene.next.off_height() < 1e-5
        assert [*scene.readings.rows] == ["secant"]


def test_nothing_is_read_of_a_strip_while_another_comes():
    other = STRIP.replace("0.5}", "-0.5}")
    with on_stage(GROW + STRIP + other, play=False) as scene:
        scene.perform(0)
        seen = []
        scene.invariant("watched", lambda: seen.append((scene.spot.state.reach, [*scene.readings.rows])) or 0.0, 1)
        drawn(scene, 1)
        assert all("\\Delta x" not in rows for reach, rows in seen if -0.5 < reach < 0)


def test_a_curve_on_axes_without_a_name_is_named_when_it_is_collected():
    with on_stage(GROW.replace("slope: e^x", "others: [E], slope: e^x") + COLLECT) as scene:
        assert scene.curve.state.named == 1


def test_only_the_lower_axes_tell_the_numbers_across():
    with on_stage(HEAD + TRACE) as scene:
        assert not scene.plot.graph.across
        assert scene.lower.graph.across


def test_a_strip_alone_has_no_rectangles_and_no_secant():
    with on_stage(GROW + STRIP.replace("0.5}", "0.5, boxed: false}")) as scene:
        assert (scene.next.state.box, scene.next.state.inner, scene.spot.state.line) == (0, 0, 0)
        assert (scene.next.state.strip, scene.spot.state.triangle) == (1, 1)


def test_the_lower_point_wanders_only_where_the_upper_one_does():
    with on_stage(GROW + COLLECT.replace("2}", "1}") + STRIP) as scene:
        assert scene.tracer.lives()
        assert not scene.spot.picture.lives()
        assert not scene.tracer.picture.lives()


def test_a_wrong_name_of_the_lower_curve_is_refused():
    with pytest.raises(Faulty, match="the picture says"), on_stage(GROW.replace("e^x", "x") + COLLECT):
        pass


def test_a_bar_that_is_too_high_is_caught():
    with on_stage(GROW + COLLECT.replace("2}", "1}") + SLIDE.replace("-1", "1.5"), play=False) as scene:
        scene.perform(0)
        scene.next.stem.add_updater(lambda stem: stem.stretch(0.9, 1))
        with pytest.raises(InvariantViolated, match="a bar is as high"):
            drawn(scene, 1)


def test_lines_lead_up_from_where_the_derivative_is_zero():
    with on_stage(HEAD + "      - {do: level_places, say: a}\n") as scene:
        *_, guides = scene.notes
        assert [round(at, 9) for at, _ in guides.drawn] == [-1, 1]
        guides.drawn[0][1].shift([0.1, 0, 0])
        with pytest.raises(InvariantViolated, match="a line leads up from each zero"):
            scene.invariants.measure(0)


@pytest.mark.parametrize("before", [STRIP, COLLECT, TANGENT, STRIP + SHAPE + STRIP])
def test_a_curve_grows_with_its_tangent_whatever_stood_before(before):
    with on_stage(GROW + before + SHAPE) as scene:
        spot = scene.spot.state
        assert (spot.reach, spot.second, spot.triangle, spot.line) == (0, 0, 0, 1)
        assert not scene.collected.state.seen
        assert [*scene.readings.rows] == ["slope"]
        assert scene.curve.state.drawn == 1


def test_a_curve_that_stands_goes_before_it_grows():
    with on_stage(HEAD + "      - {do: draw, say: a}\n" + SHAPE, play=False) as scene:
        scene.perform(0)
        drawn_so_far = []
        scene.invariant("look", lambda: drawn_so_far.append(scene.curve.state.drawn) or 0.0, 1)
        drawn(scene, 1)
        assert drawn_so_far[-1] == 1
        assert min(drawn_so_far) == 0


def test_no_number_stands_on_the_guide():
    with on_stage(HEAD + SHAPE) as scene:
        assert not scene.plot.crossed()


@pytest.mark.parametrize("run", ["grow", "trace"])
def test_what_is_drawn_so_far_is_drawn_in_another_window_too(run):
    steps = f"      - {{do: {run}, with: {{to: 0.5}}, say: a}}\n      - {{do: zoom, with: {{span: [0, 1]}}, say: a}}\n"
    with on_stage(GROW + steps) as scene:
        assert (scene.curve if run == "grow" else scene.slopes).state.drawn == pytest.approx(0.5)


@pytest.mark.parametrize("run", ["grow", "trace"])
@pytest.mark.parametrize("before", [NARROW, "      - {do: RUN, with: {to: 0.5}, say: a}\n", ""])
@pytest.mark.parametrize("to", [1.8, 2.5])
def test_a_run_ends_where_the_step_says_also_beyond_the_window(run, before, to):
    with on_stage(GROW + (before + f"      - {{do: RUN, with: {{to: {to}}}, say: a}}\n").replace("RUN", run)) as scene:
        assert scene.spot.state.at == scene.tracer.state.at == to
        assert scene.plot.shows(to, np.exp(to))
        window, drawn = scene.plot.state, (scene.curve if run == "grow" else scene.slopes).state.drawn
        assert window.left + drawn * window.x.length == pytest.approx(to)


LIFT = "      - {do: lift, with: {by: 2, called: k_1}, say: a}\n"
NAMED = STRIP.replace("0.5}", "0.5, boxed: false, called: [s, r]}")


@pytest.mark.parametrize("before", [NAMED, "", COLLECT.replace("2}", "1}")])
def test_a_lifted_curve_rises_by_as_much_as_the_first_one(before):
    with on_stage(GROW + before + LIFT, header=KNOWN) as scene:
        figure, _ = scene.lifted
        (low, high) = (scene.plot.graph.model_of(figure.rise.points[k])[1] for k in (0, -1))
        assert high - low == pytest.approx(scene.spot.rise)
        assert figure.off_bars() < 1e-6
        assert scene.readings.rows["lifted"].value() == 2
        assert scene.plot.state.high >= np.exp(2) + 2
        figure.rise.shift([0, 0.1, 0]).stretch(1.2, 1)
        figure.bars[0].stretch(1.2, 1)
        assert figure.off_rise() > 1e-3
        assert figure.off_bars() > 1e-3


def test_a_lifted_curve_and_names_of_ends_leave_with_their_strip():
    with on_stage(GROW + NAMED + LIFT + TANGENT.replace("1}", "0.5}"), header=KNOWN, play=False) as scene:
        for step in range(2):
            scene.perform(step)
        assert sorted(type(one).__name__ for one in scene.notes) == ["EndName", "EndName", "Lifted"]
        assert all(text in scene.texts for one in scene.notes for text in one.texts)
        scene.perform(2)
        assert not scene.notes


def test_an_end_has_its_name_under_it():
    with on_stage(GROW + NAMED) as scene:
        names = [*scene.notes]
        assert [one.name.get_center()[0] for one in names] == pytest.approx(
            [scene.plot.point(at, 0.0)[0] for at in (1, 1.5)]
        )


def test_an_area_is_drawn_down_to_its_axis_also_in_another_window():
    with on_stage(GROW + COLLECT + "      - {do: zoom, with: {span: [1, 1.5]}, say: a}\n") as scene:
        assert scene.lower.state.low <= 0


def test_the_track_is_turned_up_with_the_first_area_and_stands_then():
    head = GROW.replace("start: 0", "start: 0, unit: m")
    with on_stage(head + COLLECT.replace("2}", "1}") + COLLECT, play=False) as scene:
        turned = []
        scene.invariant("watched", lambda: turned.append(scene.climb.state.turned) or 0.0, 1)
        drawn(scene, 0)
        assert (min(turned), turned[-1]) == (0, 1)
        scene.invariants.restart()
        turned.clear()
        drawn(scene, 1)
        assert set(turned) == {1}
