"""Moves start with the words that call them; others are spread over what is said, in order and at their own speed."""

import itertools
import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.plan import Move, plan
from mathora.plan.cues import WordTimes
from mathora.plan.pacing import LONGEST_REST, SaidWords, shifted, shifts
from tests.plan.lessons import facts, lesson

RATE = 10
ALL = Fraction(1)


def moves(*lengths, names=()):
    """One after the other, from tick 0 on; `names` are those of the last ones."""
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    named = [*[""] * (len(lengths) - len(names)), *names]
    return tuple(Move(end - length, end, name) for end, length, name in zip(ends, lengths, named, strict=True))


def begins(found, played):
    """The tick at which each move is first seen to move."""
    return [shifted(found, move.start + 1) - 1 for move in played]


def said(end, words=(), clauses=(), **called):
    return SaidWords(tuple(words), tuple(clauses), end, called)


def test_moves_are_spread_over_what_is_said():
    played = moves(10, 10, 10)
    assert begins(shifts(played, said(60), ALL, RATE), played) == [0, 20, 40]


def test_what_time_is_left_behind_the_last_move_lives_on():
    played = moves(10, 10, 10)
    first, second, last = begins(shifts(played, said(300), ALL, RATE), played)
    assert max(second - first, last - second) <= 10 + math.ceil(LONGEST_REST * RATE)


def test_what_rests_between_two_moves_is_a_finished_picture():
    """A move's first frame shows what the one before has left; it is shown when that one ends."""
    played = moves(10, 10)
    assert shifted(shifts(played, said(60), ALL, RATE), 10) == 10


def test_they_start_with_a_clause_or_else_with_a_word():
    played = moves(10, 10, 10)
    assert begins(shifts(played, said(60, range(0, 60, 7), [0, 24]), ALL, RATE), played) == [0, 24, 42]


def test_a_move_is_seen_to_start_with_the_word_that_calls_it():
    """Its first frame still shows what stood before."""
    played = moves(10, 10, names=("cut",))
    assert begins(shifts(played, said(90, cut=72), ALL, RATE), played) == [0, 71]


def test_where_the_picture_before_lives_on_all_start_later_and_nothing_rests_too_long():
    played = moves(10, 10, names=("cut",))
    found = shifts(played, said(90, cut=72), ALL, RATE, lives_on=True)
    first, called = begins(found, played)
    assert called == 71
    assert called - (first + 10) <= LONGEST_REST * RATE


def test_the_moves_before_a_called_one_are_spread_until_it_starts():
    played = moves(10, 10, 10, names=("cut",))
    assert begins(shifts(played, said(90, cut=60), ALL, RATE), played) == [0, 30, 59]


def test_a_move_that_is_called_too_early_waits_for_the_one_before():
    played = moves(30, 10, names=("cut",))
    assert begins(shifts(played, said(90, cut=5), ALL, RATE), played) == [0, 30]


def test_a_short_move_goes_with_the_next():
    played = moves(10, 2, 10)
    first, short, last = begins(shifts(played, said(60), ALL, RATE), played)
    assert (first, last) == (0, short + 2)


def test_without_words_nothing_waits():
    assert shifts(moves(10, 10), said(0), ALL, RATE) == ()
    assert shifts((), said(50), ALL, RATE) == ()


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=8),
    st.integers(0, 400),
    st.lists(st.integers(0, 400), max_size=20),
    st.sampled_from([Fraction(0), Fraction(1, 2), ALL]),
    st.data(),
)
def test_the_laws_of_pacing(lengths, end, words, spread, data):
    named = data.draw(st.integers(0, len(lengths)))
    names = [f"m{at}" for at in range(named)]
    called = {name: data.draw(st.integers(0, 400)) for name in names}
    played = moves(*lengths, names=names)
    found = shifts(played, said(end, sorted(words), sorted(words)[::3], **called), spread, RATE)
    times = [shifted(found, tick) for tick in range(sum(lengths) + 1)]
    assert all(one < other for one, other in itertools.pairwise(times))  # no frame is lost or out of order
    for move in played:  # each at its own speed
        assert all(times[tick + 1] == times[tick] + 1 for tick in range(move.start + 1, move.end - 1))
    if not called:
        assert times[-1] <= max(end, sum(lengths)) + 1 or not spread


def test_a_narration_calls_moves_at_its_words():
    """One second a word: `cut` is called by the fourth."""
    proven = lesson(["one two three {cut} four five six"])
    voice = {"a/s0": WordTimes(tuple((at, at + 0.9) for at in range(6)), 6.0)}
    timeline = plan(proven, facts({"a/s0": 20}, moves={"a/s0": moves(10, 10, names=("cut",))}), RATE, voice)
    slot = timeline["a/s0"]
    assert slot.at(11) == 30
    assert slot.motion == 39
    assert slot.speech == "one two three four five six"


def test_nothing_that_comes_late_costs_silence():
    """What is new has to be read: then the moves wait less, and the step is no longer than if none waited."""
    proven = lesson(["one two three four five six"])
    voice = {"a/s0": WordTimes(tuple((at, at + 0.9) for at in range(6)), 6.0)}
    readings = {"a/s0": ((20, 12.0),)}
    played = {"a/s0": moves(10, 10)}
    patient = plan(proven, facts({"a/s0": 20}, readings=readings), RATE, voice)
    spread = plan(proven, facts({"a/s0": 20}, readings=readings, moves=played), RATE, voice)
    assert spread.end == patient.end


@pytest.mark.parametrize("rate", [10, 60])
def test_where_nobody_speaks_the_words_come_at_the_lessons_pace(rate):
    proven = lesson(["one two three four five six seven eight nine ten"], 60)
    timeline = plan(proven, facts({"a/s0": 4 * rate}, moves={"a/s0": moves(2 * rate, 2 * rate)}), rate)
    assert 3 * rate < timeline["a/s0"].at(2 * rate + 1) < 7 * rate
