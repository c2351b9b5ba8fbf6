"""The law of large numbers: the mean of all draws so far, while they grow many; and their sum, a random walk."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Literal

import numpy as np
from manim import Create, FadeIn, linear

from mathora.stage import Count, Interval, LessonScene, Number, StepView, action, brings
from mathora.stage.figures.chance.chance import Masses
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.curve.run_of_means import PALE, Deviations, RunOfMeans, deviations
from mathora.stage.figures.elements.readings import ROWS, Readings

FAR = 6  # deviations from the mean
SPARE = 0.45  # scene units that the name of an axis has beside it anyway
PALETTE = ("orange", "blue", "pink", "green", "purple", "teal")


class LongRun(LessonScene):
    """The mean of all draws so far, over how many they are, which settles; or their sum: a random walk."""

    probabilities: tuple[Number, ...]
    outcomes: tuple[Number, ...] = ()
    count: Count = 300
    of: Literal["mean", "sum"] = "mean"

    kept_beside = 0.28
    needs: ClassVar = (("outcomes", "distinct()", "each has its own probability"),)
    claims = (
        ("probabilities", "total(probabilities) = 1"),
        ("probabilities", r"0 \le probabilities < 1"),
        ("outcomes", "count(outcomes) = count(probabilities)"),
    )
    limits: ClassVar = (
        ("len(probabilities)", 2, 60, "what is drawn differs"),
        ("count", 10, 5000, "each draw is a place on the axis"),
        ("run.seed", 0, 1000000, "it only tells one row of draws from another"),
    )

    def begin(self) -> None:
        """The axes hold all means that there may be; nothing is seen yet."""
        given = np.array(self.outcomes or range(1, len(self.probabilities) + 1), dtype=float)
        order = np.argsort(given)
        self.law = Masses(given[order], np.array(self.probabilities, dtype=float)[order])
        beside, self.layout = self.layout.with_readings(alone=self.opening.formulas == "never")
        self.readings = Readings(beside, self.theme.sizes.formula, ROWS + 1)
        self.sums, words = self.of == "sum", self.words.picture
        self.named = words.sum if self.sums else words.mean
        names = self.words_mobject(words.draws.other), self.words_mobject(self.named)
        place = self.layout.figure
        place = replace(place, right=place.right - max(0.0, names[0].width - SPARE))
        self.plot = Plot(place, Interval(0.0, float(self.count)), self._heights(), self.theme, names)
        self.runs: list[RunOfMeans] = []
        self.add(self.plot.picture, self.plot.numbers)

    def _heights(self) -> Interval:
        """What holds all means that there may be, but a rare outcome that is `FAR` only if a run comes there; of sums
        nearly all, most runs being within two deviations.
        """
        if self.sums:
            counts = np.linspace(0.0, self.count, 50)
            low, high = (
                2 * end - self.law.mean * counts
                for end in deviations(self.law.mean, self.law.deviation, counts, sums=True)
            )
            return Interval(1.1 * min(low), 1.1 * max(high))
        mean, deviation = self.law.mean, self.law.deviation
        ends = (float(self.law.outcomes[0]), float(self.law.outcomes[-1]))
        low, high = (
            mean + np.sign(end - mean) * deviation if abs(end - mean) > FAR * deviation else end for end in ends
        )
        room = 0.06 * (high - low)
        return Interval(min(low, 0.0) if low - room < 0 else low - room, high + room)

    @brings("axes")
    def _stand_axes(self) -> None:
        self.plot.stand(axes=1, numbers=1)

    @action("Axes: across the number of draws, up the mean of all draws so far, or their sum.")
    def axes(self, step: StepView) -> None:
        """The axes come in."""
        self.play(*self.plot.to(axes=1, numbers=1), run_time=0.8)

    @action(
        "Draws, one after the other; a line shows the mean of all so far, or their sum. The next row has its own line.",
        needs="axes",
    )
    def run(self, step: StepView, seed: Count | None = None) -> None:
        """The first draws slowly, for there the mean leaps; the runs before stand back."""
        number = len(self.runs)
        colour = self.theme.palette[self.free_colours(*PALETTE)[number % len(PALETTE)]]
        draws = self.law.draws(number + 1 if seed is None else seed, self.count)
        run = RunOfMeans(self.plot, draws, colour, sums=self.sums)
        self.invariant(f"the line {number + 1} is at the {self.of} of its draws", run.misplaced, 1e-6)
        self._hold(run)
        self.mobjects.insert(self.mobjects.index(self.plot.numbers), run.picture)
        self.play(*(way for one in self.runs for way in one.to(seen=PALE, dot=0)), run_time=0.4)
        self.remove(*self.readings.take("count", "mean"))
        run.stand(count=1, dot=1)
        size = self.readings.size
        rows = {
            "count": self.reading(
                self.coordinate("n", lambda: round(run.state.count)), size, decimals=0, colour=colour
            ),
            "mean": self.reading(
                self.coordinate("m", lambda: run.value),
                size,
                said=self.words_mobject(self.named, size=size, colour=colour),
                decimals=2,
                colour=colour,
            ),
        }
        self.play(*map(FadeIn, self.readings.put_all(rows)), run_time=0.3)
        early = min(20, self.count)
        self.play(*run.to(2.0, linear, count=early), run_time=2.0)
        self.play(*run.to(3.0, linear, count=self.count), *self.formulas_during(step), run_time=3.0)
        self.runs.append(run)
        self.plot.clear_numbers(self.play)

    def _hold(self, run: RunOfMeans) -> None:
        """The axes reach farther first, if the line will leave them; their numbers keep off it."""
        ends = [(float(self.count), float(end)) for end in (run.values.min(), run.values.max())]
        if not all(self.plot.shows(*end) for end in ends):
            _, heights = self.plot.holding(ends)
            self.play(*self.plot.window_to(low=heights.low, high=heights.high), run_time=1.0)
        self.plot.lines.append(run.places)

    @action(
        "Two dashed curves, one standard deviation below and above the mean of so many draws, or their sum.",
        needs="axes",
    )
    def spread(self, step: StepView) -> None:
        """Of means they come together, of sums they open: both by the root of the number of draws."""
        band = self.band = Deviations(self.plot, self.law.mean, self.law.deviation, self.count, sums=self.sums)
        self.add(band.picture)
        self.play(*band.to(seen=1), *self.formulas_during(step), run_time=1.5)
        self.plot.lines.append(band.places)
        self.plot.clear_numbers(self.play)
        self.invariant("the dashed curves are one deviation away", band.misplaced, 1e-6)
        size, said = self.readings.size, self.words.picture.deviation
        way = self.law.deviation * self.count ** (0.5 if self.sums else -0.5)
        read = self.reading(
            self.coordinate(r"\sigma", lambda: way), size, said=self.words_mobject(said, size=size), decimals=2
        )
        self.play(FadeIn(self.readings.put("spread", read)), run_time=0.4)

    @action("A dashed line stands at the mean of the distribution, or at so many times it.", needs="axes")
    def level(self, step: StepView) -> None:
        """To it all runs come."""
        expected = self.law.mean * (self.count if self.sums else 1)
        ends = ((0.0, 0.0 if self.sums else expected), (float(self.count), expected))
        line = self.plot.graph.dashes(*ends, self.theme.foreground)
        self.play(Create(line), run_time=1.0)
        size, words = self.readings.size, self.words.picture
        said = self.words_mobject(words.expected, size=size)
        read = self.reading(self.coordinate(r"\mu", lambda: expected), size, said=said, decimals=2)
        self.play(FadeIn(self.readings.put("level", read)), run_time=0.4)
