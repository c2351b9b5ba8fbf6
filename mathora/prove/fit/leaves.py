"""What a tree of probabilities needs of its leaves: how many there are, which of them is meant, and what one is worth.

Owns: `LEAVES`, a function for each of these needs; it gives the reason why the need is not met, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod

from mathora.lesson import NeedName

Reason = str | None


def _few_leaves(second: Sequence[object], first: Sequence[object], third: Sequence[object], most: int) -> Reason:
    found = len(first) * len(second) * max(1, len(third or ()))
    return f"found a tree with {found} leaves, expected at most {most}" if found > most else None


def _leaf_chances(ends: bool, levels: Sequence[Sequence[float] | None]) -> list[float]:  # noqa: FBT001 - an author's flag
    """The chance of each leaf of a tree that is drawn, by the chances of each level's branches, from the top: with
    `ends`, a way that never happens is not.
    """
    known = [one for one in levels if one]
    most = len(known[-1]) if known else 0
    found = [prod(one[at * len(one) // most] for one in known) for at in range(most)]
    return [one for one in found if one > 0 or not ends]


def _leaf_of(leaf: int, ends: bool, *levels: Sequence[float] | None) -> Reason:  # noqa: FBT001 - an author's flag
    most = len(_leaf_chances(ends, levels))
    return None if leaf <= most or not most else f"found leaf {leaf}, expected at most {most}: so many are drawn"


def _left(leaf: int, leaves: Sequence[int], ends: bool, *levels: Sequence[float] | None) -> Reason:  # noqa: FBT001
    """Of some leaves of a tree, together, one may be a share."""
    if leaf not in leaves:
        return f"found leaf {leaf}, which is none of {', '.join(map(str, leaves))}"
    every = _leaf_chances(ends, levels)
    chances = [every[at - 1] for at in leaves if 1 <= at <= len(every)]
    if not chances or any(chances):
        return None
    return f"found the leaves {', '.join(map(str, leaves))}, whose chances add up to 0: nothing is a share of that"


LEAVES: Mapping[NeedName, Callable[..., Reason]] = {"few_leaves": _few_leaves, "leaf_of": _leaf_of, "left": _left}
