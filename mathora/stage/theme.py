"""How a lesson looks: its colours and its text sizes, dark and light.

Owns: `Theme`, `THEMES`, `Sizes`, and the contrast ratio of WCAG 2.

Laws (held by tests):
- Text colours have a contrast of at least 4.5 against the background, lines and marks at least 3. `ghost` is decoration
  only: nothing that must be seen is drawn in it.
- Any two of the palette, and each of them and the foreground, stay apart under protanopia, deuteranopia and tritanopia
  (Machado, Oliveira & Fernandes 2009). The palettes were found by a search that maximises the smallest distance in
  OKLab over the four ways of seeing, within a window of hue, chroma and lightness for each name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from mathora.lesson import ColourName, ThemeName

TEXT_CONTRAST = 4.5
GRAPHICS_CONTRAST = 3.0
QUIET_CONTRAST = 3.3
"""Of lines that stand back: a little more than what is needed, for their soft edges."""
SRGB_KNEE = 0.04045
"""Below it, sRGB's curve is a straight line."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Text sizes as em in scene units (a 16:9 frame is 8 units high: 0.25 is 34 pixels at 1080p)."""

    headline: float = 0.86
    title: float = 0.44
    formula: float = 0.54
    body: float = 0.40
    label: float = 0.36
    small: float = 0.30
    minimum: float = 0.25


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`; `decimal` is the sign in numbers.

    `foreground` for text and main lines, `muted` for text of second rank and whatever is frozen, `line` for axes and
    frames,
    `ghost` for decoration, `card` the fill behind cards.
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
    receded: float = 0.75
    """The opacity of text that stands back: every colour keeps a contrast of 3."""

    def __deepcopy__(self, memo: dict[int, object]) -> Theme:
        """Immutable: copies of mobjects share it."""
        return self

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


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`."""
    return float(luminances(np.array([int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)])))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), from 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    return float(contrast_of(np.array(luminance(one)), np.array(luminance(other))))


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
            background="#10141b",
            foreground="#eceae4",
            muted="#98a2b0",
            line="#667386",
            ghost="#2a323e",
            card="#1a2029",
            palette=MappingProxyType(
                {
                    "blue": "#67a2e6",
                    "orange": "#f0a04f",
                    "yellow": "#ecd210",
                    "green": "#5fe59a",
                    "pink": "#c47fa8",
                    "purple": "#9d6ff2",
                    "red": "#f15f51",
                    "teal": "#88cabb",
                }
            ),
        ),
        "light": Theme(
            name="light",
            background="#fbfaf6",
            foreground="#1b2027",
            muted="#5f6874",
            line="#808994",
            ghost="#d9d6cc",
            card="#ffffff",
            palette=MappingProxyType(
                {
                    "blue": "#4968b1",
                    "orange": "#974b16",
                    "yellow": "#946900",
                    "green": "#236845",
                    "pink": "#c82985",
                    "purple": "#6c3899",
                    "red": "#9c1421",
                    "teal": "#155049",
                }
            ),
        ),
    }
)
