r"""The rules for fractions and derivatives: Leibniz' fractions, `\partial_x f`, ∇.

Laws:
- `\frac{d…}{d…}` is a derivative exactly if both parts begin with the sign, and the orders above and below agree; if
  the model has a variable d, it is refused.
- `\nabla_x` before a power of what is no function takes the whole product (`\nabla_x x^\top A x`).
- A derivative of a name that stands at values is taken first, then put at the values; where a reader could take the
  values first and get something else, it is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mathora.formula import tree as t
from mathora.formula.linear_algebra.orders import DEFINITE
from mathora.formula.reader import commands
from mathora.formula.reader.cursor import ADJACENT, RELATION, TIMES, Cursor
from mathora.formula.reader.functions import application, arity_of
from mathora.formula.reader.lookahead import sign_at
from mathora.formula.reader.names_read import bare_name
from mathora.formula.reader.terms import argument, script_argument
from mathora.formula.symbols.functions import WORDS
from mathora.formula.tree.canonical_latex import symbol_key, write_latex

if TYPE_CHECKING:
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node

HIGHEST_ORDER = 20


# ── fractions and derivatives ──


def fraction(cursor: Cursor, token: Token) -> Node:
    r"""`\frac{a}{b}`, or Leibniz' derivative."""
    sign = sign_at(cursor.tokens, cursor.index)
    if (
        sign
        and sign == sign_at(cursor.tokens, place := _behind_braces(cursor, cursor.index))
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


def _names_variable(cursor: Cursor, place: int) -> bool:
    r"""Whether a name follows the sign behind the brace at `place`: `{dx`, and neither `{d}` nor `{d_1`; or several."""
    width = 4 if cursor.tokens[place + 1].text == r"\mathrm" else 1
    after = cursor.tokens[min(place + 1 + width, len(cursor.tokens) - 1)]
    if any(one.text == "/" for one in cursor.tokens[place : _behind_braces(cursor, place)]):
        return False  # dx/dt, a fraction of its own
    several = (cursor.tokens[place + 1].text, after.text) == (r"\partial", "(")
    return several or after.kind in ("letter", "operatorname") or after.text[1:] in commands.ACCENTS | commands.STYLES


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
    kind = cast("t.DerivativeSign", sign)
    style = cast("t.DerivativeStyle", token.text[1:])
    if isinstance(order, t.Node) and orders == (order,):
        body = _behind(cursor, token) if operand is None else operand
        return t.NthDerivative(kind, body, variables[0], order, operand is not None, style, span=cursor.span(token))
    plain = tuple(one for one in orders if isinstance(one, int))
    if len(plain) < len(orders) or sum(plain) != order:
        cursor.fail(
            token,
            "derivative-order",
            "a derivative of one order above and of another below",
            r"let both say the same: \frac{\partial^2 f}{\partial x \partial y}",
        )
    if operand is not None:
        node = t.Derivative(kind, operand, variables, plain, inline=True, style=style, span=cursor.span(token))
        return _derivative_at(cursor, node, token)
    body = _behind(cursor, token)
    return t.Derivative(kind, body, variables, plain, inline=False, style=style, span=cursor.span(token))


def _behind(cursor: Cursor, token: Token) -> Node:
    """What a derivative that began at `token` differentiates: all up to the next sum."""
    start = cursor.token
    body = cursor.expression(TIMES)
    if isinstance(body, t.Product) and (isinstance(body.factors[0], t.Group) or any(map(_is_operator, body.factors))):
        head, first = cursor.text.value[token.start : start.start], write_latex(body.factors[0])
        cursor.ambiguous(start, "a product behind a derivative", f"({head} {first}) …", f"{head} [{first} …]")
    return body


def _is_operator(node: Node) -> bool:
    return isinstance(node, t.Derivative) and not node.inline


def _take_sign(cursor: Cursor, sign: str) -> bool:
    if sign == r"\mathrm{d}":
        if [cursor.ahead(k).text for k in range(4)] != [r"\mathrm", "{", "d", "}"]:
            return False
        cursor.index += 4
        return True
    return cursor.accept(sign) is not None


def _order(cursor: Cursor) -> int | t.Symbol:
    if not cursor.accept("^"):
        return 1
    token = cursor.token
    order = script_argument(cursor, "^")
    if isinstance(order, t.Symbol):
        return order
    if not isinstance(order, t.Number) or not order.text.isdigit() or not 0 < int(order.text) <= HIGHEST_ORDER:
        cursor.fail(
            token,
            "derivative-order",
            f"the order of a derivative is a number from 1 to {HIGHEST_ORDER}",
            r"write \frac{d^2 f}{dx^2}",
        )
    return int(order.text)


def _variables(cursor: Cursor, sign: str) -> tuple[tuple[Node, ...], tuple[int | t.Symbol, ...]]:
    variables: list[Node] = []
    orders: list[int | t.Symbol] = []
    while cursor.token.text != "}":
        token = cursor.token
        if not _take_sign(cursor, sign):
            cursor.fail(
                token, "syntax", f"expected {sign} and a variable, found {cursor.found(token)}", r"write \frac{dy}{dx}"
            )
        variables.append(cursor.factor() if cursor.token.text == "(" else bare_name(cursor))
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
    r"""`\partial_x f`, and `\partial L / \partial w`: `\partial` stands nowhere else alone."""
    if cursor.token.text == "_":
        return _by_subscript(cursor, token)
    operand = bare_name(cursor)
    if not cursor.accept("/") or not cursor.accept(r"\partial"):
        cursor.fail(token, "syntax", r"\partial outside of a derivative", r"write \frac{\partial f}{\partial x}")
    variable = bare_name(cursor)
    node = t.Derivative(r"\partial", operand, (variable,), (1,), inline=True, style="/", span=cursor.span(token))
    return _derivative_at(cursor, node, token)


def _by_subscript(cursor: Cursor, token: Token) -> Node:
    r"""`\partial_x f`, `\partial_{xy} f`, `\partial_x^2 \partial_y f`; the cursor stands before the first subscript."""
    variables, orders = _subscripted(cursor)
    style: t.DerivativeStyle = "subscript" if len(variables) > 1 else "subscripts"
    while cursor.token.text == r"\partial" and cursor.ahead(1).text == "_":
        here = cursor.take()
        more, times = _subscripted(cursor)
        if style == "subscript" or len(more) > 1:
            hint = r"write \partial_x \partial_y \partial_z, or \partial_{xyz}"
            cursor.fail(here, "syntax", r"several variables under one of several \partial", hint)
        variables, orders = variables + more, orders + times
    if sum(orders) > HIGHEST_ORDER:
        cursor.fail(
            token,
            "derivative-order",
            f"the order of a derivative is a number from 1 to {HIGHEST_ORDER}",
            r"write \frac{d^2 f}{dx^2}",
        )
    name = _whole_name(cursor)
    if name is not None:
        node = t.Derivative(r"\partial", name, variables, orders, style=style, span=cursor.span(token))
        return _partial_at(cursor, node, name, token)
    body = _behind(cursor, token)
    return t.Derivative(r"\partial", body, variables, orders, inline=False, style=style, span=cursor.span(token))


def _subscripted(cursor: Cursor) -> tuple[tuple[Node, ...], tuple[int, ...]]:
    r"""The variables below one `\partial`; a power belongs to a single one."""
    cursor.expect("_", r"behind \partial")
    if cursor.ahead(1).text == "_":
        cursor.fail(cursor.token, "syntax", "two subscripts in a row", r"write \partial_{x_1}")
    braced = cursor.accept("{")
    variables = [bare_name(cursor)]
    if braced:
        while cursor.token.text != "}":
            variables.append(bare_name(cursor))
        cursor.take()
    mark = cursor.token
    order = _order(cursor)
    if isinstance(order, t.Symbol):
        cursor.fail(mark, "derivative-order", "an order that is a name", r"write \frac{d^n}{dx^n}")
    if order > 1 and len(variables) > 1:
        one, other = r"\partial_x^2 \partial_y^2", r"\partial_x \partial_y^2"
        cursor.ambiguous(mark, "a power behind several variables", one, other)
    return tuple(variables), (order,) * len(variables)


def _whole_name(cursor: Cursor) -> t.Symbol | None:
    """The name that a derivative stands before, if it is the whole of what is differentiated; else nothing is read."""
    here = cursor.token
    named = here.kind in ("letter", "text", "operatorname") or here.text[1:] in commands.ACCENTS | commands.STYLES
    if not named or cursor.at_differential():
        return None
    start, unknown = cursor.index, list(cursor.unknown)
    operand = bare_name(cursor)
    infix = cursor.infix()
    goes_on = infix is not None and infix.power == ADJACENT and cursor.token.text != r"\partial"
    alone = cursor.is_function(operand) or not (goes_on or cursor.token.text in ("^", "'", "!", "/"))
    if alone and isinstance(operand, t.Symbol):
        return operand
    cursor.index, cursor.unknown = start, unknown
    return None


def _partial_at(cursor: Cursor, node: t.Derivative, operand: t.Symbol, token: Token) -> Node:
    r"""`\partial_x f(1, 2)`, `\partial_t u(x, t)`; refused where ∂ₓ[f(…)] would be something else."""
    whole, name = write_latex(node), write_latex(operand)
    head = whole[: len(whole) - len(name)].rstrip()
    here = cursor.token
    if here.text in ("^", "'"):
        cursor.ambiguous(here, f"{whole}{here.text}…", f"({whole}){here.text}…", f"{head} ({name}{here.text}…)")
    if (here.kind == "letter" or here.text[1:] in WORDS) and not cursor.at_differential():
        after = here.text
        cursor.ambiguous(here, f"{whole} {after}", f"({whole}) {after}", f"{head} ({name} {after})")
    if here.text != "(" or not cursor.is_function(operand):
        return node
    applied = application(cursor, node, None, token, arity=arity_of(cursor, operand))
    declared = cursor.model.names[symbol_key(operand)].parameters
    moved = [one for place, one in enumerate(applied.arguments) if one not in declared[place : place + 1]]
    if any(part in node.variables for one in moved for _, part in t.walk(one)):
        inner = write_latex(t.Application(operand, None, applied.arguments))
        at = rf"\left. {whole} \right|_{{{write_latex(node.variables[0])} = …}}"
        cursor.ambiguous(here, f"{head} {inner}", at, f"{head} [{inner}]")
    return applied


# ── nabla ──


def _nabla_kind(cursor: Cursor) -> t.NablaKind:
    if cursor.token.text == "^" and cursor.ahead(1).text == "2" and _speaks_of_a_matrix(cursor):
        cursor.index += 2
        return "hessian"
    partial = _speaks_of_partial_derivatives(cursor) or _is_of_one_number(cursor, cursor.ahead(2))
    if cursor.token.text == "^" and cursor.ahead(1).text == "2" and partial:
        cursor.index += 2
        return "laplacian"
    if cursor.token.text == "^":
        cursor.ambiguous(
            cursor.token,
            r"\nabla^2",
            r"\nabla \cdot \nabla f (the Laplacian)",
            r"the Hessian, which is a matrix: \begin{pmatrix} … \end{pmatrix}",
        )
    if cursor.accept(r"\cdot"):
        return "divergence"
    return "curl" if cursor.accept(r"\times") else "gradient"


def _speaks_of_a_matrix(cursor: Cursor) -> bool:
    r"""Whether a matrix, its name, a determinant or an order of matrices stands in the formula, but no trace: then
    `\nabla^2` is the Hessian.
    """
    texts = {one.text for one in cursor.tokens}
    matrices = any(one.kind == "begin" and one.text.endswith("matrix") for one in cursor.tokens)
    matrices = matrices or any((name := cursor.model.get(one)) and name.kind == "matrix" for one in texts)
    return (matrices or bool(texts & (DEFINITE | {r"\det"}))) and "tr" not in texts


def _is_of_one_number(cursor: Cursor, token: Token) -> bool:
    """Whether this is a function of one number, of which the Laplacian is the Hessian."""
    name = cursor.model.functions.get(token.text)
    return name is not None and len(name.parameters) == 1 and cursor.kind_of(name.parameters[0]) in (None, "real")


def _speaks_of_partial_derivatives(cursor: Cursor) -> bool:
    r"""Whether `\partial`, `u_t` or `u_{xx}` of a declared function u stands in the formula: it is a number's, then."""
    below = zip(cursor.tokens, cursor.tokens[1:], strict=False)
    named = any(one.text in cursor.model.functions and under.text == "_" for one, under in below)
    return named or any(one.text == r"\partial" for one in cursor.tokens)


def nabla(cursor: Cursor, token: Token) -> Node:
    r"""`\nabla L`, `\nabla L(1, 1)`, `\nabla_w L`, `\nabla \cdot F`, `\nabla \times F`."""
    subscript = None
    if cursor.accept("_"):
        subscript = script_argument(cursor, "_")
    kind = _nabla_kind(cursor)
    if kind in ("hessian", "laplacian") and cursor.accept("_"):  # \nabla^2_x f
        subscript = script_argument(cursor, "_")
    here = cursor.token
    function = here.kind == "operatorname" and here.text in WORDS
    named = here.kind in ("letter", "text", "operatorname") or here.text[1:] in commands.ACCENTS | commands.STYLES
    if named and not function:
        start, unknown = cursor.index, list(cursor.unknown)
        operand = bare_name(cursor)
        if subscript is not None and cursor.token.text in ("^", r"\|", r"\lVert") and not cursor.is_function(operand):
            cursor.index, cursor.unknown = start, unknown  # \nabla_x x^\top A x, \nabla_w \lambda \|w\|^2: of all of it
            return t.Nabla(kind, subscript, cursor.expression(TIMES), span=cursor.span(token))
        node = t.Nabla(kind, subscript, operand, span=cursor.span(token))
        if cursor.token.text == "(" and isinstance(operand, t.Symbol) and cursor.is_function(operand):
            return application(cursor, node, None, token, arity=arity_of(cursor, operand))
        words = commands.ACCENTS | commands.STYLES | WORDS
        styled = cursor.token.kind in ("text", "operatorname") or cursor.token.text[1:] in words
        if (cursor.token.kind == "letter" or styled) and not cursor.at_differential():
            whole, after = write_latex(node), cursor.token.text
            cursor.ambiguous(
                cursor.token, f"{whole} {after}", f"({whole}) {after}", rf"\nabla({write_latex(operand)} {after})"
            )
        return node
    scaled = subscript is not None and (here.kind == "number" or here.text in (r"\frac", r"\tfrac", r"\dfrac"))
    start, unknown = cursor.index, list(cursor.unknown)
    body = cursor.expression(TIMES) if scaled else cursor.factor()  # \nabla_w \frac12 \|w\|^2: of all of it
    infix = cursor.infix()
    if subscript is not None and isinstance(body, t.Transpose) and infix is not None and infix.power == ADJACENT:
        cursor.index, cursor.unknown = start, unknown  # \nabla_x (Wx + b)^\top y: of the product
        body = cursor.expression(TIMES)
    return t.Nabla(kind, subscript, body, span=cursor.span(token))
