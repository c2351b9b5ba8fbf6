r"""How the ratio of two sides grows, measured on its way: of sums without an end, and of functions that recur.

Owns: `in_closed_form`; `measured`: what speaks against `\sum_{k=1}^n \frac1k = O(1)`, and against `T(n) = O(n)` where
it is given that `T(n) = 2T(n/2) + n`; `swings`: what speaks against `\sin n = o(1)`; `far_off`: where a limit is seen
at last, as that of `n^{\ln n}` over `n^{100}` is.

Laws:
- Measured is the way to 2^{40}, or to 2^{256} where a function recurs by parts; a ratio that grows there by no less
  with each doubling is not bounded. Where values at the start matter, two of them have to say the same.
- A ratio without a limit is looked at for all whole numbers to 10^5: how large and how small it is among those of each
  number of digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import sympy
from sympy import S

from mathora.formula.meaning.types import NO_ANSWER, Expr

_BY_PARTS: Final = (16, 32, 64, 128, 256)  # steps to a part: n is 2 to this power
_BY_STEPS: Final = (16, 32, 64, 128, 256)
_CLOSED: Final = tuple(2**j for j in range(8, 44, 4))
_SUMMED: Final = (32, 64, 128, 256, 512)
_STARTS: Final = (S.One, sympy.Integer(7))
_LARGEST: Final = sympy.Float("1e300")
_NO_LESS: Final = 0.97
_LAST: Final = 3
_DIGITS: Final = (2, 3, 4)  # each window goes from ten to this power to ten times as far
_RISEN, _STAYED, _GONE, _NEVER = 2.0, 0.95, 0.02, 1e-4
"""A ratio's size, window by window: by how much it grows at least, and keeps, where it goes away, and goes to no limit;
and its smallest values, as shares of the largest, in each window and of all."""
_FAR: Final = (128, 512, 2048, 8192)  # digits of the places at which a limit that is seen late is looked for


def _ways(ratio: Expr, letter: Expr, givens: Sequence[Expr]) -> list[list[float]]:
    """The ratio at larger and larger places, for each start; none where it cannot be measured."""
    try:
        unknown = [one for one in ratio.atoms(sympy.Function) if hasattr(type(one), "unknown")]
        if len(unknown) == 1 and unknown[0].args == (letter,):
            return [_recurring(ratio, unknown[0], letter, givens, start) for start in _STARTS]
        if unknown or not ratio.has(sympy.Sum):
            return []
        closed = in_closed_form(ratio)
        for places in (_SUMMED,) if closed.has(sympy.Sum) else (_CLOSED, _SUMMED):
            found = [sympy.Float(one, 30) if places is _CLOSED else sympy.Integer(one) for one in places]
            values = [_summed(closed.subs(letter, one)).evalf(30) for one in found]
            if all(one.is_number and abs(one) < _LARGEST for one in values):
                return [list(map(float, values))]
    except (*NO_ANSWER, OverflowError, LookupError):
        return []
    return []


def in_closed_form(ratio: Expr) -> Expr:
    """The ratio with what SymPy knows for its sums."""
    return ratio.replace(lambda one: isinstance(one, sympy.Sum), lambda one: one.doit())


def measured(ratio: Expr, letter: Expr, givens: Sequence[Expr]) -> Expr | None:
    """Where the ratio is measured to go: without an end, or to 0; None where it is not seen to."""
    found = _ways(ratio, letter, givens)
    if found and all(map(_grows, found)):
        return S.Infinity
    return S.Zero if found and all(min(way) > 0 and _grows([1 / one for one in way]) for way in found) else None


def _grows(way: Sequence[float]) -> bool:
    steps = [other - one for one, other in pairwise(way)][-_LAST:]
    return all(one > 0 for one in steps) and all(other >= _NO_LESS * one for one, other in pairwise(steps))


def _summed(value: Expr) -> Expr:
    """A value with its sums added up."""

    def total(one: Expr) -> Expr:
        (index, low, high), *more = one.limits
        if more or not (low.is_Integer and high.is_Integer):
            raise LookupError
        return sympy.Add(*(one.function.subs(index, at).evalf(30) for at in range(int(low), int(high) + 1)))

    return value.replace(lambda one: isinstance(one, sympy.Sum), total)


def _recurring(ratio: Expr, own: Expr, letter: Expr, givens: Sequence[Expr], start: Expr) -> list[float]:
    """The ratio where a function recurs, from a value at its start; `LookupError` where nothing says how."""
    law, others = next(_laws(own, letter, givens))
    shrunk = [one.args[0].subs(letter, 2**40) / 2**40 for one in others]
    if all((letter - one.args[0]).is_positive and (letter - one.args[0]).is_Integer for one in others):
        places = _BY_STEPS
    elif len({*shrunk}) == 1 and 0 < shrunk[0] < 1 and (S.One / shrunk[0]).is_Integer:
        base = int(1 / shrunk[0])
        places = tuple(base ** (2 * one // base.bit_length()) for one in _BY_PARTS)
    else:
        raise LookupError
    values: dict[Expr, Expr] = {}

    def at(place: Expr) -> Expr:
        return start if place < 2 else values[place]  # noqa: PLR2004 - it begins at 1

    for place in _up_to(places[-1], others[0], letter):
        put = {one: at(one.args[0].subs(letter, place)) for one in others}
        values[place] = law.subs(put).subs(letter, place).evalf(30)
    return [float(ratio.subs(own, values[sympy.Integer(one)]).subs(letter, one).evalf(30)) for one in places]


def _up_to(last: int, other: Expr, letter: Expr) -> list[Expr]:
    """The places at which a function is worked out, the first first."""
    if (letter - other.args[0]).is_Integer:
        return [sympy.Integer(one) for one in range(2, last + 1)]
    found, place = [], sympy.Integer(last)
    while place >= 2:  # noqa: PLR2004 - it begins at 1
        found.append(place)
        place = other.args[0].subs(letter, place)
    return found[::-1]


def _laws(own: Expr, letter: Expr, givens: Sequence[Expr]) -> Iterator[tuple[Expr, list[Expr]]]:
    """What a function is said to be by others of its values."""
    for given in givens:
        parts = [one for one in given.atoms(type(own)) if one != own]
        if given.has(own) and parts and given.free_symbols == {letter} and all(one.has(letter) for one in parts):
            yield from ((one, parts) for one in sympy.solve(given, own)[:1])
    raise LookupError


def swings(ratio: Expr, letter: Expr) -> frozenset[str]:
    r"""Which orders contradict a ratio that has no limit as a whole number grows: `O`, `o`, `\Theta`, `\Omega`."""
    sizes = _sizes(ratio, letter)
    if not sizes:
        return frozenset()
    most, least = ([float(of(one)) for one in sizes] for of in (np.max, np.min))
    barred = set[str]()
    if all(other >= _RISEN * one for one, other in pairwise(most)):
        barred |= {"O", "o", r"\Theta"}
    if all(0 < _STAYED * one <= other for one, other in pairwise(most)):
        barred.add("o")
    if min(least) <= _NEVER * max(most) and max(least) <= _GONE * min(most):
        barred |= {r"\Theta", r"\Omega"}
    return frozenset(barred)


def _sizes(ratio: Expr, letter: Expr) -> list[np.ndarray]:
    """How large a ratio is at the whole numbers of each window; nothing where that is not known."""
    if ratio.free_symbols != {letter} or ratio.atoms(sympy.Sum, sympy.Product, sympy.Integral):
        return []
    try:
        value = sympy.lambdify(letter, ratio, "numpy")
        with np.errstate(all="ignore"):
            found = [
                np.abs(np.asarray(value(np.arange(10.0**digits, 10.0 ** (digits + 1))), float)) for digits in _DIGITS
            ]
    except (*NO_ANSWER, OverflowError, NameError):
        return []
    return found if all(one.ndim == 1 and np.isfinite(one).all() for one in found) else []


def far_off(ratio: Expr, letter: Expr) -> Expr | None:
    """Where a ratio of powers goes far beyond any place that is counted to, by its logarithm: to infinity or to 0."""
    size = sympy.expand_log(sympy.log(ratio), force=True)
    powers = [one for one in size.atoms(sympy.Pow, sympy.exp) if one.exp.has(letter)]
    if powers or size.free_symbols != {letter} or size.atoms(sympy.Sum, sympy.Product, sympy.factorial, sympy.gamma):
        return None
    values = [size.subs(letter, sympy.Integer(10) ** digits).evalf(30) for digits in _FAR]
    if not all(one.is_Float for one in values):
        return None
    ways = list(pairwise(values[-_LAST:]))
    if all(2 * abs(one) < other for one, other in ways):
        return S.Infinity
    return S.Zero if all(2 * -abs(one) > other for one, other in ways) else None
