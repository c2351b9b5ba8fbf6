"""A step of a calculation on a page: a copy of the last line comes down, the verb plays on it, and it becomes the next.

Owns: `Calculation`, with a method for each verb.

Laws:
- The step starts from the last line, which stays; what moves is its copy, in the place of the new line.
- What the gate has looked up is what is marked: both use the places of `formula.inspection.calculation`.
- Where a part has no place in the new line, it is marked and fades; nothing is made to fly to a place that is not its.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, Line, VGroup, VMobject

from mathora.formula import Formula, Node, Path, at, walk, write_latex
from mathora.formula.inspection.calculation import (
    bare,
    common_factors,
    factored,
    factors,
    multiplied,
    opposites,
    powers,
    sides,
    sum_around,
    sum_beside,
    summands,
    terms,
)
from mathora.formula.tree import Derivative, Number, Power, Product, Quotient
from mathora.stage.figures.pages.page import Page
from mathora.stage.layout import Region
from mathora.stage.text.flight import GlyphLink, alike
from mathora.stage.text.formula_mobject import FormulaMobject, GlyphMobject
from mathora.stage.text.formula_motion import boxed
from mathora.stage.text.morph import Morph
from mathora.stage.text.terms import symbol, value

Glyphs = tuple[GlyphMobject, ...]

FALL = 0.15  # how far a copy falls into its place, in scene units: it passes nothing on its way
COLLAPSED = 0.05  # how small a term gets that becomes 0


class Calculation:
    """A step from the last line of a page to a new one."""

    def __init__(self, page: Page, formula: Formula, reason: VMobject) -> None:
        self.page, self.scene = page, page.scene
        source = page.lines[-1]
        self.target = page.placed(formula, reason, source.height)
        self.line: FormulaMobject = page.line_of(source.formula)
        self.line.move_to(self.target).align_to(self.target, LEFT)
        self._label = page.labelled(reason, self.target)

    def _come_down(self) -> None:
        """The last line's copy comes in at the place of the new line; the others stand back."""
        label = [FadeIn(self._label, shift=0.2 * RIGHT)] if len(self._label) else []
        self.scene.play(*self.page.dimmed(), *label, FadeIn(self.line, shift=FALL * DOWN), run_time=0.9)

    def _begin(self, term: Formula) -> Node:
        """The copy comes in; what the verb is about, without brackets around it."""
        self._come_down()
        return bare(term.tree)

    def _become(self, links: Sequence[GlyphLink], marks: Sequence[VMobject], run_time: float = 1.6) -> None:
        """The copy becomes the new line, and the marks go."""
        gone = [FadeOut(mark, run_time=0.4) for mark in marks]
        self.scene.play(*gone, Morph([self.line], [self.target], extra=links, run_time=run_time))
        self.page.add(self.target, self._label)

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def cancel(self, term: Formula) -> None:
        """A stroke through each of the two parts that cancel; then they go, and the rest closes up."""
        part = self._begin(term)
        places = common_factors(self.line.tree, part) or opposites(self.line.tree, part)
        strokes = [self._stroke(self.line.under(path)) for path in places]
        self.scene.play(*map(Create, strokes), run_time=0.7)
        self._become((), strokes)

    def factor_out(self, term: Formula) -> None:
        """The factor is framed in every term, and all of them go together before the bracket."""
        part = self._begin(term)
        places = [_base(self.line.tree, path, part) for path in factored(self.line.tree, part)]
        frames = self._framed(places)
        goal = multiplied(self.target.tree, part)
        rests = [GlyphLink(two, one) for one, two in _rests(self.target, goal, self.line, places)]
        self._become([*(one for path in places for one in self._link(path, goal)), *rests], frames)

    def distribute(self, term: Formula) -> None:
        """The factor is framed, and copies of it go into every term of the bracket."""
        part = self._begin(term)
        start = multiplied(self.line.tree, part)
        frames = self._framed([] if start is None else [start])
        goals = [_base(self.target.tree, path, part) for path in factored(self.target.tree, part)]
        rests = [GlyphLink(one, two) for one, two in _rests(self.line, start, self.target, goals)]
        self._become([*(one for goal in goals for one in self._link(start, goal)), *rests], frames)

    def drop_constant(self, term: Formula) -> None:
        """The term, or what it is the derivative of, is framed and named; the term collapses to 0, and it is gone."""
        part = self._begin(term)
        theme = self.scene.theme
        place = next((one.path for one in terms(self.line.tree) if bare(one.part) == bare(part)), None)
        if place is None:
            self._become((), ())
            return
        ink = self.line.under(place)
        derived = isinstance(at(self.line.tree, place), Derivative)
        frame = boxed(self.line.under((*place, 0) if derived else place), theme.frozen, among=self.line)
        name = self._beside(frame, self.scene.words_mobject(self.scene.words.picture.constant, self.page.reason_size))
        self.scene.play(Create(frame), FadeIn(name), run_time=0.7)
        zero = self.scene.label(value(0.0), size=self.page.size, base=theme.foreground).move_to(ink)
        zero.shift((self.line.baseline - zero.baseline) * UP)
        gone = [FadeOut(mark) for mark in (frame, name)]  # 0 is not what was named
        self.scene.play(*gone, ink.animate.scale(COLLAPSED).set_fill(opacity=0), FadeIn(zero, scale=2), run_time=0.8)
        self._become((), (zero,))

    def lower_power(self, key: str) -> None:
        """The exponent is framed, steps down in an arc and becomes the factor before the name."""
        self._come_down()
        variable = symbol(self.scene.model, key).tree
        found = next(powers(self.line.tree, variable), None)
        start = (*found[0], 1) if found else None
        frames = self._framed([start] if start else [])
        goal = self._factor(found[1], variable) if found else None
        self._become([*self._link(start, goal)], frames, run_time=1.5)

    def take_across(self, term: Formula) -> None:
        """The part is framed on its side and goes over the sign to the other one."""
        part = self._begin(term)
        for here, there in ((0, 1), (1, 0)):
            start, goal = _side_place(self.line.tree, here, part), _side_place(self.target.tree, there, part)
            if start is not None and goal is not None:
                self._become([*self._link(start, goal)], self._framed([start]), run_time=2.0)
                return
        self._become((), ())

    # ── marks and links ───────────────────────────────────────────────────────────────────────────────────────────────

    def _stroke(self, part: VGroup) -> Line:
        reach = np.array([0.07, 0.07, 0.0])
        ends = part.get_corner(DOWN + LEFT) - reach, part.get_corner(UP + RIGHT) + reach
        return Line(*ends, stroke_color=self.scene.theme.wrong, stroke_width=3)

    def _framed(self, places: Sequence[Path]) -> list[VMobject]:
        frames = [boxed(self.line.under(path), self.scene.theme.palette["yellow"], 0.08, self.line) for path in places]
        self.scene.play(*map(Create, frames), run_time=0.6)
        return [*frames]

    def _beside(self, frame: VMobject, name: VMobject) -> VMobject:
        """A name under a frame; where there is no room, behind the line, and else above the frame."""
        region: Region = self.page.region
        for beside, side, gap in ((frame, DOWN, 0.12), (self.line, RIGHT, 0.35), (frame, UP, 0.12)):
            if region.holds(name.next_to(beside, side, buff=gap)):
                break
        return name

    def _link(self, start: Path | None, goal: Path | None) -> Iterator[GlyphLink]:
        """From a part of the copy to one of the new line; none if one is not there, or they differ."""
        if start is None or goal is None:
            return
        pairs = self.line.pairs(start, self.target, goal)
        if pairs:
            before, after = zip(*pairs, strict=True)
            yield GlyphLink(before, after, f"'{write_latex(at(self.line.tree, start))}'", hops=True)

    def _factor(self, power: Power, variable: Node) -> Path | None:
        """The number before the name in the new line that the exponent becomes, or becomes a part of."""
        places = [
            (path, node)
            for path, node in _products(self.target.tree)
            if any(bare(one.part) == variable or _is_power(one.part, variable) for one in factors(node))
        ]
        numbers = [one for path, node in places for one in factors(node, path) if isinstance(one.part, Number)]
        same = [one.path for one in numbers if one.part == power.exponent]
        return next(iter((*same, *(one.path for one in numbers))), None)


