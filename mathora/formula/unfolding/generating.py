r"""Names that have values where something is known, and are no new ones there.

Owns: `generating`, `activation`; `softmaxes` has softmax.

| written | is |
| --- | --- |
| `M_X(t)`, `G_X(s)`, where the model says the law of X | `\mathbb{E}[e^{tX}]`, `\mathbb{E}[s^X]` |
| the same, where it says all chances of X | their sums: `\frac12 e^{0t} + \frac12 e^{1t}` |
| `p_X(k)`, where the model says the law of X, or all its chances | `P(X = k)` |
| `\operatorname{ReLU}(z)` of a z that nobody knows | the function of this name |
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import reduce

from mathora.formula import tree as t
from mathora.formula.symbols.functions import ACTIVATIONS
from mathora.formula.tree.chance import row_of
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational


def generating(node: t.Node, model: Model) -> t.Node | None:
    """What `M_X(t)`, `G_X(s)` and `p_X(k)` stand for, where enough is known of X; None of anything else."""
    match node:
        case t.Application(t.Symbol(name=letter, subscript=t.Symbol() as of) as head, arguments=(t.Symbol() as at,)):
            name = model.named(of)
        case _:
            return None
    if head != t.Symbol(letter, subscript=of) or letter not in {"M", "G", "p"}:
        return None
    law = any(isinstance(one, t.Relation) and row_of(one.operands[1]) for one in (name.domain if name else ()))
    if law and letter != "p":
        return t.Application(t.FunctionName("E"), None, (_power(letter, at, of),), "[")
    terms, total = list[t.Node](), Fraction(0)
    for one in model.names.values():
        match one.quantity:
            case t.Application(arguments=(t.Relation((variable, place), ("=",)),)) if variable == of:
                chance = one.body or of
                total += rational(chance) or 0
                terms.append(t.Product((t.Group(chance), _power(letter, at, t.Group(place))), ("",)))
            case _:
                pass
    if letter == "p":
        return t.Application(t.Symbol("P"), None, (t.Relation((of, at), ("=",)),)) if law or total == 1 else None
    return reduce(lambda one, other: t.Addition((one, other), ("+",)), terms) if total == 1 else None


def activation(node: t.Node) -> tuple[t.Node, t.Symbol] | None:
    r"""The known function that `\operatorname{ReLU}(z)` is, where its formula is said of a new z, and that letter."""
    match node:
        case t.Application(t.Symbol(name=word, style="operatorname"), None, (t.Symbol() as z,)) if word in ACTIVATIONS:
            return replace(node, head=t.FunctionName(word)), z
        case _:
            return None


def _power(letter: str, at: t.Node, exponent: t.Node) -> t.Node:
    return t.Power(t.Constant("e"), t.Product((at, exponent), ("",))) if letter == "M" else t.Power(at, exponent)
