r"""What a scene's picture says of its parameters, with the lesson's values in it.

Owns: `Stated`, `stated_by`.

Laws:
- A claim's relation is the scene's own text; the values of the lesson are put in as trees, never as text.
- What is proved is the whole relation, on the domain that the model states for the function.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mathora.formula import Formula, Model, Node, read, symbol_key, tree, write_latex
from mathora.formula.tree.model import Name
from mathora.lesson import CLAIM_WORD, VARIABLE, Fault, Faulty, Text
from mathora.prove.gate.displayed import FUNCTION, Labelled
from mathora.prove.gate.parameters import free_names

PLAIN = re.compile(r"\\mathrm\{([a-z]+)\}")
"""How a parameter's name is set in a relation."""


@dataclass(frozen=True)
class Stated:
    """A claim with the lesson's values: `text` is the parameter's at which it is told, `assumed` the function's domain.

    `expected` is the relation (TeX) with that parameter's name instead of its value.
    """

    text: Text
    formula: Formula
    assumed: tuple[Node, ...]
    expected: str


def stated_by(entry: Labelled, text: Text, model: Model) -> Stated:
    """The claim with the values of its section, told at `text`. Raises `Faulty` of a parameter."""
    given, words = entry.given, entry.claim.words
    values = {word: _value(given[word], model) for word in words - {VARIABLE}}
    assumed: tuple[Node, ...] = ()
    if VARIABLE in words:
        function = model.get(symbol_key(read(given[FUNCTION], model).tree))
        values[VARIABLE], assumed = _variable(function, given[FUNCTION], model), function.domain if function else ()
    relation = _relation(entry.claim.relation, words)
    left = {word: value for word, value in values.items() if word != entry.claim.at}
    expected = PLAIN.sub(r"\1", write_latex(put_in(relation, left)))
    return Stated(text, Formula(text, put_in(relation, values)), assumed, expected)


def _variable(function: Name | None, text: Text, model: Model) -> tree.Symbol:
    """A function's first variable; of a name defined without parameters the first free name in its definition."""
    body = function.body if function else None
    variables = function.parameters if function else ()
    variables = variables or tuple(model.names[key].symbol for key in (free_names(body, model) if body else ()))
    if not variables:
        raise Faulty([Fault(text.place, "not-a-function", f"found '{text.value}', expected a function of a variable")])
    return variables[0]


def _value(text: Text, model: Model) -> Node:
    """The tree of a parameter; of a label such as `s = 6 - 2x` what stands last."""
    node = read(text, model).tree
    return node.operands[-1] if isinstance(node, tree.Relation) else node


def _relation(relation: str, words: frozenset[str]) -> Node:
    """The relation's tree, in which each word is a name of its own."""
    marked = CLAIM_WORD.sub(lambda word: rf"\mathrm{{{word[0].replace('_', '')}}}", relation)
    symbols = [_symbol(word) for word in words]
    return read(
        Text.written(marked, "<claim>"), Model({symbol_key(one): Name(symbol_key(one), one) for one in symbols})
    ).tree


def _symbol(word: str) -> tree.Symbol:
    return tree.Symbol(word.replace("_", ""), "mathrm")


def put_in(claim: Node, values: Mapping[str, Node]) -> Node:
    """The tree with each word's value for its name, a sum or a signed term in parentheses."""
    by_symbol = {_symbol(word): value for word, value in values.items()}
    if isinstance(claim, tree.Symbol):
        return by_symbol.get(claim, claim)
    side = isinstance(claim, tree.Relation)
    return claim.with_children([_closed(put_in(child, values), child, side) for child in claim.children])


def _closed(value: Node, before: Node, side: bool) -> Node:  # noqa: FBT001 - whether it is a whole side of a relation
    loose = isinstance(value, (tree.Addition, tree.Signed)) and isinstance(before, tree.Symbol)
    return tree.Group(value) if loose and not side else value
