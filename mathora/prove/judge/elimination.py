r"""Steps of elimination, `\to` or `\sim` between matrices of numbers.

Law: matrices of numbers are equivalent by rows if, and only if, their reduced echelon forms are equal (H. Anton,
"Elementary Linear Algebra", section 1.2); an arrow between two that are not is false. Nothing is proved by it: which
operation was done is not said.
"""

from __future__ import annotations

import sympy

from mathora.formula import tree
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.prove.judge.compare import Setting


def no_row_operation(left: tree.Node, sign: str, right: tree.Node, setting: Setting) -> str:
    r"""Why no row operations lead from one matrix to the other; "" if they may, or if no such thing is said.

    `\sim` between square matrices may say that they are similar: these have one rank.
    """
    try:
        one, other = setting.meaning(left).expression, setting.meaning(right).expression
    except (Untranslatable, Mismatch, Undefined):
        return ""
    if not isinstance(one, sympy.MatrixBase) or not isinstance(other, sympy.MatrixBase) or one.shape != other.shape:
        return ""
    square = one.rows == one.cols
    if min(one.shape) == 1 or not all(entry.is_Rational for entry in (*one, *other)):
        return ""
    forms = [matrix.rref(pivots=False) for matrix in (one, other)]
    similar = sign == r"\sim" and square and one.rank() == other.rank()
    return "" if similar or forms[0] == forms[1] else "no row operations lead from one matrix to the other"
