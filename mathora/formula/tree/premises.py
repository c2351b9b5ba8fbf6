r"""Premises that say what a function is: `f(x) = x^2 \Rightarrow f'(3) = 6`.

Owns: `with_functions_put_in`.

| premise | what the rest of the statement says of it |
| --- | --- |
| `f(x) = x^2` | `f(3)`, `f'(x)`, `f'(3)`, `\frac{df}{dx}`, `\int f(x)\,dx` |
| `f(x, y) = x^2 y` | `f_x`, `\frac{\partial f}{\partial x}(1, 2)`, `\nabla f` |
| `u = x^2 + 1`, where u is a number | `du`, `\frac{du}{dx}` |
| `A = PDP^{-1}`, where A is a matrix or a vector | `A`, but where it is differentiated, indexed or a side itself |

Laws:
- Such a premise holds of each x, and not of one: it says what the function is. `f(x) = 0`, `f(x) = x`, `f(x) = g(x)`
  of unknown functions and `f(1) = 2` are said of one x, and stay premises.
- Where other premises or a domain bound x, f is known at x alone.
- A name of which anything is left behind stays as it was.
- A premise that says what a matrix is stays a premise: the inverses in it are there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.node import Node, mentions, walk
from mathora.formula.tree.parts import Component
from mathora.formula.tree.regrouping import regrouped, taken_apart, together
from mathora.formula.tree.statements import (
    Application,
    Derivative,
    DerivativeSign,
    Differential,
    Directional,
    Evaluated,
    Logic,
    Nabla,
    Prime,
    Relation,
)
from mathora.formula.tree.substitution import bound_names, substituted
from mathora.formula.tree.terms import Addition, Group, Listing, Symbol, Tuple, side_by_side

_ARRAYS: Final = frozenset({"matrix", "vector"})
_TURNED: Final = {r"\Rightarrow": False, r"\Leftarrow": True} | dict.fromkeys(("if", "where", "with", "when"), True)
"""Between a premise and what follows; whether the premise stands behind."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a premise says: the name, what it is a function of, and its value there."""

    name: Symbol
    parameters: tuple[Symbol, ...]
    value: Node


class _LeftOutError(Exception):
    """A part speaks of the name in a way that is not put in."""


def with_functions_put_in(node: Node, model: Model, givens: Sequence[Node] = ()) -> Node:
    """The statement with what its premises say of functions in their place."""
    match regrouped(node):
        case Group(body=body):
            return with_functions_put_in(body, model, givens)
        case Logic(operators=(sign,), operands=(left, right)) if sign in _TURNED:
            premise, conclusion = (right, left) if _TURNED[sign] else (left, right)
            put = _put_in(taken_apart(premise), conclusion, model, givens)
            new = _with_matrices(taken_apart(premise), conclusion, model)
            return put or Logic((new, premise) if _TURNED[sign] else (premise, new), (sign,))
        case Logic(operators=(r"\Rightarrow", *signs), operands=(first, *rest)) if set(signs) == {r"\Rightarrow"}:
            return _put_in(taken_apart(first), Logic(tuple(rest), tuple(signs)), model, givens) or node
        case _:
            return node


def _put_in(premises: tuple[Node, ...], conclusion: Node, model: Model, givens: Sequence[Node]) -> Node | None:
    for place, one in enumerate(premises):
        others = (*premises[:place], *premises[place + 1 :])
        said = _said(one, model)
        if said is None or (not said.parameters and not _is_differentiated(said.name, conclusion)):
            continue
        free = all(_is_free(part, said.name, model, (*givens, *others)) for part in said.parameters)
        if not free and any(letter in bound_names(part) for letter in said.parameters for _, part in walk(conclusion)):
            continue
        try:
            rest = tuple(_within(part, said, free) for part in others)
            whole = _within(conclusion, said, free)
        except _LeftOutError:
            continue
        if rest:
            return _put_in(rest, whole, model, givens) or Logic((together(rest), whole), (r"\Rightarrow",))
        return whole
    return None


def _with_matrices(premises: tuple[Node, ...], conclusion: Node, model: Model) -> Node:
    """What follows, with the matrices and vectors in it as the premises say what they are; a value of numbers and of
    the identity alone says no shape, and is left.
    """
    for one in premises:
        match one:
            case Relation(operands=(Symbol() as name, value), operators=("=",)) if (
                _is_array(name, model)
                and any(_is_array(part, model) for _, part in walk(value))
                and not mentions(value, name)
                and _is_whole(name, conclusion)
            ):
                conclusion = substituted(conclusion, name, value) or conclusion
            case _:
                pass
    return conclusion


def _is_array(node: Node, model: Model) -> bool:
    known = model.get(symbol_key(node)) if isinstance(node, Symbol) else None
    return known is not None and known.kind in _ARRAYS and known.body is None


def _is_whole(name: Symbol, node: Node) -> bool:
    """Whether a matrix is spoken of as a whole, in a term: not by its entries, and by no derivative."""
    for _, part in walk(node):
        match part:
            case Relation(operands=operands) if name in operands:
                return False
            case Component() | Derivative() | Differential() | Directional() | Nabla():
                return False
            case Symbol(subscript=below) if below is not None and replace(part, subscript=None) == name:
                return False
            case _:
                pass
    return True


