"""Sums and products.

Owns: `big`, the value of a sum or product, and `extended_big`, ±∞ included.

| rule | what it needs |
| --- | --- |
| terms written out | ends that are numbers |
| first value and one more term | a hint: the closed form S(k); S(k) − S(k − 1) = t(k), nothing before the first |
| powers of a family | Σ (x_i − c)² to n is Σ x_i² − 2c Σ x_i + n c², each Σ x_i^p being one quantity |
| binomial theorem | t(k + 1)/t(k) = r (n − k)/(k + 1), k counted from the first term that is not zero |
| geometric series | t(k + 1) = r t(k) and r² < 1 |
| classical series | t(k + 1)/t(k) as of e^x, sin, cos, ln(1 − x), arctan, (1 − x)^−m; Σ 1/k², Σ 1/k⁴ |
| the limit of partial sums | the second rule, and a limit by leading terms |
| terms above a multiple of 1/k | the limit of k t(k) is not 0: the sum is infinite |

Law: an index runs over whole numbers from the first on; a range that ends before it begins has no terms.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from mathora.formula import symbol_key, tree
from mathora.prove.kernel.analysis.binomials import binomial_sum
from mathora.prove.kernel.analysis.families import family_sum
from mathora.prove.kernel.analysis.limits import limit_of
from mathora.prove.kernel.analysis.series import Infinite, Target, finite
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.marginals import marginal
from mathora.prove.kernel.exact import calculus, circular, functions
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import PI, Conditions
from mathora.prove.kernel.reading.values import number
from mathora.prove.kernel.signs.facts import Facts

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

MOST_TERMS = 200
MOST_FIRST_TERMS = 40  # first terms of a range that are looked at one by one
SHIFTS = range(-4, 5)  # where a classical series may begin, from the first index on


def big(reading: TreeReading, node: tree.Big) -> Ratio:
    """The value of a sum or product, as a number."""
    return finite(extended_big(reading, node))


def extended_big(reading: TreeReading, node: tree.Big) -> Ratio | Infinite:
    """The value of a sum or product, ±∞ included."""
    if node.operator not in {r"\sum", r"\prod"}:
        raise Refused("a union or an intersection")
    product = node.operator == r"\prod"
    if isinstance(node.under, tree.Relation) and node.under.operators == (r"\in",):
        return _over_set(reading, node, product=product)
    if isinstance(node.under, tree.Symbol) and node.over is None and not product:
        return marginal(reading, node.body, symbol_key(node.under))
    if not isinstance(node.index, tree.Symbol) or node.start is None or node.over is None:
        raise Refused("a sum of this kind")
    key, low = symbol_key(node.index), reading.number(node.start).constant
    if low is None or low.denominator != 1:
        raise Refused("a sum from what is no whole number")
    if isinstance(node.over, tree.Constant) and node.over.name == r"\infty":
        return _Infinite(reading, node, key, int(low)).value()
    high = reading.number(node.over)
    plain = high.constant is None and not product and low == 1
    if plain and (found := family_sum(reading, node.body, key, high)) is not None:
        return found
    if high.constant is not None and high.constant.denominator == 1:
        places = range(int(low), int(min(high.constant, low + MOST_TERMS)) + 1)
        return _written_out(reading, node.body, key, [Ratio.number(one) for one in places], product=product)
    found = None if product else binomial_sum(reading, node.body, key, int(low), high)
    return found or _Finite(reading, node, key, int(low)).up_to(high)


def _over_set(reading: TreeReading, node: tree.Big, *, product: bool) -> Ratio:
    match node.under:
        case tree.Relation(operands=(tree.Symbol() as index, tree.SetLiteral(items=items))):
            values = [reading.number(item) for item in items]
        case _:
            raise Refused("a sum over this set")
    if any(not (a - b).constant for at, a in enumerate(values) for b in values[:at]):
        raise Refused("a set whose elements may be equal")
    return _written_out(reading, node.body, symbol_key(index), values, product=product)


def _written_out(reading: TreeReading, body: tree.Node, key: str, values: list[Ratio], *, product: bool) -> Ratio:
    if len(values) > MOST_TERMS:
        raise Refused("a sum of very many terms")
    total = Ratio.number(int(product))
    for one in values:
        term = at(reading, body, key, one)
        total = total * term if product else total + term
    return total


def at(reading: TreeReading, node: tree.Node, key: str, value: Ratio) -> Ratio:
    """A part with a name bound to a number."""
    with reading.binding({key: value}):
        return reading.number(node)


# ── to a letter ───────────────────────────────────────────────────────────────────────────────────────────────────────


class _Finite:
    """A closed form by a hint, verified from the first index on."""

    def __init__(self, reading: TreeReading, node: tree.Big, key: str, low: int) -> None:
        self.reading, self.node, self.key, self.low = reading, node, key, low
        self.product = node.operator == r"\prod"
        self.neutral = Ratio.number(int(self.product))
        self.index = reading.fresh(key)
        one = Ratio.atom(self.index)
        self.facts = reading.facts.with_(("≥", one - Ratio.number(low)), whole=frozenset({self.index}))

    def read(self, node: tree.Node, value: Ratio, facts: Facts) -> Ratio:
        """A part at an index that is known to be in range; its own conditions on the index are shown."""
        return number(self.reading.within(node, {self.key: value}, facts, self.index))

    def term(self) -> Ratio:
        """t(k), for a k in the range."""
        return self.read(self.node.body, Ratio.atom(self.index), self.facts)

    def closed(self) -> Callable[[Ratio, Facts], Ratio]:
        """S(k), verified: S at the first index is the first term, and each further one adds its term."""
        form = self.reading.hints.value(self.node, self.reading.model)
        index, one = Ratio.atom(self.index), Ratio.number(1)
        first = Ratio.number(self.low)
        start = self.read(form, first, self.reading.facts)
        if not self._same(start, self.read(self.node.body, first, self.reading.facts)):
            raise Refused("the first value is another one")
        further = self.facts.with_((">", index - first))
        before, behind = (self.read(form, place, further) for place in (index - one, index))
        term = self.read(self.node.body, index, further)
        grown = before * term if self.product else before + term
        if not self._same(grown, behind, further):
            raise Refused("the closed form does not grow by the next term")
        self.reading.hints.use("first value and one more term")
        return lambda place, facts: self.read(form, place, facts)

    def _same(self, one: Ratio, other: Ratio, facts: Facts | None = None) -> bool:
        known = facts or self.reading.facts
        return known.resolved(cancelled(one - other)).vanishes

    def up_to(self, high: Ratio) -> Ratio:
        """The value to a whole end: the closed form, which has to fit where the range is empty, too."""
        reading = self.reading
        if not reading.facts.is_whole(high):
            raise Refused("a sum to what is no whole number")
        if high.letter_and_number is None:
            raise Refused("a sum to an end of this kind")
        letter, shift = high.letter_and_number
        least = reading.facts.range_of(letter).low
        if least is None:
            raise Refused("a sum to what has no least value")
        closed = self.closed()
        value = closed(high, reading.facts.with_(("≥", high - Ratio.number(self.low))))
        for place in range(ceil(least), self.low - int(shift)):
            if place - least > MOST_FIRST_TERMS:
                raise Refused("a sum that begins too far away")
            empty = self._at_empty(value, letter, place)
            if empty is not None and not (empty - self.neutral).vanishes:
                raise Refused("the closed form is another one where the range is empty")
        return value

    def _at_empty(self, value: Ratio, letter: Atom, place: int) -> Ratio | None:
        """The closed form at a number for which the range is empty; None where that number is shut out."""
        try:
            return calculus.substituted(value, {letter: Ratio.number(place)}, Conditions(self.reading.facts))
        except Refused:
            self.reading.conditions.oblige("≠", Ratio.atom(letter) - Ratio.number(place))
            return None


# ── without end ───────────────────────────────────────────────────────────────────────────────────────────────────────


class _Infinite(_Finite):
    """An infinite sum, by the ratio of its terms or by the limit of its partial sums."""

    def value(self) -> Ratio | Infinite:
        if not self.product:
            term = self.term()
            for rule in (_geometric, _classical, _euler, _diverges):
                found = rule(self, term)
                if found is not None:
                    return found
        closed = self.closed()
        index = Ratio.atom(self.index)
        partial = closed(index, self.facts)
        self.reading.hints.use("the limit of partial sums")
        return limit_of(partial, Target(self.index, None, 1), self.facts.with_((">", index)))

    def put(self, ratio: Ratio, place: Ratio) -> Ratio:
        """A term at another index."""
        return calculus.substituted(ratio, {self.index: place}, Conditions(self.facts))

    def shifted(self, total: Ratio, term: Ratio, first: int) -> Ratio:
        """A sum from another first index on, with the terms between added or taken away."""
        for place in range(min(first, self.low), max(first, self.low)):
            gap = self.put(term, Ratio.number(place))
            total = total - gap if first < self.low else total + gap
        self.reading.hints.use("classical series")
        return total

    def next_over_this(self, term: Ratio) -> Ratio:
        """t(k + 1)/t(k), without common factors."""
        following = self.put(term, Ratio.atom(self.index) + Ratio.number(1))
        return cancelled(following.over(term))


def _geometric(series: _Infinite, term: Ratio) -> Ratio | None:
    if not term.above:
        return term
    ratio = series.next_over_this(term)
    if series.index in ratio.atoms:
        return None
    one = Ratio.number(1)
    if not series.reading.facts.shows(one - ratio * ratio, ">"):
        return None
    series.reading.hints.use("geometric series")
    return series.put(term, Ratio.number(series.low)).over(one - ratio)


def _classical(series: _Infinite, term: Ratio) -> Ratio | None:
    ratio = series.next_over_this(term)
    index = Ratio.atom(series.index)
    for shift in SHIFTS:
        first = series.low + shift
        try:
            start = series.put(term, Ratio.number(first))
        except Refused:
            continue
        if not start.above:
            continue
        for pattern, whole in _CLASSICAL:
            argument = cancelled(ratio.over(pattern(index - Ratio.number(first))))
            if series.index in argument.atoms or not argument.above:
                continue
            value = whole(argument, series.reading.facts)
            if value is None:
                continue
            return series.shifted(start * value, term, first)
    return None


def _n(value: Fraction | int) -> Ratio:
    return Ratio.number(value)


def _even(square: Ratio) -> Ratio:
    """A root of x² without bars, for what is the same for x and −x."""
    root = functions.sized_power(square, Fraction(1, 2))
    change = {atom: atom.argument for atom in root.own_atoms if atom.kind == "abs"}
    return calculus.substituted(root, change, Conditions(Facts()))


def _trigonometric(square: Ratio, facts: Facts, *, odd: bool) -> Ratio | None:
    """The series of sin x / x or cos x of −x² = u; sinh and cosh of x² = u."""
    turning = facts.shows(-square, "≥")
    if not turning and not facts.shows(square, "≥"):
        return None
    root, conditions = _even(square), Conditions(facts)
    names = ("sin", "cos") if turning else ("sinh", "cosh")
    value = circular.applied(names[0 if odd else 1], root, conditions)
    return value.over(root) if odd else value


def _logarithm(x: Ratio, facts: Facts) -> Ratio | None:
    """Σ x^k/(k + 1) = −ln(1 − x)/x for −1 ≤ x < 1."""
    if not (facts.shows(_n(1) - x, ">") and facts.shows(x + _n(1), "≥")):
        return None
    return -functions.sized_logarithm(_n(1) - x).over(x)


def _arctangent(square: Ratio, facts: Facts) -> Ratio | None:
    """Σ (−x²)^k/(2k + 1) = arctan(x)/x for |x| ≤ 1."""
    if not (facts.shows(-square, "≥") and facts.shows(square + _n(1), "≥")):
        return None
    root = _even(square)
    return circular.applied("arctan", root, Conditions(facts)).over(root)


def _binomial(power: int) -> Callable[[Ratio, Facts], Ratio | None]:
    """Σ binom(k + m − 1, k) x^k = (1 − x)^−m for |x| < 1."""
    return lambda x, facts: _n(1).over((_n(1) - x).power(power)) if facts.shows(_n(1) - x * x, ">") else None


_CLASSICAL: tuple[tuple[Callable[[Ratio], Ratio], Callable[[Ratio, Facts], Ratio | None]], ...] = (
    (lambda k: _n(1).over(k + _n(1)), lambda x, _: functions.exponential(x, Conditions(Facts()))),
    (lambda k: _n(1).over((k + k + _n(2)) * (k + k + _n(3))), lambda u, facts: _trigonometric(u, facts, odd=True)),
    (lambda k: _n(1).over((k + k + _n(1)) * (k + k + _n(2))), lambda u, facts: _trigonometric(u, facts, odd=False)),
    (lambda k: (k + _n(1)).over(k + _n(2)), _logarithm),
    (lambda k: (k + k + _n(1)).over(k + k + _n(3)), _arctangent),
    *(((lambda k, m=m: (k + _n(m)).over(k + _n(1))), _binomial(m)) for m in (2, 3, 4)),
)
"""t(k + 1)/t(k), but for a factor x (or x²) that it leaves, and the sum from the index 0 on, but for the first term."""


_EULER: tuple[tuple[Callable[[Ratio], Ratio], Ratio], ...] = (
    (lambda k: (k + _n(1)).power(2), PI.power(2).scaled(Fraction(1, 6))),
    (lambda k: (k + _n(1)).power(4), PI.power(4).scaled(Fraction(1, 90))),
    (lambda k: (k + k + _n(1)).power(2), PI.power(2).scaled(Fraction(1, 8))),
    (lambda k: (k + k + _n(1)).power(4), PI.power(4).scaled(Fraction(1, 96))),
)
"""1/t(k) from k = 0 on, and the sum (Euler 1735); with signs (−1)^k the sum of 1/k^s is (1 − 2^(1−s)) of it."""


def _euler(series: _Infinite, term: Ratio) -> Ratio | None:
    index = Ratio.atom(series.index)
    sign = functions.powered(_n(-1), index, Conditions(series.facts))
    for shift in SHIFTS:
        first = series.low + shift
        for place, (pattern, whole) in enumerate(_EULER):
            factor = cancelled(term * pattern(index - _n(first)))
            value = whole
            if place < 2 and series.index in factor.atoms:  # noqa: PLR2004 - the rows of all whole numbers
                factor = cancelled(factor * sign)
                value = whole.scaled((1 - Fraction(1, 2 ** (2 * place + 1))) * (-1) ** (first % 2))
            if series.index not in factor.atoms:
                return series.shifted(factor * value, term, first)
    return None


def _diverges(series: _Infinite, term: Ratio) -> Infinite | None:
    """Terms that stay above a multiple of 1/k, or below a negative one."""
    index = Ratio.atom(series.index)
    facts = series.facts.with_((">", index))
    try:
        found = limit_of(term * index, Target(series.index, None, 1), facts)
    except Refused:
        return None
    shows = series.reading.facts.shows
    sign = found.sign if isinstance(found, Infinite) else next((s for s in (1, -1) if shows(found.scaled(s), ">")), 0)
    if not sign:
        return None
    series.reading.hints.use("terms above a multiple of 1/k")
    return Infinite(sign)
