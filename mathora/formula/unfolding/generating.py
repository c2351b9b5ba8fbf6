r"""Names that have values where something is known, and are no new ones there.

Owns: `is_softmax_otherwise`.

| written | is |
| --- | --- |
| `\operatorname{softmax}(z)_i` | `\frac{e^{z_i}}{\sum_j e^{z_j}}` |
"""

from __future__ import annotations

from dataclasses import replace

from mathora.formula import tree as t


def is_softmax_otherwise(left: t.Node, right: t.Node) -> bool:
    r"""Whether a softmax is said to be something else than `\frac{e^{z_i}}{\sum_j e^{z_j}}`."""
    match left:
        case t.Component(t.Application(t.Symbol(name=name), arguments=(t.Symbol() as z,)), index=index):
            pass
        case _:
            return False
    if name.lower() != "softmax":
        return False
    match right:
        case t.Quotient(above, t.Big(operator=r"\sum", body=body) as whole) if whole.index != index:
            terms: tuple[t.Node, ...] = (body,)
        case t.Quotient(above, t.Addition(terms=terms, operators=signs)) if {*signs} == {"+"}:
            pass
        case _:
            return True
    places = [_place_in_exponent(one, z) for one in terms]
    missing = len(terms) > 1 and index not in places
    return _place_in_exponent(above, z) != index or None in places or missing or len({*places}) < len(places)


def _place_in_exponent(node: t.Node, z: t.Symbol) -> t.Node | None:
    r"""The i of `e^{z_i}` and of `\exp(z_i)`; None of anything else."""
    match node:
        case t.Power(t.Constant(name="e"), t.Symbol() as entry):
            pass
        case t.Application(t.FunctionName(name="exp"), power=None, arguments=(t.Symbol() as entry,)):
            pass
        case _:
            return None
    return entry.subscript if replace(entry, subscript=None) == z else None
