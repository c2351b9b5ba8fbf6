"""A SymPy expression as a numpy closure and as a JavaScript arrow function.

Owns: what a function of the model must be made of so that it can be computed (the functions of `symbols.functions`,
sums and products of terms, and the few node types beside them), and the two computers made from it.

Laws:
- No text is evaluated: the numpy side is a tree of closures, the JavaScript side SymPy's printer, run only on
  expressions whose every node is in the table, with variables renamed to `x0`, `x1`, … first.
- Both compute in IEEE doubles over the real numbers; where the function has no finite real value they give NaN or ±∞.
- SymPy is imported with this module, so `model_function` imports it only when a number is asked for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial, reduce
from typing import Any

import numpy as np
import sympy
from numpy.typing import ArrayLike, NDArray
from sympy.core.function import AppliedUndef
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.logic.boolalg import BooleanAtom
from sympy.printing.jscode import JavascriptCodePrinter

from mathora.formula.meaning.uncomputable import UncomputableError
from mathora.formula.symbols.functions import COMPUTED, AtReciprocal, Balls, Computed, Reciprocal, Values

Array = NDArray[np.float64]
Compute = Callable[[Sequence[Array]], Any]
"""From the variables' arrays (of one common shape) to an array of that shape, or to a scalar that broadcasts to it."""

LARGEST_SUM = 1000  # a sum with more terms than this is not unrolled


def _elementwise(function: Callable[..., float]) -> Callable[..., Any]:
    def value(*numbers: float) -> float:
        try:
            return function(*numbers)
        except (ValueError, ArithmeticError):
            return math.nan

    return np.vectorize(value, otypes=[np.float64])


def _binomial(n: float, k: float) -> float:
    if k != int(k) or k < 0:
        return math.nan
    return math.prod((n - i) / (i + 1) for i in range(int(k)))


def _polygamma(order: float, x: float) -> float:
    """By the recurrence up to 16 and the asymptotic series there (DLMF 5.15.5; 5.11.2 with its derivatives)."""
    n = int(order)
    if not -LEAST_POLYGAMMA < x < math.inf or (x <= 0 and x == int(x)):
        return math.nan
    total, sign = 0.0, (-1) ** n
    while x < 16:  # noqa: PLR2004 - from here on eight terms are as sharp as a double
        total -= sign * math.factorial(n) / x ** (n + 1)
        x += 1
    total += math.log(x) if n == 0 else -sign * math.factorial(n - 1) / x**n
    total -= sign * math.factorial(n) / (2 * x ** (n + 1))
    for k, bernoulli in enumerate(_BERNOULLI, 1):
        total -= sign * bernoulli * math.factorial(2 * k + n - 1) / math.factorial(2 * k) / x ** (2 * k + n)
    return float(total)


LEAST_POLYGAMMA = 190  # how far below zero it is computed; the gamma function itself is zero to a double there
_BERNOULLI = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510)  # B₂, B₄, …

_OWN: dict[str, Callable[..., Any]] = {
    "largest": lambda *parts: reduce(np.maximum, parts),
    "least": lambda *parts: reduce(np.minimum, parts),
    "factorial": _elementwise(lambda x: math.gamma(x + 1)),
    "gamma": _elementwise(math.gamma),
    "binomial": _elementwise(_binomial),
    "polygamma": _elementwise(_polygamma),
    "erf": _elementwise(math.erf),
    "impulse": lambda x, _order=0: np.where(x == 0, np.inf, 0 * x),
}
"""What rows of `symbols.functions` name and NumPy lacks."""


def _array_function(values: Values) -> Callable[..., Any] | None:
    match values:
        case Computed(array=name):
            function: Callable[..., Any] = _OWN.get(name) or getattr(np, name)
            return function
        case Reciprocal(of=name):
            below = _array_function(COMPUTED[name])
            return below and (lambda x: 1 / below(x))
        case AtReciprocal(of=name):
            outer = _array_function(COMPUTED[name])
            return outer and (lambda x: outer(1 / x))
        case _:
            return None


