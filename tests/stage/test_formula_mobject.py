"""Formulas on the picture: each glyph knows its node, wherever the formula was moved."""

import numpy as np
import pytest

from mathora.formula import at, walk
from tests.stage.formulas import LESSON, formula, mobject


@pytest.mark.parametrize("tex", LESSON)
def test_every_glyph_names_a_node_of_the_tree(tex):
    shown = mobject(tex)
    nodes = dict(walk(shown.tree))
    assert {glyph.path for glyph in shown} <= nodes.keys()


@pytest.mark.parametrize("tex", LESSON)
def test_every_leaf_that_is_drawn_has_glyphs_of_its_own(tex):
    shown = mobject(tex)
    owners = {glyph.path for glyph in shown}
    leaves = [path for path, node in walk(shown.tree) if not node.children and type(node).__name__ != "Blank"]
    assert set(leaves) <= owners


def test_a_part_is_every_glyph_of_a_symbol_wherever_it_stands():
    shown = mobject(r"L(w_1, w_2) = w_1^2 + 3 w_2^2")
    assert len(shown.parts("w_1")) == 2
    assert len(shown.part("w_1")) == 4  # a letter and its index, twice
    assert {id(glyph) for glyph in shown.part("w_1")}.isdisjoint({id(glyph) for glyph in shown.part("w_2")})


def test_a_part_can_be_a_term():
    shown = mobject(r"\nabla L = (2 w_1,\; 6 w_2)")
    (term,) = shown.parts("6 w_2")
    (letter,) = shown.parts("w_2")
    assert len(term) == len(letter) + 1


def test_a_part_can_be_chosen_by_its_node_or_its_path():
    shown = mobject(r"\nabla L = (2 w_1,\; 6 w_2)")
    (path,) = shown.paths("6 w_2")
    assert shown.paths(at(shown.tree, path)) == (path,)
    assert [id(glyph) for glyph in shown.part(path)] == [id(glyph) for glyph in shown.part("6 w_2")]


def test_a_part_of_a_gradient_is_not_the_function_alone():
    shown = mobject(r"\nabla L = (2 w_1,\; 6 w_2)")
    (gradient,) = shown.parts(r"\nabla L")
    assert len(gradient) == 2


def test_what_does_not_stand_there_cannot_be_picked():
    with pytest.raises(LookupError, match="'w_3' does not stand in"):
        mobject(r"L(w_1, w_2) = w_1^2 + 3 w_2^2").part("w_3")


def test_a_fraction_bar_belongs_to_its_fraction():
    shown = mobject(r"\frac{\partial L}{\partial w_1} = 2 w_1")
    bar = min(shown.own((0,)), key=lambda glyph: -glyph.width)
    width = shown.under((0,)).width
    assert bar.width == pytest.approx(width, rel=0.05)


def test_em_and_baseline_follow_scaling_and_moving():
    shown = mobject("V(x) = x (6 - 2x)^2", size=0.5)
    assert shown.em == pytest.approx(0.5)
    assert shown.baseline == pytest.approx(0, abs=1e-6)
    shown.scale(2, about_point=np.zeros(3)).shift(np.array([3.0, 1.0, 0.0]))
    assert shown.em == pytest.approx(1.0)
    assert shown.baseline == pytest.approx(1.0)


def test_two_formulas_of_one_size_share_their_baseline_whatever_their_heights():
    assert mobject(r"\sqrt{x} = x^{1/2}").baseline == pytest.approx(mobject("x = 1").baseline, abs=1e-6)


def test_a_copy_keeps_its_paths_and_shares_its_formula():
    shown = mobject(r"\nabla L(1, 1) = (2, 6)")
    twin = shown.copy()
    assert twin.formula is shown.formula
    assert [glyph.path for glyph in twin] == [glyph.path for glyph in shown]


def test_typesetting_a_formula_again_gives_the_same_points():
    one, other = mobject(LESSON[0]), mobject(LESSON[0])
    assert all(np.array_equal(a.points, b.points) for a, b in zip(one, other, strict=True))
    assert formula(LESSON[0]) == formula(LESSON[0])
