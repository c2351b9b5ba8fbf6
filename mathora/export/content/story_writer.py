"""From a proved lesson, its timeline and its clips to its `Story`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mathora.export.content.described import picture_in_words
from mathora.export.content.kept_plays import plays_of
from mathora.export.content.speller import Speller
from mathora.export.content.story import Caption, ChapterStory, Check, Choice, Cleared, Moment, Play, Story
from mathora.lesson import (
    Argument,
    Confusion,
    ListValue,
    Prose,
    Question,
    SceneSignature,
    SceneUse,
    Section,
    Step,
    Value,
)
from mathora.plan import FrameFormat, Timeline
from mathora.prove import Proven
from mathora.render.clip import Clip
from mathora.render.parts import PartStore
from mathora.words import words_of


def story_of(  # noqa: PLR0913, PLR0917 - what a story is told of
    proven: Proven,
    timeline: Timeline,
    clips: Mapping[str, Clip],
    frames: FrameFormat,
    catalogue: Mapping[str, SceneSignature],
    parts: PartStore | None = None,
) -> Story:
    """The lesson as every product is written from it; among the `parts`, its interactives are found again."""
    lesson, speller = proven.lesson, Speller(proven)
    writer = _StoryWriter(timeline, clips, catalogue, speller, plays_of(lesson, catalogue, speller, parts))
    return Story(
        id=lesson.id,
        words=words_of(lesson.language),
        title=speller.sentence(lesson.title),
        track=speller.sentence(lesson.course.track),
        unit=speller.sentence(lesson.course.unit),
        number=lesson.course.number,
        level=lesson.course.level.value,
        minutes=lesson.course.minutes,
        summary=speller.sentence(lesson.summary) if lesson.summary else (),
        chapters=tuple(map(writer.chapter, lesson.sections)),
        verdicts=tuple(sorted(Counter(str(one.verdict.kind) for one in proven.receipts).items())),
        dark=lesson.theme == "dark",
        width=frames.width,
        height=frames.height,
        author=lesson.author,
        licence=lesson.licence,
        brand=lesson.brand,
        fonts=tuple(font.data for font in lesson.fonts),
        addresses=lesson.addresses,
        typeface=words_of(lesson.language).lesson.typeface.format(credit=lesson.brand.typeface.credit)
        if lesson.brand.typeface
        else "",
        music=words_of(lesson.language).track.music.format(credit=lesson.music.credit) if lesson.music else "",
    )


@dataclass(frozen=True, slots=True)
class _StoryWriter:
    timeline: Timeline
    clips: Mapping[str, Clip]
    catalogue: Mapping[str, SceneSignature]
    speller: Speller
    plays: Mapping[str, Play]

    def seconds(self, ticks: int) -> float:
        return float(self.timeline.seconds(ticks))

    def chapter(self, section: Section) -> ChapterStory:
        scenes = () if section.before else section.scenes  # what it continues has told the rest
        found = [(scene, name, value) for scene in scenes for name, value in _flat(scene.arguments)]
        values = [value for _, _, value in found]
        questions = [value for value in values if isinstance(value, Question)]
        points = (
            value for scene, name, value in found if isinstance(value, Prose) and name in self.read_on_page(scene)
        )
        return ChapterStory(
            id=section.id,
            title=self.speller.sentence(section.title),
            moments=tuple(self.moment(section, step) for step in section.steps),
            points=tuple(map(self.speller.sentence, points)),
            checks=tuple(
                self.check(question, f"{section.id}/{_explains(section, index, len(questions)).id}")
                for index, question in enumerate(questions)
            ),
            cleared=tuple(self.cleared(value) for value in values if isinstance(value, Confusion)),
            play=self.plays.get(section.id),
        )

    def read_on_page(self, scene: SceneUse) -> tuple[str, ...]:
        return self.catalogue[scene.scene.value].read_on_page

    def moment(self, section: Section, step: Step) -> Moment:
        slot = self.timeline[f"{section.id}/{step.id}"]
        notes = (
            value
            for scene, act in zip(section.scenes, step.acts, strict=False)
            for name, value in _flat(act.arguments)
            if isinstance(value, Prose) and f"{act.action.value}.{name}" in self.read_on_page(scene)
        )
        return Moment(
            id=slot.address,
            start=self.seconds(slot.start),
            motion=self.seconds(slot.motion),
            hold=self.seconds(slot.hold),
            say=self.speller.sentence(step.say),
            captions=tuple(Caption(self.seconds(cue.start), self.seconds(cue.end), cue.lines) for cue in slot.cues),
            notes=tuple(map(self.speller.sentence, notes)),
            shows=tuple(self.speller.spelling(shown.tex) for shown in step.displays),
            picture=picture_in_words(section, step, self.catalogue, self.speller),
            clip=self.clips[slot.address].video,
            still=self.clips[slot.address].still,
            conditions=self.speller.conditions([shown.tex for shown in step.displays]),
        )

    def check(self, question: Question, moment: str) -> Check:
        say = self.speller.sentence
        choices = (Choice(say(option.text), option.correct, say(option.why)) for option in question.options)
        return Check(ask=say(question.ask), choices=tuple(choices), moment=moment)

    def cleared(self, confusion: Confusion) -> Cleared:
        return Cleared(
            myth=self.speller.sentence(confusion.myth),
            fact=self.speller.sentence(confusion.fact),
            wrong=self.speller.spelling(confusion.wrong.tex) if confusion.wrong else None,
            right=self.speller.spelling(confusion.right.tex) if confusion.right else None,
        )


def _flat(arguments: Iterable[Argument]) -> Iterator[tuple[str, Value]]:
    """Every value with its parameter's name, lists taken apart."""
    for argument in arguments:
        items = argument.value.items if isinstance(argument.value, ListValue) else (argument.value,)
        yield from ((argument.name, item) for item in items)


def _explains(section: Section, index: int, count: int) -> Step:
    """The step that explains the question: the last of its share of the section's steps."""
    return section.steps[max(0, (index + 1) * len(section.steps) // count - 1)]
