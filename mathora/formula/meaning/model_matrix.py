"""The model's vectors and matrices as something to compute with: their entries, exact where they can be.

Owns: `Decimals`, `ModelMatrix`, `model_matrix`.

Laws:
- Vectors are columns; entries are real and finite. A rational entry is exact, any other a double.
- What the author wrote with decimals has entries that are written so, and so is what is computed with them.
- What is named and how it is written stay together: a picture labels what it draws by `tree`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mathora.formula.meaning.model_function import exact_value, meaning_of
from mathora.formula.meaning.uncomputable import UncomputableError
from mathora.formula.tree import Node, Number, walk
from mathora.formula.tree.model import Model


def _as_written(found: Any) -> Any:  # noqa: ANN401 - a fraction, or a double
    return Decimals(found) if isinstance(found, Fraction) else found


def _kept(of_fractions: Callable[..., Any]) -> Any:  # noqa: ANN401 - as fractions have it
    return lambda *numbers: _as_written(of_fractions(*numbers))


class Decimals(Fraction):
    """A fraction that is written with decimals where it has an end, and so is what is computed with it."""

    __add__, __radd__ = _kept(Fraction.__add__), _kept(Fraction.__radd__)
    __sub__, __rsub__ = _kept(Fraction.__sub__), _kept(Fraction.__rsub__)
    __mul__, __rmul__ = _kept(Fraction.__mul__), _kept(Fraction.__rmul__)
    __truediv__, __rtruediv__ = _kept(Fraction.__truediv__), _kept(Fraction.__rtruediv__)
    __neg__, __abs__ = _kept(Fraction.__neg__), _kept(Fraction.__abs__)


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
    entries = [[exact_value(found[i, j]) for j in range(columns)] for i in range(rows)]
    if _has_decimals(tree, model):
        entries = [[_as_written(one) for one in row] for row in entries]
    return ModelMatrix(tree, tuple(map(tuple, entries)))


def _has_decimals(tree: Node, model: Model) -> bool:
    """Whether a number with a decimal point stands in it, or in what it names."""
    for _, node in walk(tree):
        name = model.named(node)
        if (isinstance(node, Number) and "." in node.text) or (name and name.body and _has_decimals(name.body, model)):
            return True
    return False
