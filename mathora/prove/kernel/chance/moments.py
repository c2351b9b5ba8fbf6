r"""Expectations, variances and covariances.

Owns: `mean`, `given` (a conditional expectation), `measured` (E, Var, Cov of terms) and `moment_atom`.

| rule | an example |
| --- | --- |
| linear expectation | E[aX + b] = a E[X] + b, for all numbers a, b |
| known distribution, table of values | E[X²] of a normal X; Σ x P(X = x) |
| independent | E[XY] = E[X] E[Y], only where it is declared |
| tower | E[E[X | Y] g(Y)] = E[X g(Y)] |
| sum of a family | E[Σ Xᵢ] = n E[X]; E[(Σ Xᵢ)²] = n E[X²] + n(n − 1) E[X]² where the Xᵢ are independent |

Laws:
- All moments that a formula speaks of are taken to exist. A moment that nothing determines is one variable.
- What is under an expectation is a polynomial of random quantities, with numbers before them; any other function of
  them is one quantity, of which only linearity is used.
"""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.analysis.families import summed
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance import laws
from mathora.prove.kernel.chance.known import RANDOM, random_atom
from mathora.prove.kernel.exact.algebra import ONE, Atom, Monomial, Ratio, text_of
from mathora.prove.kernel.exact.functions import sized_power
from mathora.prove.kernel.reading.values import ExactValue, entries, entrywise

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading


def measured(reading: TreeReading, measure: str, arguments: tuple[tree.Node, ...]) -> ExactValue:
    """E, Var, Cov of the arguments of an application, with what stands behind a bar; of a vector by its entries."""
    conditions: frozenset[str] = frozenset()
    if arguments and isinstance(arguments[-1], tree.Parted):
        parted = arguments[-1]
        conditions = _conditions(reading, parted)
        last = parted.left.items if isinstance(parted.left, tree.Listing) else (parted.left,)
        arguments = (*arguments[:-1], *last)
    whole = reading.of(arguments[0])
    values = [] if entries(whole) else [reading.number(one) for one in arguments]
    wanted = {"E": 1, "Var": 1, "Cov": 2, "Corr": 2, "SD": 1}[measure]
    if values and len(values) != wanted:
        raise Refused("a measure of another number of quantities")

    def average(value: Ratio) -> Ratio:
        return given(reading, value, conditions) if conditions else mean(reading, value)

    def shared(one: Ratio, other: Ratio) -> Ratio:
        return average(one * other) - average(one) * average(other)

    if measure == "E":
        return entrywise(whole, average)
    if not values and measure in {"Var", "Cov"} and len(arguments) == 1:
        return tuple(tuple(shared(one, other) for other in entries(whole)) for one in entries(whole))
    if not values:
        raise Refused("this measure of a vector")
    if measure == "SD":
        return sized_power(shared(values[0], values[0]), Fraction(1, 2))  # a variance is not negative
    if measure == "Corr":
        spread = shared(values[0], values[0]) * shared(values[1], values[1])
        reading.conditions.require(">", spread)
        return shared(values[0], values[1]).over(sized_power(spread, Fraction(1, 2)))
    return shared(values[0], values[-1])


def _conditions(reading: TreeReading, parted: tree.Parted) -> frozenset[str]:
    names = parted.right.items if isinstance(parted.right, tree.Listing) else (parted.right,)
    keys = [reading.key(one) for one in names if isinstance(one, tree.Symbol)]
    if parted.sign != r"\mid" or len(keys) < len(names) or not all(map(reading.chance.is_random, keys)):
        raise Refused("an expectation under this condition")
    return frozenset(keys)


# ── expectations ──────────────────────────────────────────────────────────────────────────────────────────────────────


