"""Orders by tangents: of logarithms, which lie below theirs, and of exponentials, which lie above.

Owns: `above_tangents`, `above_exponentials` and `logarithms_grown`.

Laws:
- ln t ≤ t − 1 for t > 0, and so e^t ≥ 1 + t; no other inequality is used here.
- "No" means "not shown".
"""

from __future__ import annotations

from fractions import Fraction

from mathora.prove.kernel.exact import functions
from mathora.prove.kernel.exact.algebra import ONE, Atom, Monomial, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.signs.facts import Facts


def above_tangents(ratio: Ratio, facts: Facts) -> bool:
    """Σ c (ln a − ln b) + r ≥ 0 by c (ln a − ln b) ≥ c (1 − b/a), for each c ≥ 0 (J. W. Gibbs); where one is alone,
    the other is ln 1.
    """
    if not facts.shows(Ratio(ratio.below, ONE), ">"):
        return False
    factors: dict[Atom, Ratio] = {}
    rest = Ratio.number(0)
    for monomial, number in ratio.above.items():
        logarithms = [(atom, power) for atom, power in monomial if atom.kind == "ln"]
        term = Ratio({tuple(one for one in monomial if one not in logarithms): number}, ONE)
        if not logarithms:
            rest += term
        elif len(logarithms) > 1 or logarithms[0][1] != 1:
            return False
        else:
            factors[logarithms[0][0]] = factors.get(logarithms[0][0], Ratio.number(0)) + term
    factors = {atom: factor for atom, factor in factors.items() if not factor.vanishes}
    least: list[Ratio] = []
    while factors:
        above = next((one for one in sorted(factors) if facts.shows(factors[one], "≥")), None)
        factor = factors.pop(above) if above is not None else Ratio.number(0)
        below = next((one for one in sorted(factors) if _is_taken(factors[one], factor, facts)), None)
        if below is not None:
            factor = -factors.pop(below)
        elif above is None:
            return False
        sizes = [Ratio.number(1) if one is None else _size(one.argument, facts) for one in (above, below)]
        if None in sizes:
            return False
        least.append(factor * (Ratio.number(1) - sizes[1].over(sizes[0])))  # type: ignore[union-attr, arg-type] # as seen
    shown = [facts.resolved(cancelled(one)) for one in (sum(least, rest), rest, *least)]
    return facts.shows(shown[0], "≥") or all(facts.shows(one, "≥") for one in shown[1:])


def _is_taken(factor: Ratio, by: Ratio, facts: Facts) -> bool:
    """Whether a term takes away what another, c ln a, brings; or by itself, where there is no other (0)."""
    return facts.shows(-factor, "≥") if by.vanishes else (factor + by).vanishes


def _size(ratio: Ratio, facts: Facts) -> Ratio | None:
    """|u| of what is shown to be positive, or negative."""
    return next((one for one in (ratio, -ratio) if facts.shows(one, ">")), None)


def logarithms_grown(ratio: Ratio, facts: Facts) -> Ratio | None:
    """e^r − 1, which has the sign of r = Σ c ln u + …; None where no logarithm stands."""
    if not any(atom.kind == "ln" and atom.argument.variables for atom in ratio.own_atoms):
        return None
    grown = functions.exponential(ratio, functions.Conditions(facts))
    return facts.resolved(cancelled(grown - Ratio.number(1)))


def above_exponentials(ratio: Ratio, facts: Facts) -> Ratio | None:
    """What Σ c e^a − d e^b is at least, over e^b: Σ c (1 + a − b) − d, for c ≥ 0; where d > 0, over d; or None.

    Powers of what is positive are exponentials, too: x^q = e^(q ln x). With Σ c/d = 1 it is that of the means.
    """
    if not any(one.kind in {"exp", "root"} for one in ratio.own_atoms) or not facts.shows(Ratio(ratio.below, ONE), ">"):
        return None
    rooted = {atom.argument.only_atom for atom in ratio.atoms if atom.kind in {"root", "ln"}}
    bases = {one for one in rooted if one is not None and one.kind == "variable" and facts.shows(Ratio.atom(one), ">")}
    terms: dict[str, tuple[Ratio, Ratio]] = {}
    for monomial, number in ratio.above.items():
        exponent, factor = _as_exponential(monomial, bases, facts)
        before = terms.get(exponent.text, (exponent, Ratio.number(0)))[1]
        terms[exponent.text] = (exponent, before + factor.scaled(number))
    below = [term for term in terms.values() if not facts.shows(term[1], "≥")]
    if len(below) != 1:
        return None
    (least, factor) = below[0]
    size = -factor if facts.shows(-factor, ">") else Ratio.number(1)
    total = factor.over(size)
    for exponent, weight in terms.values():
        if exponent.text != least.text:
            total += weight.over(size) * (Ratio.number(1) + exponent - least)
    return facts.resolved(cancelled(total))


def _as_exponential(monomial: Monomial, bases: set[Atom], facts: Facts) -> tuple[Ratio, Ratio]:
    """(a, c) with c e^a for a product of powers."""
    exponent, factor = Ratio.number(0), Ratio.number(1)
    for atom, power in monomial:
        share = Fraction(power, atom.degree)
        if atom.kind == "exp":
            exponent += atom.argument.scaled(share)
        elif atom in bases:
            exponent += functions.sized_logarithm(Ratio.atom(atom)).scaled(power)
        elif atom.kind == "root" and atom.argument.variables and facts.shows(atom.argument, ">"):
            exponent += functions.sized_logarithm(atom.argument).scaled(share)
        else:
            factor *= Ratio.atom(atom).power(power)
    return exponent, factor
