"""On macOS and on Windows, as far as stand-ins go: formulas are proved, false ones refused, memory is bounded."""

import os
import subprocess
import sys
from pathlib import Path

import fake_drawer
import pytest
from fake_lessons import proven, settings

from mathora.render import StepsLost, render_lesson
from mathora.render.workplaces import processes

HERE = Path(__file__).parent
LESSON = """\
id: one
title: One
course: {{track: T, unit: U, number: 1, level: Easy, minutes: 1}}
model:
  f(x): x^2
sections:
  - id: by-hand
    title: By hand
    scene: WorkedExample
    with: {{function: f}}
    steps:
      - {{do: line, with: {{reason: The slope}}, say: Here., show: "f'(x) = {slope}"}}
"""


@pytest.fixture(params=["like_mac", "like_windows"])
def machine(request, tmp_path):
    """Runs Mathora's command on such a machine, in a course of one lesson."""

    def run(*arguments, slope="2x"):
        (tmp_path / "scripts").mkdir(exist_ok=True)
        (tmp_path / "scripts" / "one.yaml").write_text(LESSON.format(slope=slope), encoding="utf-8")
        return subprocess.run(
            [sys.executable, HERE / f"{request.param}.py", *arguments],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": ""}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def test_what_is_true_is_proved_and_what_is_false_refused(machine):
    right = machine("check")
    assert (right.returncode, right.stderr) == (0, "")
    assert "1 formula holds" in right.stdout
    wrong = machine("check", slope="3x")
    assert wrong.returncode == 1
    assert "formula is false: at x = " in wrong.stderr


def test_a_proof_that_takes_too_much_memory_is_ended_by_who_looks(machine):
    assert "the proof ran out of memory" in machine("--swell").stdout


def test_a_drawing_that_takes_too_much_memory_is_ended_by_who_looks(tmp_path):
    """As where the system cannot refuse: the process that draws has no bound of its own."""
    sections = {"one": ["a", "swell"], "two": ["b"]}
    with pytest.raises(StepsLost, match="one/s1: the worker that drew it ran out of memory, 2 times") as lost:
        render_lesson(
            proven(sections), settings(tmp_path, memory=1 << 30), drawer=fake_drawer.draw_and_swell, executors=processes
        )
    assert len(lost.value.lost) == 1
