"""The place of every character of every style of scalar."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mathora.script.nodes import MapNode, ScalarNode, compose
from mathora.script.scalars import LineIndex, index_places


def written(source: str) -> str:
    """The source characters that wrote the value of the key `a`, one for each of the value's."""
    node = compose(source, "x.yaml")
    assert isinstance(node, MapNode)
    value = {key.value: value for key, value in node.entries}["a"]
    assert isinstance(value, ScalarNode)
    lines = source.split("\n")
    signs = [(lines[place.line - 1] + "\n")[place.column - 1] for place in value.text.places[:-1]]
    return "".join(signs)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a: plain text # no\n", "plain text"),
        ("a: folded\n  plain\n\n  text\n", "folded\nplain\ntext"),
        ("a: 'it''s'\n", "it's"),
        ("a: 'two\n   lines'\n", "two\nlines"),
        ('a: "q\\"uote"\n', "q\\uote"),
        ('a: "\\x41b"\n', "\\b"),
        ('a: "join\\\n   ed"\n', "joined"),
        ('a: "x  \n\n  y"\n', "x\ny"),
        ("a: |\n  one\n    two\n\n  three\n", "one\n  two\n\nthree\n"),
        ("a: >-\n  one\n  two\n\n  three\n", "one\ntwo\nthree"),
        ("a: >\n  one\n    more\n  two\n", "one\n  more\ntwo\n"),
        ("a: |2\n    kept\n", "  kept\n"),
        ("a: |+\n  one\n\n", "one\n\n"),
        ("b:\n  a: |\n    x\n", None),
    ],
)
def test_the_source_of_each_character(source, shown):
    if shown is not None:
        assert written(source) == shown


def test_windows_line_ends_count_as_one():
    node = compose("a: x\r\nb: >-\r\n  one\r\n  two\r\n", "x.yaml")
    assert isinstance(node, MapNode)
    (_, _), (key, value) = node.entries
    assert isinstance(value, ScalarNode)
    assert (key.place.line, key.place.column) == (2, 1)
    assert value.text.value == "one two"
    assert [str(place) for place in (value.text.at(0), value.text.at(4))] == ["x.yaml:3:3", "x.yaml:4:3"]


def test_lines_and_columns_count_code_points_from_one():
    lines = LineIndex("é\n∂x", "x.yaml")
    assert str(lines.place(0)) == "x.yaml:1:1"
    assert str(lines.place(3)) == "x.yaml:2:2"


TEXTS = st.text(st.sampled_from("ab $\\'\":#-|>{}[],∂\n\t"), max_size=30)


@given(TEXTS, st.sampled_from(["'", '"', "|", ">", None]), st.integers(8, 40))
def test_law_every_unescaped_character_stands_at_its_place(value, style, width):
    source = yaml.dump({"a": value}, default_style=style, allow_unicode=True, width=width)
    event = [event for event in yaml.parse(source) if isinstance(event, yaml.ScalarEvent)][1]
    start, stop = event.start_mark.index, event.end_mark.index
    places = index_places(event.value, event.style, source, start, stop)
    assert len(places) == len(event.value) + 1
    assert places == sorted(places)
    assert all(start <= place <= stop for place in places)
    for character, place in zip(event.value, places, strict=False):
        assert source[place : place + 1] in (character, "\\", "") or character in " \n"


def test_planted_a_shifted_place_breaks_the_law():
    places = index_places("it's", "'", "'it''s'", 0, 7)
    assert places == [1, 2, 3, 5, 6]
    assert [place + 1 for place in places] != places
