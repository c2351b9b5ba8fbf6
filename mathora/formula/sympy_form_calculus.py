r"""Derivatives, gradients, limits, sums and integrals as SymPy.

Owns: the calculus nodes, and derivatives as functions (`V'`, `\nabla L`, `\frac{\partial L}{\partial w_1}` before their
arguments).

Laws:
- Derivatives are taken symbolically at once; sums, limits and integrals stay unevaluated for the prover to decide.
- A derivative by w_1 differentiates by the name w_1 wherever it stands, w_1 being free for that moment; only then is put
  in what w_1 is. So ∂L/∂w_1 is partial, and dL/dt, with w_1(t) in the model, is total.
- A bound variable is a symbol of its own, named after its key and its depth.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

import sympy
from sympy import S

from mathora.formula import tree
from mathora.formula.latex import symbol_key
from mathora.formula.sympy_form_functions import Formal, substituted
from mathora.formula.sympy_form_linear import added, multiplied
from mathora.formula.sympy_form_scope import Mismatch, Scope, Undefined, Untranslatable, is_matrix

MOST_UNROLLED = 64
"""Terms of a sum with literal ends that are written out."""

HIGHEST_ORDER = 24

NEAR = sympy.Rational(1, 10**9)
"""How far from a limit's target it is asked whether the body has a value there."""


class OverRange(sympy.Function):
    """`\\max_{0 \\le x \\le 3} V(x)`: (kind, body, variable, condition), for the prover to decide."""

    nargs = 4

    @property
    def free_symbols(self) -> set[Any]:
        kind, _, variable, _ = self.args
        return super().free_symbols - {kind, variable}


def differentiated(value: Any, variable: Any, order: int = 1) -> Any:
    """The derivative of a number or, entry by entry, of a vector or matrix."""
    if order > HIGHEST_ORDER:
        raise Untranslatable("a derivative of a very high order")
    if is_matrix(value):
        return value.applyfunc(lambda entry: differentiated(entry, variable, order))
    if value.has(sympy.floor, sympy.ceiling, sympy.Mod):
        raise Untranslatable("a derivative of what jumps")
    return sympy.diff(value, variable, order)


def kinks(value: Any) -> tuple[Any, ...]:
    """Conditions under which a number is smooth: |u| and sgn u away from 0, max and min where their arguments differ."""
    if is_matrix(value):
        return tuple(condition for entry in value for condition in kinks(entry))
    found = [sympy.Ne(part.args[0], 0) for part in value.atoms(sympy.Abs, sympy.sign)]
    for part in value.atoms(sympy.Max, sympy.Min):
        found += [sympy.Ne(one - other, 0) for one, other in combinations(part.args, 2)]
    for part in value.atoms(sympy.Piecewise):
        found += [
            sympy.Ne(one.lhs - one.rhs, 0) for _, condition in part.args for one in condition.atoms(sympy.core.relational.Relational)
        ]
    return tuple(sorted(found, key=str))


# ── derivatives ───────────────────────────────────────────────────────────────────────────────────────────────────────


def derivative(node: tree.Derivative, scope: Scope) -> Any:
    """The value of a derivative at the names it is written with."""
    variables = [_variable(one) for one in node.variables]
    outer = [scope.of(one) for one in variables]
    if len(variables) == 1 and is_matrix(outer[0]):
        return _by_vector(node, outer[0], scope)
    fresh = {symbol_key(one): scope.fresh(symbol_key(one)) for one in variables}
    with scope.binding(fresh), scope.apart() as (conditions, domain):
        value = scope.of(node.operand)
    if isinstance(node.operand, tree.Symbol) and not set(fresh.values()) <= value.free_symbols:
        raise Untranslatable(f"{scope.key(node.operand)} does not depend on a variable that it is differentiated by")
    conditions.extend(kinks(value))
    for one, order in zip(variables, node.orders, strict=True):
        value = differentiated(value, fresh[symbol_key(one)], order)
    change = dict(zip(fresh.values(), outer, strict=False))
    scope.carry(conditions, domain, lambda one: substituted(one, change))
    return substituted(value, change)


