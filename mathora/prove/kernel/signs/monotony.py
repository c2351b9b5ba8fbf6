"""Signs by falling and rising.

Law: a function that is continuous on an interval, falls before a place and rises behind it, is least there.
"""

from __future__ import annotations

from contextlib import suppress
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
    least = list[Fraction]()
    closed = replace(where, low_open=False, high_open=False)
    for place in filter(closed.contains, dict.fromkeys((*ends, *PLACES))):
        point = {variable: Ratio.number(place)}
        at = Facts(equations=(Ratio.atom(variable) - point[variable],), angles=facts.angles)
        with suppress(Refused):
            value = at.resolved(calculus.substituted(ratio, point, Conditions(at)))
            if (value.vanishes and not (strictly and where.contains(place))) or Facts().shows(value, ">"):
                least.append(place)
            elif where.contains(place):
                return False
    for place in least:
        before, behind = _sides(inside, Ratio.atom(variable) - Ratio.number(place))
        if any(not ways.shows(one, sign) for sign, one in conditions.found for ways in (before, behind)):
            continue
        rising = ">" if strictly and not where.contains(place) else "≥"
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
