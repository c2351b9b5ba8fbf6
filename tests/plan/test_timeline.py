"""Slots follow each other without a gap, last long enough, and captions keep inside them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.formula import read, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.plan import QUALITIES, FrameFormat, Loop, Move, plan
from mathora.plan.narration import CHARACTERS_PER_SECOND
from mathora.plan.timeline import FADES, SETTLED
from tests.plan.lessons import SAYS, FakeProven, addresses, facts, lesson


@given(SAYS, st.sampled_from([15, 30, 60]), st.integers(60, 240), st.data())
def test_the_laws_of_a_timeline(says, rate, pace, data):
    proven = lesson([" ".join(words) for words in says], pace)
    motions = {address: data.draw(st.integers(0, 300)) for address in addresses(proven)}
    timeline = plan(proven, facts(motions), rate)
    now = 0
    for slot in timeline.slots:
        assert slot.start == now
        assert slot.motion == motions[slot.address]
        assert timeline.seconds(slot.hold) >= SETTLED
        assert timeline.seconds(slot.motion + slot.hold) >= Fraction(60 * len(slot.speech.split()), pace)
        heard = slot.start
        for cue in slot.cues:
            assert heard <= cue.start < cue.end <= slot.end
            length = sum(map(len, cue.lines)) + len(cue.lines) - 1
            assert length <= CHARACTERS_PER_SECOND * timeline.seconds(cue.end - cue.start)
            heard = cue.end
        now = slot.end
    assert timeline.end == now
    assert timeline.chapters[0].start == 0
    assert timeline.chapters[-1].end == now
    assert all(one.end == other.start for one, other in zip(timeline.chapters, timeline.chapters[1:], strict=False))


def test_a_rest_is_silence_after_the_step():
    motions = {"a/s0": 10}
    short, long = (plan(lesson(["Said."], rest=rest), facts(motions), 30).end for rest in (0, 2))
    assert long - short == 60


def test_a_slower_pace_holds_longer_and_moves_nothing():
    proven = [lesson(["one two three four five six seven eight nine ten"] * 2, pace) for pace in (180, 90)]
    fast, slow = (plan(one, facts({"a/s0": 5, "b/s1": 5}), 60) for one in proven)
    assert slow.end > 1.7 * fast.end
    assert [slot.motion for slot in slow.slots] == [slot.motion for slot in fast.slots]


def test_a_slot_is_found_by_its_address():
    timeline = plan(lesson(["a", "b"]), facts({"a/s0": 1, "b/s1": 2}), 30)
    assert timeline["b/s1"].motion == 2
    with pytest.raises(KeyError):
        timeline["b/s0"]


def test_qualities_are_named_by_height_and_rate():
    named = {name: frames for name, frames in QUALITIES.items() if name != "draft"}
    assert all(name == f"{frames.height}p{frames.rate}" for name, frames in named.items())


@given(st.sampled_from([*QUALITIES.values()]), st.sampled_from(["16:9", "9:16", "1:1"]))
def test_another_shape_keeps_the_shorter_side_and_the_rate(frames, aspect):
    shaped = frames.shaped(aspect)
    assert (shaped.aspect, min(shaped.width, shaped.height), shaped.rate) == (aspect, frames.height, frames.rate)


@pytest.mark.parametrize("size", [(641, 480, 30), (640, 481, 30), (8, 8, 30), (640, 480, 0), (640, 480, 1000)])
def test_a_format_that_cannot_be_filmed_is_refused(size):
    with pytest.raises(ValueError, match=r"expected|must be"):
        FrameFormat(*size)


def test_ticks_are_the_nearest_and_exact_going_back():
    frames = FrameFormat(640, 480, 30)
    assert frames.ticks(0.5) == 15
    assert frames.ticks(Fraction(1, 60)) == 1
    assert frames.seconds(45) == Fraction(3, 2)
    assert [FrameFormat(*size, 30).aspect for size in ((16, 16), (32, 16), (16, 32))] == ["1:1", "16:9", "9:16"]


def test_a_section_hands_over_to_the_next_while_nothing_else_moves():
    proven, loop = lesson(["a a a a a a a a a a."] * 4), Loop("", tuple(range(40)), 41)
    motions, loops = (dict.fromkeys(addresses(proven), value) for value in (20, (loop,)))
    slots = plan(proven, facts(motions, loops=loops), 20).slots
    assert [slot.handover for slot in slots] == [0, 8, 0, 0]
    for slot in slots:
        ends = [slot.loop_at(shown, loop, loop.end) for shown in slot.loops]
        assert ends
        assert max(ends) <= slot.end - slot.handover


class KnownTerms(FakeProven):
    """A lesson whose formulas can be read."""

    def formula(self, tex):
        return read(tex, read_model(ModelSource(declarations=(Declaration(head=Text.written("x"), kind="real"),))))


def test_a_term_is_lit_with_the_word_behind_its_mark_and_is_not_said():
    given = KnownTerms(lesson(["a a a a {$x$} a a a a a a a a a a a a a a a a a a a a a a a."]).lesson)
    term = Loop("x", tuple(range(8)), 14, 5)
    (slot,) = plan(given, facts({"a/s0": 0}, loops={"a/s0": (term,)}), 20).slots
    assert "x" not in slot.speech
    (shown,) = slot.loops
    assert abs(shown.start - 20 * 4 * 60 / 150) <= 1
    assert (shown.wait, shown.slower) == (0, FADES)
    assert slot.loop_at(shown, term, term.end) == slot.start + shown.ends(term)


def test_while_the_first_move_waits_for_its_word_the_picture_before_lives_on():
    proven, loop = lesson(["a a.", "a " * 30 + "{cut} a.", "a.", "a."]), Loop("", tuple(range(40)), 41)
    motions, loops = (dict.fromkeys(addresses(proven), value) for value in (20, (loop,)))
    moves = {"a/s1": (Move(0, 10), Move(10, 20, "cut"))}
    waits = plan(proven, facts(motions, moves=moves, loops=loops), 20)["a/s1"]
    assert waits.before == "a/s0"
    assert waits.waiting[0].start == 0
    ends = [waits.loop_at(shown, loop, loop.end) for shown in waits.waiting]
    assert max(ends) < waits.at(-2) < waits.at(0) < waits.at(1)
    assert plan(proven, facts(motions, moves=moves), 20)["a/s1"].waiting == ()
