"""What an author can write where nothing was decided.

Owns: `advice`, one sentence for what stands in the way, and `uncounted`.
"""

from __future__ import annotations

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.prove.goal.goal import shown_name
from mathora.prove.goal.unresolved import KINDS

UNDECIDED = "no tactic decides it; no point of the domain refutes it"


def advice(*sides: Expr) -> str:
    """Why a comparison of two sides was not decided, with what to write instead where that is known."""
    parts = [part for side in sides for part in sympy.preorder_traversal(side) if isinstance(part, KINDS)]
    for part in parts:
        found = _about(part)
        if found:
            return found
    return UNDECIDED


def uncounted(*sides: Expr) -> bool:
    """Whether a sum ends at a name that is not declared as a whole number, so that it has no value to speak of."""
    parts = [part for side in sides for part in side.atoms(sympy.Sum, sympy.Product)]
    return any(not one.is_integer for part in parts for *_, high in part.limits for one in high.free_symbols)


def _about(part: Expr) -> str:
    names = sorted(map(shown_name, part.free_symbols))
    letters = " and ".join(names)
    if isinstance(part, (sympy.Sum, sympy.Product)):
        what = "sum" if isinstance(part, sympy.Sum) else "product"
        ends = [one for *_, high in part.limits for one in high.free_symbols if not one.is_integer]
        if ends:
            name = shown_name(ends[0])
            return f"{name} counts the terms of a {what}: declare {name}: {{kind: natural}}"
        infinite = any(limit[-1] is S.Infinity for limit in part.limits)
        hint = f", or give {letters} a domain" if names and infinite else ""
        return f"the value of the {what} could not be verified: write its first terms or a step between{hint}"
    if isinstance(part, sympy.Limit) and names:
        return f"the limit could not be verified for all values of {letters}: give {letters} a domain, or a kind"
    if isinstance(part, sympy.Integral) and names:
        return f"the integral could not be verified for all values of {letters}: a domain has to keep it from poles"
    return ""
