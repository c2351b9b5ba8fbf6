"""A rounded number is held to half a unit of its last place."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"\pi \approx 3.14", "proved", "half a unit"),
        (r"\pi \approx 3.15", "refuted", "ball arithmetic"),
        (r"\sqrt{2} \approx 1.4", "proved", "half a unit"),
        (r"\frac13 \approx 0.34", "refuted", "ball arithmetic"),
        (r"2 \approx \sqrt{4}", "proved", "half a unit"),
        (r"\frac{1}{0} \approx 1", "refuted", "divided by zero"),
        (r"x \approx 3", "refuted", "ball arithmetic"),
        (r"x \approx a", "undecided", "a number in decimals"),
    ],
)
def test_it_is_rounded_as_it_is_shown(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
