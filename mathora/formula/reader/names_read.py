r"""The rules for names: letters with their scripts, constants, styles and accents; `words_read` has the words.

Laws:
- Whether `x(…)` is an application or a product is the model's word, never a guess.
- A name hides a constant: where the model declares `e`, `e` is a variable.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from mathora.formula import tree as t
from mathora.formula.reader import commands
from mathora.formula.reader.cursor import EVENTS, Cursor
from mathora.formula.reader.functions import application, applied, arity_of, end_of_script, is_iterate, is_parted
from mathora.formula.reader.lookahead import is_more_than_a_name
from mathora.formula.reader.standard_functions import function_name
from mathora.formula.reader.terms import argument, script_argument
from mathora.formula.reader.unknown_names import is_member
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.lesson import Faulty

if TYPE_CHECKING:
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


def letter(cursor: Cursor, token: Token) -> Node:
    """A letter with its scripts: a constant, a differential, a name, or an application."""
    if token.side == "alone":  # the argument of a command: \frac xy, x^n
        return _known(cursor, t.Symbol(token.text, span=cursor.span(token)))
    if token.text == "d" and "d" not in cursor.model and not cursor.indexing and not cursor.is_bound("d"):
        cursor.index -= 1
        if cursor.at_differential():
            cursor.index += 1
            return differential(cursor, token, "d")
        cursor.index += 1
    directional = token.text == "D" and "D" not in cursor.model and cursor.token.text == "_"
    if directional and cursor.tokens[end_of_script(cursor)].text not in {"(", *commands.RELATIONS}:
        return _directional(cursor, token)
    if token.text == r"\Gamma" and cursor.token.text == "(" and not _is_own(cursor, token):
        return function_name(cursor, token, "Gamma")
    return name(cursor, _lettered(cursor, token), token)


def _is_own(cursor: Cursor, token: Token) -> bool:
    """Whether a letter that stands for a function by custom is a name or a label here, or is being defined."""
    defined = token is cursor.tokens[0] and any(one.text == ":=" for one in cursor.tokens)
    return defined or token.text in cursor.model or cursor.is_bound(token.text) or cursor.indexing > 0


def _lettered(cursor: Cursor, token: Token) -> t.Symbol:
    r"""A letter, or a change of a name: `\Delta x`, `\Delta \text{loss}`; unless `\Delta` is a name itself."""
    inner = cursor.token
    word = inner.kind == "text" and inner.text.isalnum()
    if token.text in (r"\Delta", r"\delta") and token.text not in cursor.model and (word or inner.kind == "letter"):
        changed = _styled(cursor, cursor.take()) if word else _plain(cursor.take())
        return replace(changed, accents=(token.text[1:],), span=cursor.span(token))
    return _plain(token)


def _plain(token: Token) -> t.Symbol:
    return t.Symbol(token.text, span=t.Span(token.start, token.stop))


def differential(cursor: Cursor, token: Token, sign: str) -> Node:
    """`dx`: the variable behind the sign, without scripts other than a subscript."""
    variable = bare_name(cursor)
    return t.Differential(variable, cast("t.DerivativeSign", sign), span=cursor.span(token))  # type: ignore[arg-type]


def bare_name(cursor: Cursor) -> Node:
    """A name with its subscript, but neither application nor power: what `d`, `∂` and `∇` stand before."""
    token = cursor.take()
    if token.kind == "letter":
        symbol = _lettered(cursor, token)
    elif token.text[1:] in commands.ACCENTS:
        symbol = _accented(cursor, token)
    elif token.text[1:] in commands.STYLES or token.kind in ("operatorname", "text"):
        symbol = _styled(cursor, token)
    else:
        cursor.fail(
            token,
            "syntax",
            f"expected a name, found {cursor.found(token)}",
            r"write a letter with what belongs to it, or \text{…}",
        )
    symbol = _with_subscript(cursor, symbol, token)
    if cursor.token.text == "^" and cursor.ahead(1).text == "{" and cursor.ahead(2).text in ("(", "["):
        symbol = _with_marks(cursor, symbol, token)
    if cursor.token.text == "'" and symbol_key(symbol) + "'" in cursor.primed:
        symbol = _marked(cursor, symbol, "'" * _primes(cursor), token)
    return _known(cursor, symbol)


def declared_name(cursor: Cursor) -> Node:
    r"""A name with all that may belong to it, as the head of a declaration writes it; or `\log`."""
    token = cursor.token
    if token.text == r"\log":
        return t.Symbol(cursor.take().text, span=cursor.span(token))
    symbol = bare_name(cursor)
    if not isinstance(symbol, t.Symbol):
        return symbol
    symbol = _with_marks(cursor, symbol, token)
    primes = _primes(cursor)
    return _marked(cursor, symbol, "'" * primes, token) if primes else symbol


def layered(cursor: Cursor) -> tuple[Node, ...]:
    r"""The parameters of a head, up to and with the bracket that closes, if one of them is of a layer: `a^{(L)}`."""
    place, found = cursor.index, []
    with suppress(Faulty):
        found.append(declared_name(cursor))
        while cursor.accept(","):
            found.append(declared_name(cursor))
    if any(isinstance(one, t.Symbol) and one.superscript is not None for one in found) and cursor.accept(")"):
        return tuple(found)
    cursor.index = place
    return ()


def _with_subscript(cursor: Cursor, symbol: t.Symbol, token: Token) -> t.Symbol:
    if cursor.token.text != "_" or cursor.token.kind != "mark":
        return symbol
    below = subscript(cursor)
    return replace(symbol, subscript=below, span=cursor.span(token))


def subscript(cursor: Cursor) -> Node:
    """`_{…}`: letters are labels here, never unknown names."""
    cursor.expect("_", "before a subscript")
    cursor.indexing += 1
    inner = script_argument(cursor, "_")
    cursor.indexing -= 1
    return inner


def name(cursor: Cursor, symbol: t.Symbol, token: Token) -> Node:
    """A name, its scripts, and its arguments if it is a function."""
    _subscript_first(cursor)
    symbol = _with_subscript(cursor, symbol, token)
    if cursor.indexing:
        return symbol
    symbol = _with_marks(cursor, symbol, token)
    primes = _primes(cursor)
    if cursor.token.text == "_" and not symbol.subscript:
        symbol = _with_subscript(cursor, symbol, token)
    marked = _marked(cursor, symbol, "'" * primes, token)
    if primes and (symbol_key(marked) in cursor.model or symbol_key(marked) in cursor.primed):
        return _known(cursor, marked)
    node = _known(cursor, symbol)
    if node == t.Constant(r"\pi") and is_parted(cursor):
        cursor.unknown.append((symbol_key(symbol), symbol.span))
        node = symbol
    if isinstance(node, t.Constant):
        return node
    if primes == 1 and cursor.kind_of(symbol) in {"set", "event"}:
        return t.Complement(node, "'", span=cursor.span(token))
    if primes:
        _require_function(cursor, node, token)
        node = t.Prime(node, primes, span=cursor.span(token))
    return applied(cursor, node, symbol, token)


def _subscript_first(cursor: Cursor) -> None:
    """`x^2_1` is shown as `x_1^2` is: the subscript's tokens are moved in front."""
    if cursor.token.text != "^" or cursor.token.kind != "mark":
        return
    start, middle = cursor.index, end_of_script(cursor)
    if middle and cursor.tokens[middle].text == "_" and cursor.tokens[middle].kind == "mark":
        cursor.index = middle
        stop = end_of_script(cursor)
        cursor.index = start
        if stop:
            tokens = cursor.tokens
            tokens[start:stop] = [*tokens[middle:stop], *tokens[start:middle]]


