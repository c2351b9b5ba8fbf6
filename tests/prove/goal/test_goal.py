"""One comparison: where it is asked, and how its values are written."""

from fractions import Fraction

import pytest
import sympy
from flint import arb, fmpq

from mathora.prove.goal.domain import Domain
from mathora.prove.goal.goal import RELATION_NAMES, Goal, exact_text, place_of, shown_name, written

x, y, a = sympy.symbols("x y a", real=True)


def test_it_is_asked_where_both_sides_have_a_value():
    goal = Goal(1 / x, "=", y, Domain((y > 0,)), conditions=(sympy.Ne(x, 0),))
    assert goal.where.relations == (y > 0, sympy.Ne(x, 0))
    assert goal.difference == 1 / x - y
    assert goal.between(x, y, "<").sign == "<"


def test_a_point_gives_a_value_to_each_symbol_the_named_ones_first():
    assert Goal(x, "=", a, Domain((y > 0,)), symbols=(x,)).free == (x, a, y)


def test_each_sign_has_its_relation():
    assert all(getattr(sympy, name) for name in RELATION_NAMES.values())


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (sympy.Rational(1, 3), "1/3"),
        (sympy.Rational(2067, 100), "20.67"),
        (sympy.S(-4), "-4"),
        (sympy.sqrt(2), "1.41421…"),
        (sympy.pi, "3.14159…"),
        (1 + 2 * sympy.I, "1 + 2 i"),
        (-sympy.I, "-i"),
    ],
)
def test_a_value_is_written_as_an_author_reads_it(number, text):
    assert exact_text(number) == text


def test_a_ball_is_written_by_its_first_digits_and_nothing_by_what_is_exact():
    assert written(arb(2).sqrt()) == "1.41421…"
    assert written(fmpq(1, 3)) == "1/3"
    assert written(None, x) == "x"
    assert str(Fraction(1, 3)) == written(fmpq(1, 3))


def test_auxiliary_symbols_are_left_out_of_a_place():
    hidden, bound = sympy.Symbol("m:unit"), sympy.Symbol("k~2")
    assert place_of({x: sympy.Rational(1, 2), hidden: sympy.S.One}) == (("x", "1/2"),)
    assert shown_name(bound) == "k"
