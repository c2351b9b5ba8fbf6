"""Small motions of what stands, which leave no trace: what a loop is made of.

Owns: `LoopMotion` and its kinds: `Sway`, `Ripple`, `Gleam`, `Swell`, `TextGleam`, `Lit`, `Together`, `in_turn`.

Law: a motion leaves the picture as it found it: what is drawn afterwards does not know whether there was one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np
from manim import Circle, Mobject, RoundedRectangle, ValueTracker, VGroup, VMobject

if TYPE_CHECKING:
    from mathora.stage.arrays import Array
    from mathora.stage.text.standing_text import StandingText

LIGHT = 0.22  # of a line's length; so much of it is light at once
READ = 0.35  # of a text; so much of it is light at once
WIDE, MARKED = 0.15, 0.22  # glyphs that grow by less are wide; the opacity of the mark over them
FAINT_AND_STRONG = (0.4, 0.85)  # the light's opacities over a text: at its ends, and between them


class LoopMotion(Protocol):
    """A motion of what stands. `parts` are what it adds on top, `moving` what of the picture it moves itself.

    If it `drives` others, they follow it by their updaters; else nothing but these moves: what stands beside a term
    that is lit does not make room.
    """

    drives: bool
    parts: tuple[Mobject, ...]
    moving: tuple[Mobject, ...]

    def show(self, phase: float) -> None:
        """The picture at a `phase` from 0 to 1; at both ends it is at rest."""

    def rest(self) -> None:
        """Puts everything back, exactly."""


@dataclass
class Sway:
    """A tracker's number goes `reach` to one side, to the other, and back, without a jerk."""

    tracker: ValueTracker
    reach: float
    drives: bool = True
    parts: tuple[Mobject, ...] = ()
    moving: tuple[Mobject, ...] = ()

    def __post_init__(self) -> None:
        self._at = float(self.tracker.get_value())
        self._points = self.tracker.points.copy()

    def show(self, phase: float) -> None:
        """As `LoopMotion.show`."""
        share = math.sin(2 * math.pi * phase) * math.sin(math.pi * phase)
        self.tracker.set_value(self._at + self.reach * share)

    def rest(self) -> None:
        """As `LoopMotion.rest`."""
        self.tracker.points = self._points.copy()


class Ripple:
    """A ring goes out from a point and fades."""

    drives = False

    def __init__(self, point: VMobject, colour: str) -> None:
        self._middle, self._radius = point.get_center(), float(point.width) / 2
        self._ring = Circle(radius=1, stroke_color=colour, stroke_width=3, fill_opacity=0, stroke_opacity=0)
        self._unit = self._ring.points.copy()
        self.parts, self.moving = (self._ring,), (self._ring,)

    def show(self, phase: float) -> None:
        """As `LoopMotion.show`."""
        out = 1 - (1 - phase) ** 2
        self._ring.points = self._middle + self._unit * self._radius * (1 + 2.2 * out)
        self._ring.set_stroke(opacity=0.9 * math.sin(math.pi * min(1.0, phase * 1.15)) if phase < 1 / 1.15 else 0)

    def rest(self) -> None:
        """As `LoopMotion.rest`: the ring is taken away with all parts."""


class Gleam:
    """A light runs along a line, from its beginning to its end."""

    drives = False

    def __init__(self, line: VMobject, colour: str) -> None:
        self._line = line.copy().clear_updaters()
        self._light = VMobject(
            stroke_color=colour, stroke_width=line.get_stroke_width(), fill_opacity=0, stroke_opacity=0
        )
        self.parts, self.moving = (self._light,), (self._light,)

    def show(self, phase: float) -> None:
        """As `LoopMotion.show`."""
        front = (1 + LIGHT) * _smooth(phase)
        self._light.pointwise_become_partial(self._line, max(0.0, front - LIGHT), min(1.0, front))
        self._light.set_stroke(opacity=0.9 * math.sin(math.pi * phase) ** 0.5 if 0 < phase < 1 else 0)

    def rest(self) -> None:
        """As `LoopMotion.rest`: the light is taken away with all parts."""


class Swell:
    """A filled shape grows lighter, the less the more is seen through it, and is as before."""

    drives = False

    def __init__(self, shape: VMobject, colour: str) -> None:
        self._light = VMobject(stroke_width=0, fill_color=colour, fill_opacity=0)
        self._light.points, self._most = shape.points.copy(), 0.4 * shape.get_fill_opacity()
        self.parts, self.moving = (self._light,), (self._light,)

    def show(self, phase: float) -> None:
        """As `LoopMotion.show`."""
        self._light.set_fill(opacity=self._most * math.sin(math.pi * phase) ** 2)

    def rest(self) -> None:
        """As `LoopMotion.rest`: the light is taken away with all parts."""