def _primes(cursor: Cursor) -> int:
    count = 0
    while cursor.accept("'"):
        count += 1
    if not count and cursor.token.text == "^" and cursor.ahead(1).text in ("'", "{") and _only_primes(cursor):
        cursor.take()
        braced = cursor.accept("{")
        while cursor.accept("'"):
            count += 1
        if braced:
            cursor.expect("}", "behind the primes")
    return count


def _only_primes(cursor: Cursor) -> bool:
    place = 1 if cursor.ahead(1).text == "'" else 2
    return cursor.ahead(place).text == "'"


def _with_marks(cursor: Cursor, symbol: t.Symbol, token: Token) -> t.Symbol:
    """`x^*`, `w^{(k)}`, `W^{[l]}`: marks that make another name of it. A function's `f^{(n)}` is a derivative."""
    if cursor.token.text != "^":
        return symbol
    if cursor.ahead(1).text == "*" or [cursor.ahead(k).text for k in (1, 2, 3)] == ["{", "*", "}"]:
        cursor.take()
        braced = cursor.accept("{")
        cursor.take()
        if braced:
            cursor.take()
        return _marked(cursor, symbol, "*", token)
    if [cursor.ahead(k).text for k in (1, 2)] == ["{", "["]:
        opened = cursor.ahead(2)
        layer = t.Layer(_index_above(cursor, "]"), span=cursor.span(opened))
        return replace(symbol, superscript=layer, span=cursor.span(token))
    is_constant = symbol_key(symbol) in commands.CONSTANTS and symbol_key(symbol) not in cursor.model
    bracketed = [cursor.ahead(k).text for k in (1, 2)] == ["{", "("] and not is_constant
    if bracketed and not cursor.is_function(symbol) and is_iterate(cursor):
        return replace(symbol, superscript=_index_above(cursor, ")"), span=cursor.span(token))
    return symbol


