"""A derivative notes where it has none, and what changes is built anew."""

import pytest
from claims import ANY, number_of

from mathora.prove.kernel import Refused
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.calculus import derivative, placed, substituted
from mathora.prove.kernel.exact.functions import NOTHING, Conditions

NAMES = {"x": ANY, "y": ANY, "f(o)": ANY}
X = Atom("variable", "x")


@pytest.mark.parametrize(
    ("tex", "slope"),
    [
        ("x^3", "3x^2"),
        (r"x \sin x", r"\sin x + x \cos x"),
        (r"\frac{x}{x^2 + 1}", r"\frac{1 - x^2}{(x^2 + 1)^2}"),
        ("e^{2x}", "2e^{2x}"),
        (r"\ln(x^2 + 1)", r"\frac{2x}{x^2 + 1}"),
        (r"\arctan x", r"\frac{1}{1 + x^2}"),
        ("y^2", "0"),
        ("f(x^2)", "2x f'(x^2)"),
    ],
)
def test_a_derivative_is_that_of_its_parts(tex, slope):
    assert (derivative(number_of(tex, NAMES), X, Conditions(NOTHING)) - number_of(slope, NAMES)).vanishes


@pytest.mark.parametrize("tex", [r"\sqrt{x}", "|x|", r"\arcsin x"])
def test_where_it_is_not_smooth_is_noted(tex):
    conditions = Conditions(NOTHING)
    derivative(number_of(tex, NAMES), X, conditions)
    assert conditions.found


@pytest.mark.parametrize("tex", [r"\lfloor x \rfloor", r"\Gamma(x)"])
def test_what_is_not_known_to_have_a_derivative_is_refused(tex):
    with pytest.raises(Refused):
        derivative(number_of(tex, NAMES), X, Conditions(NOTHING))


@pytest.mark.parametrize(
    ("tex", "value", "result"),
    [
        ("x^2 + y", "3", "9 + y"),
        (r"\sin x", r"\frac{\pi}{6}", r"\frac12"),
        (r"\sqrt{x}", "4", "2"),
        ("f(x)", "2", "f(2)"),
    ],
)
def test_a_function_whose_argument_changes_is_built_anew(tex, value, result):
    put = substituted(number_of(tex, NAMES), {X: number_of(value, NAMES)}, Conditions(NOTHING))
    assert (put - number_of(result, NAMES)).vanishes


def test_a_place_without_a_value_is_refused():
    pole = number_of(r"\frac{1}{x}", NAMES)
    assert placed(pole, {X: Ratio.number(2)}, NOTHING).constant
    with pytest.raises(Refused):
        placed(pole, {X: Ratio.number(0)}, NOTHING)
    with pytest.raises(Refused, match="no value"):
        placed(pole, {X: number_of("y", NAMES)}, NOTHING)
