r"""What is false of all values, and says what names are: `v = \frac{s}{t} = 5`.

Owns: `of_names`.
"""

from __future__ import annotations

from collections.abc import Callable

from mathora.formula import statements, tree
from mathora.prove.judge.compare import Setting
from mathora.prove.judge.conditions import claimed
from mathora.prove.judge.definitions import NOT_KNOWN, defines, says_unknown
from mathora.prove.verdict import Verdict

ToldOf = Callable[[tree.Node], Verdict]


def of_names(node: tree.Node, setting: Setting, verdict: Verdict, told: ToldOf) -> str:
    """Why a refutation counts for nothing; "" if it counts."""
    why = says_unknown(claimed(node), setting, verdict.witness) or _only_names(node, setting, told)
    return "" if _between_numbers(node, told) else why


def _between_numbers(node: tree.Node, told: ToldOf) -> bool:
    """Whether links behind the first are false of numbers, whatever stands left: `s^2 = 2 = 1`."""
    match node:
        case tree.Relation(operands=(_, *rest), operators=("=", "=", *_)):
            found = told(tree.Relation(tuple(rest), node.operators[1:]))
            return found.kind == "refuted" and (found.witness is None or not found.witness.at)
        case _:
            return False


def _only_names(node: tree.Node, setting: Setting, told: ToldOf) -> str:
    r"""Why it counts for nothing that `v = \frac{s}{t} = 5` does not hold of each v; "" if more than this is false."""
    parts, why = statements(tree.regrouped(node)), ""
    for one in parts if all(isinstance(one, tree.Relation) for one in parts) else ():
        found = told(one)
        if found.kind != "refuted":
            continue
        match one:
            case tree.Relation(operands=(tree.Symbol() as left, right, _, *_), operators=("=", *signs)) if defines(
                left, right, setting.model
            ):
                if told(tree.Relation(one.operands[1:], tuple(signs))).kind == "refuted":
                    return ""
                why = NOT_KNOWN
            case _ if len(parts) > 1 and (unknown := says_unknown(one, setting, found.witness)):
                why = unknown
            case _:
                return ""
    return why
