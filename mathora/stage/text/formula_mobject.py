"""Formulas on the picture: every glyph knows which node of the formula's tree it is.

Owns: `FormulaMobject`, `GlyphMobject`, and `TextMobject`, what all texts on the picture are.

The tree is written for a typesetter (Typst, or LaTeX where an author asks for it) with a fill colour of its own for
each node; after one compile a glyph's colour names its node (`GlyphMobject.path`), and only then it gets the colour in
which it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from mathora.formula import Formula, Node, Path, node_tags, symbol_key, walk, write_latex
from mathora.formula.tree import Addition
from mathora.plan import Label
from mathora.stage.text.line_breaks import broken
from mathora.stage.text.typesetting import DisplaySetter, set_by_typst

Colouring = Callable[[Path], str]  # the colour `#rrggbb` in which a node's own glyphs are drawn


class TextMobject(VGroup):
    """A text that is read as one: a formula, a sentence, a label, a number.

    `wording` says it in the script's own spelling, `amount` is how many words it is like to read; `missing` says that
    some character of it has no glyph. `label` says what it is, if the scene wrote it by itself. `depth` is how far it
    reaches below its (first) baseline, in em. `leaves` are the texts that this one, a copy on its way, has left, and
    copies that left or arrive with it.
    """

    wording: str = ""
    amount: float = 1.0
    missing: bool = False
    label: Label | None = None
    depth: float = 0.0
    leaves: tuple[TextMobject, ...] = ()

    def labelled(self) -> Label | None:
        """What it is now, if the scene wrote it by itself."""
        return self.label

    @property
    def em(self) -> float:
        """The present em in scene units, whatever scaling happened since."""
        return max(
            (glyph.em for glyph in self.family_members_with_points() if isinstance(glyph, GlyphMobject)), default=0.0
        )

    @property
    def baseline(self) -> float:
        """The present height of the (first) baseline, y in scene units."""
        return float(self.get_bottom()[1]) + self.depth * self.em


class GlyphMobject(VMobject):
    """Glyphs of one colour as one filled shape; in a formula, those that the node at `path` owns: a symbol, a bar. Of
    a sum each sign is a shape of its own, for it goes with the term behind it.

    `curves` as `Glyph.curves`, in em; `size` the em in scene units. `extent` is the larger side of its box, in em.
    """

    def __init__(self, path: Path, curves: NDArray[np.float64], colour: str, size: float) -> None:
        super().__init__(fill_color=colour, fill_opacity=1.0, stroke_width=0.0)
        self.path = path
        self.set_points(curves * size)
        self.extent = max(float(np.ptp(curves[:, :2], axis=0).max()), 1e-9)

    @property
    def em(self) -> float:
        """The present em in scene units."""
        return float(np.ptp(self.points[:, :2], axis=0).max()) / self.extent


class FormulaMobject(TextMobject):
    """A typeset formula, its left end on the baseline at the origin; `size` is the em in scene units, `width` the
    scene units in which it is broken into lines.

    Submobjects are `GlyphMobject`s in reading order.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - how a formula is set is these
        self,
        formula: Formula,
        colouring: Colouring,
        size: float,
        setter: DisplaySetter = set_by_typst,
        label: Label | None = None,
        width: float | None = None,
    ) -> None:
        glyphs, self.missing = _outlines(formula, setter)
        if width is not None:
            glyphs = broken(formula.tree, glyphs, width / size)
        super().__init__(*(GlyphMobject(path, curves, colouring(path), size) for path, curves in glyphs))
        self.formula, self.label = formula, label
        self._descent = float(glyphs[0][1][:, 1].min())
        self.wording, self.amount = formula.text.value, len({path for path, _ in glyphs}) / 3

    @property
    def tree(self) -> Node:
        """The formula's tree, which paths address."""
        return self.formula.tree

    @property
    def baseline(self) -> float:
        """The present height of the baseline, y in scene units."""
        first = self.submobjects[0]
        return float(first.points[:, 1].min() - self._descent * first.em)

    def paths(self, selector: str | Node | Path) -> tuple[Path, ...]:
        """Where a subtree stands: a path, a node, or TeX (`w_1`, `6 w_2`); outermost first, nothing inside another."""
        if isinstance(selector, tuple):
            return (selector,)
        wanted = _spelling(selector) if isinstance(selector, Node) else _tight(selector)
        found = [path for path, node in walk(self.tree) if wanted in (_spelling(node), _tight(symbol_key(node)))]
        return tuple(
            path for path in found if not any(path[: len(other)] == other and path != other for other in found)
        )

    def under(self, path: Path) -> VGroup:
        """The glyphs of the subtree at `path`."""
        return VGroup(*(glyph for glyph in self.submobjects if glyph.path[: len(path)] == path))

    def parts(self, selector: str | Node | Path) -> tuple[VGroup, ...]:
        """Every occurrence of a subtree, each as a group of its glyphs. Raises `LookupError` if there is none."""
        found = tuple(self.under(path) for path in self.paths(selector))
        if not found:
            raise LookupError(f"'{selector}' does not stand in '{self.formula.text}'")
        return found

    def part(self, selector: str | Node | Path) -> VGroup:
        """All glyphs of a subtree, wherever it stands."""
        return VGroup(*(glyph for group in self.parts(selector) for glyph in group))

    def own(self, path: Path) -> list[GlyphMobject]:
        """The glyphs that the node at `path` owns itself (its operators, brackets, bar), as they stand."""
        return [glyph for glyph in self.submobjects if glyph.path == path]

    def pairs(self, path: Path, other: FormulaMobject, its: Path) -> list[tuple[GlyphMobject, GlyphMobject]]:
        """The glyphs of the subtree at `path`, each with that of the equal part of another's at `its`; none if one of
        the two has a glyph at another place.
        """
        ours, theirs = self.under(path), other.under(its)
        places = [[glyph.path[len(start) :] for glyph in each] for each, start in ((ours, path), (theirs, its))]
        return list(zip(ours, theirs, strict=True)) if places[0] == places[1] else []

    def __deepcopy__(self, memo: dict[int, Any]) -> FormulaMobject:
        memo[id(self.formula)] = self.formula
        return super().__deepcopy__(memo)  # type: ignore[no-any-return]


def _tight(tex: str) -> str:
    return "".join(tex.split()).replace("{", "").replace("}", "")


def _spelling(node: Node) -> str:
    return _tight(write_latex(node))


@cache
def _outlines(formula: Formula, setter: DisplaySetter) -> tuple[tuple[tuple[Path, NDArray[np.float64]], ...], bool]:
    """Outlines at one unit per em, (path of the owning node, curves) in reading order; whether one is missing."""
    tags = node_tags(formula.tree)
    result = setter(formula.tree, tags)
    owners = {tag: path for path, tag in tags.items()}
    gathered: dict[Path, list[NDArray[np.float64]]] = {}
    for glyph in result.glyphs:
        gathered.setdefault(owners.get(glyph.tag, ()), []).append(glyph.curves)
    sums = {path for path, node in walk(formula.tree) if isinstance(node, Addition)}
    shapes = ((path, curves if path in sums else [np.concatenate(curves)]) for path, curves in gathered.items())
    return tuple((path, one) for path, each in shapes for one in each), result.missing
