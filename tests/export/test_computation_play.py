"""What a student moves of a computation: the steps and slopes of the model as code, its data, and no more."""

import json
import subprocess

import pytest

from mathora.export.content.computation import REACH
from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from tests.programs import NODE, needs_node
from tests.scenes.test_compute_graph import MODEL as GRAPH_MODEL
from tests.scenes.test_compute_graph import NEURON
from tests.scenes.test_regression import LINE
from tests.scenes.test_regression import MODEL as DATA_MODEL
from tests.scenes.theatre import catalogue, proven_section


def play(section, header):
    proven = proven_section(section, header)
    one = proven.lesson.sections[0]
    return play_of(one, one, catalogue()[one.scene.value].movable, Speller(proven))


def test_a_computation_has_its_inputs_and_its_steps_in_the_order_in_which_numbers_run():
    found = play(NEURON, GRAPH_MODEL)
    assert [one.name.base for one in found.inputs] == ["w", "x", "b", "y"]
    assert [one.name.base for one in found.steps] == ["z", "a", "L"]
    assert [one.needs for one in found.steps] == [(0, 1, 2), (4,), (5, 3)]
    assert found.start == (0.5, 2, -0.4, 1)
    assert found.spans[1] == (2 - REACH * 2, 2 + REACH * 2)


def test_a_fit_has_every_point_of_the_data_and_the_losss_slopes():
    found = play(LINE, DATA_MODEL)
    assert found.fitted.points == ((1, 2), (2, 3), (3, 5), (4, 5), (5, 7))
    assert [one.name.base for one in (*found.inputs, *found.steps)] == ["m", "b", "L"]
    assert len(found.steps[0].partials) == 2


def test_without_a_loss_nothing_is_moved():
    assert play(LINE.split("    steps:")[0].replace(", loss_of: L", "")
                + "    steps:\n      - {do: points, say: a}\n", DATA_MODEL) is None  # fmt: skip


@needs_node
def test_the_code_gives_the_models_numbers():
    step = play(LINE, DATA_MODEL).steps[0]
    code = f"const f = [{step.value}, {', '.join(step.partials)}]; console.log(JSON.stringify(f.map((g) => g(0.4, 4))))"
    told = subprocess.run([NODE, "-e", code], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == pytest.approx([2.08, 1.6, 1.6])
