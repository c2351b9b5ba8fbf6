"""A value over the steps of a repeated computation: descent at several rates, or any recurrence of the model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import Animation, Circle, Create, FadeIn, FadeOut, Transform, UpdateFromAlphaFunc, VGroup, VMobject, smooth

from mathora.stage import Count, Function, LessonScene, Number, Point, StepView, action, move
from mathora.stage.curves import lowest
from mathora.stage.figures.data.data_points import axes_room
from mathora.stage.figures.data.loss import LossPicture
from mathora.stage.figures.data.runs import ALIKE, Hops, Recurrence, RunPath, RunsFigure, name_of
from mathora.stage.motion import come, late, soon

PALETTE = ("green", "pink", "purple", "teal", "orange", "blue")
"""The colours of runs, in their order: those that variables often have, and those that a symbol carries, come last."""

TOGETHER = 8.0  # seconds that many steps take, together with those of a scene beside
LEGEND_LEFT, LEGEND_GAP = 0.6, 0.55  # where the row of what runs are given begins; between its entries; scene units


class Iteration(LessonScene):
    """How a value changes from step to step, for one run or for several side by side on the same axes."""

    late_formulas = "below"

    function: Function
    start: Point
    rates: tuple[Number, ...] = ()
    following: tuple[Function, ...] = ()
    runs: tuple[Point, ...] = ()
    steps: Count = 20
    map: Function | None = None
    bad: Count = 0

    needs = (
        ("rates", "given(following), without(following)", "each is a run"),
        ("rates", r"called(the \eta)", "it is read out by that name"),
        ("rates", "positive(), distinct()", "each run has a line of its own"),
        ("following", "as_many_items(start)", "they say what each number becomes"),
        ("steps", "iterates(function, start, rates, following, runs)", "each step is a mark"),
        ("map", "variables(1, 2)", "the runs' ways are drawn on it"),
        ("start", "coordinates(map)", "a way on the map begins there"),
        ("bad", "position(rates, runs)", "that run is drawn in red"),
        ("run.function", "runs(uses, rates, following, runs)", "the next run is drawn"),
    )
    limits = (
        ("steps", 1, 200, "each step is a mark"),
        ("len(rates)", 1, 6, "so many runs can be told apart"),
        ("len(runs)", 1, 6, "so many runs can be told apart"),
        ("bad", 0, 6, "runs are counted from 1; 0 is none"),
    )
    movable = (
        "iteration",
        {"function": "function", "start": "start", "rates": "rates", "following": "following", "runs": "runs",
         "steps": "steps"},
    )  # fmt: skip

    def begin(self) -> None:
        """All runs are computed; nothing stands on the stage yet."""
        names = (self.words_mobject(self.words.picture.steps), self.label(name_of(self.function)))
        if self.map is not None:
            self.layout = self.layout.divided(0.5)
        self.head, place = self.layout.figure.split_rows(0.12, 0.88)
        self.recurrences = self._recurrences()
        self.colours = [self.theme.palette[one] for one in self.free_colours(*PALETTE)]
        if self.bad:
            self.colours.insert(self.bad - 1, self.theme.wrong)
        self.values = [one.values(self.start.mapping(), self.steps) for one in self.recurrences]
        self.labels = VGroup()
        heights = None
        self.picture = None if self.map is None else self._picture(self.map)
        if self.picture is not None and self.map == self.function and len(self.picture.spans) == 1:
            heights, low = self.picture.graph.y, place.bottom if self.layout.upright else self.layout.panel.top
            place = replace(place, bottom=low)
        self.figure = RunsFigure(axes_room(place), self.steps, len(self.recurrences), names, self, heights)

    def _picture(self, loss: Function) -> LossPicture:
        """The map on which the runs leave their ways, over the formulas; a curve is as high as the values beside it."""
        whole = self.layout.panel
        upper, self.layout = self.layout.with_picture(0.78)
        if self.layout.upright and self.opening.formulas == "never":
            upper = whole
        elif not self.layout.upright and len(loss.variables) == 1:
            upper = replace(upper, bottom=self.layout.panel.top, top=self.head.bottom)
        order = [list(self.start).index(key) for key in loss.variables]
        start, given = np.array([self.start[key] for key in loss.variables]), self.start.mapping()
        self.ways = [one.places(given, self.steps)[:, order] for one in self.recurrences]
        near = [one for one, run in zip(self.ways, self.values, strict=True) if abs(run).max() <= ALIKE * abs(run[0])]
        holds = np.concatenate(near) if near else None
        return LossPicture(loss, lowest(loss, start), start, lambda: start, axes_room(upper), self, holds)

    def _recurrences(self) -> list[Recurrence]:
        """One for each run."""
        state = tuple(self.start)
        if self.following:
            given = [one.coordinates for one in self.runs] or [()]
            return [Recurrence(self.function, state, self.following, one) for one in given]
        return [Recurrence(self.function, state, rate=rate) for rate in self.rates]

    # ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("Axes for {function} over the steps.")
    def axes(self, step: StepView) -> None:
        """The axes, until runs stand on them."""
        if self.figure.graph not in self.mobjects:
            self.figure.graph = self.figure.preview(self.values)
            if self.picture is not None:
                self.promise(self.picture.claims[1:])
                come(self, self.figure.graph, self.picture.graph, self.picture.ground)
            else:
                come(self, self.figure.graph)

    @action("The next run: {function} after each step, a mark for each, joined by a line; the axes hold all runs.")
    def run(self, step: StepView) -> None:
        """The axes make room first; then the run grows step by step."""
        self.need("axes")
        number = len(self.figure.lines)
        colour = self.colours[number]
        old_graph, old_lines = self.figure.graph, self.figure.lines
        graph, lines, fresh = self.figure.with_run(self.values[number], colour)
        label = self._label(number, colour)
        if graph.y != old_graph.y:
            self.invariants.release(*(name for name, *_ in self.figure.claims if number))
            moving = [Transform(old, new) for old, new in zip(old_lines, lines, strict=True)]
            up, fresh_up = (VGroup(*one.numbers[one.across :]) for one in (old_graph, graph))  # others, or more of them
            old_graph.numbers.remove(*up)
            bare = graph.copy()
            bare.submobjects[3].remove(*bare.submobjects[3][graph.across :])
            moving += [FadeOut(up), FadeIn(fresh_up, rate_func=late)]
            self.play(Transform(old_graph, bare), *moving, run_time=0.9)
        self.remove(old_graph, *old_lines)
        self.add(graph, *lines)
        self.figure.stand(graph, lines)
        self.promise(self.figure.claims)
        if label is not None:
            self.labels.add(label)
        opening = *map(FadeIn, self.labels[number:]), *self.formulas_during(step)
        if self.accompaniment is None:
            self.play(*opening, run_time=0.6)
            hops = Hops(self.steps)
            marks = (FadeIn(mark, scale=2, rate_func=hops.landing(at)) for at, mark in enumerate(fresh[1:]))
            way = (move(one.done, self.steps, hops.seconds, hops.gone) for one in self._way(number, colour))
            self.play(Create(fresh[0], rate_func=hops.gone), *marks, *way, run_time=hops.seconds)
        else:
            self._run_with_the_other(fresh, opening, self._way(number, colour))
        self.remove(*fresh)
        self.add(fresh)
        self.figure.stand(graph, VGroup(*lines, fresh))

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _run_with_the_other(self, run: VGroup, opening: tuple[Animation, ...], way: list[RunPath]) -> None:
        """The run comes step by step, so that each lands together with one of the scene beside this one."""
        line, first, *marks = run
        whole, count = line.copy(), len(marks)
        opening = *opening, FadeIn(first, scale=2, rate_func=soon)
        for done, mark in enumerate(marks):

            def draw(one: VMobject, share: float, done: int = done) -> None:
                one.pointwise_become_partial(whole, 0, (done + share) / count)

            grown = UpdateFromAlphaFunc(line, draw, rate_func=smooth)
            moves = *opening, grown, *(move(one.done, done + 1) for one in way), FadeIn(mark, scale=2, rate_func=late)
            self.play(*moves, run_time=min(1.0, TOGETHER / count))
            opening = ()

    def _way(self, number: int, colour: str) -> list[RunPath]:
        """The run's way on the map, if there is one, until it leaves it."""
        if self.picture is None:
            return []
        points = np.array([self.picture.place_of(one) for one in self.ways[number]])
        seen = points[: int(np.argmin([*(self.picture.holds(one) for one in points), False]))]
        self.add(path := RunPath(seen, colour, float(self.figure.widths[number]), self.theme))
        return [path]

    def _label(self, number: int, colour: str) -> VGroup | None:
        """What a run is given, its rate or its constants, behind its colour; in one row over the axes."""
        size = self.theme.sizes.label
        entries = [self._entry(one, colour, size) for one in self.recurrences]
        if not len(entries[number]):
            return None
        room = self.head.width - LEGEND_LEFT
        share = min(1.0, room / (sum(one.width for one in entries) + LEGEND_GAP * (len(entries) - 1)))
        label = entries[number].scale(share)
        left = self.labels.get_right()[0] + share * LEGEND_GAP if len(self.labels) else self.head.left + LEGEND_LEFT
        return label.shift(np.array([left, self.head.centre[1], 0.0]) - label.get_left())

    def _entry(self, recurrence: Recurrence, colour: str, size: float) -> VGroup:
        """One entry of the row; empty for a run that is given nothing."""
        given = recurrence.given if recurrence.following else ((r"\eta", recurrence.rate),)
        stated = [self.stated(replace(self.coordinate(key, lambda at=at: at), plain=True), size) for key, at in given]
        for one in stated:
            one.set_color(colour)
        mark = Circle(radius=0.09).set_fill(colour, 1).set_stroke(width=0)
        return VGroup(mark, *stated).arrange(buff=0.18) if stated else VGroup()
