r"""The rules for functions: what a name of the model is applied to; `standard_functions` has those with a name of
their own.

Law: brackets behind a function of the model hold its arguments, as many as it has parameters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from mathora.formula import tree as t
from mathora.formula.inspection.naming import LANDAU
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.linear_algebra.spans import IMAGES, KERNELS
from mathora.formula.reader.cursor import ARGUMENTS, EVENTS
from mathora.formula.reader.lookahead import bars_to_come
from mathora.formula.reader.terms import script_argument
from mathora.formula.symbols.distributions import SPELLED
from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.chance import EXPECTATIONS, PROBABILITIES, is_density, measure_of, names_divergence

if TYPE_CHECKING:
    from mathora.formula.reader.cursor import Cursor
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node

_KNOWN_HEADS: Final = LANDAU | SPELLED.keys()
"""What stands before brackets without being a name of the model: orders of growth and distributions."""


def applied(cursor: Cursor, node: Node, symbol: t.Symbol, token: Token) -> Node:  # noqa: C901, PLR0911 - a row per bracket
    """A function's name with the brackets behind it; any other name as it is."""
    unknown = bool(cursor.unknown) and cursor.unknown[-1][1].start == token.start
    if names_divergence(symbol) and cursor.token.text == "(" and not cursor.is_function(symbol):
        told = application(cursor, node, None, token)
        if token is not cursor.tokens[0] or cursor.token.text not in {"=", ":="}:
            cursor.forget([symbol_key(symbol)])
        return told
    if not (cursor.is_function(symbol) or unknown or isinstance(node, t.Prime)):
        return node
    node = _higher_prime(cursor, node, token)
    dotted = isinstance(node, t.Prime) and node.mark == "dot"
    may_multiply = cursor.token.text == "(" and not unknown and (dotted or isinstance(node, t.Symbol))
    if may_multiply and _multiplies(cursor, symbol, dotted=dotted):
        return node
    if cursor.token.text == "(":
        applied_to = application(cursor, node, None, token, arity=arity_of(cursor, symbol))
        density = is_density(applied_to) and not _gives(cursor)
        if (
            unknown
            and not density
            and (
                measure_of(applied_to, cursor.model)
                or (symbol.name, symbol.style) in _KNOWN_HEADS
                or _is_space(cursor, symbol, token)
                or (
                    node == t.Symbol(r"\Phi")
                    and not (token is cursor.tokens[0] and isinstance(applied_to.arguments[0], t.Symbol))
                )
            )
        ):
            cursor.forget([symbol_key(symbol)])
        elif unknown and token is cursor.tokens[0]:
            _bind_parameters(cursor, applied_to)
        return applied_to
    if cursor.token.text == r"\{" and unknown and (symbol.name, symbol.style) in SPELLED:
        cursor.forget([symbol_key(symbol)])
        values = bracketed(cursor, cursor.take(), r"\}")
        _refuse_two_ends(cursor, token, write_latex(node), values)
        return t.Application(node, None, values, "{", span=cursor.span(token))
    if cursor.token.text == "[" and unknown and (symbol.name, symbol.style) in EXPECTATIONS:
        cursor.forget([symbol_key(symbol)])
        inside = bracketed(cursor, cursor.take(), "]")
        return t.Application(node, None, inside, "[", span=cursor.span(token))
    if cursor.token.text == "[" and not unknown:
        key = write_latex(node)
        cursor.ambiguous(cursor.token, f"{key}[…]", f"{key}(…)", rf"{key} \cdot […]")
    if cursor.token.text == "^" and (place := end_of_script(cursor)) and cursor.tokens[place].text == "(":
        return _raised(cursor, node, symbol, token)
    return node


def _is_space(cursor: Cursor, symbol: t.Symbol, token: Token) -> bool:
    r"""`\operatorname{null}(A)`, `\dim C(A)`: what belongs to a matrix."""
    if symbol.style in ("operatorname", "text", "mathrm"):
        return symbol.name in KERNELS | IMAGES | {"nullity"}
    before = [one for one in cursor.tokens if one.stop <= token.start][-1:]
    return symbol.name in KERNELS | IMAGES and [one.text for one in before] == [r"\dim"]


def is_parted(cursor: Cursor) -> bool:
    r"""Whether one bar stands in the brackets that open next, and none in those inside: `(a \mid s)`."""
    inside = cursor.tokens[cursor.index + 1 :]
    return cursor.token.text == "(" and 1 in (bars_to_come(inside, r"\mid"), bars_to_come(inside, "|"))


