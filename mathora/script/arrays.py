r"""Vectors and matrices as YAML writes them: `[1, 2]`, `[[2, 1], [1, 2]]`, or TeX such as `A v`.

Owns: `array_tex`, the TeX of one.

Law: each entry keeps the place where it was written; brackets and separators stand at the entry behind them.
"""

from __future__ import annotations

from collections.abc import Sequence

from mathora.lesson import Text, refuse
from mathora.script.fields import expected, tex
from mathora.script.nodes import ListNode, YamlNode

LARGEST_SIDE = 8


def array_tex(node: YamlNode) -> Text:
    """A vector or a matrix, as TeX. A list of numbers is a vector, a list of lists of one length a matrix, by rows."""
    if not isinstance(node, ListNode):
        written = tex(node)
        if written.value.startswith("[["):
            hint = r"write it without quotes, but for entries with braces: [['\frac{1}{2}', 0], [0, 1]]"
            refuse(written, "wrong-type", "found a matrix in quotes, which make it a text", hint)
        return written
    if not 1 <= len(node.items) <= LARGEST_SIDE:
        expected(node, f"a vector or matrix of 1 to {LARGEST_SIDE} rows")
    if not any(isinstance(item, ListNode) for item in node.items):
        if len(node.items) == 1:
            expected(node, "a vector of two or more components, such as [1, 2]")
        return _joined("(", [tex(item) for item in node.items], ", ", ")")
    rows = [_row(item) for item in node.items]
    lengths = sorted({len(row) for row in rows})
    if len(lengths) > 1:
        message = f"found rows of {' and '.join(map(str, lengths))} entries, expected rows of one length"
        refuse(rows[0][0], "wrong-type", message, "give each row as many entries as the first one")
    joined = [_joined("", row, " & ", "") for row in rows]
    return _joined(r"\begin{bmatrix} ", joined, r" \\ ", r" \end{bmatrix}")


def _row(node: YamlNode) -> list[Text]:
    if not isinstance(node, ListNode) or not 1 <= len(node.items) <= LARGEST_SIDE:
        expected(node, f"a row of 1 to {LARGEST_SIDE} entries, such as [2, 1]")
    return [tex(item) for item in node.items]


def _joined(opening: str, parts: Sequence[Text], between: str, closing: str) -> Text:
    value, places = "", []
    for index, part in enumerate(parts):
        before = between if index else opening
        value += before + part.value
        places += [part.place] * len(before) + list(part.places[:-1])
    last = parts[-1].places[-1]
    return Text(value + closing, (*places, *[last] * (len(closing) + 1)))
