"""The opening: title card, the knobs of a model, one nudged, all bundled, and what is to come."""

from __future__ import annotations

from typing import ClassVar

from manim import (
    DOWN,
    LEFT,
    ORIGIN,
    RIGHT,
    UP,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    Group,
    LaggedStart,
    Line,
    Mobject,
    VGroup,
)

from mathora.stage import Function, LessonScene, Prose, StepView, Variable, action, brings, late, move
from mathora.stage.figures.elements.knobs import SPAN, KnobBoard, turned
from mathora.stage.figures.pages.title_card import backdrop, card_lines, logo_mobject
from mathora.stage.plane.shapes import badge, parentheses
from mathora.stage.text.prose_mobject import HALF_CAPITAL
from mathora.stage.text.terms import ELLIPSIS, gradient
from mathora.stage.text.value_label import EqualitySign

LOCKED = "a locked knob does not turn"


class Title(LessonScene):
    """A title card, then a model's knobs and the loss that depends on all of them."""

    function: Function | None = None
    knobs: tuple[Variable, ...] = ()

    limits = (
        ("len(knobs)", 1, 6, "each knob is drawn; of more than six, dots speak"),
        ("len(agenda.ideas)", 1, 5, "each needs its room"),
    )

    needs: ClassVar = (
        ("knobs.knobs, nudge.knobs, bundle.knobs", "given()", "each knob is drawn"),
        ("knobs.function, nudge.function, bundle.function", "given(), everywhere(-2 to 2)", "a bar shows it"),
        ("knobs", "of(function)", "the bar shows what depends on it"),
        ("nudge.moves", "among(knobs)", "only what has a knob can be turned"),
    )

    shows_title = False
    writes_formulas = True
    read_on_page = ("agenda.ideas",)
    draws_of_lesson = ("title", "track", "unit", "number", "level", "minutes", "author", "licence", "logo")

    def begin(self) -> None:
        """Nothing stands at first; the dials are made when they are needed."""
        self.standing: list[Mobject] = []
        self.board: KnobBoard | None = None
        self.turning = self.knobs if isinstance(self.knobs, tuple) else ()  # left out, it is the action of this name

    # ── the card ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The title card: course, lesson, level and minutes; behind it faint lines of {function}.")
    def card(self, step: StepView) -> None:
        """Faint lines draw themselves while the card's lines come up."""
        for leaving in self._leaving(0.5 * UP, 0.7):
            self.play(leaving)
        behind = backdrop(self, self.function, self.layout.frame, SPAN)
        rule = Line(ORIGIN, 1.2 * RIGHT, stroke_color=self._accent, stroke_width=8)
        lines = card_lines(self, self.layout.body.width * 0.72)
        whole = Group(*logo_mobject(self), rule, *lines).arrange(DOWN, buff=0.5, aligned_edge=LEFT)
        self.layout.body.place(whole, "left")
        self.add(behind)  # before the words, so that it stays behind them
        coming = LaggedStart(*(FadeIn(part, shift=0.25 * UP) for part in whole), lag_ratio=0.3, run_time=2.2)
        if len(behind):
            self.play(LaggedStart(*(Create(ring) for ring in behind), lag_ratio=0.15, run_time=2.8), coming)
        else:
            self.play(coming)
        self.standing = [behind, whole]

    def _leaving(self, shift: object, seconds: float) -> list[Animation]:
        """The animation in which all that stands fades out, a knob with its lock."""
        leaving, self.standing = self.standing, []
        return [FadeOut(Group(*leaving), shift=shift, run_time=seconds)] if leaving else []

    @property
    def _accent(self) -> str:
        own = self.theme.foreground if self.function is None else self.colour_of(gradient(self.function))
        return self.theme.brand or (self.theme.right if own == self.theme.foreground else own)

    # ── the knobs ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A row of dials, one for each knob of the model, and a bar that shows the loss.")
    def knobs(self, step: StepView) -> None:  # noqa: F811 - an action and a parameter may have one name
        """The card lifts away; the dials come, then the bar."""
        board = self._board()
        *row, bar = board.parts
        coming = LaggedStart(*(FadeIn(one, shift=0.3 * UP, rate_func=late) for one in row), lag_ratio=0.2, run_time=1.6)
        self.play(*self._leaving(0.7 * UP, 0.9), coming)
        self.play(FadeIn(bar, shift=0.3 * UP), run_time=0.9)
        self.standing = [*row, bar]

    def _board(self) -> KnobBoard:
        self.board = KnobBoard(self, self.function, self.turning, self.layout.body)
        return self.board

    @action("Only the dial of {moves} turns; the bar answers, and all other dials are locked and grey.", needs="knobs")
    def nudge(self, step: StepView, moves: Variable) -> None:
        """One dial to and fro, the others under a lock."""
        board = self.board
        moving = board.dials[moves.key]
        others = [dial for dial in board.dials.values() if dial is not moving]
        opened = self._opened() if len(board.locks) else []
        grey = board.locked(others)
        self.play(*opened, run_time=0.7)
        if others:
            self.play(FadeIn(board.locks, shift=0.15 * DOWN), *grey, run_time=0.9)
            self.standing.append(board.locks)
        stood = [dial.hand.points[-1] - dial.hand.points[0] for dial in others]
        self.invariant(LOCKED, lambda: turned(others, stood), 1e-6)
        start = moving.setting.get_value()
        for target, seconds in ((min(start + 0.25, 1.0), 0.7), (start - 0.45, 1.1), (start, 0.8)):
            self.play(move(moving.setting, target), run_time=seconds)
        self.invariants.release(LOCKED)

    @brings("knobs")
    def _stand_knobs(self) -> None:
        """The knobs, if they do not stand: made anew, in place of what does."""
        if self.board is None or self.board.bar not in self.standing:
            for leaving in self._leaving(0.5 * UP, 0.7):
                self.play(leaving)
            self.standing = self._board().parts
            self.add(*self.standing)

    def _opened(self) -> list[Animation]:
        """The animations that open all locks."""
        self.standing = [one for one in self.standing if one is not self.board.locks]
        return self.board.opened()

    # ── the bundle ────────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "From every dial rises an arrow in its colour, as long as the loss answers; they fly together into one row.",
        needs="knobs",
    )
    def bundle(self, step: StepView) -> None:
        """The locks open, arrows rise and gather in brackets beside the step's formula."""
        self.play(*self._opened(), run_time=0.7)
        arrows = self.board.answers()
        self.play(LaggedStart(*(FadeIn(arrow, shift=0.5 * UP) for arrow in arrows), lag_ratio=0.3), run_time=1.1)
        row = self._row(step)
        target = VGroup(*(cell for cell in row[1]))
        rest = [part for part in (row[0], target[len(arrows) :], row[2]) if len(part)]
        self.play(
            *self._leaving(0.4 * DOWN, 0.9),
            *(arrow.animate(run_time=1.3).move_to(cell) for arrow, cell in zip(arrows, target, strict=False)),
            *(FadeIn(part, run_time=1.6, rate_func=late) for part in rest),
        )
        self.remove(*arrows)
        self.add(*target[: len(arrows)])
        self.standing = [row]

    def _row(self, step: StepView) -> VGroup:
        """The step's formula and an equals sign, the row's cells (an arrow for each knob, then dots), brackets."""
        size = 1.3 * self.theme.sizes.headline
        formulas = VGroup(*(self.formula_mobject(one, size) for one in step.formulas))
        if len(formulas) == 1:
            sign = EqualitySign(self.theme.foreground, size).next_to(formulas, RIGHT, buff=0.3)
            formulas.add(sign.shift((formulas[0].baseline - sign.baseline) * UP))
        arrows = self.board.answers().arrange(RIGHT, buff=0.6)
        for arrow in arrows:
            arrow.shift(arrow.tail[1] * DOWN)  # all begin on one line
        dots = self.label(ELLIPSIS, size=self.theme.sizes.headline, base=self.theme.muted)
        cells = VGroup(*arrows, dots.next_to(arrows, RIGHT, buff=0.5))
        frame = parentheses(cells.get_center(), cells.width + 0.9, cells.height + 0.7, self.theme.foreground)
        whole = VGroup(formulas, VGroup(cells, frame)).arrange(RIGHT, buff=0.4)
        self.layout.body.place(whole)
        return VGroup(formulas, cells, frame)

    # ── what is to come ───────────────────────────────────────────────────────────────────────────────────────────────

    @action("The ideas of this lesson, numbered, one after the other.")
    def agenda(self, step: StepView, ideas: tuple[Prose, ...]) -> None:
        """Each idea comes up on a line of its own."""
        size, width = 1.35 * self.theme.sizes.title, self.layout.body.width
        lines = VGroup()
        for number, idea in enumerate(ideas, start=1):
            ring = badge(self.words_mobject(str(number), colour=self._accent, weight="semibold"), self._accent, 0.42)
            text = self.prose_mobject(idea, width=width * 0.85, size=size)  # its first baseline is at y = 0
            ring.next_to(text, LEFT, buff=0.5).set_y(HALF_CAPITAL * size)
            lines.add(VGroup(ring, text))
        lines.arrange(DOWN, buff=0.75, aligned_edge=LEFT)
        self.layout.body.place(lines)
        for line in lines:
            self.play(*self._leaving(0.5 * UP, 0.7), FadeIn(line, shift=0.4 * RIGHT, run_time=0.9, rate_func=late))
        self.standing = [lines]
