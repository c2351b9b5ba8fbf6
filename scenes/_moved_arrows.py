"""Arrows on a plane that a matrix moves: single ones, the basis, a fan, one that turns around; angles between them."""

from __future__ import annotations

import numpy as np
from _areas import PlaneAreas
from manim import Create, FadeIn, FadeOut, LaggedStart

from mathora.stage import Count, PlaneVector, StepView, action
from mathora.stage.figures.linear.fan import CLAIM, Fan
from mathora.stage.figures.linear.made_vectors import given
from mathora.stage.figures.linear.plane_board import column
from mathora.stage.figures.linear.plane_parts import PlaneArrow
from mathora.stage.figures.linear.projection import ANGLE, read_angle
from mathora.stage.plane.arrow import grow
from mathora.stage.text.vector_terms import named, unit_vector

BETWEEN = "the difference leads from tip to tip"
WAY = "the way along the basis ends at the arrow's tip"


class MovedArrows(PlaneAreas):
    """A plane that a matrix moves, with arrows on it."""

    needs = (("angle.first, angle.second", "direction()", "an angle lies between two directions"),)
    limits = (("fan.count", 3, 48, "each arrow is told from the next"),)

    def begin_arrows(self) -> None:
        """Nothing is filled, and no arrow turns."""
        self.begin_areas()
        self.turning: list[object] = []
        self.fanned: Fan | None = None

    @action("The vector {of} is an arrow from the origin.")
    def arrow(self, step: StepView, of: PlaneVector) -> None:
        """The arrow grows, its name at its tip."""
        self.alone(step)
        self.need("grid")
        self.end_turning()
        given(self.board, of)

    @action("The two basis vectors are arrows, one unit along each axis.")
    def basis(self, step: StepView) -> None:
        """The formulas first, for none of them waits for the arrows; both of these grow, one after the other."""
        self.alone(step)
        self.need("grid")
        self.show_formulas(step)
        self.end_turning()
        for index, colour in enumerate(self.free_colours("teal", "pink", "green", "orange")[:2]):
            one = self._unit(index)
            if self.board.find(one) is None:
                self.board.enters(self.board.vector(one, self.colour_of(named(one), colour)), run_time=0.7)

    def _unit(self, axis: int) -> PlaneVector:
        """The basis vector along an axis."""
        return unit_vector(self.model, axis, complex_numbers=self.complex_numbers)

    @action("The arrow {of}, and the way to its tip along the basis vectors, end to end; it moves with the plane.")
    def way(self, step: StepView, of: PlaneVector) -> None:
        """The basis, then a multiple of each, then the arrow from their start to their end."""
        self.need("basis")
        self.end_turning()
        at, tail = column(of), np.zeros(2)
        self.board.make_room([self.plane.image(one) for one in (at, np.array([at[0], 0.0]))])
        steps = []
        for axis, size in enumerate(at):
            part = size * np.eye(2)[axis]
            if size and (tail.any() or size != 1):  # else the basis vector itself is the step
                colour = given(self.board, self._unit(axis)).colour
                steps.append(PlaneArrow(self.plane, part, colour, tail=tail))
            tail = tail + part
        for arrow in steps:
            self.plane.put(arrow)
            self.play(grow(arrow), run_time=0.6)
        whole = given(self.board, of).arrow
        self.invariant(WAY, lambda: float(np.abs(whole.tip - steps[-1].tip).max()) if steps else 0.0, 1e-6)

    @action("From the tip of {first} an arrow leads to the tip of {second}: their difference. It moves with the plane.")
    def difference(self, step: StepView, first: PlaneVector, second: PlaneVector) -> None:
        """Both arrows, if they do not stand yet; then their difference, in the colour of a vector that is it."""
        self.alone(step)
        self.need("grid")
        self.end_turning()
        tail, end = (given(self.board, one).arrow for one in (first, second))
        between = end.at - tail.at
        standing = self.board.ending_at(between)
        colour = standing.colour if standing else self.theme.foreground
        self.plane.put(arrow := PlaneArrow(self.plane, between, colour, tail=tail.at))
        self.play(grow(arrow), self.board.make_way(), run_time=0.9)
        self.invariant(BETWEEN, lambda: float(np.abs([arrow.tail - tail.tip, arrow.tip - end.tip]).max()), 1e-6)

    @action("A fan of {count} arrows around the origin, all as long as the longest that stands.")
    def fan(self, step: StepView, count: Count = 16) -> None:
        """One after the other, around; they move with the plane."""
        self.alone(step)
        self.need("grid")
        self.end_turning()
        if self.fanned is None:
            self.fanned = Fan(self.board, count)
            come = LaggedStart(*map(grow, self.fanned.arrows), lag_ratio=0.1)
            self.play(come, self.board.make_way(), run_time=1.6)
            self.invariant(CLAIM, self.fanned.off, 1e-6)

    @action("An arc between {first} and {second}, wherever the plane has taken them; the angle is read out.")
    def angle(self, step: StepView, first: PlaneVector, second: PlaneVector) -> None:
        """Both arrows, if they do not stand yet; then the arc and its reading, which follow them."""
        self.alone(step)
        self.need("grid")
        self.end_turning()
        arc, reading, off = read_angle(self.board, *(given(self.board, one).arrow for one in (first, second)))
        self.play(Create(arc), FadeIn(reading), run_time=0.9)
        self.invariant(ANGLE, off, 1e-6)

    def end_turning(self) -> None:
        """An arrow that has turned leaves, with its image."""
        if self.turning:
            turning, angle = self.turning
            self.turning = []
            self.play(FadeOut(turning), *self.board.unread(angle), run_time=0.5)
