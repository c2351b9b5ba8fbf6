"""What the scenes on a plane share: the grid, on which all else stands."""

from __future__ import annotations

from manim import Animation, FadeIn, FadeOut, RoundedRectangle, Transform, VGroup

from mathora.stage import LessonScene, StepView, action, brings

CARD = -0.5  # the z-index of the card below formulas: above all that stands on the plane


class _Card(RoundedRectangle):
    """What lies below formulas, and keeps the plane's lines away from them."""


class PlaneScene(LessonScene):
    """A plane with its `board`."""

    late_formulas = "card"
    moved = 0.0

    def alone(self, step: StepView) -> None:
        """What begins, without a formula, stands in the middle."""
        if not self.done and not step.shown:
            self.moved = self.layout.to_middle
            self.board.goes(self.moved)

    def make_way(self, step: StepView) -> None:
        """What comes second finds the plane at its place."""
        if self.done and self.moved:
            self.board.goes(-self.moved)
            self.moved = 0.0

    @action("A grid with both axes; its lines go through the whole numbers.")
    def grid(self, step: StepView) -> None:
        """The grid comes in."""
        self.alone(step)
        self.board.show()

    @brings("grid")
    def _stand_grid(self) -> None:
        self.board.stand()

    def backing(self) -> list[Animation]:
        """Where formulas stand on the plane, they have a card below them."""
        layout, old = self.layout, next((one for one in self.mobjects if isinstance(one, _Card)), None)
        if layout.panel.left >= layout.figure.right or layout.upright:
            return []
        if not self.panel:
            return [FadeOut(old)] if old else []
        formulas = VGroup(*self.panel)
        card = _Card(width=formulas.width + 0.5, height=formulas.height + 0.5, corner_radius=0.1)
        card.set_stroke(width=0).set_fill(self.theme.background, 0.92).move_to(formulas).set_z_index(CARD)
        return [Transform(old, card) if old else FadeIn(card)]
