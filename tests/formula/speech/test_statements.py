"""Relations, logic and sets in words."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import speak

MODEL = declaring({
    "x": {}, "a": {}, "b": {}, "f(x)": "x^2", "A": {"kind": "matrix", "shape": (2, 2)}, "n": {"kind": "natural"},
    "L(u, v)": "u^2 v", "p": {"kind": "event"}, "q": {"kind": "event"}, "w": {"kind": "vector", "shape": (2, 1)},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"x = 2 \Rightarrow x^2 = 4", "x equals two, implies x squared equals four"),
        (r"p \land q", "p and q"),
        (r"\neg p", "not p"),
        (
            r"\forall x \in \mathbb{R} : x^2 \ge 0",
            "for all x in the real numbers, x squared is greater than or equal to zero",
        ),
        (r"\exists x : x = 2", "there exists x such that x equals two"),
        (r"x \in \{1, 2\}", "x is in the set of one, two"),
        (r"x \ne a", "x is not equal to a"),
        (r"a \approx 3.14", "a is approximately equal to three point one four"),
        (r"x \mid a", "x divides a"),
        (r"P(p \mid q)", "P of p given q"),
        (r"x > 0 \text{ and } x < 2", "x is greater than zero and x is less than two"),
    ],
)
def test_a_statement_is_said_as_a_sentence(tex, said):
    assert speak(tree_of(tex, MODEL)) == said
