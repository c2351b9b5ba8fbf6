"""A card with a heading, a sentence and, if there is one, a formula; both can be struck through.

Owns: `Card`, and the `Strike` through it.
"""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, RoundedRectangle, VGroup, VMobject
from numpy import array

from mathora.formula import Formula
from mathora.lesson import Prose
from mathora.stage.layout import Region
from mathora.stage.scene import LessonScene
from mathora.stage.theme import Theme

SHARES = (1.0, 0.92, 0.84, 0.76)  # the sizes at which a card's texts are tried, as shares of the largest
DOT_GAP = 0.09  # an i's dot is nearer to its stem than this (scene units), a row farther from the next


class Strike(VMobject):
    """A line that is meant to run through a text."""


class Card(VGroup):
    """A card with a heading, the sentence and, if there is one, a formula."""

    def __init__(  # noqa: PLR0913, PLR0917 - what stands on a card
        self, scene: LessonScene, heading: str, colour: str, prose: Prose, formula: Formula | None, place: Region
    ) -> None:
        theme = scene.theme
        frame = RoundedRectangle(
            width=place.width,
            height=place.height,
            corner_radius=0.18,
            stroke_width=0,
            fill_color=theme.card,
            fill_opacity=1,
        ).move_to(place.centre)
        bar = RoundedRectangle(
            width=0.14,
            height=place.height - 0.36,
            corner_radius=0.07,
            stroke_width=0,
            fill_color=colour,
            fill_opacity=1,
        ).move_to(place.at(0, 0.5) + array([0.25, 0.0, 0.0]))
        for share in SHARES:  # rows as long as the card is wide, at the largest size at which they are not too many
            head = scene.words_mobject(heading, size=share * theme.sizes.label, colour=colour, weight="semibold")
            self.sentence = scene.prose_mobject(prose, width=place.width - 1.4, size=share * theme.sizes.title)
            self.body = VGroup(self.sentence)
            if formula is not None:
                size = 0.92 * share * theme.sizes.formula
                self.body.add(scene.formula_mobject(formula, size=size, width=place.width - 1.4))
            self.body.arrange(DOWN, buff=0.28 * share, aligned_edge=LEFT)
            self.text = VGroup(head, self.body).arrange(DOWN, buff=0.24 * share, aligned_edge=LEFT)
            if self.text.height <= place.height - 0.4:
                break
        wide = self.text.width
        place.inset(0.2).fit(self.text)
        self.fitted = share * self.text.width / wide
        self._keep_head_legible(theme)
        self.text.move_to(place.at(0, 0.5) + array([0.75, 0.0, 0.0]), aligned_edge=LEFT)
        super().__init__(frame, bar, self.text)

    def set_as_small_as(self, other: Card, theme: Theme) -> None:
        """Cards that stand together speak in one size: the smaller one of the two."""
        if other.fitted < self.fitted:
            self.text.scale(other.fitted / self.fitted, about_point=self.text.get_left())
            self.fitted = other.fitted
            self._keep_head_legible(theme)

    def _keep_head_legible(self, theme: Theme) -> None:
        """The small heading does not become smaller than text may be, however much there is below it."""
        head, least = self.text[0], theme.sizes.minimum
        if head.em < least:
            head.scale(least / head.em, about_point=head.get_corner(DOWN + LEFT))

    def outline(self, theme: Theme) -> VGroup:
        """What shows where the card will stand: its edge and its heading."""
        return VGroup(self[0].copy().set_fill(opacity=0).set_stroke(theme.line, width=2.5), self.text[0].copy())

    def strike(self, scene: LessonScene) -> Strike:
        """A line through the middle of each row of the sentence, and one aslant through the formula."""
        line = Strike(stroke_color=scene.theme.wrong, stroke_width=4.5, fill_opacity=0)
        for left, right, y in _rows(self.sentence):
            line.start_new_path(array([left - 0.1, y, 0.0]))
            line.add_line_to(array([right + 0.1, y, 0.0]))
        for formula in self.body[1:]:
            line.start_new_path(formula.get_corner(DOWN + LEFT) - array([0.1, 0.0, 0.0]))
            line.add_line_to(formula.get_corner(UP + RIGHT) + array([0.1, 0.0, 0.0]))
        return line


def _rows(sentence: VGroup) -> list[tuple[float, float, float]]:
    """The rows of a wrapped text as (left, right, middle height): outlines at nearly one height share a row."""
    outlines = [path for run in sentence for path in run.get_subpaths()]
    spans = sorted((path[:, 1].min(), path[:, 1].max(), path[:, 0].min(), path[:, 0].max()) for path in outlines)
    rows: list[list[float]] = []
    for low, high, left, right in spans:
        if rows and low < rows[-1][1] + DOT_GAP:
            row = rows[-1]
            row[1:] = [max(row[1], high), min(row[2], left), max(row[3], right)]
        else:
            rows.append([low, high, left, right])
    return [(left, right, (low + high) / 2) for low, high, left, right in reversed(rows)]
