"""A unit is one row: its words, its size, its zero."""

from fractions import Fraction

import pytest

from mathora.formula.symbols.units import UNITS


@pytest.mark.parametrize(
    ("unit", "factor", "powers"),
    [
        ("km", 1000, {"m": 1}), ("mm", Fraction(1, 1000), {"m": 1}), ("h", 3600, {"s": 1}),
        ("kN", 1000, {"kg": 1, "m": 1, "s": -2}),
        ("g", Fraction(1, 1000), {"kg": 1}), ("kWh", 3_600_000, {"kg": 1, "m": 2, "s": -2}),
    ],
)  # fmt: skip
def test_its_size_is_that_of_its_prefix_times_its_own(unit, factor, powers):
    assert (UNITS[unit].factor, UNITS[unit].powers) == (factor, powers)


def test_temperatures_begin_elsewhere():
    assert {name for name, row in UNITS.items() if row.zero} == {"°C", "°F"}
    assert UNITS["°C"].zero == Fraction("273.15")


def test_each_is_said_for_one_and_for_many():
    assert all(row.one and row.many and row.factor > 0 for row in UNITS.values())
    assert (UNITS["km"].one, UNITS["km"].many) == ("kilometre", "kilometres")
