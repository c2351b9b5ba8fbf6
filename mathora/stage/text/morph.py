"""Formulas that turn into one another by meaning: equal parts in equal roles fly, the rest fades.

Owns: `Morph`, `links` (which glyphs become which).

Laws:
- A glyph of the target is reached by at most one glyph of the sources; the largest equal parts are matched first,
  over all sources, and of equals those of the first source.
- What leaves has faded before anything flies through its place. What is new comes in when all has arrived; a side that
  nothing flies through comes in as soon as the old one has gone, so that no side stands empty.
- The sign before a term goes with it. Where the sources leave, signs and names that both formulas have at one place (a
  bracket, a plus, a bar, what is differentiated by) stay theirs.
- A formula that is half there says nothing: where few of its glyphs come from what leaves, it comes as a whole. From
  what stays only whole terms come, no bare signs.
- After the animation exactly the targets stand on the scene; no loose glyph stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from manim import Animation, Scene, VGroup, VMobject, linear

from mathora.formula import Node, Path, at, match, walk, write_latex
from mathora.formula.inspection.matching import BARE
from mathora.formula.inspection.roles import NAMES
from mathora.formula.tree import Addition, Quotient, Relation
from mathora.stage.text.boxes import Boxes
from mathora.stage.text.flight import STEPS, GlyphLink, alike, routed
from mathora.stage.text.formula_mobject import FormulaMobject, GlyphMobject
from mathora.stage.text.standing_text import standing_texts

Pair = tuple[GlyphMobject, GlyphMobject]  # a glyph of a source and the one of a target that it becomes

GONE = 0.3  # what leaves has gone after this share of the time
LEAVES, ARRIVES = 0.2, 0.8  # the shares of the time between which parts fly

COMES, COMING = 0.7, 0.3
"""What is new comes in from this share of the time on, within so much of it; earlier where nothing flies through it,
or nothing leaves either.
"""

FLYING = (GONE - LEAVES) / (ARRIVES - LEAVES)  # the share of its way that a part has gone when what leaves has gone
MOST = 0.6  # the share of a formula's glyphs that has to fly in, as parts of terms, for it not to come as a whole


def links(
    sources: Sequence[FormulaMobject], targets: Sequence[FormulaMobject], *, keep_sources: bool = True
) -> list[GlyphLink]:
    """Which glyphs of the sources become which of the targets: equal parts, the largest first, each used once."""
    candidates = [
        (sum(1 for _ in walk(at(source.tree, before))), source, before, target, after)
        for target in targets
        for source in sources
        for before, after in match(source.tree, target.tree)
    ]
    candidates.sort(key=lambda candidate: -candidate[0])
    used: set[int] = set()
    found: list[GlyphLink] = []
    for _, source, before, target, after in candidates:
        pairs = [*_signs_before(source, before, target, after), *source.pairs(before, target, after)]
        if pairs and not used & {id(glyph) for pair in pairs for glyph in pair}:
            found.append(_linked(pairs, used, f"'{write_latex(at(source.tree, before))}'"))
    for target in targets:
        for source in sources:
            found += _signs(source, target, used)
            if not keep_sources:
                found += _kept(source, target, used)
    return found


def _linked(pairs: Sequence[Pair], used: set[int], said: str = "") -> GlyphLink:
    used |= {id(glyph) for pair in pairs for glyph in pair}
    before, after = zip(*pairs, strict=True)
    return GlyphLink(before, after, said)


def _signs_before(source: FormulaMobject, before: Path, target: FormulaMobject, after: Path) -> list[Pair]:
    """The signs before a term of two sums go with it, if they are the same."""
    signs = [_sign_before(formula, path) for formula, path in ((source, before), (target, after))]
    match signs:
        case [[one], [other]] if alike(one.points, other.points):
            return [(one, other)]
    return []


def _sign_before(formula: FormulaMobject, path: Path) -> list[GlyphMobject]:
    around = at(formula.tree, path[:-1]) if path and path[-1] else None
    return formula.own(path[:-1])[path[-1] - 1 : path[-1]] if isinstance(around, Addition) else []


def _signs(source: FormulaMobject, target: FormulaMobject, used: set[int]) -> list[GlyphLink]:
    """A relation's sign and a fraction's bar move too, if both formulas have the same one at the same place."""
    there = dict(walk(target.tree))
    shared = [path for path, node in walk(source.tree) if path in there and _one_sign(node, there[path])]
    return [link for path in shared for link in _inked(source.own(path), target.own(path), used)]


def _kept(source: FormulaMobject, target: FormulaMobject, used: set[int]) -> list[GlyphLink]:
    """What else both formulas have at one place: a name under a `∂`, an argument, brackets, commas, plus signs."""
    pairs = [
        (one, other)
        for path in _places_of_one_kind(source.tree, target.tree)
        for one, other in zip(source.own(path), target.own(path), strict=False)
        if not used & {id(one), id(other)} and alike(one.points, other.points)
    ]
    return [_linked([pair], used) for pair in pairs]


def _places_of_one_kind(one: Node, other: Node, path: Path = ()) -> Iterator[Path]:
    """The places at which two trees have nodes of one kind, and all nodes around those are; names are the same."""
    if type(one) is type(other) and (one == other or not isinstance(one, (*NAMES, *BARE))):
        yield path
        for index, (part, its) in enumerate(zip(one.children, other.children, strict=False)):
            yield from _places_of_one_kind(part, its, (*path, index))


def _one_sign(one: Node, other: Node) -> bool:
    match one, other:
        case Relation(operators=before), Relation(operators=after):
            return before == after and len(before) == 1
        case Quotient(style=before), Quotient(style=after):
            return bool(before == after)
    return False


def _inked(leaving: list[GlyphMobject], arriving: list[GlyphMobject], used: set[int]) -> list[GlyphLink]:
    if len(leaving) != 1 or len(arriving) != 1 or used & {id(leaving[0]), id(arriving[0])}:
        return []
    return [_linked([(leaving[0], arriving[0])], used)]


class Morph(Animation):
    """Sources turn into targets; `extra` links (an exponent into its factor) come before those found by matching.

    Sources leave the scene and targets enter it. `keep_sources` lets them stand, and copies of their parts fly. Ink
    that stands on the scene is not flown through.
    """

    def __init__(
        self,
        sources: Sequence[FormulaMobject],
        targets: Sequence[FormulaMobject],
        *,
        extra: Iterable[GlyphLink] = (),
        keep_sources: bool = False,
        **options: Any,  # noqa: ANN401 - Manim's own (run_time)
    ) -> None:
        self.sources, self.targets, self.keep_sources = tuple(sources), tuple(targets), keep_sources
        chosen = list(extra)
        taken = {id(glyph) for link in chosen for glyph in (*link.before, *link.after)}
        found = [
            link
            for link in links(sources, targets, keep_sources=keep_sources)
            if not taken & {id(one) for one in link.before + link.after}
        ]
        self._links = [*chosen, *(found if chosen else self._telling(found))]
        self._standing: list[VMobject] = []
        options.setdefault("rate_func", linear)
        super().__init__(VGroup(), **options)

    def _telling(self, found: Sequence[GlyphLink]) -> list[GlyphLink]:
        """Those of the links by which a formula can be read while they are on their way."""
        terms = [link for link in found if link.said]
        if self.keep_sources:
            return terms
        reached = {id(glyph) for link in terms for glyph in link.after}
        carried = [one for one in self.targets if sum(id(glyph) in reached for glyph in one) >= MOST * len(one)]
        inside = {id(glyph) for one in carried for glyph in one}
        return [link for link in found if id(link.after[0]) in inside]

    def _setup_scene(self, scene: Scene) -> None:
        super()._setup_scene(scene)
        if not self.keep_sources:
            scene.remove(*(part for source in self.sources for part in source.get_family()))  # loose glyphs too
        new = {id(target) for target in self.targets}
        self._standing = [
            run for text in standing_texts(scene.mobjects) if id(text.mobject) not in new for run in text.runs
        ]

    def begin(self) -> None:
        """Takes copies of all glyphs; from now on only copies are seen."""
        self.flights, grounded = routed(self._links, self._standing)
        for flight in self.flights:
            flight.leaves = (*self.sources, *(one for one in self.flights if one.parts_with(flight)))
            if self.keep_sources:
                flight.comes_out_of(Boxes.of(self._standing))
        flying = [link for link in self._links if link not in grounded]
        gone = {id(glyph) for link in flying for glyph in link.before}
        arrived = {id(glyph) for link in flying for glyph in link.after}
        staying = () if self.keep_sources else self.sources
        self._leaving = [
            (glyph.copy(), float(glyph.get_fill_opacity())) for one in staying for glyph in one if id(glyph) not in gone
        ]
        self._entering = [glyph.copy() for one in self.targets for glyph in one if id(glyph) not in arrived]
        said = [link for link in grounded if self.keep_sources and len(link.before) > 1]
        self._glowing = [VGroup(*(glyph.copy() for glyph in link.before)) for link in said]
        leaving = [glyph for glyph, _ in self._leaving]
        self._comes = self._coming(any(opacity > 0 for _, opacity in self._leaving))
        self.mobject.add(*leaving, *self._glowing, *self._entering, *self.flights)
        self.interpolate(0)

    def interpolate(self, alpha: float) -> None:
        """`alpha` from 0 to 1 of the run time."""
        share = float(self.rate_func(min(max(alpha, 0.0), 1.0)))
        flown = float(np.clip((share - LEAVES) / (ARRIVES - LEAVES), 0, 1))
        for flight in self.flights:
            flight.move(flown)
        for glyph, opacity in self._leaving:
            glyph.set_fill(opacity=opacity * float(np.clip(1 - share / GONE, 0, 1)))
        for glyph, comes in zip(self._entering, self._comes, strict=True):
            glyph.set_fill(opacity=float(np.clip((share - comes) / (COMING if comes else 1), 0, 1)))
        for group in self._glowing:
            group.set_fill(opacity=float(np.clip(3 * share, 0, 1) * np.clip(3 - 3 * share, 0, 1)))

    def _coming(self, leaves: bool) -> list[float]:  # noqa: FBT001 - whether anything leaves
        """From which share of the time on each new glyph comes in; those of one side of a formula come together."""
        if not self.flights:
            return [COMES if self._glowing else GONE if leaves else 0.0] * len(self._entering)
        ways = [one.boxes(one.way, share) for one in self.flights for share in STEPS if share >= FLYING]
        sides: dict[tuple[int, ...], list[VMobject]] = {}
        for glyph in self._entering:
            sides.setdefault(glyph.path[:1], []).append(glyph)
        boxes = {side: Boxes.of(glyphs) for side, glyphs in sides.items()}
        crossed = {side for side, taken in boxes.items() if any(way.meet(taken) for way in ways)}
        return [COMES if self._glowing or one.path[:1] in crossed else GONE for one in self._entering]

    def finish(self) -> None:
        """The last state."""
        self.interpolate(1)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """The copies leave, the targets stand."""
        scene.remove(self.mobject)
        scene.add(*self.targets)
