"""A bracket closes what it opens, and a script belongs to what is before it."""

import pytest
from readings import reading, two_readings


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        ("n!", "Factorial(n)"),
        ("2n!", "(2 * Factorial(n))"),
        ("(n - 1)!", "Factorial(<(n - 1)>)"),
        (r"63.2\%", "Percent(63.2)"),
        (r"90^\circ", "Degrees(90)"),
        ("{x}^3", "(x ^ 3)"),
        ("x^2_1", "(x_1 ^ 2)"),
        (r"\lfloor x \rfloor", "Rounded[floor](x)"),
        (r"\langle 2x, 1 \rangle", "Tuple((2 * x), 1)"),
        (r"\langle w, \mathbf{u} \rangle", r"InnerProduct(w, \mathbf{u})"),
        (r"2\left\langle A w, (1, 2) \right\rangle^2", "(2 * (InnerProduct((A * w), Tuple(1, 2)) ^ 2))"),
        (r"(2w_1, \; 6w_2)", "Tuple((2 * w_1), (6 * w_2))"),
        (r"\left(a, b, \dots\right)", "Tuple(a, b, Dots())"),
        (r"\mathbf{u}^\top \mathbf{v}", r"(Transpose(\mathbf{u}) * \mathbf{v})"),
        ("(AB)^T", "Transpose(<(A * B)>)"),
        ("A^{-1}", "(A ^ (-1))"),
        ("|x||y|", "(Absolute(x) * Absolute(y))"),
        ("||a| - |b||", "Absolute((Absolute(a) - Absolute(b)))"),
        ("|a - b|^2", "(Absolute((a - b)) ^ 2)"),
        (r"\|\mathbf{u}\|_2", r"Norm(\mathbf{u}, 2)"),
        ("[0, 3]", "IntervalSet[[]](0, 3)"),
        ("(0, 3]", "IntervalSet[(]](0, 3)"),
        (r"\{1, 2\}", "SetLiteral(1, 2)"),
        (r"\{q \in \mathbb{R} \mid q > 0\}", "SetBuilder((q in mathbb{R}!), (q > 0))"),
        (r"x \in (0, 3)", "(x in IntervalSet[()](0, 3))"),
        (r"x \in (-\infty, 0) \cup [1, 2]", "(x in (IntervalSet[()]((-infty!), 0) cup IntervalSet[[]](1, 2)))"),
    ],
)
def test_a_bracket_holds_what_is_inside(tex, tree):
    assert reading(tex) == tree


@pytest.mark.parametrize(
    ("tex", "caret", "one", "other"),
    [
        (r"\langle x, y \rangle", r"\langle", "(x, y)", r"x \cdot y"),
        ("|a|b|c|", "|", r"\left|…\right|", r"\left|…\left|…\right|…\right|"),
        (r"x^2 + x \Big|_{x=1}", "|", r"\left. x^2 + x \right|", r"\left. x \right|"),
        ("(x^2)'(x)", "(", r"\cdot", "derivative at a point"),
    ],
)
def test_what_has_two_readings_is_refused_with_both(tex, caret, one, other):
    found, both = two_readings(tex)
    assert found == caret
    assert one in both
    assert other in both
