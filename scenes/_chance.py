"""What the pictures of distributions share: an event's probability, balance and spread, what moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

import numpy as np
from _middle import AloneAtFirst
from manim import Animation, FadeIn, FadeOut, Mobject, VGroup, VMobject

from mathora.stage import Flag, Function, Interval, Number, Point, StepView, Variable, action, move
from mathora.stage.figures.chance.distribution import ROOM, DistributionFigure, probability_of
from mathora.stage.figures.elements.header import EVENT, Header, with_header
from mathora.stage.figures.elements.readings import tells

EXACT, PIECEWISE = 1e-6, 2e-3
"""By how much a picture may miss what it shows, as a share of it; an area of straight pieces by more."""

WHOLE = 1e-4  # by how much all probabilities together may miss 1, as far as they are computed
TINY = 1e-4  # a probability that is smaller is not read in decimals
LOW = 0.25  # a distribution that takes less of its axis's height gets an axis of its own: it could not be read


class _Chance(AloneAtFirst):
    """A distribution on its axes: its law, and the verbs that bars and densities share."""

    function: Function | None = None
    at: Point | None = None
    span: Interval | None = None
    wide: Flag = False

    kept_beside = 0.3
    needs: ClassVar = (
        ("function, become.function", "settled(at)", "all but the outcome stands still"),
        ("at", "within(function)", "the distribution begins there"),
        ("slide.to", "within(function, of)", "the distribution moves there"),
        ("area.over", "given(above, below, only)", "a part of the distribution lights up"),
        ("area.above, area.below", "without(over), without(only)", "one part of it lights up"),
        ("slide.of", "parameter(function)", "a parameter of the distribution moves"),
    )

    def stand(self, name: VMobject | None, under: VGroup | None = None) -> None:
        """Builds the figure of the law; nothing is shown yet."""
        law = self.law.now()
        said = self.words_mobject(self.words.picture.probability, size=self.theme.sizes.small)
        names = (name, self.symbol(self.law.function.key) if self.law.function else said)
        beside, region, self.layout = with_header(self.layout, wide=self.wide, alone=self.opening.formulas == "never")
        drawn = (self.law.now, self.shown(law), ROOM * self.highest(law), lambda: self.colour_of(self.law.name, "blue"))
        self.figure = DistributionFigure(region, self.theme, *drawn, names, under)
        self.header, self.below = Header(beside, len(self.law.moving)), list[VMobject]()
        self.event = self.wedge = self.line = None

    def goes_home(self) -> Iterable[Mobject]:
        """The axes; all else follows them."""
        return (self.figure.graph,)

    def appear(self, seconds: float = 0.0, *, alone: bool = False) -> None:
        """The axes, then what stands on them; at once, if it takes no time. What is `alone` stands in the middle."""
        figure = self.figure
        if figure.rise.get_value() == 1:
            return
        self.claim()
        if alone and not self.wide:
            self.stand_in_middle()
        if seconds:
            self.play(FadeIn(figure.graph), run_time=0.8)
            self.add(figure.area, figure.body)
            self.play(move(figure.rise, 1), run_time=seconds)
        figure.rise.set_value(1)
        self.add(figure.graph, figure.area, figure.body)

    def claim(self) -> None:
        """What the picture says, on every frame."""
        close = EXACT if self.figure.discrete else PIECEWISE
        self.invariant("all of it is 1", self.figure.lacking, WHOLE)
        self.invariant("what is lit is the probability", self.figure.unlit, close)

    def clear_draws(self) -> None:
        """The distribution stands where there is room beside it, without what was drawn from it."""
        self.go_home()

    def fit_height(self, needed: float) -> None:
        """The axis grows to what will stand on it, and shrinks where that would be low: heights stay comparable."""
        figure = self.figure
        if not LOW * figure.top.get_value() < ROOM * needed <= 1.001 * figure.top.get_value():
            fresh = figure.axes(ROOM * needed)
            self.play(move(figure.top, ROOM * needed), FadeOut(figure.graph), FadeIn(fresh), run_time=1.0)
            figure.graph = fresh

    @action("A part of the distribution lights up, and its probability is read out.")
    def area(
        self,
        step: StepView,
        over: Interval | None = None,
        above: Number | None = None,
        below: Number | None = None,
        only: Number | None = None,
    ) -> None:
        """The event's ends glide to where they belong; the rest of the distribution stands back."""
        self.appear()
        self.clear_draws()
        self.event = over or ((only, only) if only is not None else (above, below))
        ends = self.figure.ends(*self.event)
        self.play(*self.header.clear(EVENT), *self.figure.lighting(ends), run_time=1.4)
        self.figure.light(ends)
        self._read_event(step)

    def _read_event(self, step: StepView) -> None:
        """The probability of what is lit, unless a formula tells it, and the parameters on which it depends."""
        figure, size = self.figure, self.theme.sizes.body
        given = self.law.function
        measured = probability_of(self.law, figure, self.event) if given else self.coordinate("P", figure.probability)
        said = None if given else self.words_mobject(self.words.picture.probability, size)
        kind = {"said": said, "decimals": 3, "digits": 1}
        coming = [one for key in self.law.parameters for one in self._read_parameter(key)]
        if not any(tells(one, measured.term) for one in step.formulas):
            tiny, briefly = measured.value() < TINY, self.coordinate("P", figure.probability)
            for one in (measured, briefly):
                label = self.small(one, size) if tiny else self.reading(one, size, **kind).apart_from(1.0)
                if self.header.shrinks(EVENT, label) * size >= self.theme.sizes.minimum:
                    break
            coming = [*self.header.put(EVENT, label), *coming]
        self.play(*coming, run_time=0.5)

    def _read_parameter(self, key: str, *to: float) -> list[Animation]:
        """The value of a parameter, with digits enough for where it goes; nothing comes where it is read already."""
        value, standing = self.law.moving[key].get_value, self.header.standing.get(key)
        label = standing or self.reading(self.coordinate(key, value), self.theme.sizes.body)
        label.rest_at(value(), *to)
        return [] if standing else self.header.put(key, label)

    @action("A wedge under the axis marks where the distribution balances: its mean, which is read out.")
    def mean(self, step: StepView) -> None:
        """The wedge slides in, a dashed line rises from it."""
        self.appear()
        if self.wedge is None:
            self.wedge = self.figure.balance()
            self.invariant("the picture balances on the wedge", lambda: self.figure.imbalance(self.wedge), EXACT)
            self.play(FadeIn(self.wedge, shift=np.array([0.0, 0.4, 0.0])), run_time=0.8)
            self._read_below(self.words.picture.mean, r"\mu", lambda: self.figure.law().mean)

    @action("A line under the axis reaches one standard deviation to both sides of the mean, and is read out.")
    def spread(self, step: StepView) -> None:
        """The line appears, then the deviation."""
        self.appear()
        if self.line is None:
            self.line = self.figure.spread()
            far = lambda: self.figure.misspread(self.line)  # noqa: E731 - it measures the line that stands then
            self.invariant("the line reaches one deviation to both sides", far, EXACT)
            self.play(FadeIn(self.line), run_time=0.8)
            self._read_below(self.words.picture.deviation, r"\sigma", lambda: self.figure.law().deviation)

    def _read_below(self, words: str, key: str, value: object) -> None:
        said, index = self.words_mobject(words, self.theme.sizes.small), len(self.below)
        digits = len(str(int(max(map(abs, self.figure.span)))))
        size, measured = self.theme.sizes.small, self.coordinate(key, value)
        label = self.reading(measured, size, said=said, decimals=2, digits=digits)
        self.below.append(label)
        label.stand_at(lambda: self.figure.beside_wedge(tuple(one.width for one in self.below), index))
        self.play(FadeIn(label), run_time=0.5)

    @action("{of} moves to {to}, and the distribution follows.")
    def slide(self, step: StepView, of: Variable, to: Number) -> None:
        """One parameter moves; what is lit, the balance and the spread follow."""
        self.appear()
        self.clear_draws()
        tracker, needed = self.law.moving[of.key], self.law.foreseen(of.key, to, self.highest)
        self.fit_height(max(needed, self.highest(self.law.now())))
        self.play(*self.header.leave_still(), *self._read_parameter(of.key, to), run_time=0.5)
        self.play(move(tracker, to), run_time=2.2)
        self.header.rest(*self.below)
        if self.event and EVENT not in self.header.standing:
            self._read_event(step)
        self.fit_height(needed)

    @action("The distribution changes into that of {function}; with keep, an outline of what it was stays behind.")
    def become(self, step: StepView, function: Function, *, keep: Flag = False) -> None:
        """Each bar, or the curve, moves to its new height on the same axes."""
        high, name = self.highest(self.law_of(function)), self.symbol(function.key)
        self.change(step, high, lambda: [self.law.go_to(function), self.figure.renamed(name)], keep=keep)

    def change(self, step: StepView, high: float, way: Callable[[], list[Animation]], *, keep: bool) -> None:
        """On axes so `high` at least what is read leaves, and what is lit is read again; an outline may stay."""
        self.appear()
        self.clear_draws()
        self.fit_height(max(self.highest(self.law.now()), high))
        if keep:
            self.add(self.figure.outline())
        self.play(*(one for slot in [*self.header.standing] for one in self.header.clear(slot)), *way(), run_time=2.0)
        self.law.arrive()
        self.header.rest(*self.below)
        if self.figure.lit.get_value():
            self._read_event(step)
        self.show_formulas(step)
