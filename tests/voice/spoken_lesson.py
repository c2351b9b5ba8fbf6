"""Small lessons taken through the real reader and the real proof gate, and a voice that hums."""

import io
import wave
from dataclasses import dataclass, field

import numpy as np

from mathora.prove import prove_lesson
from mathora.script import read_script, read_signature
from mathora.voice.speech import finished, spread
from tests.verdicts import known_or_decided

SCENE = """
class Talk(LessonScene):
    "A scene."

    @action("Nothing.")
    def point(self, step: StepView) -> None: ...
"""
SCRIPT = r"""
id: talk
{extra}
title: Talk
course: {{track: T, unit: U, number: 1, level: Easy, minutes: 1}}
model:
  L(w_1, w_2): w_1^2 + 3 w_2^2
  a:
  \text{{ж}}:
sections:
  - id: one
    title: One
    scene: Talk
    steps:
{steps}
"""
RATE = 8000


def proven(*says, extra=""):
    """A proven lesson whose steps say this, at column 27 of the lines from 15 on."""
    steps = "\n".join(f"      - {{do: point, say: '{say}'}}" for say in says)
    catalogue = {"Talk": read_signature(SCENE, "scenes/talk.py")}
    lesson = read_script(SCRIPT.format(extra=extra or "theme: dark", steps=steps), "talk.yaml", catalogue)
    return prove_lesson(lesson, known_or_decided)


@dataclass
class Humming:
    """A voice that hums a tenth of a second for each letter, and remembers what it was asked to say."""

    key: tuple[str, ...] = ("humming 1",)
    credit: str = "Hum"
    said: list[tuple[str, ...]] = field(default_factory=list)

    def say(self, phrases):
        self.said.append(tuple(phrases))
        return hum(0.1 * sum(map(len, phrases)), phrases)


def hum(seconds, phrases=("hum",), loudness=0.5):
    wave = tone(seconds, RATE, loudness)
    return finished(wave, RATE, spread(wave, RATE, phrases))


def tone(seconds, rate, loudness=0.5, hertz=440):
    at = np.arange(round(seconds * rate)) / rate
    return (loudness * np.sin(2 * np.pi * hertz * at)).astype(np.float32)


def wav(samples, rate=RATE):
    """A sound file of a wave between −1 and 1."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return made.getvalue()
