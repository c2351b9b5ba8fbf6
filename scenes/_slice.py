"""What a slice is drawn with: the surface, the plane that cuts it, the curve on axes of its own."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, AnimationGroup, FadeOut, ValueTracker, VGroup, VMobject

from mathora.stage import Interval, LessonScene, Point, Region, Variable, brings
from mathora.stage.map.marks import marker
from mathora.stage.motion import move
from mathora.stage.plane.graph import Graph, Tangent, nice_ticks
from mathora.stage.space.figure import SurfaceFigure, rgb
from mathora.stage.space.furniture import drop_lines
from mathora.stage.space.slice import Slice
from mathora.stage.space.view import SpaceBall, SpaceCurve
from mathora.stage.text.terms import value_of
from mathora.stage.text.value_label import ValueLabel

SAMPLES = 161
CLEAR = 0.2
"""How much is left of the surface in front of the plane."""
AZIMUTHS = (-24.0, -62.0)
"""From where the slice is best seen when the first, or the second variable is frozen (degrees)."""
DRIFTS = (-6.0, 6.0)
"""By how much the camera turns while the first, or the second variable is being frozen (degrees)."""
ELEVATION = 27.0
DOWN_LEG = 2
NAME = 0.46  # em of the names in scene units


class SlicePicture(LessonScene):
    """A surface, one variable of which is frozen."""

    def begin(self) -> None:
        """Builds the surface and everything that will stand on it; only the actions show it."""
        names = tuple(self.symbol(key, NAME) for key in (*self.function.variables, self.function.key))
        figure = SurfaceFigure(self.function, self.span, self.span, self.layout.figure, theme=self.theme, names=names)
        self.figure = figure
        self.inner = figure.picture.region.inset(0.22)
        figure.stand(figure.pose(self.inner, AZIMUTHS[1] + 20, ELEVATION + 4, -20))
        for tracker in (figure.rise, figure.furniture, figure.names_seen, figure.numbers_seen, figure.opacity):
            tracker.set_value(0)
        self.glow, self.lifted, self.link = ValueTracker(0), ValueTracker(0), ValueTracker(0)
        self.ball_seen, self.drops_seen, self.drop = ValueTracker(0), ValueTracker(0), ValueTracker(0)
        self.place = (ValueTracker(0), ValueTracker(0))
        self.cut = self._slice(self.frozen, self.moves)
        self.graph: Graph | None = None
        self.on_graph = VGroup()
        self.marks: list[ValueLabel] = []
        figure.exhibit(self._slice_curve)
        figure.exhibit(self._tangent_on_surface)
        for leg in range(3):
            figure.exhibit(lambda leg=leg: self._drop_line(leg))
        figure.exhibit(self._ball)

    def _slice(self, frozen: Point, moves: Variable) -> Slice:
        axis = 1 - self.function.variables.index(moves.key)
        return Slice(self.function, axis, frozen[self.function.variables[axis]])

    @brings("surface")
    def _stand_surface(self) -> None:
        figure = self.figure
        if figure.picture in self.mobjects:
            return
        for tracker in (figure.rise, figure.furniture, figure.names_seen, figure.numbers_seen, figure.opacity):
            tracker.set_value(1)
        figure.stand(figure.pose(self.inner, AZIMUTHS[self.cut.axis], ELEVATION))
        self.add(figure.picture, figure.labels)

    def _ball_point(self) -> np.ndarray:
        return self.figure.on_surface(*self._stands())

    def _coordinate(self, axis: int) -> ValueLabel:
        """“w = 1.5” outside the axis where the ball's dropline meets it."""
        key, tracker = self.function.variables[axis], self.place[axis]
        measured = self.coordinate(key, tracker.get_value)
        label = self.reading(measured, self.theme.sizes.small, digits=1, colour=self.colour_of(key))

        def follow(one: ValueLabel) -> None:
            one.shift(self.figure.beside(axis, tracker.get_value(), 0.14, one) - one.middle())

        follow(label)
        return label.add_updater(follow)

    def _height_reading(self) -> ValueLabel:
        return self.reading(
            value_of(self.function, self._stands),
            self.theme.sizes.label,
            decimals=2,
            place=lambda: self.figure.scene_points(self._ball_point()) + np.array([0.3, 0.5, 0]),
            card=self.theme.background,
        )

    def _stands(self) -> tuple[float, ...]:
        """Where the ball, and the point of the slice, stand: the values of both variables."""
        return tuple(tracker.get_value() for tracker in self.place)

    def _ball(self) -> SpaceBall | None:
        if self.ball_seen.get_value() <= 0:
            return None
        high = self.figure.box.high[2] - self.figure.box.low[2]
        at = self._ball_point() + np.array([0, 0, 0.6 * high * self.drop.get_value()])
        return SpaceBall(at, rgb(self.theme.foreground), opacity=self.ball_seen.get_value())

    def _drop_line(self, leg: int) -> SpaceCurve | None:
        """The lines from the ball to the floor (leg 2) and on to the axes (legs 0 and 1)."""
        seen = self.drops_seen.get_value()
        if seen <= 0:
            return None
        start, end = drop_lines(self.figure.box, self._ball_point())[leg]
        held = self.figure.plane_seen.get_value() > 0 and leg == self.cut.axis
        colour = self.theme.muted if held or leg == DOWN_LEG else self.colour_of(self.function.variables[leg])
        share = np.linspace(0, 1, 30)[:, None] * min(1.0, seen)
        return SpaceCurve(start * (1 - share) + end * share, rgb(colour), 2.4, 0.9, ghost=0.6, dashed=True)

    def _cut_surface(self) -> None:
        figure, cut = self.figure, self.cut
        start = self.span.low if abs(cut.value - self.span.low) > abs(cut.value - self.span.high) else self.span.high
        figure.plane_axis = cut.axis
        figure.plane_at.set_value(start)
        figure.near.set_value(1)
        figure.axis_names[cut.axis].set_fill(self.theme.frozen)
        if self.marks:
            self.marks[cut.axis].set_fill(self.theme.frozen)
        glide = AnimationGroup(*(move(one, cut.value, seconds=1.6) for one in (figure.plane_at, self.place[cut.axis])))
        phases = (
            move(figure.plane_seen, 1, seconds=0.5),
            glide,
            move(figure.near, CLEAR),
            move(self.glow, 1, seconds=1.3),
        )
        self.play(figure.turning(DRIFTS[cut.axis], *phases))
        self._watch_cut()

    def _slice_curve(self) -> SpaceCurve | None:
        reach = self.glow.get_value()
        if reach <= 0:
            return None
        middle, half = self.span.middle, self.span.length / 2 * min(1.0, reach)
        points = self.cut.between(middle - half, middle + half, SAMPLES)
        return SpaceCurve(points, rgb(self._free_colour()), 6.0, 1.0, ghost=0.35, glow=0.12)

    def _free(self) -> ValueTracker:
        """The variable that may move."""
        return self.place[1 - self.cut.axis]

    def _free_colour(self) -> str:
        return self.colour_of(self.function.variables[1 - self.cut.axis])

    def _watch_cut(self) -> None:
        """From now on every painted slice keeps its frozen coordinate, and so does the ball."""

        def drift() -> float:
            view = self.figure.view()
            drawn = [curve.points for curve in view.curves if len(curve.points) == SAMPLES] + [
                ball.at[None] for ball in view.balls
            ]
            return max(
                (float(np.abs(points[:, self.cut.axis] - self.cut.value).max()) for points in drawn), default=0.0
            )

        self.invariant("the frozen variable does not move", drift, 1e-9)

    @brings("cut", needs="surface")
    def _stand_cut(self) -> None:
        if self.glow.get_value() > 0:
            return
        self.figure.plane_axis = self.cut.axis
        self.figure.plane_at.set_value(self.cut.value)
        self.place[self.cut.axis].set_value(self.cut.value)
        for tracker, value in ((self.figure.plane_seen, 1), (self.figure.near, CLEAR), (self.glow, 1)):
            tracker.set_value(value)
        self.figure.axis_names[self.cut.axis].set_fill(self.theme.frozen)
        self._watch_cut()

    def _farewell(self) -> list[FadeOut]:
        leaving, self.marks = [*map(FadeOut, self.marks)], []
        return leaving

    def _places(self) -> tuple[Region, Region]:
        """Where the small surface and the graph stand."""
        figure = self.layout.figure
        if figure.is_upright:
            above, below = figure.split_rows(0.45, 0.55)
            return above.inset(0.1), below
        left, right = figure.split_columns(0.46, 0.54)
        return Region(left.left - 0.1, left.bottom + 0.4, left.right - 0.05, left.top - 0.3), right

    def _build_graph(self) -> None:
        """Axes for the slice; its heights are the surface's, so that slopes of both slices can be compared."""
        _, place = self._places()
        low, high = self.figure.box.low[2], self.figure.box.high[2]
        top = nice_ticks(Interval(low, low + 1.16 * (high - low)), 5)
        heights = Interval(low, max(high, float(top[-1])))
        free = self.function.variables[1 - self.cut.axis]
        names = tuple(self.symbol(key, NAME) for key in (free, self.function.key))
        region = Region(place.left + 0.3, place.bottom + 0.5, place.right - 0.75, place.top - 0.95)
        self.graph = Graph(region, self.span, heights, self.theme, names=names)
        names[0].next_to(self.graph.tips[0], RIGHT, buff=0.12)
        self.parts = self.cut.parts(self.span, heights.wider(0.02), SAMPLES)
        self.curve = VMobject(stroke_color=self._free_colour(), stroke_width=5, fill_opacity=0)
        self.curve.add_updater(lambda curve: self._fly(curve), call_updater=True)  # noqa: PLW0108 - copies copy the scene

    def _fly(self, curve: VMobject) -> None:
        """Between the slice on the surface and the curve on the graph, `lifted` of the way."""
        share = self.lifted.get_value()
        arc = np.array([0.0, 0.5 * np.sin(np.pi * share), 0.0])
        curve.clear_points()
        for points in self.parts:
            onto = self.graph.points_of(points[:, 1 - self.cut.axis], points[:, 2])
            way = self.figure.scene_points(points) * (1 - share) + onto * share + arc
            curve.append_points(VMobject().set_points_as_corners(way).points)

    @brings("graph", needs="cut")
    def _stand_graph(self) -> None:
        if self.graph is None:
            small, _ = self._places()
            self.figure.stand(self.figure.pose(small, AZIMUTHS[self.cut.axis], ELEVATION))
            self.remove(*(label.mobject for label in self._farewell()))
            self.figure.numbers_seen.set_value(0)
            self.drops_seen.set_value(0)
            self._build_graph()
            self.lifted.set_value(1)
            self._fly(self.curve)
            self.add(self.graph, self.curve)

    def _build_tangent(self) -> None:
        self._clear_tangent()
        graph, colour = self.graph, self._free_colour()
        self.line = Tangent(graph, self.theme.foreground, length=3.0, width=3.5)
        self.line.add_updater(lambda line: line.put(*self._point(), self.cut.slope(self._free().get_value())))
        self.dot = marker(self.theme)
        self.dot.add_updater(lambda dot: dot.move_to(graph.point(*self._point())))
        for one in (self.line, self.dot):
            one.update()
        words = self.words_mobject(self.words.picture.slope, size=self.theme.sizes.body)
        slope = value_of(self.function.partial(self.function.variables[1 - self.cut.axis]), self._stands)
        self.slope_label = self.reading(slope, self.theme.sizes.formula, said=words, colour=colour)
        self.slope_label.move_to(self._places()[1].at(0.56, 1) + np.array([0, -0.3, 0]))
        self.on_graph = VGroup(self.line, self.dot, self.slope_label)
        self.invariant("the tangent has the slope of the curve", self._slope_error, 1e-6)
        self.invariant("the point lies on the curve", self._off_curve, 2e-3)

    def _point(self) -> tuple[float, float]:
        """The point on the graph, in model units."""
        free = self._free().get_value()
        return free, self.cut.height(free)

    def _slope_error(self) -> float:
        x, _ = self.graph.model_of((self.line.points[0] + self.line.points[-1]) / 2)
        return self.line.seen_slope() - self.cut.slope(x)

    def _off_curve(self) -> float:
        """How far above the drawn curve the drawn point stands, in scene units."""
        x, y, _ = self.dot.get_center()
        return float(y - np.interp(x, self.curve.points[:, 0], self.curve.points[:, 1]))

    def _clear_tangent(self) -> None:
        if len(self.on_graph):
            self.invariants.release("the tangent has the slope of the curve")
            self.invariants.release("the point lies on the curve")
            self.remove(*self.on_graph)
            self.on_graph = VGroup()

    def _tangent_on_surface(self) -> SpaceCurve | None:
        seen = self.link.get_value()
        if seen <= 0:
            return None
        points = self.cut.tangent(self._free().get_value(), self.figure.box, 0.17 * seen)
        return SpaceCurve(points, rgb(self.theme.foreground), 4.0, min(1.0, seen), ghost=0.5)

    def _unfreeze(self) -> None:
        """Curve, tangent and plane leave; the whole surface is there again."""
        leaving = [*self.panel_leaving(), *self._farewell()]
        if leaving or len(self.on_graph):
            fading = [FadeOut(part) for part in self.on_graph]
            self.play(*leaving, *fading, move(self.link, 0), move(self.drops_seen, 0), run_time=0.5)
            self._clear_tangent()
        if self.graph is not None:
            self.play(move(self.lifted, 0), FadeOut(self.graph), run_time=1.3)
            self.remove(self.curve)
            self.graph = None
        if self.glow.get_value() > 0:
            self.invariants.release("the frozen variable does not move")
        gone = [move(tracker, 0) for tracker in (self.glow, self.figure.plane_seen, self.ball_seen)]
        self.play(*gone, move(self.figure.near, 1), run_time=0.9)
        self.figure.axis_names[self.cut.axis].set_fill(self.colour_of(self.function.variables[self.cut.axis]))
