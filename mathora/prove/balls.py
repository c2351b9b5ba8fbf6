"""Rigorous values: SymPy expressions at exact points, as exact rationals or as balls that contain the value.

Owns: `value` (a number), `truth` (a condition) and `rising` (the same at rising precision).

Laws:
- Every ball returned contains the value that the expression has at the point. Where that cannot be promised (a zero
  in a denominator, a branch point, an unknown function, a divergent sum) `Unevaluable` is raised: no answer is guessed.
- Rational inputs stay exact (`fmpq`) through field operations, and through functions at the points where their value
  is known to be rational, so that "is it zero?" has an answer at zeros too.
- `truth` answers True or False only when that is proved; None otherwise.

Arithmetic: Arb's midpoint-radius balls (F. Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval
arithmetic", IEEE Trans. Comput. 66, 2017) through python-flint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import sympy
from flint import acb, arb, ctx, fmpq, fmpz

Number = Any
"""`flint.fmpq` (exact) or `flint.acb` (a ball); flint is untyped."""

Point = Mapping[Any, Number]
"""Exact rationals (or balls) for SymPy symbols."""

PRECISIONS = (64, 192, 640)
"""Bits tried in turn: 64 settles nearly everything; the last one tells 200 digits apart."""

MOST_TERMS = 3000
"""Terms of a finite sum or product that are added up one by one."""

MOST_BITS = 20_000
"""Bits of an exact rational; past this it becomes a ball."""


class Unevaluable(Exception):  # noqa: N818 - not an error: an honest "no value can be promised here"
    """The expression has no value that balls can promise at this point."""


def rising(work: Callable[[], Number | bool | None]) -> Iterator[Number | bool | None]:
    """`work()` at each of the `PRECISIONS`; a precision at which it is unevaluable yields nothing."""
    for bits in PRECISIONS:
        with ctx.workprec(bits):
            try:
                answer = work()
            except (Unevaluable, ZeroDivisionError, OverflowError, ValueError):
                continue
            yield answer


def value(expression: sympy.Basic, point: Point, *, analytic: bool = False) -> Number:
    """The value of `expression` at `point`, at flint's present precision.

    `analytic` is set inside Arb's integrator: balls that touch a branch cut must then have no value.
    Raises Unevaluable.
    """
    if expression.is_Symbol:
        try:
            return point[expression]
        except KeyError:
            raise Unevaluable(f"no value for {expression}") from None
    if expression.is_Rational:
        return fmpq(int(expression.p), int(expression.q))
    name = type(expression).__name__
    arguments = expression.args
    if name == "Add":
        total = fmpq(0)
        for argument in arguments:
            total = _plain(total + value(argument, point, analytic=analytic))
        return total
    if name == "Mul":
        product = fmpq(1)
        for argument in arguments:
            product = _plain(product * value(argument, point, analytic=analytic))
        return product
    if name in _SPECIAL:
        return _SPECIAL[name](expression, point, analytic)
    constant = _CONSTANTS.get(name)
    if constant is not None:
        return constant()
    function = _FUNCTIONS.get(name)
    if function is None:
        raise Unevaluable(f"no balls for {name}")
    values = [value(argument, point, analytic=analytic) for argument in arguments]
    return _finite(function(*values)) if not analytic else _analytic(name, function, values)


def _plain(number: Number) -> Number:
    """A rational that has grown too long goes on as a ball."""
    if isinstance(number, fmpq):
        return number if number.p.bit_length() + number.q.bit_length() <= MOST_BITS else acb(arb(number))
    return number


def _finite(number: Number) -> Number:
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


# ---------------------------------------------------------------- powers, sums, integrals, cases


def _power(expression: Any, point: Point, analytic: bool) -> Number:  # noqa: FBT001 - one signature for the table
    base_form, exponent_form = expression.args
    exponent = value(exponent_form, point, analytic=analytic)
    if base_form is sympy.E:
        return _exp(exponent)
    base = value(base_form, point, analytic=analytic)
    return raised(base, exponent, analytic=analytic)


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
        return _finite(_integer_power(ball(base).sqrt(analytic=analytic), int(exponent.p)))
    if is_zero(base) is not False:
        raise Unevaluable("a power of what may be zero")
    return _finite(ball(base).pow(ball(exponent), analytic=analytic))


def _integer_power(base: Number, exponent: int) -> Number:
    if exponent < 0 and is_zero(base) is not False:
        raise Unevaluable("division by what may be zero")
    if isinstance(base, fmpq) and abs(exponent) * (base.p.bit_length() + base.q.bit_length()) <= MOST_BITS:
        return base**exponent
    return _finite(ball(base) ** exponent)


def _exact_root(base: fmpq, degree: int) -> fmpq | None:
    """The rational `degree`-th root of a nonnegative rational, if it has one."""
    parts = []
    for part in (base.p, base.q):
        root, exact = sympy.integer_nthroot(int(part), degree)
        if not exact:
            return None
        parts.append(root)
    return fmpq(*parts)


def _whole(number: Number) -> int:
    if isinstance(number, fmpq) and number.q == 1:
        return int(number.p)
    raise Unevaluable("not a whole number")


def _series(expression: Any, point: Point, analytic: bool) -> Number:  # noqa: FBT001
    """A finite sum or product, term by term (nested ranges are nested loops)."""
    multiply = type(expression).__name__ == "Product"
    term, (*outer, (index, low_form, high_form)) = expression.args[0], expression.limits
    low, high = (_whole(value(form, point)) for form in (low_form, high_form))
    if high < low - 1:
        raise Unevaluable("a range that runs backwards")
    if high - low >= MOST_TERMS:
        raise Unevaluable("too many terms")
    inner = type(expression)(term, *outer) if outer else term
    total = fmpq(1) if multiply else fmpq(0)
    for position in range(low, high + 1):
        step = value(inner, {**point, index: fmpq(position)}, analytic=analytic)
        total = _plain(total * step if multiply else total + step)
    return total


def _integral(expression: Any, point: Point, analytic: bool) -> Number:  # noqa: FBT001
    """A definite integral over a compact range, by Arb's rigorous adaptive quadrature."""
    if analytic or any(len(limit) != 3 for limit in expression.limits):  # noqa: PLR2004 - (variable, low, high)
        raise Unevaluable("not a definite integral")
    integrand, *limits = expression.args
    variable, low_form, high_form = limits[0]
    if len(limits) > 1:
        raise Unevaluable("a multiple integral")
    low, high = (ball(value(form, point)) for form in (low_form, high_form))

    def at(z: acb, inside: bool) -> acb:  # noqa: FBT001 - Arb's callback
        try:
            return ball(value(integrand, {**point, variable: z}, analytic=inside))
        except (Unevaluable, ZeroDivisionError, OverflowError, ValueError):
            return acb("nan", "nan")

    if ctx.prec > PRECISIONS[1]:
        raise Unevaluable("integrals stop at the second precision")
    return _finite(acb.integral(at, low, high, eval_limit=4000, depth_limit=60))


