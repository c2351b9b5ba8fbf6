"""A curve's figure: drawn where the function has values, never across a gap; a view that shows what it does."""

import itertools

import numpy as np
import pytest
from curve_plots import curve, function, plot
from manim import Square, VMobject

from mathora.formula.curves.asymptotes import AsymptoteLine, asymptotes_of
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.landmarks import landmarks_of, sharp_pieces
from mathora.formula.curves.view import chosen_span
from mathora.stage.figures.curve import notes
from mathora.stage.figures.curve.area import integral
from mathora.stage.figures.curve.notes import Asymptotes, Mirror, Notes
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.elements.readings import Readings
from mathora.stage.layout import Region
from mathora.stage.map.marks import marker
from mathora.stage.theme import THEMES


@pytest.mark.parametrize("span", [(-1, 3), (-1, 2.7)])
def test_a_hole_of_one_place_is_hollow_also_where_no_sample_meets_it(span):
    drawn = curve(r"\frac{x^2 - 1}{x - 1}", Interval(*span))
    assert {round(drawn.plot.graph.model_of(mark.get_center())[0], 6) for mark in drawn.marks} == {1.0}
    assert all(mark.get_fill_color().to_hex().lower() != "#67a2e6" for mark in drawn.marks), "no value is there"


FUNCTIONS = [
    "x^2", r"\sin x", r"\tan x", "e^x", r"\ln x", r"\frac{1}{x}", r"\frac{1}{x^2}", "|x|", r"\lfloor x \rfloor",
    r"\sqrt{x}", "x^3 - 3x", "3", r"\frac{x}{x^2 - 1}", r"\frac{1}{1 + e^{-x}}", "10^9 x^2", r"\frac{\sin x}{x}",
    r"\sqrt{1 - x^2}", r"100 + \sin x", r"x^{1/3}",
]  # fmt: skip


@pytest.mark.parametrize("tex", FUNCTIONS)
def test_a_function_without_a_word_of_the_authors_is_drawn_true(tex):
    drawn = curve(tex)
    assert len(drawn.line.points) > 100
    assert drawn.residual() < 2e-3


@pytest.mark.parametrize("tex", FUNCTIONS)
def test_it_is_drawn_inside_the_window(tex):
    drawn = curve(tex)
    points, frame = drawn.line.points, drawn.plot.graph.frame.points
    assert (points[:, :2] >= frame.min(axis=0)[:2] - 1e-6).all()
    assert (points[:, :2] <= frame.max(axis=0)[:2] + 1e-6).all()


@pytest.mark.parametrize(
    ("tex", "span"),
    [
        ("x^2", (-2, 2)),
        (r"\sin x", (-7, 7)),
        (r"\frac{1}{x}", (-2, 2)),
        ("x^3 - 3x", (-2.4, 2.4)),
        (r"\ln x", (0, 3)),
        (r"\sqrt{x}", (0, 4)),
        (r"\frac{1}{1 + e^{-x}}", (-5, 5)),
        ("(x - 100)^2", (0, 150)),
        (r"\sin(100 x)", (-0.07, 0.07)),
    ],
)
def test_the_view_holds_what_the_function_does(tex, span):
    assert chosen_span([function(tex)]) == pytest.approx(span)


def test_the_view_is_the_domain_that_the_model_states():
    assert chosen_span([function("x^2", [r"0 \le x \le 3"])]) == (0, 3)


def test_zeros_extrema_and_poles_are_found_and_no_sign_change_at_a_pole_is_a_zero():
    found = landmarks_of(function(r"\frac{x^2 - 1}{x}"), Interval(-2, 2))
    assert (found.zeros, found.extrema, found.gaps) == ((-1, 1), (), (0,))
    found = landmarks_of(function("x^3 - 3x"), Interval(-2, 2))
    assert found.extrema == ((-1, "maximum"), (1, "minimum"))


