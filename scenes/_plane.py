"""What the scenes on a plane share: the grid, on which all else stands."""

from __future__ import annotations

from mathora.stage import LessonScene, StepView, action, brings


class PlaneScene(LessonScene):
    """A plane with its `board`."""

    @action("A grid with both axes; its lines go through the whole numbers.")
    def grid(self, step: StepView) -> None:
        """The grid comes in."""
        self.board.show()
        self.show_formulas(step)

    @brings("grid")
    def _stand_grid(self) -> None:
        self.board.stand()
