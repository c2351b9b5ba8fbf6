"""The meaning of each kind of node to the kernel.

Owns: `RULES`: a row for each kind; what has no row is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.reader.reader import formula_of_x
from mathora.formula.symbols.functions import INVERTIBLE, SYMBOLS, Composed
from mathora.formula.tree.chance import measure_of, names_divergence
from mathora.formula.tree.signs import infinite_sign, without_zero_vectors
from mathora.prove.kernel.analysis.extrema import extremum
from mathora.prove.kernel.analysis.integrals import definite
from mathora.prove.kernel.analysis.limits import limit
from mathora.prove.kernel.analysis.sums import big
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.measures import measured
from mathora.prove.kernel.exact import calculus, circular, functions
from mathora.prove.kernel.exact.algebra import Atom, Ratio, function_atom
from mathora.prove.kernel.reading import branching, counting, fields, units, values

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

LARGEST_SIDE = 8
LARGEST_POWER = 100


def _addition(reading: TreeReading, node: tree.Addition) -> values.ExactValue:
    if not isinstance(plain := without_zero_vectors(node), tree.Addition):
        return reading.of(plain)
    node = plain
    total = reading.of(node.terms[0])
    for sign, term in zip(node.operators, node.terms[1:], strict=True):
        value = reading.of(term)
        if reading.measured and isinstance(total, Ratio) and isinstance(value, Ratio):
            units.fit(total, value, numbers=reading.written)
        total = values.added(total, value if _sign(sign) > 0 else values.entrywise(value, lambda entry: -entry))
    return total


def _sign(sign: str) -> int:
    if sign not in {"+", "-"}:
        raise Refused("a sign with two readings")
    return 1 if sign == "+" else -1


def _product(reading: TreeReading, node: tree.Product) -> values.ExactValue:
    total = reading.of(node.factors[0])
    for sign, factor in zip(node.operators, node.factors[1:], strict=True):
        other = reading.of(factor)
        total = (
            _remainder(values.number(total), values.number(other))
            if sign == r"\bmod"
            else values.multiplied(total, other, sign)
        )
    return total


def _remainder(one: Ratio, other: Ratio) -> Ratio:
    """The remainder a − b⌊a/b⌋, of numbers."""
    if one.constant is None or not other.constant:
        raise Refused("a remainder of letters")
    return Ratio.number(one.constant % other.constant)


def _quotient(reading: TreeReading, node: tree.Quotient) -> values.ExactValue:
    below = reading.number(node.denominator)
    return values.entrywise(
        reading.of(node.numerator), lambda entry: functions.quotient(entry, below, reading.conditions)
    )


def _power(reading: TreeReading, node: tree.Power) -> values.ExactValue:
    exponent = reading.number(node.exponent)
    if any(atom.kind == "unit" for atom in exponent.atoms):
        raise Refused("a power with a unit above")
    euclidean = isinstance(node.base, tree.Norm) and node.base.order in (None, tree.Number("2"))
    if isinstance(node.base, tree.Norm) and euclidean and exponent.constant == 2:  # noqa: PLR2004 - the square
        value = reading.of(node.base.body)
        if not isinstance(value, Ratio) and values.shape(value)[1] == 1:
            return values.total_of(entry * entry for entry in values.entries(value))
    base = reading.of(node.base)
    if isinstance(base, Ratio):
        return functions.powered(base, exponent, reading.conditions)
    power = exponent.constant
    if power == 2 and values.shape(base)[1] == 1 < values.shape(base)[0]:  # noqa: PLR2004 - v² = v · v
        return values.multiplied(base, base, r"\cdot")
    if power is None:
        return counting.power_of_matrix(reading, node, values.square(base), exponent)
    most = LARGEST_SIDE if any(entry.constant is None for entry in values.entries(base)) else LARGEST_POWER
    if power.denominator != 1 or abs(power) > most:
        raise Refused("a power of a vector or a matrix of this kind")
    if power < 0:
        base = _inverted(reading, base)
    total = values.identity(len(values.square(base)), Ratio.number(1))
    for _ in range(abs(int(power))):
        total = values.multiplied(total, base, "")
    return total


def _root(reading: TreeReading, node: tree.Root) -> values.ExactValue:
    whole = None if node.degree is None else reading.number(node.degree)
    if whole is not None and whole.constant is None:
        return functions.powered(reading.number(node.radicand), Ratio.number(1).over(whole), reading.conditions)
    degree = None if whole is None else whole.constant
    if node.degree is not None and (degree is None or degree.denominator != 1 or not 1 < degree <= LARGEST_SIDE):
        raise Refused("a root of this degree")
    return functions.rooted(reading.number(node.radicand), 2 if degree is None else int(degree), reading.conditions)


def _matrix(reading: TreeReading, node: tree.Matrix) -> values.ExactValue:
    if len({len(row) for row in node.rows}) != 1 or max(len(node.rows), len(node.rows[0])) > LARGEST_SIDE:
        raise Refused("a matrix of this kind")
    rows = tuple(tuple(reading.number(entry) for entry in row) for row in node.rows)
    if node.bracket == "vmatrix":
        return values.determinant(rows)
    return _norm_of(rows) if node.bracket == "Vmatrix" else rows


def _size(reading: TreeReading, node: tree.Absolute | tree.Norm) -> values.ExactValue:  # noqa: PLR0911 - a row each
    value = reading.of(node.body)
    order = node.order if isinstance(node, tree.Norm) else None
    if isinstance(value, Ratio) and functions.IMAGINARY in value.atoms:
        return functions.sized_power(value * conjugate(value), Fraction(1, 2))
    if isinstance(value, Ratio):
        return functions.absolute(value)
    if isinstance(node, tree.Absolute) and values.shape(value)[1] > 1:
        return values.determinant(value)
    if order is None:
        return _norm_of(value)
    if isinstance(order, tree.Symbol) and order.name == "F":
        return _norm_of(tuple((entry,) for entry in values.entries(value)))
    if infinite_sign(order) and values.shape(value)[1] == 1:
        return _extreme([functions.absolute(entry) for entry in values.entries(value)], largest=True)
    which = reading.number(order).constant
    if which == 1 and values.shape(value)[1] == 1:
        return values.total_of(functions.absolute(entry) for entry in values.entries(value))
    if which != 2:  # noqa: PLR2004 - the Euclidean norm
        raise Refused("a norm of this kind")
    return _norm_of(value)


def _norm_of(value: values.ExactValue) -> Ratio:
    if values.shape(value)[1] != 1:
        raise Refused("the norm of a matrix")
    # a sum of squares is not negative
    return functions.sized_power(values.total_of(entry * entry for entry in values.entries(value)), Fraction(1, 2))


def _symbol(reading: TreeReading, node: tree.Symbol) -> values.ExactValue:
    key = reading.key(node)
    if reading.chance.is_random(key) and not reading.is_bound(key):
        return reading.named(key)
    derived = partial_by_subscript(node, reading.model)
    if derived is not None and not reading.is_bound(key):
        return reading.derivative(derived)
    if node.accents[:1] in {("bar",), ("overline",)} and key not in reading.model:
        plain = replace(node, accents=node.accents[1:])
        if reading.model.kind_of(plain) == "complex":
            return conjugate(reading.number(plain))
    family = reading.model.named(node)
    if key not in reading.model and family is not None and key != family.key:
        if family.kind != "real" or family.body is not None or family.parameters or family.domain:
            raise Refused("a member of a family of which more is known")
        return Ratio.atom(Atom("variable", key))
    return reading.named(key)


def _constant(_reading: TreeReading, node: tree.Constant) -> values.ExactValue:
    if node.name == r"\mathbf{0}":
        return Ratio.number(0)
    if node.name == "e":
        return Ratio.atom(function_atom("exp", Ratio.number(1)))
    name = {r"\pi": "π", "i": "i"}.get(node.name)
    if name is None:
        raise Refused(f"the constant {node.name}")
    return Ratio.atom(Atom("constant", name))


# ── functions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _application(reading: TreeReading, node: tree.Application) -> values.ExactValue:
    if node.inverse:
        if not isinstance(node.head, tree.FunctionName) or node.head.name not in INVERTIBLE:
            raise Refused("an inverse function")
        return _plain(reading, SYMBOLS[node.head.name].inverse, [reading.of(one) for one in node.arguments])
    divergence = names_divergence(node.head) and node.power is None and reading.model.named(node.head) is None
    measure = "D" if divergence else measure_of(node, reading.model)
    if measure is not None:
        return measured(reading, node, measure)
    arguments = [reading.of(one) for one in node.arguments]
    if isinstance(node.head, tree.FunctionName):
        value = _standard(node.head, arguments, reading)
    else:
        value = reading.apply(node.head, arguments)
    if node.power is None:
        return value
    return functions.powered(values.number(value), reading.number(node.power), reading.conditions)


def _standard(head: tree.FunctionName, arguments: list[values.ExactValue], reading: TreeReading) -> values.ExactValue:
    if head.subscript is None:
        declared = reading.model.get(rf"\{head.name}")
        if declared is not None and declared.body is not None:
            return reading.apply(declared.symbol, arguments)
        if head.name == "log":
            raise Refused("a logarithm without a base")
        return _plain(reading, head.name, arguments)
    if head.name != "log" or len(arguments) != 1:
        raise Refused("a function with a subscript")
    base, argument = reading.number(head.subscript), values.number(arguments[0])
    below = functions.logarithm(base, reading.conditions)
    return functions.quotient(functions.logarithm(argument, reading.conditions), below, reading.conditions)


def _plain(reading: TreeReading, name: str, arguments: list[values.ExactValue]) -> values.ExactValue:
    """A standard function by its name."""
    if name in {"max", "min"}:
        every = [entry for one in arguments for entry in (values.entries(one) or (values.number(one),))]
        return _extreme(every, largest=name == "max")
    if name in _OF_COMPLEX and len(arguments) == 1:
        return _OF_COMPLEX[name](values.number(arguments[0]))
    if name in _OF_MATRICES and len(arguments) == 1 and not isinstance(arguments[0], Ratio):
        return _OF_MATRICES[name](arguments[0])
    if name == "diag":
        side = [entry for one in arguments for entry in (values.entries(one) or (values.number(one),))]
        zero = Ratio.number(0)
        return tuple(tuple(one if at == column else zero for column in range(len(side))) for at, one in enumerate(side))
    if name in _OF_WHOLE and all(isinstance(one, Ratio) and one.constant is not None for one in arguments):
        numbers = [values.number(one).constant or Fraction(0) for one in arguments]
        if all(one.denominator == 1 for one in numbers):
            return Ratio.number(_OF_WHOLE[name](*map(int, numbers)))
    if len(arguments) != 1:
        raise Refused("a function of several arguments")
    return _of_number(reading, name, values.number(arguments[0]))


def _of_number(reading: TreeReading, name: str, argument: Ratio) -> values.ExactValue:
    if any(atom.kind == "unit" for atom in argument.atoms):
        raise Refused("a function of what has a unit")
    if isinstance(row := SYMBOLS[name].values, Composed):
        with reading.inside({"x": argument}):
            return reading.of(formula_of_x(row.latex))
    return circular.applied(name, argument, reading.conditions)


_OF_WHOLE: dict[str, Callable[..., int]] = {"gcd": gcd, "lcm": lcm}

_OF_MATRICES: dict[str, Callable[[values.ExactValue], values.ExactValue]] = {
    "det": values.determinant,
    "tr": lambda value: values.total_of(row[at] for at, row in enumerate(values.square(value))),
    "rank": lambda value: Ratio.number(values.rank(value)),
}


def conjugate(value: Ratio) -> Ratio:
    """−i for i: real functions of real numbers stay."""
    i = Ratio.atom(functions.IMAGINARY)
    return calculus.substituted(value, {functions.IMAGINARY: -i}, functions.Conditions(functions.NOTHING))


_OF_COMPLEX: dict[str, Callable[[Ratio], Ratio]] = {
    "Re": lambda z: (z + conjugate(z)).scaled(Fraction(1, 2)),
    "Im": lambda z: (z - conjugate(z)).over(Ratio.atom(functions.IMAGINARY).scaled(2)),
}


def _component(reading: TreeReading, node: tree.Component) -> values.ExactValue:
    """An entry of a vector or a matrix: `12` is the second of the first row."""
    value = reading.of(node.body)
    match node.index:
        case tree.Number(text=text) if text.isdigit() and not isinstance(value, Ratio):
            places = [int(digit) for digit in text]
        case tree.Listing(items=items):
            places = [int(one.text) for one in items if isinstance(one, tree.Number) and one.text.isdigit()]
        case _:
            raise Refused("an entry of this kind")
    rows, columns = values.shape(value)
    if columns == 1:
        places = [*places, 1]
    if isinstance(value, Ratio) or len(places) != 2 or not (0 < places[0] <= rows and 0 < places[1] <= columns):  # noqa: PLR2004
        raise Refused("an entry that there is not")
    return value[places[0] - 1][places[1] - 1]


def _transpose(reading: TreeReading, node: tree.Transpose) -> values.ExactValue:
    value = values.transposed(reading.of(node.operand))
    return _inverted(reading, value) if node.mark.startswith("-") else value


def _inverted(reading: TreeReading, value: values.ExactValue) -> values.ExactValue:
    whole = values.determinant(value)
    reading.conditions.require("≠", whole)
    return values.inverse(value, whole)


def _extreme(numbers: list[Ratio], *, largest: bool) -> Ratio:
    """max(a, b) = (a + b + |a − b|)/2."""
    total = numbers[0]
    for one in numbers[1:]:
        size = functions.absolute(total - one)
        total = (total + one + (size if largest else -size)).scaled(Fraction(1, 2))
    return total


def _rounded(reading: TreeReading, node: tree.Rounded) -> values.ExactValue:
    value, whole = reading.number(node.body), reading.facts.whole
    return circular.rounded(value, whole) if node.kind == "floor" else -circular.rounded(-value, whole)


RULES: dict[type[tree.Node], Callable[..., values.ExactValue]] = {
    tree.Number: lambda _, node: Ratio.number(node.value),
    tree.Constant: _constant,
    tree.Symbol: _symbol,
    tree.Signed: lambda reading, node: values.multiplied(Ratio.number(_sign(node.sign)), reading.of(node.operand), ""),
    tree.Addition: _addition,
    tree.Product: _product,
    tree.Quotient: _quotient,
    tree.Power: _power,
    tree.Root: _root,
    tree.Percent: lambda reading, node: reading.number(node.operand).scaled(Fraction(1, 100)),
    tree.Degrees: lambda reading, node: reading.number(node.operand) * functions.PI.scaled(Fraction(1, 180)),
    tree.Quantity: lambda reading, node: units.in_unit(reading.number(node.value), node.unit),
    tree.Group: lambda reading, node: reading.of(node.body),
    tree.Annotated: lambda reading, node: reading.of(node.body),
    tree.Absolute: _size,
    tree.Norm: _size,
    tree.InnerProduct: lambda reading, node: values.multiplied(reading.of(node.left), reading.of(node.right), r"\cdot"),
    tree.Rounded: _rounded,
    tree.Factorial: counting.factorial,
    tree.Binomial: counting.binomial,
    tree.Tuple: lambda reading, node: tuple((reading.number(item),) for item in node.items),
    tree.Matrix: _matrix,
    tree.Transpose: _transpose,
    tree.Component: _component,
    tree.Overline: lambda reading, node: conjugate(reading.number(node.body)),
    tree.Cases: lambda reading, node: reading.of(branching.chosen(reading, node)),
    tree.Application: _application,
    tree.Prime: fields.prime,
    tree.Derivative: fields.derivative,
    tree.Nabla: fields.nabla,
    tree.Directional: fields.directional,
    tree.Differential: fields.differential,
    tree.Evaluated: fields.evaluated,
    tree.Big: big,
    tree.Limit: limit,
    tree.Integral: definite,
    tree.Extremum: extremum,
}