def _index_above(cursor: Cursor, closer: str) -> Node:
    """What stands in the brackets of `^{(…)}` or `^{[…]}`."""
    cursor.index += 3
    cursor.indexing += 1
    with cursor.within(closer):
        index = cursor.expression()
    cursor.indexing -= 1
    cursor.expect(closer, "behind the index")
    mark, brace = cursor.token, cursor.ahead(1)
    if mark.text in ("T", r"\top") and brace.text == "}":  # A^{[l]T}: of all of A^{[l]}
        power = brace._replace(text="^", start=mark.start, stop=mark.start)
        cursor.tokens[cursor.index : cursor.index + 2] = [brace, power, mark]
    cursor.expect("}", "behind the index")
    return index


def _marked(cursor: Cursor, symbol: t.Symbol, marks: str, token: Token) -> t.Symbol:
    return t.Symbol(
        symbol.name, symbol.style, symbol.accents, symbol.subscript, marks, symbol.superscript, span=cursor.span(token)
    )


def _known(cursor: Cursor, symbol: t.Symbol) -> Node:
    """The symbol, noted as unknown if nothing declares it; or the constant of this name."""
    if cursor.indexing:
        return symbol
    key = symbol_key(symbol)
    if key in cursor.model or cursor.is_bound(key):
        return symbol
    if key in commands.CONSTANTS:
        return t.Constant(cast("t.ConstantName", key), span=symbol.span)
    if EVENTS in cursor.closing and symbol.accents[:1] in (("bar",), ("overline",)):  # the complement of an event
        _known(cursor, _unaccented(symbol))
        return symbol
    if symbol.accents[:1] in (("bar",), ("overline",)) and cursor.kind_of(_unaccented(symbol)) in _OPPOSED:
        return symbol  # the conjugate, or the complement
    everything = EVENTS in cursor.closing and key == r"\Omega"
    counts = t.is_indicator(symbol) and (symbol.subscript is not None or cursor.token.text == r"\{")
    if not (everything or counts or is_member(symbol, cursor.model, cursor.is_bound)):
        cursor.unknown.append((key, symbol.span))
    return symbol


_USUAL = ("x", "t")
_OPPOSED = frozenset({"complex", "set", "event"})


def _unaccented(symbol: t.Symbol) -> t.Symbol:
    return replace(symbol, accents=symbol.accents[1:])


def _require_function(cursor: Cursor, node: Node, token: Token) -> None:
    """A prime is the derivative by the only variable: of a function of one, or of a name that is defined by one; of a
    name that may depend on the x or t of the model, by this.
    """
    key = symbol_key(node)
    declared = cursor.model.get(key)
    if declared is None or len(declared.parameters) == 1 or (not declared.function and declared.body is not None):
        return
    if not declared.function and key not in _USUAL and any(letter in cursor.model for letter in _USUAL):
        return
    if declared.function:
        what, hint = (
            f"a function of {len(declared.parameters)} variables",
            rf"write \frac{{\partial {key}}}{{\partial …}}",
        )
    else:
        what, hint = "a variable", f"declare {key}(…) as a function, or {key}' as a name"
    cursor.fail(token, "not-a-function", f"a prime on {key}, which the model declares as {what}", hint)


# ── styles, accents ──


