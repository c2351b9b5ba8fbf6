r"""What a table of two random quantities says: `P(X = 0, Y = 0): 0.1`, … of all pairs of values.

Owns: `with_joint_table`.

| written | stands for |
| --- | --- |
| `P(X = 1)`, `P(X + Y > 1)` | the sum of the chances of the pairs of which it holds |
| `P(X = 1 \mid Y = 1)` | the sum where both hold, over that where the condition does |
| `\mathbb{E}[XY]`, `\mathbb{E}[X \mid Y = 1]` | the sum of the values, each times its chance |
| `\operatorname{Var}(X)`, `\operatorname{Cov}(X, Y)` | `\mathbb{E}[X^2] - \mathbb{E}[X]^2`, `\mathbb{E}[XY] - \mathbb{E}[X]\,\mathbb{E}[Y]` |

Laws:
- The chances are numbers that come to 1, one of each pair, and nothing else is said of the two quantities.
- Either all that a formula says of chance is worked out from the table, or nothing is.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import Parted, measure_of
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node, mentions, replaced, walk
from mathora.formula.tree.rational import COMPARED, in_digits, rational, worked_out
from mathora.formula.tree.statements import Application, Relation
from mathora.formula.tree.terms import Group, Symbol, side_by_side

_Rows = Sequence[tuple[Mapping[Symbol, Node], Fraction]]


class _NotSaidError(Exception):
    """The table does not say it."""


def with_joint_table(node: Node, model: Model, givens: Sequence[Node] = ()) -> Node:
    """The formula with what it says of chance as numbers; the very same where a table does not say all of it."""
    rows = _table(model) if any(name.quantity for name in model.names.values()) else ()
    if not rows or any(mentions(one, name) for one in givens for name in rows[0][0]):
        return node
    try:
        return _put_in(node, rows, model)
    except _NotSaidError:
        return node


def _put_in(node: Node, rows: _Rows, model: Model) -> Node:
    if isinstance(node, Application) and (measure := measure_of(node, model)):
        return Group(in_digits(_value(measure, node.arguments, rows)))
    if isinstance(node, Symbol) and node in rows[0][0]:
        raise _NotSaidError
    return node.with_children([_put_in(one, rows, model) for one in node.children])


def _table(model: Model) -> _Rows:
    """The pairs of values with their chances; none where anything else is said of the quantities."""
    told = [name for name in model.names.values() if name.quantity is not None]
    rows = list[tuple[Mapping[Symbol, Node], Fraction]]()
    for name in told:
        match name.quantity, name.body and rational(name.body):
            case (
                Application(
                    arguments=(
                        Relation(operands=(Symbol() as one, a), operators=("=",)),
                        Relation(operands=(Symbol() as other, b), operators=("=",)),
                    )
                ),
                Fraction() as chance,
            ) if chance >= 0 and rational(a) is not None and rational(b) is not None and one != other:
                rows.append(({one: a, other: b}, chance))
            case _:
                return ()
    names = {one for row, _ in rows for one in row}
    pairs = {tuple(sorted((symbol_key(one), rational(value)) for one, value in row.items())) for row, _ in rows}
    known = [model.named(one) for one in names]
    plain = all(one is not None and one.kind == "random" and not one.domain and one.body is None for one in known)
    whole = len(names) == 2 and len(pairs) == len(rows) and sum(chance for _, chance in rows) == 1  # noqa: PLR2004
    spoken = any(mentions(part, one) for name in model.names.values() for part in name.domain for one in names)
    return rows if plain and whole and not spoken else ()


def _value(measure: str, arguments: tuple[Node, ...], rows: _Rows) -> Fraction:
    if len(arguments) == 1 and isinstance(parted := arguments[0], Parted) and parted.sign == r"\mid":
        rows = [row for row in rows if _holds(parted.right, row[0])]
        arguments = (parted.left,)
    total = sum(chance for _, chance in rows)
    if not total:
        raise _NotSaidError
    match measure, arguments:
        case "P", _:
            held = (chance for row, chance in rows if all(_holds(one, row) for one in arguments))
            return sum(held, start=Fraction(0)) / total
        case "E", (body,):
            return sum((_at(body, row) * chance for row, chance in rows), start=Fraction(0)) / total
        case "Var", (body,):
            return _value("Cov", (body, body), rows)
        case "Cov", (one, other):
            both = side_by_side((Group(one), Group(other)))
            return _value("E", (both,), rows) - _value("E", (one,), rows) * _value("E", (other,), rows)
        case _:
            raise _NotSaidError


def _holds(event: Node, row: Mapping[Symbol, Node]) -> bool:
    if not isinstance(event, Relation) or not {*event.operators} <= COMPARED.keys():
        raise _NotSaidError
    return all(COMPARED[sign](_at(left, row), _at(right, row)) for left, sign, right in event.links)


def _at(body: Node, row: Mapping[Symbol, Node]) -> Fraction:
    for name, value in row.items():
        body = replaced(body, name, Group(value))
    found = None if any(isinstance(one, Symbol) for _, one in walk(body)) else worked_out(body)
    if found is None:
        raise _NotSaidError
    return found
