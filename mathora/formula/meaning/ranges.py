r"""Limits, sums, products, integrals and extrema as SymPy: what ranges over a bound variable.

Laws:
- They stay unevaluated, for the prover to decide; a sum with literal ends is written out.
- A bound variable is a symbol of its own, named after its key and its depth.
- A product of no factors is 1, and positive: what SymPy answers of its sign otherwise changes from run to run.
- A limit is taken from where the body has values; a term or a side without any is `Undefined`.
"""

from __future__ import annotations

import sympy
from sympy import S
from sympy.logic.boolalg import Boolean

from mathora.formula import tree
from mathora.formula.meaning.calculus import variable_of
from mathora.formula.meaning.linear import added, multiplied
from mathora.formula.meaning.scope import Scope, Undefined, Untranslatable, is_matrix
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.canonical_latex import symbol_key

MOST_UNROLLED = 64  # terms of a sum with literal ends that are written out
NEAR = sympy.Rational(1, 10**9)  # how far from a limit's target it is asked whether the body has a value there


class OverRange(sympy.Function):  # type: ignore[misc] # SymPy is untyped
    r"""`\\max_{0 \\le x \\le 3} V(x)`: (kind, body, variable, condition), for the prover to decide."""

    nargs = 4
    is_commutative = True  # its condition says nothing of it, and what is not is never 0

    @property
    def free_symbols(self) -> set[Expr]:
        """All but the bound variable."""
        kind, _, variable, _ = self.args
        found: set[Expr] = super().free_symbols
        own: set[Expr] = variable.free_symbols
        return found - {kind} - own


def limit(node: tree.Limit, scope: Scope) -> Expr:
    """A limit in one variable; without a side it is from both sides. Raises Untranslatable for several variables."""
    if isinstance(node.variable, tree.Tuple):
        raise Untranslatable(
            r"a limit of two variables: write what stands there in r, \lim_{r \to 0^+}, or a bound of it"
        )
    name = variable_of(node.variable)
    target = scope.scalar(node.target)
    counts = scope.kind(symbol_key(name)) in {"integer", "natural"}
    if target is S.Infinity and _ends_a_sum(name, node.body):
        symbol = scope.running(name, integer=True, positive=True)
    else:
        symbol = scope.running(name, integer=counts)
    with scope.bound(name, symbol), scope.apart() as (conditions, domain):
        body = scope.of(node.body)
    scope.carry_free(conditions, domain, symbol)
    side = _side(node.side, [one for one in conditions if symbol in one.free_symbols], symbol, target)
    side = side or ("-" if target is S.Infinity else "+" if target is S.NegativeInfinity else "+-")
    if is_matrix(body):
        return body.applyfunc(lambda entry: scope.exist(sympy.Limit(entry, symbol, target, side)))
    return scope.exist(sympy.Limit(body, symbol, target, side))


def _ends_a_sum(name: tree.Symbol, body: tree.Node) -> bool:
    """Whether a name is how many terms there are, so that it is a whole number."""
    ends = [part.over for _, part in tree.walk(body) if isinstance(part, tree.Big) and part.over is not None]
    return any(part == name for end in ends for _, part in tree.walk(end))


def _side(written: str, conditions: list[Expr], symbol: Expr, target: Expr) -> str:
    """The side that is written, or the only one from which the body has values near the target."""
    if not target.is_finite:
        return written
    near = {"+": target + NEAR, "-": target - NEAR}
    open_sides = [side for side, place in near.items() if all(one.subs(symbol, place) != S.false for one in conditions)]
    if not open_sides or (written and written not in open_sides):
        raise Undefined("the limit is taken where the function has no values")
    return written or (open_sides[0] if len(open_sides) == 1 else "")


