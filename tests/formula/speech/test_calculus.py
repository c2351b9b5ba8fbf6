"""Derivatives, sums, integrals and limits in words that can be written down again."""

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
        (r"\frac{d}{dx} x^2", "the derivative with respect to x of x squared"),
        (r"\frac{d}{dx} x^2 + a", "the derivative with respect to x of x squared, end derivative, plus a"),
        ("f'(x)", "f prime of x"),
        ("f''(x)", "f double prime of x"),
        (r"\frac{\partial L}{\partial u}", "the partial derivative of L with respect to u"),
        (r"\int_0^1 x \, dx", "the integral from zero to one of x d x"),
        (r"\sum_{k=1}^n k", "the sum from k equals one to n of k"),
        (r"\prod_{k=1}^n k", "the product from k equals one to n of k"),
        (r"\lim_{x \to 0} f(x)", "the limit as x goes to zero of f of x"),
        (r"\lim_{x \to 0^+} f(x)", "the limit as x goes to zero from above of f of x"),
        (r"\nabla L", "the gradient of L"),
        (r"\max_x f(x)", "the maximum over x of f of x"),
        (r"\left.f(x)\right|_{x = 2}", "f of x, evaluated at x equals two"),
    ],
)
def test_each_names_its_variable_and_where_it_ends(tex, said):
    assert speak(tree_of(tex, MODEL)) == said
