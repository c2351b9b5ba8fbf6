r"""Names and functions as SymPy: what `f(x)` and a bare name mean.

Owns: bare names, application of the model's functions, and `Formal` functions (parameters and body).

Laws:
- A derivative's head is differentiated first, then applied: V'(0.35) is V' at 0.35.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

import sympy

from mathora.formula import tree
from mathora.formula.inspection.naming import is_landau
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.meaning.chance import of_chance
from mathora.formula.meaning.scope import Mismatch, Scope, Untranslatable, is_matrix, unknown_function
from mathora.formula.meaning.standard import inverse_name, powered, standard
from mathora.formula.meaning.types import Expr
from mathora.formula.meaning.units import measured
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import measure_of


@dataclass(frozen=True)
class Formal:
    """A function by itself: parameters (with the keys they are written with), body, and where it has a value."""

    keys: tuple[str, ...]
    parameters: tuple[Expr, ...]
    body: Expr
    conditions: tuple[Expr, ...] = ()
    domain: tuple[Expr, ...] = ()

    def smooth(self, conditions: tuple[Expr, ...], derivative: Expr) -> Formal:
        """A derivative: the same parameters, where the function has a value and is smooth."""
        return Formal(self.keys, self.parameters, derivative, (*self.conditions, *conditions), self.domain)

    def at(self, arguments: tuple[Expr, ...], scope: Scope) -> Expr:
        """The value at `arguments`; conditions and domain are carried over. A function of one number is applied to each
        entry of a vector or matrix.
        """
        of_a_number = len(self.parameters) == 1 and not is_matrix(self.parameters[0]) and not is_matrix(self.body)
        if of_a_number and len(arguments) == 1 and is_matrix(arguments[0]):
            return arguments[0].applyfunc(lambda entry: self.at((entry,), scope))
        flat = _flattened(arguments, len(self.parameters))
        if len(flat) != len(self.parameters):
            raise Mismatch(f"{len(self.parameters)} arguments are expected, {len(flat)} are given")
        change: dict[Expr, Expr] = {}
        for parameter, argument in zip(self.parameters, flat, strict=True):
            change |= _entrywise(parameter, argument)
        for condition in self.conditions:
            scope.require(substituted(condition, change))
        for relation in self.domain:
            scope.confine(substituted(relation, change))
        return substituted(self.body, change)


_ITERATE: Final = re.compile(r"\^\{[(\[]|_\{?[A-Za-z]")


def _entrywise(parameter: Expr, argument: Expr) -> dict[Expr, Expr]:
    """A vector's parameter stands for its entries. Raises Mismatch where the argument has another shape."""
    if not is_matrix(parameter):
        return {parameter: argument}
    if isinstance(argument, sympy.Symbol) and _ITERATE.search(argument.name):
        raise Untranslatable(f"{argument.name} may be a vector of its own: declare it with its shape")
    if not is_matrix(argument) or argument.shape != parameter.shape:
        raise Mismatch(f"a vector of {len(parameter)} components is expected as the argument")
    return dict(zip(parameter, argument, strict=True))


def substituted(expression: Expr, change: dict[Expr, Expr]) -> Expr:
    """`expression` with symbols replaced, all at once."""
    if is_matrix(expression):
        return expression.applyfunc(lambda entry: substituted(entry, change))
    if any(is_matrix(value) for value in change.values()):
        return expression.subs(change, simultaneous=True)
    return expression.xreplace(change)


def _flattened(arguments: tuple[Expr, ...], wanted: int) -> tuple[Expr, ...]:
    """A single vector serves for several arguments: L(w) where w = (w_1, w_2)."""
    if len(arguments) == 1 and wanted > 1 and is_matrix(arguments[0]) and len(arguments[0]) == wanted:
        return tuple(arguments[0])
    return arguments


# ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def symbol(node: tree.Symbol, scope: Scope) -> Expr:  # noqa: PLR0911 - one return for each kind of name
    """A name in the place of a value: what it is bound to, what the model says it is, or a free symbol."""
    bound = scope.bound_value(symbol_key(node))
    if bound is not None:
        return bound
    if node.accents[:1] in {("bar",), ("overline",)}:
        plain = tree.Symbol(node.name, node.style, node.accents[1:], node.subscript, node.marks, node.superscript)
        if scope.kind(scope.key(plain)) == "complex" and scope.definition(scope.key(node)) is None:
            return sympy.conjugate(scope.of(plain))
    if node.name == "1":
        raise Untranslatable("an indicator: 1 where the event happens, else 0")
    indices = scope.indices(node)
    key = scope.key(node)
    definition = scope.definition(key)
    whole = scope.definition(symbol_key(node))
    if whole is not None and whole[1] is not None and (indices is not None or key != symbol_key(node)):
        raise Untranslatable(
            f"{symbol_key(node)} at a running index: say kind: natural of the index, or write its formula in the sum"
        )
    derived = partial_by_subscript(node, scope.model)
    if derived is not None and indices is None:
        function = scope.formal(derived)
        return function.at(tuple(named(one, scope) for one in function.keys), scope)
    if indices is not None and definition is None:
        return _running(node, indices, scope)
    if definition is None:
        return _free(key, scope)
    function = scope.formal(node)
    if not function.parameters:
        value, measure = function.at((), scope), scope.measure(key)
        return value if measure is None else measured(value, measure, scope)
    return function.at(tuple(named(one, scope) for one in function.keys), scope)


def _running(node: tree.Symbol, indices: tuple[Expr, ...], scope: Scope) -> Expr:
    """A number at an index that runs, as an unknown function of it. Raises Untranslatable for what is no number."""
    if scope.shape(symbol_key(node)) is not None:
        raise Untranslatable("a vector or a matrix at a running index")
    plain = _without_indices(node)
    members = (one for one in scope.model.names.values() if one.symbol != plain)
    bounded = any(one.domain and _without_indices(one.symbol) == plain for one in members)
    return unknown_function(symbol_key(plain), (0,) * len(indices), bounded=bounded)(*indices)


def _without_indices(node: tree.Symbol) -> tree.Symbol:
    return replace(node, subscript=None, superscript=None)


def named(key: str, scope: Scope) -> Expr:
    """What a parameter's name means outside of its function: bound, defined without that function, or free."""
    bound = scope.bound_value(key)
    if bound is not None:
        return bound
    definition = scope.definition(key)
    if definition is not None:
        parameters, body = definition
        if body is not None:
            function = _formal_of(key, parameters, body, scope)
            return function.at(tuple(named(one, scope) for one in parameters), scope)
    return _free(key, scope)


def _free(key: str, scope: Scope) -> Expr:
    """A free name: a number, or a vector or matrix by its components. Raises Untranslatable where no shape is known."""
    shape = scope.shape(key)
    if shape is not None:
        scope.declare_shaped(key)
        return entries(key, shape)
    _require_shape(key, scope)
    return scope.free(key)


def _require_shape(key: str, scope: Scope) -> None:
    kind = scope.kind(key)
    if kind == "event":
        raise Untranslatable(f"{key} is an event, and has no value: write P({key})")
    if kind == "set":
        raise Untranslatable(f"nothing is known of the elements of {key}: give it a value, such as {{1, 2}}")
    if kind in _SHAPED:
        raise Untranslatable(f"{key} is a {kind} without a shape: declare {key}: {{kind: {kind}, {_SHAPED[kind]}}}")


_SHAPED = {"matrix": "shape: [2, 2]", "vector": "shape: 2"}


def entries(key: str, shape: tuple[int, int]) -> Expr:
    """A vector or matrix by its components, which are real symbols of their own."""
    rows, columns = shape
    if columns == 1:
        return sympy.ImmutableMatrix(rows, 1, lambda i, _: sympy.Symbol(f"{key}_{i + 1}", real=True))
    return sympy.ImmutableMatrix(rows, columns, lambda i, j: sympy.Symbol(f"{key}_{{{i + 1}{j + 1}}}", real=True))


def formal(head: tree.Node, scope: Scope) -> Formal:
    """A function that is named, derived or composed, with formal parameters. Raises Untranslatable."""
    match head:
        case tree.Symbol():
            key = scope.key(head)
            definition = scope.definition(key)
            derived = partial_by_subscript(head, scope.model)
            if derived is not None:
                inner: Formal = scope.formal(derived)
                return inner
            if definition is None and is_landau(head):
                raise Untranslatable(f"{key}(…) is an order of growth: declare what grows as a function, such as T(n)")
            if definition is None:
                raise Untranslatable(f"{key} is not a function")
            parameters, body = definition
            return _formal_of(key, parameters, body, scope)
        case tree.Group(body=body):
            grouped: Formal = scope.formal(body)
            return grouped
        case tree.Product(factors=factors, operators=operators) if set(operators) == {r"\circ"}:
            return _composed([scope.formal(factor) for factor in factors])
        case tree.FunctionName("log", None) if r"\log" in scope.model:
            of_model: Formal = scope.formal(tree.Symbol(r"\log"))
            return of_model
        case tree.FunctionName(name=name):
            dummy = sympy.Dummy("x", real=True)
            with scope.apart() as (conditions, _):
                body = standard(head, (dummy,), scope)
            return Formal((name,), (dummy,), body, tuple(conditions))
        case tree.NthPrime():
            raise Untranslatable(NTH_ALONE)
        case _:
            raise Untranslatable("this cannot be applied to an argument")