class TextGleam:
    """A light runs through a text, letter by letter as they are read; at both of its ends it is faint."""

    drives = False

    def __init__(self, text: StandingText, colour: str) -> None:
        self._letters = [letter for run in text.runs for letter in _letters(run.get_subpaths())]
        self._faint, self._strong = (
            VMobject(stroke_width=0, fill_color=colour, fill_opacity=opacity) for opacity in FAINT_AND_STRONG
        )
        self.parts = self.moving = (self._faint, self._strong)

    def show(self, phase: float) -> None:
        """As `LoopMotion.show`."""
        front, count = phase * (1 + READ), len(self._letters)
        places = [(front - at / count) / READ for at in range(count)]
        for part, ways in ((self._faint, ((0, 0.25), (0.75, 1))), (self._strong, ((0.25, 0.75),))):
            lit = [one for one, at in zip(self._letters, places, strict=True) if any(a < at <= b for a, b in ways)]
            part.points = np.concatenate([np.empty((0, 3)), *lit])

    def rest(self) -> None:
        """As `LoopMotion.rest`: the light is taken away with all parts."""


class Lit:
    """Groups of glyphs grow a little and come nearer to `colour`; fully so at half time. Wide ones, which have no room
    to grow, are marked as by a pen, too.
    """

    drives = False

    def __init__(self, groups: Sequence[Sequence[VMobject]], colour: str) -> None:
        self._light = np.array([*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))])
        self._groups = [
            ([(glyph, glyph.points, glyph.fill_rgbas) for glyph in group], *_growing(group)) for group in groups
        ]
        self._marks = [
            _mark(group, colour) for group, (*_, growth) in zip(groups, self._groups, strict=True) if growth < WIDE
        ]
        self.parts = tuple(self._marks)
        self.moving = (*(glyph for group in groups for glyph in group), *self._marks)

    def show(self, phase: float) -> None:
        """As `LoopMotion.show`."""
        share = math.sin(math.pi * phase) ** 2
        for mark in self._marks:
            mark.set_fill(opacity=MARKED * share)
        for glyphs, middle, growth in self._groups:
            for glyph, points, rgbas in glyphs:
                glyph.points = middle + (points - middle) * (1 + growth * share)
                lit = rgbas.copy()
                lit[:, :3] += (self._light - lit[:, :3]) * 0.45 * share
                glyph.fill_rgbas = lit

    def rest(self) -> None:
        """As `LoopMotion.rest`."""
        for glyphs, *_ in self._groups:
            for glyph, points, rgbas in glyphs:
                glyph.points, glyph.fill_rgbas = points, rgbas


@dataclass
class Together:
    """Several at once."""

    motions: Sequence[LoopMotion]
    drives: bool = field(init=False)
    parts: tuple[Mobject, ...] = field(init=False)
    moving: tuple[Mobject, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.drives = any(one.drives for one in self.motions)
        self.parts = tuple(part for one in self.motions for part in one.parts)
        self.moving = tuple(part for one in self.motions for part in one.moving)

    def show(self, phase: float) -> None:
        """As `LoopMotion.show`."""
        for one in self.motions:
            one.show(phase)

    def rest(self) -> None:
        """As `LoopMotion.rest`."""
        for one in self.motions:
            one.rest()


@dataclass
class _Late:
    """Another motion in a part of the time: `begin` to `end`, of 1."""

    motion: LoopMotion
    begin: float
    end: float

    def __post_init__(self) -> None:
        self.drives, self.parts, self.moving = self.motion.drives, self.motion.parts, self.motion.moving

    def show(self, phase: float) -> None:
        """As `LoopMotion.show`."""
        self.motion.show(min(1.0, max(0.0, (phase - self.begin) / (self.end - self.begin))))

    def rest(self) -> None:
        """As `LoopMotion.rest`."""
        self.motion.rest()


def in_turn(motions: Sequence[LoopMotion]) -> list[LoopMotion]:
    """The same, one shortly after the other, each half of the time."""
    late = 0.5 / max(1, len(motions) - 1)
    return [_Late(one, k * late, k * late + 0.5) for k, one in enumerate(motions)] if len(motions) > 1 else [*motions]


def _letters(outlines: Sequence[Array]) -> list[Array]:
    """Outlines (n, 3) of a text in their order, those that stand above or within each other as one: with its hole."""
    letters: list[Array] = []
    for one in outlines:
        low, high = (end(one[:, 0]) for end in (np.min, np.max))
        before, after = (end(letters[-1][:, 0]) for end in (np.min, np.max)) if letters else (high, high)
        if min(high, after) - max(low, before) > 0.5 * min(high - low, after - before):
            letters[-1] = np.concatenate([letters[-1], one])
        else:
            letters.append(one)
    return letters


def _mark(group: Sequence[VMobject], colour: str) -> VMobject:
    """What lies over some glyphs as a pen's mark does; it hides nothing, and is not seen yet."""
    around = VGroup(*group)
    air = max(0.03, *(0.15 * float(getattr(glyph, "em", 0.0)) for glyph in group))
    return RoundedRectangle(
        width=around.width + 2 * air,
        height=around.height + 2 * air,
        corner_radius=air,
        stroke_width=0,
        fill_color=colour,
        fill_opacity=0,
    ).move_to(around)


def _growing(group: Sequence[VMobject]) -> tuple[Array, float]:
    """The middle of some glyphs, and by what share they grow: by a fifth, or less if that were much."""
    points = np.concatenate([glyph.points for glyph in group])
    low, high = points.min(axis=0), points.max(axis=0)
    em = max(float(getattr(glyph, "em", 0.0)) for glyph in group)
    return (low + high) / 2, min(0.22, 0.3 * em / max(1e-9, float((high - low)[0])))


def _smooth(share: float) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * share)
