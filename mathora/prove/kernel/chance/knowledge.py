r"""From what is stated to what is known: equations solved, and the bounds that all probabilities and moments obey.

Owns: `prepared`, which fills a reading's `Chance` and gives the facts; `conditions_of`; `is_open`.

| what is stated | what follows |
| --- | --- |
| `P(D) = 0.01`, `\mathbb{E}[X] = \mu` | a linear equation, solved for a probability or a moment |
| `A \cap B = \emptyset`, `A \subseteq B` | the same for every product with what cannot happen |
| `P(X = 0)`, `P(X = 1)`, … that add up to 1 | a table of values |
| nothing | no way in which events happen has a negative probability; Var ≥ 0 and Cov² ≤ Var Var |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from mathora.formula import Model, symbol_key, tree, write_latex
from mathora.formula.tree.chance import event_relations, measure_of, premised_relations
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance import events, information, moments
from mathora.prove.kernel.chance.known import random_atom
from mathora.prove.kernel.chance.letters import SURE, Letter, both, indicators, opposite
from mathora.prove.kernel.exact import calculus
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import Conditions, sized_power
from mathora.prove.kernel.signs.ranges import Fact

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

MOST_LETTERS = 4
MOST_RELATED = 6
MOST_LISTED = 100


def prepared(reading: TreeReading, nodes: tuple[tree.Node, ...]) -> list[Fact]:
    """Fills the reading's chance with what the model states, and gives the facts about the formulas' own measures."""
    stated = [(one.quantity, one.body) for one in reading.model.names.values() if one.quantity and one.body]
    facts = list(_own_bounds(reading))
    with reading.knowing(reading.facts.with_(*facts)):
        _tables(reading, stated)
        equations = list(_stated(reading, stated, facts))
        letters = _letters(reading, (*nodes, *(quantity for quantity, _ in stated)))
        equations += list(_impossible(reading, letters, nodes[0]))
        _solve(reading, equations)
        facts += _probability_bounds(reading, letters)
        facts += _moment_bounds(reading, nodes)
        facts += information.bounds_of(reading, _of_entropies(reading, (*nodes, *(one for one, _ in stated))))
        facts += _divergences(reading, nodes)
    return facts


def _own_bounds(reading: TreeReading) -> Iterator[Fact]:
    """`X ≥ 0`, where it is declared of a random quantity, or is so by its law."""
    from mathora.prove.kernel.reading.relations import links  # noqa: PLC0415 - they need each other

    for key in sorted(reading.chance.random):
        name = reading.model.get(key)
        for relation in () if name is None else name.domain:
            with suppress(Refused):
                yield from links(reading, relation)
        law = reading.chance.laws.get(key)
        if law is not None and law.row.support[:1] in {(r"x \ge 0",), (r"x \ge 1",)}:
            yield "≥", Ratio.atom(random_atom(key))


# ── what is stated ────────────────────────────────────────────────────────────────────────────────────────────────────

StatedValues = list[tuple[tree.Application, tree.Node]]


def _tables(reading: TreeReading, stated: StatedValues) -> None:
    """Quantities of which the probabilities of some values are known, and add up to 1."""
    found: dict[str, dict[Ratio, Ratio]] = {}
    for quantity, body in stated:
        match quantity.arguments:
            case (tree.Relation(operands=(tree.Symbol() as name, value), operators=("=",)),):
                place = reading.number(value)
                if place.constant is not None and reading.chance.is_random(symbol_key(name)):
                    found.setdefault(symbol_key(name), {})[place] = reading.number(body)
            case _:
                continue
    for key, items in reading.chance.listed.items():
        places = _listed(reading, items)
        reading.chance.tables[key] = {place: Ratio.number(Fraction(1, len(places))) for place in places}
    for key, table in found.items():
        if cancelled(sum(table.values(), Ratio.number(-1))).vanishes and reading.chance.law_of(key) is None:
            reading.chance.tables[key] = dict(sorted(table.items(), key=lambda one: one[0].constant or 0))


def _listed(reading: TreeReading, items: tuple[tree.Node, ...]) -> list[Ratio]:
    r"""The numbers of `\{1, 2, 5\}`, or the whole ones from the first to the last of `\{1, \dots, 6\}`."""
    numbers = [reading.number(one).constant for one in items if not isinstance(one, tree.Dots)]
    values = [one for one in numbers if one is not None]
    if len(values) < len(numbers) or len(set(values)) < len(values):
        raise Refused("values that are no different numbers")
    if len(values) < len(items):
        first, last = values[0], values[-1]
        run = [first + step for step in range(int(last - first) + 1)]
        if run[-1] != last or values[:-1] != run[: len(values) - 1] or len(run) > MOST_LISTED:
            raise Refused("values left out that are not told")
        values = run
    return [Ratio.number(one) for one in sorted(values)]


def _stated(reading: TreeReading, stated: StatedValues, facts: list[Fact]) -> Iterator[Ratio]:
    for quantity, body in stated:
        with suppress(Refused), reading.apart() as conditions:
            yield reading.number(quantity) - reading.number(body)
            facts += [*conditions.found, *conditions.declared]


def _letters(reading: TreeReading, nodes: tuple[tree.Node, ...]) -> tuple[Letter, ...]:
    """The letters of all probabilities that formulas speak of."""
    found: dict[Letter, None] = {}
    for _, part in (pair for node in nodes for pair in tree.walk(node)):
        if isinstance(part, tree.Application) and measure_of(part, reading.model) == "P":
            for argument in part.arguments:
                sides = (argument.left, argument.right) if isinstance(argument, tree.Parted) else (argument,)
                for side in sides:
                    with suppress(Refused), reading.apart():
                        for product in events.event(reading, side):
                            found |= dict.fromkeys(sorted(product, key=lambda one: one.text))
    return tuple(found)


def _impossible(reading: TreeReading, letters: tuple[Letter, ...], claim: tree.Node) -> Iterator[Ratio]:
    """`A ∩ B = ∅`, of the model or a claim's premise, says that P(A ∩ B ∩ …) = 0, whatever else happens."""
    relations = (*event_relations(reading.model), *premised_relations(claim, reading.model))
    named = {one.name for one in letters if not one.sign}
    for relation in relations:
        for left, sign, right in relation.links:
            one, other = (events.event(reading, side) for side in (left, right))
            never = [both(reading, one, opposite(other))]
            if sign == "=":
                never.append(both(reading, other, opposite(one)))
            named |= {letter.name for part in never for product in part for letter in product}
    further = [one for one in letters if not one.sign] + [
        Letter("", key, keys=frozenset({key})) for key in sorted(named - {one.name for one in letters})
    ]
    if len(further) > MOST_RELATED:
        raise Refused("very many events")
    for relation in relations:
        for left, sign, right in relation.links:
            one, other = (events.event(reading, side) for side in (left, right))
            for never in (
                both(reading, one, opposite(other)),
                *((both(reading, other, opposite(one)),) if sign == "=" else ()),
            ):
                for size in range(len(further) + 1):
                    for some in combinations(further, size):
                        beside = {frozenset(some): next(iter(SURE.values()))}
                        yield events.of(reading, both(reading, never, beside))


