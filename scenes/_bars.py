"""Bars under a curve: what scenes with areas share of their sums."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from curve import Curve
from manim import FadeOut, smooth

from mathora.stage import Count, Function, Interval, Number, StepView, Variable, action
from mathora.stage.figures.curve.area import Rule
from mathora.stage.figures.curve.levels import Levels, NamedBar
from mathora.stage.motion import evenly_nearer
from mathora.stage.text.terms import DIFFERENTIAL, sum_of_bars
from mathora.stage.text.value_label import ValueLabel

LEVELS = ("lowest", "mean level", "highest")
"""The readings of how high a strip is."""

BARS_SEEN, HEADROOM = 5.0, 1.5  # about so many bars are seen when one is looked at; how high the window is, in its own


class Bars(Curve):
    """Bars under a curve that stand, split, and show how far apart their sums are."""

    needs: ClassVar = (
        ("bars.function", "stretches(over, held)", "an area has a size"),
        ("refine.count", "at_least(count before bars refine)", "bars split"),
        ("mapped_bars.along", "one_free()", "it makes one number of another"),
        ("mapped_bars.along", "leads_into(function, steps, held)", "the bars stand under the curve"),
        ("mapped_bars.along", "one_way(steps)", "no bar turns back"),
    )
    limits: ClassVar = (
        ("bars.count", 1, 400, "each is drawn"),
        ("refine.count", 1, 400, "each is drawn"),
        ("mapped_bars.count", 1, 400, "each is drawn"),
    )

    def begin(self) -> None:
        """No levels yet."""
        super().begin()
        self.level: tuple[Levels, tuple[Variable, Variable]] | None = None

    def row(self, name: str) -> ValueLabel:
        """The sums, and how high a strip is."""
        if name in LEVELS:
            return self._height_of_strip(LEVELS.index(name))
        if name not in {"sum", "upper"}:
            return super().row(name)
        size, covered, picture = self.readings.size, self.covered, self.words.picture
        twofold, top = covered.rule == "both", name == "upper"
        said = picture.upper_sum if top else picture.lower_sum if twofold else picture.sum
        worth = lambda: covered.upper_sum if top else covered.sum  # noqa: E731 - of the bars that stand then
        measured = sum_of_bars(self.model, round(covered.state.count), worth, "s" if twofold and not top else "S")
        label = self.reading(measured, size, said=self.words_mobject(said, size=size), decimals=2)
        return label.apart_from(covered.worth)

    @action("Bars, {count} of them, stand under the curve, all equally wide; what they cover together is read out.")
    def bars(
        self,
        step: StepView,
        count: Count = 4,
        rule: Literal["left", "middle", "right", "trapezoid", "lower", "upper", "both"] = "left",
        over: Interval | None = None,
    ) -> None:
        """The bars rise from the axis; those that stand become them."""
        self.need("draw")
        if self.covered.spread is not None:
            self.play(*self.covered.to(bars=0), run_time=0.5)
            self.covered.spread = None
        state = self.covered.state
        if over and (state.bars, state.count, self.covered.rule) == (1, count, rule):
            self._move_bars(step, over)
            return
        self._over(over)
        if self.covered.state.bars:
            self._become(step, count, rule)
        else:
            self.covered.rule = rule
            self.covered.stand(count=count, before=count, split=1)
            self.play(*self.covered.to(bars=1), *self.formulas_during(step), run_time=1.4)
            self._tell_sum()

    def _height_of_strip(self, which: int) -> ValueLabel:
        """Its lowest, its mean or its highest height."""
        (levels, called), size = self.level, self.readings.size
        height = lambda: levels.heights()[which]  # noqa: E731 - on each frame
        if which == 1:
            said = self.words_mobject(self.words.picture.mean_height, size=size, colour=levels.colour)
            return self.reading(self.coordinate("h", height), size, said=said, decimals=2, colour=levels.colour)
        return self.reading(self.coordinate(called[which // 2].key, height), size, decimals=2)

    def _move_bars(self, step: StepView, over: Interval) -> None:
        """The same bars stand over another stretch."""
        self._take_sums()
        self.keep_in_sight(*over, axis=True)
        self.play(*self.covered.to(low=over.low, high=over.high), *self.formulas_during(step), run_time=3.0)
        self._tell_sum()

    @action(
        "Bars stand under the curve, {count} of them, whose edges are what {along} makes of equal steps over {steps}."
    )
    def mapped_bars(self, step: StepView, along: Function, steps: Interval, count: Count = 4) -> None:
        """As after a substitution: where the inner function is steep, bars are wide."""
        self.need("draw")
        self.play(*self.covered.to(bars=0), run_time=0.5)
        shares = lambda share: np.asarray(along.value(steps.low + share * steps.length), dtype=float)  # noqa: E731
        self.covered.spread = shares
        self._over(Interval(*map(float, shares(np.array([0.0, 1.0])))))
        self.covered.rule = self.covered.rule_before = "left"
        self.covered.stand(count=count, before=count, split=1)
        self.play(*self.covered.to(bars=1), *self.formulas_during(step), run_time=1.4)
        self._tell_sum()

    @action("The bars split, until there are {count}; their sum follows.")
    def refine(self, step: StepView, count: Count) -> None:
        """Each bar gives room to narrower ones."""
        if self.covered.state.bars == 0:
            self.need("bars")
        self._become(step, count, self.covered.rule)

    def _become(self, step: StepView, count: int, rule: Rule) -> None:
        """The bars that stand become others, and what is said of them that of these, at once; their sums are told when
        they stand: on the way they are none of either.
        """
        covered = self.covered
        self._take_sums()
        covered.rule_before, covered.rule = covered.rule, rule
        covered.stand(before=covered.state.count, count=count, split=0)
        self.play(*covered.to(split=1), *self.formulas_coming(step), run_time=1.8)
        self._tell_sum()

    @property
    def _sums(self) -> tuple[str, ...]:
        return ("sum", "upper") if self.covered.rule == "both" else ("sum",)

    def _take_sums(self) -> None:
        self.play(*map(FadeOut, self.readings.take("sum", "upper")), run_time=0.4)

    def _tell_sum(self) -> None:
        """The sums of the bars that stand, in the place of those of other bars; of a strip with levels, its heights."""
        if self.level is not None and self.level[0] in self.notes:
            if round(self.covered.state.count) == 1 and self.covered.rule == "both":
                self.tell(*LEVELS)
                return
            self.unnote(self.level[0])
        self._take_sums()
        self.tell(*self._sums, *(["area"] if self.covered.state.seen and self.tells_area else []))

    @action(
        "Level lines lead from the lowest and the highest place of the area to the axis, called {low} and {high}, and "
        "between them from its mean height; all are read."
    )
    def levels(self, step: StepView, low: Variable, high: Variable) -> None:
        """Of a single strip between its two bars; the lines follow it where it goes."""
        if (self.covered.state.bars, self.covered.state.count, self.covered.rule) != (1, 1, "both"):
            self.bars(StepView(()), 1, "both")
        inks = (self.theme.palette[one] for one in self.free_colours("yellow", "green"))
        ink = next(one for one in inks if one != self.curve.colour)
        levels = Levels(self.covered, (self.symbol(low.key), self.symbol(high.key)), ink)
        self.level = levels, (low, high)
        self.invariant("lines are level with the strip's lowest, mean and highest place", levels.off_levels, 1e-6)
        self.tell()
        self.note(levels, stays=True, seconds=1.6)
        self.tell(*LEVELS)

    @action("One of the bars, that at {at}, is looked at closely: its height and its width have their names.")
    def single(self, step: StepView, at: Number) -> None:
        """The window closes in on it, by equal factors in equal times, until few bars are seen beside it."""
        if self.covered.state.bars == 0:
            self.need("bars")
        size = self.theme.sizes.formula
        names = self.call(self.function, size), self.symbol(DIFFERENTIAL + self.main.variable, size)
        bar = NamedBar(self.covered, at, names)
        (left, _), (right, height) = bar.corners()
        window, middle = self.plot.state, (left + right) / 2
        share = min(1.0, BARS_SEEN * (right - left) / window.x.length)
        ends = {side: middle + (getattr(window, side) - middle) * share for side in ("left", "right")}
        pace = 4.0, lambda done: evenly_nearer(smooth(done), share)
        self.play(*self.plot.window_to(*pace, **ends, high=max(window.high, HEADROOM * height)))
        self.invariant("the brackets are as long as the bar is high and wide", bar.off_bar, 1e-6)
        self.note(bar)

    @action("What lies between lower and upper bars slides into one column beside them: as far apart are their sums.")
    def stack(self, step: StepView) -> None:
        """The upper ones' surplus goes right, each piece at its height where the curve only falls or only rises."""
        if self.covered.state.bars == 0 or self.covered.rule != "both":
            self.bars(StepView(()), 4, "both")
        points = self.covered.column()
        if not all(self.plot.shows(*one) for one in points):
            self.look_at(*self.plot.holding(points))
        self.play(*self.covered.to(stacked=1), *self.formulas_during(step), run_time=2.6)
