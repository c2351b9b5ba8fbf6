"""A curve with its point, secants and tangent: any order works, readings are true, what cannot be is refused."""

import itertools

import numpy as np
import pytest
from manim import Circle

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.curves import landmarks_of
from mathora.stage.figures.curve.notes import Asymptotes
from mathora.stage.plane.graph import half_of, meets
from mathora.stage.text.value_label import ValueLabel
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, drawn, on_stage, orders, proven_section

HEAD = """
  - id: slope
    title: A slope
    scene: Curve
    with: {function: E2}
    steps:
"""
STEPS = {
    "draw": "      - {do: draw, say: a}\n",
    "point": "      - {do: point, with: {at: 1}, say: a}\n",
    "secant": "      - {do: secant, with: {at: 0.5, reach: 1}, say: a}\n",
    "approach": "      - {do: approach, say: a}\n",
    "tangent": "      - {do: tangent, with: {at: 1}, say: a}\n",
    "slide": "      - {do: slide, with: {to: -1}, say: a}\n",
    "triangle": "      - {do: triangle, say: a}\n",
    "extremum": "      - {do: extremum, say: a}\n",
    "zeros": "      - {do: zeros, say: a}\n",
    "polynomial": "      - {do: polynomial, with: {degree: 2}, say: a}\n",
    "zoom": "      - {do: zoom, with: {span: [-0.5, 2]}, say: a}\n",
}


def section(*steps, function="Q", more=""):
    return HEAD.replace("E2", f"{function}{more}") + "".join(STEPS.get(step, step) for step in steps)


def test_a_variable_of_a_function_may_have_a_number_elsewhere():
    header = theatre.HEADER.replace("  V(x):", "  x: 3\n  V(x):")
    with on_stage(section("draw", "point"), header=header, play=False) as scene:
        assert all(drawn(scene, index) is None for index in range(2))


def readings(scene):
    return {name: row.number.wording for name, row in scene.readings.rows.items()}


@pytest.mark.parametrize("order", orders(STEPS, 2))
def test_any_action_may_follow_any_other(order):
    with on_stage(section(*order)) as scene:
        assert scene.curve.state.drawn == 1


MARKS = ["zeros", "extremum", "point, with: {at: 1}", "tangent, with: {at: 1}", "secant, with: {at: 0.5}", "inverse"]
MARKS += ["asymptotes", "newton", "polynomial, with: {degree: 2, at: 0}", "meet, with: {function: I}"]


