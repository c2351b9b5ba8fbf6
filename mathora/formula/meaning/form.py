r"""A formula's tree as SymPy: what the prover reasons about.

Owns: `to_sympy` and the translation of arithmetic, brackets, sets, cases and statements; calculus, vectors and
functions are translated by the modules beside it (`meaning.calculus`, `_ranges`, `_linear`, `_functions`,
`_standard`, `_units`).

Laws:
- Numbers are exact rationals. Nothing large is computed: a power or factorial whose value would be long stays a
  `LargePower` or `LargeFactorial`, which only balls evaluate.
- Where a formula has a value is part of its meaning: each division, logarithm, even root … leaves its condition.
- What cannot be translated is refused (`Untranslatable`), never approximated. Shapes that do not fit are a `Mismatch`.
- SymPy is imported with this module only; reading and writing formulas does not need it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from types import MappingProxyType

import sympy
from sympy import S

from mathora.formula import tree
from mathora.formula.meaning import calculus, functions, linear, ranges, standard, units
from mathora.formula.meaning.events import EMPTY, Experiment
from mathora.formula.meaning.scope import Language, Mismatch, Scope, Undefined, Untranslatable, is_matrix
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.model import Model
from mathora.formula.tree.signs import without_zero_vectors


@dataclass(frozen=True)
class Meaning:
    """What a tree means: a SymPy number, matrix (vectors are columns), set or condition.

    `conditions` are where it has a value (beyond the declared domain), `domain` the declared relations of what it uses,
    `symbols` its free names by their keys, parameters of the functions it names included. `parts` are the infinite
    sums, limits and integrals that have to exist. `texts` are LaTeX for conditions that have their own words.
    """

    expression: Expr
    conditions: tuple[Expr, ...]
    domain: tuple[Expr, ...]
    symbols: dict[str, Expr]
    parts: tuple[Expr, ...] = ()
    texts: Mapping[Expr, str] = field(default_factory=dict)


def to_sympy(  # noqa: PLR0913 - what a tree means depends on all of these
    node: tree.Node,
    model: Model,
    *,
    complex_plane: bool = False,
    dependents: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    measured: bool = False,
    experiment: Experiment = EMPTY,
) -> Meaning:
    r"""The meaning of an expression or a statement.

    `complex_plane`: roots and logarithms are principal branches (also where the node itself speaks of complex numbers);
    `dependents` are free names that are functions of others (y of x where the formula has dy/dx);
    `measured`: a defined name stands for its number of its unit;
    `experiment`: the events that probabilities are of.
    Raises Untranslatable, Mismatch, Undefined.
    """
    scope = Scope(model, _LANGUAGE, dependents)
    scope.complex_plane = complex_plane or scope.is_complex(node)
    scope.measured = measured
    scope.experiment = experiment
    units.refuse_temperatures_in_terms(node, scope)
    expression = scope.of(node)
    return Meaning(expression, scope.conditions, scope.domain, dict(scope.symbols), scope.parts, scope.texts)


def is_complex(node: tree.Node, model: Model) -> bool:
    """Whether the formula speaks of complex numbers."""
    return Scope(model, _LANGUAGE, {}).is_complex(node)


def translate(node: tree.Node, scope: Scope) -> Expr:
    """One node's meaning in a scope."""
    handler = _HANDLERS.get(type(node))
    if handler is None:
        if isinstance(node, tree.NthDerivative | tree.NthPrime):
            raise Untranslatable(functions.NTH_ALONE)
        raise Untranslatable("this is no value: it says something, or how it is said")
    return handler(node, scope)


# ── leaves and arithmetic ─────────────────────────────────────────────────────────────────────────────────────────────

_CONSTANTS: dict[str, Expr] = {
    "e": S.Exp1,
    "i": S.ImaginaryUnit,
    r"\pi": S.Pi,
    r"\infty": S.Infinity,
    r"\emptyset": S.EmptySet,
    r"\mathbb{R}": S.Reals,
    r"\mathbb{N}": S.Naturals0,
    r"\mathbb{Z}": S.Integers,
    r"\mathbb{Q}": S.Rationals,
    r"\mathbb{C}": S.Complexes,
    r"\mathbf{0}": S.Zero,
}


