"""Rows of an environment are rows of a tree."""

import pytest
from readings import reading


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"\begin{bmatrix} 2 & 0 \\ 0 & 6 \end{bmatrix}", "Matrix(2, 0, 0, 6)"),
        (r"\begin{array}{c|c} 2 & 0 \\ 0 & 6 \end{array}", "Matrix(2, 0, 0, 6)"),
        (r"\begin{vmatrix} a & b \\ c & r \end{vmatrix}", "Matrix(a, b, c, r)"),
        (
            r"\begin{aligned} f(x) &= a \\ &= b \\ &\le c \end{aligned}",
            "Aligned((Application(f, x) = a), (_ = b), (_ le c))",
        ),
        (
            r"\begin{aligned} 2x &= 6 \\ &\Rightarrow x = 3 \end{aligned}",
            "Aligned(((2 * x) = 6), (_ Rightarrow (x = 3)))",
        ),
        (
            r"\begin{cases} x & x \ge 0 \\ -x & \text{otherwise} \end{cases}",
            "Cases(Case(x, (x ge 0)), Case((-x), UprightWords[otherwise]()))",
        ),
        (
            r"\begin{cases} x, & \text{if } x \ge 0 \\ -x, & \text{if } x < 0 \end{cases}",
            "Cases(Case(x, (_ if (x ge 0))), Case((-x), (_ if (x < 0))))",
        ),
        (r"\underbrace{a + b}_{n}", "Annotated[underbrace]((a + b), n)"),
        (r"\boxed{x = 3}", "Annotated[boxed]((x = 3))"),
    ],
)
def test_what_is_laid_out_is_read_by_rows(tex, tree):
    assert reading(tex) == tree
