"""What scenes of data need: columns of numbers, and functions with parameters that are held against them.

Owns: `DATA`, a function for each of these needs; it gives the reason why the need is not met, or None. `DataColumn`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite

import numpy as np

from mathora.formula import Model, ModelFunction, numbers_of_index
from mathora.lesson import NeedName
from mathora.prove.fit.places import value_at
from mathora.prove.fit.values import Coordinates, shown

ALIKE = 1e-9
"""The share of the larger variance by which two have to differ."""

GROUPS = 6
"""So many colours can be told apart."""

Reason = str | None


@dataclass(frozen=True, slots=True)
class DataColumn:
    """The numbers of a running name `x_i`: those that the model has for `x_1`, `x_2`, …"""

    key: str
    numbers: tuple[float, ...]


def column(key: str, model: Model) -> DataColumn:
    """The data of a name; none for one that runs over no index."""
    name = model.get(key)
    found = numbers_of_index(model, name.symbol) if name else ()
    return DataColumn(key, tuple(map(float, found)))


def _data(column: DataColumn) -> Reason:
    if column.numbers:
        return None
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
    return None if high - low > ALIKE * high else "found data that spread equally in all directions"


def _groups(column: DataColumn) -> Reason:
    odd = [one for one in column.numbers if one != int(one) or not 0 <= one < GROUPS]
    return f"found the group {shown(odd[0])}, expected whole numbers from 0 to {GROUPS - 1}" if odd else None


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
    "data": _data,
    "as_many": _as_many,
    "spreads": _spreads,
    "groups": _groups,
    "has_parameters": _has_parameters,
    "parameters": _parameters,
    "of_parameters": _of_parameters,
    "fits": _fits,
}
