r"""The rules for words: `\operatorname{…}` and `\text{…}` as functions, as names, and as words between formulas.

Law: a word of the model is a name; any other that a function's row spells is this function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mathora.formula import tree as t
from mathora.formula.reader import commands
from mathora.formula.reader.cursor import LOOSEST, WORD
from mathora.formula.reader.names_read import name
from mathora.formula.reader.terms import SUBJECT, constraints
from mathora.formula.symbols.distributions import SPELLED
from mathora.formula.symbols.functions import EXTREMA, WORDS
from mathora.formula.tree.canonical_latex import symbol_key

if TYPE_CHECKING:
    from mathora.formula.reader.cursor import Cursor
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


def operator_name(cursor: Cursor, token: Token) -> Node:
    r"""`\operatorname{ReLU}(x)`: a standard function, or a name of the model."""
    word = token.text.replace(r"\,", "").replace(" ", "")
    symbol = t.Symbol(word, "operatorname", span=cursor.span(token))
    if word in WORDS and symbol_key(symbol) not in cursor.model:
        return cursor.grammar.prefix["extremum" if word in EXTREMA else "function"](
            cursor, token._replace(text="\\" + word)
        )
    return name(cursor, symbol, token)


def command(cursor: Cursor, token: Token) -> Node:
    r"""`\sgn x`: as `\operatorname{sgn} x`, which looks the same."""
    return operator_name(cursor, token._replace(text=token.text[1:]))


def text(cursor: Cursor, token: Token) -> Node:
    r"""`\text{MSE}`: a name if the model has it or it stands on the left; a function (`\text{sin}(x)`); else words."""
    words = token.text
    if cursor.indexing:
        return t.UprightWords(words, span=cursor.span(token))
    symbol = t.Symbol(words, "text", span=cursor.span(token))
    extremum = words in EXTREMA
    if (cursor.token.text == "_" and not extremum) or symbol_key(symbol) in cursor.model:
        return name(cursor, symbol, token)
    if (words in WORDS and cursor.token.text == "(") or (extremum and cursor.token.text == "_"):
        return operator_name(cursor, token)
    joining = words.strip()[:1].lower() + words.strip()[1:]
    goal = joining in t.SOUGHT
    if (goal or joining in commands.CONNECTIVE_WORDS) and cursor.token.text not in ("}", "&", r"\\", "", ",", ")"):
        condition = constraints(cursor) if joining in SUBJECT else cursor.expression(WORD if goal else LOOSEST)
        blank = t.Blank(span=t.Span(token.start, token.start))
        return t.Logic((blank, condition), (cast("t.LogicSign", joining),), span=cursor.span(token))
    law = (words, "text") in SPELLED and cursor.token.text == "("
    if law or (words.replace(" ", "").isalnum() and (token is cursor.tokens[0] or _names_in_words(cursor, words))):
        return name(cursor, symbol, token)
    return t.UprightWords(words, span=cursor.span(token))


def _names_in_words(cursor: Cursor, words: str) -> bool:
    r"""Whether a word is a quantity: on the right of `\text{F}_1 = …`, which says by words what a word is."""
    first = cursor.tokens[0]
    defined = first.kind == "text" and rf"\text{{{first.text}}}" not in cursor.model
    sign = next((one for one in cursor.tokens[1:] if one.text in commands.RELATIONS), None)
    return defined and words == words.strip() and sign is not None and sign.text in ("=", ":=")
