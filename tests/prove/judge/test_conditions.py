"""A congruence and one of several statements are conditions on a point."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"n^2 \equiv 0 \text{ or } 1 \pmod 4", "proved", ""),
        (r"7 \equiv 1 \pmod 3", "proved", ""),
        (r"7 \equiv 2 \pmod 3", "refuted", ""),
        (r"n \equiv 1 \pmod 2", "refuted", ""),
        (r"x = 1 \text{ or } x = 2", "refuted", "none of them is true at x = 0"),
        (r"x > 0 \text{ or } x \le 0", "proved", ""),
    ],
)
def test_one_holds_everywhere_or_fails_at_a_point(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
