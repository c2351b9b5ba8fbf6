"""Places, texts and faults: an author is led to the very character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.lesson import Fault, Faulty, Place, Text, did_you_mean


def test_a_text_knows_where_each_character_was_written():
    text = Text.written("ab\ncd", "x.yaml", 3, 7)
    assert [str(text.at(offset)) for offset in range(6)] == [
        "x.yaml:3:7", "x.yaml:3:8", "x.yaml:3:9", "x.yaml:4:1", "x.yaml:4:2", "x.yaml:4:3",
    ]  # fmt: skip


def test_past_the_end_is_the_place_behind_the_text():
    assert Text.written("ab").at(99) == Place("<text>", 1, 3)


@given(st.text(max_size=30), st.data())
def test_a_cut_keeps_its_places(value, data):
    text = Text.written(value)
    start = data.draw(st.integers(0, len(value)))
    stop = data.draw(st.integers(start, len(value)))
    part = text.cut(start, stop)
    assert part.value == value[start:stop]
    assert all(part.at(i) == text.at(start + i) for i in range(len(part.value) + 1))


def test_texts_are_equal_when_their_values_are():
    assert Text.written("a", line=1) == Text.written("a", line=9)
    assert Text.written("a") != Text.written("b")


def test_a_fault_quotes_the_line_with_a_caret():
    shown = Fault(Place("x.yaml", 12, 9), "formula-false", "formula is false", "mend it", 3).shown("  show: 1=2")
    assert shown.splitlines() == [
        "x.yaml:12:9: formula is false [formula-false]",
        "    12 |   show: 1=2",
        "       |         ^^^",
        "       = mend it",
    ]


def test_a_caret_never_runs_past_its_line():
    assert Fault(Place("x", 1, 3), "r", "m", "", 99).shown("abcd").splitlines()[-1].endswith("  ^^")


def test_faults_are_carried_in_the_order_of_the_file():
    late, early = Fault(Place("x", 9, 1), "r", "b"), Fault(Place("x", 2, 1), "r", "a")
    with pytest.raises(Faulty) as caught:
        raise Faulty([late, early])
    assert caught.value.faults == (early, late)


def test_a_misspelt_word_is_answered_by_its_neighbour_else_by_the_list():
    assert did_you_mean("tilte", ["title", "id"]) == "did you mean 'title'?"
    assert did_you_mean("zzz", ["title", "id"]) == "known here: 'id', 'title'"
    assert did_you_mean("zzz", []) == ""
