r"""Standard functions and powers as SymPy, with the conditions under which they have a value.

Owns: `standard` (`\sin`, `\log_2`, `\max`, `\det`, …), powers, roots, factorials, binomials.

Laws:
- Over the reals an even root and a logarithm need their argument's sign; in a formula about complex numbers they are
  principal branches and only zero is excluded.
- Nothing long is written out: `LargePower` and `LargeFactorial` stand for it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import sympy
from sympy import S

from mathora.formula import tree
from mathora.formula.meaning.scope import Mismatch, Scope, Undefined, Untranslatable, is_matrix
from mathora.formula.meaning.types import Expr
from mathora.formula.reader.reader import formula_of_x
from mathora.formula.symbols.functions import SYMBOLS, Composed, FunctionSymbol

LARGEST_FACTORIAL = 2000
LONGEST_POWER = 10_000  # bits of a power of rationals that is still written out
MOST_RESTS = 500  # remainders at which a polynomial is looked at


class LargePower(sympy.Function):  # type: ignore[misc] # SymPy is untyped
    """`base ** exponent` of numbers, not written out because the result would be long; only balls evaluate it."""

    nargs = 2

    def _eval_is_real(self) -> bool | None:
        return bool(self.args[0].is_positive and self.args[1].is_real)

    def _eval_is_positive(self) -> bool | None:
        return True if self.args[0].is_positive and self.args[1].is_real else None


class LargeFactorial(sympy.Function):  # type: ignore[misc] # SymPy is untyped
    """`n!` of a large number, not written out; only balls evaluate it."""

    nargs = 1

    def _eval_is_positive(self) -> bool:
        return True


def standard(head: tree.FunctionName, arguments: tuple[Expr, ...], scope: Scope) -> Expr:
    """A standard function's value; matrices only where the function is theirs."""
    name = head.name
    if name in {"log", "ln"}:
        return _logarithm(head, arguments, scope)
    symbol = SYMBOLS[name]
    of_matrix = _MATRIX_FUNCTIONS.get(symbol.sympy)
    if of_matrix is not None and len(arguments) == 1 and is_matrix(arguments[0]):
        return of_matrix(arguments[0])
    if of_matrix is not None and name != "diag" and len(arguments) > 1:
        raise Untranslatable(f"{name} of several values: declare each as a vector, all of one shape")
    if of_matrix is not None and name != "diag":
        raise Mismatch(f"{name} of what is not a matrix")
    if symbol.family == "extremum" and len(arguments) == 1:
        (collection,) = arguments
        arguments = tuple(collection) if is_matrix(collection) or isinstance(collection, sympy.FiniteSet) else arguments
    if any(is_matrix(one) or not isinstance(one, sympy.Expr) for one in arguments):
        raise Untranslatable(f"{name} of a vector, a matrix or a set")
    return _of_numbers(symbol, arguments, scope)


def _of_numbers(symbol: FunctionSymbol, arguments: tuple[Expr, ...], scope: Scope) -> Expr:
    if not symbol.sympy and not isinstance(symbol.values, Composed):
        raise Untranslatable(f"no prover for the function {symbol.name}")
    of_several = _OF_SEVERAL.get(symbol.sympy)
    if of_several is not None:
        return of_several(*arguments)
    if len(arguments) != 1:
        raise Untranslatable(f"{symbol.name} of {len(arguments)} values")
    if symbol.name == "Gamma":
        return _gamma(arguments[0], scope)
    if isinstance(symbol.values, Composed):
        return _at(symbol.values.latex, arguments, scope)
    _require_value(symbol, arguments, scope)
    return getattr(sympy, symbol.sympy)(*arguments)


def _require_value(symbol: FunctionSymbol, arguments: tuple[Expr, ...], scope: Scope) -> None:
    """The conditions under which a function has a value: its domain, or in the complex plane what is not a pole."""
    condition = symbol.poles if scope.complex_plane else symbol.domain
    if condition:
        scope.require(_at(condition, arguments, scope))


def _at(latex: str, arguments: tuple[Expr, ...], scope: Scope) -> Expr:
    """The meaning of a formula in x that a function's row holds, where x is the argument."""
    (argument,) = arguments
    with scope.binding({"x": argument}):
        return scope.of(formula_of_x(latex))


