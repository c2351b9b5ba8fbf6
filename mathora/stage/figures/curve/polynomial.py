"""A function's Taylor polynomials: the same value and slopes at one place, up to a degree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import factorial

import numpy as np

from mathora.formula import read
from mathora.formula.curves.one_variable import OneVariable
from mathora.lesson import Text
from mathora.stage.arrays import Array
from mathora.stage.text.terms import LARGEST_PART, NEAR, Term, value

MOST = 12  # the highest degree: beyond it the derivatives' formulas grow too long
DIGITS = 3  # of a coefficient that is no fraction


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

    def written(self, degree: int) -> Term:
        """The polynomial of a degree, its coefficients as fractions where they are some, else rounded."""
        away = f"{'-' if self.centre > 0 else '+'} {value(abs(self.centre)).tex}"
        base = rf"\left({self.variable} {away}\right)" if self.centre else self.variable
        parts: list[str] = []
        for power, worth in enumerate(self._coefficients(degree + 1)):
            near = Fraction(abs(worth) * factorial(power)).limit_denominator(LARGEST_PART) / factorial(power)
            exact = abs(near - abs(worth)) <= NEAR * (abs(worth) or 1)
            if exact and not near:
                continue
            letters = ["", base, rf"{base}^{{{power}}}"][min(power, 2)]
            size = str(near.numerator) if exact else value(float(f"{abs(worth):.{DIGITS}g}")).tex
            above = letters if exact and near.numerator == 1 and letters else f"{size} {letters}"
            part = rf"\frac{{{above}}}{{{near.denominator}}}" if exact and near.denominator > 1 else above
            parts.append(("-" if worth < 0 else "+" if parts else "") + part)
        return Term(read(Text.written(" ".join(parts) or "0", "<label>"), self.function.model).tree)

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
