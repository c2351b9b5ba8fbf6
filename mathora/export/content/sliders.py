"""The sliders of an interactive: how far a number of the lesson may be moved, and in which steps.

Owns: `parameter`, `between`, `counted`, `step_of`, `tidy`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mathora.export.content.story import Sentence, Slider
from mathora.formula import ModelFunction

if TYPE_CHECKING:
    from mathora.export.content.speller import Speller

STEPS = 100  # into so many steps a slider's way is divided, about


def parameter(function: ModelFunction, key: str, start: float, speller: Speller) -> Slider:
    """A parameter's slider: its own range, or as far again to both sides."""
    low, high = function.domain(key) or (-np.inf, np.inf)
    reach = max(2.0, 2 * abs(start))
    room = 0.02 * (min(high, start + reach) - max(low, start - reach))
    low = low + room if np.isfinite(low) else start - reach
    high = high - room if np.isfinite(high) else start + reach
    step = step_of((low, high))
    name = (speller.declared(key),)
    return Slider(name, tidy(np.ceil(low / step) * step), tidy(np.floor(high / step) * step), step, start)


def between(name: Sentence, low: float, high: float, start: float) -> Slider:
    """A slider over an interval, in round steps; it begins at the stop next to `start`."""
    step = step_of((low, high))
    ends = (tidy(np.floor(low / step + 1e-9) * step), tidy(np.ceil(high / step - 1e-9) * step))
    return Slider(name, *ends, step, tidy(round(start / step) * step))


def counted(name: str, last: int, start: int = 1, first: int = 1) -> Slider:
    """A slider over whole numbers."""
    return Slider((name,), float(first), float(last), 1.0, float(start))


def step_of(span: tuple[float, float]) -> float:
    """A round step: about a hundredth of the span."""
    return float(10 ** np.floor(np.log10((span[1] - span[0]) / STEPS * 10)) / 2)


def tidy(value: float) -> float:
    """Without the noise of binary fractions."""
    return float(f"{value:.10g}") + 0.0
