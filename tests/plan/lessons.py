"""Lessons as a plan needs them: what is said, at which pace, and how long the steps rest."""

from dataclasses import dataclass

from hypothesis import strategies as st

from mathora.lesson import Course, Lesson, Section, Step, Text
from mathora.plan import StepFacts
from mathora.script.prose import NARRATION_MARK, read_prose

SAYS = st.lists(
    st.lists(st.sampled_from(["a", "gradient", "points", "uphill.", "so,"]), max_size=40), min_size=1, max_size=6
)


@dataclass(frozen=True)
class FakeProven:
    lesson: Lesson


def prose(words):
    return read_prose(Text.written(words), NARRATION_MARK)


def lesson(says, pace=150, rest=0.0):
    """Step `s0`, `s1`, … say this, all at column 9 of a line of their own from line 7 on; sections `a` and `b`."""
    steps = tuple(
        Step(id=f"s{at}", action=Text.written("do", "x.yaml", 7 + at, 9), say=prose(say), rest=rest)
        for at, say in enumerate(says)
    )
    half = max(1, len(steps) // 2)
    sections = tuple(
        Section(id=name, title=prose(f"Section {name}"), scene=Text.written("S"), steps=part)
        for name, part in (("a", steps[:half]), ("b", steps[half:]))
        if part
    )
    course = Course(track=prose("T"), unit=prose("U"), number=1, level=Text.written("Easy"), minutes=1)
    return FakeProven(
        Lesson(id="x", file="x.yaml", title=prose("X"), course=course, sections=sections, words_per_minute=pace)
    )


def facts(motions, *, readings=(), moves=(), loops=()):
    """What is known of clips that move so many ticks; the rest is by `section/step`, too, where there is any."""
    return {
        address: StepFacts(
            motion=motion,
            reading=dict(readings).get(address, ()),
            moves=dict(moves).get(address, ()),
            loops=dict(loops).get(address, ()),
        )
        for address, motion in motions.items()
    }


def addresses(proven):
    return [f"{section.id}/{step.id}" for section in proven.lesson.sections for step in section.steps]
