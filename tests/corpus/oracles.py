r"""Other readers of LaTeX, as oracles for ours: SymPy's lark parser and latex2sympy2_extended.

Both guess where ours refuses or asks the model, so they are asked only about the language in which they are sound:
arithmetic, roots, powers and standard functions of free variables, first derivatives, sums, products and integrals.
What an oracle refuses, or reads in several ways, it says nothing about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sympy
from latex2sympy2_extended import latex2sympy
from sympy.parsing.latex import parse_latex

from mathora.formula import read_model, statements, symbol_key, tree, walk
from mathora.formula.meaning.form import to_sympy
from mathora.formula.meaning.scope import Undefined
from mathora.formula.tree.model import Model
from mathora.lesson import Faulty
from mathora.prove.goal.domain import Domain, points
from tests.corpus.adapter import Entry, formula_of

Oracle = Callable[[str], Any]

ORACLES: dict[str, Oracle] = {
    "lark": lambda tex: parse_latex(tex, backend="lark"),
    "latex2sympy2_extended": latex2sympy,
}
SOUND = (
    tree.Number,
    tree.Constant,
    tree.Symbol,
    tree.Signed,
    tree.Addition,
    tree.Product,
    tree.Quotient,
    tree.Power,
    tree.Root,
    tree.Factorial,
    tree.Binomial,
    tree.Group,
    tree.Absolute,
    tree.Application,
    tree.FunctionName,
    tree.Derivative,
    tree.Integral,
    tree.Big,
)
SURE_CONSTANTS = {"e", r"\pi"}
POINTS = 8
UNSURE_LETTERS = {"d", "e", "i", "I"}
"""Letters that an oracle may take for a differential or a constant."""

UNSOUND = {
    ("lark", "ml-crossent"): "takes all that follows for the argument of a logarithm without brackets",
    ("lark", "la-rot"): "takes a letter before brackets for a function, whatever the model says",
    ("latex2sympy2_extended", "la-rot"): "takes a letter before brackets for a function, whatever the model says",
}
"""What an oracle is known to read wrongly, by the entry's name, and how."""


@dataclass(frozen=True)
class Expression:
    """A side of a corpus formula: its TeX as displayed, its tree, and its model."""

    origin: str
    tex: str
    node: tree.Node
    model: Model


def expressions(rows: tuple[Entry, ...]) -> Iterator[Expression]:
    """The sides of the corpus's relations that are in the language of the oracles, each once."""
    seen = set()
    for entry in rows:
        try:
            formula, model = formula_of(entry), read_model(entry.source)
        except Faulty:
            continue
        for one in statements(formula.tree):
            for side in one.operands if isinstance(one, tree.Relation) else ():
                tex = entry.text.value[side.span.start : side.span.stop]
                if tex not in seen and is_sound(side, model):
                    seen.add(tex)
                    yield Expression(entry.id, tex, side, model)


def is_sound(node: tree.Node, model: Model) -> bool:
    """Whether the expression is in the language in which the oracles are sound, with free real names only."""
    return any(isinstance(part, tree.Symbol | tree.Constant) for _, part in walk(node)) and all(
        _is_sure(part, model) for _, part in walk(node)
    )


def _is_sure(part: tree.Node, model: Model) -> bool:
    match part:
        case tree.Symbol():
            name = model.get(symbol_key(part))
            plain = name is None or (name.body is None and not name.function and name.kind in {"real", "natural"})
            bare = not (part.style or part.accents or part.marks or part.superscript)
            indexed = isinstance(part.subscript, tree.Number | tree.Symbol | None)
            return plain and bare and indexed and part.name not in UNSURE_LETTERS
        case tree.Constant(name=name):
            return name in SURE_CONSTANTS
        case tree.Application(head=head):
            return isinstance(head, tree.FunctionName)
        case tree.Derivative(orders=orders):
            return orders == (1,)
        case _:
            return isinstance(part, SOUND)


@dataclass(frozen=True)
class Agreement:
    """Whether an oracle's reading has our value at all points; `None` where it reads nothing, or not in one way."""

    same: bool | None
    reading: str = ""


def asked(oracle: Oracle, one: Expression) -> Agreement:
    """What an oracle's reading is worth at exact points of the domain, against ours."""
    try:
        theirs = oracle(one.tex)
    except Exception:  # noqa: BLE001 - an oracle refuses with anything
        return Agreement(None)
    if not isinstance(theirs, sympy.Expr):
        return Agreement(None, str(theirs))
    try:
        meaning = to_sympy(one.node, one.model)
    except Undefined:
        return Agreement(None)  # ours says that it has no value
    ours = meaning.expression
    domain = Domain().with_relations([*meaning.domain, *meaning.conditions])
    names = tuple(sorted(ours.free_symbols, key=str))
    same = [_equal(ours, _in_our_names(theirs, names), point) for point in points(names, domain, most=POINTS)]
    known = [one for one in same if one is not None]
    return Agreement(all(known) if known else None, str(theirs))


def _in_our_names(theirs: Any, names: tuple[Any, ...]) -> Any:
    """An oracle's reading with our symbols, which know what is assumed of them."""
    known = {_plain(name): name for name in names}
    return theirs.xreplace({name: known[_plain(name)] for name in theirs.free_symbols if _plain(name) in known}).subs(
        sympy.Symbol("e"), sympy.E
    )


def _plain(name: Any) -> str:
    r"""A name as all three write it: `w_1` for `w_{1}`, `alpha` for `\alpha`; capitals are small in latex2sympy2."""
    return str(name.name).translate({ord(mark): None for mark in "\\{}"}).lower()


def _equal(ours: Any, theirs: Any, point: dict[Any, Any]) -> bool | None:
    """Whether two expressions agree to twelve digits at a point; `None` if ours has no number there."""
    one, other = (_value(side, point) for side in (ours, theirs))
    if not (one.is_number and one.is_finite):
        return None
    return bool(other.is_number and abs(one - other) <= 1e-12 * (1 + abs(one)))


def _value(expression: Any, point: dict[Any, Any]) -> Any:
    """The number at a point, by SymPy's own evaluation; what has no number there is given back as it is."""
    return sympy.N(expression.doit(integrals=False).subs(point).doit(integrals=False), 20)
