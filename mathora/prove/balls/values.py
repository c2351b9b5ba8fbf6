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

import math
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import sympy
from flint import acb, ctx, fmpq

from mathora.formula.meaning.types import Expr
from mathora.prove.balls.numbers import (
    CONSTANTS,
    FUNCTIONS,
    MOST_TERMS,
    BallNumber,
    Unevaluable,
    analytic_function,
    ball,
    exponential,
    finite,
    is_zero,
    plain,
    raised,
    real,
    whole,
)

BallPoint = Mapping[Expr, BallNumber]  # exact rationals (or balls) for SymPy symbols

PRECISIONS = (64, 192, 640)  # bits tried in turn: 64 settles nearly everything; the last one tells 200 digits apart


def rising(work: Callable[[], BallNumber | bool | None]) -> Iterator[BallNumber | bool | None]:
    """`work()` at each of the `PRECISIONS`; a precision at which it is unevaluable yields nothing."""
    for bits in PRECISIONS:
        with ctx.workprec(bits):
            try:
                answer = work()
            except (Unevaluable, ZeroDivisionError, OverflowError, ValueError):
                continue
            yield answer


def value(  # noqa: C901, PLR0911 - one return for each kind of expression
    expression: sympy.Basic, point: BallPoint, *, analytic: bool = False
) -> BallNumber:
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
            total = plain(total + value(argument, point, analytic=analytic))
        return total
    if name == "Mul":
        product = fmpq(1)
        for argument in arguments:
            product = plain(product * value(argument, point, analytic=analytic))
        return product
    if name in _SPECIAL:
        return _SPECIAL[name](expression, point, analytic)
    constant = CONSTANTS.get(name)
    if constant is not None:
        return constant()
    function = FUNCTIONS.get(name)
    if function is None:
        raise Unevaluable(f"no balls for {name}")
    values = [value(argument, point, analytic=analytic) for argument in arguments]
    return finite(function(*values)) if not analytic else analytic_function(name, function, values)


# ---------------------------------------------------------------- powers, sums, integrals, cases


def _power(expression: Expr, point: BallPoint, analytic: bool) -> BallNumber:  # noqa: FBT001 - one signature for the table
    base_form, exponent_form = expression.args
    exponent = value(exponent_form, point, analytic=analytic)
    if base_form is sympy.E:
        return exponential(exponent)
    base = value(base_form, point, analytic=analytic)
    return raised(base, exponent, analytic=analytic)


def _series(expression: Expr, point: BallPoint, analytic: bool) -> BallNumber:  # noqa: FBT001
    """A finite sum or product, term by term (nested ranges are nested loops); a range that runs backwards is empty."""
    multiply = isinstance(expression, sympy.Product)
    term, (*outer, (index, low_form, high_form)) = expression.args[0], expression.limits
    low, high = (whole(value(form, point)) for form in (low_form, high_form))
    if high - low >= MOST_TERMS:
        raise Unevaluable("too many terms")
    inner = type(expression)(term, *outer) if outer else term
    total = fmpq(1) if multiply else fmpq(0)
    for position in range(low, high + 1):
        step = value(inner, {**point, index: fmpq(position)}, analytic=analytic)
        total = plain(total * step if multiply else total + step)
    return total


def _integral(expression: Expr, point: BallPoint, analytic: bool) -> BallNumber:  # noqa: FBT001
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
    return finite(acb.integral(at, low, high, eval_limit=4000, depth_limit=60))


def _piecewise(expression: Expr, point: BallPoint, analytic: bool) -> BallNumber:  # noqa: FBT001
    for branch, condition in expression.args:
        holds = truth(condition, point)
        if holds is None:
            raise Unevaluable("a case that cannot be told")
        if holds:
            return value(branch, point, analytic=analytic)
    raise Unevaluable("no case applies")


def _undefined(expression: Expr, _point: BallPoint, _analytic: bool) -> BallNumber:  # noqa: FBT001
    raise Unevaluable(f"no value: {expression}")


def _of_whole(of_numbers: Callable[..., int], expression: Expr, point: BallPoint, _analytic: bool) -> BallNumber:  # noqa: FBT001
    """A divisor or a multiple of whole numbers."""
    return fmpq(of_numbers(*(whole(value(one, point)) for one in expression.args)))


_SPECIAL: dict[str, Callable[[Expr, BallPoint, bool], BallNumber]] = {
    "Pow": _power,
    "Sum": _series,
    "Product": _series,
    "RangeProduct": _series,
    "Integral": _integral,
    "Piecewise": _piecewise,
    "NaN": _undefined,
    "CommonDivisor": partial(_of_whole, math.gcd),
    "CommonMultiple": partial(_of_whole, math.lcm),
    "ComplexInfinity": _undefined,
    "Infinity": _undefined,
    "NegativeInfinity": _undefined,
}

# ---------------------------------------------------------------- conditions


def truth(condition: sympy.Basic, point: BallPoint) -> bool | None:  # noqa: PLR0911 - one return for each kind
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


def compared(relation: str, difference: BallNumber) -> bool | None:
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
