"""A neural network: forward to the loss, backward to every partial derivative, and a small step downhill."""

from __future__ import annotations

from itertools import count as count_up
from itertools import zip_longest
from typing import ClassVar

from _network import FULL, MOST_DOTS, NetworkPicture, _between
from manim import (
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ShowPassingFlash,
    Transform,
    ValueTracker,
    VGroup,
    linear,
    smooth,
)
from numpy import concatenate

from mathora.stage import Count, Formula, Function, StepView, action, move
from mathora.stage.plane.arrow import ArrowMobject


class BackwardPass(NetworkPicture):
    """A small network lit backwards: every weight is told its own partial derivative in one sweep."""

    layers: tuple[Count, ...]
    function: Function
    labels: tuple[Formula, ...]

    limits = (
        ("layers", 1, 16, "each neuron is drawn, with a line to every one of the next layer"),
        ("len(layers)", 2, 8, "weights join a layer with the next; so many layers fit beside each other"),
        ("scale.count", 2, 1_000_000_000_000, "the counter stops at a million millions"),
    )
    needs: ClassVar = (
        ("labels", "fewer(layers)", "each layer of weights has one label"),
        ("collect.layers, nudge.layers", "joins(240)", "of more arrows in the column none can be told apart"),
        ("scale.count", "beyond(layers)", "the counter starts at the weights that are drawn"),
    )

    # ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A network of neurons, layer by layer, all joined by edges; at its end the loss.")
    def network(self, step: StepView) -> None:
        """Neurons layer by layer, then the edges, then the loss."""
        self.play(LaggedStart(*(FadeIn(column, scale=0.8) for column in self.columns), lag_ratio=0.35), run_time=1.6)
        for group in self.edges:
            self.bring_to_back(group)
        self.play(LaggedStart(*(Create(group, lag_ratio=0.02) for group in self.edges), lag_ratio=0.3), run_time=1.8)
        self.play(FadeIn(self.links), FadeIn(self.loss, scale=0.8), FadeIn(self.gauge), run_time=0.8)
        self.invariant("every edge joins two neurons", self._loose, 1e-3)

    @action("A pulse of light runs forward through the layers, up to the loss.")
    def forward(self, step: StepView) -> None:
        """A pulse from the inputs to the loss."""
        self.need("network")
        for group in [*self.edges, self.links]:
            pulse = VGroup(*(_between(edge).set_stroke(self.theme.foreground, width=4) for edge in group))
            self.play(*(ShowPassingFlash(edge, time_width=0.6) for edge in pulse), run_time=0.7, rate_func=linear)
        self.play(self.loss[0].animate.set_stroke(self.theme.foreground, width=6), run_time=0.3)
        self.play(self.loss[0].animate.set_stroke(self.theme.foreground, width=3), run_time=0.3)

    @action("From the loss backwards, the edges light up layer by layer, and some show their partial derivative.")
    def backward(self, step: StepView) -> None:
        """Light runs from the loss to the inputs and stays; one edge of a layer gets the next label."""
        self.need("network")
        self.play(*self._flashes(self.links), run_time=0.9, rate_func=linear)
        for group, label in zip_longest(reversed(self.edges), self.labels):
            lit = VGroup(*(edge.copy().set_stroke(self.light, opacity=0.9) for edge in group))
            self.play(*self._flashes(group), Transform(group, lit), run_time=0.9, rate_func=linear)
            if label is not None:
                self._tag(group, label)

    @action("A small arrow leaves every lit edge, and all of them gather in one tall column: the gradient.")
    def collect(self, step: StepView) -> None:
        """Every weight's partial leaves its line for its place in the column: to the right if positive, else left."""
        self.need("backward")
        partials = concatenate([one.ravel() for one in self.network_of.gradient()])
        targets, frame = self._column(partials)
        edges = [edge for group in self.edges for edge in group]
        width = targets[0].shaft_width
        flying = VGroup(*(ArrowMobject(edge.get_end(), edge.get_start(), self.light, width) for edge in edges))
        self.play(FadeIn(frame), LaggedStart(*(FadeIn(arrow) for arrow in flying), lag_ratio=0.02), run_time=0.8)
        moves = [Transform(arrow, target) for arrow, target in zip(flying, targets, strict=True)]
        thin = [edge.animate.set_stroke(width=self._width(w)) for edge, w in self._weighted(self.network_of.weights)]
        self.play(LaggedStart(*moves, lag_ratio=0.03), FadeOut(self.tags), *thin, run_time=2.4)
        self.remove(self.tags)
        self.arrows = VGroup(flying, frame)
        self.invariant("every weight has its partial in the column", lambda: self._astray(partials), 1e-6)
        self.show_formulas(step)

    @action("Every edge changes a little, and the bar of the loss sinks a little.")
    def nudge(self, step: StepView) -> None:
        """Edges are as thick as their weights after one step downhill; the bar is as high as the loss is then."""
        self.need("collect")
        network, after = self.network_of, self.network_of.step()
        self.play(
            *(edge.animate.set_stroke(width=self._width(weight)) for edge, weight in self._weighted(after)),
            move(self.level, FULL * network.loss(after) / network.loss(network.weights)),
            run_time=1.6,
        )
        self.show_formulas(step)

    @action("The network shrinks into a vast grid of dots, while a counter of weights runs up to {count}.")
    def scale(self, step: StepView, count: Count) -> None:
        """From this network to a real one: the counter runs up to `count`."""
        self.need("network")
        own = sum(len(group) for group in self.edges)
        small = VGroup(*self.edges, self.links, *self.columns, self.loss)
        unit = next(unit for unit in (10**power for power in count_up()) if count <= MOST_DOTS * unit)
        place, counted = self.layout.panel.at(0.5, 0.7), ValueTracker(own)
        dots, legend = self._dots(round(count / unit)), self._legend(unit, place)
        counter = VGroup(self._count(own, place))
        self.play(FadeOut(VGroup(*self.arrows, self.gauge)), *self.panel_leaving(), run_time=0.6)
        self.play(FadeIn(counter), run_time=0.4)
        self.play(small.animate.scale(0.04).move_to(dots.first).set_opacity(0.0), FadeIn(legend), run_time=1.4)
        self.remove(small, *small.get_family())
        counter.add_updater(lambda group: group.set(submobjects=[self._count(round(counted.get_value()), place)]))
        dots.add_updater(lambda one: one.show(counted.get_value() / unit))
        self.add(dots, counter)
        self.play(move(counted, count), run_time=3.4, rate_func=smooth)
        counter.clear_updaters()
        dots.clear_updaters()
        self.show_formulas(step)
