r"""The rules for standard functions: `\sin x`, `\log_2 8`, `\max(a, b)`, with or without brackets.

Law: without brackets a function takes one factor or a run of plain ones (`\sin 2x`, `\cos x^2`). Longer runs, brackets
behind them, and a slash are refused: readers disagree on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from mathora.formula import tree as t
from mathora.formula.reader.functions import application, bracketed
from mathora.formula.reader.lookahead import sign_at
from mathora.formula.reader.terms import script_argument
from mathora.formula.symbols.functions import EXTREMA, INVERTIBLE, WORDS
from mathora.formula.tree.canonical_latex import write_latex

if TYPE_CHECKING:
    from mathora.formula.reader.cursor import Cursor
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


def function(cursor: Cursor, token: Token) -> Node:
    r"""`\sin x`, `\log_2 8`, `\det A`."""
    return function_name(cursor, token, token.text[1:])


def function_name(cursor: Cursor, token: Token, word: str) -> Node:
    """A standard function with its base, its power and what it is applied to."""
    base = subscript_expression(cursor) if cursor.token.text == "_" else None
    head = t.FunctionName(word, base, span=cursor.span(token))
    if cursor.indexing:
        return head
    if word == "log" and base is None and r"\log" not in cursor.model:
        cursor.bare_logarithms.append(token)
    order = 0
    while cursor.accept("'"):
        order += 1
    if order:
        slope = t.Prime(head, order, span=cursor.span(token))
        if cursor.token.text == "(":
            return application(cursor, slope, None, token, arity=1)
        return t.Application(slope, None, (bare_argument(cursor, token),), "", span=cursor.span(token))
    power = None
    if mark := cursor.accept("^"):
        power = script_argument(cursor, "^")
        if power == t.Signed("-", t.Number("1")) and word not in INVERTIBLE:
            cursor.ambiguous(
                mark, rf"\{word}^{{-1}}", rf"\frac{{1}}{{\{word}(…)}}", f"the inverse function of {word} by its name"
            )
    opened = cursor.token
    if opened.text in ("(", "[") or (opened.text == r"\{" and word in EXTREMA):
        return _bracketed_function(cursor, head, power, token)
    inner = bare_argument(cursor, token)
    return t.Application(head, power, (inner,), "", span=cursor.span(token))


def subscript_expression(cursor: Cursor) -> Node:
    """A subscript that is a value (the base of a logarithm): its names are checked."""
    cursor.take()
    return script_argument(cursor, "_")


def _bracketed_function(cursor: Cursor, head: t.FunctionName, power: Node | None, token: Token) -> Node:
    opened = cursor.take()
    closer = {"(": ")", "[": "]", r"\{": r"\}"}[opened.text]
    arguments = bracketed(cursor, opened, closer, events=head.name == "Pr")
    bracket = {"(": "(", "[": "[", r"\{": "{"}[opened.text]
    return t.Application(head, power, arguments, cast("t.ArgumentBracket", bracket), span=cursor.span(token))


def bare_argument(cursor: Cursor, token: Token) -> Node:
    """What a function without brackets is applied to."""
    if cursor.token.text == "{" and cursor.token.kind == "mark":
        cursor.take()
        with cursor.nested(), cursor.within("}"):
            inner = bare_argument(cursor, token)
        cursor.expect("}", "to close the braces")
        if _goes_on(cursor):
            _refuse_run(cursor, cursor.token, token, [inner])
        return inner
    first = cursor.token
    factors = [cursor.factor()]
    while _goes_on(cursor):
        here = cursor.token
        if here.spaced or here.text in ("(", "[", "|", r"\|", r"\{") or not all(map(_is_plain, factors)):
            _refuse_run(cursor, here, token, factors)
        factor = cursor.factor()
        numeric = isinstance(factors[0], t.Number | t.Constant)
        if here.kind == "number" or not (_is_plain(factor) or numeric):
            _refuse_run(cursor, here, token, factors)
        factors.append(factor)
    if cursor.token.text == "/" and cursor.ahead(1).text[1:] not in WORDS:
        run = _run_text(factors)
        word = cursor.found(token).strip("'")
        cursor.ambiguous(
            cursor.token, f"{word} {run}/…", rf"\frac{{{word} {run}}}{{…}}", rf"{word} \frac{{{run}}}{{…}}"
        )
    if len(factors) == 1:
        return factors[0]
    return t.side_by_side(factors, cursor.span(first))


def _goes_on(cursor: Cursor) -> bool:
    infix = cursor.infix()
    if infix is None or infix is not cursor.grammar.infix["adjacent"]:
        return False
    token = cursor.token
    slope = cursor.token.text[-4:] == "frac" and sign_at(cursor.tokens, cursor.index + 1)  # \cos x \frac{dx}{dt}
    if (slope or cursor.at_differential()) and "d" not in cursor.model:
        return False
    named = token.kind in {"operatorname", "operatorname*"}
    return not named and token.text[1:] not in WORDS and token.text not in _ENDING


def _is_plain(node: Node) -> bool:
    return isinstance(node, t.Number | t.Constant | t.Symbol)


def _run_text(factors: list[Node]) -> str:
    return write_latex(factors[0] if len(factors) == 1 else t.side_by_side(factors))


def _refuse_run(cursor: Cursor, here: Token, token: Token, factors: list[Node]) -> None:
    word, run = cursor.found(token).strip("'"), _run_text(factors)
    after = here.text if here.text not in ("(", "[") else "(…)"
    cursor.ambiguous(here, f"{word} {run} {after}", f"{word}({run}) {after}", f"{word}({run} {after})")


_ENDING: Final = frozenset([r"\sum", r"\prod", r"\int", r"\iint", r"\lim", r"\nabla"])
