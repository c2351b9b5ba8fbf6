"""Units: what a formula writes, and what the model says of its names; each row that holds has one that must not."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.prove.work.task import Task, decided

NAMES = {"v": ("3", "m/s"), "t": ("2", "s"), "x": (None, None), "d": (None, "m"), "s(q)": ("v q", "m")}
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
        (r"0\,\text{m} = 0\,\text{s}", "proved"),
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
        (r"3 \text{ m} = 3", "m and a number are compared"),
        (r"v t = 6 \text{ s}", "m and s are compared"),
        (r"6 \text{ N} = 6 \text{ J}", "kg m/s^2 and kg m^2/s^2 are compared"),
    ],
)
def test_units_that_do_not_fit_are_named(tex, reason):
    found = verdict(tex)
    assert found.kind == "refuted"
    assert found.reason == f"units do not match: {reason}"
