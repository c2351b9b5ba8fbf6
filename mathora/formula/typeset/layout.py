r"""How a formula looks: its tree as boxes.

Owns: `typeset`; the typography itself is in the two tables that it joins.

Laws:
- Every node kind is set by exactly one function; a kind without one is a bug of ours (`KeyError`).
- All that a node draws itself carries that node's path; its children draw themselves.
- Brackets grow with their content (`\left…\right`); fractions are set as their context asks, unless the author said
  `\tfrac` or `\dfrac`; a thin space stands before a differential; conditions stand under `\lim`, `\max` and sums.
"""

from __future__ import annotations

from mathora.formula.tree import Node, Path
from mathora.formula.typeset.boxes import Box
from mathora.formula.typeset.statements import STATEMENTS
from mathora.formula.typeset.terms import TERMS

SETTERS = {**TERMS, **STATEMENTS}


def typeset(node: Node, path: Path = ()) -> Box:
    """The boxes of a node that stands at `path` in its formula."""
    parts = [typeset(child, (*path, index)) for index, child in enumerate(node.children)]
    return SETTERS[type(node)](node, path, parts)
