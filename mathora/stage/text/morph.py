"""Formulas that turn into one another by meaning: equal subtrees fly, the rest fades.

Owns: `Morph`, `pairs` (which glyph becomes which).

Laws:
- A glyph of the target is reached by at most one glyph of the sources; the largest equal subtrees are matched first,
  over all sources.
- After the animation exactly the targets stand on the scene; no loose glyph stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from manim import Animation, Mobject, VGroup, interpolate_color, smooth

from mathora.formula import at, match, walk
from mathora.stage.text.formula_mobject import FormulaMobject, GlyphMobject

if TYPE_CHECKING:
    from manim import Scene

GlyphPair = tuple[GlyphMobject, GlyphMobject]
_FADED = 0.35  # the rest has gone after this share of the time, and comes in the last


def pairs(sources: Sequence[FormulaMobject], targets: Sequence[FormulaMobject]) -> list[GlyphPair]:
    """Which glyph of the sources becomes which of the targets: equal subtrees, the largest first, each used once."""
    candidates = [
        (sum(1 for _ in walk(at(source.tree, before))), source, before, target, after)
        for target in targets
        for source in sources
        for before, after in match(source.tree, target.tree)
    ]
    candidates.sort(key=lambda candidate: -candidate[0])
    used: set[int] = set()
    found: list[GlyphPair] = []
    for _, source, before, target, after in candidates:
        leaving = {glyph.path[len(before) :]: glyph for glyph in source.under(before)}
        arriving = {glyph.path[len(after) :]: glyph for glyph in target.under(after)}
        if leaving.keys() != arriving.keys() or used & {id(glyph) for glyph in (*leaving.values(), *arriving.values())}:
            continue
        found += [(leaving[path], arriving[path]) for path in leaving]
        used |= {id(glyph) for glyph in (*leaving.values(), *arriving.values())}
    for target in targets:
        for source in sources:
            found += _operators(source, target, used)
    return found


def _operators(source: FormulaMobject, target: FormulaMobject, used: set[int]) -> list[GlyphPair]:
    """The roots' own ink (the relation sign) moves too, if both are of one kind."""
    leaving, arriving = source.own(()), target.own(())
    if type(source.tree) is not type(target.tree) or len(leaving) != 1 or len(arriving) != 1:
        return []
    if used & {id(leaving[0]), id(arriving[0])} or leaving[0].points.shape != arriving[0].points.shape:
        return []
    used |= {id(leaving[0]), id(arriving[0])}
    return [(leaving[0], arriving[0])]


class Morph(Animation):
    """Sources turn into targets; `extra` pairs (a variable into its number) come before those found by matching.

    Sources leave the scene and targets enter it. `keep_sources` lets them stand, and their copies fly.
    """

    def __init__(
        self,
        sources: Sequence[FormulaMobject],
        targets: Sequence[FormulaMobject],
        *,
        extra: Iterable[GlyphPair] = (),
        keep_sources: bool = False,
        **options: Any,  # noqa: ANN401 - Manim's own (run_time, rate_func)
    ) -> None:
        self.sources, self.targets, self.keep_sources = tuple(sources), tuple(targets), keep_sources
        chosen = list(extra)
        taken = {id(glyph) for pair in chosen for glyph in pair}
        chosen += [pair for pair in pairs(sources, targets) if not taken & {id(pair[0]), id(pair[1])}]
        self._pairs = chosen
        self._flying: list[tuple[Mobject, GlyphMobject, GlyphMobject]] = []
        options.setdefault("rate_func", smooth)
        super().__init__(VGroup(), **options)

    def begin(self) -> None:
        """Takes copies of all glyphs; from now on only copies are seen."""
        flying, arrived = {id(a) for a, _ in self._pairs}, {id(b) for _, b in self._pairs}
        self._flying = [(before.copy(), before.copy(), after.copy()) for before, after in self._pairs]
        for mover, before, after in self._flying:
            if len(before.points) != len(after.points):
                before.align_points(after)
                mover.set_points(before.points)
        staying = () if self.keep_sources else self.sources
        self._leaving = [
            (glyph.copy(), float(glyph.get_fill_opacity()))
            for one in staying
            for glyph in one
            if id(glyph) not in flying
        ]
        self._entering = [glyph.copy() for one in self.targets for glyph in one if id(glyph) not in arrived]
        leaving = [glyph for glyph, _ in self._leaving]
        self.mobject.add(*leaving, *self._entering, *(mover for mover, _, _ in self._flying))
        self.interpolate(0)

    def _setup_scene(self, scene: Scene) -> None:
        super()._setup_scene(scene)
        if not self.keep_sources:
            scene.remove(*(part for source in self.sources for part in source.get_family()))  # loose glyphs too

    def interpolate(self, alpha: float) -> None:
        """`alpha` from 0 to 1 of the run time."""
        share = min(max(alpha, 0.0), 1.0)
        moved = self.rate_func(share)
        for mover, before, after in self._flying:
            mover.points = before.points + moved * (after.points - before.points)
            mover.set_fill(
                interpolate_color(before.get_fill_color(), after.get_fill_color(), moved),
                opacity=before.get_fill_opacity() + moved * (after.get_fill_opacity() - before.get_fill_opacity()),
            )
        gone = float(np.clip(1 - share / _FADED, 0, 1))
        come = float(np.clip((share - 1 + _FADED) / _FADED, 0, 1))
        for glyph, opacity in self._leaving:
            glyph.set_fill(opacity=opacity * gone)
        for glyph in self._entering:
            glyph.set_fill(opacity=come)

    def finish(self) -> None:
        """The last state."""
        self.interpolate(1)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """The copies leave, the targets stand."""
        scene.remove(self.mobject)
        scene.add(*self.targets)
