"""The edge of the prover for who asks again and again: one worker that stays, and what it decided is known.

Laws:
- Each lesson has a budget of its own, as if it were the only one.
- The worker is started when the first verdict is not known, or early by `warm_up`. One that has come to hold much is
  started anew between two lessons.
"""

from __future__ import annotations

from pathlib import Path

from mathora.lesson import Lesson
from mathora.prove.budget import Budget
from mathora.prove.gate.gate import prove_lesson
from mathora.prove.gate.proven import Proven
from mathora.prove.store import VerdictStore
from mathora.prove.worker import Prover


class StandingProver:
    """Proves lessons one after the other, until it is closed. `store` is a file where verdicts are kept, or None."""

    def __init__(self, store: Path | None) -> None:
        self._prover = Prover()
        self._kept = VerdictStore(store, self._prover.decide)

    def warm_up(self) -> None:
        """Starts the worker, without waiting for it."""
        self._prover.warm_up()

    def prove(self, lesson: Lesson) -> Proven:
        """The proven lesson; raises `Faulty` with all of its formulas' faults."""
        self._prover.begin(Budget())
        try:
            return prove_lesson(lesson, self._kept.decide)
        finally:
            self._kept.save()

    def close(self) -> None:
        """Ends the worker."""
        self._prover.close()
