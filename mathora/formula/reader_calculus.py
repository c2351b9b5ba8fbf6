r"""The rules for fractions and derivatives, ∇, limits, sums and products, integrals, extrema.

Laws:
- `\frac{d…}{d…}` is a derivative exactly if both parts begin with the sign, and the orders above and below agree; if
  the model has a variable d, it is refused.
- A limit, sum or extremum binds its variable for its body; an integral binds the variable of its differential.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mathora.formula import names
from mathora.formula import tree as t
from mathora.formula.cursor import ADD, RELATION, SETS, TIMES, Cursor
from mathora.formula.latex import symbol_key, write_latex
from mathora.formula.reader_brackets import limits
from mathora.formula.reader_functions import application, arity_of
from mathora.formula.reader_symbols import bare_name, differential
from mathora.formula.reader_terms import argument, script_argument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mathora.formula.tokens import Token
    from mathora.formula.tree import Node

HIGHEST_ORDER = 20


# ── fractions and derivatives ──


def fraction(cursor: Cursor, token: Token) -> Node:
    r"""`\frac{a}{b}`, or Leibniz' derivative."""
    sign = _sign_at(cursor, cursor.index)
    if (
        sign
        and sign == _sign_at(cursor, place := _behind_braces(cursor, cursor.index))
        and _names_variable(cursor, place)
    ):
        if sign == "d" and "d" in cursor.model:
            cursor.ambiguous(
                token,
                "a fraction of d… over d… where d is a variable",
                r"\frac{\mathrm{d}…}{\mathrm{d}x}",
                r"\frac{d \cdot …}{d \cdot x}",
            )
        return derivative(cursor, token, sign)
    above = cursor.value(argument(cursor), token)
    digits = cursor.token.text
    if cursor.token.kind == "number" and len(digits) > 1:
        a = write_latex(above)
        one, other = rf"\frac{{{a}}}{{{digits}}}", rf"\frac{{{a}}}{{{digits[0]}}} \cdot {digits[1:]}"
        cursor.ambiguous(cursor.token, rf"\frac … {digits}", one, other)
    below = cursor.value(argument(cursor), token)
    style = cast("t.QuotientStyle", token.text[1:])
    return t.Quotient(above, below, style, span=cursor.span(token))


def _sign_at(cursor: Cursor, place: int) -> str:
    r"""The sign of a derivative (`d`, `\partial`, `\mathrm{d}`) behind the brace at `place`, if there is one."""
    words = [token.text for token in cursor.tokens[place : place + 5]]
    if len(words) < 3 or words[0] != "{":  # noqa: PLR2004 - brace, sign, something
        return ""
    if words[1] in ("d", r"\partial"):
        return words[1]
    return r"\mathrm{d}" if words[1:5] == [r"\mathrm", "{", "d", "}"] else ""


def _names_variable(cursor: Cursor, place: int) -> bool:
    """Whether a name follows the sign behind the brace at `place`: `{dx`, and neither `{d}` nor `{d_1`."""
    width = 4 if cursor.tokens[place + 1].text == r"\mathrm" else 1
    after = cursor.tokens[min(place + 1 + width, len(cursor.tokens) - 1)]
    return after.kind in ("letter", "operatorname") or after.text[1:] in names.ACCENTS | names.STYLES


def _behind_braces(cursor: Cursor, place: int) -> int:
    depth = 0
    for index in range(place, len(cursor.tokens)):
        depth += {"{": 1, "}": -1}.get(cursor.tokens[index].text, 0)
        if depth == 0:
            return index + 1
    return len(cursor.tokens)


