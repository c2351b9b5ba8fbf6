"""The meaning of each kind of node to the kernel.

Owns: `RULES`: a row for each kind; what has no row is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.subscripts import partial_by_subscript
from mathora.prove.kernel import functions
from mathora.prove.kernel.algebra import Atom, Ratio
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.values import ExactValue, added, entries, entrywise, multiplied, number, shape, total_of

if TYPE_CHECKING:
    from mathora.prove.kernel.meaning import TreeReading

LARGEST_SIDE = 8


def _addition(reading: TreeReading, node: tree.Addition) -> ExactValue:
    total = reading.of(node.terms[0])
    for sign, term in zip(node.operators, node.terms[1:], strict=True):
        value = reading.of(term)
        total = added(total, value if _sign(sign) > 0 else entrywise(value, lambda entry: -entry))
    return total


def _sign(sign: str) -> int:
    if sign not in {"+", "-"}:
        raise Refused("a sign with two readings")
    return 1 if sign == "+" else -1


def _signed(reading: TreeReading, node: tree.Signed) -> ExactValue:
    value = reading.of(node.operand)
    return value if _sign(node.sign) > 0 else entrywise(value, lambda entry: -entry)


def _product(reading: TreeReading, node: tree.Product) -> ExactValue:
    total = reading.of(node.factors[0])
    for sign, factor in zip(node.operators, node.factors[1:], strict=True):
        total = multiplied(total, reading.of(factor), sign)
    return total


def _quotient(reading: TreeReading, node: tree.Quotient) -> ExactValue:
    below = reading.number(node.denominator)
    return entrywise(reading.of(node.numerator), lambda entry: functions.quotient(entry, below, reading.conditions))


def _power(reading: TreeReading, node: tree.Power) -> ExactValue:
    base, exponent = reading.of(node.base), reading.number(node.exponent)
    if isinstance(base, Ratio):
        return functions.powered(base, exponent, reading.conditions)
    power = exponent.constant
    if power is None or power.denominator != 1 or not 0 < power <= LARGEST_SIDE or len(base) != len(base[0]):
        raise Refused("a power of a vector or a matrix of this kind")
    total: ExactValue = base
    for _ in range(int(power) - 1):
        total = multiplied(total, base, "")
    return total


def _root(reading: TreeReading, node: tree.Root) -> ExactValue:
    degree = None if node.degree is None else reading.number(node.degree).constant
    if node.degree is not None and (degree is None or degree.denominator != 1 or not 1 < degree <= LARGEST_SIDE):
        raise Refused("a root of this degree")
    return functions.rooted(reading.number(node.radicand), 2 if degree is None else int(degree), reading.conditions)


def _tuple(reading: TreeReading, node: tree.Tuple) -> ExactValue:
    return tuple((reading.number(item),) for item in node.items)


def _matrix(reading: TreeReading, node: tree.Matrix) -> ExactValue:
    if node.bracket in {"vmatrix", "Vmatrix"} or len({len(row) for row in node.rows}) != 1:
        raise Refused("a matrix of this kind")
    return tuple(tuple(reading.number(entry) for entry in row) for row in node.rows)


def _transpose(reading: TreeReading, node: tree.Transpose) -> ExactValue:
    value = reading.of(node.operand)
    return value if isinstance(value, Ratio) else tuple(zip(*value, strict=True))


def _size(reading: TreeReading, node: tree.Absolute | tree.Norm) -> ExactValue:
    order = node.order if isinstance(node, tree.Norm) else None
    if order is not None and reading.number(order).constant != 2:  # noqa: PLR2004 - the Euclidean norm
        raise Refused("a norm of this kind")
    value = reading.of(node.body)
    return functions.absolute(value) if isinstance(value, Ratio) else _norm_of(value)


def _norm_of(value: ExactValue) -> Ratio:
    if shape(value)[1] != 1:
        raise Refused("the norm of a matrix")
    squares = total_of(entry * entry for entry in entries(value))
    return functions.rooted(squares, 2, functions.Conditions())  # a sum of squares is not negative


def _symbol(reading: TreeReading, node: tree.Symbol) -> ExactValue:
    derived = partial_by_subscript(node, reading.model)
    if derived is not None and not reading.is_bound(symbol_key(node)):
        return reading.derivative(derived)
    return reading.named(symbol_key(node))


def _constant(_reading: TreeReading, node: tree.Constant) -> ExactValue:
    name = {r"\pi": "π", "e": "e"}.get(node.name)
    if name is None:
        raise Refused(f"the constant {node.name}")
    return Ratio.atom(Atom("constant", name))


def _application(reading: TreeReading, node: tree.Application) -> ExactValue:
    if node.inverse:
        raise Refused("an inverse function")
    arguments = [reading.of(one) for one in node.arguments]
    if isinstance(node.head, tree.FunctionName):
        if len(arguments) != 1:
            raise Refused("a function of several arguments")
        value: ExactValue = _standard(node.head, number(arguments[0]), reading)
    else:
        value = reading.apply(node.head, arguments)
    if node.power is None:
        return value
    return functions.powered(number(value), reading.number(node.power), reading.conditions)


def _standard(head: tree.FunctionName, argument: Ratio, reading: TreeReading) -> Ratio:
    if head.subscript is None:
        if head.name == "log":
            raise Refused("a logarithm without a base")
        return functions.applied(head.name, argument, reading.conditions)
    if head.name != "log":
        raise Refused("a function with a subscript")
    base = reading.number(head.subscript)
    below = functions.logarithm(base, reading.conditions)
    return functions.quotient(functions.logarithm(argument, reading.conditions), below, reading.conditions)


def _derived(reading: TreeReading, node: tree.Prime | tree.Nabla) -> ExactValue:
    """A derivative without arguments: at the function's own variables."""
    keys = reading.parameters(node.operand)
    return reading.apply(node, [reading.named(key) for key in keys])