def _rests(
    bracket: FormulaMobject, before: Path | None, spread: FormulaMobject, places: Sequence[Path]
) -> Iterator[tuple[Glyphs, Glyphs]]:
    """The glyphs of a sum in the bracket that a factor stands `before`, and those of the sum with the factor at
    `places`, one of each term: the signs between the terms, and what is left of a term, if it is written the same.
    """
    inner = None if before is None else sum_beside(bracket.tree, before)
    outer = sum_around(spread.tree, places)
    if inner is None or outer is None:
        return
    ends = summands(at(bracket.tree, inner), inner), summands(at(spread.tree, outer), outer)
    terms = [
        (tuple(bracket.under(one.path)), _left(spread, two.path, place))
        for one, two, place in zip(*ends, places, strict=False)
    ]
    for one, two in ((tuple(bracket.own(inner)), tuple(spread.own(outer))), *terms):
        if one and len(one) == len(two) and all(map(_alike, one, two)):
            yield one, two


def _left(line: FormulaMobject, term: Path, factor: Path) -> Glyphs:
    """The glyphs of a term without its factor, and without the sign of its product."""
    signs = {
        id(one) for path, node in walk(at(line.tree, term), term) if isinstance(node, Product) for one in line.own(path)
    }
    return tuple(one for one in line.under(term) if one.path[: len(factor)] != factor and id(one) not in signs)


def _alike(one: GlyphMobject, other: GlyphMobject) -> bool:
    return alike(one.points, other.points)


def _products(root: Node) -> Iterator[tuple[Path, Node]]:
    return ((path, node) for path, node in walk(root) if isinstance(node, Product))


def _is_power(node: Node, variable: Node) -> bool:
    return isinstance(node, Power) and bare(node.base) == variable


def _base(root: Node, path: Path, part: Node) -> Path:
    """Of a power of a factor the base: that is what goes."""
    node = at(root, path)
    return (*path, 0) if isinstance(node, Power) and bare(node) != bare(part) else path


def _side_place(root: Node, side: int, part: Node) -> Path | None:
    """Where a part is a term of one side, a factor of it, or what it is divided by."""
    path, node = sides(root)[side]
    below = [
        one
        for inner, bar in walk(node, path)
        if isinstance(bar, Quotient)
        for one in factors(bar.denominator, (*inner, 1))
    ]
    places = (*summands(node, path), *factors(node, path), *below)
    return next((one.path for one in places if bare(one.part) == bare(part)), None)
