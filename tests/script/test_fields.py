"""A mapping is read by a table, and one bad key hides no other."""

import pytest
from written import told, value

from mathora.script.fields import (
    Field,
    fields,
    flag,
    meant_key,
    one_of,
    one_or_several,
    plain_name,
    seconds,
    several,
    shorten,
    text,
    whole,
)

TABLE = (Field("title", text, required=True), Field("count", whole(1, 9)), Field("is", flag, name="on"))


def table(node):
    return fields(node, TABLE, "the thing")


def test_a_key_is_read_by_its_row_and_named_by_the_vocabulary():
    found = value(table, "{title: One, count: 3, is: true}")
    assert (found["title"].value, found["count"], found["on"]) == ("One", 3, True)
    assert set(value(table, "{title: One}")) == {"title"}


@pytest.mark.parametrize(
    ("source", "rules"),
    [
        ("{}", 1),
        ("{title: One, cuont: 3}", 1),
        ("{title: One, count: 10, is: maybe}", 2),
        ("{count: 10, extra: 1}", 3),
        ("[title]", 1),
    ],
)
def test_all_that_is_wrong_is_told_together(source, rules):
    assert len(told(table, source)) == rules


def test_a_key_that_is_nearly_one_is_meant():
    assert meant_key("cuont", ["title", "count"]) == "count"
    assert "count" in told(table, "{title: One, cuont: 3}")[0]


@pytest.mark.parametrize(
    ("read", "source", "found"),
    [
        (whole(0, 9), "7", 7),
        (flag, "false", False),
        (one_of(["left", "right"]), "left", "left"),
        (plain_name, "one-knob-2", "one-knob-2"),
        (several(whole(0, 9), "digits"), "[1, 2]", (1, 2)),
        (one_or_several(whole(0, 9), "digits"), "3", (3,)),
        (seconds(100), "65.5", 65.5),
    ],
)
def test_a_plain_value_is_read(read, source, found):
    assert value(read, source) == found


@pytest.mark.parametrize(
    ("read", "source"),
    [
        (whole(0, 9), "10"),
        (whole(0, 9), "1.0"),
        (flag, "yes"),
        (one_of(["left", "right"]), "middle"),
        (plain_name, "One Knob"),
        (plain_name, "a" * 65),
        (several(whole(0, 9), "digits", least=1), "[]"),
        (several(whole(0, 9), "digits", most=1), "[1, 2]"),
        (seconds(100), "101"),
        (seconds(100), "1:05"),
        (text, "[a]"),
        (text, ""),
    ],
)
def test_what_it_is_not_is_told(read, source):
    assert len(told(read, source)) == 1


def test_a_long_value_is_quoted_short():
    assert len(shorten("x" * 400)) < 60
    assert shorten("short") == "short"
