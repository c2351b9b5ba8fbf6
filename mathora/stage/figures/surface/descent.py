"""A descent against the gradient: a ball on a surface and on its map, which draws back for steps that lead far.

Owns: `Descent`, `CORNER`, `HOP_SECONDS`, `DOWNHILL`.

Laws:
- The ball stands at one point of the model, on the map and on the surface.
- The rings have the `heights` that the script names, with their values, or well-chosen ones.
- What is read out is the loss where a step ended: a descent visits no place between.
- A step is drawn as η times the gradient that was drawn, and ends at w − η∇, with momentum β so much of the last step
  farther (Polyak 1964); both axes of the map have equal units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, GrowFromPoint, ValueTracker, VGroup, VMobject

from mathora.formula import ModelFunction
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.figures.data.data_points import right_of
from mathora.stage.layout import Region, clear_place
from mathora.stage.map.contour_plot import HALO, ContourPlot
from mathora.stage.map.level_values import values_on
from mathora.stage.map.marks import beside_line, marker
from mathora.stage.map.zoom import Hop, place_in, span_around, texts_off
from mathora.stage.motion import late, move
from mathora.stage.parameters import Point
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.scene import LessonScene
from mathora.stage.space.contours import well_chosen_levels
from mathora.stage.space.figure import SurfaceFigure, rgb
from mathora.stage.space.view import SpaceBall, SpaceCurve
from mathora.stage.text.terms import gradient, times, value_of

NAME = 0.46  # the em of the names on the map, in scene units

AZIMUTH, ELEVATION = -56.0, 42.0

CORNER = (0.54, 0.24)
"""The share of the picture's width and height that formulas have, below the surface and what is read out above it: the
map has the rest of the width.
"""

ABOVE, READ, WIDE = 0.7, 0.85, 12.6
"""How high the row of what is read out is above the surface, in scene units; its size beside formulas; how wide
three are, in em.
"""

HOP_SECONDS = (1.3, 0.55)  # how long a single step takes, and each of several
NEAR = 0.3  # so far beside the map an arrow may end, in scene units; above and below, as far as the figure reaches
AHEAD = 12  # the values of rings keep clear of so many steps
NUMBERS = 0.45  # scene units: room for the numbers of axes at a map's edge
NO_STEP = 1e-9  # scene units: a step shorter than this has no direction

DOWNHILL = "the step points against the gradient"


class Descent:
    """A ball at `start` on the surface of `function` and on its map, over `span` both ways; nothing is seen yet.

    The scene is what plays: what stands on the map is added to it, so that it stays when the map is exchanged.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a descent is
        self, scene: LessonScene, function: ModelFunction, start: Point, rate: float, span: Interval, momentum: float,
        heights: Sequence[float] = (),
    ) -> None:  # fmt: skip
        self.scene, self.theme, self.function, self.span, self.heights = scene, scene.theme, function, span, heights
        self.eta, self.beta = ValueTracker(rate), ValueTracker(momentum)
        self.x, self.y = (ValueTracker(start[key]) for key in function.variables)
        self.colour = scene.colour_of(gradient(function))
        self.track, self.landed = list[Hop](), self.here()
        self.ball_seen, self.placed = ValueTracker(0), False
        self.home = span_around(span, self.here()[None])
        self._build_surface(self.home)
        self.board = self._map(self.home)
        self.dot = marker(self.theme, 0.11)
        self.dot.add_updater(lambda dot: dot.move_to(self.board.point(*self.here())), call_updater=True)
        self._build_readings()
        self.marks, self.ghosts = VGroup(), VGroup()
        self.trail_colour = self.colour
        self.arrow: ArrowMobject | None = None
        self.aimed: Array | None = None
        self.foot = self.here()
        self.carry = ArrowMobject(self.dot.get_center(), self.dot.get_center(), self.theme.foreground, 0.045)
        self.word: VMobject | None = None
        self.scene.invariant("equal units on both axes of the map", lambda: self.board.unevenness(), 1e-6)  # noqa: PLW0108 - the map of then
        self.scene.invariant("the ball stands at the same point on the map and on the surface", self._apart, 1e-6)
        self.scene.invariant("each hop ends at w − η∇ of where it began, and with momentum farther", self._missed, 1e-6)
        self.scene.invariant("the step that is drawn is η times the gradient that was drawn", self._off_scale, 1e-6)

    def _regions(self) -> tuple[Region, Region, Region]:
        """Where the surface, the read-outs and the map stand."""
        figure = self.scene.layout.figure
        if figure.is_upright:
            above, below = figure.split_rows(0.38, 0.62)
            left, right = above.split_columns(0.6, 0.4)
            return left, right, Region(below.left + 0.6, below.bottom + 0.3, below.right - 0.6, below.top - 0.4)
        left, right = figure.split_columns(CORNER[0], 1 - CORNER[0])
        low = left.bottom if self.scene.layout.upright else self.scene.layout.panel.top
        row, above = replace(left, bottom=low).split_rows(ABOVE, left.top - low - ABOVE)
        off = NUMBERS if self.home.low >= 0 else 0.0  # where they are not on the map, axes' numbers stand below it
        low, right = right.bottom + 0.3 + off, replace(right, left=right.left + off)
        return above, row, Region(right.left + 0.25, low, right.right - 0.55, right.top - 0.55)

    def _build_surface(self, span: Interval) -> None:
        """The surface over a span, not seen yet."""
        place, _, _ = self._regions()
        names = tuple(self.scene.symbol(key, 0.36) for key in (*self.function.variables, self.function.key))
        self.figure = SurfaceFigure(self.function, span, span, self.scene.layout.figure, theme=self.theme, names=names)
        self.figure.stand(self.figure.pose(place.inset(0.02), AZIMUTH, ELEVATION))
        self.figure.numbers_seen.set_value(0)
        for hop in self.track:
            self.figure.exhibit(partial(self._leg_on_surface, hop))
        self.figure.exhibit(self._ball_on_surface)

    def surface_seen(self) -> tuple[ValueTracker, ...]:
        """How far each part of the surface is seen, from 0 to 1."""
        figure = self.figure
        return figure.opacity, figure.furniture, figure.names_seen, figure.heights_seen

    def _map(self, span: Interval) -> ContourPlot:
        _, _, place = self._regions()
        names = tuple(self.scene.symbol(key, NAME) for key in self.function.variables)
        levels = self.heights or well_chosen_levels(self.function, span, span, 7)
        board = ContourPlot(self.function, place, span, self.theme, heights=levels, names=names)
        if self.heights:  # rings that the script names are read off: their values stay with the numbers of the axes
            way = self.foreseen(AHEAD, board)
            legs = np.concatenate(np.linspace(way[:-1], way[1:], AHEAD))
            board.numbers.add(*values_on(board, None, board.points_of(*legs.T)))
        return board

    def _build_readings(self) -> None:
        _, place, _ = self._regions()
        wide = 1.0 if place.height > 2 * ABOVE else WIDE
        self.size = size = min(READ * self.theme.sizes.formula, place.width / wide)
        rate = self.scene.reading(self.scene.coordinate(r"\eta", self.eta.get_value), size, decimals=2, digits=1)
        loss = self.scene.reading(value_of(self.function, lambda: tuple(self.landed)), size, decimals=2, digits=3)
        self.readings = VGroup(rate, loss)
        self._stand_in(place)
        if self.beta.get_value():
            self.told(self.beta.get_value())

    def _stand_in(self, place: Region) -> None:
        """What is read out stands in a row, or in a column where the place is high."""
        column = place.height > 2 * ABOVE
        for index, (one, before) in enumerate(zip(self.readings, [None, *self.readings], strict=False)):
            if before is None or column:
                one.stand_at(partial(np.copy, place.at(0.1, 0.8 - 0.25 * index) if column else place.at(0.0, 0.6)))
            else:
                one.stand_at(partial(right_of, before))

    def told(self, beta: float) -> list[Any]:
        """How much of the last step is kept is read out from now on, if it is any; gives back what comes up."""
        if len(self.readings) > 2:  # noqa: PLR2004 - step size, loss, momentum
            self.readings[2].rest_at(beta)
            return []
        if not beta:
            return []
        measured = self.scene.coordinate(r"\beta", self.beta.get_value)
        kept = self.scene.reading(measured, self.size, decimals=2, digits=1).rest_at(beta)
        self.readings.add(kept)
        self._stand_in(self._regions()[1])
        return [FadeIn(kept)]

    def here(self) -> Array:
        """Where the ball stands; a model point (2,)."""
        return np.array([self.x.get_value(), self.y.get_value()])

    def loss(self, place: Array) -> float:
        """The height of the surface over a model point (2,)."""
        return float(self.function.value(*place))

    def _apart(self) -> float:
        """How far the point drawn on the map is from the ball on the surface, as a share of the map's width."""
        balls = self.figure.view().balls
        if not balls or not self.placed:
            return 0.0
        off = np.array(self.board.model_of(self.dot.get_center())) - balls[0].at[:2]
        return float(np.linalg.norm(off)) / self.board.span.length

    def _missed(self) -> float:
        """How far, in shares of the map, a drawn hop ends from w − η∇ of its beginning, and β of the hop before on,
        with the η and β that are read out; the largest of all hops.
        """
        rate = float(self.readings[0].number.value)
        beta = float(self.readings[2].number.value) if len(self.readings) > 2 else 0.0  # noqa: PLR2004 - as above
        legs = [
            [np.array(self.board.model_of(end)) for end in (hop.leg.get_start(), hop.leg.get_end())]
            for hop in self.marks
        ]
        lasts = [np.zeros(2), *(end - start for start, end in legs)]
        misses = [
            np.linalg.norm(end - start + rate * self.board.gradient_at(start) - beta * last)
            for (start, end), last in zip(legs, lasts, strict=False)
        ]
        return float(max(misses, default=0.0)) / self.board.span.length

    def _off_scale(self) -> float:
        """How much longer than η times the −∇ that was drawn before it the drawn step is, as a share of that."""
        if self.arrow is None or self.aimed is None:
            return 0.0
        full = float(np.linalg.norm(self.aimed)) * float(self.eta.get_value())
        if full < NO_STEP:
            return 0.0
        return float(np.linalg.norm(self.arrow.vector[:2] / self.board.units())) / full - 1

    def sees(self, *places: Array) -> bool:
        """Whether model points (2,) lie on the map, or so near to it that an arrow may end there."""
        figure, left = self.scene.layout.figure, self.board.frame.get_left()[0] - NEAR
        drawn = [self.board.point(*place) for place in places]
        return all(left < x < figure.right and figure.bottom < y < figure.top for x, y, _ in drawn)

    def named(self, scale: float, arrow: ArrowMobject) -> VMobject:
        """What an arrow shows, beside it: the gradient, or how much of it."""
        name = self.scene.label(times(scale, gradient(self.function)))
        name.set_stroke(self.theme.background, HALO, background=True)
        texts = [*self.board.numbers, *self.board.names]
        return beside_line(name, arrow.tail + 0.7 * arrow.vector, arrow.vector, texts, self.scene.layout.body)

    def stand(self) -> None:
        """All stands without motion, the ball at its place."""
        self.placed = True
        self.ball_seen.set_value(1)
        self.scene.add(self.figure.picture, self.figure.labels, self.board, self.dot, self.readings)

    def zoom(self, span: Interval, *, surface: bool = False) -> None:
        """The map shows another span, and the surface too if asked; what stands on the map stays at its point."""
        old = self.board
        if span == old.span:
            return
        new = self._map(span)
        arrow = self.arrow
        if arrow is not None:
            ends = [old.model_of(arrow.tail), old.model_of(arrow.tip)]
            arrow.add_updater(lambda one: one.put(*(self.board.point(*end) for end in ends)))
        show = self._draw_back if span.length > old.span.length else self._come_closer
        show(old, new, surface=surface)
        self.marks.clear_updaters()
        self.ghosts.clear_updaters()
        if arrow is not None:
            arrow.clear_updaters()

    def _draw_back(self, old: ContourPlot, new: ContourPlot, *, surface: bool) -> None:
        """The map shrinks towards its place in the wider one and dissolves, while that one comes up around it."""
        factor, shift = place_in(old, new)
        middle = old.frame.get_center()
        self._follow_map()
        texts = texts_off(old)
        self.scene.add(texts)
        gone = [move(one, 0) for one in (*self.surface_seen(), self.ball_seen)] if surface else []
        self.scene.play(FadeOut(texts), *gone, run_time=0.4)
        shrinks = old.animate(run_time=0.9).scale(factor, about_point=middle).shift(shift).fade(1)
        self._lay_under(new)
        self.scene.play(shrinks, FadeIn(new, run_time=0.9, rate_func=late))
        self.scene.remove(old)
        if coming := self._stand_on(new, surface=surface):
            self.scene.play(*coming, run_time=0.6)

    def _come_closer(self, old: ContourPlot, new: ContourPlot, *, surface: bool) -> None:
        """The narrower map comes up in its place in the wider one, and grows."""
        factor, shift = place_in(new, old)
        middle, texts = new.frame.get_center(), texts_off(new)
        new.scale(factor, about_point=middle).shift(shift)
        if surface:
            self.scene.play(*(move(one, 0) for one in (*self.surface_seen(), self.ball_seen)), run_time=0.4)
        self._lay_under(new)
        coming = self._stand_on(new, surface=surface)
        self.scene.play(FadeIn(new), *coming, run_time=0.6)
        self._follow_map()
        grows = new.animate(run_time=0.9).shift(-shift).scale(1 / factor, about_point=middle)
        self.scene.play(grows, FadeOut(old, run_time=0.5))
        self.scene.play(FadeIn(texts), run_time=0.4)
        new.add(*texts)

    def _follow_map(self) -> None:
        for hops in (self.marks, self.ghosts):
            hops.add_updater(lambda group: [hop.lie_on(self.board) for hop in group] and None)

    def _lay_under(self, new: ContourPlot) -> None:
        """A map that comes lies under all that stands on the old one."""
        self.scene.add(new, self.ghosts, self.marks, self.dot, *([self.arrow] if self.arrow else []))

    def _stand_on(self, new: ContourPlot, *, surface: bool) -> list[Any]:  # Manim's animation builders
        """What stood on the old map stands on the new one; gives back how a surface over its span comes up with it."""
        self.board = new
        if not surface:
            return []
        self.scene.remove(self.figure.picture, self.figure.labels)
        self._build_surface(new.span)
        for tracker in self.surface_seen():
            tracker.set_value(0)
        self.scene.add(self.figure.picture, self.figure.labels)
        return [move(one, 1) for one in (*self.surface_seen(), self.ball_seen)]

    def off_course(self) -> float:
        """The sine of the angle between the drawn step and −∇ at its tail, on screen; 2 if it points uphill."""
        if self.arrow is None or np.linalg.norm(self.arrow.vector) < NO_STEP:
            return 0.0
        way = -self.board.gradient_at(self.foot)
        drawn = self.arrow.vector[:2] / np.linalg.norm(self.arrow.vector)
        way = way / max(float(np.linalg.norm(way)), 1e-12)
        return float(drawn[0] * way[1] - drawn[1] * way[0]) if drawn @ way > 0 else 2.0

    def foreseen(self, count: int, board: ContourPlot | None = None) -> Array:
        """Where the next steps lead, (count + 1, 2), from here on."""
        way, last = [self.here()], self.last_step()
        for _ in range(count):
            last = self.beta.get_value() * last - self.eta.get_value() * (board or self.board).gradient_at(way[-1])
            way.append(way[-1] + last)
        return np.array(way)

    def last_step(self) -> Array:
        """The step that led here, (2,); none at the start."""
        return self.here() - self.track[-1].start if self.track else np.zeros(2)

    def hop(self, seconds: float) -> None:
        """The ball goes one step against the gradient, along its arrow; a dot stays where it stood."""
        here = self.here()
        carried = here + self.beta.get_value() * self.last_step()
        target = carried - self.eta.get_value() * self.board.gradient_at(here)
        self.trail_colour = self.theme.wrong if self.loss(target) > self.loss(here) else self.colour
        self._point_at(carried, target, seconds)
        hop = Hop(here, self.trail_colour)

        def follow(one: Hop) -> None:
            one.end = self.here()
            one.lie_on(self.board)

        hop.add_updater(follow, call_updater=True)
        self.scene.add(hop)
        self.scene.bring_to_front(self.dot)
        self.track.append(hop)
        self.figure.exhibit(partial(self._leg_on_surface, hop))
        crossed = self.board.crossed(self.loss(here), self.loss(target))
        self.scene.play(move(self.x, target[0]), move(self.y, target[1]), *crossed, run_time=seconds * 0.6)
        self.landed = target
        self.readings[1].update()
        hop.clear_updaters()
        self.marks.add(hop)
        if self.arrow is not None:
            self.scene.remove(self.arrow, self.carry)
        self.arrow = self.aimed = None

    def _point_at(self, carried: Array, target: Array, seconds: float) -> None:
        """The step's arrow, −η∇, from the ball to where it will land; with momentum, behind that of what is kept of the
        last step.
        """
        tail, tip, self.foot = self.board.point(*carried), self.board.point(*target), self.here()
        start = self.board.point(*self.foot)
        if np.linalg.norm(tail - start) > NO_STEP:
            self.carry.put(start, tail)
            self.scene.add(self.carry)
            self.scene.play(GrowFromPoint(self.carry, start), run_time=seconds * 0.3)
        if self.arrow is None:
            self.arrow = ArrowMobject(tail, tip, self.trail_colour, 0.06, hollow=True)
            self.scene.add(self.arrow)
            self.scene.bring_to_front(self.dot)
            self.scene.play(GrowFromPoint(self.arrow, tail), run_time=seconds * 0.4)
        self.scene.invariant(DOWNHILL, self.off_course, 1e-6)

    def say_overshoots(self) -> None:
        """The last step started downhill and ended higher: it went past a lowest point on its way."""
        text, size = self.scene.words.picture.overshoots, self.theme.sizes.label
        said = self.scene.words_mobject(text, size=size, colour=self.theme.wrong, weight="semibold")
        said.set_stroke(self.theme.background, HALO, background=True)  # no ring runs through it
        away = np.array([(self.dot.width + said.width) / 2 + 0.15, said.height, 0.0])
        ways = [(1, 0), (-1, 0), *((x, y) for y in (-1, 1) for x in (1, -1, 0.6, -0.6))]
        places = [self.dot.get_center() + np.array([*way, 0.0]) * away for way in ways]
        inside = [one for one in places if self.scene.layout.figure.inset(0.1).holds(said.move_to(one))]
        others = [*self.board.numbers, *self.board.names]
        self.word = said.move_to(clear_place(said, inside or places, others, 0.1))
        self.scene.play(FadeIn(said), run_time=0.5)

    def forget_word(self) -> None:
        """The word belongs to the step that it was said of."""
        if self.word is not None:
            self.scene.play(FadeOut(self.word), run_time=0.3)
            self.word = None

    def _leg_on_surface(self, hop: Hop) -> SpaceCurve | None:
        """A step of the way so far, lying on the surface, in its colour on the map."""
        if hop not in self.track or (hop.start == hop.end).all():
            return None
        on_it = self.figure.on_surface(*np.linspace(hop.start, hop.end, 13).T)
        return SpaceCurve(on_it, rgb(hop.leg.get_color().to_hex()), 3.5, self.ball_seen.get_value(), ghost=0.5)

    def _ball_on_surface(self) -> SpaceBall | None:
        seen = self.ball_seen.get_value()
        if seen <= 0:
            return None
        return SpaceBall(self.figure.on_surface(*self.here()), rgb(self.theme.foreground), radius=0.15, opacity=seen)
