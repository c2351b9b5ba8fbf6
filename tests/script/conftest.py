"""A small catalogue and a small good lesson that the tests of the script room vary."""

from __future__ import annotations

import pytest

from mathora.lesson import SceneSignature
from mathora.script import read_signature

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

GOOD = """\
id: slopes
title: Slopes
course: {track: Maths, unit: Curves, number: 1, level: Easy, minutes: 3}
model:
  f(x): x^2
sections:
  - id: curve
    title: A curve
    scene: Slope
    with: {function: f, at: {x: 1}}
    steps:
      - do: draw
        say: Here it is.
"""


@pytest.fixture
def catalogue() -> dict[str, SceneSignature]:
    signatures = [read_signature(SCENE, "slope.py"), read_signature(CHECK, "check.py")]
    return {signature.name: signature for signature in signatures}


@pytest.fixture
def good() -> str:
    return GOOD
