"""Rational functions of atoms with rational coefficients: the kernel's numbers.

Owns: `Atom`, `Ratio` and their arithmetic; of polynomials in one variable, division, odd part and Sturm's count.

Laws:
- Exact: Python's fractions only. An atom is a variable, a constant (π, e) or a function of a ratio; nothing is known of
  it but the relation that `reduced` uses (r^n = u for a root, s² = 1 − c² for a sine, |u|² = u²).
- `vanishes` says yes only if the numerator reduces to nothing; "no" means "not seen".
- Sizes are bounded: what grows past `MOST_TERMS` is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from mathora.prove.kernel.certificate import Refused

MOST_TERMS = 3000
HIGHEST_POWER = 64

Monomial = tuple[tuple["Atom", int], ...]
Polynomial = dict[Monomial, Fraction]


@dataclass(frozen=True)
class Atom:
    """A quantity that is not taken apart: `kind` is "variable", "constant" or a function's name."""

    kind: str
    name: str
    argument: Ratio | None = field(default=None, compare=False)
    degree: int = field(default=0, compare=False)

    def __lt__(self, other: Atom) -> bool:
        return (self.kind, self.name) < (other.kind, other.name)


def function_atom(kind: str, argument: Ratio, degree: int = 0) -> Atom:
    """A function of a ratio; its name is the ratio's text, so that equal texts are one atom."""
    return Atom(kind, f"{degree or ''}({argument.text})", argument, degree)


def _times(one: Monomial, other: Monomial) -> Monomial:
    powers = dict(one)
    for atom, power in other:
        powers[atom] = powers.get(atom, 0) + power
    return tuple(sorted((atom, power) for atom, power in powers.items() if power))


def _sum(one: Polynomial, other: Polynomial, factor: Fraction = Fraction(1)) -> Polynomial:
    total = dict(one)
    for monomial, number in other.items():
        value = total.get(monomial, Fraction(0)) + factor * number
        if value:
            total[monomial] = value
        else:
            total.pop(monomial, None)
    return total


def _product(one: Polynomial, other: Polynomial) -> Polynomial:
    if len(one) * len(other) > MOST_TERMS * 10:
        raise Refused("the terms are too many")
    total: Polynomial = {}
    for left, a in one.items():
        for right, b in other.items():
            monomial = _times(left, right)
            value = total.get(monomial, Fraction(0)) + a * b
            if value:
                total[monomial] = value
            else:
                total.pop(monomial, None)
    if len(total) > MOST_TERMS:
        raise Refused("the terms are too many")
    return total


def _text(polynomial: Polynomial) -> str:
    terms = sorted(polynomial.items(), key=lambda term: [(one.kind, one.name, power) for one, power in term[0]])
    written = []
    for monomial, number in terms:
        powers = [f"{atom.kind}{atom.name!r}^{power}" for atom, power in monomial]
        written.append(" ".join([str(number), *powers]))
    return " + ".join(written) or "0"


