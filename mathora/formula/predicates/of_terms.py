r"""What words say of a term of one letter, as of a function: `-\ln x \text{ is convex}`.

Owns: `as_function`, `put_in`.

Law: the letter runs over its kind and domain, or else over all numbers for which the term shows itself to have a value.
"""

from __future__ import annotations

from typing import Final

from mathora.formula import tree as t
from mathora.formula.calculus.natural_domain import conditions_of
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.substitution import substituted

_FUNCTION: Final = t.Symbol("f", "mathsf", marks="*")
_OF_NUMBERS: Final = frozenset({"real", "positive", "nonnegative"})


def as_function(term: t.Node, words: str, model: Model) -> Name | None:
    """The function that a term is of its only letter; None of a name, and of what is made of whole numbers."""
    names = set(t.symbols(term))
    if isinstance(term, t.Symbol | t.Listing | t.SetLiteral) or len(names) != 1:
        return None
    (letter,) = names
    own = model.named(letter)
    if own is None or own.body is not None or own.parameters or own.kind not in _OF_NUMBERS:
        return None
    if words in {"even", "odd"} and not any(isinstance(one, t.Application) for _, one in t.walk(term)):
        return None  # of a number?
    bounds = own.assumed or conditions_of(term, letter) or ()
    return Name(symbol_key(_FUNCTION), _FUNCTION, parameters=(letter,), body=term, domain=tuple(bounds))


def put_in(node: t.Node, function: Name) -> t.Node | None:
    """What is said of the function, said of its term; None where it speaks of it in another way."""
    (letter,) = function.parameters
    match node:
        case t.Application(t.Symbol() as head, None, (place,)) if head == _FUNCTION and function.body is not None:
            value = substituted(function.body, letter, place)
            return value and t.Group(value)
        case t.Application(t.Prime(operand, order), None, (place,)) if operand == _FUNCTION and place == letter:
            return t.Group(t.Derivative("d", t.Group(function.body or letter), (letter,), (order,), inline=False))
        case _ if node == _FUNCTION:
            return None
        case _:
            return t.with_each_known(node, lambda one: put_in(one, function))
