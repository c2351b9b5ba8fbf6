"""Dots with a last term are filled in for small n."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"1 + 2 + \dots + n = \frac{n(n+1)}{2}", "schematic", "the parts that are shown"),
        (r"1 + 2 + \dots + n = n^2", "refuted", "at n = 3 the sum is 6"),
        (r"1 + \dots + n = 7", "refuted", "at n = 3"),
    ],
)
def test_what_is_false_there_is_false(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
