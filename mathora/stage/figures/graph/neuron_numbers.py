"""What stands inside the neurons of a network: what comes out of each, or, on the way back, how the loss feels its sum.

Owns: `NeuronNumbers`, `to_hundredths`, `instead`.

Law: a neuron holds one text at a time; what comes in the place of another comes when that one has left.
"""

from __future__ import annotations

from collections.abc import Sequence

from manim import Animation, FadeIn, FadeOut, VGroup, VMobject, smooth, squish_rate_func

from mathora.stage.arrays import Array
from mathora.stage.plane.network import SmallNetwork
from mathora.stage.text.numerals import Numeral, fixed
from mathora.stage.text.terms import Term, value
from mathora.stage.writing import Writing

EM, LETTER = 0.66, 0.9  # the em of a number in a neuron, and that of a name, as shares of its radius
LEAVES, COMES = (0.0, 0.4), (0.5, 1.0)  # when a text leaves, and when another comes, as shares of the move


class NeuronNumbers:
    """Texts in the neurons of `columns`, by (layer, number); slopes are in the `light` of the gradient."""

    def __init__(self, columns: Sequence[VGroup], truth: SmallNetwork, light: str, write: Writing) -> None:
        self.columns, self.truth, self.light, self.write = columns, truth, light, write
        self.standing: dict[tuple[int, int], VMobject] = {}
        self.slopes: dict[tuple[int, int], VMobject] = {}
        self.named: set[tuple[int, int]] = set()

    def fits(self, layer: int) -> bool:
        """Whether a number can be read inside the neurons of a layer."""
        em = EM * self.columns[layer][0].width / 2
        return bool(em >= self.write.theme.sizes.minimum)

    def coming_out(self, layer: int) -> list[Animation]:
        """What comes out of each neuron of a layer."""
        signals, ink = self.truth.signals()[layer], self.write.theme.foreground
        return [one for at in range(len(signals)) for one in self._number(layer, at, signals, ink)]

    def felt(self, layer: int, *only: int) -> list[Animation]:
        """The partials by the sums of a layer's neurons, or of `only` some; the inputs have none."""
        if layer == 0:
            return []
        sums, chosen = self.truth.sums()[layer - 1], only or range(len(self.columns[layer]))
        new = [at for at in chosen if (layer, at) not in self.slopes]
        coming = [one for at in new for one in self._number(layer, at, sums, self.light)]
        self.slopes |= {(layer, at): self.standing[layer, at] for at in new if coming}
        return coming

    def write_in(self, layer: int, at: int, term: Term, ink: str) -> list[Animation]:
        """A term comes into a neuron."""
        node = self.columns[layer][at]
        em = (LETTER if term.names else EM) * node.width / 2
        label = self.write.label(term, em, ink).move_to(node)
        before = [one] if (one := self.standing.get((layer, at))) else []
        self.standing[layer, at] = label
        self.slopes.pop((layer, at), None)
        (self.named.add if term.names else self.named.discard)((layer, at))
        return instead(before, label)

    def _number(self, layer: int, at: int, numbers: Array, ink: str) -> list[Animation]:
        fits = self.fits(layer)
        return self.write_in(layer, at, to_hundredths(float(numbers[at])), ink) if fits else []

    def letters_leaving(self) -> list[FadeOut]:
        """Names in neurons leave: what they stand for is told no more."""
        return self.leaving([*self.named])

    def leaving(self, keys: Sequence[tuple[int, int]] | None = None) -> list[FadeOut]:
        """The texts in these neurons leave; all, without."""
        gone = [one for one in self.standing if keys is None or one in keys]
        self.named.difference_update(gone)
        for key in gone:
            self.slopes.pop(key, None)
        return [FadeOut(self.standing.pop(key)) for key in gone]


def to_hundredths(number: float) -> Term:
    """A number with two decimals, as all that stand in neurons and at their edges."""
    return value(Numeral(fixed(number, 2)))


def instead(before: list[VMobject], after: VMobject) -> list[Animation]:
    """A text comes, in the place of those `before`, which leave first; `before` holds it from now on."""
    gone, before[:] = [*before], [after]
    if not gone:
        return [FadeIn(after, scale=1.2)]
    leaves, comes = (squish_rate_func(smooth, *part) for part in (LEAVES, COMES))
    return [*(FadeOut(one, rate_func=leaves) for one in gone), FadeIn(after, rate_func=comes)]