_ARRAY_FUNCTIONS: dict[type, Callable[..., Any]] = {
    getattr(sympy, name): function
    for name, values in COMPUTED.items()
    if hasattr(sympy, name) and (function := _array_function(values)) is not None
} | {
    sympy.Add: lambda *xs: reduce(np.add, xs),
    sympy.Mul: lambda *xs: reduce(np.multiply, xs),
    sympy.Eq: np.equal,
    sympy.Ne: np.not_equal,
    sympy.Lt: np.less,
    sympy.Le: np.less_equal,
    sympy.Gt: np.greater,
    sympy.Ge: np.greater_equal,
    sympy.And: lambda *xs: reduce(np.logical_and, xs),
    sympy.Or: lambda *xs: reduce(np.logical_or, xs),
    sympy.Not: np.logical_not,
}
"""The functions that rows of `symbols.functions` compute, and what joins values."""


_REPEATED = (sympy.Sum, sympy.Product)


def is_scalar(expression: object) -> bool:
    """Whether it is one number, not a vector, a set or a statement."""
    return isinstance(expression, sympy.Expr) and not isinstance(expression, sympy.MatrixBase | sympy.MatrixExpr)


def unused(key: str) -> sympy.Symbol:
    """The symbol of a variable that the expression does not name."""
    return sympy.Symbol(key, real=True)


def derivative(expression: sympy.Expr, variable: sympy.Symbol) -> sympy.Expr:
    """The derivative by one variable; steps (`⌊x⌋`, and with it a remainder) are flat between their jumps.
    By the end of a sum there is none.
    """
    limits = [limit for one in expression.atoms(*_REPEATED) for limit in one.limits]
    if any(variable in end.free_symbols for _, *ends in limits for end in ends):
        return sympy.nan
    return (
        _without_remainders(expression)
        .diff(variable)
        .replace(
            lambda e: isinstance(e, sympy.Derivative) and isinstance(e.expr, sympy.floor | sympy.ceiling),
            lambda _: sympy.S.Zero,
        )
    )


def where(expression: sympy.Expr, condition: sympy.Basic) -> sympy.Expr:
    """The expression, without a value where the condition does not hold."""
    return sympy.Piecewise((expression, condition), (sympy.nan, True))


def _without_remainders(expression: sympy.Expr) -> sympy.Expr:
    return expression.replace(sympy.Mod, lambda a, b: a - b * sympy.floor(a / b))


def computable(expression: sympy.Expr, variables: Sequence[sympy.Symbol]) -> sympy.Expr:
    """The same function with derivatives taken and short sums unrolled.

    Raises `UncomputableError` if anything in it is neither a number, one of `variables`, nor a function of the table.
    """
    flat = (
        _without_remainders(expression)
        .replace(lambda e: isinstance(e, sympy.Derivative | sympy.Subs), lambda e: e.doit())
        .replace(lambda e: isinstance(e, _REPEATED) and _terms(e) <= LARGEST_SUM, lambda e: e.doit())
    )
    _refuse_unknown(flat, frozenset(variables))
    return flat


def _refuse_unknown(node: sympy.Basic, known: frozenset[sympy.Symbol]) -> None:
    """Raises `UncomputableError` if anything in it cannot be computed of the `known` symbols."""
    if isinstance(node, _REPEATED) and _may_end(*node.limits[-1][1:]):
        inside, index, low, high = _outermost(node)
        _refuse_unknown(inside, known | {index})
        _refuse_unknown(low, known)
        return _refuse_unknown(high, known)
    if node.is_Symbol and node not in known:
        name, _, index = str(node).partition("_")
        picks = index in {str(one) for one in known}
        one_by_one = f": its index does not choose among data; write {name}_1, {name}_2, … one by one" if picks else ""
        raise UncomputableError(f"the value of {node} is not known{one_by_one}")
    if not _is_known(node):
        named = not node.args or isinstance(node, AppliedUndef)
        what = f"'{'i' if node is sympy.I else node}'" if named else f"its {type(node).__name__.lower()}"
        raise UncomputableError(f"{what} has no value that can be computed")
    for part in node.args:
        _refuse_unknown(part, known)
    return None


def _outermost(node: sympy.Sum | sympy.Product) -> tuple[sympy.Expr, sympy.Symbol, sympy.Expr, sympy.Expr]:
    """What is repeated, its index and both ends; SymPy writes sums in sums as one."""
    *inner, (index, low, high) = node.limits
    return (node.func(node.function, *inner) if inner else node.function), index, low, high


def _may_end(low: sympy.Expr, high: sympy.Expr) -> bool:
    """Whether there may be few enough terms; that depends on the variables."""
    return not (low.is_infinite or high.is_infinite or (low.is_Integer and high.is_Integer))


