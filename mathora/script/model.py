"""The `model:` of a script as declarations; their mathematics is read by `formula`.

Owns: the table of a declaration, and the shapes and kinds that can be written there.
"""

from __future__ import annotations

from typing import Any, get_args

from mathora.lesson import Declaration, Kind, ModelSource, Text
from mathora.script.fields import (
    Field,
    Gathering,
    expected,
    fields,
    mapping,
    one_of,
    one_or_several,
    several,
    tex,
    whole,
)
from mathora.script.nodes import ListNode, MapNode, ScalarNode, YamlNode

LARGEST_SIDE = 64
SIDE = whole(1, LARGEST_SIDE)


def _shape(node: YamlNode) -> tuple[int, int]:
    """`[2, 3]`: rows and columns; `3`: a vector of three."""
    if not isinstance(node, ListNode):
        return SIDE(node), 1
    sides = several(SIDE, "sizes")(node)
    if len(sides) != 2:  # noqa: PLR2004 - rows and columns
        expected(node, "a shape of rows and columns, such as [2, 3]")
    return sides[0], sides[1]


DECLARATION = (
    Field("is", tex, name="body"),
    Field("domain", one_or_several(tex, "relations")),
    Field("kind", one_of(get_args(Kind))),
    Field("shape", _shape),
    Field("unit", tex),
)


def _declaration(head: Text, node: YamlNode) -> Declaration:
    values: dict[str, Any]
    if isinstance(node, MapNode):
        values = fields(node, DECLARATION, f"the declaration of {head.value}")
    elif isinstance(node, ScalarNode) and node.missing:
        values = {}  # `x:` declares a free variable
    else:
        values = {"body": tex(node)}
    return Declaration(head=head, **values)


def model(node: YamlNode) -> ModelSource:
    """All declarations, in the written order."""
    entries = mapping(node, "the model: a mapping such as 'V(x): x (6 - 2x)^2'").entries
    gathering = Gathering()
    read = [gathering.take(_declaration, head, body) for head, body in entries]
    gathering.close()
    return ModelSource(declarations=tuple(declaration for declaration in read if declaration))
