"""Rational functions of atoms with rational coefficients: the kernel's numbers.

Owns: `Atom`, `Ratio` and their arithmetic.

Laws:
- Exact: Python's fractions only. An atom is a variable, a constant (π, i), a unit or a function of ratios; nothing
  is known of it but the relations of `_RELATIONS` (s² = 1 − c² for a sine, |u|² = u², i² = −1, …).
- A root is a power of a size: the atom "root" of u with degree n is |u|^(1/n), which is multiplicative for all real u;
  "odd root" is the real odd root. Of one argument, roots and exponentials are gathered: √u ⁴√u = |u|^(3/4).
- `vanishes` says yes only if the numerator reduces to nothing; "no" means "not seen".
- Sizes are bounded: what grows past `MOST_TERMS` is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import gcd

from mathora.prove.kernel.certificate import Refused

MOST_TERMS = 2000
HIGHEST_POWER = 64
LARGEST_NUMBER = 10**400

Monomial = tuple[tuple["Atom", int], ...]
Polynomial = dict[Monomial, Fraction]
ONE: Polynomial = {(): Fraction(1)}


@dataclass(frozen=True)
class Atom:
    """A quantity that is not taken apart: `kind` is "variable", "constant", "unit" or a function's name."""

    kind: str
    name: str
    arguments: tuple[Ratio, ...] = field(default=(), compare=False)
    degree: int = field(default=1, compare=False)

    def __lt__(self, other: Atom) -> bool:
        return (self.kind, self.name) < (other.kind, other.name)

    @property
    def argument(self) -> Ratio:
        """The first argument; raises Refused if there is none."""
        if not self.arguments:
            raise Refused("an atom without its argument")
        return self.arguments[0]


def function_atom(kind: str, *arguments: Ratio, degree: int = 1) -> Atom:
    """A function of ratios; its name is their text, so that equal texts are one atom."""
    texts = "; ".join(one.text for one in arguments)
    return Atom(kind, f"{degree if degree > 1 else ''}({texts})", arguments, degree)


def key_of(monomial: Monomial) -> list[tuple[str, str, int]]:
    """The atoms of a monomial with their powers, as a key to sort by."""
    return [(one.kind, one.name, power) for one, power in monomial]


def _times(one: Monomial, other: Monomial) -> Monomial:
    if not one or not other:
        return one or other
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


def product_of(one: Polynomial, other: Polynomial) -> Polynomial:
    """The product of two polynomials; raises Refused where it is too large."""
    if ONE in (one, other):
        return other if one == ONE else one
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
    if len(total) > MOST_TERMS or any(max(abs(n.numerator), n.denominator) > LARGEST_NUMBER for n in total.values()):
        raise Refused("the terms are too many")
    return total