def _constant(node: tree.Constant, _scope: Scope) -> Expr:
    if node.name not in _CONSTANTS:
        raise Untranslatable(f"{node.name} says true or false, and stands among numbers")
    return _CONSTANTS[node.name]


def _number(node: tree.Number, _scope: Scope) -> Expr:
    fraction = node.value
    return sympy.Rational(fraction.numerator, fraction.denominator)


def _signed(node: tree.Signed, scope: Scope) -> Expr:
    temperature = units.signed_temperature(node)
    if temperature is not node:
        return scope.of(temperature)
    operand = scope.of(node.operand)
    return -operand if scope.sign(node.sign) < 0 else operand


def _addition(node: tree.Addition, scope: Scope) -> Expr:
    plain = without_zero_vectors(node)
    if not isinstance(plain, tree.Addition):
        return scope.of(plain)
    node = plain
    total = scope.of(node.terms[0])
    for sign, term in zip(node.operators, node.terms[1:], strict=True):
        total = linear.added(total, scope.of(term), scope.sign(sign))
    return total


def _quotient(node: tree.Quotient, scope: Scope) -> Expr:
    above, below = scope.of(node.numerator), scope.of(node.denominator)
    if is_matrix(below):
        raise Mismatch("something is divided by a vector or a matrix")
    scope.require(sympy.Ne(below, 0))
    if below == 0:
        raise Undefined("something is divided by zero")
    return above / below if not is_matrix(above) else above.applyfunc(lambda entry: entry / below)


def _power(node: tree.Power, scope: Scope) -> Expr:
    base = scope.of(node.base)
    if is_matrix(base):
        return linear.powered(base, node.exponent, scope)
    if isinstance(base, sympy.Set):
        count = scope.of(node.exponent)
        if not (count.is_Integer and 0 < count <= linear.LARGEST_SIDE):
            raise Untranslatable("a set to a power that is not a small number")
        return sympy.ProductSet(*[base] * int(count))
    exponent = scope.of(node.exponent)
    if is_matrix(exponent):
        raise Untranslatable("a power to a matrix: say what its entries are")
    return standard.powered(base, exponent, scope)


def _root(node: tree.Root, scope: Scope) -> Expr:
    radicand = scope.scalar(node.radicand)
    return standard.rooted(radicand, S(2) if node.degree is None else scope.scalar(node.degree), scope)


def _factorial(node: tree.Factorial, scope: Scope) -> Expr:
    return standard.factorial(scope.scalar(node.operand), scope, double=node.marks == "!!")


# ── brackets, sets, cases ─────────────────────────────────────────────────────────────────────────────────────────────


def _absolute(node: tree.Absolute, scope: Scope) -> Expr:
    body = scope.of(node.body)
    if is_matrix(body):
        return linear.norm(body, None) if body.cols == 1 else linear.determinant(body)
    if isinstance(body, sympy.FiniteSet):
        return S(len(body))
    if isinstance(body, sympy.Set):
        raise Untranslatable("the size of a set that is not listed")
    return sympy.Abs(body)


def _interval(node: tree.IntervalSet, scope: Scope) -> Expr:
    low, high = scope.scalar(node.lower), scope.scalar(node.upper)
    if (high - low).is_negative:
        raise Undefined("an interval whose ends are in the wrong order")
    return sympy.Interval(low, high, node.left == "(", node.right == ")")


def _set_literal(node: tree.SetLiteral, scope: Scope) -> Expr:
    if any(isinstance(item, tree.Dots) for item in node.items):
        raise Untranslatable("a set with an ellipsis")
    items = [scope.of(item) for item in node.items]
    return sympy.FiniteSet(*(sympy.Tuple(*item) if is_matrix(item) else item for item in items))


