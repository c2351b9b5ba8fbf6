"""What a lesson's title card shows: where the lesson stands in its course, its title, level and minutes.

Owns: `card_lines`, `logo_mobject`, and `backdrop`, the faint lines of a function behind them.
"""

from __future__ import annotations

import numpy as np
from manim import RIGHT, Mobject, VGroup
from numpy import array

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import clipped, pieces
from mathora.formula.curves.view import chosen_heights, chosen_span
from mathora.stage.figures.pages.raster import picture_mobject
from mathora.stage.layout import Region
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.parameters import Function
from mathora.stage.plane.graph import Graph
from mathora.stage.plane.shapes import chip
from mathora.stage.scene import LessonScene

COPIES = 17  # so often a curve stands over itself behind a title, from one height of the frame below to one above


def card_lines(scene: LessonScene, width: float) -> list[Mobject]:
    """Under each other: the place in the course, the title, at most `width` scene units wide, two chips, and who made
    the lesson under which licence, if the course says so.
    """
    theme = scene.theme
    small, muted = theme.sizes.body, theme.muted
    place = VGroup(
        scene.prose_mobject(scene.prose_of_lesson("track"), size=small, colour=muted),
        scene.words_mobject("·", size=small, colour=muted, weight="bold"),
        scene.prose_mobject(scene.prose_of_lesson("unit"), size=small, colour=muted),
        scene.words_mobject("·", size=small, colour=muted, weight="bold"),
        scene.words_mobject(f"{scene.of_lesson('number'):02d}", size=small, colour=muted),
    )
    headline = scene.prose_mobject(
        scene.prose_of_lesson("title"), width=width, size=theme.sizes.headline, weight="bold", balanced=True
    )
    chips = VGroup(
        chip(scene.words_mobject(str(scene.of_lesson("level"))), theme),
        chip(scene.words_mobject(scene.words.lesson.minutes.format(minutes=scene.of_lesson("minutes"))), theme),
    )
    made = " · ".join(filter(None, (str(scene.of_lesson("author")), str(scene.of_lesson("licence")))))
    makers = [scene.words_mobject(made, size=theme.sizes.small, colour=muted)] if made else []
    return [_in_line(place, 0.2), headline, chips.arrange(RIGHT, buff=0.25), *makers]


def logo_mobject(scene: LessonScene) -> list[Mobject]:
    """The course's logo, at most 3 scene units wide and 0.9 high; nothing if it has none."""
    logo = scene.logo()
    return [] if logo is None else [picture_mobject(logo, Region(0, 0, 3, 0.9))]


def _in_line(texts: VGroup, gap: float) -> VGroup:
    """Texts behind each other on one baseline (all start with their baseline at y = 0)."""
    at = 0.0
    for text in texts:
        text.shift(array([at - text.get_left()[0], 0, 0]))
        at = text.get_right()[0] + gap
    return texts


def backdrop(scene: LessonScene, function: Function | None, frame: Region, span: Interval) -> VGroup:
    """Level sets around a point at the right, larger than the frame and too faint to be read as content; of a function
    of one variable its curve, again and again; nothing for a function of more, or for none.
    """
    if function is None or len(function.variables) > 2:  # noqa: PLR2004 - a map has two directions
        return VGroup()
    if len(function.variables) == 1:
        return curve_family(scene, function, frame)
    half = max(frame.width, frame.height) * 0.85
    middle = frame.at(0.82, 0.42)
    region = Region(middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half)
    wide = Interval(1.6 * span.low, 1.6 * span.high)
    return ContourPlot(function, region, wide, scene.theme, colour=scene.theme.ghost).curves


def curve_family(scene: LessonScene, function: Function, frame: Region) -> VGroup:
    """The curve of a function of one variable over the whole frame, and copies of it above and below, equally far
    apart: where y − f(x) is level. As faint as a backdrop.
    """
    one = OneVariable(function, function.variables[0], dict)
    span = chosen_span([one])
    heights = chosen_heights([one], span)
    graph, parts = Graph(frame, span, heights, scene.theme), pieces(function.value, span)
    copies = ([(x, y + share * heights.length) for x, y in parts] for share in np.linspace(-1, 1, COPIES))
    drawn = [found for one_copy in copies if (found := clipped(one_copy, heights))]
    return VGroup(*(graph.polylines(found, scene.theme.ghost, 2.6) for found in drawn))
