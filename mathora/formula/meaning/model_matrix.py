"""The model's vectors and matrices as something to compute with: their entries, exact where they can be.

Owns: `ModelMatrix`, `model_matrix`.

Laws:
- Vectors are columns; entries are real and finite. A rational entry is exact, any other a double.
- What is named and how it is written stay together: a picture labels what it draws by `tree`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathora.formula.meaning.model_function import exact_value, meaning_of
from mathora.formula.meaning.uncomputable import UncomputableError
from mathora.formula.tree import Node
from mathora.formula.tree.model import Model


@dataclass(frozen=True, slots=True)
class ModelMatrix:
    """A matrix, or a vector as a column; `entries` are its rows, `tree` is it as the author wrote it (`A`, `A v`)."""

    tree: Node
    entries: tuple[tuple[Fraction | float, ...], ...]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.entries), len(self.entries[0])

    @property
    def numbers(self) -> tuple[tuple[float, ...], ...]:
        """The entries as doubles."""
        return tuple(tuple(map(float, row)) for row in self.entries)


def model_matrix(tree: Node, model: Model) -> ModelMatrix:
    """What a tree of the model's language is, if it is a vector or a matrix of real numbers.

    Raises `UncomputableError` for anything else.
    """
    found = meaning_of(tree, model).expression
    if not getattr(found, "is_Matrix", False):
        raise UncomputableError("this is no vector and no matrix")
    rows, columns = found.shape
    return ModelMatrix(tree, tuple(tuple(exact_value(found[i, j]) for j in range(columns)) for i in range(rows)))
