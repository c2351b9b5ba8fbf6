"""A point by two functions of one parameter: on its path on every frame, its trace as high as its coordinate."""

from itertools import pairwise

import numpy as np
import pytest
from manim import VGroup

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.plane.graph import meets
from tests.scenes.theatre import ASPECTS, all_hold, drawn, drawn_whole, on_stage, outside, proven_section

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  x(t): \cos t
  y(t): \sin t
  u(t, a): a t \cos t
  v(t, a): a t \sin t
  s(q): q
sections:
"""

CIRCLE = r"""
  - id: circle
    title: A circle
    scene: ParametricCurve
    with: {across: x, up: y, span: [0, 2\pi], trace_of: y}
    steps:
      - {do: trace, with: {to: 4}, say: a}
      - {do: legs, say: b}
      - {do: velocity, say: c}
      - {do: slide, with: {to: 1}, say: d}
"""

SPIRAL = r"""
  - id: spiral
    title: A spiral
    scene: ParametricCurve
    with: {across: u, up: v, span: [0, 12], held: {a: 1}, trace_of: v}
    steps:
      - {do: draw, say: a}
      - {do: point, with: {at: 3}, say: b}
      - {do: vary, with: {of: a, to: 0.5}, say: c}
      - {do: trace, with: {to: 6}, say: d}
      - {do: vary, with: {of: a, to: 3}, say: e}
"""


BEAN = r"""
  - id: bean
    title: A bean
    scene: ParametricCurve
    with: {across: p, up: q, span: [0, 2\pi]}
    steps:
      - {do: segment, with: {first: 3.6, second: 5}, say: a}
      - {do: segment, with: {first: 0.2, second: 2.94}, say: b}
"""
BEANS = MODEL.replace("s(q): q", "p(t): 2 \\cos t\n  q(t): \\sin t + \\frac{3}{5} \\cos 2t")


def test_a_segment_is_red_where_it_leaves_the_set_and_green_in_it():
    with on_stage(BEAN, play=False, header=BEANS) as scene:
        scene.perform(0)
        assert [inside for inside, _ in scene.enclosed.parts(scene.enclosed.state)] == [True]
        scene.perform(1)
        assert [inside for inside, _ in scene.enclosed.parts(scene.enclosed.state)] == [True, False, True]
        green, red = scene.enclosed.sides
        assert len(green.points) == 8
        assert len(red.points) == 4


def test_a_figure_without_formulas_and_readings_has_the_whole_body():
    with (
        on_stage(BEAN, header=BEANS) as quiet,
        on_stage(BEAN.replace("do: segment, with: {first: 0.2, second: 2.94}", "do: point"), header=BEANS) as read,
    ):
        assert quiet.layout.figure == quiet.layout.body
        assert read.layout.figure.width < read.layout.body.width


DARTS = (
    BEAN.partition("    steps:")[0]
    + """    steps:
      - {do: darts, with: {count: 200}, say: a}
      - {do: darts, with: {count: 1500, seed: 2}, say: b}
