r"""Chance as SymPy: probabilities, expectations, variances.

Owns: `of_chance`.
"""

from __future__ import annotations

from mathora.formula import tree
from mathora.formula.meaning.probability import probability
from mathora.formula.meaning.scope import Scope, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.chance import MeasureName


def of_chance(node: tree.Application, measure: MeasureName, scope: Scope) -> Expr:
    """A probability, an expectation, a variance or a covariance. Raises Untranslatable, Undefined."""
    if measure == "P":
        return probability(node, scope)
    raise Untranslatable(f"{measure} of a random quantity")
