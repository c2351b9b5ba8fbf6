"""Factors multiply to their polynomial again, or are not believed."""

import pytest
from claims import ANY, number_of
from hypothesis import given
from hypothesis import strategies as st

from mathora.prove.kernel.certificate import Contradicted, Refused
from mathora.prove.kernel.exact.algebra import ONE, Ratio
from mathora.prove.kernel.exact.factors import cancelled, factors, parts_of, remainder, univariate

NAMES = {"x": ANY, "y": ANY}


def number(tex):
    return number_of(tex, NAMES)


FACTORS = [number(tex) for tex in ("x", "x + 1", "x - y", "x^2 + 1", "2y - 3", "5")]


@given(st.lists(st.sampled_from(FACTORS), min_size=1, max_size=4))
def test_the_factors_multiply_to_the_polynomial(chosen):
    whole = Ratio.number(1)
    for one in chosen:
        whole *= one
    lead, found = factors(whole.above)
    product = Ratio.number(lead)
    for one, power in found:
        product *= Ratio(one, ONE).power(power)
    assert product == whole


@given(st.sampled_from(FACTORS), st.sampled_from(FACTORS), st.sampled_from(FACTORS))
def test_a_common_factor_is_cancelled(one, other, common):
    assert cancelled((one * common).over(other * common)).text == cancelled(one.over(other)).text


def test_what_is_below_has_negative_powers():
    powers = {one.text: power for one, power in parts_of(number(r"\frac{x^2}{(x + 1)^3}"))}
    assert sorted(powers.values()) == [-3, 2]


@pytest.mark.parametrize(
    ("tex", "ideal", "zero"),
    [
        ("x^2 - y^2", ["x - y"], True),
        ("x^2 + y^2", ["x - y"], False),
        ("x^3 - x", ["x^2 - 1"], True),
        ("x - 1", ["x^2 - 1"], False),
    ],
)
def test_a_sum_of_multiples_leaves_no_rest(tex, ideal, zero):
    assert (remainder(number(tex).above, [number(one).above for one in ideal]) == {}) is zero


def test_equations_without_a_common_zero_contradict_each_other():
    with pytest.raises(Contradicted):
        remainder(number("x").above, [number(one).above for one in ("y", "y - 1")])


def test_a_polynomial_of_one_letter_has_coefficients():
    letter, numbers = univariate(number("3x^2 - 2"))
    assert (letter.name, numbers) == ("x", [-2, 0, 3])
    for tex in ("x + y", r"\frac{1}{x}", r"\sin x"):
        with pytest.raises(Refused):
            univariate(number(tex))
