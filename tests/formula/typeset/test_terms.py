"""Terms are set by their kind: words upright, letters as letters, primes as one mark."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_plain
from mathora.formula.typeset.terms import primes

MODEL = declaring(
    {"x": {}, "a": {}, "n": {"kind": "natural"}, r"\text{loss}": {}, r"\theta": {}, "A": {"kind": "matrix"}}
)


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"\frac{a}{2}", "a/2"), (r"\sqrt{x}", "√x"), ("x^{n + 1}", "xⁿ⁺¹"), ("-x", "−x"), ("|x|", "|x|"),
        (r"50\%", "50%"),
        (r"\text{loss} + \theta", "loss + θ"), (r"A^\top", "A^⊤"), ("[0, 1)", "[0, 1)"), (r"7 \bmod 3", "7 mod 3"),
        ("a/2", "a/2"),
    ],
)  # fmt: skip
def test_a_term_is_drawn_by_its_signs(tex, plain):
    assert write_plain(tree_of(tex, MODEL)) == plain


def test_primes_are_one_mark():
    assert [len(primes(order)) for order in (1, 2, 3)] == [1, 1, 1]
    assert primes(6) == primes(1) * 6
