"""Numbers as exact rationals or balls, and the functions of them that Arb knows.

Owns: `Number` and its field, powers, `FUNCTIONS` and `CONSTANTS` by the names of SymPy's classes.

Laws: those of `balls`: a ball contains the value, rationals stay exact where the value is rational, and where nothing
can be promised `Unevaluable` is raised.
"""

from __future__ import annotations

from collections.abc import Callable

import sympy
from flint import acb, arb, ctx, fmpq, fmpz

from mathora.formula.meaning.types import Expr

Number = Expr
"""`flint.fmpq` (exact) or `flint.acb` (a ball); flint is untyped."""

MOST_TERMS = 3000
"""Terms of a finite sum or product that are added up one by one."""

MOST_BITS = 20_000
"""Bits of an exact rational; past this it becomes a ball."""


class Unevaluable(Exception):  # noqa: N818 - not an error: an honest "no value can be promised here"
    """The expression has no value that balls can promise at this point."""


def plain(number: Number) -> Number:
    """A rational that has grown too long goes on as a ball."""
    if isinstance(number, fmpq):
        return number if number.p.bit_length() + number.q.bit_length() <= MOST_BITS else acb(arb(number))
    return number


def finite(number: Number) -> Number:
    """The number; raises Unevaluable if its ball is not finite."""
    if isinstance(number, acb) and not number.is_finite():
        raise Unevaluable("not finite")
    return number


def ball(number: Number) -> acb:
    """The number as a complex ball."""
    return number if isinstance(number, acb) else acb(arb(number))


