"""A part of a timeline is the same, tick for tick, from a zero of its own, and nothing follows it."""

import pytest

from mathora.export.film.excerpt import excerpt, step_excerpt
from mathora.plan import StepFacts, plan
from tests.render.fake_lessons import DEMO, proven


@pytest.fixture(scope="module")
def timeline():
    lesson = proven(DEMO, say="Hold everything still for a while, and then go on.")
    return plan(lesson, dict.fromkeys(lesson.lesson.steps, StepFacts(motion=45)), 30)


def lengths(slots):
    return [(one.address, one.end - one.start, [cue.end - cue.start for cue in one.cues]) for one in slots]


def test_a_section_begins_at_zero_with_the_lengths_that_it_has_in_the_film(timeline):
    for chapter in timeline.chapters:
        alone = excerpt(timeline, chapter.section)
        own = [slot for slot in timeline.slots if slot.section == chapter.section]
        assert lengths(alone.slots) == lengths(own)
        assert [one.start - alone.slots[0].start for one in alone.slots] == [one.start - own[0].start for one in own]
        assert (alone.slots[0].start, alone.rate) == (0, timeline.rate)
        assert [(one.section, one.start, one.end) for one in alone.chapters] == [
            (chapter.section, 0, chapter.end - chapter.start)
        ]


def test_a_step_begins_at_zero_without_a_chapter(timeline):
    for slot in timeline.slots:
        alone = step_excerpt(timeline, slot.address)
        assert lengths(alone.slots) == lengths([slot])
        assert (alone.slots[0].start, alone.chapters) == (0, ())


def test_captions_keep_their_distance_to_the_picture(timeline):
    slot = timeline.slots[-1]
    (alone,) = step_excerpt(timeline, slot.address).slots
    assert [cue.start for cue in alone.cues] == [cue.start - slot.start for cue in slot.cues]


def test_no_section_follows_a_part(timeline):
    parts = [excerpt(timeline, one.section) for one in timeline.chapters]
    assert all(slot.handover == 0 for part in parts for slot in part.slots)


def test_what_is_not_there_is_an_error(timeline):
    for cut, name in ((excerpt, "nowhere"), (step_excerpt, "nowhere/at-all")):
        with pytest.raises(KeyError):
            cut(timeline, name)