def derivative(cursor: Cursor, token: Token, sign: str) -> Node:
    r"""`\frac{\partial^2 L}{\partial x \partial y}`, `\frac{d}{dx} x^2`; the cursor stands before the numerator."""
    cursor.take()
    _take_sign(cursor, sign)
    order = _order(cursor)
    operand = None
    if cursor.token.text != "}":
        with cursor.within("}"):
            operand = cursor.expression(RELATION)
    cursor.expect("}", "to close the numerator of the derivative")
    cursor.expect("{", "before the denominator of the derivative")
    variables, orders = _variables(cursor, sign)
    cursor.expect("}", "to close the denominator of the derivative")
    if sum(orders) != order:
        cursor.fail(token, "derivative-order", f"a derivative of order {order} above and of order {sum(orders)} below")
    kind = cast("t.DerivativeSign", sign)
    style = cast("t.DerivativeStyle", token.text[1:])
    if operand is not None:
        node = t.Derivative(kind, operand, variables, orders, inline=True, style=style, span=cursor.span(token))
        return _derivative_at(cursor, node, token)
    start = cursor.token
    body = cursor.expression(TIMES)
    if isinstance(body, t.Product) and (isinstance(body.factors[0], t.Group) or any(map(_is_operator, body.factors))):
        head, first = cursor.text.value[token.start : start.start], write_latex(body.factors[0])
        cursor.ambiguous(start, "a product behind a derivative", f"({head} {first}) …", f"{head} [{first} …]")
    return t.Derivative(kind, body, variables, orders, inline=False, style=style, span=cursor.span(token))


def _is_operator(node: Node) -> bool:
    return isinstance(node, t.Derivative) and not node.inline


def _take_sign(cursor: Cursor, sign: str) -> bool:
    if sign == r"\mathrm{d}":
        if [cursor.ahead(k).text for k in range(4)] != [r"\mathrm", "{", "d", "}"]:
            return False
        cursor.index += 4
        return True
    return cursor.accept(sign) is not None


def _order(cursor: Cursor) -> int:
    if not cursor.accept("^"):
        return 1
    token = cursor.token
    order = script_argument(cursor, "^")
    if not isinstance(order, t.Number) or not order.text.isdigit() or not 0 < int(order.text) <= HIGHEST_ORDER:
        cursor.fail(token, "derivative-order", f"the order of a derivative is a number from 1 to {HIGHEST_ORDER}")
    return int(order.text)


def _variables(cursor: Cursor, sign: str) -> tuple[tuple[Node, ...], tuple[int, ...]]:
    variables: list[Node] = []
    orders: list[int] = []
    while cursor.token.text != "}":
        token = cursor.token
        if not _take_sign(cursor, sign):
            cursor.fail(token, "syntax", f"expected {sign} and a variable, found {cursor.found(token)}")
        variables.append(bare_name(cursor))
        orders.append(_order(cursor))
    return tuple(variables), tuple(orders)


def _derivative_at(cursor: Cursor, node: t.Derivative, token: Token) -> Node:
    r"""`\frac{\partial L}{\partial x}(1, 1)`: at a point, if there are two or more values, or a number."""
    if cursor.token.text != "(" or not isinstance(node.operand, t.Symbol) or not cursor.is_function(node.operand):
        return node
    if _has_comma(cursor) or _holds_number(cursor):
        return application(cursor, node, None, token, arity=arity_of(cursor, node.operand))
    whole = write_latex(node)
    return cursor.ambiguous(
        cursor.token,
        "brackets behind a derivative",
        rf"\left.{whole}\right|_{{{write_latex(node.variables[0])} = …}}",
        rf"{whole} \cdot (…)",
    )


def _has_comma(cursor: Cursor) -> bool:
    depth = 0
    for index in range(cursor.index, len(cursor.tokens)):
        word = cursor.tokens[index].text
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(word, 0)
        if depth == 0:
            return False
        if word == "," and depth == 1:
            return True
    return False


def _holds_number(cursor: Cursor) -> bool:
    """Whether the brackets that stand next hold nothing but a number with its sign."""
    inner = [cursor.ahead(place) for place in (1, 2, 3)]
    if inner[0].text == "-":
        inner = inner[1:]
    return inner[0].kind == "number" and inner[1].text == ")"


