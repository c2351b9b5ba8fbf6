r"""The rules for names: letters with their scripts, constants, styles and accents, functions and what they are applied to.

Laws:
- Whether `x(…)` is an application or a product is the model's word, never a guess.
- A name hides a constant: where the model declares `e`, `e` is a variable.
- Without brackets a function takes one factor or a run of plain ones (`\sin 2x`, `\cos x^2`); longer runs are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mathora.formula import names
from mathora.formula import tree as t
from mathora.formula.cursor import Cursor
from mathora.formula.latex import symbol_key, write_latex
from mathora.formula.reader_terms import argument, listing, script_argument

if TYPE_CHECKING:
    from mathora.formula.tokens import Token
    from mathora.formula.tree import Node


def letter(cursor: Cursor, token: Token) -> Node:
    """A letter with its scripts: a constant, a differential, a name, or an application."""
    if token.side == "alone":  # the argument of a command: \frac xy, x^n
        return _known(cursor, t.Symbol(token.text, span=cursor.span(token)), token)
    if token.text == "d" and "d" not in cursor.model and not cursor.indexing and not cursor.is_bound("d"):
        cursor.index -= 1
        if cursor.at_differential():
            cursor.index += 1
            return differential(cursor, token, "d")
        cursor.index += 1
    if token.text == "D" and "D" not in cursor.model and cursor.token.text == "_":
        return _directional(cursor, token)
    return name(cursor, _lettered(cursor, token), token)


def _lettered(cursor: Cursor, token: Token) -> t.Symbol:
    r"""A letter, or a change of one: `\Delta x`, unless `\Delta` is a name itself."""
    if token.text in (r"\Delta", r"\delta") and token.text not in cursor.model and cursor.token.kind == "letter":
        inner = cursor.take()
        return t.Symbol(inner.text, accents=(token.text[1:],), span=cursor.span(token))
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
    elif token.text[1:] in names.ACCENTS:
        symbol = _accented(cursor, token)
    elif token.text[1:] in names.STYLES or token.kind in ("operatorname", "text"):
        symbol = _styled(cursor, token)
    else:
        cursor.fail(token, "syntax", f"expected a name, found {cursor.found(token)}")
    return _known(cursor, _with_subscript(cursor, symbol, token), token)


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


def _with_subscript(cursor: Cursor, symbol: t.Symbol, token: Token) -> t.Symbol:
    if cursor.token.text != "_" or cursor.token.kind != "mark":
        return symbol
    return t.Symbol(
        symbol.name, symbol.style, symbol.accents, subscript(cursor), symbol.marks, symbol.superscript,
        span=cursor.span(token),
    )  # fmt: skip


def subscript(cursor: Cursor) -> Node:
    """`_{…}`: letters are labels here, never unknown names."""
    cursor.expect("_", "before a subscript")
    cursor.indexing += 1
    inner = script_argument(cursor, "_")
    cursor.indexing -= 1
    return inner


def name(cursor: Cursor, symbol: t.Symbol, token: Token) -> Node:
    """A name, its scripts, and its arguments if it is a function."""
    if cursor.indexing:
        return _with_subscript(cursor, symbol, token)
    symbol = _with_subscript(cursor, symbol, token)
    symbol = _with_marks(cursor, symbol, token)
    primes = _primes(cursor)
    if cursor.token.text == "_" and not symbol.subscript:
        symbol = _with_subscript(cursor, symbol, token)
    if primes and symbol_key(marked := _marked(cursor, symbol, "'" * primes, token)) in cursor.model:
        return _known(cursor, marked, token)
    node = _known(cursor, symbol, token)
    if isinstance(node, t.Constant):
        return node
    if primes:
        _require_function(cursor, node, token)
        node = t.Prime(node, primes, span=cursor.span(token))
    return applied(cursor, node, symbol, token)


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
    """`x^*`, `w^{(k)}`: marks that make another name of it. A function's `f^{(n)}` is a derivative instead."""
    if cursor.token.text != "^":
        return symbol
    if cursor.ahead(1).text == "*" or [cursor.ahead(k).text for k in (1, 2, 3)] == ["{", "*", "}"]:
        cursor.take()
        braced = cursor.accept("{")
        cursor.take()
        if braced:
            cursor.take()
        return _marked(cursor, symbol, "*", token)
    if [cursor.ahead(k).text for k in (1, 2)] == ["{", "("] and not cursor.is_function(symbol) and _is_iterate(cursor):
        cursor.index += 3
        cursor.indexing += 1
        with cursor.within(")"):
            index = cursor.expression()
        cursor.indexing -= 1
        cursor.expect(")", "behind the index")
        cursor.expect("}", "behind the index")
        return t.Symbol(
            symbol.name, symbol.style, symbol.accents, symbol.subscript, symbol.marks, index, span=cursor.span(token)
        )
    return symbol


