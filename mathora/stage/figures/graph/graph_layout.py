"""Where the names of a computation stand: in layers, along one direction, with room for edges that pass by.

Owns: `Places`, `placed`.

Laws:
- Places are in a frame of its own: `along` grows from the inputs to the output, `across` to the right of it; both in
  scene units, the middle of the whole at the origin.
- Blocks do not overlap, and an edge over several layers keeps to a lane of its own between them.
- Within a layer, names stand in the order that keeps them near to what they are joined with (barycentres: Sugiyama,
  Tagawa & Toda 1981).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from mathora.stage.arrays import Array
from mathora.stage.figures.graph.computation import Computation, Edge

LANE = 0.3  # what an edge that passes a layer needs across, in scene units
BESIDE, APART = 0.3, 1.3  # scene units between two blocks of a layer: at least, and where there is room for it
WIDEST = 2.1  # scene units between two layers: no more than the eye can bridge

SWEEPS = 4

Berth = str | Edge  # what has a place in a layer: a name, or an edge that passes


@dataclass(frozen=True)
class Places:
    """The middle (along, across) of each name's block, the lanes of each edge, and the `size` (along, across) of all.

    A lane is the two places (along, across) at which an edge enters and leaves a layer that it passes.
    """

    middles: Mapping[str, Array]
    lanes: Mapping[Edge, tuple[Array, ...]]
    size: tuple[float, float]


def placed(
    computation: Computation,
    sizes: Mapping[str, tuple[float, float]],
    closest: float,
    reach: float = 0.0,
    breadth: float = 0.0,
) -> Places:
    """Places for blocks of these sizes (along, across).

    Layers stand `closest` scene units apart; they move apart to fill a `reach` (along), if they may, and blocks of a
    layer to fill a `breadth` (across).
    """
    layers = _ordered(computation)
    depths = [max((sizes[one][0] for one in layer if isinstance(one, str)), default=0.0) for layer in layers]
    widths = [[sizes[one][1] if isinstance(one, str) else LANE for one in layer] for layer in layers]
    fill = (max((breadth - sum(layer)) / (len(layer) - 1), BESIDE) for layer in widths if len(layer) > 1)
    beside = min([APART, *fill])
    whole = max(sum(layer) + beside * (len(layer) - 1) for layer in widths)
    spaces = max(len(layers) - 1, 1)
    between = min(max((reach - sum(depths)) / spaces, closest), WIDEST)
    length = sum(depths) + between * (len(layers) - 1)
    middles: dict[str, Array] = {}
    lanes: dict[Edge, list[Array]] = {}
    along = -length / 2
    for layer, depth, wide in zip(layers, depths, widths, strict=True):
        across = -(sum(wide) + beside * (len(layer) - 1)) / 2
        for one, width in zip(layer, wide, strict=True):
            middle = np.array([along + depth / 2, across + width / 2])
            if isinstance(one, str):
                middles[one] = middle
            else:
                half = np.array([depth / 2, 0.0])
                lanes.setdefault(one, []).extend((middle - half, middle + half))
            across += width + beside
        along += depth + between
    return Places(middles, {edge: tuple(points) for edge, points in lanes.items()}, (length, whole))


def _ordered(computation: Computation) -> list[list[Berth]]:
    """The layers with their lanes, each in an order that has few crossings."""
    names = computation.layers()
    depth = {key: at for at, layer in enumerate(names) for key in layer}
    layers: list[list[Berth]] = [[*layer] for layer in names]
    neighbours: list[dict[Berth, list[Berth]]] = [{one: [] for one in layer} for layer in layers]
    for edge in computation.edges:
        passed = range(depth[edge.source] + 1, depth[edge.target])
        for at in passed:
            layers[at].append(edge)
        chain: list[Berth] = [edge.source, *(edge for _ in passed), edge.target]
        for at, (one, other) in enumerate(pairwise(chain), depth[edge.source]):
            neighbours[at].setdefault(one, []).append(other)
            neighbours[at + 1].setdefault(other, []).append(one)
    for sweep in range(SWEEPS):
        order = range(1, len(layers)) if sweep % 2 == 0 else range(len(layers) - 2, -1, -1)
        for at in order:
            towards = at - 1 if sweep % 2 == 0 else at + 1
            rank = {one: place / max(len(layers[towards]) - 1, 1) for place, one in enumerate(layers[towards])}
            layers[at].sort(key=lambda one, at=at, rank=rank: _mean(rank, neighbours[at].get(one, [])))  # type: ignore[misc]
    return layers


def _mean(rank: Mapping[Berth, float], neighbours: list[Berth]) -> float:
    known = [rank[one] for one in neighbours if one in rank]
    return sum(known) / len(known) if known else 0.5
