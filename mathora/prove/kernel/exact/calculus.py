"""Derivatives and substitution of the kernel's numbers.

Owns: `derivative`, `substituted` and `rebuilt`, which puts other values in the place of atoms.

Laws:
- A derivative notes where a root or a size is not smooth; what is not known to have one is refused.
- A function whose arguments change is built anew, with its conditions.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import circular, functions
from mathora.prove.kernel.exact.algebra import ONE, Atom, Polynomial, Ratio, function_atom
from mathora.prove.kernel.exact.functions import Conditions, Knowledge

UNKNOWN = "unknown "
"""Before the name of a function of which nothing is known but that it has derivatives; behind it their orders."""


def derivative(ratio: Ratio, variable: Atom, conditions: Conditions) -> Ratio:
    """The partial derivative by a variable; where a root or a size is not smooth, the condition is noted."""
    above, below = (Ratio(part, ONE) for part in (ratio.above, ratio.below))
    up, down = (_slope(part, variable, conditions) for part in (above, below))
    if not down.above:
        return up.over(below)
    return (up * below - above * down).over(below * below)


def _slope(polynomial: Ratio, variable: Atom, conditions: Conditions) -> Ratio:
    total = Ratio.number(0)
    atoms = {atom for monomial in polynomial.above for atom, _ in monomial}
    for atom in sorted(atoms):
        inner = _atom_slope(atom, variable, conditions)
        if not inner.above:
            continue
        partial = {
            tuple((one, power - (one == atom)) for one, power in monomial if (one, power) != (atom, 1)): number
            * dict(monomial)[atom]
            for monomial, number in polynomial.above.items()
            if atom in dict(monomial)
        }
        total += Ratio(partial, ONE) * inner
    return total


def _atom_slope(atom: Atom, variable: Atom, conditions: Conditions) -> Ratio:
    if not atom.arguments:
        return Ratio.number(int(atom == variable))
    if "Σ " in atom.name and "_" in variable.name and f"{variable.name.partition('_')[0]}_•" in atom.name:
        raise Refused("a derivative of a sum by one of its terms")
    if all(variable not in one.atoms for one in atom.arguments):
        return Ratio.number(0)
    if atom.kind == "variable" or "Σ " in atom.name:
        raise Refused("a derivative of a probability or an expectation by what it depends on")
    if atom.kind.startswith(UNKNOWN):
        return _unknown_slope(atom, variable, conditions)
    if len(atom.arguments) == 2:  # noqa: PLR2004 - b^n
        if variable in atom.arguments[1].atoms:
            raise Refused("the kernel does not differentiate by what stands above")
        conditions.require("≠", atom.argument)
        inner = derivative(atom.argument, variable, conditions)
        return (Ratio.atom(atom) * atom.arguments[1] * inner).over(atom.argument)
    u, inner = atom.argument, derivative(atom.argument, variable, conditions)
    return _by_argument(atom, u, conditions) * inner


def _by_argument(atom: Atom, u: Ratio, conditions: Conditions) -> Ratio:  # noqa: PLR0911 - a row per kind
    itself, one = Ratio.atom(atom), Ratio.number(1)
    match atom.kind:
        case "sin":
            return Ratio.atom(function_atom("cos", u))
        case "cos":
            return -Ratio.atom(function_atom("sin", u))
        case "exp":
            return itself.scaled(Fraction(1, atom.degree))
        case "ln":
            return one.over(u)
        case "root" | "odd root":
            conditions.require("≠", u)
            return itself.over(u.scaled(atom.degree))
        case "abs":
            conditions.require("≠", u)
            return itself.over(u)
        case "arctan":
            return one.over(one + u * u)
        case "erf":
            bell = functions.exponential(-(u * u), conditions).scaled(2)
            return bell.over(functions.sized_power(functions.PI, Fraction(1, 2)))
        case "arcsin":
            conditions.require(">", one - u * u)
            return one.over(functions.sized_power(one - u * u, Fraction(1, 2)))
        case _:
            raise Refused(f"the kernel does not differentiate {atom.kind}")


def _unknown_slope(atom: Atom, variable: Atom, conditions: Conditions) -> Ratio:
    total = Ratio.number(0)
    for place, argument in enumerate(atom.arguments):
        inner = derivative(argument, variable, conditions)
        if inner.above:
            total += Ratio.atom(derived(atom, place)) * inner
    return total


def unknown(name: str, arguments: tuple[Ratio, ...]) -> Ratio:
    """An unknown function at arguments."""
    return Ratio.atom(function_atom(f"{UNKNOWN}{name}@{','.join('0' for _ in arguments)}", *arguments))


def derived(atom: Atom, place: int, times: int = 1) -> Atom:
    """An unknown function's derivative by one of its arguments, at the same place; −1 times: a primitive of it."""
    name = atom.kind.rpartition("@")[0]
    counts = [one + (at == place) * times for at, one in enumerate(orders(atom))]
    return function_atom(f"{name}@{','.join(map(str, counts))}", *atom.arguments)


def orders(atom: Atom) -> list[int]:
    """How often an unknown function is differentiated by each of its arguments."""
    return [int(one) for one in atom.kind.rpartition("@")[2].split(",")]


# ── substitution ──────────────────────────────────────────────────────────────────────────────────────────────────────


def substituted(ratio: Ratio, change: Mapping[Atom, Ratio], conditions: Conditions) -> Ratio:
    """Atoms replaced, all at once; functions are built anew of their changed arguments."""
    if not ratio.atoms & change.keys():
        return ratio
    above, below = (_put(part, change, conditions) for part in (ratio.above, ratio.below))
    return above if below.constant == 1 else functions.quotient(above, below, conditions)


def placed(ratio: Ratio, change: Mapping[Atom, Ratio], facts: Knowledge) -> Ratio:
    """The same, where all that it needs is known. Raises Refused elsewhere."""
    conditions = Conditions(facts)
    value = substituted(ratio, change, conditions)
    if not all(facts.shows(needed, sign) for sign, needed in conditions.found):
        raise Refused("no value at the place")
    return value


def _put(polynomial: Polynomial, change: Mapping[Atom, Ratio], c: Conditions) -> Ratio:
    total = Ratio.number(0)
    for monomial, number in polynomial.items():
        term = Ratio.number(number)
        for atom, power in monomial:
            term *= _renewed(atom, change, c).power(power)
        total += term
    return total


def _renewed(atom: Atom, change: Mapping[Atom, Ratio], conditions: Conditions) -> Ratio:
    if atom in change:
        return change[atom]
    if not any(one.atoms & change.keys() for one in atom.arguments):
        return Ratio.atom(atom)
    return rebuilt(atom, tuple(substituted(one, change, conditions) for one in atom.arguments), conditions)


def rebuilt(atom: Atom, arguments: tuple[Ratio, ...], conditions: Conditions) -> Ratio:  # noqa: PLR0911 - a row each
    """The atom's function at other arguments."""
    argument = arguments[0]
    if atom.kind.startswith(UNKNOWN):
        return Ratio.atom(function_atom(atom.kind, *arguments))
    match atom.kind:
        case "root":
            return functions.sized_power(argument, Fraction(1, atom.degree))
        case "odd root":
            return functions.rooted(argument, atom.degree, conditions)
        case "ln":
            conditions.require("≠", argument)
            return functions.sized_logarithm(argument)
        case "exp":
            return functions.exponential(argument.scaled(Fraction(1, atom.degree)), conditions)
        case "power":
            return functions.powered(argument, arguments[1], conditions)
        case "gamma":
            return circular.gamma(argument, conditions)
        case kind:
            return circular.applied(kind, argument, conditions)