def _is_iterate(cursor: Cursor) -> bool:
    """Whether `^{(` is closed by `)}` directly: the brackets hold the whole exponent."""
    depth = 0
    for place in range(cursor.index + 2, len(cursor.tokens) - 1):
        depth += {"(": 1, ")": -1}.get(cursor.tokens[place].text, 0)
        if depth == 0:
            return cursor.tokens[place + 1].text == "}"
    return False


def _marked(cursor: Cursor, symbol: t.Symbol, marks: str, token: Token) -> t.Symbol:
    return t.Symbol(
        symbol.name, symbol.style, symbol.accents, symbol.subscript, marks, symbol.superscript, span=cursor.span(token)
    )


def _known(cursor: Cursor, symbol: t.Symbol, token: Token) -> Node:
    """The symbol, noted as unknown if nothing declares it; or the constant of this name."""
    if cursor.indexing:
        return symbol
    key = symbol_key(symbol)
    if key in cursor.model or cursor.is_bound(key):
        return symbol
    if key in names.CONSTANTS:
        return t.Constant(cast("t.ConstantName", key), span=symbol.span)
    if not _is_component(cursor, symbol):
        cursor.unknown.append((key, cursor.span(token)))
    return symbol


def _is_component(cursor: Cursor, symbol: t.Symbol) -> bool:
    """Whether an indexed name belongs to a declared vector or family: `y_i` where the model has `y_1`, or the vector y."""
    if symbol.subscript is None:
        return False
    base = t.Symbol(symbol.name, symbol.style, symbol.accents, None, symbol.marks, symbol.superscript)
    owner = cursor.model.get(symbol_key(base))
    if owner is not None and owner.kind in ("vector", "matrix"):
        return True
    mentions = [part for _, part in t.walk(symbol.subscript)]
    if not any(isinstance(part, t.Symbol) and cursor.is_bound(symbol_key(part)) for part in mentions):
        return False
    return symbol_key(base) in cursor.model.families


def _require_function(cursor: Cursor, node: Node, token: Token) -> None:
    key = symbol_key(node)
    declared = cursor.model.get(key)
    if declared is not None and not declared.function and declared.body is None:
        cursor.fail(
            token, "not-a-function", f"a prime on {key}, which the model declares as a variable",
            f"declare {key}(…) as a function, or {key}' as a name",
        )  # fmt: skip


def applied(cursor: Cursor, node: Node, symbol: t.Symbol, token: Token) -> Node:
    """A function's name with the brackets behind it; any other name as it is."""
    unknown = bool(cursor.unknown) and cursor.unknown[-1][1].start == token.start
    if not (cursor.is_function(symbol) or unknown or isinstance(node, t.Prime)):
        return node
    node = _higher_prime(cursor, node, token)
    if cursor.token.text == "(":
        return application(cursor, node, None, token, arity=_arity(cursor, symbol))
    if cursor.token.text == "^" and (place := _end_of_script(cursor)) and cursor.tokens[place].text == "(":
        return _raised(cursor, node, symbol, token)
    return node


def _higher_prime(cursor: Cursor, node: Node, token: Token) -> Node:
    """`f^{(4)}`, `f^{(n)}`."""
    if cursor.token.text != "^" or [cursor.ahead(k).text for k in (1, 2)] != ["{", "("] or not _is_iterate(cursor):
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
        cursor.fail(token, "too-large", f"a derivative of order {number.text}; at most {most}")
    return int(number.text)


def _end_of_script(cursor: Cursor) -> int:
    """The place behind `^{…}` or `^2`; 0 if there is none."""
    if cursor.ahead(1).text != "{":
        return cursor.index + 2
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
    return application(cursor, node, power, token, arity=_arity(cursor, symbol))


def _arity(cursor: Cursor, symbol: t.Symbol) -> int | None:
    declared = cursor.model.get(symbol_key(symbol))
    return len(declared.parameters) if declared is not None and declared.function else None


