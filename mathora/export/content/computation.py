"""A computation as an interactive: its steps as code, and the inputs that a student moves.

Owns: `computation_play`, `fit_play`.

Law: values, partial derivatives and data are the model's; nothing is written again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from mathora.export.content.story import ComputationPlay, ComputationStep, FittedData, Spelling
from mathora.formula import ModelFunction, UncomputableError, numbers_of_index, read, steps_of
from mathora.formula.meaning.read_values import read_function, read_place
from mathora.formula.tree import Symbol
from mathora.lesson import NameValue, PointValue, Section, Text, Value

if TYPE_CHECKING:
    from mathora.export.content.speller import Speller

REACH = 2.0  # so many times its own size (or one) an input may be moved to either side
MARGIN = 0.15  # what stays free around data, as a share of their range


def computation_play(_: Section, values: Mapping[str, Value], speller: Speller) -> ComputationPlay | None:
    """The steps of a function, with all its inputs to move."""
    match values:
        case {"function": NameValue(tex=name), "at": PointValue() as at}:
            return _play(read_function(name, speller.proven.model), read_place(at, speller.proven.model), speller)
    return None


def fit_play(_: Section, values: Mapping[str, Value], speller: Speller) -> ComputationPlay | None:
    """A loss whose parameters are moved, and the curve among its data."""
    model = speller.proven.model
    match values:
        case {
            "function": NameValue(tex=name),
            "at": PointValue() as at,
            "x": NameValue(tex=x),
            "y": NameValue(tex=y),
            "loss": NameValue(tex=loss),
        }:
            fitted = _fitted(read_function(name, model), x, y, speller)
            if fitted is not None:
                return _play(read_function(loss, model), read_place(at, model), speller, fitted)
    return None


def _play(
    output: ModelFunction, at: Mapping[str, float], speller: Speller, fitted: FittedData | None = None
) -> ComputationPlay | None:
    try:
        steps = steps_of(output)
    except UncomputableError:
        return None
    keys = [step.key for step in steps]
    needed = dict.fromkeys(key for step in steps for key in step.variables if key not in keys)
    inputs = [key for key in at if key in needed]
    if set(needed) - set(inputs):
        return None
    places = {key: place for place, key in enumerate((*inputs, *keys))}
    start = tuple(at[key] for key in inputs)
    return ComputationPlay(
        inputs=tuple(ComputationStep(speller.symbol(key), _slope(output, key, speller)) for key in inputs),
        steps=tuple(
            ComputationStep(
                speller.symbol(step.key),
                _slope(output, step.key, speller),
                tuple(places[key] for key in step.variables),
                step.javascript(),
                tuple(step.partial(key).javascript() for key in step.variables),
            )
            for step in steps
        ),
        start=start,
        spans=tuple((one - REACH * max(abs(one), 1.0), one + REACH * max(abs(one), 1.0)) for one in start),
        fitted=fitted,
    )


def _slope(output: ModelFunction, key: str, speller: Speller) -> Spelling:
    return speller.declared(rf"\frac{{\partial {output.key}}}{{\partial {key}}}")


def _fitted(function: ModelFunction, x: Text, y: Text, speller: Speller) -> FittedData | None:
    across, up = (_data(name, speller) for name in (x, y))
    if not across or len(across) != len(up):
        return None
    letters = [name.value.partition("_")[0].removeprefix("\\") for name in (x, y)]
    names = [(letter, speller.colour(letter)) for letter in letters]
    points = tuple(zip(across, up, strict=True))
    return FittedData(points, function.javascript(), _room(across), _room(up), (names[0], names[1]))


def _data(name: Text, speller: Speller) -> Sequence[float]:
    node = read(name, speller.proven.model).tree
    return [float(one) for one in numbers_of_index(speller.proven.model, node)] if isinstance(node, Symbol) else []


def _room(values: Sequence[float]) -> tuple[float, float]:
    low, high = float(np.min(values)), float(np.max(values))
    margin = MARGIN * (high - low) or 1.0
    return low - margin, high + margin
