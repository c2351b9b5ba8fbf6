"""Calculus in spoken words: derivatives, limits, sums, extrema; one speaker a node kind, all in `CALCULUS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mathora.formula import tree as t
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
from mathora.formula.symbols.glyphs import OPERATORS

_MANY_PRIMES = {1: "prime", 2: "double prime", 3: "triple prime"}
_MANY_DOTS = {1: "dot", 2: "double dot", 3: "triple dot"}


def _reach(opening: str, body: t.Node, end: str, follows: Follows, say: Say) -> str:
    """A word that reaches over all that stands to its right, and so is closed whenever more follows."""
    return closed(f"{opening} {say(body, NOTHING)}", end, follows, say, simple=False)


# ── derivatives ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _prime(node: t.Prime, _follows: Follows, say: Say) -> str:
    operand = say(node.operand, TIGHT)
    match node.mark:
        case "prime" if node.order in _MANY_PRIMES:
            return f"{operand} {say.word(_MANY_PRIMES[node.order])}"
        case "dot" if node.order in _MANY_DOTS:
            return f"{operand} {say.word(_MANY_DOTS[node.order])}"
        case _:
            return say.phrase("the {order} derivative of {operand}", order=say.ordinal(node.order), operand=operand)


def _nth_derivative(node: t.NthPrime | t.NthDerivative, _follows: Follows, say: Say) -> str:
    order, operand = say(node.order, NOTHING), say(node.operand, TIGHT)
    return say.phrase("the derivative of order {order} of {operand}", order=order, operand=operand)


def _derivative(node: t.Derivative, follows: Follows, say: Say) -> str:
    kind = say.word("partial derivative" if node.sign == r"\partial" else "derivative")
    name = f"{say.ordinal(node.order)} {kind}" if node.order > 1 else kind
    variables = _variables(node.variables, node.orders, say)
    if node.inline:
        operand = argument(node.operand, say, MORE)
        return say.phrase("the {name} of {operand} with respect to {to}", name=name, operand=operand, to=variables)
    opening = say.phrase("the {name} with respect to {to} of", name=name, to=variables)
    return _reach(opening, node.operand, "derivative", follows, say)


def _variables(variables: Sequence[t.Node], orders: Sequence[int], say: Say) -> str:
    if len(variables) == 1:
        return say(variables[0], NOTHING)
    return also((_times(say(one, NOTHING), order, say) for one, order in zip(variables, orders, strict=True)), say)


def _times(variable: str, order: int, say: Say) -> str:
    match order:
        case 1:
            return variable
        case 2:
            return say.phrase("{variable} twice", variable=variable)
        case _:
            return say.phrase("{variable} to {order} order", variable=variable, order=say.ordinal(order))


def _nabla(node: t.Nabla, follows: Follows, say: Say) -> str:
    operand = argument(node.operand, say, follows)
    name = say.word(node.kind.capitalize() if node.kind in {"hessian", "laplacian"} else node.kind)
    words = say.phrase("the {name} of {operand}", name=name, operand=operand)
    if node.subscript is None:
        return words
    return say.phrase("{words} with respect to {to}", words=words, to=say(node.subscript, NOTHING))


def _directional(node: t.Directional, follows: Follows, say: Say) -> str:
    along, operand = say(node.along, NOTHING), argument(node.operand, say, follows)
    return say.phrase("the directional derivative along {along} of {operand}", along=along, operand=operand)


def _evaluated(node: t.Evaluated, follows: Follows, say: Say) -> str:
    match node.body:
        case t.Derivative(inline=True) | t.Application(arguments=(_,)) | t.Prime():
            body = say(node.body, NOTHING)
        case _:
            body = bracketed(node.body, say)
    if node.upper is None:
        words = say.phrase("{body}, evaluated at {at},", body=body, at=say(node.lower, NOTHING))
    else:
        low, high = say(node.lower, NOTHING), say(node.upper, NOTHING)
        words = say.phrase("{body}, evaluated from {low} to {high}", body=body, low=low, high=high)
    return closed(words, "evaluation", follows, say, simple=False)


# ── limits, sums, integrals ───────────────────────────────────────────────────────────────────────────────────────────

_SIDES = {"": "", "+": "from above", "-": "from below"}


def _limit(node: t.Limit, follows: Follows, say: Say) -> str:
    target = f"{say(node.target, NOTHING)} {say.word(_SIDES[node.side])}".strip()
    opening = say.phrase("the limit as {name} goes to {target} of", name=say(node.variable, NOTHING), target=target)
    return _reach(opening, node.body, "limit", follows, say)


_ENDS = {"argmax": "maximum", "argmin": "minimum"}
_BIG = {r"\sum": "sum", r"\prod": "product", r"\bigcup": "union", r"\bigcap": "intersection"}


def _big(node: t.Big, follows: Follows, say: Say) -> str:
    name = _BIG[node.operator]
    opening = say.phrase("the {name}{span} of", name=say.word(name), span=_span(node, say))
    return _reach(opening, node.body, name, follows, say)


def _span(node: t.Big, say: Say) -> str:
    over = "" if node.over is None else say.phrase(" to {over}", over=say(node.over, NOTHING))
    if node.under is None:
        return over
    if node.start is not None:
        return say.phrase(" from {under}", under=say(node.under, NOTHING)) + over
    return f"{_under(node.under, say)}{over}"


def condition(node: t.Node, say: Say) -> str:
    """A condition behind a quantifier: `x in S`, `x from zero to three`, else as the statement that it is."""
    return _range(node, say) or say(node, NOTHING)


def _range(node: t.Node, say: Say) -> str | None:
    """What a name runs over, without a verb: `i in S`, `x from zero to three`; None for any other condition."""
    match node:
        case t.Relation(operands=(name, values), operators=(r"\in",)):
            return say.phrase("{name} in {values}", name=say(name, NOTHING), values=say(values, NOTHING))
        case t.Relation(operands=(low, name, high), operators=(r"\le", r"\le")):
            said = {"name": say(name, NOTHING), "low": say(low, NOTHING), "high": say(high, NOTHING)}
            return say.phrase("{name} from {low} to {high}", **said)
        case t.Relation():
            return None
        case t.Listing(items=items):
            ranges = t.all_known(_range(item, say) for item in items)
            return None if ranges is None else also(ranges, say)
        case _:
            return say(node, NOTHING)


def _under(node: t.Node, say: Say) -> str:
    """A condition under a sign: ` over i in S`, or `, where x is greater than zero,`."""
    span = _range(node, say)
    if span is None:
        return say.phrase(", where {what},", what=say(node, NOTHING))
    return say.phrase(" over {span}", span=span)


def _integral(node: t.Integral, follows: Follows, say: Say) -> str:
    name = say.word(OPERATORS[node.operator].spoken)
    if node.lower is None:
        ends = ""
    elif node.upper is None:
        ends = say.phrase(" over {span}", span=say(node.lower, NOTHING))
    else:
        low, high = say(node.lower, NOTHING), say(node.upper, NOTHING)
        ends = say.phrase(" from {low} to {high}", low=low, high=high)
    opening = say.phrase("{name}{ends} of", name=name, ends=ends)
    differentials = " ".join(say(one, NOTHING) for one in node.differentials)
    if node.body is None:
        return f"{opening} {differentials}"
    body = say(node.body, MORE if node.differentials and not is_simple(node.body) else NOTHING)
    words = f"{opening} {body} {differentials}".rstrip()
    return closed(words, "integral", follows, say, simple=bool(node.differentials))


def _extremum(node: t.Extremum, follows: Follows, say: Say) -> str:
    if node.operator not in _ENDS:
        name = SYMBOLS[node.operator].spoken
        opening = say.phrase("the {name}{span} of", name=say.word(name), span=_under(node.under, say))
        return _reach(opening, node.body, name, follows, say)
    pattern = {"argmax": "the {what} that maximizes", "argmin": "the {what} that minimizes"}[node.operator]
    opening = say.phrase(pattern, what=condition(node.under, say))
    return _reach(opening, node.body, _ENDS[node.operator], follows, say)


CALCULUS: Mapping[type[t.Node], Speaker] = {
    t.Prime: _prime,
    t.NthPrime: _nth_derivative,
    t.Derivative: _derivative,
    t.NthDerivative: _nth_derivative,
    t.Differential: lambda node, _follows, say: say.phrase("d {variable}", variable=say(node.variable, NOTHING)),
    t.Nabla: _nabla,
    t.Directional: _directional,
    t.Evaluated: _evaluated,
    t.Limit: _limit,
    t.Big: _big,
    t.Integral: _integral,
    t.Extremum: _extremum,
}
"""The speaker of each node kind."""
