"""The level sets of a surface: rings that drop onto a map, gradient arrows across them, and a ball that rolls down."""

from __future__ import annotations

import numpy as np
from manim import (
    RIGHT,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    GrowFromPoint,
    LaggedStart,
    RoundedRectangle,
    ValueTracker,
    VGroup,
    VMobject,
    smooth,
)

from mathora.stage import Function, Interval, LessonScene, Number, Point, Region, StepView, action
from mathora.stage.arrow import ArrowMobject
from mathora.stage.contours import LevelCurve, level_curves, onto_level, slant, well_chosen_levels
from mathora.stage.graph import Graph
from mathora.stage.prose_mobject import tex_digits
from mathora.stage.surface_figure import SurfaceFigure, rgb
from mathora.stage.surface_view import SpaceBall, SpaceCurve
from mathora.stage.value_label import ValueLabel

HOVER = 0.6
AZIMUTH, ELEVATION = -58.0, 24.0
NAME = 0.46
LABELS_AT = np.array([-0.62, -0.78])
"""The direction from the middle in which the level sets carry their values."""

ROLL_STEP, ROLL_STEPS = 0.005, 1200
ARROWS_ROUND = 6


class ContourMap(LessonScene):
    """A surface above its map: level sets drop onto it, gradients stand perpendicular on them, a ball rolls down."""

    function: Function
    at: Point
    heights: tuple[Number, ...] = ()  # of the rings; empty: well-chosen ones
    span: Interval = Interval(-2, 2)

    def begin(self) -> None:
        """Builds the surface that hovers over its map; only the actions show it."""
        names = tuple(self.tex_mobject(key, NAME) for key in (*self.function.variables, self.function.key))
        self.marked = self.heights or well_chosen_levels(self.function, self.span, self.span)
        figure = SurfaceFigure(self.function, self.span, self.span, self.layout.body, self.theme, names, HOVER)
        self.figure = figure
        self.home = figure.pose(self.layout.figure.inset(0.2), AZIMUTH, ELEVATION)
        figure.stand(figure.pose(self.layout.figure.inset(0.2), AZIMUTH - 14, ELEVATION))
        figure.plane_axis, figure.plane_colour = 2, rgb(self.theme.foreground)
        for tracker in (figure.rise, figure.furniture, figure.names_seen, figure.numbers_seen, figure.opacity):
            tracker.set_value(0)
        self.lit = {height: ValueTracker(0) for height in self.marked}
        self.fallen = {height: ValueTracker(0) for height in self.marked}
        self.on_floor = ValueTracker(1)
        self.branches = {height: level_curves(self.function, self.span, self.span, height) for height in self.marked}
        for height in self.marked:
            for branch in self.branches[height]:
                self._exhibit_ring(height, branch)
        self.values: dict[float, VGroup] = {}
        self.graph: Graph | None = None
        self.rings: dict[float, LevelCurve] = {}
        self.arrow_field: list[tuple[ArrowMobject, LevelCurve]] = []
        self.rolled = ValueTracker(0)
        self.ball_seen = ValueTracker(0)
        self.path = np.zeros((0, 2))
        figure.exhibit(self._track_on_surface)
        figure.exhibit(self._ball_on_surface)

    # ── surface and rings ─────────────────────────────────────────────────────────────────────────────────────────────

    @action("A surface hovers over its floor, which is its map.")
    def surface(self, step: StepView) -> None:
        """Floor and axes, then the surface rises above it."""
        figure = self.figure
        self.add(figure.picture, figure.labels)
        self.play(_to(figure.furniture, 1), _to(figure.names_seen, 1), run_time=0.8)
        figure.opacity.set_value(1)
        self.play(_to(figure.rise, 1), *figure.move(self.home), run_time=2.4)
        self.show_formulas(step)

    def _need_surface(self) -> None:
        figure = self.figure
        if figure.picture not in self.mobjects and self.graph is None:
            figure.stand(self.home)
            for tracker in (figure.rise, figure.furniture, figure.names_seen, figure.opacity):
                tracker.set_value(1)
            self.add(figure.picture, figure.labels)

    def _exhibit_ring(self, height: float, branch: np.ndarray) -> None:
        """A ring on the surface, and its copy that falls to the floor."""
        colour = rgb(self._ring_colour(height))
        floor = self.figure.box.low[2]
        coarse = np.concatenate([branch[:-1:2], branch[-1:]])

        def ring(place: float, opacity: float, ghost: float) -> SpaceCurve:
            points = np.column_stack([coarse, np.full(len(coarse), place)])
            width = 4.0 * min(1.0, self.figure.present().scale / self.home.scale)
            return SpaceCurve(points, colour, width, opacity, ghost=ghost, glow=0.1 if ghost else 0.0)

        def on_surface() -> SpaceCurve | None:
            seen = self.lit[height].get_value() * self.figure.opacity.get_value()
            return ring(height, seen, 0.4) if seen > 0 else None

        def on_map() -> SpaceCurve | None:
            share = self.fallen[height].get_value()
            seen = self.on_floor.get_value() * min(1.0, share * 4)
            return ring(height + (floor - height) * share, seen, 0.0) if seen > 0 else None

        self.figure.exhibit(on_surface)
        self.figure.exhibit(on_map)

    def _ring_colour(self, height: float) -> str:
        """Rings grow lighter with their height, as the surface does."""
        low, high = min(self.marked), max(self.marked)
        share = (height - low) / (high - low) if high > low else 1.0
        dim, bright = np.array(rgb(self.theme.palette["purple"])), np.array(rgb(self.theme.foreground))
        return "#%02x%02x%02x" % tuple(int(round(c)) for c in dim + (bright - dim) * (0.15 + 0.75 * share))

    @action("A level plane stops at the height {height}; where it meets the surface a ring lights up and drops onto the map.")
    def level(self, step: StepView, height: Number) -> None:
        """The plane comes down, the ring glows, its shadow falls onto the map."""
        self._need_surface()
        height = min(self.marked, key=lambda one: abs(one - height)) if self.graph is not None else height
        self._include(height)
        figure = self.figure
        figure.plane_at.set_value(figure.box.high[2])
        self.play(_to(figure.plane_seen, 1), run_time=0.4)
        self.play(_to(figure.plane_at, height), run_time=1.4)
        self.play(_to(self.lit[height], 1), run_time=0.7)
        self.play(_to(figure.plane_seen, 0), run_time=0.5)
        self.play(_to(self.fallen[height], 1), run_time=1.2)
        self._label(height)
        self.play(FadeIn(self.values[height]), run_time=0.4)
        self.show_formulas(step)

    def _include(self, height: float) -> None:
        """Makes a height that was not among the levels one of them."""
        if height in self.lit:
            return
        self.marked = tuple(sorted((*self.marked, height)))
        self.lit[height], self.fallen[height] = ValueTracker(0), ValueTracker(0)
        self.branches[height] = level_curves(self.function, self.span, self.span, height)
        for branch in self.branches[height]:
            self._exhibit_ring(height, branch)

    def _label(self, height: float) -> None:
        """The ring's value on the map, on a patch of the background that interrupts the line."""
        points = np.concatenate(self.branches[height])
        middle = np.array([self.span.middle, self.span.middle])
        inner = points[(np.abs(points - middle) < 0.44 * self.span.length).all(axis=1)]
        points = inner if len(inner) else points
        place = points[((points - middle) @ LABELS_AT / np.maximum(np.linalg.norm(points - middle, axis=1), 1e-9)).argmax()]
        text = tex_digits(height, self._ring_colour(height), self.theme.sizes.minimum)
        patch = RoundedRectangle(
            width=text.width + 0.1, height=text.height + 0.08, corner_radius=0.05, fill_color=self.theme.background, fill_opacity=1, stroke_width=0
        )
        label = VGroup(patch, text)
        label.add_updater(lambda one: one.move_to(self._on_map(place)))
        label.update()
        self.values[height] = label

    def _on_map(self, place: np.ndarray) -> np.ndarray:
        """Where a point of the map is drawn: on the floor of the surface, or on the flat map."""
        if self.graph is not None:
            return self.graph.point(*place)
        return self.figure.scene_points(np.array([*place, self.figure.box.low[2]]))

    @action("All the other level sets appear as rings, one after another, and drop onto the map; each carries its value.")
    def levels(self, step: StepView) -> None:
        """The other rings light up and fall, the lowest first."""
        self._need_surface()
        waiting = [height for height in self.marked if self.fallen[height].get_value() < 1]
        self.play(LaggedStart(*(_to(self.lit[height], 1) for height in waiting), lag_ratio=0.25), run_time=1.6)
        self.play(LaggedStart(*(_to(self.fallen[height], 1) for height in waiting), lag_ratio=0.3), run_time=2.0)
        for height in waiting:
            self._label(height)
        self.play(FadeIn(VGroup(*(self.values[height] for height in waiting))), run_time=0.5)
        self.show_formulas(step)

    # ── the flat map ──────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The camera tips over until it looks straight down, and only the map is left.")
    def map(self, step: StepView) -> None:
        """The surface fades while the camera climbs; the floor becomes the map."""
        self._need_rings()
        figure = self.figure
        place = self._map_place()
        above = figure.overhead(place)
        self.play(*figure.move(above), _to(figure.opacity, 0), _to(figure.numbers_seen, 0), run_time=2.6)
        self._build_map()
        self.play(*(FadeIn(ring) for ring in self.rings.values()), FadeIn(self.graph), run_time=0.6)
        self.remove(figure.picture, figure.labels)
        self.bring_to_front(*self.values.values())
        self.show_formulas(step)

    def _map_place(self) -> Region:
        figure = self.layout.figure
        return Region(figure.left + 0.5, figure.bottom + 0.1, figure.right - 0.7, figure.top - 0.75)

    def _build_map(self) -> None:
        """The flat map just where the floor is seen from straight above."""
        floor = self.figure.scene_points(np.array([(x, y, self.figure.box.low[2]) for x in self.span for y in self.span]))
        low, high = floor.min(axis=0), floor.max(axis=0)
        names = tuple(self.tex_mobject(key, NAME) for key in self.function.variables)
        region = Region(float(low[0]), float(low[1]), float(high[0]), float(high[1]))
        self.graph = Graph(region, self.span, self.span, self.theme, equal=True, names=names)
        names[0].next_to(self.graph.tips[0], RIGHT, buff=0.12)
        self.graph.numbers.set_stroke(self.theme.background, 6, background=True)
        self.rings = {
            height: LevelCurve(self.graph, self.branches[height], height, self._ring_colour(height), 3.0) for height in self.marked
        }
        self.invariant("equal units on both axes of the map", lambda: self.graph.units()[0] / self.graph.units()[1] - 1, 1e-6)

    def _need_rings(self) -> None:
        self._need_surface()
        for height in self.marked:
            self.lit[height].set_value(1)
            self.fallen[height].set_value(1)
            if height not in self.values:
                self._label(height)
                self.add(self.values[height])

    def _need_map(self) -> None:
        if self.graph is not None:
            return
        self._need_rings()
        self.figure.stand(self.figure.overhead(self._map_place()))
        self._build_map()
        self.remove(self.figure.picture, self.figure.labels)
        self.figure.opacity.set_value(0)
        self.add(*self.rings.values(), self.graph, *self.values.values())

    @action("A point walks once round the level set through {at}; the value read out does not change by a digit.")
    def walk(self, step: StepView) -> None:
        """Once round, at an even pace."""
        self._need_map()
        route = self._route()
        share = ValueTracker(0)

        def here() -> np.ndarray:
            return route[min(int(share.get_value() * (len(route) - 1) + 0.5), len(route) - 1)]

        dot = self._dot()
        dot.add_updater(lambda one: one.move_to(self.graph.point(*here())))
        dot.update()
        trail = VMobject(stroke_color=self.theme.foreground, stroke_width=6, fill_opacity=0)
        trail.add_updater(lambda one: one.set_points_as_corners(self._polyline(route[: max(2, int(share.get_value() * (len(route) - 1)) + 1)])))
        trail.update()
        size = self.theme.sizes.formula
        reading = ValueLabel(
            self.tex_mobject(self.function.key, size),
            self.readout(0, decimals=2, digits=2, size=size),
            lambda: float(self.function.value(*self._seen_at(dot))),
            sign=self.words_mobject("=", size=size),
        )
        figure = self.layout.figure
        reading.shift(figure.at(0.5, 1) + np.array([0, -0.22, 0]) - reading.middle())
        level = float(self.function.value(*route[0]))
        self.play(FadeIn(dot, scale=2), FadeIn(reading), run_time=0.6)
        self.invariant("the walk stays on its level", lambda: float(self.function.value(*self._seen_at(dot))) - level, 5e-3)
        self.add(trail)
        self.bring_to_front(dot)
        self.play(share.animate(rate_func=smooth).set_value(1), run_time=4)
        self.invariants.release("the walk stays on its level")
        trail.clear_updaters()
        self.play(FadeOut(trail), FadeOut(reading), run_time=0.5)
        self.walker = dot
        self.show_formulas(step)

    def _seen_at(self, dot: VMobject) -> tuple[float, float]:
        """The model coordinates of a drawn point."""
        return self.graph.model_of(dot.get_center())

    def _dot(self) -> Circle:
        return Circle(radius=0.1, fill_color=self.theme.foreground, fill_opacity=1, stroke_color=self.theme.background, stroke_width=2)

    def _route(self) -> np.ndarray:
        """The level set through `at`, from there once round (or to its end), points (n, 2) evenly apart."""
        x, y = (self.at[key] for key in self.function.variables)
        found = level_curves(self.function, self.span, self.span, float(self.function.value(x, y)))
        branch = min(found, key=lambda curve: np.linalg.norm(curve - (x, y), axis=1).min())
        nearest = int(np.linalg.norm(branch - (x, y), axis=1).argmin())
        if np.allclose(branch[0], branch[-1]):
            branch = np.concatenate([[(x, y)], branch[nearest + 1 : -1], branch[: nearest], [(x, y)]])
        else:
            branch = np.concatenate([[(x, y)], branch[nearest + 1 :]])
        along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(branch, axis=0), axis=1))])
        even = np.linspace(0, along[-1], 600)
        route = np.column_stack([np.interp(even, along, branch[:, k]) for k in range(2)])
        return onto_level(self.function, route, float(self.function.value(x, y)))

    def _polyline(self, points: np.ndarray) -> np.ndarray:
        return self.graph.points_of(points[:, 0], points[:, 1])

    # ── arrows ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("At {at} the gradient stands perpendicular on its level set and points uphill; a right-angle mark shows it.")
    def arrow(self, step: StepView, at: Point) -> None:
        """A short tangent, the arrow, the mark between them."""
        self._need_map()
        place = np.array([at[key] for key in self.function.variables])
        arrow, ring = self._gradient_arrow(place)
        foot = self.graph.point(*place)
        along = ring.tangent_at(foot)
        up = arrow.vector / np.linalg.norm(arrow.vector)
        tangent = VMobject(stroke_color=self.theme.foreground, stroke_width=4, fill_opacity=0)
        tangent.set_points_as_corners(np.array([foot - 0.9 * along, foot + 0.9 * along]))
        size = 0.2
        mark = VMobject(stroke_color=self.theme.foreground, stroke_width=2.5, fill_opacity=0)
        mark.set_points_as_corners(foot + size * np.array([along, along + up, up]))
        dot = getattr(self, "walker", None) or self._dot().move_to(foot)
        self.play(Create(tangent), run_time=0.7)
        self.add(arrow, dot)
        self.play(GrowFromPoint(arrow, foot), run_time=1.0)
        self.play(Create(mark), run_time=0.5)
        self.bring_to_front(dot)
        self.arrow_field.append((arrow, ring))
        self.extras = VGroup(tangent, mark)
        self.invariant("the gradient is perpendicular to its level set on screen", self._worst_slant, 2e-3)
        self.invariant(
            "the tangent and the gradient meet at a right angle on screen",
            lambda: float(arrow.vector @ (tangent.points[-1] - tangent.points[0])) / float(np.linalg.norm(arrow.vector) * 1.8),
            2e-3,
        )
        self.show_formulas(step)

    def _worst_slant(self) -> float:
        """The largest cosine between a drawn arrow and the drawn curve at its foot."""
        return max((abs(slant(arrow.vector, ring, arrow.tail)) for arrow, ring in self.arrow_field), default=0.0)

    def _gradient_arrow(self, place: np.ndarray) -> tuple[ArrowMobject, LevelCurve]:
        """The arrow of the gradient at a point of the map, and the level curve on which it stands."""
        x, y = map(float, place)
        level = float(self.function.value(x, y))
        near = min(self.rings, key=lambda height: abs(height - level), default=None)
        ring = self.rings.get(near) if near is not None and abs(near - level) < 1e-9 else None
        if ring is None:
            branches = level_curves(self.function, self.span, self.span, level)
            ring = LevelCurve(self.graph, branches, level, self.theme.line, 1.5)
        unit = self.graph.units()
        slope = self.function.gradient(dict(zip(self.function.variables, (x, y), strict=True)))
        tail = self.graph.point(x, y)
        tip = tail + self._scale() * np.array([slope[0] * unit[0], slope[1] * unit[1], 0.0])
        colour = self.colour_of(rf"\nabla {self.function.key}")
        return ArrowMobject(tail, tip, colour, 0.06), ring

    def _scale(self) -> float:
        """Model units of arrow for each unit of slope: one scale for all arrows, the longest a sixth of the map."""
        steepest = max(
            float(np.linalg.norm(self.function.gradient(dict(zip(self.function.variables, point, strict=True)))))
            for branches in self.branches.values()
            for branch in branches
            for point in branch[:: max(1, len(branch) // 24)]
        )
        return 0.16 * self.span.length / max(steepest, 1e-9)

    @action("Arrows stand on all level sets: perpendicular everywhere, and as long as the slope is steep.")
    def arrows(self, step: StepView) -> None:
        """Arrows ring by ring, the lowest first."""
        self._need_map()
        leaving = [FadeOut(self.extras)] if getattr(self, "extras", None) is not None else []
        if leaving:
            self.play(*leaving, run_time=0.4)
            self.invariants.release("the tangent and the gradient meet at a right angle on screen")
            self.extras = None
        if self.graph.numbers in self.graph.submobjects:
            numbers = self.graph.numbers
            self.graph.remove(numbers)
            self.play(FadeOut(numbers), run_time=0.4)
        for height, ring in self.rings.items():
            fresh = [self._gradient_arrow(place)[0] for place in self._spread(height)]
            if not fresh:
                continue
            self.arrow_field += [(arrow, ring) for arrow in fresh]
            self.play(LaggedStart(*(GrowFromPoint(arrow, arrow.tail) for arrow in fresh), lag_ratio=0.08), run_time=0.9)
        self.invariant("the gradient is perpendicular to its level set on screen", self._worst_slant, 2e-3)
        self.show_formulas(step)

    def _spread(self, height: float) -> list[np.ndarray]:
        """Points evenly apart on the rings of a height, from which an arrow stays on the map."""
        places = []
        for branch in self.branches[height]:
            along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(branch, axis=0), axis=1))])
            count = 2 * max(1, round(ARROWS_ROUND * along[-1] / (4.4 * self.span.length)) + 1)
            closed = np.allclose(branch[0], branch[-1])
            shares = (np.arange(count) + (0.25 if closed else 0.5)) / count * along[-1]
            even = np.column_stack([np.interp(shares, along, branch[:, k]) for k in range(2)])
            places += list(onto_level(self.function, even, height))
        return [place for place in places if self._fits(place) and not self._covers(place)]

    def _covers(self, place: np.ndarray) -> bool:
        """Whether an arrow there would cross a name or a value of the map."""
        slope = self.function.gradient(dict(zip(self.function.variables, place, strict=True)))
        arrow = self._polyline(place + np.linspace(0, 1, 7)[:, None] * self._scale() * slope)
        return any(
            bool((np.abs(arrow - label.get_center())[:, :2] < np.array([label.width, label.height]) / 2 + 0.1).all(axis=1).any())
            for label in (*self.graph.names, *self.values.values())
        )

    def _fits(self, place: np.ndarray) -> bool:
        slope = self.function.gradient(dict(zip(self.function.variables, place, strict=True)))
        tip = place + self._scale() * slope
        return bool((np.abs(tip - self.span.middle) < 0.64 * self.span.length).all())

    # ── the ball ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("Surface and map side by side: a ball released at {at} rolls down against the gradient, its track drawn on both.")
    def release(self, step: StepView) -> None:
        """The surface comes back beside the map; the ball rolls on both."""
        self._need_map()
        left, right = self._halves()
        walker = getattr(self, "walker", None)
        field = VGroup(*(arrow for arrow, _ in self.arrow_field))
        board = VGroup(self.graph, *self.rings.values())
        self.invariants.release("the gradient is perpendicular to its level set on screen") if self.arrow_field else None
        self.play(FadeOut(field), *([FadeOut(walker)] if walker else []), *([FadeOut(self.extras)] if getattr(self, "extras", None) else []), run_time=0.6)
        size = min(right.width / board.width, right.height / board.height, 1.0)
        self.play(board.animate.scale(size).move_to(right.centre), run_time=1.3)
        figure = self.figure
        figure.stand(figure.pose(left, AZIMUTH, 40))
        self.on_floor.set_value(1)
        figure.furniture.set_value(0)
        figure.names_seen.set_value(0)
        self.add(figure.picture, figure.labels)
        self.play(_to(figure.opacity, 1), _to(figure.furniture, 1), _to(figure.names_seen, 1), run_time=0.9)
        self._roll()
        self.show_formulas(step)

    def _halves(self) -> tuple[Region, Region]:
        figure = self.layout.figure
        if self.layout.upright:
            above, below = figure.split_rows(0.5, 0.5)
            return above.inset(0.1), below.inset(0.25)
        left, right = figure.split_columns(0.5, 0.5)
        return left.inset(0.05), Region(right.left + 0.15, right.bottom + 0.4, right.right, right.top - 0.2)

    def _roll(self) -> None:
        self.path = self._descent()
        self.rolled.set_value(0)
        colour = self.colour_of(rf"\nabla {self.function.key}")
        track = VMobject(stroke_color=colour, stroke_width=5, fill_opacity=0)
        track.add_updater(lambda one: one.set_points_as_corners(self._polyline(self._run())))
        track.update()
        dot = self._dot()
        dot.add_updater(lambda one: one.move_to(self.graph.point(*self._run()[-1])))
        dot.update()
        self.play(FadeIn(dot, scale=2), _to(self.ball_seen, 1), run_time=0.6)
        self.add(track)
        self.bring_to_front(dot)
        self.play(self.rolled.animate(rate_func=smooth).set_value(1), run_time=3.6)
        self.track = track

    def _descent(self) -> np.ndarray:
        """The way along −∇ from `at`, points (n, 2) evenly apart: Runge and Kutta's method, until it is all but level."""
        first, second = (self.function.partial(key) for key in self.function.variables)

        def way(point: np.ndarray) -> np.ndarray:
            slope = np.array([float(part.value(*point)) for part in (first, second)])
            return -slope / max(float(np.linalg.norm(slope)), 0.05)

        points = [np.array([self.at[key] for key in self.function.variables])]
        step = ROLL_STEP * self.span.length
        for _ in range(ROLL_STEPS):
            here = points[-1]
            a = way(here)
            b = way(here + step / 2 * a)
            c = way(here + step / 2 * b)
            d = way(here + step * c)
            points.append(here + step / 6 * (a + 2 * b + 2 * c + d))
            low, high = self.span
            if np.linalg.norm(points[-1] - here) < 0.02 * step or (points[-1] < low).any() or (points[-1] > high).any():
                break
        return np.array(points)

    def _run(self) -> np.ndarray:
        """The part of the track behind the ball, at least two points."""
        count = len(self.path) - 1
        along = self.rolled.get_value() * count
        whole = min(int(along), count - 1)
        here = self.path[whole] + (along - whole) * (self.path[whole + 1] - self.path[whole])
        return np.concatenate([self.path[: whole + 1], here[None]])

    def _track_on_surface(self) -> SpaceCurve | None:
        if self.ball_seen.get_value() <= 0 or self.rolled.get_value() <= 0:
            return None
        points = self._run()
        colour = rgb(self.colour_of(rf"\nabla {self.function.key}"))
        return SpaceCurve(self.figure.on_surface(points[:, 0], points[:, 1]), colour, 5.0, 1.0, ghost=0.5)

    def _ball_on_surface(self) -> SpaceBall | None:
        if self.ball_seen.get_value() <= 0:
            return None
        return SpaceBall(self.figure.on_surface(*self._run()[-1]), rgb(self.theme.foreground), opacity=self.ball_seen.get_value())


def _to(tracker: ValueTracker, value: float, rate: object = smooth) -> object:
    """An animation that takes the tracker there."""
    return tracker.animate(rate_func=rate).set_value(value)

