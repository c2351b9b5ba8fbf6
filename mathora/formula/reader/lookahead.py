r"""What the tokens ahead tell of a bar or a bracket before it is read.

Owns: `bars_to_come`, `holds_relation`, `is_more_than_a_name`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mathora.formula.reader.commands import ACCENTS, RELATIONS, STYLES

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


def is_more_than_a_name(tokens: Sequence[Token]) -> bool:
    """Whether the braces that open first hold more than a letter with its own subscript."""
    inner = _within(tokens)
    if not inner or inner[0].kind != "letter":
        return not inner or inner[0].text[1:] not in ACCENTS | STYLES
    if len(inner) > 1 and inner[1].text == "_":
        held = _within(inner[2:]) if inner[2:3] and inner[2].text == "{" else inner[2:3]
        braces = 2 if inner[2:3] and inner[2].text == "{" else 0
        return len(inner) > 2 + len(held) + braces
    return len(inner) > 1


def _within(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands between the braces that open first."""
    depth = 0
    for place, token in enumerate(tokens):
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if depth == 0:
            return tokens[1:place]
    return tokens[1:]
