"""A loss beside what it judges: over one parameter its curve, over two its level sets, and where we stand on it.

Laws:
- It shows the lowest place, where the search from the start leads to one, and reaches as far around it as the level
  set through the start does.
- Where it is given places, it shows the ground around these, and the lowest place, closer.
- The point stands at the parameters of now; on a curve also at the height of the loss.
- Level sets have equal steps, from one round number to the next, and are whole on the picture where that of the start
  is nearly an ellipse; each carries its value on the far end of the valley, seen from the start, where they are
  farthest apart.
- Where the slope by one parameter is zero is a line through the lowest place; each point of it has that slope.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np
from manim import Animation, Circle, FadeOut, VGroup, VMobject

from mathora.formula import ModelFunction
from mathora.formula.curves.fitted import AROUND, loss_spans, room_for
from mathora.formula.curves.interval import Interval, round_step
from mathora.formula.curves.objective import Lowest
from mathora.stage.arrays import Array
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.map.contour_plot import height_colours
from mathora.stage.map.marks import marker, value_labels
from mathora.stage.plane.graph import Graph, Tangent
from mathora.stage.space.contours import LevelCurve, level_curves, multiples, well_chosen_levels
from mathora.stage.writing import Writing

LEVELS, BELOW = 6, 8  # how many level sets there are, and how many steps lead from the lowest place to the start
WHOLE = AROUND**2  # a level set that is so many times as far above the lowest place as the start's fits the picture
INSIDE = 0.8  # of the picture's width and height is for the values of level sets
TANGENT = 0.34  # of the picture's width, its length
BESIDE = 0.3  # scene units beyond the axes where a place can still be seen
PALE = 0.68  # how strong rings are behind lines
CROSSING = 0.26  # the radius of the ring around where two lines cross, in scene units
APART = 0.1  # scene units between two values of level sets


class LossPicture:
    """A loss of one or two parameters around its lowest place; `here` gives the parameters of now."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it shows
        self,
        loss: ModelFunction,
        low: Lowest | None,
        start: Array,
        here: Callable[[], Array],
        region: Region,
        write: Writing,
        holds: Array | None = None,
    ) -> None:
        self.loss, self.low, self.here, self.write = loss, low, here, write
        self.spans = loss_spans(loss, low, start) if holds is None else _around(holds, low)
        theme = write.theme
        if len(self.spans) == 1:
            inner = self.spans[0] if holds is None else Interval(float(holds.min()), float(holds.max()))
            x = np.linspace(*inner, 121)
            values = np.broadcast_to(loss.value(x), x.shape)
            heights = room_for(values[np.isfinite(values)], zero=True)
            names = (write.symbol(loss.variables[0]), write.symbol(loss.key))
            self.graph = Graph(region, self.spans[0], heights, theme, names=names)
            declared = write.colour_of(loss.key)
            colour = theme.contour if declared == theme.foreground else declared
            over = _below(heights.high, loss, inner, self.spans[0])
            curve = self.graph.curve(lambda at: np.asarray(loss.value(at)), colour, over)
            self.ground = VGroup(curve)
        else:
            names = (write.symbol(loss.variables[0]), write.symbol(loss.variables[1]))
            x_span, y_span = self.spans
            self.graph = _Framed(region, x_span, y_span, theme, names=names)
            levels = _levels(loss, low, np.array([start]) if holds is None else holds) or well_chosen_levels(
                loss, x_span, y_span, LEVELS
            )
            drawn = [(one, level_curves(loss, x_span, y_span, one)) for one in levels]
            inks = height_colours(theme, levels)
            rings = [LevelCurve(self.graph, curves, one, inks[one]) for one, curves in drawn]
            self.ground = VGroup(*rings, *self._values(rings, inks, low, start))
        self.dot = marker(theme, 0.11)
        self.dot.add_updater(lambda dot: dot.move_to(self.place_of(self.here())), call_updater=True)
        self.trail, self.flat = VGroup(), VGroup()

    def _values(
        self, rings: list[LevelCurve], inks: Mapping[float, str], low: Lowest | None, start: Array
    ) -> list[VGroup]:
        """The values of the rings, where each reaches farthest along the valley, as many as are clear of each other."""
        if low is None or not rings:
            return []
        reach, middle = np.array([[one.length, (one.low + one.high) / 2] for one in self.spans]).T
        valley = np.linalg.eigh(low.curvature * np.outer(reach, reach))[1][:, 0]
        away = -valley if (start - low.at) / reach @ valley > 0 else valley
        labels, standing = value_labels(inks, self.write.theme), list[VGroup]()
        for ring in rings:
            points = np.concatenate([*ring.branches, np.zeros((0, 2))])
            points = points[(np.abs(points - middle) < INSIDE * reach / 2).all(axis=1)]
            if not len(points):
                continue
            label = labels[ring.level].move_to(self.graph.point(*points[np.argmax((points / reach) @ away)]))
            gaps = [np.abs(label.get_center() - one.get_center())[:2] for one in standing]
            if all(across > label.width + APART or up > label.height + APART for across, up in gaps):
                standing.append(label)
        return standing

    def place_of(self, parameters: Array) -> Array:
        """Where parameters (n,) stand; a scene point (3,)."""
        if len(self.spans) == 1:
            return self.graph.point(float(parameters[0]), float(self.loss.value(*parameters)))
        return self.graph.point(*map(float, parameters))

    def holds(self, point: Array) -> bool:
        """Whether a scene point (3,) lies in the picture, or just beside it."""
        off = np.abs(point - self.graph.frame.get_center())[:2]
        return bool((off <= np.array([self.graph.frame.width, self.graph.frame.height]) / 2 + BESIDE).all())

    def flat_by(self, variable: str, colour: str) -> LevelCurve:
        """The line on which the slope of the loss by this one of its two parameters is zero."""
        across, up = self.spans
        curves = level_curves(self.loss.partial(variable), across, up, 0.0)
        self.flat.add(line := LevelCurve(self.graph, curves, 0.0, colour, 4.5))
        return line

    def tangent(self, colour: str) -> Tangent:
        """The tangent of the loss of one parameter, at the parameter of now."""
        slope, line = (
            self.loss.partial(self.loss.variables[0]),
            Tangent(self.graph, colour, TANGENT * self.graph.frame.width),
        )

        def follow(one: Tangent) -> None:
            here = self.here()
            one.put(float(here[0]), float(self.loss.value(*here)), float(slope.value(*here)))

        line.add_updater(follow, call_updater=True)
        return line

    def tilt(self, line: Tangent) -> float:
        """By how much a drawn tangent is steeper than the loss, as a share of what the axes show."""
        true = float(self.loss.partial(self.loss.variables[0]).value(*self.here()))
        return abs(line.seen_slope() - true) * self.graph.x.length / self.graph.y.length

    def steepness_on(self, line: LevelCurve, variable: str) -> float:
        """The largest slope by this parameter on a drawn line, as a share of the largest on the picture."""
        slope, corners = self.loss.partial(variable), np.array(np.meshgrid(*self.spans)).reshape(2, -1)
        drawn = self.graph.models_of(line.points[::4])
        most = float(np.abs(slope.value(*corners)).max(initial=0.0)) or 1.0
        return float(np.abs(slope.value(*drawn.T)).max(initial=0.0)) / most

    def crossing(self) -> VMobject | None:
        """A ring around the lowest place, once the lines of both parameters cross there, and it is not marked yet."""
        if len(self.flat) != len(self.spans) or self.low is None:
            return None
        ring = Circle(radius=CROSSING).set_stroke(self.write.theme.foreground, 3).move_to(self.place_of(self.low.at))
        self.flat.add(ring)
        return ring

    def receding(self) -> list[Animation]:
        """The rings step back behind a line that comes; their values, and the way that led here, leave."""
        rings = [one for one in self.ground if isinstance(one, LevelCurve)]
        values, trail = [one for one in self.ground if one not in rings], self.trail
        self.ground.remove(*values)
        self.trail = VGroup()
        leaving = [FadeOut(one) for one in (*values, *([trail] if len(trail) else []))]
        return [*(one.animate.set_stroke(opacity=PALE) for one in rings), *leaving]

    def leave_trail(self) -> VGroup:
        """A mark where the point stands now, and a line from there that follows it until the next one is left."""
        self.trail.clear_updaters()
        start = self.dot.get_center()
        mark = marker(self.write.theme, 0.05).set_stroke(width=0).move_to(start)  # each step is counted by its dot
        line = VMobject(stroke_color=self.write.theme.muted, stroke_width=2, fill_opacity=0)
        line.add_updater(lambda one: one.set_points_as_corners(np.array([start, self.place_of(self.here())])))
        self.trail.add(mark, line)
        return VGroup(line, mark)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (
            ("the point on the loss stands at the parameters", self._misplaced, 1e-6),
            ("a level set has one value of the loss", self._uneven, 1e-6),
        )

    def _misplaced(self) -> float:
        """How far the drawn point is from the parameters, and from the loss there, as a share of the axes."""
        at = np.array(self.graph.model_of(self.dot.get_center()))
        here = self.here()
        true = np.array([here[0], float(self.loss.value(*here))]) if len(self.spans) == 1 else here
        return float((np.abs(at - true) / [self.graph.x.length, self.graph.y.length]).max())

    def _uneven(self) -> float:
        """How much, at most, the loss differs along a drawn level set, as a share of its steps."""
        curves = [one for one in self.ground if isinstance(one, LevelCurve) and len(one.points)]
        step = max((abs(a.level - b.level) for a, b in pairwise(curves)), default=1.0)
        worst = 0.0
        for curve in curves:
            anchors = self.graph.models_of(curve.points[::4])
            worst = max(worst, float(np.abs(self.loss.value(*anchors.T) - curve.level).max()) / step)
        return worst


