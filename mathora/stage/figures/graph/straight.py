"""Arrows of a graph that can be straight are: a step of one name stands right behind that name.

Owns: `straighten`.

Law: only blocks that stay in their region and clear of all others move, and only across the graph, a little.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from mathora.stage.figures.graph.computation import Computation
from mathora.stage.layout import Region
from mathora.stage.plane.graph import touch

if TYPE_CHECKING:
    from mathora.stage.figures.graph.compute_graph import NameBox

LEANS = 0.8  # scene units: an arrow that leans farther is meant to
CLEAR = 0.15  # scene units between two blocks


def straighten(boxes: Mapping[str, NameBox], computation: Computation, region: Region, *, upright: bool) -> None:
    """Cards of steps of one name move to the middle of that name's card, across the graph, where there is room."""
    side = 0 if upright else 1
    for key, step in computation.steps.items():
        box, source = boxes[key], boxes[step.variables[0]]
        way = np.zeros(3)
        way[side] = (source.card.get_center() - box.card.get_center())[side]
        if len(step.variables) > 1 or abs(way[side]) > LEANS:
            continue
        moved = box.room.copy().shift(way)
        others = [one.room for one in boxes.values() if one is not box]
        if region.holds(moved) and not any(touch(moved, one, CLEAR) for one in others):
            box.shift(way)
