"""A tree of probabilities: where its nodes stand, and what the way to each leaf is worth.

Owns: `Fork` (a node), `grown`, `between`, `way_to`, `chances_of`; `carded`, a text on a branch or a node; `astray`, the
claim.

Laws:
- A leaf's probability is the product of the chances along its way; all leaves together sum to 1.
- Leaves stand evenly below each other, a node in the middle of its own; so no two branches cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
from manim import Line, RoundedRectangle, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.layout import Region
from mathora.stage.theme import Theme

CARD = 0.18  # how much higher than its text a card is, in scene units
APART = 0.24  # scene units between two chances above each other
HALF_LEAF = 0.5  # the room that an outermost leaf has above or below its middle, in scene units

BEHIND, MOST_BEHIND = 0.2, 0.5
"""Scene units between a leaf and its product; at most so much of the width is kept for these."""

ALONG = 0.56  # the share of a branch up to its chance
ROOT = 0.02  # where the root stands, as a share of the width from the left


@dataclass(frozen=True, eq=False)
class Fork:
    """A node of the tree: the way that leads to it (a branch of each level, from 0), and its place, a scene point (3,).

    `index` is its number in its level, from 0; `parent` its parent's in the level before.
    """

    way: tuple[int, ...]
    place: Array
    index: int
    parent: int


def grown(region: Region, widths: Sequence[int], behind: float) -> list[list[Fork]]:
    """The nodes of each level, the root's first. `widths` says into how many branches each level splits, `behind` which
    share of the region's width stays free behind the middles of the leaves.
    """
    leaves, across = prod(widths), [ROOT, *((1 - behind) * level / len(widths) for level in range(1, len(widths) + 1))]
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


def between(region: Region, leaves: int) -> Region:
    """The region for a tree of so many leaves whose outermost just fit into `region`."""
    half = (region.height - 2 * HALF_LEAF) / (leaves - 1) / 2 - HALF_LEAF
    return replace(region, bottom=region.bottom - half, top=region.top + half)


def way_to(nodes: Sequence[Sequence[Fork]], leaf: int) -> list[tuple[int, int]]:
    """The nodes on the way to a leaf, below the root: each by its level and its number there."""
    way, index = [], leaf
    for depth in range(len(nodes) - 1, 0, -1):
        way.append((depth, index))
        index = nodes[depth][index].parent
    return way[::-1]


def along(start: Array, end: Array, chance: VMobject, name: VMobject, apart: float) -> Array:
    """Where a branch's chance stands: farther along where the branches, `apart` at their ends, are still near to each
    other, but clear of the name there; where this is not enough, beside its line.
    """
    way, high = end - start, chance.height + APART
    clear = 1 - ((chance.width + name.width) / 2 + 2 * CARD) / max(float(way[0]), 1e-9)
    share = max(ALONG, min(high / apart, clear))
    return np.asarray(start + way * np.array([share, max(share, high / apart), share]))


def carded(text: VMobject, place: Array, theme: Theme, edge: str | None = None) -> VGroup:
    """A text at a place, on a card of the ground's colour, which interrupts the line under it."""
    shape = {
        "width": text.width + (CARD + 0.04 if edge else CARD / 2),
        "height": text.height + CARD,
        "stroke_width": 2 if edge else 0,
    }
    card = RoundedRectangle(**shape, corner_radius=0.08, fill_color=theme.background, fill_opacity=1)
    return VGroup(card.set_stroke(edge or theme.background).move_to(text), text).move_to(place)


def astray(nodes: Sequence[Sequence[Fork]], branches: Sequence[Sequence[Line]]) -> float:
    """By how far a branch that is drawn is off the way between its nodes, in scene units."""
    found = [0.0]
    for depth, level in enumerate(branches, 1):
        for line, node in zip(level, nodes[depth], strict=True):
            start = nodes[depth - 1][node.parent].place
            way = (node.place - start) / np.linalg.norm(node.place - start)
            ends = line.points[[0, -1]] - start
            found += [float(np.abs(one - way * (one @ way)).max()) for one in ends]
    return max(found)


def chances_of(level: Sequence[Sequence[float]]) -> list[float]:
    """The probability of each node of the last level, from the chances of all branches of each level."""
    found = [1.0]
    for chances in level:
        width = len(chances) // len(found)
        found = [found[index // width] * chance for index, chance in enumerate(chances)]
    return found