def application(cursor: Cursor, head: Node, power: Node | None, token: Token, *, arity: int | None = None) -> Node:
    """The brackets behind a function: its arguments, as many as it has parameters (or one vector for all)."""
    opened = cursor.take()
    arguments = bracketed(cursor, opened, ")")
    found = len(arguments)
    if arity is not None and found != arity and not (found == 1 and not isinstance(arguments[0], t.Number)):
        what = write_latex(head)
        parameters = "parameter" if arity == 1 else "parameters"
        cursor.fail(opened, "arity", f"{what} has {arity} {parameters}, and {found} are given here")
    return t.Application(head, power, arguments, span=cursor.span(token))


def bracketed(cursor: Cursor, opened: Token, closer: str) -> tuple[Node, ...]:
    """The values between brackets, parted by commas, up to and with `closer`."""
    with cursor.within(closer):
        items = [cursor.expression()]
        while cursor.accept(","):
            items.append(cursor.expression())
    if cursor.accept(closer) is None:
        found = cursor.found(cursor.token)
        cursor.fail(cursor.token, "syntax", f"expected {closer} for the {opened.text} before, found {found}")
    return tuple(items)


def _directional(cursor: Cursor, token: Token) -> Node:
    r"""`D_{\mathbf{u}} f(1, 2)`."""
    cursor.take()
    along = argument(cursor)
    start = cursor.token
    operand = bare_name(cursor)
    node = t.Directional(along, operand, span=cursor.span(token))
    if cursor.token.text == "(" and isinstance(operand, t.Symbol):
        return application(cursor, node, None, start, arity=_arity(cursor, operand))
    return node


# ── styles, accents, words ──


def accented(cursor: Cursor, token: Token) -> Node:
    r"""`\hat{y}_i`; `\dot{x}` of a function is its derivative."""
    symbol = _accented(cursor, token)
    plain = t.Symbol(symbol.name, symbol.style, symbol.accents[1:], span=symbol.span)
    dots = {"dot": 1, "ddot": 2}.get(symbol.accents[0], 0)
    if dots and symbol_key(symbol) not in cursor.model and cursor.is_function(plain):
        node = t.Prime(plain, dots, "dot", span=cursor.span(token))
        return applied(cursor, node, plain, token)
    return name(cursor, symbol, token)


def _accented(cursor: Cursor, token: Token) -> t.Symbol:
    braced = cursor.accept("{")
    inner = cursor.take()
    if inner.kind == "letter":
        symbol = _plain(inner)
    elif inner.text[1:] in names.ACCENTS:
        symbol = _accented(cursor, inner)
    elif inner.text[1:] in names.STYLES:
        symbol = _styled(cursor, inner)
    else:
        cursor.fail(inner, "syntax", f"{token.text} stands over one letter, found {cursor.found(inner)}")
    if braced:
        symbol = _with_subscript(cursor, symbol, inner)
        cursor.expect("}", f"behind the letter under {token.text}")
    accents = (token.text[1:], *symbol.accents)
    return t.Symbol(symbol.name, symbol.style, accents, symbol.subscript, span=cursor.span(token))


def styled(cursor: Cursor, token: Token) -> Node:
    r"""`\mathbf{v}`, `\mathbb{R}`, `\mathrm{e}`, `\mathrm{d}x`, `\mathbb{E}[X]`."""
    symbol = _styled(cursor, token)
    if symbol.style == "mathbb" and symbol.name in names.NUMBER_SETS:
        return t.Constant(cast("t.ConstantName", rf"\mathbb{{{symbol.name}}}"), span=symbol.span)
    if symbol.style == "mathbb" and symbol.name == "E" and symbol_key(symbol) not in cursor.model:
        return function_name(cursor, token, "E")
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
        cursor.fail(cursor.token, "syntax", f"{token.text} takes a letter, found {cursor.found(cursor.token)}")
    if braced:
        cursor.expect("}", f"behind the letters of {token.text}")
    return t.Symbol(word, cast("t.Style", token.text[1:]), span=cursor.span(token))


def operator_name(cursor: Cursor, token: Token) -> Node:
    r"""`\operatorname{ReLU}(x)`: a standard function, or a name of the model."""
    word = token.text.replace(r"\,", "").replace(" ", "")
    symbol = t.Symbol(word, "operatorname", span=cursor.span(token))
    if symbol_key(symbol) not in cursor.model and (
        word in names.OPERATOR_FUNCTIONS or word in names.FUNCTIONS | names.EXTREMA
    ):
        return cursor.grammar.prefix["extremum" if word in names.EXTREMA else "function"](
            cursor, token._replace(text="\\" + word)
        )
    return name(cursor, symbol, token)


