"""Operators stand between operands, each as tightly as it binds."""

import pytest
from readings import reading


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        ("a + b - c", "(a + b - c)"),
        ("-x^2", "(-(x ^ 2))"),
        ("-2x", "(-(2 * x))"),
        (r"2 \cdot 3 \times 4", "(2 cdot 3 times 4)"),
        (r"2x \cdot 3y", "((2 * x) cdot (3 * y))"),
        ("x^{-1}", "(x ^ (-1))"),
        ("2^{3^2}", "(2 ^ (3 ^ 2))"),
        ("a/b", "(a / b)"),
        (r"a \div b", "(a / b)"),
        (r"\frac12x", "((1 / 2) * x)"),
        (r"\frac1{10}", "(1 / 10)"),
        (r"\sqrt[3]{8}", "Root(3, 8)"),
        (r"\binom{n}{2}", "Binomial(n, 2)"),
        ("1{,}000.5", "1000.5"),
        (r"3 \times 10^8", "(3 times (10 ^ 8))"),
        (r"x = \pm 2", r"(x = (\pm2))"),
        ("0.1 + 0.2", "(0.1 + 0.2)"),
        (r"\mathbf{u} \cdot \mathbf{v}", r"(\mathbf{u} cdot \mathbf{v})"),
        (r"\mathbf{u} \times \mathbf{v}", r"(\mathbf{u} times \mathbf{v})"),
        ("a = b = c", "(a = b = c)"),
        (r"0 \le x < 3", "(0 le x < 3)"),
        (r"w \leftarrow w - \eta \nabla L", r"(w leftarrow (w - (\eta * Nabla[gradient](L))))"),
        ("V(x) := x(6 - 2x)^2", "(Application(V, x) := (x * (<(6 - (2 * x))> ^ 2)))"),
        ("q := x(x + 1)", "(q := (x * <(x + 1)>))"),
        ("p(q) := q(q + 1)", "(Application(p, q) := (q * <(q + 1)>))"),
        ("m = 3", "(m = 3)"),
        (r"2x = 6 \Rightarrow x = 3", "(((2 * x) = 6) Rightarrow (x = 3))"),
        (r"x^2 = 4 \iff x = 2 \text{ or } x = -2", "(((x ^ 2) = 4) Leftrightarrow ((x = 2) or (x = (-2))))"),
        (r"f \colon \mathbb{R} \to \mathbb{R}", "Signature(f, mathbb{R}!, mathbb{R}!)"),
        (r"x \mapsto x^2", "(x mapsto (x ^ 2))"),
        ("a, b > 0", "(Listing(a, b) > 0)"),
        ("x = 1, y = 2", "Listing((x = 1), (y = 2))"),
        (r"V(\answer) = 16", "(Application(V, Placeholder()) = 16)"),
    ],
)
def test_each_operator_binds(tex, tree):
    assert reading(tex) == tree
