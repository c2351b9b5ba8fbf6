"""Moving a value: the one animation that drives what follows it; and when what replaces another thing comes.

Owns: `move`, `late`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from manim import ValueTracker, smooth


def move(tracker: ValueTracker, value: float, seconds: float = 1.0, rate: Callable[[float], float] = smooth) -> Any:  # noqa: ANN401 - Manim's animation builder
    """An animation that takes the tracker to a value; `play`'s own `run_time` and `rate_func` count before these."""
    return tracker.animate(rate_func=rate, run_time=seconds).set_value(value)


def late(share: float) -> float:
    """The rate of what comes up when what stood in its place is half gone."""
    return max(0.0, 2 * share - 1)
