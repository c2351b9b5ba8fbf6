"""Common confusions, each with the fact that clears it; then a picture of both."""

from __future__ import annotations

from typing import ClassVar

from manim import DOWN, LEFT, RIGHT, UP, Create, Dot, FadeIn, FadeOut, GrowFromPoint, VGroup, VMobject, smooth
from numpy import asarray, linspace, meshgrid

from mathora.stage import Confusion, Function, Interval, LessonScene, Point, Region, StepView, action, late
from mathora.stage.curves import round_step
from mathora.stage.figures.elements.reminders import Reminders
from mathora.stage.figures.pages.card import Card
from mathora.stage.layout import clear_place
from mathora.stage.map.contour_plot import HALO, ContourPlot
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import dashed
from mathora.stage.text.terms import gradient, negative, times

UPHILL = "on the map the gradient points uphill"
DOWNHILL = "on the map its negative points downhill"

LONGEST, BELOW = 0.35, 0.25
"""No arrow is longer than this share of the map's side; the room below the map for its numbers."""


class MythAndFact(LessonScene):
    """Myth and fact: a mistaken sentence is struck through, and what is true stands under it."""

    is_page = writes_formulas = True
    confusions: tuple[Confusion, ...]
    function: Function | None = None
    at: Point | None = None
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("picture.function, picture.at, slice.function, slice.at", "given()", "the gradient is seen there"),
        ("function", "variables(2), somewhere(span)", "it is seen as a map"),
        ("picture.function", "varies(span)", "a level ground has no uphill"),
        ("picture.at, slice.at", "coordinates(function)", "the gradient stands there"),
        ("picture.at", "off_edge(span)", "the gradient stands on the map"),
        ("picture.at, slice.at", "slope(function)", "the gradient stands there"),
        ("picture.at", "steep(function)", "an arrow has a direction"),
    )

    movable = ("map", {"function": "function", "start": "at", "span": "span"})

    def begin(self) -> None:
        """No card yet; the first confusion comes with the first `myth`, and the map with it."""
        self.cleared = 0
        self.board, self.beside = VGroup(), VGroup()
        self.myth_card: Card | None = None
        self.fact_card: Card | None = None
        pictured = self.function is not None and self.at is not None
        self.graph = self._map(self._map_place()) if pictured else None

    @action(
        "A card headed Myth, with the mistaken sentence and the formula it would need; under it the place of the fact, "
        "and beside the first a map of {function}, if there is one; a later one clears the picture.",
        takes="confusions",
    )
    def myth(self, step: StepView) -> None:
        """The next confusion's card, and the frame that waits for its fact; the picture of the last one leaves."""
        old = [*self.board, *([*self._pictured(), *self.beside] if len(self.beside) else [])]
        leaving = [FadeOut(*old, shift=0.25 * LEFT, run_time=0.6)] if old else []
        self.invariants.release(*{UPHILL, DOWNHILL} & {receipt.name for receipt in self.invariants.receipts()})
        self.cleared += 1
        self.myth_card, self.fact_card = self._cards(self._room())
        self.awaited = self.fact_card.outline(self.theme)
        self.board, self.beside = VGroup(self.myth_card, self.awaited), VGroup()
        coming = [self.graph] if self.graph and not leaving else []
        rate = late if leaving else smooth
        self.play(
            *leaving,
            FadeIn(self.board, shift=0.2 * UP, rate_func=rate),
            *(FadeIn(one, rate_func=rate) for one in coming),
            run_time=1.0,
        )
        self.remove(*(part for one in leaving for part in one.mobject.get_family()))

    @action("The myth is struck through, and under it stands a card headed Fact, with what is true.", needs="myth")
    def fact(self, step: StepView) -> None:
        """The myth is struck through and dims; the fact's card comes in under it."""
        strike = self.myth_card.strike(self)
        self.play(Create(strike), run_time=0.9)
        self.board.add(strike)
        self.play(self.myth_card.body.animate.set_opacity(self.theme.receded), run_time=0.5)
        self.board.remove(self.awaited).add(self.fact_card)
        self.play(FadeOut(self.awaited), FadeIn(self.fact_card), run_time=1.0)

    @action(
        "On the map the gradient points uphill, its negative downhill, and not straight at the minimum.", needs="myth"
    )
    def picture(self, step: StepView) -> None:
        """∇L, −∇L and the straight way to the minimum."""
        if self.graph not in self.mobjects:
            self.play(*map(FadeOut, self.beside), FadeIn(self.graph, rate_func=late), run_time=1.0)
        arrows = self._arrows(self.graph)
        self.play(FadeIn(arrows[0], scale=0.6), run_time=0.4)
        for arrow in arrows[1:]:
            self.play(GrowFromPoint(arrow, arrows[0].get_center()), run_time=0.9)
        self.beside = VGroup(*arrows)
        uphill, downhill = arrows[1][0], arrows[2][0]
        self.invariant(UPHILL, lambda: self._astray(self.graph, uphill, 1), 1e-3)
        self.invariant(DOWNHILL, lambda: self._astray(self.graph, downhill, -1), 1e-3)

    @action(
        "In place of the map the curve of {function} along its first variable; a tangent runs to {at}.", needs="myth"
    )
    def slice(self, step: StepView) -> None:
        """Map and arrows leave; the curve, and its tangent."""
        if leaving := [*self._pictured(), *self.beside]:
            self.play(*map(FadeOut, leaving), run_time=0.5)
        slices = Reminders(self, self.function, self.at, self._map_place().inset(0.4), ())
        slices.show(0)
        self.beside = slices.picture

    def _cards(self, room: Region) -> tuple[Card, Card]:
        """Both cards of the present confusion, one under the other; the texts of all confusions are of one size."""
        pairs = [self._pair(confusion, room) for confusion in self.confusions]
        smallest = min((card for pair in pairs for card in pair), key=lambda card: card.fitted)
        myth, fact = pairs[self.cleared - 1]
        myth.set_as_small_as(smallest, self.theme)
        fact.set_as_small_as(smallest, self.theme)
        return myth, fact

    def _pair(self, confusion: Confusion, room: Region) -> tuple[Card, Card]:
        """A confusion's two cards, each with the text as large as fits."""
        upper, _, lower = room.split_rows(1, 0.12, 1)
        wrong, right = (shown and self.formula(shown.tex) for shown in (confusion.wrong, confusion.right))
        myth = Card(self, self.words.lesson.myth, self.theme.wrong, confusion.myth, wrong, upper)
        fact = Card(self, self.words.lesson.fact, self.theme.right, confusion.fact, right, lower)
        return myth, fact

    def _pictured(self) -> list[VMobject]:
        """The map, if it stands."""
        return [self.graph] if self.graph in self.mobjects else []

    # ── its places ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _room(self) -> Region:
        """Where the cards stand: they leave room for the picture."""
        body, picture = self.layout.body, self._map_place()
        if self.graph is None:
            return body
        if self.layout.upright:
            return Region(body.left, picture.top + 0.4, body.right, body.top)
        return Region(body.left, body.bottom, picture.left - 0.6, body.top)

    def _map_place(self) -> Region:
        body = self.layout.body
        if self.layout.upright:
            return Region(body.left, body.bottom + BELOW, body.right, body.bottom + body.height * 0.36)
        return Region(body.right - 5.6, body.bottom + BELOW, body.right - 0.6, body.top - 0.3)

    def _map(self, region: Region) -> ContourPlot:
        first, second = (self.symbol(variable) for variable in self.function.variables)
        return ContourPlot(self.function, region, self.span, self.theme, names=(first, second))

    def _arrows(self, graph: ContourPlot) -> list[VMobject]:
        """The dot, ∇L, −∇L, and the straight line to the lowest point of the map."""
        here = asarray(self.at.values)
        slope = self.function.gradient(self.at.mapping())
        tail = graph.point(*here)
        reach = self._share() * graph.units()[0] * asarray([slope[0], slope[1], 0.0])
        colour = self.colour_of(gradient(self.function))
        uphill = ArrowMobject(tail, tail + reach, colour)
        downhill = ArrowMobject(tail, tail - reach, colour, hollow=True)
        product = times(self._share(), gradient(self.function))
        labels = [self.label(product).next_to(uphill.tip, UP + RIGHT, buff=0.08), self.label(negative(product))]
        half = asarray([labels[1].width / 2 + 0.2, labels[1].height / 2 + 0.2, 0.0])
        places = [tail - share * reach + half * way for share in (0.6, 0.9, 1.1, 0.3) for way in (RIGHT, DOWN, LEFT)]
        labels[1].move_to(clear_place(labels[1], places, [*graph.numbers, *graph.names, labels[0]]))
        for label in labels:
            label.set_stroke(self.theme.background, HALO, background=True)
        straight = dashed(tail, graph.point(*self._lowest()), self.theme.foreground)
        dot = Dot(tail, radius=0.09, color=self.theme.foreground)
        return [dot, VGroup(uphill, labels[0]), VGroup(downhill, labels[1]), straight]

    def _share(self) -> float:
        """What share of ∇ the arrows show, in the map's units: 1, 2 or 5 times a power of ten."""
        slope = self.function.gradient(self.at.mapping())
        return float(1 / round_step(float((slope**2).sum()) ** 0.5 / (LONGEST * self.span.length)))

    def _astray(self, graph: ContourPlot, arrow: ArrowMobject, sign: int) -> float:
        """How far the drawn arrow turns from ±∇ at its drawn tail: one minus the cosine."""
        at = dict(zip(self.function.variables, graph.model_of(arrow.tail), strict=True))
        slope, seen = sign * self.function.gradient(at), arrow.vector[:2]
        return 1.0 - float(slope @ seen) / float((slope @ slope) * (seen @ seen)) ** 0.5

    def _lowest(self) -> tuple[float, float]:
        axis = linspace(self.span.low, self.span.high, 201)
        across, up = (one.ravel() for one in meshgrid(axis, axis))
        index = int(self.function.value(across, up).argmin())
        return float(across[index]), float(up[index])