@dataclass(frozen=True)
class Ratio:
    """A quotient of two polynomials in atoms; the lower one is never the zero polynomial."""

    above: Polynomial
    below: Polynomial

    @staticmethod
    def number(value: Fraction | int) -> Ratio:
        """A constant."""
        return Ratio({(): Fraction(value)} if value else {}, {(): Fraction(1)})

    @staticmethod
    def atom(atom: Atom) -> Ratio:
        """One atom."""
        return Ratio({((atom, 1),): Fraction(1)}, {(): Fraction(1)})

    def __add__(self, other: Ratio) -> Ratio:
        if self.below == other.below:
            return made(_sum(self.above, other.above), self.below)
        crossed = _sum(_product(self.above, other.below), _product(other.above, self.below))
        return made(crossed, _product(self.below, other.below))

    def __neg__(self) -> Ratio:
        return Ratio({monomial: -number for monomial, number in self.above.items()}, self.below)

    def __sub__(self, other: Ratio) -> Ratio:
        return self + -other

    def __mul__(self, other: Ratio) -> Ratio:
        return made(_product(self.above, other.above), _product(self.below, other.below))

    def over(self, other: Ratio) -> Ratio:
        """The quotient; the caller has seen to it that the other is not zero. Raises Refused if it visibly is."""
        if not other.above:
            raise Refused("something is divided by zero")
        return made(_product(self.above, other.below), _product(self.below, other.above))

    def power(self, exponent: int) -> Ratio:
        """A whole power."""
        if abs(exponent) > HIGHEST_POWER:
            raise Refused("a power that is too high")
        base = self if exponent >= 0 else Ratio.number(1).over(self)
        total = Ratio.number(1)
        for _ in range(abs(exponent)):
            total *= base
        return total

    @property
    def constant(self) -> Fraction | None:
        """The value, where no atom is left."""
        if set(self.above) <= {()} and set(self.below) == {()}:
            return self.above.get((), Fraction(0)) / self.below[()]
        return None

    @cached_property
    def text(self) -> str:
        """A text that determines the ratio."""
        upper = _text(self.above)
        return upper if self.below == {(): Fraction(1)} else f"({upper}) / ({_text(self.below)})"

    @property
    def atoms(self) -> frozenset[Atom]:
        """All atoms, those inside of functions included."""
        found: set[Atom] = set()
        for polynomial in (self.above, self.below):
            for monomial in polynomial:
                for atom, _ in monomial:
                    found.add(atom)
                    if atom.argument is not None:
                        found |= atom.argument.atoms
        return frozenset(found)

    @property
    def vanishes(self) -> bool:
        """Whether it is identically zero, as far as the relations of its atoms show."""
        return not self.above or not reduced(self.above).above


def made(above: Polynomial, below: Polynomial) -> Ratio:
    """A quotient in its usual form: relations used, common powers cancelled, the lower polynomial's first number 1."""
    top, bottom = reduced(above), reduced(below)
    if not bottom.above:
        raise Refused("something is divided by zero")
    above, below = _product(top.above, bottom.below), _product(top.below, bottom.above)
    if not above:
        return Ratio.number(0)
    shared = _shared(above, below)
    if shared:
        inverse = tuple((atom, -power) for atom, power in shared)
        above, below = ({_times(one, inverse): n for one, n in part.items()} for part in (above, below))
    lead = below[min(below, key=lambda monomial: [(one.kind, one.name, power) for one, power in monomial])]
    scaled = [{one: number / lead for one, number in part.items()} for part in (above, below)]
    if scaled[0] == scaled[1]:
        return Ratio.number(1)
    return Ratio(*scaled)


def _shared(above: Polynomial, below: Polynomial) -> Monomial:
    """Powers of atoms that divide every term of both."""
    powers: dict[Atom, int] | None = None
    for monomial in (*above, *below):
        here = dict(monomial)
        powers = here if powers is None else {a: min(p, here[a]) for a, p in powers.items() if a in here}
        if not powers:
            return ()
    return tuple(sorted((powers or {}).items()))


def reduced(polynomial: Polynomial) -> Ratio:
    """The polynomial with the relations of its atoms used: no root to its own degree, no square of a sine or a size."""
    if not any(_reducible(atom, power) for monomial in polynomial for atom, power in monomial):
        return Ratio(polynomial, {(): Fraction(1)})
    total = Ratio.number(0)
    for monomial, number in polynomial.items():
        term = Ratio({(): number}, {(): Fraction(1)})
        for atom, power in monomial:
            whole, rest = divmod(power, _degree(atom)) if _reducible(atom, power) else (0, power)
            if whole:
                term *= _relation(atom).power(whole)
            if rest:
                term = Ratio(_product(term.above, {((atom, rest),): Fraction(1)}), term.below)
        total = Ratio(
            _sum(_product(total.above, term.below), _product(term.above, total.below)),
            _product(total.below, term.below),
        )
    return total


def _degree(atom: Atom) -> int:
    return atom.degree if atom.kind == "root" else 2


def _reducible(atom: Atom, power: int) -> bool:
    return atom.kind in {"root", "sin", "abs"} and power >= _degree(atom)


def _relation(atom: Atom) -> Ratio:
    """What the atom's power is: u for a root of u, 1 − cos² u for sin² u, u² for |u|²."""
    if atom.argument is None:
        raise Refused("an atom without its argument")
    if atom.kind == "root":
        return atom.argument
    if atom.kind == "abs":
        return atom.argument.power(2)
    return Ratio.number(1) - Ratio.atom(function_atom("cos", atom.argument)).power(2)


