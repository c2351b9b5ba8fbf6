"""Steps against the gradient stay where the window is, or the step is told that leads out of it."""

import pytest
from fits import BOWL, P, holds

ROWS = [
    ("draw.count", "descends(function, point, number, count, span)", BOWL, f"{P}, number: 0.1", None),
    ("draw.count", "descends(function, point, number, count, span)", BOWL, f"{P}, number: 2", "step 3 leads to where"),
    ("point", "aims(function, number, span)", BOWL, f"{P}, number: 0.1", None),
    ("point", "aims(function, number, span)", BOWL, f"{P}, number: 100", "found a first step to x = -"),
    ("point", "aims(function, number, span)", r"\sqrt{x} + y", "point: {x: -1, y: 0}, number: 1", None),
    ("number", "rolls_over(function, point, labels, span)", BOWL, rf"{P}, labels: ['\nabla f'], number: 0.5", None),
    ("number", "rolls_over(function, point, labels, span)", BOWL, rf"{P}, labels: ['-\nabla f'], number: 50", None),
    (
        "number",
        "rolls_over(function, point, labels, span)",
        BOWL,
        rf"{P}, labels: ['-\nabla f', '\nabla f'], number: 50",
        "off the map after about",
    ),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_steps_that_lead_away_are_told(at, need, function, given, said):
    assert holds(at, need, function, given, said)
