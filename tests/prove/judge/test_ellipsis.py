"""What dots stand for is told by what is shown, and is never proved."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"1 + 3 + \dots + (2n - 1) = n^2", "schematic", ""),
        (r"1 + 3 + \dots + (2n - 1) = n^2 + 1", "refuted", ""),
        (r"1 + 2 + \dots + 100 = 5050", "schematic", ""),
        (r"1 + 2 + \dots + 100 = 5051", "refuted", ""),
        (r"\frac12 + \frac14 + \frac18 + \cdots = 1", "schematic", ""),
        (r"\frac12 + \frac14 + \frac18 + \cdots = 2", "refuted", ""),
        (r"1 + 2 + 3 + \cdots = 6", "refuted", ""),
    ],
)
def test_every_reading_contradicts_it_or_it_is_schematic(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
