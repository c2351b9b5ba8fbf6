"""A product as a rectangle whose sides grow: what each of them adds, and the corner that counts less and less."""

from __future__ import annotations

from typing import ClassVar

from manim import FadeIn

from mathora.stage import Function, LessonScene, Point, StepView, action
from mathora.stage.figures.data.grown_rectangle import GrownRectangle
from mathora.stage.figures.elements.readings import Readings
from mathora.stage.text.terms import symbol, value_of

EXACT = 1e-6
ROWS = 3  # readings
SPARE = 1.04  # how far the picture reaches before anything has grown, in sides


class ProductRectangle(LessonScene):
    """A product of two functions as the area of a rectangle: where its sides grow, two strips and a corner are new."""

    across: Function
    up: Function
    at: Point

    kept_beside = 0.3
    needs: ClassVar = (
        ("at", "sides_of_area(across, up)", "it is a rectangle with two sides"),
        ("grow.by", "lengthens(across, up, at)", "what is new is seen beside the rectangle"),
    )

    def begin(self) -> None:
        """Rectangle and readings; nothing of them is seen yet."""
        alone = self.opening.formulas == "never"
        region, self.layout = (self.layout.panel, self.layout) if alone else self.layout.with_readings()
        self.readings = Readings(region, self.theme.sizes.body, ROWS)
        self.functions = (self.across, self.up)
        self.start = self.at.mapping()
        sides = self._sides(self.start)
        self.colours = [
            self.colour_of(one.key, colour) for one, colour in zip(self.functions, ("blue", "orange"), strict=True)
        ]
        size = self.readings.size
        stated = [
            self.stated(value_of(one, lambda one=one: [self.start[key] for key in one.variables]), size, colour)
            for one, colour in zip(self.functions, self.colours, strict=True)
        ]
        changes = [
            self.symbol(rf"\Delta {one.key}", size, colour)
            for one, colour in zip(self.functions, self.colours, strict=True)
        ]
        colours = (self.theme.palette["teal"], *self.colours, self.theme.wrong)
        reach = SPARE * sides[0], SPARE * sides[1]
        self.figure = GrownRectangle(sides, reach, self.layout.figure, colours, [*stated, *changes])
        self.add(self.figure.picture)
        self.invariant("each part has its number's share of the area", self.figure.off_areas, EXACT)

    def _sides(self, at: dict[str, float]) -> tuple[float, float]:
        across, up = (float(one.value(*(at[key] for key in one.variables))) for one in self.functions)
        return across, up

    @action("A rectangle, {across} wide and {up} high: its area is their product.", quiet=True)
    def sides(self, step: StepView) -> None:
        """The rectangle, its sides named."""
        self.play(*self.figure.to(seen=1), run_time=1.2)

    @action(
        "Both sides change as the inputs do, by {by}: two strips and a corner are new, each with its area; a bar below "
        "shows their shares.",
        needs="sides",
    )
    def grow(self, step: StepView, by: Point) -> None:
        """What is new grows; once it stands, it grows or shrinks to what another change makes of it."""
        figure = self.figure
        before, after = (
            figure.sides,
            self._sides({key: number + by.mapping().get(key, 0.0) for key, number in self.start.items()}),
        )
        right, top = after[0] - before[0], after[1] - before[1]
        reach = {"wide": max(after[0], figure.state.wide), "high": max(after[1], figure.state.high)}
        self.play(*figure.to(**reach), run_time=0.6)
        if self.readings.rows:
            for name, area in zip(self.readings.rows, figure.areas(right, top), strict=True):
                self.readings.rest(name, area)
            self.play(*figure.to(2.0, right=right, up=top), run_time=2.0)
        else:
            self.play(*figure.to(2.0, right=right, up=top, told=1), run_time=2.0)
            self._tell()

    def _tell(self) -> None:
        """The areas of what is new stand beside it, one after the other."""
        keys = (self.across.key, self.up.key)
        names = [symbol(self.model, key) for key in (*keys, *(rf"\Delta {key}" for key in keys))]
        colours = *self.colours, self.theme.wrong
        rows = {  # by what they are of: both sides may be of one name
            part: self.reading(one, self.readings.size, colour=colour)
            for part, one, colour in zip(("right", "top", "corner"), self.figure.new(names), colours, strict=True)
        }
        for row in self.readings.put_all(rows):
            self.play(FadeIn(row), run_time=0.7)
