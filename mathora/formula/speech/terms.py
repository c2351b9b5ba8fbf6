"""Terms in spoken words: names, arithmetic, brackets, functions applied. One speaker a node kind, all in `TERMS`."""

from __future__ import annotations

from collections.abc import Mapping

from mathora.formula import tree as t
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
from mathora.formula.symbols.glyphs import DOUBLE_STRUCK, LETTERS, OPERATORS
from mathora.formula.symbols.units import spoken_unit

_SIGNS = {sign: OPERATORS[sign].spoken for sign in ("+", "-", r"\pm", r"\mp")}
_POWERS = {"2": "squared", "3": "cubed"}
_ACCENT_WORDS = {"widehat": "hat", "overline": "bar", "widetilde": "tilde", "ddot": "double dot"}
_PREFIXES = {"Delta": "delta", "delta": "delta", "vec": "vector"}
_STYLE_WORDS = {"mathcal": "script", "mathbb": "double-struck"}


# ── leaves and names ──────────────────────────────────────────────────────────────────────────────────────────────────


def _constant(node: t.Constant, _follows: Follows, say: Say) -> str:
    if node.name.startswith(r"\mathbb"):
        return say.word(DOUBLE_STRUCK[node.name[len(r"\mathbb{")]].spoken)
    if node.name == r"\mathbf{0}":
        return say.number("0")
    return say.word(LETTERS[node.name].spoken) if node.name in LETTERS else node.name


def _words(node: t.UprightWords, _follows: Follows, say: Say) -> str:
    if node.text in _SIGNS:
        return say.word(_SIGNS[node.text])
    return plain(node.text, say)


def plain(text: str, say: Say) -> str:
    """Literal words without the signs that a voice would spell out; digits as numbers."""
    kept = "".join(character if character.isalnum() or character in " '’-," else " " for character in text)
    return " ".join(say.number(word) if word.isdecimal() and word.isascii() else word for word in kept.split())


def _symbol(node: t.Symbol, _follows: Follows, say: Say) -> str:
    words = say.word(LETTERS[node.name].spoken) if node.name in LETTERS else plain(node.name, say)
    if node.style in _STYLE_WORDS:
        words = f"{say.word(_STYLE_WORDS[node.style])} {words}"
    prefix = ""
    for accent in reversed(node.accents):
        if accent in _PREFIXES:
            prefix += f"{say.word(_PREFIXES[accent])} "
        else:
            words += f" {say.word(_ACCENT_WORDS.get(accent, accent))}"
    if node.marks:
        words += " " + " ".join(say.word("star" if mark == "*" else "prime") for mark in node.marks)
    if node.subscript is not None:
        words += _subscript(node.subscript, say)
    if isinstance(node.superscript, t.Layer):
        words = f"{words} {say(node.superscript, NOTHING)}"
    elif node.superscript is not None:
        words = say.phrase("{words} at step {step}", words=words, step=say(node.superscript, NOTHING))
    return prefix + words


def _subscript(node: t.Node, say: Say) -> str:
    """`w one`, `y sub i`, `w new`; a longer index is closed."""
    words = say(node, NOTHING)
    if isinstance(node, t.Number | t.UprightWords) or (isinstance(node, t.Symbol) and node.style in {"text", "mathrm"}):
        return f" {words}"
    return say.phrase(" sub {words}" if is_name(node) else " sub {words} end sub", words=words)


# ── arithmetic ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _addition(node: t.Addition, follows: Follows, say: Say) -> str:
    words = say(node.terms[0], MORE)
    for index, (sign, term) in enumerate(zip(node.operators, node.terms[1:], strict=True), start=2):
        words += f" {say.word(_SIGNS[sign])} {say(term, follows if index == len(node.terms) else MORE)}"
    return words


def _product(node: t.Product, follows: Follows, say: Say) -> str:
    last = len(node.factors) - 1
    words = _factor(node.factors[0], MORE, say)
    for index, sign in enumerate(node.operators):
        before, factor = node.factors[index], node.factors[index + 1]
        spoken = say.word(_times(sign, before, factor, say))
        words += f" {spoken}".rstrip() + f" {_factor(factor, follows if index + 1 == last else MORE, say)}"
    return words


