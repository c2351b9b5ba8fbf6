"""A script's values as numbers, for the needs of scenes.

Owns: `Coordinates`, `Ends`, `bound`, `numbers`, `AS_WRITTEN`, `said`, `shown`.

Law: numbers are the model's, through `formula`; nothing else is evaluated. Everything is in model coordinates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf, isfinite
from typing import Any

from mathora.formula import Model, ModelFunction, ModelMatrix, Node, read, tree, walk
from mathora.formula.meaning.read_values import read_ends, read_function, read_key, read_matrix, read_number, read_place
from mathora.lesson import (
    ArrayValue,
    CountValue,
    Faulty,
    FlagValue,
    IntervalValue,
    ListValue,
    NameValue,
    NeedName,
    NumberValue,
    PointValue,
    ProgramValue,
    Prose,
    Shown,
    Text,
    Value,
    WordValue,
)

Coordinates = Mapping[str, float]  # variables' keys and their values

Ends = tuple[float, float]
Bound = ModelFunction | ModelMatrix | Node | str | float | int | Coordinates | Ends | tuple["Bound", ...] | None


def bound(value: Value | int | None, model: Model) -> Bound:  # noqa: C901, PLR0911 - a row a kind
    """The value as a function, a variable's key, a number, a place or an interval; other kinds have none."""
    match value:
        case NameValue(tex=tex, of="function"):
            return read_function(tex, model)
        case NameValue(tex=tex):
            return read_key(tex, model)
        case NumberValue(tex=tex):
            return read_number(tex, model)
        case PointValue():
            return read_place(value, model)
        case IntervalValue():
            return read_ends(value, model)
        case CountValue(number=count):
            return count
        case ArrayValue(tex=tex):
            return read_matrix(tex, model)
        case Shown(tex=tex):
            return read(tex, model).tree
        case WordValue(text=text) | ProgramValue(text=text) | Prose(text=text):
            return text.value
        case FlagValue(on=on):
            return on
        case ListValue(items=items):
            return tuple(bound(one, model) for one in items)
        case int():
            return value
    return None


def numbers(value: Value | int | None, model: Model) -> tuple[float, ...]:
    """The numbers that a list of formulas says; none for another value."""
    items = value.items if isinstance(value, ListValue) else ()
    return tuple(read_number(one.tex, model) for one in items if isinstance(one, Shown))


def labelled(value: Value, model: Model) -> tuple[float, float] | None:
    """The number that a formula says, and by how much that may be rounded: a decimal at its last place."""
    if not isinstance(value, Shown):
        return None
    try:
        found = read_number(value.tex, model)
    except Faulty:  # a name, or a relation
        return None
    point = value.tex.value.strip().rpartition(".")[2] if "." in value.tex.value else ""
    return found, 0.5001 * 10.0 ** -len(point) if point.isdecimal() else 0.0


def turned(value: Value, model: Model) -> str | None:
    r"""A number (TeX) with a sign of degrees, `45^\circ`, which makes it one of radians; None for another."""
    if not isinstance(value, NumberValue):
        return None
    has_sign = any(isinstance(part, tree.Degrees) for _, part in walk(read(value.tex, model).tree))
    return value.tex.value if has_sign else None


AS_WRITTEN: Mapping[NeedName, Callable[..., Any]] = {"names_value": labelled, "counts_degrees": turned}
"""Needs that ask how a number is written, and what tells that."""


def said(name: str, model: Model) -> float | None:
    """The number that the model says a name is; None if it says none."""
    known = model.get(name)
    return None if known is None or known.body is None or known.parameters else read_number(Text.written(name), model)


def shown_ends(low: float, high: float) -> str:
    """An interval as a message names it; an end at infinity is none."""
    if isfinite(low + high):
        return f"from {shown(low)} to {shown(high)}"
    return f"of {shown(low)} or more" if isfinite(low) else f"of {shown(high)} or less"


def shown(value: float) -> str:
    """A number in a message.

    >>> shown(0.1 + 0.2), shown(-2.0), shown(1e12)
    ('0.3', '-2', '1e+12')
    """
    return f"{value:.6g}"


def region(function: ModelFunction, span: Ends | None) -> dict[str, Ends]:
    """For each variable of a function what is drawn of it: the span, as far as its domain reaches.

    Without a span the domain; a variable that has neither is left out.
    """
    low, high = span or (-inf, inf)
    found = {}
    for variable in function.variables:
        start, end = function.domain(variable) or (-inf, inf)
        found[variable] = max(low, start), min(high, end)
    return {key: (start, end) for key, (start, end) in found.items() if start > -inf and end < inf}
