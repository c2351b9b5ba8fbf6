"""A crowd of dots: how many have something, what a test says of them, and what its result means (Bayes' rule)."""

from __future__ import annotations

from typing import Literal

from manim import RIGHT, Create, FadeIn, FadeOut, VGroup, VMobject, linear

from mathora.stage import Count, Flag, Formula, LessonScene, Number, Prose, StepView, Variable, action, brings, move
from mathora.stage.figures.chance.population import HIT, Crowd, Shares, blended
from mathora.stage.figures.chance.population_places import ARRANGED, BLOCKS, Arrangement, keep_apart
from mathora.stage.figures.elements.rows import in_a_row
from mathora.stage.text.terms import said_by

SECONDS = 2.6
DIM = 0.4  # how far the colour of those whom the test misses goes to the background's
BACK = 0.75  # and how far that of those who step back does
LIT = {"event": (0, 0, 1, 1), "found": (0, 0.6, 1, 1), "alarmed": (1, 1, 0, 0.6), "marked": (0, 1, 0, 1),
       "unmarked": (1, 0, 1, 0)}  # fmt: skip
"""How much each group steps back while a part of the crowd is spoken of."""


class Population(LessonScene):
    """A crowd of dots that splits by what each is and by what a test says: base rate, test, posterior."""

    late_formulas = "below"

    prior: Number
    hit: Number
    alarm: Number
    count: Count = 1000
    names: tuple[Prose, ...] = ()
    event: Variable | None = None
    posterior: Formula | None = None
    wide: Flag = False

    claims = (
        ("prior", r"0 \le prior \le 1"),
        ("hit", r"0 \le hit \le 1"),
        ("alarm", r"0 \le alarm \le 1"),
        ("posterior", r"posterior = \frac{prior \cdot hit}{prior \cdot hit + (1 - prior) \cdot alarm}"),
        ("names", "count(names) = 4"),
    )
    needs = (
        ("change.prior", "given(hit, alarm)", "a share changes"),
        ("change.prior, change.hit, change.alarm", "from_to(0 to 1)", "it is a share"),
        ("posterior", "term()", "its number is read out"),
    )
    limits = (("count", 1, 4000, "each is a dot that has to be seen"),)
    movable = ("population", {"prior": "prior", "hit": "hit", "alarm": "alarm", "count": "count", "names": "names"})

    def begin(self) -> None:
        """The dots, mixed; the first action shows them."""
        self.region = self.layout.body if self.wide else self.layout.figure
        self.ill = self.colour_of(self.event.key if self.event else "", "orange")
        shares = Shares(self.count, self.prior, self.hit, self.alarm)
        places = ARRANGED["crowd"](self.region, shares)
        self.crowd_of_dots = Crowd(shares, places.places, places.cell, self.theme)
        self.invariant("every dot is drawn, in its group", self.crowd_of_dots.miscounted, 1e-6)
        self.invariant("all dots are equally large", self.crowd_of_dots.unequal, 1e-6)
        self.invariant("all dots are in their region", self._strayed, 1e-6)
        self.captions, self.around, self.stands, self.own = VGroup(), VGroup(), "", True

    def _strayed(self) -> float:
        """By how far a dot that is drawn leaves the region, in scene units."""
        dots, region = self.crowd_of_dots, self.region
        beside = region.left - dots.get_left()[0], dots.get_right()[0] - region.right
        return max(0.0, *beside, region.bottom - dots.get_bottom()[1], dots.get_top()[1] - region.top)

    # ── what stands ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _inks(self, stands: str) -> tuple[str, str, str, str]:
        """Of the groups: hit, miss, false alarm, the rest. The colour says who has the event; those of whom the
        test says not are dim.
        """
        plain, quiet = self.theme.foreground, self.theme.line
        missed = blended(self.ill, self.theme.background, DIM)
        return {
            "crowd": (plain,) * 4,
            "split": (self.ill, self.ill, self.theme.muted, self.theme.muted),
            "test": (self.ill, missed, plain, self.theme.muted),
            "gather": (self.ill, missed, plain, quiet),
        }[stands]

    def _arrange(self, stands: str, shares: Shares | None = None) -> None:
        """All dots go where they belong, then the words come."""
        dots = self.crowd_of_dots
        shares = shares or dots.shares
        if dots not in self.mobjects:
            self.add(dots)
        arrangement = ARRANGED[stands](self.region, shares)
        if len(self.captions):
            self.play(*map(FadeOut, (self.captions, *self.around)), run_time=0.3)
            self.around = VGroup()
        dots.go(arrangement.places, arrangement.cell, self._inks(stands), shares)
        if not dots.rests:
            self.play(move(dots.way, 1, rate=linear), run_time=SECONDS)
        dots.way.set_value(1)
        self.captions, self.stands = VGroup(*self._captions(stands, arrangement)), stands
        self.play(FadeIn(self.captions), run_time=0.5)

    def _captions(self, stands: str, arrangement: Arrangement) -> list[VGroup]:
        """The lines of words: each block's name, and how many it has."""
        size = self.theme.sizes.label
        lines = []
        for (name, groups), place in zip(BLOCKS[stands], arrangement.captions, strict=True):
            parts = [self.prose_mobject(self.names[name], size=size)] if self.names and name is not None else []
            parts += self._counted(groups, size) if groups else []
            if stands == "gather" and HIT in groups and self.names:
                parts += [self.words_mobject(self.words.picture.of_these, size, self.theme.muted)]
                parts += [self.prose_mobject(self.names[0], size=size, colour=self.ill), *self._counted((HIT,), size)]
            lines.append(in_a_row(parts, place))
        keep_apart([line for line in lines if len(line)], self.region)
        if stands == "gather" and self.posterior is not None and self.own:
            lines.append(self._posterior_beside(lines))
        return lines

    def _counted(self, groups: tuple[int, ...], size: float) -> list[VMobject]:
        """How many dots some groups have together; said to be rounded, if they are."""
        shares = self.crowd_of_dots.shares
        number = self.words_mobject(str(sum(shares.dots[group] for group in groups)), size)
        about = self.words_mobject(self.words.picture.about, size, self.theme.muted)
        return [about, number] if shares.rounded(*groups) else [number]

    def _posterior_beside(self, lines: list[VGroup]) -> VGroup:
        """What the picture was made for: the share of those with the event among those of whom the test says so; at the
        right of the first line of words, or of one that is shorter if it would touch it there.
        """
        shares, size = self.crowd_of_dots.shares, self.theme.sizes.body
        posterior = self.reading(said_by(self.posterior, lambda: shares.posterior), size, decimals=3, digits=1)
        room = [self.region.right - line.get_right()[0] - size for line in lines]
        line = lines[0 if room[0] >= posterior.width else room.index(max(room))]
        return posterior.move_to([self.region.right, line.get_center()[1], 0], aligned_edge=RIGHT)

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("{count} dots stand together, each a person or a thing, all alike.")
    def crowd(self, step: StepView) -> None:
        """The crowd appears."""
        if not self.stands:
            self.play(FadeIn(self.crowd_of_dots), run_time=1.2)
        self._arrange("crowd")

    @brings("crowd")
    def _stand(self) -> None:
        if not self.stands:
            self.add(self.crowd_of_dots)
            self.stands = "crowd"

    @action(
        "The dots split into two blocks: a share {prior} of them in one colour, all others beside them.", needs="crowd"
    )
    def split(self, step: StepView) -> None:
        """Those with the event go to one side."""
        self._arrange("split")

    @action("A test marks dots in both blocks: {hit} of the first, and wrongly {alarm} of the second.", needs="crowd")
    def test(self, step: StepView) -> None:
        """In both blocks the marked ones go above the others."""
        self._arrange("test")

    @action("All marked dots gather in one block, the right ones first; the others below, to scale.", needs="crowd")
    def gather(self, step: StepView) -> None:
        """The marked ones come together: a part of them is right."""
        self._arrange("gather")

    @action("Where the crowd stands, a line goes around {of} of it, and all others step back.", needs="crowd")
    def light(self, step: StepView, of: Literal["event", "found", "alarmed", "marked", "unmarked"]) -> None:
        """Those with the event, those whom the test marks of them or of the others, or all whom it marks or not."""
        dots, inks = self.crowd_of_dots, self._inks(self.stands)
        far = [BACK * share for share in LIT[of]]
        looks = tuple(blended(ink, self.theme.background, share) for ink, share in zip(inks, far, strict=True))
        arrangement = ARRANGED[self.stands](self.region, dots.shares)
        dots.go(arrangement.places, arrangement.cell, looks)
        blocks = BLOCKS[self.stands] if self.stands != "crowd" else []  # there they are in no order
        gone = self.around
        self.around = dots.around(*([one for one in groups if not LIT[of][one]] for _, groups in blocks))
        drawn = (*map(FadeOut, gone), *map(Create, self.around))
        self.play(move(dots.way, 1, rate=linear), *drawn, *self.formulas_coming(step), run_time=1.2)

    @action("The shares change, and with them how many dots are in each block.", needs="crowd")
    def change(
        self, step: StepView, prior: Number | None = None, hit: Number | None = None, alarm: Number | None = None
    ) -> None:
        """Other shares, the same crowd: the dots go to other blocks."""
        given = (prior, hit, alarm)
        now = self.crowd_of_dots.shares
        kept = (now.prior, now.hit, now.alarm)
        fresh = Shares(self.count, *(old if new is None else new for old, new in zip(kept, given, strict=True)))
        self.own = (fresh.prior, fresh.hit, fresh.alarm) == (self.prior, self.hit, self.alarm)
        if step.shown:  # what was said of the other shares alone does not stand beside these
            self.play(*self.panel_leaving(step), run_time=0.3)
        self._arrange(self.stands, fresh)
