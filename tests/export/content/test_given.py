"""What a script gives is read in the lesson's model; what it does not give is nothing."""

from real_lesson import real_proven

from mathora.export.content.given import GivenParts
from mathora.export.content.speller import Speller
from mathora.lesson import (
    ArrayValue,
    CountValue,
    IntervalValue,
    ListValue,
    NameValue,
    NumberValue,
    PointValue,
    Prose,
    Text,
    Words,
)

PROVEN = real_proven()[0]


def given(**values):
    return GivenParts(PROVEN.lesson.sections[0], values, Speller(PROVEN))


def tex(written):
    return Text.written(written)


def test_what_is_not_given_is_nothing():
    nothing = given()
    lists = (nothing.numbers, nothing.names, nothing.points, nothing.functions, nothing.data)
    assert [read("part") for read in lists] == [[]] * 5
    assert (nothing.point("part"), nothing.matrix("part"), nothing.axes()) == ({}, (), [])
    assert (nothing.ends("part"), nothing.function("part")) == (None, None)
    assert (nothing.count("part", 3), nothing.number("part", 0.5)) == (3, 0.5)


def test_what_is_of_another_kind_is_nothing():
    other = given(part=NumberValue(tex=tex("1")))
    assert (other.numbers("part"), other.function("part"), other.count("part", 3)) == ([], None, 3)


def test_what_is_given_is_read_in_the_lessons_model():
    place = PointValue(coordinates=((tex("w_1"), tex("V(1)")),))
    function = NameValue(tex=tex("V"), of="function")
    found = given(
        numbers=ListValue(items=tuple(NumberValue(tex=tex(one)) for one in ("1", r"\frac12"))),
        names=ListValue(items=(Prose(text=tex("ill"), pieces=(Words(text=tex("ill")),)),)),
        place=place,
        places=ListValue(items=(place,)),
        ends=IntervalValue(low=tex("-1"), high=tex("2")),
        function=function,
        functions=ListValue(items=(function,)),
        matrix=ArrayValue(tex=tex(r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"), of="AnyMatrix"),
        number=NumberValue(tex=tex("V(1)")),
        count=CountValue(text=tex("4"), number=4),
    )
    assert (found.numbers("numbers"), found.names("names")) == ([1.0, 0.5], ["ill"])
    assert (found.point("place"), found.points("places")) == ({"w_1": 16.0}, [{"w_1": 16.0}])
    assert found.ends("ends") == (-1.0, 2.0)
    assert found.function("function").key == found.functions("functions")[0].key == "V"
    assert found.matrix("matrix") == ((1, 2), (3, 4))
    assert (found.number("number", 0.0), found.count("count", 0)) == (16.0, 4)
