"""Which formulas speak of one place."""

import pytest

from mathora.formula import read, speaks_of_one_place
from mathora.lesson import Text
from tests.stage.formulas import MODEL


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("L(1, 1) = 4", True),
        (r"V'(0.35) \approx 20.7", True),
        (r"\nabla L(1, 1) = (2, 6)", True),
        ("L(w_1, 1) = w_1^2 + 3", False),
        (r"\frac{\partial L}{\partial w_1} = 2 w_1", False),
        (r"-\nabla L", False),
        (r"\sin(0) = 0", False),
    ],
)
def test_a_function_taken_at_numbers(tex, expected):
    assert speaks_of_one_place(read(Text.written(tex, "x"), MODEL).tree) == expected
