"""YAML becomes a tree of places, or faults; nothing is constructed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import told, value

from mathora.script.nodes import DEEPEST, LONGEST_SOURCE, ListNode, MapNode, ScalarNode, compose


def node(source):
    return value(lambda one: one, source)


def test_scalars_lists_and_mappings_know_where_they_stand():
    root = node("a: 1\nb:\n  - 'two'\n  - {c: 3}\n")
    assert isinstance(root, MapNode)
    (_, one), (_, listed) = root.entries
    assert (one.text.value, one.plain, one.place.line, one.place.column) == ("1", True, 1, 4)
    assert isinstance(listed, ListNode)
    assert not listed.items[0].plain
    assert listed.items[1].braces


def test_each_character_has_its_place():
    (_, scalar) = node("say: >\n  one\n  two\n").entries[0]
    places = dict(zip(scalar.text.value, scalar.text.places, strict=False))
    assert (places["w"].line, places["w"].column) == (3, 4)


@pytest.mark.parametrize(("source", "missing"), [("a:", True), ("a: ~", True), ("a: ''", False), ("a: x", False)])
def test_a_value_is_missing_where_nothing_was_written(source, missing):
    (_, one) = node(source).entries[0]
    assert one.missing is missing


@pytest.mark.parametrize(
    "source",
    ["a: !!python/object:os.system x", "a: 1\na: 2", "? [a]\n: 1",
     "a: 1\n---\nb: 2", "a: &x [*x]", "a: \x07", "a: \u2028b",
     "a: " + "[" * (DEEPEST + 2) + "]" * (DEEPEST + 2), "a: " + "x" * LONGEST_SOURCE],
)  # fmt: skip
def test_what_a_lesson_must_not_use_is_refused(source):
    assert told(lambda one: one, source)


@given(st.text(alphabet="a:-[]{}'\"|>#&*! \n\t1", max_size=40))
def test_every_text_gives_a_node_or_faults(source):
    faults = told(lambda one: one, source)
    assert faults or isinstance(compose(source, "x.yaml"), ScalarNode | ListNode | MapNode)
