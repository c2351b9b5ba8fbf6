"""What must be true of the picture: residuals that are measured on every drawn frame.

Owns: `Invariants` (declared by a scene, measured per frame), `Claims`, `InvariantViolated`.

Laws:
- A residual is computed from the mobjects' own points, in screen coordinates, not from the numbers that placed them.
- A frame on which a residual exceeds its tolerance, or is not a number, is never written: measuring raises.
- Of several figures that promise the same, each is measured, until the name is released: none takes another's place.
- The receipt counts each drawn frame once and keeps the largest residual.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from mathora.plan import InvariantReceipt

Claims = tuple[tuple[str, Callable[[], float], float], ...]
"""What is true of a figure on every frame: name, residual and tolerance."""


class InvariantViolated(Exception):
    """The picture breaks what the scene promised; names the step's frame and the residual."""

    def __init__(self, name: str, frame: int, residual: float, tolerance: float) -> None:
        self.name, self.frame, self.residual, self.tolerance = name, frame, residual, tolerance
        super().__init__(name, frame, residual, tolerance)

    def __str__(self) -> str:
        return (
            f"frame {self.frame}: the picture breaks '{self.name}': "
            f"residual {self.residual:.3g}, allowed {self.tolerance:.3g}"
        )


@dataclass(slots=True)
class _Watch:
    """What is measured under one name: the claims of all that promised it, each with its tolerance."""

    claims: list[tuple[Callable[[], float], float]] = field(default_factory=list)
    tolerance: float = 0.0
    frames: int = 0
    largest: float = 0.0

    def worst(self, name: str, frame: int) -> float:
        """The largest residual of all claims; raises `InvariantViolated` if one is above its tolerance."""
        worst = 0.0
        for measured, tolerance in self.claims:
            residual = abs(float(measured()))
            if math.isnan(residual) or residual > tolerance:
                raise InvariantViolated(name, frame, residual, tolerance)
            worst = max(worst, residual)
        return worst


@dataclass(slots=True)
class Invariants:
    """The invariants of a scene, while it plays; a scene beside it shares them under names that begin with `prefix`."""

    _watched: dict[str, _Watch] = field(default_factory=dict)
    prefix: str = ""

    def shared(self, prefix: str) -> Invariants:
        """The same invariants, to which another scene adds its own."""
        return Invariants(self._watched, prefix)

    def declare(self, name: str, residual: Callable[[], float], tolerance: float) -> None:
        """From now on `|residual()|` must not exceed `tolerance`. What was declared by this name before must hold, too;
        a figure that takes another's place releases the name first.
        """
        watch = self._watched.setdefault(self.prefix + name, _Watch())
        if (residual, tolerance) not in watch.claims:
            watch.claims.append((residual, tolerance))
        watch.tolerance = max(allowed for _, allowed in watch.claims)

    def release(self, *names: str) -> None:
        """The invariants are no longer measured (their mobjects left); what was measured stays in the receipt."""
        for name in names:
            self._watched[self.prefix + name].claims.clear()

    def measure(self, frame: int, *, drawn: bool = True) -> None:
        """Measures all of them; `drawn` frames count in the receipts. Raises `InvariantViolated`."""
        for name, watch in self._watched.items():
            if not watch.claims:
                continue
            worst = watch.worst(name, frame)
            if drawn:
                watch.frames += 1
                watch.largest = max(watch.largest, worst)

    def receipts(self) -> tuple[InvariantReceipt, ...]:
        """What was measured since the last `restart`, in the order of declaration."""
        return tuple(
            InvariantReceipt(name, watch.frames, watch.largest, watch.tolerance)
            for name, watch in self._watched.items()
        )

    def restart(self) -> None:
        """Counts from zero again: a new clip begins."""
        for watch in self._watched.values():
            watch.frames, watch.largest = 0, 0.0