def _gives(cursor: Cursor) -> bool:
    r"""Whether a formula speaks of conditional densities, `p(x \mid y)`, or of joint ones, `p(x, y)`."""
    texts = [token.text for token in cursor.tokens]
    for place in (at for at, text in enumerate(texts[:-1]) if text in ("p", r"\pi") and texts[at + 1] == "("):
        inside = texts[place : texts.index(")", place) if ")" in texts[place:] else None]
        if {r"\mid", "|", ","} & set(inside):
            return True
    return False


def _multiplies(cursor: Cursor, symbol: t.Symbol, *, dotted: bool) -> bool:
    r"""`p_1 (1 - p_1)`, `rP \left(1 - \frac{P}{K}\right)`, `\dot{x} (m \ddot{x} + kx)`: brackets around a sum that
    mentions it are no arguments.
    """
    arity = arity_of(cursor, symbol)
    if arity is None:
        return False
    depth, inside = 0, []
    for place in range(cursor.index, len(cursor.tokens)):
        token = cursor.tokens[place]
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(token.text, 0)
        if depth == 0:
            break
        inside.append(token.text)
    words = 3 if symbol.subscript is not None else 1  # tokens of a plain name
    end = cursor.index - (dotted and cursor.tokens[cursor.index - 1].text == "}")
    own = [token.text for token in cursor.tokens[max(0, end - words) : end]]
    mentioned = any(inside[at : at + len(own)] == own for at in range(len(inside)))
    stands = [at for at in range(1, len(inside)) if inside[at : at + len(own)] == own and inside[at - 1] != "_"]
    bare = any(inside[at + len(own) :][:1] not in ([mark] for mark in ("('_" if dotted else "('^")) for at in stands)
    return (bare if arity == 1 else mentioned and "," not in inside) and bool({"+", "-"} & set(inside))


def _bind_parameters(cursor: Cursor, head: t.Application) -> None:
    """`g(u) := u(u + 1)`: what a fresh function on the left is applied to are its parameters, for the whole formula."""
    keys = [symbol_key(one) for one in head.arguments if isinstance(one, t.Symbol) and not cursor.is_function(one)]
    cursor.forget(keys)
    cursor.bound.update(dict.fromkeys(keys, 1))


def _higher_prime(cursor: Cursor, node: Node, token: Token) -> Node:
    """`f^{(4)}`, `f^{(n)}`."""
    if cursor.token.text != "^" or [cursor.ahead(k).text for k in (1, 2)] != ["{", "("] or not is_iterate(cursor):
        return node
    cursor.index += 3
    with cursor.within(")"):
        order = cursor.expression()
    cursor.expect(")", "behind the order")
    cursor.expect("}", "behind the order")
    if isinstance(order, t.Number) and order.text.isdigit():
        return t.Prime(node, _small(cursor, order, token), "number", span=cursor.span(token))
    return t.NthPrime(node, order, span=cursor.span(token))


def _small(cursor: Cursor, number: t.Number, token: Token) -> int:
    most = 20
    if not 0 < number.value <= most:
        cursor.fail(
            token,
            "too-large",
            f"a derivative of order {number.text}; at most {most}",
            "write f^{(n)}, or a lower order",
        )
    return int(number.text)


def is_iterate(cursor: Cursor) -> bool:
    r"""Whether `^{(` is closed by `)}` directly: the brackets hold the whole exponent, or all but `\top`."""
    depth = 0
    for place in range(cursor.index + 2, len(cursor.tokens) - 1):
        depth += {"(": 1, ")": -1}.get(cursor.tokens[place].text, 0)
        if depth == 0:
            turned = cursor.tokens[place + 1].text in ("T", r"\top")
            return [one.text for one in cursor.tokens[place + 1 + turned :][:1]] == ["}"]
    return False


def end_of_script(cursor: Cursor) -> int:
    """The place behind `^{…}` or `^2`; 0 if there is none."""
    if cursor.ahead(1).text != "{":
        return min(cursor.index + 2, len(cursor.tokens) - 1)
    depth = 0
    for place in range(cursor.index + 1, len(cursor.tokens)):
        depth += {"{": 1, "}": -1}.get(cursor.tokens[place].text, 0)
        if depth == 0:
            return place + 1
    return 0


def _raised(cursor: Cursor, node: Node, symbol: t.Symbol, token: Token) -> Node:
    r"""`f^{-1}(x)` is the inverse function; any other power between name and brackets is refused."""
    mark = cursor.take()
    power = script_argument(cursor, "^")
    if power != t.Signed("-", t.Number("1")):
        key, exponent = write_latex(node), write_latex(power)
        cursor.ambiguous(mark, f"{key}^{exponent}(…)", f"{key}(…)^{exponent}", f"{key}({key}(…))")
    return application(cursor, node, power, token, arity=arity_of(cursor, symbol))


