"""Where a number is continuous.

Owns: `is_continuous`. Law: each part is, wherever the facts hold; what is not known here is not continuous.
"""

from __future__ import annotations

from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.calculus import UNKNOWN
from mathora.prove.kernel.exact.functions import Knowledge

_SMOOTH = frozenset({"sin", "cos", "exp", "arctan", "ln", "root", "abs"})


def is_continuous(ratio: Ratio, facts: Knowledge) -> bool:
    """Whether a ratio has a value, and is continuous, wherever the facts hold (an interval)."""
    if not facts.shows(Ratio(ratio.below, ONE), "≠"):
        return False
    for atom in ratio.own_atoms:
        if not any(one.variables for one in atom.arguments):
            continue
        inside = (atom.kind == "arcsin" and _inside(atom, facts)) or (
            atom.kind == "power" and not atom.arguments[1].variables
        )
        if not (inside or atom.kind in _SMOOTH or atom.kind.startswith(UNKNOWN)):
            return False
        positive = atom.kind != "ln" or facts.shows(atom.argument, "≠")
        if not positive or not all(is_continuous(one, facts) for one in atom.arguments):
            return False
    return True


def _inside(atom: Atom, facts: Knowledge) -> bool:
    one = Ratio.number(1)
    return facts.shows(one - atom.argument, "≥") and facts.shows(one + atom.argument, "≥")
