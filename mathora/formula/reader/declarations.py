r"""The model as the author declared it → `Model`, read with the same language as the formulas.

Owns: `read_model`; `read_name`, of a name that a picture has.

Laws:
- All faults of a model are reported together: heads first, then bodies and domains against all heads.
- Definitions are not circular, names are declared once, and no body or domain names what the model does not have.
- A domain is kept as the relations that were written, and beside them as exact intervals where it states them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

from mathora.formula import tree as t
from mathora.formula.linear_algebra.orientation import as_column
from mathora.formula.reader.functions import measure_head
from mathora.formula.reader.kinds import with_kind
from mathora.formula.reader.ranges import is_exact, ranges
from mathora.formula.reader.reader import read, read_head
from mathora.formula.symbols.units import UNITS
from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.chance import measure_of
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.parameters import by_parameters
from mathora.lesson import Declaration, Fault, Faulty, ModelSource, Text, refuse

if TYPE_CHECKING:
    from mathora.formula.tree import Node, Symbol


def read_model(source: ModelSource) -> Model:
    """The model that the declarations state; raises `Faulty` with every fault in them."""
    faults: list[Fault] = []
    heads = _heads(source.declarations, faults)
    names = {name.key: name for _, name in heads}
    _add_parameters(names)
    for declaration, name in heads:
        names[name.key] = _with_body(declaration, name, Model(names), faults)
    for name in list(names.values()):
        names = dict(_entries(name)) | names
    _refuse_cycles(heads, names, faults)
    faults.extend(_taken(declaration.head) for declaration, name in heads if _is_other(names[name.key]))
    if faults:
        raise Faulty(faults)
    return Model(_with_shared_domains(names))


NUMBERS: Final = {r"\pi": "that of the circle", "e": "the base of the natural logarithm"}


def _is_other(name: Name) -> bool:
    r"""A vector may be called `\pi`, or an error `e`; a number of that name would be taken for the known one."""
    if name.body is None or name.kind != "real" or name.function:
        return False
    return name.key == r"\pi" or (name.key in NUMBERS and is_exact(name.body))


def _taken(head: Text) -> Fault:
    message = f"{head.value} has a value already: {NUMBERS[head.value.strip()]}"
    return head.fault("bad-head", message, f"give it an index, as {head.value}_1, or take another letter")


def read_name(text: Text, model: Model) -> Node:
    r"""A name of the model, or one (`\eta`) that a picture has and the model does not; raises `Faulty`."""
    known = model if text.value in model else read_model(ModelSource(declarations=(Declaration(head=text),)))
    return read(text, known).tree


def _collected(faults: list[Fault], reading: Callable[[], Node]) -> Node | None:
    try:
        return reading()
    except Faulty as faulty:
        faults.extend(faulty.faults)
        return None


# ── heads ──


def _heads(declarations: Iterable[Declaration], faults: list[Fault]) -> list[tuple[Declaration, Name]]:
    found: list[tuple[Declaration, Name]] = []
    seen: dict[str, Text] = {}
    trees = [
        (declaration, _collected(faults, lambda head=declaration.head: read_head(head)))  # type: ignore[misc]
        for declaration in declarations
    ]
    events = Model(dict(_event_names(trees)))
    declared = frozenset(symbol_key(tree) for _, tree in trees if isinstance(tree, t.Symbol))
    for declaration, tree in trees:
        head = declaration.head
        name = None if tree is None else _named(declaration, tree, events, declared, faults)
        if name is None:
            continue
        if name.key in seen:
            first = seen[name.key].place
            faults.append(
                head.fault(
                    "duplicate-name", f"{name.key} is declared twice; first in line {first.line}", "leave one of them"
                )
            )
            continue
        seen[name.key] = head
        found.append((declaration, name))
    return found


def _named(
    declaration: Declaration, tree: Node, events: Model, declared: frozenset[str], faults: list[Fault]
) -> Name | None:
    head = declaration.head
    quantity = _quantity(tree, events, declared)
    if quantity is not None:
        own = quantity.head if isinstance(quantity.head, t.Symbol) else t.Symbol("E", "mathbb")
        return Name(write_latex(quantity), own, quantity=quantity)
    symbol = tree.head if isinstance(tree, t.Application) else tree
    parameters = tree.arguments if isinstance(tree, t.Application) else ()
    symbols = [one for one in parameters if isinstance(one, t.Symbol)]
    if not isinstance(symbol, t.Symbol) or len(symbols) != len(parameters):
        hint = "write a name such as w_1, or a function such as L(w_1, w_2)"
        faults.append(head.fault("bad-head", f"'{head.value}' declares no name", hint))
        return None
    if len({symbol_key(one) for one in symbols}) != len(symbols):
        faults.append(
            head.fault("duplicate-name", f"'{head.value}' has a parameter twice", "give each parameter its own letter")
        )
        return None
    kind = declaration.kind or ("matrix" if declaration.shape and declaration.shape[1] > 1 else None)
    kind = kind or ("vector" if declaration.shape else "real")
    return Name(symbol_key(symbol), symbol, kind, tuple(symbols), shape=declaration.shape)


def _event_names(trees: Iterable[tuple[Declaration, Node | None]]) -> Iterator[tuple[str, Name]]:
    for declaration, tree in trees:
        if isinstance(tree, t.Symbol) and declaration.kind in ("event", "set", "random"):
            yield symbol_key(tree), Name(symbol_key(tree), tree, declaration.kind)


def _quantity(head: Node, events: Model, declared: frozenset[str]) -> t.Application | None:
    r"""The probability that a head with a value states, `P(D)` or `P(T \mid D)`: its arguments are events.

    Or an expectation, a variance or a covariance of what is declared: `\mathbb{E}[X]`.
    """
    if not isinstance(head, t.Application):
        return None
    letters = {symbol_key(part) for part in t.symbols(head)}
    measure = measure_head(head.head)
    if measure is not None and letters & declared:
        return t.Application(measure, None, head.arguments, head.bracket, span=head.span)
    plain = all(isinstance(one, t.Symbol) and symbol_key(one) not in events for one in head.arguments)
    return head if measure_of(head, events) == "P" and not plain else None


def _add_parameters(names: dict[str, Name]) -> None:
    """Every parameter is a variable of the lesson too, unless it is declared itself."""
    for name in list(names.values()):
        for parameter in name.parameters:
            key = symbol_key(parameter)
            names.setdefault(key, Name(key, parameter, implicit=True))


# ── bodies and domains ──


def _with_body(declaration: Declaration, name: Name, model: Model, faults: list[Fault]) -> Name:
    """The name with body, domain and unit, read where its parameters hide other names."""
    local = Model({**model.names, **{symbol_key(one): _parameter(one, model) for one in name.parameters}})
    if name.kind == "event":
        local = Model({r"\Omega": Name(r"\Omega", t.Symbol(r"\Omega"), "event"), **local.names})
    body = declaration.body and _collected(faults, lambda: _value(declaration.body, local))
    body = body and by_parameters(body, name.parameters, local)
    domain = [_collected(faults, lambda text=text: _condition(text, local, name)) for text in declaration.domain]  # type: ignore[misc]
    unit = declaration.unit and _collected(faults, lambda: _unit(declaration.unit))
    relations = tuple(part for one in domain if one is not None for part in _together(one))
    known = replace(name, body=as_column(body, model) if body else None, domain=relations, unit=unit or None)
    known = known if declaration.kind or declaration.shape else with_kind(known)
    said = tuple(map(_kept_apart, known.domain)) if known.shape and known.shape[1] == 1 else known.domain
    return replace(known, domain=said, ranges=ranges(known.domain))


def _together(condition: Node) -> Iterator[Node]:
    r"""What a condition states at once, one by one: `a > 0 \land x \ge 0` is a list of two."""
    match condition:
        case t.Group(body=t.Relation() | t.Logic() as body):
            yield from _together(body)
        case t.Logic(operands=parts, operators=signs) if t.AND.issuperset(signs):
            for part in parts:
                yield from _together(part)
        case _:
            yield condition


def _kept_apart(domain: Node) -> Node:
    r"""`v \ne 0` and `v \ne w` of vectors, as what that says of numbers: `v \cdot v > 0`."""
    match domain:
        case t.Relation(operands=(left, right), operators=(r"\ne",)):
            is_zero = right in (t.Number("0"), t.Constant(r"\mathbf{0}"))
            gap = left if is_zero else t.Group(t.Addition((left, right), ("-",)))
            return t.Relation((t.Product((gap, gap), (r"\cdot",)), t.Number("0")), (">",), span=domain.span)
        case _:
            return domain


def _entries(name: Name) -> Iterator[tuple[str, Name]]:
    """The entries of a vector or a matrix that is written out, as names: `v_1`, `A_{12}`."""
    rows = [(one,) for one in name.body.items] if isinstance(name.body, t.Tuple) else getattr(name.body, "rows", ())
    if name.shape is None or name.function or name.symbol.subscript is not None or max(name.shape) > MOST_ROWS:
        return
    for row, column in product(*map(range, name.shape)) if rows else ():
        below = t.Number(f"{row + 1}" if name.shape[1] == 1 else f"{row + 1}{column + 1}")
        symbol = replace(name.symbol, subscript=below)
        yield symbol_key(symbol), Name(symbol_key(symbol), symbol, body=rows[row][column])


MOST_ROWS: Final = 8  # of a larger vector or matrix, entries have no names of their own


def _parameter(symbol: Symbol, model: Model) -> Name:
    key = symbol_key(symbol)
    declared = model.get(key)
    return declared if declared is not None and not declared.function else Name(key, symbol, implicit=True)


def _value(text: Text | None, model: Model) -> Node:
    assert text is not None  # noqa: S101 - called only where there is a body
    tree = read(text, model).tree
    if isinstance(tree, t.Relation | t.Logic | t.Aligned | t.Listing | t.Signature):
        refuse(text, "bad-body", "a definition is a value, and this is a statement", "write what stands right of the =")
    return tree


def _condition(text: Text, model: Model, name: Name) -> Node:
    tree = read(text, model).tree
    if not isinstance(tree, t.Relation | t.Logic | t.Listing):
        refuse(text, "bad-domain", "a domain is a relation", r"write 0 \le x \le 3, x > 0 or x \in [0, 3]")
    own = {name.key, *map(symbol_key, name.parameters)}
    if not any(isinstance(part, t.Symbol) and symbol_key(part) in own for _, part in t.walk(tree)):
        refuse(
            text,
            "bad-domain",
            f"the domain of {name.key} says nothing of {' or '.join(sorted(own))}",
            r"write a relation of it, such as 0 \le x \le 3",
        )
    return _between(tree) if name.kind != "complex" else tree


def _between(tree: Node) -> Node:
    """`|r| < 1` as `-1 < r < 1`, which says an interval."""
    match tree:
        case t.Relation(operands=(t.Absolute(body=body), t.Number() as end), operators=("<" | r"\le" as sign,)):
            return t.Relation((t.Signed("-", end), body, end), (sign, sign), span=tree.span)
        case _:
            return tree


def _unit(text: Text | None) -> Node:
    assert text is not None  # noqa: S101 - called only where there is a unit
    return read_unit(text)


def read_unit(text: Text) -> Node:
    r"""A unit as an author writes it, `cm` or `m/s`, or in LaTeX, `\text{m}/\text{s}^2`."""
    plain = text.value.strip()
    if "\\" not in plain and (plain in UNITS or not re.search(r"[/^·* ]", plain)):
        return t.UnitName(plain)
    if "\\" not in plain:
        return _plain_unit(text)
    quantity = read(type(text)("1" + text.value, (text.place, *text.places)), Model.empty()).tree
    if not isinstance(quantity, t.Quantity):
        refuse(text, "bad-unit", f"'{text.value}' is no unit", r"write cm, or \text{m}/\text{s}^2")
    return quantity.unit


def _plain_unit(text: Text) -> Node:
    """`m/s^2`, `kg m/s^2`, `N·m`: units without LaTeX; a slash divides by all that stands behind it."""
    above, slash, below = text.value.strip().partition("/")
    unit = _unit_product(text, above)
    return t.Quotient(unit, _unit_product(text, below.strip("() ")), "/") if slash else unit


def _unit_product(text: Text, written: str) -> Node:
    factors: list[Node] = []
    for word in re.split(r"[\s·*]+", written.strip()):
        name, _, power = word.partition("^")
        if name not in UNITS or not re.fullmatch(r"-?[0-9]*", power):
            hint = "known: " + ", ".join(sorted(UNITS))
            refuse(text, "bad-unit", f"'{name}' is no unit", hint)
        number: Node = t.Number(power.lstrip("-"))
        raised = t.Signed("-", number) if power.startswith("-") else number
        factors.append(t.Power(t.UnitName(name), raised) if power else t.UnitName(name))
    operators: tuple[t.Times, ...] = tuple(r"\cdot" for _ in factors[1:])
    return factors[0] if len(factors) == 1 else t.Product(tuple(factors), operators)


# ── the model as a whole ──


def _refuse_cycles(heads: list[tuple[Declaration, Name]], names: dict[str, Name], faults: list[Fault]) -> None:
    """A definition may not lead back to itself, neither directly nor through others; each circle is told once."""
    uses = {key: _uses(name) & names.keys() for key, name in names.items()}
    told: set[str] = set()
    for declaration, name in heads:
        chain = _way_back(name.key, uses)
        if chain and told.isdisjoint(chain):
            told.update(chain)
            way = " → ".join((*chain, name.key))
            faults.append(
                declaration.head.fault(
                    "circular-definition",
                    f"{name.key} is defined by itself: {way}",
                    "leave out the one that closes the circle",
                )
            )


def _uses(name: Name) -> set[str]:
    if name.body is None:
        return set()
    own = {symbol_key(one) for one in name.parameters}
    return {symbol_key(part) for part in t.symbols(name.body)} - own


def _way_back(start: str, uses: dict[str, set[str]]) -> tuple[str, ...]:
    """The names on a way from `start` back to it; empty if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    visited: set[str] = set()
    while ways:
        way = ways.pop()
        for key in sorted(uses.get(way[-1], ())):
            if key == start:
                return way
            if key not in visited:
                visited.add(key)
                ways.append((*way, key))
    return ()


def _with_shared_domains(names: dict[str, Name]) -> dict[str, Name]:
    """A variable that only functions introduce has the domain that all of them state for it, if they agree."""
    shared = dict(names)
    for key, name in names.items():
        if not name.implicit:
            continue
        owners = [one for one in names.values() if any(symbol_key(symbol) == key for symbol in one.parameters)]
        stated = [one.range_of(key) for one in owners]
        if stated and stated[0] is not None and all(one == stated[0] for one in stated):
            relations = tuple(one for one in owners[0].domain if dict(ranges([one])).keys() == {key})
            shared[key] = replace(name, domain=relations, ranges=((key, stated[0]),))
    return shared
