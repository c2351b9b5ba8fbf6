"""A Venn diagram: two or three sets as circles, how many are in each part, and what union and intersection are."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Literal

from _middle import AloneAtFirst
from manim import Create, FadeIn, FadeOut, LaggedStart, VGroup, VMobject

from mathora.stage import Count, Number, Prose, StepView, action, brings
from mathora.stage.figures.chance.overlapping_sets import OverlappingSets, parts_of
from mathora.stage.text.terms import exactly, sum_of

FOOT, SPARE = 0.9, 0.25  # scene units below the frame, for a sum, and from it to the sum
LIT = 0.5  # how full a part is that is lit
PALETTE = ("blue", "orange", "green")


class VennDiagram(AloneAtFirst):
    """Sets as circles that overlap (a Venn diagram): union, intersection, what is outside, and how many are where."""

    sets: tuple[Prose, ...]
    counts: tuple[Number, ...] = ()

    claims = (("counts", "count(counts) = 2^{count(sets)}"), ("counts", r"0 \le counts"))
    needs: ClassVar = (
        ("count.counts", "given()", "each part has its number"),
        ("sets", "distinct()", "each has a circle of its own"),
        ("light.of", "position(sets), distinct()", "the diagram has no more sets"),
    )
    limits: ClassVar = (
        ("len(sets)", 2, 3, "more circles do not overlap in all ways"),
        ("light.of", 1, 3, "sets are counted from 1"),
        ("len(light.of)", 1, 3, "there are no more sets"),
    )
    movable = ("venn", {"sets": "sets", "counts": "counts"})

    def begin(self) -> None:
        """Circles and numbers; nothing of them is seen yet."""
        region = self.first_place()
        place = replace(region, bottom=region.bottom + FOOT) if self.counts else region
        names = [self.prose_mobject(one, size=self.theme.sizes.body) for one in self.sets]
        colours = [self.theme.palette[one] for one in self.free_colours(*PALETTE)[: len(names)]]
        self.figure = OverlappingSets(place, names, colours, self.theme.line)
        for part in self.figure.parts.values():
            part.set_fill(self.theme.palette["teal"])
        self.numbers: list[VMobject] = []
        self.lit = self.was_lit = frozenset[frozenset[int]]()
        self.below, self.stands, self.counted = VGroup(), False, False
        self.invariant("each part, and its number, is in its sets alone", self.figure.off_parts, 0.01)
        self.invariant("just the parts that are meant are lit", self._off_lit, 1e-6)

    def goes_home(self) -> list[VMobject]:
        """Circles, names, numbers and the sum."""
        return [*self.figure.picture(), *self.numbers, *self.below]

    def _off_lit(self) -> float:
        """How much more, or less, a part is lit than it is meant to be, and was before."""
        found = [0.0]
        for one, part in self.figure.parts.items():
            meant = [LIT * (one in lit) for lit in (self.was_lit, self.lit)]
            found += [min(meant) - part.get_fill_opacity(), part.get_fill_opacity() - max(meant)]
        return max(found)

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("Circles that overlap in a frame, one for each set, with its name: {sets}.", quiet=True)
    def draw(self, step: StepView) -> None:
        """The frame, then circle after circle."""
        if not self.stands:
            self.stands = True
            figure = self.figure
            self.add(figure.picture()[0], *figure.parts.values())
            self.play(Create(figure.frame), run_time=0.7)
            for circle, name in zip(figure.circles, figure.names, strict=True):
                self.play(Create(circle), FadeIn(name), run_time=0.8)

    @brings("draw")
    def _stand(self) -> None:
        if not self.stands:
            self.stands = True
            self.add(*self.figure.picture())

    @action("In each part of the diagram stands how many are there: {counts}.", needs="draw", quiet=True)
    def count(self, step: StepView) -> None:
        """The numbers, part by part."""
        if not self.counted:
            self.counted, size = True, self.theme.sizes.formula
            given = zip(parts_of(len(self.sets)), self.counts, strict=False)
            self.numbers = [self.figure.put(self.label(exactly(one).term, size), sets) for sets, one in given]
            self.play(LaggedStart(*map(FadeIn, self.numbers), lag_ratio=0.4), run_time=1.6)
            if self.lit:
                self._add_up()

    @action(
        "What belongs to the {part} lights up; if it is counted, the sum stands below the diagram.",
        needs="draw",
        quiet=True,
    )
    def light(
        self,
        step: StepView,
        part: Literal["union", "intersection", "difference", "single", "complement"],
        of: tuple[Count, ...] = (),
    ) -> None:
        """Without sets it is that of all; a complement is what is in none of them, a difference what is in the first
        alone.
        """
        chosen = [one - 1 for one in of] or [*range(len(self.sets))]
        self.lit = frozenset(one for one in self.figure.parts if _belongs(part, one, chosen))
        self.play(
            *(shape.animate.set_fill(opacity=LIT * (one in self.lit)) for one, shape in self.figure.parts.items()),
            *([FadeOut(self.below)] if len(self.below) else []),
            run_time=0.9,
        )
        self.was_lit, self.below = self.lit, VGroup()
        if self.counted:
            self._add_up()

    def _add_up(self) -> None:
        """The numbers of what is lit, and their sum."""
        parts = zip(parts_of(len(self.sets)), self.counts, strict=True)
        numbers = [exactly(one) for sets, one in parts if sets in self.lit]
        if len(numbers) > 1:
            below = self.layout.figure.moved(self.moved)
            foot = replace(below, top=below.bottom + FOOT - SPARE)
            total = foot.place(self.stated(sum_of(numbers), self.theme.sizes.formula))
            self.below = VGroup(total)
            self.play(FadeIn(total), run_time=0.5)


def _belongs(part: str, sets: frozenset[int], chosen: list[int]) -> bool:
    """Whether what is in these sets belongs to the union, the intersection, … of the chosen ones."""
    inside = [one in sets for one in chosen]
    match part:
        case "union":
            return any(inside)
        case "intersection":
            return all(inside)
        case "difference":
            return inside[0] and not any(inside[1:])
        case "single":
            return sum(inside) == 1
        case _:
            return not any(inside)
