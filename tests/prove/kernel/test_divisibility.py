"""A number divides another if the quotient is whole, or for all remainders."""

import pytest
from claims import ANY, WHOLE, refusal, rules_of

NAMES = {"n": WHOLE, "x": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"n^2 + n \equiv 0 \pmod 2", "multiples"),
        (r"6 \mid n^3 - n", "all remainders"),
        (r"7^n \equiv 1 \pmod 6", "multiples"),
        (r"2n \equiv 4 \pmod 6 \Rightarrow n \equiv 2 \pmod 3", "premise"),
    ],
)
def test_it_holds_of_every_whole_number(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"n^2 \equiv 1 \pmod 2", "this is no multiple"),
        (r"4 \mid n^2 + n", "this is no multiple"),
        (r"2n \equiv 4 \pmod 6 \Rightarrow n \equiv 2 \pmod 6", "no rule shows what follows"),
        (r"x^2 + x \equiv 0 \pmod 2", "a multiple of what is no whole number"),
        (r"2 \mid \frac{n}{3}", "a multiple of what is no whole number"),
        (r"n \equiv n \pmod 0", "a multiple of what is no whole number"),
    ],
)
def test_a_rest_a_part_or_a_modulus_of_zero_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
