"""A value is read by its parameter's kind alone."""

from typing import get_args

import pytest
from written import told, value

from mathora.lesson import ParameterKind
from mathora.script.values import READERS


def read(kind, source):
    return value(READERS[kind][0], source)


@pytest.mark.parametrize(
    ("kind", "source", "part", "written"),
    [
        ("Number", r"\frac{1}{3}", "tex", r"\frac{1}{3}"),
        ("Number", "yes", "tex", "yes"),  # a name of the model, perhaps
        ("Function", "L", "tex", "L"),
        ("Prose", "yes", "text", "yes"),
        ("Count", "12", "text", "12"),
        ("Formula", "{tex: x = 1, role: given}", "tex", "x = 1"),
    ],
)
def test_it_is_kept_as_written(kind, source, part, written):
    assert getattr(read(kind, source), part).value == written


def test_what_it_means_is_beside_it():
    assert read("Count", "12").number == 12
    assert read("Flag", "true").on is True
    assert read("Formula", "{tex: x = 1, role: mistake}").role == "mistake"
    assert [one.value for _, one in read("Point", "{x: 1, y: 2}").coordinates] == ["1", "2"]
    assert (read("Interval", "[-2, 2]").low.value, read("Interval", "[-2, 2]").high.value) == ("-2", "2")


@pytest.mark.parametrize(
    ("kind", "source", "said"),
    [
        ("Number", ".nan", "expected a number"),
        ("Number", "1e3", r"write 1 \cdot 10^{3}"),
        ("Number", "[1]", "expected a number"),
        ("Interval", "[3, 0]", "write [0, 3]"),
        ("Interval", "[3, 3]", "give it two different ends"),
        ("Interval", "[3]", "an interval of two numbers"),
        ("Point", "{}", "at least one coordinate"),
        ("Point", "[1, 2]", "a point, such as"),
        ("Count", "-1", "a whole number"),
        ("Count", "1.5", "a whole number"),
        ("Flag", "yes", "true"),
        ("Formula", "{tex: x, role: true claim}", "unknown-word"),
    ],
)
def test_what_it_is_not_is_told_with_what_to_write(kind, source, said):
    (one,) = told(READERS[kind][0], source)
    assert said in one


def test_each_kind_has_a_reader_but_those_that_need_more_than_a_value():
    assert set(READERS) == set(get_args(ParameterKind)) - {"Word", "Picture"}
