"""The standard functions of the kernel: circular, hyperbolic, their inverses, Γ and ⌊ ⌋.

Owns: `applied` (a standard function of a ratio), `circular`, `rounded` and `gamma`.

Law: a function adds the condition under which it has a value; an angle is taken apart by addition theorems only.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from fractions import Fraction
from math import lcm

from mathora.formula.symbols.functions import SYMBOLS, AtReciprocal, Reciprocal
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import functions
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio, function_atom
from mathora.prove.kernel.exact.factors import cancelled

AS_A_WHOLE = "as a whole"  # among the angles that were met: none is taken apart, as −1 ≤ sin 2x ≤ 1 asks for
MOST_FACTORS = 200  # of the factorial of a number


def circular(argument: Ratio, conditions: functions.Conditions) -> tuple[Ratio, Ratio]:
    """(sin u, cos u), taken apart by the terms of u (addition theorems); halves and thirds are one unit of a term."""
    functions.refuse_imaginary(argument)
    argument = cancelled(argument)
    if AS_A_WHOLE in conditions.known.angles and argument.variables:
        return _pair(argument)
    sine, cosine = Ratio.number(0), Ratio.number(1)
    for monomial, number in argument.above.items():
        part = Ratio({monomial: Fraction(1)}, ONE).over(Ratio(argument.below, ONE))
        turns = part.over(functions.PI)
        if part.only_atom != functions.PI.only_atom and conditions.known.is_whole(turns.scaled(number)):
            unit, times = (Ratio.number(0), functions.counted(Ratio.number(-1), turns.scaled(number), conditions)), 1
        elif part.only_atom == functions.PI.only_atom:
            turn = number % 2
            unit, times = _angle_of_pi(turn.denominator), turn.numerator
        else:
            angles = conditions.known.angles
            whole = angles[part.text] = _common(angles.get(part.text, 1), number.denominator)
            unit, times = _pair(part.scaled(Fraction(1, whole))), int(number * whole)
        if abs(times) > functions.HIGHEST_MULTIPLE:  # sin and cos of the angle as it is
            unit, times = _pair(part.scaled(abs(number))), 1 if number > 0 else -1
        for _ in range(abs(times)):
            step = unit[0] if times > 0 else -unit[0]
            sine, cosine = sine * unit[1] + cosine * step, cosine * unit[1] - sine * step
    return sine, cosine


def _common(one: int, other: int) -> int:
    found = lcm(one, other)
    return found if found <= functions.HIGHEST_MULTIPLE else other


def _pair(argument: Ratio) -> tuple[Ratio, Ratio]:
    atom = argument.only_atom
    u = atom.argument if atom is not None and atom.arguments else Ratio.number(0)
    if atom is not None and atom.kind == "arcsin":
        return u, functions.sized_power(Ratio.number(1) - u * u, Fraction(1, 2))
    if atom is not None and atom.kind == "arctan":
        below = functions.sized_power(Ratio.number(1) + u * u, Fraction(1, 2))
        return u.over(below), Ratio.number(1).over(below)
    return Ratio.atom(function_atom("sin", argument)), Ratio.atom(function_atom("cos", argument))


def _root_of(number: Fraction | int) -> Ratio:
    return functions.sized_power(Ratio.number(number), Fraction(1, 2))


def _nested(whole: int, factor: int, inner: int, below: int) -> Ratio:
    """√(a + b√c) / d."""
    radicand = Ratio.number(whole) + _root_of(inner).scaled(factor)
    return functions.sized_power(radicand, Fraction(1, 2)).scaled(Fraction(1, below))


_ANGLES: dict[int, Callable[[], tuple[Ratio, Ratio]]] = {
    1: lambda: (Ratio.number(0), Ratio.number(-1)),
    2: lambda: (Ratio.number(1), Ratio.number(0)),
    3: lambda: (_root_of(Fraction(3, 4)), Ratio.number(Fraction(1, 2))),
    4: lambda: (_root_of(Fraction(1, 2)), _root_of(Fraction(1, 2))),
    5: lambda: (_nested(10, -2, 5, 4), (Ratio.number(1) + _root_of(5)).scaled(Fraction(1, 4))),
    6: lambda: (Ratio.number(Fraction(1, 2)), _root_of(Fraction(3, 4))),
    8: lambda: (_nested(2, -1, 2, 2), _nested(2, 1, 2, 2)),
    10: lambda: ((_root_of(5) - Ratio.number(1)).scaled(Fraction(1, 4)), _nested(10, 2, 5, 4)),
    12: lambda: (
        (_root_of(6) - _root_of(2)).scaled(Fraction(1, 4)),
        (_root_of(6) + _root_of(2)).scaled(Fraction(1, 4)),
    ),
}
"""(sin π/n, cos π/n) for each n with square roots."""

_RATIONAL = {"arcsin": (2, 6), "arctan": (4,)}
"""The n of which a multiple of π/n has a rational sine or tangent; no other has (Niven's theorem)."""


def _angle_of_pi(part: int) -> tuple[Ratio, Ratio]:
    return _ANGLES[part]() if part in _ANGLES else _pair(functions.PI.scaled(Fraction(1, part)))


def _cotangent(u: Ratio, c: functions.Conditions) -> Ratio:
    sine, cosine = circular(u, c)
    return functions.quotient(cosine, sine, c)


def _arcsine(u: Ratio, c: functions.Conditions) -> Ratio:
    for side in (Ratio.number(1) - u, Ratio.number(1) + u):
        c.require("≥", side)
    return _arc("arcsin", u, c, lambda s, _: s - u)


def _arc(kind: str, u: Ratio, c: functions.Conditions, gap: Callable[[Ratio, Ratio], Ratio]) -> Ratio:
    """An angle between −π/2 and π/2: of a number one of the table where its sine or tangent is the number."""
    functions.refuse_imaginary(u)
    if not u.variables and not any(one.kind == "constant" for one in u.atoms):
        parts = _ANGLES if u.atoms else _RATIONAL[kind]
        for angle in sorted({Fraction(times, part) for part in parts for times in range(-(part // 2), part // 2 + 1)}):
            if (kind == "arcsin" or abs(angle) < Fraction(1, 2)) and gap(
                *circular(functions.PI.scaled(angle), c)
            ).vanishes:
                return functions.PI.scaled(angle)
    text, opposite = u.text, (-u).text
    if not u.above:
        return u
    atom = Ratio.atom(function_atom(kind, u if text <= opposite else -u))
    return atom if text <= opposite else -atom


def _hyperbolic(u: Ratio, c: functions.Conditions) -> tuple[Ratio, Ratio]:
    up = functions.exponential(u, c)
    down = Ratio.number(1).over(up)
    return (up - down).scaled(Fraction(1, 2)), (up + down).scaled(Fraction(1, 2))


def _reciprocal(u: Ratio, c: functions.Conditions) -> Ratio:
    return functions.quotient(Ratio.number(1), u, c)


def _area(u: Ratio, number: int, c: functions.Conditions) -> Ratio:
    """Ln(u + √(u² ± 1))."""
    return functions.logarithm(u + functions.rooted(u * u + Ratio.number(number), 2, c), c)


def _area_tangent(u: Ratio, c: functions.Conditions) -> Ratio:
    one = Ratio.number(1)
    return functions.logarithm(functions.quotient(one + u, one - u, c), c).scaled(Fraction(1, 2))


def rounded(u: Ratio, known: AbstractSet[Atom] = frozenset()) -> Ratio:
    """⌊u⌋, whole numbers taken out, and whole multiples of atoms that are known to be whole."""
    parts = u.above.items() if u.below == ONE else ()
    whole = Ratio({at: Fraction(n // 1) for at, n in parts if n // 1 and _is_whole(at, known)}, ONE)
    rest = u - whole
    return whole if rest.constant is not None else whole + Ratio.atom(function_atom("floor", rest))


def _is_whole(monomial: tuple[tuple[Atom, int], ...], known: AbstractSet[Atom]) -> bool:
    return all(one in known and power > 0 for one, power in monomial)


def gamma(u: Ratio, conditions: functions.Conditions) -> Ratio:
    """Γ(u) for u > 0 (or any fraction): Γ(v + 1) = v Γ(v), Γ(1/2) = √π; v keeps a number in (0, 1] (n! is Γ(n + 1))."""
    if u.constant is None or u.constant.denominator == 1:
        conditions.require(">", u)
    functions.refuse_imaginary(u)
    whole = -(-u.above.get((), Fraction(0)) // 1) - 1 if u.below == ONE else 0
    if abs(whole) > (functions.HIGHEST_MULTIPLE * 2 if u.constant is None else MOST_FACTORS):
        raise Refused("a factorial that is too large")
    base, total = u - Ratio.number(whole), Ratio.number(1)
    for step in range(abs(int(whole))):
        total *= base + Ratio.number(step if whole > 0 else -1 - step)
    total = total if whole > 0 else Ratio.number(1).over(total)
    if base.constant == 1:
        return total
    if base.constant == Fraction(1, 2):
        return total * functions.sized_power(functions.PI, Fraction(1, 2))
    return total * Ratio.atom(function_atom("gamma", base))


def _odd(name: str, argument: Ratio) -> Ratio:
    """f(−u) = −f(u): of u and −u, the one whose text comes first."""
    functions.refuse_imaginary(argument)
    if not argument.above:
        return argument
    turned = (-argument).text < argument.text
    value = Ratio.atom(function_atom(name, -argument if turned else argument))
    return -value if turned else value


_FUNCTIONS: dict[str, Callable[[Ratio, functions.Conditions], Ratio]] = {
    "sin": lambda u, c: circular(u, c)[0],
    "cos": lambda u, c: circular(u, c)[1],
    "tan": lambda u, c: functions.quotient(*circular(u, c), c),
    "cot": _cotangent,
    "arcsin": _arcsine,
    "arccos": lambda u, c: functions.PI.scaled(Fraction(1, 2)) - _arcsine(u, c),
    "arctan": lambda u, c: _arc("arctan", u, c, lambda s, k: s - u * k),
    "sinh": lambda u, c: _hyperbolic(u, c)[0],
    "cosh": lambda u, c: _hyperbolic(u, c)[1],
    "tanh": lambda u, c: functions.quotient(*_hyperbolic(u, c), c),
    "arsinh": lambda u, c: _area(u, 1, c),
    "arcosh": lambda u, c: _area(u, -1, c),
    "artanh": _area_tangent,
    "exp": functions.exponential,
    "ln": functions.logarithm,
    "abs": lambda u, _: functions.absolute(u),
    "floor": lambda u, _: rounded(u),
    "Gamma": gamma,
    "erf": lambda u, _: _odd("erf", u),
}


_BY_CLASS = {row.sympy: name for name, row in reversed(SYMBOLS.items())}


def applied(name: str, argument: Ratio, conditions: functions.Conditions) -> Ratio:
    """A standard function; raises Refused for one that the kernel does not know."""
    if name in _FUNCTIONS:
        return _FUNCTIONS[name](argument, conditions)
    match name in SYMBOLS and SYMBOLS[name].values:
        case Reciprocal(of):
            return _reciprocal(applied(_BY_CLASS[of], argument, conditions), conditions)
        case AtReciprocal(of):
            return applied(_BY_CLASS[of], _reciprocal(argument, conditions), conditions)
        case _:
            raise Refused(f"the kernel knows no function {name}")
