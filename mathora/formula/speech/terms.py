"""Terms in spoken words: names, arithmetic, brackets, functions applied. One speaker a node kind, all in `TERMS`."""

from __future__ import annotations

from collections.abc import Mapping

from mathora.formula import tree as t
from mathora.formula.speech.numbers import spoken_fraction, spoken_number
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
    enclosed,
    enumerated,
    is_name,
    is_power,
    is_simple,
    tight,
)
from mathora.formula.symbols.functions import SYMBOLS
from mathora.formula.symbols.units import spoken_unit
from mathora.formula.typeset.glyphs import DOUBLE_STRUCK, LETTERS, OPERATORS

_SIGNS = {sign: OPERATORS[sign].spoken for sign in ("+", "-", r"\pm", r"\mp")}
_POWERS = {"2": "squared", "3": "cubed"}
_ACCENT_WORDS = {"widehat": "hat", "overline": "bar", "widetilde": "tilde", "ddot": "double dot"}
_STYLE_WORDS = {"mathcal": "script ", "mathbb": "double-struck "}


# ── leaves and names ──────────────────────────────────────────────────────────────────────────────────────────────────


def _number(node: t.Number, _follows: Follows, _say: Say) -> str:
    return spoken_number(node.text)


def _constant(node: t.Constant, _follows: Follows, _say: Say) -> str:
    if node.name.startswith(r"\mathbb"):
        return DOUBLE_STRUCK[node.name[len(r"\mathbb{")]].spoken
    return LETTERS[node.name].spoken if node.name in LETTERS else node.name


def _words(node: t.Words, _follows: Follows, _say: Say) -> str:
    return plain(node.text)


def plain(text: str) -> str:
    """Literal words without the signs that a voice would spell out; digits as numbers."""
    kept = "".join(character if character.isalnum() or character in " '’-," else " " for character in text)
    return " ".join(spoken_number(word) if word.isdecimal() and word.isascii() else word for word in kept.split())


def _unit_name(node: t.UnitName, _follows: Follows, _say: Say) -> str:
    return spoken_unit(node.text, many=True)


def _symbol(node: t.Symbol, _follows: Follows, say: Say) -> str:
    words = _STYLE_WORDS.get(node.style, "") + (LETTERS[node.name].spoken if node.name in LETTERS else plain(node.name))
    prefix = ""
    for accent in reversed(node.accents):
        if accent in {"Delta", "delta"}:
            prefix += "delta "
        elif accent == "vec":
            prefix += "vector "
        else:
            words += f" {_ACCENT_WORDS.get(accent, accent)}"
    if node.marks:
        words += " " + " ".join("star" if mark == "*" else "prime" for mark in node.marks)
    if node.subscript is not None:
        words += _subscript(node.subscript, say)
    if node.superscript is not None:
        words += f" at step {say(node.superscript, NOTHING)}"
    return prefix + words


def _subscript(node: t.Node, say: Say) -> str:
    """`w one`, `y sub i`, `w new`; a longer index is closed."""
    words = say(node, NOTHING)
    if isinstance(node, t.Number | t.Words) or (isinstance(node, t.Symbol) and node.style in {"text", "mathrm"}):
        return f" {words}"
    return f" sub {words}" if is_name(node) else f" sub {words} end sub"


# ── arithmetic ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _signed(node: t.Signed, follows: Follows, say: Say) -> str:
    return f"{_SIGNS[node.sign]} {say(node.operand, follows)}"


def _addition(node: t.Addition, follows: Follows, say: Say) -> str:
    words = say(node.terms[0], MORE)
    for index, (sign, term) in enumerate(zip(node.operators, node.terms[1:], strict=True), start=2):
        words += f" {_SIGNS[sign]} {say(term, follows if index == len(node.terms) else MORE)}"
    return words


def _product(node: t.Product, follows: Follows, say: Say) -> str:
    last = len(node.factors) - 1
    words = _factor(node.factors[0], MORE, say)
    for index, sign in enumerate(node.operators):
        before, factor = node.factors[index], node.factors[index + 1]
        spoken = _times(sign, before, factor)
        words += f" {spoken}".rstrip() + f" {_factor(factor, follows if index + 1 == last else MORE, say)}"
    return words


def _factor(node: t.Node, follows: Follows, say: Say) -> str:
    return bracketed(node, say) if isinstance(node, t.Addition | t.Signed) else say(node, follows)