def _terms(repeated: sympy.Sum | sympy.Product) -> float:
    count = 1.0
    for _, low, high in repeated.limits:
        if not (low.is_Integer and high.is_Integer):
            return math.inf
        count *= max(0, int(high) - int(low) + 1)
    return count


def _is_known(node: sympy.Basic) -> bool:
    if node.is_Symbol or isinstance(node, BooleanAtom | ExprCondPair | sympy.Piecewise):
        return True
    if node.is_Atom:
        return bool(node is sympy.nan or node.is_extended_real)
    return isinstance(node, sympy.Pow) or node.func in _ARRAY_FUNCTIONS


def numpy_function(expression: sympy.Expr, variables: Sequence[sympy.Symbol]) -> Compute:
    """The closure that computes a `computable` expression."""
    places = {symbol: index for index, symbol in enumerate(variables)}
    return _closure(expression, places)


def divisor(expression: sympy.Expr) -> sympy.Expr:
    """What an expression is divided by: where it is zero there is no value, also where the numerator is zero too."""
    return sympy.together(expression).as_numer_denom()[1]


def values(compute: Compute, at: Sequence[ArrayLike]) -> Array:
    """The values at points whose coordinates broadcast, in an array of their common shape that is the caller's own."""
    arrays = [np.asarray(one, dtype=np.float64) for one in at]
    if len({one.shape for one in arrays}) > 1:
        arrays = [*np.broadcast_arrays(*arrays)]
    with np.errstate(all="ignore"):
        found = np.empty(arrays[0].shape if arrays else ())
        found[...] = compute(arrays)
    return found


def vector(numbers: Iterable[Array]) -> Array:
    """Single numbers as one array."""
    return np.array([float(number) for number in numbers])


def _closure(node: sympy.Basic, places: dict[sympy.Symbol, int]) -> Compute:
    if isinstance(node, _REPEATED):
        return _repeated(node, places)
    return _of_parts(node, places)


def _of_parts(node: sympy.Basic, places: dict[sympy.Symbol, int]) -> Compute:
    if node.is_Symbol:
        index = places[node]
        return lambda arrays: arrays[index]
    if isinstance(node, BooleanAtom):
        truth = bool(node)
        return lambda arrays: truth  # noqa: ARG005 - a constant looks at no array
    if node.is_Atom:
        constant = np.float64(node)
        return lambda arrays: constant  # noqa: ARG005 - a constant looks at no array
    if isinstance(node, sympy.Piecewise):
        return _piecewise([(_closure(e, places), _closure(c, places)) for e, c in node.args])
    parts = tuple(_closure(part, places) for part in node.args)
    if isinstance(node, sympy.Pow):
        return _power(parts[0], node.exp, parts[1])
    function = _ARRAY_FUNCTIONS[node.func]
    return lambda arrays: function(*(part(arrays) for part in parts))


def _repeated(node: sympy.Sum | sympy.Product, places: dict[sympy.Symbol, int]) -> Compute:
    """Term after term, where both ends are whole numbers; NaN elsewhere, and where there are too many."""
    inside, index, *ends = _outermost(node)
    first, last = (_closure(end, places) for end in ends)
    term = _closure(inside, {**places, index: len(places)})
    join, start = (np.add, 0.0) if isinstance(node, sympy.Sum) else (np.multiply, 1.0)

    def value(arrays: Sequence[Array]) -> Any:  # noqa: ANN401 - an array or a scalar, as for every `Compute`
        low, high = (np.asarray(end(arrays), dtype=np.float64) for end in (first, last))
        count = high - low + 1
        fits = (low == np.floor(low)) & (high == np.floor(high)) & (count >= 0) & (count <= LARGEST_SUM)
        total = np.where(fits, start, np.nan)
        for step in range(int(np.max(np.where(fits, count, 0), initial=0))):
            total = np.where(fits & (step < count), join(total, term([*arrays, low + step])), total)
        return total

    return value


def _power(base: Compute, exponent: sympy.Expr, exponent_value: Compute) -> Compute:
    """Whole exponents as whole numbers, so that negative bases keep a value; roots by the sharper `sqrt`."""
    if exponent.is_Integer and abs(int(exponent)) < 2**31:
        whole = int(exponent)
        if whole < 0:
            return lambda arrays: 1 / np.power(np.float64(base(arrays)), -whole)
        return lambda arrays: np.power(base(arrays), whole)
    if exponent == sympy.Rational(1, 2):
        return lambda arrays: np.sqrt(base(arrays))
    return lambda arrays: _powered(base(arrays), exponent_value(arrays))


