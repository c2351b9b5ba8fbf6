"""Where a scene's formulas stand: how they are stacked in their panel, and where that is if the first one comes late.

Owns: `stack`, `refitted`, `LatePlace`, `laid_out`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
from manim import DOWN, LEFT, RIGHT, Animation, FadeIn, FadeOut, MoveToTarget, VGroup

from mathora.plan import Opening
from mathora.stage.layout import CLEAR_OF_FIGURE
from mathora.stage.motion import late, soon

if TYPE_CHECKING:
    from mathora.stage.layout import Layout
    from mathora.stage.text.formula_mobject import FormulaMobject

LatePlace = Literal["beside", "below", "corner", "card", "under"]
"""Beside the figure, where the place is empty until the first formula; or, from the beginning, below a figure that is
as wide as the body, or in the corner of one that fills it, where a card covers what is below them if they need more
room. Under a flat figure they stand always."""

CORNER, CARD = (0.28, 0.36), (0.42, 0.36)
"""The shares of the body's width and height in which formulas stand on a figure, and on a card that covers it."""

UNDER = 0.4  # the share of the body's height that formulas have under a flat figure
FAR = 2.5  # scene units beyond which formulas do not move to another place, but fade and come up there
APART, TIGHT = 0.45, 0.24  # between formulas under each other, and where there is little room, in scene units
LARGEST = 0.7  # the em of formulas that have the room, in scene units
FLAT_PANEL = 8.0  # the width, in heights, from which formulas that do not fit under each other stand in a row


def laid_out(layout: Layout, opening: Opening, kept: float, late: LatePlace) -> Layout:
    """The layout of a section by when it shows its first formula; without any, a share is `kept` for the panel, unless
    nothing at all comes there.
    """
    match opening.formulas, late:
        case "never", _:
            return layout.without_formulas(0.0 if opening.quiet else kept)
        case "late", "below":
            return layout.with_formulas_below()
        case "late", "corner":
            return layout.cornered(*CORNER)
        case "late", "card":
            return layout.cornered(*CARD)
        case _, "under":
            return layout.with_formulas_below(UNDER)
    return layout


def stack(
    formulas: list[FormulaMobject], layout: Layout, before: Sequence[FormulaMobject] = ()
) -> list[FormulaMobject]:
    """Moves formulas under each other, left-aligned, as large as the panel lets them be: in its middle, or beside the
    figure; one that lies on the figure lets none grow. One that stood there `before` keeps its edge, so that the eye
    finds it again, and none grows beyond what stood there: a section's formulas have one size. A flat panel has them
    in a row. Returns them.
    """
    stood = [(old, new) for old in before for new in formulas if old.tree == new.tree]
    panel, group = layout.panel, VGroup(*formulas).arrange(DOWN, buff=APART, aligned_edge=LEFT)
    over = group.height - panel.height
    if over > 0 and not layout.upright:
        group.arrange(DOWN, buff=max(TIGHT, APART - over / (len(group) - 1 or 1)), aligned_edge=LEFT)
    if group.height > panel.height and layout.upright and panel.width > FLAT_PANEL * panel.height:
        group.arrange(RIGHT, buff=0.9)
    if formulas and not layout.panel_on_figure:
        largest = max((old.em for old in before), default=LARGEST)
        room = min(panel.width / group.width, panel.height / group.height, largest / formulas[0].em)
        group.scale(min([max(1.0, room), *(old.em / new.em for old, new in stood)]))
    panel.place(group, "centre" if layout.upright else "left")
    if not layout.upright:
        edges = [old.get_left()[0] - panel.left for old, _ in stood]
        clear = min([CLEAR_OF_FIGURE, *(edge for edge in edges if edge >= 0)])
        group.shift(min(clear, panel.width - group.width) * RIGHT)
    return formulas


def refitted(formulas: list[FormulaMobject], layout: Layout) -> tuple[list[FormulaMobject], list[Animation]]:
    """The panel's formulas where they stand in `layout`, and the animations that take them there. Those that go far
    fade and come up again, for their way would lead through the figure.
    """
    there = stack([one.copy() for one in formulas], layout, formulas)
    pairs = list(zip(formulas, there, strict=True))
    if all(np.linalg.norm(other.get_center() - one.get_center()) < FAR for one, other in pairs):
        for one, other in pairs:
            one.target = other
        return formulas, [MoveToTarget(one) for one in formulas]
    return there, [*(FadeOut(one, rate_func=soon) for one in formulas), *(FadeIn(one, rate_func=late) for one in there)]