@pytest.mark.parametrize("mark", MARKS, ids=lambda one: one[:5])
def test_what_is_marked_on_a_curve_leaves_or_follows_where_it_varies(mark):
    body = r"\frac{p}{x} + x" if mark == "asymptotes" else "(x + 1)^2 - p" if mark == "inverse" else "p x^2 - 1"
    header = theatre.HEADER.replace("  V(x):", f"  K(x, p): {body}\n  I(x): x / 4\n  V(x):")
    span = "[0.2, 2]" if mark == "inverse" else "[-2, 2]"
    first = "      - {do: point, with: {at: 1}, say: a}\n" if mark == "newton" else ""
    marked, vary = f"{first}      - {{do: {mark}, say: a}}\n", "      - {do: vary, with: {to: 2}, say: a}\n"
    with on_stage(
        section("draw", marked, vary, marked, function="K", more=f", span: {span}, held: {{p: 1}}"), header=header
    ) as scene:
        assert scene.parameters["p"].get_value() == 2
        assert theatre.all_hold(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_all_texts_stay_inside_the_frame(aspect):
    with on_stage(section("secant", "approach"), aspect) as scene:
        for one in [*scene.plot.numbers, *scene.plot.names, *scene.readings.rows.values()]:
            assert scene.layout.frame.holds(one)


def test_the_name_of_a_leg_that_would_stand_on_a_number_of_the_axes_stands_inside_the_triangle():
    cubic = theatre.HEADER.replace("C(x): x^3 - 3x", r"C(x): \frac{x^3}{3} - x")
    secant = "      - {do: secant, with: {at: 1.5, reach: -1}, say: a}\n"
    with on_stage(section(secant, function="C, span: [-2.4, 2.4]"), "9:16", header=cubic) as scene:
        across = scene.spot.legs[0]
        assert any(across in one.get_family() for one in scene.mobjects)
        assert scene.plot.from_numbers(across) > 0


def test_a_secant_is_one_also_where_its_second_point_is_not_seen():
    zoom = "      - {do: zoom, with: {span: [0, 1]}, say: a}\n"
    with on_stage(section("secant", zoom), play=False) as scene:
        scene.perform(0)
        drawn(scene, 1)
        assert theatre.all_hold(scene)


def test_a_secants_slope_is_the_difference_quotient_and_the_tangents_the_derivative():
    with on_stage(section("secant", "approach"), play=False) as scene:
        scene.perform(0)
        assert readings(scene) == {r"\Delta x": "1", r"\Delta Q": "2", "secant": "2"}
        scene.perform(1)
        assert readings(scene) == {"at": "0.5", "height": "0.25", "slope": "1"}


def test_the_legs_of_a_tangents_triangle_are_no_true_changes_and_are_not_named_as_such():
    with on_stage(section("tangent", "triangle"), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        assert {*readings(scene)} >= {"d x", "d Q"}
        assert not {r"\Delta x", r"\Delta Q"} & {*readings(scene)}


def test_the_triangle_of_a_secant_shrinks_to_nothing_where_its_points_meet():
    with on_stage(section("secant", "approach"), play=False) as scene:
        scene.perform(0)
        seen, spot = [], scene.spot
        scene.invariant("watched", lambda: seen.append((spot.state.triangle > 0, spot.leg)) or 0.0, 1)
        drawn(scene, 1)
        legs = [leg for triangle, leg in seen if triangle]
        assert legs[-1] == 0
        assert legs == sorted(legs, reverse=True)


def test_a_reading_has_digits_enough_for_where_it_rests():
    with on_stage(section("tangent", "      - {do: slide, with: {to: 0.125}, say: a}\n")) as scene:
        assert readings(scene) == {"at": "0.125", "height": "0.016", "slope": "0.25"}


def test_a_point_leaves_and_comes_again_where_a_pole_is_between():
    with on_stage(section("tangent", "slide", function="R"), play=False) as scene:
        scene.perform(0)
        drawn(scene, 1)
        assert scene.spot.state.at == -1
        assert scene.spot.state.point == scene.spot.state.line == 1


def test_readings_leave_with_a_point_that_the_window_leaves_behind():
    with on_stage(section("tangent", "      - {do: zoom, with: {span: [-2, 0]}, say: a}\n")) as scene:
        assert not any(isinstance(one, ValueLabel) for one in scene.mobjects)


@pytest.mark.parametrize(
    ("step", "function", "said"),
    [
        ("{do: extremum, with: {kind: maximum}, say: a}", "Q", "Q, which has no maximum"),
        ("{do: extremum, say: a}", "R", "R, which has no highest or lowest point"),
        ("{do: zeros, say: a}", "R", "R, which has no zero"),
        ("{do: asymptotes, say: a}", "Q", "Q, which has no pole"),
        ("{do: inverse, say: a}", "Q", "a value at two places"),
        ("{do: vary, with: {to: 2}, say: a}", "Q", "vary needs 'held'"),
    ],
)
def test_what_cannot_be_is_refused(step, function, said):
    with pytest.raises(Faulty, match=said), on_stage(section(f"      - {step}\n", function=function)):
        pass


@pytest.mark.parametrize(
    ("step", "function", "said"),
    [
        ("{do: point, with: {at: 0}, say: a}", "R", "found x = 0, where R has no value"),
        ("{do: tangent, with: {at: 0}, say: a}", "B", "found x = 0, where B has no slope"),
    ],
)
def test_what_cannot_be_is_told_by_check(step, function, said):
    with pytest.raises(Faulty, match=said):
        proven_section(section(f"      - {step}\n", function=function))


def test_a_function_of_two_variables_needs_one_held():
    said = r"found L\(w_1, w_2\) with 2 variables"
    with pytest.raises(Faulty, match=said):
        proven_section(section("draw", function="L"))
    with on_stage(section("tangent", function="L", more=", held: {w_2: 1}")) as scene:
        assert scene.curve.function(1.0) == 4


@pytest.mark.parametrize(("held", "free"), [("w_1", "w_2"), ("w_2", "w_1")])
def test_a_slice_has_the_colour_of_the_variable_that_is_free(held, free):
    with on_stage(section("tangent", function="L", more=f", held: {{{held}: 1}}")) as scene:
        assert scene.curve.colour == scene.colour_of(free)


def test_two_curves_have_names_clear_of_each_other():
    steps = ("draw", "      - {do: draw, with: {function: B}, say: a}\n")
    with on_stage(section(*steps)) as scene:
        first, second = (curve.name for curve in scene.curves.values())
        apart = abs(first.get_center() - second.get_center())[:2]
        assert (apart > [(first.width + second.width) / 2, (first.height + second.height) / 2]).any()


def test_numbers_keep_off_the_way_from_the_point_to_the_axes():
    with on_stage(section("      - {do: point, with: {at: -0.2}, say: a}\n")) as scene:
        assert len(scene.spot.drops) > 0
        assert not scene.plot.crossed()
        number = scene.plot.numbers[0].move_to(scene.spot.drops[0].get_center())
        assert scene.plot.crossed(), f"a planted fault is found at {number}"


def test_no_curve_is_drawn_over_the_point():
    later = "      - {do: draw, with: {function: B}, say: a}\n"
    for steps in (("draw", "point", later), ("draw", later, "point")):
        with on_stage(section(*steps)) as scene:
            curves = [scene.mobjects.index(one.picture) for one in scene.curves.values()]
            assert max(curves) < scene.mobjects.index(scene.spot.picture)


@pytest.mark.parametrize(("formula", "on_the_way"), [("Q(-1) = 1", 0), ("Q(x) = x^2", 1)])
def test_what_is_true_of_the_place_that_a_point_comes_to_stands_when_it_is_there(formula, on_the_way):
    slide = STEPS["slide"].replace("say: a", f"say: a, show: '{formula}'")
    with on_stage(section("point", slide), play=False) as scene:
        scene.perform(0)
        stood, go_to = [], scene.go_to
        scene.go_to = lambda at, **parts: (stood.append(len(scene.panel)), go_to(at, **parts))
        scene.perform(1)
        assert (stood, len(scene.panel)) == ([on_the_way], 1)


def test_a_tangent_that_is_turned_is_caught():
    with on_stage(section("tangent", "slide"), play=False) as scene:
        scene.perform(0)
        scene.spot.line.add_updater(lambda line: line.rotate(0.01))
        with pytest.raises(InvariantViolated, match="the line has the slope of the curve"):
            drawn(scene, 1)


def test_skipped_steps_leave_the_same_points_as_drawn_ones():
    with on_stage(section(*STEPS)) as skipped, on_stage(section(*STEPS), play=False) as played:
        for index in range(len(STEPS)):
            drawn(played, index)
        assert (skipped.curve.line.points == played.curve.line.points).all()
        assert skipped.spot.state == played.spot.state


def test_the_window_grows_to_hold_a_place_that_it_does_not_show():
    with on_stage(section("zoom", "slide")) as scene:
        assert scene.plot.shows(-1, 1)
        assert scene.spot.dot in scene.spot.picture.submobjects


def test_a_triangle_of_another_size_takes_the_place_of_the_one_before():
    steps = [f"      - {{do: triangle, with: {{run: {run}}}, say: a}}\n" for run in (1, 0.5)]
    with on_stage(section("tangent", *steps)) as scene:
        assert (scene.spot.leg, scene.spot.state.triangle) == (0.5, 1)
    with pytest.raises(Faulty, match="expected a number above zero"):
        proven_section(section("tangent", steps[0].replace("run: 1", "run: -1")))


FAMILY = """
  - id: family
    title: A family
    scene: Curve
    with: {function: L, held: {w_2: 1}}
    steps:
      - {do: draw, say: a}
      - {do: vary, with: {to: 2, keep: true}, say: a}
"""


def test_a_parameter_that_moves_takes_the_curve_along_and_leaves_a_pale_copy():
    with on_stage(FAMILY) as scene:
        assert scene.curve.function(1.0) == 13
        assert scene.curve.residual() < 2e-3
        assert readings(scene) == {"w_2": "2"}


SOUND = theatre.HEADER.replace("colors:", "  G(x, a, k): a \\sin(k x)\ncolors:")
WAVY = r", held: {a: 1, k: 1}, span: ['-2\pi', '2\pi']"


def test_a_pale_copy_is_called_by_all_that_was_held():
    moves = [f"      - {{do: vary, with: {{of: {key}, to: 2, keep: true}}, say: a}}\n" for key in "ak"]
    with on_stage(section("draw", *moves, function="G", more=WAVY), header=SOUND) as scene:
        assert [one.name.wording for one in scene.kept] == ["G(x, 1, 1)", "G(x, 2, 1)"]


def test_zeros_and_the_nearest_of_equal_maxima_are_multiples_of_pi():
    kind = "      - {do: extremum, with: {kind: maximum}, say: a}\n"
    with on_stage(section("zeros", kind, function="G", more=WAVY), header=SOUND) as scene:
        told = [label.wording for note in scene.notes for label in note.labels]
        assert set(told) > {r"-\pi", "0", r"\pi", r"2\pi"}
        assert readings(scene)["at"] in {"-3π/2", "π/2"}
        assert abs(scene.spot.state.at) < 5


def test_the_inverse_has_the_mirror_image_of_the_point():
    steps = ("      - {do: point, with: {at: 1}, say: a}\n", "      - {do: inverse, say: a}\n")
    exponential = theatre.HEADER.replace("colors:", "  G(x): e^x\ncolors:")
    with on_stage(section(*steps, function="G"), header=exponential) as scene:
        dots = [part for one in scene.mobjects for part in one.get_family() if isinstance(part, Circle)]
        assert any(np.allclose(one.get_center(), scene.plot.point(np.e, 1.0)) for one in dots)


def test_names_are_clear_of_each_other_where_a_parameter_has_moved_a_curve():
    bend = "  G(x, k): e^{k x}\n  M(x): x + 1"
    steps = ("      - {do: draw, with: {function: M}, say: a}\n", "      - {do: vary, with: {to: 0.5}, say: a}\n")
    more = ", others: [M], held: {k: 1}, span: [-2, 2]"
    with on_stage(
        section(*steps, function="G", more=more), header=theatre.HEADER.replace("colors:", f"{bend}\ncolors:")
    ) as scene:
        one, other = (curve.name for curve in scene.curves.values())
        assert all(curve.state.named == 1 for curve in scene.curves.values())
        apart = np.abs(one.get_center() - other.get_center())[:2]
        assert (apart > [(one.width + other.width) / 2, (one.height + other.height) / 2]).any()


def test_a_maximum_is_told_from_a_minimum():
    steps = ("extremum", "      - {do: extremum, with: {kind: KIND}, say: a}\n")
    for function, kind, at in (("C", "maximum", -1), ("C", "minimum", 1)):
        with on_stage(section(steps[1].replace("KIND", kind), function=function)) as scene:
            assert scene.spot.state.at == at
            assert next(iter(scene.notes)).labels[0].wording == kind[:3]


def test_an_extremums_word_leaves_when_the_point_goes_on():
    with on_stage(section("extremum", "slide")) as scene:
        assert scene.notes == {}


def test_the_mirror_image_is_the_inverse():
    with on_stage(section("      - {do: inverse, say: a}\n", function="X")) as scene:
        across, up = scene.plot.graph.units()
        assert across == pytest.approx(up)


WAVE = r"""
  - id: wave
    title: A wave
    scene: Curve
    with: {function: s, held: {k: 1}, span: [-7, 7]}
    steps:
      - {do: vary, with: {of: k, to: 3}, say: a}
"""


@pytest.mark.parametrize(("more", "high"), [("", 3.0), (", heights: [-1.5, 1.5]", 1.5)])
def test_the_window_grows_to_what_the_curve_becomes_unless_the_script_says_how_high_it_is(more, high):
    header = theatre.HEADER.replace("colors:", "  s(x, k): k \\sin x\ncolors:")
    with on_stage(WAVE.replace("7]}", f"7]{more}}}"), header=header) as scene:
        assert scene.plot.state.high == pytest.approx(high, rel=0.2)


def test_a_polynomial_has_another_colour_than_its_curve():
    with on_stage(
        section("draw", "polynomial"), header=theatre.HEADER.replace("V: pink", "V: pink, Q: orange")
    ) as scene:
        assert scene.fit.colour != scene.curve.colour
        assert readings(scene) == {"degree": "2"}


def test_newtons_steps_lead_down_the_tangents_to_the_zero():
    steps = ("      - {do: point, with: {at: 2.5}, say: a}\n", "      - {do: newton, with: {count: 3}, say: a}\n")
    with on_stage(
        section(*steps, function="G"), header=theatre.HEADER.replace("colors:", "  G(x): x^2 - 2\ncolors:")
    ) as scene:
        assert scene.steps.places == pytest.approx([2.5, 1.65, 1.4310606, 1.4143127], abs=1e-6)
        assert scene.steps.off_line() < 1e-9
        named = [one.wording for one in scene.steps.picture.submobjects if hasattr(one, "wording")]
        assert named[:2] == ["x_0", "x_1"]
        scene.steps.lines[1].shift([0, 0.1, 0])
        with pytest.raises(InvariantViolated, match="each step leads down its line"):
            scene.invariants.measure(0)


def test_a_value_that_is_put_in_again_goes_level_to_the_line_of_equal_coordinates():
    steps = ("      - {do: point, with: {at: 0.1}, say: a}\n", "      - {do: put_in, with: {count: 2}, say: a}\n")
    with on_stage(
        section(*steps, function="G", more=", span: [0, 1], heights: [0, 1]"),
        header=theatre.HEADER.replace("colors:", "  G(x): \\sqrt{x}\ncolors:"),
    ) as scene:
        assert scene.steps.places == pytest.approx([0.1, 0.1**0.5, 0.1**0.25], abs=1e-6)
        assert scene.steps.off_line() < 1e-9
        scene.steps.lines[1].shift([0, 0.1, 0])
        with pytest.raises(InvariantViolated, match="each step leads down its line"):
            scene.invariants.measure(0)


@pytest.mark.parametrize(("other", "name"), [("b_2", ["b"]), ("Q", [])])
def test_axes_of_functions_that_differ_by_their_index_have_the_name_that_they_share_else_none(other, name):
    header = theatre.HEADER.replace("colors:", "  b_1(x): x\n  b_2(x): 2 - x\ncolors:")
    with on_stage(section("draw", function="b_1", more=f", others: [{other}], span: [0, 3]"), header=header) as scene:
        assert [one.wording for one in scene.plot.names[1:]] == name


def test_two_curves_meet_where_both_are_the_same():
    with on_stage(
        section("      - {do: meet, with: {function: E}, say: a}\n", more=", others: [E], span: [0, 3]")
    ) as scene:
        (note,) = [one for one in scene.mobjects if len(one.submobjects) == 2]
        assert scene.plot.graph.model_of(note[0].get_center())[0] == pytest.approx((1 + 5**0.5) / 2)
        assert note[1].wording == "(1.62, 2.62)"
        note[0].move_to(scene.plot.point(2.0, 4.0))  # a planted fault: on one of them
        with pytest.raises(InvariantViolated, match="is on both"):
            scene.invariants.measure(0)


def test_a_place_is_marked_once_and_curves_that_come_later_have_names_clear_of_what_is_written():
    """A second (1, 1) lay on the first, and names of curves on the labels of places."""
    header = theatre.HEADER.replace("  E(x)", "  G(x): 1\n  K(x): x\n  E(x)")
    meetings = [f"      - {{do: meet, with: {{function: {one}}}, say: a}}\n" for one in ("G", "K")]
    text = section(*meetings, "      - {do: zeros, say: a}\n", more=", others: [G, K], span: [-2, 2]")
    with on_stage(text, header=header) as scene:
        places = sorted(place for note in scene.notes for place in note.places)
        assert np.allclose(places, [(-1, 1), (0, 0), (1, 1)])
        labels = [text for note in scene.notes for text in note.texts]
        names = [one.name for one in scene.curves.values()]
        assert len(labels) == len(names) == 3
        assert {*map(id, labels)} < {*map(id, scene.texts)}
        for label, name in itertools.product(labels, names):
            assert (np.abs(label.get_center() - name.get_center())[:2] > half_of(name) - 0.06).any()


CROSSING = {
    "a curve": "draw",
    "a curve that has moved, and its pale copy": "vary, with: {to: 4, keep: true}",
    "an asymptote": "asymptotes",
}


@pytest.mark.parametrize("step", CROSSING.values(), ids=CROSSING)
def test_no_line_that_lasts_goes_through_a_number_of_the_axes(step):
    bend = r"  G(x, k): {is: '\frac{1}{1 + e^{-k x}}', domain: k > 0}"
    header = theatre.HEADER.replace("colors:", f"{bend}\ncolors:")
    text = section(f"      - {{do: {step}, say: a}}\n", function="G, held: {k: 1}, span: [-6, 6]")
    with on_stage(text, header=header) as scene:
        assert not scene.plot.crossed()
        number = scene.plot.numbers[-1]
        number.move_to(scene.plot.point(0.0, 0.5))  # a planted fault: onto the curve
        assert scene.plot.crossed()


def test_what_was_noted_on_a_curve_leaves_before_a_parameter_moves_it():
    steps = "".join(f"      - {{{one}, say: a}}\n" for one in ("do: extremum", "do: vary, with: {to: 2}"))
    with on_stage(section(steps, function="L", more=", held: {w_2: 0}, span: [-1, 3]"), play=False) as scene:
        scene.perform(0)
        drawn(scene, 1)
        assert not scene.notes


def test_a_curve_that_is_kept_says_its_parameter_and_all_of_them_are_read_from_the_start():
    steps = "".join(f"      - {{{one}, say: a}}\n" for one in ("do: draw", "do: vary, with: {to: 1, keep: true}"))
    with on_stage(section(steps, function="L", more=", held: {w_2: 0}, span: [-1, 3]"), play=False) as scene:
        scene.perform(0)
        assert "w_2" in scene.readings.rows
        drawn(scene, 1)
        assert scene.kept[0].name.wording == "w_2 = 0"
        assert scene.kept[0].state.named == 1


def test_a_curve_that_is_alone_stands_in_the_middle_and_makes_way():
    steps = "".join(f"      - {{{one}}}\n" for one in ("do: draw, say: a", "do: point, say: b, show: 'Q(x) = x^2'"))
    with on_stage(section(steps), play=False) as scene:
        drawn(scene, 0)
        assert scene.plot.graph.frame.get_center()[0] > scene.layout.figure.centre[0] + 1
        drawn(scene, 1)
        assert abs(scene.plot.graph.frame.get_center()[0] - scene.layout.figure.centre[0]) < 0.5


def test_newtons_steps_stay_in_a_window_that_is_moved():
    steps = ("      - {do: point, with: {at: 2.5}, say: a}\n", "      - {do: newton, with: {count: 3}, say: a}\n")
    zoom = "      - {do: zoom, with: {span: [1.3, 1.6]}, say: a}\n"
    with on_stage(section(*steps, zoom, function="Y"), header=NEWTON) as scene:
        seen = np.concatenate([line.points for line in scene.steps.lines.values()])
        assert all(scene.plot.shows(*scene.plot.graph.model_of(one)) for one in seen)
        named = [one.wording for one in scene.steps.picture.submobjects if hasattr(one, "wording")]
        assert named
        assert "x_0" not in named


def test_the_names_of_newtons_places_stand_apart():
    steps = ("      - {do: point, with: {at: 3}, say: a}\n", "      - {do: newton, with: {count: 3}, say: a}\n")
    with on_stage(section(*steps, function="Q", more=", span: [-0.5, 3.5]").replace("Q", "Y"), header=NEWTON) as scene:
        names = [one for one in scene.steps.picture.submobjects if hasattr(one, "wording")]
        boxes = [(one.get_left()[0], one.get_right()[0], one.get_bottom()[1], one.get_top()[1]) for one in names]
        assert len(names) >= 3
        for a, b in itertools.combinations(boxes, 2):
            assert a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]


NEWTON = theatre.HEADER.replace("  Q(x): x^2\n", "  Q(x): x^2\n  Y(x): x^2 - 2\n")


def test_each_curve_that_is_drawn_has_its_asymptotes():
    header = theatre.HEADER.replace("colors:", "  G(x): e^{-x^2} + 1\n  K(x): e^{-x^2} + 2\ncolors:")
    steps = ("      - {do: draw, with: {function: K}, say: a}\n", "      - {do: asymptotes, say: b}\n")
    with on_stage(section("draw", *steps, function="G", more=", others: [K], span: [-3, 3]"), header=header) as scene:
        assert {line.height for line in asymptotes(scene)} == {1.0, 2.0}


def test_what_repeats_itself_comes_to_no_line_far_out_and_numbers_of_its_axis_stand_apart():
    header = theatre.HEADER.replace("colors:", "  G(x): \\tan x\ncolors:")
    more = r", span: ['-\frac{3\pi}{2}', '\frac{3\pi}{2}'], heights: [-4, 4]"
    steps = ("draw", "      - {do: asymptotes, say: a}\n", "zeros")
    with on_stage(section(*steps, function="G", more=more), header=header) as scene:
        assert {line.at is None for line in asymptotes(scene)} == {False}
        assert {r"-\frac{3 \pi}{2}", r"\pi"} <= {one.wording for one in scene.plot.numbers}
        for one, other in itertools.combinations(scene.plot.numbers, 2):
            apart = np.abs(one.get_center() - other.get_center())[:2]
            assert (apart >= np.array([one.width + other.width, one.height + other.height]) / 2).any()


def test_a_zero_at_the_end_of_the_span_is_marked_though_its_number_is_no_float():
    header = theatre.HEADER.replace("colors:", "  G(x): \\sin x\ncolors:")
    with on_stage(section("draw", "zeros", function="G", more=r", span: [0, 2\pi]"), header=header) as scene:
        assert len(landmarks_of(scene.main, scene.plot.state.x).zeros) == 3


def test_numbers_keep_off_a_curve_that_is_drawn_later():
    header = theatre.HEADER.replace("colors:", "  G(x): \\sin x\n  K(x): \\cos x\ncolors:")
    steps = ("draw", "      - {do: draw, with: {function: K}, say: a}\n")
    with on_stage(section(*steps, function="G", more=r", span: [0, 2\pi]"), header=header) as scene:
        assert not scene.plot.crossed()
        assert len(scene.plot.lines) > 1


def test_asymptotes_follow_a_parameter_that_moves():
    header = theatre.HEADER.replace("colors:", "  W(x, s): \\frac{1}{x - s}\ncolors:")
    steps = ("      - {do: asymptotes, say: a}\n", "      - {do: vary, with: {of: s, to: 2}, say: b}\n")
    with on_stage(section("draw", *steps, function="W", more=", held: {s: 1}, span: [-3, 5]"), header=header) as scene:
        assert [line.at for line in asymptotes(scene) if line.at] == pytest.approx([2], abs=1e-6)


def asymptotes(scene):
    owners = (getattr(one, "__self__", None) for one in scene.plot.lines)
    return [line for one in owners if isinstance(one, Asymptotes) and one.state.seen for line in one.lines]


def test_newtons_steps_leave_where_the_point_begins_elsewhere():
    step = "      - {do: newton, with: {count: 2}, say: a}\n"
    with on_stage(section(step, "tangent", function="Q", more=", start: 2"), play=False) as scene:
        scene.perform(0)
        first = scene.steps
        scene.perform(1)
        assert first.picture not in scene.mobjects
        assert first not in scene.notes


def test_a_name_through_which_a_later_curve_goes_takes_another_place():
    header = theatre.HEADER.replace("colors:", "  K(x): x^2 + 0.3\ncolors:")
    steps = ("      - {do: draw, with: {function: C}, say: a}\n", "      - {do: draw, with: {function: K}, say: b}\n")
    with on_stage(section("draw", *steps, more=", others: [C, K], span: [-2, 2]"), header=header) as scene:
        curves = [*scene.curves.values()]
        assert all(one.state.named for one in curves)
        assert not any(one.is_crossed(curves) for one in curves)
        curves[0].name.move_to(curves[1].line.get_midpoint())
        assert curves[0].is_crossed(curves), "a planted fault is found"


def test_the_legs_of_a_secant_are_among_what_numbers_keep_off():
    steps = "      - {do: secant, with: {at: -1, reach: 2}, say: a}\n"
    with on_stage(section(steps, function="C", more=", span: [-2, 2]")) as scene:
        corner = scene.spot.sides.points[4]
        assert np.abs(scene.spot.line_points() - scene.plot.graph.model_of(corner)[:2]).max(axis=1).min() < 1e-9
        assert not scene.plot.crossed()
        scene.plot.numbers[0].move_to(corner)
        scene.plot.told = [*scene.plot.graph.numbers]
        assert scene.plot.crossed(), "a planted fault is found"


@pytest.mark.parametrize("at", [-1, 0.5, 1])
def test_no_tangent_runs_through_a_number(at):
    with on_stage(section("tangent", f"      - {{do: slide, with: {{to: {at}}}, say: a}}\n", function="C")) as scene:
        points = scene.plot.graph.points_of(*scene.spot.line_points().T)[:, :2]
        assert not any(meets(points, one.get_center()[:2], half_of(one) - 0.06) for one in scene.plot.numbers)


def test_a_function_without_values_is_told_where_the_model_writes_it():
    header = theatre.HEADER.replace("model:\n", "model:\n  r(x): {is: '\\sqrt{x}', domain: -2 \\le x \\le -1}\n")
    with pytest.raises(Faulty) as faulty:
        proven_section(section("draw", "zeros", function="r"), header)
    (fault,) = faulty.value.faults
    assert fault.message == "found r, which has no values from -2 to -1"
    assert header.splitlines()[fault.place.line - 1][fault.place.column - 1 :].startswith("-2 \\le x")


def test_where_the_upright_axis_is_not_at_zero_its_place_is_told():
    header = theatre.HEADER.replace("colors:", "  G(x):\n    is: x + 1/x\n    domain: 0.2 \\le x \\le 4\ncolors:")
    with on_stage(section("draw", function="G"), header=header) as scene:
        graph = scene.plot.graph
        across = {one.wording: graph.model_of(one.get_right())[0] for one in graph.numbers[: graph.across]}
        assert list(across) == ["0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "0.2"], (
            "a wide axis: nothing is beside it"
        )
        assert across["0.2"] < 0.2
        assert scene.plot.crossed() is False


def test_axis_numbers_keep_off_newtons_lines():
    steps = ("      - {do: point, with: {at: 1}, say: a}\n", "      - {do: newton, say: a}\n")
    header = theatre.HEADER.replace("colors:", "  G(x): x^2 - 4\ncolors:")
    with on_stage(section(*steps, function="G", more=", span: [0, 3]"), header=header) as scene:
        upright = np.linspace(scene.plot.point(1, 0), scene.plot.point(1, -3), 50)
        assert not scene.plot.writes_on(upright).any()


def test_axis_numbers_keep_off_a_tangent_that_has_slid():
    steps = ("      - {do: tangent, with: {at: 0.5}, say: a}\n", "      - {do: slide, with: {to: -1}, say: b}\n")
    with on_stage(section(*steps, function="C", more=", span: [-2.4, 2.4], heights: [-20, 20]")) as scene:
        assert scene.plot.crossed() is False


COLOURED = r"""
  - id: four
    title: Four curves
    scene: Curve
    with: {function: Q, others: [C, X, V], span: [0, 2]}
    steps:
      - {do: draw, say: a}
"""


def test_no_curve_takes_the_colour_of_another():
    with on_stage(COLOURED) as scene:
        hues = [scene.curve_of(function).colour for function in (scene.function, *scene.others)]
        assert len({*hues}) == 4
        assert hues[3] == scene.theme.palette["pink"]


def test_names_stay_beside_the_axes_where_the_window_moves():
    steps = (
        "      - {do: meet, with: {function: D}, say: a}\n",
        "      - {do: zoom, with: {span: [-1.5, 0]}, say: a}\n",
        "      - {do: zoom, with: {span: [3, 5], heights: [10, 20]}, say: a}\n",
    )
    for upto in (1, 2, 3):
        with on_stage(section(*steps[:upto])) as scene:
            assert scene.curve.state.named
            assert scene.plot.place.holds(scene.curve.name, 1e-6)
