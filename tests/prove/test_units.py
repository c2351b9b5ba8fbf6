"""Units: what a formula writes, and what the model says of its names; each row that holds has one that must not."""

import pytest

from mathora.formula import read, read_model, speak, write_latex
from mathora.formula import tree as t
from mathora.formula.symbols.units import UNITS
from mathora.lesson import Declaration, ModelSource, Text
from mathora.prove.task import Task, decided

NAMES = {
    "v": ("3", "m/s"),
    "t": ("2", "s"),
    "x": (None, None),
    "d": (None, "m"),
    "s(q)": ("v q", "m"),
    "T": ("20", "°C"),
}
MODEL = read_model(
    ModelSource(
        declarations=tuple(
            Declaration(head=Text.written(head), body=body and Text.written(body), unit=unit and Text.written(unit))
            for head, (body, unit) in NAMES.items()
        )
    )
)


def verdict(tex):
    return decided(Task(read(Text.written(tex), MODEL), MODEL))


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"v t = 6 \text{ m}", "proved"),
        (r"v t = 5 \text{ m}", "refuted"),
        (r"v = 3\,\text{m}/\text{s}", "proved"),
        (r"v = 10.8\,\text{km}/\text{h}", "proved"),
        (r"3\,\text{m} + 20\,\text{cm} = 3.2\,\text{m}", "proved"),
        (r"3\,\text{m} + 2 = 5\,\text{m}", "refuted"),
        (r"x\,\text{m} = x\,\text{s}", "refuted"),
        ("v t = 6", "proved"),
        ("v + 1 = 4", "proved"),
        ("s(2) = 6", "proved"),
        ("s(t) = v t", "proved"),
        ("s(t) = v t + 1", "refuted"),
        (r"0\,\text{m} = 0\,\text{s}", "refuted"),
        (r"0\,\text{m} = 0\,\text{km}", "proved"),
    ],
)
def test_a_name_stands_for_its_unit_where_a_unit_is_written_and_else_for_its_number(tex, kind):
    assert verdict(tex).kind == kind


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        ("v + t = 5", "m/s and s are added"),
        ("v - t = 1", "m/s and s are added"),
        ("v > t", "m/s and s are compared"),
        (r"3 \text{ m} = 3 \text{ s}", "m and s are compared"),
        (r"3 \text{ m} = 3", "m and a number are compared: say what its names are measured in, unit: m in the model"),
        (r"v t = 6 \text{ s}", "m and s are compared"),
        (r"6 \text{ N} = 6 \text{ J}", "kg m/s^2 and kg m^2/s^2 are compared"),
    ],
)
def test_units_that_do_not_fit_are_named(tex, reason):
    found = verdict(tex)
    assert found.kind == "refuted"
    assert found.reason == f"units do not match: {reason}"


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"1\,\text{bar} = 100\,\text{kPa}", "proved"),
        (r"20\,\text{°C} = 293.15\,\text{K}", "proved"),
        (r"20\,\text{°C} = 20\,\text{K}", "refuted"),
        (r"68\,\text{°F} = 20\,\text{°C}", "proved"),
        (r"68\,^\circ\text{F} = 20\,^\circ\text{C}", "proved"),
        (r"68\,\text{°F} = 21\,\text{°C}", "refuted"),
        (r"-40\,\text{°F} = -40\,\text{°C}", "proved"),
        (r"-40\,\text{°C} = 40\,\text{°C}", "refuted"),
        (r"T = 293.15\,\text{K}", "proved"),
        (r"T = 20\,\text{K}", "refuted"),
        (r"0\,\text{°C} < 33\,\text{°F}", "proved"),
        (r"0\,\text{°C} = 0\,\text{m}", "refuted"),
    ],
)
def test_a_temperature_counts_from_its_own_zero(tex, kind):
    assert verdict(tex).kind == kind


@pytest.mark.parametrize(
    "tex",
    [
        r"25\,\text{°C} - 20\,\text{°C} = 5\,\text{°C}",
        r"25\,\text{°C} - 20\,\text{°C} = 5\,\text{K}",
        r"2 \cdot 20\,\text{°C} = 40\,\text{°C}",
        r"1\,\text{J}/\text{°C} = 1\,\text{J}/\text{K}",
        r"2 T = 40\,\text{°C}",
    ],
)
def test_within_a_term_a_temperature_may_be_a_difference_and_nothing_is_said(tex):
    found = verdict(tex)
    assert found.kind == "undecided"
    assert "write" in found.reason


@pytest.mark.parametrize("spelling", UNITS)
def test_each_unit_is_read_back_spoken_and_measured(spelling):
    quantity = read(Text.written(rf"2\,\text{{{spelling}}}"), MODEL).tree
    assert quantity == t.Quantity(t.Number("2"), t.UnitName(spelling))
    assert read(Text.written(write_latex(quantity)), MODEL).tree == quantity
    assert speak(quantity) == f"two {UNITS[spelling].many}"
    assert UNITS[spelling].many.replace(" ", "").isalpha()
    assert verdict(rf"2\,\text{{{spelling}}} = 2\,\text{{{spelling}}}").kind == "proved"
    assert verdict(rf"2\,\text{{{spelling}}} = 3\,\text{{{spelling}}}").kind == "refuted"


def test_a_units_words_are_its_own():
    words = {}
    for unit in UNITS.values():
        words.setdefault(unit.one, set()).add((unit.factor, tuple(unit.powers.items()), unit.zero))
    assert [word for word, sizes in words.items() if len(sizes) > 1] == []
