"""Numbers as exact rationals or balls, and the functions of them that Arb knows.

Owns: `BallNumber` and its field, powers, `FUNCTIONS` (the rows of `symbols.functions` as balls) and `CONSTANTS`,
by the names of SymPy's classes.

Laws: those of `balls`: a ball contains the value, rationals stay exact where the value is rational, and where nothing
can be promised `Unevaluable` is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

import sympy
from flint import acb, arb, ctx, fmpq, fmpz

from mathora.formula.meaning.types import Expr
from mathora.formula.symbols.functions import COMPUTED, AtReciprocal, Balls, Computed, Reciprocal, Values

BallNumber = Expr  # `flint.fmpq` (exact) or `flint.acb` (a ball); flint is untyped
MOST_TERMS = 3000  # terms of a finite sum or product that are added up one by one
MOST_BITS = 20_000  # bits of an exact rational; past this it becomes a ball


class Unevaluable(Exception):
    """The expression has no value that balls can promise at this point."""


def plain(number: BallNumber) -> BallNumber:
    """A rational that has grown too long goes on as a ball."""
    if isinstance(number, fmpq):
        return number if number.p.bit_length() + number.q.bit_length() <= MOST_BITS else acb(arb(number))
    return number


def finite(number: BallNumber) -> BallNumber:
    """The number; raises Unevaluable if its ball is not finite."""
    if isinstance(number, acb) and not number.is_finite():
        raise Unevaluable("not finite")
    return number


def ball(number: BallNumber) -> acb:
    """The number as a complex ball."""
    return number if isinstance(number, acb) else acb(arb(number))


def real(number: BallNumber) -> arb:
    """The number as a real ball; raises Unevaluable if it may have an imaginary part."""
    if isinstance(number, fmpq):
        return arb(number)
    if not number.imag.contains(0):
        raise Unevaluable("not real")
    if not number.imag.is_zero() and number.imag.rad() > arb(2) ** (-(ctx.prec // 4)) * (1 + abs(number.real)):
        raise Unevaluable("imaginary part too wide")
    return number.real


def is_zero(number: BallNumber) -> bool | None:
    """Whether the number is zero: True only if exactly so, False only if the ball excludes it."""
    if isinstance(number, fmpq):
        return bool(number == 0)
    if number.is_zero():
        return True
    return None if number.contains(acb(0)) else False


def raised(base: BallNumber, exponent: BallNumber, *, analytic: bool = False) -> BallNumber:
    """`base` to the `exponent`, principal branch; 0 to a positive power is 0, 0 to the 0 is 1 (as in polynomials)."""
    if isinstance(exponent, fmpq) and exponent.q == 1:
        return _integer_power(base, int(exponent.p))
    if is_zero(base) and isinstance(exponent, fmpq) and exponent > 0:
        return fmpq(0)
    if isinstance(exponent, fmpq) and isinstance(base, fmpq) and base >= 0:
        root = _exact_root(base, int(exponent.q))
        if root is not None:
            return _integer_power(root, int(exponent.p))
    if isinstance(exponent, fmpq) and exponent.q == 2:  # noqa: PLR2004 - a square root
        return finite(_integer_power(ball(base).sqrt(analytic=analytic), int(exponent.p)))
    if is_zero(base) is not False:
        raise Unevaluable("a power of what may be zero")
    return finite(ball(base).pow(ball(exponent), analytic=analytic))


def _integer_power(base: BallNumber, exponent: int) -> BallNumber:
    if exponent < 0 and is_zero(base) is not False:
        raise Unevaluable("division by what may be zero")
    if isinstance(base, fmpq) and abs(exponent) * (base.p.bit_length() + base.q.bit_length()) <= MOST_BITS:
        return base**exponent
    return finite(ball(base) ** exponent)


def _exact_root(base: fmpq, degree: int) -> fmpq | None:
    """The rational `degree`-th root of a nonnegative rational, if it has one."""
    parts = []
    for part in (base.p, base.q):
        root, exact = sympy.integer_nthroot(int(part), degree)
        if not exact:
            return None
        parts.append(root)
    return fmpq(*parts)


def whole(number: BallNumber) -> int:
    """The number as an integer; raises Unevaluable if it is not known to be one."""
    if isinstance(number, fmpq) and number.q == 1:
        return int(number.p)
    raise Unevaluable("not a whole number")


def exponential(z: BallNumber) -> BallNumber:
    """The exponential function."""
    return fmpq(1) if isinstance(z, fmpq) and z == 0 else finite(ball(z).exp())


def _log(z: BallNumber) -> BallNumber:
    if is_zero(z) is not False:
        raise Unevaluable("logarithm of what may be zero")
    return ball(z).log()


def size(z: BallNumber) -> BallNumber:
    """The absolute value."""
    return abs(z) if isinstance(z, fmpq) else acb(abs(z))


def _sign(z: BallNumber) -> BallNumber:
    if isinstance(z, fmpq):
        return fmpq(int(z > 0) - int(z < 0))
    number = real(z)
    if number > 0 or number < 0:
        return fmpq(1 if number > 0 else -1)
    raise Unevaluable("a sign that cannot be told")


def _floor(z: BallNumber) -> BallNumber:
    if isinstance(z, fmpq):
        return fmpq(z.p // z.q)
    below = real(z).floor().unique_fmpz()
    if below is None:
        raise Unevaluable("a floor that cannot be told")
    return fmpq(below)


def _factorial(z: BallNumber) -> BallNumber:
    if isinstance(z, fmpq) and z.q == 1:
        if z < 0:
            raise Unevaluable("factorial of a negative number")
        return fmpq(fmpz.fac_ui(int(z.p))) if z <= MOST_TERMS else acb(arb.fac_ui(int(z.p)))
    return (ball(z) + 1).gamma()


def _binomial(n: BallNumber, k: BallNumber) -> BallNumber:
    if isinstance(k, fmpq) and k.q == 1 and abs(k.p) <= MOST_TERMS:
        product = fmpq(1) if k >= 0 else fmpq(0)
        for step in range(int(k.p)):
            product = plain(product * (n - step) / (step + 1))
        return product
    top, bottom = ball(n) + 1, (ball(k) + 1, ball(n) - ball(k) + 1)
    return top.gamma() * bottom[0].rgamma() * bottom[1].rgamma()


def _harmonic(z: BallNumber, order: BallNumber | None = None) -> BallNumber:
    power = 1 if order is None else whole(order)
    return (
        sum((fmpq(1, k) ** power for k in range(1, min(whole(z), MOST_TERMS) + 1)), fmpq(0))
        if whole(z) <= MOST_TERMS
        else finite(acb("nan"))
    )


def _mod(a: BallNumber, b: BallNumber) -> BallNumber:
    if not (isinstance(a, fmpq) and isinstance(b, fmpq)) or b == 0:
        raise Unevaluable("a remainder of what is not rational")
    return a - b * _floor(a / b)


def _delta(a: BallNumber, b: BallNumber) -> BallNumber:
    same = is_zero(a - b)
    if same is None:
        raise Unevaluable("an equality that cannot be told")
    return fmpq(int(same))


def _heaviside(z: BallNumber, *_: BallNumber) -> BallNumber:
    sign = _sign(z)
    if sign == 0:
        raise Unevaluable("the step at its jump")
    return (sign + 1) / 2


def _chosen(
    pick: Callable[[arb, arb], arb], exact: Callable[[Sequence[BallNumber]], BallNumber]
) -> Callable[..., BallNumber]:
    def chosen(*numbers: BallNumber) -> BallNumber:
        if all(isinstance(number, fmpq) for number in numbers):
            return exact(numbers)
        return acb(reduce(pick, map(real, numbers)))

    return chosen


def _impulse(z: BallNumber) -> BallNumber:
    if is_zero(z) is False:
        return fmpq(0)
    raise Unevaluable("the impulse where it may stand")


_OWN: dict[str, Callable[..., BallNumber]] = {
    "exp": exponential,
    "logarithm": _log,
    "gamma": lambda z: _factorial(z - 1) if isinstance(z, fmpq) and z > 0 else ball(z).gamma(),
    "factorial": _factorial,
    "large_factorial": lambda n: acb(arb.fac_ui(whole(n))),
    "power": raised,
    "binomial": _binomial,
    "harmonic": _harmonic,
    "fibonacci": lambda z: fmpq(fmpz.fib_ui(whole(z))),
    "remainder": _mod,
    "delta": _delta,
    "step": _heaviside,
    "impulse": _impulse,
    "size": size,
    "sign": _sign,
    "floor": _floor,
    "ceiling": lambda z: -_floor(-z),
    "largest": _chosen(arb.max, max),
    "least": _chosen(arb.min, min),
    "polygamma": lambda order, z: ball(z).polygamma(ball(order)),
    "angle": lambda y, x: acb(arb.atan2(real(y), real(x))),
    "real_part": lambda z: z if isinstance(z, fmpq) else acb(z.real),
    "imaginary_part": lambda z: fmpq(0) if isinstance(z, fmpq) else acb(z.imag),
    "conjugate": lambda z: z if isinstance(z, fmpq) else z.conjugate(),
    "argument": lambda z: acb(finite(ball(z).log()).imag),
}
"""What rows of `symbols.functions` name and Arb has no method for, or none that keeps rationals exact."""


def _inverted(number: BallNumber) -> BallNumber:
    if is_zero(number) is not False:
        raise Unevaluable("division by what may be zero")
    return 1 / number


def _exactly(points: tuple[tuple[int, int], ...], function: Callable[..., BallNumber]) -> Callable[..., BallNumber]:
    """The function with its whole values at whole points kept exact."""
    known = dict(points)

    def value(*numbers: BallNumber) -> BallNumber:
        if len(numbers) == 1 and isinstance(numbers[0], fmpq) and numbers[0].q == 1 and int(numbers[0].p) in known:
            return fmpq(known[int(numbers[0].p)])
        return function(*numbers)

    return value


def _function(values: Values) -> Callable[..., BallNumber]:
    match values:
        case Reciprocal(of=name):
            below = _function(COMPUTED[name])
            return lambda z: _inverted(below(z))
        case AtReciprocal(of=name):
            outer = _function(COMPUTED[name])
            return lambda z: outer(_inverted(z))
        case Computed(ball=method, exact=exact) | Balls(ball=method, exact=exact):
            return _exactly(exact, _OWN.get(method) or (lambda z: getattr(ball(z), method)()))
        case _:
            raise TypeError(f"no balls for {values}")


FUNCTIONS: dict[str, Callable[..., BallNumber]] = {name: _function(values) for name, values in COMPUTED.items()}


def _integrand(values: Values) -> str:
    match values:
        case Reciprocal(of=name):
            return _integrand(COMPUTED[name])
        case Computed(integrand=integrand) | Balls(integrand=integrand):
            return integrand
        case _:
            return ""


def analytic_function(name: str, function: Callable[..., BallNumber], values: list[BallNumber]) -> BallNumber:
    """A function inside Arb's integrator: meromorphic ones as they are, those with a cut through Arb's own check."""
    integrand = _integrand(COMPUTED[name])
    if integrand == "meromorphic" or (not integrand and all(isinstance(number, fmpq) for number in values)):
        return finite(function(*values))
    if integrand:
        return finite(getattr(ball(values[0]), integrand)(analytic=True))
    raise Unevaluable(f"{name} is not known to be analytic here")


CONSTANTS: dict[str, Callable[[], BallNumber]] = {
    "Pi": lambda: acb(arb.pi()),
    "Exp1": lambda: acb(arb.const_e()),
    "ImaginaryUnit": lambda: acb(0, 1),
    "EulerGamma": lambda: acb(arb.const_euler()),
    "Catalan": lambda: acb(arb.const_catalan()),
    "GoldenRatio": lambda: acb((1 + arb(5).sqrt()) / 2),
}