# ── one variable ──────────────────────────────────────────────────────────────────────────────────────────────────────

Coefficients = list[Fraction]
"""A polynomial in one variable, the constant first, without zeros at the end."""


def univariate(ratio: Ratio) -> tuple[Atom | None, Coefficients]:
    """The only variable of a polynomial, and its coefficients; raises Refused if it is none."""
    if set(ratio.below) != {()}:
        raise Refused("a polynomial is expected, found a quotient")
    atoms = {atom for monomial in ratio.above for atom, _ in monomial}
    if len(atoms) > 1 or any(atom.kind != "variable" for atom in atoms):
        raise Refused("a polynomial in one variable is expected")
    found: dict[int, Fraction] = {}
    for monomial, number in ratio.above.items():
        found[monomial[0][1] if monomial else 0] = number / ratio.below[()]
    numbers = [found.get(power, Fraction(0)) for power in range(max(found, default=-1) + 1)]
    return next(iter(atoms), None), trimmed(numbers)


def trimmed(numbers: Iterable[Fraction]) -> Coefficients:
    """Without zeros at the end."""
    kept = list(numbers)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def value_at(polynomial: Coefficients, place: Fraction) -> Fraction:
    """Horner's scheme."""
    total = Fraction(0)
    for number in reversed(polynomial):
        total = total * place + number
    return total


def divided(polynomial: Coefficients, divisor: Coefficients) -> tuple[Coefficients, Coefficients]:
    """Quotient and remainder."""
    rest, quotient = list(polynomial), [Fraction(0)] * max(0, len(polynomial) - len(divisor) + 1)
    while len(rest) >= len(divisor):
        factor, shift = rest[-1] / divisor[-1], len(rest) - len(divisor)
        quotient[shift] = factor
        rest = trimmed(one - (factor * divisor[at - shift] if at >= shift else 0) for at, one in enumerate(rest))
    return trimmed(quotient), rest


def slope(polynomial: Coefficients) -> Coefficients:
    """The derivative."""
    return trimmed(power * number for power, number in enumerate(polynomial) if power)


def square_free(polynomial: Coefficients) -> Coefficients:
    """The polynomial with each root once."""
    return divided(polynomial, greatest_common_divisor(polynomial, slope(polynomial)))[0]


def odd_part(polynomial: Coefficients) -> Coefficients:
    """The product of the factors of odd multiplicity, with the same sign everywhere else (Yun 1976)."""
    total = [Fraction(1)] if len(polynomial) > 1 else polynomial
    common = greatest_common_divisor(polynomial, slope(polynomial))
    rest, turn = divided(polynomial, common)[0], 1
    while len(rest) > 1:
        shared = greatest_common_divisor(rest, common)
        if turn % 2:
            total = multiplied(total, divided(rest, shared)[0])
        rest, common, turn = shared, divided(common, shared)[0], turn + 1
    return total


def greatest_common_divisor(one: Coefficients, other: Coefficients) -> Coefficients:
    """Euclid's algorithm; the result is monic."""
    while other:
        one, other = other, divided(one, other)[1]
    return [number / one[-1] for number in one]


def multiplied(one: Coefficients, other: Coefficients) -> Coefficients:
    """The product."""
    total = [Fraction(0)] * (len(one) + len(other) - 1)
    for at, a in enumerate(one):
        for shift, b in enumerate(other):
            total[at + shift] += a * b
    return trimmed(total)


def roots_between(polynomial: Coefficients, low: Fraction | None, high: Fraction | None) -> int:
    """How many different real roots lie in (low, high]; None is unbounded (Sturm 1829)."""
    first = square_free(polynomial)
    chain = [first, slope(first)]
    while chain[-1]:
        chain.append([-number for number in divided(chain[-2], chain[-1])[1]])
    chain = [one for one in chain if one]
    return _changes(chain, low, below=True) - _changes(chain, high, below=False)


def _changes(chain: list[Coefficients], place: Fraction | None, *, below: bool) -> int:
    if place is None:
        signs = [one[-1] * (-1 if below and len(one) % 2 == 0 else 1) for one in chain]
    else:
        signs = [value_at(one, place) for one in chain]
    kept = [sign > 0 for sign in signs if sign]
    return sum(one != other for one, other in pairwise(kept))
