"""The opening: title card, the knobs of a model, one nudged, all bundled, and what is to come."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    LEFT,
    ORIGIN,
    RIGHT,
    UP,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    Mobject,
    Rectangle,
    RoundedRectangle,
    ValueTracker,
    VGroup,
    VMobject,
)

from mathora.stage import Function, Interval, LessonScene, Prose, StepView, Variable, action, brings, move
from mathora.stage.layout import Region
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.shapes import badge, brackets, chip, lock
from mathora.stage.text.prose_mobject import HALF_CAPITAL
from mathora.stage.text.terms import ELLIPSIS, gradient

TURN = 0.75 * np.pi
"""How far a dial turns from its middle to either end, in radians."""

SPAN = Interval(-2, 2)
"""What the ends of a dial stand for."""

SETTINGS = (0.75, 0.6, -0.5, 0.35)
"""Where the dials stand at first, from -1 to 1."""

LOCKED = "a locked knob does not turn"


class Dial(VGroup):
    """A round knob: ring, marks, a hand that shows its `setting` from -1 to 1, and its symbol below."""

    def __init__(self, symbol: VMobject, colour: str, line: str, setting: float) -> None:
        self.setting = ValueTracker(setting)
        self.ring = Circle(radius=1.1, stroke_color=line, stroke_width=6, fill_opacity=0)
        self.marks = VMobject(stroke_color=line, stroke_width=3, fill_opacity=0)
        for share in np.linspace(-1, 1, 9):
            self.marks.start_new_path(1.25 * _way(share))
            self.marks.add_line_to(1.39 * _way(share))
        self.hand = VMobject(stroke_color=colour, stroke_width=13, fill_opacity=0)
        self.symbol = symbol.next_to(self.ring, DOWN, buff=0.35)
        super().__init__(self.ring, self.marks, self.hand, self.symbol)
        self.hand.add_updater(lambda _: self.turn())
        self.turn()

    def turn(self) -> None:
        """Puts the hand where the setting says."""
        way, middle, radius = _way(self.setting.get_value()), self.ring.get_center(), self.ring.width / 2
        self.hand.set_points_as_corners(np.array([middle + 0.15 * radius * way, middle + 0.76 * radius * way]))


def _way(share: float) -> np.ndarray:
    """The unit vector of a dial's hand at a setting: 0 is up, 1 far to the right."""
    return np.array([np.sin(share * TURN), np.cos(share * TURN), 0.0])


def _turned(dials: list[Dial], stood: list[np.ndarray]) -> float:
    """How far, at most, a drawn hand has moved from how it stood, in scene units."""
    hands = zip(dials, stood, strict=True)
    return max((float(np.abs(d.hand.points[-1] - d.hand.points[0] - way).max()) for d, way in hands), default=0.0)


class LossBar(VGroup):
    """A tall bar with the symbol of what it shows under it; `show(share)` fills it from 0 to 1."""

    def __init__(self, symbol: VMobject, colour: str, line: str) -> None:
        self.outline = RoundedRectangle(
            width=1.1, height=4.2, corner_radius=0.12, stroke_color=line, stroke_width=4, fill_opacity=0
        )
        self.fill = Rectangle(width=0.8, height=1, fill_color=colour, fill_opacity=1, stroke_width=0)
        super().__init__(self.outline, self.fill, symbol.next_to(self.outline, DOWN, buff=0.3))

    def show(self, share: float) -> None:
        """Fills the bar; `share` of the whole height."""
        low, high = self.outline.get_corner(LEFT + DOWN) + 0.12, self.outline.get_corner(RIGHT + UP) - 0.12
        top = low[1] + (high[1] - low[1]) * min(max(share, 0.02), 1.0)
        corners = [[low[0], low[1], 0], [high[0], low[1], 0], [high[0], top, 0], [low[0], top, 0], [low[0], low[1], 0]]
        self.fill.set_points_as_corners(np.array(corners))


