"""What is told of a build while it goes on, and how long it will take.

Owns: `Progress`, `Reporter`, and `StepTimes`, the memory of earlier builds.

Laws:
- Progress is a value; whoever listens (a bar, a tool) cannot change the build.
- Times of earlier builds only shape estimates and the order of work, never a product.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mathora.render.files import write_whole

UNKNOWN_FRAMES = 120  # what a step is guessed at before it was ever drawn


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: steps and frames drawn of those to draw, frames a second, and seconds left (None: unknown
    yet).
    """

    steps: int
    steps_to_draw: int
    frames: int
    frames_to_draw: int
    frames_per_second: float
    seconds_left: float | None


Reporter = Callable[[Progress], None]


class StepTimes:
    """How many frames each step had when it was drawn last, and at which pace; a file that may be lost."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._frames: dict[str, int] = {}
        self.pace: float | None = None
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            stored = json.loads(path.read_text(encoding="ascii"))
            self._frames = {str(name): int(frames) for name, frames in stored["frames"].items()}
            self.pace = float(stored["pace"]) if stored["pace"] else None

    def frames(self, address: str, typical: int = UNKNOWN_FRAMES) -> int:
        """The frames that the step is expected to have; `typical`, if it was never drawn."""
        return self._frames.get(address, typical)

    def remember(self, frames: Mapping[str, int], pace: float | None) -> None:
        """Note what was drawn (`pace` in frames a second of the whole build)."""
        self._frames.update(frames)
        self.pace = pace or self.pace
        with suppress(OSError):
            write_whole(
                self._path, json.dumps({"frames": self._frames, "pace": self.pace}, sort_keys=True).encode("ascii")
            )