def _set_builder(node: tree.SetBuilder, scope: Scope) -> Expr:
    base: Expr = S.Reals
    name = node.element
    if isinstance(name, tree.Relation) and name.operators == (r"\in",):
        base, name = scope.of(name.operands[1]), name.operands[0]
    if not isinstance(name, tree.Symbol):
        raise Untranslatable("a set whose elements are not named by one letter")
    with scope.bound(name, sympy.Dummy("x", real=True)) as symbol:
        condition = scope.of(node.condition)
    if not base.is_subset(S.Reals):
        raise Untranslatable("a set that is not made of real numbers")
    if not condition.free_symbols:
        return base if condition is S.true else S.EmptySet
    return sympy.Intersection(base, condition.as_set()) if symbol else base


def _set_operation(node: tree.SetOperation, scope: Scope) -> Expr:
    total = scope.of(node.operands[0])
    operations = {r"\cup": sympy.Union, r"\cap": sympy.Intersection, r"\setminus": sympy.Complement}
    for operator, operand in zip(node.operators, node.operands[1:], strict=True):
        other = scope.of(operand)
        if not (isinstance(total, sympy.Set) and isinstance(other, sympy.Set)):
            raise Untranslatable(
                "nothing is known of the elements of a name here: declare its kind as set, with a value"
            )
        total = operations[operator](total, other)
    return total


def _cases(node: tree.Cases, scope: Scope) -> Expr:
    rows = []
    for row in node.rows:
        words = row.condition is None or isinstance(row.condition, tree.UprightWords)
        condition = S.true if words else scope.of(_case_condition(row.condition))
        with scope.only_where(condition):
            rows.append((scope.scalar(row.value), condition))
    _refuse_overlaps(rows)
    if rows[-1][1] != S.true:
        scope.require(sympy.Or(*(condition for _, condition in rows)))
    return sympy.Piecewise(*rows)


def _refuse_overlaps(rows: list[tuple[Expr, Expr]]) -> None:
    """Two cases may share a point only where their values agree; "otherwise" shares none."""
    for (one, first), (other, second) in combinations([row for row in rows if row[1] != S.true], 2):
        symbols = first.free_symbols | second.free_symbols
        if len(symbols) != 1:
            raise Untranslatable("cases whose conditions speak of different variables")
        (symbol,) = symbols
        shared = _shared(first, second, symbol)
        if shared is S.EmptySet or one == other:
            continue
        if not isinstance(shared, sympy.FiniteSet):
            raise Undefined("two cases overlap, with different values")
        if any((one - other).subs(symbol, point) != 0 for point in shared):
            raise Undefined("two cases share a point, with different values there")


def _shared(first: Expr, second: Expr, symbol: Expr) -> Expr:
    r"""Where both conditions hold; empty where they say of one term (`\sin t`) what no number is."""
    both = sympy.And(first, second)
    try:
        for term in {one.lhs for one in both.atoms(sympy.Rel)}:
            of_number = both.xreplace({term: sympy.Dummy(real=True)})
            if symbol not in of_number.free_symbols and of_number.as_set() is S.EmptySet:
                return S.EmptySet
        return both.as_set()
    except NotImplementedError as error:
        raise Untranslatable("cases of which it is not known whether they overlap") from error


def _case_condition(node: tree.Node | None) -> tree.Node:
    r"""`\text{if } x > 0` may be read as words and a relation; only the relation decides."""
    match node:
        case tree.Logic(operands=(tree.UprightWords() | tree.Blank(), second)):
            return second
        case tree.Node():
            return node
        case _:
            raise Untranslatable("a case without a condition")


# ── statements ────────────────────────────────────────────────────────────────────────────────────────────────────────

_RELATIONS: dict[str, Callable[[Expr, Expr], Expr]] = {
    "=": sympy.Eq,
    r"\equiv": sympy.Eq,
    r"\ne": sympy.Ne,
    "<": sympy.Lt,
    r"\le": sympy.Le,
    ">": sympy.Gt,
    r"\ge": sympy.Ge,
    r"\in": lambda element, container: container.contains(element),
    r"\notin": lambda element, container: sympy.Not(container.contains(element)),
}


