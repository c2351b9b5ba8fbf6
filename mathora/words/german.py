"""German."""

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
from mathora.words.german_sentences import SENTENCES

GERMAN = Catalogue(
    language="de",
    numbers=NumberSigns(decimal=",", thousands="\N{NO-BREAK SPACE}"),
    joining=JoiningWords(equals="{name} = {value}", both=" und ", span="{low} bis {high}"),
    picture=PictureWords(
        at="bei",
        overshoots="zu weit",
        fact="Tatsache",
        maximum="max.",
        minimum="min.",
        minutes="{count} Min.",
        myth="Irrtum",
        slope="Steigung",
        weights=Forms("Gewicht", "Gewichte"),
    ),
    lesson=LessonWords(
        course="Kurs",
        facts="Lektion {number} · {level} · {minutes} Min.",
        formula="Formel",
        in_this_lesson="In dieser Lektion",
        myth="Irrtum",
        fact="Tatsache",
        right="Richtig.",
        wrong="Falsch.",
    ),
    transcript=TranscriptWords(
        about="Niederschrift: alles, was gesagt, gezeigt und gesehen wird.",
        question="Frage",
        right_option="(richtig)",
        seen="Zu sehen: {picture}",
        title="{title} · Niederschrift",
    ),
    handout=HandoutWords(answer="Antwort: {letter}."),
    deck=DeckWords(title="{title} · Folien", slides="Folien: {title}"),
    track=TrackWords(captions="Untertitel", chapters="Kapitel", descriptions="Was das Bild zeigt"),
    sentences=SENTENCES,
)
