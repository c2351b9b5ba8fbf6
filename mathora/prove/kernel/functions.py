"""The functions that the kernel knows, each by its defining relations.

Owns: `Conditions`, `applied` (a standard function of ratios), `powered`, `rooted`, and `derivative`.

Laws:
- A function adds the condition under which it has a value. A rule that needs a sign (|u| = u) is not used.
- Real numbers only.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import isqrt

from mathora.prove.kernel.algebra import Atom, Ratio, function_atom
from mathora.prove.kernel.certificate import Refused

LARGEST_ROOTED = 10**6


class Conditions:
    """Where what was read so far has a value: (sign, ratio), in the order of reading.

    `positive` and `natural` are the variables that are declared so: a rule that needs it asks them, since a condition
    may only say where there is a value.
    """

    def __init__(self, positive: frozenset[str] = frozenset(), natural: frozenset[str] = frozenset()) -> None:
        self.positive, self.natural = positive, natural
        self.found: list[tuple[str, Ratio]] = []
        self.declared: list[tuple[str, Ratio]] = []

    def confine(self, sign: str, ratio: Ratio) -> None:
        """Notes what a function's declared domain asks of its arguments; raises Refused if a constant is outside."""
        constant = ratio.constant
        if constant is None:
            self.declared.append((sign, ratio))
        elif not _true(constant, sign):
            raise Refused("a function is asked for outside of its declared domain")

    def require(self, sign: str, ratio: Ratio) -> None:
        """Notes `ratio ≠ 0`, `> 0` or `≥ 0`; raises Refused if it is false for a constant."""
        constant = ratio.constant
        if constant is None:
            self.found.append((sign, ratio))
        elif not _true(constant, sign):
            raise Refused(f"a part has no value: {constant} {sign} 0 is false")

    def texts(self) -> tuple[str, ...]:
        """The conditions as texts, each once."""
        return tuple(dict.fromkeys(f"{ratio.text} {sign} 0" for sign, ratio in self.found))


def _true(constant: Fraction, sign: str) -> bool:
    return {"≠": constant != 0, ">": constant > 0, "≥": constant >= 0}[sign]


def quotient(above: Ratio, below: Ratio, conditions: Conditions) -> Ratio:
    """`above / below`, where below is not zero."""
    conditions.require("≠", below)
    return above.over(below)


def powered(base: Ratio, exponent: Ratio, conditions: Conditions) -> Ratio:
    """A power: whole, with a rational number, or with a positive base."""
    number = exponent.constant
    if number is not None and number.denominator == 1:
        if number < 0:
            conditions.require("≠", base)
        return base.power(int(number))
    if number is not None:
        conditions.require("≥" if number > 0 else ">", base)
        return _root_atom(base, number.denominator).power(number.numerator)
    if _is(base, "constant", "e"):
        return exponential(exponent)
    if _is_positive(base, conditions.positive):
        return exponential(exponent * logarithm(base, Conditions()))
    return _counted(base, exponent, conditions)


def _counted(base: Ratio, exponent: Ratio, conditions: Conditions) -> Ratio:
    """A power with natural letters above: b^{2n + 1} = (b^n)² b, for any b (0⁰ = 1)."""
    total = Ratio.number(1)
    for monomial, number in exponent.above.items():
        if set(exponent.below) != {()} or number.denominator != 1 or number < 0:
            raise Refused("a power with letters above, of what is not known to be positive")
        if not monomial:
            total *= base.power(int(number))
            continue
        atom, power = monomial[0]
        if len(monomial) != 1 or power != 1 or atom.name.partition("#")[0] not in conditions.natural:
            raise Refused("a power with letters above, of what is not known to be positive")
        inside = base * base + Ratio.atom(atom).power(2)  # names all that the power depends on
        total *= Ratio.atom(Atom("power", f"({base.text})^{atom.name!r}", inside)).power(int(number))
    return total


def _is_positive(ratio: Ratio, known: frozenset[str]) -> bool:
    """Whether it is a product of positive things."""
    terms = [*ratio.above.items(), *ratio.below.items()]
    if len(ratio.above) != 1 or len(ratio.below) != 1 or any(number <= 0 for _, number in terms):
        return False
    atoms = [atom for monomial, _ in terms for atom, _ in monomial]
    return all(atom.kind in {"constant", "exp"} or (atom.kind == "variable" and atom.name in known) for atom in atoms)


def rooted(radicand: Ratio, degree: int, conditions: Conditions) -> Ratio:
    """The real root: an even one of what is not negative, an odd one with its sign."""
    if degree % 2 == 0:
        conditions.require("≥", radicand)
    return _root_atom(radicand, degree)