def _said(premise: Node, model: Model) -> _Said | None:
    match premise:
        case Relation(
            operands=(Application(head=Symbol() as head, power=None, arguments=arguments), value), operators=("=",)
        ):
            name = model.get(symbol_key(head))
            names = () if name is None or name.body is not None else name.parameters
            told = bool(names) and arguments == names and _is_formula(value, names, model)
        case Relation(operands=(Symbol() as head, value), operators=("=",)):
            name, names = model.get(symbol_key(head)), ()
            told = name is not None and _is_plain(name) and any(isinstance(part, Symbol) for _, part in walk(value))
        case _:
            return None
    return _Said(head, names, value) if told and not mentions(value, head) else None


def _is_formula(value: Node, names: tuple[Symbol, ...], model: Model) -> bool:
    """Whether a value is worked out from each of the names, and from no unknown function."""
    heads = [model.get(symbol_key(part)) for _, part in walk(value) if isinstance(part, Symbol)]
    unknown = any(one is not None and one.parameters and one.body is None for one in heads)
    return not unknown and not isinstance(value, Symbol) and all(mentions(value, one) for one in names)


def _is_plain(name: Name) -> bool:
    """Whether nothing is known of a name but that it is a real number."""
    return name.body is None and not name.parameters and name.kind == "real" and not name.domain and name.unit is None


def _is_free(name: Symbol, function: Symbol, model: Model, others: Sequence[Node]) -> bool:
    """Whether a function's parameter may be any number."""
    known = model.get(symbol_key(name))
    owners = [own for own in model.names.values() if own.symbol == function or name not in own.parameters]
    outer = [one for own in owners for one in own.domain]
    return (known is None or _is_plain(known)) and not any(mentions(one, name) for one in (*outer, *others))


def _is_differentiated(name: Symbol, node: Node) -> bool:
    parts = [part for _, part in walk(node)]
    return any(part in (Differential(name), Differential(name, r"\mathrm{d}")) for part in parts) or any(
        isinstance(part, Derivative) and part.operand == name for part in parts
    )


def _within(node: Node, said: _Said, free: bool) -> Node:  # noqa: FBT001 - known of every number, or not
    """A part with the value in the name's place; raises `_LeftOutError`."""
    name, letters = said.name, said.parameters
    match node:
        case Application(head=head, power=None, arguments=arguments) if (own := _derived(head, said)) is not None:
            inner = tuple(_within(one, said, free) for one in arguments)
            return own if inner == letters else _at(own, said, inner, free)
        case Application(head=head) if mentions(head, name):
            raise _LeftOutError
        case Differential(variable=variable) if variable == name:
            parts = tuple(side_by_side((_slope(said, one), Differential(one, node.sign))) for one in letters)
            signs = tuple[Literal["+"], ...]("+" for _ in parts[1:])
            whole = (
                Addition(parts, signs) if signs else parts[0] if parts else Differential(Group(said.value), node.sign)
            )
            return Group(whole)
        case Derivative(operand=operand) if operand == name:
            return replace(node, operand=Group(said.value), inline=False)
        case Symbol() if node == name:
            return Group(said.value)
        case Symbol() | Prime() | Nabla() if (own := _derived(node, said)) is not None:
            return own
        case _:
            return node.with_children([_within(one, said, free) for one in node.children])


def _derived(head: Node, said: _Said) -> Node | None:
    """The value, or its derivative, at the parameters themselves; None if the head is something else."""
    name, letters = said.name, said.parameters
    match head:
        case Symbol() if head == name and letters:
            return Group(said.value)
        case Symbol(subscript=Symbol() as letter) if letter in letters and replace(head, subscript=None) == name:
            return _slope(said, letter)
        case Prime(operand=operand, order=order) if operand == name and len(letters) == 1:
            return _slope(said, letters[0], order)
        case Derivative(operand=operand) if operand == name:
            return Group(replace(head, operand=Group(said.value), inline=False))
        case Nabla(kind="gradient", subscript=None, operand=operand) if operand == name and len(letters) > 1:
            return Tuple(tuple(_slope(said, one) for one in letters))
        case _:
            return None


def _slope(said: _Said, letter: Symbol, order: int = 1) -> Node:
    sign: DerivativeSign = "d" if len(said.parameters) == 1 else r"\partial"
    return Group(Derivative(sign, Group(said.value), (letter,), (order,), inline=False))


def _at(own: Node, said: _Said, arguments: tuple[Node, ...], free: bool) -> Node:  # noqa: FBT001 - as above
    """The value, or its derivative, at other arguments."""
    if not free or len(arguments) != len(said.parameters):
        raise _LeftOutError
    if own == Group(said.value):
        return Group(_all_put(said.value, said.parameters, arguments))
    places = tuple(Relation(pair, ("=",)) for pair in zip(said.parameters, arguments, strict=True))
    return Group(Evaluated(own, places[0] if len(places) == 1 else Listing(places), None))


def _all_put(value: Node, names: tuple[Symbol, ...], arguments: tuple[Node, ...]) -> Node:
    """All arguments at once: `f(y, x)` is no `f(y, y)`."""
    stand_ins = [replace(one, accents=("hat", "tilde", *one.accents)) for one in names]
    for one, new in [*zip(names, stand_ins, strict=True), *zip(stand_ins, arguments, strict=True)]:
        put = substituted(value, one, new)
        if put is None:
            raise _LeftOutError
        value = put
    return value
