"""A map, and on it a constraint: a curve, or all of the side on which it is less."""

from __future__ import annotations

from _middle import AloneAtFirst
from manim import ValueTracker, VGroup, VMobject

from mathora.stage import Flag, Function, Interval, Number, brings
from mathora.stage.figures.surface.constrained import ConstraintCurve, levels_near
from mathora.stage.map.contour_plot import ContourPlot, height_colours
from mathora.stage.map.level_side import LevelSide
from mathora.stage.map.level_values import LevelValues
from mathora.stage.map.marks import map_place, marker
from mathora.stage.text.terms import gradient

FAINT = 0.2  # how opaque the filled side is: level sets show through it
STAYS = "the point stays on the constraint"
ONE_LINE = "where a level set touches, both gradients are on one line, or the one between those of a corner"


class ConstraintPicture(AloneAtFirst):
    """What a map and its constraint consist of."""

    function: Function
    constraint: Function
    level: Number = 0.0
    heights: tuple[Number, ...] = ()
    span: Interval = Interval(-2, 2)
    filled: Flag = False

    def begin(self) -> None:
        """The map, its values, the constraint; nothing is seen yet."""
        names = tuple(self.symbol(key, 0.42) for key in self.function.variables)
        place = map_place(self.layout.figure, self.span)
        heights = self.heights or levels_near(self.function, self.constraint, self.level, self.span)
        self.board = board = ContourPlot(
            self.function, place, self.span, self.theme, names=names, heights=heights, width=3.0
        )
        self.values = LevelValues(self.span, self.theme, lambda at: board.point(*at))
        colours = height_colours(self.theme, tuple(board.rings))
        for height, branches in board.branches.items():
            self.values.write(height, branches, colours, (board.polyline_points,))
        self.hues = (self.colour_of(gradient(self.function), "yellow"), self.colour_of(self.constraint.key, "pink"))
        self.curve = ConstraintCurve(board, self.constraint, self.level)
        self.line, self.share = self.curve.curve(self.hues[1]), ValueTracker(0)
        self.side = LevelSide(board, self.hues[1], FAINT)
        self.fill()
        self.values.keep_clear(board, [*board.numbers, *board.names, self.line])
        self.dot = marker(self.theme, 0.12)
        self.dot.add_updater(lambda one: one.move_to(board.point(*self.curve.place(self.share.get_value()))))
        self.dot.update()
        self.ring = VMobject(fill_opacity=0, stroke_color=self.theme.foreground, stroke_width=5)
        through = lambda: board.ring(self.curve.value(self.share.get_value()), self.theme.foreground)  # noqa: E731
        self.ring.add_updater(lambda one: one.set_points(through().points))
        self.pair, self.names, self.touched = None, VGroup(), False
        self.invariant("equal units on both axes of the map", board.unevenness, 1e-6)
        self.invariant(STAYS, lambda: self.curve.off(self.dot.get_center()) if self.dot in self.mobjects else 0.0, 1e-5)
        self.invariant(ONE_LINE, lambda: self.pair.across() if self.pair and self.touched else 0.0, 2e-3)

    def fill(self) -> None:
        """What is filled is filled up to the constraint, as it is now."""
        if self.filled:
            self.side.stand(self.constraint, self.curve.level)

    @brings("map")
    def _stand_map(self) -> None:
        self.add(self.board, *self.values.values())

    @brings("restrict", needs="map")
    def _stand_constraint(self) -> None:
        self.mobjects.insert(0, self.side)
        self.add(self.line)

    def goes_home(self) -> list[VMobject]:
        """The map, and the constraint on it."""
        return [self.side, self.board, *self.values.values(), self.line]
