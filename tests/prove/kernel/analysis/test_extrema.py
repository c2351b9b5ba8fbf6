"""A maximum is the value at a place that nothing in the range is beyond."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"x": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\max_{0 \le x \le 3} x (3 - x) = \frac94", "highest place; normal form"),
        (r"\min_{x} (x^2 + 1) = 1", "highest place; normal form"),
        (r"\operatorname*{arg\,min}_{x} (x - 2)^2 = 2", "highest place; normal form"),
    ],
)
def test_the_highest_place_is_a_hint_and_is_checked(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "hints", "why"),
    [
        (r"\max_{0 \le x \le 3} x(3 - x) = 2", [], "a hint is missing"),
        (r"\max_{0 \le x \le 3} x(3 - x) = 2", [(r"\max_{0 \le x \le 3} x(3 - x)", "1")], "no rule shows this order"),
        (
            r"\max_{0 \le x \le 3} x(3 - x) = -4",
            [(r"\max_{0 \le x \le 3} x(3 - x)", "4")],
            "the place is outside of the range",
        ),
        (r"\max_{0 < x < 1} x = 1", [(r"\max_{0 < x < 1} x", "1")], "the place is outside of the range"),
        (r"\min_{x} x = 0", [(r"\min_{x} x", "0")], "no rule shows this order"),
    ],
)
def test_a_place_outside_or_below_another_is_refused(tex, hints, why):
    assert refusal(tex, NAMES, *hints) == why
