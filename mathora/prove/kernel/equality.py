"""When two numbers are equal: everywhere, or where equations hold.

Owns: `equal` and `ordered`, which name the rule that shows it, `modulo`, `inverted` and `implied`.

| rule | what it needs |
| --- | --- |
| normal form | one rational function of the atoms, sizes taken apart where a sign is shown |
| given equations | the same, or its square, after unknowns are put in and multiples of the equations taken away |
| logarithms below their tangents | pairs c (ln a − ln b) with c ≥ 0, each at least c (1 − b/a) |
| exponentials above their tangents | a sum of c e^a with c ≥ 0, each at least c e^b (1 + a − b), less e^b |
| exponentials of both sides | Σ c ln u + r, whose e-th power is at least 1 |
| squares of both sides | both not negative (or both not positive), and equal squares; roots on one side |
| first case and the next one | D(n) of a whole n, with D(n + 1) at least m D(n) |
| cases by sign | the same for u ≥ 0 and for u < 0, for each size |u| |
| zero derivative and one value | a continuous difference of one variable on an interval |
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from mathora.prove.kernel.certificate import Contradicted, Refused
from mathora.prove.kernel.exact import calculus, functions
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled, remainder
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.signs.continuity import is_continuous
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.kernel.signs.induction import by_induction
from mathora.prove.kernel.signs.ranges import Fact, interval_facts
from mathora.prove.kernel.signs.tangents import above_exponentials, above_tangents, logarithms_grown

MOST_SIZES = 4
MOST_SQUARED = 6
MOST_ROOTS = 3
PLACES = tuple(map(Fraction, ("1", "0", "1/2", "-1", "2")))


def equal(one: Ratio, other: Ratio, facts: Facts) -> str:
    """The rule that shows `one = other` wherever the facts hold. Raises Refused."""
    difference = one - other
    if difference.vanishes or _vanishes(difference, facts):
        return "normal form"
    if facts.equations and any(_vanishes(modulo(one, facts), facts) for one in _powers(difference)):
        return "given equations"
    if _by_sizes(difference, facts, MOST_SIZES):
        return "cases by sign"
    for sign in (1, -1):
        if _vanishes(modulo(one * one - other * other, facts), facts) and all(
            facts.shows(side.scaled(sign), "≥") for side in (one, other)
        ):
            return "squares of both sides"
    if _is_constant(difference, facts):
        return "zero derivative and one value"
    raise Refused("the sides have different normal forms")


def _powers(ratio: Ratio) -> Iterator[Ratio]:
    """A number is zero where its square is, or its fourth power."""
    yield ratio
    for _ in range(2 if len(ratio.above) <= MOST_SQUARED else 0):
        yield (ratio := ratio * ratio)


def _vanishes(ratio: Ratio, facts: Facts) -> bool:
    return facts.resolved(cancelled(ratio)).vanishes


def _by_sizes(ratio: Ratio, facts: Facts, left: int) -> bool:
    ratio = facts.resolved(ratio)
    if ratio.vanishes:
        return True
    sizes = sorted(atom for atom in ratio.atoms if atom.kind in {"abs", "odd root"} and not _moves(atom))
    return bool(sizes) and left > 0 and all(_by_sizes(ratio, known, left - 1) for known in halves(sizes[0], facts))


def _moves(atom: Atom) -> bool:
    return any(inner.kind == "abs" for inner in atom.argument.atoms)


def halves(size: Atom, facts: Facts) -> Iterator[Facts]:
    """The two cases of a size."""
    yield from (facts.with_(one) for one in (("≥", size.argument), (">", -size.argument)))


def _is_constant(difference: Ratio, facts: Facts) -> bool:
    """Zero derivative on a range without holes, and zero at one place of it."""
    if len(difference.variables) != 1 or set(difference.variables) <= facts.whole:
        return False
    (variable,) = difference.variables
    where = facts.range_of(variable)
    inside = Facts(tuple(interval_facts(variable, where)), angles=facts.angles, asking=facts.asking)
    opened = Facts(
        tuple((">", ratio) for _, ratio in interval_facts(variable, where)), angles=facts.angles, asking=facts.asking
    )
    if not is_continuous(difference, inside):
        return False
    conditions = Conditions(opened)
    slope = calculus.derivative(difference, variable, conditions)
    if any(not opened.shows(ratio, sign) for sign, ratio in conditions.found) or not _by_sizes(slope, opened, 2):
        return False
    for place in PLACES:
        if where.contains(place):
            change = {variable: Ratio.number(place)}
            with suppress(Refused):
                if _vanishes(calculus.substituted(difference, change, Conditions(Facts())), Facts()):
                    return True
    return False


def ordered(one: Ratio, other: Ratio, kind: str, facts: Facts) -> str:
    """The rule that shows `one − other > 0`, `≥ 0` or `≠ 0`. Raises Refused."""
    functions.refuse_imaginary(*((one, other) if kind != "≠" else ()))  # i cancels in i + 1 > i
    difference = one - other
    if difference.constant is not None:
        if not functions.true(difference.constant, kind):
            raise Refused("the order of these numbers is another one")
        return "numbers"
    plain = facts.resolved(cancelled(difference))
    if facts.shows(plain, kind):
        return "numbers" if not plain.variables and not plain.own_atoms & facts.whole else "signs"
    if any(facts.shows(one, kind) for one in _with_equations(plain, facts)) or (kind == "≠" and _never(plain, facts)):
        return "given equations"
    for sign, larger in ((1, one), (-1, -other)):  # a ≥ |b| ≥ b where a ≥ 0, and −|a| ≥ b where b ≤ 0
        if kind != "≠" and facts.shows(larger, "≥"):
            gap = facts.resolved((one * one - other * other).scaled(sign))
            if facts.shows(gap, kind) or _by_roots(gap, kind, facts, MOST_ROOTS):
                return "squares of both sides"
    if _ordered_by_sizes(plain, kind, facts, MOST_SIZES):
        return "cases by sign"
    if kind != "≠" and (rule := _by_growth(plain, kind, facts)):
        return rule
    raise Refused("no rule shows this order")


def _by_growth(ratio: Ratio, kind: str, facts: Facts) -> str:
    """The rule of roots, logarithms and exponentials that shows an order; "" for none."""
    if _by_roots(ratio, kind, facts, MOST_ROOTS):
        return "squares of both sides"
    if kind == "≥" and above_tangents(ratio, facts):
        return "logarithms below their tangents"
    grown = logarithms_grown(ratio, facts)
    if grown is not None and (facts.shows(grown, kind) or _above_exponentials(grown, kind, facts)):
        return "exponentials of both sides"
    if _above_exponentials(ratio, kind, facts):
        return "exponentials above their tangents"
    return "first case and the next one" if by_induction(ratio, kind, facts) else ""


def _above_exponentials(ratio: Ratio, kind: str, facts: Facts) -> bool:
    least = above_exponentials(ratio, facts)
    return least is not None and (facts.shows(least, kind) or facts.shows(modulo(least, facts), kind))


def _by_roots(ratio: Ratio, kind: str, facts: Facts, left: int) -> bool:
    """A sum p + q ≥ 0 where p ≥ 0 are the terms with roots, and p² ≥ q²; the same again while roots are left."""
    if ratio.below != ONE or not left:
        return False
    rooted = {one: number for one, number in ratio.above.items() if any(a.kind == "root" for a, _ in one)}
    p, q = Ratio(rooted, ONE), Ratio({one: n for one, n in ratio.above.items() if one not in rooted}, ONE)
    if not rooted or not facts.shows(p, "≥"):
        return False
    gap = facts.resolved(cancelled(p * p - q * q))
    return facts.shows(gap, kind) or _by_roots(gap, kind, facts, left - 1)


def _ordered_by_sizes(ratio: Ratio, kind: str, facts: Facts, left: int) -> bool:
    ratio = facts.resolved(ratio)
    if facts.shows(ratio, kind) or (left < MOST_SIZES and kind != "≠" and _by_growth(ratio, kind, facts)):
        return True
    sizes = sorted(atom for atom in ratio.atoms if atom.kind == "abs" and not _moves(atom))
    return (
        bool(sizes)
        and left > 0
        and all(_ordered_by_sizes(ratio, kind, known, left - 1) for known in halves(sizes[0], facts))
    )


# ── equations ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def modulo(ratio: Ratio, facts: Facts) -> Ratio:
    """The ratio with equations used: unknowns put in, and multiples of what is left taken away."""
    rest = [one for equation in facts.equations for one in (equation, *inverted(equation, facts))]
    conditions = Conditions(facts)
    for _ in range(len(rest)):
        rest = [_reduced(facts.resolved(Ratio(one.above, ONE)), facts) for one in rest if one.above]
        found = next(((one, atom) for one in rest for atom in _solvable(one)), None)
        if found is None:
            break
        equation, atom = found
        slope = equation.above[((atom, 1),)]
        value = Ratio.atom(atom) - equation.scaled(1 / slope)
        change = {atom: value}
        rest = [calculus.substituted(one, change, conditions) for one in rest if one is not equation]
        ratio = calculus.substituted(ratio, change, conditions)
    if any(one.constant for one in rest):
        raise Contradicted("equations that contradict each other")
    ratio = facts.resolved(cancelled(ratio))
    ideal = [one.above for one in rest if one.above]
    return Ratio(remainder(ratio.above, ideal) if ideal else ratio.above, ratio.below)


def _reduced(equation: Ratio, facts: Facts) -> Ratio:
    """The equation without factors of all its terms that are never zero: x ln 2 = 3 ln 2 as x = 3."""
    for atom in frozenset.intersection(*(frozenset(dict(one)) for one in equation.above)) if equation.above else ():
        while facts.shows(Ratio.atom(atom), "≠") and all(atom in dict(one) for one in equation.above):
            equation = Ratio(cancelled(equation.over(Ratio.atom(atom))).above, ONE)
    return equation


def _solvable(equation: Ratio) -> Iterator[Atom]:
    """Variables that stand in one term alone, with a number before them."""
    for monomial in sorted(equation.above, key=str):
        if len(monomial) == 1 and monomial[0][1] == 1 and monomial[0][0].kind == "variable":
            atom = monomial[0][0]
            others = Ratio({one: number for one, number in equation.above.items() if one != monomial}, ONE)
            if atom not in others.atoms:
                yield atom


def _never(ratio: Ratio, facts: Facts) -> bool:
    """Whether a ratio that is zero contradicts the equations: 1 is a sum of multiples of them and of it."""
    try:
        modulo(Ratio.number(0), facts.with_(equations=(Ratio(ratio.above, ONE),)))
    except Refused as refusal:
        return isinstance(refusal, Contradicted)
    return False


def implied(equation: Ratio) -> Iterator[Fact]:
    """What an equation says of a sign: √u = r makes r ≥ 0, e^u = r makes it positive."""
    for monomial, slope in equation.above.items():
        if len(monomial) == 1 and monomial[0][1] == 1 and monomial[0][0].kind in {"root", "exp", "abs"}:
            yield "≥", Ratio.atom(monomial[0][0]) - Ratio(equation.above, ONE).scaled(1 / slope)


def inverted(equation: Ratio, facts: Facts) -> Iterator[Ratio]:
    """What follows from |u| = r, Σ c ln u = r, e^u = r, u^(1/n) = r, also with factors that are never zero: u² = r²,
    Π u^c = e^r, u = ln r, u = r^n; and from a² + b² = 0: a = 0 and b = 0.
    """
    if (grown := logarithms_grown(Ratio(equation.above, ONE), facts)) is not None:
        yield grown
    squares = [one[0][0] for one in equation.above if len(one) == 1 and one[0][1] == 2]  # noqa: PLR2004 - a square
    if len(squares) == len(equation.above) and len({number > 0 for number in equation.above.values()}) == 1:
        yield from (Ratio.atom(one) for one in squares if one != functions.IMAGINARY)
    for monomial, slope in equation.above.items():
        held = [one for one in monomial if one[0].arguments]
        factor = Ratio({tuple(one for one in monomial if one not in held): slope}, ONE)
        if len(held) != 1 or not facts.shows(factor, "≠"):
            continue
        ((atom, power),) = held
        value = Ratio.atom(atom).power(power) - Ratio(equation.above, ONE).over(factor)
        if atom in value.atoms or (power != 1 and atom.kind != "exp"):
            continue
        u = facts.resolved(functions.absolute(atom.argument)) if atom.kind in {"ln", "root"} else atom.argument
        match atom.kind:
            case "abs":
                yield u * u - value * value
            case "ln" if not u.variables:
                yield u - functions.exponential(value, Conditions(facts))
            case "exp" if value.above:
                yield u.scaled(power) - functions.sized_logarithm(value).scaled(atom.degree)
            case "root" | "odd root":
                yield u - value.power(atom.degree)


def _with_equations(ratio: Ratio, facts: Facts) -> Iterator[Ratio]:
    """The ratio with equations used, or without its constant: x² + y² = 1 turns ½ into ½x² + ½y²."""
    for one in facts.equations:
        yield modulo(ratio, facts)
        if ratio.below == ONE and () in one.above:
            yield ratio - Ratio(one.above, ONE).scaled(ratio.above.get((), Fraction(0)) / one.above[()])
