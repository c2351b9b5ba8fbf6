"""Steps against the gradient stay where the window is, or the step is told that leads out of it."""

import pytest
from fits import BOWL, P, holds

ROWS = [
    ("draw.count", "descends(function, point, number, count, span)", BOWL, f"{P}, number: 0.1", None),
    ("draw.count", "descends(function, point, number, count, span)", BOWL, f"{P}, number: 2", "step 3 leads to where"),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_steps_that_lead_away_are_told(at, need, function, given, said):
    assert holds(at, need, function, given, said)
