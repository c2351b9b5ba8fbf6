"""What is new on a picture can be read while it stands, or its step is told to be too full."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.lesson import Faulty
from mathora.plan import plan, too_full_steps
from mathora.plan.reading import FOUND, PATIENCE, most_urgent
from tests.plan.lessons import SAYS, addresses, facts, lesson

RATE, PACE = 30, 150
READINGS = st.lists(st.tuples(st.integers(0, 300), st.floats(0.1, 40)), max_size=4).map(tuple)


@given(SAYS, st.sampled_from([15, 30, 60]), st.integers(60, 240), st.floats(0, 20), st.data())
def test_a_timeline_gives_every_text_its_time_or_there_is_none(says, rate, pace, rest, data):
    proven = lesson([" ".join(words) for words in says], pace, rest)
    motions = {address: data.draw(st.integers(0, 300)) for address in addresses(proven)}
    readings = {
        address: tuple((min(since, motions[address]), words) for since, words in data.draw(READINGS))
        for address in addresses(proven)
    }
    known = facts(motions, readings=readings)
    own = {slot.address: slot.end - slot.start for slot in plan(proven, facts(motions), rate).slots}
    if faults := too_full_steps(proven, known, rate):
        with pytest.raises(Faulty) as caught:
            plan(proven, known, rate)
        assert set(caught.value.faults) == set(faults)
        return
    for slot in plan(proven, known, rate).slots:
        length = slot.end - slot.start
        assert own[slot.address] <= length <= own[slot.address] + PATIENCE * rate
        assert is_read(readings[slot.address], length, pace, rate)


def is_read(reading, length, pace, rate):
    """A reader who has found the first text after a moment, and takes the texts as they come."""
    done = FOUND * rate
    for since, words in sorted(reading):
        done = max(done, since) + Fraction(words) * 60 * rate / pace
    return done <= length


def test_texts_that_come_one_after_the_other_are_read_as_they_come():
    all_at_once, in_turns = (
        most_urgent(reading, 60, 10) for reading in (((30, 3.0), (30, 3.0)), ((0, 3.0), (30, 3.0)))
    )
    assert (all_at_once.words, all_at_once.since, all_at_once.end) == (6, 30, 90)
    assert (in_turns.words, in_turns.since, in_turns.end) == (6, 5, 65)
    late = most_urgent(((0, 1.0), (30, 3.0)), 60, 10)
    assert (late.words, late.since, late.end) == (3, 30, 60)


def test_nothing_new_is_not_waited_for():
    assert most_urgent((), PACE, RATE) is None
    assert most_urgent(((3, 0.0),), PACE, RATE) is None


def faults(words, *, say="Said.", rest=0.0, motion=30, since=30):
    """The faults of a step that shows so many new words."""
    proven = lesson([say], PACE, rest)
    return too_full_steps(proven, facts({"a/s0": motion}, readings={"a/s0": ((since, words),)}), RATE)


def test_a_step_that_shows_too_much_is_a_fault_at_its_place_with_the_numbers():
    (fault,) = faults(40.0)
    assert fault.rule == "too-much-to-read"
    assert str(fault.place) == "x.yaml:7:9"
    assert fault.length == len("do")
    assert fault.message == (
        "the 40 words that are new on the picture take 16.0 seconds to read, but stand for only 4.8, "
        "4 of them added in silence"
    )
    assert fault.hint == "say more about it, give the step `rest: 16`, or split it into two"


def test_the_rest_that_is_advised_suffices():
    (fault,) = faults(40.0)
    advised = float(fault.hint.partition("rest: ")[2].partition("`")[0])
    assert faults(40.0, rest=advised) == ()
    timeline = plan(lesson(["Said."], PACE, advised), facts({"a/s0": 30}, readings={"a/s0": ((30, 40.0),)}), RATE)
    assert timeline.end == timeline["a/s0"].motion + round(0.8 * RATE) + advised * RATE  # nothing is added then


def test_so_does_saying_it_and_showing_it_earlier():
    assert faults(40.0, say="word " * 40) == ()
    assert len(faults(20.0, motion=240, since=240)) == 1
    assert faults(20.0, motion=240, since=60) == ()


def test_a_rest_too_long_to_be_watched_is_not_advised():
    (fault,) = faults(120.0)
    assert fault.hint == "say more about it, or split it into two"


def test_a_few_words_are_waited_for_in_silence_and_no_longer_than_patience():
    timeline = plan(lesson(["Said."], PACE), facts({"a/s0": 30}, readings={"a/s0": ((30, 8.0),)}), RATE)
    assert timeline["a/s0"].hold == 8 * 60 / PACE * RATE


def test_all_steps_that_are_too_full_are_told_together():
    proven = lesson(["a", "b", "c"], PACE)
    readings = {"a/s0": ((0, 90.0),), "b/s2": ((0, 90.0),), "b/s1": ((0, 1.0),)}
    with pytest.raises(Faulty) as caught:
        plan(proven, facts(dict.fromkeys(addresses(proven), 3), readings=readings), RATE)
    assert len(caught.value.faults) == 2


def test_only_the_steps_that_were_drawn_are_judged():
    proven, known = lesson(["a", "b"]), facts({"a/s0": 3, "b/s1": 3}, readings={"a/s0": ((0, 90.0),)})
    assert len(too_full_steps(proven, known, RATE)) == 1
    assert too_full_steps(proven, {"b/s1": known["b/s1"]}, RATE) == ()
