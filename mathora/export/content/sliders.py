"""The sliders of an interactive: how far a number of the lesson may be moved, and in which steps.

Owns: `parameter`, `between`, `counted`, `step_of`, `tidy`; and what of a script's arguments they begin with: `numbers`,
`names`, `coordinates`, `ends_of`, `function_of`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mathora.export.content.story import Sentence, Slider, spoken
from mathora.formula import ModelFunction
from mathora.formula.meaning.read_values import read_ends, read_function, read_number, read_place
from mathora.lesson import IntervalValue, ListValue, NameValue, NumberValue, PointValue, Prose, Shown, Value

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


def numbers(value: Value | None, speller: Speller) -> list[float]:
    """A list of numbers, or of formulas that are numbers; none, if it is not given."""
    items = value.items if isinstance(value, ListValue) else ()
    model = speller.proven.model
    return [read_number(one.tex, model) for one in items if isinstance(one, NumberValue | Shown)]


def names(value: Value | None, speller: Speller) -> list[str]:
    """A list of texts, as they are said."""
    items = value.items if isinstance(value, ListValue) else ()
    return [spoken(speller.sentence(one)) for one in items if isinstance(one, Prose)]


def coordinates(value: Value | None, speller: Speller) -> dict[str, float]:
    """A point's numbers by its variables; none, if it is not given."""
    return read_place(value, speller.proven.model) if isinstance(value, PointValue) else {}


def ends_of(value: Value | None, speller: Speller) -> tuple[float, float] | None:
    """The ends of an interval; none, if it is not given."""
    return read_ends(value, speller.proven.model) if isinstance(value, IntervalValue) else None


def function_of(value: Value | None, speller: Speller) -> ModelFunction | None:
    """A function of the model; none, if it is not given."""
    return read_function(value.tex, speller.proven.model) if isinstance(value, NameValue) else None
