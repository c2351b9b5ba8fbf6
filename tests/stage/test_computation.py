"""A computation's graph is the model's; numbers run forward, slopes backward, and both ways agree."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.formula import model_function, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.stage.figures.graph.computation import Edge, computation_of


def computation(output, **lines):
    """The computation of `output` in a model of these lines."""
    entries = [
        Declaration(head=Text.written(head.replace("__", "(") + ")"), body=Text.written(body))
        for head, body in lines.items()
    ]
    model = read_model(ModelSource(declarations=tuple(entries)))
    return computation_of(model_function(model, output))


NEURON = {"z__w, x, b": "w x + b", "a__z": r"\tanh z", "L__a, y": "(a - y)^2"}
AT = {"w": 0.5, "x": 2.0, "b": -0.4, "y": 1.0}
DIAMOND = {"u__t": "t^2", "v__t": "3 t", "s__u, v": "u v"}


def test_a_variable_that_is_a_function_is_a_step_and_any_other_an_input():
    graph = computation("L", **NEURON)
    assert [*graph.steps] == ["z", "a", "L"]
    assert graph.inputs == ("y", "w", "x", "b")
    assert Edge("a", "L") in graph.edges


def test_values_run_forward_and_slopes_backward():
    graph = computation("L", **NEURON)
    values = graph.values(AT)
    a = math.tanh(0.6)
    assert values["L"] == pytest.approx((a - 1) ** 2)
    assert graph.slopes(values)["w"] == pytest.approx(2 * (a - 1) * (1 - a**2) * 2)
    assert graph.slopes(values)["L"] == 1


def test_where_paths_meet_their_products_are_added():
    graph = computation("s", **DIAMOND)
    assert len(graph.paths("t")) == 2
    assert graph.slopes(graph.values({"t": 2.0}))["t"] == pytest.approx(9 * 2**2)


@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(-2, 2))
def test_backward_and_forward_agree(w, x, b):
    graph = computation("L", **NEURON)
    values = graph.values({"w": w, "x": x, "b": b, "y": 0.3})
    for key, slope in graph.slopes(values).items():
        assert graph.tangent(values, key) == pytest.approx(slope, rel=1e-9, abs=1e-12)


def test_an_input_stands_right_before_its_first_use():
    assert computation("L", **NEURON).layers() == (("w", "x", "b"), ("z",), ("y", "a"), ("L",))
