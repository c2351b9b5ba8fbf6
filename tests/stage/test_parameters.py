"""What a script's arguments become."""

import numpy as np
import pytest

from mathora.lesson import (
    CountValue,
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
from mathora.script import read_signature
from mathora.script.fields import no_file
from mathora.script.nodes import MapNode, ScalarNode
from mathora.script.values import arguments
from mathora.stage import Function, Interval, Point, Variable
from mathora.stage.parameters import bind
from tests.stage.formulas import MODEL, formula, text


def bound(value):
    return bind(value, MODEL, lambda tex: formula(tex.value))


def test_a_name_is_a_function_or_a_variable_as_the_scene_says():
    function = bound(NameValue(tex=text("L"), of="function"))
    assert isinstance(function, Function)
    assert function.variables == ("w_1", "w_2")
    assert function.gradient({"w_1": 1, "w_2": 1}) == pytest.approx([2, 6])
    assert bound(NameValue(tex=text("w_{1}"))) == Variable("w_1")


def test_numbers_are_read_in_the_models_language():
    assert bound(NumberValue(tex=text(r"\frac{1}{4}"))) == 0.25
    assert bound(NumberValue(tex=text("-2"))) == -2.0


def test_a_point_keeps_its_order_and_knows_its_variables():
    value = PointValue(coordinates=((text("w_2"), text("1")), (text("w_1"), text("0.5"))))
    point = bound(value)
    assert point == Point((("w_2", 1.0), ("w_1", 0.5)))
    assert list(point) == ["w_2", "w_1"]
    assert point["w_1"] == 0.5
    assert "w_3" not in point
    assert point.mapping() == {"w_2": 1.0, "w_1": 0.5}


def test_an_interval_unpacks_into_its_ends():
    interval = bound(IntervalValue(low=text("-2"), high=text("2")))
    assert interval == Interval(-2, 2)
    assert np.linspace(*interval, 3).tolist() == [-2, 0, 2]
    assert (interval.length, interval.middle) == (4, 0)


PROBE = """
class Probe(LessonScene):
    \"\"\"A probe.\"\"\"

    {declared}

    @action("A dot.")
    def show(self, step: StepView) -> None: ...
"""


@pytest.mark.parametrize("written", ["{}", "{} | None", "None | {}", "stage.{}", "Optional[{}]", '"{} | None"'])
@pytest.mark.parametrize(
    ("kind", "word", "value"), [("Flag", "true", True), ("Flag", "false", False), ("Count", "7", 7), ("Count", "0", 0)]
)
def test_a_value_is_what_its_kind_says_however_the_annotation_is_written(written, kind, word, value):
    """`Flag | None` arrived as the text 'false', which is true."""
    signature = read_signature(PROBE.format(declared=f"given: {written.format(kind)} = None"), "probe.py")
    given = MapNode(((text("given"), ScalarNode(text(word), plain=True)),), text("").place)
    (argument,) = arguments(given, signature.parameters, "Probe", text("").place, no_file)
    assert bound(argument.value) is value


def test_a_word_stays_a_word():
    assert bound(WordValue(text=text("left"))) == "left"


def test_a_list_is_a_tuple_of_its_kind():
    value = ListValue(items=(NumberValue(tex=text("1")), NumberValue(tex=text("2"))))
    assert bound(value) == (1.0, 2.0)
    counts = ListValue(items=(CountValue(text=text("3"), number=3), CountValue(text=text("4"), number=4)))
    assert bound(counts) == (3, 4)


def test_a_formula_is_the_proven_one_and_prose_stays_prose():
    assert bound(Shown(tex=text("6 - 2x"))) == formula("6 - 2x")
    words = Prose(text=text("a"), pieces=(Words(text=text("a")),))
    assert bound(words) is words
