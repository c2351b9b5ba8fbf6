"""Polynomials in one variable: their roots are counted, and signs shown only where they hold."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mathora.prove.kernel.exact.polynomials import (
    Enclosure,
    divided,
    multiplied,
    nonnegative,
    odd_part,
    roots_between,
    trimmed,
    value_at,
    without_root,
)

ROOTS = st.lists(st.fractions(-4, 4, max_denominator=5), min_size=1, max_size=5)


def from_roots(roots):
    polynomial = [Fraction(1)]
    for root in roots:
        polynomial = multiplied(polynomial, [-root, Fraction(1)])
    return polynomial


@given(ROOTS)
def test_sturm_counts_the_different_roots(roots):
    assert roots_between(from_roots(roots), None, None) == len(set(roots))
    assert roots_between(from_roots(roots), Fraction(0), None) == len({root for root in roots if root > 0})


@given(ROOTS)
def test_the_odd_part_has_the_roots_of_odd_order(roots):
    odd = odd_part(from_roots(roots))
    assert len(odd) - 1 == sum(roots.count(root) % 2 for root in set(roots))
    assert all((value_at(odd, root) == 0) == (roots.count(root) % 2 == 1) for root in set(roots))


@given(ROOTS, st.fractions(-4, 0, max_denominator=3), st.fractions(1, 4, max_denominator=3))
def test_a_sign_is_shown_only_where_it_holds(roots, low, high):
    polynomial, where = from_roots(roots), Enclosure(low, high)
    places = [low + (high - low) * Fraction(step, 60) for step in range(61)] + [r for r in roots if low <= r <= high]
    negative = any(value_at(polynomial, place) < 0 for place in places)
    if nonnegative(polynomial, where):
        assert not negative
    if nonnegative(polynomial, where, strictly=True):
        assert all(value_at(polynomial, place) > 0 for place in places)


@given(st.lists(st.fractions(-3, 3, max_denominator=4), min_size=1, max_size=6))
def test_a_square_is_not_negative(numbers):
    polynomial = trimmed(numbers)
    if polynomial:
        assert nonnegative(multiplied(polynomial, polynomial), Enclosure())


@given(ROOTS, ROOTS)
def test_what_is_multiplied_is_divided_without_a_rest(one, other):
    product = multiplied(from_roots(one), from_roots(other))
    assert divided(product, from_roots(other)) == (from_roots(one), [])


@given(ROOTS, st.fractions(-4, 0, max_denominator=3), st.fractions(1, 4, max_denominator=3))
def test_a_polynomial_without_a_root_in_a_range_has_none_there(roots, low, high):
    if without_root(from_roots(roots), Enclosure(low, high)):
        assert not any(low <= root <= high for root in roots)
