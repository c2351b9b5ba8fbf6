"""Two sides are compared by what they are: numbers, vectors, matrices, sets."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        ("f(2) = 4", "proved", ""),
        ("f(2) = 5", "refuted", "ball arithmetic"),
        (r"\frac{x^2 - 1}{x - 1} = x + 1", "proved", ""),
        ("(1, 2) = (2, 1)", "refuted", "ball arithmetic"),
        ("A + B = B + A", "proved", ""),
        ("AB = BA", "refuted", ""),
        ("A + 1 = A", "refuted", "shapes do not match"),
        (r"\{1, 2\} = \{2, 1\}", "proved", ""),
        ("(1, 2) = (1, 2, 3)", "refuted", ""),
    ],
)
def test_sides_are_equal_differ_or_do_not_fit(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
