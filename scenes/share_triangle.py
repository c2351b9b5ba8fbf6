"""All ways to share out what is in three states of a Markov chain, as a triangle; what its steps do to all of them."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from _middle import AloneAtFirst
from manim import Create, FadeIn, FadeOut, LaggedStart, VMobject

from mathora.stage import AnyMatrix, Count, Prose, StepView, action, brings, move
from mathora.stage.figures.graph.chain import Chain
from mathora.stage.figures.graph.share_triangle import NAMED, TriangleOfShares
from mathora.stage.plane.arrow import grow
from mathora.stage.text.vector_terms import LITERAL

SLOW, QUICK = 4.0, 1.2  # seconds of one step, and of each of several
SEEN = 5  # on the way to rest so many steps are seen; what is left then is one motion


class ShareTriangle(AloneAtFirst):
    """All ways to share out what is in three states, as the dots of a triangle, which the steps of a chain move."""

    states: tuple[Prose, ...]
    matrix: AnyMatrix
    by: Literal["rows", "columns"] = "rows"

    needs: ClassVar = (
        ("matrix", "square(3), chances(by)", "each corner of the triangle is a state, from which it goes somewhere"),
        ("states", "names_rows(matrix), distinct()", "each is a corner"),
        ("start.at", "as_many_rows(matrix), chances()", "it says how much is in each state"),
        ("step.other", "square(3), chances(by)", "it moves the same triangle"),
        ("settle.matrix", "settles_all(by)", "all dots come to rest"),
        ("arrows.along", "shifts(matrix)", "it leads from shares to others"),
        ("split.along", "splits(rest, matrix, by)", "each step only stretches its arrow"),
    )
    limits: ClassVar = (
        ("states", 1, 16, "letters beside a corner"),
        ("step.count", 1, 12, "each step is drawn"),
        ("len(arrows.along)", 1, 2, "each is told from the next"),
        ("len(split.along)", 2, 2, "two arrows lead to any point"),
    )

    def begin(self) -> None:
        """The triangle, not seen yet."""
        names = [self.prose_mobject(one, size=NAMED * self.theme.sizes.formula) for one in self.states]
        self.figure = TriangleOfShares(self._chain(self.matrix), names, self.first_place(), self)
        self.full, self.pointed = False, False
        self.labels, self.stays = list[VMobject](), list[VMobject]()

    def _chain(self, matrix: AnyMatrix) -> Chain:
        return Chain.of(matrix.entries, by_columns=self.by == "columns")

    def goes_home(self) -> list[VMobject]:
        """The triangle, and names; all else follows them."""
        return [self.figure.outline, *self.figure.names]

    # ── all shares ────────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "A triangle with {states} at its corners, full of dots: each is one way to share out what is in all states.",
        quiet=True,
    )
    def triangle(self, step: StepView) -> None:
        """Outline and names, then the dots; where a point stands, it leaves."""
        figure = self.figure
        self.need("frame")
        if self.full:
            return
        self._clear()
        figure.begins()
        self.promise(figure.claims)
        self.full = True
        self.play(FadeIn(figure.shape), LaggedStart(*map(FadeIn, figure.dots), lag_ratio=0.04), run_time=2.0)

    @brings("frame")
    def _stand(self) -> None:
        figure = self.figure
        if figure.outline not in self.mobjects:
            self.play(Create(figure.outline), FadeIn(figure.names), run_time=1.0)

    @action("Arrows {along} lead from shares to others; each step takes them along.", needs="triangle", quiet=True)
    def arrows(self, step: StepView, along: tuple[AnyMatrix, ...]) -> None:
        """They stand where the steps have taken them."""
        self.play(*self._parts_leave(), run_time=0.4)
        self.figure.lead(along)
        self._grow()
        self._call()

    @action(
        "A step moves all that stands in the triangle to where {matrix} takes it, or {other}, {count} times.",
        moves=("go",),
        quiet=True,
    )
    def step(self, step: StepView, other: AnyMatrix | None = None, count: Count = 1) -> None:
        """Each dot goes straight to its next place; so does a point, with the arrows that lead to it."""
        self._stands()
        self._hush()
        moves = self.figure.chain.moves
        if other is not None:  # it may not keep the lines of arrows
            moves = self._chain(other).moves
            self.play(*self._parts_leave(), run_time=0.4)
        self.starts("go")
        for _ in range(count):
            self._go(self.figure.after @ moves, SLOW if count == 1 else QUICK)
        self._call()

    @action("Step after step, until all that stands in the triangle has come to rest.", quiet=True)
    def settle(self, step: StepView) -> None:
        """Some steps, then all that are left in one motion."""
        self._stands()
        self._hush()
        for _ in range(SEEN):
            self._go(self.figure.after @ self.figure.chain.moves, QUICK)
        rests = [self.figure.chain.settled(one) for one in np.eye(3)]
        self._go(np.array([one for one in rests if one is not None]), QUICK)

    def _hush(self) -> None:
        """What says where something is leaves before that moves."""
        leaving, self.labels = self.labels, []
        self.play(*map(FadeOut, leaving), run_time=0.3)

    def _stands(self) -> None:
        """Something stands that a step can move."""
        if not self.pointed:
            self.need("triangle")

    def _go(self, after: np.ndarray, seconds: float) -> None:
        self.figure.goes(after)
        self.play(move(self.figure.way, 1), run_time=seconds)

    # ── one of them ───────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A point in the triangle: {at}; how much is in each state stands at its corner.", needs="frame", quiet=True)
    def start(self, step: StepView, at: AnyMatrix) -> None:
        """All that stood in the triangle leaves first."""
        self._begin(np.array([float(row[0]) for row in at.entries]))
        if not isinstance(at.tree, LITERAL):
            self.labels = [self.figure.name_of(at, self.figure.point)]
            self.play(*map(FadeIn, self.labels), run_time=0.4)

    @brings("point", needs="frame")
    def _point(self) -> None:
        if not self.pointed:
            self._begin(np.eye(3)[0])

    def _begin(self, shares: np.ndarray) -> None:
        self._clear()
        self.figure.begins(shares)
        self.pointed = True
        self.play(FadeIn(self.figure.point, scale=1.3), *map(FadeIn, self.figure.numbers), run_time=0.8)

    @action(
        "From the shares that stay, {rest}, arrows along {along} lead end to end to the point, each with how much of "
        "its vector it is.",
        needs="point",
        quiet=True,
    )
    def split(self, step: StepView, rest: AnyMatrix, along: tuple[AnyMatrix, ...]) -> None:
        """The shares that stay, then the arrows."""
        figure = self.figure
        self.play(*self._parts_leave(), run_time=0.4)
        figure.begins(figure.shares())
        figure.split(rest, along)
        self.stays = [figure.still, figure.name_of(rest, figure.still)]
        self.play(FadeIn(figure.still, scale=1.3), FadeIn(self.stays[1]), run_time=0.8)
        self._grow()
        self.promise(figure.part_claims)
        self._call()

    def _grow(self) -> None:
        """The arrows grow, one after the other."""
        for part in self.figure.parts:
            self.play(grow(part.arrow), run_time=0.9)

    def _call(self) -> None:
        """The arrows say what they are now."""
        self.labels = self.figure.called([*self.stays, *(self.figure.dots if self.full else [])])
        self.play(*map(FadeIn, self.labels), run_time=0.5)

    def _parts_leave(self) -> list[FadeOut]:
        """The animations with which arrows and their labels leave."""
        figure = self.figure
        leaving = [*self.labels, *(one.arrow for one in figure.parts)]
        if self.stays:
            self.invariants.release(*(name for name, *_ in figure.part_claims))
        leaving += self.stays
        self.labels, self.stays, figure.parts = [], [], []
        return [*map(FadeOut, leaving)]

    def _clear(self) -> None:
        """Whatever stands in the triangle leaves."""
        figure, leaving = self.figure, self._parts_leave()
        if self.full:
            self.invariants.release(*(name for name, *_ in figure.claims))
            leaving += map(FadeOut, (figure.shape, *figure.dots))
        if self.pointed:
            leaving += map(FadeOut, (figure.point, *figure.numbers))
        self.full = self.pointed = False
        self.play(*leaving, run_time=0.5)
