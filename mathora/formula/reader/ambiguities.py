r"""What readers are known to read in two ways, and is refused with both.

Owns: `refuse_escape`, `refuse_before_remainder`, `refuse_after_operator`, `refuse_stars`, `refuse_neighbours`; each
raises `Faulty` at the token, with the two ways to write what may be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mathora.formula import tree as t
from mathora.formula.reader.commands import MEANT_BY
from mathora.formula.tree.canonical_latex import write_latex

if TYPE_CHECKING:
    from mathora.formula.reader.cursor import Cursor
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


def refuse_escape(cursor: Cursor, token: Token, terms: list[Node]) -> None:
    r"""`\sum_i a_i + i`: the index is mentioned outside of the sum's reach."""
    for term in terms[:-1]:
        match term:
            case t.Big(under=t.Node()):
                name = term.index
            case t.Limit():
                name = term.variable
            case t.Extremum():
                name = term.under.operands[0] if isinstance(term.under, t.Relation) else term.under
            case _:
                continue
        if name is not None and _mentions(terms[-1], name) and not _binds(terms[-1], name):
            cursor.ambiguous(token, f"how far the operator over {write_latex(name)} reaches", *_reach(term, terms[-1]))


def _mentions(term: Node, name: Node) -> bool:
    """Whether a term has the name, which outside of the operator's reach may be the constant i."""
    key = write_latex(name)
    return any(isinstance(part, t.Symbol | t.Constant) and write_latex(part) == key for _, part in t.walk(term))


def _binds(term: Node, name: Node) -> bool:
    """Whether a term has an operator of its own for the name."""
    return any(
        (isinstance(part, t.Big) and part.index == name) or (isinstance(part, t.Limit) and part.variable == name)
        for _, part in t.walk(term)
    )


def _reach(term: Node, after: Node) -> tuple[str, str]:
    left, right = write_latex(term), write_latex(after)
    return f"({left}) + {right}", f"{left} with + {right} in brackets under the operator"


def refuse_before_remainder(cursor: Cursor, token: Token, before: str, operand: Node) -> None:
    r"""`-7 \bmod 3`, `7 + 5 \bmod 12`: of the last number, or of all?"""
    if isinstance(operand, t.Product) and operand.operators == (r"\bmod",):
        whole, by = (write_latex(one) for one in operand.factors)
        one, other = rf"({before}{whole}) \bmod {by}", rf"{before}({whole} \bmod {by})"
        cursor.ambiguous(token, rf"'{token.text}' before \bmod", one, other)


def refuse_after_operator(cursor: Cursor, token: Token, left: Node) -> None:
    r"""`\frac{d}{dx} u \cdot v`: is v differentiated?"""
    last = left.factors[-1] if isinstance(left, t.Product) else left
    if isinstance(last, t.Derivative) and not last.inline:
        head = _operator_of(last)
        body = write_latex(last.operand)
        word = token.text
        cursor.ambiguous(
            token, f"'{word}' behind a derivative", f"({head} {body}) {word} …", f"{head}({body} {word} …)"
        )


def _operator_of(node: t.Derivative) -> str:
    whole, body = write_latex(node), write_latex(node.operand)
    return whole[: len(whole) - len(body)].rstrip()


def refuse_stars(cursor: Cursor, token: Token, factors: Sequence[Node]) -> None:
    r"""`2 * x`: a star convolves functions, and is no sign of a product."""
    parts = [part.body if isinstance(part, t.Group) else part for part in factors]
    sides = [one for part in parts for one in (part.children if isinstance(part, t.Addition | t.Product) else (part,))]
    if not all(isinstance(one, t.Group) or cursor.is_function(one) for one in sides):
        cursor.fail(token, "syntax", "expected an operator, found '*'", MEANT_BY["*"])


def refuse_neighbours(cursor: Cursor, token: Token, left: Node, right: Node, *, held_bar: bool) -> None:
    r"""`2\frac12`, `x2`, `|a|b|c|`: what two factors side by side may be; `held_bar`: bars stand before them."""
    match left, right:
        case t.Number(), t.Quotient(t.Number(), t.Number()) if right.style != "/":
            a, b = left.text, write_latex(right)
            cursor.ambiguous(token, f"{a}{b}", f"{a} + {b}", rf"{a} \cdot {b}")
        case t.Symbol() | t.Number() | t.Constant(), t.Absolute() if token.side != "left" and held_bar:
            cursor.ambiguous(
                token, "bars around what lies between bars", r"\left|…\right|", r"\left|…\left|…\right|…\right|"
            )
        case _, t.Power(base=t.Number(), exponent=power) if not _is_number(left) and (
            not isinstance(power, t.Number) or (left.span and left.span.stop < token.start)
        ):
            return  # n2^{n-1}, and with a space n 2^3
        case t.Factorial() | t.Binomial() | t.Dots(mark=r"\cdots"), _:
            return  # 2! 3!, \binom{5}{2} 0.5^5, n(n-1)⋯1
        case t.Number(text=digits), t.Overline(body=t.Number()) if "." not in digits:
            cursor.fail(token, "syntax", "digits that repeat for ever", r"write 0.1\overline{6} for 0.1666…")
        case t.Symbol(), t.Number() if cursor.indexing:
            return  # a_{m1}
        case _ if token.kind == "number":
            message = f"the number {token.text} directly behind a factor"
            cursor.fail(token, "syntax", message, r"write \cdot, ^ or _ before it")
        case t.Integral(), t.Differential():
            cursor.fail(
                token, "syntax", "a second differential for one integral sign", r"write \iint, or nest the integrals"
            )
        case t.Derivative(inline=False, operand=t.Group()), _:
            refuse_after_operator(cursor, token, left)


def _is_number(node: Node) -> bool:
    return all(isinstance(part, t.Number | t.Quotient | t.Group | t.Signed) for _, part in t.walk(node))
