"""Draws from a distribution, and the means of several draws: histograms that fill over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from _chance import EXACT, PIECEWISE, _Chance
from manim import RIGHT, Create, FadeOut, VGroup, linear

from mathora.stage import Count, Flag, Number, StepView, action, move
from mathora.stage.figures.chance.histogram import Histogram, bins_of_means, usual_bins
from mathora.stage.figures.chance.intervals import Intervals
from mathora.stage.figures.chance.sample_means import MeanOfDraws, bell, off_bell
from mathora.stage.figures.elements.header import EVENT, NUMBER
from mathora.stage.figures.elements.rows import on_one_line

SIZE = "n"
GATHERED = "the draws balance on their mean"
AROUND = "each interval is around the mean of its draws"
HELD = "the histogram holds every draw"
BELL = "the bell has the mean of the distribution, and its deviation by the root of n"


class _Sampled(_Chance):
    """A distribution from which is drawn."""

    limits: ClassVar = (
        ("sample.count", 1, 100000, "each draw lifts its bar"),
        ("sample.seed", 0, 1000000, "it only tells one row of draws from another"),
        ("average.count", 1, 20000, "each mean lifts its bar"),
        ("average.seed", 0, 1000000, "it only tells one row of draws from another"),
        ("average.size", 1, 200, "each draw is a dot"),
        ("intervals.count", 1, 60, "each interval is drawn"),
        ("intervals.seed", 0, 1000000, "it only tells one row of draws from another"),
        ("intervals.size", 1, 10000, "so many draws make a mean"),
    )
    needs: ClassVar = (
        ("average.size, intervals.size", "called(the n)", "it is read out by that name"),
        ("intervals.deviations", "positive()", "an interval has two ends"),
    )

    histogram = bell = around = None

    def clear_draws(self) -> None:
        """The histogram leaves, too, and the distribution itself stands there again."""
        super().clear_draws()
        if self.around is not None:
            self.invariants.release(AROUND)
            self.play(*self.header.clear(NUMBER), FadeOut(self.around), move(self.figure.hollow, 0), run_time=0.5)
            self.around = None
        if self.histogram is not None:
            self.invariants.release(HELD)
            if self.bell is not None:
                self.invariants.release(BELL)
            drawn = [one for one in (self.histogram, self.bell) if one is not None]
            self.play(*self.header.clear(NUMBER), *map(FadeOut, drawn), move(self.figure.hollow, 0), run_time=0.5)
            self.histogram = self.bell = None

    @action("{count} draws from the distribution fall one after the other; a histogram of them fills its outline.")
    def sample(self, step: StepView, count: Count = 1000, seed: Count = 1) -> None:
        """Draws rain into their bars, at an even pace; their number counts along."""
        self.appear()
        self.clear_draws()
        heap = Histogram(
            self.figure, self.figure.law().draws(seed, count), usual_bins(self.figure), self.figure.colour()
        )
        self._fill(heap, self.words.picture.draws.of(count), self.header.clear(EVENT))

    @action(
        "{size} draws fall, and gather at their mean; {count} such means fill a histogram over the distribution. The "
        "more draws to a mean, the narrower it is; with normal, the bell curve to which it comes is drawn."
    )
    def average(
        self, step: StepView, size: Count, count: Count = 1000, seed: Count = 1, *, normal: Flag = False
    ) -> None:
        """The first mean is made of its draws before the eyes; all others rain."""
        self.appear()
        self.clear_draws()
        figure, law = self.figure, self.figure.law()
        if figure.axis_names[1] and self.law.function is None:  # bars of means are as large as their share, not as high
            self.play(figure.renamed(None), run_time=0.3)
        means = law.draws(seed, size * count).reshape(count, size)
        first, means = means[0], means.mean(axis=1)
        label = self.reading(self.coordinate(SIZE, lambda: float(size)), self.theme.sizes.body, decimals=0)
        self.play(*self.header.put(EVENT, label), move(figure.hollow, 1), move(figure.lit, 0), run_time=0.5)
        colour = self.theme.palette["teal" if self.figure.colour() == self.theme.palette["orange"] else "orange"]
        self._gather(first, colour)
        self._fill(
            Histogram(figure, means, bins_of_means(figure, means, size), colour), self.words.picture.means.of(count)
        )
        if normal:
            self.bell = bell(figure, size, self.theme.foreground)
            self.play(Create(self.bell), run_time=1.2)
            self.invariant(BELL, lambda: off_bell(figure, self.bell, size), PIECEWISE)

    @action(
        "{count} intervals, each around the mean of {size} draws, {deviations} of its deviations to both sides: red if "
        "the mean of the distribution is not in it; the share of the others is read out."
    )
    def intervals(
        self, step: StepView, size: Count, count: Count = 40, deviations: Number = 1.96, seed: Count = 1
    ) -> None:
        """Confidence intervals; the distribution stands back behind them."""
        self.appear()
        self.clear_draws()
        self.fit_height(self.highest(self.law.now()))
        figure, law, words = self.figure, self.figure.law(), self.words.picture
        means = law.draws(seed, size * count).reshape(count, size).mean(axis=1)
        colours = self.theme.palette["green"], self.theme.palette["red"]
        self.around = around = Intervals(figure, means, deviations * law.deviation / np.sqrt(size), colours)
        read = self.theme.sizes.body
        many = self.reading(self.coordinate(SIZE, lambda: float(size)), read, decimals=0)
        said = self.words_mobject(words.share_inside, size=read)
        share = self.reading(self.coordinate("P", lambda: around.share), read, said=said, decimals=2)
        share.rest_at(around.share_of_all, least=2)  # 39 of 40 are 0.975: rounded, it would be neither 0.97 nor 0.98
        self.add(around)
        self.invariant(AROUND, around.off, EXACT)
        ways = (move(figure.hollow, 1), move(figure.lit, 0))
        self.play(*self.header.put(EVENT, many), *self.header.put(NUMBER, share), *ways, run_time=0.5)
        self.play(move(around.shown, count), *self.formulas_during(step), run_time=4.0, rate_func=linear)

    def _gather(self, draws: np.ndarray, colour: str) -> None:
        """The draws of one mean fall as dots, and slide together where they balance."""
        dots = MeanOfDraws(self.figure, draws, self.theme.foreground, colour)
        self.invariant(GATHERED, dots.unbalanced, EXACT)
        self.add(dots)
        self.play(move(dots.fallen, 1, min(2.0, 0.6 + 0.15 * len(draws)), linear))
        self.play(move(dots.gathered, 1, 1.0))
        self.invariants.release(GATHERED)
        self.play(FadeOut(dots), run_time=0.3)

    def _fill(self, heap: Histogram, words: str, leaving: Sequence[object] = ()) -> None:
        """The histogram fills, on an axis that holds it."""
        figure, count = self.figure, len(heap.draws)
        self.histogram = heap
        self.invariant(HELD, heap.miscounted, EXACT * count)
        self.fit_height(max(self.highest(self.law.now()), heap.highest))
        self.add(heap, figure.body, heap.rain)
        self.play(*leaving, move(figure.hollow, 1), move(figure.lit, 0), run_time=0.6)
        counter = self.counter(count, self.theme.foreground, self.theme.sizes.body)
        counter.add_updater(lambda one: one.show(round(heap.counted.get_value())))
        said = self.words_mobject(words, self.theme.sizes.body)
        line = VGroup(counter, said).arrange(RIGHT, buff=0.15)
        on_one_line(line)
        self.play(*self.header.put(NUMBER, line), run_time=0.5)
        seconds = 3.5 if count > 20 else 1.0 + 0.15 * count
        self.play(move(heap.counted, count), run_time=seconds, rate_func=linear)
        self.remove(heap.rain)