def mean(reading: TreeReading, value: Ratio) -> Ratio:
    """E of a number."""
    if reading.chance.trial:
        return _average(reading, value, reading.chance.trial)
    _refuse_below(reading, value)
    total = Ratio.number(0)
    for monomial, number in value.above.items():
        fixed, moving = _parted(reading, monomial)
        total += _of_monomial(reading, moving) * Ratio({fixed: number}, ONE)
    reading.hints.use("linear expectation")
    return total.over(Ratio(value.below, ONE))


def given(reading: TreeReading, value: Ratio, conditions: frozenset[str]) -> Ratio:
    """E of a number, given the values of some quantities: what is known stands before it."""
    chance = reading.chance
    if chance.trial:
        return _given_in_trial(reading, value, conditions)
    _refuse_below(reading, value)
    total = Ratio.number(0)
    for monomial, number in value.above.items():
        own = tuple(one for one in monomial if not chance.keys_of(Ratio.atom(one[0])) <= conditions)
        known = tuple(one for one in monomial if one not in own)
        rest = Ratio({own: number}, ONE)
        keys = chance.keys_of(rest)
        if not own:
            part = rest
        elif len(keys | conditions) == 2 and chance.are_independent(keys | conditions) and not keys & conditions:  # noqa: PLR2004 - a pair
            part = mean(reading, rest)
        else:
            plain = Ratio.monomial(own)
            atom = Atom("variable", f"{RANDOM}E[{plain.text} | {', '.join(sorted(conditions))}]")
            chance.towers[atom] = (plain, conditions)
            part = Ratio.atom(atom).scaled(number)
        total += part * Ratio.monomial(known)
    reading.hints.use("tower")
    return total.over(Ratio(value.below, ONE))


def _average(reading: TreeReading, value: Ratio, rows: tuple[dict[str, Fraction], ...]) -> Ratio:
    total = sum((reading.chance.in_row(value, row) for row in rows), Ratio.number(0))
    return total.scaled(Fraction(1, len(rows)))


def _given_in_trial(reading: TreeReading, value: Ratio, conditions: frozenset[str]) -> Ratio:
    """A conditional expectation as one more quantity of the trial."""
    chance = reading.chance
    key = f"E[{value.text} | {', '.join(sorted(conditions))}]"
    for row in chance.trial:
        alike = tuple(one for one in chance.trial if all(one[name] == row[name] for name in conditions))
        found = _average(reading, value, alike).constant
        if found is None:
            raise Refused("a conditional expectation of what is no number")
        row[key] = found
    return Ratio.atom(random_atom(key))


def _refuse_below(reading: TreeReading, value: Ratio) -> None:
    if reading.chance.keys_of(Ratio(value.below, ONE)):
        raise Refused("an expectation of a quotient by what is random")


def _parted(reading: TreeReading, monomial: Monomial) -> tuple[Monomial, Monomial]:
    """The factors that are numbers, and those that are random."""
    moving = tuple(one for one in monomial if reading.chance.keys_of(Ratio.atom(one[0])))
    return tuple(one for one in monomial if one not in moving), moving


def _of_monomial(reading: TreeReading, moving: Monomial) -> Ratio:
    chance = reading.chance
    if not moving:
        return Ratio.number(1)
    opened = _tower(reading, moving)
    if opened is not None:
        return opened
    groups = _groups(reading, moving)
    keys = chance.keys_of(Ratio.monomial(moving))
    if len(groups) > 1 and chance.are_independent(keys):
        reading.hints.use("independent")
        return prod((_of_monomial(reading, group) for group in groups), start=Ratio.number(1))
    if len(moving) == 1:
        own = _own(reading, *moving[0])
        if own is not None:
            return own
    if all(atom in chance.sums for atom, _ in moving):
        return _of_sums(reading, moving)
    atom = moment_atom(moving)
    value = chance.values.get(atom)
    return Ratio.atom(atom) if value is None else value


def moment_atom(moving: Monomial) -> Atom:
    """The variable that stands for the expectation of a product."""
    numbers = Ratio.monomial(moving)
    plain = all(atom.kind == "variable" and not atom.arguments for atom, _ in moving)
    return Atom("variable", f"E[{text_of({moving: numbers.above[moving]})}]", () if plain else (numbers,))