def _root_atom(radicand: Ratio, degree: int) -> Ratio:
    constant = radicand.constant
    if constant is not None:
        return _root_of_number(constant, degree)
    return Ratio.atom(function_atom("root", radicand, degree))


def _root_of_number(number: Fraction, degree: int) -> Ratio:
    """An exact root; of a square root the largest square is taken out (√8 = 2√2)."""
    if degree == 2 and abs(number) < LARGEST_ROOTED and number.denominator < LARGEST_ROOTED:  # noqa: PLR2004 - √
        whole, outside = number.numerator * number.denominator, 1
        for factor in range(2, isqrt(abs(whole)) + 1):
            if factor > 1000:  # noqa: PLR2004 - larger squares stay inside
                break
            while whole % (factor * factor) == 0:
                whole, outside = whole // (factor * factor), outside * factor
        scale = Ratio.number(Fraction(outside, number.denominator))
        return scale if whole == 1 else scale * Ratio.atom(function_atom("root", Ratio.number(whole), 2))
    return Ratio.atom(function_atom("root", Ratio.number(number), degree))


def exponential(exponent: Ratio) -> Ratio:
    """e^u, taken apart by the terms of u: e^{a + b} = e^a e^b, e^{n a} = (e^a)^n, e^{ln u} = u."""
    if set(exponent.below) != {()}:
        return _exponential_atom(exponent)
    total = Ratio.number(1)
    for monomial, number in exponent.above.items():
        part = Ratio({monomial: Fraction(1)}, {(): Fraction(1)})
        if len(monomial) == 1 and monomial[0][1] == 1 and monomial[0][0].kind == "ln" and number.denominator == 1:
            total *= _argument(monomial[0][0]).power(int(number))
        elif number.denominator == 1:
            total *= _exponential_atom(part).power(int(number))
        else:
            unit = Ratio.number(Fraction(1, number.denominator))
            total *= _exponential_atom(part * unit).power(number.numerator)
    return total


def _exponential_atom(exponent: Ratio) -> Ratio:
    if exponent.constant == 1:
        return Ratio.atom(Atom("constant", "e"))
    return Ratio.atom(function_atom("exp", exponent))


def logarithm(argument: Ratio, conditions: Conditions) -> Ratio:
    """Ln u for u > 0."""
    conditions.require(">", argument)
    if argument.constant == 1:
        return Ratio.number(0)
    if _is(argument, "constant", "e"):
        return Ratio.number(1)
    atom = _only_atom(argument)
    if atom is not None and atom.kind == "exp":
        return _argument(atom)
    return Ratio.atom(function_atom("ln", argument))


def _circular(argument: Ratio) -> tuple[Ratio, Ratio]:
    """(sin u, cos u), taken apart by the terms of u with whole factors (addition theorems)."""
    if set(argument.below) != {()}:
        return _pair(argument)
    sine, cosine = Ratio.number(0), Ratio.number(1)
    for monomial, number in argument.above.items():
        unit = Ratio({monomial: Fraction(1, number.denominator)}, {(): Fraction(1)})
        if abs(number.numerator) > 12:  # noqa: PLR2004 - what is longer is not needed
            raise Refused("a multiple of an angle that is too high")
        s, c = _pair(unit)
        for _ in range(abs(number.numerator)):
            step = s if number > 0 else -s
            sine, cosine = sine * c + cosine * step, cosine * c - sine * step
    return sine, cosine


def _pair(argument: Ratio) -> tuple[Ratio, Ratio]:
    if _is(argument, "constant", "π"):
        return Ratio.number(0), Ratio.number(-1)
    half = argument * Ratio.number(2)
    if _is(half, "constant", "π"):
        return Ratio.number(1), Ratio.number(0)
    return Ratio.atom(function_atom("sin", argument)), Ratio.atom(function_atom("cos", argument))


def _is(ratio: Ratio, kind: str, name: str) -> bool:
    atom = _only_atom(ratio)
    return atom is not None and (atom.kind, atom.name) == (kind, name)


def _only_atom(ratio: Ratio) -> Atom | None:
    """The atom, if the ratio is nothing else."""
    if set(ratio.below) != {()} or len(ratio.above) != 1:
        return None
    ((monomial, number),) = ratio.above.items()
    return monomial[0][0] if number == 1 and len(monomial) == 1 and monomial[0][1] == 1 else None


def _argument(atom: Atom) -> Ratio:
    if atom.argument is None:
        raise Refused("an atom without its argument")
    return atom.argument


