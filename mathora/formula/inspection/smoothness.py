r"""What is continuous by its form.

Owns: `is_smooth`.

Law: what has a pole in a region or at its edge may have integrals inside each other and none over the region, as
`\frac{x^2 - y^2}{(x^2 + y^2)^2}` over the square, or two that differ: only what shows that it is continuous is so. A
name that is defined by a letter moves with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from mathora.formula import tree as t
from mathora.formula.symbols.functions import SMOOTH
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model


def is_smooth(node: t.Node, letters: Sequence[t.Node], model: Model) -> bool:  # noqa: PLR0911 - a row each
    """Whether a body is continuous in these letters, by its form."""
    match node:
        case t.Symbol() if node not in letters and (name := model.named(node)) is not None and name.body is not None:
            return is_smooth(name.body, letters, model)
        case _ if not _moves(node, letters, model):
            return True
        case t.Application(t.FunctionName(name), None | t.Number(decimals=0), (body,)) if name in SMOOTH:
            return is_smooth(body, letters, model)
        case t.Application(t.Symbol() as head, arguments=arguments):
            function = model.named(head)
            if function is None or len(function.parameters) != len(arguments) or function.domain:
                return False
            whole = function.body is None or is_smooth(function.body, function.parameters, model)
            return whole and all(is_smooth(one, letters, model) for one in arguments)
        case t.Power(base, t.Number(text)) if text.isdigit():
            return is_smooth(base, letters, model)
        case t.Power(t.Constant("e"), exponent):
            return is_smooth(exponent, letters, model)
        case t.Quotient(above, below):
            return is_smooth(above, letters, model) and (_is_positive(below) or not _moves(below, letters, model))
        case t.Symbol() | t.Addition() | t.Product() | t.Signed() | t.Group():
            return all(is_smooth(one, letters, model) for one in node.children)
        case _:
            return False


def _moves(node: t.Node, letters: Sequence[t.Node], model: Model) -> bool:
    """Whether one of these letters stands in a node, or in what its names are defined by."""
    keys = [symbol_key(one) for one in letters]
    symbols = {*t.symbols(node)}
    return any(one in letters or model.rests_on(symbol_key(one), keys) for one in symbols)


def _is_positive(node: t.Node) -> bool:
    """`1 + x^2 + y^2`, and powers of it."""
    match node:
        case t.Group(body) | t.Power(body, t.Number()):
            return _is_positive(body)
        case t.Addition(terms, signs) if {*signs} == {"+"}:
            numbers = [one for one in terms if isinstance(one, t.Number) and one.value > 0]
            squares = [one for one in terms if isinstance(one, t.Power) and one.exponent == t.Number("2")]
            return bool(numbers) and len(numbers) + len(squares) == len(terms)
        case _:
            return False
