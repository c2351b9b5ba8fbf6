r"""The rules for limits, sums and products, integrals, extrema.

Laws:
- A limit, sum or extremum binds its variable for its body; an integral binds the variable of its differential.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from mathora.formula import tree as t
from mathora.formula.reader import commands
from mathora.formula.reader.brackets import limits
from mathora.formula.reader.cursor import ADD, RELATION, SETS, Cursor
from mathora.formula.reader.names_read import differential
from mathora.formula.reader.terms import script_argument
from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.region_letters import is_region, names_of

if TYPE_CHECKING:
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node

# ── limits, sums, extrema ──


def limit(cursor: Cursor, token: Token) -> Node:
    r"""`\lim_{x \to 0^+} f(x)`."""
    cursor.expect("_", r"behind \lim")
    cursor.expect("{", r"behind \lim_")
    with cursor.within("}"):
        variable = cursor.expression(RELATION)
        cursor.expect(r"\to", r"under \lim")
        target = cursor.expression(RELATION)
    side = ""
    if cursor.accept("^"):
        braced = cursor.accept("{")
        side = cursor.take().text
        if braced:
            cursor.expect("}", "behind the side")
    cursor.expect("}", r"to close what stands under \lim")
    bound = variable.items if isinstance(variable, t.Tuple) else (variable,)
    _require_names(cursor, token, bound)
    with cursor.binding(bound):
        body = cursor.expression(ADD)
    return t.Limit(variable, target, body, cast("t.Side", side), span=cursor.span(token))


def _require_names(cursor: Cursor, token: Token, bound: tuple[Node, ...]) -> None:
    if not all(isinstance(one, t.Symbol) for one in bound):
        cursor.fail(
            token, "syntax", f"{cursor.found(token)} needs a variable under it", r"write \sum_{k=1}^{n}, \lim_{x \to 0}"
        )


def big(cursor: Cursor, token: Token) -> Node:
    r"""`\sum_{i=1}^{n} a_i`: the index is bound in the body."""
    with cursor.binding([t.Symbol("i")]):  # here i is an index, not the imaginary unit
        under, over = limits(cursor)
    index = under.operands[0] if isinstance(under, t.Relation) else under
    if over is not None and isinstance(under, t.Symbol):
        name = under.name
        cursor.fail(
            token, "syntax", f"{token.text} to an end, from no first {name}", rf"write {token.text}_{{{name}=1}}^{{…}}"
        )
    if index is not None:
        parts = index.items if isinstance(index, t.Listing | t.Tuple) else (index,)
        _require_names(cursor, token, parts)
    else:
        parts = ()
    with cursor.binding(parts):
        body = cursor.expression(ADD)
    if token.text == r"\prod":
        _refuse_reach(cursor, token, body, parts)
    operator = cast("t.BigOperator", token.text)
    return t.Big(operator, under, over, body, span=cursor.span(token))


def extremum(cursor: Cursor, token: Token) -> Node:
    r"""`\max_{0 \le x \le 3} V(x)`; without a subscript the function `\max(0, x)`."""
    if cursor.indexing or cursor.token.text != "_":
        return cursor.grammar.prefix["function"](cursor, token)
    cursor.take()
    seen = len(cursor.unknown)
    under = script_argument(cursor, "_")
    fresh = {key for key, _ in cursor.unknown[seen:]}
    bound = [part for part in t.symbols(under) if symbol_key(part) in fresh]
    operator = cast("t.ExtremumName", token.text[1:])
    names = t.symbols(under)
    with cursor.binding(bound):
        body = cursor.expression(SETS if operator.startswith("arg") else ADD)  # a place plus a number is no place
    _refuse_reach(cursor, token, body, names)
    return t.Extremum(operator, under, body, span=cursor.span(token))


def _refuse_reach(cursor: Cursor, token: Token, body: Node, bound: Sequence[Node]) -> None:
    r"""`\prod_k a_k \cdot 2`: a last factor or divisor without the bound name may be inside or behind."""
    match body:
        case t.Product():
            first, last = body.factors[0], body.factors[-1]
        case t.Quotient(style="/" | "div"):
            first, last = body.numerator, body.denominator
        case _:
            return
    operator = isinstance(last, t.Big | t.Extremum | t.Limit)
    inside, before = (any(t.mentions(one, name) for name in bound) for one in (last, first))
    if bound and (not inside or (operator and before)):
        head = cursor.found(token).strip("'")
        a, b = write_latex(first), write_latex(last)
        cursor.ambiguous(
            token, f"how far {head} reaches", f"({head} {a}) with {b} behind it", f"{head} (…) around both"
        )


def argument_extremum(cursor: Cursor, token: Token) -> Node:
    r"""`\arg\min_x f(x)` is argmin; `\arg z` the argument of a complex number."""
    after = cursor.accept(r"\min", r"\max")
    if after is None:
        return cursor.grammar.prefix["function"](cursor, token)
    return cursor.grammar.prefix["operatorname"](cursor, token._replace(text=f"arg{after.text[1:]}"))


# ── integrals ──


def integral(cursor: Cursor, token: Token) -> Node:
    r"""`\int_0^1 x^2 \, dx`: the body is a sum, up to the differential."""
    lower, upper = limits(cursor)
    wanted = {r"\iint": 2, r"\iiint": 3}.get(token.text, 1)
    coming = _coming_differentials(cursor)
    if wanted == 1 and upper is None and is_region(lower, cursor.model):  # \int_{[0,1]^2} xy \, dx \, dy
        wanted = next((count for count, one in _ELEMENT.items() if coming == [one]), len(set(coming)))
    if wanted > 1 and coming[:1] == [_ELEMENT[wanted]]:  # \iint_D xy \, dA
        wanted, coming = 1, [*coming, *names_of(cursor.model.named(lower), wanted)]
    with cursor.binding(coming):
        cursor.integrals.append(len(cursor.closing))
        body = None if cursor.at_differential() else cursor.expression(SETS)
        cursor.integrals.pop()
        found: list[Node] = []
        while len(found) < wanted and cursor.at_differential():
            here = cursor.take()
            if here.text == r"\mathrm":
                cursor.index += 3
                found.append(differential(cursor, here, r"\mathrm{d}"))
            else:
                found.append(differential(cursor, here, "d"))
    if len(found) != wanted and (found or body is None or not _holds_differential(body)):
        cursor.fail(token, "syntax", f"an integral with {len(found)} of {wanted} differentials", r"end it with \, dx")
    if cursor.token.text == "/" or (body is None and cursor.infix() is cursor.grammar.infix["adjacent"]):
        cursor.fail(
            cursor.token, "syntax", "a factor behind the differential", r"write \int \frac{dx}{x}, \int f(x) \, dx"
        )
    operator = cast("t.IntegralSign", token.text)
    ends = cast("tuple[t.Differential, ...]", tuple(found))
    return t.Integral(operator, lower, upper, body, ends, span=cursor.span(token))


_ELEMENT: Final = {2: t.Symbol("A"), 3: t.Symbol("V")}


def _holds_differential(node: Node) -> bool:
    r"""Whether a differential is a factor of the node, or of its numerators: `\frac{dx}{x}`."""
    match node:
        case t.Differential():
            return True
        case t.Product():
            return any(map(_holds_differential, node.factors))
        case t.Quotient():
            return _holds_differential(node.numerator)
        case t.Signed():
            return _holds_differential(node.operand)
    return False


def _coming_differentials(cursor: Cursor) -> list[t.Symbol]:
    """The variables of the differentials up to the next relation: the integral binds them, though they come last."""
    found = []
    here = cursor.index
    for index in range(here, len(cursor.tokens) - 1):
        token, after = cursor.tokens[index], cursor.tokens[index + 1]
        if token.kind == "mark" and token.text in commands.RELATIONS:
            break
        if token.text == "d" and after.kind == "letter" and cursor.tokens[index - 1].text not in ("^", "_"):
            found.append(t.Symbol(after.text, marks="'" if after.text + "'" in cursor.primed else ""))
        elif token.text == r"\mathrm" and index + 4 < len(cursor.tokens) and cursor.tokens[index + 2].text == "d":
            found.append(t.Symbol(cursor.tokens[index + 4].text))
    return found