"""
)


def test_the_share_of_points_that_fall_inside_says_how_large_the_set_is():
    circle = DARTS.replace("across: p, up: q", "across: x, up: y")
    with on_stage(circle, header=MODEL) as scene:
        assert scene.thrown.count == 1500
        assert scene.thrown.estimate == pytest.approx(np.pi, abs=0.1)
        told = np.hypot(*scene.thrown.places.T) < 1
        assert (told == scene.thrown.inside).mean() > 0.999, "but for the path's corners"
        assert {*scene.readings.rows} == {"count", "share", "estimate"}


@pytest.mark.parametrize(
    "spoil", [lambda one: one.shift(np.array([0.4, 0, 0])), lambda one: one.set_points(one.points[:640])]
)
def test_a_point_on_the_other_side_or_one_that_is_missing_stops_the_picture(spoil):
    with on_stage(DARTS, play=False, header=BEANS) as scene:
        scene.perform(0)
        spoil(scene.thrown.sides[0])
        with pytest.raises(InvariantViolated, match="each point is on the side"):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda one: one.dots[0].shift(np.array([0.1, 0, 0])), "the segment joins two points of the path"),
        (lambda one: one.sides[0].set_points(one.sides[1].points), "each part of the segment is on the side"),
    ],
)
def test_a_planted_fault_of_a_segment_stops_the_picture(spoil, told):
    with on_stage(BEAN, header=BEANS) as scene:
        spoil(scene.enclosed)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


def test_the_trace_stands_level_with_the_point_on_the_path():
    with on_stage(CIRCLE, header=MODEL) as scene:
        here, there = scene.orbit.dot.get_center(), scene.traced.dot.get_center()
        assert here[1] == pytest.approx(there[1])
        assert scene.side.graph.model_of(there) == pytest.approx((1, np.sin(1)))
        assert scene.traced.state.drawn == pytest.approx(4), "what was traced stays"


def test_any_function_of_the_parameter_is_traced_on_its_own_heights_and_read():
    polar = MODEL.replace("  s(q)", "  d(t): 5 + t\n  s(q)")
    with on_stage(CIRCLE.replace("trace_of: y", "trace_of: d"), header=polar) as scene:
        assert scene.side.graph.model_of(scene.traced.dot.get_center()) == pytest.approx((1, 6))
        assert scene.readings.rows["traced"].value() == pytest.approx(6)
        assert scene.side.shows(6, 11)
        scene.invariants.measure(0)


ROAD = r"""
  - id: road
    title: A road
    scene: ParametricCurve
    with: {across: s, up: o, span: [0, 4], mark: car}
    steps:
      - {do: point, with: {at: 1}, say: a}
"""


@pytest.mark.parametrize(("height", "axes"), [("0", 1), ("1", 2), ("q", 2)])
def test_a_road_that_is_never_above_or_below_has_no_upright_axis(height, axes):
    with on_stage(ROAD, header=MODEL.replace("sections:", f"  o(q): {height}\nsections:")) as scene:
        assert len(scene.plot.graph.tips) == axes == len(scene.plot.names)
        assert ("0" in {one.wording for one in scene.plot.graph.numbers}) == (axes == 1)


def test_the_velocity_has_both_derivatives_on_one_scale():
    with on_stage(CIRCLE, header=MODEL) as scene:
        assert scene.orbit.path.velocity(1.0) == pytest.approx((-np.sin(1), np.cos(1)))


def test_axes_reach_as_far_as_a_path_that_grows():
    with on_stage(SPIRAL, header=MODEL) as scene:
        ((_, points),) = scene.orbit.path.pieces()
        assert all(scene.plot.shows(*point) and scene.side.shows(0, point[1]) for point in points)
        assert np.abs(points).max() > 30, "three times as far as at first"


def test_a_path_is_seen_to_grow_on_axes_that_stand():
    with on_stage(SPIRAL, play=False, header=MODEL) as scene:
        for index in range(4):
            scene.perform(index)
        seen = []
        now = lambda: (scene.plot.state.x.length, scene.parameters["a"].get_value())  # noqa: E731 - it is watched
        scene.invariant("watched", lambda: seen.append(now()) or 0.0, 1)
        drawn(scene, 4)
        assert all(one[0] == after[0] or one[1] == after[1] for one, after in pairwise(seen))
        assert len({width for width, _ in seen}) > 5
        assert len({a for _, a in seen}) > 5


def test_a_reading_that_is_new_says_what_the_value_is_on_every_frame():
    with on_stage(SPIRAL, play=False, header=MODEL) as scene:
        for index in range(2):
            scene.perform(index)
        off = []

        def look():
            if row := scene.readings.rows.get("a"):
                off.append(abs(float(row.number.wording) - scene.parameters["a"].get_value()))
            return 0.0

        scene.invariant("look", look, 1)
        drawn(scene, 2)
        assert off
        assert max(off) < 0.1


def test_axes_that_are_given_heights_have_room_for_what_will_grow():
    model = MODEL.replace("  s(q): q\n", "  s(q): q\n  k(t, a): a \\cos t\n  l(t, a): a \\sin t\n")
    ripple = r"""
  - id: ripple
    title: A ripple
    scene: ParametricCurve
    with: {across: k, up: l, span: [0, 2\pi], held: {a: 1}, heights: [-2, 2]}
    steps:
      - {do: draw, say: a}
      - {do: vary, with: {of: a, to: 2}, say: b}
