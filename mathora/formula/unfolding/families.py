r"""Members of a family by the formula that the model gives for all of them.

Owns: `of_family` (`a_{n-1}` where the model says what `a_n` is) and `given_set` (what the model says that a set is).

Law: of `x_m = 5` no other member follows; a formula is for all only where its index counts and it speaks of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.substitution import substituted

_COUNTING: Final = frozenset({"natural", "integer"})


def of_family(node: t.Symbol, model: Model) -> t.Node | None:
    """`a_{n-1}` by the formula of `a_n`, where n counts and the formula speaks of it: of `x_m = 5` no other follows.

    None where the model says what this member is, or says it of other members.
    """
    own = model.named(node)
    if node.subscript is None or (own is not None and _formula(own, model) is None):
        return None
    bare = replace(node, subscript=None)
    for name in model.names.values():
        formula = _formula(name, model)
        if formula is None or not _is_count(node.subscript, model):
            continue
        letter, body = formula
        spoken = [replace(one, subscript=None) for one in t.symbols(body)]
        if replace(name.symbol, subscript=None) == bare and bare not in spoken:
            value = substituted(body, letter, node.subscript)
            return None if value is None else t.Group(value)
    return None


def given_set(node: t.Symbol, model: Model) -> t.Node | None:
    """What the model says that a set is."""
    name = model.named(node)
    body = None if name is None or name.parameters else name.body
    return body if isinstance(body, t.SetLiteral | t.IntervalSet | t.SetOperation | t.SetBuilder) else None


def _formula(name: Name, model: Model) -> tuple[t.Symbol, t.Node] | None:
    """The index of a sequence, which counts, and its members' formula, which speaks of it."""
    letter, body = name.symbol.subscript, name.body
    if not isinstance(letter, t.Symbol) or body is None or name.parameters or not t.mentions(body, letter):
        return None
    return (letter, body) if model.kind_of(letter) in _COUNTING else None


def _is_count(value: t.Node, model: Model) -> bool:
    """Whether a subscript is a whole number by its form: sums of natural numbers and of names that count."""
    parts = [part for _, part in t.walk(value)]
    names = [model.named(part) for part in parts if isinstance(part, t.Symbol)]
    return (
        all(isinstance(part, t.Number | t.Symbol | t.Addition | t.Product | t.Group) for part in parts)
        and all(part.text.isdigit() for part in parts if isinstance(part, t.Number))
        and all(name is None or name.kind in _COUNTING for name in names)
    )
