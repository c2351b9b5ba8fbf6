"""A neural network on the picture: neurons layer by layer, edges as thick as their weights, the loss and its bar.

Owns: `NetworkFigure`, `LossGauge`.

Laws (`claims`, measured on the drawn points):
- Neighbouring layers are fully joined: each edge leads from the rim of one neuron to the rim of another.
- An edge is the thicker, the farther its weight is from zero; the bar is as high as the loss, as a share of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

import numpy as np
from manim import (
    UP,
    Animation,
    AnimationGroup,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    Rectangle,
    ShowPassingFlash,
    Transform,
    VGroup,
    VMobject,
    linear,
    there_and_back,
)

from mathora.formula import Formula, ModelFunction
from mathora.stage.arrays import Array
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.figures.graph.edge_names import EdgeNames
from mathora.stage.figures.graph.neuron_numbers import NeuronNumbers
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region, clear_place
from mathora.stage.plane.graph import dashed
from mathora.stage.plane.network import SmallNetwork
from mathora.stage.plane.shapes import around
from mathora.stage.text.terms import Measured, Term, gradient
from mathora.stage.writing import Writing

FULL = 0.85  # how high the bar of the loss stands at first, as a share of its frame
LOSS, LINK = 0.46, 0.35  # the radius of the loss, and the shortest way to it, in scene units
SPREAD = 1.35  # how far apart neurons of one layer stand, in scene units, if there is room
SWING = 0.3  # by what share of the loss, about, the bar answers when one weight wiggles
FARTHEST = 1.0  # how far, at most, a weight wiggles: the bar answers less where its partial is small
TWICE = 2.0  # how much thicker than the others, for its weight, the edge is drawn whose weight wiggles
TOLD, OVER = 0.3, 0.1  # the em of a partial that is told as a number; from a neuron up to it, in scene units
APART, CLOSE = 0.42, 0.45  # a neuron's radius at most, as a share of the way to the next; of a roomy one
RADIUS, ROOMY = 0.28, 0.5  # of a neuron, in scene units, where there is room; of one in which a number is told
WIDE, HIGH = 0.34, 3.2  # the frame of the bar, in scene units


@dataclass(frozen=True)
class LossLevel(Numbers):
    """How high the bar stands, as a share of its frame."""

    level: float = FULL


class LossGauge(Figure[LossLevel]):
    """A bar in a frame under the name of the loss; `middle` is the frame's, a scene point (3,)."""

    def __init__(self, name: VMobject, middle: Array, write: Writing) -> None:
        super().__init__(LossLevel())
        theme = write.theme
        self.frame = Rectangle(width=WIDE, height=HIGH, stroke_color=theme.line, stroke_width=2, fill_opacity=0)
        self.frame.move_to(middle)
        self.bar = VMobject(stroke_width=0, fill_color=theme.foreground, fill_opacity=0.8)
        self.picture.add(self.bar, self.frame, name.next_to(self.frame, UP, buff=0.16))
        self.follow()

    def draw(self, state: LossLevel) -> None:
        """The bar, from the bottom of the frame."""
        low = self.frame.points.min(axis=0)
        high = low + np.array([self.frame.width, self.frame.height * state.level, 0.0])
        self.bar.set_points_as_corners(around(low, high))


