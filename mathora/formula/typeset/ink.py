r"""Which parts of a formula carry a declared colour.

Laws:
- A rule colours every node that equals its symbol, wherever it stands: `w_1` in `2w_1`, in `\partial w_1`, in `dw_1`.
- The longer rule wins: where `\nabla L` has a colour, the `L` in it does not take its own. What stands within a
  coloured node is coloured by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mathora.formula.tree import Node, Path
from mathora.lesson import ColourName


def ink(tree: Node, colours: Mapping[Node, ColourName]) -> Mapping[Path, ColourName]:
    """The colour of each node that a symbol's rule names; it holds for all that stands below the node."""
    return dict(_inked(tree, (), colours))


def _inked(node: Node, path: Path, symbols: Mapping[Node, ColourName]) -> Iterator[tuple[Path, ColourName]]:
    colour = symbols.get(node)
    if colour is not None:
        yield path, colour
        return
    for index, child in enumerate(node.children):
        yield from _inked(child, (*path, index), symbols)
