"""Readings stand under each other; one that leaves makes room, and none is wider than its place."""

import pytest

from mathora.formula import read
from mathora.lesson import Text
from mathora.stage.figures.elements.readings import Readings, tells
from mathora.stage.layout import Region
from mathora.stage.text.prose_mobject import words_mobject
from mathora.stage.text.readout import Readout
from mathora.stage.text.terms import Term
from mathora.stage.text.value_label import ValueLabel
from tests.formula.sample_models import declaring

PLACE = Region(0, -2, 4, 2)


def row(value=1.0, name="L", digits=3):
    number = Readout(0, "#ffffff", 0.5, decimals=2, digits=digits)
    return ValueLabel(words_mobject(name, "#ffffff", 0.5), number, lambda: value)


def test_rows_are_filled_from_the_top_and_reused():
    readings = Readings(PLACE, 0.5)
    first, second = (readings.put(name, row()) for name in "ab")
    assert first.middle()[1] > second.middle()[1]
    assert len(readings.take("a", "no such row")) == 1
    assert readings.put("c", row()).middle()[1] == pytest.approx(first.middle()[1])


def test_a_broad_place_has_two_columns_and_the_first_is_filled_first():
    readings = Readings(Region(0, 0, 6, 1), 0.5, 4)
    one, two, three = (readings.put(name, row()) for name in "abc")
    assert readings.lines == 2
    assert one.middle()[1] == pytest.approx(three.middle()[1])
    assert one.middle()[1] > two.middle()[1]
    assert one.get_right()[0] < 3 < three.get_left()[0]
    readings.take("b")
    assert readings.put("d", row()).middle()[1] == pytest.approx(two.middle()[1])


def test_one_of_the_same_name_takes_its_line():
    readings = Readings(PLACE, 0.5)
    first = readings.put("a", row())
    readings.put("b", row())
    assert readings.put("a", row(2.0)).middle()[1] == pytest.approx(first.middle()[1])
    assert list(readings.rows) == ["a", "b"]


def test_a_row_that_is_wider_than_the_place_is_made_small():
    readings = Readings(Region(0, -2, 1.2, 2), 0.5)
    made = readings.put("a", row(123456.0, "a long name", 9))
    assert made.width <= 1.2 + 1e-6


def test_rows_that_come_together_have_one_size():
    readings = Readings(Region(0, -2, 1.5, 2), 0.5)
    short, long = readings.put_all({"a": row(), "b": row(123456.0, "longer", 9)})
    assert short.front[0].height == pytest.approx(
        row().front[0].height * long.width / row(123456.0, "longer", 9).width, rel=0.2
    )


def test_rows_that_stand_differ_from_smaller_ones_and_from_larger_ones():
    short, long = row(), row(123456.0, "longer", 9)
    for stands, comes in ((short, long), (long, short)):
        readings = Readings(Region(0, -2, 1.5, 2), 0.5)
        readings.put("a", stands)
        assert readings.differ_from([comes])
        assert not readings.differ_from([])
    readings = Readings(PLACE, 0.5)
    readings.put("a", row())
    assert not readings.differ_from([row(12.0, "longer", 3)])


@pytest.mark.parametrize(("tex", "said"), [("x = 3", True), ("x = y", False), ("x = 3 = y", False), ("y = 3", False)])
def test_a_formula_tells_what_its_digits_say(tex, said):
    model = declaring({"x": {}, "y": {}})
    term = Term(read(Text.written("x"), model).tree)
    assert tells(read(Text.written(tex), model), term) == said
