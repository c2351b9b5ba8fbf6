"""Areas on a plane that a matrix moves: the unit square and circle, the box around what they become, a form's curve."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from _plane import PlaneScene
from manim import Create, FadeIn, FadeOut, LaggedStart, VMobject

from mathora.stage import Flag, Number, PlaneMatrix, PlaneVector, StepView, Variable, action
from mathora.stage.figures.linear.conic import Conic
from mathora.stage.figures.linear.made_vectors import BEHIND, given
from mathora.stage.figures.linear.plane_board import matrix_of
from mathora.stage.figures.linear.plane_parts import CIRCLE, SQUARE, PlaneShape, Print
from mathora.stage.figures.linear.semi_axes import SemiAxes
from mathora.stage.figures.linear.surrounding import Surrounding
from mathora.stage.text.terms import symbol, value

FORM = "at every point of the curve the form is"
LETTERS = "each piece around the square is as large as its letters say"
SUM = "the parallelogram's far corner is the sum of its sides"
BOX = "the square and what is around it make the box"
OFF = 1e-6  # of a picture's own lengths, in scene units and shares


class PlaneAreas(PlaneScene):
    """A plane that a matrix moves, with what is filled on it."""

    matrix: PlaneMatrix

    needs = (
        ("form.level", "form_value(matrix)", "the curve of it is drawn"),
        ("parallelogram.first, parallelogram.second", "direction()", "a side has a direction"),
    )
    limits = (("len(box.letters)", 4, 4, "each entry has its letter"),)

    def begin_areas(self) -> None:
        """Nothing is filled yet."""
        self.map = matrix_of(self.matrix)
        self.shapes: dict[str, PlaneShape] = {}
        self.around: Surrounding | None = None
        self.axes: SemiAxes | None = None
        self.spanned: list[VMobject] = []

    @action("The unit square is filled, and its area is read out; a flipped plane shows its other side, with a minus.")
    def area(self, step: StepView, *, printed: Flag = False) -> None:
        """The square, then the reading of its area; what is `printed` on it a flipped plane shows from behind."""
        self.alone(step)
        self.need("grid")
        if "square" not in self.shapes:
            square = self._fill("square", SQUARE)
            if printed:
                letter = self.words_mobject("R", weight="semibold")
                self.plane.put(mark := Print(self.plane, letter, SQUARE.mean(axis=0), 0.6, self.theme.foreground))
                self.play(FadeIn(mark), run_time=0.5)
            self.invariant("the square's area is the determinant", lambda: self._off_area(square), OFF)
            self._read_area(square, self._determinant)

    def _read_area(self, shape: PlaneShape, defined: Callable[[], float]) -> VMobject:
        reading = self.board.measure("area", self.words.picture.area, partial(shape.area, self.plane), defined)
        self.play(FadeIn(reading), run_time=0.5)
        return reading

    def _fill(self, name: str, corners: np.ndarray) -> PlaneShape:
        """A shape comes in where the plane's motion has taken it."""
        self.board.make_room([self.plane.image(corner) for corner in corners])
        colours = self.theme.palette["yellow"], self.theme.palette["purple"]
        shape = self.shapes[name] = PlaneShape(self.plane, corners, colours[0], flipped=colours[1])
        self.plane.put(shape)
        self.play(FadeIn(shape), self.board.make_way(), run_time=0.8)
        self.board.clear_numbers()
        return shape

    def _determinant(self) -> float:
        return float(np.linalg.det(self.plane.state.array))

    def _off_area(self, square: PlaneShape) -> float:
        return (square.area(self.plane) - self._determinant()) / self.plane.state.reach**2

    @action("A box holds the moved square; pieces fill the rest, each with its size, or in {letters}.", needs="area")
    def box(self, step: StepView, letters: tuple[Variable, ...] = ()) -> None:
        """The rectangles first, then the triangles, each with how large it is; letters take the places of numbers where
        they say as much: all entries are positive, and nothing is turned over.
        """
        if self.around is None:
            self._box()
        if letters and self.around.takes_letters:
            around, terms = self.around, [symbol(self.model, one.key) for one in letters]
            if around.lettered:  # other letters come
                self.invariants.release(LETTERS)
                self.play(FadeOut(around.edges), run_time=0.4)
            around.lettered = True
            self.invariant(LETTERS, around.unlike_letters, OFF)
            inside, edges = around.in_letters(terms, lambda one: self.label(one, self.theme.sizes.small))
            self.play(LaggedStart(*map(FadeIn, edges), lag_ratio=0.5), run_time=1.6)
            old = [around.labels_of(pieces) for pieces in (around.rectangles, around.triangles)]
            around.labels, around.edges, self.board.marks = inside, edges, [*inside, *edges]
            for leaving, coming in zip(old, (inside[:2], inside[2:]), strict=True):
                self.play(FadeOut(*leaving), FadeIn(*coming), run_time=1.0)

    def _box(self) -> None:
        square = self.shapes["square"]
        self.board.make_room([*square.outline(self.plane)])
        self.play(self.plane.shares_grid(BEHIND), run_time=0.4)
        colours = self.free_colours("blue", "green", "teal", "purple")
        inks = self.theme.palette[colours[0]], self.theme.palette[colours[1]]
        self.around = around = Surrounding(self.plane, inks, lambda size: self.label(value(size)))
        self.invariant(BOX, lambda: around.lacking(square) / self.plane.state.reach**2, OFF)
        self.board.marks = [*around.labels]
        for pieces in filter(len, (around.rectangles, around.triangles)):
            for one in pieces:
                self.plane.put(one)
            self.play(LaggedStart(*map(FadeIn, pieces), lag_ratio=0.4), run_time=1.2)
            self.play(*map(FadeIn, around.labels_of(pieces)), self.board.make_way(), run_time=0.5)

    def end_box(self) -> None:
        """The box leaves before the square moves on."""
        if self.around is not None:
            leaving, self.around = self.around, None
            self.invariants.release(BOX)
            if leaving.lettered:
                self.invariants.release(LETTERS)
            self.board.marks = []
            for one in leaving.shapes:
                self.plane.take_off(one)
            self.play(FadeOut(*leaving.shapes, leaving.labels, leaving.edges), self.plane.shares_grid(1), run_time=0.5)

    @action("The parallelogram of {first} and {second}, filled; wherever the plane goes, its far corner is their sum.")
    def parallelogram(self, step: StepView, first: PlaneVector, second: PlaneVector, *, measured: Flag = False) -> None:
        """Both arrows, if they do not stand yet; then what they span. A second one takes the place of the first; a
        `measured` one has its area read out.
        """
        self.need("grid")
        one, other = (given(self.board, side).arrow.at for side in (first, second))
        if "sum" in self.shapes:
            self.invariants.release(SUM)
            self.plane.take_off(leaving := self.shapes.pop("sum"))
            self.play(FadeOut(leaving), *self.board.unread(*self.spanned), run_time=0.4)
            self.spanned.clear()
        shape = self._fill("sum", np.array([np.zeros(2), one, one + other, other]))
        self.invariant(SUM, lambda: self._off_sum(shape, one + other), OFF)
        if measured:
            own = float(np.linalg.det(np.column_stack([one, other])))
            self.spanned.append(self._read_area(shape, lambda: own * self._determinant()))

    def _off_sum(self, shape: PlaneShape, whole: np.ndarray) -> float:
        """How far the far corner is from the sum, and from its sides end to end, in scene units."""
        start, first, end, second = shape.get_start_anchors()
        off = np.abs([end - self.plane.place(self.plane.image(whole)), start + end - first - second])
        return float(off.max())

    @action("The unit circle is filled; where the plane moves it becomes an ellipse.", needs="grid")
    def circle(self, step: StepView) -> None:
        """The circle comes in."""
        if "circle" not in self.shapes:
            self._fill("circle", CIRCLE)

    @action(
        "Two radii of the circle that {matrix} keeps at a right angle; of the ellipse they are the half-axes, and how "
        "long they are is read out.",
        needs="circle",
    )
    def half_axes(self, step: StepView) -> None:
        """The longer one first; a matrix that does not keep their right angle drives them away."""
        if self.axes is None:
            colours = self.free_colours("orange", "teal", "pink", "green")
            self.axes = SemiAxes(self.board, self.map, (self.theme.palette[colours[0]], self.theme.palette[colours[1]]))
            if not self.axes.stay(self.plane.state.array):
                self.board.become()
            self.axes.enter()

    def keep_axes(self, matrix: np.ndarray) -> None:
        """The half-axes leave before the plane goes to where a matrix takes it, if they would be none there."""
        if self.axes is not None and not self.axes.stay(matrix):
            leaving, self.axes = self.axes, None
            leaving.leave()

    @action("The curve of all points where the quadratic form of {matrix} is {level}; it stays where it is.")
    def form(self, step: StepView, level: Number = 1.0) -> None:
        """An ellipse, or a hyperbola as far as it is seen; its axes are the directions of a symmetric matrix."""
        self.need("grid")
        curve = Conic(self.plane, self.map, level, self.theme.palette["teal"])
        self.board.make_room([curve.reach * at for at in CIRCLE])
        self.plane.put(curve)
        self.play(Create(curve), run_time=1.5)
        self.board.clear_numbers()
        self.invariant(f"{FORM} {level:g}", lambda: curve.off(self.plane), OFF)
