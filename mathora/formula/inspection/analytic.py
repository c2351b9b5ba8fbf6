r"""Slopes and limits by a complex number: what is asked of all directions is not shown along the real line.

Owns: `goes_by_the_real_line`.

Law: by a complex z, and in a formula of complex numbers by a letter that nothing is said of, only what is made of
powers, sums, products, quotients and functions with a power series has the slopes and limits that it has of a real z:
`\bar z`, `|z|` and `\operatorname{Re} z` have none, and `e^{-1/z^2}` tends to nothing at 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mathora.formula import tree
from mathora.formula.tree.chance import parts_with_definitions
from mathora.formula.tree.model import Model
from mathora.formula.tree.signs import infinite_sign

_OF_PARTS: Final = frozenset(["Re", "Im", "arg", "sgn", "sign", "max", "min"])


def goes_by_the_real_line(node: tree.Node, model: Model) -> bool:
    """Whether a formula has a slope, an integral or a limit by a complex number of what is no power series of it."""
    parts = list(parts_with_definitions(node, model))
    mentioned = any(isinstance(one, tree.Symbol) and _is_complex(one, model, silent=False) for one in parts)
    return mentioned and any(_is_by_parts(one, model) for one in parts)


def _is_by_parts(part: tree.Node, model: Model) -> bool:
    match part:
        case tree.Derivative(operand=body, variables=variables):
            return _any_complex(variables, model) and any(map(_has_no_series, parts_with_definitions(body, model)))
        case tree.Integral(body=tree.Node() as body, differentials=differentials):
            variables = tuple(one.variable for one in differentials)
            return _any_complex(variables, model) and any(map(_has_no_series, parts_with_definitions(body, model)))
        case tree.Prime(operand=tree.Symbol() as function):
            name = model.named(function)
            said = tree.Blank() if name is None or name.body is None else name.body
            of_complex = name is not None and _any_complex(name.parameters, model)
            return of_complex and any(map(_has_no_series, parts_with_definitions(said, model)))
        case tree.Limit(variable=variable, target=target, body=body):
            inner = tuple(parts_with_definitions(body, model))
            wild = any(isinstance(one, tree.Power | tree.Application) and _is_wild(one, target) for one in inner)
            return _any_complex((variable,), model) and (wild or any(map(_has_no_series, inner)))
        case _:
            return False


def _any_complex(variables: Iterable[tree.Node], model: Model) -> bool:
    return any(isinstance(one, tree.Symbol) and _is_complex(one, model, silent=True) for one in variables)


def _is_complex(symbol: tree.Symbol, model: Model, *, silent: bool) -> bool:
    """Whether a name is complex; with `silent`, also one that the model says nothing of."""
    name = model.named(symbol)
    return silent if name is None or name.implicit else name.kind == "complex"


def _has_no_series(part: tree.Node) -> bool:
    match part:
        case tree.Symbol(accents=("bar" | "overline", *_)):
            return True
        case tree.FunctionName(name=name):
            return name in _OF_PARTS
        case _:
            return isinstance(part, tree.Absolute | tree.Overline | tree.Root | tree.Rounded | tree.Cases)


def _is_wild(part: tree.Power | tree.Application, target: tree.Node) -> bool:
    """Whether a power or a function may have an essential singularity where a limit goes."""
    inside = (part.exponent,) if isinstance(part, tree.Power) else part.arguments
    if isinstance(part, tree.Power) and isinstance(part.exponent, tree.Number):
        return False
    divides = any(isinstance(one, tree.Quotient | tree.Signed) for each in inside for _, one in tree.walk(each))
    return divides or bool(infinite_sign(target))
