"""What is made of the vectors on a board: multiples, sums, a shadow, the grid of another basis.

Laws:
- What was made leaves when something else is made of the vectors; the vectors themselves stay.
- What a made arrow claims is measured on the arrows drawn, as long as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from manim import Create, FadeIn, FadeOut, VMobject

from mathora.formula import ModelMatrix
from mathora.stage.arrays import Array
from mathora.stage.figures.linear.plane_board import PlaneBoard, Standing, column
from mathora.stage.figures.linear.plane_parts import PlaneLine
from mathora.stage.figures.linear.projection import BasisGrid, Shadow
from mathora.stage.text.terms import Term
from mathora.stage.text.vector_terms import multiple, named, total
from mathora.stage.theme import QUIET_CONTRAST, subdued

OFF = 1e-6  # scene units, and cosines, by which a claim may be missed

BEHIND = 0.45  # how opaque the grid of the axes is behind that of another basis

ADDS = "the arrows end to end make the last one"
UPRIGHT = "what is left over stands at a right angle"


def given(board: PlaneBoard, vector: ModelMatrix) -> Standing:
    """The arrow of a vector, which comes in if it does not stand yet."""
    standing = board.find(vector)
    if standing is None:
        standing = board.vector(vector, board.scene.colour_of(named(vector)))
        board.enters(standing)
    return standing


class MadeVectors:
    """The vectors of a board, and what is made of them."""

    def __init__(self, board: PlaneBoard) -> None:
        self.board, self.plane, self.scene = board, board.plane, board.scene
        self.arrows: list[Standing] = []
        self.marks: list[VMobject] = []
        self._claims: list[str] = []

    def given(self, vector: ModelMatrix) -> Standing:
        """The arrow of a vector, which comes in if it does not stand yet."""
        return given(self.board, vector)

    def clear(self) -> None:
        """What was made leaves."""
        self.scene.invariants.release(*self._claims)
        readings = [one for one in self.marks if one in self.board.readings]
        leaving = [*self.board.leave(*self.arrows), *self.board.unread(*readings)]
        for one in self.marks:
            if one in self.plane.things:
                self.plane.take_off(one)
            if one not in readings:
                leaving.append(FadeOut(one))
        if self.plane.grid.share < 1:
            leaving.append(self.plane.shares_grid(1))
        self.arrows, self.marks, self._claims = [], [], []
        self.scene.play(*leaving, run_time=0.5)

    def claim(self, name: str, residual: Callable[[], float]) -> None:
        """Something holds on every frame, until this is cleared."""
        self._claims.append(name)
        self.scene.invariant(name, residual, OFF)

    def make(self, at: Array, name: Term, colour: str, *, tail: Array | None = None, aside: bool = False) -> Standing:
        """A new arrow `at` (2,) from `tail` (2,) grows."""
        return self._enter(self.board.made(at, name, colour, tail=np.zeros(2) if tail is None else tail, aside=aside))

    def _enter(self, standing: Standing) -> Standing:
        self.arrows.append(standing)
        self.board.enters(standing)
        return standing

    def chain(self, parts: Sequence[tuple[ModelMatrix, float]]) -> list[Standing]:
        """Multiples end to end; a vector that stands there already is not drawn again."""
        tail, found = np.zeros(2), []
        for one, factor in parts:
            given, at = self.given(one), factor * column(one)
            if factor == 1 and not tail.any():
                found.append(given)
            else:
                name = multiple(factor, named(one))
                if factor > 0 and not tail.any():  # it lies on the vector's own arrow, which is seen on it
                    found.append(self._enter(self.board.shadow(at, name, given.colour, aside=False)))
                    tail = tail + at
                    continue
                found.append(self.make(at, name, given.colour, tail=tail, aside=bool(tail.any())))
            tail = tail + at
        return found

    def add_up(self, parts: Sequence[tuple[ModelMatrix, float]]) -> None:
        """Multiples end to end, and the arrow from their start to their end; one that stands there already is it."""
        chain = self.chain(parts)
        terms = [multiple(factor, named(one)) for one, factor in parts]
        end = sum((factor * column(one) for one, factor in parts), np.zeros(2))
        whole = self.board.ending_at(end) or self.make(
            end, total(terms) if len(terms) > 1 else terms[0], self.scene.theme.foreground
        )
        self.claim_sum(whole, chain)

    def claim_sum(self, whole: Standing, parts: Sequence[Standing]) -> None:
        """The arrow is the sum of the others."""

        def off() -> float:
            return float(np.linalg.norm(whole.arrow.vector - sum(one.arrow.vector for one in parts)))

        self.claim(ADDS, off)

    def line(self, along: Array, colour: str, *, quiet: bool = True) -> PlaneLine:
        """The line through the origin along a vector (2,) is drawn: `quiet`, if something else is looked at."""
        line = PlaneLine(self.plane, along, self._quiet(colour) if quiet else colour, width=2.5 if quiet else 5.0)
        self.marks.append(line)
        self.plane.put(line)
        self.scene.play(Create(line), run_time=0.7)
        return line

    def grid(self, basis: Array, colour: str) -> None:
        """The grid of a basis, the columns of (2, 2), comes in; that of the axes steps back behind it."""
        grid = BasisGrid(self.plane, basis, self._quiet(colour))
        self.marks.append(grid)
        self.plane.put(grid)
        self.scene.play(FadeIn(grid), self.plane.shares_grid(BEHIND), run_time=1.2)

    def _quiet(self, colour: str) -> str:
        return subdued(colour, self.scene.theme.background, QUIET_CONTRAST)

    def shadow(self, of: ModelMatrix, onto: ModelMatrix, rest: str) -> None:
        """The shadow of one vector on the line of another, and what is left over, in the colour `rest`."""
        given, along = self.given(of), self.given(onto)
        line = self.line(along.arrow.at, along.colour)
        seen = Shadow.of(given.arrow.at, along.arrow.at)
        part = multiple(-seen.factor, named(onto)) if seen.factor else None
        cast = along
        if seen.factor != 1:
            name = multiple(seen.factor, named(onto))
            cast = self._enter(self.board.shadow(seen.shadow, name, given.colour))
        if seen.leaves_something:
            name = total([named(of), part]) if part else named(of)
            left = self.make(seen.rest, name, rest, tail=seen.shadow, aside=True)
            mark = seen.mark(self.plane, rest)
            self.marks.append(mark)
            self.scene.play(Create(mark), run_time=0.4)
            self.claim(UPRIGHT, lambda: _cosine(left.arrow.vector, line.points[-1] - line.points[0]))
            self.claim_sum(given, [cast, left])


def _cosine(one: Array, other: Array) -> float:
    return float(one @ other) / max(float(np.linalg.norm(one) * np.linalg.norm(other)), OFF)
