r"""What each measure of chance is: one row for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.formula.tree.chance import MeasureName
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance import information, moments
from mathora.prove.kernel.chance.events import probability
from mathora.prove.kernel.exact.algebra import Ratio
from mathora.prove.kernel.reading.values import ExactValue

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading


def measured(reading: TreeReading, node: tree.Application, measure: MeasureName) -> ExactValue:
    """The value of a probability, an expectation, a variance, an entropy, …."""
    rule = _RULES.get(measure)
    if rule is not None:
        return rule(reading, node)
    if isinstance(node.head, tree.FunctionName) and node.head.subscript is not None:
        raise Refused("an expectation with a subscript")
    return moments.measured(reading, measure, node.arguments)


_RULES: dict[MeasureName, Callable[[TreeReading, tree.Application], Ratio]] = {
    "P": probability,
    "H": information.entropy,
    "I": information.information,
    "D": information.divergence,
}
