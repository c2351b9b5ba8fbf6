r"""What exists, and what follows from the form of a statement alone.

Owns: `exists` (`\exists x \in M : …`), `not_for_all`, `one_of_closed`, and `tautology` (statements of letters, by their
truth table).

Laws:
- What exists is shown: a value is put in and the statement about it proved. That nothing exists is the opposite of the
  statement, proved for all.
- A table has a row for each way in which the letters may be true or false; one row with "false" refutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final

import sympy

from mathora.formula import Model, read, symbol_key, tree, write_latex
from mathora.formula.inspection.truth import MOST_LETTERS, is_true, letters_of, rows_of
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.tree.regrouping import denied
from mathora.formula.tree.substitution import bound_names, substituted
from mathora.lesson import Faulty, Text
from mathora.prove.goal.domain import solved
from mathora.prove.judge.compare import Setting
from mathora.prove.verdict import Verdict, Witness, refuted, undecided

Inner = Callable[[tree.Node, Setting], Verdict]

MOST_VALUES: Final = 40  # values that are tried for what is said to exist


def exists(node: tree.Quantified, setting: Setting, fresh: Setting, inner: Inner) -> Verdict:
    """The verdict on `∃ x : …`; `fresh` is the setting in which the name is its own."""
    name = _bound_name(node.bound)
    if name is None:
        return undecided("more than one name behind \\exists: write \\exists for each")
    found = _by_value(node, name, setting, fresh, inner)
    if found is not None:
        return found
    opposite = denied(node.body)
    if opposite is not None:
        never = tree.Quantified(r"\forall", node.bound, opposite)
        if inner(never, setting).kind == "proved":
            return refuted(f"{write_latex(opposite)} for all {write_latex(node.bound)}")
    return undecided("no value was found for which it is true: show one in a formula before")


def not_for_all(node: tree.Quantified, setting: Setting, fresh: Setting, inner: Inner) -> Verdict | None:
    """`∀ x ∃ y : …` refuted by an x for which there is no such y; None if none was found."""
    opposite, name = denied(node), _bound_name(node.bound)
    if not isinstance(node.body, tree.Quantified) or not isinstance(opposite, tree.Quantified) or name is None:
        return None
    found = _by_value(opposite, name, setting, fresh, inner)
    return None if found is None else refuted(f"{write_latex(opposite)}: {found.method.partition(': ')[2]}")


def _by_value(
    node: tree.Quantified, name: tree.Symbol, setting: Setting, fresh: Setting, inner: Inner
) -> Verdict | None:
    conditions = (node.bound,) if isinstance(node.bound, tree.Relation) else ()
    statement = tree.Logic((*conditions, node.body), ("and",)) if conditions else node.body
    for value in islice(_values(node, name, fresh), MOST_VALUES):
        shown = substituted(statement, name, value)
        if shown is None:
            break
        found = inner(shown, setting)
        if found.kind == "proved" and not found.conditions:
            return Verdict("proved", method=f"there is one: {write_latex(name)} = {write_latex(value)}")
    return None


def _bound_name(bound: tree.Node) -> tree.Symbol | None:
    head = bound.operands[0] if isinstance(bound, tree.Relation) else bound
    if isinstance(bound, tree.Relation) and not isinstance(head, tree.Symbol):
        head = bound.operands[-1]
    return head if isinstance(head, tree.Symbol) else None


def _values(node: tree.Quantified, name: tree.Symbol, fresh: Setting) -> Iterator[tree.Node]:
    """Values to try: the solutions of an equation, numbers, and simple terms of the other names."""
    yield from _solutions(node.body, name, fresh)
    yield from (_number(one) for one in (0, 1, -1, 2, -2, 3, 10))
    parts = [part for _, part in tree.walk(node)]
    numbers = [one for one in parts if isinstance(one, tree.Number) and one.value != 0]
    yield from dict.fromkeys(numbers)
    inner = [one.bound for one in parts if isinstance(one, tree.Quantified)]
    bound = {one for each in inner for one in tree.symbols(each)}  # not known outside
    functions = {key for key, one in fresh.model.names.items() if one.parameters}  # f by itself is f(x), at any x
    names = dict.fromkeys(
        one for one in parts if isinstance(one, tree.Symbol) and one not in bound and symbol_key(one) not in functions
    )
    for other in names:
        yield other
        yield tree.Addition((other, tree.Number("1")), ("+",))
        yield tree.Addition((other, tree.Number("1")), ("-",))
        yield from (tree.Quotient(other, one) for one in dict.fromkeys((*numbers, tree.Number("2"))))


def _number(value: int) -> tree.Node:
    return tree.Number(str(value)) if value >= 0 else tree.Signed("-", tree.Number(str(-value)))


def _solutions(body: tree.Node, name: tree.Symbol, fresh: Setting) -> Iterator[tree.Node]:
    if isinstance(body, tree.Logic) and set(body.operators) <= tree.AND:
        body = body.operands[0]
    if not isinstance(body, tree.Relation) or body.operators not in {("=",), (r"\ne",)}:
        return
    try:
        left, right = (fresh.meaning(side).expression for side in body.operands)
        symbol = fresh.meaning(name).expression
        found = solved(left - right, symbol)
    except (Untranslatable, Mismatch, Undefined):
        return
    for one in found:
        try:
            value = read(Text.written(sympy.latex(one)), fresh.model).tree
            beside = tree.Addition((value, tree.Number("1")), ("+",))
            yield value if body.operators == ("=",) else beside
        except Faulty:
            continue


def one_of_closed(node: tree.Logic, setting: Setting, inner: Inner) -> Verdict | None:
    """Of statements that speak of nothing free, one is proved or all are refuted; None of others."""
    if _is_open(node, setting.model, frozenset()):
        return None
    told = [inner(one, setting) for one in node.operands]
    shown = next((one for one in told if one.kind == "proved" and not one.conditions), None)
    return shown or (told[-1] if all(one.kind == "refuted" for one in told) else None)


def _is_open(node: tree.Node, model: Model, bound: AbstractSet[tree.Node]) -> bool:
    """Whether it speaks of a name that nothing around it binds and that has no value."""
    if isinstance(node, tree.Symbol):
        name = model.named(node)
        value = None if name is None else name.body
        return node not in bound and (value is None or _is_open(value, model, {*name.parameters} if name else bound))
    ranging = [part for _, part in tree.walk(node.bound)] if isinstance(node, tree.Quantified) else []
    return any(_is_open(one, model, {*bound, *bound_names(node), *ranging}) for one in node.children)


# ── statements made of letters ────────────────────────────────────────────────────────────────────────────────────────


def tautology(node: tree.Node, setting: Setting) -> Verdict | None:
    """The verdict by the truth table, for a statement whose parts are letters; None for any other."""
    letters = letters_of(node, setting.model) if isinstance(node, tree.Logic | tree.Negation) else None
    if letters is None:
        return None
    if len(letters) > MOST_LETTERS:
        return undecided(f"more than {MOST_LETTERS} letters in one statement")
    for row in rows_of(letters):
        if not is_true(node, row):
            at = tuple((key, "true" if value else "false") for key, value in row.items())
            return refuted("", witness=Witness(at, "the statement", "false", "is"), method="truth table")
    return Verdict("proved", method="truth table")


def equations(node: tree.Node) -> tree.Node:
    r"""A system in `cases` as its equations joined by "and"."""
    if isinstance(node, tree.Cases) and all(isinstance(one.value, tree.Relation) for one in node.rows):
        rows = tuple(one.value for one in node.rows)
        words = tuple[tree.LogicSign, ...]("and" for _ in rows[1:])
        return rows[0] if len(rows) == 1 else tree.Logic(rows, words)
    return node