"""
    with on_stage(ripple, play=False, header=model) as scene:
        scene.perform(0)
        before = scene.plot.state
        scene.perform(1)
        assert (scene.plot.state.x, scene.plot.state.y) == (before.x, before.y)
        assert scene.plot.shows(0, 2)


POLE = r"""
  - id: pole
    title: A pole
    scene: ParametricCurve
    with: {across: x, up: z, span: [0, 6]}
    steps:
      - {do: draw, say: a}
"""


def test_no_line_leads_across_a_pole_and_the_rest_of_the_path_is_not_flat():
    with on_stage(POLE, header=MODEL.replace("  s(q): q\n", "  z(t): \\tan t\n")) as scene:
        window, points = scene.plot.state, scene.plot.graph.models_of(scene.orbit.line.points)
        assert window.y.length < 20
        assert len(scene.orbit.pieces()) > 2
        assert np.abs(points[:, 1] - window.y.middle).max() < 0.501 * window.y.length
        assert np.abs(points[3::4] - points[::4]).max() < window.y.length / 3, "else it would lead across the pole"


def test_numbers_go_aside_for_the_arrow_to_the_point():
    with on_stage(CIRCLE.replace("{to: 1}", "{to: 2.09}"), header=MODEL) as scene:
        assert not scene.plot.crossed()
        scene.plot.numbers[0].move_to((scene.orbit.dot.get_center() + scene.plot.point(0, 0)) / 2)
        scene.plot.told = [*scene.plot.graph.numbers]
        assert scene.plot.crossed(), "a planted fault is found"


def test_an_arc_tells_the_angle_where_the_parameter_is_one():
    with on_stage(CIRCLE, header=MODEL) as scene:
        assert scene.orbit.turned.angle() == pytest.approx(1)
    with on_stage(SPIRAL.replace("{to: 6}", "{to: 10}"), header=MODEL) as scene:
        assert scene.orbit.turned.angle() == pytest.approx(10), "over more than one round"
    with on_stage(CIRCLE.replace("across: x, up: y", "across: y, up: x"), header=MODEL) as scene:
        assert scene.orbit.turned is None


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(("section", "model"), [(CIRCLE, MODEL), (SPIRAL, MODEL), (BEAN, BEANS)])
def test_what_is_claimed_holds_on_every_frame_inside_the_frame(section, model, aspect):
    with on_stage(section, aspect, play=False, header=model) as scene:
        assert drawn_whole(scene) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda scene: scene.orbit.dot.shift(np.array([0.1, 0, 0])), "the point stands where both functions are"),
        (lambda scene: scene.orbit.turned.put(np.zeros(3), np.ones(3), 3.9, legs=False), "the arc is the angle"),
        (lambda scene: scene.traced.dot.shift(np.array([0, 0.1, 0])), "the traced point is as high as its coordinate"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(CIRCLE, play=False, header=MODEL) as scene:
        scene.perform(0)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("up: y,", "up: s,", "expected one parameter"),
        ("trace_of: y", "trace_of: s", "expected one parameter"),
        (", trace_of: y", "", "needs 'trace_of'"),
        ("{to: 1}", "{to: 9}", "found 9, expected a value from 0 to"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises(Faulty, match=told), on_stage(CIRCLE.replace(good, bad), header=MODEL):
        pass


def test_a_path_that_is_kept_stays_where_it_was_while_the_parameter_moves_on():
    steps = SPIRAL.partition("    steps:")[0] + "    steps:\n      - {do: draw, say: a}\n"
    steps += "      - {do: vary, with: {of: a, to: 0.5, keep: true}, say: b}\n"
    with on_stage(steps, header=MODEL, play=False) as scene:
        scene.perform(0)
        before = scene.orbit.line.points.copy()
        scene.perform(1)
        kept = scene.mobjects[scene.mobjects.index(scene.orbit.picture) - 1]
        assert any(np.allclose(one.points, before) for one in kept.get_family() if len(one.points) == len(before))
        assert not np.allclose(scene.orbit.line.points[-1], before[-1])


def test_no_velocity_leaves_the_window():
    with on_stage(CIRCLE, play=False, header=MODEL) as scene:
        orbit, window = scene.orbit, scene.plot.state
        for at in np.linspace(*scene.span, 50):
            x, y = np.array(orbit.path.at(at)) + orbit.scale * np.array(orbit.path.velocity(at))
            assert window.left <= x <= window.right
            assert window.low <= y <= window.high


def test_a_path_that_is_fast_at_one_end_has_arrows_that_are_seen_elsewhere_and_their_scale_is_off_it():
    header = MODEL.replace("  s(q): q\n", "  r(t): t\n  z(t): \\sqrt{25 - t^2}\n")
    section = POLE.replace("across: x", "across: r").replace("[0, 6]", "[0, 5]").replace("do: draw", "do: velocity")
    with on_stage(section, header=header) as scene:
        assert scene.orbit.scale >= 0.2
        key = next(
            one for one in scene.mobjects if any("vec" in getattr(part, "wording", "") for part in one.get_family())
        )
        half = np.array([key.width, key.height]) / 2
        assert not meets(scene.orbit.line.points[:, :2], key.get_center()[:2], half)


def test_a_car_stands_where_the_point_would_and_a_coordinate_that_never_changes_is_not_read():
    road = SPIRAL.partition("    with:")[0] + "    with: {across: q, up: r, span: [0, 2], mark: car}\n    steps:\n"
    model = MODEL.replace("s(q): q", "q(t): t^2\n  r(t): 0")
    with on_stage(road + "      - {do: point, with: {at: 1}, say: a}\n", header=model) as scene:
        assert scene.orbit.off_path() < 1e-9
        assert len(scene.orbit.dot) == 4
        assert {*scene.readings.rows} == {"t", "across"}


def test_a_car_begins_where_its_road_does_and_never_drives_back_to_it():
    with on_stage(DRIVE, header=ROADS, play=False) as scene:
        scene.perform(0)
        assert scene.orbit.state.at == scene.span.low


def test_points_that_fell_around_the_path_as_it_was_leave_where_it_changes():
    steps = SPIRAL.partition("    steps:")[0] + "    steps:\n      - {do: darts, with: {count: 20}, say: a}\n"
    steps += "      - {do: vary, with: {of: a, to: 0.5}, say: b}\n      - {do: darts, with: {count: 30}, say: c}\n"
    with on_stage(steps, header=MODEL, play=False) as scene:
        scene.perform(0)
        before = scene.thrown.high
        scene.perform(1)
        assert {*scene.readings.rows} == {"a"}
        scene.perform(2)
        assert scene.thrown.high == pytest.approx(before / 2)


POLYGON = r"""
  - id: polygon
    title: A triangle
    scene: ParametricCurve
    with: {across: x, up: y, span: [0, 2\pi]}
    steps:
      - {do: points, with: {at: [0, '\frac{2\pi}{3}', '\frac{4\pi}{3}']}, say: a}
