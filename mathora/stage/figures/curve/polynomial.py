"""A function's Taylor polynomials: the same value and slopes at one place, up to a degree.

Owns: `TaylorPolynomial`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import factorial

import numpy as np

from mathora.formula.curves.one_variable import OneVariable
from mathora.stage.arrays import Array

MOST = 12
"""The highest degree: beyond it the derivatives' formulas grow too long."""


@dataclass(frozen=True, eq=False)
class TaylorPolynomial(OneVariable):
    """The polynomial of `function` around `centre`; between two degrees its next term is counted in part."""

    centre: float = 0.0
    degree: Callable[[], float] = lambda: 0.0

    def value(self, x: Array) -> Array:
        """Its values at places of shape (n,): Σ f⁽ᵏ⁾(a) (x − a)ᵏ / k!"""
        shares = np.clip(self.degree() + 1 - np.arange(MOST + 1), 0.0, 1.0)
        count = int(np.ceil(self.degree())) + 1
        terms = [shares[k] * self._coefficients(count)[k] * (x - self.centre) ** k for k in range(count)]
        return np.asarray(sum(terms), dtype=float) + 0 * x

    def _coefficients(self, count: int) -> list[float]:
        """The first coefficients; each is computed once."""
        known, slopes = self._known
        while len(known) < count:
            known.append(slopes[-1](self.centre) / factorial(len(known)))
            slopes.append(slopes[-1].derivative)
        return known

    @cached_property
    def _known(self) -> tuple[list[float], list[OneVariable]]:
        return [], [OneVariable(self.function, self.variable, self.held)]
