"""A comparison of numbers is refuted first, and then proved."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        ("x + x = 2x", "proved", ""),
        ("x + x = x", "refuted", "ball arithmetic"),
        (r"\int_0^1 x \, dx = \frac12", "proved", ""),
        (r"\int_0^1 x \, dx = 1", "refuted", ""),
        ("g(x) = g(x)", "proved", ""),
        ("g(x) = x", "definition", ""),
        ("g(x + 1) = g(x) + 1", "refuted", ""),
    ],
)
def test_a_point_or_a_tactic_decides_it(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
