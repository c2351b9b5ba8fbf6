"""The area between a curve and the axis, or between two curves; and the bars that come near to it.

Owns: `CoveredArea`, `AreaState`, `integral`, `outlined`, `Rule`.

Laws (`off_curve`, `off_sum`, measured on the drawn points):
- The area's edges lie on the curve and on the axis (or on the other curve).
- All bars are drawn, equally wide unless their edges are `spread`, and what they cover is their sum: height × width,
  negative below the axis.
- Of lower and upper bars at once, what the upper ones have more stands on the lower ones, in a colour of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from manim import VMobject

from mathora.formula.curves.integral import integral as integrated
from mathora.formula.curves.integral import panels
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.landmarks import round_off, sharp_pieces
from mathora.formula.curves.one_variable import OneVariable
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.plane.shapes import signed_area
from mathora.stage.theme import Theme

PANELS = 128  # on which an integral is taken for its size
DEPTH = 33  # places in a bar at which the least and the greatest height are looked for
COVERED = 0.6  # so much fainter is what upper bars have more, as the numbers on both have to be read
FAINT = 0.8  # so much fainter are bars where the area is filled, too: one colour does not lie on itself
COLUMN = 0.25  # of a bar's width, between the area and the column of what is stacked
THINNEST = 1e-4  # bars that are less wide in the picture, where a pixel is about 0.01, are one line

Rule = Literal["left", "middle", "right", "trapezoid", "lower", "upper", "both"]
"""Where in its bar the function gives the height; at both ends, the top being slanted; or its least, or its greatest
height there, or both at once.
"""


@dataclass(frozen=True)
class AreaState(Numbers):
    """From `low` to `high` in model units; how much of area and bars is seen, and what share of the way is `filled`.

    `count` bars stand; while they come out of `before` bars, `split` of the way. What upper bars have more than lower
    ones is `stacked` to a column beside the area, so far of its way.
    """

    low: float
    high: float
    seen: float = 0.0
    filled: float = 1.0
    bars: float = 0.0
    count: float = 4.0
    before: float = 4.0
    split: float = 1.0
    stacked: float = 0.0


class CoveredArea(Figure[AreaState]):
    """What is between a `curve` and the axis, or a second curve (`other`); `rule` says how high the bars are, and
    `rule_before` those that they come out of.
    """

    def __init__(self, curve: FunctionCurve, over: Interval, theme: Theme) -> None:
        super().__init__(AreaState(*over), curve)
        self.curve, self.plot, self.theme = curve, curve.plot, theme
        self.other: OneVariable | None = None
        self.whole: Interval | None = None
        self.spread: Callable[[Array], Array] | None = None
        """Where the bars' edges are, by shares of the way from the first to the last; without it, evenly."""
        self.rule: Rule = "left"
        self.rule_before: Rule = "left"
        style = {"stroke_width": 0, "fill_opacity": 0}
        colours = (curve.colour, theme.palette["red"] if curve.colour != theme.palette["red"] else theme.muted)
        self.fills = [VMobject(fill_color=colour, **style) for colour in colours]
        self.boxes = [VMobject(fill_color=colour, stroke_color=colour, **style) for colour in colours]
        self.leaving = [VMobject(stroke_color=colour, **style) for colour in colours]
        more = theme.palette["orange" if curve.colour != theme.palette["orange"] else "teal"]
        self.caps = VMobject(fill_color=more, stroke_color=more, **style)
        self.front = VMobject(stroke_color=theme.foreground, stroke_width=4, fill_opacity=0)
        self.picture.add(*self.fills, *self.boxes, *self.leaving, self.caps, self.front)
        self.plot.fills.append(self.inside)

    # ── what it is worth ──────────────────────────────────────────────────────────────────────────────────────────────

    def floor(self, x: Array) -> Array:
        """Where the area ends below: on the axis, or on the other curve."""
        return np.zeros_like(x) if self.other is None else self.other.value(x)

    @property
    def worth(self) -> float:
        """The area between two curves; of one curve, the integral, which counts what is below the axis negative."""
        state = self.state
        if self.other is None:
            return integral(self.curve.function.value, Interval(state.low, state.high))
        return abs(
            integral(lambda x: np.abs(self.curve.function.value(x) - self.floor(x)), Interval(state.low, state.high))
        )

    @property
    def is_signed(self) -> bool:
        """Whether part of it counts negative, or of the `whole` that it grows to: below the axis, or to the left."""
        low, high = self.whole or (self.state.low, self.state.high)
        x = np.linspace(low, high, 401)
        return self.other is None and (high < low or bool((self.curve.function.value(x) < 0).any()))

    @property
    def width(self) -> float:
        """Of each bar."""
        state = self.state
        return (state.high - state.low) / round(state.count)

    @property
    def sum(self) -> float:
        """What the bars cover."""
        return self._covered(self.standing_heights)

    @property
    def upper_sum(self) -> float:
        """What the upper bars cover, where both kinds stand."""
        return self._covered(self._tops)

    def _covered(self, heights: Array) -> float:
        widths = np.diff(self.edges(len(heights)))
        return round_off(float(heights @ widths), float(np.abs(heights) @ np.abs(widths)))

    def edges(self, count: int) -> Array:
        """The ends of so many bars, shape (count + 1,)."""
        if self.spread is not None:
            return self.spread(np.linspace(0, 1, count + 1))
        return np.linspace(self.state.low, self.state.high, count + 1)

    @property
    def standing_heights(self) -> Array:
        """The bars' heights now, on their way from the bars that they come out of."""
        return self._standing(self.rule, self.rule_before)

    @property
    def _tops(self) -> Array:
        """How high the upper bars are now; as high as the others, where these stand alone."""
        return self._standing(*("upper" if one == "both" else one for one in (self.rule, self.rule_before)))

    def _standing(self, rule: Rule, before: Rule) -> Array:
        state = self.state
        count, many = round(state.count), round(state.before)
        middles = (np.arange(count) + 0.5) * many / count
        parent = middles.astype(int)
        parents = self.heights(many, before)[parent] + self.slants(many, before)[parent] * (2 * (middles - parent) - 1)
        return np.asarray(parents + (self.heights(count, rule) - parents) * state.split)

    def _standing_slants(self) -> Array:
        """By how much the right end of each bar's top is above its middle now."""
        state = self.state
        count, many = round(state.count), round(state.before)
        parent = ((np.arange(count) + 0.5) * many / count).astype(int)
        parents = self.slants(many, self.rule_before)[parent] * many / count
        return np.asarray(parents + (self.slants(count, self.rule) - parents) * state.split)

    def slants(self, count: int, rule: Rule) -> Array:
        """By how much the right end of the top is above its middle, of so many bars: of trapezoids alone."""
        ends = self.curve.function.value(self.edges(count))
        return np.diff(ends) / 2 if rule == "trapezoid" else np.zeros(count)

    def heights(self, count: int, rule: Rule | None = None) -> Array:
        """The heights of so many bars, shape (count,); by another `rule`, if it is given."""
        rule, edges = rule or self.rule, self.edges(count)
        low, width = edges[:-1], np.diff(edges)
        at = {"left": 0.0, "middle": 0.5, "right": 1.0}.get(rule)
        if at is not None:
            return self.curve.function.value(low + at * width)
        if rule == "trapezoid":
            ends = self.curve.function.value(edges)
            return np.asarray(ends[:-1] + ends[1:]) / 2
        inside = self.curve.function.value((low[:, None] + np.linspace(0, 1, DEPTH) * width[:, None]).ravel())
        rows = inside.reshape(count, DEPTH)
        return np.asarray(rows.min(axis=1) if rule in {"lower", "both"} else rows.max(axis=1))

    # ── what is drawn ─────────────────────────────────────────────────────────────────────────────────────────────────

    def draw(self, state: AreaState) -> None:
        """Area and bars, each in two colours: above, and below."""
        stretches = self._stretches(state) if state.seen > 0 and state.high != state.low and state.filled > 0 else []
        for fill, above in zip(self.fills, (True, False), strict=True):
            paths = [path for x, y, floor in stretches for path in self._sides(x, y, floor, above=above)]
            outlined(fill, paths)
            fill.set_fill(opacity=0.38 * state.seen)
        self._draw_front(state, stretches)
        covered = state.seen * state.filled
        boxes = self._bars(state, state.count, self.standing_heights, self._standing_slants()) if state.bars > 0 else []
        many = state.before
        parents = self.heights(round(many), self.rule_before)
        slanted = self.slants(round(many), self.rule_before)
        old = self._bars(state, many, parents, slanted) if boxes and state.split < 1 else []
        for box, leaving, sign in zip(self.boxes, self.leaving, (1, -1), strict=True):
            outlined(box, [path for path, height in boxes if (height >= 0) == (sign > 0)])
            box.set_fill(opacity=0.3 * state.bars * (1 - FAINT * covered)).set_stroke(
                width=self._thin(state.count), opacity=state.bars * state.split
            )
            outlined(leaving, [path for path, height in old if (height >= 0) == (sign > 0)])
            leaving.set_stroke(width=self._thin(state.before), opacity=state.bars * (1 - state.split))
        twofold = "both" in {self.rule, self.rule_before if state.split < 1 else self.rule}
        outlined(self.caps, self._surplus(state) if twofold and boxes else [])
        self.caps.set_fill(opacity=0.4 * state.bars * (1 - COVERED * covered * (1 - state.stacked))).set_stroke(
            width=self._thin(state.count), opacity=state.bars
        )

    def _draw_front(self, state: AreaState, stretches: list[tuple[Array, Array, Array]]) -> None:
        """While the area fills, a line at its end: as long as the curve is above the floor there."""
        self.front.clear_points()
        if stretches and state.filled < 1:
            x, y, floor = (one[-1] for one in stretches[-1])
            ends = np.clip([floor, y], *self.plot.state.y)
            self.front.set_points_as_corners(self.plot.graph.points_of(np.array([x, x]), ends))
        self.front.set_stroke(opacity=state.seen)

    def _stretches(self, state: AreaState) -> list[tuple[Array, Array, Array]]:
        """Pieces of the area inside the window: places, the curve there, the floor there."""
        until, window = state.low + state.filled * (state.high - state.low), self.plot.state
        over = Interval(max(min(state.low, until), window.left), min(max(state.low, until), window.right))
        found = sharp_pieces(self.curve.function, over) if over.low < over.high else ()
        return [(x, y, self.floor(x)) for x, y in found]

    def inside(self) -> Array:
        """Scene points (n, 3) all over it, if it is seen, also before it is filled."""
        state, shares = self.state, np.linspace(0, 1, 24)[:, None]
        x = np.linspace(state.low, state.high, 80)
        floor, top = (np.clip(one, *self.plot.state.y) for one in (self.floor(x), self.curve.function.value(x)))
        y = floor + (top - floor) * shares
        known = np.isfinite(y) & (state.seen > 0)
        return self.plot.graph.points_of(np.broadcast_to(x, y.shape)[known], y[known])

    def _sides(self, x: Array, y: Array, floor: Array, *, above: bool) -> list[Array]:
        """The outlines (scene points) of what lies above the floor, or below it, inside the window."""
        window = self.plot.state
        top, bottom = np.clip(y, *window.y), np.clip(floor, *window.y)
        inside = (y >= floor) if above else (y < floor)
        runs = np.split(np.arange(len(x)), np.flatnonzero(np.diff(inside)) + 1)
        paths = []
        for run in runs:
            if inside[run[0]] and len(run) > 1:
                across, up = np.concatenate([x[run], x[run][::-1]]), np.concatenate([top[run], bottom[run][::-1]])
                paths.append(self.plot.graph.points_of(across, up))
        return paths

    def _bars(self, state: AreaState, many: float, full: Array, slants: Array) -> list[tuple[Array, float]]:
        """Each bar's outline (scene points) and its height, of `many` that come up to their `full` heights."""
        edges, foot = np.clip(self.edges(round(many)), *self.plot.state.x), np.clip(0.0, *self.plot.state.y)
        heights = full * state.bars
        right, left = (np.clip(heights + side * slants * state.bars, *self.plot.state.y) for side in (1, -1))
        return [
            (self.plot.graph.points_of(edges[[k, k + 1, k + 1, k]], np.array([foot, foot, *ends])), float(height))
            for k, (ends, height) in enumerate(zip(zip(right, left, strict=True), heights, strict=True))
            if edges[k] != edges[k + 1]  # outside of the window there is none
        ]

    def _thin(self, count: float) -> float:
        """How wide the outlines of so many bars are: the more of them the window shows, the thinner."""
        seen = count * min(1.0, self.plot.state.x.length / (abs(self.state.high - self.state.low) or 1.0))
        return min(2.5, 60 / max(1.0, seen))

    def column(self) -> list[tuple[float, float]]:
        """The model points between which stands what the upper bars have more, when it is stacked."""
        foot, right = float(self.standing_heights.min()), self.state.high + (1 + COLUMN) * self.width
        return [(right - self.width, foot), (right, foot + (self.upper_sum - self.sum) / self.width)]

    def _surplus(self, state: AreaState) -> list[Array]:
        """The outlines of what the upper bars have more, on its way to the column: the lowest piece goes lowest. While
        bars split, the column narrows with them, and its pieces keep their areas.
        """
        feet, tops, width = self.standing_heights, self._tops, self.width
        wider = 1 + (state.count / state.before - 1) * (1 - state.split) * state.stacked
        order, sizes = np.argsort(feet, kind="stable"), (tops - feet) / wider
        low = np.empty_like(feet)
        low[order] = feet.min() + np.cumsum(sizes[order]) - sizes[order]
        low = feet + (low - feet) * state.stacked
        left = np.linspace(state.low, state.high, len(feet) + 1)[:-1]
        left += (state.high + COLUMN * width * wider - left) * state.stacked
        left, right = (np.clip(one, *self.plot.state.x) for one in (left, left + width * wider))
        high = np.clip((low + sizes) * state.bars, *self.plot.state.y)
        low = np.clip(low * state.bars, *self.plot.state.y)
        corners = (one for one in zip(left, right, low, high, strict=True) if one[0] != one[1])
        return [self.plot.graph.points_of(np.array([x, z, z, x]), np.array([y, y, w, w])) for x, z, y, w in corners]

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    def off_curve(self) -> float:
        """How far the area's drawn edges are from the curve or the floor, as a share of the window's height."""
        window, graph = self.plot.state, self.plot.graph
        largest = 0.0
        for fill in self.fills:
            corners = fill.points[::4]
            if not len(corners):
                continue
            x, y = graph.models_of(corners).T
            near = 1e-9 * window.x.length
            ends = (self.curve.function.value, self.floor)
            edges = [np.clip(end(x + side), *window.y) for end in ends for side in (0.0, near, -near)]
            apart = np.nan_to_num(np.abs(np.array(edges) - y), nan=np.inf).min(axis=0)
            largest = max(largest, float(apart.max()) / window.y.length)
        return largest

    def off_sum(self) -> float:
        """How far what the drawn bars cover is from their sum, as a share of the largest that it may be; bars that are
        on their way, that the window cuts off, or that are too thin in it to be told apart, are not looked at. A bar
        that is missing is infinitely far.
        """
        state, window = self.state, self.plot.state
        if state.bars < 1 or state.split < 1:
            return 0.0
        heights = self.heights(round(state.count))
        tops = self.heights(round(state.count), "upper") if self.rule == "both" else heights
        (across, up), edges = self.plot.graph.units(), self.edges(len(heights))
        corner = self.column()[1] if state.stacked else (float(edges.max()), float(tops.max()))
        widths, cut = np.diff(edges), edges.min() < window.left or corner[0] > window.right or corner[1] > window.high
        if cut or tops.max() > window.high or heights.min() < window.low or widths.min() * across < THINNEST:
            return 0.0
        parts = [box.get_subpaths() for box in (*self.boxes, self.caps)]
        above, below, more = (sum(abs(signed_area(path[::4, :2])) for path in paths) for paths in parts)
        if len(parts[0]) + len(parts[1]) != len(heights):
            return np.inf
        scale = float(np.abs(heights).max() * (state.high - state.low)) or 1.0
        unit = across * up
        apart = abs((above - below) / unit - float(heights @ widths))
        return (apart + abs(more / unit - float((tops - heights) @ widths))) / abs(scale)


def outlined(shape: VMobject, paths: list[Array]) -> None:
    """Makes a shape of closed outlines of scene points (n, 3)."""
    shape.clear_points()
    for path in paths:
        shape.start_new_path(path[0])
        shape.add_points_as_corners([*path[1:], path[0]])


def integral(function: Callable[[Array], Array], over: Interval) -> float:
    """The integral of a function (arrays in, arrays out), without the noise of its sums; negative if `over` runs
    backwards.
    """
    flat = lambda x: function(x.ravel()).reshape(x.shape)  # noqa: E731 - what takes one row of places
    edges = np.linspace(*over, PANELS + 1)
    return round_off(integrated(flat, *over), float(np.abs(panels(flat, edges[:-1], edges[1:])).sum()))