def _factor(node: t.Node, follows: Follows, say: Say) -> str:
    return bracketed(node, say) if isinstance(node, t.Addition | t.Signed) else say(node, follows)


def _times(sign: str, left: t.Node, right: t.Node, say: Say) -> str:
    """What is said between two factors; between a number and letters nothing."""
    if sign in _WORD_OPERATORS:
        return _WORD_OPERATORS[sign]
    if isinstance(left, t.UprightWords) or isinstance(right, t.UprightWords):
        return ""
    if sign == "":
        base = right.base if isinstance(right, t.Power) and is_power(right) else right
        plain_left = is_name(left) or is_power(left) or (isinstance(left, t.Quotient) and spoken_parts(left, say))
        return "" if plain_left and isinstance(base, t.Symbol | t.Constant) else "times"
    if sign in {r"\cdot", r"\times"} and _is_vector(left) and not isinstance(right, t.Number):
        return "dot" if sign == r"\cdot" else "cross"
    return OPERATORS[sign].spoken


_WORD_OPERATORS = {r"\bmod": "modulo", "of": "of"}


def _is_vector(node: t.Node) -> bool:
    """Whether the notation itself says so; what a plain name is only the model knows, and `times` fits it too."""
    if isinstance(node, t.Symbol):
        return node.style in {"mathbf", "boldsymbol"} or "vec" in node.accents
    head = node.head if isinstance(node, t.Application) else node
    return isinstance(head, t.Nabla | t.Tuple)


def spoken_parts(node: t.Quotient, say: Say) -> str | None:
    """`one half` of two small whole numbers."""
    if isinstance(node.numerator, t.Number) and isinstance(node.denominator, t.Number):
        above, below = node.numerator.value, node.denominator.value
        if above.denominator == below.denominator == 1:
            return say.fraction(above.numerator, below.numerator)
    return None


def _quotient(node: t.Quotient, follows: Follows, say: Say) -> str:
    parts = spoken_parts(node, say)
    if parts:
        return parts
    below = node.denominator
    factorial = isinstance(below, t.Factorial) and is_name(below.operand)
    if is_simple(node.numerator) and (is_name(below) or is_power(below) or factorial):
        return f"{say(node.numerator, MORE)} {say.word('over')} {say(below, follows)}"
    if node.style in {"/", "div"}:
        over = say.word("divided by" if node.style == "div" else "over")
        return f"{argument(node.numerator, say, MORE)} {over} {argument(below, say, follows)}"
    above, under = say(node.numerator, NOTHING), say(below, NOTHING)
    words = say.phrase("the fraction with numerator {above}, and denominator {under}", above=above, under=under)
    return closed(words, "fraction", follows, say, simple=False)


def _power(node: t.Power, follows: Follows, say: Say) -> str:
    base = tight(node.base, say)
    if isinstance(node.exponent, t.Number) and node.exponent.text in _POWERS:
        return f"{base} {say.word(_POWERS[node.exponent.text])}"
    exponent = node.exponent.operand if isinstance(node.exponent, t.Signed) else node.exponent
    if is_name(exponent) or is_power(exponent):
        return say.phrase("{base} to the {power}", base=base, power=say(node.exponent, follows))
    power = say(node.exponent, NOTHING if follows is NOTHING else MORE)
    words = say.phrase("{base} to the power of {power}", base=base, power=power)
    return closed(words, "exponent", follows, say, simple=False)


def _transpose(node: t.Transpose, _follows: Follows, say: Say) -> str:
    return f"{tight(node.operand, say)} {say.word('inverse transpose' if '-' in node.mark else 'transpose')}"


def _root(node: t.Root, follows: Follows, say: Say) -> str:
    match node.degree:
        case None:
            opening = say.word("the square root of")
        case t.Number(text="3"):
            opening = say.word("the cube root of")
        case degree:
            opening = say.phrase("the root of order {order} of", order=say(degree, NOTHING))
    return enclosed(opening, node.radicand, "root", follows, say)


def _factorial(node: t.Factorial, _follows: Follows, say: Say) -> str:
    return f"{tight(node.operand, say)} {say.word('double factorial' if node.marks == '!!' else 'factorial')}"


