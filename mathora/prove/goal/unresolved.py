"""The kinds of expression that stand for a number without being one yet: sums, products, limits, integrals, extrema."""

from __future__ import annotations

import sympy

from mathora.formula.meaning.ranges import OverRange

KINDS = (sympy.Sum, sympy.Product, sympy.Limit, sympy.Integral, OverRange)

__all__ = ["KINDS", "OverRange"]