def _variable(node: tree.Node) -> tree.Symbol:
    if isinstance(node, tree.Symbol):
        return node
    raise Untranslatable("a derivative by what is not a name")


def _by_vector(node: tree.Derivative, vector: Any, scope: Scope) -> Any:
    """A derivative by a vector is the gradient by its components."""
    if node.order != 1 or not all(entry.is_Symbol for entry in vector):
        raise Untranslatable("a derivative by a vector that is not made of variables")
    value = scope.of(node.operand)
    if is_matrix(value):
        return sympy.ImmutableMatrix([[sympy.diff(entry, one) for one in vector] for entry in value])
    return vector.applyfunc(lambda one: sympy.diff(value, one))


def prime(node: tree.Prime, scope: Scope) -> Any:
    """`f'` in the place of a value: at its own variable; `(x^2)'` by its only variable."""
    try:
        function = scope.formal(node)
    except Untranslatable:
        value = scope.of(node.operand)
        symbols = sorted(value.free_symbols, key=str)
        if len(symbols) != 1:
            raise
        return differentiated(value, symbols[0], node.order)
    return function.at(tuple(scope.named(one) for one in function.keys), scope)


def formal(head: tree.Node, scope: Scope) -> Formal | None:
    """A derivative as a function of the same parameters; None for other heads."""
    match head:
        case tree.Prime(operand=operand, order=order):
            function = scope.formal(operand)
            if len(function.parameters) != 1:
                raise Untranslatable("a prime on a function of several variables")
            return function.smooth(kinks(function.body), differentiated(function.body, function.parameters[0], order))
        case tree.Derivative(operand=operand, variables=variables, orders=orders):
            function = scope.formal(operand)
            value = function.body
            places = dict(zip(function.keys, function.parameters, strict=True))
            for variable, order in zip(variables, orders, strict=True):
                key = symbol_key(_variable(variable))
                if key not in places:
                    raise Untranslatable(f"{key} is no variable of the function")
                value = differentiated(value, places[key], order)
            return function.smooth(kinks(function.body), value)
        case tree.Nabla(operand=operand):
            return _nabla_formal(head, scope.formal(operand), scope)
        case _:
            return None


def nabla(node: tree.Nabla, scope: Scope) -> Any:
    """`\\nabla L` in the place of a value: at the function's own variables."""
    if isinstance(node.operand, tree.Symbol) and scope.definition(scope.key(node.operand)) is not None:
        function = scope.formal(node)
        if function.parameters:
            return function.at(tuple(scope.named(one) for one in function.keys), scope)
    value = scope.of(node.operand)
    variables = tuple(sorted(value.free_symbols, key=str))
    if node.subscript is not None:
        variables = _by(node.subscript, scope)
    return _applied(node.kind, value, variables)


def _nabla_formal(node: tree.Nabla, function: Formal, scope: Scope) -> Formal:
    flat = tuple(
        entry for parameter in function.parameters for entry in (parameter if is_matrix(parameter) else (parameter,))
    )
    if node.subscript is not None:
        own = dict(zip(function.keys, function.parameters, strict=True))
        flat = tuple(own_value for key in _keys(node.subscript, scope) for own_value in _entries(own.get(key)))
    return function.smooth(kinks(function.body), _applied(node.kind, function.body, flat))


def _entries(value: Any) -> tuple[Any, ...]:
    if value is None:
        raise Untranslatable("a gradient by what is no variable of the function")
    return tuple(value) if is_matrix(value) else (value,)


def _keys(subscript: tree.Node, scope: Scope) -> tuple[str, ...]:
    """The names of `\\nabla_w` or `\\nabla_{x, y}`; a defined vector stands for its components' names."""
    parts = subscript.items if isinstance(subscript, tree.Listing) else (subscript,)
    keys: list[str] = []
    for part in parts:
        key = symbol_key(_variable(part))
        definition = scope.definition(key)
        if definition is not None and isinstance(definition[1], tree.Tuple):
            keys += [symbol_key(_variable(item)) for item in definition[1].items]
        else:
            keys.append(key)
    return tuple(keys)


