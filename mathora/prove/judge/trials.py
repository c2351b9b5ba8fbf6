r"""Experiments with a few equally likely outcomes, in which a false formula of chance is false.

Owns: `refuted_by_trial`; `refuted_at_point`, where what is known of the distributions determines both sides.

Laws:
- A trial obeys all that is declared: independence is counted out, relations of events and bounds hold at every outcome.
  Where a law or a value is known, there is no trial.
- Both sides are the kernel's own numbers in the trial; what differs there is false.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, islice, product
from typing import Final

from flint import arb, ctx

from mathora.formula import Name, symbol_key, tree
from mathora.formula.inspection.instances import values_put_in
from mathora.formula.tree.chance import measure_of, parts_with_definitions, premised_relations, relates_events
from mathora.prove.judge.second_look import PRECISION, fails, links_of, meets, points_of
from mathora.prove.kernel import Claim, Refused
from mathora.prove.kernel.certificate import HintBook
from mathora.prove.kernel.chance import events
from mathora.prove.kernel.chance.knowledge import is_open
from mathora.prove.kernel.chance.known import Chance, known_of
from mathora.prove.kernel.exact.algebra import Ratio
from mathora.prove.kernel.exact.functions import true
from mathora.prove.kernel.exact.numbers import ball as value_at
from mathora.prove.kernel.reading.meaning import TreeReading
from mathora.prove.kernel.reading.relations import links
from mathora.prove.kernel.rules import reading_of
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.verdict import Verdict, Witness, refuted

TrialRow = dict[str, Fraction]

MOST_TRIALS = 60
_SIGNS: Final = frozenset({"=", "<", r"\le", ">", r"\ge"})
_NUMBERS: Final = ("1", "2", "1/2", "-1", "3", "1/4", "0", "5")
_VALUES: Final = (
    ((0, 1, 2, 5), (1, 0, 3, -1), (2, 2, -1, 0), (0, 4, 1, 1)),
    ((1, 2, 3, 6), (2, 1, 1, 4), (3, 3, 1, 1), (1, 5, 2, 2)),
    ((-1, 0, 1), (1, 0, 1), (0, 2, 1), (1, 1, 0)),
    ((0, 0, 1, 1), (0, 1, 0, 1), (1, 0, 0, 1), (1, 1, 0, 0)),
    ((0, 0, 0, 3, 3, 3), (1, 2, 4, 1, 2, 4), (2, 2, 2, 2, 2, 2), (5, 5, 5, 5, 5, 5)),
    ((1, 1, 2, 2, 3, 3), (4, 1, 4, 1, 4, 1), (0, 0, 0, 1, 1, 1), (1, 1, 1, 1, 1, 1)),
)
"""Values of up to four quantities; in the fourth any two are independent, in the fifth and sixth the first two."""
_HAPPEN: Final = (
    ((1, 1, 0, 0, 1), (1, 0, 1, 0, 0), (1, 0, 0, 1, 0), (0, 1, 1, 0, 0)),
    ((1, 0, 0, 0, 0, 0), (0, 1, 1, 0, 0, 0), (0, 0, 0, 1, 0, 0), (0, 0, 0, 0, 1, 1)),
    ((0, 0, 1, 1), (0, 1, 0, 1), (1, 0, 0, 1), (1, 1, 0, 0)),
    ((1, 1, 1, 0, 0, 0), (1, 0, 0, 1, 0, 0), (1, 1, 0, 1, 1, 0), (0, 0, 1, 0, 1, 1)),
    ((1, 1, 0, 0, 1, 0), (1, 0, 1, 0, 1, 0), (1, 1, 1, 1, 0, 0), (1, 1, 1, 0, 0, 0)),
    ((1, 0, 0), (1, 1, 0), (1, 1, 1), (0, 0, 1)),
    ((1, 1, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)),
)
"""Whether up to four events happen, at each outcome."""


def refuted_by_trial(claim: Claim) -> Verdict | None:
    """The refutation by an experiment, or None."""
    known = known_of(claim.model, (claim.node,), ())
    parts = list(parts_with_definitions(claim.node, claim.model))
    random = [key for key in _keys(parts) if known.is_random(key)]
    happening = _event_names(parts, claim)
    relation = _told_of_events(claim)
    if relation is None or _has_no_trial(claim, known, parts, random):
        return None
    compared = _compared(parts, claim, known)
    for rows in islice(_trials(random, happening), MOST_TRIALS):
        counts = all(row[key] >= 0 and row[key].denominator == 1 for row in rows for key in compared)
        if counts and _is_allowed(claim, known, rows):
            for place, link in enumerate(links_of(relation)):
                found = _against(claim, known, rows, link)
                if found is not None:
                    more = len(relation.operators) > 1
                    return replace(found, link=_link(relation, place)) if more else found
    return None


def _told_of_events(claim: Claim) -> tree.Relation | None:
    """The relation that is claimed; behind a ⇒ if all of its premises say how events lie."""
    match claim.node:
        case tree.Logic(operands=(premise, tree.Relation() as conclusion), operators=(r"\Rightarrow",)):
            lies = all(relates_events(one, claim.model) for one in tree.taken_apart(premise))
            return conclusion if lies else None
        case tree.Relation() as relation:
            return relation
        case _:
            return None


def _has_no_trial(claim: Claim, known: Chance, parts: list[tree.Node], random: list[str]) -> bool:
    """Whether more is known, or less meant, than a few outcomes can say."""
    distributed = {known.family_of(key) or key for key in random} & known.distributed
    indicator = any(isinstance(part, tree.Symbol) and part.name == "1" for part in parts)
    whole = any(measure_of(part, claim.model) == "D" or isinstance(part, (tree.Big, tree.Integral)) for part in parts)
    usual = (r"\mu", r"\sigma", r"\bar")  # letters for a mean or a spread, of which nothing says of what
    unsaid = any(key.startswith(usual) and not known.is_random(key) for key in _open(parts, claim))
    return any((claim.givens, known.alike, distributed, _has_values(claim), indicator, whole, unsaid))


def _open(parts: list[tree.Node], claim: Claim) -> list[str]:
    """The names of a formula of which the model says no value."""
    names = {key: claim.model.get(key) for key in _keys(parts)}
    return [key for key, name in names.items() if name is not None and name.body is None and not name.parameters]


def _compared(parts: list[tree.Node], claim: Claim, known: Chance) -> set[str]:
    """Quantities that probabilities compare with numbers: what is false of those that count is told, and no more."""
    return {
        key
        for part in parts
        if isinstance(part, tree.Application) and measure_of(part, claim.model) == "P"
        for key in _keys([inner for _, inner in tree.walk(part)])
        if known.is_random(key)
    }


def _link(node: tree.Relation, place: int) -> str:
    from mathora.formula.tree.canonical_latex import write_latex  # noqa: PLC0415

    left, sign, right = node.links[place]
    return f"{write_latex(left)} {sign} {write_latex(right)}"


def _keys(parts: list[tree.Node]) -> list[str]:
    return list(dict.fromkeys(symbol_key(part) for part in parts if isinstance(part, tree.Symbol)))


def _event_names(parts: list[tree.Node], claim: Claim) -> list[str]:
    """The events of a formula, and those that are declared beside them."""
    found: dict[str, None] = {}
    reading = TreeReading(claim.model, HintBook(()), Facts())
    reading.chance = known_of(claim.model, (claim.node,), ())
    for part in parts:
        if isinstance(part, tree.Application) and measure_of(part, claim.model) == "P":
            for _, inner in tree.walk(part):
                if isinstance(inner, (tree.Symbol, tree.UprightWords)) and inner is not part.head:
                    try:
                        indicator = events.event(reading, inner)
                    except Refused:
                        continue
                    found |= {letter.name: None for letters in indicator for letter in letters}
    numbers = {key for key, name in claim.model.names.items() if name.kind not in {"event", "set", "real"}}
    declared = [key for key, name in claim.model.names.items() if name.kind == "event"]
    lower = {key for key in found if len(key) == 1 and key.islower() and key not in declared}
    return [key for key in found if key not in numbers - set(declared) and key not in lower]


def _has_values(claim: Claim) -> bool:
    return any(name.quantity is not None for name in claim.model.names.values())


def _trials(random: list[str], happening: list[str]) -> Iterator[tuple[TrialRow, ...]]:
    if len(random) > 4 or len(happening) > 4 or not (random or happening):  # noqa: PLR2004 - as many as the tables have
        return
    for values, happens in product(_VALUES if random else ((),), _HAPPEN if happening else ((),)):
        size = max([len(one) for one in (*values[:1], *happens[:1])])
        yield tuple(
            {key: Fraction(values[at][row % len(values[at])]) for at, key in enumerate(random)}
            | {key: Fraction(happens[at][row % len(happens[at])]) for at, key in enumerate(happening)}
            for row in range(size)
        )


def _reading(claim: Claim, known: Chance, rows: tuple[TrialRow, ...]) -> TreeReading:
    reading = TreeReading(claim.model, HintBook(()), Facts())
    reading.chance = replace(known, trial=tuple(dict(row) for row in rows), opaque={}, towers={}, values={})
    return reading


def _is_allowed(claim: Claim, known: Chance, rows: tuple[TrialRow, ...]) -> bool:
    """Whether a trial obeys what is declared of its names."""
    for chain in known.independent:
        names = sorted(chain)
        if not all(name in rows[0] for name in names):
            continue
        for size in range(2, len(names) + 1):
            if not all(_is_independent(rows, some) for some in combinations(names, size)):
                return False
    for pair, condition in known.given_independent:
        given = [symbol_key(part) for part in tree.symbols(condition)]
        if not all(name in rows[0] for name in (*pair, *given)):
            continue
        events_only = all(claim.model.names[key].kind == "event" for key in given if key in claim.model)
        for place in {tuple(row[key] for key in given) for row in rows}:
            some = tuple(row for row in rows if tuple(row[key] for key in given) == place)
            if (not events_only or all(place)) and not _is_independent(some, tuple(sorted(pair))):
                return False
    return _obeys_relations(claim, known, rows)


def _is_independent(rows: tuple[TrialRow, ...], names: tuple[str, ...]) -> bool:
    single = [Counter(row[name] for row in rows) for name in names]
    joint = Counter(tuple(row[name] for name in names) for row in rows)
    for values in product(*single):
        wanted = Fraction(1)
        for one, value in zip(single, values, strict=True):
            wanted *= Fraction(one[value], len(rows))
        if Fraction(joint[values], len(rows)) != wanted:
            return False
    return True


def _obeys_relations(claim: Claim, known: Chance, rows: tuple[TrialRow, ...]) -> bool:
    reading = _reading(claim, known, rows)
    try:
        taken = premised_relations(claim.node, claim.model)
        if not all(_event_relation(reading, one, row) for one in taken for row in rows):
            return False
    except (Refused, KeyError):
        return False
    for key, name in claim.model.names.items():
        if key not in rows[0]:
            continue
        for relation in name.domain:
            if not isinstance(relation, tree.Relation) or {r"\sim", r"\perp"} & set(relation.operators):
                continue
            try:
                holds = _event_relation if name.kind == "event" else _bound
                if not all(holds(reading, relation, row) for row in rows):
                    return False
            except (Refused, KeyError):
                return False
    return True


def _bound(reading: TreeReading, relation: tree.Relation, row: Mapping[str, Fraction]) -> bool:
    for sign, ratio in links(reading, relation):
        value = reading.chance.in_row(ratio, row).constant
        if value is None or not true(value, sign):
            return False
    return True


def _event_relation(reading: TreeReading, relation: tree.Relation, row: Mapping[str, Fraction]) -> bool:
    for left, sign, right in relation.links:
        one, other = (events.happens(reading, events.event(reading, side), row) for side in (left, right))
        if (one != other) if sign == "=" else (one > other):
            return False
    return True


def _against(
    claim: Claim, known: Chance, rows: tuple[TrialRow, ...], link: tuple[tree.Node, str, tree.Node]
) -> Verdict | None:
    parts = list(parts_with_definitions(claim.node, claim.model))
    free = [key for key in _open(parts, claim) if key not in rows[0] and not known.is_random(key)]
    for start in range(len(_NUMBERS)):
        point = {key: Fraction(_NUMBERS[(start + at * 3) % len(_NUMBERS)]) for at, key in enumerate(free)}
        found = _at(claim, known, rows, link, point)
        if found is not None or not free:
            return found
    return None


def _at(
    claim: Claim, known: Chance, rows: tuple[TrialRow, ...], link: tuple[tree.Node, str, tree.Node], point: TrialRow
) -> Verdict | None:
    reading = _reading(claim, known, rows)
    left, sign, right = link
    try:
        with reading.binding({key: Ratio.number(value) for key, value in point.items()}):
            if not all(_may_be(reading, claim.model.names[key], value) for key, value in point.items()):
                return None
            sides = [reading.number(side) for side in (left, right)]
        conditions = (*reading.conditions.found, *reading.conditions.declared)
        if not all(_holds(kind, ratio) for kind, ratio in conditions):
            return None
        for row in reading.chance.trial:
            values = [reading.chance.in_row(side, row) for side in sides]
            if _fails(values[0] - values[1], sign):
                return _told(rows, point, values, sign)
    except (Refused, KeyError):
        return None
    return None


_SIGN_OF: Final = {"positive": ">", "nonnegative": "≥", "natural": "≥"}


def _may_be(reading: TreeReading, name: Name, value: Fraction) -> bool:
    """Whether a parameter may have a value."""
    if name.kind in _SIGN_OF and not true(value, _SIGN_OF[name.kind]):
        return False
    if name.kind in {"natural", "integer"} and value.denominator != 1:
        return False
    return all(_holds(kind, ratio) for relation in name.domain for kind, ratio in links(reading, relation))


def _holds(kind: str, ratio: Ratio) -> bool:
    return ratio.constant is not None and true(ratio.constant, kind)


def _fails(difference: Ratio, sign: str) -> bool:
    with ctx.workprec(PRECISION):
        value = value_at(difference, {})
        return sign in _SIGNS and fails(value, sign)


def _told(rows: tuple[TrialRow, ...], point: TrialRow, values: list[Ratio], sign: str) -> Verdict:
    """The refutation in words: which values are equally likely, and both sides."""
    at = [(key, f"({', '.join(str(row[key]) for row in rows)})") for key in rows[0]]
    at += [(key, str(value)) for key, value in point.items()]
    left, right = (_number(value) for value in values)
    return refuted(witness=Witness(tuple(at), left, right, sign), method="an experiment")


def _number(value: Ratio) -> str:
    if value.constant is not None:
        return str(value.constant)
    with ctx.workprec(PRECISION):
        return _digits(value_at(value, {}))


def _digits(found: arb | None) -> str:
    return "of no value" if found is None else f"{float(found.mid()):.4g}…"


# ── points ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def refuted_at_point(claim: Claim) -> Verdict | None:
    """The refutation by values of the parameters at which both sides have surely different values, or None."""
    if claim.givens or not isinstance(claim.node, tree.Relation):
        return None
    for place, (left, sign, right) in enumerate(links_of(claim.node)):
        new = place and values_put_in(left, right)  # of which the letters get their values
        found = _at_points(claim, left, sign, right) if sign in _SIGNS and not new else None
        if found is not None:
            return replace(found, link=_link(claim.node, place)) if len(claim.node.operators) > 1 else found
    return None


def _at_points(claim: Claim, left: tree.Node, sign: str, right: tree.Node) -> Verdict | None:
    try:
        reading = reading_of(claim)
        sides = [reading.number(side) for side in (left, right)]
    except (Refused, RecursionError):
        return None
    known = [fact for fact in reading.facts.known if _is_plain(fact[1])]  # the others are of what is random
    conditions = (*reading.conditions.found, *reading.conditions.declared, *known)
    if not all(map(_is_plain, (*sides, *(ratio for _, ratio in conditions)))):
        return None
    atoms = sorted({atom for one in (*sides, *(ratio for _, ratio in conditions)) for atom in one.variables})
    with ctx.workprec(PRECISION):
        for point in islice(points_of(reading.facts, atoms), MOST_TRIALS):
            values = [value_at(side, point) for side in sides]
            if None not in values and meets(conditions, point) and fails(value_at(sides[0] - sides[1], point), sign):
                at = tuple((atom.name, _place(point[atom])) for atom in atoms)
                return refuted(
                    witness=Witness(at, _digits(values[0]), _digits(values[1]), sign), method="values at a point"
                )
    return None


def _place(value: arb) -> str:
    """A parameter's value: a fraction where it is exact, else its first digits."""
    return str(value.fmpq()) if value.is_exact() else _digits(value)


def _is_plain(ratio: Ratio) -> bool:
    """Whether a number is made of the formula's own letters: of no open measure, and of nothing random."""
    return not any(is_open(atom) or " " in atom.name for atom in ratio.variables)
