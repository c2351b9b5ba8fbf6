"""A definition, a theorem or a rule on a card: cases that fall under it and cases that do not, and a proof in steps."""

from __future__ import annotations

from math import isclose
from typing import Literal

from _calculation import CalculationScene
from manim import DOWN, LEFT, RIGHT, UP, FadeIn, FadeOut, RoundedRectangle, Square, VGroup

from mathora.stage import Flag, Formula, FormulaMobject, Prose, Region, StepView, action, brings
from mathora.stage.figures.pages.page import Page
from mathora.stage.plane.shapes import card_frame, cross, tick
from mathora.stage.text.prose_mobject import HALF_CAPITAL

MARGIN = 0.45  # between the card's frame and what stands on it, in scene units
HIGHEST = 0.5  # the share of the body that the card takes when something stands under it
LARGEST = 1.5  # how large its formula is at most, where 1 is the size that formulas have beside a figure
ALIKE = 1e-6  # words whose width and height change by factors nearer than this are broken into the same lines
LIT = 4.5  # the width of the frame of a card whose proof has ended


class Statement(CalculationScene):
    """A definition, theorem or rule in words and as a formula; what falls under it, and its proof line by line."""

    is_page = True
    says: Prose
    kind: Literal["definition", "theorem", "lemma", "corollary", "rule", "remark"] = "theorem"
    name: Prose | None = None

    limits = (("says", 1, 300, "letters of the card's words"),)
    read_on_page = ("says", "case.text", "line.reason")

    def begin(self) -> None:
        """Nothing stands; the card is made when its formula is known."""
        self.card = VGroup()
        self.cases = VGroup()
        self.page: Page | None = None

    # ── the card ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A card with what is stated, in words, and in a formula if there is one.")
    def state(self, step: StepView) -> None:
        """The card with its heading, then the words, then the formulas."""
        if len(self.card):
            self.play(FadeOut(VGroup(self.card, self.cases, *self._proof())), run_time=0.5)
            self.remove(*self.cases)
            self.cases, self.page = VGroup(), None
        frame, text = self.card = self._made(step.formulas)
        self.play(FadeIn(frame), FadeIn(text[0], shift=0.15 * RIGHT), run_time=0.8)
        self.play(FadeIn(text[1], shift=0.15 * UP), run_time=0.9)
        if len(text) > 2:
            self.play(FadeIn(text[2:], shift=0.15 * UP), run_time=0.8)

    @brings("card")
    def _stand_card(self) -> None:
        if not len(self.card):
            self.card = self._made(())
            self.add(self.card)

    def _made(self, formulas: tuple[Formula, ...]) -> VGroup:
        """The card in the middle of the body: its frame, and its heading, words and formulas under each other."""
        theme, body = self.theme, self.layout.body
        heading = VGroup(self.words_mobject(self._heading(), theme.sizes.body, theme.right, weight="semibold"))
        if self.name is not None:
            heading.add(self.prose_mobject(self.name, size=theme.sizes.body, weight="semibold"))
        if len(heading) > 1:
            heading[1].shift((heading[0].get_right()[0] + 0.3 - heading[1].get_left()[0]) * RIGHT)
        words = self.prose_mobject(self.says, body.width - 2 * MARGIN, theme.sizes.title)
        large = [self.formula_mobject(one, LARGEST * theme.sizes.formula) for one in formulas]
        widest = max((one.width for one in large), default=1.0)
        for one in large:
            one.scale(max(1 / LARGEST, min(1.0, (body.width - 2 * MARGIN) / widest)))
        text = VGroup(heading, words, *large).arrange(DOWN, buff=0.4, aligned_edge=LEFT)
        body.inset(MARGIN).fit(text)
        frame = self._frame(text.height + 2 * MARGIN)
        text.move_to(frame).align_to(frame.get_left() + MARGIN * RIGHT, LEFT)
        return VGroup(frame, text).move_to(body.centre)

    def _frame(self, height: float) -> RoundedRectangle:
        """A frame as wide as the body."""
        return card_frame(self.layout.body.width, height, self.theme)

    def _heading(self) -> str:
        return str(getattr(self.words.statement, self.kind))

    def _raise_card(self) -> Region:
        """The card goes to the top of the body, small enough to leave room under it, which is returned."""
        body, (frame, text) = self.layout.body, self.card
        if abs(frame.get_top()[1] - body.top) > 1e-6 or frame.height > HIGHEST * body.height + 1e-6:
            ways = [self._raised(text, beside=beside) for beside in (False, len(text) > 2)]
            factor, goals = max(ways, key=lambda one: one[0])
            place = self._frame(goals.height + 2 * MARGIN * factor)
            place.align_to(body.at(0, 1), UP + LEFT)
            goals.move_to(place).align_to(frame.get_left() + MARGIN * RIGHT, LEFT)
            pairs = [*zip(text, goals, strict=True)]
            through = [one for one, goal in pairs[2:] if goal.get_left()[0] > goals[1].get_right()[0]]
            through += [
                one for one, goal in pairs[1:2] if not isclose(goal.width / one.width, goal.height / one.height)
            ]
            raised = [
                one.animate.scale(goal.width / one.width).move_to(goal) for one, goal in pairs if one not in through
            ]
            self.play(*map(FadeOut, through), run_time=0.3)  # else they would pass through the words, or break
            self.play(frame.animate.become(place), *raised, run_time=1.0)
            text.submobjects = [goal if one in through else one for one, goal in pairs]
            self.play(*(FadeIn(goal) for one, goal in pairs if one in through), run_time=0.4)
        return Region(body.left, body.bottom, body.right, frame.get_bottom()[1] - 0.3)

    def _raised(self, text: VGroup, *, beside: bool) -> tuple[float, VGroup]:
        """What stands on the card as it would at the top, its formulas under or `beside` its words, and how large; they
        are no larger there than others.
        """
        goals = text.copy()
        for one in goals[2:]:
            one.scale(min(1.0, self.theme.sizes.formula / one.em), about_edge=UP + LEFT)
        if beside:
            goals[2:].arrange(DOWN, buff=0.4, aligned_edge=LEFT).next_to(goals[1], RIGHT, buff=2 * MARGIN)
            goals[1:].next_to(goals[0], DOWN, buff=0.4, aligned_edge=LEFT)
        wide, high = self.layout.body.width - 2 * MARGIN, HIGHEST * self.layout.body.height
        least = self.theme.sizes.minimum / self.theme.sizes.body  # of its heading

        def smaller() -> float:
            return min(1.0, wide / goals.width, max(least, high / (goals.height + 2 * MARGIN)))

        if not beside and (factor := smaller()) < 1.0:  # smaller letters have longer lines
            longer = self.prose_mobject(self.says, wide / factor, self.theme.sizes.title)
            if longer.height < goals[1].height - self.theme.sizes.title / 2:
                goals.submobjects[1] = longer
                goals.arrange(DOWN, buff=0.4, aligned_edge=LEFT)
        factor = smaller()
        return factor, goals.scale(factor)

    # ── what falls under it ───────────────────────────────────────────────────────────────────────────────────────────

    @action("Under the card a case, ticked if it falls under the statement, else crossed out: {text}", needs="card")
    def case(self, step: StepView, text: Prose, *, falls: Flag = True) -> None:
        """The next row under the card; rows that do not fit leave, the first one first."""
        room = self._raise_card()
        mark = tick(self.theme.right) if falls else cross(self.theme.wrong)
        words = self.prose_mobject(text, room.width - 1.2, self.theme.sizes.title)  # its first baseline is at y = 0
        row = VGroup(mark.move_to(0.55 * LEFT + HALF_CAPITAL * self.theme.sizes.title * UP), words)
        top = self.cases[-1].get_bottom()[1] - 0.4 if len(self.cases) else room.top - 0.2
        row.align_to(room.at(0.02, 1), LEFT).set_y(top, UP)
        missing = room.bottom - row.get_bottom()[1]
        if missing > 0 and len(self.cases):
            gone = self.cases[0]
            self.cases.remove(gone)
            rise = gone.get_top()[1] - (self.cases[0] if len(self.cases) else row).get_top()[1]
            self.play(FadeOut(gone), *([self.cases.animate.shift(rise * UP)] if len(self.cases) else []), run_time=0.6)
            row.shift(rise * UP)
        self.play(FadeIn(mark, scale=1.6), FadeIn(words, shift=0.2 * RIGHT), run_time=0.8)
        self.cases.add(row)

    # ── its proof ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "The card stands at the top; under it the next line of the proof, with its reason at the left.",
        shows=True,
        needs="card",
    )
    def line(self, step: StepView, reason: Prose | None = None) -> None:
        """Terms fly from the lines above into their places."""
        self.lined_page().write(step.formulas, self.said(reason))

    def lined_page(self) -> Page:
        """The page under the card, which is at the top; cases have left."""
        if self.page is None:
            if len(self.cases):
                self.play(FadeOut(self.cases), run_time=0.5)
                self.remove(*self.cases)
                self.cases = VGroup()
            self.page = Page(self, self._raise_card())
        return self.page

    @action("A filled square ends the proof, and the card's frame lights up.", needs="card")
    def done(self, step: StepView) -> None:
        """The square stands behind the last line; without a proof the frame alone lights up."""
        frame = self.card[0]
        moves = [frame.animate.set_stroke(self.theme.right, width=LIT)]
        if self.page is not None and self.page.lines:
            last = self.page.lines[-1]
            square = Square(0.24, fill_color=self.theme.right, fill_opacity=1, stroke_width=0)
            square.next_to(last, RIGHT, buff=0.4).align_to(last, DOWN)
            right = self.layout.body.right - square.get_right()[0]
            square.shift(min(right, 0.0) * RIGHT)
            self.page.reasons[-1].add(square)
            moves.append(FadeIn(square, scale=2))
        self.play(*moves, run_time=0.9)

    @property
    def lines(self) -> list[FormulaMobject]:
        """Those on the card, and those of the proof."""
        on_card = self.card[1][2:] if len(self.card) else ()
        return [*on_card, *(self.page.lines if self.page else ())]

    def _proof(self) -> list[VGroup]:
        return [] if self.page is None else [*self.page.lines, *self.page.reasons]
