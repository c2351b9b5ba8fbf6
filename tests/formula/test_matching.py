"""A morph moves what is the same: the largest equal parts, each once, without crossing."""

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sample_formulas import FORMULAS, tree

from mathora.formula import at, walk, write_latex
from mathora.formula.inspection.matching import by_meaning, match

formulas = st.sampled_from(FORMULAS).map(lambda formula: tree(*formula))


def moved(one, other, name="letters"):
    before, after = tree(name, one), tree(name, other)
    return [write_latex(at(before, old)).replace(" ", "") for old, _ in match(before, after)]


@given(formulas, formulas)
def test_matched_parts_are_equal_and_matched_once(before, after):
    pairs = match(before, after)
    for side, root in ((0, before), (1, after)):
        paths = [pair[side] for pair in pairs]
        inside = [path + below for path in paths for below, _ in walk(at(root, path))]
        assert len(inside) == len(set(inside))
    assert all(at(before, old) == at(after, new) for old, new in pairs)


@given(formulas, formulas)
@example(
    tree("letters", r"\lim_{n \to \infty} (1 + 1/n)^n = e"), tree("letters", r"\sum_{k=0}^\infty r^k = \frac{1}{1-r}")
)
@example(tree("letters", r"2 + \frac{1}{n} + 1"), tree("letters", r"1 - r + \frac{1}{r}"))
def test_equal_parts_do_not_cross(before, after):
    pairs = match(before, after)
    for old, new in pairs:
        for other_old, other_new in pairs:
            if at(before, old) == at(before, other_old) and old < other_old:
                assert new < other_new


@given(formulas, formulas)
def test_nothing_that_could_be_matched_without_crossing_is_left(before, after):
    pairs = match(before, after)
    untouched = []
    for side, root in ((0, before), (1, after)):
        taken = {path + below for pair in pairs for path in [pair[side]] for below, _ in walk(at(root, path))}
        leaves = {one: paths for one, paths in by_meaning(root).items() if not one[0].children}
        untouched.append({one: [path for path in paths if path not in taken] for one, paths in leaves.items()})
    for meaning in set(untouched[0]) & set(untouched[1]):
        equal = [pair for pair in pairs if at(before, pair[0]) == meaning[0]]
        for old, new in product(untouched[0][meaning], untouched[1][meaning]):
            assert any((old < other_old) != (new < other_new) for other_old, other_new in equal)


@given(formulas)
def test_a_formula_matches_itself_as_a_whole(formula):
    assert match(formula, formula) == (((), ()),)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2x = 6", "x = 3", ["x"]),
        ("(x + 1)^2 = x^2 + 2x + 1", "x^2 + 2x + 1 = x(x + 2) + 1", ["1", "x", "x^2+2x+1"]),
        ("a + b + a", "a + c + a", ["a", "a"]),
        ("a b + a b", "a b", ["ab"]),
        (r"\frac{a + b}{c}", r"\frac{a + b}{d}", ["a+b"]),
    ],
)
def test_these_parts_move(before, after, expected):
    assert sorted(moved(before, after)) == sorted(expected)


@pytest.mark.parametrize(
    ("before", "after", "stays"),
    [
        ("w_2 = 3", "w_1 = 2", "2"),  # an index never becomes a number
        ("x^2 = 3", "2 x = 3", "2"),  # nor an exponent a factor
        (r"\frac{\mathrm{d}a}{\mathrm{d}x} = 2", "a = b", "a"),  # nor is what is derived a term
        (r"\int_a^b x \, dx = c", "a = x", "a"),  # nor a bound
        (r"\sqrt[3]{x} = a", "3 x = a", "3"),  # nor a root's degree
    ],
)
def test_a_part_keeps_its_role(before, after, stays):
    assert stays not in moved(before, after)


def test_a_number_alone_moves_only_among_its_like():
    assert moved("2 x = a", "2 b = 5") == ["2"]
    assert moved("2 x = a", "2 + b = 5") == []


def test_an_argument_goes_with_its_function():
    assert moved("f(x) = 3x^2", "f'(x) = 3x^2", "cubic") == ["3x^2"]
