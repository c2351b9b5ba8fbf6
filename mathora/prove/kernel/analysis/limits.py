"""Limits by leading terms.

Owns: `limit` and `limit_of` (of a ratio, to a target).

What tends to a target is written in a step h > 0 that tends to 0: x = a ± h, or x = ±1/h. Each atom is expanded in
powers of h: Taylor's for smooth functions, u = c h^q (1 + v) for roots and logarithms (ln h is an atom of its own,
slower than every power); e^(c/h^q) is kept as a factor, faster than every power, and so is h^a of a letter a; n! is
expanded by Stirling's series. The leading term then tells the limit.

Laws:
- A leading coefficient is used only where its sign, or that it is not zero, is shown for all values of the parameters.
- The body has to have a value near the target: its conditions are shown by their own leading terms. x^r of which no
  sign is known has none on one side, whatever cancels it.
- A limit from both sides is one only if those from each side agree.
- What swings between bounds (sin(1/x), (−1)^n) may stand only before what tends to 0.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from mathora.formula import symbol_key, tree
from mathora.formula.tree.signs import infinite_sign
from mathora.prove.kernel.analysis.expansions import Expansion
from mathora.prove.kernel.analysis.series import Infinite, Target, TooFewOrders, finite
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.kernel.signs.ranges import Fact

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

ORDERS = (4, 8)  # how many orders of h beyond the leading one are looked at; more where these cancel
NEAR = Fraction(1, 1000)  # how near to the target a body is read
WHOLE_LETTERS = frozenset("nkmjN")
Answered = TypeVar("Answered")


def limit(reading: TreeReading, node: tree.Limit) -> Ratio:
    """The value of a limit, as a number."""
    return finite(extended_limit(reading, node))


def extended_limit(reading: TreeReading, node: tree.Limit) -> Ratio | Infinite:
    """The value of a limit, ±∞ included."""
    if not isinstance(node.variable, tree.Symbol):
        raise Refused("a limit of several variables")
    key = symbol_key(node.variable)
    infinite, sign = bool(infinite_sign(node.target)), infinite_sign(node.target) or 1
    name, atom = reading.model.get(key), reading.fresh(key)
    whole = ((name is None or name.implicit) and key in WHOLE_LETTERS) or (
        name is not None and name.kind in {"natural", "integer"}
    )
    near = reading.facts.with_((">", Ratio.atom(atom).scaled(sign)), whole=frozenset({atom}))
    facts = near if infinite and whole else reading.facts
    place = None if infinite else reading.number(node.target)
    sides = [sign] if infinite else {"+": [1], "-": [-1]}.get(node.side, [1, -1])
    values = [_beside(reading, node, Target(atom, place, side), facts) for side in sides]
    first, last = values[0], values[-1]
    if first != last and (isinstance(first, Infinite) or isinstance(last, Infinite) or not (first - last).vanishes):
        raise Refused("the limits from both sides differ")
    reading.hints.use("limit by leading terms")
    return first


def _beside(reading: TreeReading, node: tree.Limit, target: Target, facts: Facts) -> Ratio | Infinite:
    """The limit from one side: of cases, that one counts which holds there."""
    facts, outer = facts.with_(*_near(target)), reading.facts
    facts = replace(facts, near=lambda ratio, kind: _is_near(ratio, kind, target, outer))
    values = {symbol_key(node.variable): Ratio.atom(target.variable)}
    with reading.knowing(facts), reading.apart() as inner, reading.binding(values):
        body = reading.number(node.body)
    if any(target.variable in ratio.atoms for ratio in inner.opaque):
        raise Refused("what has to be shown near the target")
    reading.conditions.opaque += inner.opaque
    asked = [(reading.conditions.require, one) for one in (*inner.found, *inner.declared)]
    for ask, (sign, ratio) in (*asked, *((reading.conditions.oblige, one) for one in inner.obligations)):
        if target.variable not in ratio.atoms:
            ask(sign, ratio)
        elif not _holds_near(ratio, sign, target, outer):
            raise Refused("the body does not have a value near the target")
    return limit_of(body, target, outer)


def _near(target: Target) -> tuple[Fact, ...]:
    """What holds near the target: a limit does not depend on the rest."""
    one = Ratio.atom(target.variable)
    if target.place is None:
        return ((">", one.scaled(target.side) - Ratio.number(1 / NEAR)),)
    ahead = (one - target.place).scaled(target.side)
    return ((">", ahead), (">", Ratio.number(NEAR) - ahead), ("≠", one - target.place))


def _is_near(ratio: Ratio, sign: str, target: Target, facts: Facts) -> bool:
    """Near the target, whatever the parameters are; what is bound within the body is none."""
    is_inner = any(_birth(one) > _birth(target.variable) for one in ratio.variables)
    return target.variable in ratio.atoms and not is_inner and _holds_near(ratio, sign, target, facts)


def _birth(variable: Atom) -> int:
    number = variable.name.rpartition("#")[2]
    return int(number) if "#" in variable.name and number.isdigit() else 0


def _holds_near(ratio: Ratio, sign: str, target: Target, facts: Facts) -> bool:
    """Whether `ratio sign 0` near the target, by the sign of the leading term."""
    with suppress(Refused):
        return _told(lambda orders: Expansion(target, facts, orders).holds(ratio, sign))
    return False


def limit_of(body: Ratio, target: Target, facts: Facts) -> Ratio | Infinite:
    """The limit of a ratio. Raises Refused."""
    body = facts.resolved(cancelled(body))
    if target.variable not in body.atoms:
        return body
    return _told(lambda orders: Expansion(target, facts, orders).limit(body))


def _told(ask: Callable[[int], Answered]) -> Answered:
    """What the leading terms tell, of as few orders as do."""
    for orders in ORDERS:
        with suppress(TooFewOrders):
            return ask(orders)
    raise Refused("the leading terms cancel")