def text_of(polynomial: Polynomial) -> str:
    """A text that determines a polynomial."""
    terms = sorted(polynomial.items(), key=lambda term: key_of(term[0]))
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

    def __hash__(self) -> int:
        return hash(self.text)

    @staticmethod
    def number(value: Fraction | int) -> Ratio:
        """A constant."""
        return Ratio({(): Fraction(value)} if value else {}, ONE)

    @staticmethod
    def atom(atom: Atom) -> Ratio:
        """One atom."""
        return Ratio({((atom, 1),): Fraction(1)}, ONE)

    @staticmethod
    def monomial(monomial: Monomial) -> Ratio:
        """A product of powers of atoms."""
        return made({monomial: Fraction(1)}, ONE)

    @staticmethod
    def polynomial(polynomial: Polynomial) -> Ratio:
        """A polynomial, its relations used."""
        return made(polynomial, ONE)

    def __add__(self, other: Ratio) -> Ratio:
        if self.below == other.below:
            return made(_sum(self.above, other.above), self.below)
        crossed = _sum(product_of(self.above, other.below), product_of(other.above, self.below))
        return made(crossed, product_of(self.below, other.below))

    def __neg__(self) -> Ratio:
        return Ratio({monomial: -number for monomial, number in self.above.items()}, self.below)

    def __sub__(self, other: Ratio) -> Ratio:
        return self + -other

    def __mul__(self, other: Ratio) -> Ratio:
        return made(product_of(self.above, other.above), product_of(self.below, other.below))

    def over(self, other: Ratio) -> Ratio:
        """The quotient; the caller has seen to it that the other is not zero. Raises Refused if it visibly is."""
        if not other.above:
            raise Refused("something is divided by zero")
        return made(product_of(self.above, other.below), product_of(self.below, other.above))

    def scaled(self, factor: Fraction | int) -> Ratio:
        """A multiple by a number."""
        return self * Ratio.number(factor)

    def power(self, exponent: int) -> Ratio:
        """A whole power."""
        if abs(exponent) > HIGHEST_POWER and self.constant not in {Fraction(0), Fraction(1), Fraction(-1)}:
            return self._high(exponent)
        base = self if exponent >= 0 else Ratio.number(1).over(self)
        total = Ratio.number(1)
        for _ in range(abs(exponent) if self.constant not in {Fraction(0), Fraction(1), Fraction(-1)} else 0):
            total *= base
        if self.constant is not None and abs(self.constant) <= 1 and self.constant.denominator == 1:
            return Ratio.number(self.constant ** abs(exponent))
        return total

    def _high(self, exponent: int) -> Ratio:
        number = self.constant
        size = 0 if number is None else max(abs(number.numerator), number.denominator).bit_length() * abs(exponent)
        if number is None or not number or size > LARGEST_NUMBER.bit_length():
            raise Refused("a power that is too high")
        return Ratio.number(number**exponent)

    @property
    def constant(self) -> Fraction | None:
        """The value, where no atom is left."""
        if set(self.above) <= {()} and set(self.below) == {()}:
            return self.above.get((), Fraction(0)) / self.below[()]
        return None

    @property
    def only_atom(self) -> Atom | None:
        """The atom, if the ratio is nothing else."""
        if self.below != ONE or len(self.above) != 1:
            return None
        ((monomial, number),) = self.above.items()
        return monomial[0][0] if number == 1 and len(monomial) == 1 and monomial[0][1] == 1 else None

    @property
    def letter_and_number(self) -> tuple[Atom, Fraction] | None:
        """The letter n and the number c of n + c; None for anything else."""
        numbers = ((one, (self - Ratio.atom(one)).constant) for one in self.own_atoms if one.kind == "variable")
        return next(((one, number) for one, number in numbers if number is not None), None)

    def coefficients(self, atom: Atom) -> dict[int, Ratio]:
        """The parts by the powers of an atom; other functions of it stay in them."""
        found: dict[int, Polynomial] = {}
        for monomial, number in self.above.items():
            rest = tuple(one for one in monomial if one[0] != atom)
            found.setdefault(dict(monomial).get(atom, 0), {})[rest] = number
        return {power: Ratio(part, self.below) for power, part in found.items()}

    def coefficient(self, atom: Atom, power: int) -> Ratio:
        """One of these parts."""
        return self.coefficients(atom).get(power, Ratio({}, ONE))

    @cached_property
    def text(self) -> str:
        """A text that determines the ratio."""
        upper = text_of(self.above)
        return upper if self.below == ONE else f"({upper}) / ({text_of(self.below)})"

    @cached_property
    def own_atoms(self) -> frozenset[Atom]:
        """The atoms of both polynomials, without those inside of functions."""
        return frozenset(atom for part in (self.above, self.below) for monomial in part for atom, _ in monomial)

    @cached_property
    def atoms(self) -> frozenset[Atom]:
        """All atoms, those inside of functions included."""
        inner = (one.atoms for atom in self.own_atoms for one in atom.arguments)
        return self.own_atoms.union(*inner)

    @property
    def variables(self) -> tuple[Atom, ...]:
        """All variables, in their order."""
        return tuple(sorted(atom for atom in self.atoms if atom.kind == "variable"))

    @property
    def vanishes(self) -> bool:
        """Whether it is identically zero, as far as the relations of its atoms show."""
        return not self.above or not reduced(self.above).above


def made(above: Polynomial, below: Polynomial) -> Ratio:
    """A quotient in its usual form: relations used, common powers cancelled, the lower polynomial's first number 1."""
    top, bottom = reduced(above), reduced(below)
    if not bottom.above:
        raise Refused("something is divided by zero")
    above, below = product_of(top.above, bottom.below), product_of(top.below, bottom.above)
    if not above:
        return Ratio.number(0)
    shared = _shared(above, below) if below != ONE else ()
    if shared:
        inverse = tuple((atom, -power) for atom, power in shared)
        above, below = ({_times(one, inverse): n for one, n in part.items()} for part in (above, below))
    lead = below[min(below, key=key_of)]
    if lead != 1:
        above, below = ({one: number / lead for one, number in part.items()} for part in (above, below))
    return Ratio.number(1) if above == below else Ratio(above, below)


def _shared(above: Polynomial, below: Polynomial) -> Monomial:
    """Powers of atoms that divide every term of both."""
    powers: dict[Atom, int] | None = None
    for monomial in (*above, *below):
        here = dict(monomial)
        powers = here if powers is None else {a: min(p, here[a]) for a, p in powers.items() if a in here}
        if not powers:
            return ()
    return tuple(sorted((powers or {}).items()))


