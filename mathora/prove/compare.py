"""Comparing two sides of one link: numbers, vectors, matrices, sets.

Owns: `Side` (an operand's meaning), `compare` and `approximate`; what a link of a chain is decided by.

Laws:
- A side without a value anywhere refutes the link; so do shapes and units that do not fit.
- Vectors and matrices are compared by components, and their witness shows them whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sympy
from sympy import S

from mathora.formula.model import Model
from mathora.formula.sympy_form import Meaning, Mismatch, Undefined, Untranslatable, to_sympy
from mathora.formula.sympy_form_linear import described
from mathora.formula.tree import Node
from mathora.prove.balls import compared, rising, size, value
from mathora.prove.domain import Domain
from mathora.prove.goal import RELATION_NAMES, Goal, Outcome, Sign, exact_text, shown_name, written
from mathora.prove.identities import decide_equality, signed_symbols
from mathora.prove.induction import equal_by_induction
from mathora.prove.inequalities import decide_inequality
from mathora.prove.refute import sample
from mathora.prove.resolve import resolved
from mathora.prove.verdict import Verdict, Witness, refuted, undecided


@dataclass(frozen=True)
class Setting:
    """What a formula is judged in: the model, what is assumed, and which sign `±` has this time."""

    model: Model
    assumed: Domain = Domain()
    complex_plane: bool = False
    upper_sign: int = 1
    dependents: Mapping[str, tuple[str, ...]] | None = None

    def meaning(self, node: Node) -> Meaning:
        return to_sympy(
            node,
            self.model,
            complex_plane=self.complex_plane,
            upper_sign=self.upper_sign,
            dependents=self.dependents or {},
        )


def compare(left: Node, sign: Sign, right: Node, setting: Setting) -> Verdict:
    """The verdict on `left sign right`."""
    try:
        sides = setting.meaning(left), setting.meaning(right)
    except Untranslatable as reason:
        return undecided(str(reason))
    except Mismatch as reason:
        return refuted(f"shapes do not match: {reason}")
    except Undefined as reason:
        return refuted(str(reason))
    for side, words in zip(sides, ("left", "right"), strict=True):
        if S.false in side.conditions or side.expression is S.NaN:
            return refuted(f"the {words} side has no value")
    return compare_meanings(sides[0], sign, sides[1], setting)


def compare_meanings(left: Meaning, sign: Sign, right: Meaning, setting: Setting) -> Verdict:
    """The same for sides already translated."""
    one, other = left.expression, right.expression
    domain = setting.assumed.with_relations((*left.domain, *right.domain))
    if isinstance(one, sympy.Set) or isinstance(other, sympy.Set):
        return _compare_sets(one, sign, other)
    if _is_matrix(one) != _is_matrix(other):
        one, other = _broadcast_zero(one, other), _broadcast_zero(other, one)
    shapes = [side.shape if _is_matrix(side) else () for side in (one, other)]
    if shapes[0] != shapes[1]:
        return refuted(f"shapes do not match: the left side is {described(one)}, the right side {described(other)}")
    if _is_matrix(one) and sign not in {"=", r"\ne"}:
        return refuted(f"{described(one)} and {described(other)} have no order")
    symbols = tuple(dict.fromkeys((*left.symbols.values(), *right.symbols.values())))
    conditions = tuple(dict.fromkeys((*left.conditions, *right.conditions)))
    pairs = list(zip(one, other, strict=True)) if _is_matrix(one) else [(one, other)]
    outcomes = []
    for first, second in pairs:
        outcome = _decide(Goal(first, sign, second, domain, conditions, symbols))
        if isinstance(outcome, Verdict):
            return outcome
        outcomes.append(outcome)
        if outcome is not None and not outcome.proved:
            break
    return _joined(outcomes, (one, other), conditions, domain)


def _is_matrix(value_: Any) -> bool:
    return isinstance(value_, sympy.MatrixBase)


def _broadcast_zero(side: Any, other: Any) -> Any:
    """A plain 0 beside a vector is the zero vector."""
    return sympy.zeros(*other.shape).as_immutable() if side == 0 and _is_matrix(other) else side


def _decide(goal: Goal) -> Outcome | Verdict | None:
    goal = _differentiated(goal)
    if goal.sign == "=" and equal_by_induction(goal):
        return Outcome(proved=True, method="induction")
    goal, methods = _prepared(goal)
    if S.NaN in (goal.left, goal.right):
        words = "left" if goal.left is S.NaN else "right"
        return Outcome(proved=False, method="; ".join(methods), reason=f"the {words} side has no value: the limit does not exist")
    infinite = [side in (S.Infinity, S.NegativeInfinity) for side in (goal.left, goal.right)]
    if goal.sign == "=" and any(infinite):
        if goal.left == goal.right:
            return Outcome(proved=True, method="; ".join(methods) or "both sides are infinite")
        finite = goal.right if infinite[0] else goal.left
        if finite.is_finite or all(infinite):
            texts = [_infinite_text(side) for side in (goal.left, goal.right)]
            return Outcome(proved=False, method="; ".join(methods), witness=Witness((), texts[0], texts[1], "="))
        return None
    found = decide_equality(goal) if goal.sign == "=" else decide_inequality(goal)
    if found is None or not methods:
        return found
    return Outcome(found.proved, "; ".join((*methods, found.method)), found.conditions, found.witness, found.reason)


def _differentiated(goal: Goal) -> Goal:
    """∫ f dx = F + C is the claim that both sides have one derivative by x."""
    found = [part for part in goal.difference.atoms(sympy.Integral) if all(len(limit) == 1 for limit in part.limits)]
    variables = {part.variables[0] for part in found}
    if goal.sign != "=" or len(variables) != 1:
        return goal
    (variable,) = variables
    return goal.between(_slope(goal.left, variable), _slope(goal.right, variable))


def _slope(side: Any, variable: Any) -> Any:
    """The derivative; ln |u| has that of ln u."""
    plain = side.replace(
        lambda part: isinstance(part, sympy.log) and isinstance(part.args[0], sympy.Abs),
        lambda part: sympy.log(part.args[0].args[0]),
    )
    return sympy.diff(plain, variable)


def _infinite_text(side: Any) -> str:
    return {S.Infinity: "∞", S.NegativeInfinity: "−∞"}.get(side) or exact_text(side)


def _prepared(goal: Goal) -> tuple[Goal, tuple[str, ...]]:
    """The goal with sums, limits and integrals resolved."""
    sides = [resolved(side, goal.where) for side in (goal.left, goal.right)]
    methods = tuple(dict.fromkeys(method for side in sides for method in side.methods))
    return goal.between(sides[0].expression, sides[1].expression), methods


def _joined(
    outcomes: list[Outcome | None], sides: tuple[Any, Any], conditions: tuple[Any, ...], domain: Domain
) -> Verdict:
    for outcome in outcomes:
        if outcome is not None and not outcome.proved:
            witness = outcome.witness
            if witness is not None and _is_matrix(sides[0]):
                witness = _whole(witness, sides)
            return refuted(outcome.reason, witness=witness, method=outcome.method)
    if None in outcomes:
        return undecided("no tactic decides it; no point of the domain refutes it")
    found = [outcome for outcome in outcomes if outcome is not None]
    shown = tuple(dict.fromkeys(text for one in conditions if (text := condition_text(one, domain))))
    return Verdict("proved", method="; ".join(dict.fromkeys(one.method for one in found)), conditions=shown)


def _whole(witness: Witness, sides: tuple[Any, Any]) -> Witness:
    """A component's witness with both vectors written out at its point, where they have values there."""
    at = dict(witness.at)
    texts = []
    for side in sides:
        change = {symbol: sympy.Rational(at[shown_name(symbol)]) for symbol in side.free_symbols if _plain(at, symbol)}
        entries = [entry.subs(change) for entry in side]
        if any(entry.free_symbols for entry in entries):
            return witness
        texts.append("(" + ", ".join(exact_text(entry) for entry in entries) + ")")
    return Witness(witness.at, texts[0], texts[1], witness.relation)