@pytest.mark.parametrize(
    ("tex", "places"),
    [(r"x + \frac{1}{x}", (-1, 1)), (r"\frac{x^2 + 1}{x - 1}", (1 - 2**0.5, 1 + 2**0.5)), ("(x - 1)^6", (1,))],
)
def test_a_pole_and_a_flat_bottom_hide_no_extremum(tex, places):
    assert [at for at, _ in landmarks_of(function(tex), Interval(-4, 6)).extrema] == pytest.approx(places)


def test_zeros_at_multiples_of_pi_are_these_to_the_last_digit():
    found = landmarks_of(function(r"\sin x"), Interval(-1.0, 7.0)).zeros
    assert found == (0.0, np.pi, 2 * np.pi)


def test_the_slope_at_an_extremum_is_zero_to_the_last_digit():
    power = function("x^x")
    ((at, _),) = landmarks_of(power, Interval(0.1, 2)).extrema
    assert abs(power.derivative(at)) < 1e-15


def test_corners_are_extrema_and_flat_stretches_are_not():
    assert landmarks_of(function("|x|"), Interval(-1, 2)).extrema == ((0, "minimum"),)
    assert landmarks_of(function("|x - 1| + |x + 1|"), Interval(-3, 3)).extrema == ()


@pytest.mark.parametrize(("at", "closed"), [(1, True), (2, True)])
def test_a_jump_is_marked_where_its_value_is(at, closed):
    drawn = curve(r"\lfloor x \rfloor", Interval(-0.5, 2.5))
    filled = [mark for mark in drawn.marks if mark.get_fill_color().to_hex().lower() == "#67a2e6"]
    places = {round(drawn.plot.graph.model_of(mark.get_center())[0], 6): mark for mark in filled}
    assert (at in places) is closed
    assert len(drawn.marks) == 2 * len(filled)


def test_a_jump_at_a_third_is_marked_and_one_at_pi_whose_value_no_double_has_is_not():
    third = curve(r"\begin{cases} 1 & x < \frac13 \\ 2 & x \ge \frac13 \end{cases}", Interval(0, 1))
    filled = [mark.get_fill_color().to_hex().lower() == "#67a2e6" for mark in third.marks]
    assert filled == [False, True]
    wave = r"\begin{cases} 1 & \sin x > 0 \\ -1 & \sin x < 0 \\ 0 & \sin x = 0 \end{cases}"
    assert not len(curve(wave, Interval(1, 5)).marks)


# ── planted faults ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_line_across_a_pole_is_caught():
    drawn = curve(r"\frac{1}{x}")
    drawn.line.set_points_as_corners([drawn.plot.point(-1, -1), drawn.plot.point(1, 1)])
    assert drawn.residual() == np.inf


def test_a_line_where_the_function_has_no_value_is_caught():
    drawn = curve(r"\sqrt{x}", Interval(-1, 4))
    drawn.line.set_points_as_corners([drawn.plot.point(-0.5, 0), drawn.plot.point(-0.2, 0)])
    assert drawn.residual() == np.inf


def test_a_curve_that_is_moved_is_caught():
    drawn = curve(r"\sin x")
    drawn.line.shift(np.array([0, 0.05, 0]))
    assert drawn.residual() > 2e-3


# ── what stands on a curve ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_jump_ends_where_it_is_also_with_rounding_errors_beside_it():
    drawn = curve(r"\frac{|x|}{x}")
    left, right = sharp_pieces(drawn.function, drawn.plot.state.x)
    assert -1e-6 < left[0][-1] < 0 < right[0][0] < 1e-6
    rings = [mark.get_fill_color().to_hex() for mark in drawn.marks]
    assert len(rings) == 2
    assert drawn.colour.lower() not in {one.lower() for one in rings}, "neither end has a value"


