"""Deciding one comparison of two numbers, whatever stands in it.

Owns: `decide`: sums, limits and integrals are evaluated by balls where they can be, then replaced by their values;
unknown functions are tried with known ones; what is left goes to the tactics for equalities or inequalities.

Laws:
- Refutation first: a cheap counterexample saves an expensive proof.
- Where a side of real numbers is not real, a point is outside of what the formula is about: it refutes nothing.
- A function that nothing is known of is replaced by a known one only to refute.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.prove.goal.domain import points
from mathora.prove.goal.goal import Goal, Outcome, exact_text, place_of
from mathora.prove.goal.unresolved import KINDS, linear
from mathora.prove.tactics import normal
from mathora.prove.tactics.identities import decide_equality, is_real, says_yes
from mathora.prove.tactics.induction import equal_by_induction
from mathora.prove.tactics.inequalities import decide_inequality
from mathora.prove.tactics.refute import counterexample
from mathora.prove.tactics.resolve import resolved
from mathora.prove.verdict import Witness

FEW_POINTS = 4  # points at which parameters are put in before a sum, limit or integral is looked for


def decide(goal: Goal) -> Outcome | None:  # noqa: PLR0911 - one return for each way
    """Proved, refuted, or None."""
    goal = _differentiated(goal)
    unresolved = goal.difference.has(*KINDS) if isinstance(goal.difference, sympy.Basic) else False
    if unresolved:
        if goal.sign == "=" and goal.left == goal.right:
            return Outcome(proved=True, method="the same expression")
        if (witness := counterexample(goal)) is not None:
            return Outcome(proved=False, method="ball arithmetic", witness=witness)
    refuted = _with_known_functions(goal)
    if refuted is not None:
        return refuted
    if unresolved and goal.sign == "=" and says_yes(equal_by_induction, goal):
        return Outcome(proved=True, method="induction")
    if unresolved and says_yes(_same_differentials, goal):
        return Outcome(proved=True, method="both sides have the same differential")
    if unresolved:
        plain = goal.between(linear(goal.left), linear(goal.right))
        if goal.sign == "=" and normal.rational(plain.difference):
            return Outcome(proved=True, method="sums and integrals are linear")
    found_outcome = _resolved_and_decided(goal)
    if found_outcome is None and unresolved and goal.free:
        return _at_parameters(goal)
    return found_outcome


def _resolved_and_decided(goal: Goal) -> Outcome | None:
    sides = [resolved(side, goal.where) for side in (goal.left, goal.right)]
    methods = tuple(dict.fromkeys(method for side in sides for method in side.methods))
    plain = goal.between(sides[0].expression, sides[1].expression)
    infinite = _of_infinite(plain, methods)
    if infinite is not None or not _ordinary(plain):
        return infinite
    found = decide_equality(plain) if plain.sign == "=" else decide_inequality(plain)
    if found is None or not methods:
        return found
    return Outcome(found.proved, "; ".join((*methods, found.method)), found.conditions, found.witness, found.reason)


def _ordinary(goal: Goal) -> bool:
    return not any(side.has(S.NaN, S.ComplexInfinity) for side in (goal.left, goal.right)) and not (
        goal.sign == "=" and any(side in (S.Infinity, S.NegativeInfinity) for side in (goal.left, goal.right))
    )


def _of_infinite(goal: Goal, methods: tuple[str, ...]) -> Outcome | None:
    """Sides that are infinite, or that are no number at all because a limit or an integral does not exist."""
    method = "; ".join(methods)
    for side, words in ((goal.left, "left"), (goal.right, "right")):
        if side is S.NaN:
            return Outcome(proved=False, method=method, reason=f"the {words} side has no value: it does not exist")
    infinite = [side in (S.Infinity, S.NegativeInfinity) for side in (goal.left, goal.right)]
    if goal.sign != "=" or not any(infinite):
        return None
    if goal.left == goal.right:
        return Outcome(proved=True, method=method or "both sides are infinite")
    finite = goal.right if infinite[0] else goal.left
    if not finite.is_finite and not all(infinite):
        return None
    left, right = (_text(side) for side in (goal.left, goal.right))
    return Outcome(proved=False, method=method, witness=Witness((), left, right, "="))


def _text(side: Expr) -> str:
    return {S.Infinity: "∞", S.NegativeInfinity: "−∞"}.get(side) or exact_text(side)


def _at_parameters(goal: Goal) -> Outcome | None:
    """A refutation at exact values of the parameters, where the sums, limits and integrals become constants."""
    outside = (S.NaN, S.ComplexInfinity, *((S.ImaginaryUnit,) if is_real(goal) else ()))
    for assignment in points(goal.free, goal.where, most=FEW_POINTS):
        put = goal.between(goal.left.subs(assignment), goal.right.subs(assignment))
        constant = Goal(put.left, goal.sign, put.right)
        if constant.free or any(side.has(*outside) for side in (put.left, put.right)):
            continue
        found = _resolved_and_decided(constant)
        if found is not None and not found.proved:
            witness = found.witness or Witness((), "", "", goal.sign)
            if found.reason and _other_has_value(goal, put):
                where = ", ".join(f"{name} = {number}" for name, number in place_of(assignment))
                names = " and ".join(name for name, _ in place_of(assignment))
                return replace(found, reason=f"at {where} {found.reason}: give {names} a domain")
            if found.reason:
                continue
            return Outcome(
                proved=False,
                method=found.method,
                witness=Witness(place_of(assignment), witness.left, witness.right, witness.relation),
            )
    return None


def _other_has_value(goal: Goal, put: Goal) -> bool:
    """Whether a side without sums, limits and integrals is a number at a point, and real where it speaks of reals."""
    sides = ((goal.left, put.left), (goal.right, put.right))
    return all(after.is_real or before.has(S.ImaginaryUnit) for before, after in sides if not after.has(*KINDS))


# ── antiderivatives ───────────────────────────────────────────────────────────────────────────────────────────────────


def _differentiated(goal: Goal) -> Goal:
    """∫ f dx = F + C is the claim that both sides have one derivative by x."""
    found = [part for part in goal.difference.atoms(sympy.Integral) if all(len(limit) == 1 for limit in part.limits)]
    variables = {part.variables[0] for part in found}
    if goal.sign != "=" or len(variables) != 1 or goal.difference.has(sympy.Piecewise):
        return goal
    (variable,) = variables
    return goal.between(_slope(goal.left, variable), _slope(goal.right, variable))


def _same_differentials(goal: Goal) -> bool:
    """∫ u dv = uv − ∫ v du: the differentials of both sides, d(∫ u dv) = u dv, agree for each variable."""
    found = sorted(goal.difference.atoms(sympy.Integral), key=str)
    if goal.sign != "=" or not found or not all(len(limits) == 1 for part in found for limits in part.limits):
        return False
    variables = [part.variables[0] for part in found]
    names = [sympy.Dummy() for _ in found]
    plain = sympy.expand(goal.difference).xreplace(dict(zip(found, names, strict=True)))
    if not plain.is_polynomial(*names) or sympy.Poly(plain, *names).total_degree() > 1:
        return False
    factors = [plain.coeff(name) for name in names]
    if any(factor.free_symbols for factor in factors):
        return False
    rest = plain.subs(dict.fromkeys(names, 0))
    for variable in dict.fromkeys(variables):
        integrands = zip(factors, found, strict=True)
        total = sympy.Add(*(factor * part.function for factor, part in integrands if part.variables[0] == variable))
        if not normal.rational(total + sympy.diff(rest, variable)):
            return False
    return True


def _slope(side: Expr, variable: Expr) -> Expr:
    """The derivative; ln |u| has that of ln u."""
    plain = side.replace(
        lambda part: isinstance(part, sympy.log) and isinstance(part.args[0], sympy.Abs),
        lambda part: sympy.log(part.args[0].args[0]),
    )
    return sympy.diff(plain, variable)


# ── unknown functions ─────────────────────────────────────────────────────────────────────────────────────────────────


def _with_known_functions(goal: Goal) -> Outcome | None:
    """A refutation with a polynomial in the place of each unknown function."""
    spoken = goal.left.atoms(sympy.Function) | goal.right.atoms(sympy.Function)  # also what cancels in the difference
    applications = [part for part in spoken if hasattr(type(part), "unknown")]
    names = sorted({type(part).unknown for part in applications})
    assumed = (part for one in goal.where.givens for part in one.atoms(sympy.Function))
    if any(getattr(type(part), "unknown", None) in names for part in assumed):
        return None  # a known one would have to obey what is assumed
    plain = all(not isinstance(one, sympy.MatrixBase) for part in applications for one in part.args)
    if not names or not plain or any(type(part).orders is None or type(part).bounded for part in applications):
        return None
    for shift in (0, 1):
        places = {name: place + shift for place, name in enumerate(names)}
        try:
            put = goal.between(_changed(goal.left, places), _changed(goal.right, places))
            conditions = tuple(_changed(one, places) for one in goal.conditions)
        except ValueError:  # a limit that does not exist
            continue
        found = counterexample(replace(put, conditions=conditions), most=12)
        if found is not None:
            chosen = tuple((f"{name}(x)", _shown(names.index(name) + shift)) for name in names if "(" not in name)
            witness = replace(found, at=tuple(found.at) + chosen)
            return Outcome(proved=False, method="ball arithmetic", witness=witness)
    return None


def _changed(side: Expr, places: Mapping[str, int]) -> Expr:
    """The side with applications replaced, the innermost first; `places` tell which polynomial stands for which."""
    return side.replace(
        lambda part: getattr(type(part), "unknown", "") in places, lambda part: _known(part, places[type(part).unknown])
    ).doit(deep=True, sums=False, integrals=False, products=False)


def _known(application: Expr, place: int) -> Expr:
    """The value (or derivative) of the polynomial that stands for the unknown function at the application's
    arguments.
    """
    names = [sympy.Dummy(f"x{at}") for at in range(len(application.args))]
    body = _polynomial(names, place)
    for name, order in zip(names, type(application).orders, strict=True):
        body = sympy.diff(body, name, order) if order else body
    return body.xreplace(dict(zip(names, application.args, strict=True)))


def _polynomial(names: list[Expr], place: int) -> Expr:
    return sympy.Add(*((place + 2) * name**2 + (at + 1) * name for at, name in enumerate(names))) + place + 1


def _shown(place: int) -> str:
    return str(_polynomial([sympy.Symbol("x")], place)).replace("**", "^").replace("*", " ")
