r"""What a declared name is, where its kind is not written: by its domain, `n \in \mathbb{N}`, or by its value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mathora.formula import tree as t
from mathora.lesson import Kind

if TYPE_CHECKING:
    from mathora.formula.tree import Node
    from mathora.formula.tree.model import Name

_KINDS: Final[dict[str, Kind]] = {r"\mathbb{N}": "natural", r"\mathbb{Z}": "integer", r"\mathbb{C}": "complex"}
_FEW: Final = frozenset("123456789")  # components of which proofs can speak one by one


def with_kind(name: Name) -> Name:
    """A name without a kind, with that of the set which its domain says, or with the shape that its body has."""
    said = tuple(part for bound in name.domain for part in t.statements(bound))
    for one in said if name.body is None and not name.function else ():
        match one:
            case t.Relation(operands=(t.Symbol() as own, place), operators=(r"\in",)) if own == name.symbol:
                kind, shape = _kind_of_members(place)
                kept = tuple(bound for bound in said if bound != one)
                if kind is not None:
                    return replace(name, kind=kind, shape=shape, domain=kept)
    match name.body:
        case t.Tuple(items=items):
            return replace(name, kind="vector", shape=(len(items), 1))
        case t.Matrix(rows=rows, bracket="bmatrix" | "pmatrix" | "matrix"):
            shape = (len(rows), len(rows[0]))
            return replace(name, kind="vector" if shape[1] == 1 else "matrix", shape=shape)
    return name


def _kind_of_members(place: Node) -> tuple[Kind | None, tuple[int, int] | None]:
    r"""The kind of what lies in `\mathbb{N}`, `\mathbb{R}^3` or `\mathbb{R}^{2 \times 3}`, and its shape."""
    match place:
        case t.Constant(name=name) if name in _KINDS:
            return _KINDS[name], None
        case t.Power(base=t.Constant(name=r"\mathbb{R}"), exponent=t.Number(text=high)) if high in _FEW:
            return "vector", (int(high), 1)
        case t.Power(
            base=t.Constant(name=r"\mathbb{R}"),
            exponent=t.Product(factors=(t.Number(text=high), t.Number(text=wide)), operators=(r"\times",)),
        ) if high in _FEW and wide in _FEW:
            return "matrix", (int(high), int(wide))
        case _:
            return None, None
