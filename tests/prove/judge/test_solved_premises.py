"""A premise of one unknown is used by its solutions, and one that whole numbers never solve is none."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"x^2 = 4 \Rightarrow x \le 2", "proved"),
        (r"x^2 = 4 \Rightarrow x \ge 0", "refuted"),
        (r"2x = 6 \Rightarrow x \in [2, 4]", "proved"),
        (r"2x = 6 \Rightarrow x \in [4, 5]", "refuted"),
        (r"x^2 = -1 \Rightarrow x = 3", "undecided"),
    ],
)
def test_the_conclusion_is_judged_at_each_solution(tex, kind):
    assert told(tex)[0] == kind
