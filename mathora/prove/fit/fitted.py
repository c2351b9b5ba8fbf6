"""What the picture of a curve among data needs of parameters that move, and of the loss that judges them.

Owns: `FITTED`, a function for each of these needs; it gives the reason why the need is not met, or None. `DataColumn`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from mathora.formula import ModelFunction
from mathora.formula.curves.fitted import fitted, heights_for, loss_spans, room_for, share_of_squares
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.objective import descended, least_squares, lowest
from mathora.formula.curves.pieces import Array
from mathora.lesson import NeedName
from mathora.prove.fit.values import Coordinates, Ends, shown

Reason = str | None


@dataclass(frozen=True, slots=True)
class DataColumn:
    """The numbers of a running name `x_i`: those that the model has for `x_1`, `x_2`, …; none where one of them,
    `beyond`, is larger than can be drawn.
    """

    key: str
    numbers: tuple[float, ...]
    beyond: int = 0


def _parameters(names: tuple[str, ...], *points: Coordinates) -> list[Array] | None:
    """Each point as an array; None if one lacks a name, which others tell."""
    if any(not set(names) <= set(point) for point in points):
        return None
    return [np.array([point[name] for name in names]) for point in points]


def _data(column: DataColumn, other: DataColumn) -> tuple[Array, Array] | None:
    """Both columns; None if there are no points, which others tell."""
    if not column.numbers or len(column.numbers) != len(other.numbers):
        return None
    return np.array(column.numbers), np.array(other.numbers)


class _Picture(NamedTuple):
    """A curve among the points of two columns, the axes that hold both, and the loss that judges it, if there is one;
    `at` are the parameters with which it begins.
    """

    function: ModelFunction
    column: DataColumn
    other: DataColumn
    span: Ends | None
    heights: Ends | None
    at: Coordinates
    loss: ModelFunction | None = None

    def axes(self) -> _Axes | None:
        """None if something of the picture is not there, which others tell."""
        names, loss = self.function.variables[1:], self.loss
        data, ends = _data(self.column, self.other), _parameters(names, self.at)
        if data is None or ends is None:
            return None
        (x, y), (start,) = data, ends
        by_loss = loss is not None and loss.variables == names
        low = lowest(loss, start) if by_loss else least_squares(self.function, x, y, start)  # type: ignore[arg-type]
        across = Interval(*self.span) if self.span else room_for(x, zero=True)
        seen = [start, *([low.at] if low else [])]
        up = Interval(*self.heights) if self.heights else heights_for(y, self.function, across, seen)
        return _Axes(self.function, x, up, low.at if low else None)


class _Axes(NamedTuple):
    """The points, how far the axes reach upwards, and the parameters at which the loss is lowest."""

    function: ModelFunction
    x: Array
    up: Interval
    low: Array | None

    def outside(self, parameters: Array) -> Reason:
        """Where the curve passes a point outside of the axes."""
        for place, value in zip(self.x, fitted(self.function, self.x, parameters), strict=True):
            if not self.up.low <= value <= self.up.high:
                axes = f"which reach from {shown(self.up.low)} to {shown(self.up.high)}"
                return (
                    f"a curve that is at {shown(value)} over the point at {shown(place)}, outside of the axes, {axes}"
                )
        return None


def _of_picture(check: Callable[..., Reason]) -> Callable[..., Reason]:
    """A need beside the picture of a curve among data; `check` is given what comes behind the picture, too."""
    own = len(_Picture._fields)
    return lambda subject, *given: check(subject, _Picture(*given[:own]), *given[own:])


def _among_data(_to: Coordinates, picture: _Picture, here: Coordinates | None = None) -> Reason:
    """Of the parameters `here`, or of those where the loss is lowest."""
    axes, ends = picture.axes(), _parameters(picture.function.variables[1:], here or picture.at)
    if axes is None or ends is None:
        return None
    there = ends[0] if here else axes.low
    outside = None if there is None else axes.outside(there)
    return f"found {outside}" if outside else None


def _rolls_on(_count: int, picture: _Picture, here: Coordinates, rate: float, steps: int) -> Reason:
    axes, loss = picture.axes(), picture.loss
    ends = None if loss is None else _parameters(loss.variables, picture.at, here)
    if loss is None or ends is None or axes is None:
        return None
    start, there = ends
    spans = loss_spans(loss, lowest(loss, start), start)
    with np.errstate(all="ignore"):
        way = descended(loss, there, rate, steps)
    for number, place in enumerate(way):
        if not all(span.low <= one <= span.high for one, span in zip(place, spans, strict=True)):
            return f"found {steps} steps of size {shown(rate)}, of which step {number} leaves the picture of {loss.key}"
        if number and (outside := axes.outside(place)):
            return f"found {steps} steps of size {shown(rate)}, of which step {number} leads to {outside}"
    return None


def _least(
    function: ModelFunction,
    column: DataColumn,
    other: DataColumn,
    at: Coordinates | None = None,
    loss: ModelFunction | None = None,
) -> Reason:
    """Where a loss is given, it says what is best."""
    names, data = function.variables[1:], _data(column, other)
    ends = _parameters(names, at or dict.fromkeys(names, 1.0))
    if loss is not None or data is None or ends is None or not names:
        return None
    if least_squares(function, *data, ends[0]) is not None:
        return None
    among = f"{len(names)} parameters" if len(names) > 1 else "one parameter"
    return f"found {function.key}, of which no curve alone is best: {among} for {len(data[0])} points"


def _of_squares(
    loss: ModelFunction, function: ModelFunction, column: DataColumn, other: DataColumn, at: Coordinates
) -> Reason:
    data, ends = _data(column, other), _parameters(function.variables[1:], at)
    if data is None or ends is None or loss.variables != function.variables[1:]:
        return None
    if share_of_squares(loss, function, *data, ends[0]) is not None:
        return None
    return f"found {loss.key}, which is no multiple of the squares' total"


FITTED: Mapping[NeedName, Callable[..., Reason]] = {
    "among_data": _of_picture(_among_data),
    "rolls_on": _of_picture(_rolls_on),
    "of_squares": _of_squares,
    "least": _least,
}
