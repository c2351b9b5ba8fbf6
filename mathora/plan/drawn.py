"""What comes back of a step that was drawn, wherever it was drawn: the wall between stage and render.

Owns: `DrawnStep` with its `StepFacts`, `Move`, `Loop`, `InvariantReceipt`, `Label` and `Finding`, with `ASIDE` and
`FAR_OFF`, two of these; `StepFailed`, what went wrong instead.

Laws:
- A value: it crosses processes and machines, and says nothing of the script but the number of the step.
- A failure is never the author's: what the script gives and a scene cannot draw, `check` tells by the scene's needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from mathora.plan.reading import Reading


class Finding(NamedTuple):
    """What is wrong with a picture, as a fault without its place: rule id, message, how to mend it."""

    rule: str
    message: str
    hint: str = ""


ASIDE, FAR_OFF = "picture-aside", "formula-far"
"""Remarks that count at a section's last step only, since a figure may grow up to there; the first if every step of it
has it: a side may be filled for a while.
"""


@dataclass(frozen=True, slots=True)
class InvariantReceipt:
    """What was measured of one invariant: on how many frames, and the largest residual."""

    name: str
    frames: int
    largest: float
    tolerance: float


class Label(NamedTuple):
    """What a scene wrote by itself: a term of the model, a number, a reading, or a claim that it declares.

    `tex` is the term, the number or the claim's formula. `says` is what a reading shows at rest, or the claim's
    relation; `where` the point at which it is read.
    """

    kind: Literal["term", "number", "reading", "claim"]
    tex: str
    says: str = ""
    where: str = ""


class Move(NamedTuple):
    """A part of a step's motion that may wait for its word: the clip's ticks from `start` up to `end`.

    A narration may call it by its `name`, if it has one.
    """

    start: int
    end: int
    name: str = ""


class Loop(NamedTuple):
    """A short motion that begins and ends with a step's last picture, so that it may be shown while that stands.

    `name` is the LaTeX of the term that is lit, "" where the picture itself lives. `ticks` are its encoded frames'
    times from its own start; from tick `end` on the last picture stands again. At tick `peak`, if it is not 0, what is
    seen may wait for as long as the term is said.
    """

    name: str
    ticks: tuple[int, ...]
    end: int
    peak: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """What is known of a drawn step besides its pictures.

    `ticks` are its encoded frames' times (1/rate seconds); from tick `motion` on the last state stands. `moves` are
    the parts of the motion, in order; `loops` what may be shown while the last state stands. `findings` is what cannot
    be read on it, `remarks` what is not well composed though it can be read, `reading` what it brings to read, `labels`
    what the scene wrote by itself. A still alone has neither ticks nor receipts.
    """

    ticks: tuple[int, ...] = ()
    motion: int
    moves: tuple[Move, ...] = ()
    loops: tuple[Loop, ...] = ()
    invariants: tuple[InvariantReceipt, ...] = ()
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()
    reading: Reading = ()
    labels: tuple[Label, ...] = ()

    @property
    def frames(self) -> int:
        """How many frames were encoded, its loops' with them."""
        return len(self.ticks) + sum(len(loop.ticks) for loop in self.loops)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnStep:
    """Step `index` (from 0) of a section: its film (H.264 mp4; empty if only the still was wanted) and last state.

    `loops` are the films of its facts' loops, one by one.
    """

    index: int
    video: bytes = b""
    loops: tuple[bytes, ...] = ()
    still: bytes
    facts: StepFacts


class StepFailed(Exception):
    """A step could not be drawn, and would not be if it were tried again: its scene raised, or broke what it promised.

    `index` counts from 0; None is the section's beginning. Unless it is `of_scene`, no scene is to blame.
    """

    def __init__(self, index: int | None, reason: str, *, of_scene: bool = True) -> None:
        self.index, self.reason, self.of_scene = index, reason, of_scene
        super().__init__(index, reason)

    def __reduce__(self) -> tuple[type[StepFailed], tuple[int | None, str], dict[str, bool]]:
        return StepFailed, (self.index, self.reason), {"of_scene": self.of_scene}

    def __str__(self) -> str:
        return f"{'the beginning' if self.index is None else f'step {self.index}'}: {self.reason}"