"""


def path_points(scene):
    return scene.mobjects[scene.mobjects.index(scene.orbit.picture) + 1]


def test_points_stay_on_the_path_and_are_joined_all_around():
    with on_stage(POLYGON, header=MODEL) as scene:
        line, *dots = path_points(scene).submobjects
        angles = [0, 2 * np.pi / 3, 4 * np.pi / 3]
        places = [scene.plot.graph.model_of(one.get_center()) for one in dots]
        assert places == [pytest.approx((np.cos(one), np.sin(one)), abs=1e-9) for one in angles]
        assert line.points[0] == pytest.approx(line.points[-1])
        scene.invariants.measure(0)
        dots[1].shift([0.1, 0, 0])
        with pytest.raises(InvariantViolated, match="each of the points stands on the path"):
            scene.invariants.measure(0)


DRIVE = r"""
  - id: road
    title: A road
    scene: ParametricCurve
    with: {across: w, up: n, span: [0, 2], trace_of: w, mark: car}
    steps:
      - {do: speedometer, with: {unit: m/s}, say: a}
      - {do: trace, with: {to: 1}, say: b}
"""
ROADS = MODEL.replace("  s(q): q", "  s(q): q\n  w(t): t^2\n  n(t): 0")


def test_a_speedometer_takes_the_place_of_the_one_that_stood():
    again = DRIVE.splitlines(keepends=True)[6]
    with on_stage(DRIVE + again + "      - {do: slide, with: {to: 2}, say: c}\n", header=ROADS) as scene:
        assert scene.dial.off_speed() < 1e-9


def test_the_needle_of_a_speedometer_points_at_the_speed_and_one_that_does_not_is_caught():
    with on_stage(DRIVE, header=ROADS) as scene:
        dial = next(one for one in scene.invariants.receipts() if one.name == "the needle points at the speed")
        assert dial.largest < 1e-9
        x, y, _ = scene.dial.needle.points[-1] - scene.dial.needle.points[0]
        assert (x, y) == (pytest.approx(0, abs=1e-9), pytest.approx(scene.dial.radius * 0.52))  # 2 of 4: upright
        scene.dial.needle.rotate(0.1)
        with pytest.raises(InvariantViolated, match="the needle points at the speed"):
            scene.invariants.measure(0)


def test_what_a_filled_path_goes_around_anew_lies_between_it_and_how_it_was():
    section = """
  - id: ripple
    title: A ripple
    scene: ParametricCurve
    with: {across: p, up: q, span: [0, 2\\pi], held: {a: 1}, filled: true}
    steps:
      - {do: draw, say: a}
      - {do: vary, with: {of: a, to: 2, keep: true}, say: b}
