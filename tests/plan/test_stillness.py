"""The pacing gate: a picture that stands too long is the fault of its step, and the author's rest is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.plan import Loop, Move, StepFacts, alive, in_motion, plan, stands_still
from mathora.plan.cues import WordTimes
from mathora.plan.pacing import LONGEST_STILL
from mathora.plan.stillness import long_stills
from tests.plan.lessons import lesson

RATE = 10
NINE = "one two three four five six {cut} seven eight nine"


def times(seconds, count):
    """`count` words, spread over so many seconds."""
    pace = seconds / count
    return WordTimes(tuple((at * pace, (at + 1) * pace) for at in range(count)), seconds)


def told(say, ticks, *, rest=0.0, loops=(), moves=(), seconds=9.0):  # noqa: PLR0913 - each is a case
    proven = lesson([say], rest=rest)
    motion = max(ticks, default=0)
    count = len(proven.lesson.sections[0].steps[0].say.text.value.replace("{cut}", "").split())
    known = {"a/s0": StepFacts(motion=motion, ticks=tuple(ticks), moves=tuple(moves), loops=tuple(loops))}
    timeline = plan(proven, known, RATE, {"a/s0": times(seconds, count)})
    return stands_still(proven.lesson, timeline, known)


def test_a_picture_that_stands_while_it_is_spoken_of_is_the_fault_of_its_step():
    (fault,) = told(NINE.replace("{cut} ", ""), range(11))
    assert (fault.rule, fault.place.line, fault.place.column) == ("stands-still", 7, 9)
    assert "from second 1.0 of the step on, nothing moves for 8.4 seconds" in fault.message
    assert "split the step" in fault.hint


def test_one_that_lives_is_none():
    assert told(NINE.replace("{cut} ", ""), range(11), loops=alive(RATE)) == ()


def test_the_authors_rest_is_none():
    assert told("one two", range(11), seconds=2.0, rest=20) == ()
    assert told("one two three four five", range(11), seconds=5.0, rest=20)


def test_a_move_that_a_late_word_starts_is_told_with_the_word():
    moves = (Move(0, 10), Move(10, 20, "cut"))
    (fault,) = told(NINE, range(21), moves=moves, loops=alive(RATE))
    assert "put {cut} before a sooner word" in fault.hint
    assert told(NINE, in_motion(moves), moves=moves, loops=alive(RATE)) == (fault,)  # before it is drawn


@pytest.mark.parametrize("frozen", [31, 30])
def test_what_stands_in_the_middle_of_a_move_counts_too(frozen):
    found = told("one", [*range(11), 10 + frozen], seconds=1.0)
    assert bool(found) == (frozen > LONGEST_STILL * RATE)


def test_what_is_shown_once_more_at_a_step_s_border_moves_nothing():
    """Two seconds before the border and two behind it are four."""
    proven = lesson(["one", "two", "three"])  # the last two in one section
    voice = {f"{section}/s{at}": times(2.0, 1) for section, at in (("a", 0), ("b", 1), ("b", 2))}
    known = dict.fromkeys(voice, StepFacts(motion=0, ticks=(0,)))
    timeline = plan(proven, known, RATE, voice)
    found = [*long_stills(proven.lesson, timeline, known)]
    assert [one.ticks for one in found] == [timeline["b/s2"].end - timeline["b/s1"].start + 1]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(0, 300))
def test_whatever_is_said_a_picture_that_lives_does_not_stand(lengths, seconds):
    """Moves of any length, none called: what is planned is never told."""
    ends = [0, *(sum(lengths[: at + 1]) for at in range(len(lengths)))]
    moves = tuple(Move(begin, end) for begin, end in pairwise(ends))
    loops = (Loop("", tuple(range(20)), 21),)
    assert told("one two three", range(ends[-1] + 1), moves=moves, loops=loops, seconds=seconds / 10 + 0.3) == ()
