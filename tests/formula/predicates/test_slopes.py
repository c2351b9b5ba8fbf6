"""What words say of a function along an interval, its derivatives say."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.predicates.slopes import along, is_smooth, one_to_one
from mathora.lesson import Text

MODEL = declaring({
    "f(x)": "x^3", "g(x)": "|x|", "k(x)": {"body": Text.written("x^2"), "domain": (Text.written("x > 0"),)},
    "h(x, y)": "x^2 + y^2", "q(s)": {}, "c(t)": r"\begin{cases} t & t < 1 \\ 1 & \text{otherwise} \end{cases}",
    "A": {"kind": "matrix", "shape": (2, 2)}, "v": {"kind": "vector", "shape": (2, 1)},
    "u": {"kind": "vector", "shape": (2, 1)}, "n": {"kind": "natural"}, "z": {}, r"\lambda": {},
})  # fmt: skip
THERE = tree_of("[1, 2]", MODEL)


def said(function, words, where=None):
    found = along(MODEL.names[function], words, where, MODEL)
    return None if found is None else write_latex(found)


@pytest.mark.parametrize(
    ("function", "words", "where", "claim"),
    [
        ("f", "increasing", None, r"\forall x \in \mathbb{R} : f'(x) \ge 0"),
        ("f", "increasing", THERE, r"\forall x \in [1, 2] : f'(x) \ge 0"),
        ("f", "concave", None, r"\forall x \in \mathbb{R} : f''(x) \le 0"),
        ("k", "decreasing", None, r"\forall x > 0 : k'(x) \le 0"),
        ("f", "continuous", None, r"\forall x \in \mathbb{R} : f(x) = f(x)"),
        ("g", "continuous", None, r"\forall x \in \mathbb{R} : g(x) = g(x)"),
    ],
)
def test_it_is_said_of_each_number_of_the_interval(function, words, where, claim):
    assert said(function, words, where) == claim


@pytest.mark.parametrize(
    ("function", "words", "where"),
    [
        ("g", "increasing", None),  # a corner
        ("g", "differentiable", None),
        ("c", "increasing", None),
        ("q", "increasing", None),
        ("h", "increasing", None),
        ("c", "continuous", THERE),
    ],
)
def test_where_something_jumps_or_is_unknown_no_slope_says_it(function, words, where):
    assert said(function, words, where) is None


def test_strictly_is_a_positive_slope_or_none_below_zero_of_what_takes_no_value_twice():
    one, both = along(MODEL.names["f"], "strictly increasing", None, MODEL).operands
    assert write_latex(one) == r"\forall x \in \mathbb{R} : f'(x) > 0"
    assert [r"f'(x) \ge 0" in write_latex(part) for part in both.operands] == [True, False]


def test_cases_come_to_one_value_where_they_meet():
    assert said("c", "continuous").endswith(r"\lim_{t \to 1^-} c(t) = c(1) \text{ and } \lim_{t \to 1^+} c(t) = c(1)")


@pytest.mark.parametrize(("function", "shown"), [("f", True), ("k", True), ("g", False), ("h", False), ("q", False)])
def test_a_slope_may_show_that_no_value_is_taken_twice(function, shown):
    assert (one_to_one(MODEL.names[function], MODEL) is not None) is shown


@pytest.mark.parametrize(
    ("tex", "smooth"),
    [
        ("x^2", True), (r"\sin x", True), ("f(x)", True), ("|x|", False), (r"\lfloor x \rfloor", False),
        ("g(x)", False),        ("q(x)", False), (r"\max(x, 1)", False), ("c(x)", False),
    ],
)  # fmt: skip
def test_smooth_is_what_is_made_of_nothing_that_jumps_or_has_a_corner(tex, smooth):
    assert is_smooth(tree_of(tex, MODEL), MODEL) is smooth
