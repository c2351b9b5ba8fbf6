"""What definitions and givens add to a model (`defining`; `with_givens`, `stated`), and what is no definition
(`recurs`, `of_itself`).
"""

from __future__ import annotations

from collections.abc import Sequence

from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.chance import of_sample, says_measure
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.node import Node, mentions, walk
from mathora.formula.tree.parameters import by_parameters
from mathora.formula.tree.rational import line_of
from mathora.formula.tree.regrouping import alternatives, spelled_out, taken_apart
from mathora.formula.tree.signs import roots_named
from mathora.formula.tree.statements import Application, Logic, Relation
from mathora.formula.tree.terms import Addition, Group, Listing, Number, Root, Rounded, Symbol, added, side_by_side


def defining(model: Model, node: Node) -> Model:
    """The model with the name, or the probability, that a definition introduces; a name it has stays as it is."""
    if not isinstance(node, Relation):
        return model
    left, body = node.operands[0], node.operands[1]
    if isinstance(left, Application) and says_measure(left, body, model):
        key = write_latex(left)
        symbol = left.head if isinstance(left.head, Symbol) else Symbol("E", "mathbb")
        return Model({**model.names, key: Name(key, symbol, body=body, quantity=left)})
    head = left.head if isinstance(left, Application) else left
    if not isinstance(head, Symbol):
        return model
    known = model.named(head)
    if known is not None and (known.body is not None or not known.parameters):
        return model
    arguments = left.arguments if isinstance(left, Application) else ()
    parameters = tuple(one for one in arguments if isinstance(one, Symbol))
    names: dict[str, Name] = dict(model.names)
    names[symbol_key(head)] = Name(
        symbol_key(head), head, parameters=parameters, body=by_parameters(body, parameters, model)
    )
    for one in parameters:
        names.setdefault(symbol_key(one), Name(symbol_key(one), one, implicit=True))
    return Model(names)


def of_itself(node: Node, model: Model) -> bool:
    r"""Whether an unknown function is said by its own values: `V(s) = \max_a \sum_{s'} P(s' \mid s, a) V(s')`."""
    match node:
        case Relation((Application(head, None) as left, right), ("=",)) if mentions(right, head):
            name = model.named(head)
        case _:
            return False
    return name is not None and bool(name.parameters) and name.body is None and not mentions(right, left)


def recurs(left: Node, right: Node, model: Model) -> bool:
    """Whether `T(n) = 2T(n/2) + n` says an unknown function by other values of it: of a whole n, or of less than n."""
    match left:
        case Application(head=Symbol() as head, power=None, arguments=(Symbol() as place,)):
            function, at = model.named(head), model.named(place)
        case _:
            return False
    unknown = function is not None and function.parameters and function.body is None
    others = [one for _, one in walk(right) if isinstance(one, Application) and one.head == head]
    if not (unknown and at and others):
        return False
    return all(_is_before(one.arguments[0], place) or at.kind == "natural" for one in others) and all(
        one.arguments != (place,) for one in others
    )


def _is_before(at: Node, place: Symbol) -> bool:
    r"""Whether it is less than a number, from some number on: `n - 1`, `2n/3 + 5`, `\lfloor n/2 \rfloor`, `\sqrt n`."""
    if isinstance(at, Group | Rounded | Root):
        return (isinstance(at, Root) and at.radicand == place) or _is_before(at.children[-1], place)
    steep, start = line_of(at, place) or (1, 0)
    return 0 < steep < 1 or (steep == 1 and start < 0)


def with_givens(model: Model, givens: tuple[Node, ...]) -> tuple[Model, tuple[Node, ...]]:
    """The model with the values of measures and the formulas of functions that are given, and what else is given.

    A function's formula is one that is said of its own variables, of which nothing else is known or given: `f(x) = 0`,
    `f(x) = x` and `f(x) = g(x)` may be conditions on one point.
    """
    rest: list[Node] = []
    before = model
    givens = tuple(part for one in givens for part in assumed_in_full(constraints_listed(one), model))
    for one in givens:
        others = [other for other in givens if other is not one]
        match one:
            case Relation(operands=(Application() as left, right), operators=("=",)) if _says_value(left, right, model):
                model = defining(model, one)
            case Relation(operands=(Application() as left, right), operators=("=",)) if _says_formula(
                left, right, before, others
            ):
                model = defining(model, one)
            case _:
                rest.append(one)
    return model, tuple(rest)


