"""A small change on its way through a graph: what edges bring adds up to what changes, as long as it is small."""

from types import SimpleNamespace

import pytest
from test_computation import DIAMOND, NEURON, computation

from mathora.stage.figures.graph.pushed import Pushed


def pushed(output, lines, at, **by):
    graph = computation(output, **lines)
    return Pushed(SimpleNamespace(computation=graph, inputs=lambda: at), by)


def test_what_stands_at_a_box_is_its_value_after_less_that_before():
    found = pushed("s", DIAMOND, {"t": 2.0}, t=0.5)
    assert found.changes == {"t": 0.5, "u": 2.25, "v": 1.5, "s": 22.875}


def test_a_rounding_error_is_no_change():
    """0.1 + 0.2 - 0.2 is not 0.1; of what is told, that is nothing."""
    found = pushed("z", NEURON, {"w": 0.1, "x": 1.0, "b": 0.2}, b=0.1)
    assert found.changes == {"w": 0.0, "x": 0.0, "b": 0.1, "z": 0.1}


def test_an_edge_brings_its_slope_times_the_change_that_it_comes_from():
    found = pushed("s", DIAMOND, {"t": 2.0}, t=0.5)
    (meeting,) = [wave for wave in found.waves if {edge.target for edge in wave} == {"s"}]
    assert {edge.source: found.brought(edge) for edge in meeting} == pytest.approx({"u": 6 * 2.25, "v": 4 * 1.5})


@pytest.mark.parametrize(("by", "small"), [(1e-4, True), (1e-3, True), (0.5, False)])
def test_what_meets_adds_up_for_a_small_change_and_for_no_other(by, small):
    assert (pushed("s", DIAMOND, {"t": 2.0}, t=by).off_sum() <= 1) is small


def test_where_nothing_meets_nothing_is_off():
    assert pushed("a", NEURON, {"w": 0.5, "x": 2.0, "b": -0.4}, b=1.0).off_sum() == 0.0


def test_what_stays_brings_nothing_so_a_single_change_may_be_large():
    """a = tanh of w·x + b: of three names that are pushed only w changes, and nothing meets."""
    found = pushed("a", NEURON, {"w": 0.5, "x": 2.0, "b": -0.4}, w=1.0, x=0.0)
    assert [[edge.source for edge in wave] for wave in found.waves] == [["w"], ["z"]]
    assert found.off_sum() == 0.0
