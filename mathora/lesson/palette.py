"""The colours of the two themes as numbers, and whether a colour can be read and told from others.

Owns: `GROUNDS`, `FOREGROUNDS`, `PALETTES`, and the measures `luminance`, `contrast`, `likeness`.

Law: a course's own colour is held against the same bars as the themes' own are: `TEXT_CONTRAST` on each ground, and
`APART` from each other colour for every way of seeing.
"""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from math import dist
from types import MappingProxyType
from typing import NamedTuple

from mathora.lesson.vocabulary import ColourName, ThemeName

TEXT_CONTRAST = 4.5  # of text against its ground (WCAG 2.2, level AA)

APART = 0.05
"""The distance in OKLab below which two colours are easily taken for one another, on a glance at a thin line."""

SRGB_KNEE = 0.04045  # below it, sRGB's curve is a straight line

GROUNDS: Mapping[ThemeName, tuple[str, ...]] = MappingProxyType(
    {"dark": ("#10141b", "#1a2029", "#1d222d"), "light": ("#fbfaf6", "#ffffff", "#f2f0ea")}
)
"""What a theme's colours stand on: the film's ground, its cards, the page's deepest ground."""

FOREGROUNDS: Mapping[ThemeName, str] = MappingProxyType({"dark": "#eceae4", "light": "#1b2027"})

PALETTES: Mapping[ThemeName, Mapping[ColourName, str]] = MappingProxyType(
    {
        "dark": MappingProxyType(
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
        "light": MappingProxyType(
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
    }
)

ColourTriple = tuple[float, float, float]
ColourMap = tuple[ColourTriple, ColourTriple, ColourTriple]

ALL = "with all colours"
SEEING: Mapping[str, ColourMap] = MappingProxyType(
    {
        ALL: ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        "with protanopia": (
            (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
        ),
        "with deuteranopia": (
            (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
        ),
        "with tritanopia": (
            (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
        ),
    }
)  # fmt: skip
"""Ways of seeing as matrices on linear RGB (Machado, Oliveira & Fernandes, IEEE TVCG 15(6), 2009, severity 1)."""

TO_CONES: ColourMap = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB: ColourMap = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
"""OKLab (Ottosson, "A perceptual color space for image processing", 2020)."""


class Likeness(NamedTuple):
    """How near a colour comes to another: the other's name, the distance in OKLab, and who sees it so."""

    name: str
    distance: float
    seeing: str


def luminance(colour: str) -> float:
    """The relative luminance (WCAG 2.2) of `#rrggbb`, 0 black to 1 white."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), from 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, theme: ThemeName) -> bool:
    """Whether text in this colour can be read on every ground of the theme."""
    return min(contrast(colour, ground) for ground in GROUNDS[theme]) >= TEXT_CONTRAST


def likeness(colour: str, others: Mapping[str, str]) -> Likeness:
    """Which of the other colours (`#rrggbb` by name) it comes nearest to, and by which way of seeing."""
    return min(
        (
            Likeness(name, dist(_seen(colour, seeing), _seen(other, seeing)), seeing)
            for seeing in SEEING
            for name, other in others.items()
        ),
        key=lambda found: found.distance,
    )


def fits(colour: str, theme: ThemeName, others: Mapping[str, str]) -> bool:
    """Whether text in this colour can be read, and told from the other colours."""
    return readable(colour, theme) and likeness(colour, others).distance >= APART


def nearest_fit(colour: str, theme: ThemeName, others: Mapping[str, str]) -> str:
    """Of the colours a little lighter, darker or of a hue a little turned, the nearest that fits; "" if none does."""
    hue, light, strong = rgb_to_hls(*(byte / 255 for byte in bytes.fromhex(colour[1:])))
    near = {
        "#{:02x}{:02x}{:02x}".format(
            *(round(255 * part) for part in hls_to_rgb(hue + turn / 72, min(max(light + shift / 40, 0), 1), strong))
        )
        for turn in range(-5, 6)
        for shift in range(-24, 25)
    }
    here = _seen(colour, ALL)
    by_distance = sorted(near, key=lambda one: (dist(here, _seen(one, ALL)), one))
    return next((one for one in by_distance if fits(one, theme, others)), "")


def _seen(colour: str, seeing: str) -> ColourTriple:
    """A colour in OKLab, as it is seen."""
    return _oklab(_times(SEEING[seeing], _linear(colour)))


def _linear(colour: str) -> ColourTriple:
    red, green, blue = (
        part / 12.92 if part <= SRGB_KNEE else ((part + 0.055) / 1.055) ** 2.4
        for part in (byte / 255 for byte in bytes.fromhex(colour[1:]))
    )
    return red, green, blue


def _oklab(rgb: ColourTriple) -> ColourTriple:
    cones = _times(TO_CONES, (min(max(rgb[0], 0), 1), min(max(rgb[1], 0), 1), min(max(rgb[2], 0), 1)))
    return _times(TO_LAB, (cones[0] ** (1 / 3), cones[1] ** (1 / 3), cones[2] ** (1 / 3)))


def _times(matrix: ColourMap, vector: ColourTriple) -> ColourTriple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three
