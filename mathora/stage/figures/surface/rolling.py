"""Balls that roll on a map from one point, each along its own field of directions, all equally far; and their readings.

Owns: `Rolling`, `fields_of`, `direction`, `colour_on`, `is_opposite`.

Laws:
- A ball follows its field as it turns, or goes `straight`, as it points at the start; all go at one speed, until they
  have gone so far, or field or map end for one.
- What is read of a ball is the function where it is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Circle, ValueTracker, VGroup, VMobject

from mathora.formula import Formula, ModelField, ModelFunction, model_field, tree, walk
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.layout import Region
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.map.ways import away_from, part_of, way_along
from mathora.stage.text.terms import value_of
from mathora.stage.writing import Writing

PIECES = 240  # a way is made of so many
FLAT = 2.0  # a panel that is less high is flat, in scene units

ON_ITS_WAY = "each ball is on its way"
NOWHERE = 1e-9


def fields_of(function: ModelFunction, ways: Sequence[Formula]) -> list[ModelField]:
    """The vectors that formulas say, at each place of a function's variables."""
    return [model_field(one.tree, function.model, function.variables) for one in ways]


def direction(field: ModelField, place: Array) -> Array:
    """The field's direction at a place (2,), of length one; zero where it has none."""
    vector = field.at(place)
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length) if np.isfinite(length) and length > NOWHERE else np.zeros(2)


def colour_on(write: Writing, way: Formula) -> str:
    """The colour of the symbol in a direction's formula which carries one."""
    colouring, plain = write.colouring(way), write.theme.foreground
    return next((colour for path, _ in walk(way.tree) if (colour := colouring(path)) != plain), plain)


def is_opposite(way: Formula) -> bool:
    """Whether a direction is the opposite of another, as −∇f; its arrow is hollow, as everywhere."""
    return isinstance(way.tree, tree.Signed) and way.tree.sign == "-"


class Rolling:
    """`share` of their ways is rolled, from 0 to 1; `start` is a model point (2,), `far` in the model's units;
    a ball stops where it would leave the `span`, both ways.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what rolls, where, how far
        self,
        write: Writing,
        board: ContourPlot,
        start: Array,
        fields: Sequence[ModelField],
        ways: Sequence[Formula],
        far: float,
        span: Interval,
        *,
        straight: bool = False,
    ) -> None:
        self.write, self.board, self.ways, self.share = write, board, ways, ValueTracker(0.0)

        def heading(field: ModelField, place: Array) -> Array:
            return direction(field, start if straight else place)

        whole = [way_along(partial(heading, field), start, span, PIECES, far / PIECES) for field in fields]
        self.routes = [route[: max(2, min(map(len, whole)))] for route in whole]
        self.trails, self.balls, self.readings = VGroup(), VGroup(), VGroup()
        self.picture = VGroup(self.trails, self.balls, self.readings)
        for way, route in zip(ways, self.routes, strict=True):
            colour = colour_on(write, way)
            trail = VMobject(stroke_color=colour, stroke_width=5, fill_opacity=0)
            trail.add_updater(lambda one, route=route: board.trace(one, part_of(route, self.share.get_value())))
            ball = Circle(radius=0.13, fill_color=colour, fill_opacity=1).set_stroke(write.theme.background, 2)
            ball.add_updater(lambda one, route=route: one.move_to(board.point(*self._at(route))), call_updater=True)
            self.trails.add(trail)
            self.balls.add(ball)

    def _at(self, route: Array) -> tuple[float, float]:
        """Where on its way, in model units, a ball is now."""
        x, y = part_of(route, self.share.get_value())[-1]
        return float(x), float(y)

    def rest(self) -> None:
        """Nothing moves any more."""
        for one in (*self.trails, *self.balls):
            one.clear_updaters()

    def derailed(self) -> float:
        """How far, at most, a ball that is drawn is from its way, in scene units."""
        ways = (self.board.polyline_points(route) for route in self.routes)
        return max(away_from(way, ball.get_center()) for ball, way in zip(self.balls, ways, strict=True))

    def tell(self, place: Region, letters: str = "") -> VGroup:
        """For each way its name, behind its letter if it has one, and the value where its ball is: under each other, or
        in a flat place side by side.
        """
        function, tall = self.board.function, place.height > 0.6 * FLAT
        size = self.write.theme.sizes.body if tall else self.write.theme.sizes.label
        for index, (way, route) in enumerate(zip(self.ways, self.routes, strict=True)):
            reading = self.write.reading(value_of(function, partial(self._at, route)), size, decimals=2)
            reading.rest_at(float(function.value(*route[-1])))
            name = self.write.formula_mobject(way, size)
            if letters:
                said = self.write.words_mobject(letters[index], size).next_to(name, LEFT, buff=0.2)
                name = VGroup(said.shift((name.baseline - said.baseline) * UP), name)
            self.readings.add(VGroup(name, reading))
        widest = max(name.width for name, _ in self.readings)
        regions = (place.split_rows if tall else place.split_columns)(*[1.0] * len(self.readings))
        for cell, region in zip(self.readings, regions, strict=True):
            name, reading = cell
            if tall:
                reading.next_to(name, RIGHT, buff=0.4 + widest - name.width)
            else:
                reading.next_to(name, DOWN, buff=0.18)
            region.place(cell, "left" if tall else "centre")
            if not tall:
                cell.shift((self.readings[0][1].get_center()[1] - reading.get_center()[1]) * UP)
        return self.readings
