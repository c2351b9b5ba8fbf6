"""A curve along which a point runs, driven by a tracker: its tangent, its readings, and what its slope says.

Owns: `TrackedCurve`, and `level_extreme`, where a function is greatest or least with a level tangent.

Laws: the point lies on the curve, the tangent has the curve's slope; a reading is its expression where the point is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from manim import LEFT, RIGHT, Animation, Dot, FadeIn, FadeOut, ValueTracker, VGroup, VMobject

from mathora.formula.curves.interval import Interval
from mathora.lesson import Prose
from mathora.stage.arrays import Array
from mathora.stage.figures.elements.rows import on_one_line
from mathora.stage.layout import Region
from mathora.stage.motion import move
from mathora.stage.parameters import Function
from mathora.stage.plane.graph import Graph, Tangent
from mathora.stage.scene import LessonScene
from mathora.stage.text.terms import Measured, value, value_of
from mathora.stage.text.value_label import EqualitySign

SAME = 1e-9  # places nearer than this are one, in model units

BESIDE = 0.7  # so much room the graph's numbers have at its left, in scene units

LEVEL = 0.01
"""A slope nearer to zero than this share of the graph's is called level, a value so near to the extreme the best."""


def level_extreme(function: Function, domain: Interval) -> tuple[str, float] | None:
    """Where the function is greatest on its domain ("max"), or else least ("min"), with a level tangent.

    The best of a fine grid, then bisection on the derivative; None if neither place is level.
    """
    slope = function.partial(function.variables[0])
    across = np.linspace(*domain, 2001)
    values = function.value(across)
    for kind, sign, index in (("max", 1, int(values.argmax())), ("min", -1, int(values.argmin()))):
        low, high = across[max(index - 1, 0)], across[min(index + 1, 2000)]
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if sign * float(slope.value(np.array([middle]))[0]) > 0 else (low, middle)
        best = float(f"{(low + high) / 2:.12g}")
        lean = abs(float(slope.value(np.array([best]))[0]))
        if lean < 1e-6 * float(values.max() - values.min()) / domain.length:
            return kind, best
    return None


def _as_it_leaves(share: float) -> float:
    return min(1.0, 4 * share)


def _as_it_arrives(share: float) -> float:
    return max(0.0, 4 * share - 3)


