"""A computation as a graph: numbers run forward through it, slopes backward."""

from __future__ import annotations

from typing import ClassVar

from _computed import ComputationPicture
from manim import Create, FadeIn, FadeOut, linear, smooth, squish_rate_func

from mathora.stage import Function, Point, StepView, Variable, action, move
from mathora.stage.figures.graph.pushed import Pushed
from mathora.stage.plane.shapes import recede

FADED = 0.28  # how far what is not on a path stands back


class ComputeGraph(ComputationPicture):
    """The steps that compute a function, joined into a graph: values forward, and by the chain rule slopes backward."""

    movable = ("computation", {"function": "function", "at": "at"})
    needs: ClassVar = (
        ("function", "computes(at)", "each box has its value, each arrow its slope"),
        ("path.to", "used(function)", "a path leads to it"),
        ("data", "used(function)", "it stands in the graph, without a slope"),
        ("push.by", "inputs(function), adds_up(function, at, slide.to)", "they change a little"),
        ("slide.to", "inputs(function), goes_on(function, at)", "numbers go in there"),
    )

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
        self._return([key for key in figure.homeward() if wanted is None or key in wanted])

    @action("All paths from {to} to {function} light up, one after the other; the rest stands back.")
    def path(self, step: StepView, to: Variable) -> None:
        """A product for each path; where several meet, they add up one after the other, and then the slope stands."""
        figure = self.graph_of
        paths = figure.computation.paths(to.key)
        on = {edge for path in paths for edge in path}
        keys = {to.key}.union(*on)
        if self.done:
            self.forward(StepView(()))
            self._return([key for key in figure.homeward() if key in keys and key != to.key])
        else:
            self._stand()
        self._unfade()
        boxes = [box for key, box in figure.boxes.items() if key not in keys]
        links = {edge: link for edge, link in figure.links.items() if edge not in on}
        self.faded = [part for box in boxes for part in (box.card, box.head, *([box.value] if len(box.value) else []))]
        self.hidden = [link.local for edge, link in links.items() if self._tells(edge.source)]
        self.hidden += [box.slope for key, box in figure.boxes.items() if key not in keys and self._tells(key)]
        self.lit = [figure.links[edge] for edge in on]
        dimmed = (recede(part, self.theme.receded) for part in self.faded)
        away = [*dimmed, *(recede(link, FADED) for link in links.values()), *map(FadeOut, self.hidden)]
        if coming := [*away, *self.formulas_during(step)]:
            self.play(*coming, run_time=0.6 if away else 1.2)
        self._along(to.key, paths)

    @action("The inputs change by {by}: the change runs on all its ways at once, and where ways meet it adds up.")
    def push(self, step: StepView, by: Point) -> None:
        """Wave by wave: what edges that meet bring, then by how much their box changes."""
        self.forward(StepView(()))
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

    @action("The inputs move to {to}; all numbers of the graph follow.", needs="graph")
    def slide(self, step: StepView, to: Point) -> None:
        """Values and slopes change together."""
        self._unfade()
        figure = self.graph_of
        figure.rest_at(to.mapping())
        self.play(*(move(figure.at[key], to[key]) for key in to), run_time=1.8)