def text(cursor: Cursor, token: Token) -> Node:
    r"""`\text{MSE}`: a name if the model has it or it stands on the left; else words."""
    words = token.text
    if cursor.indexing:
        return t.Words(words, span=cursor.span(token))
    symbol = t.Symbol(words, "text", span=cursor.span(token))
    if symbol_key(symbol) in cursor.model or (cursor.index == 1 and words.replace(" ", "").isalnum()):
        return name(cursor, symbol, token)
    if words.strip() in names.CONNECTIVE_WORDS and cursor.token.kind not in ("end of formula",):
        condition = cursor.expression()
        blank = t.Blank(span=t.Span(token.start, token.start))
        return t.Logic((blank, condition), (cast("t.LogicSign", words.strip()),), span=cursor.span(token))
    return t.Words(words, span=cursor.span(token))


# ── standard functions ──


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
        cursor.ambiguous(token, r"\log without a base", r"\ln", r"\log_{10}")
    power = None
    if mark := cursor.accept("^"):
        power = script_argument(cursor, "^")
        if power == t.Signed("-", t.Number("1")) and word not in names.INVERTIBLE:
            cursor.ambiguous(
                mark, rf"\{word}^{{-1}}", rf"\frac{{1}}{{\{word}(…)}}", f"the inverse function of {word} by its name"
            )
    opened = cursor.token
    if opened.text in ("(", "[") or (opened.text == r"\{" and word in names.EXTREMA):
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
    arguments = bracketed(cursor, opened, closer)
    bracket = {"(": "(", "[": "[", r"\{": "{"}[opened.text]
    node = t.Application(head, power, arguments, cast("t.ArgumentBracket", bracket), span=cursor.span(token))
    if cursor.token.text == "^" and len(arguments) == 1 and head.name != "E":
        word, inner = write_latex(head), write_latex(arguments[0])
        cursor.ambiguous(cursor.token, f"{word}({inner})^…", f"{word}^…({inner})", f"{word}(({inner})^…)")
    return node


def bare_argument(cursor: Cursor, token: Token) -> Node:
    """What a function without brackets is applied to."""
    if cursor.token.text == "{" and cursor.token.kind == "mark":
        cursor.take()
        inner = bare_argument(cursor, token)
        cursor.expect("}", "to close the braces")
        return inner
    first = cursor.token
    factors = [cursor.factor()]
    while _goes_on(cursor):
        here = cursor.token
        if here.spaced or here.text in ("(", "[", "|", r"\|", r"\{") or not all(map(_is_plain, factors)):
            _refuse_run(cursor, here, token, factors)
        factor = cursor.factor()
        numeric = isinstance(factors[0], t.Number | t.Constant)
        if isinstance(factor, t.Number) or not (_is_plain(factor) or numeric):
            _refuse_run(cursor, here, token, factors)
        factors.append(factor)
    if cursor.token.text == "/" and not cursor.ahead(1).text[1:] in names.FUNCTIONS:
        run = _run_text(factors)
        word = cursor.found(token).strip("'")
        cursor.ambiguous(
            cursor.token, f"{word} {run}/…", rf"\frac{{{word} {run}}}{{…}}", rf"{word} \frac{{{run}}}{{…}}"
        )
    if len(factors) == 1:
        return factors[0]
    return t.Product(tuple(factors), ("",) * (len(factors) - 1), span=cursor.span(first))


def _goes_on(cursor: Cursor) -> bool:
    infix = cursor.infix()
    if infix is None or infix is not cursor.grammar.infix["adjacent"]:
        return False
    token = cursor.token
    return token.kind != "operatorname" and token.text[1:] not in names.FUNCTIONS and token.text not in _ENDING


def _is_plain(node: Node) -> bool:
    return isinstance(node, t.Number | t.Constant | t.Symbol)


def _run_text(factors: list[Node]) -> str:
    return (
        write_latex(factors[0])
        if len(factors) == 1
        else write_latex(t.Product(tuple(factors), ("",) * (len(factors) - 1)))
    )


def _refuse_run(cursor: Cursor, here: Token, token: Token, factors: list[Node]) -> None:
    word, run = cursor.found(token).strip("'"), _run_text(factors)
    after = here.text if here.text not in ("(", "[") else "(…)"
    cursor.ambiguous(here, f"{word} {run} {after}", f"{word}({run}) {after}", f"{word}({run} {after})")


_ENDING = frozenset([r"\sum", r"\prod", r"\int", r"\iint", r"\lim", r"\nabla"])