def _solve(reading: TreeReading, equations: list[Ratio]) -> None:
    """Each equation solved for a probability or a moment that stands alone, and put into all others."""
    values, rest = reading.chance.values, equations
    conditions = Conditions(reading.facts)
    while rest:
        rest = [calculus.substituted(one, values, conditions) for one in rest]
        rest = [Ratio(cancelled(one).above, ONE) for one in rest if not one.vanishes]
        if any(one.constant for one in rest):
            raise Refused("what is known of chance contradicts itself")
        found = next(((one, atom, slope) for one in rest for atom, slope in _alone(reading, one)), None)
        if found is None:
            break
        equation, atom, slope = found
        value = cancelled(Ratio.atom(atom) - equation.over(slope))
        for known in list(values):
            values[known] = calculus.substituted(values[known], {atom: value}, conditions)
        values[atom] = value
        rest = [one for one in rest if one is not equation]
    reading.facts = reading.conditions.known = reading.facts.with_(equations=tuple(rest))


def _alone(reading: TreeReading, equation: Ratio) -> Iterator[tuple[Atom, Ratio]]:
    """Measures in which the equation is linear, with a factor that is not zero; larger products first."""
    atoms = [one for one in equation.own_atoms if is_open(one) and one.name[0] in "PEHh"]
    for atom in sorted(atoms, key=lambda one: (-len(one.name), one.name)):
        linear = {one: number for one, number in equation.above.items() if atom in dict(one)}
        if any(dict(one)[atom] != 1 for one in linear):
            continue
        slope = Ratio({tuple(part for part in one if part[0] != atom): number for one, number in linear.items()}, ONE)
        if slope.constant or reading.facts.shows(slope, "≠") or reading.facts.shows(slope, ">"):
            yield atom, slope