# ── the relations of atoms ────────────────────────────────────────────────────────────────────────────────────────────

_GATHERED = frozenset({"exp", "root", "odd root"})


def reduced(polynomial: Polynomial) -> Ratio:
    """The polynomial with the relations of its atoms used."""
    if not any(_reducible(monomial) for monomial in polynomial):
        return Ratio(polynomial, ONE)
    total = Ratio({}, ONE)
    for monomial, number in polynomial.items():
        term = _rewritten(monomial) if _reducible(monomial) else Ratio({monomial: Fraction(1)}, ONE)
        crossed = _sum(product_of(total.above, term.below), product_of(term.above, total.below), number)
        total = Ratio(crossed, product_of(total.below, term.below))
    return total if not any(_reducible(monomial) for monomial in total.above) else reduced_quotient(total)


def reduced_quotient(ratio: Ratio) -> Ratio:
    """The same once more, of a quotient."""
    again = reduced(ratio.above)
    return Ratio(again.above, product_of(again.below, ratio.below))


def _reducible(monomial: Monomial) -> bool:
    seen: set[tuple[str, str]] = set()
    for atom, power in monomial:
        if atom.kind in _RELATIONS and power > 1 and (atom.kind != "power" or atom.argument.constant == -1):
            return True
        if atom.kind == "constant" and atom.name == "i" and power > 1:
            return True
        if atom.kind in _GATHERED:
            key = (atom.kind, atom.argument.text)
            whole = atom.kind != "exp" and power >= atom.degree
            if whole or key in seen or (atom.degree > 1 and gcd(power, atom.degree) > 1):
                return True
            seen.add(key)
    return False


def _rewritten(monomial: Monomial) -> Ratio:
    """The product of atoms with their relations used once."""
    total, gathered = Ratio(ONE, ONE), dict[tuple[str, str], tuple[Ratio, Fraction]]()
    for atom, power in monomial:
        if atom.kind in _GATHERED:
            key = (atom.kind, atom.argument.text)
            before = gathered.get(key, (atom.argument, Fraction(0)))[1]
            gathered[key] = (atom.argument, before + Fraction(power, atom.degree))
        elif power > 1 and (atom.kind in _RELATIONS or (atom.kind, atom.name) == ("constant", "i")):
            square = Ratio.number(-1) if atom.kind == "constant" else _RELATIONS[atom.kind](atom)
            for _ in range(power // 2):
                total = raw_product(total, square)
            if power % 2:
                total = raw_product(total, Ratio.atom(atom))
        else:
            total = raw_product(total, Ratio({((atom, power),): Fraction(1)}, ONE))
    for (kind, _), (argument, exponent) in gathered.items():
        for part in fractional(kind, argument, exponent):
            total = raw_product(total, part)
    return total


def raw_product(one: Ratio, other: Ratio) -> Ratio:
    """A product without the usual form."""
    return Ratio(product_of(one.above, other.above), product_of(one.below, other.below))


def fractional(kind: str, argument: Ratio, exponent: Fraction) -> list[Ratio]:
    """A gathered power: e^(m q), |u|^q or the odd root's, its whole part taken out."""
    if kind == "exp":
        atom = function_atom("exp", argument, degree=exponent.denominator)
        return [Ratio({((atom, exponent.numerator),): Fraction(1)}, ONE)]
    whole, rest = divmod(exponent, 1)
    base = argument if kind == "odd root" else size_of_factor(argument)
    parts = [base] * int(whole)
    if rest:
        atom = function_atom(kind, argument, degree=rest.denominator)
        parts.append(Ratio({((atom, rest.numerator),): Fraction(1)}, ONE))
    return parts


def size_of_factor(argument: Ratio) -> Ratio:
    """|u| of a factor: a number's size, what is positive by its kind itself, else an atom."""
    constant, atom = argument.constant, argument.only_atom
    if constant is not None:
        return Ratio.number(abs(constant))
    if atom is not None and (atom.kind in POSITIVE or atom in POSITIVE_CONSTANTS):
        return argument
    return Ratio.atom(function_atom("abs", argument))


POSITIVE = frozenset({"exp", "root", "abs", "unit"})  # kinds of atoms that are never negative
POSITIVE_CONSTANTS = frozenset({Atom("constant", "π")})

_RELATIONS: dict[str, Callable[[Atom], Ratio]] = {
    "sin": lambda atom: Ratio({(): Fraction(1), ((function_atom("cos", *atom.arguments), 2),): Fraction(-1)}, ONE),
    "abs": lambda atom: raw_product(atom.argument, atom.argument),
    "power": lambda _: Ratio.number(1),
}
"""The square of an atom: 1 − cos² u, u², and 1 for (−1)^n."""
