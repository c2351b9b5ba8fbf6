"""An order of growth is contradicted by a limit, and never proved."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"x \sim x + 1", "notation", ""),
        (r"x \sim x^2", "refuted", "the ratio of both sides tends to"),
        ("n^2 = O(n)", "refuted", ""),
        (r"2^{\log n} = O(1)", "refuted", "tends to"),
        (r"2^{\log n} = O(\log n)", "refuted", ""),
        (r"2^{\log n} = O(n)", "notation", ""),
        (r"4^{\log n} = O(n)", "notation", ""),
        ("n = O(n^2)", "notation", ""),
    ],
)
def test_the_ratio_contradicts_it_or_nothing_is_claimed(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
