"""A crowd of dots as it stands: its arrangements, the words over its blocks, and lines around parts of it."""

from __future__ import annotations

from manim import RIGHT, FadeIn, FadeOut, SurroundingRectangle, VGroup, VMobject, linear

from mathora.stage import Count, Flag, Formula, LessonScene, Number, Prose, Variable, move
from mathora.stage.figures.chance.population import ALARM, HIT, MISS, REST, Crowd, Shares, blended
from mathora.stage.figures.chance.population_places import ARRANGED, BLOCKS, Arrangement, keep_apart
from mathora.stage.figures.elements.rows import in_a_row
from mathora.stage.text.terms import said_by

SECONDS = 2.6
DIM = 0.4  # how far the colour of those whom the test misses goes to the background's
ASIDE = 0.12  # scene units from dots to the line around all who are given


class CrowdPicture(LessonScene):
    """Dots in four groups: by what each is, and by what a test says of it."""

    late_formulas = "below"

    prior: Number
    hit: Number
    alarm: Number
    count: Count = 1000
    names: tuple[Prose, ...] = ()
    event: Variable | None = None
    posterior: Formula | None = None
    wide: Flag = False

    def begin(self) -> None:
        """The dots, mixed; the first action shows them."""
        self.region = self.layout.body if self.wide else self.layout.figure
        self.ill = self.colour_of(self.event.key if self.event else "", "orange")
        shares = Shares(self.count, self.prior, self.hit, self.alarm)
        places = ARRANGED["crowd"](self.region, shares)
        self.crowd_of_dots = Crowd(shares, places.places, places.cell, self.theme)
        self.invariant("every dot is drawn, in its group", self._miscounted, 1e-6)
        self.invariant("all dots are equally large", self._unequal, 1e-6)
        self.invariant("all dots are in their region", self._strayed, 1e-6)
        self.captions, self.around, self.stands, self.own = VGroup(), VGroup(), "", True
        self.fresh = True  # what a section begins with stands at once
        self.whole: Shares | None = None  # of the crowd, while those of whom the test says so are alone

    def _miscounted(self) -> float:
        """Of the crowd that stands now, as it says itself."""
        return self.crowd_of_dots.miscounted()

    def _unequal(self) -> float:
        return self.crowd_of_dots.unequal()

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
            "split": (self.ill, self.ill, *[self.theme.muted if self.whole is None else plain] * 2),
            "test": (self.ill, missed, plain, self.theme.muted),
        }.get(stands, (self.ill, missed, plain, quiet))

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
        if not dots.rests and not self.fresh:
            self.play(move(dots.way, 1, rate=linear), run_time=SECONDS)
        dots.way.set_value(1)
        self.fresh = False
        self.captions, self.stands = VGroup(*self._captions(stands, arrangement)), stands
        self.play(FadeIn(self.captions), run_time=0.5)

    def _captions(self, stands: str, arrangement: Arrangement) -> list[VGroup]:
        """The lines of words: each block's name, and how many it has."""
        size, gathered = self.theme.sizes.label, stands in ("gather", "marked")
        lines = []
        for (name, groups), place in zip(BLOCKS[stands], arrangement.captions, strict=True):
            parts = [self.prose_mobject(self.names[name], size=size)] if self.names and name is not None else []
            parts += self._counted(groups, size) if groups else []
            if gathered and HIT in groups and self.names:
                parts += [self.words_mobject(self.words.picture.of_these, size, self.theme.muted)]
                parts += [self.prose_mobject(self.names[0], size=size, colour=self.ill), *self._counted((HIT,), size)]
            lines.append(in_a_row(parts, place))
        keep_apart([line for line in lines if len(line)], self.region)
        if gathered and self.posterior is not None and self.own:
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

    # ── parts of it ───────────────────────────────────────────────────────────────────────────────────────────────────

    def given(self, of: str) -> VGroup:
        """A line around all among whom a part is lit, with the words of their blocks: those with the event, or those
        without it; nothing where they stand among others.
        """
        groups = {"found": (HIT, MISS), "alarmed": (ALARM, REST)}.get(of, ())
        blocks = zip(BLOCKS[self.stands], self.captions, strict=False) if self.stands in ("split", "test") else ()
        lines = [line for (_, block), line in blocks if block and {*block} <= {*groups}]
        if not lines:
            return VGroup()
        ends = self.crowd_of_dots.ends(*groups)
        frame = SurroundingRectangle(VGroup(*lines, *ends), buff=ASIDE, corner_radius=0.08, stroke_width=2.5)
        return VGroup(frame.set_stroke(self.ill if HIT in groups else self.theme.foreground))

    def apart(self) -> None:
        """Those of whom the test says not leave; the others are a crowd of their own from now on, where they stand."""
        dots, back = self.crowd_of_dots, self.theme.background
        ill, _, plain, _ = self._inks(self.stands)
        arrangement = ARRANGED[self.stands](self.region, dots.shares)
        self.whole = dots.shares
        dots.go(arrangement.places, arrangement.cell, (ill, back, plain, back))
        gone = map(FadeOut, (self.captions, *self.around))
        self.play(move(dots.way, 1, rate=linear), *gone, run_time=0.8)
        self.captions, self.around = VGroup(), VGroup()
        self._exchange(dots.marked())

    def together(self) -> None:
        """Those who left stand again, where the others are gathered; they are seen with the next motion."""
        if self.whole is None:
            return
        shares, self.whole = self.whole, None
        arrangement, inks = ARRANGED["gather"](self.region, shares), self._inks("gather")
        back = self.theme.background
        whole = Crowd(shares, arrangement.places, arrangement.cell, self.theme, (inks[0], back, inks[2], back))
        dots = self.crowd_of_dots
        dots.go(whole.marked().places, arrangement.cell, inks)
        gone = map(FadeOut, (self.captions, *self.around))
        self.play(move(dots.way, 1, rate=linear), *gone, run_time=1.2)
        self.captions, self.around, self.stands = VGroup(), VGroup(), "gather"
        self._exchange(whole)

    def _exchange(self, crowd: Crowd) -> None:
        """Another crowd takes the place of the one that stands."""
        self.mobjects[self.mobjects.index(self.crowd_of_dots)] = crowd
        self.crowd_of_dots = crowd
