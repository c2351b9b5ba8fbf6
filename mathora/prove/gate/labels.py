r"""What a scene's picture says of its parameters, with the lesson's values in it.

Owns: `Stated`, `stated_by`, `miscounted`.

Laws:
- A claim's relation is the scene's own text; the values of the lesson are put in as trees, never as text.
- What is proved is the whole relation, on the domain that the model states for the function.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Literal

from mathora.formula import Formula, Model, Name, Node, Range, read, symbol_key, tree, write_latex
from mathora.formula.tree.hidden_signs import unhidden
from mathora.lesson import CLAIM_WORD, OF_FUNCTION, OF_LIST, VARIABLE, Fault, Faulty, Text
from mathora.prove.gate.displayed import FUNCTION, Labelled
from mathora.prove.gate.parameters import free_names

PLAIN = re.compile(r"\\mathrm\{([a-z]+)\}")  # how a parameter's name is set in a relation
ALONE = re.compile(r"\{\((-[^()]*)\)\}")  # a signed term whose parentheses are not needed, as of a bound

NUMBER_OF = re.compile(r"count\(\w+\)(?: \\cdot count\(\w+\))*|\d+|2\^\{count\(\w+\)\}")
"""The number of a list's items: that of another list, or of several, times each other, or a number, or of all choices
among another list's items.
"""

ENDS = frozenset({"least", "greatest"})  # with these, a claim runs over the whole range of the variable by itself


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
    given, words = entry.given, frozenset(CLAIM_WORD.findall(OF_LIST.sub("", entry.claim.relation)))
    values = {word: _value(given[word], model) for word in words - OF_FUNCTION}
    assumed: tuple[Node, ...] = ()
    if words & OF_FUNCTION:
        function = model.get(symbol_key(read(given[FUNCTION], model).tree))
        held = frozenset(symbol_key(read(one, model).tree) for one in entry.held)
        values |= _of_function(function, given[FUNCTION], model, held)
        assumed = function.domain if function and not words & ENDS else ()
    marked, of_lists = _of_lists(entry, model)
    values |= of_lists
    relation = unhidden(_relation(marked, frozenset(values)), model)
    left = {word: value for word, value in values.items() if word != entry.claim.at}
    expected = ALONE.sub(r"{\1}", PLAIN.sub(r"\1", write_latex(put_in(relation, left))))
    return Stated(text, Formula(text, put_in(relation, values)), assumed, expected)


def miscounted(entry: Labelled) -> tuple[str, str] | None:
    """What is told of a list with too many or too few items, and how to mend it; None for any other claim."""
    at, _, wanted = entry.claim.relation.partition(" = ")
    if at != f"count({entry.claim.at})" or not NUMBER_OF.fullmatch(wanted):
        return None
    lists = [name for _, name, _ in OF_LIST.findall(wanted)]
    number, have = prod(len(entry.lists[name]) for name in lists) if lists else int(wanted), entry.lists[entry.claim.at]
    if wanted.startswith("2^"):
        number, lists = 2**number, []
    of = f", {' times '.join(f'{len(entry.lists[name])} (the {name})' for name in lists)}" if lists[1:] else ""
    message = f"{entry.claim.at}: found {len(have)} of them, expected {number}{of}"
    hint = f"add {number - len(have)} more" if number > len(have) else f"leave {len(have) - number} of them out"
    return message, hint if not lists[:1] or lists[1:] else f"{hint}: one for each of '{lists[0]}'"


def _of_function(function: Name | None, text: Text, model: Model, held: frozenset[str]) -> dict[str, Node]:
    """What the words that speak of the function stand for."""
    variable = _variable(function, text, model, held)
    inside = ", ".join(map(symbol_key, function.parameters)) if function else ""
    call = Text.written(f"{text.value}({inside})" if inside else text.value, "<claim>")
    found: dict[str, Node] = {VARIABLE: variable, "value": read(call, model).tree}
    key = symbol_key(variable)
    owners = (one for one in (function, model.get(key)) if one is not None)
    declared = next((one for owner in owners if (one := owner.range_of(key)) is not None), Range())
    ends = (declared.low, declared.high)
    for word, end, without in zip(("least", "greatest"), ends, (r"-\infty", r"\infty"), strict=True):
        found[word] = end or read(Text.written(without, "<claim>"), model).tree
    return found


def _of_lists(entry: Labelled, model: Model) -> tuple[str, dict[str, Node]]:
    """The relation with a word for each sum and length of a list, and what these words stand for."""
    values: dict[str, Node] = {}

    def word(match: re.Match[str]) -> str:
        what, name, by = match.groups()
        items, named = entry.lists[name], f"{what}_of_{name}"
        if what == "count":
            values[named] = read(Text.written(str(len(items)), "<claim>"), model).tree
            return named
        size = len(items) // len(entry.lists[by]) if by else len(items)
        part = entry.row * len(entry.lists[by]) // entry.rows if by else 0
        terms = [_term(_value(one, model)) for one in items[part * size : (part + 1) * size]]
        signs: list[Literal["+"]] = ["+" for _ in terms[1:]]
        values[named] = tree.Addition(tuple(terms), tuple(signs)) if len(terms) > 1 else [*terms, tree.Number("0")][0]
        return named

    return OF_LIST.sub(word, entry.claim.relation), values


def _term(value: Node) -> Node:
    return tree.Group(value) if isinstance(value, (tree.Addition, tree.Signed)) else value


def _variable(function: Name | None, text: Text, model: Model, held: frozenset[str]) -> tree.Symbol:
    """A function's first variable that is not held; of a name defined without parameters the first free name in its
    definition.
    """
    body = function.body if function else None
    variables = function.parameters if function else ()
    variables = variables or tuple(model.names[key].symbol for key in (free_names(body, model) if body else ()))
    if not variables:
        raise Faulty(
            [
                Fault(
                    text.place,
                    "not-a-function",
                    f"found '{text.value}', expected a function of a variable",
                    "name a function that the model declares, such as f",
                )
            ]
        )
    return next((one for one in variables if symbol_key(one) not in held), variables[0])


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
