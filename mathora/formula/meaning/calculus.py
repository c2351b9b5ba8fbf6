r"""Derivatives and gradients as SymPy.

Owns: derivatives in the place of a value, and derivatives as functions (`V'`, `\nabla L`, `\frac{\partial L}{\partial
w_1}` before their arguments).

Laws:
- Derivatives are taken symbolically at once.
- A derivative by w_1 differentiates by the name w_1 wherever it stands, also in what is defined by it, w_1 being free
  for that moment; only then is put in what w_1 is. Of a function by its own parameter the other parameters stay. So
  ∂L/∂w_1 is partial, and dL/dt, with w_1(t) in the model, is total.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import combinations

import sympy
from sympy import S

from mathora.formula import tree
from mathora.formula.meaning.functions import Formal, substituted
from mathora.formula.meaning.linear import added, multiplied
from mathora.formula.meaning.scope import Mismatch, Scope, Untranslatable, is_matrix
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model

HIGHEST_ORDER = 24
SPACE = ("x", "y", "z")  # the coordinates where nothing else is said


def differentiated(value: Expr, variable: Expr, order: int = 1) -> Expr:
    """The derivative of a number or, entry by entry, of a vector or matrix."""
    if order > HIGHEST_ORDER:
        raise Untranslatable("a derivative of a very high order")
    if is_matrix(value):
        return value.applyfunc(lambda entry: differentiated(entry, variable, order))
    if value.has(sympy.floor, sympy.ceiling, sympy.Mod):
        raise Untranslatable("a derivative of what jumps")
    return sympy.diff(value, variable, order)


def kinks(value: Expr) -> tuple[Expr, ...]:
    """Conditions under which a number is smooth: |u| away from u = 0, max and min where their arguments differ."""
    if is_matrix(value):
        return tuple(condition for entry in value for condition in kinks(entry))
    found = [sympy.Ne(part.args[0], 0) for part in value.atoms(sympy.Abs, sympy.sign)]
    for part in value.atoms(sympy.Max, sympy.Min):
        found += [sympy.Ne(one - other, 0) for one, other in combinations(part.args, 2)]
    for part in value.atoms(sympy.Piecewise):
        found += [
            sympy.Ne(one.lhs - one.rhs, 0)
            for _, condition in part.args
            for one in condition.atoms(sympy.core.relational.Relational)
        ]
    return tuple(sorted(found, key=str))


# ── derivatives ───────────────────────────────────────────────────────────────────────────────────────────────────────


def derivative(node: tree.Derivative, scope: Scope) -> Expr:
    """The value of a derivative at the names it is written with."""
    variables = [variable_of(one) for one in node.variables]
    if any(_is_of_known_array(one, scope.model) for one in variables):
        raise Untranslatable("a derivative by an entry of what has a value")
    outer = {symbol_key(one): scope.of(one) for one in variables}
    first = outer[symbol_key(variables[0])]
    if len(variables) == 1 and is_matrix(first):
        return _by_vector(node, first, scope)
    own = _own_parameters(node.operand, scope)
    fresh = {key: value if value.is_Symbol and key not in own else scope.fresh(key) for key, value in outer.items()}
    with scope.binding(fresh), scope.apart() as (conditions, domain):
        value = scope.of(node.operand)
    if isinstance(node.operand, tree.Symbol) and not set(fresh.values()) <= value.free_symbols:
        raise Untranslatable(f"{scope.key(node.operand)} does not depend on a variable that it is differentiated by")
    conditions.extend(kinks(value))
    families = {getattr(type(part), "unknown", "") for part in value.atoms(sympy.Function)}
    if any(key.partition("_")[0] in families for key in fresh if "_" in key):
        raise Untranslatable("a derivative by a member of what a sum runs over: write the sum out, \\sum_{i=1}^{2}")
    for one, order in zip(variables, node.orders, strict=True):
        value = differentiated(value, fresh[symbol_key(one)], order)
    change = {fresh[key]: value_of for key, value_of in outer.items()}
    scope.carry(conditions, domain, lambda one: substituted(one, change))
    return substituted(value, change)


def _is_of_known_array(symbol: tree.Symbol, model: Model) -> bool:
    """Whether a name is an entry of a vector or matrix that has a value, and has one itself."""
    own, array = (model.named(one) for one in (symbol, replace(symbol, subscript=None)))
    known = array is not None and array.body is not None and array.shape is not None and symbol.subscript is not None
    return known and (own is None or own.body is not None)


def _own_parameters(operand: tree.Node, scope: Scope) -> tuple[str, ...]:
    """The parameters of a function that is differentiated as a whole: by them the derivative is partial."""
    definition = scope.definition(scope.key(operand)) if isinstance(operand, tree.Symbol) else None
    return () if definition is None else definition[0]


def variable_of(node: tree.Node) -> tree.Symbol:
    """The name that something is differentiated or integrated by. Raises Untranslatable."""
    if isinstance(node, tree.Symbol):
        return node
    raise Untranslatable("a derivative by what is not a name")


def _by_vector(node: tree.Derivative, vector: Expr, scope: Scope) -> Expr:
    """A derivative by a vector is the gradient by its components."""
    if node.order != 1 or not all(entry.is_Symbol for entry in vector):
        raise Untranslatable("a derivative by a vector that is not made of variables")
    value = scope.of(node.operand)
    if is_matrix(value) and vector.cols > 1:
        raise Untranslatable("a derivative of a vector by a matrix")
    if is_matrix(value):
        return sympy.ImmutableMatrix([[sympy.diff(entry, one) for one in vector] for entry in value])
    return vector.applyfunc(lambda one: sympy.diff(value, one))


def prime(node: tree.Prime, scope: Scope) -> Expr:
    """`f'` in the place of a value: at its own variable; `(x^2)'` by its only variable."""
    try:
        function = scope.formal(node)
    except Untranslatable:
        value = scope.of(node.operand)
        symbols = sorted(value.free_symbols, key=str)
        if len(symbols) != 1 or (isinstance(node.operand, tree.Symbol) and value.is_Symbol):
            raise  # by itself? a name may depend on others
        return differentiated(value, symbols[0], node.order)
    return function.at(tuple(scope.named(one) for one in function.keys), scope)


def formal(head: tree.Node, scope: Scope) -> Formal | None:
    """A derivative as a function of the same parameters; None for other heads."""
    match head:
        case tree.Prime(operand=operand, order=order):
            function: Formal = scope.formal(operand)
            if len(function.parameters) != 1:
                raise Untranslatable("a prime on a function of several variables")
            return function.smooth(kinks(function.body), differentiated(function.body, function.parameters[0], order))
        case tree.Derivative(operand=operand, variables=variables, orders=orders):
            function = scope.formal(operand)
            value = function.body
            places = dict(zip(function.keys, function.parameters, strict=True))
            for variable, order in zip(variables, orders, strict=True):
                key = symbol_key(variable_of(variable))
                if key not in places:
                    raise Untranslatable(f"{key} is no variable of the function")
                value = differentiated(value, places[key], order)
            return function.smooth(kinks(function.body), value)
        case tree.Nabla(operand=operand):
            return _nabla_formal(head, scope.formal(operand), scope)
        case _:
            return None


def nabla(node: tree.Nabla, scope: Scope) -> Expr:
    r"""`\\nabla L` in the place of a value: at the function's own variables."""
    shape = scope.shape(symbol_key(node.subscript)) if isinstance(node.subscript, tree.Symbol) else None
    found = _slopes(node, scope)
    if node.kind == "gradient" and shape is not None and shape[1] > 1:  # by a matrix: a matrix of its shape
        return sympy.ImmutableMatrix(*shape, list(found))
    return found


