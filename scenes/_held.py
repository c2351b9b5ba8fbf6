"""What scenes share whose functions have further variables: these are held, and `vary` may move them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from manim import ValueTracker

from mathora.stage import Function, LessonScene, StepView
from mathora.stage.curves import OneVariable
from mathora.stage.figures.curve.plot import Plot


class HeldScene(LessonScene):
    """Functions seen along one variable, on `plots`; the parameter `held` gives the others their values."""

    needs: ClassVar = (
        ("vary.held", "given()", "what is held moves"),
        ("vary.of", "held_by(held)", "what is held moves"),
    )

    def begin(self) -> None:
        """What is held, as values that can move."""
        self.parameters = {key: ValueTracker(self.held[key]) for key in self.held or ()}
        self.plots: list[Plot] = []

    def held_now(self) -> dict[str, float]:
        """The values of all parameters, as they stand."""
        return {key: float(one.get_value()) for key, one in self.parameters.items()}

    def one_variable(self, function: Function, held: Callable[[], dict[str, float]] | None = None) -> OneVariable:
        """The function along the one variable that is not held; the others as they stand, or as `held` elsewhere."""
        free = next(key for key in function.variables if key not in self.parameters)
        return OneVariable(function, free, held or self.held_now)

    def show_formulas(self, step: StepView, run_time: float = 1.2) -> None:
        """Numbers through which a line goes now go aside, before the formulas come."""
        for one in self.plots:
            one.clear_numbers(self.play)
        super().show_formulas(step, run_time)
