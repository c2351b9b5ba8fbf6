"""One unit of a literal's last place is what it may be off by."""

from fractions import Fraction

import pytest
from sample_models import declaring, tree_of

from mathora.formula.inspection.rounding import last_place

MODEL = declaring({"x": {}})


@pytest.mark.parametrize(
    ("tex", "unit"),
    [
        ("9.8", Fraction(1, 10)),
        ("9.80", Fraction(1, 100)),
        ("-0.125", Fraction(1, 1000)),
        ("98", 1),
        ("12{,}000", 1),  # thousands set apart or not
        (r"63.2\%", Fraction(1, 1000)),
        (r"3 \times 10^8", 10**8),
        (r"1.60 \cdot 10^{-19}", Fraction(1, 10**21)),
        ("10^3", 1000),
        ("10^{-2}", Fraction(1, 100)),
        (r"9.8\,\mathrm{m}", Fraction(1, 10)),
    ],
)
def test_the_unit_of_the_last_place_is_read_off(tex, unit):
    assert last_place(tree_of(tex, MODEL)) == unit


@pytest.mark.parametrize("tex", ["x", "2x", "10^x", "2^3", "3.5 + 1", r"\sqrt{2}", r"3 \times 10^x"])
def test_what_is_no_literal_has_none(tex):
    assert last_place(tree_of(tex, MODEL)) is None
