"""What to take along: the points one after the other, with a small picture if there is a function to show."""

from __future__ import annotations

from typing import ClassVar

from manim import DOWN, LEFT, RIGHT, UP, Dot, FadeIn, FadeOut, Mobject, VGroup

from mathora.stage import Function, LessonScene, Point, Prose, Region, StepView, action, late
from mathora.stage.figures.elements.reminders import Reminders
from mathora.stage.figures.pages.title_card import curve_family
from mathora.stage.plane.shapes import recede
from mathora.stage.text.prose_mobject import HALF_CAPITAL

SMALLER = 0.94  # the factor by which words become smaller until all points fit


class Recap(LessonScene):
    """The lesson's points beside a small picture; at the end the lesson's title before what a function looks like."""

    is_page = True
    points: tuple[Prose, ...]
    function: Function | None = None
    at: Point | None = None

    limits = (("len(points)", 1, 10, "each needs its room"),)
    needs: ClassVar = (
        ("function", "somewhere()", "the picture is of it"),
        ("at", "coordinates(function)", "the pictures are of what happens there"),
        ("at", "within(function)", "the point lies on what is drawn"),
        ("at", "slope(function)", "the tangent and the gradient stand there"),
    )
    draws_of_lesson = ("title",)
    read_on_page = ("points",)
    movable = ("map", {"function": "function", "start": "at"})

    def begin(self) -> None:
        """Lays the points out; they come one by one."""
        theme, body = self.theme, self.layout.body
        left, right = body.split_rows(1, 1) if self.layout.upright else body.split_columns(1.15, 1)
        self.pictures: Reminders | None = None
        if self.function is not None and self.at is not None:
            self.pictures = Reminders(self, self.function, self.at, right.inset(0.4), self.points)
        left = left if self.pictures else body
        size = theme.sizes.body * 1.08 if self.pictures else theme.sizes.title * 1.1
        self.rows, scale = self._rows(left, size), 1.0
        while self.rows.height > left.height and size * scale > theme.sizes.minimum:
            scale = max(theme.sizes.minimum / size, SMALLER * scale)
            self.rows = self._rows(left, size, scale)
        left.place(self.rows, "left")
        self.said, self.closing = 0, list[Mobject]()

    def _rows(self, left: Region, size: float, scale: float = 1.0) -> VGroup:
        """The points under each other, as wide as their part of the picture, all in it of a share of its size."""
        rows, accent = VGroup(), self.pictures.accent if self.pictures else self.theme.right
        for text in self.points:
            words = self.prose_mobject(text, left.width - 1.0, size * scale)  # its first baseline is at y = 0
            bullet = Dot(radius=0.1 * scale, color=accent).next_to(words, LEFT, buff=0.35 * scale)
            rows.add(VGroup(bullet.set_y(HALF_CAPITAL * size * scale), words))
        return rows.arrange(DOWN, buff=0.6 * scale, aligned_edge=LEFT)

    @action("The next point to remember; beside it a small picture of {function} at {at}.", takes="points")
    def point(self, step: StepView) -> None:
        """Earlier points dim, the next comes with its bullet, the picture changes."""
        if self.closing:  # the title was not the end
            leaving, self.closing = self.closing, []
            self.play(*map(FadeOut, leaving), run_time=0.5)
        number, self.said = self.said, self.said + 1
        row = self.rows[number]
        dimmed = [recede(one, self.theme.receded) for one in self.rows[:number]]
        self.play(FadeIn(row[0], scale=2.5), FadeIn(row[1], shift=0.2 * RIGHT), *dimmed, run_time=1.0)
        if self.pictures is not None:
            self.pictures.show(number)

    @action("The points leave, and the lesson's title comes up large; behind it faint lines of {function}.")
    def close(self, step: StepView) -> None:
        """All leaves but the title, which comes up large."""
        standing = [one for one in self.mobjects if one not in self.panel]
        self.invariants.release(*(receipt.name for receipt in self.invariants.receipts()))
        headline = self.prose_mobject(
            self.prose_of_lesson("title"),
            self.layout.body.width * 0.8,
            self.theme.sizes.headline,
            weight="bold",
            align="center",
            balanced=True,
        )
        self.layout.body.place(headline)
        self.play(FadeOut(*standing, run_time=0.8), FadeIn(headline, shift=0.3 * UP, rate_func=late, run_time=1.2))
        if self.pictures is not None and self.pictures.has_map:
            self.pictures.fill_frame(self.layout.frame)
        elif self.function is not None and len(self.function.variables) == 1:
            self.play(FadeIn(curve_family(self, self.function, self.layout.frame)), run_time=1.0)
        self.bring_to_front(headline)
        self.closing = [one for one in self.mobjects if one not in standing]
