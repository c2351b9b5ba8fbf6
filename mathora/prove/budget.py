"""The time that a lesson's formulas share.

Laws:
- What a formula takes beyond `FREE` seconds of computing counts. A formula may take half of what is left, so that one
  hard formula leaves time for the next; when too little is left, no further one is tried, and the slow ones are named.
- Times are of computing, not by the clock: a busy machine does not shorten them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

FREE = 0.15  # seconds of each formula that are not counted: most proofs take less
LEAST = 0.2  # seconds that have to be left for a formula to be tried
LESSON_SECONDS = 4.5  # what a lesson's formulas may take together, beyond what is free

NAMED = 3


@dataclass
class Budget:
    """Seconds left, and what took many: (seconds, formula)."""

    left: float = LESSON_SECONDS
    slow: list[tuple[float, str]] = field(default_factory=list)

    def allowed(self, most: float) -> float:
        """Seconds that the next formula may take; 0 if it is not to be tried."""
        return min(most, FREE + self.left / 2) if self.left >= LEAST else 0.0

    def take(self, seconds: float, formula: str) -> None:
        """Counts what a formula took."""
        beyond = max(0.0, seconds - FREE)
        self.left -= beyond
        if beyond:
            self.slow.append((seconds, formula))

    @property
    def spent(self) -> str:
        """Why a formula is not tried, naming what took the time."""
        worst = sorted(self.slow, reverse=True)[:NAMED]
        named = ", ".join(f"{formula} ({seconds:.1f} s)" for seconds, formula in worst)
        return f"the time that a lesson's formulas share is used up, by {named}: simplify or waive these"
