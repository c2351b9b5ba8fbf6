"""A prover that stays: one process for lesson after lesson, each with its own budget."""

from contextlib import closing

import pytest

from mathora.lesson import Faulty
from mathora.prove import worker
from mathora.prove.standing import StandingProver
from mathora.script import read_script
from tests.standard_scenes import standard_scenes

LESSON = """\
id: slopes
title: Slopes
course: {{track: T, unit: U, number: 1, level: Easy, minutes: 1}}
model: {{f(x): x^2}}
sections:
  - {{id: one, title: One, scene: WorkedExample, with: {{function: f}}, steps: [
      {{do: line, with: {{reason: So}}, say: So., show: "f'(x) = {shown}"}}]}}
"""


def lesson(shown):
    return read_script(LESSON.format(shown=shown), "slopes.yaml", standard_scenes())


def pid(standing):
    return standing._prover._process.pid


def test_it_proves_lesson_after_lesson_in_one_process(tmp_path):
    with closing(StandingProver(tmp_path / "verdicts.json")) as standing:
        assert standing.prove(lesson("2x")).receipts
        first = pid(standing)
        with pytest.raises(Faulty):
            standing.prove(lesson("3x"))
        standing._prover._budget.left = 0.0  # what a lesson used up is not the next one's
        assert standing.prove(lesson("x + x")).receipts
        assert pid(standing) == first
    assert (tmp_path / "verdicts.json").exists()


def test_a_process_that_came_to_hold_much_is_started_anew_between_lessons(monkeypatch):
    with closing(StandingProver(None)) as standing:
        standing.prove(lesson("2x"))
        first = pid(standing)
        monkeypatch.setattr(worker, "resident", lambda _: worker.MEMORY * 0.6)
        standing.prove(lesson("x + x"))
        assert pid(standing) != first
