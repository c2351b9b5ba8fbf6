"""The numbers of the kernel are exact quotients of polynomials in atoms."""

from fractions import Fraction

import pytest
from claims import ANY, number_of
from hypothesis import given
from hypothesis import strategies as st

from mathora.prove.kernel import Refused
from mathora.prove.kernel.exact.algebra import HIGHEST_POWER, LARGEST_NUMBER, Atom, Ratio, function_atom

X, Y = (Ratio.atom(Atom("variable", name)) for name in "xy")
ratios = st.recursive(
    st.sampled_from([X, Y]) | st.fractions(-3, 3, max_denominator=4).map(Ratio.number),
    lambda inner: (
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1])
        | st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1])
    ),
    max_leaves=6,
)


@given(ratios, ratios, ratios)
def test_sums_and_products_obey_the_laws_of_a_field(a, b, c):
    assert (a + b - b - a).vanishes
    assert (a * (b + c) - a * b - a * c).vanishes
    assert (a * b - b * a).vanishes
    if not b.vanishes:
        assert (a.over(b) * b - a).vanishes


@given(ratios)
def test_equal_texts_are_equal_numbers(a):
    again = a + Ratio.number(0)
    assert (again == a, hash(again)) == (True, hash(a))
    assert again.text == a.text
    assert (a + Ratio.number(1)).text != a.text


@pytest.mark.parametrize(
    ("tex", "zero"),
    [
        (r"\sin^2 x + \cos^2 x - 1", True),
        ("|x|^2 - x^2", True),
        ("i^2 + 1", True),
        (r"\sqrt{2} \sqrt{2} - 2", True),
        (r"\sin^2 x - \cos^2 x", False),
        ("|x| - x", False),
        ("i^2 - 1", False),
        (r"\sqrt{2} - 1.414", False),
    ],
)
def test_nothing_is_known_of_atoms_but_their_relations(tex, zero):
    assert number_of(tex, {"x": ANY}).vanishes is zero


def test_a_constant_an_atom_and_a_linear_letter_are_told():
    assert Ratio.number(Fraction(2, 3)).constant == Fraction(2, 3)
    assert X.constant is None
    assert X.only_atom == Atom("variable", "x")
    assert (X + Y).only_atom is None
    assert (X + Ratio.number(3)).letter_and_number == (Atom("variable", "x"), Fraction(3))
    assert (X * X + Y * X).coefficient(Atom("variable", "x"), 1) == Y


def test_one_argument_makes_one_atom():
    assert function_atom("sin", X + Y) == function_atom("sin", Y + X)
    assert function_atom("sin", X) != function_atom("sin", Y)
    with pytest.raises(Refused):
        _ = Atom("variable", "x").argument


def test_what_grows_too_large_is_refused():
    with pytest.raises(Refused):
        (X + Y).power(HIGHEST_POWER + 1)
    with pytest.raises(Refused):
        _ = (X.scaled(LARGEST_NUMBER) + Y) * X.scaled(LARGEST_NUMBER)