class NetworkFigure:
    """A network of `layers` in a region, up to the loss `function`. To be added: `columns` of neurons, `edges` (a group
    between each pair of layers), `links` (dashed, from the last layer to the loss: no weight stands on them), `loss`,
    `bar.picture`; `tags`, partials beside edges; what stands `inside` neurons, if their numbers are `told`.
    """

    def __init__(  # noqa: PLR0913 - what it is made of, and where
        self,
        layers: Sequence[int],
        function: ModelFunction,
        region: Region,
        write: Writing,
        labels: Sequence[Formula],
        *,
        told: bool = False,
    ) -> None:
        net, gauge = region.split_columns(0.86, 0.14)
        self.radius = ROOMY if told else RADIUS
        self.write, self.light = write, write.colour_of(gradient(function))
        self.truth = SmallNetwork(layers)
        self.columns = self._neurons(layers, net)
        node = self._node(net.at(1.0, 0.5) + np.array([-LOSS, 0.0, 0.0]), LOSS)
        self.loss = VGroup(node, write.symbol(function.key, size=write.theme.sizes.formula).move_to(node))
        self.edges = [self._between(left, right) for left, right in pairwise(self.columns)]
        tops = [group[0] for group in reversed(self.edges[: len(labels)])]
        self.labels = list(zip(tops, labels, strict=True))
        for edge, width in self._widths(self.truth.weights):
            edge.set_stroke(width=width)
        self.links = VGroup(*(self._link(neuron) for neuron in self.columns[-1]))
        self.bar = LossGauge(write.symbol(function.key), gauge.at(0.6, 0.5), write)
        self.first = self.truth.loss(self.truth.weights)
        self.inside = NeuronNumbers(self.columns, self.truth, self.light, write)
        self.tags, self.telling, self.names = VGroup(), set[Line](), EdgeNames(write)

    def silence(self) -> list[FadeOut]:
        """Partials and names beside edges leave, and what neurons tell."""
        gone, self.tags, self.telling = self.tags, VGroup(), set()
        return [*map(FadeOut, gone), *self.names.leaving(), *self.inside.leaving()]

    @property
    def lines(self) -> list[Line]:
        """All edges, in the order of their weights."""
        return [edge for group in self.edges for edge in group]

    @property
    def picture(self) -> VGroup:
        """The network without the bar of the loss."""
        return VGroup(*self.edges, self.links, *self.columns, self.loss, *self.names.said)

    def partials(self) -> Array:
        """The partial derivative of the loss by each weight, (n,), in the order of `lines`."""
        return _flat(self.truth.gradient())

    # ── what it is built of ───────────────────────────────────────────────────────────────────────────────────────────

    def _neurons(self, layers: Sequence[int], net: Region) -> list[VGroup]:
        gap = min(SPREAD, net.height / max(layers))
        columns, radius = [], min(self.radius, (CLOSE if self.radius == ROOMY else APART) * gap)
        last = min(0.8, 1 - (2 * LOSS + self.radius + LINK) / net.width)
        for share, count in zip(np.linspace(0.04, last, len(layers)), layers, strict=True):
            heights = (np.arange(count) - (count - 1) / 2) * gap
            places = [net.at(share, 0.5) + np.array([0.0, -height, 0.0]) for height in heights]
            columns.append(VGroup(*(self._node(place, radius) for place in places)))
        return columns

    def _node(self, place: Array, radius: float) -> Circle:
        theme = self.write.theme
        circle = Circle(radius, stroke_color=theme.foreground, stroke_width=3, fill_color=theme.card, fill_opacity=1)
        return circle.move_to(place)

    def _between(self, left: VGroup, right: VGroup) -> VGroup:
        colour = self.write.theme.line
        return VGroup(*(Line(*_rims(*pair), stroke_color=colour, stroke_width=1.8) for pair in product(left, right)))

    def _link(self, neuron: Circle) -> VMobject:
        return dashed(*_rims(neuron, self.loss[0]), self.write.theme.line)

    def _widths(self, weights: tuple[Array, ...]) -> list[tuple[Line, float]]:
        """Each edge, and how thick it is drawn for its weight."""
        widths = [1.0 + 2.4 * abs(float(weight)) for weight in _flat(weights)]
        return list(zip(self.lines, widths, strict=True))

    # ── its motions ───────────────────────────────────────────────────────────────────────────────────────────────────

    def columns_coming(self) -> list[Animation]:
        """Neurons, layer by layer."""
        return [LaggedStart(*(FadeIn(column, scale=0.8) for column in self.columns), lag_ratio=0.35)]

    def edges_coming(self) -> list[Animation]:
        """Edges, likewise."""
        return [LaggedStart(*(Create(group, lag_ratio=0.02) for group in self.edges), lag_ratio=0.3)]

    def forward(self, group: VGroup, light: str | None = None) -> list[Animation]:
        """A pulse that runs along the lines of a group, towards the loss; one of slopes in their `light`."""
        colour = light or self.write.theme.foreground
        return [ShowPassingFlash(_whole(line).set_stroke(colour, width=4), time_width=0.6) for line in group]

    def ways(self, chosen: int) -> list[VGroup]:
        """On what a change of that weight runs, layer by layer: its own line, all that leave the neuron at its end,
        then all lines of the layers behind, up to the loss.
        """
        layer = next(at for at, group in enumerate(self.edges) if self.lines[chosen] in [*group])
        end = [*self.edges[layer]].index(self.lines[chosen]) % len(self.columns[layer + 1])
        ways = [VGroup(self.lines[chosen])]
        for at, group in enumerate([*self.edges[layer + 1 :], self.links], layer + 2):
            fan = len(self.columns[at]) if at < len(self.columns) else 1
            ways.append(VGroup(*group[end * fan : (end + 1) * fan]) if len(ways) == 1 else group)
        return ways

    def rippling(self, chosen: int, seconds: float, light: str | None = None) -> list[Animation]:
        """A change of that weight runs on, up to the loss, or slopes in their `light`."""
        runs = (AnimationGroup(*self.forward(way, light), rate_func=linear) for way in self.ways(chosen))
        return [LaggedStart(*runs, lag_ratio=0.5, run_time=seconds)]

    def sharing(self) -> Iterator[list[Any]]:  # Manim's animation builders
        """Motion by motion: a weight with all that follows it, another one into the same neuron, after which all is the
        same, and what that neuron keeps.
        """
        first, *others = self.most_telling()
        _, *behind = self.ways(first)
        yield self.choosing(first)
        for group in behind:
            yield [*self.forward(group), *self._lit(group)]
        for one in others:
            width = TWICE * self._width(one, 0.0)
            yield [self.lines[one].animate.set_stroke(self.light, width, 0.9)]
            for group in behind:
                yield self.forward(group)
        at = first % len(self.columns[1])
        ring = self.columns[1][at].animate(rate_func=there_and_back).set_stroke(self.light, width=7)
        yield [ring, *self.told(1, at)]

    def forgetting(self) -> list[Any]:  # Manim's animation builders
        """All edges are alike again, if any is lit; if all are, what neurons tell leaves: the sweep begins anew."""
        gone = self.inside.leaving([*self.inside.slopes]) if self.lit == len(self.lines) else []
        return [*gone, *(self.unchoosing() if self.lit else [])]

    @property
    def lit(self) -> int:
        """How many edges have the gradient's colour."""
        return sum(edge.get_stroke_color().to_hex().lower() == self.light for edge in self.lines)

    def _lit(self, group: VGroup) -> list[Any]:  # Manim's animation builders
        return [edge.animate.set_stroke(self.light, opacity=0.9) for edge in group if edge in self.lines]

    def backward(self, group: VGroup) -> list[Animation]:
        """Light that runs back along the lines of a group."""
        pulse = [_whole(line).reverse_points().set_stroke(self.light, width=5) for line in group]
        return [ShowPassingFlash(line, time_width=0.7) for line in pulse]

    def sweeping(self, layers: int) -> Iterator[tuple[list[Any], dict[str, Any]]]:  # Manim's animation builders
        """Light from the loss back over so many `layers` of edges, which stays; after each layer its partials come, of
        an edge with a label and of its neurons.
        """
        light, number = {"run_time": 0.9, "rate_func": linear}, {"run_time": 0.6}
        yield self.backward(self.links), light
        yield self.told(len(self.edges)), number
        for layer, group in [*enumerate(self.edges)][: -layers - 1 : -1]:
            yield [*self.backward(group), self.lighting(group)], light
            coming: list[Any] = self.told(layer)
            for edge, label in (one for one in self.labels if one[0] in [*group]):
                coming += [edge.animate.set_stroke(width=5), *self.tagging(edge, label)]
            yield coming, number

    def lighting(self, group: VGroup) -> Animation:
        """The edges of a group take the gradient's colour."""
        return Transform(group, VGroup(*(edge.copy().set_stroke(self.light, opacity=0.9) for edge in group)))

    def tagging(self, edge: Line, partial: Formula) -> list[Animation]:
        """A partial comes up above an edge, the topmost of its group, unless it stands there; where neurons are `told`
        it is its number in the network as it is drawn.
        """
        if edge in self.telling:
            return []
        self.telling.add(edge)
        sizes, number = self.write.theme.sizes, self.radius == ROOMY
        size, at = TOLD if number else sizes.label, float(self.partials()[self.lines.index(edge)])
        told = Measured(Term(partial.tree), lambda: at, digits=2)
        label = self.write.stated(told, size, self.light) if number else self.write.formula_mobject(partial, size=size)
        self.tags.add(self.over(edge, label))
        return [*self.names.leaving(edge), FadeIn(label, shift=0.1 * UP)]

    def over(self, edge: Line, label: VMobject) -> VMobject:
        """A label above an edge, the topmost of its group, and clear of others."""
        along = edge.get_end() - edge.get_start()
        over = label.width > abs(along[0])  # it reaches over a neuron
        lean = abs(along[1] / along[0]) * label.width / 2 + 0.16
        label.next_to(edge.get_center(), UP, buff=abs(along[1]) / 2 + self.radius + OVER if over else lean)
        higher = [label.get_center() + row * (label.height + OVER) * UP for row in range(len(self.edges))]
        return label.move_to(clear_place(label, higher, [*self.tags], margin=OVER))

    def outputs(self, layer: int) -> list[Animation]:
        """What comes out of a layer's neurons comes up in them, if numbers are told."""
        return self.inside.coming_out(layer) if self.radius == ROOMY else []

    def told(self, layer: int, *only: int) -> list[Animation]:
        """The partials by the sums of a layer's neurons, or of `only` some, come up in them, likewise."""
        return self.inside.felt(layer, *only) if self.radius == ROOMY else []

    def thickening(self) -> list[Any]:  # Manim's animation builders
        """The edges become as thick as their weights."""
        return [edge.animate.set_stroke(width=width) for edge, width in self._widths(self.truth.weights)]

    def stepping(self) -> list[Any]:  # Manim's animation builders
        """A small step downhill, from where it is another network: edges as thick as their weights are then, the bar as
        high as the loss.
        """
        self.truth.weights = self.truth.step()
        return [*self.thickening(), *self.resting()]

    def resting(self) -> list[Any]:  # Manim's animation builders
        """The bar comes to be as high as the loss."""
        return self.bar.to(level=self._level(self.truth.weights))

    def _level(self, weights: tuple[Array, ...]) -> float:
        """How high the bar is for these weights."""
        return FULL * self.truth.loss(weights) / self.first

    def choosing(self, chosen: int) -> list[Any]:  # Manim's animation builders
        """The edge of this number stands out, and all others step back."""
        back = [edge.animate.set_stroke(opacity=0.45) for edge in self.lines if edge is not self.lines[chosen]]
        return [*back, self.lines[chosen].animate.set_stroke(self.light, width=TWICE * self._width(chosen, 0.0))]

    def wiggling(self, chosen: int, share: float) -> list[Any]:  # Manim's animation builders
        """That weight is changed by a `share` (-1 to 1) of its swing; the bar answers, and nothing else moves."""
        loss, partial = self.truth.loss(self.truth.weights), float(self.partials()[chosen])
        swing = share * np.sign(partial) * min(SWING * loss / max(abs(partial), 1e-12), FARTHEST)
        level = self._level(self._changed(chosen, swing))
        edge = self.lines[chosen].animate.set_stroke(width=TWICE * self._width(chosen, swing))
        return [edge, *self.bar.to(level=min(level, 1.0))]

    def unchoosing(self) -> list[Any]:  # Manim's animation builders
        """All edges are alike again."""
        colour = self.write.theme.line
        return [edge.animate.set_stroke(colour, width, 1.0) for edge, width in self._widths(self.truth.weights)]

    def trying(self, seconds: float, done: list[int]) -> list[Any]:  # Manim's animation builders
        """Each weight but those `done` is in turn changed by as much and back, while its edge lights up, and the bar
        answers.
        """
        loss, partials = self.truth.loss(self.truth.weights), self.partials()
        by = SWING * loss / max(float(np.abs(partials).max()), 1e-12)
        if not (left := [one for one in range(len(partials)) if one not in done]):
            return []
        answers = [self.truth.loss(self._changed(one, by)) / loss - 1 for one in left]

        def answered(share: float) -> float:
            tried = min(share, 1.0) * len(answers)
            at = min(int(tried), len(answers) - 1)
            return float(answers[at] / SWING * there_and_back(tried - at))

        lit = (
            edge.animate(rate_func=there_and_back).set_stroke(self.light, width=6)
            for edge in map(self.lines.__getitem__, left)
        )
        return [
            LaggedStart(*lit, lag_ratio=1),
            *self.bar.to(seconds, answered, level=self._level(self.truth.weights) * (1 + SWING)),
        ]

    def most_telling(self) -> list[int]:
        """Two of the first layer's weights that lead to one neuron, first the one with the largest partial: their
        changes run through all layers.
        """
        size, found = len(self.columns[1]), np.abs(self.partials()[: len(self.edges[0])])
        return sorted(range(int(found.argmax()) % size, len(found), size), key=lambda one: -found[one])[:2]

    def _changed(self, number: int, by: float) -> tuple[Array, ...]:
        flat = _flat(self.truth.weights)
        flat[number] += by
        edges = np.cumsum([one.size for one in self.truth.weights])[:-1]
        return tuple(
            part.reshape(one.shape) for part, one in zip(np.split(flat, edges), self.truth.weights, strict=True)
        )

    def _width(self, number: int, by: float) -> float:
        return 1.0 + 2.4 * abs(float(_flat(self.truth.weights)[number]) + by)

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of it on every frame."""
        return (("every edge joins two neurons", self._loose, 1e-3),)

    def _loose(self) -> float:
        """How far, at most, a drawn edge's end is from the rim of its neuron, in scene units."""
        ends = np.array([[edge.points[0], edge.points[-1]] for edge in self.lines])
        circles = [[_circle(node) for node in column] for column in self.columns]
        joined = np.array([pair for left, right in pairwise(circles) for pair in product(left, right)])
        return float(abs(np.linalg.norm(ends - joined[..., :3], axis=-1) - joined[..., 3]).max())


def _flat(weights: tuple[Array, ...]) -> Array:
    return np.concatenate([one.ravel() for one in weights])


def _rims(left: Circle, right: Circle) -> tuple[Array, Array]:
    """Where a line from one circle's middle to another's leaves the first and meets the second."""
    way = right.get_center() - left.get_center()
    way = way / (way @ way) ** 0.5
    return left.get_center() + way * left.width / 2, right.get_center() - way * right.width / 2


def _whole(line: VMobject) -> Line:
    """A whole line from where one begins, dashed or not, to where it ends."""
    return Line(line.points[0], line.points[-1])


def _circle(node: Circle) -> Array:
    """A neuron's middle and its radius, (4,), in scene units."""
    low, high = node.points.min(axis=0), node.points.max(axis=0)
    return np.array([*(low + high) / 2, (high[0] - low[0]) / 2])
