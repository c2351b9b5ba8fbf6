"""A dot stands for a power of ten, no more are drawn than can be told apart, and dots and digits are of one number."""

from types import SimpleNamespace

import numpy as np
import pytest
from manim import VMobject

from mathora.stage.figures.chance.dot_count import MOST_DOTS, DotCount
from mathora.stage.layout import Region
from mathora.stage.text.prose_mobject import words_mobject
from mathora.stage.theme import THEMES
from mathora.words.catalogue import Forms

REGION = Region(-5.0, -2.0, 0.0, 2.0)
THEME = THEMES["dark"]
NOUN = Forms("weight", "weights")


def words(text, *, size, weight="regular", colour=THEME.foreground):
    return words_mobject(text, colour, size, weight)


def counted(count, own=1):
    write = SimpleNamespace(theme=THEME, words_mobject=words)
    return DotCount(own, count, NOUN, REGION, np.array([3.0, 0.0, 0.0]), "#ffffff", write)


@pytest.mark.parametrize(
    ("count", "unit", "dots"), [(9, 1, 9), (2000, 1, 2000), (2001, 10, 200), (13_002, 10, 1300), (10**9, 10**6, 1000)]
)
def test_there_are_no_more_dots_than_can_be_told_apart(count, unit, dots):
    figure = counted(count)
    figure.stand(counted=count)
    assert (figure.unit, figure.dots.shown) == (unit, dots)
    assert dots <= MOST_DOTS


@pytest.mark.parametrize(
    ("number", "digits", "noun"), [(1, "1", "weight"), (1234.4, "1 234", "weights"), (0, "0", "weights")]
)
def test_digits_and_dots_are_of_one_number(number, digits, noun):
    figure = counted(2000)
    figure.stand(counted=number)
    said, word = figure.counter[0]
    assert (said.wording.replace("\u2009", " ").replace("\u202f", " "), word.wording) == (digits, noun)
    assert figure.dots.shown == int(number)


def test_dots_fill_their_region_and_no_two_touch():
    figure = counted(600)
    figure.stand(counted=600)
    dots: VMobject = figure.dots
    assert REGION.left - 1e-6 <= dots.get_left()[0] < dots.get_right()[0] <= REGION.right + 1e-6
    assert REGION.bottom - 1e-6 <= dots.get_bottom()[1] < dots.get_top()[1] <= REGION.top + 1e-6
    middles = dots.points.reshape(600, -1, 3).mean(axis=1)
    radius = np.ptp(dots.points[: len(dots.points) // 600, 0]) / 2
    nearest = min(np.linalg.norm(middles[1:] - middles[0], axis=1))
    assert nearest > 2 * radius


def test_the_legend_says_for_how_many_a_dot_stands():
    assert counted(13_002).legend[2].wording == "10"
