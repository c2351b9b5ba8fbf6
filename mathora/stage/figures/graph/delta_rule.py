"""What is told of one neuron of a network: what its delta is made of, and what a line's slope is made of.

Owns: `LastDelta`, `DeltaRule`, `LineSlope`.

Laws:
- The last neuron is the first of those before the loss; its target stands at the loss.
- A hidden neuron is the one of the first hidden layer whose weights tell most; behind it all neurons of the next layer
  have their delta, the partial by their sum, and each edge to them its weight.
- Below stands what is worked out: the last delta's factors and their product; the sum of w_j δ_j, which grows as light
  returns on edge after edge; a line's slope.
- Numbers are those of the network that is drawn, each rounded; each term is the product of the two numbers that stand,
  rounded, and the sum that of its terms: who checks them finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf, prod
from typing import Any

from manim import DOWN, UP, Animation, Circle, FadeIn, FadeOut, Line, RoundedRectangle, VGroup, VMobject

from mathora.formula import tree
from mathora.stage.figures.graph.gathered import balance
from mathora.stage.figures.graph.network import NetworkFigure
from mathora.stage.figures.graph.neuron_numbers import EM, instead, to_hundredths
from mathora.stage.layout import Region
from mathora.stage.text.terms import Measured, Term, product_of, symbol, value

LAYER = 1  # the neuron's whose delta is gathered: the first hidden one
BACK = 0.13  # how opaque all edges are that lead to and from others
ALONG = 0.78  # where on its edge a weight stands, as a share of it, or before: where edges are far apart
PATCH, CLEAR = 0.04, 0.02  # what is clear around a weight, and from there to the neurons, in scene units
SUM = 0.8  # the em of the sum, which grows, as a share of a formula's
OVER = 0.12  # from a neuron to what is said beside it, in scene units
SHOWN, DECIMALS = 2, 3  # of a number in a neuron or on its edge; of a term of the sum

Moves = Iterator[tuple[list[Any], float]]  # Manim's animation builders, and their seconds


class _OneNeuron:
    """A neuron of a network, `at` a number of a layer; what is worked out of it stands in a `place`."""

    def __init__(self, net: NetworkFigure, place: Region, layer: int, at: int) -> None:
        self.net, self.place, self.write = net, place, net.write
        self.layer, self.at = layer, at
        self.tags: list[VMobject] = []
        self.output: list[VMobject] = []
        self.sum: list[VMobject] = []

    @property
    def node(self) -> Circle:
        """The neuron as it is drawn."""
        return self.net.columns[self.layer][self.at]

    @property
    def picture(self) -> list[VMobject]:
        """All that stands of it beside what stands in neurons."""
        return [*self.tags, *self.output, *self.sum]

    def leaving(self) -> list[Any]:  # Manim's animation builders
        """All of it leaves, but for deltas in neurons; edges and neurons are alike again."""
        gone, self.tags, self.output, self.sum = self.picture, [], [], []
        return [*map(FadeOut, gone), *self.net.inside.letters_leaving(), *self.net.unchoosing(), *self._plain()]

    def _plain(self) -> list[Any]:
        return [one.animate.set_stroke(self.write.theme.foreground, width=3) for one in self._ringed()]

    def _ringed(self) -> list[Circle]:
        return [self.node]

    def _apart(self, edges: Sequence[Line]) -> list[Any]:
        """The neuron has a ring, and all but these edges stand back."""
        away = [edge.animate.set_stroke(opacity=BACK) for edge in self.net.lines if edge not in edges]
        return [*away, *(one.animate.set_stroke(self.net.light, width=5) for one in self._ringed())]

    def _name(self, key: str) -> Term:
        return symbol(self.write.model, key)

    def _say_output(self, said: Term | Measured, node: Circle | None = None) -> list[Animation]:
        """What comes out of the neuron, above it, or above another one."""
        label = self.write.label(said) if isinstance(said, Term) else self.write.stated(said)
        return instead(self.output, label.next_to(node or self.node, UP, buff=OVER))

    def _work(self, measured: Measured) -> list[Animation]:
        """A line of what is worked out, in the place of all before."""
        return self._add(self._line(measured))

    def _line(self, measured: Measured, share: float = 1.0) -> VMobject:
        return self.write.stated(measured, share * self.write.theme.sizes.formula)

    def _add(self, label: VMobject) -> list[Animation]:
        self.place.place(label, "left")
        return instead(self.sum, label)


class LastDelta(_OneNeuron):
    """The delta of the first neuron before the loss."""

    def __init__(self, net: NetworkFigure, place: Region) -> None:
        super().__init__(net, place, len(net.columns) - 1, 0)
        self.a, self.y = (round(float(one[0]), SHOWN) for one in (net.truth.signals()[-1], net.truth.target))
        self.off, self.steep = round(self.a - self.y, SHOWN), 1 - self.a**2

    def what_comes_out(self) -> Moves:
        """What comes out."""
        *_, group = self.net.edges
        yield [*self._apart([*group]), *self._say_output(self._name("a"))], 0.8

    def target(self) -> Moves:
        """What should, at the loss."""
        wanted = self.write.stated(Measured(self._name("y"), lambda: self.y))
        self.tags.append(wanted.next_to(self.net.loss, DOWN, buff=OVER))
        yield [FadeIn(wanted, scale=1.2)], 0.6

    def error(self) -> Moves:
        """By how much it is off."""
        yield self._work(balance([self.a, -self.y])), 0.8

    def square(self) -> Moves:
        """How steep the loss is, the square of the error: that comes back from the loss."""
        yield self.net.backward(self.net.links), 0.9
        yield self._work(_about([2.0, self.off], 2 * self.off)), 0.8

    def bend(self) -> Moves:
        """How steep the neuron's bend is."""
        square = tree.Power(value(abs(self.a)).tree, tree.Number("2"))
        steep = Term(tree.Addition((tree.Number("1"), square), ("-",)))
        upper, lower = self.place.split_rows(1, 1)
        (before,), line = self.sum, self._line(Measured(steep, lambda: self.steep, digits=SHOWN))
        self.sum.append(lower.place(line, "left"))
        yield [before.animate.set_y(upper.centre[1]), FadeIn(line)], 0.8

    def product(self) -> Moves:
        """The factors multiplied; the neuron has its delta."""
        delta = float(self.net.truth.sums()[-1][0])
        yield self._work(_about([round(2 * self.off, SHOWN), round(self.steep, SHOWN)], delta)), 0.9
        yield self.net.inside.felt(self.layer, self.at), 0.9


