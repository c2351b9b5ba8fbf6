"""English."""

from __future__ import annotations

from mathora.words.catalogue import (
    Catalogue,
    DeckWords,
    Forms,
    HandoutWords,
    JoiningWords,
    LessonWords,
    NumberSigns,
    PictureWords,
    TrackWords,
    TranscriptWords,
)

ENGLISH = Catalogue(
    language="en",
    numbers=NumberSigns(decimal=".", thousands=","),
    joining=JoiningWords(equals="{name} = {value}", both=" and ", span="{low} to {high}"),
    picture=PictureWords(
        at="at",
        overshoots="overshoots",
        fact="Fact",
        maximum="max",
        minimum="min",
        minutes="{count} min",
        myth="Myth",
        slope="slope",
        weights=Forms("weight", "weights"),
    ),
    lesson=LessonWords(
        course="Course",
        facts="Lesson {number} · {level} · {minutes} min",
        formula="Formula",
        in_this_lesson="In this lesson",
        myth="Myth",
        fact="Fact",
        right="Right.",
        wrong="Wrong.",
    ),
    transcript=TranscriptWords(
        about="Transcript: all that is said, shown and seen.",
        question="Question",
        right_option="(right)",
        seen="What is seen: {picture}",
        title="{title} · transcript",
    ),
    handout=HandoutWords(answer="Answer: {letter}."),
    deck=DeckWords(title="{title} · slides", slides="Slides: {title}"),
    track=TrackWords(captions="Captions", chapters="Chapters", descriptions="What the picture shows"),
    sentences={},
)
