"""A neural network: forward to the loss, backward to every partial derivative, and a small step downhill."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

from manim import (
    DOWN,
    LEFT,
    UP,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    Rectangle,
    ShowPassingFlash,
    Transform,
    ValueTracker,
    VGroup,
    VMobject,
    linear,
    smooth,
)
from numpy import array, linspace, ndarray
from numpy.linalg import norm

from mathora.stage import Count, Formula, Function, LessonScene, Region, StepView, action
from mathora.stage.plane.arrow import ArrowMobject

SPREAD = 1.15
"""How far apart neurons of one layer stand, in scene units, if there is room."""


class BackwardPass(LessonScene):
    """A small network lit backwards: every weight is told its own partial derivative in one sweep."""

    layers: tuple[Count, ...]
    function: Function
    labels: tuple[Formula, ...]

    def begin(self) -> None:
        """Neurons, edges and the loss node; nothing stands on the stage yet."""
        figure = self.layout.figure
        net, gauge = figure.split_columns(0.86, 0.14)
        self.column_place, _, panel = self.layout.panel.split_columns(0.32, 0.07, 0.61)
        self.layout = replace(self.layout, panel=panel)
        self.light = self.colour_of(rf"\nabla {self.function.key}")
        self.columns = self._neurons(net)
        self.loss = self._loss_node(net)
        self.edges = [self._between(a, b) for a, b in pairwise([*self.columns, VGroup(self.loss[0])])]
        self.gauge = self._gauge(gauge)
        self.tags = VGroup()
        self.arrows = VGroup()
        self.done: set[str] = set()

    # ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A network of neurons, layer by layer, all joined by edges; at its end the loss.")
    def network(self, step: StepView) -> None:
        """Neurons layer by layer, then the edges, then the loss."""
        self.done.add("network")
        self.play(LaggedStart(*(FadeIn(column, scale=0.8) for column in self.columns), lag_ratio=0.35), run_time=1.6)
        for group in self.edges:
            self.bring_to_back(group)
        self.play(LaggedStart(*(Create(group, lag_ratio=0.02) for group in self.edges), lag_ratio=0.3), run_time=1.8)
        self.play(FadeIn(self.loss, scale=0.8), FadeIn(self.gauge), run_time=0.8)
        self.invariant("every edge joins two neurons", self._loose, 1e-3)

    @action("A pulse of light runs forward through the layers, up to the loss.")
    def forward(self, step: StepView) -> None:
        """A pulse from the inputs to the loss."""
        self._need("network", step)
        self.done.add("forward")
        for group in self.edges:
            pulse = VGroup(*(edge.copy().set_stroke(self.theme.foreground, width=4, opacity=1) for edge in group))
            self.play(*(ShowPassingFlash(edge, time_width=0.6) for edge in pulse), run_time=0.7, rate_func=linear)
        self.play(self.loss[0].animate.set_stroke(self.theme.foreground, width=6), run_time=0.3)
        self.play(self.loss[0].animate.set_stroke(self.theme.foreground, width=3), run_time=0.3)

    @action("From the loss backwards, the edges light up layer by layer, and some show their partial derivative.")
    def backward(self, step: StepView) -> None:
        """Light runs from the loss to the inputs and stays; one edge of a layer gets the next label."""
        self._need("network", step)
        self.done.add("backward")
        labels = iter(self.labels)
        for number, group in enumerate(reversed(self.edges)):
            pulse = VGroup(*(Line(edge.get_end(), edge.get_start()).set_stroke(self.light, width=5) for edge in group))
            lit = VGroup(*(edge.copy().set_stroke(self.light, width=2.4, opacity=0.9) for edge in group))
            self.play(
                *(ShowPassingFlash(edge, time_width=0.7) for edge in pulse),
                Transform(group, lit),
                run_time=0.9,
                rate_func=linear,
            )
            tag = next(labels, None) if number > 0 else None
            if tag is not None:
                self._tag(group, tag)

    @action("A small arrow leaves every lit edge, and all of them gather in one tall column: the gradient.")
    def collect(self, step: StepView) -> None:
        """Arrows fly from the edges into a column beside the network."""
        self._need("backward", step)
        self.done.add("collect")
        slots = self._column()
        edges = [edge for group in self.edges for edge in group]
        chosen = [edges[int(index)] for index in linspace(0, len(edges) - 1, len(slots))]
        flying = VGroup(*(_small_arrow(edge, self.light) for edge in chosen))
        brackets = self._brackets(slots)
        self.play(LaggedStart(*(FadeIn(arrow, scale=0.5) for arrow in flying), lag_ratio=0.05), run_time=0.8)
        targets = VGroup(*(
            ArrowMobject(slot + array([-reach, 0, 0]), slot + array([reach, 0, 0]), self.light, 0.05)
            for slot, reach in zip(slots, self._lengths(len(slots)), strict=True)
        ))  # fmt: skip
        self.play(
            LaggedStart(
                *(Transform(arrow, target) for arrow, target in zip(flying, targets, strict=True)), lag_ratio=0.06
            ),
            FadeOut(self.tags),
            run_time=2.0,
        )
        self.remove(self.tags)
        self.play(FadeIn(brackets), run_time=0.5)
        self.arrows = VGroup(flying, brackets)
        self.show_formulas(step)

    @action("Every edge changes a little, and the bar of the loss sinks a little.")
    def nudge(self, step: StepView) -> None:
        """Edges change their thickness; the loss sinks."""
        self._need("collect", step)
        self.done.add("nudge")
        widths = (1.2, 3.4, 2.0, 4.2, 1.6, 2.8)
        edges = [edge for group in self.edges for edge in group]
        self.play(
            *(edge.animate.set_stroke(width=widths[index % len(widths)]) for index, edge in enumerate(edges)),
            self.level.animate.set_value(0.62),
            run_time=1.6,
        )
        self.show_formulas(step)

    @action("The network shrinks into a vast grid of dots, while a counter of weights runs up to {count}.")
    def scale(self, step: StepView, count: Count) -> None:
        """From this network to a real one: the counter runs up to `count`."""
        self._need("network", step)
        self.done.add("scale")
        small = VGroup(*self.edges, *self.columns, self.loss)
        others = VGroup(*self.arrows, self.gauge)
        dots = self._grid()
        self.play(FadeOut(others), *self.panel_leaving(), run_time=0.6)
        self.play(small.animate.scale(0.06).move_to(dots[len(dots) // 2]), run_time=1.4)
        self.remove(small, *small.get_family())
        self.play(LaggedStart(*(FadeIn(row) for row in dots), lag_ratio=0.08), run_time=1.6)
        exponent = ValueTracker(0.0)
        place = self.layout.panel.at(0.5, 0.5)
        counter = VGroup()
        counter.add_updater(
            lambda group: group.set(submobjects=[self._count(10 ** exponent.get_value(), count, place)])
        )
        counter.set(submobjects=[self._count(1, count, place)])
        name = self.words.picture.weights.of(count)
        weights = self.words_mobject(name, size=self.theme.sizes.body, colour=self.theme.muted)
        weights.move_to(place + array([0.0, -0.75, 0.0]))
        self.play(FadeIn(counter), FadeIn(weights), run_time=0.4)
        self.play(exponent.animate.set_value(len(str(count)) - 1), run_time=2.6, rate_func=smooth)
        counter.clear_updaters()
        counter.set(submobjects=[self._count(count, count, place)])
        self.show_formulas(step)

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _need(self, earlier: str, step: StepView) -> None:
        if earlier not in self.done:
            getattr(type(self), earlier)(self, step)

    def _neurons(self, net: Region) -> list[VGroup]:
        across = linspace(0.04, 0.8, len(self.layers))
        gap = min(SPREAD, net.height / max(self.layers))
        columns = []
        for share, count in zip(across, self.layers, strict=True):
            heights = (array(range(count)) - (count - 1) / 2) * gap
            places = [net.at(share, 0.5) + array([0.0, -height, 0.0]) for height in heights]
            columns.append(VGroup(*(self._node(place, 0.25) for place in places)))
        return columns

    def _node(self, place: ndarray, radius: float) -> Circle:
        theme = self.theme
        circle = Circle(radius, stroke_color=theme.foreground, stroke_width=3, fill_color=theme.card, fill_opacity=1)
        return circle.move_to(place)

    def _loss_node(self, net: Region) -> VGroup:
        node = self._node(net.at(1.0, 0.5) + array([-0.46, 0.0, 0.0]), 0.46)
        return VGroup(node, self.tex_mobject(self.function.key, size=self.theme.sizes.formula).move_to(node))

    def _between(self, left: VGroup, right: VGroup) -> VGroup:
        edges = VGroup()
        for a in left:
            for b in right:
                way = b.get_center() - a.get_center()
                way = way / (way @ way) ** 0.5
                start, end = a.get_center() + way * a.width / 2, b.get_center() - way * b.width / 2
                edges.add(Line(start, end, stroke_color=self.theme.line, stroke_width=1.8))
        return edges

    def _loose(self) -> float:
        """How far, at most, a drawn edge's end is from the rim of its neuron, in scene units."""
        ends = array([[edge.points[0], edge.points[-1]] for edges in self.edges for edge in edges])
        columns = [*self.columns, VGroup(self.loss[0])]
        rims = [[_rim(node) for node in column] for column in columns]
        joined = array([pair for left, right in pairwise(rims) for pair in product(left, right)])
        return float(abs(norm(ends - joined[..., :3], axis=-1) - joined[..., 3]).max())

    def _gauge(self, place: Region) -> VGroup:
        self.level = ValueTracker(0.85)
        frame = Rectangle(width=0.34, height=2.6, stroke_color=self.theme.line, stroke_width=2, fill_opacity=0)
        frame.move_to(place.at(0.6, 0.5))
        bar = Rectangle(width=0.34, height=2.6, stroke_width=0, fill_color=self.theme.foreground, fill_opacity=0.8)

        def fill(mobject: VMobject) -> None:
            low = frame.get_corner(DOWN + LEFT)
            high = low + array([frame.width, frame.height * self.level.get_value(), 0.0])
            mobject.set_points_as_corners(array([low, [high[0], low[1], 0], high, [low[0], high[1], 0], low]))

        fill(bar)
        bar.add_updater(fill)
        name = self.tex_mobject(self.function.key).next_to(frame, UP, buff=0.16)
        return VGroup(bar, frame, name)

    def _tag(self, group: VGroup, formula: Formula) -> None:
        """A partial beside the topmost edge of a layer, that edge standing out."""
        edge = group[0]
        label = self.formula_mobject(formula, size=self.theme.sizes.label)
        label.next_to(edge.get_center(), UP, buff=0.3)
        self.tags.add(label)
        self.play(edge.animate.set_stroke(width=5), FadeIn(label, shift=0.1 * UP), run_time=0.6)

    def _column(self) -> list[ndarray]:
        return [self.column_place.at(0.5, share) for share in linspace(0.92, 0.08, 9)]

    @staticmethod
    def _lengths(count: int) -> list[float]:
        pattern = (0.34, 0.2, 0.42, 0.14, 0.28, 0.38, 0.18, 0.3, 0.24)
        return [pattern[index % len(pattern)] for index in range(count)]

    def _brackets(self, slots: list[ndarray]) -> VGroup:
        high, low = slots[0][1] + 0.25, slots[-1][1] - 0.25
        brackets = VGroup()
        for side in (-1, 1):
            edge, lip = slots[0][0] + side * 0.62, slots[0][0] + side * 0.48
            bracket = VMobject(stroke_color=self.theme.foreground, stroke_width=3, fill_opacity=0)
            bracket.set_points_as_corners(array([[lip, high, 0], [edge, high, 0], [edge, low, 0], [lip, low, 0]]))
            brackets.add(bracket)
        return brackets

    def _grid(self) -> VGroup:
        """Rows of dots that fill the figure, as rows of one shape each."""
        figure = self.layout.figure
        rows = VGroup()
        for up in linspace(0.02, 0.98, 28):
            row = VMobject(fill_color=self.light, fill_opacity=0.85, stroke_width=0)
            for across in linspace(0.02, 0.94, 44):
                row.append_points(Circle(radius=0.028).move_to(figure.at(across, up)).points)
            rows.add(row)
        return rows

    def _count(self, value: float, last: int, place: ndarray) -> VGroup:
        """A whole number with its thousands apart, in digits that stand still."""
        digits = f"{min(round(value), last):,}".replace(",", "\N{THIN SPACE}")
        return self.words_mobject(digits, size=self.theme.sizes.formula, weight="semibold").move_to(place)


def _rim(node: Circle) -> ndarray:
    """A neuron's middle and its radius, (4,), in scene units."""
    low, high = node.points.min(axis=0), node.points.max(axis=0)
    return array([*(low + high) / 2, (high[0] - low[0]) / 2])


def _small_arrow(edge: Line, colour: str) -> ArrowMobject:
    """A short arrow on the middle of an edge, against the direction of the forward pass."""
    way = edge.get_start() - edge.get_end()
    way = way / (way @ way) ** 0.5 * 0.24
    return ArrowMobject(edge.get_center() - way, edge.get_center() + way, colour, 0.05)


__all__ = ["BackwardPass"]
