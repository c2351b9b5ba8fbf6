"""The scenes that the bad scripts name."""

from __future__ import annotations

from pathlib import Path

from mathora.lesson import Faulty
from mathora.script import read_script, read_signature

SCENE = '''
class Slope(LessonScene):
    """A curve and its slope."""

    function: Function
    at: Point
    span: Interval = Interval(-2, 2)
    style: Literal["thin", "thick"] = "thin"
    levels: tuple[Number, ...] = ()
    smooth: Flag = True
    label: Formula | None = None

    def begin(self) -> None: ...

    @action("The curve of {function}.")
    def draw(self, step: StepView) -> None: ...

    @action("The tangent at {to}.")
    def slide(self, step: StepView, to: Number, times: Count = 1) -> None: ...

    @action("Turn towards {moves}.")
    def turn_round(self, step: StepView, *, moves: Variable) -> None: ...
'''
CHECK = '''
class Check(stage.LessonScene):
    """Questions and myths."""

    questions: tuple[Question, ...] = ()
    confusions: tuple[Confusion, ...] = ()
    notes: tuple[Prose, ...] = ()

    @action("The next one.")
    def ask(self, step: StepView) -> None: ...
'''

BAD_SCENES = {one.name: one for one in (read_signature(SCENE, "slope.py"), read_signature(CHECK, "check.py"))}


BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
"""The bad scripts themselves."""


def faults_of(text, name):
    """What is wrong with a script of these scenes; nothing if it is well."""
    try:
        read_script(text, name, BAD_SCENES)
    except Faulty as faulty:
        return faulty.faults
    return ()
