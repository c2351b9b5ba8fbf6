"""The time that a lesson's formulas share."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import ModelSource, Text
from mathora.prove.budget import FREE, LEAST, LESSON_SECONDS, Budget
from mathora.prove.task import Task
from mathora.prove.worker import Prover


def test_a_hard_formula_leaves_half_of_the_time_to_the_others():
    budget = Budget()
    assert budget.allowed(9.0) == pytest.approx(FREE + LESSON_SECONDS / 2)
    budget.take(FREE + LESSON_SECONDS / 2, "a")
    assert budget.left == pytest.approx(LESSON_SECONDS / 2)
    assert budget.allowed(9.0) == pytest.approx(FREE + LESSON_SECONDS / 4)


def test_easy_formulas_are_free():
    budget = Budget()
    for _ in range(1000):
        budget.take(FREE, "x = x")
    assert budget.left == LESSON_SECONDS
    assert not budget.slow


def test_all_formulas_together_stay_within_the_lessons_time():
    budget, spent = Budget(), 0.0
    for number in range(100):
        seconds = budget.allowed(9.0)
        budget.take(seconds, f"f_{number}")
        spent += max(0.0, seconds - FREE)
    assert spent <= LESSON_SECONDS
    assert budget.left < LEAST


def test_what_is_not_tried_names_the_slow_ones():
    budget = Budget(left=0.0, slow=[(2.5, "a = b"), (0.5, "c = d")])
    model = read_model(ModelSource())
    with Prover(budget=budget) as prover:
        verdict = prover.decide(Task(read(Text.written("1 + 1 = 2"), model), model))
    assert verdict.kind == "undecided"
    assert "a = b (2.5 s), c = d (0.5 s)" in verdict.reason
