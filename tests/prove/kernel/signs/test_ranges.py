"""A range holds at least all values of an atom."""

import pytest
from claims import ANY, WHOLE, refusal, rules_of

NAMES = {"x": ANY, "n": WHOLE}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        ("e^x > 0", "signs"),
        (r"\sin x \le 1", "signs"),
        (r"\lfloor x \rfloor \le x", "signs"),
        (r"|x| \ge x", "signs"),
        (r"n^2 \ge n", "signs"),
        (r"\arctan x < 2", "signs"),
        (r"\operatorname{erf} x < 1", "signs"),
    ],
)
def test_what_every_value_obeys_is_shown(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("e^x > 1", "no rule shows this order"),
        (r"\lfloor x \rfloor < x", "no rule shows this order"),
        ("|x| > x", "no rule shows this order"),
        ("n^2 > n", "no rule shows this order"),
        (r"x^2 \ge x", "no rule shows this order"),
    ],
)
def test_what_one_value_does_not_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