"""
    header = MODEL.replace("  s(q): q\n", "  p(t, a): a \\cos t\n  q(t, a): a \\sin t\n")
    with on_stage(section, header=header) as scene:
        places = scene.plot.graph.models_of(scene.ring.points[::4])
        far = np.hypot(*places.T)
        assert {round(one) for one in far} == {1, 2}
        assert far == pytest.approx(np.round(far), abs=1e-3)


RING = r"""
  - id: ring
    title: A ring
    scene: ParametricCurve
    with: {across: x, up: y, span: [0, 2\pi], held: {a: 1}, filled: true, axes: false}
    steps:
      - {do: vary, with: {of: a, to: 1.2, keep: true}, say: a}
      - {do: unroll, say: b}
      - {do: vary, with: {of: a, to: 2}, say: c}
"""
RINGS = MODEL.replace("x(t): \\cos t\n  y(t): \\sin t", "x(t, a): a \\cos t\n  y(t, a): a \\sin t")


def test_a_ring_is_unrolled_within_the_axes_and_leaves_as_the_path_goes_on():
    with on_stage(RING, play=False, header=RINGS) as scene:
        scene.perform(0)
        scene.perform(1)
        low, high = scene.strip.corners()
        window = scene.plot.state
        assert window.left < low[0] < high[0] < window.right
        assert low[1] > window.low
        assert scene.strip.off_lengths() == pytest.approx(0, abs=1e-3)
        scene.perform(2)
        assert scene.strip is None


def test_a_strip_without_axes_has_the_whole_width_and_all_that_is_read_stands_above_it_beside_the_ring():
    """It had the figure's width, so the ring was small, and what was below both was empty."""
    head, vary, rest = RING.partition("      - {do: vary, with: {of: a, to: 2}")
    section = f"{head}      - {{do: stay, say: c, show: 'x(t, a) = a \\cos t'}}\n{vary}{rest}"
    with on_stage(section, play=False, header=RINGS) as scene:
        for index in range(3):
            scene.perform(index)
        wide, ring = VGroup(*scene.strip.parts), scene.ring
        assert wide.width > 0.6 * scene.layout.body.width
        for one in (*scene.readings.rows.values(), *scene.panel):
            assert one.get_bottom()[1] > wide.get_top()[1]
            assert one.get_left()[0] > ring.get_right()[0]
            assert scene.layout.body.holds(one)
        assert min(one.get_bottom()[1] for one in scene.panel) > scene.readings.rows["a"].get_top()[1]
        radius, length, _ = scene.strip.numbers
        assert [str(one.formula.text) for one in (radius, length)] == ["1", "6.28"]
        assert length.get_top()[1] < wide.get_bottom()[1]
        assert scene.layout.body.holds(length)
        scene.strip.inner = 1.1
        assert scene.strip.off_lengths() > 0.05
        scene.strip.inner = 1.0
        scene.perform(3)
        assert scene.orbit.picture.get_right()[0] < min(one.get_left()[0] for one in scene.panel)


