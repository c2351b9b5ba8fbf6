"""Upright words behind a value are its unit."""

import pytest
from readings import reading


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"V(1) = 16 \text{ cm}^3", "(Application(V, 1) = Quantity(16, (UnitName[cm]() ^ 3)))"),
        (r"a = 9.8 \,\text{m}/\text{s}^2", "(a = Quantity(9.8, (UnitName[m]() / (UnitName[s]() ^ 2))))"),
        (r"20^\circ\text{C}", "Quantity(20, UnitName[°C]())"),
        (r"9 \, \frac{\text{m}}{\text{s}}", "Quantity(9, (UnitName[m]() / UnitName[s]()))"),
        (r"a = 9.8 \,\mathrm{m/s^2}", "(a = Quantity(9.8, (UnitName[m]() / (UnitName[s]() ^ 2))))"),
    ],
)
def test_a_unit_belongs_to_its_value(tex, tree):
    assert reading(tex) == tree
