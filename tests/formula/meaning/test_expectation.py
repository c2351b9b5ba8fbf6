"""Expectations are linear, moments are those of the law, and a probability is the mass or the area of the law."""

import pytest
from meant import conditions, meaning, value

from mathora.formula.meaning.scope import Untranslatable

LETS = {
    "X": {"domain": r"X \sim \mathcal{N}(\mu, \sigma^2)"}, "U": {"domain": r"U \sim \mathcal{U}(0, 1)"},
    "B": {"domain": r"B \sim \text{Bin}(4, \frac12)"}, "N": {"domain": r"N \sim \text{Poisson}(3)"},
    "Y": {"kind": "random"}, "Z": {"kind": "random", "domain": r"Y \perp Z"}, "W": {"kind": "random"},
    r"\mu": {}, r"\sigma": {"kind": "positive"}, "a": {}, "b": {"kind": "positive"}, "n": {"kind": "natural"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "same", "other"),
    [
        (r"\mathbb{E}[aY + 1]", r"a \mathbb{E}[Y] + 1", r"a \mathbb{E}[Y]"),
        (r"\mathbb{E}[YZ]", r"\mathbb{E}[Y] \mathbb{E}[Z]", r"\mathbb{E}[YW]"),  # these two are not independent
        (r"\mathbb{E}[Y^2]", r"\operatorname{Var}(Y) + \mathbb{E}[Y]^2", r"\mathbb{E}[Y]^2"),
        (r"\operatorname{Var}(aY + 1)", r"a^2 \operatorname{Var}(Y)", r"a \operatorname{Var}(Y)"),
        (r"\operatorname{Cov}(Y, -W)", r"-\operatorname{Cov}(W, Y)", r"\operatorname{Cov}(Y, W)"),
        (r"\operatorname{Cov}(Y, Z)", "0", "1"),
        (r"\mathbb{E}[X^2]", r"\mu^2 + \sigma^2", r"\mu^2"),
        (r"\mathbb{E}[(X - \mu)^4]", r"3\sigma^4", r"\sigma^4"),
        (r"\operatorname{Var}(U)", r"\frac{1}{12}", r"\frac14"),
        (r"\operatorname{Var}(B)", "1", "2"),
        (r"\mathbb{E}[N^2]", "12", "9"),
        (r"\operatorname{Var}(N)", "3", "9"),
    ],
)
def test_a_moment_is_what_linearity_and_the_law_make_of_it(tex, same, other):
    apart = [meaning(rf"{tex} - ({one})", LETS).expression.expand() for one in (same, other)]
    assert [one == 0 for one in apart] == [True, False]


@pytest.mark.parametrize(
    ("event", "chance"),
    [
        (r"U \le \frac13", "1/3"),
        (r"U \le 2", "1"),
        (r"U < -1", "0"),
        (r"\frac14 < U \le \frac12", "1/4"),
        (r"|U| > \frac34", "1/4"),
        (r"U = \frac12", "0"),
        (r"1 \le U \le 0", "0"),  # nothing is in it
        (r"|U| < -1", "0"),
        (r"|U| > -1", "1"),
        (r"a \le X \le a - b", "0"),
        (r"X > \mu", "1/2"),
        ("B = 2", "3/8"),
        ("B = 5", "0"),
        (r"B = \frac12", "0"),
        ("B < 4", "15/16"),
        (r"B \le 4", "1"),
        ("3 < B < 2", "0"),
        (r"|B - 2| \ge 1", "5/8"),
        ("|B - 2| > 1", "1/8"),
        (r"B \ge 1", "15/16"),
        (r"N \ge 1", "1 - exp(-3)"),
    ],
)
def test_the_probability_of_a_comparison_is_that_of_its_law(event, chance):
    assert value(rf"P({event})", LETS) == chance


def test_where_a_bound_is_a_letter_the_law_says_where_it_may_be():
    assert conditions(r"P(U \le a)", LETS) == ["-a <= 0", "a - 1 <= 0"]
    assert "a <= b" in conditions(r"P(a \le X \le b)", LETS)


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"P(B \le a)", "no literal whole number"),
        (r"P(B = a)", "declare its kind as natural"),
        (r"P(B \le 1000)", "more than 200 values"),
        (r"P(X + 1 > 0)", "write it as one comparison of X"),
        (r"P(X < U)", "write it as one comparison"),
        (r"\mathbb{E}[U^9]", "a moment of order 9"),
        (r"\mathbb{E}[Q]", "parameters, not"),
        (r"\operatorname{Cov}((X, U), B)", "covariance of a vector"),
    ],
)
def test_what_has_no_such_value_is_refused_and_says_why(tex, said):
    lets = LETS | {"Q": {"domain": r"Q \sim \mathcal{N}(0)"}}
    with pytest.raises(Untranslatable, match=said):
        value(tex, lets)