def _piecewise(expression: Any, point: Point, analytic: bool) -> Number:  # noqa: FBT001
    for branch, condition in expression.args:
        holds = truth(condition, point)
        if holds is None:
            raise Unevaluable("a case that cannot be told")
        if holds:
            return value(branch, point, analytic=analytic)
    raise Unevaluable("no case applies")


def _extreme(expression: Any, point: Point, analytic: bool) -> Number:  # noqa: FBT001
    values = [value(argument, point, analytic=analytic) for argument in expression.args]
    if analytic:
        raise Unevaluable("not analytic")
    largest = type(expression).__name__ == "Max"
    if all(isinstance(number, fmpq) for number in values):
        return max(values) if largest else min(values)
    balls = [real(number) for number in values]
    best = balls[0]
    for other in balls[1:]:
        best = best.max(other) if largest else best.min(other)
    return acb(best)


def _undefined(expression: Any, _point: Point, _analytic: bool) -> Number:  # noqa: FBT001
    raise Unevaluable(f"no value: {expression}")


_SPECIAL: dict[str, Callable[[Any, Point, bool], Number]] = {
    "Pow": _power,
    "Sum": _series,
    "Product": _series,
    "Integral": _integral,
    "Piecewise": _piecewise,
    "Max": _extreme,
    "Min": _extreme,
    "NaN": _undefined,
    "ComplexInfinity": _undefined,
    "Infinity": _undefined,
    "NegativeInfinity": _undefined,
}

_CONSTANTS: dict[str, Callable[[], Number]] = {
    "Pi": lambda: acb(arb.pi()),
    "Exp1": lambda: acb(arb.const_e()),
    "ImaginaryUnit": lambda: acb(0, 1),
    "EulerGamma": lambda: acb(arb.const_euler()),
    "Catalan": lambda: acb(arb.const_catalan()),
    "GoldenRatio": lambda: acb((1 + arb(5).sqrt()) / 2),
}


# ---------------------------------------------------------------- functions


