"""The theme: contrasts that can be read, colours that stay apart however one sees."""

import itertools

import numpy as np
import pytest

from mathora.lesson.palette import TEXT_CONTRAST, contrast
from mathora.stage.layout import LAYOUTS
from mathora.stage.theme import GRAPHICS_CONTRAST, THEMES

APART = 0.05
"""Distance in OKLab below which two colours are easily taken for one another, on a glance at a thin line."""

SEEING = {  # linear RGB, severity 1: Machado, Oliveira & Fernandes, IEEE TVCG 15(6), 2009, table 1
    "trichromacy": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def linear(colour):
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def oklab(rgb):
    """Ottosson, "A perceptual color space for image processing", 2020."""
    to_lms = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    to_lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return to_lab @ np.cbrt(np.clip(to_lms @ rgb, 0, None))


def nearest(colours, seeing):
    """The smallest distance of any two of the colours, and which."""
    seen = {name: oklab(np.clip(SEEING[seeing] @ linear(colour), 0, 1)) for name, colour in colours.items()}
    return min((float(np.linalg.norm(seen[a] - seen[b])), a, b) for a, b in itertools.combinations(seen, 2))


def carried(theme):
    return {**theme.palette, "foreground": theme.foreground}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("seeing", SEEING)
def test_all_colours_stay_apart_however_one_sees(name, seeing):
    distance, one, other = nearest(carried(THEMES[name]), seeing)
    assert distance >= APART, f"{one} and {other}"


def test_a_red_and_a_green_of_equal_lightness_would_be_caught():
    colours = {"red": "#c86b5a", "green": "#8d8a3c"}
    assert nearest(colours, "trichromacy")[0] >= APART
    assert nearest(colours, "deuteranopia")[0] < APART


@pytest.mark.parametrize("name", THEMES)
def test_text_has_a_contrast_of_4_5_on_the_background_and_on_cards(name):
    theme = THEMES[name]
    for ground in (theme.background, theme.card):
        for symbol, colour in {**theme.palette, "foreground": theme.foreground, "muted": theme.muted}.items():
            assert contrast(colour, ground) >= TEXT_CONTRAST, symbol


@pytest.mark.parametrize("name", THEMES)
def test_lines_have_a_contrast_of_3_and_decoration_stays_below_it(name):
    theme = THEMES[name]
    assert contrast(theme.line, theme.background) >= GRAPHICS_CONTRAST
    assert contrast(theme.ghost, theme.background) < GRAPHICS_CONTRAST


def blended(colour, ground, opacity):
    pairs = [(int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(opacity * one + (1 - opacity) * other):02x}" for one, other in pairs)


@pytest.mark.parametrize("name", THEMES)
def test_text_that_stands_back_keeps_a_contrast_of_3(name):
    theme = THEMES[name]
    for ground in (theme.background, theme.card):
        for colour in (*theme.palette.values(), theme.foreground, theme.muted):
            assert contrast(blended(colour, ground, theme.receded), ground) >= GRAPHICS_CONTRAST


def test_contrast_is_wcags():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.aspect)
def test_in_every_shape_the_smallest_text_has_thirty_pixels_of_a_full_hd_film(layout):
    short = min(layout.frame.width, layout.frame.height)
    sizes = THEMES["dark"].legible(short).sizes
    assert round(sizes.minimum * 1080 / short, 6) >= 30
    assert sizes.small >= round(sizes.minimum, 6)


@pytest.mark.parametrize("name", THEMES)
def test_no_text_size_is_under_the_minimum(name):
    sizes = THEMES[name].sizes
    assert min(sizes.headline, sizes.title, sizes.formula, sizes.body, sizes.label, sizes.small) >= sizes.minimum
