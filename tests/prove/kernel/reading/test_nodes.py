"""Each kind of node has one meaning."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"x": ANY, "y": ANY, "E": {"is": r"\begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}"}}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\frac12 + \frac13 = \frac56", "normal form"),
        (r"50\% = \frac12", "normal form"),
        (r"\det E = 6", "normal form"),
        (r"\operatorname{tr} E = 5", "normal form"),
        (r"\|(3, 4)\| = 5", "normal form"),
        (r"(1, 2) \cdot (3, 4) = 11", "normal form"),
        (r"\max(2, 3) = 3", "normal form"),
        (r"\overline{2 + i} = 2 - i", "normal form"),
        (r"7 \bmod 3 = 1", "normal form"),
        (r"\lfloor 2.5 \rfloor = 2", "normal form"),
    ],
)
def test_it_is_worked_out_exactly(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\frac12 + \frac13 = \frac25", "the sides have different normal forms"),
        (r"\det E = 5", "the sides have different normal forms"),
        (r"\|(3, 4)\| = 7", "the sides have different normal forms"),
        (r"(1, 2) \cdot (3, 4) = 10", "the sides have different normal forms"),
        (r"\max(x, y) = x", "the sides have different normal forms"),
        (r"\lfloor x \rfloor = x", "the sides have different normal forms"),
        (r"x \bmod 2 = 0", "a remainder of letters"),
    ],
)
def test_another_value_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
