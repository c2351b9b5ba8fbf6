"""Whether a colour can be read and told from others, by the measures that the themes themselves are held against."""

from __future__ import annotations

import pytest

from mathora.lesson.palette import APART, FOREGROUNDS, PALETTES, contrast, fits, likeness, nearest_fit, readable


def others(theme, name):
    return {key: value for key, value in PALETTES[theme].items() if key != name} | {"text": FOREGROUNDS[theme]}


@pytest.mark.parametrize(("theme", "name"), [(theme, name) for theme in PALETTES for name in PALETTES[theme]])
def test_the_themes_own_colours_stay_apart(theme, name):
    assert likeness(PALETTES[theme][name], others(theme, name)).distance >= APART


def test_a_colour_like_another_is_seen_by_whom_it_is_alike():
    near = likeness("#5fe59b", others("dark", "blue"))
    assert (near.name, near.distance < APART) == ("green", True)
    alike = likeness("#8d8a3c", {"red": "#c86b5a"})
    assert (alike.seeing, alike.distance < APART) == ("with deuteranopia", True)


def test_what_is_dark_is_not_readable_on_dark():
    assert (readable("#0b5fa5", "dark"), readable("#0b5fa5", "light")) == (False, True)
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize(("colour", "theme", "name"), [("#b03a00", "light", "orange"), ("#0b3d91", "dark", "blue")])
def test_the_nearest_that_fits_fits(colour, theme, name):
    assert not fits(colour, theme, others(theme, name))
    assert fits(nearest_fit(colour, theme, others(theme, name)), theme, others(theme, name))