def _relation(node: tree.Relation, scope: Scope) -> Expr:
    """A chain as one condition: all its links hold."""
    values = [scope.of(operand) for operand in node.operands]
    links = []
    for sign, left, right in zip(node.operators, values, values[1:], strict=False):
        relation = _RELATIONS.get(sign)
        if sign == "=" and (is_matrix(left) or is_matrix(right)):
            links += [sympy.Eq(entry, 0) for entry in linear.gap(left, right)]
            continue
        if relation is None or is_matrix(left) or is_matrix(right):
            raise Untranslatable(f"{sign} as a condition")
        if sign in {r"\in", r"\notin"} and not isinstance(right, sympy.Set):
            raise Untranslatable("nothing is known of the elements of a name here: give it a value, such as {1, 2}")
        try:
            links.append(relation(left, right))
        except TypeError as no_order:  # of numbers that are not real, of sets
            raise Untranslatable(f"{sign} between what has no order") from no_order
    return sympy.And(*links)


def _logic(node: tree.Logic, scope: Scope) -> Expr:
    operands = [scope.of(operand) for operand in node.operands]
    if set(node.operators) <= tree.AND | {"with"}:
        return sympy.And(*operands)
    if set(node.operators) <= tree.OR:
        return sympy.Or(*operands)
    raise Untranslatable("an implication as a condition")


def _parted(_node: tree.Parted, _scope: Scope) -> Expr:
    raise Untranslatable("a measure of what is not known: write what p and q are in the model, such as p: (1/2, 1/2)")


def _words(_node: tree.UprightWords, _scope: Scope) -> Expr:
    raise Untranslatable("words have no value")


_HANDLERS: dict[type[tree.Node], Callable[[Expr, Scope], Expr]] = {
    tree.Number: _number,
    tree.Constant: _constant,
    tree.Symbol: functions.symbol,
    tree.UprightWords: _words,
    tree.Signed: _signed,
    tree.Parted: _parted,
    tree.Addition: _addition,
    tree.Product: linear.product,
    tree.Quotient: _quotient,
    tree.Power: _power,
    tree.Transpose: linear.transpose,
    tree.Overline: linear.overline,
    tree.Component: linear.entry,
    tree.Root: _root,
    tree.Factorial: _factorial,
    tree.Binomial: lambda node, scope: standard.binomial(scope.scalar(node.upper), scope.scalar(node.lower)),
    tree.Percent: lambda node, scope: scope.scalar(node.operand) / 100,
    tree.Degrees: lambda node, scope: scope.scalar(node.operand) * S.Pi / 180,
    tree.Quantity: units.quantity,
    tree.Group: lambda node, scope: scope.of(node.body),
    tree.Annotated: lambda node, scope: scope.of(node.body),
    tree.Absolute: _absolute,
    tree.Norm: linear.norm_of,
    tree.InnerProduct: linear.inner_product,
    tree.Rounded: lambda node, scope: (sympy.floor if node.kind == "floor" else sympy.ceiling)(scope.scalar(node.body)),
    tree.Tuple: linear.vector,
    tree.Matrix: linear.matrix,
    tree.IntervalSet: _interval,
    tree.SetLiteral: _set_literal,
    tree.SetBuilder: _set_builder,
    tree.SetOperation: _set_operation,
    tree.Cases: _cases,
    tree.Application: functions.application,
    tree.Prime: calculus.prime,
    tree.Derivative: calculus.derivative,
    tree.Differential: calculus.differential,
    tree.Nabla: calculus.nabla,
    tree.Directional: calculus.directional,
    tree.Evaluated: calculus.evaluated,
    tree.Limit: ranges.limit,
    tree.Big: ranges.big,
    tree.Integral: ranges.integral,
    tree.Extremum: ranges.extremum,
    tree.Relation: _relation,
    tree.Logic: _logic,
    tree.Listing: lambda node, scope: sympy.And(*(scope.of(item) for item in node.items)),
    tree.Negation: lambda node, scope: sympy.Not(scope.of(node.operand)),
}


def _formal(head: tree.Node, scope: Scope) -> functions.Formal:
    return calculus.formal(head, scope) or functions.formal(head, scope)


_LANGUAGE = Language(translate, _formal, functions.named)
