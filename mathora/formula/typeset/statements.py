"""How calculus and statements look. One row a node kind, all in `STATEMENTS`.

Each takes the node, its path, and the boxes of its children in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mathora.formula import tree as t
from mathora.formula.symbols.functions import SYMBOLS
from mathora.formula.symbols.glyphs import OPERATORS, RELATIONS
from mathora.formula.tree import Path
from mathora.formula.typeset import boxes as b
from mathora.formula.typeset.boxes import Box, Fenced, Ink, Scripts, Space, joined, raised, row
from mathora.formula.typeset.terms import Setter, fraction, primes

# ── calculus ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _prime(node: t.Prime, path: Path, parts: Sequence[Box]) -> Box:
    match node.mark:
        case "prime":
            return raised(parts[0], Ink(path, primes(node.order), "sign"))
        case "number":
            return raised(parts[0], Fenced(path, "(", Ink(path, str(node.order), "digits"), ")"))
        case "dot":
            return _dotted(path, "d" * node.order + "ot", parts[0])


def _dotted(path: Path, mark: str, operand: Box) -> Box:
    """The dots stand over the letter, not over its scripts."""
    if isinstance(operand, Scripts):
        return Scripts(b.Accent(path, mark, operand.base), operand.below, operand.above)
    return b.Accent(path, mark, operand)


def _sign(path: Path, sign: str) -> Ink:
    return {
        "d": Ink(path, "d", "letter"),
        r"\mathrm{d}": Ink(path, "d", "upright"),
        r"\partial": Ink(path, "∂", "letter"),
    }[sign]


def _derivative(node: t.Derivative, path: Path, parts: Sequence[Box]) -> Box:
    operand, *variables = parts
    if node.style in ("subscript", "subscripts"):
        return row(*_signs(node, path, variables), operand)
    upper: Box = _sign(path, node.sign)
    if node.order > 1:
        upper = raised(upper, Ink(path, str(node.order), "digits"))
    if node.inline:
        upper = row(upper, operand)
    below: list[Box] = []
    for variable, order in zip(variables, node.orders, strict=True):
        below += [_sign(path, node.sign), raised(variable, Ink(path, str(order), "digits")) if order > 1 else variable]
    quotient = fraction(path, upper, row(*below), node.style)
    return quotient if node.inline else row(quotient, Space("thin"), operand)


def _nth_derivative(node: t.NthDerivative, path: Path, parts: Sequence[Box]) -> Box:
    operand, variable, order = parts
    upper: Box = raised(_sign(path, node.sign), order)
    below = row(_sign(path, node.sign), raised(variable, order))
    quotient = fraction(path, row(upper, operand) if node.inline else upper, below, node.style)
    return quotient if node.inline else row(quotient, Space("thin"), operand)


def _signs(node: t.Derivative, path: Path, variables: Sequence[Box]) -> list[Box]:
    """The signs with their variables below them: one for all, or one for each."""
    if node.style == "subscript":
        return [Scripts(_sign(path, node.sign), row(*variables), None)]
    orders = [Ink(path, str(order), "digits") if order > 1 else None for order in node.orders]
    return [Scripts(_sign(path, node.sign), one, order) for one, order in zip(variables, orders, strict=True)]


def _nabla(node: t.Nabla, path: Path, parts: Sequence[Box]) -> Box:
    nabla: Box = Ink(path, "∇", "upright")
    power = Ink(path, "2", "digits") if node.kind in {"hessian", "laplacian"} else None
    if node.subscript is not None or power is not None:
        nabla = Scripts(nabla, parts[0] if node.subscript else None, power)
    match node.kind:
        case "divergence":
            return row(nabla, Ink(path, OPERATORS[r"\cdot"].character, "binary"), parts[-1])
        case "curl":
            return row(nabla, Ink(path, OPERATORS[r"\times"].character, "binary"), parts[-1])
        case "gradient" | "hessian" | "laplacian":
            return row(nabla, parts[-1])


def _evaluated(node: t.Evaluated, path: Path, parts: Sequence[Box]) -> Box:
    body, lower, *upper = parts
    left, right = {"|": ("", "|"), "[": ("[", "]")}[node.bracket]
    return Scripts(Fenced(path, left, body, right), lower, upper[0] if upper else None)


def _limit(node: t.Limit, path: Path, parts: Sequence[Box]) -> Box:
    variable, target, body = parts
    if node.side:
        target = raised(target, Ink(path, OPERATORS[node.side].character, "sign"))
    under = row(variable, Ink(path, RELATIONS[r"\to"].character, "relation"), target)
    return row(Scripts(Ink(path, "lim", "limits"), under, None), body)


_BIG = {r"\sum": "∑", r"\prod": "∏", r"\bigcup": "⋃", r"\bigcap": "⋂"}


def _big(node: t.Big, path: Path, parts: Sequence[Box]) -> Box:
    rest = list(parts)
    under = rest.pop(0) if node.under is not None else None
    over = rest.pop(0) if node.over is not None else None
    return row(_with_ends(Ink(path, _BIG[node.operator], "large"), under, over), rest[0])


def _with_ends(operator: Ink, under: Box | None, over: Box | None) -> Box:
    return Scripts(operator, under, over) if under or over else operator


def _integral(node: t.Integral, path: Path, parts: Sequence[Box]) -> Box:
    rest = list(parts)
    lower = rest.pop(0) if node.lower is not None else None
    upper = rest.pop(0) if node.upper is not None else None
    items = [_with_ends(Ink(path, OPERATORS[node.operator].character, "integral"), lower, upper)]
    if node.body is not None:
        items.append(rest.pop(0))
    for differential in rest:
        items += [Space("thin"), differential]
    return row(*items)


def _extremum(node: t.Extremum, path: Path, parts: Sequence[Box]) -> Box:
    name = SYMBOLS[node.operator].drawn or node.operator
    return row(Scripts(Ink(path, name, "limits"), parts[0], None), parts[1])


# ── statements ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _relation(node: t.Relation, path: Path, parts: Sequence[Box]) -> Box:
    return joined(parts, [Ink(path, RELATIONS[one].character, "relation") for one in node.operators])


def _noted(node: t.Noted, path: Path, parts: Sequence[Box]) -> Box:
    left, note, right = parts
    sign = Scripts(Ink(path, RELATIONS[node.sign].character, "limits"), None, note)
    return row(left, Space("thick"), sign, Space("thick"), right)


def _signature(node: t.Signature, path: Path, parts: Sequence[Box]) -> Box:
    function, domain, codomain = parts
    arrow = Ink(path, RELATIONS[node.arrow].character, "relation")
    return row(function, Ink(path, ":", "punctuation"), domain, arrow, codomain)


def _logic(node: t.Logic, path: Path, parts: Sequence[Box]) -> Box:
    if node.operators in {("()",), ("",)}:
        return row(parts[0], Space("quad"), parts[1])
    if node.operators in {(",",), (":",)}:
        named = isinstance(node.operands[0], t.Symbol)  # a hypothesis
        space = Space("thick") if named else Space("quad")
        return row(parts[0], Ink(path, node.operators[0], "punctuation"), space, parts[1])
    signs = [
        Ink(path, RELATIONS[one].character, "relation") if one.startswith("\\") else Ink(path, f" {one} ", "words")
        for one in node.operators
    ]
    return joined(parts, signs)


def _quantified(node: t.Quantified, path: Path, parts: Sequence[Box]) -> Box:
    sign = OPERATORS[node.quantifier.rstrip("!")].character
    quantifier: Box = Ink(path, sign, "sign")
    if node.quantifier.endswith("!"):
        quantifier = row(quantifier, Ink(path, "!", "sign"))
    if isinstance(node.body, t.Quantified) or not node.colon:
        return row(quantifier, parts[0], Space("thick"), parts[1])
    return row(quantifier, parts[0], Ink(path, ":", "relation"), parts[1])


def _congruence(_node: t.Congruence, path: Path, parts: Sequence[Box]) -> Box:
    modulus = row(Ink(path, "mod ", "words"), parts[1])
    return row(parts[0], Space("quad"), Fenced(path, "(", modulus, ")"))


def _aligned(node: t.Aligned, path: Path, parts: Sequence[Box]) -> Box:
    places = (
        t.sign_at(one, mark) if mark is not None else None for one, mark in zip(node.rows, node.marks, strict=True)
    )
    lines = enumerate(zip(parts, places, strict=True))
    cells = (_cut(line, (*path, at, *place[0]), place[1]) if place else (line, b.EMPTY) for at, (line, place) in lines)
    return b.Grid(path, "aligned", tuple(cells))


def _cut(line: Box, path: Path, index: int) -> tuple[Box, ...]:
    """A row in two cells, the second beginning with the sign number `index` of the node at a path."""
    items = tuple(_items(line))
    signs = [place for place, item in enumerate(items) if isinstance(item, Ink) and item.path == path]
    return (row(*items[: signs[index]]), row(*items[signs[index] :]))


def _items(line: Box) -> Iterator[Box]:
    """What stands in a row, and in the rows in it."""
    for item in line.items if isinstance(line, b.Row) else (line,):
        yield from _items(item) if isinstance(item, b.Row) else (item,)


def _cases(_node: t.Cases, path: Path, parts: Sequence[Box]) -> Box:
    rows = tuple(part.items for part in parts if isinstance(part, b.Row))
    return b.Grid(path, "cases", rows, "{", "")


STATEMENTS: Mapping[type[t.Node], Setter] = {
    t.Prime: _prime,
    t.NthPrime: lambda _node, path, parts: raised(parts[0], Fenced(path, "(", parts[1], ")")),
    t.Derivative: _derivative,
    t.NthDerivative: _nth_derivative,
    t.Differential: lambda node, path, parts: row(_sign(path, node.sign), *parts),
    t.Nabla: _nabla,
    t.Directional: lambda _node, path, parts: row(Scripts(Ink(path, "D", "letter"), parts[0], None), parts[1]),
    t.Evaluated: _evaluated,
    t.Limit: _limit,
    t.Big: _big,
    t.Integral: _integral,
    t.Extremum: _extremum,
    t.Relation: _relation,
    t.Noted: _noted,
    t.Signature: _signature,
    t.Logic: _logic,
    t.Negation: lambda _node, path, parts: row(Ink(path, OPERATORS[r"\lnot"].character, "sign"), *parts),
    t.Quantified: _quantified,
    t.Congruence: _congruence,
    t.Aligned: _aligned,
    t.Case: lambda _node, _path, parts: b.Row((parts[0], parts[1] if len(parts) > 1 else b.EMPTY)),
    t.Cases: _cases,
    t.Annotated: lambda node, path, parts: b.Decorated(path, node.kind, parts[0], parts[1] if len(parts) > 1 else None),
}
"""The setter of each node kind."""
