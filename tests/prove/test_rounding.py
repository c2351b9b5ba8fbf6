"""The last place of a displayed literal."""

from fractions import Fraction

import pytest

from mathora.formula import Model, read
from mathora.formula.inspection.rounding import last_place
from mathora.lesson import Text


@pytest.mark.parametrize(
    ("tex", "unit"),
    [
        ("9.8", Fraction(1, 10)),
        ("-0.350", Fraction(1, 1000)),
        ("16", Fraction(1)),
        (r"3 \times 10^8", Fraction(10**8)),
        (r"6.02 \cdot 10^{-3}", Fraction(1, 10**5)),
        ("10^3", Fraction(1000)),
        ("10^{-2}", Fraction(1, 100)),
        ("2^3", None),
        (r"63.2\%", Fraction(1, 1000)),
        (r"1{,}000", Fraction(1)),
        (r"9.81\,\text{m}", Fraction(1, 100)),
        (r"\frac{22}{7}", None),
        (r"\pi", None),
    ],
)
def test_last_place(tex, unit):
    assert last_place(read(Text.written(tex), Model.empty()).tree) == unit
