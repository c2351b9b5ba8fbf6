"""A neural network: forward to the loss, backward to every partial derivative, and a small step downhill."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from _network import LIT, NetworkPicture
from manim import FadeIn, FadeOut, LaggedStart, ValueTracker, VGroup, linear, smooth, there_and_back

from mathora.stage import Count, Flag, StepView, action, move
from mathora.stage.figures.chance.dot_count import DotCount
from mathora.stage.figures.data.partials_row import PartialsRow
from mathora.stage.figures.graph.delta_rule import DeltaRule, LastDelta, LineSlope
from mathora.stage.text.terms import gradient, negative


class BackwardPass(NetworkPicture):
    """A small network lit backwards: every weight is told its own partial derivative in one sweep."""

    limits = (
        ("layers", 1, 16, "each neuron is drawn, with a line to every one of the next layer"),
        ("len(layers)", 2, 8, "weights join a layer with the next; so many layers fit beside each other"),
        ("backward.layers", 1, 8, "so many layers of weights there can be"),
        ("scale.count", 2, 1_000_000_000_000, "the counter stops at a million millions"),
    )
    needs: ClassVar = (
        ("labels", "term()", "it is written at its edge"),
        ("labels", "fewer(layers)", "each layer of weights has one label"),
        ("collect.layers, nudge.layers", "joins(240)", "of more arrows in the row none can be told apart"),
        ("scale.count", "beyond(layers)", "the counter starts at the weights that are drawn"),
        ("delta.layers", "hides(5)", "one hidden neuron gathers from all of the next layer, in one line"),
    )

    @action(
        "One edge swells and thins while its weight wiggles; the change runs on, up to the loss, whose bar answers."
    )
    def wiggle(self, step: StepView) -> None:
        """Twice to both sides: the edge whose partial the step shows, or that of the first layer that tells most."""
        self._ready(step)
        net, shown = self.net, [one.tree for one in step.formulas]
        said = next(((edge, label) for edge, label in net.labels if label.tree in shown), None)
        chosen = net.lines.index(said[0]) if said else net.most_telling()[0]
        self.play(*net.choosing(chosen), *net.tagging(*said) if said else (), run_time=0.6)
        for share, seconds in ((1.0, 1.6), (-1.0, 1.8), (1.0, 1.8), (0.0, 0.6)):
            ripple = net.rippling(chosen, seconds) if share else []
            self.play(*ripple, *net.wiggling(chosen, share), run_time=seconds)
        self.show_formulas(step)
        self.play(*net.unchoosing(), run_time=0.5)
        self.done -= LIT

    @action("Weight after weight wiggles, two of them slowly; the loss answers each time, and the runs are counted.")
    def runs(self, step: StepView) -> None:
        """One forward run to compare with, then one for each weight: its edge lights up, and the count goes on."""
        self._ready(step)
        net, count, words = self.net, ValueTracker(1), self.words.picture
        self.play(*self._untold(), run_time=0.4)
        self.play(*map(FadeIn, self.counts.put(0, words.one_by_one, {words.runs_forward: count})), run_time=0.5)
        for done, chosen in enumerate(slowly := net.most_telling(), 2):
            self.play(*net.choosing(chosen), run_time=0.4)
            self.play(*net.rippling(chosen, 1.6), *net.wiggling(chosen, 1.0), move(count, done, 1.6), run_time=1.6)
            self.play(*net.unchoosing(), *net.resting(), run_time=0.6)
        seconds = 1.0 + min(5.0, 0.2 * (len(net.lines) - len(slowly)))
        self.play(*net.trying(seconds, slowly), move(count, 1 + len(net.lines), seconds, linear), run_time=seconds)

    @action("Slopes run forward, from one weight after another through all that follows; the sweeps are counted.")
    def sweeps(self, step: StepView) -> None:
        """A sweep of its own for each weight: two slowly, with all ways that they take; then the count goes on."""
        self._ready(step)
        net, count, words = self.net, ValueTracker(0), self.words.picture
        self.play(*self._untold(), run_time=0.4)
        self.play(*map(FadeIn, self.counts.put(0, words.one_by_one, {words.sweeps: count})), run_time=0.5)
        for done, chosen in enumerate(slowly := net.most_telling(), 1):
            self.play(*net.choosing(chosen), run_time=0.4)
            self.play(*net.rippling(chosen, 1.6, net.light), move(count, done, 1.6), run_time=1.6)
            self.play(*net.unchoosing(), run_time=0.4)
        lit, *_ = net.trying(3.0, slowly) or [FadeIn(VGroup())]
        self.play(lit, move(count, len(net.lines), 3.0, linear), run_time=3.0)

    @action("Two weights' paths light up: from the neuron where both weights end they are one, and it keeps the slope.")
    def tail(self, step: StepView) -> None:
        """The first weight with all that follows it, then the second, and what follows is the same."""
        self._ready(step)
        for motions in self.net.sharing():
            self.play(*motions, run_time=0.7)
        self.done -= LIT

    @action("A pulse of light runs forward through the layers, up to the loss.")
    def forward(self, step: StepView) -> None:
        """A pulse from the inputs to the loss."""
        self._ready(step)
        for layer, group in enumerate([*self.net.edges, self.net.links]):
            self.play(*self.net.outputs(layer), run_time=0.6)
            self.play(*self.net.forward(group), run_time=0.7, rate_func=linear)
        ring = self.net.loss[0]
        self.play(ring.animate(rate_func=there_and_back).set_stroke(self.theme.foreground, width=6), run_time=0.6)

    @action(
        "The last neuron, with its target at the loss: how far off it is, how steep its bend, and its delta of both.",
        moves=("target", "error", "square", "bend", "product"),
    )
    def last(self, step: StepView) -> None:
        """What is worked out stands below; in the end the neuron has its delta."""
        self._tell_of(rule := LastDelta(self.net, self.row_place), step)
        self._all(rule.what_comes_out())
        self._named(target=rule.target())
        self.show_formulas(step)
        self._named(error=rule.error(), square=rule.square(), bend=rule.bend(), product=rule.product())

    @action("To one hidden neuron come back the deltas behind it times weights, added up: in letters, or in {numbers}.")
    def delta(self, step: StepView, *, numbers: Flag = False) -> None:
        """Other edges stand back; light returns edge by edge, and each time the sum below has one term more."""
        if fresh := not isinstance(rule := self.rule, DeltaRule):
            self._tell_of(rule := DeltaRule(self.net, self.row_place), step)
        else:
            self.play(*self.panel_leaving(step), run_time=0.4)
        if fresh or not numbers:
            self._all(rule.letters())
        if numbers:
            self._all(rule.numbers())

    @action(
        "One line lights up, with what comes in along it and the delta at its end; their product is its slope.",
        moves=("product", "every"),
    )
    def line(self, step: StepView) -> None:
        """The topmost line of the first layer; then the light is on every line."""
        if not self.net.lit:
            self.backward(StepView(()))
        self._tell_of(rule := LineSlope(self.net, self.row_place), step)
        self._all(rule.line_alone())
        self.show_formulas(step)
        self._named(product=rule.product(), every=rule.every())
        self.done.add("backward")

    @action("From the loss backwards, the edges light up layer by layer, and some show their partial derivative.")
    def backward(self, step: StepView, layers: Count | None = None) -> None:
        """Light runs from the loss to the inputs, or over so many `layers` of edges, and stays; one edge of a layer
        gets the next label.
        """
        self._ready(step)
        net = self.net
        if self.counts.standing and not self.counts.columns[1].rows:  # a sweep needs the values of one run
            words = self.words.picture
            one = {words.runs_forward: ValueTracker(1), words.sweeps_back: ValueTracker(1)}
            self.forward(StepView(()))
            come = [*map(FadeIn, self.counts.put(1, words.all_at_once, one))]
            self.play(*come, *self.formulas_coming(step), run_time=0.8)
        self.play(*net.forgetting(), run_time=0.4)
        for motions, settings in net.sweeping(min(layers or len(net.edges), len(net.edges))):
            self.play(*motions, **settings)

    @action("A small arrow leaves every lit edge, and all of them gather in one row: the gradient.")
    def collect(self, step: StepView) -> None:
        """Every weight's partial leaves its line for its place in the row: up if positive, else down."""
        self._ready(step)
        net = self.net
        if net.lit < len(net.lines):
            self.backward(StepView(()))
        self.play(*map(FadeOut, [*self.counts.take(), *self.arrows]), run_time=0.3)
        row = PartialsRow(net.partials(), net.lines, self.row_place, net.light, self.theme)
        row.call(self.label(gradient(self.function), self.theme.sizes.formula))
        self.play(*map(FadeIn, row[1:]), LaggedStart(*map(FadeIn, row.arrows), lag_ratio=0.02), run_time=0.8)
        self.play(row.gather(), *net.silence(), *net.thickening(), *self.formulas_during(step), run_time=2.4)
        self.arrows = row
        self.promise(row.claims)

    @action("The row turns into its negative; every edge changes a little, and the bar of the loss sinks a little.")
    def nudge(self, step: StepView) -> None:
        """Edges are as thick as their weights after one step downhill; the bar is as high as the loss is then."""
        self._ready(step)
        self.need("collect")
        if self.arrows.turned > 0:
            called = self.arrows.renamed(self.label(negative(gradient(self.function)), self.theme.sizes.formula))
            self.play(self.arrows.turn(), *called, *self.formulas_during(step), run_time=1.2)
        self.play(*self.net.silence(), *self.net.stepping(), run_time=1.6)
        self.done -= LIT

    @action("The network shrinks into a vast grid of dots, while a counter of weights runs up to {count}.")
    def scale(self, step: StepView, count: Count) -> None:
        """From this network to a real one: the counter runs up to `count`."""
        self._ready(step)
        self.go_home()
        net, small, noun, place = self.net, self.net.picture, self.words.picture.weights, self.layout.panel.at(0.5, 0.7)
        counting = DotCount(len(net.lines), count, noun, self.layout.figure, place, net.light, self)
        self.play(*self._untold(), FadeOut(net.bar.picture), *self.panel_leaving(), run_time=0.6)
        self.play(FadeIn(counting.counter), run_time=0.4)
        self.play(small.animate.scale(0.04).move_to(counting.dots.first).set_opacity(0.0), run_time=1.4)
        self.remove(small, *small.get_family())
        self.add(counting.picture)
        self.play(*counting.to(counted=count), FadeIn(counting.legend, run_time=0.6), run_time=3.4, rate_func=smooth)
        counting.picture.clear_updaters()
        self.vast = VGroup(counting.picture, counting.legend)
        self.invariants.release(*(name for name, *_ in net.claims))
        whole, below = self.layout, self.layout.panel.split_rows(0.55, 0.45)[1]
        self.layout = replace(whole, panel=below)  # the formulas' place, under the counter
        self.show_formulas(step)
        self.layout = whole
        self._build()
        self.done.discard("network")
