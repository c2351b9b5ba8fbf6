"""What bounds a name behind a statement is a condition of it."""

import pytest
from readings import faults, reading


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"x + 1 = 2 \text{ for all } x \in S", "(((x + 1) = 2) for all (x in S))"),
        (r"x^2 \ge 0 \quad (x \in S)", "(((x ^ 2) ge 0) () <(x in S)>)"),
        (r"\frac{x}{x} = 1, \quad x \ne 0", "(((x / x) = 1) , (x ne 0))"),
        (r"x^2 = 1 \text{ if } x = 1", "(((x ^ 2) = 1) if (x = 1))"),
    ],
)
def test_a_condition_stands_behind(tex, tree):
    assert reading(tex) == tree


@pytest.mark.parametrize("tex", ["(x = 1) + 2", r"x + 1 (x \ne 1)"])
def test_a_condition_of_a_part_is_refused(tex):
    assert [one.rule for one in faults(tex)] == ["syntax"]