def _by(subscript: tree.Node, scope: Scope) -> tuple[Any, ...]:
    return tuple(entry for key in _keys(subscript, scope) for entry in _entries(scope.named(key)))


def _applied(kind: str, value: Any, variables: tuple[Any, ...]) -> Any:
    if kind == "gradient":
        if is_matrix(value):
            return sympy.ImmutableMatrix([[sympy.diff(entry, one) for one in variables] for entry in value])
        if len(variables) == 1:
            return sympy.diff(value, variables[0])
        return sympy.ImmutableMatrix([sympy.diff(value, one) for one in variables])
    if kind == "laplacian":
        return added(S.Zero, sympy.Add(*(sympy.diff(value, one, 2) for one in variables)), 1)
    if not is_matrix(value) or len(value) != len(variables):
        raise Mismatch(f"the {kind} of what is not a vector field")
    if kind == "divergence":
        return sympy.Add(*(sympy.diff(entry, one) for entry, one in zip(value, variables, strict=True)))
    if len(variables) != 3:  # noqa: PLR2004 - a curl lives in space
        raise Mismatch("the curl of a field that is not in space")
    (x, y, z), (p, q, r) = variables, value
    d = sympy.diff
    return sympy.ImmutableMatrix([d(r, y) - d(q, z), d(p, z) - d(r, x), d(q, x) - d(p, y)])


def directional(node: tree.Directional, scope: Scope) -> Any:
    """`D_u f` = ∇f · u."""
    gradient = nabla(tree.Nabla("gradient", None, node.operand), scope)
    return multiplied(gradient, scope.of(node.along), r"\cdot", scope)


def differential(node: tree.Differential, scope: Scope) -> Any:
    """`dx`: a symbol of its own; the total differential of a function; 1 for the variable being integrated by."""
    variable = _variable(node.variable)
    if symbol_key(variable) == scope.integration_key:
        return S.One
    if scope.definition(scope.key(variable)) is None:
        return sympy.Symbol(f"d{scope.key(variable)}", real=True)
    value = scope.of(variable)
    names = sorted(value.free_symbols, key=str)
    return sympy.Add(*(sympy.diff(value, one) * sympy.Symbol(f"d{one}", real=True) for one in names))


def evaluated(node: tree.Evaluated, scope: Scope) -> Any:
    """The body at a place, or the difference between two."""
    with scope.apart() as (conditions, domain):
        body = scope.of(node.body)
    if node.upper is None and isinstance(node.lower, (tree.Relation, tree.Listing)):
        return _where(node.lower, body, (conditions, domain), scope)
    symbols = sorted(body.free_symbols, key=str)
    if len(symbols) > 1:
        raise Untranslatable("a bar with several variables: write x = …")
    values = []
    for end in (node.lower, node.upper):
        if end is not None:
            change = {symbols[0]: scope.of(end)} if symbols else {}
            scope.carry(conditions, domain, lambda one, change=change: substituted(one, change))
            values.append(_at_end(body, change))
    return values[0] if len(values) == 1 else added(values[1], values[0], -1)


def _at_end(body: Any, change: dict[Any, Any]) -> Any:
    for symbol, end in change.items():
        if end in (S.Infinity, S.NegativeInfinity):
            return sympy.Limit(body, symbol, end, "-" if end is S.Infinity else "+")
    return substituted(body, change)


def _where(lower: tree.Node, body: Any, gathered: tuple[list[Any], list[Any]], scope: Scope) -> Any:
    change: dict[Any, Any] = {}
    for one in lower.items if isinstance(lower, tree.Listing) else (lower,):
        if not isinstance(one, tree.Relation) or one.operators != ("=",):
            raise Untranslatable("a bar with what is not an equation")
        left, right = (scope.of(operand) for operand in one.operands)
        names, values = (tuple(left), tuple(right)) if is_matrix(left) and is_matrix(right) else ((left,), (right,))
        change |= dict(zip(names, values, strict=False))
    scope.carry(*gathered, lambda one: substituted(one, change))
    return substituted(body, change)


