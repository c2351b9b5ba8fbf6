"""Statements are set with their signs, and conditions under their operators."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_plain

MODEL = declaring(
    {"x": {}, "a": {}, "f(x)": "x^2", "p": {"kind": "event"}, "q": {"kind": "event"}, "n": {"kind": "natural"}}
)


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"x = 2 \Rightarrow x^2 = 4", "x = 2 ⇒ x² = 4"),
        (r"p \land q", "p ∧ q"),
        (r"\forall x \in \mathbb{R} : x^2 \ge 0", "∀x ∈ ℝ : x² ≥ 0"),
        (r"x \in \{1, 2\}", "x ∈ {1, 2}"),
        (r"x > 0 \text{ and } x < 2", "x > 0 and x < 2"),
        (r"x \equiv 1 \pmod 3", "x ≡ 1 (mod 3)"),
        (r"\neg p", "¬p"),
        (r"\lim_{x \to 0} f(x)", "lim_(x→0) f(x)"),
        (r"\sum_{k=1}^n k", "∑ₖ₌₁ⁿ k"),
        (r"\int_0^1 x \, dx", "∫₀¹ x dx"),
        (r"\frac{d}{dx} x^2", "d/dx x²"),
    ],
)
def test_a_statement_is_drawn_by_its_signs(tex, plain):
    assert write_plain(tree_of(tex, MODEL)) == plain
