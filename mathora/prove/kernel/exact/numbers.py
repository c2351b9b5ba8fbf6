"""Balls of the kernel's numbers, by FLINT's arb: each contains the value.

Owns: `ball`, the value of a ratio at a point, and `sign_of`, that of a constant.

Laws:
- What has no value at the point, or perhaps none, has no ball (None).
- Arb's midpoint-radius arithmetic (F. Johansson, IEEE Trans. Comput. 66, 2017). FLINT is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from mathora.prove.kernel.exact.algebra import Atom, Polynomial, Ratio

PRECISIONS = (64, 256, 1024)
ArbBall = Any  # FLINT's `arb`


def exact(number: Fraction) -> ArbBall:
    """A rational number at the present precision."""
    from flint import arb, fmpq  # noqa: PLC0415

    return arb(fmpq(number.numerator, number.denominator))


def ball(ratio: Ratio, point: Mapping[Atom, ArbBall]) -> ArbBall | None:
    """The value at a point, at the present precision."""
    above, below = (_sum_of(part, point) for part in (ratio.above, ratio.below))
    if above is None or below is None or below.contains(0):
        return None
    return above / below


def _sum_of(polynomial: Polynomial, point: Mapping[Atom, ArbBall]) -> ArbBall | None:
    total = exact(Fraction(0))
    for monomial, number in polynomial.items():
        term = exact(number)
        for atom, power in monomial:
            value = _atom(atom, point)
            if value is None:
                return None
            term *= value**power
        total += term
    return total


def _atom(atom: Atom, point: Mapping[Atom, ArbBall]) -> ArbBall | None:  # noqa: C901, PLR0911, PLR0912 - a row each
    from flint import arb  # noqa: PLC0415

    if atom in point:
        return point[atom]
    if atom.kind == "constant":
        return arb.pi() if atom.name == "π" else None
    if atom.kind == "integral":
        return _quadrature(*atom.arguments)
    inner: Any = ball(atom.argument, point) if len(atom.arguments) == 1 else None
    if inner is None:
        return None
    match atom.kind:
        case "root":
            return abs(inner).root(atom.degree)
        case "odd root":
            return None if inner.contains(0) else abs(inner).root(atom.degree) * (1 if inner > 0 else -1)
        case "ln":
            return None if inner.contains(0) else abs(inner).log()
        case "exp":
            return (inner / atom.degree).exp()
        case "abs":
            return abs(inner)
        case "arcsin":
            return inner.asin() if -1 <= inner <= 1 else None
        case "gamma":
            return inner.gamma() if inner > 0 else None
        case "floor":
            low = inner.floor()
            return low if low.is_exact() else None
        case "sin" | "cos":
            return getattr(inner, atom.kind)()
        case "arctan":
            return inner.atan()
        case "erf":
            return inner.erf()
        case _:
            return None


def sign_of(ratio: Ratio) -> int | None:
    """1 or −1 for a constant that surely is positive or negative; None where balls cannot tell."""
    from flint import ctx  # noqa: PLC0415

    for precision in PRECISIONS:
        with ctx.workprec(precision):
            value = ball(ratio, {})
            if value is None:
                return None
            if value > 0:
                return 1
            if value < 0:
                return -1
    return None


MOST_VALUES = 4000  # of an integrand: a corner within the range would ask for values without end


def _quadrature(low: Ratio, high: Ratio, body: Ratio) -> ArbBall | None:
    """Verified quadrature of a function made of entire ones, of quotients, and of roots and logarithms of what has one
    sign on the range (which watch their cuts).
    """
    from flint import acb  # noqa: PLC0415

    ends = [ball(end, {}) for end in (low, high)]
    if None in ends:
        return None
    signs = _signs_between(body, *ends)
    if signs is None:
        return None
    body_at = lambda z, analytic: _complex(body, z, signs, analytic)  # noqa: E731
    value = acb.integral(body_at, *map(acb, ends), eval_limit=MOST_VALUES)
    return value.real if value.is_finite() else None


CUT = frozenset({"root", "ln"})  # what is |u|^(1/n) or ln |u|, and so has a cut where u is zero
INNER = (Fraction(1, 2), Fraction(1, 3), Fraction(5, 7))


def _signs_between(body: Ratio, low: ArbBall, high: ArbBall) -> dict[Atom, int] | None:
    """The signs of the arguments of roots and logarithms at a place between the ends."""
    cut = [one for one in body.atoms if one.kind in CUT and any(inner.kind == "bound" for inner in one.argument.atoms)]
    (bound,) = [one for one in body.atoms if one.kind == "bound"] or [Atom("bound", "x")]
    for part in INNER:
        place = {bound: low + (high - low) * exact(part)}
        values = {one: ball(one.argument, place) for one in cut}
        if all(value is not None and not value.contains(0) for value in values.values()):
            return {one: 1 if value > 0 else -1 for one, value in values.items()}  # type: ignore[operator] # no None
    return None


def _complex(ratio: Ratio, z: Any, signs: Mapping[Atom, int], analytic: bool) -> Any:  # noqa: ANN401, FBT001 - FLINT is untyped
    from flint import acb  # noqa: PLC0415

    parts = []
    for polynomial in (ratio.above, ratio.below):
        total = acb(0)
        for monomial, number in polynomial.items():
            term = acb(exact(number))
            for atom, power in monomial:
                term *= _complex_atom(atom, z, signs, analytic) ** power
            total += term
        parts.append(total)
    return parts[0] / parts[1]


def _complex_atom(atom: Atom, z: Any, signs: Mapping[Atom, int], analytic: bool) -> Any:  # noqa: ANN401, FBT001, PLR0911 - FLINT is untyped
    from flint import acb  # noqa: PLC0415

    if atom.kind == "bound":
        return z
    if not any(one.kind == "bound" for one in Ratio.atom(atom).atoms):
        value = ball(Ratio.atom(atom), {})
        return acb("nan") if value is None else acb(value)
    inner = _complex(atom.argument, z, signs, analytic)
    match atom.kind:
        case "exp":
            return (inner / atom.degree).exp()
        case "sin" | "cos":
            return getattr(inner, atom.kind)()
        case "root" if atom.degree == 2:  # noqa: PLR2004 - a square root
            return (inner * signs[atom]).sqrt(analytic=analytic)
        case "ln":
            return (inner * signs[atom]).log(analytic=analytic)
        case _:
            return acb("nan")