def test_asymptotes_are_poles_and_the_lines_far_out():
    one = function(r"\frac{x^2 + 1}{x}")
    lines = (AsymptoteLine(at=0), AsymptoteLine(slope=1, height=0))
    assert asymptotes_of(one, Interval(-2, 2), Interval(-6, 6)) == lines
    assert asymptotes_of(function("x^2"), Interval(-2, 2), Interval(0, 4)) == ()
    assert asymptotes_of(function("e^x"), Interval(-4, 4), Interval(0, 40)) == (AsymptoteLine(),)
    softplus = function(r"\ln(1 + e^{-x})")  # far out on the left, its exponential cannot be computed
    assert asymptotes_of(softplus, Interval(-4, 4), Interval(0, 4)) == (AsymptoteLine(slope=-1), AsymptoteLine())
    assert asymptotes_of(function("2x + 1"), Interval(-2, 2), Interval(-3, 5)) == ()
    assert asymptotes_of(function(r"\arctan x"), Interval(-8, 8), Interval(-2, 2)) == (
        AsymptoteLine(height=pytest.approx(-np.pi / 2, abs=1e-4)),
        AsymptoteLine(height=pytest.approx(np.pi / 2, abs=1e-4)),
    )


@pytest.mark.parametrize(
    ("tex", "domain", "at"),
    [
        (r"\ln(1 + x)", (), [-1]),
        (r"-\log_2 x", ("0 < x \\le 1",), [0]),
        (r"\ln x^2", (), [0]),
        (r"\ln\frac{x}{1 - x}", (), [0, 1]),
        (r"-x \ln x - (1 - x) \ln(1 - x)", (), []),
        (r"1 - \sqrt{x}", (), []),
        (r"\lfloor x \rfloor", (), []),
        (r"\frac{1}{\sqrt{x}}", (), [0]),
        (r"\tan x", (), [-np.pi / 2, np.pi / 2]),
    ],
)
def test_an_upright_asymptote_stands_at_a_pole_and_at_the_edge_of_a_logarithm(tex, domain, at):
    lines = asymptotes_of(function(tex, domain), Interval(-1.8, 3), Interval(-3, 3))
    assert [one.at for one in lines if one.at is not None] == pytest.approx(at, abs=1e-6)


@pytest.fixture
def asymptotes(monkeypatch):
    def planted(drawn, found):
        monkeypatch.setattr(notes, "asymptotes_of", lambda *_: (found,))
        line = Asymptotes(drawn, "#ffffff")
        line.stand(seen=1)
        return line

    return planted


@pytest.mark.parametrize("at", [-1.0, -0.9])
def test_the_edge_of_a_logarithm_is_its_asymptote_and_no_place_beside_it(at, asymptotes):
    line = asymptotes(curve(r"\ln(1 + x)", Interval(-2, 3), Interval(-3, 3)), AsymptoteLine(at=at))
    assert (line.residual() < 1e-2) == (at == -1)


@pytest.mark.parametrize("line", [AsymptoteLine(at=0.5), AsymptoteLine(slope=1, height=0.5), AsymptoteLine(slope=1.2)])
def test_a_false_asymptote_is_caught(line, asymptotes):
    drawn = curve(r"\frac{x^2 + 1}{x}", Interval(-2, 2), Interval(-6, 6))
    true, false = (asymptotes(drawn, one) for one in (AsymptoteLine(slope=1), line))
    assert true.residual() < 1e-2 < false.residual()


def test_a_dot_that_is_no_zero_is_caught():
    drawn = curve("x^2 - 1")
    true, false = (Notes(drawn, [(at, VMobject())], []) for at in (1.0, 1.1))
    for one in (true, false):
        one.stand(seen=1)
    assert true.off_zero() < 1e-9
    assert false.off_zero() > 1e-2