def _times(sign: str, left: t.Node, right: t.Node) -> str:
    """What is said between two factors; between a number and letters nothing."""
    if sign == "":
        base = right.base if isinstance(right, t.Power) and is_power(right) else right
        plain_left = is_name(left) or is_power(left) or (isinstance(left, t.Quotient) and spoken_parts(left))
        return "" if plain_left and isinstance(base, t.Symbol | t.Constant) else "times"
    if sign in {r"\cdot", r"\times"} and _is_vector(left) and not isinstance(right, t.Number):
        return "dot" if sign == r"\cdot" else "cross"
    return OPERATORS[sign].spoken


def _is_vector(node: t.Node) -> bool:
    """Whether the notation itself says so; what a plain name is only the model knows, and `times` fits it too."""
    if isinstance(node, t.Symbol):
        return node.style in {"mathbf", "boldsymbol"} or "vec" in node.accents
    head = node.head if isinstance(node, t.Application) else node
    return isinstance(head, t.Nabla | t.Tuple)


def spoken_parts(node: t.Quotient) -> str | None:
    """`one half` of two small whole numbers."""
    if isinstance(node.numerator, t.Number) and isinstance(node.denominator, t.Number):
        above, below = node.numerator.value, node.denominator.value
        if above.denominator == below.denominator == 1:
            return spoken_fraction(above.numerator, below.numerator)
    return None


def _quotient(node: t.Quotient, follows: Follows, say: Say) -> str:
    parts = spoken_parts(node)
    if parts:
        return parts
    below = node.denominator
    factorial = isinstance(below, t.Factorial) and is_name(below.operand)
    if is_simple(node.numerator) and (is_name(below) or is_power(below) or factorial):
        return f"{say(node.numerator, MORE)} over {say(below, follows)}"
    if node.style in {"/", "div"}:
        over = "divided by" if node.style == "div" else "over"
        return f"{argument(node.numerator, say, MORE)} {over} {argument(below, say, follows)}"
    words = f"the fraction with numerator {say(node.numerator, NOTHING)}, and denominator {say(below, NOTHING)}"
    return closed(words, "fraction", follows, simple=False)


def _power(node: t.Power, follows: Follows, say: Say) -> str:
    base = tight(node.base, say)
    if isinstance(node.exponent, t.Number) and node.exponent.text in _POWERS:
        return f"{base} {_POWERS[node.exponent.text]}"
    exponent = node.exponent.operand if isinstance(node.exponent, t.Signed) else node.exponent
    if is_name(exponent) or is_power(exponent):
        return f"{base} to the {say(node.exponent, follows)}"
    words = f"{base} to the power of {say(node.exponent, NOTHING if follows is NOTHING else MORE)}"
    return closed(words, "exponent", follows, simple=False)


def _transpose(node: t.Transpose, _follows: Follows, say: Say) -> str:
    return f"{tight(node.operand, say)} transpose"


def _root(node: t.Root, follows: Follows, say: Say) -> str:
    match node.degree:
        case None:
            kind = "square root"
        case t.Number(text="3"):
            kind = "cube root"
        case degree:
            kind = f"root of order {say(degree, NOTHING)}"
    return enclosed(f"the {kind} of", node.radicand, "root", follows, say)


def _factorial(node: t.Factorial, _follows: Follows, say: Say) -> str:
    return f"{tight(node.operand, say)} {'double ' if node.marks == '!!' else ''}factorial"


def _binomial(node: t.Binomial, _follows: Follows, say: Say) -> str:
    return f"{bracketed(node.upper, say)} choose {bracketed(node.lower, say)}"


def _percent(node: t.Percent, _follows: Follows, say: Say) -> str:
    return f"{tight(node.operand, say)} percent"


def _degrees(node: t.Degrees, _follows: Follows, say: Say) -> str:
    return f"{tight(node.operand, say)} degrees"


def _quantity(node: t.Quantity, _follows: Follows, say: Say) -> str:
    return f"{say(node.value, TIGHT)} {_unit(node.unit, say, many=node.value != t.Number('1'))}"


def _unit(node: t.Node, say: Say, *, many: bool) -> str:
    match node:
        case t.UnitName(text=text):
            return spoken_unit(text, many=many)
        case t.Product(factors=factors):
            return " ".join(_unit(one, say, many=many and one is factors[-1]) for one in factors)
        case t.Quotient(numerator=numerator, denominator=denominator):
            return f"{_unit(numerator, say, many=many)} per {_unit(denominator, say, many=False)}"
        case t.Power(base=base, exponent=t.Number(text=text)) if text in _POWERS:
            return f"{_unit(base, say, many=many)} {_POWERS[text]}"
        case t.Power(base=base, exponent=exponent):
            return f"{_unit(base, say, many=many)} to the {say(exponent, NOTHING)}"
        case _:
            return say(node, NOTHING)


# ── brackets ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _group(node: t.Group, _follows: Follows, say: Say) -> str:
    return bracketed(node.body, say)


