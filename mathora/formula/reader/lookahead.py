r"""What the tokens ahead tell of a bar or a bracket before it is read.

Owns: `bars_to_come`, `holds_relation`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mathora.formula.reader.commands import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mathora.formula.reader.tokens import Token

_DEPTHS: Final = {"(": 1, "[": 1, "{": 1, r"\{": 1, ")": -1, "]": -1, "}": -1, r"\}": -1}


def bars_to_come(tokens: Sequence[Token], bar: str) -> int:
    """How many bars of a kind stand up to the end of the brackets that are open."""
    depth, count = 0, 0
    for token in tokens:
        depth += _DEPTHS.get(token.text, 0)
        if depth < 0:
            break
        count += token.text == bar and depth == 0
    return count


def holds_relation(tokens: Sequence[Token]) -> bool:
    r"""Whether the brackets that open first hold a condition: `(n \ne -1)`, `(x > 0)`."""
    depth = 0
    for token in tokens:
        depth += _DEPTHS.get(token.text, 0)
        if depth == 0:
            return False
        if depth == 1 and token.kind == "mark" and token.text in RELATIONS:
            return True
    return False
