"""What a gradient is stacked of: the map, the arrows of its components, the spoke that turns."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
from _middle import AloneAtFirst
from manim import Animation, Dot, FadeIn, FadeOut, Mobject, VGroup, VMobject

from mathora.stage import Interval, Region, brings
from mathora.stage.figures.surface.hovering_surface import NAME
from mathora.stage.map.contour_plot import HALO, ContourPlot
from mathora.stage.map.level_values import values_on
from mathora.stage.map.marks import map_place
from mathora.stage.map.zoom import place_in, texts_off
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import touch
from mathora.stage.text.numerals import written
from mathora.stage.text.terms import gradient, value

BESIDE_VALUE = 0.4  # a number of the axes that is nearer to a value could be taken for one, in scene units

SHORT = 0.5
"""A gradient that the map's own units would draw shorter than this, in scene units, is drawn as long as it fits."""


class GradientPicture(AloneAtFirst):
    """A map with a point, its partial derivatives as arrows, and their sum."""

    kept_beside = 0.38

    def begin(self) -> None:
        """Builds the map and all arrows; only the actions show them."""
        names = tuple(self.symbol(key, size=self.theme.sizes.formula) for key in self.function.variables)
        figure = self.first_place()
        room = Region(figure.left + 0.05, figure.bottom + 0.2, figure.right - 0.65, figure.top - 0.5)
        self.map = ContourPlot(
            self.function, room, self.span, self.theme, names=names, heights=self.heights, fills=True, through=self.at
        )
        self.slopes, self.foot = np.append(self.function.gradient(self.at.mapping()), 0.0), self.map.place(self.at)
        room, unit = 0.95 * min(self.map.room(self.at), self.map.room(self.at, -1)), float(self.map.units()[0])
        seen = unit * float(np.linalg.norm(self.slopes)) > SHORT
        self.scale = unit if seen and unit <= room else room  # as long as the map's units say, where that fits
        ways = np.linspace(-1, 1, 41)[:, None] * self.scale * self.slopes
        arrows = self.foot + np.concatenate([ways, ways * [1, 0, 0], ways * [0, 1, 0]])
        self.level_values = VGroup(*values_on(self.map, self._level(), arrows)) if self.levels else VGroup()
        self.map.curves.add(*self.level_values) if self.levels else self._rule()
        self.colour = self.colour_of(gradient(self.function))
        self.parts: dict[str, ArrowMobject] = {}
        self.values: dict[str, VMobject] = {}
        self.gradient: ArrowMobject | None = None
        self.whole_layout, self.reading_place = self.layout, None
        self.dot = Dot(self.foot, radius=0.09, color=self.theme.foreground)
        self.standing, self.hints, self.notes = VGroup(), VGroup(), VGroup()
        self.invariant("equal units on both axes", lambda: self.map.units()[0] / self.map.units()[1] - 1, 1e-6)

    def goes_home(self) -> list[Mobject]:
        """The map, and all that stands on it."""
        arrows = [*self.parts.values(), *([self.gradient] if self.gradient else [])]
        return [self.map, self.dot, *self.hints, *arrows, *self.values.values(), *self.standing]

    def go_home(self) -> None:
        """What comes next starts at the point's new place."""
        super().go_home()
        self.foot = self.map.place(self.at)

    def _level(self) -> float:
        """The height of the level set through the point."""
        return float(self.function.value(*(self.at[key] for key in self.function.variables)))

    def _rule(self) -> None:
        """Lines of a grid, a unit apart, in place of the level sets."""
        plot = self.map
        (left, right), (low, high) = plot.x, plot.y
        ends = [((x, low), (x, high)) for x in range(ceil(left), floor(right) + 1)]
        ends += [((left, y), (right, y)) for y in range(ceil(low), floor(high) + 1)]
        lines = (plot.polyline(*np.transpose(end), self.theme.ghost, 2.0) for end in ends)
        plot.curves.remove(*plot.curves).add(*lines)
        plot.numbers.add(*plot.left_out)

    def _drops(self) -> VGroup:
        """Thin dashed lines from the dot to both axes."""
        x, y = (self.at[key] for key in self.function.variables)
        corner = self.map.origin
        return VGroup(
            self.map.dashes((x, y), (x, corner[1]), self.theme.muted),
            self.map.dashes((x, y), (corner[0], y), self.theme.muted),
        )

    def _outside(self, index: int) -> np.ndarray:
        """The side of a component's arrow on which the other one does not lie."""
        across = np.eye(3)[1 - index]
        return -across if self.slopes[1 - index] >= 0 else across

    def _make_way(self, value: VMobject) -> list[Animation]:
        """The axes' numbers and the values of level sets that a value would touch leave the map."""
        touched = [one for one in (*self.map.numbers, *self.level_values) if touch(one, value, BESIDE_VALUE)]
        for group in (self.map.numbers, self.map.curves, self.level_values):
            group.remove(*touched)
        return [FadeOut(one) for one in touched]

    def _component(self, key: str) -> tuple[ArrowMobject, VMobject]:
        index = self.function.variables.index(key)
        way = np.eye(3)[index] * self.slopes[index] * self.scale
        arrow = ArrowMobject(self.foot, self.foot + way, self.colour_of(key), 0.075)
        numeral = written(self.slopes[:2])[index]
        number = self.label(value(numeral), size=self.theme.sizes.formula, base=self.colour_of(key))
        number.set_stroke(self.theme.background, HALO, background=True)
        beside = self._outside(index) if self.slopes[index] else np.eye(3)[index]  # where an arrow would point
        number.next_to(arrow, beside, buff=0.18)
        off_axes = np.abs(number.get_center() - self.map.point(*self.map.origin))[:2]
        if self.slopes[index] and off_axes[1 - index] < (BESIDE_VALUE, number.width / 2)[index]:  # on it
            number.next_to(arrow.tip, np.eye(3)[index] * np.sign(self.slopes[index]), buff=0.18)
        self.parts[key], self.values[key] = arrow, number
        along = np.eye(3)[index] * (1 if self.slopes[index] >= 0 else -1)
        self.invariant(
            f"the arrow of {key} lies along its axis, the way its partial says",
            lambda: float(np.linalg.norm(arrow.vector - along * max(np.dot(arrow.vector, along), 0.0))),
            1e-6,
        )
        return arrow, number

    @brings("plane")
    def _stand_plane(self) -> None:
        if self.map in self.mobjects:
            return
        if self.seen_before is None or self.done:
            self.add(self.map, self.dot)
        else:
            self._draw_back(self.seen_before)

    def _draw_back(self, span: Interval) -> None:
        """The map that stood before, over a narrower span, shrinks about its point into the one that is wider."""
        figure = map_place(self.layout.figure, span)
        half, (x, y, _) = min(figure.width, figure.height) / 2, figure.centre
        names = tuple(self.symbol(key, NAME) for key in self.function.variables)
        square, look = Region(x - half, y - half, x + half, y + half), {"names": names, "width": 3.0}
        near = ContourPlot(self.function, square, span, self.theme, heights=self.heights, **look)
        factor, shift = place_in(near, self.map)
        texts, middle, here = texts_off(near), near.frame.get_center(), near.place(self.at)
        self.add(near, texts, self.dot.move_to(here))
        self.play(FadeOut(texts), run_time=0.4)
        shrinks = near.animate.scale(factor, about_point=middle).shift(shift)
        self.play(shrinks, self.dot.animate.move_to(self.foot), run_time=1.8)
        self.bring_to_front(self.dot)
        self.play(FadeIn(self.map), FadeOut(near), run_time=0.6)
        self.bring_to_front(self.dot)

    @brings("components", needs="plane")
    def _stand_components(self) -> None:
        for key in self.function.variables:
            if key not in self.parts:
                self.add(*self._component(key))

    def _gradient(self) -> ArrowMobject:
        arrow = ArrowMobject(self.foot, self.foot + self.slopes * self.scale, self.colour, 0.09)
        self.gradient = arrow
        self.invariant("the gradient arrow is the sum of its components", lambda: self._off_gradient(arrow), 1e-6)
        return arrow

    def _off_gradient(self, arrow: ArrowMobject) -> float:
        """How far the drawn arrow leaves the gradient's line, in scene units."""
        along = _unit(self.slopes)
        return float(np.linalg.norm(arrow.vector - along * np.dot(arrow.vector, along)))

    @brings("gradient", needs="components")
    def _stand_gradient(self) -> None:
        if self.gradient is None:
            first, second = (self.parts[key] for key in self.function.variables)
            second.shift(first.vector)  # as `stack` leaves it
            self.values[self.function.variables[1]].next_to(second, -self._outside(1), buff=0.15)
            self.add(self._gradient())


def _unit(vector: np.ndarray) -> np.ndarray:
    """The vector at length one; a vector without length stays as it is."""
    length = float(np.linalg.norm(vector))
    return vector / length if length > 0 else vector


def _ways(angles: np.ndarray) -> np.ndarray:
    """Unit vectors of shape (n, 3) at angles in radians."""
    return np.column_stack([np.cos(angles), np.sin(angles), np.zeros(len(angles))])
