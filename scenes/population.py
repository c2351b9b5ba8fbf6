"""A crowd of dots: how many have something, what a test says of them, and what its result means (Bayes' rule)."""

from __future__ import annotations

from typing import Literal

from _crowd import CrowdPicture
from manim import Create, FadeIn, FadeOut, linear

from mathora.stage import Number, StepView, action, brings, move
from mathora.stage.figures.chance.population import Shares, blended
from mathora.stage.figures.chance.population_places import ARRANGED, BLOCKS

BACK = 0.75  # how far the colour of those who step back goes to the background's
LIT = {"event": (0, 0, 1, 1), "found": (0, 0.6, 1, 1), "alarmed": (1, 1, 0, 0.6), "marked": (0, 1, 0, 1),
       "unmarked": (1, 0, 1, 0)}  # fmt: skip
"""How much each group steps back while a part of the crowd is spoken of."""


class Population(CrowdPicture):
    """A crowd of dots that splits by what each is and by what a test says: base rate, test, posterior."""

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
    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("{count} dots stand together, each a person or a thing, all alike.")
    def crowd(self, step: StepView) -> None:
        """The crowd appears."""
        if not self.stands:
            self.play(FadeIn(self.crowd_of_dots), run_time=1.2)
            self.fresh = False
        self.together()
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
        self.together()
        self._arrange("test")

    @action("All marked dots gather in one block, the right ones first; the others below, to scale.", needs="crowd")
    def gather(self, step: StepView) -> None:
        """The marked ones come together: a part of them is right."""
        self.together()
        self._arrange("gather")

    @action("The marked dots are looked at alone, closer: they grow, and all others leave.", needs="crowd")
    def closer(self, step: StepView) -> None:
        """Gathered first, then as large as there is room, each in its colour."""
        if self.whole is None:
            hits, _, alarms, _ = self.crowd_of_dots.shares.dots
            if not hits + alarms:
                return
            if self.stands != "gather":
                self._arrange("gather")
            self.apart()
        self._arrange("marked")

    @action(
        "The marked dots stand in packs, all equally large: so many packs of those with the event to so many others.",
        needs="closer",
    )
    def packs(self, step: StepView) -> None:
        """As large as divides both numbers: the odds in lowest terms."""
        if self.whole is None:  # others came back
            self.closer(StepView(()))
        if self.whole is not None:
            self._arrange("packs")

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
        self.around.add(*self.given(of))
        drawn = (*map(FadeOut, gone), *map(Create, self.around))
        self.play(move(dots.way, 1, rate=linear), *drawn, *self.formulas_coming(step), run_time=1.2)

    @action("The shares change, and with them how many dots are in each block.", needs="crowd")
    def change(
        self, step: StepView, prior: Number | None = None, hit: Number | None = None, alarm: Number | None = None
    ) -> None:
        """Other shares, the same crowd: the dots go to other blocks."""
        self.together()
        given = (prior, hit, alarm)
        now = self.crowd_of_dots.shares
        kept = (now.prior, now.hit, now.alarm)
        fresh = Shares(self.count, *(old if new is None else new for old, new in zip(kept, given, strict=True)))
        self.own = (fresh.prior, fresh.hit, fresh.alarm) == (self.prior, self.hit, self.alarm)
        if step.shown:  # what was said of the other shares alone does not stand beside these
            self.play(*self.panel_leaving(step), run_time=0.3)
        self._arrange(self.stands, fresh)
