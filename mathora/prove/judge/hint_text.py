r"""SymPy's expressions in the language of formulas, as hints for the kernel.

Owns: `written`. What is written wrongly here is refused by the kernel, so that nothing rests on it.
"""

from __future__ import annotations

from collections.abc import Callable

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.formula.symbols.functions import SYMBOLS
from mathora.prove.goal.goal import shown_name


class Unwritten(Exception):
    """An expression that the language does not have."""


_CONSTANTS = {S.Pi: r"\pi", S.Exp1: "e", S.ImaginaryUnit: "i", S.GoldenRatio: r"\frac{1 + \sqrt{5}}{2}"}
_NAMES = {row.sympy: name for name, row in reversed(SYMBOLS.items()) if row.sympy}


def written(expression: Expr) -> str:
    """The expression as a formula, in more brackets than it needs. Raises Unwritten."""
    if expression in _CONSTANTS:
        return _CONSTANTS[expression]
    if expression.is_Rational:
        return str(expression.p) if expression.q == 1 else rf"\frac{{{expression.p}}}{{{expression.q}}}"
    if expression.is_Symbol:
        return shown_name(expression)
    for kind, form in _FORMS.items():
        if isinstance(expression, kind):
            return form(expression)
    raise Unwritten(str(type(expression)))


def _bracket(expression: Expr) -> str:
    return rf"\left({written(expression)}\right)"


def _power(expression: Expr) -> str:
    base, exponent = expression.base, expression.exp
    if exponent.is_Rational and exponent.q == 2:  # noqa: PLR2004 - a square root
        root = rf"\sqrt{{{written(base)}}}"
        if exponent.p == 1:
            return root
        return rf"\frac{{1}}{{{root}}}" if exponent.p == -1 else rf"\left({root}\right)^{{{exponent.p}}}"
    if exponent.is_Integer and exponent < 0:
        return rf"\frac{{1}}{{{_bracket(base)}^{{{-exponent}}}}}"
    return rf"{_bracket(base)}^{{{written(exponent)}}}"


def _application(expression: Expr) -> str:
    name = _NAMES.get(type(expression).__name__)
    if name is None or len(expression.args) != 1:
        raise Unwritten(str(type(expression)))
    return rf"\operatorname{{{name}}}{_bracket(expression.args[0])}"


_FORMS: dict[type, Callable[[Expr], str]] = {
    sympy.Add: lambda one: " + ".join(map(_bracket, one.args)),
    sympy.Mul: lambda one: r" \cdot ".join(map(_bracket, one.args)),
    sympy.Pow: _power,
    sympy.exp: lambda one: rf"e^{{{written(one.args[0])}}}",
    sympy.log: lambda one: rf"\ln{_bracket(one.args[0])}",
    sympy.Abs: lambda one: rf"\left|{written(one.args[0])}\right|",
    sympy.factorial: lambda one: rf"{_bracket(one.args[0])}!",
    sympy.gamma: lambda one: rf"\Gamma{_bracket(one.args[0])}",
    sympy.MatrixBase: lambda one: "(" + ", ".join(map(written, one)) + ")",
    sympy.Function: _application,
}