def _slopes(node: tree.Nabla, scope: Scope) -> Expr:
    definition = scope.definition(scope.key(node.operand)) if isinstance(node.operand, tree.Symbol) else None
    if definition is not None and definition[0]:
        function = scope.formal(node)
        return function.at(tuple(scope.named(one) for one in function.keys), scope)
    value = scope.of(node.operand)
    if node.subscript is not None:
        return _applied(node.kind, value, _by(node.subscript, scope))
    names = tuple(sorted(value.free_symbols, key=str))
    places = [one for one in names if str(one) in SPACE]
    if places and node.kind != "gradient" and is_matrix(value) and len(value) <= len(SPACE):
        names = tuple(scope.named(one) for one in SPACE[: len(value)])
    elif places and len(places) < len(names):
        raise Untranslatable("a gradient by some of several letters: declare the function with its variables, f(x, y)")
    elif node.kind != "gradient" and is_matrix(value) and len(value) != len(names):
        raise Untranslatable(f"the {node.kind} of a field of which nothing says by which letters: declare F(x, y, z)")
    return _applied(node.kind, value, names)


def _nabla_formal(node: tree.Nabla, function: Formal, scope: Scope) -> Formal:
    flat = tuple(
        entry for parameter in function.parameters for entry in (parameter if is_matrix(parameter) else (parameter,))
    )
    if node.subscript is not None:
        own = dict(zip(function.keys, function.parameters, strict=True))
        flat = tuple(own_value for key in _keys(node.subscript, scope) for own_value in _entries(own.get(key)))
    return function.smooth(kinks(function.body), _applied(node.kind, function.body, flat))


