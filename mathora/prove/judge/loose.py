r"""Signs that say too little to be proved: what contradicts them all the same.

Owns: `of_loose_sign`, `LOOSE`; `hypotheses`, `of_hypotheses`; `of_remark`; `leaves_its_set`.

| sign | contradicted by |
| --- | --- |
| `a \ll b`, `a \gg b` between numbers | a < b, or a > b, does not hold |
| `a \sim b`, `a \cong b` between numbers | a ≈ b does not hold |
| `f \sim g` of one letter | f/g tends to 0 or to ∞ (see `growth`) |
| `X \sim \mathcal{N}(0, -1)` | a parameter for which there is no such distribution |
| `A \to B`, `A \sim B` between matrices | no row operations lead from A to B (see `elimination`) |

Law: nothing is proved here; what is not contradicted claims nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import Final

import sympy

from mathora.formula import Model, Name, tree, write_latex
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.symbols.distributions import COUNTS
from mathora.formula.tree.chance import asked_of_law, row_of
from mathora.formula.tree.rational import in_digits, rational
from mathora.formula.tree.regrouping import denied
from mathora.prove.judge.approximate import approximately
from mathora.prove.judge.by_rules import holds_by_rules
from mathora.prove.judge.compare import Setting, compare
from mathora.prove.judge.elimination import no_row_operation
from mathora.prove.judge.growth import unlike
from mathora.prove.kernel import Claim
from mathora.prove.verdict import Verdict, refuted, undecided

LOOSE: Final = frozenset({r"\to", r"\leftrightarrow", r"\propto", r"\mapsto", r"\sim", r"\ll", r"\gg", r"\cong"})
_TRIED: Final = (*map(Fraction, range(-3, 5)), Fraction(-1, 2), Fraction(1, 2))
"""Where a known function is looked at that is said to go from one set to another."""


def of_loose_sign(left: tree.Node, sign: str, right: tree.Node, setting: Setting) -> Verdict:
    """The verdict on one link with such a sign: refuted or undecided if it is contradicted, else notation."""
    with suppress(Untranslatable, Mismatch, Undefined):
        if sign in {r"\ll", r"\gg", r"\sim", r"\cong"} and all(_is_number(one, setting) for one in (left, right)):
            told = (
                approximately(left, right, setting, None)
                if sign in {r"\sim", r"\cong"}
                else compare(left, "<" if sign == r"\ll" else ">", right, setting)
            )
            if told.kind == "refuted" or (told.kind == "undecided" and sign in {r"\ll", r"\gg"}):
                return told
            if sign in {r"\ll", r"\gg"}:
                return Verdict("notation", method="nothing is claimed")  # of two numbers neither grows
    if sign in {r"\to", r"\sim"} and (false := no_row_operation(left, sign, right, setting) or _no_law(right, setting)):
        return refuted(false)
    doubted = unlike(left, sign, right, setting) if sign in {r"\sim", r"\ll", r"\gg"} else None
    return doubted or Verdict("notation", method="nothing is claimed")


def _is_number(node: tree.Node, setting: Setting) -> bool:
    value = setting.meaning(node).expression
    return isinstance(value, sympy.Expr) and bool(value.is_number)


def _no_law(node: tree.Node, setting: Setting) -> str:
    """Why there is no distribution with these parameters; "" if there may be."""
    row = row_of(node)
    of = node.base if isinstance(node, tree.Power) else node
    if isinstance(of, tree.Symbol) and of.name in {r"\chi", "t", "F"} and of.subscript is not None:
        degrees = of.subscript.items if isinstance(of.subscript, tree.Listing) else (of.subscript,)
        if any((number := rational(one)) is not None and number <= 0 for one in degrees):
            return f"{write_latex(node)} needs degrees of freedom above 0"
    for letter, one in zip(row.parameters, node.children[1:], strict=True) if row else ():
        if letter in COUNTS and (number := rational(one)) is not None and number.denominator > 1:
            return f"{write_latex(node)} counts to {write_latex(one)}, which is no whole number"
    for demand in asked_of_law(node):
        (left, right), (sign,) = demand.operands, demand.operators
        with suppress(Untranslatable, Mismatch, Undefined):
            if all(_is_number(one, setting) for one in (left, right)):
                told = compare(left, sign, right, setting)  # type: ignore[arg-type]
                if told.kind == "refuted":
                    return f"{write_latex(node)} needs {write_latex(demand)}"
        if (opposite := denied(demand)) is not None and holds_by_rules(Claim(opposite, setting.model)):
            return f"{write_latex(node)} needs {write_latex(demand)}"
    return ""


def hypotheses(node: tree.Logic) -> tuple[tree.Node, ...]:
    r"""What `H_0: \mu = 100 \text{ vs. } H_1: \mu \ne 100` names; nothing of any other statement."""
    match node:
        case tree.Logic(operands=(tree.Symbol(), said), operators=(":",)):
            return (said,)
        case tree.Logic(operands=(tree.Logic() as one, tree.Logic() as other), operators=(sign,)) if (
            sign in tree.AGAINST
        ):
            return (*hypotheses(one), *hypotheses(other))
        case _:
            return ()


def of_hypotheses(said: Sequence[tree.Node], judged: Callable[[tree.Node], Verdict]) -> Verdict:
    """`H_0: 1 + 1 = 3` is false, and `H_0: x < x` of every x; what speaks of something that nobody knows yet claims
    nothing.
    """
    found = map(judged, said)
    false = next((one for one in found if one.kind == "refuted" and not (one.witness and one.witness.at)), None)
    opposites = ((one, denied(one)) for one in said if false is None)
    never = (one for one, other in opposites if other is not None and judged(other).kind == "proved")
    false = false or next((refuted(f"{write_latex(one)} holds nowhere") for one in never), None)
    return false or Verdict("notation", method="a hypothesis is named, nothing is claimed")


def of_remark(said: tree.Node, setting: Setting, judged: Callable[[tree.Node], Verdict]) -> Verdict:
    r"""`\text{where } f(2) = 9` says what is not known yet; of what the model says, or of numbers, it may be false."""
    told = judged(said)
    left = said.operands[0] if isinstance(said, tree.Relation) else said
    head = setting.model.named(left.head if isinstance(left, tree.Application) else left)
    known = head is not None and head.body is not None
    return told if known and told.kind == "refuted" else of_hypotheses((said,), judged)


def leaves_its_set(node: tree.Signature, setting: Setting, judged: Callable[[tree.Node], Verdict]) -> Verdict | None:
    r"""The refutation of `f \colon [0, 1] \to [2, 3]` by a value of a known f that is not in the set right, or none."""
    model, name = setting.model, setting.model.named(node.function)
    if name is None or name.body is None or not name.parameters:
        return _of_other_sides(node, name)
    source, target = (tree.as_set(_body_of(one, model)) for one in (node.domain, node.codomain))
    for demand in name.domain if len(name.parameters) == 1 else ():
        if judged(_for_all(name.parameters[0], source, demand)).kind == "refuted":
            return refuted(f"{name.key} is said for {write_latex(demand)} only")
    if (many := _variables_in(source)) is not None and many != len(name.parameters) and not _has_vectors(name, model):
        return refuted(f"{name.key} has another number of variables than {write_latex(node.domain)}")
    for there in (*map(in_digits, _TRIED), *_within(source)) if len(name.parameters) == 1 else ():
        if judged(tree.Relation((there, source), (r"\in",))).kind == "proved":
            told = judged(tree.Relation((tree.Application(name.symbol, None, (there,)), target), (r"\in",)))
            if told.kind == "refuted":
                return refuted(f"at {write_latex(there)} it has no value in {write_latex(target)}")
    inside = tree.Relation((tree.Application(name.symbol, None, name.parameters), target), (r"\in",))
    named = any(isinstance(one, tree.Symbol) for one in (source, target))
    if named or (otherwise := _without_values(inside, source, name, setting, judged)) is None:
        return None
    vague = undecided(_NOT_SHOWN.format(*map(write_latex, (source, target))))
    return otherwise if otherwise.kind == "refuted" else vague


def _without_values(
    inside: tree.Relation, source: tree.Node, name: Name, setting: Setting, judged: Callable[[tree.Node], Verdict]
) -> Verdict | None:
    """What is told of a function's values where it is said to have them; None where it is shown that they are such."""
    if len(name.parameters) > 1 or _has_vectors(name, setting.model):
        told = judged(inside)
        return told if told.conditions or told.kind != "proved" else None
    if inside.operands[1] == _REALS and not _may_lack_value(inside.operands[0], setting):
        return None
    everywhere = _for_all(name.parameters[0], source, inside)
    told = judged(everywhere)
    shown = told.kind == "proved" or (told.kind != "refuted" and holds_by_rules(Claim(everywhere, setting.model)))
    return None if shown else told


