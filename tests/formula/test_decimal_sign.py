"""A formula is written with the decimal sign of a language; nothing else of it changes."""

import pytest
from sample_formulas import FORMULAS, tree

from mathora.formula import leaves, walk, with_decimal, write_mathml, write_typst
from mathora.formula import tree as t


def test_numbers_have_the_sign_in_every_notation():
    written = with_decimal(tree("volume", r"V(0.35) \approx 9.8"), ",")
    assert "<mn>0,35</mn>" in write_mathml(written, block=False)
    assert '"9,8"' in write_typst(written, lambda _path: None)


def test_thousands_do_not_stand_apart_by_the_decimal_sign():
    assert with_decimal(t.Number("1000.5", grouped=True), ",").text == "1\N{THIN SPACE}000,5"


@pytest.mark.parametrize(("name", "tex"), FORMULAS)
def test_paths_and_all_but_numbers_stay(name, tex):
    before = tree(name, tex)
    after = with_decimal(before, ",")
    assert [path for path, _ in walk(before)] == [path for path, _ in walk(after)]
    kept = [leaf for _, leaf in leaves(before) if not isinstance(leaf, t.Number)]
    assert kept == [leaf for _, leaf in leaves(after) if not isinstance(leaf, t.Number)]


def test_with_a_point_it_is_the_formula_itself():
    formula = tree("volume", r"V(0.35) \approx 9.8")
    assert with_decimal(formula, ".") is formula
