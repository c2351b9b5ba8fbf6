"""Signs by falling and rising.

Law: a function that is continuous on an interval, falls before a place and rises behind it, is least there.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import calculus
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.signs.continuity import is_continuous
from mathora.prove.kernel.signs.facts import DEEPEST, Facts
from mathora.prove.kernel.signs.ranges import interval_facts

PLACES = tuple(map(Fraction, ("0", "1", "-1", "1/2", "2")))
"""Where a function that falls and rises may be least, besides the ends of the range."""


def falls_and_rises(facts: Facts, ratio: Ratio, *, strictly: bool) -> bool:
    """A smooth function of one variable: not negative at a place, falling before it and rising behind it."""
    variables = ratio.variables
    if len(variables) != 1 or facts.depth >= DEEPEST or not ratio.own_atoms - set(variables):
        return False
    (variable,) = variables
    where = facts.range_of(variable)
    inside = Facts(
        tuple(interval_facts(variable, where)), angles=facts.angles, depth=facts.depth + 1, asking=facts.asking
    )
    if (
        variable in facts.whole
        or (None in {where.low, where.high} and _turns(ratio, variable))
        or not is_continuous(ratio, inside)
    ):
        return False
    conditions = Conditions(inside)
    slope = calculus.derivative(ratio, variable, conditions)
    ends = [end for end in (where.low, where.high) if end is not None]
    for place in dict.fromkeys((*ends, *PLACES)):
        closed = replace(where, low_open=False, high_open=False)
        if not closed.contains(place):
            continue
        point = Ratio.number(place)
        step = Ratio.atom(variable) - point
        at = Facts(equations=(step,), angles=facts.angles)
        try:
            value = at.resolved(calculus.substituted(ratio, {variable: point}, Conditions(at)))
        except Refused:
            continue
        outside = not where.contains(place)
        enough = ">" if strictly and not outside else "≥"
        if not (not value.above and enough == "≥") and not Facts().shows(value, enough):
            continue
        if any(not ways.shows(one, sign) for sign, one in conditions.found for ways in _sides(inside, step)):
            continue
        rising = ">" if strictly and outside else "≥"
        before, behind = _sides(inside, step)
        ahead = place == where.high or behind.shows(behind.resolved(slope), rising)
        if ahead and (place == where.low or before.shows(-before.resolved(slope), rising)):
            return True
    return False


def _turns(ratio: Ratio, variable: Atom) -> bool:
    """Whether it turns without end: a sine or cosine by itself, or its size."""
    turning = [one for one in ratio.own_atoms if {"sin", "cos"} & {one.kind, *(a.kind for a in Ratio.atom(one).atoms)}]
    return bool(turning) and (variable not in ratio.own_atoms or any(one.kind == "abs" for one in turning))


def _sides(facts: Facts, step: Ratio) -> tuple[Facts, Facts]:
    return facts.with_((">", -step)), facts.with_((">", step))
