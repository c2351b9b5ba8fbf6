"""A step of a calculation works on places of a line's last side."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import at, write_latex
from mathora.formula.inspection import calculation

MODEL = declaring({"x": {}, "a": {}, "b": {}})


def tree(tex):
    return tree_of(tex, MODEL)


def written(root, *paths):
    return [write_latex(at(root, path)) for path in paths]


def test_a_chain_has_sides_and_the_last_is_its_value():
    root = tree("a = x + b = 3")
    assert written(root, *(path for path, _ in calculation.sides(root))) == ["a", "x + b", "3"]
    assert calculation.value_side(root) == ((2,), tree("3"))
    assert calculation.value_side(tree("x + b")) == ((), tree("x + b"))


@pytest.mark.parametrize(
    ("tex", "terms"),
    [
        ("x - a + 3", [("x", False), ("a", True), ("3", False)]),
        ("-x - (-a)", [("x", True), ("-a", True)]),
        ("(x + a)", [("x", False), ("a", False)]),
        ("2x", [("2x", False)]),
    ],
)
def test_the_terms_of_a_sum_know_whether_they_are_taken_away(tex, terms):
    root = tree(tex)
    found = list(calculation.summands(root))
    assert [(write_latex(calculation.bare(one.part)), one.minus) for one in found] == terms
    assert all(at(root, one.path) == one.part for one in found)


def test_the_factors_of_a_product_are_found_within_brackets_too():
    root = tree("2(ax)(x + b)")
    found = list(calculation.factors(root))
    assert [write_latex(one.part) for one in found] == ["2", "a", "x", "(x + b)"]
    assert all(at(root, one.path) == one.part for one in found)


@pytest.mark.parametrize(
    ("find", "tex", "part", "places"),
    [
        (calculation.opposites, "x = 2a + b - 2a", "2a", ["2a", "2a"]),
        (calculation.opposites, "x = 2a + b + 2a", "2a", []),
        (calculation.opposites, "2a - 2a = b", "2a", []),  # not on the last side
        (calculation.common_factors, r"x = \frac{a b}{2a}", "a", ["a", "a"]),
        (calculation.common_factors, r"x = \frac{a + b}{2a}", "a", []),
        (calculation.factored, "x = a b + 2a", "a", ["a", "a"]),
        (calculation.factored, "x = a^2 + 2a", "a", ["a^2", "a"]),
        (calculation.factored, "x = a b + 2", "a", []),
        (calculation.factored, "x = 2a + 4", "2", ["2", "4"]),
        (calculation.factored, "x = 2a + 5", "2", []),
        (calculation.factored, "x = a + 4", "1", []),
    ],
)
def test_the_places_of_a_step_are_all_or_none(find, tex, part, places):
    root = tree(tex)
    assert written(root, *find(root, tree(part))) == places


def test_a_factor_is_multiplied_into_a_sum_in_brackets_and_nowhere_else():
    root = tree("x = 2(a + b)")
    place = calculation.multiplied(root, tree("2"))
    assert written(root, place, calculation.sum_beside(root, place)) == ["2", "a + b"]
    assert calculation.multiplied(tree("x = 2(a b)"), tree("2")) is None


def test_the_sum_of_a_common_factor_is_the_innermost_around_all_its_places():
    root = tree("x = 3 + (a b + 2a)")
    places = calculation.factored(root, tree("a"))
    assert written(root, calculation.sum_around(root, places)) == ["a b + 2a".replace(" b", "b")]


def test_the_powers_of_a_name_stand_from_left_to_right():
    assert [write_latex(one) for _, one in calculation.powers(tree("a = x^2 + b^2 + (x)^3"), tree("x"))] == [
        "x^2",
        "(x)^3",
    ]
