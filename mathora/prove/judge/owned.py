r"""Fresh names that belong to what is known already, and so may be slips: they have a value there.

Owns: `owned`, `known_by_quantity`, `differentiated_by`.

| written | known |
| --- | --- |
| `H(2X) = 2 H(X)` | it is said of what is no variable, in terms of itself |
| `\chi(K_5) = 4`, `B(2, 3) = 1` | it is said of what is no variable |
| `\rho(A) = 7`, `d(u, v) = 5` | A, u and v have values |
| `W_f = \mathbb{R}`, `\chi_A(\lambda) = …` | f has a formula, A is a matrix |
| `s_x = 3` | there are data `x_1`, `x_2`, … |
| `M_X'(0) = \frac12`, `M_X(2t) = 3` | X is random |

Law: what is said in terms of what it belongs to is a definition.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from mathora.formula import Model, Name, symbol_key, tree, walk, write_latex
from mathora.formula.tree.chance import is_random


def owned(left: tree.Node, right: tree.Node, model: Model) -> str:
    """Why a left side is no new name by what it belongs to; "" if it may be one."""
    head, places = (left.head, left.arguments) if isinstance(left, tree.Application) else (left, ())
    if isinstance(left, tree.Application) and _is_law(left, right):
        return (
            rf"{write_latex(left)} is no variable's: define it of variables alone; of events write A \cap B, A \cup B"
        )
    if places and all(_is_one_thing(one, right) for one in places):
        return f"{write_latex(left)} is a value, and nothing says of what function: say it of variables, or write :="
    valued = [one for one in places if (name := model.named(one)) is not None and name.body is not None]
    below = head.subscript if isinstance(head, tree.Symbol) else None
    owners = [*valued, *((below,) if isinstance(below, tree.Symbol) and _is_thing(below, model) else ())]
    if (
        not owners
        or any(tree.mentions(right, one) for one in owners)
        or any(isinstance(one, tree.Dots) for one in places)
    ):
        return ""
    of, key = write_latex(owners[0]), write_latex(left)
    return f"{key} may be known by {of}: say what it is in terms of {of}, or write {key} := … if it is a new name"


def known_by_quantity(node: tree.Node, values: Collection[str], model: Model) -> str:
    r"""Why these values contradict nothing: they are of `M_X`, which is known by X; "" if they are of others."""
    for _, one in walk(node):
        if not (isinstance(one, tree.Symbol) and one.subscript is not None and is_random(one.subscript, model)):
            continue
        key, name = symbol_key(one), model.named(one)
        if (name is None or name.body is None) and any(value.partition("(")[0] == key for value in values):
            return f"{key} may be known by {write_latex(one.subscript)}: say what it is in a formula before"
    return ""


def differentiated_by(part: tree.Node, model: Model) -> tuple[tree.Node, ...]:
    """By what a name with a value is differentiated: nothing is said of that."""
    name = model.named(part.operand) if isinstance(part, tree.Derivative) and part.operand else None
    return part.variables if isinstance(part, tree.Derivative) and name is not None and name.body is not None else ()


def _is_thing(one: tree.Symbol, model: Model) -> bool:
    """Whether a name is a function with a formula, a vector or matrix with its entries, or one of data."""
    name = model.named(one)
    known = (
        name is not None
        and name.body is not None
        and (name.parameters or isinstance(name.body, tree.Matrix | tree.Tuple))
    )
    return bool(known) or any(_is_datum(other, one) for other in model.names.values())


def _is_datum(name: Name, family: tree.Symbol) -> bool:
    symbol = name.symbol
    numbered = isinstance(symbol.subscript, tree.Number) and name.body is not None
    return numbered and symbol_key(replace(symbol, subscript=None)) == symbol_key(family)


def _is_one_thing(place: tree.Node, right: tree.Node) -> bool:
    """Whether it is no variable: a number, or a capital with an index, such as a graph, that does not stand right."""
    thing = isinstance(place, tree.Symbol) and place.subscript is not None and place.name.isupper()
    return isinstance(place, tree.Number) or (thing and not tree.mentions(right, place))


def _is_law(left: tree.Application, right: tree.Node) -> bool:
    """Whether `H(2X) = 2 H(X)` is said of what is no variable, in terms of itself."""
    plain = tree.Symbol | tree.Number | tree.Parted | tree.Tuple | tree.Dots
    return any(part == left.head for _, part in walk(right)) and not all(
        isinstance(one, plain) for one in left.arguments
    )
