"""A tree of probabilities: where its nodes stand, and what the way to each leaf is worth.

Owns: `Fork` (a node), `grown`, `chances_of`.

Laws:
- A leaf's probability is the product of the chances along its way; all leaves together sum to 1.
- Leaves stand evenly below each other, a node in the middle of its own; so no two branches cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from mathora.stage.arrays import Array
from mathora.stage.layout import Region


@dataclass(frozen=True, eq=False)
class Fork:
    """A node of the tree: the way that leads to it (a branch of each level, from 0), and its place, a scene point (3,).

    `index` is its number in its level, from 0; `parent` its parent's in the level before.
    """

    way: tuple[int, ...]
    place: Array
    index: int
    parent: int


def grown(region: Region, widths: Sequence[int], across: Sequence[float]) -> list[list[Fork]]:
    """The nodes of each level, the root's first. `widths` says into how many branches each level splits, `across` where
    each level stands, as shares of the region's width from the left.
    """
    leaves = prod(widths)
    levels = [[Fork((), region.at(across[0], 0.5), 0, 0)]]
    for depth, width in enumerate(widths, 1):
        each = leaves // prod(widths[:depth])
        level = []
        for index in range(prod(widths[:depth])):
            parent = levels[-1][index // width]
            middle = (index + 0.5) * each / leaves
            level.append(
                Fork((*parent.way, index % width), region.at(across[depth], 1 - middle), index, index // width)
            )
        levels.append(level)
    return levels


def chances_of(level: Sequence[Sequence[float]]) -> list[float]:
    """The probability of each node of the last level, from the chances of all branches of each level."""
    found = [1.0]
    for chances in level:
        width = len(chances) // len(found)
        found = [found[index // width] * chance for index, chance in enumerate(chances)]
    return found
