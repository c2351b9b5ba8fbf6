"""What a script writes in its model's language, read and worked out: names, functions, numbers, places, matrices.

Owns: `read_key`, `read_function`, `read_number`, `read_place`, `read_ends`, `read_matrix`. All raise
`Faulty` for what cannot be read, or is no number.
"""

from __future__ import annotations

from mathora.formula.meaning.model_function import ModelFunction, model_function, number
from mathora.formula.meaning.model_matrix import ModelMatrix, model_matrix
from mathora.formula.reader.reader import read
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.lesson import IntervalValue, PointValue, Text


def read_key(name: Text, model: Model) -> str:
    """The key of a name."""
    return symbol_key(read(name, model).tree)


def read_function(name: Text, model: Model) -> ModelFunction:
    """The function of the model that is called so."""
    return model_function(model, read_key(name, model))


def read_number(tex: Text, model: Model) -> float:
    """The number that a formula is."""
    return float(number(tex, model))


def read_place(point: PointValue, model: Model) -> dict[str, float]:
    """A point's numbers by the keys of its variables, in the written order."""
    return {read_key(name, model): read_number(at, model) for name, at in point.coordinates}


def read_ends(interval: IntervalValue, model: Model) -> tuple[float, float]:
    """The ends of an interval."""
    return read_number(interval.low, model), read_number(interval.high, model)


def read_matrix(tex: Text, model: Model) -> ModelMatrix:
    """The matrix that a formula is."""
    return model_matrix(read(tex, model).tree, model)