def partial(cursor: Cursor, token: Token) -> Node:
    r"""`\partial L / \partial w`: the derivative with a slash; `\partial` stands nowhere else alone."""
    operand = bare_name(cursor)
    if not cursor.accept("/") or not cursor.accept(r"\partial"):
        cursor.fail(token, "syntax", r"\partial outside of a derivative", r"write \frac{\partial f}{\partial x}")
    variable = bare_name(cursor)
    node = t.Derivative(r"\partial", operand, (variable,), (1,), inline=True, style="/", span=cursor.span(token))
    return _derivative_at(cursor, node, token)


# ── nabla ──


def nabla(cursor: Cursor, token: Token) -> Node:
    r"""`\nabla L`, `\nabla L(1, 1)`, `\nabla_w L`, `\nabla \cdot F`, `\nabla \times F`."""
    subscript = None
    if cursor.accept("_"):
        subscript = script_argument(cursor, "_")
    if cursor.token.text == "^":
        cursor.ambiguous(
            cursor.token, r"\nabla^2", r"\nabla \cdot \nabla f (the Laplacian)", "the Hessian by a name of its own"
        )
    kind: t.NablaKind = "gradient"
    if cursor.accept(r"\cdot"):
        kind = "divergence"
    elif cursor.accept(r"\times"):
        kind = "curl"
    here = cursor.token
    if here.kind in ("letter", "text", "operatorname") or here.text[1:] in names.ACCENTS | names.STYLES:
        operand = bare_name(cursor)
        node = t.Nabla(kind, subscript, operand, span=cursor.span(token))
        if cursor.token.text == "(" and isinstance(operand, t.Symbol) and cursor.is_function(operand):
            return application(cursor, node, None, token, arity=arity_of(cursor, operand))
        if cursor.token.kind == "letter" and not cursor.at_differential():
            whole, after = write_latex(node), cursor.token.text
            cursor.ambiguous(
                cursor.token, f"{whole} {after}", f"({whole}) {after}", rf"\nabla({write_latex(operand)} {after})"
            )
        return node
    return t.Nabla(kind, subscript, cursor.factor(), span=cursor.span(token))


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
        cursor.fail(token, "syntax", f"{cursor.found(token)} needs a variable under it")


def big(cursor: Cursor, token: Token) -> Node:
    r"""`\sum_{i=1}^{n} a_i`: the index is bound in the body."""
    with cursor.binding([t.Symbol("i")]):  # here i is an index, not the imaginary unit
        under, over = limits(cursor)
    index = under.operands[0] if isinstance(under, t.Relation) else under
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
    bound = [part for _, part in t.walk(under) if isinstance(part, t.Symbol) and symbol_key(part) in fresh]
    with cursor.binding(bound):
        body = cursor.expression(ADD)
    _refuse_reach(cursor, token, body, [part for _, part in t.walk(under) if isinstance(part, t.Symbol)])
    operator = cast("t.ExtremumName", token.text[1:])
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
    if bound and (operator or not any(part in bound for _, part in t.walk(last))):
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
    return extremum(cursor, token._replace(text=rf"\arg{after.text[1:]}"))


# ── integrals ──


def integral(cursor: Cursor, token: Token) -> Node:
    r"""`\int_0^1 x^2 \, dx`: the body is a sum, up to the differential."""
    lower, upper = limits(cursor)
    wanted = {r"\iint": 2, r"\iiint": 3}.get(token.text, 1)
    with cursor.binding(_coming_differentials(cursor)):
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
        if token.kind == "mark" and token.text in names.RELATIONS:
            break
        if token.text == "d" and after.kind == "letter":
            found.append(t.Symbol(after.text))
        elif token.text == r"\mathrm" and index + 4 < len(cursor.tokens) and cursor.tokens[index + 2].text == "d":
            found.append(t.Symbol(cursor.tokens[index + 4].text))
    return found
