"""The shadow that an arrow throws on a direction which turns, and the wave of the shadow's length over the angle.

Laws:
- Arrow, direction and shadow are to one scale; the shadow ends where the perpendicular from the arrow's tip meets the
  direction's line, so that its length is the dot product, negative behind the foot. It is drawn on that line,
  beside an arrow that lies there.
- A point of the wave is (angle, dot product), measured on what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import DOWN, PI, RIGHT, TAU, UP, Animation, Arc, Circle, Dot, FadeIn, FadeOut, ValueTracker, VGroup, VMobject

from mathora.formula import Formula, tree
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.layout import Region
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import Graph, dashed
from mathora.stage.text.terms import Term, value
from mathora.stage.writing import Writing

DIRECTIONS = 401  # at so many angles the wave is known beforehand
RADIUS, NAME_ROOM, FARTHEST = 0.5, 0.45, 0.45
"""How far from the foot the arc is that shows the angle, and how wide it is at least, in scene units, so that its name
has room; how far out it is at most, as a share of the vector.
"""

MARKED = {PI / 2: 90, PI: 180, TAU: 360}  # what the wave's axis is marked with, in degrees

ASIDE, ALONG = 0.13, 0.3
"""Between the direction's line and the shadow on it, in scene units, where that is the arrow's line: the shadow never
lies on the arrow; within how many radians of that line they come apart.
"""

HALF = 0.5  # of the wave's height: where it is nearer to its axis, what stands at an angle makes room for it
BEYOND = 1.08  # how much longer the wave's axis is than the wave
TICK = 0.07  # half the length of a mark on the axis, in scene units

PERPENDICULAR = "the shadow ends where the perpendicular from the tip meets the direction"
WAVE = "the wave is the dot product at its angle"


class TurningShadow:
    """The shadow of `vector` (model units, (3,)) from a `foot` (scene point), `scale` scene units for each unit.

    `heading` is the direction's angle from the vector, θ in radians, which turns from 0 to `end`, once around or
    half as far, to the left, or with a `sense` of -1 to the right; so far as `begun` it is turned already.
    `place` is where the wave stands, if there is room for it; `name` is the direction's.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a shadow depends on
        self,
        scene: Writing,
        foot: Array,
        vector: Array,
        scale: float,
        heading: ValueTracker,
        place: Region | None,
        name: Formula | None = None,
        sense: int = 1,
    ) -> None:
        self.sense = sense
        self.theme, self.foot, self.vector, self.scale, self.heading = scene.theme, foot, vector, scale, heading
        self.base, self.length = float(np.arctan2(vector[1], vector[0])), float(np.linalg.norm(vector))
        self.end, self.begun = TAU, float(heading.get_value())
        self.place = place
        self.unit = ArrowMobject(foot, foot + scale * _way(self.base), self.theme.foreground, 0.06)
        self.bar = VMobject(stroke_color=self.theme.palette["teal"], stroke_width=9, fill_opacity=0)
        self.drop = VMobject(stroke_color=self.theme.muted, stroke_width=2.5, fill_opacity=0)
        self.arc = VMobject(stroke_color=self.theme.muted, stroke_width=2.5, fill_opacity=0)
        self.angle_name = scene.symbol(r"\theta", scene.theme.sizes.body)
        self.name = scene.formula_mobject(name, scene.theme.sizes.body) if name else VGroup()
        self.turning = VGroup(self.arc, self.drop, self.bar, self.unit, self.angle_name, self.name)
        self.graph: Graph | None = None
        self.wave = VMobject(stroke_color=self.theme.palette["teal"], stroke_width=5, fill_opacity=0)
        self.dot, self.marks = Dot(radius=0.09, color=self.theme.foreground), VGroup()

    def _graph(self, scene: Writing, place: Region) -> Graph:
        reach = 1.15 * (self.length or 1.0)
        names = (scene.symbol(r"\theta", scene.theme.sizes.label), None)
        room = Region(place.left + 0.5, place.bottom + 0.1, place.right - 0.5, place.top - 0.25)
        graph = Graph(
            room, Interval(0.0, BEYOND * self.end), Interval(-reach, reach), self.theme, ticks=((), None), names=names
        )
        for angle, degrees in MARKED.items():
            if angle > self.end + 1e-9:
                continue
            term, tick = Term(tree.Degrees(value(float(degrees)).tree)), graph.point(angle, 0.0)
            mark = scene.label(term, scene.theme.sizes.small, scene.theme.muted)
            graph.lines.start_new_path(tick + TICK * UP)
            graph.lines.add_line_to(tick + TICK * DOWN)
            high = float(self.dot_product(angle)) / (self.length or 1.0)
            mark.next_to(tick, UP if high < HALF else DOWN, buff=0.15)  # where the wave does not go
            graph.numbers.add(mark.shift((mark.width / 2 + TICK) * RIGHT) if abs(high) < HALF else mark)
        return graph

    def dot_product(self, angle: Array | float) -> Array:
        """The vector times the direction at an angle, or at many: its length times the angle's cosine."""
        return np.asarray(self.length * np.cos(angle))

    # ── motion ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def coming(self) -> list[Animation]:
        """The direction and the shadow appear; they follow `heading` from now on."""
        self._led(*self.turning)
        return [FadeIn(self.turning)]

    def wave_coming(self, write: Writing, end: float = TAU) -> list[Animation]:
        """The axes of the wave appear, as far as the direction will turn, with what of it is passed."""
        self.end = end
        if self.place is None:
            return []
        self.graph = self._graph(write, self.place)
        self._led(self.wave, self.dot)
        return [FadeIn(one) for one in (self.graph, self.wave, self.dot)]

    def _led(self, *parts: VMobject) -> None:
        for part in parts:
            part.add_updater(self._follow[part], call_updater=True)

    def rests(self) -> list[Animation]:
        """What turns leaves; the wave stays, with its marks."""
        self.wave.clear_updaters()
        return [FadeOut(self.turning)]

    def mark(self) -> list[Animation]:
        """The present angle is marked on the wave: a ring there, and a dashed line to the axis."""
        if self.graph is None:
            return []
        angle, high = self._now()
        ring = Circle(radius=0.09, color=self.theme.foreground, stroke_width=2.5).move_to(self._on_graph())
        ways = (
            [self.graph.dashes((angle, 0.0), (angle, high), self.theme.muted)] if abs(high) > HALF * self.length else []
        )
        self.marks.add(stop := VGroup(*ways, ring))
        return [FadeIn(stop)]

    @property
    def staying(self) -> VGroup:
        """The wave on its axes, after the turn."""
        if self.graph is None:
            return VGroup()
        return VGroup(self.graph, self.wave, self.marks, self.dot)

    # ── what follows the heading ──────────────────────────────────────────────────────────────────────────────────────

    @property
    def _follow(self) -> dict[VMobject, Callable[[VMobject], object]]:
        turning: dict[VMobject, Callable[[VMobject], object]] = {
            self.unit: lambda _: self.unit.put(self.foot, self.foot + self.scale * self._along()),
            self.bar: lambda bar: bar.set_points(self._bar().points),
            self.drop: lambda drop: drop.set_points(
                dashed(self.tip(), self.shadow_end() + self._side(), self.theme.muted).points
            ),
            self.arc: lambda arc: arc.set_points(self._arc().points),
            self.angle_name: self._name_angle,
            self.name: lambda name: name.move_to(self._beside_unit()),
        }
        on_graph: dict[VMobject, Callable[[VMobject], object]] = {
            self.wave: lambda line: line.set_points_as_corners(self._wave()),
            self.dot: lambda dot: dot.move_to(self._on_graph()),
        }
        return turning | (on_graph if self.graph else {})

    def _now(self) -> tuple[float, float]:
        angle = float(self.heading.get_value())
        return angle, float(self.dot_product(angle))

    def _on_graph(self) -> Array:
        return self.graph.point(*self._now()) if self.graph else self.foot

    def _along(self) -> Array:
        return self._way_at(float(self.heading.get_value()))

    def _way_at(self, angle: float) -> Array:
        """The direction (3,) at an angle from the vector, in radians."""
        return _way(self.base + self.sense * angle)

    def tip(self) -> Array:
        """The vector's tip."""
        return np.asarray(self.foot + self.scale * self.vector)

    def shadow_end(self) -> Array:
        """Where the shadow ends, as a scene point."""
        return np.asarray(self.foot + self.scale * self._now()[1] * self._along())

    def _bar(self) -> VMobject:
        """The shadow, beside its line; behind the foot, where it counts as negative, it is dashed."""
        ends, behind = (self.foot + self._side(), self.shadow_end() + self._side()), self._now()[1] < 0
        return dashed(*ends, self.theme.muted) if behind else VMobject().set_points_as_corners(np.array(ends))

    def _side(self) -> Array:
        """From the direction's line to its shadow, near the arrow: to the side on which that does not lie."""
        across, up, _ = self._along()
        near = np.exp(-((np.sin(float(self.heading.get_value())) / ALONG) ** 2))
        return ASIDE * float(near) * self.sense * np.array([-up, across, 0.0])

    def _turned(self) -> float:
        """The angle that the arc spans, in radians: less than once around."""
        return max(float(self.heading.get_value() % TAU), 1e-3)

    def _radius(self) -> float:
        """The arc of a narrow angle is farther out, where there is room for its name."""
        return float(np.clip(NAME_ROOM / self._turned(), RADIUS, FARTHEST * self.scale * self.length))

    def _name_angle(self, name: VMobject) -> None:
        """θ stands outside the middle of the arc; where no angle is, there is no name."""
        name.move_to(self.foot + (self._radius() + 0.6 * RADIUS) * self._way_at(self._turned() / 2))
        name.set_fill(opacity=float(np.clip(4 * self._turned() - 0.4, 0, 1)))

    def _arc(self) -> VMobject:
        turned = self.sense * self._turned()
        return Arc(radius=self._radius(), start_angle=self.base, angle=turned, arc_center=self.foot)

    def _beside_unit(self) -> Array:
        along = self._along()
        side = self.sense * np.array([-along[1], along[0], 0.0])
        return np.asarray(self.foot + self.scale * along + (ASIDE + 0.3) * side + 0.1 * along)

    def _reached(self) -> float:
        """The largest angle passed so far."""
        return max(self.begun, float(self.heading.get_value()))

    def _wave(self) -> Array:
        angles = np.linspace(0.0, self._reached(), DIRECTIONS)
        return self.graph.points_of(angles, self.dot_product(angles)) if self.graph else np.zeros((2, 3))

    # ── claims ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def off_perpendicular(self) -> float:
        """How far along the drawn direction the tip stands from the drawn shadow's end, in scene units."""
        ahead = self.unit.vector / max(float(np.linalg.norm(self.unit.vector)), 1e-9)
        return float((self.tip() - self.bar.points[-1]) @ ahead)

    def off_wave(self) -> float:
        """How far the drawn point of the wave is from the drawn direction times the vector, as a share of the vector's
        length: the wave is as high on the picture for each vector.
        """
        if self.graph is None:
            return 0.0
        seen = self.graph.model_of(self.dot.get_center())
        return (seen[1] - float(self.vector @ self._way_at(seen[0]))) / (self.length or 1.0)


def _way(angle: float) -> Array:
    """The unit vector (3,) at an angle in radians."""
    return np.array([np.cos(angle), np.sin(angle), 0.0])
