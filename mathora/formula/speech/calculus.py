"""Calculus in spoken words: derivatives, limits, sums, extrema; one speaker a node kind, all in `CALCULUS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mathora.formula import tree as t
from mathora.formula.speech.numbers import spoken_ordinal
from mathora.formula.speech.phrases import (
    MORE,
    NOTHING,
    TIGHT,
    Follows,
    Say,
    Speaker,
    also,
    argument,
    bracketed,
    closed,
    is_simple,
)
from mathora.formula.symbols.functions import SYMBOLS
from mathora.formula.typeset.glyphs import OPERATORS

_MANY_PRIMES = {1: "prime", 2: "double prime", 3: "triple prime"}
_MANY_DOTS = {1: "dot", 2: "double dot", 3: "triple dot"}


def _reach(opening: str, body: t.Node, end: str, follows: Follows, say: Say) -> str:
    """A word that reaches over all that stands to its right, and so is closed whenever more follows."""
    return closed(f"{opening} {say(body, NOTHING)}", end, follows, simple=False)


# ── derivatives ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _prime(node: t.Prime, _follows: Follows, say: Say) -> str:
    operand = say(node.operand, TIGHT)
    match node.mark:
        case "prime" if node.order in _MANY_PRIMES:
            return f"{operand} {_MANY_PRIMES[node.order]}"
        case "dot" if node.order in _MANY_DOTS:
            return f"{operand} {_MANY_DOTS[node.order]}"
        case _:
            return f"the {spoken_ordinal(node.order)} derivative of {operand}"


def _nth_prime(node: t.NthPrime, _follows: Follows, say: Say) -> str:
    return f"the derivative of order {say(node.order, NOTHING)} of {say(node.operand, TIGHT)}"


def _derivative(node: t.Derivative, follows: Follows, say: Say) -> str:
    kind = "partial derivative" if node.sign == r"\partial" else "derivative"
    order = f"{spoken_ordinal(node.order)} " if node.order > 1 else ""
    variables = _variables(node.variables, node.orders, say)
    if node.inline:
        return f"the {order}{kind} of {argument(node.operand, say, MORE)} with respect to {variables}"
    return _reach(f"the {order}{kind} with respect to {variables} of", node.operand, "derivative", follows, say)


def _variables(variables: Sequence[t.Node], orders: Sequence[int], say: Say) -> str:
    if len(variables) == 1:
        return say(variables[0], NOTHING)
    times = {1: "", 2: " twice"}
    return also(
        say(variable, NOTHING) + times.get(order, f" to {spoken_ordinal(order)} order")
        for variable, order in zip(variables, orders, strict=True)
    )


def _differential(node: t.Differential, _follows: Follows, say: Say) -> str:
    return f"d {say(node.variable, NOTHING)}"


def _nabla(node: t.Nabla, follows: Follows, say: Say) -> str:
    words = f"the {node.kind} of {argument(node.operand, say, follows)}"
    return words if node.subscript is None else f"{words} with respect to {say(node.subscript, NOTHING)}"


def _directional(node: t.Directional, follows: Follows, say: Say) -> str:
    return f"the directional derivative along {say(node.along, NOTHING)} of {argument(node.operand, say, follows)}"


def _evaluated(node: t.Evaluated, follows: Follows, say: Say) -> str:
    match node.body:
        case t.Derivative(inline=True) | t.Application(arguments=(_,)) | t.Prime():
            body = say(node.body, NOTHING)
        case _:
            body = bracketed(node.body, say)
    if node.upper is None:
        words = f"{body}, evaluated at {say(node.lower, NOTHING)},"
    else:
        words = f"{body}, evaluated from {say(node.lower, NOTHING)} to {say(node.upper, NOTHING)}"
    return closed(words, "evaluation", follows, simple=False)


# ── limits, sums, integrals ───────────────────────────────────────────────────────────────────────────────────────────

_SIDES = {"": "", "+": " from above", "-": " from below"}


def _limit(node: t.Limit, follows: Follows, say: Say) -> str:
    goes = f"{say(node.variable, NOTHING)} goes to {say(node.target, NOTHING)}{_SIDES[node.side]}"
    return _reach(f"the limit as {goes} of", node.body, "limit", follows, say)


_ENDS = {"argmax": "maximum", "argmin": "minimum"}
_BIG = {r"\sum": "sum", r"\prod": "product", r"\bigcup": "union", r"\bigcap": "intersection"}


def _big(node: t.Big, follows: Follows, say: Say) -> str:
    name = _BIG[node.operator]
    return _reach(f"the {name}{_span(node, say)} of", node.body, name, follows, say)


def _span(node: t.Big, say: Say) -> str:
    over = "" if node.over is None else f" to {say(node.over, NOTHING)}"
    if node.under is None:
        return over
    if node.start is not None:
        return f" from {say(node.under, NOTHING)}{over}"
    return f"{_under(node.under, say)}{over}"


def condition(node: t.Node, say: Say) -> str:
    """A condition behind a quantifier: `x in S`, `x from zero to three`, else as the statement that it is."""
    return _range(node, say) or say(node, NOTHING)


def _range(node: t.Node, say: Say) -> str | None:
    """What a name runs over, without a verb: `i in S`, `x from zero to three`; None for any other condition."""
    match node:
        case t.Relation(operands=(name, values), operators=(r"\in",)):
            return f"{say(name, NOTHING)} in {say(values, NOTHING)}"
        case t.Relation(operands=(low, name, high), operators=(r"\le", r"\le")):
            return f"{say(name, NOTHING)} from {say(low, NOTHING)} to {say(high, NOTHING)}"
        case t.Relation():
            return None
        case t.Listing(items=items):
            ranges = [_range(item, say) for item in items]
            return None if None in ranges else also(filter(None, ranges))
        case _:
            return say(node, NOTHING)


def _under(node: t.Node, say: Say) -> str:
    """A condition under a sign: ` over i in S`, or `, where x is greater than zero,`."""
    span = _range(node, say)
    return f", where {say(node, NOTHING)}," if span is None else f" over {span}"


def _integral(node: t.Integral, follows: Follows, say: Say) -> str:
    name = OPERATORS[node.operator].spoken
    if node.lower is None:
        ends = ""
    elif node.upper is None:
        ends = f" over {say(node.lower, NOTHING)}"
    else:
        ends = f" from {say(node.lower, NOTHING)} to {say(node.upper, NOTHING)}"
    differentials = " ".join(say(one, NOTHING) for one in node.differentials)
    if node.body is None:
        return f"{name}{ends} of {differentials}"
    body = say(node.body, MORE if node.differentials and not is_simple(node.body) else NOTHING)
    words = f"{name}{ends} of {body} {differentials}".rstrip()
    return closed(words, "integral", follows, simple=bool(node.differentials))


def _extremum(node: t.Extremum, follows: Follows, say: Say) -> str:
    if node.operator not in _ENDS:
        name = SYMBOLS[node.operator].spoken
        return _reach(f"the {name}{_under(node.under, say)} of", node.body, name, follows, say)
    verb = {"argmax": "maximizes", "argmin": "minimizes"}[node.operator]
    return _reach(f"the {condition(node.under, say)} that {verb}", node.body, _ENDS[node.operator], follows, say)


CALCULUS: Mapping[type[t.Node], Speaker] = {
    t.Prime: _prime,
    t.NthPrime: _nth_prime,
    t.Derivative: _derivative,
    t.Differential: _differential,
    t.Nabla: _nabla,
    t.Directional: _directional,
    t.Evaluated: _evaluated,
    t.Limit: _limit,
    t.Big: _big,
    t.Integral: _integral,
    t.Extremum: _extremum,
}
"""The speaker of each node kind."""
