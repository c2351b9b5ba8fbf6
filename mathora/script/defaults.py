"""A parameter's default, where the scene's file writes it out.

Owns: `default_of`, `written_default`.

Law: nothing is evaluated but literals; a default that is anything else (a constant's name, a call) is not known here.
"""

from __future__ import annotations

import ast
from contextlib import suppress
from decimal import Decimal

from mathora.lesson import (
    CountValue,
    FlagValue,
    IntervalValue,
    ListValue,
    NumberValue,
    ParameterKind,
    Text,
    Value,
    WordValue,
)

FILE = "<default>"


def default_of(node: ast.expr, kind: ParameterKind, *, many: bool) -> Value | None:
    """The value that counts if a script leaves the parameter out: `Interval(-2, 2)`, a number, a list of none."""
    match node:
        case ast.Tuple(elts=[]) if many:
            return ListValue(items=())
        case ast.Call(func=ast.Name(id="Interval"), args=[low, high]) if kind == "Interval":
            ends = _number(low), _number(high)
            return None if None in ends else IntervalValue(low=_text(ends[0]), high=_text(ends[1]))
        case ast.Constant(value=bool(on)) if kind == "Flag":
            return FlagValue(text=Text.written(str(on).lower(), FILE), on=on)
        case ast.Constant(value=str(word)) if kind == "Word":
            return WordValue(text=Text.written(word, FILE))
        case _:
            return None if many else _plain(_number(node), kind)


def _plain(number: Decimal | None, kind: ParameterKind) -> Value | None:
    if number is None:
        return None
    if kind == "Count":
        return CountValue(text=_text(number), number=int(number))
    return NumberValue(tex=_text(number)) if kind == "Number" else None


def _number(node: ast.expr) -> Decimal | None:
    with suppress(ValueError):
        found = ast.literal_eval(node)
        if type(found) in {int, float}:
            return Decimal(str(found))
    return None


def _text(number: Decimal | None) -> Text:
    return Text.written(f"{number:f}", FILE)


def written_default(value: Value | None) -> str | None:
    """A default as a script would write it: `[-2, 2]`, `1`; None of what is not known."""
    match value:
        case IntervalValue(low=low, high=high):
            return f"[{low.value}, {high.value}]"
        case NumberValue(tex=text) | CountValue(text=text):
            return text.value
        case WordValue(text=text) | FlagValue(text=text):
            return text.value
        case ListValue():
            return "[]"
    return None
