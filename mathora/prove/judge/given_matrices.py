r"""Equations of square matrices that no real matrices obey together.

Owns: `no_matrices`.

| assumed | what follows |
| --- | --- |
| `A^2 = B` of three rows, `\det B = -1` | the determinant, a square, is -1 |
| `A^{-1} = 0`; `A^{-1} = B`, `\det B = 0` | `1 = 0`: both sides have one determinant |
| `A^\top A = I`, `\det A = 2` | `4 = 1` |
| `ABA^{-1} = 2B` of two rows, `\det B = 1` | `1 = 4` |
| `A^4 = -A^2 - I` of three rows | A has a real eigenvalue, and it is no root of `x^4 + x^2 + 1` |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import sympy

from mathora.formula import tree
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational
from mathora.prove.judge.compare import Setting
from mathora.prove.tactics.identities import contradictory


def no_matrices(said: Sequence[tree.Node], setting: Setting) -> bool:
    """Whether equations of matrices are shown to hold of none."""
    equations = [one for one in said if isinstance(one, tree.Relation) and {*one.operators} == {"="}]
    try:
        if any(_has_no_eigenvalue(one, setting) for one in equations):
            return True
        laws = [law for one in equations for pair in pairwise(one.operands) for law in _of_determinants(*pair, setting)]
        known = {law.args[0]: law.args[1] for law in laws if law.args[0].is_Symbol and law.args[1].is_number}
        gaps = [(law.args[0] - law.args[1]).subs(known) for law in laws]
        return any(one.is_positive or one.is_negative for one in gaps) or contradictory(gaps)
    except (*NO_ANSWER, Untranslatable, Mismatch, Undefined):
        return False


def _has_no_eigenvalue(said: tree.Relation, setting: Setting) -> bool:
    """Whether a polynomial without real roots of a matrix of so many rows that it has an eigenvalue is said to be 0."""
    if len(said.operands) > 2:  # noqa: PLR2004 - a chain
        return False
    parts = [part for _, part in tree.walk(said)]
    matrices = {one for one in parts if isinstance(one, tree.Symbol) and _has_shape(one, setting.model)}
    if len(matrices) != 1 or not all(isinstance(one, _POLYNOMIAL) for one in parts):
        return False
    (matrix,) = matrices
    name = setting.model.names[symbol_key(matrix)]
    rows, columns = name.shape or (0, 0)
    number = replace(name, kind="real", shape=None)
    left, right = tree.replaced(said, tree.Symbol("I"), tree.Number("1")).children
    at = replace(setting, model=Model({**setting.model.names, name.key: number}))
    value = at.meaning(tree.Addition((left, tree.Group(right)), ("-",))).expression
    above = sympy.numer(sympy.together(value))
    letters = above.free_symbols
    if name.body or rows != columns or len(letters) > rows % 2 or not above.is_polynomial(*letters):
        return False
    return sympy.Poly(above, *letters).count_roots() == 0 if letters else bool(above.is_nonzero)


_POLYNOMIAL: Final = (
    tree.Relation, tree.Symbol, tree.Number, tree.Group, tree.Signed, tree.Addition, tree.Product, tree.Power,
)  # fmt: skip


def _has_shape(name: tree.Node, model: Model) -> bool:
    known = model.named(name)
    return known is not None and known.kind == "matrix" and known.shape is not None


def _of_determinants(left: tree.Node, right: tree.Node, setting: Setting) -> Iterator[Expr]:
    """What an equation says of determinants: of one that is said, or of both sides."""
    match left:
        case tree.Application(tree.FunctionName("det"), None, (tree.Symbol() as of,)) if _has_shape(of, setting.model):
            if (value := rational(right)) is not None:
                yield sympy.Tuple(_named(of), sympy.Rational(value))
            return
    shapes = {name.shape for side in (left, right) for one in tree.symbols(side) if (name := setting.model.named(one))}
    if len(shapes) != 1 or (shape := shapes.pop()) is None or shape[0] != shape[1]:
        return
    sides = [_determinant(one, shape[0], setting) for one in (left, right)]
    if None not in sides:
        yield sympy.Tuple(*sides)


def _named(matrix: tree.Symbol) -> Expr:
    return sympy.Symbol(rf"\det {symbol_key(matrix)}", real=True)


def _determinant(  # noqa: PLR0911 - a row for each kind of node
    node: tree.Node, rows: int, setting: Setting
) -> Expr | None:
    """The determinant of a product of matrices by theirs, or of a matrix of numbers; None of anything else."""
    match node:
        case tree.Group(body=body) | tree.Transpose(operand=body, mark="T" | r"\top"):
            return _determinant(body, rows, setting)
        case tree.Signed(sign="-", operand=body):
            inner = _determinant(body, rows, setting)
            return None if inner is None else (-1) ** rows * inner
        case tree.Power(base=base, exponent=exponent) if (power := rational(exponent)) is not None:
            inner = _determinant(base, rows, setting)
            return None if inner is None or power.denominator != 1 else inner ** int(power)
        case tree.Product(factors=factors, operators=signs) if {*signs} <= {"", r"\cdot"}:
            numbers = [sympy.Rational(value) ** rows for one in factors if (value := rational(one)) is not None]
            inner_ones = [_determinant(one, rows, setting) for one in factors if rational(one) is None]
            return None if None in inner_ones or not inner_ones else sympy.Mul(*numbers, *inner_ones)
        case tree.Symbol("I") if node not in setting.model:
            return sympy.S.One
        case tree.Number("0"):
            return sympy.S.Zero
        case tree.Symbol() if _has_shape(node, setting.model) and not setting.model.names[symbol_key(node)].body:
            return _named(node)
        case tree.Matrix():
            value = setting.meaning(node).expression
            return value.det() if not value.free_symbols and value.is_square else None
        case _:
            return None