# ── bounds ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _probability_bounds(reading: TreeReading, letters: tuple[Letter, ...]) -> list[Fact]:
    """Each way in which a few events happen has a probability that is not negative; they add up to 1."""
    if not letters:
        return []
    groups = [letters] if len(letters) <= MOST_LETTERS else list(combinations(letters, 2))
    found: list[Fact] = []
    for group in groups:
        for size in range(1, len(group) + 1):
            for some in combinations(group, size):
                for one in indicators(reading, some):
                    with suppress(Refused):
                        found.append(("≥", events.of(reading, one)))
    return list(dict.fromkeys(one for one in found if one[1].constant is None))


def _moment_bounds(reading: TreeReading, nodes: tuple[tree.Node, ...]) -> list[Fact]:
    """Var ≥ 0 and Cov² ≤ Var Var (A.-L. Cauchy, H. A. Schwarz), also of what is not centred."""
    names: dict[str, None] = {}
    for _, part in (pair for node in (*nodes, *_bodies(reading.model)) for pair in tree.walk(node)):
        if isinstance(part, tree.Symbol) and reading.chance.is_random(symbol_key(part)):
            names[symbol_key(part)] = None
    average: Callable[[Ratio], Ratio] = lambda value: moments.mean(reading, value)  # noqa: E731 - a short name
    found: list[Fact] = []
    quantities = [Ratio.atom(random_atom(key)) for key in list(names)[:MOST_LETTERS]]
    with reading.apart():
        for one in quantities:
            with suppress(Refused):
                found.append(("≥", average(one * one) - average(one) * average(one)))
                found.append(("≥", average(one * one)))
        for one, other in combinations(quantities, 2):
            with suppress(Refused):
                shared = average(one * other) - average(one) * average(other)
                spread = [average(each * each) - average(each) * average(each) for each in (one, other)]
                found.append(("≥", spread[0] * spread[1] - shared * shared))
                size = sized_power(spread[0] * spread[1], Fraction(1, 2))
                found += [("≥", size - shared), ("≥", size + shared)]
                found.append(("≥", average(one * one) * average(other * other) - average(one * other).power(2)))
    return [one for one in dict.fromkeys(found) if one[1].constant is None]


def _bodies(model: Model) -> Iterator[tree.Node]:
    yield from (one.body for one in model.names.values() if one.body is not None)


def _divergences(reading: TreeReading, nodes: tuple[tree.Node, ...]) -> Iterator[Fact]:
    """D(P ‖ Q) ≥ 0 (J. W. Gibbs)."""
    for _, part in (pair for node in nodes for pair in tree.walk(node)):
        if isinstance(part, tree.Application) and measure_of(part, reading.model) == "D":
            with suppress(Refused), reading.apart():
                yield "≥", information.divergence(reading, part)


def _of_entropies(reading: TreeReading, nodes: tuple[tree.Node, ...]) -> frozenset[str]:
    found: set[str] = set()
    for _, part in (pair for node in nodes for pair in tree.walk(node)):
        if isinstance(part, tree.Application) and measure_of(part, reading.model) in {"H", "I"}:
            found |= {symbol_key(one) for one in tree.symbols(part)}
    return frozenset(key for key in found if reading.chance.is_random(key))


def is_open(atom: Atom) -> bool:
    """Whether an atom is a measure that nothing determines."""
    return atom.kind == "variable" and atom.name[:2] in {"P[", "E[", "H[", "h["}


def conditions_of(node: tree.Node, model: Model) -> Iterator[tuple[tree.Application, str]]:
    """For each `P(A | B)` of a formula the application `P(B)`, and the condition `P(B) > 0` as a text."""
    for _, part in tree.walk(node):
        if isinstance(part, tree.Application) and measure_of(part, model) == "P":
            for argument in part.arguments:
                if isinstance(argument, tree.Parted) and argument.sign == r"\mid":
                    below = tree.Application(part.head, None, (argument.right,))
                    yield below, f"{write_latex(below)} > 0"