def _for_all(letter: tree.Node, source: tree.Node, said: tree.Node) -> tree.Node:
    r"""That something holds on a set, such as `\mathbb{R} \setminus \{0\}`."""
    match source:
        case tree.SetOperation(operands=(whole, tree.SetLiteral(items=items)), operators=(r"\setminus",)):
            others = [tree.Relation((letter, one), (r"\ne",)) for one in items]
            return _for_all(letter, whole, tree.Logic((tree.together(tuple(others)), said), (r"\Rightarrow",)))
        case _:
            return tree.Quantified(r"\forall", tree.Relation((letter, source), (r"\in",)), said)


_REALS: Final = tree.Constant(r"\mathbb{R}")
_NOT_SHOWN: Final = "no rule shows that it has a value in {1} everywhere in {0}: say where it is defined"


def _may_lack_value(node: tree.Node, setting: Setting) -> bool:
    """Whether a function's value is one under conditions only."""
    try:
        meaning = setting.meaning(node)
    except (Untranslatable, Mismatch, Undefined):
        return False
    return bool(meaning.conditions or meaning.parts)


def _variables_in(node: tree.Node) -> int | None:
    r"""Of how many numbers a set's members are made, where it is an interval, `\mathbb{R}` or `\mathbb{R}^2`."""
    match node:
        case tree.IntervalSet() | tree.Constant(name=r"\mathbb{R}" | r"\mathbb{N}" | r"\mathbb{Z}"):
            return 1
        case tree.Power(base=tree.Constant(name=r"\mathbb{R}"), exponent=tree.Number(text=many)) if many.isdigit():
            return int(many)
        case _:
            return None


