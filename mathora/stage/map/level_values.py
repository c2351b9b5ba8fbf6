"""The values that level sets carry on a map.

Owns: `LevelValues`, `values_on`.

Laws:
- A value stands on its curve, upon a patch that interrupts the line, clear of the other values.
- What comes later (an arrow, a tangent, a name) has the right of way: a value under it moves along its curve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from manim import Animation, VGroup, VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.map.contour_plot import ContourPlot, height_colours
from mathora.stage.map.marks import in_the_way, label_place, outline, value_labels
from mathora.stage.plane.graph import half_of, touch
from mathora.stage.theme import Theme

DIRECTION = np.array([-0.8, -0.6])  # from the map's middle: where on their curves the values stand, if they can


EVEN = 1e-6  # of a step between level sets: a height that is so near to a multiple of it is one
GAP = 0.06  # between a value and what it made way for, in scene units
AXIS = 33  # so many points stand for an axis
APART = 0.15  # between two values, in scene units


class LevelValues(Mapping[float, VGroup]):
    """The labels by height. `on_map` says where a model point (2,) of the map is drawn now, as a scene point (3,)."""

    def __init__(self, span: Interval, theme: Theme, on_map: Callable[[Array], Array]) -> None:
        self._span, self._theme, self._on_map = span, theme, on_map
        self._labels: dict[float, VGroup] = {}
        self._unused: tuple[Mapping[float, str], dict[float, VGroup]] = ({}, {})
        self._places: dict[float, Array] = {}

    def __getitem__(self, height: float) -> VGroup:
        return self._labels[height]

    def __iter__(self) -> Iterator[float]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)

    def write(
        self,
        height: float,
        branches: Sequence[Array],
        colours: Mapping[float, str],
        views: Sequence[Callable[[Array], Array]],
        ahead: Iterable[Array] = (),
    ) -> VGroup:
        """The value of a height upon its `branches` (n, 2), clear in all `views` of the other values and of what will
        come to the points (2,) `ahead`.
        """
        if self._unused[0] != colours or height not in self._unused[1]:  # labels of one map are told from each other
            self._unused = dict(colours), value_labels(colours, self._theme)
        self._labels[height] = label = self._unused[1].pop(height)
        taken, room = self._taken(height, self._places, [*ahead])
        self._stand(height, label_place(branches, self._span, DIRECTION, taken, room, views))
        return label

    def _taken(
        self, height: float, places: Mapping[float, Array], ahead: Sequence[Array] | Array
    ) -> tuple[list[Array], Array]:
        """Where the other values are and what will come, (n, 2) in model units; and how far a value has to be from each
        of them, across or up, (n, 2) in scene units.
        """
        own, others = self._labels[height], [key for key in places if key != height]
        alone = half_of(own, GAP)
        room = [*(half_of(own, APART) + half_of(self._labels[one], 0.0) for one in others), *(alone for _ in ahead)]
        return [*(places[one] for one in others), *ahead], np.array(room).reshape(-1, 2)

    def _stand(self, height: float, place: Array) -> None:
        self._places[height] = place
        self._labels[height].add_updater(lambda one: one.move_to(self._on_map(place)), call_updater=True)

    def making_way(self, board: ContourPlot, coming: Iterable[VMobject]) -> list[Animation]:
        """The animations in which the values under what comes to the map go to a clear place of their curve."""
        moving = []
        for height, place in self._moved(board, [*coming, *board.numbers, *board.names]).items():
            self._places[height] = place
            moving.append(self._labels[height].clear_updaters().animate.move_to(board.point(*place)).build())
        return moving

    def crowded(self) -> list[VGroup]:
        """The values that are too near to another that stays, as when the map has become smaller."""
        staying: list[VGroup] = []
        for one in self._labels.values():
            if not any(touch(one, other, APART) for other in staying):
                staying.append(one)
        return [one for one in self._labels.values() if one not in staying]

    def settle(self) -> None:
        """Values that moved follow the map again."""
        for height, label in self._labels.items():
            if not label.updaters:
                self._stand(height, self._places[height])

    def keep_clear(self, board: ContourPlot, others: Iterable[VMobject]) -> None:
        """Puts the values under `others` to a clear place of their curve at once."""
        for height, place in self._moved(board, [*others]).items():
            self._labels[height].clear_updaters()
            self._stand(height, place)

    def _moved(self, board: ContourPlot, lines: Sequence[VMobject]) -> dict[float, Array]:
        """New places (2,), in model units, by height; off the axes, too."""
        points = np.concatenate([outline(line) for line in lines])
        ahead = np.concatenate([board.models_of(points), *_axes(board)])
        moved: dict[float, Array] = {}
        for height in in_the_way(self, lines):
            taken, room = self._taken(height, self._places | moved, ahead)
            views = (board.polyline_points,)
            moved[height] = label_place(board.branches[height], self._span, DIRECTION, taken, room, views)
        return moved


def _axes(board: ContourPlot) -> tuple[Array, Array]:
    """Model points (n, 2) along both axes of a map."""
    (x, y), (across, up) = board.origin, (np.linspace(*along, AXIS) for along in (board.x, board.y))
    return np.column_stack([across, np.full(AXIS, y)]), np.column_stack([np.full(AXIS, x), up])


def values_on(plot: ContourPlot, level: float | None, ahead: Array) -> list[VGroup]:
    """The values of the level sets of a map that stays, clear of its texts, axes and of what comes to the scene points
    `ahead` (n, 3). Where that of a chosen `level` makes the others uneven (4, 54, 104), only the chosen one has one.
    """
    values = LevelValues(plot.span, plot.theme, lambda place: plot.point(*place))
    texts = [np.pad(outline(one), ((0, 0), (0, 1))) for one in (*plot.numbers, *plot.names)]
    taken = np.concatenate([plot.models_of(np.concatenate([ahead, *texts])), *_axes(plot)])
    colours = height_colours(plot.theme, [*plot.branches])
    steps = 0.0 if level is None else level / np.diff([*plot.branches]).min(initial=np.inf)
    for height, branches in plot.branches.items():
        if branches and (height == level or abs(steps - round(steps)) < EVEN):
            values.write(height, branches, colours, (plot.polyline_points,), taken)
    return [one.clear_updaters() for one in values.values()]