class RangeProduct(sympy.Product):  # type: ignore[misc] # SymPy is untyped
    """A product over an index. SymPy 1.14 says of an empty one both that it is positive and that it is at most 0, and
    asks in an order that is shuffled: `log` of it was now 0, now iπ + …, now infinite.
    """

    def _eval_is_extended_nonpositive(self) -> bool | None:
        return False if self.has_empty_sequence else None


def big(node: tree.Big, scope: Scope) -> Expr:
    """A sum or product; with literal ends it is written out."""
    if node.operator not in {r"\sum", r"\prod"}:
        raise Untranslatable("a union over an index")
    name, low, high = _range(node, scope)
    if low.is_Integer and high.is_Integer and high - low < MOST_UNROLLED:
        return _unrolled(node, name, range(int(low), int(high) + 1), scope)
    signs = {"positive": True} if low.is_positive else {"nonnegative": True} if low.is_nonnegative else {}
    symbol = scope.running(name, integer=True, **signs)
    with scope.bound(name, symbol), scope.apart() as (conditions, domain):
        body = scope.of(node.body)
    scope.carry_free(conditions, domain, symbol)
    for condition in conditions:
        if low.is_Integer and any(condition.xreplace({symbol: low + step}) == S.false for step in range(4)):
            raise Undefined("a term of the sum has no value")
    if is_matrix(body):
        raise Untranslatable("a sum of vectors without a literal range")
    found = (sympy.Sum if node.operator == r"\sum" else RangeProduct)(body, (symbol, low, high))
    return scope.exist(found) if high is S.Infinity else found


def _unrolled(node: tree.Big, name: tree.Symbol, indices: range, scope: Scope) -> Expr:
    total: Expr = None
    for index in indices:
        with scope.bound(name, sympy.Integer(index)):
            term = scope.of(node.body)
        if total is None:
            total = term
        elif node.operator == r"\sum":
            total = added(total, term, 1)
        else:
            total = multiplied(total, term, "", scope)
    return total if total is not None else S.Zero if node.operator == r"\sum" else S.One


def _range(node: tree.Big, scope: Scope) -> tuple[tree.Symbol, Expr, Expr]:
    under = node.under
    if isinstance(under, tree.Relation) and under.operators == ("=",) and isinstance(under.operands[0], tree.Symbol):
        if node.over is None:
            raise Untranslatable("a sum without an upper end")
        return under.operands[0], scope.scalar(under.operands[1]), scope.scalar(node.over)
    if isinstance(under, tree.Symbol) and node.over is not None:
        return under, S.One, scope.scalar(node.over)
    if isinstance(under, tree.Symbol):
        return under, S.One, sympy.Symbol(f"last {symbol_key(under)}", integer=True, positive=True)
    if isinstance(under, tree.Relation) and node.over is None and isinstance(under.operands[0], tree.Symbol):
        first = scope.scalar(under.operands[-1])
        if under.operators == (r"\ge",):
            return under.operands[0], first, S.Infinity
        if under.operators == (">",):
            return under.operands[0], first + 1, S.Infinity
    raise Untranslatable("a sum over what is not a range of whole numbers")


def integral(node: tree.Integral, scope: Scope) -> Expr:
    """A definite integral per differential, or an antiderivative."""
    if node.operator != r"\int":
        raise Untranslatable(_REGION)
    name = variable_of(node.differentials[0].variable) if node.differentials else _inner_differential(node)
    if len(node.differentials) > 1:
        raise Untranslatable("several differentials behind one integral")
    if node.lower is None or node.upper is None:
        if node.lower is not None or node.upper is not None:
            raise Untranslatable("an integral over a region")
        symbol = scope.of(name)
        body = _integrand(node, name, scope)
        if not symbol.is_Symbol:
            raise Untranslatable("an antiderivative by what is not a variable")
        return sympy.Integral(body, symbol)
    low, high = scope.scalar(node.lower), scope.scalar(node.upper)
    symbol = scope.running(name, **({"positive": True} if low.is_nonnegative and high.is_nonnegative else {}))
    with scope.bound(name, symbol), scope.apart() as (conditions, domain):
        body = _integrand(node, name, scope)
    scope.carry_free(conditions, domain, symbol)
    if is_matrix(body):
        raise Untranslatable("the integral of a vector")
    return scope.exist(sympy.Integral(body, (symbol, low, high)))


