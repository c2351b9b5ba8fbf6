"""How a lesson looks: its colours and its text sizes, dark and light.

Owns: `Theme`, `THEMES`, `Sizes`; the palettes' numbers are in `lesson.palette`.

Laws (held by tests):
- Text colours have a contrast of at least 4.5 against the background, lines and marks at least 3. `ghost` is decoration
  only: nothing that must be seen is drawn in it.
- Any two of the palette, and each of them and the foreground, stay apart under protanopia, deuteranopia and tritanopia
  (Machado, Oliveira & Fernandes 2009). The palettes were found by a search that maximises the smallest distance in
  OKLab over the four ways of seeing, within a window of hue, chroma and lightness for each name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from mathora.lesson import ColourName, ThemeName
from mathora.lesson.palette import FOREGROUNDS, GROUNDS, PALETTES, SRGB_KNEE, contrast

GRAPHICS_CONTRAST = 3.0
QUIET_CONTRAST = 3.3  # of lines that stand back: a little more than what is needed, for their soft edges

LEAST_PIXELS, SHORTER_SIDE = 30, 1080
"""The smallest em, and the frame's shorter side, in pixels: less is under a millimetre on a phone."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Text sizes as em in scene units (a 16:9 frame is 8 units high: 0.25 is 34 pixels at 1080p)."""

    headline: float = 0.86
    title: float = 0.44
    formula: float = 0.54
    body: float = 0.40
    label: float = 0.36
    small: float = 0.34
    minimum: float = 0.25


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`; `decimal` is the sign in numbers.

    `foreground` for text and main lines, `muted` for text of second rank and whatever is frozen, `line` for axes and
    frames, `ghost` for decoration, `card` the fill behind cards. `brand` is the main colour of the course's own; "" if
    it has none.
    """

    name: ThemeName
    background: str
    foreground: str
    muted: str
    line: str
    ghost: str
    card: str
    palette: Mapping[ColourName, str]
    sizes: Sizes = Sizes()
    decimal: str = "."
    brand: str = ""
    receded: float = 0.75
    """The opacity of text that stands back: every colour keeps a contrast of 3."""

    def __deepcopy__(self, memo: dict[int, object]) -> Theme:
        """Immutable: copies of mobjects share it."""
        return self

    def legible(self, frame: float) -> Theme:
        """The theme for frames whose shorter side is so many scene units: no text is set under `LEAST_PIXELS`."""
        least = LEAST_PIXELS * frame / SHORTER_SIDE
        return replace(self, sizes=replace(self.sizes, minimum=max(self.sizes.minimum, least)))

    def branded(self, own: Sequence[tuple[ColourName, str]]) -> Theme:
        """The theme with a course's own colours; the first is the brand's."""
        return replace(self, palette=MappingProxyType({**self.palette, **dict(own)}), brand=own[0][1] if own else "")

    @property
    def frozen(self) -> str:
        """What does not move now."""
        return self.muted

    @property
    def contour(self) -> str:
        """Level sets behind arrows and points: purple that stands back, as far as lines may that carry meaning."""
        return subdued(self.palette["purple"], self.background, QUIET_CONTRAST)

    @property
    def right(self) -> str:
        """Marks of what is right."""
        return self.palette["green"]

    @property
    def wrong(self) -> str:
        """Marks of what is wrong."""
        return self.palette["red"]


def luminances(colours: NDArray[np.float64]) -> NDArray[np.float64]:
    """The relative luminance (WCAG 2.2), 0 black to 1 white, of colours of shape (…, 3), each channel from 0 to 1."""
    linear = np.where(colours <= SRGB_KNEE, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def contrast_of(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """The contrast ratio of two luminances, or of arrays of them."""
    return np.asarray((np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05))


def subdued(colour: str, background: str, least: float) -> str:
    """The colour mixed with the background, as far as it keeps a contrast of `least`; `#rrggbb`."""
    own, behind = (np.array(tuple(bytes.fromhex(one[1:]))) for one in (colour, background))
    shares = np.linspace(0, 1, 101)
    mixed = ["#{:02x}{:02x}{:02x}".format(*np.rint(behind + (own - behind) * share).astype(int)) for share in shares]
    return next((one for one in mixed if contrast(one, background) >= least), colour)


THEMES: Mapping[ThemeName, Theme] = MappingProxyType(
    {
        "dark": Theme(
            name="dark",
            background=GROUNDS["dark"][0],
            foreground=FOREGROUNDS["dark"],
            muted="#98a2b0",
            line="#667386",
            ghost="#2a323e",
            card=GROUNDS["dark"][1],
            palette=PALETTES["dark"],
        ),
        "light": Theme(
            name="light",
            background=GROUNDS["light"][0],
            foreground=FOREGROUNDS["light"],
            muted="#5f6874",
            line="#808994",
            ghost="#d9d6cc",
            card=GROUNDS["light"][1],
            palette=PALETTES["light"],
        ),
    }
)
