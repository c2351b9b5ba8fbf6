"""A mark in a narration whose term is never lit is told at its place."""

from dataclasses import dataclass, field

import pytest

from mathora.formula.tree import Formula, Symbol
from mathora.plan import Loop, plan
from mathora.plan.cues import WordTimes
from mathora.plan.unlit import unlit
from tests.plan.lessons import facts, lesson

RATE = 10
LIT = Loop("x", (0, 2, 4), 6, peak=3)


@dataclass(frozen=True)
class Read:
    """A proven lesson whose formulas are single letters."""

    lesson: object
    receipts: tuple[object, ...] = field(default=())

    def formula(self, text):
        return Formula(text, Symbol(text.value.strip()))


def told(say, motion, loops=(LIT,)):
    proven = Read(lesson([say]).lesson)
    words = WordTimes(tuple((float(at), at + 1.0) for at in range(8)), 8.0)
    known = facts({"a/s0": motion}, loops={"a/s0": loops})
    return unlit(proven, plan(proven, known, RATE, {"a/s0": words}), known)


def test_a_mark_that_is_lit_is_none():
    assert told("one two three {$x$} four five six seven eight", motion=5) == ()


@pytest.mark.parametrize("before", ["", "one "])
def test_one_at_whose_word_the_picture_still_moves_is_told(before):
    (fault,) = told(f"{before}{{$x$}} two three four five six seven eight", motion=50)
    assert (fault.rule, fault.place.line) == ("not-lit", 1)
    assert "x is not lit" in fault.message
    assert "before a later word" in fault.hint


def test_of_two_marks_of_one_term_each_has_to_be_lit():
    assert told("one {$x$} two three four {$x$} five six seven eight", motion=5) == ()
    (fault,) = told("one {$x$} two three four five six {$x$} seven eight", motion=40)
    assert fault.rule == "not-lit"


def test_one_whose_term_is_not_on_the_picture_is_told():
    assert len(told("one two three {$y$} four five six seven eight", motion=5)) == 1


def test_a_narration_without_marks_has_none():
    assert told("one two three four five six seven eight", motion=5) == ()