def _body_of(node: tree.Node, model: Model) -> tree.Node:
    """The set that a name of the model stands for."""
    name = model.named(node) if isinstance(node, tree.Symbol) else None
    return name.body if name is not None and name.body is not None else node


def _of_other_sides(node: tree.Signature, name: Name | None) -> Verdict | None:
    r"""The refutation of `A \colon \mathbb{R}^3 \to \mathbb{R}^2` by the rows and columns of A."""
    rows, columns = _sides(name) if name is not None else (None, None)
    sides = _variables_in(node.codomain), _variables_in(node.domain)
    if rows is None or None in sides or sides == (rows, columns):
        return None
    return refuted(f"{write_latex(node.function)} has {rows} rows and {columns} columns")


def _sides(name: Name) -> tuple[int | None, int | None]:
    """The rows and columns of what is a matrix by its shape or its entries."""
    if isinstance(name.body, tree.Matrix) and not name.parameters:
        return len(name.body.rows), len(name.body.rows[0])
    return name.shape if name.kind == "matrix" and name.shape else (None, None)


def _has_vectors(name: Name, model: Model) -> bool:
    owners = [model.named(one) for one in name.parameters]
    return any(own is not None and (own.shape is not None or own.kind != "real") for own in owners)


def _within(node: tree.Node) -> tuple[tree.Node, ...]:
    """The ends of an interval and its middle, where they are finite."""
    match node:
        case tree.IntervalSet(lower=low, upper=high) if not any(
            isinstance(part, tree.Constant) for one in (low, high) for _, part in tree.walk(one)
        ):
            middle = tree.Quotient(tree.Group(tree.Addition((low, high), ("+",))), tree.Number("2"))
            return low, high, middle
        case _:
            return ()
