"""What is said of a function by cases where one ends: an integral goes case by case, a slope is a limit."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.formula.calculus.breaks import case_by_case, continuous_at, jumps, slope_at
from mathora.lesson import Declaration, ModelSource, Text

MODEL = {
    "f(x)": r"\begin{cases} x^2 & x < 1 \\ 3 - x & x \ge 1 \end{cases}",
    "g(x)": "x^2",
    "h(x)": r"\begin{cases} x & x < k \\ 1 & x \ge k \end{cases}",
    "x": None,
    "k": None,
}
SAID = [
    (r"\int_0^2 f(x)\,dx", r"\left(\int_0^1 (x^2) \, dx + \int_1^2 (3 - x) \, dx\right)"),
    (r"\int_{-1}^2 |x|\,dx", r"\left(\int_{-1}^0 (-(x)) \, dx + \int_0^2 (x) \, dx\right)"),
    (r"\int_2^3 |x|\,dx", r"\int_2^3 (x) \, dx"),
    (
        r"\int_0^\infty e^{-|x-1|}\,dx",
        r"\left(\int_0^1 e^{-(-(x - 1))} \, dx + \int_1^\infty e^{-(x - 1)} \, dx\right)",
    ),
    (
        r"\int_0^2 \begin{cases} x & x < 1 \\ 2 & x > 1 \end{cases}\,dx",
        r"\left(\int_0^1 (x) \, dx + \int_1^2 (2) \, dx\right)",
    ),
]
UNSAID = [
    r"\int_0^2 g(x)\,dx",
    r"\int_0^2 h(x)\,dx",  # nobody says where k is
    r"\int_0^2 |x-k|\,dx",
    r"\int_0^k |x|\,dx",
    r"\int_2^0 |x-1|\,dx",
    r"\int_0^2 |x^2-1|\,dx",
    r"\int_0^2 \begin{cases} x & x < 1 \\ 2 & x > 0 \end{cases}\,dx",  # two cases hold between 0 and 1
    r"\int_0^2 \begin{cases} x & x < 1 \\ 2 & x > \frac32 \end{cases}\,dx",  # none holds between them
]


@pytest.fixture(scope="module")
def model():
    bodies = {head: body and Text.written(body) for head, body in MODEL.items()}
    return read_model(
        ModelSource(declarations=tuple(Declaration(head=Text.written(h), body=b) for h, b in bodies.items()))
    )


@pytest.mark.parametrize(("tex", "said"), SAID)
def test_an_integral_goes_case_by_case(tex, said, model):
    assert write_latex(case_by_case(read(Text.written(tex), model).tree, model)) == said


@pytest.mark.parametrize("tex", UNSAID)
def test_where_it_is_not_known_which_case_holds_nothing_is_said(tex, model):
    assert case_by_case(read(Text.written(tex), model).tree, model) is None


def test_a_slope_at_a_place_is_the_limit_of_its_quotient(model):
    slope = slope_at(*(read(Text.written(tex), model).tree for tex in ("f", "1")))
    assert write_latex(slope) == r"\lim_{\tilde{h} \to 0} \frac{f(1 + \tilde{h}) - f(1)}{\tilde{h}}"


def test_continuous_means_the_limits_from_both_sides(model):
    f, g = (model.named(read(Text.written(name), model).tree) for name in "fg")
    said = write_latex(continuous_at(f, read(Text.written("1"), model).tree))
    assert r"\lim_{x \to 1^-} f(x) = f(1)" in said
    assert r"\lim_{x \to 1^+} f(x) = f(1)" in said
    assert jumps(g) is None
