"""What words say that one thing is of another are relations."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.predicates.predicates import predicate
from mathora.lesson import Text

MODEL = declaring({
    "f(x)": "x^3", "g(x)": "|x|", "k(x)": {"body": Text.written("x^2"), "domain": (Text.written("x > 0"),)},
    "h(x, y)": "x^2 + y^2", "q(s)": {}, "c(t)": r"\begin{cases} t & t < 1 \\ 1 & \text{otherwise} \end{cases}",
    "A": {"kind": "matrix", "shape": (2, 2)}, "v": {"kind": "vector", "shape": (2, 1)},
    "u": {"kind": "vector", "shape": (2, 1)}, "n": {"kind": "natural"}, "z": {}, r"\lambda": {},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"z = 2 \text{ is a root of } z^2 - 4", "2^2 - 4 = 0"),
        (r"z = 3 \text{ solves } z^2 = 9", "3^2 = 9"),
        (r"f \text{ has a zero at } x = 0", "f(0) = 0"),
        (
            r"v \text{ is an eigenvector of } A",
            r"((Av) \cdot (Av))((v) \cdot (v)) = ((Av) \cdot (v))^2 \text{ and } \left\|v\right\| \ne 0",
        ),
        (r"(0, 0) \text{ is a critical point of } h", r"\nabla h(0, 0) = (0, 0)"),
        (r"n \text{ is divisible by } 3", r"3 \mid n"),
        (r"f \text{ is continuous at } x = 0", r"\lim_{x \to 0} f(x) = f(0)"),
        (
            r"f \text{ is differentiable at } x = 0",
            r"-\infty < \lim_{\tilde{h} \to 0} \frac{f(0 + \tilde{h}) - f(0)}{\tilde{h}} < \infty",
        ),
        (
            r"\{u\} \text{ is a basis of } \mathbb{R}^2",
            r"1 = 2 \text{ and } \begin{vmatrix} (u) \cdot (u) \end{vmatrix} \ne 0",
        ),
    ],
)
def test_words_of_two_things_say_relations(tex, said):
    assert write_latex(predicate(tree_of(tex, MODEL), MODEL)) == said


def test_an_inflection_point_is_where_the_first_higher_derivative_that_is_not_0_is_of_odd_order():
    ways = predicate(tree_of(r"x = 0 \text{ is an inflection point of } f", MODEL), MODEL).operands
    assert [write_latex(way.operands[-1]) for way in ways[:2]] == [r"f'''(0) \ne 0", r"f'''''(0) \ne 0"]
    assert all(write_latex(way.operands[0]) == "f''(0) = 0" for way in ways)
