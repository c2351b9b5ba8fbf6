"""What can be done to a term of a displayed formula: box it, let it fall silent, put a number in its place.

Owns: `boxed`, `dimmed`, `recoloured`, `Substitution`, `heads_stay`.

Law: the formula's other glyphs are not touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import (
    DL,
    UR,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    ManimColor,
    RoundedRectangle,
    UpdateFromAlphaFunc,
    VGroup,
    interpolate_color,
)

from mathora.formula import Path, walk, write_latex
from mathora.formula.tree import Application
from mathora.stage.text.boxes import Boxes
from mathora.stage.text.flight import GlyphLink, alike
from mathora.stage.text.formula_mobject import FormulaMobject
from mathora.stage.text.morph import GONE, Morph

TOUCHING, LEAST = 0.02, 0.015
"""Scene units by which two glyphs' boxes may overlap and stand beside each other, and from a frame to what is in it."""

_AFTER = 1.3
_DROP = np.array([0.0, -0.3, 0.0])


def boxed(part: VGroup, colour: str, margin: float = 0.09, among: VGroup | None = None) -> RoundedRectangle:
    """A frame around some glyphs of a formula, at least as high as a digit; it is not part of the formula.

    It goes through the middle between the part and what stands nearer than the `margin` to it `among` the other glyphs.
    """
    em = max(glyph.em for glyph in part)
    low, high = (part.get_corner(corner)[:2] for corner in (DL, UR))
    grown = np.array([0.0, max(0.0, 0.7 * em - (high[1] - low[1])) / 2])
    low, high = low - grown, high + grown
    room = np.full((2, 2), margin)  # left and below, right and above
    ink = Boxes.of([glyph for glyph in among or () if all(glyph is not one for one in part)])
    for start, stop in zip(ink.low, ink.high, strict=True):
        beside = (start < high + margin) & (stop > low - margin)
        for axis in np.flatnonzero(beside[::-1]):  # it stands beside along an axis if it overlaps along the other
            for side, gap in enumerate((low[axis] - stop[axis], start[axis] - high[axis])):
                if gap > -TOUCHING:
                    room[side, axis] = min(room[side, axis], max(gap / 2, LEAST))
    low, high = low - room[0], high + room[1]
    frame = RoundedRectangle(
        width=high[0] - low[0],
        height=high[1] - low[1],
        corner_radius=0.08,
        stroke_color=colour,
        stroke_width=2.5,
        fill_opacity=0,
    )
    return frame.move_to([*(low + high) / 2, 0.0])


def recoloured(formula: FormulaMobject, colour_of: Callable[[Path], str | None], **options: Any) -> Animation:  # noqa: ANN401 - Manim's
    """Each glyph goes to the colour of its path; where that is None it keeps its own."""
    changing = [
        (glyph, glyph.get_fill_color(), ManimColor(colour))
        for glyph in formula
        if (colour := colour_of(glyph.path)) is not None
    ]

    def fade(_: FormulaMobject, share: float) -> None:
        for glyph, before, after in changing:
            glyph.set_fill(interpolate_color(before, after, share))

    return UpdateFromAlphaFunc(formula, fade, **options)


def dimmed(formula: FormulaMobject, selector: str, colour: str, **options: Any) -> Animation:  # noqa: ANN401 - Manim's
    """Every occurrence of a term goes to `colour` (the theme's for what is frozen); none is no mistake."""
    places = formula.paths(selector)

    def grey(path: Path) -> str | None:
        return colour if any(path[: len(place)] == place for place in places) else None

    return recoloured(formula, grey, **options)


@dataclass(frozen=True, slots=True)
class Substitution:
    """Numbers that take the places of a formula's variables, each in a frame, so that no two numbers run together.

    `numbers` stand with their frames where the variables stood, at `places`; `fall` is the animation that brings them
    there.
    """

    numbers: VGroup
    fall: Animation | None
    places: tuple[Path, ...] = ()

    @staticmethod
    def into(
        formula: FormulaMobject, values: dict[str, FormulaMobject], colour_of: Callable[[str], str]
    ) -> Substitution:
        """`values` by the variable's key: a typeset number that is copied to each of its places."""
        numbers, places = VGroup(), []
        for key, value in values.items():
            for path in formula.paths(key):
                numbers.add(_framed(formula, path, value, colour_of(key)))
                places.append(path)
        if not places:
            return Substitution(numbers, None)
        vanish = _vanishing(formula, places)
        return Substitution(
            numbers, AnimationGroup(vanish, *(FadeIn(number, shift=_DROP) for number in numbers)), tuple(places)
        )

    @property
    def parts(self) -> list[FormulaMobject]:
        """The numbers, without their frames."""
        return [number for number, _ in self.numbers]

    def unframed(self, become: Morph) -> list[Animation]:
        """The frames go, but not before what is in them: 2 beside a framed 1 is never 21."""
        return [FadeOut(frame, run_time=_AFTER * GONE * become.run_time) for _, frame in self.numbers]

    def links(self, target: FormulaMobject) -> Iterator[GlyphLink]:
        """The numbers that stand in the same places of the result stay the same: of `f(x)` at 2 the 2 of `f(2)`."""
        for number, path in zip(self.parts, self.places, strict=True):
            arriving = target.under(path)
            pairs = list(zip(number, arriving, strict=False))
            if len(number) == len(arriving) and all(alike(one.points, other.points) for one, other in pairs):
                yield GlyphLink(tuple(number), tuple(arriving), f"'{number.wording}'")


def heads_stay(source: FormulaMobject, target: FormulaMobject) -> Iterator[GlyphLink]:
    """What stands before a bracket stays where both formulas have it: of `f(x)`, or of `f`, the f of `f(2)`."""
    there = dict(walk(source.tree))
    for path, node in walk(target.tree):
        before = there.get(path)
        if not isinstance(node, Application) or before is None:
            continue
        start, head = ((*path, 0), before.head) if isinstance(before, Application) else (path, before)
        leaving, arriving = source.under(start), target.under((*path, 0))
        if head == node.head and len(leaving) == len(arriving):
            yield GlyphLink(tuple(leaving), tuple(arriving), f"'{write_latex(head)}'")


def _vanishing(formula: FormulaMobject, places: Sequence[Path]) -> Animation:
    """The glyphs at some paths fade away; they stay in the formula, unseen."""
    leaving = [(glyph, glyph.get_fill_opacity()) for place in places for glyph in formula.under(place)]

    def fade(_: FormulaMobject, share: float) -> None:
        for glyph, opacity in leaving:
            glyph.set_fill(opacity=opacity * (1 - share))

    return UpdateFromAlphaFunc(formula, fade)


def _framed(formula: FormulaMobject, path: Path, value: FormulaMobject, colour: str) -> VGroup:
    """The number on the formula's baseline, in the middle of the place, in a frame that hides no neighbour."""
    place = formula.under(path)
    number = value.copy().scale(formula.em * 0.9 / value.em).move_to(place)
    if number.width > place.width:
        number.scale(place.width / number.width)
    number.shift(np.array([0, formula.baseline - number.baseline, 0]))
    frame = boxed(number, colour)
    return VGroup(number, frame.stretch_to_fit_width(place.width + 0.08).set_x(place.get_x()))
