r"""Letters and indicators: what events are made of.

Owns: `Letter`, `Indicator` and its arithmetic.

Laws:
- An indicator is a polynomial of letters with I² = I; the opposite is 1 − I, what happens together is the product.
- Bounds of one quantity are taken in their order where that is shown: X < a and a ≤ b make X < b.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import Ratio

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

MOST_PRODUCTS = 128
_ZERO = Ratio.number(0)


@dataclass(frozen=True, slots=True)
class Letter:
    """An event that is not taken apart: a name (""), or what is said of the bound: `<` or `=`.

    `name`: the event's, the random quantity's, or the text of a comparison of several. `keys`: what it depends on.
    """

    sign: str
    name: str
    bound_text: str = ""
    keys: frozenset[str] = frozenset()
    bound: Ratio | None = field(default=None, compare=False)

    @property
    def text(self) -> str:
        """A text that determines the letter."""
        return f"{self.name} {self.sign} {self.bound_text}".strip()


Conjunction = frozenset[Letter]
Indicator = Mapping[Conjunction, Fraction]
SURE: Indicator = {frozenset(): Fraction(1)}
NEVER: Indicator = {}


def summed(one: Indicator, other: Indicator, factor: int = 1) -> Indicator:
    """A + factor · b."""
    total = dict(one)
    for key, number in other.items():
        total[key] = total.get(key, Fraction(0)) + factor * number
    return {key: number for key, number in total.items() if number}


def opposite(one: Indicator) -> Indicator:
    """1 − a."""
    return summed(SURE, one, -1)


def both(reading: TreeReading, one: Indicator, other: Indicator) -> Indicator:
    """The product, with bounds of one quantity in their order."""
    total: dict[Conjunction, Fraction] = {}
    for left, a in one.items():
        for right, b in other.items():
            joined = _joined(reading, left | right)
            if joined is not None:
                total[joined] = total.get(joined, Fraction(0)) + a * b
    if len(total) > MOST_PRODUCTS:
        raise Refused("an event of very many parts")
    return {key: number for key, number in total.items() if number}


def _joined(reading: TreeReading, letters: Conjunction) -> Conjunction | None:
    """Letters that happen together, without those that follow from others; None if they cannot."""
    left = set(letters)
    ordered = sorted(letters, key=lambda letter: letter.text)
    for one, other in ((one, other) for one in ordered for other in ordered):
        if one == other or one.name != other.name or not one.sign or not {one, other} <= left:
            continue
        found = _follows(reading, one, other)
        if found is False:
            return None
        if found:
            left.discard(other)
    return frozenset(left)


def _follows(reading: TreeReading, one: Letter, other: Letter) -> bool | None:
    """Whether the other letter follows from the first (True), cannot happen with it (False), or neither is shown."""
    gap, shows = (other.bound or _ZERO) - (one.bound or _ZERO), reading.facts.shows
    if one.sign == "<":
        return True if other.sign == "<" and shows(gap, "≥") else None
    if other.sign == "<":
        return True if shows(gap, ">") else False if shows(-gap, "≥") else None
    return False if shows(gap, "≠") or shows(gap, ">") or shows(-gap, ">") else None


def indicators(reading: TreeReading, letters: tuple[Letter, ...]) -> Iterator[Indicator]:
    """All the ways in which letters happen or do not: events that exclude each other."""
    found: list[Indicator] = [SURE]
    for letter in letters:
        one: Indicator = {frozenset({letter}): Fraction(1)}
        found = [both(reading, before, part) for before in found for part in (one, opposite(one))]
    yield from found