def _at_zero(method: str, exact: int) -> Callable[[Number], Number]:
    """A function by the name of Arb's method, with its exact value at 0."""
    return lambda z: fmpq(exact) if isinstance(z, fmpq) and z == 0 else getattr(ball(z), method)()


def _by(method: str) -> Callable[[Number], Number]:
    return lambda z: getattr(ball(z), method)()


def _exp(z: Number) -> Number:
    return fmpq(1) if isinstance(z, fmpq) and z == 0 else _finite(ball(z).exp())


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
    whole = real(z).floor().unique_fmpz()
    if whole is None:
        raise Unevaluable("a floor that cannot be told")
    return fmpq(whole)


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
            product = _plain(product * (n - step) / (step + 1))
        return product
    top, bottom = ball(n) + 1, (ball(k) + 1, ball(n) - ball(k) + 1)
    return top.gamma() * bottom[0].rgamma() * bottom[1].rgamma()


def _integers(operation: Callable[[int, int], int]) -> Callable[..., Number]:
    def apply(*numbers: Number) -> Number:
        whole = [_whole(number) for number in numbers]
        total = whole[0]
        for other in whole[1:]:
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


_FUNCTIONS: dict[str, Callable[..., Number]] = {
    "exp": _exp,
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
    "acot": lambda z: _finite(1 / ball(z)).atan(),
    "asec": lambda z: _finite(1 / ball(z)).acos(),
    "acsc": lambda z: _finite(1 / ball(z)).asin(),
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
    "zeta": lambda z, *_: ball(z).zeta(),
    "LambertW": lambda z, *_: ball(z).lambertw(),
    "factorial": _factorial,
    "LargeFactorial": lambda n: acb(arb.fac_ui(_whole(n))),
    "LargePower": lambda base, exponent: raised(base, exponent),
    "binomial": _binomial,
    "harmonic": lambda z, order=fmpq(1): sum((fmpq(1, k) ** _whole(order) for k in range(1, _whole(z) + 1)), fmpq(0)),
    "fibonacci": lambda z: fmpq(fmpz.fib_ui(_whole(z))),
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
    "arg": lambda z: acb(_finite(ball(z).log()).imag),
}

_CUT = {"Abs": "real_abs", "log": "log"}
_ENTIRE = frozenset({"exp", "sin", "cos", "tan", "sec", "sinh", "cosh", "tanh", "erf", "erfc", "factorial", "gamma"})


def _analytic(name: str, function: Callable[..., Number], values: list[Number]) -> Number:
    """A function inside Arb's integrator: meromorphic ones as they are, those with a cut through Arb's own check."""
    if name in _ENTIRE:
        return _finite(function(*values))
    if name in _CUT:
        return _finite(getattr(ball(values[0]), _CUT[name])(analytic=True))
    if all(isinstance(number, fmpq) for number in values):
        return _finite(function(*values))
    raise Unevaluable(f"{name} is not known to be analytic here")


# ---------------------------------------------------------------- conditions


def truth(condition: sympy.Basic, point: Point) -> bool | None:
    """Whether a condition (relations joined by and, or, not) holds at the point; None if balls cannot tell."""
    name = type(condition).__name__
    if name in ("BooleanTrue", "BooleanFalse"):
        return name == "BooleanTrue"
    if name in ("And", "Or", "Not"):
        parts = [truth(argument, point) for argument in condition.args]
        if name == "Not":
            return None if parts[0] is None else not parts[0]
        decisive = name == "Or"
        if decisive in parts:
            return decisive
        return None if None in parts else not decisive
    if not condition.is_Relational:
        return None
    try:
        difference = value(condition.args[0], point) - value(condition.args[1], point)
    except (Unevaluable, ZeroDivisionError, OverflowError, ValueError):
        return None
    return compared(name, difference)


def compared(relation: str, difference: Number) -> bool | None:
    """Whether `difference relation 0` holds, for the class names of SymPy's relations; None if balls cannot tell."""
    if relation in ("Equality", "Unequality"):
        zero = is_zero(difference)
        return None if zero is None else zero == (relation == "Equality")
    try:
        number = real(difference)
    except Unevaluable:
        return None
    above, below = bool(number > 0), bool(number < 0)
    exact = is_zero(difference) is True
    answers = {
        "StrictGreaterThan": (above, below or exact),
        "StrictLessThan": (below, above or exact),
        "GreaterThan": (above or exact or bool(number >= 0), below),
        "LessThan": (below or exact or bool(number <= 0), above),
    }
    yes, no = answers[relation]
    return True if yes else False if no else None
