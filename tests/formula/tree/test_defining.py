"""A definition adds a name to the model, and changes none that it has."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.defining import defining

MODEL = declaring({"x": {}, "c": "3", "f(x)": {}, "X": {"kind": "random"}})


def after(tex):
    return defining(MODEL, tree_of(tex, MODEL))


@pytest.mark.parametrize(
    ("tex", "key", "parameters", "body"),
    [
        ("y := x + c", "y", [], "x + c"),
        ("g(x) := x^2", "g", ["x"], "x^2"),
        ("f(x) := 2x", "f", ["x"], "2x"),  # a function without a formula gets one
        ("P(X = 1) := 0.5", "P(X = 1)", [], "0.5"),
    ],
)
def test_what_is_defined_has_its_body(tex, key, parameters, body):
    name = after(tex).names[key]
    assert ([write_latex(one) for one in name.parameters], write_latex(name.body)) == (parameters, body)


@pytest.mark.parametrize("tex", ["c := 4", "x := 4", "x^2 := 4", "x > 3", "x + 1"])
def test_what_the_model_has_or_what_is_no_name_stays(tex):
    assert after(tex).names.get("c") == MODEL.names["c"]
    assert after(tex).names.get("x") == MODEL.names["x"]


def test_a_new_parameter_is_a_variable_of_the_lesson():
    assert after("g(x) := x^2").names["x"] == MODEL.names["x"]
    assert after(r"h(s) := s^2").names["s"].implicit
