r"""Entropies and divergences.

Owns: `entropy`, `information`, `divergence` and `bounds_of` (what all entropies obey).

| rule | an example |
| --- | --- |
| joint entropies | H(X | Y) = H(X, Y) − H(Y), I(X; Y) = H(X) + H(Y) − H(X, Y); one variable for each set of names |
| independent | H(X, Y) = H(X) + H(Y), only where it is declared |
| known distribution | H(X) = −E[ln p(X)], D(P ‖ Q) = E[ln p(X) − ln q(X)] with X ~ P, two laws of one row |
| bounds of entropies | H(X | Y) ≥ 0, I(X; Y | Z) ≥ 0 (C. E. Shannon, 1948) |
| divergences | D(P ‖ Q) ≥ 0 of any P and Q (J. W. Gibbs) |

Laws:
- `H` and `I` of declared random quantities are entropies of what has values one by one; `h` is that of a density.
- The base of logarithms is 2 where the formula writes it, else e.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance import laws
from mathora.prove.kernel.chance.known import DistributedAs, distribution
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.functions import sized_logarithm
from mathora.prove.kernel.reading.values import total_of
from mathora.prove.kernel.signs.ranges import Fact

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

MOST_NAMES = 4
PLACE = Atom("variable", "x#place")


def entropy(reading: TreeReading, node: tree.Application) -> Ratio:
    """`H(X)`, `H(X, Y)`, `H(X | Y)`, `h(X)`."""
    subject, condition = _parts(node)
    below = _keys(reading, condition)
    whole = _keys(reading, subject) | below
    is_density = isinstance(node.head, tree.Symbol) and node.head.name == "h"
    return _joint(reading, whole, is_density=is_density) - _joint(reading, below, is_density=is_density)


def information(reading: TreeReading, node: tree.Application) -> Ratio:
    """`I(X; Y)`, `I(X; Y | Z)`."""
    match node.arguments:
        case (tree.Parted(left=left, right=right, sign=";"),):
            other, condition = _divided(right)
        case _:
            raise Refused("an information of another form")
    one, two, given = (_keys(reading, part) for part in ((left,), other, condition))
    joint = [_joint(reading, keys, is_density=False) for keys in (one | given, two | given, one | two | given, given)]
    return joint[0] + joint[1] - joint[2] - joint[3]


def _parts(node: tree.Application) -> tuple[tuple[tree.Node, ...], tuple[tree.Node, ...]]:
    return _divided(node.arguments[0]) if len(node.arguments) == 1 else (node.arguments, ())


def _divided(node: tree.Node) -> tuple[tuple[tree.Node, ...], tuple[tree.Node, ...]]:
    match node:
        case tree.Parted(left=left, right=right, sign=r"\mid"):
            return (left,), (right,)
        case _:
            return (node,), ()


def _keys(reading: TreeReading, nodes: tuple[tree.Node, ...]) -> frozenset[str]:
    names = [one for node in nodes for one in (node.items if isinstance(node, tree.Listing) else (node,))]
    keys = [reading.key(one) for one in names if isinstance(one, tree.Symbol)]
    if len(keys) < len(names) or not all(map(reading.chance.is_random, keys)):
        raise Refused("an entropy of what is not random")
    return frozenset(keys)


def _joint(reading: TreeReading, keys: frozenset[str], *, is_density: bool) -> Ratio:
    if not keys:
        return Ratio.number(0)
    if reading.chance.trial:
        return _in_base(reading, _of_trial(reading, keys))
    if any(laws.is_continuous(reading, key) != is_density and reading.chance.law_of(key) for key in keys):
        raise Refused("H is of values one by one, h of a density")
    if len(keys) > 1 and reading.chance.are_independent(keys):
        reading.hints.use("independent")
        alone = (_joint(reading, frozenset({key}), is_density=is_density) for key in sorted(keys))
        return sum(alone, Ratio.number(0))
    if len(keys) == 1:
        law = reading.chance.law_of(next(iter(keys)))
        if law is not None and law.row.logarithm:
            reading.hints.use("known distribution")
            return -_in_base(reading, _expected(reading, law, laws.logarithm(reading, law, Ratio.atom(PLACE))))
    reading.hints.use("joint entropies")
    atom = Atom("variable", f"{'h' if is_density else 'H'}[{', '.join(sorted(keys))}]")
    return reading.chance.values.get(atom, Ratio.atom(atom))


def _of_trial(reading: TreeReading, keys: frozenset[str]) -> Ratio:
    counts = Counter(tuple(row[key] for key in sorted(keys)) for row in reading.chance.trial)
    shares = [Fraction(count, len(reading.chance.trial)) for count in counts.values()]
    return sum((sized_logarithm(Ratio.number(one)).scaled(-one) for one in shares), Ratio.number(0))


def _in_base(reading: TreeReading, value: Ratio) -> Ratio:
    return value.over(sized_logarithm(Ratio.number(2))) if reading.chance.binary else value


def divergence(reading: TreeReading, node: tree.Application) -> Ratio:
    """`D_{KL}(P ‖ Q)` of two laws of one row; of two letters that nothing is known of, the square of a variable."""
    match node.arguments:
        case (tree.Parted(left=left, right=right, sign=r"\|"),):
            one, other = distribution(left), distribution(right)
        case _:
            raise Refused("a divergence of another form")
    if isinstance(left, tree.Symbol) and isinstance(right, tree.Symbol) and left != right:
        if not all(reading.model.is_free(side) for side in (left, right)):
            raise Refused("a divergence of what is known otherwise")
        return Ratio.atom(Atom("variable", f"root of D[{reading.key(left)} | {reading.key(right)}]")).power(2)
    if one is None or other is None or one.row is not other.row or not one.row.logarithm or one.row.varies:
        raise Refused("a divergence of these distributions")
    place = Ratio.atom(PLACE)
    difference = laws.logarithm(reading, one, place) - laws.logarithm(reading, other, place)
    reading.hints.use("known distribution")
    return _in_base(reading, _expected(reading, one, difference))


def _expected(reading: TreeReading, law: DistributedAs, value: Ratio) -> Ratio:
    """E of a polynomial in the place, which has the law."""
    parts = value.coefficients(PLACE)
    if any(PLACE in one.atoms for one in parts.values()):
        raise Refused("an expectation of this function")
    moments = {power: laws.moment(reading, law, power) if power else Ratio.number(1) for power in parts}
    return total_of(part * moments[power] for power, part in parts.items())


def bounds_of(reading: TreeReading, keys: frozenset[str]) -> Iterator[Fact]:
    """Entropies and informations of a few names are not negative: the elemental inequalities of Shannon."""
    names = sorted(key for key in keys if not laws.is_continuous(reading, key))
    if len(names) > MOST_NAMES:
        return

    def joint(*some: str) -> Ratio:
        return _joint(reading, frozenset(some), is_density=False)

    for name in names:
        for size in range(len(names)):
            for others in combinations([one for one in names if one != name], size):
                yield "≥", joint(name, *others) - joint(*others)
    for one, two in combinations(names, 2):
        rest = [name for name in names if name not in {one, two}]
        for size in range(len(rest) + 1):
            for given in combinations(rest, size):
                yield "≥", joint(one, *given) + joint(two, *given) - joint(one, two, *given) - joint(*given)
