"""What calculus writes short, in full."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.calculus.short_calculus import (
    between_ends,
    by_substitution,
    by_usual_letter,
    parametric_slope,
    under_one_sign,
)

MODEL = declaring({
    "f(x)": "x^2", "g(x)": {}, "x": {}, "y": {}, "t": {}, "h(x, z)": "x z", "c": "3", "V": {}, "r": {}, "w": "x^2",
    "p(t)": "t^2", "q(t)": "t^3", "a": {}, "b": {}, "u(t)": {}, "n": {"kind": "natural"}, "s(t)": {},
})  # fmt: skip


def said(change, tex):
    node = tree_of(tex, MODEL)
    found = change(node) if change is between_ends else change(node, MODEL)
    return None if found is None or found is node else write_latex(found)


@pytest.mark.parametrize(
    ("change", "tex", "full"),
    [
        (
            between_ends,
            r"\left[-e^{-x}\right]_0^\infty",
            r"((\lim_{x \to \infty} (-e^{-x})) - (\left.-e^{-x}\right|_{x = 0}))",
        ),
        (between_ends, r"\left[x^2\right]_{x=0}^{1}", r"((\left.x^2\right|_{x = 1}) - (\left.x^2\right|_{x = 0}))"),
        (by_substitution, r"\int \cos w \, dw", r"\int (\cos w)\left(\frac{d}{dx} (x^2)\right) \, dx"),
        (parametric_slope, r"\frac{dq}{dp}", r"\frac{\frac{dq}{dt}}{\frac{dp}{dt}}"),
        (by_usual_letter, "(x^n)'", r"\frac{d}{dx} (x^n)"),
        (by_usual_letter, "y'' + y", r"\frac{d^2 y}{dx^2} + y"),
        (by_usual_letter, "(e^{at})'", r"\frac{d}{dt} (e^{at})"),
        (
            under_one_sign,
            r"\int_a^b g(x) u'(x) \, dx = \left[g(x) u(x)\right]_a^b - \int_a^b g'(x) u(x) \, dx",
            r"\int_a^b ((g(x)u'(x)) + (g'(x)u(x))) \, dx = \left[g(x)u(x)\right]_a^b",
        ),
    ],
)
def test_in_full_it_names_its_letter_and_its_ends(change, tex, full):
    assert said(change, tex) == full


@pytest.mark.parametrize(
    ("change", "tex"),
    [
        (between_ends, r"\left[x^2\right]_0^1"),  # of the one letter that there is
        (between_ends, r"\left[x t\right]_0^{\infty}"),  # of which letter?
        (by_substitution, r"\int \cos x \, dx"),
        (by_substitution, r"\int_0^1 \cos w \, dw"),  # between which x?
        (parametric_slope, r"\frac{dq}{dx}"),
        (parametric_slope, r"\frac{dy}{dx}"),
        (by_usual_letter, "(x^2)'"),
        (by_usual_letter, "(a^n)'"),
        (under_one_sign, r"\int_a^b x \, dx = 2"),
    ],
)
def test_what_is_full_or_has_two_readings_stays(change, tex):
    assert said(change, tex) is None