def _entries(value: Expr) -> tuple[Expr, ...]:
    if value is None:
        raise Untranslatable("a gradient by what is no variable of the function")
    return tuple(value) if is_matrix(value) else (value,)


def _keys(subscript: tree.Node, scope: Scope) -> tuple[str, ...]:
    r"""The names of `\\nabla_w` or `\\nabla_{x, y}`; a defined vector stands for its components' names."""
    parts = subscript.items if isinstance(subscript, tree.Listing) else (subscript,)
    keys: list[str] = []
    for part in parts:
        key = symbol_key(variable_of(part))
        definition = scope.definition(key)
        if definition is not None and isinstance(definition[1], tree.Tuple):
            keys += [symbol_key(variable_of(item)) for item in definition[1].items]
        else:
            keys.append(key)
    return tuple(keys)


def _by(subscript: tree.Node, scope: Scope) -> tuple[Expr, ...]:
    return tuple(entry for key in _keys(subscript, scope) for entry in _entries(scope.named(key)))


def _applied(kind: str, value: Expr, variables: tuple[Expr, ...]) -> Expr:
    if kind == "gradient":
        if is_matrix(value):
            return sympy.ImmutableMatrix([[sympy.diff(entry, one) for one in variables] for entry in value])
        if len(variables) == 1:
            return sympy.diff(value, variables[0])
        return sympy.ImmutableMatrix([sympy.diff(value, one) for one in variables])
    if not is_matrix(value) or len(value) != len(variables):
        raise Mismatch(f"the {kind} of what is not a vector field")
    if kind == "divergence":
        return sympy.Add(*(sympy.diff(entry, one) for entry, one in zip(value, variables, strict=True)))
    if len(variables) != 3:  # noqa: PLR2004 - a curl lives in space
        raise Untranslatable("the curl of a field that is not in space: declare it with x, y and z")
    (x, y, z), (p, q, r) = variables, value
    d = sympy.diff
    return sympy.ImmutableMatrix([d(r, y) - d(q, z), d(p, z) - d(r, x), d(q, x) - d(p, y)])


def directional(node: tree.Directional, scope: Scope) -> Expr:
    """`D_u f` = ∇f · u."""
    gradient = nabla(tree.Nabla("gradient", None, node.operand), scope)
    return multiplied(gradient, scope.of(node.along), r"\cdot", scope)


def differential(node: tree.Differential, scope: Scope) -> Expr:
    """`dx`: a symbol of its own; the total differential of a function; 1 for the variable being integrated by."""
    variable = node.variable
    if isinstance(variable, tree.Symbol):
        if symbol_key(variable) == scope.integration_key:
            return S.One
        if scope.definition(scope.key(variable)) is None:
            return sympy.Symbol(f"d{scope.key(variable)}", real=True)
    value = scope.of(variable)
    names = sorted(value.free_symbols, key=str)
    return sympy.Add(*(sympy.diff(value, one) * sympy.Symbol(f"d{one}", real=True) for one in names))


def evaluated(node: tree.Evaluated, scope: Scope) -> Expr:
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
            place = scope.of(end)
            if is_matrix(place):
                raise Untranslatable("a bar with a point, behind what is no function of as many variables")
            change = {symbols[0]: place} if symbols else {}
            scope.carry(conditions, domain, partial(substituted, change=change))
            values.append(_at_end(body, change))
    return values[0] if len(values) == 1 else added(values[1], values[0], -1)


def _at_end(body: Expr, change: dict[Expr, Expr]) -> Expr:
    for symbol, end in change.items():
        if end in (S.Infinity, S.NegativeInfinity):
            return sympy.Limit(body, symbol, end, "-" if end is S.Infinity else "+")
    return substituted(body, change)


def _where(lower: tree.Node, body: Expr, gathered: tuple[list[Expr], list[Expr]], scope: Scope) -> Expr:
    change: dict[Expr, Expr] = {}
    for one in lower.items if isinstance(lower, tree.Listing) else (lower,):
        if not isinstance(one, tree.Relation) or one.operators != ("=",):
            raise Untranslatable("a bar with what is not an equation")
        left, right = (scope.of(operand) for operand in one.operands)
        names, values = (tuple(left), tuple(right)) if is_matrix(left) and is_matrix(right) else ((left,), (right,))
        change |= dict(zip(names, values, strict=False))
    scope.carry(*gathered, lambda one: substituted(one, change))
    return substituted(body, change)
