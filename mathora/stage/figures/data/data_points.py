"""Data of the model as points on a graph.

Owns: `numbers_of`, `base_of`, `Scatter`, `axes_room`, `row_of_readings`, `right_of`.

Laws:
- The numbers are the model's names `x_1`, `x_2`, …; as many as there are, all of them are drawn.
- A point stands at its numbers, whatever the graph's scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from manim import Circle, FadeIn, LaggedStart, VGroup, VMobject

from mathora.formula import Model, numbers_of_index, symbol_key, tree
from mathora.formula.curves.interval import Interval
from mathora.stage.action import StepView
from mathora.stage.arrays import Array
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.parameters import Variable
from mathora.stage.plane.graph import Graph
from mathora.stage.scene import LessonScene
from mathora.stage.text.terms import Term, symbol
from mathora.stage.text.value_label import ValueLabel
from mathora.stage.writing import Writing

OVER = 0.8  # scene units from a graph up to the middle of the readings over it
ROW = 0.55  # from there up to the next row
DOT = 0.1  # the radius of a point, in scene units


def numbers_of(model: Model, variable: Variable) -> Array:
    """The numbers of a running name, shape (n,): those that the model has for `x_1`, `x_2`, … of `x_i`."""
    running = symbol(model, variable.key).tree
    assert isinstance(running, tree.Symbol)  # noqa: S101 - for the types: `symbol` gives no other
    return np.array([float(one) for one in numbers_of_index(model, running)])


def base_of(model: Model, variable: Variable) -> Term:
    """The name of the axis for a running name: x of `x_i`."""
    running = symbol(model, variable.key).tree
    assert isinstance(running, tree.Symbol)  # noqa: S101 - for the types: as above
    return symbol(model, symbol_key(replace(running, subscript=None)))


def axes_room(region: Region) -> Region:
    """What of a region is left for a graph whose numbers and names stand around it."""
    return replace(
        region, left=region.left + 0.6, right=region.right - 0.4, bottom=region.bottom + 0.4, top=region.top - 0.45
    )


def row_of_readings(labels: Sequence[ValueLabel], graph: Graph, number: int = 0) -> None:
    """Readings stand beside each other over a graph's left end, in the row of a `number` counted upward from 0; one
    makes way for that before it.
    """

    def start() -> Array:
        corner = graph.frame.points.max(axis=0)
        return np.array([graph.frame.points.min(axis=0)[0], corner[1] + OVER + number * ROW, 0.0])

    for label, before in zip(labels, [None, *labels], strict=False):
        label.stand_at(partial(right_of, before) if before else start)


def right_of(label: ValueLabel) -> Array:
    """Where the reading behind this one begins, a scene point (3,)."""
    cell = label.number.cell
    return np.asarray([cell.get_right()[0] + 0.6, label.shown_left()[1], 0.0])


class Scatter:
    """Points of data (`x` and `y`, shape (n,)) on a graph that fills a region."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a scatter plot is
        self,
        x: Array,
        y: Array,
        region: Region,
        spans: tuple[Interval, Interval],
        names: tuple[Term, Term],
        write: Writing,
    ) -> None:
        self.x, self.y, self._moved, self.alone, self._home = x, y, 0.0, True, False
        labels = (write.label(names[0]), write.label(names[1]))
        self.graph = Graph(region, *spans, write.theme, names=labels)
        self.dots = VGroup(*(self._dot(at, write) for at in zip(x, y, strict=True)))

    def _dot(self, at: tuple[float, float], write: Writing) -> VMobject:
        dot = Circle(radius=DOT).set_fill(write.theme.foreground, 1).set_stroke(write.theme.background, 1.5)
        return dot.move_to(self.graph.point(*at))

    def enter(self, scene: LessonScene, step: StepView) -> None:
        """Axes, then the points one after the other: in the middle of the picture, until something comes beside them,
        if no formula does yet.
        """
        if self.graph in scene.mobjects:
            return
        scene.promise(self.claims)
        self.centre(scene, step)
        scene.play(FadeIn(self.graph), run_time=0.8)
        scene.play(LaggedStart(*(FadeIn(dot, scale=2) for dot in self.dots), lag_ratio=0.15), run_time=1.4)

    def centre(self, scene: LessonScene, step: StepView) -> None:
        """Before anything stands: the middle of the picture is the place of a graph that is `alone` as yet."""
        if not step.shown and self.alone and not self._home:
            self._moved = scene.layout.to_middle
            VGroup(self.graph, self.dots).shift([self._moved, 0, 0])

    def make_way(self, scene: LessonScene, *others: VMobject) -> None:
        """Axes and points go to where they stand beside something, with what follows neither, and stay there."""
        self._home = True
        if self._moved:
            scene.play(VGroup(self.graph, self.dots, *others).animate.shift([-self._moved, 0, 0]), run_time=0.8)
            self._moved = 0.0

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (("every row of the data is a point at its place", self._misplaced, 1e-6),)

    def _misplaced(self) -> float:
        """How far, at most, a point is from its numbers, in scene units; infinite if one is missing."""
        if len(self.dots) != len(self.x):
            return float("inf")
        places = np.array([dot.get_center() for dot in self.dots])
        return float(np.linalg.norm(places - self.graph.points_of(self.x, self.y), axis=1).max())
