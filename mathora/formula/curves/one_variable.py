"""A function of the model as one of a single variable, the others held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.pieces import Array
from mathora.formula.meaning.model_function import ModelFunction


@dataclass(frozen=True, eq=False)
class OneVariable:
    """`function` along its `variable`; `held()` are the values of its other variables now.

    All in the model's units; NaN or ±∞ where it has no value, also outside the domain that the model states.
    """

    function: ModelFunction
    variable: str
    held: Callable[[], Mapping[str, float]] = dict

    @property
    def key(self) -> str:
        """The function's name in the model."""
        return self.function.key

    def place(self, x: float) -> tuple[float, ...]:
        """The values of all the function's variables where the free one is x."""
        held = self.held()
        return tuple(x if key == self.variable else held[key] for key in self.function.variables)

    def value(self, x: Array) -> Array:
        """Its values at places of shape (n,)."""
        held = self.held()
        at = (x if key == self.variable else np.float64(held[key]) for key in self.function.variables)
        values = np.broadcast_to(self.function.value(*at), x.shape)
        inside = (x >= self.domain.low) & (x <= self.domain.high)
        return np.where(inside & ~np.isin(x, self.function.leaves_out(self.variable)), values, np.nan)

    def __call__(self, x: float) -> float:
        """Its value at one place."""
        return float(self.value(np.array([x]))[0])

    @cached_property
    def derivative(self) -> OneVariable:
        """Its derivative by the free variable."""
        return OneVariable(self.function.partial(self.variable), self.variable, self.held)

    @cached_property
    def domain(self) -> Interval:
        """Where the model lets the variable be; without a word of the model's, everywhere."""
        return Interval(*(self.function.domain(self.variable) or (-np.inf, np.inf)))
