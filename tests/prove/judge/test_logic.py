"""Statements of statements follow from what is judged of each."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"x > 2 \Rightarrow x > 1", "proved", "premise"),
        (r"x > 1 \Rightarrow x > 2", "refuted", ""),
        (r"x^2 = 1 \Leftrightarrow x = 1 \text{ or } x = -1", "proved", ""),
        (r"x^2 = 1 \Leftrightarrow x = 1", "refuted", ""),
        (r"\forall x : x^2 \ge 0", "proved", ""),
        (r"\forall x : x > 0", "refuted", ""),
        (r"\lnot (x > 0) \iff x \le 0", "proved", ""),
    ],
)
def test_what_follows_is_shown_or_fails_at_a_point(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
