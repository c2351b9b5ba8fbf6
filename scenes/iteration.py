"""A value over the steps of a repeated computation: descent at several rates, or any recurrence of the model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import Circle, Create, FadeIn, FadeOut, LaggedStart, Transform, VGroup, linear

from mathora.stage import Count, Function, LessonScene, Number, Point, StepView, action
from mathora.stage.figures.data.data_points import axes_room
from mathora.stage.figures.data.runs import Recurrence, RunsFigure, name_of
from mathora.stage.motion import come, late

PALETTE = ("green", "pink", "purple", "teal", "orange", "blue")
"""The colours of runs, in their order: those that variables often have, and those that a symbol carries, come last."""

LEGEND_LEFT, LEGEND_GAP = 0.6, 0.55
"""Where the row of what the runs are given begins, and between its entries; in scene units."""


class Iteration(LessonScene):
    """How a value changes from step to step, for one run or for several side by side on the same axes."""

    late_formulas = "below"

    function: Function
    start: Point
    rates: tuple[Number, ...] = ()
    following: tuple[Function, ...] = ()
    runs: tuple[Point, ...] = ()
    steps: Count = 20

    needs = (
        ("rates", "given(following), without(following)", "each is a run"),
        ("rates", r"called(the \eta)", "it is read out by that name"),
        ("rates", "positive(), distinct()", "each run has a line of its own"),
        ("following", "as_many_items(start)", "they say what each number becomes"),
        ("steps", "iterates(function, start, rates, following, runs)", "each step is a mark"),
        ("run.function", "runs(uses, rates, following, runs)", "the next run is drawn"),
    )
    limits = (
        ("steps", 1, 200, "each step is a mark"),
        ("len(rates)", 1, 6, "so many runs can be told apart"),
        ("len(runs)", 1, 6, "so many runs can be told apart"),
    )
    movable = (
        "iteration",
        {"function": "function", "start": "start", "rates": "rates", "following": "following", "runs": "runs",
         "steps": "steps"},
    )  # fmt: skip

    def begin(self) -> None:
        """All runs are computed; nothing stands on the stage yet."""
        names = (self.words_mobject(self.words.picture.steps), self.label(name_of(self.function)))
        self.head, place = self.layout.figure.split_rows(0.12, 0.88)
        self.recurrences = self._recurrences()
        self.colours = [self.theme.palette[one] for one in self.free_colours(*PALETTE)]
        self.figure = RunsFigure(axes_room(place), self.steps, len(self.recurrences), names, self)
        self.values = [one.values(self.start.mapping(), self.steps) for one in self.recurrences]
        self.labels = VGroup()

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
            come(self, self.figure.graph)
        self.show_formulas(step)

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
            for name, _, _ in self.figure.claims if number else ():
                self.invariants.release(name)
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
        marks = LaggedStart(*(FadeIn(mark, scale=2) for mark in fresh[1:]), lag_ratio=0.6)
        self.play(Create(fresh[0], rate_func=linear), marks, run_time=min(1.2 + 0.08 * self.steps, 4.0))
        self.remove(*fresh)
        self.add(fresh)
        self.figure.stand(graph, VGroup(*lines, fresh))
        if label is not None:
            self.labels.add(label)
            self.play(FadeIn(label), run_time=0.4)
        self.show_formulas(step)

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

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
