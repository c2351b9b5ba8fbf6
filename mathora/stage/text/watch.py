"""What a step writes, brings to read and does wrong with its texts, noted while it plays.

Owns: `TextWatch`.

Laws:
- A watch lasts one step: nothing is found of it, written or read yet when it begins.
- What is drawn is looked at when an animation begins and `SAMPLED` seconds after the last look: texts that rest since
  are judged as at the step's end.
- Of what is passed without being drawn, only texts that go through one another are found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from manim import Mobject
from numpy.typing import NDArray

from mathora.plan import Finding, Label
from mathora.stage.layout import Layout
from mathora.stage.text.readability import moving_findings, passing_findings, standing_findings
from mathora.stage.text.sight import ContrastMeter
from mathora.stage.text.standing_text import Arrivals, StandingText, moved, rested, standing_texts
from mathora.stage.theme import Theme

Pixels = NDArray[np.uint8]


SAMPLED = 0.5  # seconds of film between two looks at an animation


class TextWatch:
    """A step's texts, from the moment at which it begins; `standing` is always what stands on the picture."""

    def __init__(self, standing: Iterable[Mobject], layout: Layout, theme: Theme, time: float) -> None:
        self._layout, self._theme = layout, theme
        self._began = self._due = time
        self._arrivals = Arrivals(standing_texts(standing))
        self._written: dict[Label, None] = {}
        self._findings: dict[Finding, None] = {}
        self._sampled: list[StandingText] = []
        self._meter = ContrastMeter(layout.frame)

    @property
    def written(self) -> tuple[Label, ...]:
        """What the scene wrote by itself, in the order in which it came to stand."""
        return tuple(self._written)

    def before(self, standing: Iterable[Mobject], time: float) -> None:
        """An animation begins: what stands can be read from here on, and is looked at on its first frame."""
        self._due = time
        texts = standing_texts(standing)
        self._note(texts)
        self._arrivals.note(texts, time - self._began)

    def reading(self, standing: Iterable[Mobject], time: float) -> tuple[tuple[float, float], ...]:
        """What the step has brought to read, as it ends: since when it stands, and how many words."""
        texts = standing_texts(standing)
        self._note(texts)
        return self._arrivals.reading(texts, time - self._began)

    def drawn(self, standing: Iterable[Mobject], pixels: Pixels, time: float) -> None:
        """A frame was drawn."""
        if time < self._due:
            return
        self._due = time + SAMPLED
        texts, before = self._moving(standing)
        self._judge(texts, rested(before, texts), pixels)

    def passed(self, standing: Iterable[Mobject]) -> None:
        """A moment of an animation was passed without a picture."""
        self._moving(standing)

    def judged(self, standing: Iterable[Mobject], pixels: Pixels) -> tuple[Finding, ...]:
        """What cannot be read on the step's last frame, and what was found before it."""
        texts = standing_texts(standing)
        self._judge(texts, texts, pixels)
        return tuple(self._findings)

    def _note(self, texts: Iterable[StandingText]) -> None:
        self._written |= {label: None for text in texts if (label := text.mobject.labelled()) is not None}

    def _moving(self, standing: Iterable[Mobject]) -> tuple[list[StandingText], list[StandingText]]:
        """The texts as they stand now, and as they stood at the last look; those that went through others are noted."""
        texts, before = standing_texts(standing), self._sampled
        self._findings |= dict.fromkeys(moving_findings(texts, moved(before, texts)))
        self._sampled = texts
        return texts, before

    def _judge(self, texts: Sequence[StandingText], still: Sequence[StandingText], pixels: Pixels) -> None:
        found = standing_findings(still, self._layout, self._theme, self._meter, pixels)
        self._findings |= dict.fromkeys([*passing_findings(texts, self._layout), *found])