def _logarithm(head: tree.FunctionName, arguments: tuple[Expr, ...], scope: Scope) -> Expr:
    (argument,) = arguments
    if is_matrix(argument):
        raise Untranslatable("the logarithm of a matrix")
    _require_value(SYMBOLS[head.name], arguments, scope)
    if argument == 0:
        raise Undefined("the logarithm of zero")
    if head.subscript is None:
        if head.name == "log":
            raise Untranslatable(
                r"\log without a base: write \ln, \log_2 or \log_{10}, or declare \log(x) in the model"
            )
        return sympy.log(argument)
    base = scope.scalar(head.subscript)
    scope.require(sympy.Gt(base, 0))
    scope.require(sympy.Ne(base, 1))
    if base in (S.Zero, S.One):
        raise Undefined("a logarithm to this base")
    return sympy.log(argument) / sympy.log(base)


def _gamma(value: Expr, scope: Scope) -> Expr:
    """Γ, which has poles at 0, −1, −2, …; where an argument may come near them, nothing is said."""
    if value.has(LargePower, LargeFactorial):
        raise Untranslatable("the gamma function of a large number")
    if value.is_integer:
        scope.require(sympy.Gt(value, 0))
        if value.is_nonpositive:
            raise Undefined("the gamma function at a whole number that is not positive")
        return factorial(value - 1, scope, double=False)
    if not (value.is_positive or (value.is_real and value.is_number and value.is_integer is False)):
        raise Untranslatable("the gamma function of what is not known to be positive")
    if value.is_number and not abs(value) < LARGEST_FACTORIAL:
        raise Untranslatable("the gamma function of a large number")
    return sympy.gamma(value)


_MATRIX_FUNCTIONS: dict[str, Callable[[Expr], Expr]] = {
    "det": lambda m: _square(m).det(method="berkowitz"),
    "trace": lambda m: _square(m).trace(),
    "rank": lambda m: S(m.rank()) if not m.free_symbols else _unranked(),
    "diag": lambda m: sympy.ImmutableMatrix(sympy.diag(*m)),
}


class CommonDivisor(sympy.Function):  # type: ignore[misc]
    """The greatest common divisor of whole numbers; a value where all are known."""

    is_integer = True
    of_numbers: Callable[..., Expr] = sympy.igcd

    @classmethod
    def eval(cls, *numbers: Expr) -> Expr | None:
        """The value, or None while letters are left."""
        return S(cls.of_numbers(*numbers)) if all(one.is_Integer for one in numbers) else None


class CommonMultiple(CommonDivisor):
    """The least common multiple of whole numbers."""

    of_numbers = sympy.ilcm


_OF_SEVERAL: dict[str, Callable[..., Expr]] = {
    "Max": sympy.Max,
    "Min": sympy.Min,
    "gcd": lambda *numbers: CommonDivisor(*_whole(numbers)),
    "lcm": lambda *numbers: CommonMultiple(*_whole(numbers)),
    "diag": lambda *entries: sympy.ImmutableMatrix(sympy.diag(*entries)),
}


def _whole(numbers: tuple[Expr, ...]) -> tuple[Expr, ...]:
    if not all(one.is_integer for one in numbers):
        raise Untranslatable("a divisor or multiple of what is not a whole number")
    return numbers


def _square(matrix: Expr) -> Expr:
    if matrix.rows != matrix.cols:
        raise Mismatch(f"a {matrix.rows} by {matrix.cols} matrix is not square")
    return matrix


def _unranked() -> Expr:
    raise Untranslatable("the rank of a matrix with letters")


def inverse_name(name: str) -> str:
    """`sin` → `arcsin`. Raises Untranslatable."""
    inverse = SYMBOLS[name].inverse
    if not inverse:
        raise Untranslatable(f"the inverse function of {name}")
    return inverse