_REGION = (
    "an integral over a region of which it is not known that no side is empty: state it (a: positive, a \\le b), "
    "or write integrals inside each other"
)


def _integrand(node: tree.Integral, name: tree.Symbol, scope: Scope) -> Expr:
    with scope.integrating("" if node.differentials else symbol_key(name)):
        return S.One if node.body is None else scope.scalar(node.body)


def _inner_differential(node: tree.Integral) -> tree.Symbol:
    found = [part for _, part in tree.walk(node.body or node) if isinstance(part, tree.Differential)]
    if len(found) != 1:
        raise Untranslatable("an integral without its differential")
    return variable_of(found[0].variable)


def extremum(node: tree.Extremum, scope: Scope) -> Expr:
    """A maximum or minimum over a condition on one variable, over several variables, or over those of an equation, for
    the prover to decide.
    """
    if isinstance(node.under, tree.Listing):
        return _over_several(node, node.under.items, scope)
    if isinstance(node.under, tree.Relation) and node.under.operators == ("=",):
        names = dict.fromkeys(tree.symbols(node.under))
        spoken = {one for _, one in tree.walk(node.body)}
        if not names.keys() <= spoken or not all(_varies(one, scope) for one in names):
            raise Untranslatable("an extremum over an equation of which the body does not speak in all its names")
        return _over_several(node, tuple(names), scope, node.under.operands)
    name = next((part for part in tree.symbols(node.under) if _varies(part, scope)), None)
    if name is None:
        raise Untranslatable("an extremum over what is not one variable")
    if scope.kind(symbol_key(name)) in {"vector", "matrix"}:
        raise Untranslatable("an extremum over a vector: write it over its components")
    symbol = scope.running(name)
    with scope.bound(name, symbol), scope.apart() as (_, domain):
        condition = S.true if isinstance(node.under, tree.Symbol) else scope.of(node.under)
        body = scope.scalar(node.body)
    if not isinstance(condition, Boolean):
        raise Untranslatable(r"an extremum over a set of no name: write x \in before it")
    declared = sympy.And(condition, *domain)
    if condition.free_symbols - {symbol}:
        raise Untranslatable("an extremum over several variables")
    return OverRange(sympy.Symbol(node.operator), body, symbol, declared)


def _over_several(
    node: tree.Extremum, names: tuple[tree.Node, ...], scope: Scope, equal: tuple[tree.Node, ...] = ()
) -> Expr:
    symbols = [scope.running(one) for one in names if isinstance(one, tree.Symbol)]
    keys = [symbol_key(one) for one in names]
    if len(symbols) != len(keys) or any(scope.kind(key) in {"vector", "matrix", "integer", "natural"} for key in keys):
        raise Untranslatable("an extremum over several variables, with a condition")
    symbols = [sympy.Symbol(f"{one.name}~{place}", real=True) for place, one in enumerate(symbols)]
    with scope.binding(dict(zip(keys, symbols, strict=True))), scope.apart() as (conditions, domain):
        body = scope.scalar(node.body)
        sides = [scope.scalar(one) for one in equal]
    if conditions or domain or not symbols:
        raise Untranslatable("an extremum over several variables, with a condition")
    if node.operator.startswith("arg"):
        raise Untranslatable("the place of an extremum of several variables: state where the gradient is zero")
    return OverRange(sympy.Symbol(node.operator), body, sympy.Tuple(*symbols), sympy.Eq(*sides) if sides else S.true)


def _varies(name: tree.Symbol, scope: Scope) -> bool:
    definition = scope.definition(symbol_key(name))
    return definition is None