def real(number: Number) -> arb:
    """The number as a real ball; raises Unevaluable if it may have an imaginary part."""
    if isinstance(number, fmpq):
        return arb(number)
    if not number.imag.contains(0):
        raise Unevaluable("not real")
    if not number.imag.is_zero() and number.imag.rad() > arb(2) ** (-(ctx.prec // 4)) * (1 + abs(number.real)):
        raise Unevaluable("imaginary part too wide")
    return number.real


def is_zero(number: Number) -> bool | None:
    """Whether the number is zero: True only if exactly so, False only if the ball excludes it."""
    if isinstance(number, fmpq):
        return bool(number == 0)
    if number.is_zero():
        return True
    return None if number.contains(acb(0)) else False


def raised(base: Number, exponent: Number, *, analytic: bool = False) -> Number:
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


def _integer_power(base: Number, exponent: int) -> Number:
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


def whole(number: Number) -> int:
    """The number as an integer; raises Unevaluable if it is not known to be one."""
    if isinstance(number, fmpq) and number.q == 1:
        return int(number.p)
    raise Unevaluable("not a whole number")


def _at_zero(method: str, exact: int) -> Callable[[Number], Number]:
    """A function by the name of Arb's method, with its exact value at 0."""
    return lambda z: fmpq(exact) if isinstance(z, fmpq) and z == 0 else getattr(ball(z), method)()


def _by(method: str) -> Callable[[Number], Number]:
    return lambda z: getattr(ball(z), method)()


def exponential(z: Number) -> Number:
    """The exponential function."""
    return fmpq(1) if isinstance(z, fmpq) and z == 0 else finite(ball(z).exp())


def _log(z: Number) -> Number:
    if isinstance(z, fmpq) and z == 1:
        return fmpq(0)
    if is_zero(z) is not False:
        raise Unevaluable("logarithm of what may be zero")
    return ball(z).log()


def size(z: Number) -> Number:
    """The absolute value."""
    return abs(z) if isinstance(z, fmpq) else acb(abs(z))


def _sign(z: Number) -> Number:
    if isinstance(z, fmpq):
        return fmpq(int(z > 0) - int(z < 0))
    number = real(z)
    if number > 0 or number < 0:
        return fmpq(1 if number > 0 else -1)
    raise Unevaluable("a sign that cannot be told")


def _floor(z: Number) -> Number:
    if isinstance(z, fmpq):
        return fmpq(z.p // z.q)
    below = real(z).floor().unique_fmpz()
    if below is None:
        raise Unevaluable("a floor that cannot be told")
    return fmpq(below)


def _factorial(z: Number) -> Number:
    if isinstance(z, fmpq) and z.q == 1:
        if z < 0:
            raise Unevaluable("factorial of a negative number")
        return fmpq(fmpz.fac_ui(int(z.p))) if z <= MOST_TERMS else acb(arb.fac_ui(int(z.p)))
    return (ball(z) + 1).gamma()


def _binomial(n: Number, k: Number) -> Number:
    if isinstance(k, fmpq) and k.q == 1 and abs(k.p) <= MOST_TERMS:
        product = fmpq(1) if k >= 0 else fmpq(0)
        for step in range(int(k.p)):
            product = plain(product * (n - step) / (step + 1))
        return product
    top, bottom = ball(n) + 1, (ball(k) + 1, ball(n) - ball(k) + 1)
    return top.gamma() * bottom[0].rgamma() * bottom[1].rgamma()


def _harmonic(z: Number, order: Number | None = None) -> Number:
    power = 1 if order is None else whole(order)
    return (
        sum((fmpq(1, k) ** power for k in range(1, min(whole(z), MOST_TERMS) + 1)), fmpq(0))
        if whole(z) <= MOST_TERMS
        else finite(acb("nan"))
    )


def _integers(operation: Callable[[int, int], int]) -> Callable[..., Number]:
    def apply(*numbers: Number) -> Number:
        integers = [whole(number) for number in numbers]
        total = integers[0]
        for other in integers[1:]:
            total = operation(total, other)
        return fmpq(total)

    return apply


def _mod(a: Number, b: Number) -> Number:
    if not (isinstance(a, fmpq) and isinstance(b, fmpq)) or b == 0:
        raise Unevaluable("a remainder of what is not rational")
    return a - b * _floor(a / b)


def _delta(a: Number, b: Number) -> Number:
    same = is_zero(a - b)
    if same is None:
        raise Unevaluable("an equality that cannot be told")
    return fmpq(int(same))


def _heaviside(z: Number, *_: Number) -> Number:
    sign = _sign(z)
    if sign == 0:
        raise Unevaluable("the step at its jump")
    return (sign + 1) / 2


FUNCTIONS: dict[str, Callable[..., Number]] = {
    "exp": exponential,
    "log": _log,
    "sin": _at_zero("sin", 0),
    "cos": _at_zero("cos", 1),
    "tan": _at_zero("tan", 0),
    "cot": _by("cot"),
    "sec": _at_zero("sec", 1),
    "csc": _by("csc"),
    "asin": _at_zero("asin", 0),
    "acos": _by("acos"),
    "atan": _at_zero("atan", 0),
    "acot": lambda z: finite(1 / ball(z)).atan(),
    "asec": lambda z: finite(1 / ball(z)).acos(),
    "acsc": lambda z: finite(1 / ball(z)).asin(),
    "sinh": _at_zero("sinh", 0),
    "cosh": _at_zero("cosh", 1),
    "tanh": _at_zero("tanh", 0),
    "coth": _by("coth"),
    "sech": _at_zero("sech", 1),
    "csch": _by("csch"),
    "asinh": _at_zero("asinh", 0),
    "acosh": _by("acosh"),
    "atanh": _at_zero("atanh", 0),
    "sinc": lambda z: fmpq(1) if is_zero(z) else ball(z).sin() / ball(z),
    "erf": _at_zero("erf", 0),
    "erfc": _at_zero("erfc", 1),
    "gamma": lambda z: _factorial(z - 1) if isinstance(z, fmpq) and z > 0 else ball(z).gamma(),
    "loggamma": _by("lgamma"),
    "zeta": _by("zeta"),
    "LambertW": _by("lambertw"),
    "factorial": _factorial,
    "LargeFactorial": lambda n: acb(arb.fac_ui(whole(n))),
    "LargePower": raised,
    "binomial": _binomial,
    "harmonic": _harmonic,
    "fibonacci": lambda z: fmpq(fmpz.fib_ui(whole(z))),
    "gcd": _integers(lambda a, b: int(sympy.igcd(a, b))),
    "lcm": _integers(lambda a, b: int(sympy.ilcm(a, b))),
    "Mod": _mod,
    "KroneckerDelta": _delta,
    "Heaviside": _heaviside,
    "Abs": size,
    "sign": _sign,
    "floor": _floor,
    "ceiling": lambda z: -_floor(-z),
    "re": lambda z: z if isinstance(z, fmpq) else acb(z.real),
    "im": lambda z: fmpq(0) if isinstance(z, fmpq) else acb(z.imag),
    "conjugate": lambda z: z if isinstance(z, fmpq) else z.conjugate(),
    "arg": lambda z: acb(finite(ball(z).log()).imag),
}

_CUT = {"Abs": "real_abs", "log": "log"}
_ENTIRE = frozenset({"exp", "sin", "cos", "tan", "sec", "sinh", "cosh", "tanh", "erf", "erfc", "factorial", "gamma"})


def analytic_function(name: str, function: Callable[..., Number], values: list[Number]) -> Number:
    """A function inside Arb's integrator: meromorphic ones as they are, those with a cut through Arb's own check."""
    if name in _ENTIRE:
        return finite(function(*values))
    if name in _CUT:
        return finite(getattr(ball(values[0]), _CUT[name])(analytic=True))
    if all(isinstance(number, fmpq) for number in values):
        return finite(function(*values))
    raise Unevaluable(f"{name} is not known to be analytic here")


CONSTANTS: dict[str, Callable[[], Number]] = {
    "Pi": lambda: acb(arb.pi()),
    "Exp1": lambda: acb(arb.const_e()),
    "ImaginaryUnit": lambda: acb(0, 1),
    "EulerGamma": lambda: acb(arb.const_euler()),
    "Catalan": lambda: acb(arb.const_catalan()),
    "GoldenRatio": lambda: acb((1 + arb(5).sqrt()) / 2),
}
