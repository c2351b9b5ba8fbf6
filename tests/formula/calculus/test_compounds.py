"""A function made of functions is taken where each of them is."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.calculus.compounds import of_compound

MODEL = declaring({
    "f(x)": "x^2", "g(x)": {}, "x": {}, "y": {}, "t": {}, "h(x, z)": "x z", "c": "3", "V": {}, "r": {}, "w": "x^2",
    "p(t)": "t^2", "q(t)": "t^3", "a": {}, "b": {}, "u(t)": {}, "n": {"kind": "natural"}, "s(t)": {},
})  # fmt: skip


def said(tex):
    head, *arguments = tree_of(tex, MODEL).children
    return of_compound(head, tuple(arguments), MODEL)


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"(f \circ g)(2)", "f(g(2))"),
        ("(2f + g)(x)", "(2f(x) + g(x))"),
        ("(fg)'(x)", r"\frac{d}{dx} (f(x)g(x))"),
        (r"(f \circ g)'(x)", r"\frac{d}{dx} (f(g(x)))"),
        (
            r"\left(\frac{f}{g}\right)'(2)",
            (
                r"\left(\left.\frac{d}{d\tilde{x}} \left(\frac{f(\tilde{x})}{g(\tilde{x})}\right)"
                r"\right|_{\tilde{x} = 2}\right)"
            ),
        ),
    ],
)
def test_it_is_said_at_its_arguments(tex, plain):
    assert write_latex(said(tex)) == plain


@pytest.mark.parametrize("tex", ["(c + x)(2)", "f(2)", "f'(2)"])
def test_what_is_made_of_no_functions_is_none(tex):
    assert said(tex) is None
