"""The law of a distribution while it moves: a function of the model with parameters, and its way into another."""

from __future__ import annotations

from collections.abc import Callable

from manim import Animation, ValueTracker

from mathora.stage.arrays import Array
from mathora.stage.figures.chance.chance import DensityLaw, Masses
from mathora.stage.motion import move
from mathora.stage.parameters import Function, Point


class MovingLaw:
    """The distribution of `function`, or of what the script gives by numbers (None), as `made` makes it.

    `moving` are the trackers of the function's variables but the first, which begin `at` a point.
    """

    def __init__(
        self, function: Function | None, at: Point | None, made: Callable[[Function | None], Masses | DensityLaw]
    ) -> None:
        self.function, self._coming, self._made, self._mix = function, function, made, ValueTracker(0)
        given = at.mapping() if at else {}
        self.moving = {key: ValueTracker(given[key]) for key in self.parameters}

    def values(self, function: Function, x: Array) -> Array:
        """A function's values at outcomes (n,), its parameters being where they stand."""
        return function.value(x, *(self.moving[key].get_value() for key in function.variables[1:]))

    def now(self) -> Masses | DensityLaw:
        """The distribution that stands now: on the way, the mixture of both, which is a distribution too."""
        share, made = self._mix.get_value(), self._made(self.function)
        return made if not share else made.mixed(self._made(self._coming), share)  # type: ignore[arg-type]

    @property
    def name(self) -> str:
        """The key of the function that stands, or comes; nothing, if there is none."""
        function = self._coming if self._mix.get_value() > 0 else self.function
        return function.key if function else ""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The keys of what the function that stands depends on besides the outcome."""
        return self.function.variables[1:] if self.function else ()

    def foreseen(self, key: str, value: float, measure: Callable[[Masses | DensityLaw], float]) -> float:
        """What is measured of the distribution as it will be when a parameter stands at a value."""
        before = self.moving[key].get_value()
        self.moving[key].set_value(value)
        found = measure(self.now())
        self.moving[key].set_value(before)
        return found

    def go_to(self, function: Function) -> Animation:
        """The way into another function's distribution; `arrive` ends it."""
        self._coming = function
        return move(self._mix, 1)

    def arrive(self) -> None:
        """The other function is the one that stands."""
        self.function = self._coming
        self._mix.set_value(0)
