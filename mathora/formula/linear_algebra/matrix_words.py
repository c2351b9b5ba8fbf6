r"""What words say of one matrix, as relations.

Owns: `OF_MATRICES`, `of_matrix`.

| written | said |
| --- | --- |
| `A \text{ is symmetric}`, `\text{orthogonal}`, `\text{invertible}` | `A^\top = A`, `A^\top A = I`, `\det A \ne 0` |
| `A \text{ is upper triangular}`, `\text{diagonal}` | `A_{21} = 0`, and so on: where the shape is known |
| `A \text{ is positive definite}` | its minors are positive (see `orders`) |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mathora.formula import tree as t
from mathora.formula.linear_algebra.orders import definite, shape, whole_of

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model

_ZERO: Final = t.Number("0")
_DEFINITE: Final = {
    "positive definite": r"\succ",
    "positive semidefinite": r"\succeq",
    "negative definite": r"\prec",
    "negative semidefinite": r"\preceq",
}
OF_MATRICES: Final = _DEFINITE.keys() | frozenset(
    [
        "upper triangular", "lower triangular", "diagonal", "symmetric", "skew-symmetric", "orthogonal", "idempotent",
        "invertible", "regular", "nonsingular", "singular",
    ]
)  # fmt: skip


def of_matrix(subject: t.Node, words: str, model: Model) -> t.Node | None:  # noqa: PLR0911 - a row each
    """What one of `OF_MATRICES` says; None where the form and the model say too little of the matrix."""
    turned = t.Transpose(whole_of(subject), r"\top")
    determinant = t.Application(t.FunctionName("det"), None, (subject,))
    match words:
        case "upper triangular" | "lower triangular" | "diagonal":
            return _without_entries(subject, words, shape(subject, model))
        case "symmetric":
            return t.Relation((turned, subject), ("=",))
        case "skew-symmetric":
            return t.Relation((turned, t.Signed("-", whole_of(subject))), ("=",))
        case "orthogonal":
            return t.Relation((t.Product((turned, whole_of(subject)), ("",)), t.Symbol("I")), ("=",))
        case "idempotent":
            return t.Relation((t.Power(whole_of(subject), t.Number("2")), subject), ("=",))
        case "singular":
            return t.Relation((determinant, _ZERO), ("=",))
        case "invertible" | "regular" | "nonsingular":
            return t.Relation((determinant, _ZERO), (r"\ne",))
        case _:
            return definite(subject, _ZERO, _DEFINITE[words], model)


def _without_entries(subject: t.Node, words: str, size: tuple[int, int] | None) -> t.Node | None:
    rows, columns = (range(1, count + 1) for count in size or (0, 0))
    places = [(row, column) for row in rows for column in columns if row != column]
    kept = {"upper triangular": lambda row, column: row < column, "lower triangular": lambda row, column: row > column}
    named = [one for one in places if not (words in kept and kept[words](*one))]
    entries = (t.Component(whole_of(subject), t.Number(f"{row}{column}")) for row, column in named)
    return t.together(tuple(t.Relation((one, _ZERO), ("=",)) for one in entries)) if named else None
