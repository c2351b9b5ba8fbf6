"""The slopes of all secants whose points are equally far apart: as that goes to zero, they become the derivative."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mathora.formula.curves.one_variable import OneVariable
from mathora.stage.arrays import Array

ONE = 1e-9  # two points nearer than this, in model units, are one


@dataclass(frozen=True, eq=False)
class SecantSlopes(OneVariable):
    """How steep the secant of `function` is from each place to one `reach` farther on; where both are one, the tangent.

    `held` says the reach, too: what is drawn of it is drawn anew when it changes.
    """

    reach: Callable[[], float] = lambda: 0.0

    def value(self, x: Array) -> Array:
        """Its values at places of shape (n,): (f(x + h) - f(x)) / h."""
        reach = self.reach()
        if abs(reach) < ONE:
            return self.derivative.value(x)
        value = super().value
        return np.asarray((value(x + reach) - value(x)) / reach)