def absolute(argument: Ratio) -> Ratio:
    """|u|; of a number its size."""
    constant = argument.constant
    if constant is not None:
        return Ratio.number(abs(constant))
    text, opposite = argument.text, (-argument).text
    return Ratio.atom(function_atom("abs", argument if text <= opposite else -argument))


def _tangent(u: Ratio, c: Conditions) -> Ratio:
    return quotient(*_circular(u), c)


_FUNCTIONS: dict[str, Callable[[Ratio, Conditions], Ratio]] = {
    "sin": lambda u, _: _circular(u)[0],
    "cos": lambda u, _: _circular(u)[1],
    "tan": _tangent,
    "exp": lambda u, _: exponential(u),
    "ln": logarithm,
}


def integrated(ratio: Ratio, variable: Atom) -> Ratio:
    """An antiderivative of a polynomial in the variable, whose other parts do not depend on it."""
    if any(variable in Ratio.atom(atom).atoms for monomial in ratio.below for atom, _ in monomial):
        raise Refused("an integral of what is no polynomial")
    total = Ratio.number(0)
    for monomial, number in ratio.above.items():
        if any(variable in Ratio.atom(atom).atoms and atom != variable for atom, _ in monomial):
            raise Refused("an integral of what is no polynomial")
        power = dict(monomial).get(variable, 0) + 1
        term = Ratio({monomial: number}, ratio.below) * Ratio.atom(variable)
        total += term * Ratio.number(Fraction(1, power))
    return total


def applied(name: str, argument: Ratio, conditions: Conditions) -> Ratio:
    """A standard function; raises Refused for one that the kernel does not know."""
    function = _FUNCTIONS.get(name)
    if function is None:
        raise Refused(f"the kernel knows no function {name}")
    return function(argument, conditions)


# ── derivatives and substitution ──────────────────────────────────────────────────────────────────────────────────────


def derivative(ratio: Ratio, variable: Atom, conditions: Conditions) -> Ratio:
    """The partial derivative by a variable; where a root or a size is not smooth, the condition is noted."""
    above, below = (Ratio(part, {(): Fraction(1)}) for part in (ratio.above, ratio.below))
    up, down = (_slope(part, variable, conditions) for part in (above, below))
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
        total += Ratio(partial, {(): Fraction(1)}) * inner
    return total


def _atom_slope(atom: Atom, variable: Atom, conditions: Conditions) -> Ratio:  # noqa: PLR0911 - a row per kind
    if atom.argument is None:
        return Ratio.number(int(atom == variable))
    if variable not in atom.argument.atoms:
        return Ratio.number(0)
    u, itself = atom.argument, Ratio.atom(atom)
    inner = derivative(u, variable, conditions)
    match atom.kind:
        case "sin":
            return Ratio.atom(function_atom("cos", u)) * inner
        case "cos":
            return -Ratio.atom(function_atom("sin", u)) * inner
        case "exp":
            return itself * inner
        case "ln":
            return inner.over(u)
        case "root":
            conditions.require(">" if atom.degree % 2 == 0 else "≠", u)
            return (itself * inner).over(Ratio.number(atom.degree) * u)
        case "abs":
            conditions.require("≠", u)
            return (itself * inner).over(u)
        case _:
            raise Refused(f"the kernel does not differentiate {atom.kind}")


def substituted(ratio: Ratio, change: dict[Atom, Ratio], conditions: Conditions) -> Ratio:
    """Variables replaced, all at once; functions are built anew of their changed arguments."""
    if not ratio.atoms & change.keys():
        return ratio
    above, below = (_put(part, change, conditions) for part in (ratio.above, ratio.below))
    return quotient(above, below, conditions)


def _put(polynomial: dict[tuple[tuple[Atom, int], ...], Fraction], change: dict[Atom, Ratio], c: Conditions) -> Ratio:
    total = Ratio.number(0)
    for monomial, number in polynomial.items():
        term = Ratio.number(number)
        for atom, power in monomial:
            term *= _renewed(atom, change, c).power(power)
        total += term
    return total


def _renewed(atom: Atom, change: dict[Atom, Ratio], conditions: Conditions) -> Ratio:
    if atom in change:
        return change[atom]
    if atom.argument is None or not atom.argument.atoms & change.keys():
        return Ratio.atom(atom)
    argument = substituted(atom.argument, change, conditions)
    match atom.kind:
        case "root":
            return rooted(argument, atom.degree, conditions)
        case "abs":
            return absolute(argument)
        case kind:
            return applied(kind, argument, conditions)
