"""What the scenes share whose figure is alone at first: it stands in the middle, until something comes beside it, or
below it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from manim import Mobject, VGroup

from mathora.stage import LessonScene, Region
from mathora.stage.text.value_label import ValueLabel


class AloneAtFirst(LessonScene):
    """A figure that begins in the middle of the body, and goes to its place when a formula comes beside it."""

    moved = 0.0

    def first_place(self) -> Region:
        """Where the figure is built; so far from its own place that `go_home` takes it there."""
        self.moved = self.layout.to_middle
        return self.layout.figure.moved(self.moved)

    def stand_in_middle(self) -> None:
        """A figure that was built at its place stands in the middle."""
        self.moved = self.layout.to_middle
        VGroup(*self.goes_home()).shift([self.moved, 0, 0])

    def goes_home(self) -> Iterable[Mobject]:
        """All that belongs to the figure, whether it stands or not."""
        return ()

    def go_home(self) -> None:
        """The figure goes to its place."""
        if self.moved:
            home, self.moved, standing = np.array([-self.moved, 0.0, 0.0]), 0.0, self.get_mobject_family_members()
            moves = []
            for one in self.goes_home():
                if any(part in standing for part in one.get_family()):
                    moves.append(one.animate.shift(home))
                else:
                    one.shift(home)
            self.play(*moves, run_time=0.8)


class AboveFormulas(LessonScene):
    """A flat figure that begins in the middle of the body, and goes up when a formula comes below it."""

    late_formulas = "under"
    lowered = 0.0

    def first_place(self) -> Region:
        """Where the figure is built: in the middle, if its first formula comes later."""
        place = self.layout.figure
        self.lowered = (place.centre - self.layout.body.centre)[1] if self.opening.formulas == "late" else 0.0
        return replace(place, bottom=place.bottom - self.lowered, top=place.top - self.lowered)

    def go_home(self) -> None:
        """All that stands in the body goes up; what follows something else, but for a reading, follows it."""
        home, self.lowered, body = np.array([0.0, self.lowered, 0.0]), 0.0, self.layout.body
        standing = [one for one in self.mobjects if one.family_members_with_points() and body.holds(one)]
        if home[1]:
            moved = [one for one in standing if isinstance(one, ValueLabel) or not one.updaters]
            self.play(*(one.animate.shift(home) for one in moved), run_time=0.8)