# ── limits, sums, integrals, extrema ──────────────────────────────────────────────────────────────────────────────────


def limit(node: tree.Limit, scope: Scope) -> Any:
    """A limit in one variable; without a side it is from both sides. Raises Untranslatable for several variables."""
    name = _variable(node.variable)
    target = scope.scalar(node.target)
    symbol = scope.running(name, integer=scope.kind(symbol_key(name)) in {"integer", "natural"})
    with scope.bound(name, symbol), scope.apart() as (conditions, domain):
        body = scope.of(node.body)
    scope.carry_free(conditions, domain, symbol)
    side = _side(node.side, [one for one in conditions if symbol in one.free_symbols], symbol, target)
    side = side or ("-" if target is S.Infinity else "+" if target is S.NegativeInfinity else "+-")
    if is_matrix(body):
        return body.applyfunc(lambda entry: sympy.Limit(entry, symbol, target, side))
    return sympy.Limit(body, symbol, target, side)


def _side(written: str, conditions: list[Any], symbol: Any, target: Any) -> str:
    """The side that is written, or the only one from which the body has values near the target."""
    if not target.is_finite:
        return written
    near = {"+": target + NEAR, "-": target - NEAR}
    open_sides = [side for side, place in near.items() if all(one.subs(symbol, place) != S.false for one in conditions)]
    if not open_sides or (written and written not in open_sides):
        raise Undefined("the limit is taken where the function has no values")
    return written or (open_sides[0] if len(open_sides) == 1 else "")


def big(node: tree.Big, scope: Scope) -> Any:
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
    return (sympy.Sum if node.operator == r"\sum" else sympy.Product)(body, (symbol, low, high))


def _unrolled(node: tree.Big, name: tree.Symbol, indices: range, scope: Scope) -> Any:
    total: Any = None
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


def _range(node: tree.Big, scope: Scope) -> tuple[tree.Symbol, Any, Any]:
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


def integral(node: tree.Integral, scope: Scope) -> Any:
    """A definite integral per differential, or an antiderivative."""
    if node.operator != r"\int":
        raise Untranslatable("an integral over a region")
    name = _variable(node.differentials[0].variable) if node.differentials else _inner_differential(node)
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
    return sympy.Integral(body, (symbol, low, high))


def _integrand(node: tree.Integral, name: tree.Symbol, scope: Scope) -> Any:
    with scope.integrating("" if node.differentials else symbol_key(name)):
        return S.One if node.body is None else scope.scalar(node.body)


def _inner_differential(node: tree.Integral) -> tree.Symbol:
    found = [part for _, part in tree.walk(node.body or node) if isinstance(part, tree.Differential)]
    if len(found) != 1:
        raise Untranslatable("an integral without its differential")
    return _variable(found[0].variable)


def extremum(node: tree.Extremum, scope: Scope) -> Any:
    """A maximum or minimum over a condition on one variable, for the prover to decide."""
    name = next(
        (part for _, part in tree.walk(node.under) if isinstance(part, tree.Symbol) and _varies(part, scope)), None
    )
    if name is None:
        raise Untranslatable("an extremum over what is not one variable")
    symbol = scope.running(name)
    with scope.bound(name, symbol), scope.apart() as (_, domain):
        condition = S.true if isinstance(node.under, tree.Symbol) else scope.of(node.under)
        body = scope.scalar(node.body)
    declared = sympy.And(condition, *domain)
    if condition.free_symbols - {symbol}:
        raise Untranslatable("an extremum over several variables")
    kind = {"sup": "max", "inf": "min"}.get(node.operator, node.operator)
    return OverRange(sympy.Symbol(kind), body, symbol, declared)


def _varies(name: tree.Symbol, scope: Scope) -> bool:
    definition = scope.definition(symbol_key(name))
    return definition is None
