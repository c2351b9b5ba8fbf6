"""An extremum is the best of the values at critical places and ends."""

import pytest
import sympy
from sympy import S

from mathora.formula.meaning.ranges import OverRange
from mathora.prove.tactics.extrema import extremum

x, y, a = sympy.symbols("x y a", real=True)
INSIDE = sympy.And(x >= 0, x <= 3)


def over(kind, body, condition=S.true, variable=x):
    return extremum(OverRange(sympy.Symbol(kind), body, variable, condition))


@pytest.mark.parametrize(
    ("kind", "body", "condition", "value"),
    [
        ("max", x * (3 - x), INSIDE, sympy.Rational(9, 4)),
        ("min", x * (3 - x), INSIDE, 0),
        ("argmax", x * (3 - x), INSIDE, sympy.Rational(3, 2)),
        ("max", x, INSIDE, 3),
        ("min", x**2 + 1, S.true, 1),
        ("sup", x, sympy.And(x > 0, x < 1), 1),
        ("max", sympy.exp(x), S.true, sympy.oo),
        ("min", (x - a) ** 2 + a, S.true, a),
    ],
)
def test_the_best_value_is_found_with_its_place(kind, body, condition, value):
    assert over(kind, body, condition) == value


def test_an_end_that_is_not_reached_is_no_maximum():
    assert over("max", x, sympy.And(x > 0, x < 1)) is S.NaN
    assert over("argmax", x, sympy.And(x > 0, x < 1)) is None


@pytest.mark.parametrize(
    ("kind", "body", "condition"),
    [
        ("argmin", (x**2 - 1) ** 2, S.true),  # two places
        ("max", a * x, INSIDE),
        ("max", sympy.floor(x), INSIDE),
        ("max", (x - a) ** 2, S.true),  # it opens upwards
        ("max", x, sympy.Or(x < 0, x > 1)),
    ],
)
def test_without_one_interval_or_one_place_nothing_is_found(kind, body, condition):
    assert over(kind, body, condition) is None


def test_of_several_variables_it_is_where_the_gradient_is_zero_or_parallel():
    both = sympy.Tuple(x, y)
    assert over("min", x**2 + y**2 - 2 * x, S.true, both) == -1
    assert over("max", x + y, sympy.Eq(x**2 + y**2, 2), both) == 2
    assert over("min", x**2 - y**2, S.true, both) is None
