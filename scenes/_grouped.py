"""Points of data over two axes, in groups: joined, with their trends, and one or the other of them marked."""

from __future__ import annotations

from typing import Literal

import numpy as np
from manim import Create, FadeIn

from mathora.stage import Count, LessonScene, Prose, StepView, Variable, action
from mathora.stage.figures.data.classes import JoinedGroups, MarkedPoint, group_colours
from mathora.stage.figures.data.data_points import numbers_of
from mathora.stage.figures.data.trend import TrendLines


class GroupedPoints(LessonScene):
    """The points of data, and what stands on them alone."""

    x: Variable
    y: Variable
    group: Variable | None = None

    def _groups(self) -> np.ndarray:
        """The group of each point, (n,); where none are given, all are one."""
        return np.zeros(len(self.scatter.x)) if self.group is None else numbers_of(self.model, self.group)

    @action("The data as points over two axes, each in the colour of its group.")
    def points(self, step: StepView) -> None:
        """Axes, then the points one after the other."""
        self.scatter.enter(self, step)

    @action(
        "The points of each group are joined from left to right; at the end of each line stands its name.",
        needs="points",
    )
    def join(self, step: StepView, names: tuple[Prose, ...] = ()) -> None:
        """Each line grows behind its points, then the names come."""
        given = self._groups()
        kinds = sorted({*map(int, given)})
        colours = group_colours(kinds, self.theme)
        said = [
            self.prose_mobject(name, size=self.theme.sizes.small, colour=colour)
            for name, colour in zip(names, colours, strict=False)
        ]
        if self.group is None:
            for dot in self.scatter.dots:
                dot.set_fill(colours[0], 1)
        joined = JoinedGroups(self.scatter, given, said, self.theme)
        self.play(*map(Create, joined.lines), run_time=1.6)
        self.play(*map(FadeIn, joined.names), run_time=0.4)
        self.remove(*joined.lines, *joined.names)
        self.mobjects.insert(0, joined)
        self.promise(joined.claims)

    @action(
        "Through the points of each group goes the line with the least squared error; of all, a dashed one.",
        needs="points",
    )
    def trend(self, step: StepView, of: Literal["groups", "all"] = "groups") -> None:
        """A group may fall where all together rise."""
        given = self._groups()
        whole = of == "all" or self.group is None
        kinds = sorted({*map(int, given)})
        parts = [np.arange(len(given))] if whole else [np.flatnonzero(given == kind) for kind in kinds]
        colours = [self.theme.foreground] if whole else group_colours(kinds, self.theme)
        lines = TrendLines(self.scatter, parts, colours, dashes=whole and self.group is not None)
        self.play(*map(Create, lines), *self.formulas_during(step), run_time=1.6)
        self.remove(*lines)
        self.mobjects.insert(0, lines)
        self.promise(lines.claims)

    @action(
        "Point number {of} is ringed, and a line leads from it to the axis; beside it stands: {says}.", needs="points"
    )
    def mark(self, step: StepView, of: Count, says: Prose | None = None) -> None:
        """With its words, if it has any."""
        said = None if says is None else self.prose_mobject(says, size=self.theme.sizes.label)
        lines = [one for one in self.mobjects if isinstance(one, JoinedGroups)]
        marked = MarkedPoint(self.scatter, of - 1, said, self.theme, lines)
        self.play(FadeIn(marked), *self.formulas_during(step), run_time=0.8)
        self.promise(marked.claims)