def accented(cursor: Cursor, token: Token) -> Node:
    r"""`\hat{y}_i`; `\dot{x}` of a function is its derivative."""
    if token.text == r"\overline" and cursor.token.text == "{" and is_more_than_a_name(cursor.tokens[cursor.index :]):
        body = argument(cursor)
        return t.Overline(body, span=cursor.span(token))
    symbol = _accented(cursor, token)
    plain = t.Symbol(symbol.name, symbol.style, symbol.accents[1:], span=symbol.span)
    dots = {"dot": 1, "ddot": 2}.get(symbol.accents[0], 0)
    if dots and symbol_key(symbol) not in cursor.model and cursor.is_function(plain):
        node = t.Prime(plain, dots, "dot", span=cursor.span(token))
        return applied(cursor, node, plain, token)
    return name(cursor, symbol, token)


def _accented(cursor: Cursor, token: Token) -> t.Symbol:
    with cursor.nested():
        return _under_accent(cursor, token)


def _under_accent(cursor: Cursor, token: Token) -> t.Symbol:
    braced = cursor.accept("{")
    inner = cursor.take()
    if inner.kind == "letter":
        symbol = _plain(inner)
    elif inner.text[1:] in commands.ACCENTS:
        symbol = _accented(cursor, inner)
    elif inner.text[1:] in commands.STYLES:
        symbol = _styled(cursor, inner)
    else:
        cursor.fail(
            inner,
            "syntax",
            f"{token.text} stands over one letter, found {cursor.found(inner)}",
            r"use \overline{…} over more than one",
        )
    if braced:
        symbol = _with_subscript(cursor, symbol, inner)
        cursor.expect("}", f"behind the letter under {token.text}")
    accents = (token.text[1:], *symbol.accents)
    return t.Symbol(symbol.name, symbol.style, accents, symbol.subscript, span=cursor.span(token))


def styled(cursor: Cursor, token: Token) -> Node:
    r"""`\mathbf{v}`, `\mathbb{R}`, `\mathrm{e}`, `\mathrm{d}x`, `\mathbb{E}[X]`."""
    symbol = _styled(cursor, token)
    if symbol.style == "mathbb" and symbol.name in commands.NUMBER_SETS:
        return t.Constant(cast("t.ConstantName", rf"\mathbb{{{symbol.name}}}"), span=symbol.span)
    if symbol.name == "0" and symbol.style in ("mathbf", "boldsymbol") and symbol_key(symbol) not in cursor.model:
        return t.Constant(r"\mathbf{0}", span=symbol.span)
    if symbol.style == "mathbb" and symbol.name in ("E", "V") and symbol_key(symbol) not in cursor.model:
        return function_name(cursor, token, symbol.name)
    if symbol.style == "mathrm" and symbol_key(symbol) not in cursor.model:
        if symbol.name in ("e", "i"):
            return t.Constant(cast("t.ConstantName", symbol.name), upright=True, span=symbol.span)
        if symbol.name == "d" and not cursor.indexing:
            return differential(cursor, token, r"\mathrm{d}")
    return name(cursor, symbol, token)


def _styled(cursor: Cursor, token: Token) -> t.Symbol:
    if token.kind in ("text", "operatorname"):
        return t.Symbol(token.text, cast("t.Style", token.kind), span=cursor.span(token))
    braced = cursor.accept("{")
    word = ""
    while cursor.token.kind in ("letter", "number") and (braced or not word):
        word += cursor.take().text
    if not word:
        cursor.fail(
            cursor.token,
            "syntax",
            f"{token.text} takes a letter, found {cursor.found(cursor.token)}",
            r"write a letter in its braces: \mathbf{v}",
        )
    if braced:
        cursor.expect("}", f"behind the letters of {token.text}")
    return t.Symbol(word, cast("t.Style", token.text[1:]), span=cursor.span(token))


def _directional(cursor: Cursor, token: Token) -> Node:
    r"""`D_{\mathbf{u}} f(1, 2)`."""
    cursor.take()
    along = argument(cursor)
    start = cursor.token
    operand = bare_name(cursor)
    node = t.Directional(along, operand, span=cursor.span(token))
    if cursor.token.text == "(" and isinstance(operand, t.Symbol):
        return application(cursor, node, None, start, arity=arity_of(cursor, operand))
    return node