def test_only_a_ring_that_is_new_is_unrolled():
    head = RING.partition("      - {do: vary")[0]
    with pytest.raises(Faulty, match="with no ring that is new"):
        proven_section(head + "      - {do: unroll, say: b}\n", RINGS)


@pytest.mark.parametrize(
    ("good", "other"), [(", keep: true", ""), ("filled: true, ", ""), ("to: 1.2", "to: 0.5"), ("{a: 1}", "{a: 0.001}")]
)
def test_a_ring_is_unrolled_whether_its_path_was_kept_or_filled_or_shrank_and_twice(good, other):
    section = RING.replace(good, other).replace("axes: false", "axes: true").replace("{a: 1}", "{a: 3}")
    with on_stage(
        section.replace("      - {do: unroll, say: b}\n", "      - {do: unroll, say: b}\n" * 2), header=RINGS
    ) as scene:
        assert all_hold(scene)


THIN = "      - {do: thin, with: {of: a, to: 1.02}, say: b}\n"


def test_strip_and_corners_follow_a_ring_that_becomes_thinner():
    with on_stage(
        RING.partition("      - {do: unroll")[0] + "      - {do: unroll, say: b}\n" + THIN, play=False, header=RINGS
    ) as scene:
        scene.perform(0)
        scene.perform(1)
        thick = scene.strip.areas()
        drawn(scene, 2)
        strip, corners = scene.strip.areas()
        assert strip / thick[0] == pytest.approx(0.1, rel=1e-3)
        assert corners / thick[1] == pytest.approx(0.01, rel=1e-3)
        told = [float(scene.readings.rows[one].number.wording) for one in ("strip", "corners")]
        assert told == pytest.approx([strip, corners], rel=0.05)
        assert all_hold(scene)


DIVIDED = RING.partition("      - {do: vary, with: {of: a, to: 2}")[0] + "      - {do: divide, say: c}\n"


@pytest.mark.parametrize("axes", ["true", "false"])
def test_a_strip_that_is_divided_by_its_thickness_stays_one_thick_as_its_ring_becomes_thinner(axes):
    with on_stage(DIVIDED.replace("axes: false", f"axes: {axes}") + THIN, play=False, header=RINGS) as scene:
        for index in range(4):
            scene.perform(index)
        assert scene.layout.body.holds(VGroup(*scene.strip.parts))
        strip = scene.plot.graph.models_of(scene.strip.parts[0].get_start_anchors())
        assert np.ptp(strip, axis=0) == pytest.approx([2 * np.pi, 1], rel=1e-3)
        assert set(scene.readings.rows) == {"a"}
        assert all_hold(scene)


def test_a_strip_that_is_one_thick_is_not_seen_beside_a_large_ring():
    with pytest.raises(Faulty, match="around which the radius is 30"):
        proven_section(DIVIDED.replace("{a: 1}", "{a: 30}").replace("1.2", "31"), RINGS)


def test_thin_alone_unrolls_a_ring_and_what_it_makes_no_circle_is_told():
    head = RING.partition("      - {do: unroll")[0]
    with on_stage(head + THIN, header=RINGS) as scene:
        assert all_hold(scene)
    with pytest.raises(Faulty, match="go around no circle"):
        proven_section(head + THIN.replace("1.02", "0"), RINGS.replace("a \\sin", "(a + (a - 1)(a - 1.2)) \\sin"))


