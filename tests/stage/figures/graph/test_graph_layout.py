"""Names stand in layers that do not overlap, near to what they are joined with; a long edge has lanes of its own."""

from itertools import pairwise

import pytest

from mathora.formula import model_function, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.stage.figures.graph.computation import Edge, computation_of
from mathora.stage.figures.graph.graph_layout import WIDEST, placed


def computation(output, **lines):
    """The computation of `output` in a model of these lines."""
    entries = [
        Declaration(head=Text.written(head.replace("__", "(") + ")"), body=Text.written(body))
        for head, body in lines.items()
    ]
    model = read_model(ModelSource(declarations=tuple(entries)))
    return computation_of(model_function(model, output))


NEURON = {"z__w, x, b": "w x + b", "a__z": r"\tanh z", "L__a, y": "(a - y)^2"}


def test_blocks_of_a_layer_do_not_overlap_and_a_long_edge_has_lanes():
    graph = computation("L", **{"u__t": "t^2", "v__u": "u + 1", "L__v, t": "v t"})
    places = placed(graph, dict.fromkeys(("t", "u", "v", "L"), (2.0, 1.0)), 1.0)
    assert len(places.lanes[Edge("t", "L")]) == 4
    for layer in graph.layers():
        across = sorted(places.middles[key][1] for key in layer)
        assert all(b - a >= 1 for a, b in pairwise(across))


SIZES = dict.fromkeys(("w", "x", "b", "y", "z", "a", "L"), (0.6, 1.0))


def test_layers_go_on_from_the_inputs_to_the_output_around_the_middle():
    graph = computation("L", **NEURON)
    places = placed(graph, SIZES, 1.0)
    alongs = [{round(float(places.middles[key][0]), 9) for key in layer} for layer in graph.layers()]
    assert all(len(one) == 1 for one in alongs)
    starts = [min(one) for one in alongs]
    assert starts == sorted(starts)
    assert starts[0] - 0.3 == pytest.approx(-places.size[0] / 2)
    assert starts[-1] + 0.3 == pytest.approx(places.size[0] / 2)


@pytest.mark.parametrize(("reach", "apart"), [(0.0, 1.0), (7.0, (7 - 4 * 0.6) / 3), (99.0, WIDEST)])
def test_layers_fill_their_reach_as_far_as_the_eye_can_bridge(reach, apart):
    graph = computation("L", **NEURON)
    places = placed(graph, SIZES, 1.0, reach)
    starts = [places.middles[layer[0]][0] for layer in graph.layers()]
    assert [after - before for before, after in pairwise(starts)] == pytest.approx([apart + 0.6] * 3)


def test_a_lane_keeps_off_the_blocks_of_the_layer_that_it_passes():
    graph = computation("L", **{"u__t": "t^2", "v__u": "u + 1", "L__v, t": "v t"})
    places = placed(graph, dict.fromkeys(("t", "u", "v", "L"), (2.0, 1.0)), 1.0)
    for key in ("u", "v"):
        lanes = [lane for lane in places.lanes[Edge("t", "L")] if abs(lane[0] - places.middles[key][0]) <= 1 + 1e-9]
        assert lanes
        assert all(abs(lane[1] - places.middles[key][1]) >= 0.5 for lane in lanes)


def test_the_same_computation_stands_in_the_same_places():
    one, other = (placed(computation("L", **NEURON), SIZES, 1.0) for _ in range(2))
    assert {key: at.tolist() for key, at in one.middles.items()} == {k: at.tolist() for k, at in other.middles.items()}
