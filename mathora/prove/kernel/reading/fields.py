"""Derivatives, gradients, differentials and bars: the nodes of calculus, read by the kernel.

Owns: a function for each of these nodes, and `gradient_by`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.analysis.integrals import slope_of_integral
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import calculus, functions
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.reading import values
from mathora.prove.kernel.reading.branching import Undistinguished

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading


def prime(reading: TreeReading, node: tree.Prime) -> values.ExactValue:
    """`f'` at the function's own variable; `(fg)'` by the only variable."""
    if isinstance(node.operand, tree.Symbol):
        keys = reading.parameters(node.operand)
        return reading.apply(node, [reading.named(key) for key in keys])
    variables = {atom for entry in _all(reading.of(node.operand)) for atom in entry.variables}
    if len(variables) != 1:
        raise Refused("a prime on what has several variables")
    return reading.slopes(node.operand, (variables.pop(), node.order))


def _all(value: values.ExactValue) -> tuple[Ratio, ...]:
    return values.entries(value) or (values.number(value),)


def derivative(reading: TreeReading, node: tree.Derivative) -> values.ExactValue:
    """A derivative by numbers, or a gradient by one vector."""
    if len(node.variables) == 1 and node.order == 1 and isinstance(node.variables[0], tree.Symbol):
        vector = reading.of(node.variables[0])
        if not isinstance(vector, Ratio):
            return gradient_by(reading, node.operand, values.entries(vector), len(vector[0]))
    try:
        return reading.derivative(node)
    except Undistinguished:
        raise
    except Refused:
        if not isinstance(node.operand, tree.Integral) or node.order != 1:
            raise
        return slope_of_integral(reading, node.operand, reading.number(node.variables[0]).only_atom)


def gradient_by(
    reading: TreeReading, operand: tree.Node, names: tuple[Ratio, ...], width: int = 1
) -> values.ExactValue:
    """The gradient of a number as a column, by a matrix of some width as such a matrix; of a vector as rows."""
    atoms = [one.only_atom for one in names]
    if None in atoms or any(atom.kind != "variable" for atom in atoms if atom):
        raise Refused("a gradient by what is no variable")
    value = reading.of(operand)
    rows = tuple(tuple(reading.slope(entry, (atom, 1)) for atom in atoms if atom) for entry in _all(value))
    if width > 1 and isinstance(value, Ratio):
        return tuple(rows[0][start : start + width] for start in range(0, len(atoms), width))
    if isinstance(value, Ratio):
        return rows[0][0] if len(atoms) == 1 else values.transposed(rows)
    if width > 1:
        raise Refused("a gradient by a matrix of what is no number")
    return rows


def nabla(reading: TreeReading, node: tree.Nabla) -> values.ExactValue:
    """Gradient, divergence or curl; without a subscript by a function's own variables, or by all, in their order."""
    named = isinstance(node.operand, tree.Symbol)
    owner = reading.model.named(node.operand) if named else None
    if node.subscript is not None:
        parts = node.subscript.items if isinstance(node.subscript, tree.Listing) else (node.subscript,)
        names = [entry for part in parts for entry in _all(reading.of(part))]
    elif owner is not None and owner.parameters:
        names = [entry for one in owner.parameters for entry in _all(reading.of(one))]
    else:
        found = {atom for entry in _all(reading.of(node.operand)) for atom in entry.variables}
        names = [Ratio.atom(atom) for atom in sorted(found)]
        places = [Ratio.atom(Atom("variable", key)) for key in "xyz"]
        if node.kind != "gradient" and found & {one.only_atom for one in places}:
            names = places[: len(_all(reading.of(node.operand)))]
        elif 0 < len([one for one in names if one in places]) < len(names):
            raise Refused("a gradient by some of several letters")
    if node.kind == "gradient":
        by = reading.of(node.subscript) if node.subscript is not None else names[0]
        return gradient_by(reading, node.operand, tuple(names), 1 if isinstance(by, Ratio) else len(by[0]))
    field = _all(reading.of(node.operand))
    atoms = [one.only_atom for one in names]
    if len(field) != len(atoms) or None in atoms:
        raise Refused("a divergence or curl of what is no vector field")
    slope = [[reading.slope(entry, (atom, 1)) for atom in atoms if atom] for entry in field]
    if node.kind == "divergence":
        return values.total_of(slope[at][at] for at in range(len(atoms)))
    if len(atoms) != 3:  # noqa: PLR2004 - a curl lives in space
        raise Refused("a curl that is not in space")
    return tuple((slope[at - 1][at - 2] - slope[at - 2][at - 1],) for at in range(3))


def directional(reading: TreeReading, node: tree.Directional) -> values.ExactValue:
    """∇f · u."""
    gradient = nabla(reading, tree.Nabla("gradient", None, node.operand))
    return values.multiplied(gradient, reading.of(node.along), r"\cdot")


def differential(reading: TreeReading, node: tree.Differential) -> values.ExactValue:
    """The total differential: Σ ∂f/∂x dx over the variables."""
    value = reading.number(node.variable)
    parts = (
        reading.slope(value, (atom, 1)) * Ratio.atom(Atom("variable", f"d {atom.name}")) for atom in value.variables
    )
    return values.total_of(parts)


def evaluated(reading: TreeReading, node: tree.Evaluated) -> values.ExactValue:
    """The body at a place, or the difference between two."""
    with reading.apart(smooth=True) as inner:
        body = reading.of(node.body)
    if node.upper is None and isinstance(node.lower, (tree.Relation, tree.Listing)):
        return _put(reading, body, inner, _places(reading, node.lower))
    variables = {atom for one in (*_all(body), *(needed for _, needed in inner.found)) for atom in one.variables}
    if len(variables) > 1:
        raise Refused("a bar with several variables")
    ends = [reading.number(end) for end in (node.lower, node.upper) if end is not None]
    found = [_put(reading, body, inner, dict.fromkeys(variables, end)) for end in ends]
    return found[0] if len(found) == 1 else values.added(found[1], values.entrywise(found[0], lambda entry: -entry))


def _put(
    reading: TreeReading, body: values.ExactValue, inner: functions.Conditions, change: dict[Atom, Ratio]
) -> values.ExactValue:
    reading.carry(inner, change)
    return values.entrywise(body, lambda entry: calculus.substituted(entry, change, reading.conditions))


def _places(reading: TreeReading, lower: tree.Node) -> dict[Atom, Ratio]:
    change: dict[Atom, Ratio] = {}
    for one in lower.items if isinstance(lower, tree.Listing) else (lower,):
        if not isinstance(one, tree.Relation) or one.operators != ("=",):
            raise Refused("a bar with what is no equation")
        names, ends = (_all(reading.of(side)) for side in one.operands)
        for name, value in zip(names, ends, strict=True):
            atom = name.only_atom
            if atom is None or atom.kind != "variable":
                raise Refused("a bar with what is no variable")
            change[atom] = value
    return change
