"""What scenes of data need: columns of numbers, and functions with parameters that are held against them.

Owns: `DATA`, a function for each of these needs; it gives the reason why the need is not met, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import inf, isfinite, nan

import numpy as np

from mathora.formula import Model, ModelFunction, numbers_of_index
from mathora.lesson import NeedName
from mathora.prove.fit.fitted import FITTED, DataColumn
from mathora.prove.fit.places import value_at, values_over
from mathora.prove.fit.values import Coordinates, Ends, shown

LARGEST = 10**12  # so large a number can be drawn, as one that a script gives to a scene
ALIKE = 1e-9  # the share of the larger variance by which two have to differ
READ = (1e-10, 1e12)  # between them the digits of a variance can be read
GROUPS = 6  # so many colours can be told apart

Reason = str | None


def column(key: str, model: Model) -> DataColumn:
    """The data of a name; none for one that runs over no index."""
    name = model.get(key)
    found = numbers_of_index(model, name.symbol) if name else ()
    beyond = next((place for place, one in enumerate(found, 1) if not -LARGEST <= one <= LARGEST), 0)
    if beyond:
        return DataColumn(key, (), beyond)
    return DataColumn(key, tuple(map(float, found)))


def _data(column: DataColumn) -> Reason:
    if column.numbers:
        return None
    if column.beyond:
        return f"found {column.key}, of which number {column.beyond} is beyond ±10¹², and cannot be drawn"
    return f"found {column.key}, which has no data; expected a name such as x_i with 'data:' in the model"


def _as_many(column: DataColumn, other: DataColumn) -> Reason:
    if len(column.numbers) == len(other.numbers) or not (column.numbers and other.numbers):
        return None
    return (
        f"found {len(column.numbers)} numbers of {column.key} and {len(other.numbers)} of {other.key}, expected as many"
    )


def _spreads(column: DataColumn, other: DataColumn) -> Reason:
    """The variance in one direction is larger than in the one across it."""
    if len(column.numbers) != len(other.numbers) or not column.numbers:
        return None
    low, high = np.linalg.eigvalsh(np.cov(column.numbers, other.numbers, bias=True))
    if high and not READ[0] < high < READ[1]:
        small = high < READ[0]
        much, unit = ("small", "smaller unit it is larger") if small else ("large", "larger unit it is smaller")
        return f"found data whose variance is at most {shown(high)}, too {much} to be read out: in a {unit}"
    return None if high - low > ALIKE * high else "found data that spread equally in all directions"


def _place_of(number: float, column: DataColumn) -> Reason:
    """The number is one of the data, but for what rounding leaves."""
    if not column.numbers or min(abs(one - number) for one in column.numbers) <= ALIKE * max(1.0, abs(number)):
        return None
    near = min(column.numbers, key=lambda one: abs(one - number))
    return f"found {shown(number)}, where no point is; the nearest one of {column.key} is at {shown(near)}"


def _point_of(number: int, column: DataColumn, other: DataColumn | None = None, *spans: Ends | None) -> Reason:
    """There is such a point, and it lies where the axes are."""
    if not column.numbers:
        return None
    if number > len(column.numbers):
        return f"found {number}, but {column.key} has {len(column.numbers)} numbers"
    for one, ends in zip((column, other), spans, strict=False):
        if one is None or ends is None or number > len(one.numbers):
            continue
        if not ends[0] <= (at := one.numbers[number - 1]) <= ends[1]:
            axis = f"the axes go from {shown(ends[0])} to {shown(ends[1])}"
            return f"found {number}, where {one.key} is {shown(at)}; {axis}"
    return None


SPOT = 0.005  # of the axes: points that lie within it are one spot


def _sighted(column: DataColumn, other: DataColumn, *spans: Ends | None) -> Reason:
    """All points lie where the axes are, and not all at one spot; without a span they have room for all."""
    ends = [span or (-inf, inf) for span in spans]
    pairs = zip(column.numbers, other.numbers, strict=False)
    for number, one in enumerate(pairs, 1):
        if not all(low <= at <= high for at, (low, high) in zip(one, ends, strict=True)):
            where = f"({', '.join(map(shown, one))})"
            return f"found point {number} of {column.key} and {other.key}, {where}, off the axes"
    for told, (low, high) in zip((column, other), ends, strict=True):
        if isfinite(high - low) and 0 < (spread := float(np.ptp(told.numbers or (0,)))) < SPOT * (high - low):
            axes = f"axes that reach from {shown(low)} to {shown(high)}"
            return f"found all of {told.key} within {shown(spread)}, on {axes}"
    return None


def _divides(  # noqa: PLR0913, PLR0917 - the whole picture
    function: ModelFunction,
    column: DataColumn,
    other: DataColumn,
    level: float,
    span: Ends | None,
    heights: Ends | None,
    point: Coordinates | None = None,
) -> Reason:
    """The function goes through the level where the axes are, or, without a span, about where the points are."""
    names, known, columns = function.variables, point or {}, (column, other)
    if not set(names[2:]) <= set(known) or not all(one.numbers for one in columns):
        return None  # told by `settled` and `data`
    room = [ends or _room(one.numbers) for one, ends in zip(columns, (span, heights), strict=True)]
    where = dict(zip(names, room, strict=False)) | {key: (known[key], known[key]) for key in names[2:]}
    values = values_over(function, where)
    values = values[np.isfinite(values)]
    low, high = (float(one(values)) if values.size else nan for one in (np.min, np.max))
    if low < high and low <= level <= high:
        return None
    return f"found {function.key}, which goes from {shown(low)} to {shown(high)} there: no line at {shown(level)}"


def _room(numbers: tuple[float, ...]) -> Ends:
    """About where axes go that have room for these."""
    low, high = min(numbers), max(numbers)
    margin = (high - low or max(abs(low), 1.0)) / 2
    return low - margin, high + margin


def _groups(column: DataColumn, most: int = GROUPS) -> Reason:
    odd = [one for one in column.numbers if one != int(one) or not 0 <= one < most]
    return f"found the group {shown(odd[0])}, expected whole numbers from 0 to {most - 1}" if odd else None


def _names_groups(names: Sequence[object], column: DataColumn | None = None) -> Reason:
    groups = len({*column.numbers}) if column else 1  # without groups there is one line
    return None if len(names) == groups else f"found {len(names)} names for {groups}"


def _has_parameters(function: ModelFunction) -> Reason:
    if len(function.variables) > 1:
        return None
    return (
        f"found {function.key}({', '.join(function.variables)}), expected parameters behind it: {function.key}(x, m, b)"
    )


def _parameters(point: Coordinates, function: ModelFunction, first: int = 1) -> Reason:
    known = function.variables[first:]
    strange = [one for one in point if one not in known]
    wanted = ", ".join(known) or "none here"
    return f"found {', '.join(strange)}, expected parameters of {function.key}: {wanted}" if strange else None


def _of_parameters(loss: ModelFunction, function: ModelFunction) -> Reason:
    if loss.variables == function.variables[1:]:
        return None
    wanted = ", ".join(function.variables[1:])
    return f"found {loss.key}({', '.join(loss.variables)}), expected a function of {wanted}, in this order"


def _fits(point: Coordinates, function: ModelFunction, column: DataColumn) -> Reason:
    """The function has a value wherever there are data."""
    x, *others = function.variables
    if not set(others) <= set(point):
        return None  # told by `settled`
    lacking = [at for at in column.numbers if not isfinite(value_at(function, {**point, x: at}))]
    return f"found data at {shown(lacking[0])}, where {function.key} has no value" if lacking else None


DATA: Mapping[NeedName, Callable[..., Reason]] = {
    **FITTED,
    "data": _data,
    "as_many": _as_many,
    "spreads": _spreads,
    "place_of": _place_of,
    "point_of": _point_of,
    "sighted": _sighted,
    "divides": _divides,
    "groups": _groups,
    "names_groups": _names_groups,
    "has_parameters": _has_parameters,
    "parameters": _parameters,
    "of_parameters": _of_parameters,
    "fits": _fits,
}
