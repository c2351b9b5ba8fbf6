"""A picture is described in its scene's words, with the script's values put in."""

from dataclasses import replace

import pytest

from mathora.export.content.described import picture_in_words
from mathora.export.content.speller import Speller
from mathora.lesson import (
    Argument,
    IntervalValue,
    ListValue,
    NameValue,
    NumberValue,
    PointValue,
    ProgramValue,
    Prose,
    Text,
    Words,
    WordValue,
)


def test_pictures_are_described_in_their_scenes_words(story):
    pictures = {moment.id: moment.picture for moment in story.moments}
    assert "{" not in "".join(pictures.values())
    assert all(picture.endswith(".") for picture in pictures.values())


def test_a_clause_with_an_unknown_field_is_left_out(order):
    section = order.proven.lesson.sections[0]
    scene = order.catalogue["SteepestDescent"]
    action = next(one for one in scene.actions if one.name == "descend")
    said = replace(action, describes="The ball takes {count} steps, {nobody} knows: {rate} each.")
    catalogue = {"SteepestDescent": replace(scene, actions=(said,))}
    words = picture_in_words(section, section.steps[1], catalogue, Speller(order.proven))
    assert words == "The ball takes 2 steps: 0.1 each."


def said(order, describes, *arguments, language="en"):
    """The sentence of an action that is described so and given this."""
    section, step = order.proven.lesson.sections[0], order.proven.lesson.sections[0].steps[1]
    scene = order.catalogue["SteepestDescent"]
    actions = tuple(replace(one, describes=describes) for one in scene.actions)
    proven = replace(order.proven, lesson=replace(order.proven.lesson, language=language))
    step = replace(step, arguments=tuple(Argument(name=name, value=value) for name, value in arguments))
    return picture_in_words(section, step, {"SteepestDescent": replace(scene, actions=actions)}, Speller(proven))


def text(value):
    return Text.written(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (NumberValue(tex=text("-0.5")), "−0.5"),  # with the sign that is read out
        (NumberValue(tex=text(r"\frac{1}{2}")), "one half"),
        (NameValue(tex=text("V"), of="function"), "V"),
        (IntervalValue(low=text("0"), high=text("3")), "0 to 3"),
        (PointValue(coordinates=((text("w_1"), text("1")), (text("w_2"), text("2")))), "w one = 1 and w two = 2"),
        (WordValue(text=text("left")), "left"),
        (ProgramValue(text=text("x = 1\n\n  y = 2\n")), "x = 1; y = 2"),
        (ListValue(items=(NumberValue(tex=text("1")), NumberValue(tex=text("2")))), "1, 2"),
        (Prose(text=text("so"), pieces=(Words(text=text("so")),)), "so"),
    ],
)
def test_each_kind_of_value_is_said_as_a_reader_reads_it(order, value, words):
    assert said(order, "It is {value}.", ("value", value)) == f"It is {words}."


def test_a_steps_own_value_counts_before_its_sections(order):
    assert said(order, "At {rate}.") == "At 0.1."
    assert said(order, "At {rate}.", ("rate", NumberValue(tex=text("7")))) == "At 7."


def test_a_scene_that_nobody_knows_says_nothing(order):
    section = order.proven.lesson.sections[0]
    assert picture_in_words(section, section.steps[0], {}, Speller(order.proven)) == ""
