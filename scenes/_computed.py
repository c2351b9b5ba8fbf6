"""A computation as a graph on the stage: what lights up in it, what comes back through it, and what stands back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import prod

from manim import FadeIn, FadeOut, LaggedStart, ShowPassingFlash, VGroup, VMobject, linear

from mathora.stage import Function, LessonScene, Point, Variable
from mathora.stage.figures.graph.computation import Edge, computation_of
from mathora.stage.figures.graph.compute_graph import ComputeGraphFigure, Link
from mathora.stage.figures.graph.gathered import gathered
from mathora.stage.figures.graph.pushed import Pushed
from mathora.stage.plane.shapes import recede
from mathora.stage.text.terms import gradient


class ComputationPicture(LessonScene):
    """The steps that compute a function, as a graph."""

    function: Function
    at: Point
    data: tuple[Variable, ...] = ()

    def begin(self) -> None:
        """Boxes, edges and all their numbers; nothing stands on the stage yet."""
        computation = computation_of(self.function)
        gap, below = (0.0, 0.0) if self.opening.formulas == "never" else (0.04, 0.22)
        place, _, panel = self.layout.body.split_rows(1 - gap - below, gap, below)
        self.layout = replace(self.layout, figure=place, panel=panel)
        declared = self.colour_of(gradient(self.function))
        accent = declared if declared != self.theme.foreground else self.theme.palette["yellow"]
        self.graph_of = ComputeGraphFigure(
            computation, self.at.mapping(), [one.key for one in self.data], place, self, self.model, accent
        )
        self.reached: set[str] = set(computation.inputs)
        self.returned: set[str] = set()
        self.faded: list[VMobject] = []
        self.hidden: list[VMobject] = []
        self.lit: list[Link] = []
        self.pushed: list[VMobject] = []
        self.change = Pushed(self.graph_of, {})
        self.promise(self.graph_of.claims)
        self.invariant("where ways meet, what they bring adds up", lambda: self.change.off_sum(), 1)  # noqa: PLW0108 - of the latest

    def _return(self, keys: Sequence[str]) -> None:
        """Slopes come back to these names, in this order, where they are not yet: along the arrows, then there; where
        several arrows meet, what they bring adds up first.
        """
        figure = self.graph_of
        local, slopes = figure.computation.local_slopes(figure.values()), figure.slopes()
        for key in (one for one in keys if one not in self.returned):
            self._ask(key)
            outgoing = [edge for edge in figure.links if edge.source == key]
            told = VGroup()
            for number in range(1, len(outgoing) + 1) if len(outgoing) > 1 and key not in figure.data else ():
                told = self._add_up(key, told, [slopes[edge.target] * local[edge] for edge in outgoing[:number]])
            if len(figure.boxes[key].slope):
                self._gives_way(told, figure.boxes[key].slope)

    def _add_up(self, name: str, before: VMobject, parts: Sequence[float]) -> VMobject:
        """One more part stands in the sum at a name; returns what stands there now."""
        told = gathered(self.graph_of, name, parts)
        self._gives_way(before, told)
        return told

    def _gives_way(self, before: VMobject, after: VMobject) -> None:
        """What comes to the place of another does not come through it."""
        if len(before):
            self.play(FadeOut(before), run_time=0.3)
        self.play(FadeIn(after, scale=1.2), run_time=0.6)

    def _ask(self, key: str) -> None:
        """Light runs back to a name, and each arrow from it gets its slope; none to data, which nobody changes."""
        self.returned.add(key)
        outgoing = [link for edge, link in self.graph_of.links.items() if edge.source == key]
        if outgoing and key not in self.graph_of.data:
            self.play(*(self._flash(link.line, self.graph_of.accent, back=True) for link in outgoing),
                      *(FadeIn(link.local) for link in outgoing), run_time=1.0)  # fmt: skip

    def _again(self) -> None:
        """Light runs back once more through a graph that has all its slopes."""
        for layer in reversed(self.graph_of.computation.layers()):
            if ways := [link.line for edge, link in self.graph_of.links.items() if edge.target in layer]:
                self.play(*(self._flash(way, self.graph_of.accent, back=True) for way in ways), run_time=0.9)

    def _along(self, name: str, paths: Sequence[Sequence[Edge]]) -> None:
        """Each path lights up, from the end; where the slope by this name is not told yet, it is added up there."""
        figure, told = self.graph_of, VGroup()
        local = figure.computation.local_slopes(figure.values())
        asked = not self._tells(name) and name not in figure.data
        if name not in self.returned:
            self._ask(name)
        for number, path in enumerate(paths, 1):
            lines = [self._flash(figure.links[edge].line, figure.accent, back=True) for edge in reversed(path)]
            self.play(LaggedStart(*lines, lag_ratio=0.6), run_time=0.5 + 0.5 * len(path))
            self.play(*(figure.links[edge].animate.set_color(figure.accent) for edge in path), run_time=0.4)
            if asked and len(paths) > 1:
                told = self._add_up(name, told, [prod(local[edge] for edge in one) for one in paths[:number]])
        if asked and len(paths) > 1:  # once more on all of them, while their sum can be read
            on = {edge for path in paths for edge in path}
            self.play(*(self._flash(figure.links[edge].line, figure.accent, back=True) for edge in on), run_time=2.0)
        if asked:
            self._gives_way(told, figure.boxes[name].slope)

    def _tells(self, name: str) -> bool:
        """Whether the slope by this name is told, and the slopes of the arrows from it."""
        return name in self.returned and name not in self.graph_of.data

    def _needed(self, key: str) -> set[str]:
        """All that a step needs, also through others."""
        steps = self.graph_of.computation.steps
        before = set(steps[key].variables) if key in steps else set()
        return before.union(*map(self._needed, before)) if before else before

    @staticmethod
    def _flash(line: VMobject, colour: str, *, back: bool = False) -> ShowPassingFlash:
        """Light along an edge, or back along it."""
        light = line.copy().set_stroke(colour, width=7)
        return ShowPassingFlash(light.reverse_points() if back else light, time_width=0.7, rate_func=linear)

    def _stand(self) -> None:
        """The whole graph with all its numbers, at once: a section that begins with a path has no need of more."""
        figure = self.graph_of
        told = (link.local for edge, link in figure.links.items() if edge.source not in figure.data)
        self.add(*figure.links.values(), *told, *figure.boxes.values())
        self.reached, self.returned = {*figure.boxes}, {*figure.boxes}
        self.done |= {"graph", "forward", "backward"}

    def _unfade(self) -> None:
        """What stood back comes forward, the paths go out, and what a push brought leaves."""
        plain = [link.animate.set_color(link.colour) for link in self.lit]
        dim = [link for link in self.graph_of.links.values() if self.lit and link not in self.lit]
        back = [recede(part, 1.0) for part in (*self.faded, *dim)]
        if plain or back or self.pushed:
            self.play(*plain, *back, *map(FadeIn, self.hidden), *map(FadeOut, self.pushed), run_time=0.5)
        self.faded, self.hidden, self.lit, self.pushed = [], [], [], []