class Title(LessonScene):
    """A title card, then a model's knobs and the loss that depends on all of them."""

    function: Function
    knobs: tuple[Variable, ...]

    limits = (("len(knobs)", 1, 6, "each knob is drawn; of more than six, dots speak"),)

    needs: ClassVar = (("nudge.moves", "among(knobs)", "only what has a knob can be turned"),)

    shows_title = False
    read_on_page = ("agenda.ideas",)
    draws_of_lesson = ("title", "track", "unit", "number", "level", "minutes")

    def begin(self) -> None:
        """Nothing stands at first; the dials are made when they are needed."""
        self.standing: list[Mobject] = []
        self.dials: dict[str, Dial] = {}
        self.locks = VGroup()

    # ── the card ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The title card: course, lesson, level and minutes, before faint level sets of the loss.")
    def card(self, step: StepView) -> None:
        """Level sets draw themselves while the card's lines come up."""
        self._leave(0.5 * UP, 0.7)
        backdrop, rule, lines = self._backdrop(), self._rule(), self._card_lines()
        whole = VGroup(rule, *lines).arrange(DOWN, buff=0.5, aligned_edge=LEFT)
        self.layout.body.place(whole, "left")
        self.add(backdrop)  # before the words, so that it stays behind them
        coming = LaggedStart(*(FadeIn(part, shift=0.25 * UP) for part in whole), lag_ratio=0.3, run_time=2.2)
        if len(backdrop):
            self.play(LaggedStart(*(Create(ring) for ring in backdrop), lag_ratio=0.15, run_time=2.8), coming)
        else:
            self.play(coming)
        self.standing = [backdrop, whole]

    def _leave(self, shift: object, seconds: float) -> None:
        """All that stands fades out, a knob with its lock."""
        if self.standing:
            self.play(FadeOut(VGroup(*self.standing), shift=shift), run_time=seconds)
        self.standing, self.locks = [], VGroup()

    def _card_lines(self) -> list[Mobject]:
        theme = self.theme
        small, muted = theme.sizes.body, theme.muted
        place = VGroup(
            self.prose_mobject(self.prose_of_lesson("track"), size=small, colour=muted),
            self.words_mobject("·", size=small, colour=muted, weight="bold"),
            self.prose_mobject(self.prose_of_lesson("unit"), size=small, colour=muted),
            self.words_mobject("·", size=small, colour=muted, weight="bold"),
            self.words_mobject(f"{self.of_lesson('number'):02d}", size=small, colour=muted),
        )
        headline = self.prose_mobject(
            self.prose_of_lesson("title"),
            width=self.layout.body.width * 0.72,
            size=theme.sizes.headline,
            weight="bold",
            balanced=True,
        )
        chips = VGroup(
            chip(self.words_mobject(str(self.of_lesson("level"))), theme),
            chip(self.words_mobject(self.words.lesson.minutes.format(minutes=self.of_lesson("minutes"))), theme),
        )
        return [_in_line(place, 0.2), headline, chips.arrange(RIGHT, buff=0.25)]

    def _rule(self) -> Line:
        return Line(ORIGIN, 1.2 * RIGHT, stroke_color=self._accent, stroke_width=8)

    @property
    def _accent(self) -> str:
        return self.colour_of(gradient(self.function))

    def _backdrop(self) -> VGroup:
        """Level sets around a point at the right, larger than the frame and too faint to be read as content.

        Nothing for a function that has no map.
        """
        if len(self.function.variables) != 2:
            return VGroup()
        frame = self.layout.frame
        half = max(frame.width, frame.height) * 0.85
        middle = frame.at(0.82, 0.42)
        region = Region(middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half)
        wide = Interval(1.6 * SPAN.low, 1.6 * SPAN.high)
        return ContourPlot(self.function, region, wide, self.theme, colour=self.theme.ghost).curves

    # ── the knobs ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A row of dials, one for each knob of the model, and a bar that shows the loss.")
    def knobs(self, step: StepView) -> None:
        """The card lifts away; the dials come, then the bar."""
        self._leave(0.7 * UP, 0.9)
        self._make_knobs()
        row = [*self.dials.values(), self.more]
        self.play(LaggedStart(*(FadeIn(one, shift=0.3 * UP) for one in row), lag_ratio=0.35), run_time=1.5)
        self.play(FadeIn(self.bar, shift=0.3 * UP), run_time=0.9)
        self.standing = [*row, self.bar]

    def _make_knobs(self) -> None:
        theme, size = self.theme, self.theme.sizes.formula * 1.35
        for index, knob in enumerate(self.knobs):
            setting = SETTINGS[index % len(SETTINGS)]
            symbol = self.symbol(knob.key, size=size)
            self.dials[knob.key] = Dial(symbol, self.colour_of(knob.key), theme.line, setting)
        self.more = self.label(ELLIPSIS["along"], size=theme.sizes.headline, base=theme.muted)
        self.bar = LossBar(self.symbol(self.function.key, size=size), self.colour_of(self.function.key), theme.line)
        row = VGroup(*self.dials.values(), self.more).arrange(RIGHT, buff=0.8)
        self.more.set_y(next(iter(self.dials.values())).ring.get_y() if self.dials else 0)
        whole = VGroup(row, self.bar).arrange(RIGHT, buff=1.6)
        self.layout.body.place(whole)
        for dial in self.dials.values():
            dial.turn()
        self.bar.fill.add_updater(lambda _: self.bar.show(self._loss_share()))
        self.bar.show(self._loss_share())

    def _loss_share(self) -> float:
        """The loss at the dials, as a share of the largest at their ends; a variable that has no dial is 0."""
        settings = {key: SPAN.middle + dial.setting.get_value() * SPAN.length / 2 for key, dial in self.dials.items()}
        here = [np.array(settings.get(key, 0.0)) for key in self.function.variables]
        ends = np.meshgrid(*[np.array([*SPAN])] * len(settings))
        shown = dict(zip(settings, ends, strict=True))
        corners = [shown.get(key, np.zeros_like(ends[0])) for key in self.function.variables]
        return float(self.function.value(*here)) / max(float(np.max(self.function.value(*corners))), 1e-9)

    @action("Only the dial of {moves} turns; the bar answers, and all other dials are locked and grey.")
    def nudge(self, step: StepView, moves: Variable) -> None:
        """One dial to and fro, the others under a lock."""
        self.need("knobs")
        moving = self.dials[moves.key]
        others = [dial for dial in self.dials.values() if dial is not moving]
        opened = self._opened() if len(self.locks) else []
        self.locks = VGroup(*(lock(self.theme.frozen, 0.5).next_to(dial.ring, UP, buff=0.5) for dial in others))
        grey = [
            part.animate.set_color(self.theme.frozen) for dial in others for part in (dial.hand, dial.symbol)
        ]  # the hand's updater moves points only, so its colour may be animated
        if opened:
            self.play(*opened, run_time=0.7)
        if others:
            self.play(FadeIn(self.locks, shift=0.15 * DOWN), *grey, run_time=0.9)
            self.standing.append(self.locks)
        stood = [dial.hand.points[-1] - dial.hand.points[0] for dial in others]
        self.invariant(LOCKED, lambda: _turned(others, stood), 1e-6)
        start = moving.setting.get_value()
        for target, seconds in ((min(start + 0.25, 1.0), 0.7), (start - 0.45, 1.1), (start, 0.8)):
            self.play(move(moving.setting, target), run_time=seconds)
        self.invariants.release(LOCKED)

    @brings("knobs")
    def _stand_knobs(self) -> None:
        """The knobs, if they do not stand: made anew, in place of what does."""
        if not self.dials or self.bar not in self.standing:
            self._leave(0.5 * UP, 0.7)
            self._make_knobs()
            self.standing = [*self.dials.values(), self.more, self.bar]
            self.add(*self.standing)

    def _opened(self) -> list[object]:
        """The animations that open all locks: they fade, and every dial takes its colour back."""
        back = [
            part.animate.set_color(self.colour_of(key))
            for key, dial in self.dials.items()
            for part in (dial.hand, dial.symbol)
        ]
        self.standing = [one for one in self.standing if one is not self.locks]
        locks, self.locks = self.locks, VGroup()
        return [FadeOut(locks), *back]

    # ── the bundle ────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("From every dial rises a short arrow in its colour; they fly together into one column.")
    def bundle(self, step: StepView) -> None:
        """The locks open, arrows rise and gather in brackets beside the step's formula."""
        self.need("knobs")
        self.play(*self._opened(), run_time=0.7)
        arrows = VGroup(*(self._rising(key, dial) for key, dial in self.dials.items()))
        self.play(LaggedStart(*(FadeIn(arrow, shift=0.5 * UP) for arrow in arrows), lag_ratio=0.3), run_time=1.1)
        column = self._column(step)
        target = VGroup(*(cell for cell in column[1]))
        leaving = VGroup(*self.standing)
        self.play(
            FadeOut(leaving, shift=0.4 * DOWN),
            *(arrow.animate.move_to(cell) for arrow, cell in zip(arrows, target, strict=False)),
            run_time=1.3,
        )
        self.remove(*arrows)
        self.add(*target[: len(arrows)])
        rest = [part for part in (column[0], target[len(arrows) :], column[2]) if len(part)]
        self.play(*(FadeIn(part) for part in rest), run_time=0.8)
        self.standing = [column]

    def _rising(self, key: str, dial: Dial) -> ArrowMobject:
        foot = dial.ring.get_top() + 0.35 * UP
        return ArrowMobject(foot, foot + 1.15 * UP, self.colour_of(key), 0.1)

    def _column(self, step: StepView) -> VGroup:
        """The step's formula, the column's cells (an arrow for each knob, then dots) and its brackets."""
        formulas = VGroup(*(self.formula_mobject(one, 1.3 * self.theme.sizes.headline) for one in step.formulas))
        cells = VGroup(*(ArrowMobject(ORIGIN, 1.15 * UP, self.colour_of(key), 0.1) for key in self.dials))
        cells.add(self.label(ELLIPSIS["down"], size=self.theme.sizes.headline, base=self.theme.muted))
        cells.arrange(DOWN, buff=0.45)
        frame = brackets(cells, self.theme.foreground, margin=0.4)
        whole = VGroup(formulas, VGroup(cells, frame)).arrange(RIGHT, buff=0.9)
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
        self._leave(0.5 * UP, 0.7)
        for line in lines:
            self.play(FadeIn(line, shift=0.4 * RIGHT), run_time=0.9)
        self.standing = [lines]


def _in_line(texts: VGroup, gap: float) -> VGroup:
    """Texts behind each other on one baseline (all start with their baseline at y = 0)."""
    at = 0.0
    for text in texts:
        text.shift(np.array([at - text.get_left()[0], 0, 0]))
        at = text.get_right()[0] + gap
    return texts
