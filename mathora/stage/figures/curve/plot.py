"""Axes whose window can move: what curves, points and areas stand on.

Owns: `Plot`, `Window`; `pace_to` another interval of an axis; `upright_names`, `applied`.

Law: a number stands at the place that it tells, while the window rests and while it moves (`moving_numbers`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import log10
from typing import Any, cast

import numpy as np
from manim import RIGHT, VGroup, VMobject, smooth

from mathora.formula import Formula, Model
from mathora.formula.curves.interval import Interval, axis_ticks
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.view import grown
from mathora.formula.inspection.naming import base_of
from mathora.formula.tree import Application, Prime, Symbol
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.moving_numbers import MovingNumbers
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.layout import Region
from mathora.stage.motion import evenly_nearer, led
from mathora.stage.parameters import Function
from mathora.stage.plane.graph import APART_FROM_LINES, HALO, ON_FILL, Graph, OverOthers, half_of, meets, room_between
from mathora.stage.text.terms import Term, symbol
from mathora.stage.theme import Theme

ROOM = (0.62, 0.5, 0.7, 0.45)  # scene units around the window, for numbers and names: left, below, right, above
RIM = (0.3, 0.15)  # the least of it at the left and below, where the axis, with its numbers, is farther inside
DIGIT, OVERHANG = 0.17, 0.2  # about how wide a digit of an axis is, and how far numbers may reach out of the place
SEEN_AT = 201  # at so many places of a window is looked whether a function is seen there
FAR = 8.0  # so many times as much, or as little, of an axis is far out, or in
APART = (1.1, 0.75)  # about so far apart the numbers of the axes stand, across and up, in scene units

Pace = Callable[[float], float]
"""How much of a way is done after a share of its time."""


@dataclass(frozen=True)
class Window(Numbers):
    """What of the plane is shown, in model units; how much of axes and of their numbers is seen, from 0 to 1; and how
    far, in scene units, all stands to the right of its place.
    """

    left: float
    right: float
    low: float
    high: float
    axes: float = 0.0
    numbers: float = 0.0
    moved: float = 0.0

    @property
    def x(self) -> Interval:
        """From left to right."""
        return Interval(self.left, self.right)

    @property
    def y(self) -> Interval:
        """From low to high."""
        return Interval(self.low, self.high)


def pace_to(before: Interval, after: Interval) -> Pace:
    """How much of the way from an interval of an axis to another is done: far in or out, by equal factors in equal
    times, for the eye follows factors, not lengths.
    """
    factor = after.length / before.length
    return smooth if 1 / FAR < factor < FAR else lambda done: evenly_nearer(smooth(done), factor)


def _digits(shown: Interval) -> float:
    """About how many digits tell the numbers of an axis apart: as a window closes in on a place, ever more."""
    return 2.5 + log10(5 * max(abs(shown.low), abs(shown.high)) / shown.length)


class Plot(Figure[Window]):
    """Axes in a `place` of the picture. `numbers` is what stands above the curves, `picture` what stands below; `ink`
    and `halo` are the numbers' colour, and how wide they keep lines off.

    With `equal` units a unit is as long across as up. Axes that stand `level` with others are as high in their place
    whatever they show.
    """

    def __init__(  # noqa: PLR0913 - what axes are
        self,
        place: Region,
        x: Interval,
        y: Interval,
        theme: Theme,
        names: tuple[VMobject, VMobject],
        *,
        equal: bool = False,
        level: bool = False,
        axes: type[Graph] = Graph,
    ) -> None:
        super().__init__(Window(*x, *y))
        self.axes = axes
        self.whole, self.fixed, self.apart = place, equal or level, APART
        self.theme, self.names, self.equal = theme, names[: 1 + axes.upright], equal
        self.numbers = VGroup()
        led(self.numbers)
        self.ink, self.halo = theme.muted, HALO
        self._made: tuple[float, ...] = ()
        self.lines: list[Callable[[], Array]] = []
        """Model points (n, 2) of each line that stands on the axes: their numbers keep off."""
        self.fills: list[Callable[[], Array]] = []
        """Scene points (n, 3) all over what is filled: names keep off."""
        self.graph = self._graph(self.state)
        self.told = [*self.graph.numbers]
        """The numbers that stand."""
        self.moving: MovingNumbers | None = None
        """Those that are seen while the window moves."""

    @property
    def place(self) -> Region:
        """Where the window stands."""
        return self.place_of(self.state.x, self.state.y)

    def place_of(self, x: Interval, y: Interval) -> Region:
        """Where a window stands: it keeps room for an axis's numbers only so far as the axis is near its rim. With
        equal units, and level with others, all have the same place.
        """
        whole, inside, low = self.whole, self.axes.crossing(x, y), (x.low, y.low)
        sides, lengths = (whole.width - ROOM[2], whole.height - ROOM[3]), (x.length, y.length)
        left, below = ROOM[0], ROOM[1] if self.axes.numbers_across else RIM[1]
        if not self.fixed:
            left = max(left, DIGIT * _digits(y) - OVERHANG)
            shares = [(one - end) / length for one, end, length in zip(inside, low, lengths, strict=True)]
            left, below = (
                max(rim, (room - share * side) / max(1 - share, rim))
                for rim, room, share, side in zip(RIM, (left, below), shares, sides, strict=True)
            )
        return Region(whole.left + left, whole.bottom + below, whole.right - ROOM[2], whole.top - ROOM[3])

    def spread(self, whole: Region) -> None:
        """From now on it stands in another place, of which it shows more: all that is seen stays where it is."""
        old, units = self.place, self.graph.units()
        self.whole = whole
        new, now = self.place, self.state
        left, right = ((b - a) / units[0] for a, b in ((old.left, new.left), (old.right, new.right)))
        low, high = ((b - a) / units[1] for a, b in ((old.bottom, new.bottom), (old.top, new.top)))
        self.stand(left=now.left + left, right=now.right + right, low=now.low + low, high=now.high + high)

    def window_to(self, seconds: float = 1.0, rate: Pace | None = None, **ends: float) -> list[Any]:
        """The motion to a window with other ends (`left`, `right`, `low`, `high`); numbers that stand go along.

        Without a `rate`, each axis goes at its own pace.
        """
        now = self.state
        there = replace(now, **ends)
        if now.numbers > 0 and there != now:
            self.stand(**ends)
            after = self.graph, self.told
            self.stand(**{end: getattr(now, end) for end in ends})
            self.moving = MovingNumbers((self.graph, self.told), after)
        paces = pace_to(now.x, there.x), pace_to(now.y, there.y)
        own = [{end: ends[end] for end in axis if end in ends} for axis in (("left", "right"), ("low", "high"))]
        return [way for pace, some in zip(paces, own, strict=True) for way in self.to(seconds, rate or pace, **some)]

    def _graph(self, state: Window) -> Graph:
        """Axes for a window; without ticks while it moves."""
        rests = state.numbers > 0 and not self.moving
        counts = round(self.place.width / self.apart[0]), max(4, round(self.place.height / self.apart[1]))
        ticks = (axis_ticks(state.x, counts[0]), axis_ticks(state.y, counts[1])) if rests else ((), ())
        place = self.place.moved(state.moved)
        graph = self.axes(
            place, state.x, state.y, self.theme, equal=self.equal, ticks=ticks, names=(*self.names, None)[:2]
        )
        self.names[0].next_to(graph.tips[0], RIGHT, buff=0.12)
        return graph

    def draw(self, state: Window) -> None:
        """Axes, and their numbers, which a curve never hides."""
        if self.moving and (state.x, state.y) == self.moving.windows[1]:
            self.moving = None
        made = (*state.x, *state.y, float(state.numbers > 0), state.moved, bool(self.moving))
        if made != self._made:
            self._made, self.graph = made, self._graph(state)
            self._keep_off()
        graph = self.graph
        for part in (graph.lines, *self.names):
            part.set_opacity(state.axes)
        graph.lines.set_fill(opacity=0)
        graph.tips.set_fill(opacity=state.axes)
        shown, ticks = self.moving.put(graph) if self.moving else ([(one, state.numbers) for one in self.told], [])
        for number, opacity in shown:
            number.set_fill(self.ink, opacity=opacity)
            number.set_stroke(self.theme.background, self.halo, opacity, background=True)
        seen = state.axes > 0
        self.picture.set(submobjects=[graph.lines, *ticks, graph.tips, *self.names] if seen else [])
        self.numbers.set(submobjects=[number for number, _ in shown] if state.numbers > 0 else [])

    def _keep_off(self) -> None:
        """A number that a line would cross goes to the first place around its tick where none does; where there is
        none, it is left out, unless its axis would have no other.
        """
        points, graph = self.line_points(), self.graph
        for number, place in zip(graph.numbers, graph.clear_places(points), strict=True):
            number.move_to(place)
        axes = graph.numbers[: graph.across], graph.numbers[graph.across :]
        clear = [[one for one in axis if not self._is_crossed(one, points)] for axis in axes]
        self.told = [one for free, axis in zip(clear, axes, strict=True) for one in (free or axis[:1])]

    def keep_off(self, *functions: OneVariable) -> None:
        """From now on the numbers keep off the curves of these functions, too."""
        self.lines += [partial(self._curve, one) for one in functions]

    def _curve(self, function: OneVariable) -> Array:
        across = np.linspace(*self.state.x, 600)
        return np.column_stack([across, function.value(across)])

    def line_points(self) -> Array:
        """Scene points (n, 2) of the lines that the numbers keep off."""
        places = np.concatenate([np.empty((0, 2)), *(line() for line in self.lines)])
        return self.graph.points_of(*places[np.isfinite(places).all(axis=1)].T)[:, :2]

    def crossed(self) -> bool:
        """Whether a line goes through a number that stands."""
        points, graph = self.line_points(), self.graph
        seen = [one for one in self.numbers if self._is_crossed(one, points)]
        rows = graph.numbers[: graph.across], graph.numbers[graph.across :]
        return any(sum(one in row for one in self.told) > 1 for one in seen for row in rows if one in row)

    @staticmethod
    def _is_crossed(number: VMobject, points: Array) -> bool:
        return bool(meets(points, number.get_center()[:2], half_of(number, 0.0)))

    def tell_more(self, across: float, up: float) -> None:
        """From now on numbers stand closer: about so far apart, across and up, in scene units."""
        self.apart, self._made = (across, up), ()
        self.draw(self.state)

    def leave_numbers_below(self) -> None:
        """From now on other axes, below and with the same span, tell the numbers across for both."""
        self.axes, self._made = OverOthers, ()
        self.draw(self.state)

    def lie_on_fills(self) -> None:
        """From now on the numbers are bright, with a thin rim: they stand on something that is filled."""
        self.ink, self.halo = self.theme.foreground, ON_FILL
        self.draw(self.state)

    def clear_numbers(self, play: Callable[..., None]) -> None:
        """Numbers through which a line goes now leave, and come where none does."""
        if self.crossed():
            play(*self.to(numbers=0), run_time=0.3)
            play(*self.to(numbers=1), run_time=0.3)

    def writes_on(self, points: Array) -> Array:
        """At which of these scene points (n, 3) a number of the axes stands."""
        boxes = np.array([(one.get_center()[:2], half_of(one)) for one in self.numbers]).reshape(-1, 2, 1, 2)
        return np.asarray((np.abs(points[:, :2] - boxes[:, 0]) < boxes[:, 1]).all(axis=-1).any(axis=0))

    def from_numbers(self, name: VMobject) -> float:
        """How far a name is from the nearest number of the axes, in scene units; less than nothing if it is on one."""
        return min((room_between(name, one) - 2 * APART_FROM_LINES for one in self.numbers), default=np.inf)

    def rename(self, up: VMobject) -> None:
        """From now on the upright axis has another name."""
        self.names, self._made = (self.names[0], up), ()
        self.draw(self.state)

    # ── the map, by the window that stands now ────────────────────────────────────────────────────────────────────────

    def point(self, x: float, y: float) -> Array:
        """The scene point (3,) of a model point."""
        return self.graph.point(x, y)

    @property
    def texts(self) -> list[VMobject]:
        """Its numbers and names."""
        return [*self.numbers, *self.names]

    @property
    def axes_points(self) -> Array:
        """Scene points (n, 3) all along both axes: what a label keeps clear of."""
        state, (x0, y0) = self.state, self.graph.origin
        across, up = np.linspace(*state.x, 120), np.linspace(*state.y, 80)
        return np.concatenate(
            [self.graph.points_of(across, np.full(120, y0)), self.graph.points_of(np.full(80, x0), up)]
        )

    def slope_on_screen(self, slope: float) -> Array:
        """The unit vector (3,) of a model slope, as it is seen."""
        across, up = self.graph.units()
        along = np.array([across, slope * up, 0.0])
        return np.asarray(along / np.linalg.norm(along))

    def holding(self, points: Sequence[tuple[float, float]]) -> tuple[Interval, Interval]:
        """The window across and up, grown until it holds these model points, with some room."""
        window, room = self.state, 0.1
        across, up = zip(*points, (window.left, window.low), (window.right, window.high), strict=True)
        span, heights = (
            Interval(
                min(ends) - room * (min(ends) < old.low) * old.length,
                max(ends) + room * (max(ends) > old.high) * old.length,
            )
            for ends, old in ((across, window.x), (up, window.y))
        )
        return span, heights

    def lacks(self, function: OneVariable, *, given: bool = False) -> Interval | None:
        """The heights that hold a function, too, if those of the window do not; if an author has `given` them, only
        where nothing of it would be seen.
        """
        values = function.value(np.linspace(self.state.left, self.state.right, SEEN_AT))
        if given and bool(((values >= self.state.low) & (values <= self.state.high)).any()):
            return None
        heights = grown(self.state.x, self.state.y, function)
        return None if heights == self.state.y else heights

    def shows(self, x: float, y: float) -> bool:
        """Whether a model point is in the window."""
        state = self.state
        slack = 1e-9
        return bool(
            state.left - slack * state.x.length <= x <= state.right + slack * state.x.length
            and state.low - slack * state.y.length <= y <= state.high + slack * state.y.length
        )


def upright_names(model: Model, function: Function, *others: Function) -> tuple[str, ...]:
    """What the axis up is called: as the function; with others that differ by their index alone, b_1 and b_2, as what
    they share: each is named at its curve. With others of other names it has no name.
    """
    shared = {base_of(cast("Symbol", symbol(model, one.key).tree)) for one in (function, *others)}
    return (function.key,) if not others else (*shared,)[: len(shared) == 1]


def applied(formula: Formula) -> Term | None:
    """The function's own name, v, where a formula is a function of the model of its variable, v(t)."""
    one = formula.tree
    if not isinstance(one, Application) or not isinstance(one.head, Symbol | Prime) or one.power:
        return None
    return Term(one.head) if len(one.arguments) == 1 and isinstance(one.arguments[0], Symbol) else None
