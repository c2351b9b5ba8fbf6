"""Small drawn things that several scenes share: cards, chips, bullets, brackets, a lock, a tick, a cross.

Owns: the functions below; `recede`, how something stands back; `off_rim` and `signed_area`, which measure. The others
return a new mobject around the origin (or around what it is given), in theme colours.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import (
    UP,
    Animation,
    ArcBetweenPoints,
    Circle,
    Mobject,
    RoundedRectangle,
    UpdateFromAlphaFunc,
    VGroup,
    VMobject,
)

from mathora.stage.arrays import Array
from mathora.stage.text.formula_mobject import TextMobject
from mathora.stage.text.prose_mobject import HALF_CAPITAL
from mathora.stage.theme import Theme

BEND = 0.9  # by how much parentheses turn from end to end, in radians
LIP = 0.16  # how far square brackets reach inwards, in scene units


def around(low: Array, high: Array) -> Array:
    """A rectangle's way around, from its lower left corner to the upper right one and back: scene points (5, 3)."""
    corners = (low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1]), (low[0], low[1])
    return np.array([(*corner, 0.0) for corner in corners])


def card_frame(width: float, height: float, theme: Theme) -> RoundedRectangle:
    """A card without its content."""
    return RoundedRectangle(
        width=width,
        height=height,
        corner_radius=0.16,
        fill_color=theme.card,
        fill_opacity=1,
        stroke_color=theme.ghost,
        stroke_width=1.5,
    )


def car(theme: Theme) -> VGroup:
    """A car seen from the side, heading right; its middle is on the ground, between its wheels."""
    ground = VMobject().set_points(np.array([[0.0, -0.56, 0.0]] * 4))  # as far below the ground as the roof is above
    cabin = [[-0.62, 0.12], [-0.62, 0.32], [-0.34, 0.34], [-0.18, 0.56], [0.2, 0.56], [0.38, 0.34], [0.62, 0.28]]
    corners = np.array([[x, y, 0.0] for x, y in [*cabin, [0.62, 0.12], cabin[0]]])
    body = VMobject(fill_color=theme.foreground, fill_opacity=1, stroke_width=0).set_points_as_corners(corners)
    wheels = [RoundedRectangle(0.12, width=0.24, height=0.24, fill_color=theme.muted, fill_opacity=1) for _ in range(2)]
    for wheel, x in zip(wheels, (-0.34, 0.36), strict=True):
        wheel.set_stroke(theme.background, 3).move_to([x, 0.12, 0.0])
    return VGroup(ground, body, *wheels)


def chip(content: TextMobject, theme: Theme) -> VGroup:
    """A short text in a pill, its capitals in the middle: two chips have one baseline. Submobjects: pill, content."""
    pill = RoundedRectangle(
        width=content.width + 0.5,
        height=0.56,
        corner_radius=0.28,
        fill_color=theme.card,
        fill_opacity=1,
        stroke_color=theme.line,
        stroke_width=1.5,
    )
    content.move_to(pill)
    return VGroup(pill, content.shift((pill.get_y() - HALF_CAPITAL * content.em - content.baseline) * UP))


def badge(content: Mobject, colour: str, radius: float = 0.3) -> VGroup:
    """A letter or a number in a ring; submobjects: ring, content."""
    ring = Circle(radius=radius, stroke_color=colour, stroke_width=3, fill_opacity=0)
    return VGroup(ring, content.move_to(ring))


def brackets(content: Mobject, colour: str, margin: float = 0.18) -> VGroup:
    """Square brackets around the content, two lines; the content is not part of them."""
    left, right = content.get_left()[0] - margin, content.get_right()[0] + margin
    bottom, top = content.get_bottom()[1] - margin, content.get_top()[1] + margin
    sides = []
    for x, lip in ((left, left + LIP), (right, right - LIP)):
        side = VMobject(stroke_color=colour, stroke_width=3.5, fill_opacity=0)
        corners = [[lip, top, 0], [x, top, 0], [x, bottom, 0], [lip, bottom, 0]]
        sides.append(side.set_points_as_corners(np.array(corners)))
    return VGroup(*sides)


def parentheses(middle: Array, width: float, height: float, colour: str) -> VGroup:
    """Parentheses around what is so wide and high, about a scene point (3,): two arcs."""
    high, half = np.array([0.0, height / 2, 0.0]), np.array([width / 2, 0.0, 0.0])
    ends = (-half + high, -half - high), (half - high, half + high)
    arcs = (ArcBetweenPoints(middle + start, middle + end, angle=BEND) for start, end in ends)
    return VGroup(*(arc.set_stroke(colour, 3) for arc in arcs))


def lock(colour: str, height: float = 0.32) -> VGroup:
    """A closed padlock: what is frozen."""
    body = RoundedRectangle(
        width=0.7, height=0.52, corner_radius=0.08, fill_color=colour, fill_opacity=1, stroke_width=0
    )
    angles = np.linspace(np.pi, 0, 13)
    bow = np.column_stack([0.21 * np.cos(angles), 0.24 + 0.16 + 0.21 * np.sin(angles), np.zeros(13)])
    shackle = VMobject(stroke_color=colour, stroke_width=3, fill_opacity=0)
    shackle.set_points_as_corners(np.array([[-0.21, 0.24, 0], *bow, [0.21, 0.24, 0]]))
    shape = VGroup(body, shackle)
    return shape.scale_to_fit_height(height).move_to(np.zeros(3))


def tick(colour: str) -> VMobject:
    """A tick: right."""
    mark = VMobject(stroke_color=colour, stroke_width=6, fill_opacity=0)
    mark.set_points_as_corners(np.array([[-0.5, 0.05, 0], [-0.15, -0.35, 0], [0.5, 0.45, 0]]))
    return mark.scale_to_fit_height(0.34).move_to(np.zeros(3))


def cross(colour: str, height: float = 0.3) -> VMobject:
    """A cross: wrong."""
    mark = VMobject(stroke_color=colour, stroke_width=6, fill_opacity=0)
    for end in (np.array([0.5, 0.5, 0]), np.array([0.5, -0.5, 0])):
        mark.start_new_path(-end)
        mark.add_line_to(end)
    return mark.scale_to_fit_height(height).move_to(np.zeros(3))


def recede(mobject: Mobject, opacity: float, **options: Any) -> Animation:  # noqa: ANN401 - Manim's own (run_time, rate_func)
    """What is drawn (fills and strokes, not what is invisible) goes to `opacity`: back to 0.5, or forward to 1."""
    parts = [
        (part, part.get_fill_opacity() if part.get_fill_opacity() > 0 else None, part.get_stroke_opacity())
        for part in mobject.family_members_with_points()
    ]

    def fade(_: Mobject, share: float) -> None:
        for part, fill, stroke in parts:
            if fill is not None:
                part.set_fill(opacity=fill + share * (opacity - fill))
            if part.get_stroke_width() > 0:
                part.set_stroke(opacity=stroke + share * (opacity - stroke))

    return UpdateFromAlphaFunc(mobject, fade, **options)


def off_rim(shape: VMobject, point: Array) -> float:
    """How far a point is from the rim of a shape's bounding rectangle, in scene units."""
    low, high = shape.points.min(axis=0)[:2], shape.points.max(axis=0)[:2]
    beyond = np.maximum(low - point[:2], point[:2] - high)
    return float(np.linalg.norm(np.maximum(beyond, 0.0)) if (beyond > 0).any() else -beyond.max())


def signed_area(corners: Array) -> float:
    """The area that a polygon's corners (n, 2) enclose: positive where they turn left."""
    x, y = corners.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)
