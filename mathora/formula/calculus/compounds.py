r"""Functions that are made of functions: sums, products, quotients, compositions, and their derivatives.

| written | stands for |
| --- | --- |
| `(f \circ g)(x)`, `(2f + g)(x)` | `f(g(x))`, `2f(x) + g(x)` |
| `(fg)'(x)` | `\frac{d}{dx} f(x) g(x)` |
| `\left(\frac{f}{g}\right)'(2)` | the derivative of `\frac{f(x)}{g(x)}`, at 2 |
"""

from __future__ import annotations

from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node
from mathora.formula.tree.statements import Application, Derivative, Evaluated, Prime, Relation
from mathora.formula.tree.terms import Addition, FunctionName, Group, Number, Product, Quotient, Symbol


def of_compound(head: Node, arguments: tuple[Node, ...], model: Model) -> Node | None:
    """A compound function, or its derivative, at arguments; None of anything else."""
    match head, arguments:
        case Group(body=body), _:
            there = _at(body, arguments, model)
            return Group(there) if isinstance(there, Addition | Product | Quotient) else there
        case Prime(operand=Group(body=body), order=order), (place,):
            letter = place if isinstance(place, Symbol) and _is_letter(place, model) else _LETTER
            along = _at(body, (letter,), model)
            slope = along and Derivative("d", Group(along), (letter,), (order,), inline=False)
            elsewhere = slope is not None and letter != place
            return Group(Evaluated(slope, Relation((letter, place), ("=",)), None)) if slope and elsewhere else slope
        case _:
            return None


_LETTER = Symbol("x", accents=("tilde",))


def _is_letter(symbol: Symbol, model: Model) -> bool:
    name = model.named(symbol)
    return name is None or name.body is None


def _at(body: Node, arguments: tuple[Node, ...], model: Model) -> Node | None:
    match body:
        case FunctionName() | Prime(operand=FunctionName()):
            return Application(body, None, arguments)
        case Symbol() | Prime(operand=Symbol()):
            name = model.named(body.operand if isinstance(body, Prime) else body)
            return Application(body, None, arguments) if name is not None and name.function else None
        case Product(factors=factors, operators=signs) if r"\circ" in signs:
            for inner in reversed(factors if {*signs} == {r"\circ"} else ()):
                arguments = (Application(inner, None, arguments),)
            return arguments[0] if isinstance(arguments[0], Application) else None
        case Number():
            return body
        case Addition() | Product() | Quotient() | Group():
            parts = [_at(one, arguments, model) for one in body.children]
            told = [one for one in parts if one is not None]
            return body.with_children(told) if len(told) == len(parts) else None
        case _:
            return None