class TrackedCurve:
    """The curve of a function of one variable in `place`; the point stands at `at`. The readings stand in `beside`, and
    under them what is `said` of a slope that is positive, level, or negative.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it is of, and where it stands
        self,
        scene: LessonScene,
        function: Function,
        at: ValueTracker,
        place: Region,
        beside: Region,
        said: Sequence[Prose],
    ) -> None:
        self.scene, self.function, self.at = scene, function, at
        self.variable = function.variables[0]
        self.domain = Interval(*(function.domain(self.variable) or ()))
        self.slope_of = function.partial(self.variable)
        self.best = level_extreme(function, self.domain)
        self._make_graph(place)
        self._make_readouts(beside, said, at.get_value())

    def _make_graph(self, place: Region) -> None:
        across = np.linspace(*self.domain, 401)
        high = float(self.function.value(across).max())
        low = min(0.0, float(self.function.value(across).min()))
        names = (self.scene.symbol(self.variable), self.scene.symbol(self.function.key))
        heights = Interval(low, high * 1.22)
        self.graph = Graph(place, self.domain, heights, self.scene.theme, names=names)
        if (out := place.left - BESIDE - float(self.graph.numbers.get_left()[0])) > 0:  # long numbers need their room
            place = replace(place, left=place.left + out)
            self.graph = Graph(place, self.domain, heights, self.scene.theme, names=names)
        self.line = self.graph.curve(self.function.value, self.scene.colour_of(self.function.key), self.domain, width=5)
        self.dot = Dot(radius=0.095, color=self.scene.theme.foreground)
        self.dot.add_updater(lambda dot: dot.move_to(self._here()))
        self.dot.move_to(self._here())
        self.touching = self.touch(Tangent(self.graph, self.scene.theme.foreground, length=2.4))

    def _make_readouts(self, place: Region, said: Sequence[Prose], cut: float) -> None:
        pink, teal = self.scene.colour_of(self.function.key), self.scene.colour_of(self.variable)
        size = self.scene.theme.sizes.formula * 0.9
        write, measured = self.scene, self._measured()
        across = np.linspace(*self.domain, 401)
        largest = (across, self.function.value(across), self.slope_of.value(across))
        digits = [max(2, len(f"{float(abs(one[np.isfinite(one)]).max(initial=0.0)):.0f}")) for one in largest]
        labels = (
            write.symbol(self.variable, size=size),
            write.symbol(self.function.key, size=size),
            write.words_mobject(write.words.picture.slope, size=size),
        )
        looks = zip(measured, (teal, pink, None), (2, 1, 1), digits, strict=True)
        rows = zip(labels, [write.readout(*look, size) for look in looks], strict=True)
        self.readouts = VGroup()
        for index, (label, number) in enumerate(rows):
            level = place.top - 0.3 - 0.62 * index
            sign = EqualitySign(self.scene.theme.foreground, size)
            label.move_to(np.array([place.left + 1.15, level, 0.0]), aligned_edge=RIGHT)
            sign.move_to(np.array([place.left + 1.5, level, 0.0]))
            number.move_to(np.array([place.left + 1.85, level, 0.0]), aligned_edge=LEFT)
            on_one_line((number, label, sign))
            number.add_updater(lambda one: one.show(one.measured.value()))
            sign.add_updater(lambda one, number=number: one.tell(exact=number.update().exact), call_updater=True)
            self.readouts.add(VGroup(label, sign, number))
        self.rest(cut, *([self.best[1]] if self.best else []))
        if (wide := float(self.readouts.get_right()[0]) - place.left) > place.width:  # numbers of many digits
            self.readouts.scale(place.width / wide, about_point=np.array([place.left, place.top - 0.3, 0.0]))
        width = place.width - 0.1
        self.said = [self.scene.prose_mobject(prose, width=width, balanced=True) for prose in said]
        for words in self.said:
            words.move_to(np.array([place.left + 0.1, place.top - 2.1, 0.0]), aligned_edge=np.array([-1.0, 1.0, 0.0]))
        self.comment: VMobject | None = None

    def rest(self, *cuts: float) -> None:
        """The readings come to rest at these cuts: with digits enough there, their left ends where they are."""
        shows: tuple[Callable[[float], float], ...] = (float, self.value_at, self.slope_at)
        for row, shown in zip(self.readouts, shows, strict=True):
            number, left = row[2], row[2].get_left()
            number.rest_at(*map(shown, cuts)).shift(left - number.get_left())

    def _measured(self) -> tuple[Measured, ...]:
        """What is read out where the box stands: the cut, the volume, its slope."""
        here = lambda: (self.at.get_value(),)  # noqa: E731 - the place of both
        return (
            self.scene.coordinate(self.variable, self.at.get_value),
            value_of(self.function, here),
            value_of(self.slope_of, here),
        )

    def comes(self) -> FadeIn:
        """The animation with which what the slope says comes in."""
        self.comment = self.saying(self.at.get_value())
        return FadeIn(self.comment)

    def follows(self, to: float, run_time: float) -> list[Animation]:
        """The animations with which all follows the point to a place. One comment goes as it leaves, the next comes as
        it arrives: a text that changed on the way would draw the eye from the point.
        """
        moving: list[Animation] = [move(self.at, to, run_time)]
        if self.comment is not None and (after := self.saying(to)) is not self.comment:
            if len(self.comment):
                moving.append(FadeOut(self.comment, run_time=run_time, rate_func=_as_it_leaves))
            if len(after):
                moving.append(FadeIn(after, run_time=run_time, rate_func=_as_it_arrives))
            self.comment = after
        return moving

    def saying(self, at: float) -> VMobject:
        """What the slope says at a place; nothing where it is level and another place is better."""
        slope, steep = self.slope_at(at), LEVEL * self.graph.y.length / self.domain.length
        if abs(slope) > steep:
            return self.said[0 if slope > 0 else 2]
        far = self.best is None or abs(self.value_at(at) - self.value_at(self.best[1])) > LEVEL * self.graph.y.length
        return VGroup() if far else self.said[1]

    def value_at(self, at: float) -> float:
        """The function at a place."""
        return float(self.function.value(np.array([at]))[0])

    def height(self) -> float:
        """The function where the point is."""
        return self.value_at(self.at.get_value())

    def slope(self) -> float:
        """The slope where the point is."""
        return self.slope_at(self.at.get_value())

    def _here(self) -> Array:
        return self.graph.point(self.at.get_value(), self.height())

    def touch(self, line: Tangent) -> Tangent:
        """The tangent, put where the point is."""
        return line.put(self.at.get_value(), self.height(), self.slope())

    def traced(self) -> VMobject:
        """The curve from its left end to where the point is."""
        return self.graph.curve(
            self.function.value, self.line.get_stroke_color(), Interval(self.domain.low, self.at.get_value() + 1e-6)
        )

    def watch(self) -> None:
        """What the drawn points must keep: the dot lies on the curve, the tangent has the curve's slope."""
        scale = self.graph.y.length

        def off_curve() -> float:
            x, y = self.graph.model_of(self.dot.get_center())
            return (y - float(self.function.value(np.array([x]))[0])) / scale

        def off_slope() -> float:
            x, _ = self.graph.model_of(self.dot.get_center())
            return (self.touching.seen_slope() - float(self.slope_of.value(np.array([x]))[0])) / scale

        self.scene.invariant("the point lies on the curve", off_curve, 1e-6)
        self.scene.invariant("the tangent has the slope of the curve", off_slope, 1e-6)

    def lean(self, best: float) -> float:
        """How far the drawn tangent is from level, on frames where the drawn point stands at the optimum."""
        x, _ = self.graph.model_of(self.dot.get_center())
        return self.touching.seen_slope() if abs(x - best) < SAME else 0.0

    def slope_at(self, at: float) -> float:
        """The slope at a place."""
        return float(self.slope_of.value(np.array([at]))[0])

    def peak(self, kind: str, best: float) -> VGroup:
        """Thin lines from the extreme to both axes, and what it is in words and numbers."""
        scene, pictures, top = self.scene, self.scene.words.picture, self.value_at(best)
        lines = VGroup(
            self.graph.dashes((best, self.graph.y.low), (best, top), scene.theme.muted),
            self.graph.dashes((self.graph.x.low, top), (best, top), scene.theme.muted),
        )
        words = VGroup(
            scene.words_mobject({"max": pictures.maximum, "min": pictures.minimum}[kind], scene.theme.sizes.label),
            scene.label(value(top), base=scene.colour_of(self.function.key)),
            scene.words_mobject(pictures.at, size=scene.theme.sizes.label),
            scene.stated(scene.coordinate(self.variable, lambda: best)),
        ).arrange(RIGHT, buff=0.14)
        on_one_line(words)
        words.move_to(self.graph.point(best, top) + np.array([0.25, 0.42, 0.0]), aligned_edge=LEFT)
        return VGroup(lines, words)
