"""A power, a root, an exponential and a logarithm ask for what they need."""

from fractions import Fraction
from math import prod

import pytest
from claims import ANY, POSITIVE, WHOLE, number_of
from hypothesis import given
from hypothesis import strategies as st

from mathora.prove.kernel import Refused
from mathora.prove.kernel.exact.algebra import Ratio
from mathora.prove.kernel.exact.functions import NOTHING, Conditions, primes, true

NAMES = {"x": ANY, "y": ANY, "r": POSITIVE, "n": WHOLE}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\sqrt{x^2}", "|x|"),
        (r"\sqrt{8}", r"2\sqrt{2}"),
        (r"\sqrt[3]{-8}", "-2"),
        ("e^{x + y}", "e^x e^y"),
        (r"e^{2 \ln r}", "r^2"),
        (r"\ln(r^2)", r"2 \ln r"),
        (r"\ln 6", r"\ln 2 + \ln 3"),
        ("2^{n + 1}", r"2 \cdot 2^n"),
        (r"e^{i x}", r"\cos x + i \sin x"),
        ("|x y|", "|x| |y|"),
    ],
)
def test_what_holds_of_all_numbers_is_one_number(one, other):
    assert (number_of(one, NAMES) - number_of(other, NAMES)).vanishes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\sqrt{x^2}", "x"),
        (r"\sqrt{x + y}", r"\sqrt{x} + \sqrt{y}"),
        ("e^{x y}", "e^x e^y"),
        (r"\ln(x + y)", r"\ln x + \ln y"),
        ("|x + y|", "|x| + |y|"),
        ("2^{n + 1}", "2^n + 2"),
    ],
)
def test_what_does_not_is_another(one, other):
    assert not (number_of(one, NAMES) - number_of(other, NAMES)).vanishes


@pytest.mark.parametrize(
    ("tex", "signs"),
    [
        (r"\sqrt{x}", ["≥"]),
        (r"\ln x", [">"]),
        (r"\frac{1}{x}", ["≠"]),
        ("x^{-2}", ["≠"]),
        (r"x^{1/2}", ["≥"]),
        (r"x^{-1/2}", [">"]),
        (r"\sqrt[3]{x}", []),
        ("e^x", []),
        ("|x|", []),
    ],
)
def test_each_notes_where_it_has_a_value(tex, signs):
    conditions = []
    number_of(tex, NAMES, conditions)
    assert [sign for sign, _ in conditions] == signs


@pytest.mark.parametrize(
    "tex", [r"\sqrt{-1}", r"\ln 0", r"\ln(-2)", r"\frac{1}{1 - 1}", "0^{-1}", r"\sqrt{i}", r"\ln i"]
)
def test_without_a_value_it_is_refused(tex):
    with pytest.raises(Refused):
        number_of(tex, NAMES)


@given(st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000).filter(lambda one: one > 0))
def test_the_primes_of_a_number_multiply_to_it(number):
    assert prod((Fraction(prime) ** power for prime, power in primes(number)), start=Fraction(1)) == number


def test_a_condition_that_is_false_of_a_constant_is_refused_and_others_are_noted():
    conditions = Conditions(NOTHING)
    conditions.require(">", Ratio.number(2))
    assert conditions.found == []
    for refused in (conditions.require, conditions.confine):
        with pytest.raises(Refused):
            refused(">", Ratio.number(0))
    conditions.oblige("≠", Ratio.number(0))
    assert len(conditions.obligations) == 1
    assert [true(Fraction(0), sign) for sign in "≠>≥"] == [False, False, True]
