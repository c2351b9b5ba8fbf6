r"""The rules for brackets, and for the scripts behind an operand: powers, factorials, percent, evaluation.

Laws:
- A bracket closes what it opens, and nothing else; a bar is read by whether an operand is expected.
- Braces are not displayed, so they may hold no more than a factor where one is expected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from mathora.formula import tree as t
from mathora.formula.reader.cursor import EVENTS, SIGNS, Cursor
from mathora.formula.reader.functions import application, is_vector
from mathora.formula.reader.names_read import subscript
from mathora.formula.reader.terms import script_argument
from mathora.formula.tree.canonical_latex import symbol_key, write_latex

if TYPE_CHECKING:
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


# ── brackets ──


def round_bracket(cursor: Cursor, token: Token) -> Node:
    """`(a + b)`, `(1, 2)`, `(0, 3]`."""
    with cursor.within(")"):
        items = _items(cursor)
    return _closed(cursor, token, items)


def square_bracket(cursor: Cursor, token: Token) -> Node:
    """`[a + b]`, `[0, 3]`, `[0, 3)`, `[F]_0^1`."""
    with cursor.within("]"):
        items = _items(cursor)
    return _closed(cursor, token, items)


def _items(cursor: Cursor) -> list[Node]:
    items = [cursor.expression()]
    while cursor.accept(","):
        items.append(cursor.expression())
    return items


def _closed(cursor: Cursor, token: Token, items: list[Node]) -> Node:
    closer = cursor.accept(")", "]")
    if closer is None:
        cursor.fail(
            cursor.token,
            "syntax",
            f"expected a bracket to close {token.text}, found {cursor.found(cursor.token)}",
            "close it, or leave out the one that is open",
        )
    span = cursor.span(token)
    match token.text + closer.text, items:
        case "()", [body]:
            return _after_group(cursor, t.Group(body, "(", span=span), token)
        case "()", _:
            return t.Tuple(tuple(items), span=span)
        case "[]", [body]:
            return _evaluated_square(cursor, token, body)
        case (("[]" | "[)" | "(]"), [lower, upper]):
            left, right = cast("t.Bracket", token.text), cast("t.ClosingBracket", closer.text)
            return t.IntervalSet(lower, upper, left, right, span=span)
    message = f"{token.text} closed by {closer.text} around {len(items)} values"
    return cursor.fail(closer, "syntax", message, "an interval has two ends")


def _after_group(cursor: Cursor, group: t.Group, token: Token) -> Node:
    r"""`(f \circ g)(x)`, `(f + g)(x)`: brackets around nothing but functions are applied."""
    primes = 0
    while cursor.accept("'"):
        primes += 1
    if primes == 1 and isinstance(group.body, t.SetOperation):
        return t.Complement(group, "'", span=cursor.span(token))
    node = t.Prime(group, primes, span=cursor.span(token)) if primes else group
    if cursor.token.text != "(":
        return node
    if _function_of(cursor, group.body):
        return application(cursor, node, None, token)
    if primes:
        body = write_latex(node)
        cursor.ambiguous(cursor.token, f"{body}(…)", rf"{body} \cdot (…)", "the derivative at a point by |_{x = …}")
    return node


def _function_of(cursor: Cursor, node: Node) -> bool:
    r"""Whether the operands are all functions, some with numbers before them: `f + 2g`, `f \circ g`, `f'`."""
    match node:
        case t.Symbol():
            return cursor.is_function(node)
        case t.Prime():
            return True
        case t.Power(base=t.Symbol() as base, exponent=t.Signed("-", t.Number("1"))):
            return cursor.is_function(base)
        case t.Product(factors=(t.Number(), *others)) if others:
            return all(_function_of(cursor, part) for part in others)
        case t.Addition() | t.Product() | t.Quotient():
            return all(_function_of(cursor, part) for part in node.children)
    return False


def _evaluated_square(cursor: Cursor, token: Token, body: Node) -> Node:
    if cursor.token.text == "_":
        lower, upper = limits(cursor)
        if lower is not None and upper is not None:
            return t.Evaluated(body, lower, upper, "[", span=cursor.span(token))
        if lower is not None and not (isinstance(lower, t.Relation) or upper):
            return t.Component(t.Group(body, "[", span=body.span), lower, span=cursor.span(token))
        cursor.fail(token, "syntax", "[…]_a needs its upper end too", "write [F]_0^1")
    return t.Group(body, "[", span=cursor.span(token))


def limits(cursor: Cursor) -> tuple[Node | None, Node | None]:
    """`_a^b` in either order; what is not written is `None`."""
    lower = upper = None
    while True:
        if lower is None and cursor.accept("_"):
            lower = script_argument(cursor, "_")
        elif upper is None and cursor.accept("^"):
            upper = script_argument(cursor, "^")
        else:
            return lower, upper


def brace(cursor: Cursor, token: Token) -> Node:
    """`{…}` where a factor stands: braces are invisible, so they may hold one factor only."""
    digits = cursor.token.kind == "number"
    with cursor.within("}"):
        inner = cursor.factor()
    if cursor.accept("}") is None:
        cursor.fail(token, "syntax", "braces are not displayed, and hold more than one factor here", "use ( ) to group")
    if digits or not isinstance(inner, _BRACED) or (isinstance(inner, t.Power) and cursor.token.text == "^"):
        cursor.fail(
            token, "syntax", "braces are not displayed, and what they hold runs into its neighbours", "use ( ) to group"
        )
    return inner


_BRACED: Final = (t.Symbol, t.Constant, t.Power, t.Quotient, t.Root, t.Group, t.Matrix, t.Absolute, t.Norm)


def bar(cursor: Cursor, token: Token) -> Node:
    r"""`|x|`, `\|x\|_2`."""
    with cursor.within(token.text):
        body = cursor.expression()
    if cursor.accept(token.text) is None:
        hint = r"bars come in pairs; 'given' and 'divides' are \mid"
        if token.text != "|":
            hint = r"bars come in pairs; a divergence is D_{KL}(p \| q), or \operatorname{KL}(p \| q)"
        cursor.fail(
            cursor.token, "syntax", f"the bar {token.text} is not closed before {cursor.found(cursor.token)}", hint
        )
    if token.text == "|":
        return t.Absolute(body, span=cursor.span(token))
    order = None
    if cursor.accept("_"):
        order = script_argument(cursor, "_")
    return t.Norm(body, order, span=cursor.span(token))


def rounded(cursor: Cursor, token: Token) -> Node:
    r"""`\lfloor x \rfloor`, `\lceil x \rceil`."""
    kind = token.text[2:]
    closer = f"\\r{kind}"
    with cursor.within(closer):
        body = cursor.expression()
    cursor.expect(closer, f"to close {token.text}")
    return t.Rounded(body, cast("t.RoundedKind", kind), span=cursor.span(token))


def inner_product(cursor: Cursor, token: Token) -> Node:
    r"""`\langle u, v \rangle` of two vectors; of numbers that are no two names a vector, `\langle 2x, 1 \rangle`."""
    with cursor.within(r"\rangle"):
        items = _items(cursor)
    cursor.expect(r"\rangle", r"to close \langle")
    vectors = [is_vector(cursor, one) for one in items]
    if len(items) == 2 and all(vectors):  # noqa: PLR2004 - a product of two
        return t.InnerProduct(*items, span=cursor.span(token))
    if len(items) == 2 and (any(vectors) or all(isinstance(one, t.Symbol) for one in items)):  # noqa: PLR2004
        a, b = map(write_latex, items)
        cursor.ambiguous(token, r"\langle … \rangle around what are not both vectors", f"({a}, {b})", rf"{a} \cdot {b}")
    if len(items) == 1 or any(vectors):
        cursor.fail(token, "syntax", f"an inner product of {len(items)} values", "a vector is written (a, b, c)")
    return t.Tuple(tuple(items), r"\langle ", span=cursor.span(token))


def set_bracket(cursor: Cursor, token: Token) -> Node:
    r"""`\{1, 2\}`, `\{x \in \mathbb{R} \mid x > 0\}`."""
    if cursor.accept(r"\}"):
        return t.SetLiteral((), span=cursor.span(token))
    seen = len(cursor.unknown)
    with cursor.within(r"\}"):
        items = _items(cursor)
        parted = len(items) == 1 and cursor.accept("|", r"\mid", ":")
        if parted or (len(items) > 1 and all(isinstance(one, t.Relation) for one in items)):  # {n \in N, n < 3}
            mentioned = {key for key, _ in cursor.unknown[seen:]}
            names = [part for part in t.symbols(items[0]) if symbol_key(part) in mentioned]
            with cursor.binding(names), cursor.within("}"):
                conditions = _items(cursor) if parted else items[1:]
            cursor.expect(r"\}", "to close the set")
            return t.SetBuilder(items[0], t.together(tuple(conditions)), span=cursor.span(token))
    cursor.expect(r"\}", "to close the set")
    return t.SetLiteral(tuple(items), span=cursor.span(token))


def open_dot(cursor: Cursor, token: Token) -> Node:
    r"""`\left. F \right|_{x = 1}`, `\left. F \right|_0^1`."""
    if token.side != "left":
        cursor.no_operand(token)
    with cursor.within("right|"):
        body = cursor.expression()
    closer = cursor.accept("|")
    if closer is None or closer.side != "right":
        cursor.fail(
            cursor.token, "syntax", r"expected \right| for the \left. before", r"write \left. F \right|_{x = 1}"
        )
    return evaluated(cursor, body, token)


def evaluated(cursor: Cursor, body: Node, token: Token) -> Node:
    """The scripts of an evaluation bar."""
    lower, upper = limits(cursor)
    if lower is None:
        cursor.fail(
            cursor.token, "syntax", "an evaluation bar says where: _{x = 1}, or _0^1", r"write \left. F \right|_{x = 1}"
        )
    return t.Evaluated(body, lower, upper, "|", span=cursor.span(token))


def absolute_or_bar(cursor: Cursor, left: Node) -> Node:
    r"""`F \Big|_{x = 1}`: a bar behind one operand; behind a sum or product its reach is unclear."""
    token = cursor.take()
    if isinstance(left, t.Signed) and not isinstance(left.operand, t.Addition | t.Product):
        inner = evaluated(cursor, left.operand, token._replace(start=left.operand.span.start))
        return t.Signed(left.sign, inner, span=t.through(left, inner))  # -[F] is [-F]
    if isinstance(left, t.Addition | t.Product | t.Signed):
        last = write_latex(left.children[-1])
        cursor.ambiguous(
            token, "a bar behind several terms", rf"\left. {write_latex(left)} \right|", rf"\left. {last} \right|"
        )
    return evaluated(cursor, left, token._replace(start=left.span.start))


# ── scripts behind an operand ──


def scripts(cursor: Cursor, node: Node, token: Token) -> Node:
    r"""`x^2`, `A^T`, `n!`, `63\%`, `90^\circ`."""
    raised = False
    while True:
        here = cursor.token
        if here.kind != "mark":
            return node
        if here.text == "^":
            if cursor.ahead(1).text in SIGNS or (
                cursor.ahead(1).text == "{" and cursor.ahead(2).text in SIGNS and cursor.ahead(3).text == "}"
            ):
                return node
            if raised:
                cursor.fail(here, "syntax", "a second exponent", "put braces or brackets: x^{a^b} or (x^a)^b")
            cursor.take()
            node, raised = _power(cursor, node, token, here), True
        elif here.text == "!":
            cursor.take()
            marks = "!!" if cursor.accept("!") else "!"
            node = t.Factorial(node, cast("t.FactorialMarks", marks), span=cursor.span(token))
        elif here.text == "\\%":
            cursor.take()
            node = t.Percent(node, span=cursor.span(token))
        elif here.text == "_" and not cursor.indexing and isinstance(node, t.Group | t.Matrix | t.Application):
            node = t.Component(node, subscript(cursor), span=cursor.span(token))
        elif here.text == "_" and not cursor.indexing:
            cursor.fail(
                here,
                "syntax",
                "a subscript behind something that is no name",
                "write the number without it, as in 1000000"
                if isinstance(node, t.Number)
                else "put what has the subscript in brackets: (A B)_{12}",
            )
        else:
            return node


def _power(cursor: Cursor, base: Node, token: Token, mark: Token) -> Node:
    cursor.value(base, token)
    if cursor.accept(r"\circ"):
        return t.Degrees(base, span=cursor.span(token))
    if cursor.token.text == "{" and cursor.ahead(1).text == r"\circ" and cursor.ahead(2).text == "}":
        cursor.index += 3
        return t.Degrees(base, span=cursor.span(token))
    if _complements(cursor, base):
        return t.Complement(base, span=cursor.span(token))
    if (transpose := _transpose_mark(cursor)) is not None:
        if transpose == "T" and "T" in cursor.model:
            if _is_matrix(cursor, base):
                b = write_latex(base)
                cursor.ambiguous(mark, f"{b}^T", rf"{b}^\top (the transpose)", "a power by another name than T")
            return t.Power(base, t.Symbol("T", span=cursor.span(mark)), span=cursor.span(token))
        return t.Transpose(base, transpose, span=cursor.span(token))
    if isinstance(base, t.Nabla):
        b = write_latex(base)
        cursor.ambiguous(mark, f"{b}^…", f"({b})^…", r"\nabla (…^…)")
    exponent = cursor.value(script_argument(cursor, "^"), mark)
    derived = [cursor.ahead(place).text for place in range(3)] == [")", "'", "("]  # (f^{-1})'(2)
    if cursor.is_function(base) and exponent == t.Signed("-", t.Number("1")) and not derived:
        b = write_latex(base)
        cursor.ambiguous(mark, f"{b}^{{-1}}", rf"\frac{{1}}{{{b}}}", f"{b}^{{-1}}(…), the inverse function")
    return t.Power(base, exponent, span=cursor.span(token))


def _complements(cursor: Cursor, base: Node) -> bool:
    r"""Whether `^c` is the complement here, consumed: among events, or of a set, where no name is spelled c.

    `^\complement`, `^{\mathsf{c}}` and `^{\mathrm{C}}` always are.
    """
    words = [cursor.ahead(place).text for place in range(6)]
    braced = words[0] == "{"
    words = words[braced:]
    upright = words[0] in (r"\mathsf", r"\mathrm") and words[1:4] in (["{", "c", "}"], ["{", "C", "}"])
    width = (4 if upright else 1) + 2 * braced
    if not (upright or words[0] in ("c", r"\complement")) or (braced and cursor.ahead(width - 1).text != "}"):
        return False
    if words[0] == "c" and not _may_complement(cursor, base):
        return False
    cursor.index += width
    return True


def _may_complement(cursor: Cursor, base: Node) -> bool:
    if "c" in cursor.model or cursor.is_bound("c"):
        return False
    kind = cursor.kind_of(base) if isinstance(base, t.Symbol) else None
    of_sets = isinstance(base, t.IntervalSet | t.SetLiteral | t.SetBuilder) or (
        isinstance(base, t.Group) and isinstance(base.body, t.SetOperation | t.Complement)
    )
    return EVENTS in cursor.closing or kind in ("set", "event") or of_sets


def _transpose_mark(cursor: Cursor) -> t.TransposeMark | None:
    """The superscript that transposes, consumed; nothing if something else stands there."""
    words = tuple(cursor.ahead(place).text for place in range(6))
    for spelling, mark in _TRANSPOSES.items():
        braced = ("{", *spelling, "}")
        for written in (braced,) if "-" in mark else (spelling, braced):
            if words[: len(written)] == written:
                cursor.index += len(written)
                return mark
    return None


_TRANSPOSES: Final[dict[tuple[str, ...], t.TransposeMark]] = {
    ("T",): "T",
    ("-", "T"): "-T",
    ("-", r"\top"): r"-\top",
    (r"\top",): r"\top",
    (r"\mathsf", "{", "T", "}"): r"\mathsf{T}",
    (r"\mathsf", "T"): r"\mathsf{T}",
    (r"\mathrm", "{", "T", "}"): r"\mathrm{T}",
    (r"\mathrm", "T"): r"\mathrm{T}",
}


def _is_matrix(cursor: Cursor, node: Node) -> bool:
    match node:
        case t.Matrix() | t.Tuple():
            return True
        case t.Symbol():
            return cursor.model.kind_of(node) in {"matrix", "vector"}
        case t.Group():
            return any(_is_matrix(cursor, part) for part in t.symbols(node.body))
    return False
