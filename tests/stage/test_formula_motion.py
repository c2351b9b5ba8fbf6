"""A term boxed, dimmed, substituted: only that term, and every place where it stands."""

import pytest
from manim import DL, UR, Scene, VGroup, tempconfig

from mathora.stage.text.boxes import Boxes
from mathora.stage.text.formula_motion import Substitution, boxed, dimmed, heads_stay, recoloured
from mathora.stage.text.morph import GONE, Morph
from tests.stage.formulas import mobject

VECTOR = r"\nabla L = (2 w_1,\; 6 w_2)"
GREY, WHITE = "#808080", "#ffffff"


@pytest.fixture
def scene():
    with tempconfig({"dry_run": True, "disable_caching": True, "progress_bar": "none", "frame_rate": 10}):
        yield Scene(skip_animations=True)


def colours(part):
    return {glyph.get_fill_color().to_hex().lower() for glyph in part}


def test_a_box_stands_around_its_term_and_around_no_other():
    shown = mobject(VECTOR)
    frame = boxed(shown.part("6 w_2"), WHITE)
    term, other = shown.part("6 w_2"), shown.part("2 w_1")
    assert frame.get_left()[0] < term.get_left()[0]
    assert frame.get_right()[0] > term.get_right()[0]
    assert frame.get_top()[1] > term.get_top()[1]
    assert frame.get_bottom()[1] < term.get_bottom()[1]
    assert frame.get_left()[0] > other.get_right()[0]


def test_a_box_goes_between_its_term_and_what_stands_close_to_it():
    shown = mobject(r"x = (w_1^2 + 3 w_2^2)")
    (exponent,) = [one for one in shown.part("w_1^2") if one.path[-1:] == (1,) and len(one.path) == 4][:1]
    for part in (shown.part("3 w_2^2"), VGroup(exponent)):
        frame = boxed(part, WHITE, among=shown)
        low, high = frame.get_corner(DL)[:2], frame.get_corner(UR)[:2]
        others = Boxes.of([glyph for glyph in shown if all(glyph is not one for one in part)])
        assert ((others.high < low).any(axis=1) | (others.low > high).any(axis=1)).all()


def test_a_dimmed_term_is_grey_wherever_it_stands_and_nothing_else_is(scene):
    shown = mobject(r"L(w_1, w_2) = w_1^2 + 3 w_2^2")
    scene.add(shown)
    scene.play(dimmed(shown, "w_2", GREY))
    assert colours(shown.part("w_2")) == {GREY}
    assert colours(shown.part("w_1")) == {WHITE}
    assert [type(one).__name__ for one in scene.mobjects] == ["FormulaMobject"]


def test_what_does_not_stand_there_is_dimmed_by_nothing(scene):
    shown = mobject(VECTOR)
    scene.play(dimmed(shown, "x", GREY))
    assert colours(shown) == {WHITE}


def test_a_dimmed_term_can_come_back_to_its_colour(scene):
    shown = mobject(VECTOR)
    scene.play(dimmed(shown, "w_2", GREY))
    scene.play(recoloured(shown, lambda _: WHITE))
    assert colours(shown) == {WHITE}


def test_numbers_take_the_places_of_their_variables(scene):
    shown = mobject(VECTOR)
    places = [shown.under(path).get_x() for key in ("w_1", "w_2") for path in shown.paths(key)]
    values = {"w_1": mobject("1"), "w_2": mobject("12.5")}
    substitution = Substitution.into(shown, values, lambda _: GREY)
    scene.add(shown)
    scene.play(substitution.fall)
    assert [number.get_x() for number, _frame in substitution.numbers] == pytest.approx(places)
    assert [number.baseline for number, _frame in substitution.numbers] == pytest.approx([shown.baseline] * 2)
    assert {glyph.get_fill_opacity() for glyph in shown.part("w_1")} == {0}
    assert {glyph.get_fill_opacity() for glyph in shown.part(r"\nabla L")} == {1}
    for number, frame in substitution.numbers:
        assert number.width < frame.width
    frames = [frame for _, frame in substitution.numbers]
    assert frames[0].get_right()[0] < frames[1].get_left()[0]


def test_a_number_in_the_same_place_of_the_result_stays_the_same():
    shown, result = mobject("V(x) = x (6 - 2x)^2"), mobject("V(1) = 16")
    substitution = Substitution.into(shown, {"x": mobject("1")}, lambda _: GREY)
    (link,) = substitution.links(result)
    assert [one.path for one in link.after] == [result.part("1")[0].path]


def test_without_a_place_nothing_falls():
    assert Substitution.into(mobject(VECTOR), {"x": mobject("1")}, lambda _: GREY).fall is None


def test_frames_go_after_what_is_in_them():
    shown = mobject("V(x) = 2x + 1")
    substitution = Substitution.into(shown, {"x": mobject("3")}, lambda _: GREY)
    become = Morph([shown, *substitution.parts], [mobject("V(3) = 7")], run_time=1.6)
    fades = substitution.unframed(become)
    assert len(fades) == 2
    assert all(GONE * become.run_time < fade.run_time < become.run_time for fade in fades), "2 [3] would be 23"


@pytest.mark.parametrize(
    ("before", "after", "stays"),
    [
        (VECTOR, r"\nabla L(1, 1) = (2, 6)", r"\nabla L"),
        ("L(w_1, w_2) = 2", "L(1, 1) = 2", "L"),
        (VECTOR, "L(1, 1) = 2", ""),
    ],
)
def test_of_a_function_at_a_place_its_name_stays(before, after, stays):
    source, target = mobject(before), mobject(after)
    arriving = [id(glyph) for link in heads_stay(source, target) for glyph in link.after]
    assert arriving == ([id(glyph) for glyph in target.part(stays)] if stays else [])
