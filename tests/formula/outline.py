"""A tree as one short line, so that a test can say what a reading must be: `Sum(x, Apply(f, x))`."""

from collections.abc import Callable

from mathora.formula import Node, symbol_key
from mathora.formula import tree as t

_INFIX = {
    t.Addition: "terms", t.Relation: "operands", t.Logic: "operands", t.SetOperation: "operands", t.Product: "factors",
}  # fmt: skip


_SHORT: dict[type[Node], Callable[..., str]] = {
    t.Symbol: symbol_key,
    t.Number: lambda node: node.text,
    t.Constant: lambda node: node.name.lstrip("\\") + "!",
    t.Blank: lambda _: "_",
    t.Quotient: lambda node: f"({outline(node.numerator)} / {outline(node.denominator)})",
    t.Power: lambda node: f"({outline(node.base)} ^ {outline(node.exponent)})",
    t.Signed: lambda node: f"({node.sign}{outline(node.operand)})",
    t.Group: lambda node: f"<{outline(node.body)}>",
}
_DETAILS: dict[type[Node], Callable[..., str]] = {
    t.FunctionName: lambda node: node.name,
    t.UprightWords: lambda node: node.text,
    t.UnitName: lambda node: node.text,
    t.Prime: lambda node: str(node.order),
    t.Derivative: lambda node: f"{node.sign} {','.join(map(str, node.orders))}" + ("" if node.inline else " of"),
    t.Nabla: lambda node: node.kind,
    t.Rounded: lambda node: node.kind,
    t.Annotated: lambda node: node.kind,
    t.Big: lambda node: node.operator,
    t.Integral: lambda node: node.operator,
    t.Extremum: lambda node: node.operator,
    t.Limit: lambda node: node.side,
    t.IntervalSet: lambda node: node.left + node.right,
    t.Application: lambda node: "inverse" if node.inverse else "power" if node.power else "",
}


def outline(node: Node) -> str:
    """Names and numbers as they are; operators between their operands in round brackets; else `Kind[details](…)`."""
    kind = type(node)
    if kind in _SHORT:
        return _SHORT[kind](node)
    if kind in _INFIX:
        first, *rest = [outline(part) for part in getattr(node, _INFIX[kind])]
        signs = [one.lstrip("\\") or "*" for one in getattr(node, "operators")]  # noqa: B009 - only these kinds have it
        return f"({first}" + "".join(f" {sign} {part}" for sign, part in zip(signs, rest, strict=True)) + ")"
    details = _DETAILS[kind](node).replace("\\", "") if kind in _DETAILS else ""
    return f"{kind.__name__}{f'[{details}]' if details else ''}({', '.join(map(outline, node.children))})"