def _binomial(node: t.Binomial, _follows: Follows, say: Say) -> str:
    return say.phrase("{upper} choose {lower}", upper=bracketed(node.upper, say), lower=bracketed(node.lower, say))


def _quantity(node: t.Quantity, _follows: Follows, say: Say) -> str:
    return f"{say(node.value, TIGHT)} {_unit(node.unit, say, many=node.value != t.Number('1'))}"


def _unit(node: t.Node, say: Say, *, many: bool) -> str:
    match node:
        case t.UnitName(text=text):
            return say.word(spoken_unit(text, many=many))
        case t.Product(factors=factors):
            return " ".join(_unit(one, say, many=many and one is factors[-1]) for one in factors)
        case t.Quotient(numerator=numerator, denominator=denominator):
            above, under = _unit(numerator, say, many=many), _unit(denominator, say, many=False)
            return say.phrase("{above} per {under}", above=above, under=under)
        case t.Power(base=base, exponent=t.Number(text=text)) if text in _POWERS:
            return f"{_unit(base, say, many=many)} {say.word(_POWERS[text])}"
        case t.Power(base=base, exponent=exponent):
            return say.phrase("{base} to the {power}", base=_unit(base, say, many=many), power=say(exponent, NOTHING))
        case _:
            return say(node, NOTHING)


# ── brackets ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _absolute(node: t.Absolute, follows: Follows, say: Say) -> str:
    return enclosed(say.word("the absolute value of"), node.body, "absolute value", follows, say)


def _norm(node: t.Norm, follows: Follows, say: Say) -> str:
    opening = say.word("the norm of")
    if node.order is not None:
        opening = say.phrase("the {order} norm of", order=say(node.order, NOTHING))
    return enclosed(opening, node.body, "norm", follows, say)


def _inner_product(node: t.InnerProduct, follows: Follows, say: Say) -> str:
    left, right = bracketed(node.left, say), bracketed(node.right, say)
    words = say.phrase("the inner product of {left} and {right}", left=left, right=right)
    return closed(words, "inner product", follows, say, simple=False)


def _rounded(node: t.Rounded, follows: Follows, say: Say) -> str:
    name = {"floor": "floor", "ceil": "ceiling"}[node.kind]
    return enclosed(say.phrase("the {name} of", name=say.word(name)), node.body, name, follows, say)


def _tuple(node: t.Tuple, follows: Follows, say: Say) -> str:
    opening = "the vector" if all(map(is_simple, node.items)) else "the vector with components"
    return closed(f"{say.word(opening)} {enumerated(node.items, say)}", "vector", follows, say, simple=False)


_MATRIX = "the {high} by {wide} matrix with first row {rows}"


def _matrix(node: t.Matrix, follows: Follows, say: Say) -> str:
    height, width = len(node.rows), len(node.rows[0])
    opening = {"vmatrix": "the determinant of", "Vmatrix": "the norm of"}.get(node.bracket, "")
    if width == 1:
        items = enumerated([row[0] for row in node.rows], say)
        words = say.phrase("the column vector {items}", items=items)
    else:
        rows = say.word(", next row ").join(enumerated(row, say) for row in node.rows)
        high, wide = say.number(str(height)), say.number(str(width))
        phrase = "the {high} by {wide} augmented matrix with first row {rows}" if node.ruled else _MATRIX
        words = say.phrase(phrase, high=high, wide=wide, rows=rows)
    words = f"{say.word(opening)} {words}" if opening else words
    return closed(words, "matrix" if width > 1 else "vector", follows, say, simple=False)


# ── functions ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_WITHOUT_ARTICLE = {"circular", "hyperbolic", "arc", "area", "logarithm"}


def _function_name(node: t.FunctionName, _follows: Follows, say: Say) -> str:
    symbol = SYMBOLS[node.name]
    words = say.word(symbol.spoken)
    if node.subscript is not None:
        words += f" {say.word('base' if node.name == 'log' else 'over')} {say(node.subscript, NOTHING)}"
    return words if symbol.family in _WITHOUT_ARTICLE else say.phrase("the {name}", name=words)


