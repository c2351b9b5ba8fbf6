"""A statement of statements is joined from what is shown of each."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"x": ANY, "u": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"x > 2 \Rightarrow x > 1", "premise"),
        (r"x^2 = 1 \Rightarrow x = 1 \text{ or } x = -1", "premise"),
        (r"\forall u \in \mathbb{R} : u^2 \ge 0", "for all; signs"),
        (r"\exists u \in \mathbb{R} : u^2 = 4", "there is"),
        (r"x > 0 \text{ or } x \le 0", "orders"),
        (r"x = 1 \Leftrightarrow 2x = 2", "premise; premise"),
    ],
)
def test_each_rule_joins_what_is_shown(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "hints", "why"),
    [
        (r"x > 1 \Rightarrow x > 2", [], "no rule shows what follows"),
        (r"x^2 = 1 \Rightarrow x = 1", [], "no rule shows what follows"),
        (r"x = 1 \Leftrightarrow x^2 = 1", [], "no rule shows what follows"),
        (r"x = 1 \Rightarrow \frac{1}{x - 1} = \frac{1}{x - 1}", [], "no rule shows what follows"),
        (r"\forall u \in \mathbb{R} : u^2 > 0", [], "no rule shows this order"),
        (r"x > 0 \text{ or } x < 0", [], "none of the alternatives could be shown"),
        (
            r"\exists u \in \mathbb{R} : u^2 = -4",
            [(r"\exists u \in \mathbb{R} : u^2 = -4", "2")],
            "the sides have different normal forms",
        ),
        (
            r"\exists u \in \mathbb{N} : u^2 = 4",
            [(r"\exists u \in \mathbb{N} : u^2 = 4", "-2")],
            "it is not shown to be natural",
        ),
        (r"\exists u \in \mathbb{R} : u^2 = 4", [], "a hint is missing"),
    ],
)
def test_the_converse_a_case_too_few_and_a_false_witness_are_refused(tex, hints, why):
    assert refusal(tex, NAMES, *hints) == why
