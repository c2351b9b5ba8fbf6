"""A course in a folder of its own, and the command run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mathora.cli import group
from mathora.prove import standing
from tests.verdicts import known_or_decided

LESSON = """\
id: {id}
title: Slopes
course: {{track: Maths, unit: Curves, number: 1, level: Easy, minutes: 1}}
model:
  f(x): x^2
sections:
  - id: by-hand
    title: By hand
    scene: WorkedExample
    with: {{function: f}}
    steps:
      - do: line
        with: {{reason: The slope}}
        say: Here is $f$.
        show: {show}
"""

SCENE = '''
class Dial(LessonScene):
    """A dial that turns."""

    variable: Variable
    marks: tuple[Count, ...]
    style: Literal["thin", "thick"]
    asked: tuple[Question, ...]
    label: Formula | None = None

    limits = (("marks", 3, 9, "each is drawn"), ("len(marks)", 2, 4, "there is no room for more"))

    @action("It turns to {to}.", shows=True)
    def turn(self, step: StepView, to: Number) -> None: ...

    @action("A question.", takes="asked")
    def ask(self, step: StepView) -> None: ...
'''

Run = Callable[..., Result]


@pytest.fixture
def course(tmp_path, monkeypatch) -> Path:
    (tmp_path / "scripts").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(course) -> Callable[..., Path]:
    def write(name: str, *, show: str = "f'(x) = 2x", text: str | None = None) -> Path:
        path = course / "scripts" / f"{name}.yaml"
        path.write_text(LESSON.format(id=name, show=show) if text is None else text)
        return path

    return write


class ProverHere:
    """Decides in this process: starting another costs more than most lessons. tests/prove has what bounds that one, and
    the commands that tests start as programs use it.
    """

    decide = staticmethod(known_or_decided)

    def warm_up(self) -> None: ...

    def begin(self, budget: object) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def prover_here(monkeypatch) -> None:
    """The commands that run in this process decide formulas here too."""
    monkeypatch.setattr(standing, "Prover", ProverHere)


@pytest.fixture
def run(course) -> Run:
    """The command, run inside the course."""
    assert Path.cwd() == course

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(group, list(arguments), prog_name="mathora")

    return run


@pytest.fixture
def with_own_scene(course) -> Path:
    """The course, with a scene of its own: `Dial`."""
    (course / "scenes").mkdir()
    (course / "scenes" / "dial.py").write_text(SCENE)
    return course


ASIDE = """\
'''What stands beside nothing.'''

from manim import LEFT, Circle

from mathora.stage import LessonScene, StepView, action


class Aside(LessonScene):
    '''A circle at the left.'''

    @action("A circle.")
    def draw(self, step: StepView) -> None:
        self.add(Circle(radius=1.5, fill_color=self.theme.foreground, fill_opacity=1).shift(4 * LEFT))
"""


@pytest.fixture
def badly_composed(course, write):
    """A script whose first section stands beside nothing."""
    (course / "scenes").mkdir()
    (course / "scenes" / "aside.py").write_text(ASIDE)
    path = write("slopes")
    section = "  - {id: aside, title: Aside, scene: Aside, steps: [{do: draw, say: One.}]}\n"
    path.write_text(path.read_text().replace("sections:\n", f"sections:\n{section}"))
    return path
