"""What an author writes is kept as written, and its place is no part of what it is."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from mathora.lesson import CountValue, FontValue, IntervalValue, NumberValue, PointValue, Text, WordValue
from mathora.lesson.values import Part


def test_values_that_differ_only_in_places_are_equal():
    one, other = (NumberValue(tex=Text.written("0.35", file)) for file in ("a.yaml", "b.yaml"))
    assert one == other
    assert hash(one) == hash(other)
    assert one != NumberValue(tex=Text.written("0.350"))


def test_a_part_is_made_by_names_and_is_frozen():
    value = IntervalValue(low=Text.written("0"), high=Text.written("3"))
    with pytest.raises(FrozenInstanceError):
        value.low = Text.written("1")
    with pytest.raises(TypeError):
        WordValue(Text.written("left"))


@pytest.mark.parametrize("kind", sorted(Part.__subclasses__(), key=lambda one: one.__name__))
def test_each_part_of_a_lesson_is_a_frozen_dataclass(kind):
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen
    assert all(field.kw_only for field in fields(kind))


def test_the_written_order_of_a_point_is_kept():
    point = PointValue(coordinates=((Text.written("y"), Text.written("1")), (Text.written("x"), Text.written("2"))))
    assert [name.value for name, _ in point.coordinates] == ["y", "x"]


@pytest.mark.parametrize(("character", "has"), [("A", True), ("C", True), ("D", False), ("z", True), ("@", False)])
def test_a_font_has_the_characters_of_its_ranges_both_ends_included(character, has):
    font = FontValue(path=Text.written("own.ttf"), data=b"", characters=((ord("A"), ord("C")), (ord("x"), ord("z"))))
    assert font.has(character) is has


def test_a_count_is_kept_as_written_and_as_what_it_means():
    assert CountValue(text=Text.written("007"), number=7).text.value == "007"
