"""A fresh name gets a meaning, a known one keeps it."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        ("d = x + 1", "definition", "first appearance"),
        ("d := x + 1", "definition", ""),
        ("c = 3", "proved", ""),
        ("c = 4", "refuted", "ball arithmetic"),
        ("f(x) = x^2", "proved", ""),
        ("f(x) = x^3", "refuted", "ball arithmetic"),
        ("x = 3", "refuted", "ball arithmetic"),
        (r"\hat{c} = 4", "undecided", ""),
    ],
)
def test_what_is_new_is_defined_and_what_is_known_is_judged(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