NTH_ALONE = r"a derivative of order n stands alone on the left, and n is a name: \frac{d^n}{dx^n} e^{2x} = 2^n e^{2x}"


def _formal_of(key: str, parameters: tuple[str, ...], body: tree.Node | None, scope: Scope) -> Formal:
    symbols = tuple(_formal_parameter(one, scope) for one in parameters)
    if body is None:
        return Formal(parameters, symbols, _unknown(key, symbols, scope))
    flat = dict(zip(parameters, symbols, strict=True))
    for one, symbol_ in zip(parameters, symbols, strict=True):
        flat |= dict(zip(scope.components(one), symbol_, strict=True)) if scope.components(one) else {}
    with scope.unbound(), scope.binding(flat), scope.apart() as (conditions, domain):
        value = scope.of(body)
        scope.declare_domain(key)
    return Formal(parameters, symbols, value, tuple(conditions), tuple(domain))


def _unknown(key: str, arguments: tuple[Expr, ...], scope: Scope) -> Expr:
    """The value of a function of which nothing is known; a vector's or matrix' entries are functions of their own."""
    flat = tuple(entry for one in arguments for entry in (one if is_matrix(one) else (one,)))
    orders, shape = (0,) * len(flat), scope.shape(key)
    if shape is None:
        _require_shape(key, scope)
        return unknown_function(key, orders)(*flat)
    return sympy.ImmutableMatrix(*shape, lambda i, j: unknown_function(f"{key}_{{{i + 1}{j + 1}}}", orders)(*flat))


def _formal_parameter(key: str, scope: Scope) -> Expr:
    components = scope.components(key)
    shape = (len(components), 1) if components else scope.shape(key)
    if shape is not None:
        rows, columns = shape
        places = entries(key, shape)  # the names by which a reader knows them
        return sympy.ImmutableMatrix(rows, columns, lambda i, j: sympy.Dummy(places[i, j].name, real=True))
    return scope.fresh(key)


def _composed(functions: list[Formal]) -> Formal:
    outer, inner = functions[0], functions[-1] if len(functions) == 2 else _composed(functions[1:])  # noqa: PLR2004
    if len(outer.parameters) != 1:
        raise Untranslatable("a composition of functions of several variables")
    change = {outer.parameters[0]: inner.body}
    conditions = tuple(substituted(one, change) for one in outer.conditions)
    domain = tuple(substituted(one, change) for one in outer.domain)
    return Formal(
        inner.keys,
        inner.parameters,
        substituted(outer.body, change),
        inner.conditions + conditions,
        inner.domain + domain,
    )


# ── application ───────────────────────────────────────────────────────────────────────────────────────────────────────


def application(node: tree.Application, scope: Scope) -> Expr:
    r"""`f(x)`, `\sin^2 x`, `V'(x)`, `\nabla L(1, 1)`."""
    head = node.head
    if (measure := measure_of(node, scope.model)) is not None:
        return of_chance(node, measure, scope)
    if isinstance(head, tree.FunctionName):
        value = _standard_application(node, head, scope)
    else:
        if node.inverse:
            raise Untranslatable("the inverse of a function of the model")
        if isinstance(head, tree.Symbol) and scope.bound_value(symbol_key(head)) is not None:
            raise Untranslatable("a bound name in the place of a function")
        arguments = tuple(scope.of(one) for one in node.arguments)
        if any(isinstance(one, sympy.Set) for one in arguments):
            raise Untranslatable("the image of a set")
        value = scope.formal(head).at(arguments, scope)
    if node.power is not None and not node.inverse:
        value = powered(value, scope.scalar(node.power), scope)
    return value


def _standard_application(node: tree.Application, head: tree.FunctionName, scope: Scope) -> Expr:
    arguments = tuple(scope.of(one) for one in node.arguments)
    if head == tree.FunctionName("log") and r"\log" in scope.model:
        return scope.formal(tree.Symbol(r"\log")).at(arguments, scope)
    if node.inverse:
        return standard(tree.FunctionName(inverse_name(head.name)), arguments, scope)
    return standard(head, arguments, scope)