def _plain(at: Mapping[str, str], symbol: Any) -> bool:
    text = at.get(shown_name(symbol), "…")
    return text.removeprefix("-").replace("/", "").isdigit()


def condition_text(condition: Any, domain: Domain) -> str:
    """A side condition as TeX; "" for one that the declared domain visibly gives."""
    if condition in domain.relations or condition.xreplace(signed_symbols(domain, condition.free_symbols)) == S.true:
        return ""
    return str(sympy.latex(condition)).replace(r"\neq", r"\ne").replace(r"\leq", r"\le").replace(r"\geq", r"\ge")


def _compare_sets(one: Any, sign: Sign, other: Any) -> Verdict:
    if not (isinstance(one, sympy.Set) and isinstance(other, sympy.Set)):
        return refuted("a set and a number are compared")
    if sign != "=":
        return undecided("sets have no such order")
    if one == other or (one.is_subset(other) and other.is_subset(one)):
        return Verdict("proved", method="both sets have the same elements")
    if one.is_subset(other) is False or other.is_subset(one) is False:
        return refuted("the sets do not have the same elements")
    return undecided("the sets could not be compared")


# ── rounding ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def approximate(side: Meaning, literal: Meaning, half_unit: Any, setting: Setting) -> Verdict:
    """`value ≈ literal`: |value − literal| < half a unit of the literal's last place, by balls."""
    exact, shown = side.expression, literal.expression
    if _is_matrix(exact) or _is_matrix(shown):
        return undecided("≈ between vectors")
    unit = _unit_of(shown)
    exact, shown = exact / unit, shown / unit
    answer = resolved(exact, setting.assumed.with_relations(side.domain))
    exact = answer.expression
    if not exact.is_finite and exact in (S.Infinity, S.NegativeInfinity):
        return refuted("the value is infinite")
    symbols = tuple(sorted(exact.free_symbols, key=str))
    if symbols:
        return _approximate_everywhere(exact, shown, half_unit, side, setting)
    for gap in rising(lambda: value(exact - shown, {})):
        within = compared("StrictLessThan", size(gap) - value(half_unit, {}))
        if within is True:
            method = "; ".join((*answer.methods, "half a unit of the last place, by ball arithmetic"))
            return Verdict("proved", method=method)
        if within is False:
            witness = Witness((), exact_text(exact), written(value(shown, {})), r"\approx")
            return refuted("", witness=witness, method="ball arithmetic")
    return undecided("the value could not be computed")


def _unit_of(expression: Any) -> Any:
    """The units of a quantity, as a product of base units."""
    units = [one for one in expression.as_ordered_factors() if any(":" in symbol.name for symbol in one.free_symbols)]
    return sympy.Mul(*units)


def _approximate_everywhere(exact: Any, shown: Any, half_unit: Any, side: Meaning, setting: Setting) -> Verdict:
    """A value with free symbols rounds to a literal only if it does so in the whole domain."""
    domain = setting.assumed.with_relations(side.domain)
    symbols = tuple(side.symbols.values())
    goal = Goal(sympy.Abs(exact - shown), "<", half_unit, domain, side.conditions, symbols)
    found = sample(goal)
    if found.witness is not None:
        return refuted("", witness=found.witness, method="ball arithmetic")
    outcome = decide_inequality(goal)
    if outcome is not None and outcome.proved:
        return Verdict("proved", method=outcome.method)
    return undecided("the rounding could not be shown for all values")


__all__ = ["RELATION_NAMES", "Setting", "approximate", "compare", "compare_meanings", "condition_text"]
