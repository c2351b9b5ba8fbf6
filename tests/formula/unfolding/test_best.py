r"""`\max f` is the largest value over all that f is of, and no value of f at x."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.best import best_of_function

MODEL = declaring({"f(x)": "2 - x^2", "h(x, y)": "x^2 + y^2", "x": {}, "y": {}, "a": {}, "c": "3"})


@pytest.mark.parametrize(
    ("value", "over"),
    [
        ("f", "x"),
        ("f(x)", "x"),
        ("f(a)", "a"),
        ("f + 1", "x"),
        ("h", "x, y"),
        ("f(1)", None),
        ("f(c)", None),
        ("x", None),
        ("a + 1", None),
    ],
)
def test_a_function_is_looked_at_over_all_that_it_is_of(value, over):
    found = best_of_function("max", tree_of(value, MODEL), MODEL)
    assert (found and write_latex(found.under)) == over
