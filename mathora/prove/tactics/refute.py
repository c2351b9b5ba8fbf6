"""Refutation: one exact point of the domain where the sides provably differ.

Owns: `sample`, which looks for a counterexample and counts the points that agree.

Laws:
- Only balls that exclude zero refute; agreement at any number of points proves nothing.
- A point counts only if both sides provably have a value there.
"""

from __future__ import annotations

from dataclasses import dataclass

from mathora.prove.balls.values import BallNumber, compared, rising, value
from mathora.prove.goal.domain import Assignment, at, points
from mathora.prove.goal.goal import RELATION_NAMES, Goal, place_of, written
from mathora.prove.verdict import Witness

MOST_POINTS = 30
CLOSE_LOOKS = 4
"""How many of the points are looked at with all precisions; the others with the first alone."""


@dataclass(frozen=True)
class Sample:
    """What the points said: a counterexample, or how many points agreed out of how many that could be evaluated."""

    witness: Witness | None
    agreed: int
    evaluated: int


def sample(goal: Goal, *, most: int = MOST_POINTS) -> Sample:
    """Looks for a counterexample at up to `most` points."""
    agreed = evaluated = 0
    for count, assignment in enumerate(points(goal.free, goal.where, most=most)):
        found = look(goal, assignment, closely=count < CLOSE_LOOKS)
        if isinstance(found, Witness):
            return Sample(found, agreed, evaluated)
        if found is not None:
            evaluated += 1
            agreed += found
    return Sample(None, agreed, evaluated)


def look(goal: Goal, assignment: Assignment, *, closely: bool) -> Witness | bool | None:
    """A witness if the relation is provably false at the point; else whether it agrees; None if it has no value."""
    answer: bool | None = None
    for found in rising(lambda: _compare(goal, assignment)):
        holds, left, right = found  # type: ignore[misc] # what `_compare` returns
        if holds is False:
            return Witness(place_of(assignment), written(left), written(right), goal.sign)
        answer = True
        if holds is True or not closely:
            break
    return answer


def _compare(goal: Goal, assignment: Assignment) -> tuple[bool | None, BallNumber, BallNumber]:
    point = at(assignment)
    left, right = (value(side, point) for side in (goal.left, goal.right))
    return compared(RELATION_NAMES[goal.sign], left - right), left, right
