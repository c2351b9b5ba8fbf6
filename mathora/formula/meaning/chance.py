r"""Chance as SymPy: probabilities, expectations, variances."""

from __future__ import annotations

import sympy

from mathora.formula import tree
from mathora.formula.meaning.expectation import covariance, expectation, probability_by_law, variance
from mathora.formula.meaning.probability import probability
from mathora.formula.meaning.scope import Scope, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.chance import MeasureName


def of_chance(node: tree.Application, measure: MeasureName, scope: Scope) -> Expr:
    """A probability, an expectation, a variance or a covariance. Raises Untranslatable, Undefined."""
    if measure == "P":
        by_law = probability_by_law(node.arguments[0], scope) if len(node.arguments) == 1 else None
        return probability(node, scope) if by_law is None else by_law
    if measure in {"H", "I", "D"}:
        raise Untranslatable("an entropy: what is known does not say which value it has")
    if any(isinstance(one, tree.Parted) for one in node.arguments):
        raise Untranslatable("a conditional expectation: say what is meant in the formula before")
    if isinstance(node.head, tree.FunctionName) and node.head.subscript is not None:
        raise Untranslatable("an expectation with a subscript: leave it out, and declare what is random")
    match measure, node.arguments:
        case "E", (one,):
            return expectation(one, scope)
        case "Var", (one,):
            return variance(one, scope)
        case "Cov", (one, other):
            return covariance(one, other, scope)
        case "SD", (one,):
            return sympy.sqrt(variance(one, scope))
        case "Corr", (one, other):
            return covariance(one, other, scope) / sympy.sqrt(variance(one, scope) * variance(other, scope))
        case _:
            raise Untranslatable(f"{measure} of {len(node.arguments)} quantities")
