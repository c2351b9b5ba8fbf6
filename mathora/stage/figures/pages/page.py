"""A page of formulas: one line after the other, each with its reason; equal terms fly from line to line.

Laws:
- A line that does not fit under the last moves the page up; what leaves it goes with its reason. The
  first line stays if it is pinned, for what is to come works on it.
- Lines that came before stand back, but for the one that is looked at.
- A narrow page has each reason over its line instead of before it: so lines are as large as in the whole picture.
- Lines of a `centred` page stand, with their reasons, in the middle of its width; wider ones move them to the left.
- A page begins with large lines. They shrink together when the next one would not fit; only then does the page move up.
  All are of one size; one that is much wider than the page is broken into lines.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import LEFT, RIGHT, UP, Animation, FadeIn, FadeOut, VGroup, VMobject

from mathora.formula import Formula
from mathora.stage.layout import Region
from mathora.stage.motion import late
from mathora.stage.plane.shapes import recede
from mathora.stage.scene import LessonScene
from mathora.stage.text.formula_mobject import FormulaMobject, TextMobject
from mathora.stage.text.morph import Morph
from mathora.stage.text.prose_mobject import HALF_CAPITAL

GAP = 0.34  # between the lines of the page, in scene units
HEAD = 0.35  # from the page's top to its first line, in scene units
MARGIN = 3.2  # where the formulas begin, from the page's left edge: reasons stand before it
NARROW = 7.2  # a page that is less wide, in scene units, has reasons over their lines
OVER = 0.26  # from such a reason to its line, in scene units
LOCKS = 0.25  # the room that is left over a pinned line, for the locks that ride on it, in scene units
LEAST_WIDE = 5.0  # lines that are less wide, in scene units, are placed as if they were so wide: longer ones may come
SMALLEST = 0.78  # how far the lines may shrink to make room for a picture
LARGEST = 1.4  # how large the first lines are at most, where 1 is the size that formulas have beside a figure
ROOMY, ROOMY_NARROW = (9.3, 4.0), (6.2, 4.0)
"""Width and height of a page, in scene units, from which its first lines are larger than that."""

INDENT = 0.05  # where reasons begin, from the page's left edge, in scene units
ONE_LINE = 1.6  # a reason that is less high, in em, is one line, and its capitals stand in the middle of its line

AHEAD = 0.88
"""When lines shrink for the next one, they do so by this factor more, so that they need not shrink for each."""


class Page:
    """Lines in a region of the picture; `scene` sets them and plays their motion."""

    def __init__(self, scene: LessonScene, region: Region, *, centred: bool = False) -> None:
        self.scene, self.region, self.centred = scene, region, centred
        self._indent = 0.0
        self.narrow = region.width < NARROW
        wide, high = ROOMY_NARROW if self.narrow else ROOMY
        self.scale = max(1.0, min(LARGEST, region.width / wide, region.height / high))
        self.lines: list[FormulaMobject] = []
        self.reasons: list[VGroup] = []
        self.pinned = False
        self.riding = VGroup()
        """What stands on the first line, moves with it, and leaves with it."""

    @property
    def size(self) -> float:
        """The em of the page's formulas."""
        return self.scene.theme.sizes.formula * self.scale

    @property
    def left(self) -> float:
        """Where reasons begin, x in scene units."""
        return self.region.left + self._indent

    @property
    def margin(self) -> float:
        """Where the formulas begin, from there, in scene units."""
        return 0.0 if self.narrow else MARGIN * self.scale

    @property
    def reason_width(self) -> float:
        """How wide a reason may be, in scene units."""
        return self.region.width if self.narrow else self.margin - 0.45 * self.scale

    @property
    def reason_size(self) -> float:
        """The em of a reason."""
        sizes = self.scene.theme.sizes
        return max(sizes.minimum, sizes.body * self.scale)

    def line_of(self, formula: Formula) -> FormulaMobject:
        """A formula as lines have it now: on several lines where it is wider than the page at the size that formulas
        have elsewhere.
        """
        width = self.region.width * self.scale - self.margin
        return self.scene.formula_mobject(formula, self.size, width)

    def write(self, formulas: Sequence[Formula], reason: VMobject, lit: FormulaMobject | None = None) -> None:
        """Adds formulas as lines, with their reason before the first; `lit` is a line that does not stand back."""
        for index, formula in enumerate(formulas):
            said = reason if index == 0 else VGroup()
            line = self.placed(formula, said)
            label = self.labelled(said, line)
            coming = [FadeIn(label, shift=0.2 * RIGHT, run_time=1.5, rate_func=late)] if len(label) else []
            self.scene.play(
                *self.dimmed(lit), *coming, Morph(self.lines[::-1], [line], keep_sources=True, run_time=1.5)
            )
            self.add(line, label)

    def add(self, line: FormulaMobject, label: VGroup) -> None:
        """A line that stands in its place belongs to the page from now on."""
        self.lines.append(line)
        self.reasons.append(label)

    def placed(self, formula: Formula, reason: VMobject, copied: float = 0.0) -> FormulaMobject:
        """The formula as the next line, under the last; where it does not fit, lines and reasons shrink, also its own
        `reason`, which stands nowhere yet; then the page scrolls. What is first `copied` to its place is so high.
        """
        region, line = self.region, self.line_of(formula)
        self._shrink_for(line, reason)
        over = self._over(line, reason)
        top = (self._lowest - GAP * self.scale if self.lines else region.top - HEAD) - over
        Region(self.left + self.margin, top - line.height, region.right, top).place(line, "left")
        missing = region.bottom - line.get_bottom()[1] + max((copied - line.height) / 2, 0.0 if self.narrow else over)
        if missing > 0:
            line.shift(self._scroll(missing) * UP)
            if not self.lines:
                line.set_y(region.top - HEAD - over, UP)
        return line

    def _shrink_for(self, line: FormulaMobject, reason: VMobject) -> None:
        """All lines, and the next one, become so small that it fits; so that there is room below, no smaller than
        formulas are elsewhere.
        """
        region, last = self.region, self._lowest if self.lines else self.region.top
        wide = region.width / (self.margin + line.width)
        needed = line.height + (1 if self.narrow else 2) * self._over(line, reason)
        high = region.height / (region.top - last + GAP * self.scale + needed)
        factor = min(1.0, wide, max(min(1.0, 1 / self.scale), high if high >= 1 else high * AHEAD))
        corner, width = self._corner, factor * max(one.width for one in (*self.lines, line))
        self.scale *= factor
        indent = max(0.0, (region.width - self.margin - max(width, LEAST_WIDE)) / 2) if self.centred else 0.0
        if factor == 1 and self.lines:
            indent = min(indent, self._indent)
        change, self._indent = indent - self._indent, indent
        if factor < 1:
            line.scale(factor)
            if len(reason):
                reason.scale(factor)
        standing = VGroup(*self.lines, *self.reasons, self.riding)
        if self.lines and (factor < 1 or change):
            moved = standing.animate.scale(factor, about_point=corner).shift(change * RIGHT)
            self.scene.play(moved, run_time=0.7)

    @property
    def _lowest(self) -> float:
        """Where the last line and its reason end, y in scene units."""
        return float(VGroup(self.lines[-1], *self.reasons[-1]).get_bottom()[1])

    def _over(self, line: FormulaMobject, reason: VMobject) -> float:
        """By how much a reason sticks out above its line, and, if it stands before it, also below, in scene units."""
        if self.narrow:
            return reason.height + OVER if len(reason) else 0.0
        return max(0.0, (reason.height - line.height) / 2) if len(reason) else 0.0

    @property
    def _corner(self) -> np.ndarray:
        """Where lines shrink to, as a scene point of shape (3,)."""
        return np.array([self.left, self.region.top, 0.0])

    def _scroll(self, rise: float) -> float:
        """The page moves up by `rise`; a line that would leave it goes, with all that belongs to it, and those below
        close up. Returns by how much it moved.
        """
        pairs = list(zip(self.lines, self.reasons, strict=True))
        kept = pairs[:1] if self.pinned and len(pairs) > 1 else []
        moving, top, least = pairs[len(kept) :], self.region.top + 0.05, 0.0
        if kept:
            least = min(rise, max(0.0, top - LOCKS - VGroup(*kept[0]).get_top()[1]))
            top = kept[0][0].get_bottom()[1] + least - GAP / 2
        first = VGroup(*(part for pair in kept for part in pair), self.riding)
        staying = [*kept, *(pair for pair in moving if VGroup(*pair).get_top()[1] + rise <= top)]
        gone = [part for pair in pairs if pair not in staying for part in pair if len(part)]
        if gone and len(staying) > len(kept):
            highest = top - GAP / 2 if kept else self.region.top - HEAD
            rise += max(0.0, highest - VGroup(*staying[len(kept)]).get_top()[1] - rise)
        if self.riding and self.lines[0] in gone:
            gone.append(self.riding)
            self.riding = VGroup()
        standing = VGroup(*(part for pair in staying[len(kept) :] for part in pair))
        rising = [(standing, rise), (first, least if kept else rise)]
        moves = [group.animate.shift(by * UP) for group, by in rising if group.family_members_with_points()]
        self.scene.play(*map(FadeOut, gone), run_time=0.4)  # first: nothing rises through what leaves
        self.scene.play(*moves, run_time=0.7)
        self.lines, self.reasons = [line for line, _ in staying], [reason for _, reason in staying]
        return rise

    def labelled(self, reason: VMobject, line: FormulaMobject) -> VGroup:
        """A line's reason, before it or over it; a line without one goes on with the one above it."""
        if not len(reason):
            return VGroup()
        if self.narrow:
            return VGroup(reason.next_to(line, UP, buff=OVER, aligned_edge=LEFT))
        middle = float(line.get_center()[1])
        reason.move_to(np.array([self.left + INDENT * self.scale, middle, 0.0]), aligned_edge=LEFT)
        texts = [part for part in reason.get_family() if isinstance(part, TextMobject)]
        if texts and reason.height < ONE_LINE * texts[0].em:
            reason.shift((middle - HALF_CAPITAL * texts[0].em - texts[0].baseline) * UP)
        return VGroup(reason)

    def dimmed(self, lit: FormulaMobject | None = None) -> list[Animation]:
        """The animations with which all lines but one stand back."""
        receded = self.scene.theme.receded
        return [recede(part, 1.0 if part is lit else receded) for part in (*self.lines, *self.reasons)]

    # ── making room ───────────────────────────────────────────────────────────────────────────────────────────────────

    def make_room(self, kept: Region) -> None:
        """Lines shrink into a part of the page; the first ones leave before all are too small."""
        while len(self.lines) > 1 and kept.height < SMALLEST * self._height() / self.scale:
            gone = [one for one in (self.lines.pop(0), self.reasons.pop(0)) if len(one)]
            self.scene.play(*(FadeOut(one) for one in gone), run_time=0.3)
        factor = self._shrinking(kept)
        standing = VGroup(*self.lines, *self.reasons)
        if self.lines:
            rise = self.region.top - HEAD - self.lines[0].get_top()[1]
            smaller = standing.animate.shift(rise * UP).scale(factor, about_point=self._corner)
            self.scene.play(smaller.shift(self._indent * LEFT), run_time=1.0)
        self.region, self.scale, self.centred, self._indent = kept, self.scale * factor, False, 0.0

    def _shrinking(self, region: Region) -> float:
        """The factor at which the lines, and one more, fit into a region."""
        if not self.lines:
            return 1.0
        width = float(VGroup(*self.lines, *self.reasons).width)
        return min(1.0, (region.width - 0.3) / width, region.height / self._height())

    def _height(self) -> float:
        """How high the lines are, with room for one more."""
        return float(VGroup(*self.lines, *self.reasons).height) + 1.2 * self.scale
