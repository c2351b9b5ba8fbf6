r"""The rules for units: upright words behind a value, `9.8\,\text{m}/\text{s}^2`, `5\,\mathrm{kg}`, `\mathrm{m/s^2}`.

Laws:
- A word is a unit only behind a value, and only if the model has no name of this spelling.
- A unit is written back in `\text`, whatever it was written in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mathora.formula import tree as t
from mathora.formula.reader.lookahead import GREEK_UNITS
from mathora.formula.reader.terms import script_argument
from mathora.formula.symbols.units import UNITS

if TYPE_CHECKING:
    from mathora.formula.reader.cursor import Cursor
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


def quantity(cursor: Cursor, left: Node) -> Node:
    r"""`3\,\text{m}/\text{s}^2`: a value and its unit."""
    unit = _chain(cursor, _factor(cursor))
    if isinstance(left, t.Degrees) and isinstance(unit, t.UnitName) and unit.text in "CF":
        left, unit = left.operand, t.UnitName(f"°{unit.text}", span=unit.span)
    return t.Quantity(left, unit, span=t.through(left, unit))


def _chain(cursor: Cursor, unit: Node) -> Node:
    """A unit with what multiplies and divides it, read from the left."""
    while True:
        sign = cursor.token.text if cursor.token.text in ("/", r"\cdot") else ""
        if not cursor.at_unit(1 if sign else 0):
            return unit
        if sign:
            cursor.take()
        after = _factor(cursor)
        span = t.through(unit, after)
        if sign == "/":
            unit = t.Quotient(unit, after, "/", span=span)
        else:
            unit = t.Product((unit, after), (cast("t.Times", sign),), span=span)


def _factor(cursor: Cursor) -> Node:
    token = cursor.take()
    if token.kind == "text":
        return _of_words(cursor, token)
    if token.text in GREEK_UNITS:
        prefixed = cursor.take().text.strip() if token.text == r"\mu" else ""
        unit: Node = t.UnitName(GREEK_UNITS[token.text] + prefixed, span=cursor.span(token))
    elif token.text != r"\mathrm":
        above, below = _braced(cursor), _braced(cursor)
        unit = t.Quotient(above, below, cast("t.QuotientStyle", token.text[1:]), span=cursor.span(token))
    else:
        cursor.expect("{", r"behind \mathrm")
        unit = _upright(cursor)
        while (sign := cursor.accept("/", r"\cdot")) is not None or cursor.token.kind == "letter":
            if sign is None and isinstance(unit, t.Quotient):
                one, other = r"\frac{\mathrm{J}}{\mathrm{kg\,K}}", r"\mathrm{J\,K/kg}"
                cursor.ambiguous(cursor.token, "a unit behind a fraction, as in J/kg K,", one, other)
            after = _upright(cursor)
            span = t.through(unit, after)
            if sign and sign.text == "/":
                unit = t.Quotient(unit, after, "/", span=span)
            else:
                unit = t.Product((unit, after), (r"\cdot" if sign else "",), span=span)
        cursor.expect("}", "behind the unit")
    return _raised(cursor, unit)


def _of_words(cursor: Cursor, token: Token) -> Node:
    r"""`\text{km}`, `\text{J s}`, `\text{kg m/s^2}`; what stands behind it in the formula is of the last."""
    found, span = list[t.Node](), cursor.span(token)
    over, slash, under = token.text.partition("/(")
    if slash:
        above, below = (_of_words(cursor, token._replace(text=one)) for one in (over, under.strip()[:-1]))
        return t.Quotient(above, below, "/", span=span)
    *before, last = token.text.split()
    for word in before:
        over, slash, under = word.partition("/")
        plain_text, _, power = (under if slash else over).partition("^")
        plain = t.UnitName(plain_text, span=span)
        unit = t.Power(plain, t.Number(power, span=span), span=span) if power else plain
        found.append(t.Quotient(t.UnitName(over, span=span), unit, "/", span=span) if slash else unit)
    word, _, power = last.partition("^")
    plain = t.UnitName(word, span=span)
    found.append(_to_power(plain, t.Number(power, span=span)) if power else _raised(cursor, plain))
    return t.side_by_side(found, span) if before else found[0]


def _braced(cursor: Cursor) -> Node:
    cursor.expect("{", "around the units of a fraction")
    unit = _chain(cursor, _factor(cursor))
    cursor.expect("}", "behind the units of a fraction")
    return unit


def _raised(cursor: Cursor, unit: Node) -> Node:
    above, slash, below = unit.text.partition("/") if isinstance(unit, t.UnitName) else ("", "", "")
    if cursor.accept("^"):
        return _to_power(unit, script_argument(cursor, "^"))
    if slash and f"{above}/{below}" not in UNITS:
        return t.Quotient(t.UnitName(above), t.UnitName(below), "/", span=unit.span)
    return unit


def _to_power(unit: Node, exponent: Node) -> Node:
    r"""`\text{m/s}^2` is shown as m/s² is."""
    span = t.through(unit, exponent)
    above, slash, below = unit.text.partition("/") if isinstance(unit, t.UnitName) else ("", "", "")
    if slash:
        return t.Quotient(t.UnitName(above), t.Power(t.UnitName(below), exponent), "/", span=span)
    return t.Power(unit, exponent, span=span)


def _upright(cursor: Cursor) -> Node:
    r"""One unit inside of `\mathrm{…}`, up to a space: `\mathrm{m\,s^{-2}}` has two."""
    start = cursor.token
    word = ""
    while cursor.token.kind == "letter" and not (word and cursor.token.spaced):
        word += cursor.take().text
    if word not in UNITS:
        cursor.fail(start, "syntax", f"expected a unit, found '{word}'", "known: " + ", ".join(sorted(UNITS)))
    return _raised(cursor, t.UnitName(word, span=cursor.span(start)))
