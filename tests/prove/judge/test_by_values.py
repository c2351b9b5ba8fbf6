"""A measure is defined by its values and their probabilities in this very form."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"\mathbb{E}[X] = \sum_x x P(X = x)", "definition", "by the values"),
        (r"\mathbb{E}[X^2] = \sum_x x^2 P(X = x)", "definition", "by the values"),
        (r"\mathbb{E}[X] = \sum_x x^2 P(X = x)", "undecided", ""),
        (r"\operatorname{Var}(X) = \sum_x (x - \mathbb{E}[X])^2 P(X = x)", "definition", "by the values"),
        (r"\operatorname{Var}(X) = \sum_x x P(X = x)", "undecided", ""),
    ],
)
def test_this_form_alone_is_a_definition(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