def _integral(reading: TreeReading, node: tree.Integral) -> ExactValue:
    """A definite integral of a polynomial: the antiderivative between the ends, which is continuous everywhere."""
    if node.operator != r"\int" or len(node.differentials) != 1 or node.body is None:
        raise Refused("an integral of this kind")
    if node.lower is None or node.upper is None:
        raise Refused("an antiderivative within an expression")
    ends = [reading.number(end) for end in (node.lower, node.upper)]
    key = symbol_key(node.differentials[0].variable)
    atom = reading.fresh(key)
    with reading.binding({key: Ratio.atom(atom)}):
        whole = functions.integrated(reading.number(node.body), atom)
    if any(atom in ratio.atoms for _, ratio in (*reading.conditions.found, *reading.conditions.declared)):
        raise Refused("an integrand that does not have a value everywhere")
    low, high = (functions.substituted(whole, {atom: end}, reading.conditions) for end in ends)
    return high - low


RULES: dict[type[tree.Node], Callable[..., ExactValue]] = {
    tree.Number: lambda _, node: Ratio.number(node.value),
    tree.Constant: _constant,
    tree.Symbol: _symbol,
    tree.Signed: _signed,
    tree.Addition: _addition,
    tree.Product: _product,
    tree.Quotient: _quotient,
    tree.Power: _power,
    tree.Root: _root,
    tree.Percent: lambda reading, node: reading.number(node.operand) * Ratio.number(Fraction(1, 100)),
    tree.Group: lambda reading, node: reading.of(node.body),
    tree.Annotated: lambda reading, node: reading.of(node.body),
    tree.Absolute: _size,
    tree.Norm: _size,
    tree.Tuple: _tuple,
    tree.Matrix: _matrix,
    tree.Transpose: _transpose,
    tree.Application: _application,
    tree.Prime: _derived,
    tree.Derivative: lambda reading, node: reading.derivative(node),
    tree.Nabla: _derived,
    tree.Integral: _integral,
    tree.Extremum: lambda reading, node: reading.extremum(node),
}
