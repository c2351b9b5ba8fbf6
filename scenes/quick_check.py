"""Questions to the student: ask, leave time to think, reveal with the reason."""

from __future__ import annotations

from itertools import pairwise

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Arc,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ValueTracker,
    VGroup,
    VMobject,
    linear,
)
from numpy import array, ndarray, pi

from mathora.stage import Count, LessonScene, Question, StepView, action, move
from mathora.stage.figures.pages.option_card import OptionCard

LETTERS = "ABCDEFGH"
CARD_GAP = 0.24
OPTIONS_GAP, REASON_GAP = 0.5, 0.45
LEAST_GAP = 0.25
RING, SMALL_RING = 0.45, 0.2
LOW, NARROW = 6.5, 7.8
"""Between the options; between the question and them, between them and the reason, and what of both is enough before
all gets smaller; the ring's radius, and the least; what is less high and narrow has smaller letters; in scene units.
"""


class QuickCheck(LessonScene):
    """A question with lettered options, time to think, and the answer with its reason."""

    is_page = writes_formulas = True
    questions: tuple[Question, ...]

    needs = (
        ("reveal.questions", "still_open(reveal since ask, 1)", "the answer stands there already"),
        ("think.questions", "still_open(reveal since ask, 0)", "the answer stands there already"),
    )
    limits = (("think.seconds", 1, 60, "each second is drawn, and every viewer waits for it"),)

    def begin(self) -> None:
        """An empty board; the first question comes with the first `ask`."""
        self.asked = 0
        self.board = VGroup()
        self.cards: list[OptionCard] = []

    @action("A question and its options, lettered from A.", takes="questions")
    def ask(self, step: StepView) -> None:
        """The next question: first the sentence, then its options, one after the other."""
        question = self.questions[self.asked]
        self.asked += 1
        self._clear()
        body = self.layout.body
        ask = self.prose_mobject(question.ask, width=body.width, size=self._em())
        ask.move_to(body.at(0, 1), aligned_edge=array([-1.0, 1.0, 0.0]))
        self.why = self.prose_mobject(next(one.why for one in question.options if one.correct), width=body.width)
        room = ask.get_bottom()[1] - OPTIONS_GAP - LEAST_GAP - self.why.height - body.bottom
        self.cards = self._stacked(question, columns=1)
        for columns in (2, 3):
            if VGroup(*self.cards).height > room:
                beside = self._stacked(question, columns)
                others = [beside] if all(card.is_read for card in beside) else []
                self.cards = min([self.cards, *others], key=lambda one: VGroup(*one).height)
        if (high := VGroup(*self.cards).height) > room:
            tall = self.why.height
            self.why.scale(max(self.theme.sizes.small / self.why.em, 1 - (high - room) / tall))
            room += tall - self.why.height
        gap = max(LEAST_GAP, OPTIONS_GAP - max(0.0, high - room))
        options = VGroup(*self.cards).next_to(ask, DOWN, buff=gap, aligned_edge=LEFT)
        self.board = VGroup(ask, options)
        self.play(FadeIn(ask, shift=0.15 * DOWN), run_time=0.8)
        self.play(LaggedStart(*(FadeIn(card, shift=0.25 * RIGHT) for card in self.cards), lag_ratio=0.35), run_time=1.4)
        self.invariant("the options stand in their order", self._disorder, 1e-6)

    def _stacked(self, question: Question, columns: int) -> list[OptionCard]:
        """The options' cards, all of one size, as one reads: so many beside each other, then the next row."""
        width = self.layout.body.width - CARD_GAP * (columns - 1)
        texts = zip(LETTERS, question.options, strict=False)
        cards = [OptionCard(self, letter, option.text, width / columns, 0.9 * self._em()) for letter, option in texts]
        highest = max(card.height for card in cards)
        for card in cards:
            card.as_high_as(highest)
        rows = [VGroup(*cards[first : first + columns]) for first in range(0, len(cards), columns)]
        for row in rows:
            row.arrange(RIGHT, buff=CARD_GAP, aligned_edge=UP)
        VGroup(*rows).arrange(DOWN, buff=CARD_GAP, aligned_edge=LEFT)
        return cards

    @action("A ring empties while there is time to think: {seconds} seconds.", needs="ask")
    def think(self, step: StepView, seconds: Count = 4) -> None:
        """A ring empties where the reason will stand; nothing else moves."""
        place, radius = self._ring_place()
        track = Circle(radius=radius, stroke_color=self.theme.ghost, stroke_width=10, fill_opacity=0).move_to(place)
        left = ValueTracker(1.0)
        ring = VMobject(stroke_color=self.theme.foreground, stroke_width=10, fill_opacity=0)

        def drain(mobject: VMobject) -> None:
            share = left.get_value()
            arc = Arc(radius=radius, start_angle=pi / 2, angle=-2 * pi * max(share, 1e-3))
            mobject.set_points(arc.shift(track.get_center()).points)
            mobject.set_stroke(opacity=1.0 if share > 1e-3 else 0.0)

        drain(ring)
        self.play(FadeIn(track), Create(ring), run_time=0.4)
        ring.add_updater(drain)
        self.play(move(left, 0.0), run_time=float(seconds), rate_func=linear)
        ring.clear_updaters()
        self.remove(ring)
        self.play(FadeOut(track), run_time=0.3)

    @action("The right option is ticked, the others are crossed out, and the reason stands below.", needs="ask")
    def reveal(self, step: StepView) -> None:
        """The right option lights up, wrong ones step back, and the reason appears."""
        question = self.questions[self.asked - 1]
        verdicts = [option.correct for option in question.options]
        wrong = [card for card, correct in zip(self.cards, verdicts, strict=False) if not correct]
        right = self.cards[verdicts.index(True)]
        self.play(right.light_up(self), run_time=0.8)
        self.play(*(card.step_back(self) for card in wrong), run_time=0.8)
        self.board.add(*(card.mark for card in self.cards))
        self.why.next_to(self.board, DOWN, buff=REASON_GAP, aligned_edge=LEFT)
        low = self.layout.body.bottom - self.why.get_bottom()[1]
        if low > 0:
            self.why.shift(array([0.0, low, 0.0]))
        self.board.add(self.why)
        self.play(FadeIn(self.why, shift=0.15 * DOWN), run_time=0.7)

    def _disorder(self) -> float:
        """By how much a drawn option is neither below the one before it nor at its right, in scene units."""
        return max((max(0.0, min(self._overlaps(*pair))) for pair in pairwise(self.cards)), default=0.0)

    @staticmethod
    def _overlaps(first: OptionCard, second: OptionCard) -> tuple[float, float]:
        """By how much the second card reaches above the first one's lower edge, and left of its right edge."""
        return second.get_top()[1] - first.get_bottom()[1], first.get_right()[0] - second.get_left()[0]

    def _em(self) -> float:
        """The size of question and options."""
        body, sizes = self.layout.body, self.theme.sizes
        narrow = self.layout.upright or body.width < NARROW
        return sizes.body if body.height < LOW and narrow else sizes.formula

    def _ring_place(self) -> tuple[ndarray, float]:
        """Where the ring stands, and its radius: under the cards, as large as there is room."""
        body = self.layout.body
        if not self.cards:
            return body.centre, RING
        low = min(float(card.get_bottom()[1]) for card in self.cards) - LEAST_GAP
        radius = max(SMALL_RING, min(RING, (low - body.bottom) / 2))
        return array([max(self.cards[0].disc.get_x(), body.left + radius), low - radius, 0.0]), radius

    def _clear(self) -> None:
        if len(self.board):
            self.play(FadeOut(self.board, shift=0.2 * LEFT), run_time=0.5)
            self.remove(*self.board.get_family(), self.board)
        self.board = VGroup()
