"""Two numbers are equal, or in order, by a rule that is named."""

import pytest
from claims import ANY, POSITIVE, WHOLE, refusal, rules_of

NAMES = {"x": ANY, "y": ANY, "n": WHOLE, "r": POSITIVE}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        ("x + x = 2x", "normal form"),
        (r"\sqrt{r^2} = r", "normal form"),
        (r"x = 2y \Rightarrow x^2 = 4y^2", "premise"),
        (r"x^2 = y^2 \Rightarrow |x| = |y|", "premise"),
        (r"e^x \ge 1 + x", "signs"),
        (r"2^n \ge n", "first case and the next one"),
    ],
)
def test_each_rule_shows_what_holds_everywhere(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("x + x = x^2", "the sides have different normal forms"),
        ("|x| = x", "the sides have different normal forms"),
        (r"x^2 = y^2 \Rightarrow x = y", "no rule shows what follows"),
        (r"e^x \ge 2 + x", "no rule shows this order"),
        (r"2^n \ge n + 2", "no rule shows this order"),
        (r"|x| + |y| \le |x + y|", "no rule shows this order"),
    ],
)
def test_what_fails_somewhere_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
