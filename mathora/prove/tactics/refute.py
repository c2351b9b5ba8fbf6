"""Refutation: one exact point of the domain where the sides provably differ.

Owns: `counterexample`, which looks for one.

Laws:
- Only balls that exclude zero refute; agreement at any number of points proves nothing.
- A point counts only if both sides provably have a value there.
"""

from __future__ import annotations

from mathora.prove.balls.numbers import BallNumber
from mathora.prove.balls.values import compared, rising, value
from mathora.prove.goal.domain import Assignment, at, points
from mathora.prove.goal.goal import RELATION_NAMES, Goal, place_of, written
from mathora.prove.verdict import Witness

MOST_POINTS = 30
CLOSE_LOOKS = 4  # how many of the points are looked at with all precisions; the others with the first alone


def counterexample(goal: Goal, *, most: int = MOST_POINTS) -> Witness | None:
    """The first of up to `most` points at which the goal is false; None if none is."""
    looks = enumerate(points(goal.free, goal.where, most=most))
    found = (_look(goal, assignment, closely=count < CLOSE_LOOKS) for count, assignment in looks)
    return next(filter(None, found), None)


def _look(goal: Goal, assignment: Assignment, *, closely: bool) -> Witness | None:
    """A witness if the relation is provably false at the point."""
    for found in rising(lambda: _compare(goal, assignment)):
        holds, left, right = found  # type: ignore[misc] # what `_compare` returns
        if holds is False:
            return Witness(place_of(assignment), written(left), written(right), goal.sign)
        if holds is True or not closely:
            break
    return None


def _compare(goal: Goal, assignment: Assignment) -> tuple[bool | None, BallNumber, BallNumber]:
    point = at(assignment)
    left, right = (value(side, point) for side in (goal.left, goal.right))
    return compared(RELATION_NAMES[goal.sign], left - right), left, right
