"""A neural network on the stage: its neurons and edges, its loss, and what leaves before something else is told."""

from __future__ import annotations

from dataclasses import replace

from _middle import AloneAtFirst
from manim import FadeIn, FadeOut, Mobject, VGroup

from mathora.stage import Count, Flag, Formula, Function, StepView, Variable, action
from mathora.stage.figures.graph.delta_rule import DeltaRule, LastDelta, LineSlope, Moves
from mathora.stage.figures.graph.network import NetworkFigure
from mathora.stage.figures.graph.run_counts import RunCounts
from mathora.stage.layout import BESIDE_GAP

LIT = {"backward", "collect"}  # done while all edges are lit by the slopes of the weights as they are


class NetworkPicture(AloneAtFirst):
    """A small network, and below it a place for what is counted and added up."""

    layers: tuple[Count, ...]
    function: Function
    labels: tuple[Formula, ...]
    weights: tuple[Variable, ...] = ()  # whose partials the labels are; their edges have name and colour at first
    numbers: Flag = False

    kept_beside = 0.38

    def begin(self) -> None:
        """Neurons, edges and the loss node; nothing stands on the stage yet."""
        alone = self.layout.upright and self.opening.formulas == "never"
        below = self.layout.with_formulas_below()
        if self.numbers and not self.layout.upright and (strip := below.with_strip()):
            place, self.layout = strip
            self.row_place = replace(place, right=place.right - BESIDE_GAP)
            _, self.place = below.figure.split_rows(0.1, 0.9)
        else:
            whole = self.layout.body if alone else self.first_place()
            _, self.place, self.row_place = whole.split_rows(0.07, 0.7, 0.23)  # partials stand over the first edges
        self.vast = VGroup()
        self._build()

    def _build(self) -> None:
        """A network of which nothing is told yet, where the figure has its place now."""
        self.counts = RunCounts(self.row_place, self)
        self.net = NetworkFigure(self.layers, self.function, self.place, self, self.labels, told=self.numbers)
        self.rule: LastDelta | DeltaRule | LineSlope | None = None
        self.arrows = VGroup()

    def goes_home(self) -> list[Mobject]:
        """The network with its loss, and what stands at it."""
        net = self.net
        said = [*(self.rule.picture if self.rule else []), *net.names.names.values()]
        return [*net.picture, net.bar.picture, *net.tags, *net.inside.standing.values(), *said, *self.arrows]

    def _untold(self) -> list[FadeOut]:
        """All leaves that was told of the network as it was: partials, their row, and what was counted."""
        gone, self.arrows = [*self.arrows, *self.counts.take()], VGroup()
        self.done -= LIT
        return [*self.net.silence(), *map(FadeOut, gone)]

    def _ready(self, step: StepView | None = None) -> None:
        """The network stands, and nothing is said of one neuron alone."""
        self.need("network")
        self._leave_rule(step)

    def _leave_rule(self, step: StepView | None) -> None:
        """What was said of one neuron leaves; its formula would be read as another one's."""
        gone, self.rule = self.rule, None
        self.play(*([*gone.leaving(), *self.panel_leaving(step)] if gone else ()), run_time=0.5)

    def _tell_of(self, rule: LastDelta | DeltaRule | LineSlope, step: StepView) -> None:
        """Nothing else is told but of one neuron; a formula of another one would be read as its own."""
        self._ready(step)
        self.rule = rule
        gone = [] if isinstance(rule, LineSlope) else [*self.arrows, *self.net.tags]
        self.play(*map(FadeOut, [*self.counts.take(), *gone]), *self.panel_leaving(step), run_time=0.4)

    def _all(self, moves: Moves) -> None:
        for motions, seconds in moves:
            self.play(*motions, run_time=seconds)

    def _named(self, **moves: Moves) -> None:
        """Moves that words of the narration may call."""
        for name, one in moves.items():
            self.starts(name)
            self._all(one)

    def go_home(self) -> None:
        """What was counted leaves."""
        if self.moved:
            self.play(*map(FadeOut, self.counts.take()), run_time=0.3)
            self.place, self.row_place = (one.moved(-self.moved) for one in (self.place, self.row_place))
            self.counts = RunCounts(self.row_place, self)
        super().go_home()

    @action("A network of neurons, layer by layer, all joined by edges; at its end the loss.")
    def network(self, step: StepView) -> None:
        """Neurons layer by layer, then the edges, then the loss."""
        net = self.net
        self._leave_rule(step)
        if net.loss not in self.mobjects:
            self.play(FadeOut(self.vast), run_time=0.6)
            self.play(*net.columns_coming(), run_time=1.6)
            for group in net.edges:
                self.bring_to_back(group)
            self.play(*net.edges_coming(), run_time=1.8)
            self.play(FadeIn(net.links), FadeIn(net.loss, scale=0.8), FadeIn(net.bar.picture), run_time=0.8)
            if self.weights:
                named = {edge: one.key for (edge, _), one in zip(net.labels, self.weights, strict=False)}
                self.play(*net.names.coming(named, net.columns, net.over), run_time=0.8)
        self.promise(net.claims)
