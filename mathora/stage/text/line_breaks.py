"""A long formula on several lines: broken at its commas and connectives, before its relation signs, and then before the
signs of their sums.

Laws:
- Only at the top: nothing inside brackets, a fraction, a root or a script is torn apart.
- A formula that fits stands on one line, and one that would be a little smaller there does, too; one that has no place
  to be broken at stays as it is.
- What goes on with a relation sign stands under the first one, if a short term leads to that, which is then not torn
  from it; a sum goes on a little behind that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mathora.formula import Node, Path
from mathora.formula.tree import Addition, Listing, Logic, Noted, Quantified, Relation

Outlines = tuple[tuple[Path, NDArray[np.float64]], ...]


LEADING, APART = 0.45, 1.4  # between two lines' ink, and between their baselines, at least; in em
INDENT = 1.0  # how far a line stands in behind a long first term, and a sum behind its relation sign; in em
LEADS = 0.4  # the share of the width up to which a first term is short
PRESSED = 0.85  # a formula that fits at this share of its size is not broken
EDGE = 1e-6  # what is off by so much is so by rounding, such as an upright edge where a line begins; in em
_PARTED, _RELATED, _ADDED = range(3)  # how tightly parts are bound; a line ends where they are bound loosest


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line may end: the edges of the ink before and after, in em, and how tightly it is bound there."""

    end: float
    begin: float
    bond: int


@dataclass(frozen=True, slots=True)
class _Line:
    """The ink from `begin` to `end` of the unbroken formula, set `indent` in from its left edge; in em."""

    begin: float
    end: float
    indent: float


def broken(tree: Node, outlines: Outlines, width: float) -> Outlines:
    """The outlines of a formula, one unit per em, on as few lines as fit into `width` em.

    Curves (4 n, 3) keep their owners and their order; those of later lines stand lower and begin further left.
    """
    left, right = _edges(outlines, ())
    if PRESSED * (right - left) <= width:
        return outlines
    places = sorted(_places(tree, (), outlines), key=lambda place: place.end)
    return _moved(outlines, _lines(places, left, right, width))


def _lines(places: Sequence[_Place], left: float, right: float, width: float) -> list[_Line]:
    """Each line as long as it may be; it ends where its parts are bound loosest, of equals as late as it can."""
    first = next((place.begin - left for place in places if place.bond == _RELATED), 0.0)
    under = first if first <= LEADS * width else INDENT
    indents = {_PARTED: 0.0, _RELATED: under, _ADDED: under + INDENT}
    free = [place for place in places if place.begin - left != under]
    lines: list[_Line] = []
    indent = 0.0
    while right - left > width - indent:
        ahead = [place for place in free if place.end > left]
        fitting = [place for place in ahead if place.end - left <= width - indent] or ahead[:1]
        if not fitting:
            break
        place = min(fitting, key=lambda one: (one.bond, -one.end))
        lines.append(_Line(left, place.end, indent))
        left, indent = place.begin, indents[place.bond]
    return [*lines, _Line(left, right, indent)]


def _places(node: Node, path: Path, outlines: Outlines) -> Iterator[_Place]:
    """Where a statement may be broken, from its parts down to the sums that its relations join."""
    bond: int | None = None
    match node:
        case Logic() | Listing():
            bond = _PARTED
        case Relation():
            bond = _RELATED
        case Addition():
            bond = _ADDED
        case Noted() | Quantified():
            pass
        case _:
            return
    for index, part in enumerate(node.children):
        if index and bond is not None:
            yield from _between(outlines, (*path, index - 1), (*path, index), bond, comma=_is_comma(node, index - 1))
        if bond != _ADDED:
            yield from _places(part, (*path, index), outlines)


def _between(outlines: Outlines, before: Path, after: Path, bond: int, *, comma: bool) -> Iterator[_Place]:
    """The place between two parts that stand beside each other: behind a comma, or before any other sign."""
    end, begin = _edges(outlines, before)[1], _edges(outlines, after)[0]
    if end >= begin:
        return
    curves = np.concatenate([each[:, 0].reshape(-1, 4) for _, each in outlines])
    if comma:
        end = float(max(high for high in curves.max(axis=1) if high < begin))
    else:
        begin = float(min(low for low in curves.min(axis=1) if low > end))
    yield _Place(end, begin, bond)


def _is_comma(node: Node, index: int) -> bool:
    return isinstance(node, Listing) or (isinstance(node, Logic) and node.operators[index] == ",")


def _edges(outlines: Outlines, path: Path) -> tuple[float, float]:
    """From where to where the ink of the subtree at `path` goes, in em; backwards if it has none."""
    xs = [curves[:, 0] for owner, curves in outlines if owner[: len(path)] == path]
    return min((float(x.min()) for x in xs), default=np.inf), max((float(x.max()) for x in xs), default=-np.inf)


def _moved(outlines: Outlines, lines: Sequence[_Line]) -> Outlines:
    """Every curve to its line: the last one that begins left of its middle."""
    begins = np.array([line.begin for line in lines]) - EDGE
    middles = [curves[:, 0].reshape(-1, 4).mean(axis=1) for _, curves in outlines]
    owners = [np.repeat(np.maximum(np.searchsorted(begins, each) - 1, 0), 4) for each in middles]
    heights, numbers = np.concatenate([curves[:, 1] for _, curves in outlines]), np.concatenate(owners)
    moves, bottom = np.zeros((len(lines), 3)), heights[numbers == 0].min()
    for number, line in enumerate(lines[1:], start=1):
        own = heights[numbers == number]
        rise = min(bottom - LEADING - own.max(), moves[number - 1, 1] - APART)
        moves[number, :2] = line.indent + lines[0].begin - line.begin, rise
        bottom = own.min() + rise
    return tuple((path, curves + moves[own]) for (path, curves), own in zip(outlines, owners, strict=True))
