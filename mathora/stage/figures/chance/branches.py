"""A tree of probabilities: where its nodes stand, and what the way to each leaf is worth.

Owns: `Fork` (a node), `Ways`, `grown`, `between`, `chances_of`; `carded`, a text on a branch; `astray`, the claim.

Laws:
- A leaf's probability is the product of the chances along its way; all leaves together sum to 1.
- Leaves stand evenly below each other, a node in the middle of its own; so no two branches cross.
- Where it is certain how a way goes on, it may end: no branch is drawn that is certain, nor one that never happens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

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


class Ways:
    """The ways through a tree, by the chances of all branches of each level; with `ends`, a way ends where the rest of
    it is certain, and one that never happens is not drawn.

    `seen` are the nodes that are drawn of each level, the root's first; `leaves` those that are.
    """

    def __init__(self, level: Sequence[Sequence[float]], *, ends: bool) -> None:
        every = chances_of(level)
        self.widths = [1, *map(len, level)]
        self.leaves = [leaf for leaf, chance in enumerate(every) if chance > 0 or not ends]
        below = [[sum(map(bool, _part(every, wide, index))) for index in range(wide)] for wide in self.widths]
        self.seen = [{0}]
        for depth, wide in enumerate(self.widths[1:], 1):
            found = set(range(wide))
            if ends:
                up = {index: self._up(depth, index) for index in found if below[depth][index]}
                found = {one for one, parent in up.items() if parent in self.seen[-1] and below[depth - 1][parent] > 1}
            self.seen.append(found)

    def _up(self, depth: int, index: int) -> int:
        """The number of a node's parent in the level before."""
        return index // (self.widths[depth] // self.widths[depth - 1])

    def to(self, leaf: int) -> list[tuple[int, int]]:
        """The nodes on the way to a leaf, below the root, each by its level and its number there: those that are drawn,
        or all of them, if it never happens.
        """
        way = [(len(self.widths) - 1, leaf)]
        while (depth := way[0][0]) > 1:
            way.insert(0, (depth - 1, self._up(*way[0])))
        return [one for one in way if one[1] in self.seen[one[0]]] if leaf in self.leaves else way

    def apart(self, nodes: Sequence[Sequence[Fork]], depth: int) -> float:
        """How far apart neighbours of a level stand at least, in scene units; infinite for one that is alone."""
        heights = sorted(float(nodes[depth][index].place[1]) for index in self.seen[depth])
        return min((after - before for before, after in pairwise(heights)), default=np.inf)


def _part(leaves: Sequence[float], nodes: int, index: int) -> Sequence[float]:
    """The leaves below one of so many nodes of a level."""
    each = len(leaves) // nodes
    return leaves[index * each : (index + 1) * each]


def grown(region: Region, ways: Ways, behind: float) -> list[list[Fork]]:
    """The nodes of each level, the root's first. `behind` says which share of the region's width stays free behind the
    middles of the leaves; each leaf that is drawn has a row.
    """
    widths = [after // before for before, after in pairwise(ways.widths)]
    every, across = ways.widths[-1], [ROOT, *((1 - behind) * at / len(widths) for at in range(1, len(widths) + 1))]
    levels = [[Fork((), region.at(across[0], 0.5), 0, 0)]]
    for depth, width in enumerate(widths, 1):
        each = every // ways.widths[depth]
        level = []
        for index in range(ways.widths[depth]):
            parent = levels[-1][index // width]
            rows = [row for row, leaf in enumerate(ways.leaves) if leaf // each == index] or [0]
            middle = ((rows[0] + rows[-1] + 1) / 2) / len(ways.leaves)
            level.append(
                Fork((*parent.way, index % width), region.at(across[depth], 1 - middle), index, index // width)
            )
        levels.append(level)
    return levels


def between(region: Region, leaves: int) -> Region:
    """The region for a tree of so many leaves whose outermost just fit into `region`."""
    half = (region.height - 2 * HALF_LEAF) / (leaves - 1) / 2 - HALF_LEAF
    return replace(region, bottom=region.bottom - half, top=region.top + half)


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


def astray(nodes: Sequence[Sequence[Fork]], branches: Sequence[Mapping[int, Line]]) -> float:
    """By how far a branch that is drawn is off the way between its nodes, in scene units."""
    found = [0.0]
    for depth, level in enumerate(branches, 1):
        for index, line in level.items():
            node = nodes[depth][index]
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