def test_a_mirror_image_that_is_moved_is_caught():
    drawn = curve("e^x", Interval(-4, 4), Interval(-3, 3))
    spot = PointOnCurve(drawn, 1.0, drawn.plot.theme, "#f0a04f", (VMobject(), VMobject()))
    spot.stand(point=1, drops=1)
    mirror = Mirror(drawn, spot, "#f0a04f")
    mirror.stand(seen=1)
    assert mirror.residual() < 2e-2
    assert drawn.plot.graph.model_of(mirror.dot.get_center()) == pytest.approx((np.e, 1.0))
    for part in (mirror.line, mirror.dot):
        part.shift(np.array([0.3, 0, 0]))
        assert mirror.residual() > 2e-2
        part.shift(np.array([-0.3, 0, 0]))


def test_a_label_keeps_off_the_dots_of_others():
    drawn = curve(r"\sin x", Interval(-7, 7), Interval(-2, 2))
    labels = [Square(0.4).stretch(1.5, 0) for _ in range(5)]
    notes = Notes(drawn, [(k * np.pi, label) for k, label in zip(range(-2, 3), labels, strict=True)], [])
    notes.stand(seen=1)
    for label, dot in zip(labels, notes.dots, strict=True):
        apart = [np.linalg.norm(label.get_center() - one.get_center()) for one in notes.dots]
        assert label not in notes.picture or min(apart) == np.linalg.norm(label.get_center() - dot.get_center())


def test_the_integral_is_that_of_the_function():
    assert integral(lambda x: x**2, Interval(0, 2)) == pytest.approx(8 / 3, abs=1e-9)
    assert integral(np.sin, Interval(0, 2 * np.pi)) == 0
    assert integral(lambda x: x, Interval(2, 0)) == -2
    assert integral(lambda x: np.sign(np.sin(x)), Interval(0, 6)) == pytest.approx(2 * np.pi - 6, abs=1e-9)


@pytest.mark.parametrize("height", [2.7, 1.3])
def test_three_readings_have_room_in_their_place(height):
    readings = Readings(Region(0, 0, 3, height), 0.49)
    assert readings.size >= 0.25
    assert readings.place.top - (2 + 0.6) * readings.line * readings.size - 0.4 * readings.size >= 0


@pytest.mark.parametrize("tex", [r"\frac{1}{1 + x^2}", "e^{-x^2}", "x^2", r"\frac{x^3}{3} - x"])
@pytest.mark.parametrize("level", [0.3, 0.5, 1.0])
def test_no_number_of_the_axes_is_cut_by_a_line_unless_it_is_the_last_of_its_axis(tex, level):
    made = plot(function(tex), Interval(-3, 3), Interval(-1, 1.2))
    made.keep_off(function(tex))
    made.lines.append(lambda: np.column_stack([np.linspace(-3, 3, 200), np.full(200, level)]))
    made.stand(numbers=0)
    made.stand(numbers=1)
    assert not made.crossed()
    assert len(made.numbers) > 2
    at = {round(float(one.get_center()[1]), 6) for one in made.numbers}
    assert len(at) > 1


def test_long_numbers_of_an_axis_have_room_beside_it_and_stand_on_no_curve():
    made = plot(function("x^2"), Interval(1, 1 + 1e-9))
    made.stand(numbers=1)
    upright = made.graph.numbers[made.graph.across :]
    assert upright
    assert all(one.get_right()[0] < made.graph.point(1, 1)[0] for one in upright)


def test_of_many_zeros_those_without_room_have_a_dot_and_no_label():
    wave = curve(r"\sin(9x)", Interval(-3, 3), Interval(-1.2, 1.2))
    zeros = [index * np.pi / 9 for index in range(-8, 9)]
    labels = [marker(THEMES["dark"], 0.4) for _ in zeros]
    notes = Notes(wave, list(zip(zeros, labels, strict=True)), [])
    notes.stand(seen=1)
    assert all(dot in notes.picture.submobjects for dot in notes.dots)
    shown = [one for one in labels if one in notes.picture.submobjects]
    assert 3 < len(shown) < len(zeros)
    for one, other in itertools.combinations(shown, 2):
        assert (np.abs(one.get_center() - other.get_center())[:2] > (one.width + other.width) / 2).any()