def _tower(reading: TreeReading, moving: Monomial) -> Ratio | None:
    """E[E[X | Y] g(Y)] = E[X g(Y)]."""
    for place, (atom, power) in enumerate(moving):
        if atom not in reading.chance.towers or power != 1:
            continue
        inner, conditions = reading.chance.towers[atom]
        rest = Ratio.monomial((*moving[:place], *moving[place + 1 :]))
        if reading.chance.keys_of(rest) <= conditions:
            reading.hints.use("tower")
            return mean(reading, inner * rest)
    return None


def _groups(reading: TreeReading, moving: Monomial) -> list[Monomial]:
    """Factors that depend on a common quantity stand together."""
    groups: list[tuple[frozenset[str], Monomial]] = []
    for one in moving:
        keys = reading.chance.keys_of(Ratio.atom(one[0]))
        factors: Monomial = (one,)
        touching = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if group not in touching]
        for group in touching:
            keys, factors = keys | group[0], (*group[1], *factors)
        groups.append((keys, tuple(sorted(factors))))
    return [factors for _, factors in groups]


def _own(reading: TreeReading, atom: Atom, power: int) -> Ratio | None:
    """A moment of one quantity: of its table, of its law, or of its exponential."""
    chance = reading.chance
    if atom.kind == "exp" and atom.degree == 1:
        return _of_exponential(reading, atom.argument.scaled(power))
    if atom.kind != "variable" or atom in chance.towers or atom in chance.sums:
        return None
    key = atom.name.removeprefix(RANDOM)
    if key in chance.tables:
        reading.hints.use("table of values")
        return sum((place.power(power) * weight for place, weight in chance.tables[key].items()), Ratio.number(0))
    law = chance.law_of(key)
    if law is None:
        return None
    reading.hints.use("known distribution")
    return laws.moment(reading, law, power)


def _of_exponential(reading: TreeReading, exponent: Ratio) -> Ratio | None:
    """E[e^{tX}] by the generating function."""
    keys = reading.chance.keys_of(exponent)
    if len(keys) != 1:
        return None
    (key,) = keys
    factor = exponent.over(Ratio.atom(random_atom(key)))
    if reading.chance.keys_of(factor) or reading.chance.law_of(key) is None:
        return None
    reading.hints.use("known distribution")
    return laws.generating(reading, key, factor)


# ── sums of a family ──────────────────────────────────────────────────────────────────────────────────────────────────


def _of_sums(reading: TreeReading, moving: Monomial) -> Ratio:
    """E[Σ Xᵢᵃ] = Σ E[Xᵢᵃ], and E[Σ Xᵢᵃ Σ Xⱼᵇ] = n E[Xᵃ⁺ᵇ] + n(n − 1) E[Xᵃ] E[Xᵇ] of independent ones with one law."""
    chance = reading.chance
    factors = [chance.sums[atom] for atom, power in moving for _ in range(power)]
    terms, indices, counts = [one[0] for one in factors], [one[1] for one in factors], [one[2] for one in factors]
    families = {key for one in terms for key in chance.keys_of(one)}
    alike = families <= chance.alike
    reading.hints.use("sum of a family")
    if len(terms) == 1:
        found = summed(reading, mean(reading, terms[0]), indices[0], counts[0])
        if found is None:
            raise Refused("a sum of expectations of this kind")
        return found
    once = len(families) == len({one.text for one in counts}) == len(set(indices)) == 1
    if not once or len(terms) > 2 or not alike or any(len(one.atoms) > 1 for one in terms):  # noqa: PLR2004 - two sums
        raise Refused("a sum of quantities that are not declared independent and alike")
    mixed, apart = mean(reading, terms[0] * terms[1]), mean(reading, terms[0]) * mean(reading, terms[1])
    return counts[0] * mixed + counts[0] * (counts[0] - Ratio.number(1)) * apart
