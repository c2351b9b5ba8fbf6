"""The recap: points that come one by one, and pictures whose arrows are the function's gradient."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import Tangent, half_of, meets
from mathora.stage.text.standing_text import standing_texts
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_hold, drawn, on_stage, proven_section

HEAD = """
  - id: recap
    title: Recap
    scene: Recap
    with:
      function: L
      at: {w_1: 1, w_2: 1}
      points:
        - A partial varies one parameter.
        - The gradient $\\nabla L$ stacks all partials.
        - Models step along $-\\nabla L$.
    steps:
"""
POINT, CLOSE = "      - {do: point, say: a}\n", "      - {do: close, say: b}\n"


def arrows(scene):
    return [part for mobject in scene.mobjects for part in mobject.get_family() if isinstance(part, ArrowMobject)]


def test_points_come_one_by_one_and_earlier_ones_stand_back():
    with on_stage(HEAD + POINT * 2) as scene:
        shown = {standing.mobject.wording: standing.opacity for standing in standing_texts(scene.mobjects)}
        assert shown["A partial varies one parameter."] == pytest.approx(0.75)
        assert shown[r"The gradient $\nabla L$ stacks all partials."] == 1
        assert r"Models step along $-\nabla L$." not in shown


def test_long_points_fill_the_width_that_they_have():
    """They were set large and then shrunk to the height, so that half of their part of the picture was empty."""
    long = "A partial varies one parameter while all of the others are held still, and the slope is read there"
    text = HEAD.replace("A partial varies one parameter", long).replace("Models step", f"{long}, models step")
    with on_stage(text.replace("all partials.", f"all partials, so {long}.") + POINT * 3) as scene:
        body = scene.layout.body.split_columns(1.15, 1)[0]
        assert body.holds(scene.rows)
        assert scene.rows.width > 0.85 * body.width


def test_the_first_picture_is_the_slice_with_its_tangent():
    with on_stage(HEAD + POINT) as scene:
        graph, _curve, (tangent, dot) = scene.pictures.picture
        x, y = graph.model_of(dot.get_center())
        assert x == pytest.approx(1)
        assert y == pytest.approx(x**2 + 3)
        assert tangent.seen_slope() == pytest.approx(2 * x, abs=1e-6)


def test_a_slice_that_lies_on_the_axis_has_heights_to_be_drawn_in():
    header = theatre.HEADER.replace("w_1^2 + 3 w_2^2", "w_1 w_2")
    with on_stage(HEAD.replace("w_2: 1}", "w_2: 0}") + POINT, header=header) as scene:
        graph, *_ = scene.pictures.picture
        assert np.isfinite(graph.get_all_points()).all()


def test_the_second_picture_stacks_the_partials():
    with on_stage(HEAD + POINT * 2) as scene:
        _map, parts, gradient, _key = scene.pictures.picture
        assert gradient.vector == pytest.approx(sum(part.vector for part in parts))
        assert gradient.vector[1] / gradient.vector[0] == pytest.approx(3)


def test_the_third_picture_points_downhill_everywhere():
    with on_stage(HEAD + POINT * 3) as scene:
        field = scene.pictures.picture[1]
        assert len(field) > 15
        for arrow in field:
            place = scene.pictures.picture[0].model_of(arrow.tail)
            assert np.dot(arrow.vector[:2], [2 * place[0], 6 * place[1]]) < 0


@pytest.mark.parametrize(("count", "sign"), [(2, ""), (3, "-")])
def test_arrows_that_are_scaled_say_so(count, sign):
    with on_stage(HEAD + POINT * count) as scene:
        board, *arrows, key = scene.pictures.picture
        arrow = arrows[-1] if count == 2 else arrows[0][0]
        place = board.model_of(arrow.tail)
        share = np.linalg.norm(arrow.vector) / board.units()[0] / np.hypot(2 * place[0], 6 * place[1])
        assert key[1].wording == rf"{sign}{share:.6g}\nabla L"
        assert key.get_top()[1] < board.frame.get_bottom()[1]


def test_a_turned_arrow_stops_the_render():
    with on_stage(HEAD + POINT * 3, play=False) as scene:
        for index in range(3):
            scene.perform(index)
        arrow = arrows(scene)[3]
        arrow.put(arrow.tail, arrow.tail + np.array([0.3, 0.3, 0.0]))
        with pytest.raises(InvariantViolated, match="along the gradient"):
            scene.invariants.measure(0)


@pytest.mark.parametrize("steps", [CLOSE, CLOSE + POINT, POINT * 3 + CLOSE])
def test_no_order_of_actions_crashes(steps):
    with on_stage(HEAD + steps) as scene:
        assert scene.mobjects


def test_a_point_more_than_there_are_is_told():
    with pytest.raises(Faulty, match="found use 4 of 'point'"):
        proven_section(HEAD + POINT * 4)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_at_the_close_the_lessons_title_stands_alone(aspect):
    with on_stage(HEAD + POINT * 3 + CLOSE, aspect) as scene:
        shown = [standing.mobject.wording for standing in standing_texts(scene.mobjects)]
        assert shown == ["A test"]


def test_every_frame_of_the_field_is_measured():
    with on_stage(HEAD + POINT * 3, play=False) as scene:
        for index in range(2):
            scene.perform(index)
        drawn(scene, 2)
        assert all_hold(scene)


def test_a_function_of_one_variable_has_its_slice_and_no_map():
    steps = (HEAD + POINT * 3 + CLOSE).replace("function: L", "function: V").replace("{w_1: 1, w_2: 1}", "{x: 1}")
    with on_stage(steps) as scene:
        assert [standing.mobject.wording for standing in standing_texts(scene.mobjects)] == ["A test"]


def one_variable(function, at):
    return (HEAD + POINT).replace("function: L", f"function: {function}").replace("{w_1: 1, w_2: 1}", f"{{x: {at}}}")


@pytest.mark.parametrize(
    ("function", "at", "span"), [("V", 1, (0, 3)), ("P", 0.5, (-1.8, 2.2)), ("P", 7, (5, 9)), ("H", 3, (1, 5))]
)
def test_the_slice_is_drawn_on_the_domain_and_the_point_ends_at_at(function, at, span):
    with on_stage(one_variable(function, at)) as scene:
        graph, curve, (_, dot) = scene.pictures.picture
        assert graph.x == span
        ends = [graph.model_of(point)[0] for point in curve.points]
        assert span[0] - 1e-6 <= min(ends) <= max(ends) <= span[1] + 1e-6
        assert graph.model_of(dot.get_center())[0] == pytest.approx(at)


def test_across_a_pole_there_is_a_gap():
    with on_stage(one_variable("P", 0.5)) as scene:
        graph, curve, _ = scene.pictures.picture
        paths = [[graph.model_of(point)[0] for point in path] for path in curve.get_subpaths()]
        assert len(paths) == 2
        assert max(paths[0]) < 0.25 < min(paths[1])
        assert curve.height <= graph.frame.height + 1e-6


@pytest.mark.parametrize(
    ("function", "at", "told"), [("V", 4, "expected a value from 0 to 3"), ("P", 0.25, "has no value")]
)
def test_a_point_outside_of_the_domain_is_the_authors_fault(function, at, told):
    with pytest.raises(Faulty, match=told):
        proven_section(one_variable(function, at))


def test_of_three_variables_the_slice_is_drawn_where_the_others_are():
    model = "id: test\ntitle: T\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 1}\nmodel:\n"
    given = (
        HEAD.replace("L\n", "f\n", 1)
        .replace("{w_1: 1, w_2: 1}", "{x: 1, y: 2, z: 3}")
        .replace("\\nabla L", "\\nabla f")
    )
    with on_stage(given + POINT, header=f"{model}  f(x, y, z): x^2 + y^2 + z\nsections:") as scene:
        graph, _curve, (_tangent, dot) = scene.pictures.picture
        assert graph.model_of(dot.get_center()) == pytest.approx((1, 8))


def test_a_recap_needs_no_function():
    bare = HEAD.replace("      function: L\n      at: {w_1: 1, w_2: 1}\n", "")
    with on_stage(bare + POINT * 3) as scene:
        assert scene.rows.get_right()[0] > 0
        assert len([one for one in standing_texts(scene.mobjects) if one.mobject.wording.startswith("A partial")]) == 1
    with on_stage(bare + POINT + CLOSE) as scene:
        assert [one.mobject.wording for one in standing_texts(scene.mobjects)] == ["A test"]


def test_a_function_of_one_variable_closes_before_its_curve_and_the_title_stands_on_top():
    section = HEAD.replace("function: L\n      at: {w_1: 1, w_2: 1}", "function: V") + POINT + CLOSE
    with on_stage(section) as scene:
        family, headline = scene.mobjects[-2:]
        assert len(family) > 5
        assert headline.wording == "A test"


@pytest.mark.parametrize(
    ("point", "has_tangent"), [("A partial varies one parameter.", False), ("Here is $V'$.", True)]
)
def test_a_curve_has_a_tangent_where_a_slope_is_written(point, has_tangent):
    text = one_variable("V", 1).replace("$\\nabla L$", "").replace("$-\\nabla L$", "it")
    with on_stage(text.replace("A partial varies one parameter.", point)) as scene:
        _, _, (line, dot) = scene.pictures.picture
        assert isinstance(line, Tangent) == has_tangent
        assert line.points[:, 0].min() <= dot.get_center()[0] + 1e-6


def test_a_tangent_has_the_colour_of_the_slope():
    header = theatre.HEADER.replace("V: pink", "V: pink, V': green")
    text = one_variable("V", 1).replace("$\\nabla L$", "$V'$").replace("$-\\nabla L$", "it")
    with on_stage(text, header=header) as scene:
        line = scene.pictures.picture[2][0]
        assert line.get_color().to_hex().lower() == scene.theme.palette["green"].lower()


def test_no_number_stands_on_the_curve_of_the_picture():
    zeros = HEAD.replace("function: L", "function: C").replace("{w_1: 1, w_2: 1}", "{x: 1}")
    header = theatre.HEADER.replace("C(x): x^3 - 3x", "C(x): \\frac{1}{4} x^3 - x")
    with on_stage(zeros + POINT, header=header) as scene:
        graph, curve, _ = scene.pictures.picture
        assert len(graph.numbers)
        for number in graph.numbers:
            assert not meets(curve.points[:, :2], number.get_center()[:2], half_of(number))
