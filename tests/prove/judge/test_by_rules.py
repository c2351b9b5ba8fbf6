"""What the kernel's rules prove without hints, wherever the names are what they are."""

import pytest

from mathora.prove.judge.by_rules import holds_by_rules
from tests.prove.claims import ANY, POSITIVE, claim


@pytest.mark.parametrize(
    ("tex", "holds"),
    [
        ("a > 0", True),
        (r"x^2 \ge 0", True),
        ("x > 0", False),
        ("x^2 < 0", False),
        (r"\frac{x}{x} = 1", False),  # under a condition only
        (r"\max_{0 \le x \le 2} (2x - x^2) = 1", False),  # with the place as a hint
    ],
)
def test_it_holds_without_hints_and_conditions(tex, holds):
    assert holds_by_rules(claim(tex, {"a": POSITIVE, "x": ANY})) is holds