def constraints_listed(node: Node) -> Node:
    r"""`x + y \le 2, \; x \ge 0, y \ge 0` as a list: what is assumed under several conditions is assumed with them."""
    match node:
        case Logic((first, Listing(items)), (",",)) if all(isinstance(one, Relation) for one in items):
            return Listing((first, *items), span=node.span)
        case Logic((Relation(operators=signs) as first, Relation() as bound), (",",)) if not {"=", ":="} & {*signs}:
            return Listing((first, bound), span=node.span)
        case _:
            return node


def assumed_in_full(node: Node, model: Model) -> tuple[Node, ...]:
    r"""What is assumed: a sample as what it says of all of its members, one of several values as an equation."""
    parts = taken_apart(node)
    full = tuple(each for one in parts for each in _as_equations(one))
    return of_sample(node, model) or ((node,) if full == parts else full)


def _as_equations(node: Node) -> tuple[Node, ...]:
    r"""What `x = 1 \pm 2`, `x \in \{1, 2\}` and `x = 1` or `x = 2` say as an equation, `(x - 1)(x - 2) = 0`; `x_{1,2}`
    says it of both names, and what both come to. Of anything else the very same.
    """
    names, ways = roots_named(node)
    equations = () if names else alternatives(spelled_out(node))
    if len(equations) > 1 and all(
        isinstance(one, Relation) and one.operators == ("=",) and isinstance(one.operands[0], Symbol)
        for one in equations
    ):
        names = list(dict.fromkeys(one.children[0] for one in equations))  # type: ignore[misc] # symbols
        ways = [Group(one.children[1]) for one in equations] if len(names) == 1 else []
    if not ways:
        return (node,)
    zero = ([Group(Addition((one, way), ("-",))) for way in ways] for one in names)
    said = [Relation((side_by_side(factors), Number("0")), ("=",)) for factors in zero]
    return (*said, *([Relation((added(names), added(ways)), ("=",))] if names[1:] else ()))


def stated(model: Model) -> tuple[Relation, ...]:
    """The values of measures that a model knows, as equations."""
    known = ((name.quantity, name.body) for name in model.names.values())
    return tuple(Relation((of, value), ("=",)) for of, value in known if of is not None and value is not None)


def _says_value(left: Application, right: Node, model: Model) -> bool:
    function = model.named(left.head)
    unknown = function is None or not function.parameters
    return unknown and says_measure(left, right, model) and write_latex(left) not in model


def _says_formula(left: Application, right: Node, model: Model, others: Sequence[Node]) -> bool:
    """Whether a function's formula is said at each point, not a condition on one."""
    function = model.named(left.head)
    if function is None or not function.parameters or function.body is not None or function.domain:
        return False
    if left.power is not None or left.arguments != function.parameters or right in function.parameters:
        return False
    if any((name := model.named(part)) and name.parameters and name.body is None for _, part in walk(right)):
        return False
    return all(
        (own := model.named(one)) is not None
        and (own.kind, own.body, own.domain) == ("real", None, ())
        and mentions(right, one)
        and not any(_speaks_of(other, one, model, left.head) for other in others)
        for one in function.parameters
    )


def _speaks_of(given: Node, variable: Symbol, model: Model, head: Node) -> bool:
    """Whether a given says something of a variable; the formula of another function says nothing of its own."""
    match given:
        case Relation(operands=(Application() as left, right), operators=("=",)) if left.head != head:
            return not _says_formula(left, right, model, ()) and mentions(given, variable)
        case _:
            return mentions(given, variable)
