"""Lessons without formulas, as `Proven`s that nobody had to prove, and an executor without processes."""

from concurrent.futures import Executor, Future
from dataclasses import dataclass, field

from mathora.formula import Model
from mathora.lesson import Course, Lesson, Prose, SceneSignature, Section, Step, Text, Words
from mathora.plan import FrameFormat
from mathora.render import RenderSettings
from mathora.render.sources import Sources

FRAMES = FrameFormat(64, 48, 30)


@dataclass(frozen=True)
class FakeProven:
    lesson: Lesson
    model: Model = field(default_factory=Model)


def prose(words):
    text = Text.written(words)
    return Prose(text=text, pieces=(Words(text=text),))


def proven(sections, say="Said.", title=None):
    """`sections` maps a section's id to its steps' actions; a step's id is `s0`, `s1`, …"""
    return FakeProven(
        Lesson(
            id="demo",
            file="scripts/demo.yaml",
            title=prose("A lesson"),
            course=Course(track=prose("T"), unit=prose("U"), number=1, level=Text.written("Easy"), minutes=1),
            sections=tuple(
                Section(
                    id=name,
                    title=prose(title or name),
                    scene=Text.written("Demo"),
                    steps=tuple(
                        Step(id=f"s{at}", action=Text.written(action), say=prose(say))
                        for at, action in enumerate(actions)
                    ),
                )
                for name, actions in sections.items()
            ),
        )
    )


DEMO = {"one": ["a", "b", "c", "d"], "two": ["e", "f", "g"], "three": ["h", "i", "j", "k"]}


def settings(folder, **changes):
    scene = folder / "scenes" / "demo.py"
    if not scene.exists():
        scene.parent.mkdir(parents=True, exist_ok=True)
        scene.write_text("import math\n")
    signature = SceneSignature("Demo", "A scene.", str(scene), (), ())
    return RenderSettings(**{"frames": FRAMES, "scenes": {"Demo": signature}, "cache": folder / "cache", **changes})


class Inline(Executor):
    """Runs a job where it is submitted."""

    def submit(self, function, /, *arguments, **named):
        future = Future()
        try:
            future.set_result(function(*arguments, **named))
        except Exception as error:  # noqa: BLE001 - as executors do
            future.set_exception(error)
        return future


def inline(_count):
    return Inline()


class OwnFiles(Sources):
    """A course's files alone: those of the program are the same in all of these tests, and take their time."""

    def of_package(self, *_names):
        return {}
