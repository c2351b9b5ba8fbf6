"""The vocabulary is immutable, complete, and blind to places."""

from dataclasses import FrozenInstanceError

import pytest

from mathora.lesson import Prose, Text, Words
from mathora.lesson.vocabulary import Step


def prose(value, line=1):
    text = Text.written(value, line=line)
    return Prose(text=text, pieces=(Words(text=text),))


def test_parts_are_frozen():
    step = Step(id="a", action=Text.written("go"), say=prose("hello"))
    with pytest.raises(FrozenInstanceError):
        step.id = "b"


def test_unknown_fields_are_refused():
    with pytest.raises(TypeError):
        Step(id="a", action=Text.written("go"), say=prose("hello"), sya="x")


def test_a_lesson_moved_down_a_line_is_the_same_lesson():
    assert prose("hello", line=1) == prose("hello", line=40)