class LineSlope(_OneNeuron):
    """The slope of the first layer's topmost line, which has a label: the delta at its end times what comes in."""

    def __init__(self, net: NetworkFigure, place: Region) -> None:
        super().__init__(net, place, 1, 0)
        self.edge, self.start = net.lines[0], net.columns[0][0]
        self.x = round(float(net.truth.signals()[0][0]), SHOWN)

    def _ringed(self) -> list[Circle]:
        return [self.start, self.node]

    def line_alone(self) -> Moves:
        """The line, with what comes in along it."""
        lit = self.edge.animate.set_stroke(self.net.light, width=6, opacity=1)
        yield [*self._apart([self.edge]), lit], 0.8
        yield [*self._say_output(self._name("x"), self.start), *self.net.forward(VGroup(self.edge))], 0.9

    def product(self) -> Moves:
        """Both numbers multiplied; the line has its slope."""
        net, delta = self.net, float(self.net.truth.sums()[0][self.at])
        yield self._work(_about([round(delta, SHOWN), self.x], float(net.partials()[0]))), 0.9
        yield [one for edge, label in net.labels if edge is self.edge for one in net.tagging(edge, label)], 0.6

    def every(self) -> Moves:
        """Every line has its own: the light of the sweep is on all of them."""
        yield [*self.net.backward(self.net.edges[0]), *map(self.net.lighting, self.net.edges), *self._plain()], 1.2

    def leaving(self) -> list[Any]:  # Manim's animation builders
        """What was worked out leaves."""
        gone, self.output, self.sum = self.picture, [], []
        return [*map(FadeOut, gone)]


