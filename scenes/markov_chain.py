"""A Markov chain: states, the chances to go from each to each, and how likely each state is, step after step."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from _middle import AloneAtFirst
from manim import Create, FadeIn, FadeOut, LaggedStart, VGroup, VMobject, linear, smooth

from mathora.stage import AnyMatrix, Count, Prose, StepView, action, brings, move
from mathora.stage.figures.elements.readings import Readings
from mathora.stage.figures.graph.chain import Chain, ChainFigure
from mathora.stage.text.terms import coordinate

QUICK, SLOW, FAST = 0.55, 2.2, 0.2  # seconds of each of many steps, of one alone, and of those that change little
SEEN, MOST, NEAR = 6, 30, 5e-4
"""On the way to rest so many steps are seen one by one, others fast, and no more than so many, until each share is as
near to rest; what is left then is one motion.
"""


class MarkovChain(AloneAtFirst):
    """States and the chances to go from each to each (a Markov chain); how likely each is moves from step to step."""

    states: tuple[Prose, ...]
    matrix: AnyMatrix
    by: Literal["rows", "columns"] = "rows"
    at: AnyMatrix | None = None

    needs: ClassVar = (
        ("matrix", "size(6), chances(by)", "from each state it goes somewhere"),
        ("matrix", "ways(4, 12)", "each arrow has its number in a clear place"),
        ("states", "names_rows(matrix), distinct()", "each is a box"),
        ("at, distribution.at", "as_many_rows(matrix), chances()", "it says how likely each state is"),
        ("settle.matrix", "settles_down(by, distribution.at)", "the boxes come to rest there"),
    )
    limits: ClassVar = (
        ("len(states)", 2, 6, "each box needs its room"),
        ("states", 1, 16, "letters in a box"),
        ("step.count", 1, 60, "each step is drawn"),
    )
    movable = ("chain", {"states": "states", "matrix": "matrix", "by": "by", "at": "at"})

    def begin(self) -> None:
        """The chain, not seen yet."""
        chain = Chain.of(self.matrix.entries, by_columns=self.by == "columns")
        names = [self.prose_mobject(one, size=self.theme.sizes.body) for one in self.states]
        self.figure = ChainFigure(chain, names, self._shares(self.at), self.first_place(), self)
        self.margin = Readings(self.layout.figure.inset(0.15), self.theme.sizes.label)
        self.steps, self.counted, self.stands = 0, None, False

    def goes_home(self) -> list[VMobject]:
        """Boxes and arrows; numbers follow their boxes."""
        return [*self.figure.boxes, *self.figure.links.values()]

    def _shares(self, given: AnyMatrix | None) -> np.ndarray:
        """How likely each state is at first; without numbers, it is the first one for certain."""
        if given is None:
            return np.eye(len(self.states))[0]
        return np.array([float(row[0]) for row in given.entries])

    # ── states and arrows ─────────────────────────────────────────────────────────────────────────────────────────────

    @action("The states as boxes, {states}, and arrows from each to each, with the chance to go that way.", quiet=True)
    def chain(self, step: StepView) -> None:
        """Boxes, then the arrows of each state."""
        if not self.stands:
            self.stands = True
            self.play(LaggedStart(*(FadeIn(box) for box in self.figure.boxes), lag_ratio=0.3), run_time=1.2)
            self.promise(self.figure.arrow_claims)
            links = self.figure.links.values()
            self.play(LaggedStart(*(Create(link[0]) for link in links), lag_ratio=0.3), run_time=1.6)
            self.play(*(FadeIn(VGroup(*link[1:])) for link in links), run_time=0.6)

    @brings("chain")
    def _stand(self) -> None:
        if not self.stands:
            self.stands = True
            self.add(*self.figure.boxes, *self.figure.links.values())
            self.promise(self.figure.arrow_claims)

    # ── how likely each state is ──────────────────────────────────────────────────────────────────────────────────────

    @action(
        "In each box a level as high as its state is likely at first, {at}, with its number.", needs="chain", quiet=True
    )
    def distribution(self, step: StepView, at: AnyMatrix | None = None) -> None:
        """The boxes fill; a count of steps begins. What stands there leaves first: another beginning is no step."""
        again = self.counted is not None
        if again:
            levels = [box.level.animate.set_fill(opacity=0) for box in self.figure.boxes]
            self.play(*levels, *(FadeOut(box.number) for box in self.figure.boxes), run_time=0.5)
        self.steps = 0
        self.figure.begins(self._shares(at or self.at))
        self.need("levels")
        if again:
            self._rise()

    @brings("levels", needs="chain")
    def _fill(self) -> None:
        if self.counted is None:
            self.promise(self.figure.level_claims)
            word = self.words_mobject(self.words.picture.steps, size=self.margin.size)
            taken = coordinate(lambda: self.model, r"\mathrm{steps}", lambda: float(self.steps))
            self.counted = self.reading(taken, self.margin.size, said=word, decimals=0)
            self._rise()

    def _rise(self) -> None:
        numbers = VGroup(*(box.number for box in self.figure.boxes)).update()
        levels = [box.level.animate.set_fill(opacity=1) for box in self.figure.boxes]
        coming = [] if "steps" in self.margin.rows else [FadeIn(self.margin.put("steps", self.counted))]
        self.play(*levels, FadeIn(numbers), *coming, run_time=0.8)

    @action("{count} steps: along each arrow goes its share of what is in its box, and the levels change.", quiet=True)
    def step(self, step: StepView, count: Count = 1) -> None:
        """Dots on the arrows carry what goes; the boxes drain and fill."""
        self.need("levels")
        for _ in range(count):
            self._go(SLOW if count == 1 else QUICK)

    def _go(self, seconds: float) -> None:
        figure = self.figure
        figure.goes(figure.after @ figure.chain.moves)
        blobs = figure.flowing()
        self.add(blobs)
        self.play(move(figure.way, 1, rate=smooth if seconds > 1 else linear), run_time=seconds)
        self.remove(blobs)
        self.steps += 1
        self.counted.update()

    @action("Step after step, until the levels stay: what leaves each box and what comes to it are equal.", quiet=True)
    def settle(self, step: StepView) -> None:
        """Some steps, then all that are left in one motion; the count of steps leaves, for there is no last one."""
        self.need("levels")
        rest = self.figure.chain.settled(self.figure.after)
        for index in range(MOST):
            if index >= SEEN and np.abs(self.figure.after - rest).max() < NEAR:
                break
            self._go(QUICK if index < SEEN else FAST)
        self.figure.goes(rest)
        leaving = [FadeOut(one) for one in self.margin.take("steps")]
        self.play(move(self.figure.way, 1), *leaving, run_time=1.6)