def test_no_number_of_the_axes_stands_on_a_ring_or_on_its_strip():
    section = RING.replace("axes: false", "axes: true").replace("{a: 1}", "{a: 3}").replace("to: 1.2", "to: 5")
    with on_stage(section, play=False, header=RINGS) as scene:
        for index in range(2):
            scene.perform(index)
            assert len(scene.plot.numbers)
            assert not scene.plot.crossed()
        places = scene.plot.graph.points_of(*scene.strip.places().T)
        assert not scene.plot.writes_on(places).any()


def test_what_points_say_of_a_small_area_is_not_read_as_nothing():
    small = RING.partition("      - {do: vary")[0].replace("{a: 1}", "{a: 0.001}")
    with on_stage(small + "      - {do: darts, say: a}\n", header=RINGS) as scene:
        assert scene.readings.rows["estimate"].number.wording == "3.1×10⁻⁶"
        assert scene.thrown.estimate == pytest.approx(3.1e-6, rel=0.02)


def test_what_is_no_circle_is_not_unrolled():
    with (
        pytest.raises(Faulty, match="go around no circle"),
        on_stage(RING, header=RINGS.replace("a \\sin", "2 a \\sin")),
    ):
        pass


@pytest.mark.parametrize("steps", [("point", "darts"), ("darts", "point"), ("darts", "point", "darts")])
def test_what_is_read_of_points_and_of_the_one_point_has_room(steps):
    section = (
        BEAN.partition("    steps:")[0] + "    steps:\n" + "".join(f"      - {{do: {one}, say: a}}\n" for one in steps)
    )
    with on_stage(section, header=BEANS) as scene:
        assert ("share" in scene.readings.rows) == (steps[-1] == "darts")
        assert all(one.middle()[1] > scene.readings.place.bottom for one in scene.readings.rows.values())
        assert not outside(scene)


@pytest.mark.parametrize("ends", [(-1, 2), (2, -1), (-1, 0.5)])
def test_a_segment_along_the_line_that_closes_a_path_is_inside(ends):
    open_path = f"""
  - id: open
    title: Open
    scene: ParametricCurve
    with: {{across: x, up: y, span: [-1, 2]}}
    steps:
      - {{do: segment, with: {{first: {ends[0]}, second: {ends[1]}}}, say: a}}
"""
    header = MODEL.replace("x(t): \\cos t\n  y(t): \\sin t", "x(t): t\n  y(t): t^2")
    with on_stage(open_path, header=header) as scene:
        assert all(inside for inside, _ in scene.enclosed.parts(scene.enclosed.state))
        assert all_hold(scene)


def test_the_films_time_is_the_parameters_however_the_point_sets_off():
    """A car that speeds up was seen to brake: each run eased out."""
    with on_stage(CIRCLE, play=False, header=MODEL) as scene:
        seen = []
        scene.perform(0)
        scene.invariant("watched", lambda: seen.append(scene.orbit.state.at) or 0.0, 1)
        drawn(scene, 3)
        ways = [abs(b - a) for a, b in pairwise(seen) if a != b]
        assert max(ways[1:-1]) == pytest.approx(min(ways[1:-1]))


SPEED = CIRCLE.replace("trace_of: y", "trace_of: w, slopes: true")


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_slopes_of_what_is_traced_make_a_new_curve_below_in_step_with_the_point(aspect):
    header = MODEL.replace("  s(q): q", "  w(t): t^2 - t")
    with on_stage(SPEED, aspect, play=False, header=header) as scene:
        assert scene.side.place.bottom > scene.plots[2].place.top
        drawn(scene, 0)
        assert scene.steep.state.drawn == scene.traced.state.drawn == scene.orbit.state.at == 4
        assert scene.plots[2].graph.model_of(scene.steep.dot.get_center())[1] == pytest.approx(7)
        scene.steep.dot.shift(np.array([0, 0.1, 0]))
        with pytest.raises(InvariantViolated, match="as the trace is steep"):
            scene.invariants.measure(0)