def arity_of(cursor: Cursor, symbol: t.Symbol) -> int | None:
    """How many parameters the model gives the function; `None` if it does not say."""
    derived = partial_by_subscript(symbol, cursor.model)
    declared = cursor.model.get(symbol_key(symbol if derived is None else derived.operand))
    return len(declared.parameters) if declared is not None and declared.function else None


def application(
    cursor: Cursor, head: Node, power: Node | None, token: Token, *, arity: int | None = None
) -> t.Application:
    """The brackets behind a function: its arguments, as many as it has parameters (or one vector for all)."""
    opened = cursor.take()
    arguments = bracketed(cursor, opened, ")", events=of_events(head))
    found = len(arguments)
    if any(isinstance(one, t.Parted) for one in arguments) or measure_of(
        t.Application(head, None, arguments), cursor.model
    ):
        arity = None
    if arity is not None and found != arity and not (found == 1 and is_vector(cursor, arguments[0])):
        what = write_latex(head)
        parameters = "parameter" if arity == 1 else "parameters"
        cursor.fail(
            opened,
            "arity",
            f"{what} has {arity} {parameters}, and {found} are given here",
            "give as many values as the model names parameters",
        )
    return t.Application(head, power, arguments, span=cursor.span(token))


def of_events(head: Node) -> bool:
    """Whether the brackets behind a name hold events: behind P."""
    return isinstance(head, t.Symbol) and (head.name, head.style) in PROBABILITIES


def measure_head(head: Node) -> t.FunctionName | None:
    r"""`\mathbb{E}`, `\operatorname{Var}` and `\operatorname{Cov}` at the head of a declaration."""
    if not isinstance(head, t.Symbol) or head.subscript is not None:
        return None
    name = _MEASURES.get((head.name, head.style))
    return None if name is None else t.FunctionName(name)


_MEASURES: Final = {("E", "mathbb"): "E", ("V", "mathbb"): "V"} | {
    (one, "operatorname"): one for one in ("E", "Var", "Cov")
}


def is_vector(cursor: Cursor, node: Node) -> bool:
    """Whether a value may stand for all parameters of a function at once."""
    for _, part in t.walk(node):
        if isinstance(part, t.Tuple | t.Matrix | t.Nabla):
            return True
        if isinstance(part, t.Symbol) and cursor.kind_of(part) in ("vector", "matrix"):
            return True
    return False


def bracketed(cursor: Cursor, opened: Token, closer: str, *, events: bool = False) -> tuple[Node, ...]:
    """The values between brackets, parted by commas, up to and with `closer`; or one `Parted` of them."""
    inside = closer if closer == r"\}" else EVENTS if events else ARGUMENTS
    with cursor.within(inside):
        items = _parts(cursor)
    if cursor.accept(closer) is None:
        found = cursor.found(cursor.token)
        cursor.fail(
            cursor.token,
            "syntax",
            f"expected {closer} for the {opened.text} before, found {found}",
            "close the brackets behind the last argument",
        )
    return items


def _parts(cursor: Cursor) -> tuple[Node, ...]:
    r"""`a, b`, `A \mid B, C`, `x \mid y; \theta`."""
    items = [_part(cursor)]
    while cursor.accept(","):
        items.append(_part(cursor))
    if not cursor.at_parting():
        return tuple(items)
    sign = cursor.take().text
    left, right = _side(tuple(items)), _side(_parts(cursor))
    span = t.through(left, right)
    return (t.Parted(left, right, r"\mid" if sign == "|" else cast("t.Parting", sign), span=span),)


def _part(cursor: Cursor) -> Node:
    r"""A value; or the sign of a test's result, where events stand: `P(D \mid +)`."""
    here = cursor.token
    if here.text in ("+", "-") and EVENTS in cursor.closing and cursor.ahead(1).text in (")", "]", ",", "|", r"\mid"):
        cursor.take()
        return t.UprightWords(here.text, span=cursor.span(here))
    return cursor.expression()


def _side(items: tuple[Node, ...]) -> Node:
    if len(items) == 1:
        return items[0]
    return t.Listing(items, span=t.through(items[0], items[-1]))


def _refuse_two_ends(cursor: Cursor, token: Token, law: str, values: tuple[Node, ...]) -> None:
    r"""`\mathcal{U}\{1, 6\}`: of two numbers, or of all between them?"""
    numbers = [one.value for one in values if isinstance(one, t.Number)]
    if len(values) == 2 and (len(numbers) < 2 or numbers[1] - numbers[0] > 1):  # noqa: PLR2004 - the ends
        low, high = map(write_latex, values)
        between = rf"{law}\{{{low}, \dots, {high}\}}"
        cursor.ambiguous(token, rf"{law}\{{{low}, {high}\}}", between, rf"P(X = {low}): \frac12 in the model")