def _absolute(node: t.Absolute, follows: Follows, say: Say) -> str:
    return enclosed("the absolute value of", node.body, "absolute value", follows, say)


def _norm(node: t.Norm, follows: Follows, say: Say) -> str:
    order = f"{say(node.order, NOTHING)} " if node.order is not None else ""
    return enclosed(f"the {order}norm of", node.body, "norm", follows, say)


def _inner_product(node: t.InnerProduct, follows: Follows, say: Say) -> str:
    words = f"the inner product of {bracketed(node.left, say)} and {bracketed(node.right, say)}"
    return closed(words, "inner product", follows, simple=False)


def _rounded(node: t.Rounded, follows: Follows, say: Say) -> str:
    name = {"floor": "floor", "ceil": "ceiling"}[node.kind]
    return enclosed(f"the {name} of", node.body, name, follows, say)


def _tuple(node: t.Tuple, follows: Follows, say: Say) -> str:
    opening = "the vector" if all(map(is_simple, node.items)) else "the vector with components"
    return closed(f"{opening} {enumerated(node.items, say)}", "vector", follows, simple=False)


def _matrix(node: t.Matrix, follows: Follows, say: Say) -> str:
    height, width = len(node.rows), len(node.rows[0])
    size = f"{spoken_number(str(height))} by {spoken_number(str(width))}"
    opening = {"vmatrix": "the determinant of ", "Vmatrix": "the norm of "}.get(node.bracket, "")
    if width == 1:
        words = f"{opening}the column vector {enumerated([row[0] for row in node.rows], say)}"
    else:
        rows = ", next row ".join(enumerated(row, say) for row in node.rows)
        words = f"{opening}the {size} matrix with first row {rows}"
    return closed(words, "matrix" if width > 1 else "vector", follows, simple=False)


# ── functions ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_WITHOUT_ARTICLE = {"circular", "hyperbolic", "arc", "area", "logarithm"}


def _function_name(node: t.FunctionName, _follows: Follows, say: Say) -> str:
    symbol = SYMBOLS[node.name]
    words = symbol.spoken
    if node.subscript is not None:
        words += f" {'base' if node.name == 'log' else 'over'} {say(node.subscript, NOTHING)}"
    return words if symbol.family in _WITHOUT_ARTICLE else f"the {words}"


def _application(node: t.Application, follows: Follows, say: Say) -> str:
    head = say(node.head, TIGHT)
    if node.inverse:
        head = f"inverse {head}" if isinstance(node.head, t.FunctionName) else f"{head} inverse"
    elif node.power is not None:
        head = f"{head} {_raised(node.power, say)}"
    if isinstance(node.head, t.Nabla | t.Derivative | t.Evaluated):
        return closed(f"{head} at {enumerated(node.arguments, say)}", "point", follows, simple=len(node.arguments) == 1)
    if len(node.arguments) == 1:
        return f"{head} of {argument(node.arguments[0], say, follows)}"
    if isinstance(node.head, t.FunctionName):
        words = f"{head} of {also(say(one, NOTHING) for one in node.arguments)}"
        return closed(words, SYMBOLS[node.head.name].spoken, follows, simple=False)
    words = f"{head} of {', '.join(argument(one, say, MORE) for one in node.arguments)}"
    return closed(words, "arguments", follows, simple=all(map(is_name, node.arguments)))


def _raised(power: t.Node, say: Say) -> str:
    if isinstance(power, t.Number) and power.text in _POWERS:
        return _POWERS[power.text]
    return f"to the {say(power, NOTHING)}"


TERMS: Mapping[type[t.Node], Speaker] = {
    t.Number: _number,
    t.Constant: _constant,
    t.Words: _words,
    t.UnitName: _unit_name,
    t.Dots: lambda _node, _follows, _say: "and so on",
    t.Placeholder: lambda _node, _follows, _say: "blank",
    t.Blank: lambda _node, _follows, _say: "",
    t.Symbol: _symbol,
    t.Signed: _signed,
    t.Addition: _addition,
    t.Product: _product,
    t.Quotient: _quotient,
    t.Power: _power,
    t.Transpose: _transpose,
    t.Root: _root,
    t.Factorial: _factorial,
    t.Binomial: _binomial,
    t.Percent: _percent,
    t.Degrees: _degrees,
    t.Quantity: _quantity,
    t.Group: _group,
    t.Absolute: _absolute,
    t.Norm: _norm,
    t.InnerProduct: _inner_product,
    t.Rounded: _rounded,
    t.Tuple: _tuple,
    t.Matrix: _matrix,
    t.FunctionName: _function_name,
    t.Application: _application,
}
"""The speaker of each node kind."""