# ── powers ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def powered(base: Expr, exponent: Expr, scope: Scope) -> Expr:
    """`base` to the `exponent`, with the conditions under which it has a value. 0 to the 0 is 1, as in polynomials."""
    if is_matrix(base):
        raise Untranslatable("a power of a vector")
    if isinstance(exponent, sympy.Set):
        raise Untranslatable("a power with a set above")
    if _is_whole(exponent):
        if not exponent.is_nonnegative:
            scope.require(sympy.Ne(base, 0) if exponent.is_negative else sympy.Or(sympy.Ne(base, 0), exponent >= 0))
        if base == 0 and exponent.is_negative:
            raise Undefined("something is divided by zero")
    elif not (base.is_positive or scope.complex_plane):
        scope.require(sympy.Ge(base, 0) if exponent.is_positive else sympy.Gt(base, 0))
    if base.is_number and exponent.is_number and _is_long(base, exponent):
        return LargePower(base, exponent)
    return base**exponent


def _is_whole(number: Expr) -> bool:
    r"""Whether it is a whole number wherever its letters are: `n`, `\frac{n(n + 1)}{2}`, `\sum_{i=1}^n i`."""
    if number.is_integer or number.is_number:
        return bool(number.is_integer)
    if not all(one.is_integer for one in number.free_symbols):
        return False
    finite = [one for one in number.atoms(sympy.Sum) if all(end.is_integer for limit in one.limits for end in limit)]
    sums = {one: sympy.Dummy(integer=True) for one in finite if _is_whole(one.function)}
    above, below = sympy.fraction(sympy.together(number.xreplace(sums)))
    letters = sorted(above.free_symbols, key=str)
    if not (below.is_Integer and above.is_polynomial(*letters)):
        return False
    polynomial, rests = sympy.Poly(above, *letters), int(below) ** len(letters)
    return all(one.is_Integer for one in polynomial.coeffs()) and (
        rests <= MOST_RESTS
        and all(polynomial(*rest) % below == 0 for rest in product(range(int(below)), repeat=len(letters)))
    )


def _is_long(base: Expr, exponent: Expr) -> bool:
    """Whether a power of numbers would be long if it were written out; bounds only, no arithmetic on the power."""
    if base in (S.Zero, S.One, S.NegativeOne) or not base.is_finite:
        return False
    if base.has(LargePower, LargeFactorial) or exponent.has(LargePower, LargeFactorial):
        return True
    if not exponent.is_Rational:
        return False
    length = max(part.bit_length() for part in (int(base.p), int(base.q))) if base.is_Rational else 8
    return bool(abs(exponent) * length > LONGEST_POWER)


def rooted(radicand: Expr, degree: Expr, scope: Scope) -> Expr:
    """The real root: an even one needs a nonnegative radicand, an odd one keeps the sign."""
    if degree == 0:
        raise Undefined("a root of degree zero")
    if degree.is_negative:
        raise Untranslatable("a root whose degree is not positive")
    scope.require(sympy.Gt(degree, 0))
    if scope.complex_plane:
        return radicand ** (1 / degree)
    if degree.is_Integer and degree.is_odd:
        if radicand.is_nonnegative:
            return radicand ** (1 / degree)
        if radicand.is_nonpositive:
            return -((-radicand) ** (1 / degree))
        return sympy.sign(radicand) * sympy.Abs(radicand) ** (1 / degree)
    scope.require(sympy.Ge(radicand, 0))
    return radicand ** (1 / degree)


def factorial(operand: Expr, scope: Scope, *, double: bool) -> Expr:
    """`n!` or `n!!` for whole numbers n ≥ 0."""
    scope.require(sympy.Ge(operand, 0))
    if operand.is_Rational and not operand.is_integer:
        raise Mismatch("the factorial of a number that is not whole")
    if operand.is_negative:
        raise Undefined("the factorial of a negative number")
    if operand.is_Integer and operand > LARGEST_FACTORIAL:
        return LargeFactorial(operand)
    return (sympy.factorial2 if double else sympy.factorial)(operand)


def binomial(upper: Expr, lower: Expr) -> Expr:
    """`n` over `k`; large literals are refused."""
    if upper.is_Integer and lower.is_Integer and min(abs(lower), abs(upper - lower)) > LARGEST_FACTORIAL:
        raise Untranslatable("a binomial coefficient of large numbers")
    return sympy.binomial(upper, lower)
