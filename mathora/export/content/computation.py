"""A computation as an interactive: its steps as code, and the inputs that a student moves.

Owns: `computation_play`, `fit_play`.

Law: values, partial derivatives and data are the model's; nothing is written again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from mathora.export.content.given import GivenParts
from mathora.export.content.speller import Speller
from mathora.export.content.story import ComputationPlay, ComputationStep, FittedData, Spelling
from mathora.formula import ModelFunction, UncomputableError, steps_of

REACH = 2.0  # so many times its own size (or one) an input may be moved to either side
MARGIN = 0.15  # what stays free around data, as a share of their range


def computation_play(given: GivenParts) -> ComputationPlay | None:
    """The steps of a function, with all its inputs to move."""
    function, at = given.function("function"), given.point("at")
    return _play(function, at, given.speller) if function and at else None


def fit_play(given: GivenParts) -> ComputationPlay | None:
    """A loss whose parameters are moved, and the curve among its data."""
    function, loss, at = given.function("function"), given.function("loss"), given.point("at")
    fitted = _fitted(function, given) if function and loss and at else None
    return _play(loss, at, given.speller, fitted) if loss and fitted else None


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


def _fitted(function: ModelFunction, given: GivenParts) -> FittedData | None:
    across, up = (given.data(part) for part in ("x", "y"))
    if not across or len(across) != len(up):
        return None
    letters = [one.removeprefix("\\") for one in given.axes()]
    names = [(letter, given.speller.colour(letter)) for letter in letters]
    points = tuple(zip(across, up, strict=True))
    return FittedData(points, function.javascript(), _room(across), _room(up), (names[0], names[1]))


def _room(values: Sequence[float]) -> tuple[float, float]:
    low, high = float(np.min(values)), float(np.max(values))
    margin = MARGIN * (high - low) or 1.0
    return low - margin, high + margin
