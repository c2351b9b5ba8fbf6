"""Where a scene's formulas stand: how they are stacked in their panel, and where that is if the first one comes late.

Owns: `stack`, `LatePlace`, `laid_out`, `CLEAR_OF_FIGURE`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from manim import DOWN, LEFT, RIGHT, VGroup

if TYPE_CHECKING:
    from mathora.plan import FormulasShown
    from mathora.stage.layout import Layout
    from mathora.stage.text.formula_mobject import FormulaMobject

LatePlace = Literal["beside", "below", "corner"]
"""Beside the figure, where the place is empty until the first formula; or, from the beginning, below a figure that is
as wide as the body, or on a card in the corner of one that fills it."""

CLEAR_OF_FIGURE = 0.35
"""Scene units between the panel's edge and a formula in it that has the room: an axis's name may reach over there."""

CORNER = (0.28, 0.36)
"""The shares of the body's width and height in which formulas stand on a figure."""

FLAT_PANEL = 8.0
"""The width, in heights, from which formulas that do not fit under each other stand in a row."""


def laid_out(layout: Layout, formulas: FormulasShown, kept: float, late: LatePlace) -> Layout:
    """The layout of a section by when it shows its first formula; without any, a share is `kept` for the panel."""
    match formulas, late:
        case "never", _:
            return layout.without_formulas(kept)
        case "late", "below":
            return layout.with_formulas_below()
        case "late", "corner":
            return layout.cornered(*CORNER)
    return layout


def stack(formulas: list[FormulaMobject], layout: Layout) -> list[FormulaMobject]:
    """Moves formulas under each other, left-aligned, fitted into the panel: in its middle, or beside the figure. A flat
    panel has them in a row. Returns them.
    """
    panel, group = layout.panel, VGroup(*formulas).arrange(DOWN, buff=0.45, aligned_edge=LEFT)
    if group.height > panel.height and layout.upright and panel.width > FLAT_PANEL * panel.height:
        group.arrange(RIGHT, buff=0.9)
    panel.place(group, "centre" if layout.upright else "left")
    if not layout.upright:
        group.shift(min(CLEAR_OF_FIGURE, panel.width - group.width) * RIGHT)
    return formulas
