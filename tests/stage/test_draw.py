"""What goes wrong in a scene leaves with its step's number, and Manim's settings are what they were."""

import pytest
from manim import config

from mathora.plan import StepFailed
from mathora.stage.draw import Nowhere, _manim_set, _naming


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(2), KeyError("x")])
def test_an_error_leaves_with_the_number_of_its_step(error):
    with pytest.raises(StepFailed) as failed, _naming(3):
        raise error
    assert failed.value.__cause__ is error
    assert (failed.value.index, type(error).__name__ in str(failed.value)) == (3, True)


@pytest.mark.parametrize("error", [MemoryError(), GeneratorExit()])
def test_what_is_no_fault_of_the_step_is_not_named(error):
    with pytest.raises(type(error)), _naming(3):
        raise error


def test_the_first_step_that_fails_is_the_one_that_is_told():
    with pytest.raises(StepFailed) as failed, _naming(5), _naming(2):
        raise ValueError("inside")
    assert str(failed.value) == "step 2: ValueError: inside"


def test_settings_are_put_back_even_if_drawing_fails():
    before = config["frame_rate"]
    with pytest.raises(ZeroDivisionError), _manim_set(frame_rate=7):
        config["frame_rate"] / 0
    assert config["frame_rate"] == before


def test_a_picture_that_nobody_keeps_is_still_new_or_not():
    assert Nowhere().show(0, None, [object()]) is True
    assert Nowhere().show(0, None, []) is False
