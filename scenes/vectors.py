"""Vectors of the plane: sums, multiples and combinations, spans, bases, shadows and angles."""

from __future__ import annotations

import numpy as np
from _plane import PlaneScene
from manim import Create, FadeIn

from mathora.stage import Flag, Number, PlaneVector, StepView, action
from mathora.stage.figures.linear.made_vectors import MadeVectors
from mathora.stage.figures.linear.plane_board import PlaneBoard, column
from mathora.stage.figures.linear.projection import ANGLE, read_angle
from mathora.stage.text.vector_terms import named, unit_vector

FLAT = 1e-9  # the share of two vectors' lengths below which they lie on one line


NEAREST = 2.2  # the plane reaches so far, up or across, if nothing asks for more
FAR = 6.0  # for a vector that leads farther the plane reaches out when its arrow comes: until then others would be tiny


class Vectors(PlaneScene):
    """Arrows of the plane: added, stretched, combined, measured in another basis, projected."""

    vector: PlaneVector | None = None
    onto: PlaneVector | None = None
    complex_numbers: Flag = False

    needs = (
        ("combine.times", "as_many_items(of)", "each arrow has its factor"),
        ("coordinates.first", "basis(second)", "the grid is theirs"),
        ("project.onto", "direction()", "the shadow falls on its line"),
        ("angle.first, angle.second", "direction()", "an angle lies between two directions"),
    )
    limits = (("len(combine.of)", 1, 4, "each arrow needs its place and its label"),)
    movable = ("vectors", {"one": "vector", "other": "onto"})

    def begin(self) -> None:
        """The plane, large enough for the vectors that the section names, unless they lead far."""
        given = [at for one in (self.vector, self.onto) if one and np.abs(at := column(one)).max() <= FAR]
        self.board = PlaneBoard(self, NEAREST, complex_numbers=self.complex_numbers)
        self.board.make_room([1.3 * at for at in given])
        self.plane = self.board.plane
        self.work = MadeVectors(self.board)

    # ── arrows ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The vector {of} is an arrow from the origin.", needs="grid")
    def arrow(self, step: StepView, of: PlaneVector) -> None:
        """The arrow grows, its name at its tip."""
        self.work.given(of)

    # ── sums and multiples ────────────────────────────────────────────────────────────────────────────────────────────

    @action("The arrow {of} is stretched by {by}, on its line.", needs="grid")
    def multiple(self, step: StepView, of: PlaneVector, by: Number) -> None:
        """A copy of the arrow grows to its multiple."""
        self.work.clear()
        self.work.line(column(of), self.colour_of(named(of)))
        self.work.chain([(of, by)])

    @action("The arrows {of}, each {times} times, are laid end to end; an arrow goes from the start to the end.")
    def combine(self, step: StepView, of: tuple[PlaneVector, ...], times: tuple[Number, ...] = ()) -> None:
        """One multiple after the other, each at the tip of the one before; then what they make together."""
        factors = times or (1.0,) * len(of)
        self.need("grid")
        self.work.clear()
        for one in of:
            self.work.given(one)
        self.work.add_up([*zip(of, factors, strict=True)])

    # ── spans and bases ───────────────────────────────────────────────────────────────────────────────────────────────

    @action("All that can be combined of {first} and {second}: a grid over the plane, or only a line.", needs="grid")
    def span(self, step: StepView, first: PlaneVector, second: PlaneVector | None = None) -> None:
        """The line of one vector; of two that lie on different lines, the grid of their whole combinations."""
        self.work.clear()
        given = [self.work.given(one) for one in (first, *([second] if second else []))]
        basis = np.column_stack([one.arrow.at for one in (given[0], given[-1])])
        if _flat(basis):
            self.work.line(basis[:, 0], given[0].colour, quiet=False)
        else:
            self.work.grid(basis, self.theme.palette["orange"])

    @action("The grid of {first} and {second}; along it, {of} is reached by multiples of both.", needs="grid")
    def coordinates(
        self, step: StepView, of: PlaneVector, first: PlaneVector | None = None, second: PlaneVector | None = None
    ) -> None:
        """The basis' grid, then the way along it to the vector's tip: its coordinates are the factors."""
        self.work.clear()
        pair = [first or unit_vector(self.model, 0), second or unit_vector(self.model, 1)]
        basis = np.column_stack([column(one) for one in pair])
        self.work.grid(basis, self.theme.palette["orange"])
        whole = self.work.given(of)
        factors = np.linalg.solve(basis, column(of))
        chain = self.work.chain([(one, float(factor)) for one, factor in zip(pair, factors, strict=True) if factor])
        self.work.claim_sum(whole, chain)

    # ── shadows and angles ────────────────────────────────────────────────────────────────────────────────────────────

    @action("The shadow of {of} on the line of {onto}; what is left over meets the line at a right angle.")
    def project(self, step: StepView, of: PlaneVector, onto: PlaneVector) -> None:
        """The line, the shadow on it, and what is left over between the two tips."""
        self.need("grid")
        self.work.clear()
        colour, *_ = self.free_colours("pink", "yellow", "green")
        self.work.shadow(of, onto, self.theme.palette[colour])

    @action("An arc between {first} and {second}; the angle is read out.", needs="grid")
    def angle(self, step: StepView, first: PlaneVector, second: PlaneVector) -> None:
        """The arc, then the reading, measured between the arrows as they are drawn."""
        self.work.clear()
        arc, reading, off = read_angle(self.board, *(self.work.given(vector).arrow for vector in (first, second)))
        self.work.marks += [arc, reading]
        self.play(Create(arc), FadeIn(reading), run_time=0.9)
        self.work.claim(ANGLE, off)


def _flat(basis: np.ndarray) -> bool:
    """Whether two columns lie on one line."""
    return bool(abs(np.linalg.det(basis)) <= FLAT * float(np.prod(np.linalg.norm(basis, axis=0))))
