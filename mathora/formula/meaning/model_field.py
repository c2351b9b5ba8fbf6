r"""A vector whose components hang on variables, such as `\nabla L` or `(-6 w_2, 2 w_1)`, as something to compute with.

Owns: `ModelField`, `model_field`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mathora.formula.meaning.model_function import _code, meaning_of
from mathora.formula.meaning.uncomputable import UncomputableError
from mathora.formula.tree import Node
from mathora.formula.tree.model import Model

if TYPE_CHECKING:
    from mathora.formula.meaning.code import Array


@dataclass(frozen=True)
class ModelField:
    """A vector at each place: `tree` as the author wrote it, `variables` the coordinates of a place, in their order."""

    tree: Node
    model: Model = field(repr=False, hash=False)
    variables: tuple[str, ...]

    def at(self, place: Sequence[float] | Array) -> Array:
        """The vector at a place, shape (number of variables,); NaN where it has no value."""
        code = _code()
        vector: Array = code.vector(code.values(compute, place) for compute in self._components)
        return vector

    @cached_property
    def _components(self) -> tuple[Any, ...]:
        code, meaning = _code(), meaning_of(self.tree, self.model)
        found, count = meaning.expression, len(self.variables)
        if not getattr(found, "is_Matrix", False) or found.shape != (count, 1):
            raise UncomputableError(f"this is no vector of {count} components")
        strangers = [key for key in meaning.symbols if key not in self.variables]
        if strangers:
            raise UncomputableError(f"this hangs on {', '.join(strangers)}, too")
        symbols = tuple(meaning.symbols.get(key, code.unused(key)) for key in self.variables)
        return tuple(code.numpy_function(code.computable(one, symbols), symbols) for one in found)


def model_field(tree: Node, model: Model, variables: tuple[str, ...]) -> ModelField:
    """What a tree of the model's language is, if it has a component for each of these variables, computed from them.

    Raises `UncomputableError` for anything else.
    """
    made = ModelField(tree, model, variables)
    made.at([1.0] * len(variables))
    return made
