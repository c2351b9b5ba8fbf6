"""What a script's arguments become."""

import numpy as np
import pytest

from mathora.lesson import (
    IntervalValue,
    ListValue,
    NameValue,
    NumberValue,
    PointValue,
    Prose,
    Shown,
    Words,
    WordValue,
)
from mathora.stage import Function, Interval, Point, Unfit, Variable
from mathora.stage.parameters import bind
from tests.stage.formulas import MODEL, formula, text


def bound(value, annotation):
    return bind(value, annotation, MODEL, lambda tex: formula(tex.value))


def test_a_name_is_a_function_or_a_variable_as_the_scene_says():
    function = bound(NameValue(tex=text("L")), "Function")
    assert isinstance(function, Function)
    assert function.variables == ("w_1", "w_2")
    assert function.gradient({"w_1": 1, "w_2": 1}) == pytest.approx([2, 6])
    assert bound(NameValue(tex=text("w_{1}")), "Variable") == Variable("w_1")


def test_numbers_are_read_in_the_models_language():
    assert bound(NumberValue(tex=text(r"\frac{1}{4}")), "Number") == 0.25
    assert bound(NumberValue(tex=text("-2")), "Number") == -2.0


def test_a_point_keeps_its_order_and_knows_its_variables():
    value = PointValue(coordinates=((text("w_2"), text("1")), (text("w_1"), text("0.5"))))
    point = bound(value, "Point")
    assert point == Point((("w_2", 1.0), ("w_1", 0.5)))
    assert list(point) == ["w_2", "w_1"]
    assert point["w_1"] == 0.5
    assert "w_3" not in point
    assert point.mapping() == {"w_2": 1.0, "w_1": 0.5}


def test_an_interval_unpacks_into_its_ends():
    interval = bound(IntervalValue(low=text("-2"), high=text("2")), "Interval")
    assert interval == Interval(-2, 2)
    assert np.linspace(*interval, 3).tolist() == [-2, 0, 2]
    assert (interval.length, interval.middle) == (4, 0)


@pytest.mark.parametrize(
    ("word", "annotation", "value"),
    [("true", "Flag", True), ("false", "Flag", False), ("7", "Count", 7), ("left", 'Literal["left", "right"]', "left")],
)
def test_words_become_flags_counts_or_stay(word, annotation, value):
    assert bound(WordValue(text=text(word)), annotation) == value


def test_a_list_is_a_tuple_of_its_kind():
    value = ListValue(items=(NumberValue(tex=text("1")), NumberValue(tex=text("2"))))
    assert bound(value, "tuple[Number, ...]") == (1.0, 2.0)
    counts = ListValue(items=(WordValue(text=text("3")), WordValue(text=text("4"))))
    assert bound(counts, "tuple[Count, ...]") == (3, 4)


def test_a_formula_is_the_proven_one_and_prose_stays_prose():
    assert bound(Shown(tex=text("6 - 2x")), "Formula") == formula("6 - 2x")
    words = Prose(text=text("a"), pieces=(Words(text=text("a")),))
    assert bound(words, "Prose") is words


def test_a_point_says_which_value_it_lacks():
    with pytest.raises(Unfit, match=r"the point with w_1 has no value for w_2"):
        Point((("w_1", 1.5),))["w_2"]
