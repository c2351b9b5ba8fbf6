r"""What a formula says of the value of a measure, held against what is known of chance.

Owns: `values_said`; `belied`, the verdict on values that cannot be; `has_law`, `has_table`, `is_hidden`; `of_variance`.

| known | belied |
| --- | --- |
| `P(X = 0) = 0.5`, `P(X = 1) = 0.5` | `\mathbb{E}[X] = 0.9`: it is determined |
| `P(X = 0) = 0.5`, `P(X = 1) = 0.7` | any value: the chances come to more than 1 |
| `P(Y = 1) = 1`, `\mathbb{E}[X \mid Y = 1] = 2` | `\mathbb{E}[X] = 3`: it is the mean of the conditional ones |
| `H(X) = 1` | `H(X \mid Y) = 2`: the kernel proves that it is less |
| `0 \le X \le 1`, or `P(X \le 1) = 1` | `P(X > 2) = 0.5` |
| `\mathbb{E}[\|X\|] = 1` | `\mathbb{E}[X] = 2` |
| `X \in \{0, 1\}` | `P(X = 5) = 0.3`, `\mathbb{E}[X] = 2` |
| `\operatorname{Var}(X) = 0` | `P(X = 1) = 0.5` |
| `0 \le X \le 1` | `\operatorname{Var}(X) = 5`: at most a quarter |

Law: what is determined by what is known is never said anew; where no rule computes it, it is undecided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Final, TypeGuard

from mathora.formula import Model, Name, symbol_key, tree, write_latex
from mathora.formula.tree.chance import measure_of
from mathora.formula.tree.defining import defining, stated
from mathora.formula.tree.rational import in_digits, is_false, rational, worked_out
from mathora.formula.tree.statements import RelationSign
from mathora.formula.tree.substitution import substituted
from mathora.prove.judge.by_rules import holds_by_rules
from mathora.prove.judge.by_values import defines_by_values, defines_conditional
from mathora.prove.judge.correlated import misfit
from mathora.prove.judge.sure_events import is_sure, outside, values_of, with_sure_orders
from mathora.prove.kernel import Claim, Refused
from mathora.prove.kernel.chance.knowledge import is_open
from mathora.prove.kernel.chance.known import known_of
from mathora.prove.kernel.rules import reading_of
from mathora.prove.verdict import Verdict, refuted, undecided


def belied(said: tuple[tree.Relation, ...], claim: Claim) -> Verdict | None:
    """The verdict on values that cannot be, each in the light of those before it; None where all may be."""
    if told := _too_likely(claim):
        return told
    claim = replace(claim, model=with_sure_orders(claim.model))
    if overfull := next((told for one in stated(claim.model) if (told := _overfull(one, claim))), None):
        return overfull
    for one in said:
        rules = (_of_determined, _of_sure, outside, _unfounded, _beyond, _overfull, _too_wide, _of_constant)
        if told := next((told for rule in rules if (told := rule(one, claim)) is not None), None):
            return told
        claim = replace(claim, model=with_sure_orders(defining(claim.model, of_variance(one, claim.model))))
        if told := _too_likely(claim):
            return told
        if misfit(stated(claim.model), claim.model):
            return refuted("no quantities have these correlations")
    again = said if len(said) > 1 and any(map(is_sure, said)) else ()  # what is sure may be said last
    found = (told for one in again for rule in (outside, _beyond, _too_wide) if (told := rule(one, claim)) is not None)
    return next((told for told in found if told.kind == "refuted"), None)


def _too_likely(claim: Claim) -> Verdict | None:
    too_many = any(total > 1 for _, total in _totals(claim))
    return refuted("the chances that are known come to more than 1") if too_many else None


def _of_constant(said: tree.Relation, claim: Claim) -> Verdict | None:
    r"""That what does not vary takes a value with another chance than 0 or 1."""
    known = {one.operands[0]: rational(one.operands[1]) for one in (*stated(claim.model), said)}
    for event, chance in known.items():
        match event:
            case tree.Application(arguments=(tree.Relation(operands=(tree.Symbol() as of, _), operators=("=",)),)):
                spread = known.get(tree.Application(tree.FunctionName("Var"), None, (of,)))
                if spread == 0 and chance not in {0, 1, None} and measure_of(event, claim.model) == "P":
                    return refuted(f"{write_latex(of)} does not vary, and {write_latex(event)} is 0 or 1")
            case _:
                pass
    return None


def of_variance(node: tree.Node, model: Model) -> tree.Node:
    r"""What is said of a standard deviation, as said of the variance: `\operatorname{Var}(X) = 2^2`."""
    match node:
        case tree.Relation(operands=(tree.Application(arguments=of) as left, right), operators=("=",)):
            measure, variance = measure_of(left, model), tree.Application(tree.FunctionName("Var"), None, of)
            if measure in {"Var", "SD"}:
                square = tree.Power(tree.Group(right), tree.Number("2"))
                return tree.Relation((variance, right if measure == "Var" else square), ("=",))
    return node


def _beyond(said: tree.Relation, claim: Claim) -> Verdict | None:
    """The refutation of a value by what the kernel proves: that it is less or more, or what it is the mean of."""
    left, right = said.operands[:2]
    sides = [left]
    if measure_of(left, claim.model) == "E" and isinstance(left, tree.Application) and len(left.arguments) == 1:
        (inside,) = left.arguments
        sides.append(inside.left if isinstance(inside, tree.Parted) else inside)
    number = rational(right)
    if len(sides) > 1 and number is not None and isinstance(left, tree.Application):
        size = replace(left, arguments=(tree.Absolute(sides[1]),))
        less = tree.Relation((size, in_digits(abs(number))), ("<",))
        if holds_by_rules(replace(claim, node=less)):
            return refuted(f"by what is known, {write_latex(less)}")
    for side, (sign, loose, away) in product(sides, _WAYS):
        orders: list[tree.Node] = [tree.Relation((side, right), (sign,))]
        if number is not None and side is left:  # bounds of probabilities are no strict ones
            orders.append(tree.Relation((side, in_digits(number + away)), (loose,)))
        if sign == ">" and isinstance(side, tree.Absolute) and isinstance(left, tree.Application):
            orders.append(tree.Relation((replace(left, arguments=(side.body,)), right), (sign,)))
        if any(holds_by_rules(replace(claim, node=order)) for order in orders):
            return refuted(f"by what is known, {write_latex(orders[0])}")
    return None


_CLOSE: Final = Fraction(1, 10**6)
_WAYS: Final[tuple[tuple[RelationSign, RelationSign, Fraction], ...]] = (("<", r"\le", -_CLOSE), (">", r"\ge", _CLOSE))


def _overfull(said: tree.Relation, claim: Claim) -> Verdict | None:
    """That the chances of all whole numbers of a free letter come to more than 1: `P(X = k) = 0.5`."""
    match said.operands[0]:
        case tree.Application(arguments=(tree.Relation(operands=(tree.Symbol(), tree.Symbol() as letter)),)) as left:
            own = claim.model.named(letter)
        case _:
            return None
    if measure_of(left, claim.model) != "P" or own is None or own.body is not None or own.kind == "random":
        return None
    total = Fraction(0)
    for place in map(in_digits, range(_PLACES)):
        allowed = (substituted(one, letter, place) for one in own.domain)
        chance = substituted(said.operands[1], letter, place)
        if all(one is not None and not is_false(one) for one in allowed):
            total += (worked_out(chance) if chance is not None else None) or 0
    why = f"the chances of all {write_latex(letter)} come to more than 1: give it a domain"
    return undecided(why) if total > 1 else None


def _too_wide(said: tree.Relation, claim: Claim) -> Verdict | None:
    """That a quantity between two numbers varies more than one can that takes both as often (Popoviciu, 1935)."""
    match said.operands[:2]:
        case (tree.Application(arguments=(tree.Symbol() as of,)) as left, right):
            measure, value, name = measure_of(left, claim.model), rational(right), claim.model.named(of)
        case _:
            return None
    if measure not in {"Var", "SD"} or value is None or name is None:
        return None
    within = dict(name.ranges).get(name.key)
    low, high = _ends(name) if within is None else (_number(within.low), _number(within.high))
    if low is None or high is None or (value if measure == "Var" else value**2) <= (high - low) ** 2 / 4:
        return None
    return refuted(f"between {write_latex(in_digits(low))} and {write_latex(in_digits(high))} it varies less")


def _ends(name: Name) -> tuple[Fraction | None, Fraction | None]:
    """The numbers between which a name is, by all that its domain says."""
    values = values_of(name)
    links = [link for one in name.domain if isinstance(one, tree.Relation) for link in one.links]
    lows = [rational(one) for one, sign, other in links if other == name.symbol and sign in {"<", r"\le"}]
    lows += [rational(other) for one, sign, other in links if one == name.symbol and sign in {">", r"\ge"}]
    highs = [rational(other) for one, sign, other in links if one == name.symbol and sign in {"<", r"\le"}]
    low, high = ([*values, *(one for one in ends if one is not None)] for ends in (lows, highs))
    return (min(values) if values else max(low, default=None)), (max(values) if values else min(high, default=None))


def _number(end: tree.Node | None) -> Fraction | None:
    return None if end is None else rational(end)


_PLACES: Final = 40


def _totals(claim: Claim) -> Iterator[tuple[set[str], Fraction]]:
    r"""What the chances of values come to that are known of some quantities: `P(X = 0, Y = 1) = 0.2`, …; of some under
    a condition, `P(X = 0 \mid Y = 1) = 0.2`, without their names.
    """
    known: dict[tuple[frozenset[str], tree.Node | None], dict[frozenset[tree.Node], Fraction]] = {}
    for name in claim.model.names.values():
        measure, chance = name.quantity, None if name.body is None else rational(name.body)
        if measure is None or chance is None or measure_of(measure, claim.model) != "P":
            continue
        inside = [(one.left, one.right) if isinstance(one, tree.Parted) else (one, None) for one in measure.arguments]
        events = [event for one, _ in inside for event in tree.taken_apart(one)]
        if all(_is_value(event, claim.model) for event in events):
            keys = frozenset(symbol_key(event.children[0]) for event in events)
            known.setdefault((keys, inside[-1][1]), {})[frozenset(events)] = chance
    for (keys, condition), table in known.items():
        yield set() if condition else set(keys), sum(table.values(), Fraction(0))


def _is_value(event: tree.Node, model: Model) -> bool:
    """`X = 2` of a random quantity and a number."""
    match event:
        case tree.Relation(operands=(tree.Symbol() as name, value), operators=("=",)):
            own = model.named(name)
            return own is not None and own.body is None and rational(value) is not None
        case _:
            return False


def values_said(claim: Claim) -> tuple[tree.Relation, ...]:
    r"""The statements that say the value of a measure, wherever they stand: in a list, behind `\forall t:`, …"""
    said = (part for one in tree.statements(tree.regrouped(claim.node)) for part in _each_said(one))
    return tuple(one for one in said if _says_value(one, claim.model))


def _each_said(node: tree.Node) -> Iterator[tree.Node]:
    match node:
        case tree.Quantified(body=said) | tree.Group(body=said) | tree.Annotated(body=said):
            yield from _each_said(said)
        case tree.Logic(operators=(word,), operands=(said, _)) if word in tree.CONDITIONS:
            yield from _each_said(said)
        case tree.Logic(operators=operators, operands=operands) if set(operators) <= tree.AND:
            for one in operands:
                yield from _each_said(one)
        case tree.Listing(items=items):
            for one in items:
                yield from _each_said(one)
        case _:
            yield node


def _says_value(node: tree.Node, model: Model) -> TypeGuard[tree.Relation]:
    if not isinstance(node, tree.Relation):
        return False
    left, right = node.operands[:2]
    if not isinstance(left, tree.Application) or measure_of(left, model) is None:
        return False
    return not defines_conditional(left, right) and not defines_by_values(left, right, model)


def is_hidden(claim: Claim, measure: tree.Node) -> bool:
    """Whether what is known determines a measure, and no rule of the kernel computes it."""
    if not has_law(claim, measure):
        return False
    try:
        return any(is_open(atom) for atom in reading_of(claim).number(measure).atoms)
    except Refused:
        return True


def _of_determined(said: tree.Relation, claim: Claim) -> Verdict | None:
    """The verdict on what is said of a measure that is determined already; None where it is open."""
    try:
        reading = reading_of(claim)
        left, right = (reading.number(side) for side in said.operands[:2])
    except Refused:
        return undecided(HAS_LAW) if has_law(claim, said.operands[0]) or has_table(claim, said.operands[0]) else None
    if any(is_open(atom) for atom in left.atoms):
        by_law = measure_of(said.operands[0], claim.model) != "Cov" and has_law(claim, said.operands[0])
        return undecided(HAS_LAW) if by_law or has_table(claim, said.operands[0]) else None
    difference = (left - right).constant
    if difference:
        return refuted(f"what is known makes it {left.constant}" if left.constant is not None else _ANOTHER)
    return undecided(HAS_LAW)


def _of_sure(said: tree.Relation, claim: Claim) -> Verdict | None:
    r"""The refutation of values that no mixture has: `\mathbb{E}[X \mid Y = 1] = 2`, `P(Y = 1) = 1`, and 3 for X."""
    known = {one.operands[0]: rational(one.operands[1]) for one in (*stated(claim.model), said)}
    means = _means_of_tables(known)
    if any(known.get(one, mean) not in {mean, None} for one, mean in means.items()):
        return refuted("what is known of each value makes it another number")
    known |= means
    under: dict[tuple[tree.Application, tree.Node], list[tuple[Fraction, Fraction]]] = {}
    mixed_of: dict[tree.Node, list[Fraction]] = {}
    for measure, value in known.items():
        match measure:
            case tree.Application(arguments=(tree.Parted(left=subject, right=condition),)) if value is not None:
                chance = known.get(tree.Application(tree.Symbol("P"), None, (condition,)))
                whole = replace(measure, arguments=(subject,))
            case _:
                continue
        of_value = isinstance(condition, tree.Relation) and _is_value(condition, claim.model)
        if of_value:
            mixed_of.setdefault(whole, []).append(value)
        if chance == 1 or (chance is not None and of_value and measure_of(measure, claim.model) in {"E", "P"}):
            under.setdefault((whole, condition.children[0] if of_value else condition), []).append((chance, value))
    for (mixed, _), parts in under.items():
        mean, told = sum(chance * value for chance, value in parts), known.get(mixed)
        if sum(chance for chance, _ in parts) == 1 and told is not None and told != mean:
            return refuted(f"what is known under each condition makes {write_latex(mixed)} another number: {mean}")
    parts_of, own = mixed_of.get(said.operands[0], []), rational(said.operands[1])
    if len(parts_of) > 1 and own is not None and not min(parts_of) <= own <= max(parts_of):
        return undecided("it is not between the numbers that are known under each condition")
    return None


def _means_of_tables(known: Mapping[tree.Node, Fraction | None]) -> dict[tree.Node, Fraction | None]:
    r"""The means of which all chances under a condition are known: `P(X = 0 \mid Y = 1) = 0.3`, …"""
    tables: dict[tuple[tree.Node, tree.Node], dict[Fraction, Fraction]] = {}
    for measure, chance in known.items():
        match measure:
            case tree.Application(arguments=(tree.Parted(tree.Relation((of, value), ("=",)), condition, r"\mid"),)) if (
                chance is not None and (number := rational(value)) is not None
            ):
                tables.setdefault((of, condition), {})[number] = chance
            case _:
                pass
    whole = {key: table for key, table in tables.items() if sum(table.values()) == 1}
    plain = tree.Application(tree.FunctionName("E"), None, (), "[")
    forms = (plain, replace(plain, bracket="("), replace(plain, head=tree.Symbol("E")))
    return {
        replace(form, arguments=(tree.Parted(of, condition, r"\mid"),)): sum(
            (value * chance for value, chance in table.items()), Fraction(0)
        )
        for (of, condition), table in whole.items()
        for form in (*forms, replace(forms[-1], bracket="("))
    }


def _unfounded(said: tree.Relation, claim: Claim) -> Verdict | None:
    """That a covariance or an information is 0 is no value to be stated: it follows from what is independent."""
    left, right = said.operands[:2]
    if measure_of(left, claim.model) in {"Cov", "Corr", "I"} and right == tree.Number("0"):
        return undecided(r"nothing says that they are independent: declare it, domain: X \perp Y")
    return None


def has_law(claim: Claim, node: tree.Node) -> bool:
    """Whether something is said of the distributions of all the random quantities that a term speaks of."""
    known = known_of(claim.model, (claim.node,), claim.givens)
    keys = _keys_of(node)
    random = {known.family_of(key) or key for key in keys if known.is_random(key)}
    return bool(random) and random <= known.distributed


def has_table(claim: Claim, node: tree.Node) -> bool:
    """Whether a term speaks of random quantities of which all values are known with their probabilities."""
    with suppress(Refused):
        chance = reading_of(claim).chance
        listed = {key for key in _keys_of(node) if chance.is_random(key)}
        whole = any(listed <= names and total == 1 for names, total in _totals(claim))
        return bool(listed) and (whole or (len(listed) == 1 and listed <= chance.tables.keys()))
    return False


def _keys_of(node: tree.Node) -> set[str]:
    return {symbol_key(part) for part in tree.symbols(node)}


HAS_LAW: Final = (
    "what is known says which value this has, and no rule shows that it is this one: show a step in between"
)
_ANOTHER: Final = "what is known gives it another value"