def _levels(loss: ModelFunction, low: Lowest | None, places: Array) -> tuple[float, ...]:
    """Levels of equal, round steps around these places (n, parameters), whole where one is a start; none if that is the
    lowest place.
    """
    above = 0.0 if low is None else max(float(loss.value(*one)) for one in places) - low.value
    if low is None or above <= 0:
        return ()
    return multiples(round_step(above / BELOW), low.value, low.value + WHOLE * above)


def _around(places: Array, low: Lowest | None) -> tuple[Interval, ...]:
    """What holds these places (n, parameters), and the lowest one."""
    return tuple(room_for(one) for one in np.vstack([places, *([low.at] if low else [])]).T)


class _Framed(Graph):
    """Axes at the left and below, so that neither crosses what is drawn."""

    tells_crossing = False

    @property
    def origin(self) -> tuple[float, float]:
        """Where the axes cross, in model units."""
        return self.x.low, self.y.low


def _below(high: float, loss: ModelFunction, inner: Interval, span: Interval) -> Interval:
    """How far to both sides of the `inner` places a curve is drawn: to the ends of the span, or until it is too
    `high`.
    """
    x = np.linspace(*span, 641)
    far = x[np.broadcast_to(loss.value(x), x.shape) > high]
    ends = far[far < inner.low], far[far > inner.high]
    return Interval(float(max(ends[0], default=span.low)), float(min(ends[1], default=span.high)))
