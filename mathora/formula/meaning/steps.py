"""What a function is computed by, and what data a model has.

Owns: `steps_of`, `numbers_of_index`.

Laws:
- A variable of a function that the model defines as a function itself is the step before it.
- Data are the numbers that the model gives to `x_1`, `x_2`, …, from 1 on without a gap.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from itertools import count
from typing import TYPE_CHECKING

from mathora.formula.meaning.model_function import ModelFunction, model_function, number
from mathora.formula.meaning.uncomputable import UncomputableError
from mathora.formula.tree import Number, Symbol
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.lesson import Text

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model


def steps_of(function: ModelFunction) -> tuple[ModelFunction, ...]:
    """The functions that a function is computed by, each after those it needs; the last is the function itself.

    Raises `UncomputableError` for definitions in a circle.
    """
    model, steps, pending = function.model, dict[str, ModelFunction](), [function]
    while pending:
        step = pending.pop(0)
        steps[step.key] = step
        names = (model.get(key) for key in step.variables if key not in steps)
        pending += [model_function(model, name.key) for name in names if name is not None and name.body is not None]
    needs = {key: [one for one in step.variables if one in steps] for key, step in steps.items()}
    try:
        return tuple(steps[key] for key in TopologicalSorter(needs).static_order())
    except CycleError as circle:
        raise UncomputableError(f"found {' and '.join(dict.fromkeys(circle.args[1]))} that need each other") from None


def numbers_of_index(model: Model, running: Symbol) -> tuple[Fraction | float, ...]:
    """The numbers of a name that runs over an index (`x_i`); none, if it has no data."""
    found: list[Fraction | float] = []
    for place in count(1):
        key = symbol_key(replace(running, subscript=Number(str(place))))
        name = model.get(key)
        if running.subscript is None or name is None or name.body is None:
            break
        found.append(number(Text.written(key, "<data>"), model))
    return tuple(found)
