"""All that a lesson displays goes through the gate, in the order of the script, each thing for what it is."""

from dataclasses import replace

import pytest
from gated import claim, lesson, maths, number, question, text

from mathora.lesson import (
    Argument,
    Confusion,
    IntervalValue,
    ListValue,
    NameValue,
    NumberValue,
    PointValue,
    Prose,
    SceneClaim,
    Shown,
    TermCue,
)
from mathora.prove.gate.displayed import Asked, Claimed, Counted, Given, Labelled, Needed, Pointed, displayed, texts


def entries(given, kind):
    return [entry for entry in displayed(given) if isinstance(entry, kind)]


def with_section(given, **fields):
    return replace(given, sections=tuple(replace(section, **fields) for section in given.sections))


def shown(given):
    return [one.value for entry in displayed(given) for one in texts(entry)]


def test_it_comes_in_the_order_of_the_script():
    given = replace(lesson(claim("e = 5"), say=maths("d = 4"), title=maths("a = 1")), summary=maths("b = 2"))
    given = with_section(given, title=maths("c = 3"))
    found = entries(given, Claimed)
    assert [one.text.value for one in found] == ["a = 1", "b = 2", "c = 3", "d = 4", "e = 5"]
    assert [one.address for one in found] == ["title", "summary", "one", "one/a", "one/a"]


def test_the_course_that_a_lesson_belongs_to_is_looked_at_too():
    plain = lesson()
    given = replace(plain, course=replace(plain.course, track=maths("1 = 2"), unit=number("3", "1 + 1")))
    assert shown(given) == ["1 = 2", "3"]


@pytest.mark.parametrize(
    ("value", "kind", "seen"),
    [
        (maths("1 = 2"), Claimed, ["1 = 2"]),
        (Shown(tex=text("1 = 2")), Claimed, ["1 = 2"]),
        (number("9.8", "V(0.35)"), Counted, ["9.8"]),
        (ListValue(items=(maths("1 = 1"), maths("1 = 2"))), Claimed, ["1 = 1", "1 = 2"]),
        (Confusion(myth=maths("1 = 2"), fact=maths("1 = 1")), Claimed, ["1 = 2", "1 = 1"]),
        (NameValue(tex=text("V"), of="function"), Given, []),
        (NumberValue(tex=text("2")), Given, []),
        (PointValue(coordinates=((text("x"), text("1")),)), Given, []),
        (IntervalValue(low=text("0"), high=text("1")), Given, []),
    ],
)
def test_a_value_is_looked_at_wherever_it_stands(value, kind, seen):
    of_scene = lesson(arguments=(Argument(name="value", value=value),))
    (step,) = lesson().sections[0].steps
    of_step = with_section(lesson(), steps=(replace(step, arguments=(Argument(name="value", value=value),)),))
    for given in (of_scene, of_step):
        assert entries(given, kind)
        assert shown(given) == seen


def test_only_wrong_answers_and_myths_may_be_false():
    confusion = Argument(name="c", value=Confusion(myth=maths("1 = 2"), fact=maths("1 = 1"), wrong=claim("2 = 3")))
    found = entries(lesson(arguments=(question("6", "3"), confusion)), Claimed)
    assert [one.text.value for one in found if one.lenient] == ["1 = 2"]
    assert not {"6", "3"} & {one.text.value for one in found}  # the question's claim says what they claim
    assert [one.text.value for one in found if one.role == "mistake"] == ["2 = 3"]


def test_a_question_shows_each_of_its_answers():
    (asked,) = entries(lesson(arguments=(question("6 w_2", "3 w_2"),)), Asked)
    assert [one.value for one in texts(asked)] == ["6 w_2", "3 w_2"]


def test_what_is_pointed_at_may_stand_on_any_picture_until_then_and_on_none_after():
    say = Prose(text=text("a"), pieces=(), pointed=(TermCue(tex=text("a"), piece=0, offset=0),))
    given = lesson(claim("a = 1"), say=say)
    (first,) = given.sections[0].steps
    steps = (first, replace(first, id="b", show=(claim("a = 2"),)))
    one, other = entries(with_section(given, steps=steps), Pointed)
    assert [here.value for here in one.among] == ["a = 1"]
    assert [here.value for here in other.among] == ["a = 1", "a = 2"]


def labelled(*values, relation, at="side"):
    items = ListValue(items=tuple(NumberValue(tex=text(one)) for one in values))
    arguments = (Argument(name="side", value=NumberValue(tex=text("3"))), Argument(name="parts", value=items))
    given = with_section(lesson(arguments=arguments), claims=(SceneClaim(at=at, relation=relation),))
    return entries(given, Labelled)


def test_a_claim_of_a_scene_stands_where_its_parameter_does():
    (label,) = labelled("1", relation="side > 0")
    assert [one.value for one in texts(label)] == ["3"]
    assert label.given["side"].value == "3"


def test_a_claim_on_a_list_is_made_of_each_item():
    rows = labelled("1", "2", relation="parts > 0", at="parts")
    assert [row.text.value for row in rows] == ["1", "2"]


def test_a_claim_with_a_parameter_that_is_left_out_says_nothing():
    (label,) = labelled("1", relation="side > other")
    assert label.text is None
    assert list(texts(label)) == []


def test_what_a_section_continues_has_given_its_values_already():
    given = lesson(arguments=(Argument(name="value", value=maths("1 = 2")),))
    assert shown(given) == ["1 = 2"]
    assert shown(with_section(given, before=given.sections[0].steps)) == []


def test_each_scene_of_a_section_says_what_it_needs():
    (needed,) = entries(lesson(claim("a = 1"), say=maths("b = 1")), Needed)
    assert [one.value for one in needed.seen] == ["a = 1"]  # what is only said is on no picture
