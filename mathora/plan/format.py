"""The size and rate of the pictures: what a film's frames are, before any is drawn.

Owns: `FrameFormat` and `QUALITIES`, the table behind `--quality`.

Laws:
- Width and height are even (4:2:0 video halves both), and neither they nor the rate is ever changed after drawing.
- A tick is the time of one frame, 1/rate seconds. Every time in a film is a whole number of ticks.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathora.lesson import AspectName


@dataclass(frozen=True, slots=True)
class FrameFormat:
    """Frames of `width` × `height` pixels, `rate` of them a second."""

    width: int
    height: int
    rate: int

    def __post_init__(self) -> None:
        if min(self.width, self.height) < 16 or self.width % 2 or self.height % 2:  # noqa: PLR2004 - a macroblock
            raise ValueError(f"a frame of {self.width}×{self.height} pixels: both must be even and at least 16")
        if not 1 <= self.rate <= 240:  # noqa: PLR2004
            raise ValueError(f"{self.rate} frames a second: expected 1 to 240")

    @property
    def aspect(self) -> AspectName:
        """The shape whose layout the pictures take."""
        if self.width == self.height:
            return "1:1"
        return "16:9" if self.width > self.height else "9:16"

    def shaped(self, aspect: AspectName) -> FrameFormat:
        """Frames of another shape, their shorter side as long: 1080p in 9:16 is 1080 pixels wide."""
        short, long = sorted((self.width, self.height))
        width, height = {"16:9": (long, short), "9:16": (short, long), "1:1": (short, short)}[aspect]
        return FrameFormat(width, height, self.rate)

    def seconds(self, ticks: int) -> Fraction:
        """The exact time of a number of ticks."""
        return Fraction(ticks, self.rate)

    def ticks(self, seconds: Fraction | float) -> int:
        """The nearest whole number of ticks, halves upwards."""
        return int(Fraction(seconds) * self.rate + Fraction(1, 2))

    def __str__(self) -> str:
        return f"{self.width}x{self.height}@{self.rate}"


QUALITIES = {
    "draft": FrameFormat(640, 360, 15),
    "480p15": FrameFormat(854, 480, 15),
    "720p30": FrameFormat(1280, 720, 30),
    "1080p60": FrameFormat(1920, 1080, 60),
    "2160p60": FrameFormat(3840, 2160, 60),
}
"""What `--quality` may name."""
