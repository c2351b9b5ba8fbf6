"""Deciding an inequality of two numbers: an ordered tuple of named tactics.

Owns: `decide_inequality`, `holds_everywhere`.

Laws: as for equalities. A tactic proves f ≥ 0 or f > 0 on the whole domain by exact steps, or says nothing.
"""

from __future__ import annotations

import sympy
from sympy import S

from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.prove.balls.values import compared, rising, value
from mathora.prove.goal.domain import Domain, surely
from mathora.prove.goal.goal import RELATION_NAMES, Goal, Outcome, exact_text, place_of
from mathora.prove.tactics import positivity
from mathora.prove.tactics.identities import positive_where_known
from mathora.prove.tactics.refute import counterexample
from mathora.prove.verdict import Witness

_NAME_SIGNS = {name: sign for sign, name in RELATION_NAMES.items()}


def decide_inequality(goal: Goal) -> Outcome | None:
    """`<`, `≤`, `>`, `≥` and `≠`: balls first, then the tactics; None if nothing decides."""
    infinite = _with_infinity(goal)
    if infinite is not None:
        return infinite
    if (witness := counterexample(goal)) is not None:
        return Outcome(proved=False, method="ball arithmetic", witness=witness)
    if not goal.free and _constant(goal):
        return Outcome(proved=True, method="ball arithmetic of constants")
    if goal.sign in {r"\ne", "<", ">"}:
        root = _root(goal)
        if root is not None:
            return Outcome(proved=False, method="a solution of the equation", witness=root)
    for attempt in dict.fromkeys((goal, positive_where_known(goal))):
        method = _proved(attempt)
        if method:
            return Outcome(proved=True, method=method)
    return None


def _with_infinity(goal: Goal) -> Outcome | None:
    sides = (goal.left, goal.right)
    if not any(side in (S.Infinity, S.NegativeInfinity) for side in sides):
        return None
    if all(side.is_extended_real for side in sides) and goal.sign != "=":
        order = {"<": sympy.Lt, r"\le": sympy.Le, ">": sympy.Gt, r"\ge": sympy.Ge, r"\ne": sympy.Ne}[goal.sign]
        try:
            relation = order(*sides)
        except NO_ANSWER:  # a sum that SymPy cannot tell from infinity
            return None
        if relation in (S.true, S.false):
            return Outcome(
                proved=relation == S.true, method="order of the extended reals", reason="infinity is no bound"
            )
    return None


def _root(goal: Goal) -> Witness | None:
    """An exact point where both sides are equal."""
    difference = goal.difference
    if len(goal.free) != 1 or not difference.is_polynomial(*goal.free):
        return None
    (symbol,) = goal.free
    if any(given.has(symbol) for given in goal.where.givens):  # a root is no point of what is assumed
        return None
    polynomial = sympy.Poly(difference, symbol)
    if polynomial.degree() < 1 or not (polynomial.domain.is_ZZ or polynomial.domain.is_QQ):
        return None
    for root in polynomial.real_roots():
        assignment = {symbol: root}
        if not goal.where.bounds(symbol).contains(root) or (symbol.is_integer and not root.is_integer):
            continue
        if all(surely(relation, assignment) for relation in goal.where.relations):
            text = exact_text(goal.left.subs(assignment))
            return Witness(place_of(assignment), text, text, goal.sign)
    return None


def _constant(goal: Goal) -> bool:
    name = RELATION_NAMES[goal.sign]
    return any(answer is True for answer in rising(lambda: compared(name, value(goal.difference, {}))))


def _proved(goal: Goal) -> str:
    if goal.sign == r"\ne":
        for difference in (goal.difference, -goal.difference):
            method = positivity.proves(difference, goal.where, strictly=True)
            if method:
                return method
        return positivity.never_zero(goal.difference, goal.where)
    great, small = (goal.left, goal.right) if goal.sign in {">", r"\ge"} else (goal.right, goal.left)
    strictly = goal.sign in {"<", ">"}
    method = positivity.proves(great - small, goal.where, strictly=strictly)
    if (
        method
        or not great.is_nonnegative
        or not (
            great.has(sympy.Abs)
            or any(part.exp.is_Rational and not part.exp.is_integer for part in great.atoms(sympy.Pow))
        )
    ):
        return method
    squared = positivity.proves(sympy.expand(great**2 - small**2), goal.where, strictly=strictly)
    return f"squares of both sides; {squared}" if squared else ""


def holds_everywhere(condition: Expr, domain: Domain) -> bool:  # noqa: PLR0911 - one return for each kind
    """Whether a condition provably holds in the whole domain."""
    if condition in (S.true, S.false):
        return bool(condition == S.true)
    name = type(condition).__name__
    if name == "And":
        return all(holds_everywhere(part, domain) for part in condition.args)
    if name == "Or":
        return any(holds_everywhere(part, domain) for part in condition.args)
    if name == "Not":
        return holds_everywhere(~condition.args[0], domain) if condition.args[0].is_Relational else False
    if condition in domain.relations:
        return True
    if name == "Equality":
        return bool(condition.lhs == condition.rhs)
    if name not in _NAME_SIGNS:
        return False
    symbols = tuple(sorted(condition.free_symbols, key=str))
    found = decide_inequality(Goal(condition.lhs, _NAME_SIGNS[name], condition.rhs, domain, (), symbols))  # type: ignore[arg-type]
    return found is not None and found.proved
