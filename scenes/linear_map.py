"""A matrix as what it does: every point of the plane moves, areas grow, some directions stay."""

from __future__ import annotations

import numpy as np
from _moved_arrows import MovedArrows
from manim import FadeIn

from mathora.stage import Count, Flag, PlaneMatrix, PlaneVector, StepView, Variable, action
from mathora.stage.figures.linear.kept_lines import KeptLines
from mathora.stage.figures.linear.linear import directions, false_collapse, keeps
from mathora.stage.figures.linear.plane_board import PlaneBoard, column, matrix_of
from mathora.stage.figures.linear.plane_parts import CIRCLE, SQUARE
from mathora.stage.figures.linear.turning import Turning
from mathora.stage.plane.arrow import grow
from mathora.stage.text.terms import symbol
from mathora.stage.text.vector_terms import image_of, named

ROOM = 1.125  # so many times as far as what stands on it reaches the view: no motion of the square widens it
NEAR = 1.75
"""What reaches farther than so many unit squares, as the matrix moves them, comes with a wider view of its own."""

FAR = 4.4
"""A view that would reach farther at once, where a unit could hardly be seen, comes when something moves out there."""

BRISK = 1.3
"""Seconds of each motion of several by one matrix."""


class LinearMap(MovedArrows):
    """A matrix moves every point of the plane: vectors, areas, and the directions that stay."""

    vector: PlaneVector | None = None
    complex_numbers: Flag = False

    needs = (
        ("directions.matrix", "keeps_lines()", "the lines that it keeps are drawn"),
        ("directions.arrows", "direction(), on_kept_lines(matrix)", "each lies on a line that is kept"),
    )
    limits = (("move.count", 1, 12, "each motion is drawn"),)
    movable = ("plane", {"matrix": "matrix", "start": "vector"})

    def begin(self) -> None:
        """The plane, so large that what the matrix does to the unit square is seen, unless that leads too far."""
        self.begin_arrows()
        given = [] if self.vector is None else [column(self.vector), self.map @ column(self.vector)]
        square = max(1.0, float(np.abs(SQUARE @ self.map.T).max()))
        ends = [end for at in given if (end := float(np.abs(at).max())) <= NEAR * square]
        reach = ROOM * max([square, *ends])
        reach = max(2.2, reach if reach <= FAR else ROOM * max([1.0, *ends[:1]]))
        self.board = PlaneBoard(self, reach, complex_numbers=self.complex_numbers)
        self.plane = self.board.plane
        self.kept = KeptLines(self.board)

    # ── the motion ────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A matrix moves every point of the plane, {by}, {count} times; lines stay straight, the grid even.")
    def move(self, step: StepView, by: PlaneMatrix | None = None, count: Count = 1) -> None:
        """All that stands on the plane moves, faster if several times; the grid as it was stays, faint."""
        self.need("grid")
        one = by or self.matrix
        self.end_turning()
        self.end_box()
        self.kept.forget_unless_kept(matrix_of(one))
        self.keep_axes(np.linalg.matrix_power(matrix_of(one), count) @ self.plane.state.array)
        self.kept.read_out()
        for _ in range(count):
            self.board.move(one, *([BRISK] if count > 1 else []))

    @action("Everything goes back to where it was before.", needs="grid")
    def back(self, step: StepView) -> None:
        """The motion straight back; what stands as it was is moved before."""
        if not self.board.moved_by:
            self.need("move")
        self.end_turning()
        self.go_back()

    @action("The matrix becomes {to}; every point goes there straight.", needs="grid")
    def become(self, step: StepView, to: PlaneMatrix) -> None:
        """On the way stands each mixture of both matrices. To A − λI the way is along λ, from A itself: so the plane is
        flat on it at eigenvalues alone. What is shown is of this matrix: it comes first.
        """
        self.show_formulas(step)
        self.end_turning()
        self.end_box()
        if false_collapse(self.map, self.plane.state.array, matrix_of(to)):
            self.kept.forget_unless_kept(self.map)
            self.board.become(self.matrix)
        self.kept.forget_unless_kept(matrix_of(to))
        self.keep_axes(matrix_of(to))
        self.kept.read_out()
        self.board.become(to)

    def go_back(self) -> None:
        """The plane as it was; where nothing is stretched, nothing is read."""
        self.end_box()
        self.board.become()
        self.kept.unread()

    # ── directions that stay ──────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "An arrow turns once around, and with it its image under {matrix}; it ends where both lie on one line.",
        moves=("image", "turn"),
    )
    def turn(self, step: StepView, name: Variable | None = None) -> None:
        """The plane as it was; the arrow begins half-way between two lines that stay, where the angle is not zero. It
        stands first, its image comes, and only then both turn.
        """
        self.need("grid")
        self.end_turning()
        if self.board.moved_by:
            self.go_back()
        found = directions(self.map)
        lines = [float(np.arctan2(*reversed(one.along))) for one in found] or [0.0]
        end, before = lines[0], (lines[0] - lines[-1]) % np.pi or np.pi * bool(found)
        first = symbol(self.model, name.key if name else "u")
        colours = self.colour_of(first), self.colour_of(named(self.matrix), "yellow")
        names = self.label(first, base=colours[0]), self.label(image_of(self.matrix, first), base=colours[1])
        self.board.make_room([self.map @ at for at in CIRCLE])
        turning = Turning(self.plane, self.map, end - 2 * np.pi - before / 2, colours, names)
        angle = self.board.measure(
            "angle", self.words.picture.angle, turning.between, turning.true_angle, whole=180, decimals=0, digits=3
        )
        numbers = self.plane.graph.numbers  # the arrow's name runs over them
        without = (one.animate.set_opacity(0) for one in numbers)
        (mine, its), (called, so) = turning.arrows, turning.labels
        self.play(grow(mine), FadeIn(called), *without, *self.formulas_during(step), run_time=0.8)
        self.starts("image")
        self.play(grow(its), FadeIn(so), FadeIn(angle), run_time=0.8)
        self.starts("turn")
        self.add(turning)
        self.play(turning.turns(end, self.board.around()))
        self.play(*(one.animate.set_opacity(1) for one in numbers), run_time=0.4)
        self.turning = [turning, angle]

    @action(
        "The lines that {matrix} keeps are drawn, an arrow on each, or the one of {arrows} that lies on it; where the "
        "plane moves, its stretch is read."
    )
    def directions(self, step: StepView, arrows: tuple[PlaneVector, ...] = ()) -> None:
        """Each line from edge to edge, while an arrow that has turned still stands; then their arrows. A plane that has
        moved tells how far they are stretched. The formulas are there before.
        """
        self.need("grid")
        self.show_formulas(step)
        if not all(keeps(self.plane.state.array, np.array(one.along)) for one in directions(self.map)):
            self.go_back()
        taken = {one.colour for one in self.board.vectors}
        free = [one for one in ("green", "purple", "orange", "pink") if self.theme.palette[one] not in taken]
        drawn = []
        for index, along in enumerate(np.array(one.along) for one in directions(self.map)):
            if self.kept.stands(along):
                continue
            own = next((one for one in arrows if keeps(np.outer(column(one), along), along)), None)
            colour = free[0] if own or self.board.on_line(along) else free.pop(0)
            value = symbol(self.model, rf"\lambda_{index + 1}")
            hue = self.colour_of(named(own)) if own else self.colour_of(value, colour)
            drawn.append((self.kept.draw(along, hue), own))
        self.end_turning()
        for line, vector in drawn:
            self.kept.keep(line, vector)
