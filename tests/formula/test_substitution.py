"""A value in the place of a name."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.formula.tree.substitution import substituted
from mathora.lesson import Declaration, ModelSource, Text

MODEL = read_model(ModelSource(declarations=tuple(Declaration(head=Text.written(key)) for key in ("x", "y", "n"))))


@pytest.mark.parametrize(
    ("tex", "value", "put"),
    [
        ("x^2 + y", "3", "3^2 + y"),
        ("2x", "y + 1", "2(y + 1)"),
        (r"n + \sum_{n=1}^{3} x n", "n", r"n + \sum_{\tilde{n} = 1}^3 n\tilde{n}"),
        (r"\forall y \in \mathbb{R} : x = y", "y", r"\forall \tilde{y} \in \mathbb{R} : y = \tilde{y}"),
        (r"\int_0^x x \, dx", "3", None),
        (r"x + \lim_{x \to 0} x", "3", None),
    ],
)
def test_no_name_is_caught_and_none_with_two_meanings_is_replaced(tex, value, put):
    node, name, new = (read(Text.written(one), MODEL).tree for one in (tex, "x", value))
    found = substituted(node, name, new)
    assert (None if found is None else write_latex(found)) == put