def _application(node: t.Application, follows: Follows, say: Say) -> str:
    head = say(node.head, TIGHT)
    if node.inverse:
        pattern = "inverse {name}" if isinstance(node.head, t.FunctionName) else "{name} inverse"
        head = say.phrase(pattern, name=head)
    elif node.power is not None:
        head = f"{head} {_raised(node.power, say)}"
    if isinstance(node.head, t.Nabla | t.Derivative | t.Evaluated):
        words = say.phrase("{head} at {at}", head=head, at=enumerated(node.arguments, say))
        return closed(words, "point", follows, say, simple=len(node.arguments) == 1)
    if len(node.arguments) == 1 and isinstance(node.arguments[0], t.Parted | t.Relation | t.SetOperation):
        words = say.phrase("{head} of {of}", head=head, of=say(node.arguments[0], NOTHING))
        simple = all(map(is_simple, node.arguments[0].children))
        return closed(words, "arguments", follows, say, simple=simple)
    if len(node.arguments) == 1:
        return say.phrase("{head} of {of}", head=head, of=argument(node.arguments[0], say, follows))
    if isinstance(node.head, t.FunctionName):
        words = say.phrase("{head} of {of}", head=head, of=also((say(one, NOTHING) for one in node.arguments), say))
        return closed(words, SYMBOLS[node.head.name].spoken, follows, say, simple=False)
    words = say.phrase("{head} of {of}", head=head, of=", ".join(argument(one, say, MORE) for one in node.arguments))
    return closed(words, "arguments", follows, say, simple=all(map(is_name, node.arguments)))


_PARTINGS = {r"\mid": "{left} given {right}", r"\|": "{left} relative to {right}", ";": "{left} with {right}"}


def _parted(node: t.Parted, _follows: Follows, say: Say) -> str:
    return say.phrase(_PARTINGS[node.sign], left=say(node.left, NOTHING), right=say(node.right, NOTHING))


def _raised(power: t.Node, say: Say) -> str:
    if isinstance(power, t.Number) and power.text in _POWERS:
        return say.word(_POWERS[power.text])
    return say.phrase("to the {power}", power=say(power, NOTHING))


TERMS: Mapping[type[t.Node], Speaker] = {
    t.Number: lambda node, _follows, say: say.number(node.text),
    t.Constant: _constant,
    t.Layer: lambda node, _follows, say: say.phrase("of layer {index}", index=say(node.index, NOTHING)),
    t.UprightWords: _words,
    t.UnitName: lambda node, _follows, say: say.word(spoken_unit(node.text, many=True)),
    t.Dots: lambda _node, _follows, say: say.word("and so on"),
    t.Placeholder: lambda _node, _follows, say: say.word("blank"),
    t.Blank: lambda _node, _follows, _say: "",
    t.Symbol: _symbol,
    t.Signed: lambda node, follows, say: f"{say.word(_SIGNS[node.sign])} {say(node.operand, follows)}",
    t.Addition: _addition,
    t.Product: _product,
    t.Quotient: _quotient,
    t.Power: _power,
    t.Transpose: _transpose,
    t.Overline: lambda node, _follows, say: f"{tight(node.body, say)} {say.word('bar')}",
    t.Component: lambda node, _follows, say: f"{tight(node.body, say)}{_subscript(node.index, say)}",
    t.Complement: lambda node, _follows, say: say.phrase("{of} complement", of=tight(node.operand, say)),
    t.Root: _root,
    t.Factorial: _factorial,
    t.Binomial: _binomial,
    t.Percent: lambda node, _follows, say: f"{tight(node.operand, say)} {say.word('percent')}",
    t.Degrees: lambda node, _follows, say: f"{tight(node.operand, say)} {say.word('degrees')}",
    t.Quantity: _quantity,
    t.Group: lambda node, _follows, say: bracketed(node.body, say),
    t.Absolute: _absolute,
    t.Norm: _norm,
    t.InnerProduct: _inner_product,
    t.Rounded: _rounded,
    t.Tuple: _tuple,
    t.Matrix: _matrix,
    t.FunctionName: _function_name,
    t.Application: _application,
    t.Parted: _parted,
}
"""The speaker of each node kind."""
