"""The `model:` of a script as declarations; their mathematics is read by `formula`.

Owns: the table of a declaration, the shapes and kinds that can be written there, and where data come from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from mathora.lesson import Declaration, Kind, ModelSource, Text, refuse
from mathora.script.arrays import array_tex
from mathora.script.data import FILE, MOST_ROWS, Beside, column, declarations
from mathora.script.fields import (
    Field,
    Gathering,
    expected,
    fields,
    mapping,
    one_of,
    one_or_several,
    scalar,
    several,
    tex,
    text,
    whole,
)
from mathora.script.nodes import ListNode, MapNode, ScalarNode, YamlNode
from mathora.script.values import number_text

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


DATA = "numbers, such as [1, 2, 3], or the name of a CSV file in the script's folder, such as heights.csv"


def _data(node: YamlNode) -> tuple[Text, ...] | Text:
    """A list of numbers, or a file's name."""
    if isinstance(node, ListNode):
        return several(number_text, "numbers", least=1, most=MOST_ROWS)(node)
    name = text(scalar(node, DATA))
    if not FILE.fullmatch(name.value):
        expected(node, DATA)
    return name


DECLARATION = (
    Field("is", array_tex, name="body"),
    Field("domain", one_or_several(tex, "relations")),
    Field("kind", one_of(get_args(Kind))),
    Field("shape", _shape),
    Field("unit", tex),
    Field("data", _data),
    Field("column", text),
)


def _declarations(head: Text, node: YamlNode, beside: Beside) -> tuple[Declaration, ...]:
    values: dict[str, Any]
    if isinstance(node, MapNode):
        values = fields(node, DECLARATION, f"the declaration of {head.value}")
    elif isinstance(node, ScalarNode) and node.missing:
        values = {}  # `x:` declares a free variable
    else:
        values = {"body": array_tex(node)}
    if "data" in values or "column" in values:
        return tuple(declarations(head, _numbers(head, values, beside)))
    return (Declaration(head=head, **values),)


def _numbers(head: Text, values: Mapping[str, Any], beside: Beside) -> Sequence[Text]:
    """The numbers of a declaration with data."""
    data, wanted = values.get("data"), values.get("column")
    if data is None or set(values) - {"data", "column"}:
        message = f"the declaration of {head.value} has data beside other keys, or a column of no file"
        refuse(head, "data-keys", message, "write {data: heights.csv, column: age}, and nothing else")
    if isinstance(data, Text):
        return column(*beside(data), wanted, data)
    if wanted is not None:
        refuse(wanted, "data-column", "found a column, where the data are written here", "leave 'column:' out")
    return tuple(data)


def model(node: YamlNode, beside: Beside) -> ModelSource:
    """All declarations, in the written order; `beside` gives the text of a file of data."""
    entries = mapping(node, "the model: a mapping such as 'V(x): x (6 - 2x)^2'").entries
    gathering = Gathering()
    read = [gathering.take(_declarations, head, body, beside) for head, body in entries]
    gathering.close()
    return ModelSource(declarations=tuple(one for group in read for one in group or ()))
