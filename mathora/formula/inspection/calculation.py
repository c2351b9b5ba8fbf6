"""Where a step of a calculation takes place in a line: the terms of its sums, the factors of its products.

Owns: `PartPlace`, `sides`, `value_side`, `summands`, `factors`, and what a step works on: `terms`, `opposites`,
`common_factors`, `factored`, `multiplied`, `powers`; and the sum of such a step, `sum_around` and `sum_beside`.

Laws:
- A step works on the last side of a line; `take_across` looks at both.
- A place is a path of the line's tree, so the picture moves what the gate has looked at.
- Brackets that an author displays (`Group`) change nothing: two parts are the same if their trees are without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mathora.formula import tree as t
from mathora.formula.tree import Node, Path, walk


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A part of a line: where it stands, what it is, and whether it is taken away (`-x`)."""

    path: Path
    part: Node
    minus: bool = False


def bare(node: Node) -> Node:
    """Without the brackets around it."""
    while isinstance(node, t.Group):
        node = node.body
    return node


def sides(root: Node) -> tuple[tuple[Path, Node], ...]:
    """The sides of a chain `a = b = c`; of anything else itself."""
    if isinstance(root, t.Relation):
        return tuple(((index,), one) for index, one in enumerate(root.operands))
    return (((), root),)


def value_side(root: Node) -> tuple[Path, Node]:
    """The last side: what the line says that something is."""
    return sides(root)[-1]


def summands(node: Node, path: Path = ()) -> Iterator[PartPlace]:
    """The terms of a sum; a part that is no sum is its only term."""
    match node:
        case t.Group(body):
            yield from summands(body, (*path, 0))
        case t.Addition(terms, operators):
            for index, (term, sign) in enumerate(zip(terms, ("+", *operators), strict=True)):
                yield _signed(term, (*path, index), minus=sign == "-")
        case _:
            yield _signed(node, path, minus=False)


def _signed(node: Node, path: Path, *, minus: bool) -> PartPlace:
    if isinstance(node, t.Signed) and node.sign in {"+", "-"}:
        return PartPlace((*path, 0), node.operand, minus != (node.sign == "-"))
    return PartPlace(path, node, minus)


def factors(node: Node, path: Path = ()) -> Iterator[PartPlace]:
    """The factors of a product; a part that is no product is its only factor."""
    match node:
        case t.Group(t.Product() | t.Group() as body):
            yield from factors(body, (*path, 0))
        case t.Product(parts):
            for index, one in enumerate(parts):
                yield from factors(one, (*path, index))
        case _:
            yield PartPlace(path, node)


def _worked_on(root: Node) -> Iterator[tuple[Path, Node]]:
    """The parts of the last side, on which a step works."""
    path, side = value_side(root)
    return walk(side, path)


def terms(root: Node) -> Iterator[PartPlace]:
    """The terms of all sums."""
    return (one for path, node in _worked_on(root) if isinstance(node, t.Addition) for one in summands(node, path))


def opposites(root: Node, term: Node) -> tuple[Path, ...]:
    """Where a term is added and taken away again in one sum: its two places; none if there are none."""
    for path, node in _worked_on(root):
        if isinstance(node, t.Addition):
            same = [one for one in summands(node, path) if bare(one.part) == bare(term)]
            added, taken = ([one.path for one in same if one.minus is minus] for minus in (False, True))
            if added and taken:
                return added[0], taken[0]
    return ()


def common_factors(root: Node, factor: Node) -> tuple[Path, ...]:
    """Where a factor stands above and below one fraction bar: its two places; none if there are none."""
    for path, node in _worked_on(root):
        if isinstance(node, t.Quotient):
            above, below = (
                [one.path for one in factors(part, (*path, index)) if bare(one.part) == bare(factor)]
                for index, part in enumerate(node.children)
            )
            if above and below:
                return above[0], below[0]
    return ()


def factored(root: Node, factor: Node) -> tuple[Path, ...]:
    """Where each term of one sum has a factor, also within a power of it; none if there is no such sum."""
    for path, node in _worked_on(root):
        if isinstance(node, t.Addition):
            found = [_within(one, factor) for one in summands(node, path)]
            if all(place is not None for place in found):
                return tuple(place for place in found if place is not None)
    return ()


def _within(term: PartPlace, factor: Node) -> Path | None:
    for one in factors(term.part, term.path):
        base = one.part.base if isinstance(one.part, t.Power) else one.part
        if bare(factor) in {bare(one.part), bare(base)} or _divides(bare(factor), bare(one.part)):
            return one.path
    return None


def _divides(factor: Node, number: Node) -> bool:
    """Whether a whole number is a multiple of another: 2 stands in 4, too."""
    texts = [one.text for one in (factor, number) if isinstance(one, t.Number) and one.text.isdecimal()]
    return len(texts) == 2 and int(texts[0]) > 1 and int(texts[1]) > 0 and int(texts[1]) % int(texts[0]) == 0  # noqa: PLR2004 - both


def multiplied(root: Node, factor: Node) -> Path | None:
    """Where a factor stands before or behind a sum in brackets; None if nowhere."""
    for path, node in _worked_on(root):
        if isinstance(node, t.Product):
            parts = list(factors(node, path))
            places = [one.path for one in parts if bare(one.part) == bare(factor)]
            if places and any(
                isinstance(one.part, t.Group) and isinstance(bare(one.part), t.Addition) for one in parts
            ):
                return places[0]
    return None


def sum_around(root: Node, places: Sequence[Path]) -> Path | None:
    """Where the sum is whose terms have a factor at `places`, as `factored` finds them."""
    around = [
        path
        for path, node in _worked_on(root)
        if isinstance(node, t.Addition) and all(place[: len(path)] == path for place in places)
    ]
    return max(around, key=len, default=None)


def sum_beside(root: Node, place: Path) -> Path | None:
    """Where the sum in brackets is before which a factor stands at `place`, as `multiplied` finds it."""
    for path, node in _worked_on(root):
        if isinstance(node, t.Product):
            parts = list(factors(node, path))
            sums = [one for one in parts if isinstance(one.part, t.Group) and isinstance(bare(one.part), t.Addition)]
            if sums and any(one.path == place for one in parts):
                return next(inner for inner, part in walk(sums[0].part, sums[0].path) if part is bare(sums[0].part))
    return None


def powers(root: Node, variable: Node) -> Iterator[tuple[Path, t.Power]]:
    """The powers of a name, from left to right."""
    return (
        (path, node) for path, node in _worked_on(root) if isinstance(node, t.Power) and bare(node.base) == variable
    )
