"""A false formula of chance is false in a small experiment."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"P(p \cup q) = P(p) + P(q)", "refuted", ""),
        (r"P(p \cap q) = P(p) P(q)", "refuted", ""),
        (r"P(p \mid q) = P(q \mid p)", "refuted", ""),
        (r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)", "refuted", ""),
        (r"\mathbb{E}[X^2] = \mathbb{E}[X]^2", "refuted", ""),
        (r"P(p \cap q) \le P(p)", "proved", ""),
    ],
)
def test_it_is_false_in_one_of_them(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
