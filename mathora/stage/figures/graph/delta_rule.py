"""What comes back to one hidden neuron of a network, first in letters and then in numbers.

Owns: `DeltaRule`.

Laws:
- The neuron is the one of the first hidden layer whose weights tell most; behind it all neurons of the next layer have
  their delta, the partial by their sum, and each edge to them its weight.
- Below stands what comes back: the sum of w_j δ_j, which grows as light returns on edge after edge.
- Numbers are those of the network that is drawn, each rounded; each term is the product of the two numbers that stand,
  rounded, and the sum that of its terms: who checks them finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf, prod
from typing import Any

from manim import UP, Animation, FadeIn, FadeOut, Line, RoundedRectangle, VGroup, VMobject

from mathora.formula import tree
from mathora.stage.figures.graph.gathered import balance
from mathora.stage.figures.graph.network import NetworkFigure
from mathora.stage.figures.graph.neuron_numbers import EM, instead, to_hundredths
from mathora.stage.layout import Region
from mathora.stage.text.terms import Measured, Term, product_of, symbol

LAYER = 1  # the neuron's: the first hidden one
BACK = 0.13  # how opaque all edges are that lead to and from others
ALONG = 0.78  # where on its edge a weight stands, as a share of it, or before: where edges are far apart
PATCH, CLEAR = 0.04, 0.02  # what is clear around a weight, and from there to the neurons, in scene units
SUM = 0.8  # the em of the sum, as a share of a formula's
SHOWN, DECIMALS = 2, 3  # of a number in a neuron or on its edge; of a term of the sum


class DeltaRule:
    """A neuron of a network with those behind it; the sum stands in a `place`."""

    def __init__(self, net: NetworkFigure, place: Region) -> None:
        self.net, self.place, self.write = net, place, net.write
        fan = len(net.columns[LAYER + 1])
        self.at = net.most_telling()[0] % len(net.columns[LAYER])
        self.edges: list[Line] = [*net.edges[LAYER][self.at * fan : (self.at + 1) * fan]]
        self.weights = [float(one) for one in net.truth.weights[LAYER][self.at]]
        self.deltas = [float(one) for one in net.truth.sums()[LAYER]]
        self.tags: list[VMobject] = []
        self.output: list[VMobject] = []
        self.sum: list[VMobject] = []

    @property
    def picture(self) -> list[VMobject]:
        """All that stands of it beside what stands in neurons."""
        return [*self.tags, *self.output, *self.sum]

    def leaving(self) -> list[Any]:  # Manim's animation builders
        """All of it leaves, with what stands in its neurons; edges and neurons are alike again."""
        told = [(LAYER, self.at), *((LAYER + 1, one) for one in range(len(self.edges)))]
        gone, self.tags, self.output, self.sum = self.picture, [], [], []
        plain = self.net.columns[LAYER][self.at].animate.set_stroke(self.write.theme.foreground, width=3)
        return [*map(FadeOut, gone), *self.net.inside.leaving(told), *self.net.unchoosing(), plain]

    def letters(self) -> Iterator[tuple[list[Any], float]]:  # Manim's animation builders
        """Motions and their seconds: the neuron with its output a, the deltas behind it, the weights; the sum of what
        comes back, term by term; and the neuron's own delta.
        """
        net, names = self.net, range(1, len(self.edges) + 1)
        deltas = [self._name(rf"\delta_{{{one}}}") for one in names]
        weights = [self._name(f"w_{{{one}}}") for one in names]
        away = [edge.animate.set_stroke(opacity=BACK) for edge in net.lines if edge not in self.edges]
        ring = net.columns[LAYER][self.at].animate.set_stroke(net.light, width=5)
        yield [*away, ring, *self._say_output(self._name("a"))], 0.8
        yield self._all_written(deltas), 0.9
        yield self._weigh(weights), 0.8
        terms = [tree.side_by_side((w.tree, d.tree)) for w, d in zip(weights, deltas, strict=True)]
        yield from self._gather([Term(tree.added(terms[:one])) for one in names])
        yield net.inside.write_in(LAYER, self.at, self._name(r"\delta"), net.light), 0.9

    def numbers(self) -> Iterator[tuple[list[Any], float]]:  # Manim's animation builders
        """The same in numbers, those of this network."""
        a = float(self.net.truth.signals()[LAYER][self.at])
        yield self._say_output(Measured(self._name("a"), lambda: a, digits=2)), 0.8
        if self.net.inside.fits(LAYER + 1):
            yield self._all_written([to_hundredths(one) for one in self.deltas]), 0.9
        yield self._weigh([to_hundredths(one) for one in self.weights]), 0.8
        parts = [
            round(round(w, SHOWN) * round(d, SHOWN), DECIMALS) for w, d in zip(self.weights, self.deltas, strict=True)
        ]
        yield from self._gather([balance(parts[:one]).term for one in range(1, len(parts))])
        told = balance(parts) if len(parts) > 1 else self._product()
        yield self._add(self.write.stated(told, SUM * self.write.theme.sizes.formula)), 0.9
        yield self.net.inside.felt(LAYER, self.at), 0.9

    def _product(self) -> Measured:
        """The only term, of the two numbers that stand."""
        numbers = [round(one, SHOWN) for one in (*self.weights, *self.deltas)]
        factors = [to_hundredths(one).tree for one in numbers]
        inside = [tree.Group(one) if isinstance(one, tree.Signed) else one for one in factors]
        return replace(product_of([factors[0], *inside[1:]], numbers), value=lambda: round(prod(numbers), DECIMALS))

    def _name(self, key: str) -> Term:
        return symbol(self.write.model, key)

    def _all_written(self, terms: Sequence[Term]) -> list[Animation]:
        inside, light = self.net.inside, self.net.light
        return [one for at, term in enumerate(terms) for one in inside.write_in(LAYER + 1, at, term, light)]

    def _say_output(self, said: Term | Measured) -> list[Animation]:
        """What comes out of the neuron, above it."""
        label = self.write.label(said) if isinstance(said, Term) else self.write.stated(said)
        return instead(self.output, label.next_to(self.net.columns[LAYER][self.at], UP, buff=0.12))

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

    def _gather(self, sums: Sequence[Term]) -> Iterator[tuple[list[Any], float]]:  # Manim's animation builders
        """Light comes back on an edge, and the sum has one term more."""
        for edge, term in zip(self.edges, sums, strict=False):
            yield self.net.backward(VGroup(edge)), 0.7
            yield self._add(self.write.label(term, SUM * self.write.theme.sizes.formula)), 0.6

    def _add(self, label: VMobject) -> list[Animation]:
        self.place.place(label, "left")
        return instead(self.sum, label)
