"""A computation as a graph: numbers run forward through it, slopes backward."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from manim import Create, FadeIn, FadeOut, LaggedStart, ShowPassingFlash, VMobject, linear, smooth, squish_rate_func

from mathora.stage import Function, LessonScene, Point, StepView, Variable, action, move
from mathora.stage.figures.graph.computation import computation_of
from mathora.stage.figures.graph.compute_graph import ComputeGraphFigure, Link
from mathora.stage.figures.graph.pushed import Pushed
from mathora.stage.plane.shapes import recede
from mathora.stage.text.terms import gradient

FADED = 0.28  # how far what is not on a path stands back


class ComputeGraph(LessonScene):
    """The steps that compute a function, joined into a graph: values forward, and by the chain rule slopes backward."""

    function: Function
    at: Point
    data: tuple[Variable, ...] = ()

    movable = ("computation", {"function": "function", "at": "at"})
    needs: ClassVar = (
        ("function", "computes(at)", "each box has its value, each arrow its slope"),
        ("path.to", "used(function)", "a path leads to it"),
        ("data", "used(function)", "it stands in the graph, without a slope"),
        ("push.by", "inputs(function), adds_up(function, at, slide.to)", "they change a little"),
        ("slide.to", "inputs(function), goes_on(function, at)", "numbers go in there"),
    )

    def begin(self) -> None:
        """Boxes, edges and all their numbers; nothing stands on the stage yet."""
        computation = computation_of(self.function)
        below = 0.0 if self.opening.formulas == "never" else 0.26
        place, _, panel = self.layout.body.split_rows(1 - below, 0.04 * (below > 0), 0.22)
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

    @action("The inputs as boxes with their numbers, and arrows from them to each step, up to {function}.")
    def graph(self, step: StepView) -> None:
        """Layer by layer: edges grow from their boxes to the next ones; then a light runs through all of them."""
        figure = self.graph_of
        ways = []
        for layer in figure.computation.layers():
            if edges := [link for edge, link in figure.links.items() if edge.target in layer]:
                self.play(*(Create(link.line, rate_func=linear) for link in edges),
                          *(FadeIn(link.tip, rate_func=squish_rate_func(smooth, 0.8, 1)) for link in edges),
                          run_time=0.9)  # fmt: skip
                self.add(*edges)
                ways.append(edges)
            boxes = [figure.boxes[key] for key in layer]
            self.play(*(FadeIn(part) for box in boxes for part in (box.card, box.head)), run_time=0.8)
        for edges in ways:
            self.play(*(self._flash(link.line, self.theme.foreground) for link in edges), run_time=0.9)
        self.show_formulas(step)

    @action("Numbers run forward along the arrows: each box gets its value, the last one that of {function}.")
    def forward(self, step: StepView, to: Function | None = None) -> None:
        """Step by step, up to `to` if it is given."""
        self.need("graph")
        self._unfade()
        self.show_formulas(step)
        figure = self.graph_of
        until = {to.key, *self._needed(to.key)} if to else {*figure.computation.steps}
        for key in figure.computation.steps:
            if key in self.reached or key not in until:
                continue
            self.reached.add(key)
            incoming = [link for edge, link in figure.links.items() if edge.target == key]
            self.play(*(self._flash(link.line, self.theme.foreground) for link in incoming), run_time=0.9)
            self.play(FadeIn(figure.boxes[key].value, scale=1.3), run_time=0.7)

    @action("Slopes run backward from {function}: each arrow gets its own, each box the product along its way.")
    def backward(self, step: StepView, to: Function | None = None) -> None:
        """From the output back, step by step; up to the boxes that `to` needs on its way, if it is given."""
        self.forward(StepView(()))
        self.show_formulas(step)
        figure = self.graph_of
        wanted = {key for path in figure.computation.paths(to.key) for edge in path for key in edge} if to else None
        if self.returned >= (wanted or {*figure.boxes}):
            self._again()
        for key in reversed([*figure.computation.inputs, *figure.computation.steps]):
            if key in self.returned or (wanted is not None and key not in wanted):
                continue
            self.returned.add(key)
            outgoing = [link for edge, link in figure.links.items() if edge.source == key]
            if outgoing:
                self.play(*(self._flash(link.line, figure.accent, back=True) for link in outgoing),
                          *(FadeIn(link.local) for link in outgoing), run_time=1.0)  # fmt: skip
            if len(figure.boxes[key].slope):
                self.play(FadeIn(figure.boxes[key].slope, scale=1.2), run_time=0.7)

    def _again(self) -> None:
        """Light runs back once more through a graph that has all its slopes."""
        for layer in reversed(self.graph_of.computation.layers()):
            if ways := [link.line for edge, link in self.graph_of.links.items() if edge.target in layer]:
                self.play(*(self._flash(way, self.graph_of.accent, back=True) for way in ways), run_time=0.9)

    @action("All paths from {to} to {function} light up, one after the other; the rest stands back.")
    def path(self, step: StepView, to: Variable) -> None:
        """A product for each path; where several meet, their sum."""
        if self.done:
            self.backward(StepView(()))
        else:
            self._stand()
        figure = self.graph_of
        paths = figure.computation.paths(to.key)
        self._unfade()
        on = {edge for path in paths for edge in path}
        keys = {key for edge in on for key in edge}
        boxes = [figure.boxes[key] for key in figure.boxes if key not in keys]
        links = [link for edge, link in figure.links.items() if edge not in on]
        self.faded = [part for box in boxes for part in (box.card, box.head, *([box.value] if len(box.value) else []))]
        self.hidden = [*(link.local for link in links), *(box.slope for box in boxes if len(box.slope))]
        self.lit = [figure.links[edge] for edge in on]
        if boxes or links:
            dimmed = (recede(part, self.theme.receded) for part in self.faded)
            self.play(*dimmed, *(recede(link, FADED) for link in links), *map(FadeOut, self.hidden), run_time=0.6)
        for path in paths:
            lines = [self._flash(figure.links[edge].line, figure.accent, back=True) for edge in reversed(path)]
            self.play(LaggedStart(*lines, lag_ratio=0.6), run_time=0.5 + 0.5 * len(path))
            self.play(*(figure.links[edge].animate.set_color(figure.accent) for edge in path), run_time=0.4)
        self.show_formulas(step)

    @action("The inputs change by {by}: the change runs on all its ways at once, and where ways meet it adds up.")
    def push(self, step: StepView, by: Point) -> None:
        """Wave by wave: what edges that meet bring, then by how much their box changes."""
        self.forward(StepView(()))
        self.show_formulas(step)
        figure, self.change = self.graph_of, Pushed(self.graph_of, by.mapping())
        self._say(*by)
        for wave in self.change.waves:
            shares = self.change.shares(wave)
            covered = [figure.links[edge].local for edge in wave if shares and edge.source in self.returned]
            self.play(*(self._flash(figure.links[edge].line, figure.accent) for edge in wave),
                      *map(FadeOut, covered), *map(FadeIn, shares), run_time=1.2)  # fmt: skip
            self.hidden += covered
            self.pushed += shares
            self._say(*dict.fromkeys(edge.target for edge in wave))

    def _say(self, *names: str) -> None:
        """Boxes tell by how much they change."""
        self.pushed += (told := [self.change.told(key, sloped=key in self.returned) for key in names])
        self.play(*(FadeIn(one, scale=1.2) for one in told), run_time=0.7)

    @action("The inputs move to {to}; all numbers of the graph follow.")
    def slide(self, step: StepView, to: Point) -> None:
        """Values and slopes change together."""
        self.need("graph")
        self._unfade()
        figure = self.graph_of
        figure.rest_at(to.mapping())
        self.play(*(move(figure.at[key], to[key]) for key in to), run_time=1.8)
        self.show_formulas(step)

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
        self.add(*figure.links.values(), *(link.local for link in figure.links.values()), *figure.boxes.values())
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
