"""Which parts of one formula are the same parts of the next: what a morph moves instead of drawing anew.

Owns: `match`.

Laws:
- Matched nodes are equal trees in equal roles: an index never becomes a number, nor an exponent a factor.
- A single name or number moves alone only as a term: an argument, an exponent or a bound goes with its owner. A number
  says little by itself: alone it moves only within parts of one kind.
- No part is matched twice, nor a part of a matched one again.
- The largest equal subtrees are matched first, so that a term moves as a whole.
- Among equals the order is kept: they are paired from left to right, and never cross, also those of two kinds.
"""

from __future__ import annotations

from collections import defaultdict

from mathora.formula import tree as t
from mathora.formula.inspection.roles import NAMES, PartRole, roles
from mathora.formula.tree import Node, Path, walk

PartMeaning = tuple[Node, PartRole, type[Node] | None]
"""What a part is and is there for; of one that says little by itself also the kind of the part around it."""

BARE = (t.Number, t.Constant, t.Dots, t.UprightWords)


def match(before: Node, after: Node) -> tuple[tuple[Path, Path], ...]:
    """Pairs (path in `before`, path in `after`) of equal subtrees, in the order in which they stand in `before`."""
    old, new = by_meaning(before), by_meaning(after)
    shared = sorted(set(old) & set(new), key=lambda part: (-_size(part[0]), old[part][0]))
    taken_old, taken_new = _Taken(), _Taken()
    pairs: list[tuple[Path, Path]] = []
    of_node: defaultdict[Node, list[tuple[Path, Path]]] = defaultdict(list)
    for part in shared:
        left = [path for path in old[part] if taken_old.free(path)]
        right = [path for path in new[part] if taken_new.free(path)]
        for source, target in zip(left, right, strict=False):
            if any((source < old_one) != (target < new_one) for old_one, new_one in of_node[part[0]]):
                continue
            taken_old.take(source)
            taken_new.take(target)
            of_node[part[0]].append((source, target))
            pairs.append((source, target))
    return tuple(sorted(pairs))


def by_meaning(root: Node) -> dict[PartMeaning, list[Path]]:
    """The paths at which each part that may move alone stands, from left to right."""
    found: defaultdict[PartMeaning, list[Path]] = defaultdict(list)
    for path, node, role, around in roles(root):
        if role != "term" and (isinstance(node, NAMES) or not node.children):
            continue
        found[node, role, type(around) if isinstance(node, BARE) and around else None].append(path)
    return found


def _size(node: Node) -> int:
    return sum(1 for _ in walk(node))


class _Taken:
    """The paths that are matched already, and with them all below and above."""

    def __init__(self) -> None:
        self._inside: list[Path] = []
        self._above: set[Path] = set()

    def free(self, path: Path) -> bool:
        within = any(path[: len(taken)] == taken for taken in self._inside)
        return not within and path not in self._above

    def take(self, path: Path) -> None:
        self._inside.append(path)
        self._above.update(path[:length] for length in range(len(path) + 1))
