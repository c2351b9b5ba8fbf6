"""What words say of one thing is a relation."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.predicates.predicates import has_object, is_predicate, predicate, second_of
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
        (r"n \text{ is even}", r"2 \mid n"),
        (r"n \text{ is not even}", r"n \bmod (2) \ne 0"),
        (r"3 \nmid n", r"n \bmod (3) \ne 0"),
        (r"9 \text{ is prime}", r"9 > 1 \text{ and } (9) \bmod (2) \ne 0 \text{ and } (9) \bmod (3) \ne 0"),
        (r"\sqrt{2} \text{ is irrational}", r"\sqrt{2} \notin \mathbb{Q}"),
        (r"z \text{ is positive}", "z > 0"),
        (r"f \text{ is odd}", "f(-x) = -f(x)"),
        (r"q \text{ is even}", "q(-s) = q(s)"),
        (r"A \text{ is not invertible}", r"\det(A) = 0"),
        (r"A \text{ is symmetric}", r"A^\top = A"),
        (r"3 \text{ is an eigenvalue of } A", r"\det(A - (3)I) = 0"),
        (r"\sum_{n=1}^{\infty} \frac{1}{n} \text{ diverges}", r"\sum_{n = 1}^\infty \frac{1}{n} = \infty"),
        (
            r"\sum_{n=1}^{\infty} \frac{1}{n^2} \text{ converges}",
            r"-\infty < \sum_{n = 1}^\infty \frac{1}{n^2} < \infty",
        ),
    ],
)
def test_words_say_a_relation(tex, said):
    assert write_latex(predicate(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize(
    "tex",
    [r"\sum_{n=1}^{\infty} (-1)^n \text{ diverges}", r"g \text{ is increasing}", r"q \text{ is bounded}", "z > 0"],
)
def test_words_that_say_more_than_is_known_say_nothing(tex):
    assert predicate(tree_of(tex, MODEL), MODEL) is None


def test_which_words_say_something_and_of_what_is_told_before_they_are_read():
    assert is_predicate("is even")
    assert not is_predicate("is nice")
    assert has_object("is a root of")
    assert not has_object("is even")
    assert second_of("is an eigenvector of")