class DeltaRule(_OneNeuron):
    """A hidden neuron with those behind it."""

    def __init__(self, net: NetworkFigure, place: Region) -> None:
        super().__init__(net, place, LAYER, net.most_telling()[0] % len(net.columns[LAYER]))
        fan = len(net.columns[LAYER + 1])
        self.edges: list[Line] = [*net.edges[LAYER][self.at * fan : (self.at + 1) * fan]]
        self.weights = [float(one) for one in net.truth.weights[LAYER][self.at]]
        self.deltas = [float(one) for one in net.truth.sums()[LAYER]]

    def letters(self) -> Moves:
        """Motions and their seconds: the neuron with its output a, the deltas behind it, the weights; the sum of what
        comes back, term by term; and the neuron's own delta.
        """
        net, names = self.net, range(1, len(self.edges) + 1)
        deltas = [self._name(rf"\delta_{{{one}}}") for one in names]
        weights = [self._name(f"w_{{{one}}}") for one in names]
        yield [*self._apart(self.edges), *self._say_output(self._name("a"))], 0.8
        yield self._all_written(deltas), 0.9
        yield self._weigh(weights), 0.8
        terms = [tree.side_by_side((w.tree, d.tree)) for w, d in zip(weights, deltas, strict=True)]
        yield from self._gather([Term(tree.added(terms[:one])) for one in names])
        yield net.inside.write_in(LAYER, self.at, self._name(r"\delta"), net.light), 0.9

    def numbers(self) -> Moves:
        """The same in numbers, those of this network."""
        a = float(self.net.truth.signals()[LAYER][self.at])
        yield self._say_output(Measured(self._name("a"), lambda: a, digits=2)), 0.8
        yield self.net.inside.felt(LAYER + 1), 0.9
        yield self._weigh([to_hundredths(one) for one in self.weights]), 0.8
        parts = [
            round(round(w, SHOWN) * round(d, SHOWN), DECIMALS) for w, d in zip(self.weights, self.deltas, strict=True)
        ]
        yield from self._gather([balance(parts[:one]).term for one in range(1, len(parts))])
        told = balance(parts) if len(parts) > 1 else self._product()
        yield self._add(self._line(told, SUM)), 0.9
        yield self.net.inside.felt(LAYER, self.at), 0.9

    def _product(self) -> Measured:
        """The only term, of the two numbers that stand."""
        numbers = [round(one, SHOWN) for one in (*self.weights, *self.deltas)]
        return replace(_about(numbers, round(prod(numbers), DECIMALS)), digits=None)

    def _all_written(self, terms: Sequence[Term]) -> list[Animation]:
        inside, light = self.net.inside, self.net.light
        return [one for at, term in enumerate(terms) for one in inside.write_in(LAYER + 1, at, term, light)]

    def _weigh(self, terms: Sequence[Term]) -> list[Any]:  # Manim's animation builders
        """A weight comes on each edge, in the place of what stands there."""
        before, self.tags = self.tags, []
        inside = EM * self.net.columns[LAYER + 1][0].width / 2 if self.net.inside.fits(LAYER + 1) else inf
        size = min(self.write.theme.sizes.small, inf if terms[0].names else inside)
        for edge, term in zip(self.edges, terms, strict=True):
            label = self.write.label(term, size)
            start, end = edge.get_start(), edge.get_end()
            before_it = self.net.columns[LAYER + 1].get_left()[0] - label.width / 2 - PATCH - CLEAR
            label.move_to(start + min(ALONG, (before_it - start[0]) / (end[0] - start[0])) * (end - start))
            back = RoundedRectangle(0.06, width=label.width + 2 * PATCH, height=label.height + 2 * PATCH)
            back.set_stroke(width=0).set_fill(self.write.theme.background, 1).move_to(label)
            self.tags.append(VGroup(back, label))
        return [*map(FadeOut, before), *map(FadeIn, self.tags)]

    def _gather(self, sums: Sequence[Term]) -> Moves:
        """Light comes back on an edge, and the sum has one term more."""
        for edge, term in zip(self.edges, sums, strict=False):
            yield self.net.backward(VGroup(edge)), 0.7
            yield self._add(self.write.label(term, SUM * self.write.theme.sizes.formula)), 0.6


def _about(factors: Sequence[float], found: float) -> Measured:
    """Rounded numbers multiplied, and what is found with all their digits, rounded."""
    told = [(to_hundredths(one) if one % 1 else value(one)).tree for one in factors]
    trees = [tree.Group(one) if at and isinstance(one, tree.Signed) else one for at, one in enumerate(told)]
    return Measured(product_of(trees, factors).term, lambda: found, digits=SHOWN)