def _powered(base: Any, exponent: Any) -> Any:  # noqa: ANN401 - arrays or scalars, as for every `Compute`
    """NaN also where NumPy says 1 of no number: `inf^0`, `1^inf`."""
    found = np.power(base, exponent)
    return np.where(found == 1, found + 0 * base + 0 * exponent, found)


def _piecewise(cases: Sequence[tuple[Compute, Compute]]) -> Compute:
    def value(arrays: Sequence[Array]) -> Any:  # noqa: ANN401 - an array or a scalar, as for every `Compute`
        shape = np.broadcast_shapes(*(array.shape for array in arrays))
        conditions = [np.broadcast_to(condition(arrays), shape) for _, condition in cases]
        return np.select(conditions, [np.broadcast_to(case(arrays), shape) for case, _ in cases], default=np.nan)

    return value


def _javascript_call(values: Values, *arguments: str) -> str | None:
    match values:
        case Computed(javascript=function):
            return f"{function}({', '.join(arguments)})"
        case Reciprocal(of=name):
            return f"(1 / {_javascript_call(COMPUTED[name], *arguments)})"
        case AtReciprocal(of=name):
            return _javascript_call(COMPUTED[name], f"1 / ({arguments[0]})")
        case _:
            return None


_JAVASCRIPT = {
    name: [(lambda *_: True, partial(_javascript_call, values))]
    for name, values in COMPUTED.items()
    if not isinstance(values, Balls)
}
"""How SymPy's printer writes each function: whatever its arguments, as a call."""


class _Printer(JavascriptCodePrinter):  # type: ignore[misc]  # SymPy has no types
    """SymPy's printer, with the few things added that it refuses, and roots of negative numbers left undefined."""

    def _print_NaN(self, _expr: sympy.Basic) -> str:  # noqa: N802 - SymPy finds printers by this name
        return "Number.NaN"

    def _print_BooleanTrue(self, _expr: sympy.Basic) -> str:  # noqa: N802 - SymPy finds printers by this name
        return "true"

    def _print_Sum(self, expr: sympy.Sum) -> str:  # noqa: N802 - SymPy finds printers by this name
        return self._repeated(expr, "+", "0")

    def _print_Product(self, expr: sympy.Product) -> str:  # noqa: N802 - SymPy finds printers by this name
        return self._repeated(expr, "*", "1")

    def _repeated(self, expr: sympy.Sum | sympy.Product, sign: str, start: str) -> str:
        inside, index, low, high = _outermost(expr)
        name = f"k{len(inside.atoms(sympy.Sum, sympy.Product))}"  # one inside of another has less inside of it
        term = inside.xreplace({index: sympy.Symbol(name, real=True)})
        fits = f"low % 1 === 0 && high % 1 === 0 && low <= high + 1 && high - low < {LARGEST_SUM}"
        run = f"for (let {name} = low; {name} <= high; {name}++) total = total {sign} ({self._print(term)})"
        body = f"if (!({fits})) return NaN; let total = {start}; {run}; return total;"
        return f"((low, high) => {{ {body} }})({self._print(low)}, {self._print(high)})"

    def _print_Pow(self, expr: sympy.Pow) -> str:  # noqa: N802 - SymPy finds printers by this name
        if expr.exp == sympy.Rational(1, 3):
            return f"Math.pow({self._print(expr.base)}, 1/3)"
        return str(super()._print_Pow(expr))


def javascript_function(expression: sympy.Expr, variables: Sequence[sympy.Symbol]) -> str:
    """`(x0, x1) => …` of a `computable` expression, its parameters in the order of `variables`."""
    names = [sympy.Symbol(f"x{index}", real=True) for index in range(len(variables))]
    renamed = expression.xreplace(dict(zip(variables, names, strict=True)))
    total = renamed.replace(
        lambda e: isinstance(e, sympy.Piecewise) and e.args[-1][1] is not sympy.true,
        lambda e: sympy.Piecewise(*e.args, (sympy.nan, True)),
    )
    body = " ".join(_Printer({"strict": True, "user_functions": _JAVASCRIPT}).doprint(total).split())
    return f"({', '.join(map(str, names))}) => {body}"
