"""A function is computed by steps, each after those that it needs; data are numbers from 1 on."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import UncomputableError, model_function, numbers_of_index, steps_of
from mathora.lesson import Text

MODEL = declaring({"x": {}, "u(x)": "2x", "v(u)": "u^2", "w(u, v)": "u + v"})


def test_each_step_comes_after_those_it_needs():
    keys = [one.key for one in steps_of(model_function(MODEL, "w"))]
    assert keys[-1] == "w"
    assert keys.index("u") < keys.index("v") < keys.index("w")


def test_a_function_of_inputs_alone_is_one_step():
    assert [one.key for one in steps_of(model_function(MODEL, "u"))] == ["u"]


def test_definitions_in_a_circle_are_told():
    with pytest.raises(UncomputableError, match="need each other"):
        steps_of(model_function(declaring({"a(b)": "b + 1", "b(a)": "a + 1"}), "a"))


def test_data_are_numbered_without_a_gap():
    model = declaring({"y_i": {}, "y_1": "3", "y_2": "0.5", "y_4": "7", "i": {"kind": "natural"}})
    assert numbers_of_index(model, tree_of("y_i", model)) == (3, pytest.approx(0.5))
    assert numbers_of_index(MODEL, tree_of("x", MODEL)) == ()
    assert Text.written("y_1").value == "y_1"
