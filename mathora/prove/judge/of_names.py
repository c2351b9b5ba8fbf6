r"""What is false of all values, and says what names are: `v = \frac{s}{t} = 5`.

Owns: `of_names`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from mathora.formula import Name, statements, tree
from mathora.prove.judge.compare import Setting
from mathora.prove.judge.conditions import claimed
from mathora.prove.judge.definitions import NOT_KNOWN, defines, says_unknown
from mathora.prove.verdict import Verdict

ToldOf = Callable[[tree.Node], Verdict]


def of_names(node: tree.Node, setting: Setting, verdict: Verdict, told: ToldOf) -> str:
    """Why a refutation counts for nothing; "" if it counts."""
    words = _words(node, setting)
    why = "" if words[1:] else says_unknown(claimed(node), setting, verdict.witness)
    why = why or (_OF_WORDS.format(" or ".join(words), words[0]) if words else "") or _integrated(node)
    why = why or _only_names(node, setting, told)
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
            case tree.Relation(
                operands=(tree.Symbol() | tree.Power(tree.Symbol(), tree.Number()) as left, right, _, *_),
                operators=("=", *signs),
            ) if defines(left, right, setting.model):
                if told(tree.Relation(one.operands[1:], tuple(signs))).kind == "refuted":
                    return ""
                why = NOT_KNOWN
            case _ if len(parts) > 1 and (unknown := says_unknown(one, setting, found.witness)):
                why = unknown
            case _:
                return ""
    return why


def _words(node: tree.Node, setting: Setting) -> list[str]:
    """`FV` of each product of capital letters of which nothing is known and that stand nowhere else in a statement."""
    parts = [part for _, part in tree.walk(node)]
    words = {part for part in parts if isinstance(part, tree.Product) and all(map(_is_capital, part.factors))}
    names = {"".join(one.name for one in tree.symbols(word)): word for word in words if {*word.operators} == {""}}
    inside = Counter(one for part in parts if part in words for one in tree.symbols(part))
    return [
        text
        for text, word in sorted(names.items())
        if all(parts.count(one) == inside[one] and _is_bare(setting.model.named(one)) for one in tree.symbols(word))
    ]


_OF_WORDS = r"letters side by side are a product: where {0} is one name, declare it, and write \text{{{1}}}"


def _is_bare(name: Name | None) -> bool:
    return name is not None and (name.kind, name.body, name.parameters, name.domain) == ("real", None, (), ())


def _is_capital(node: tree.Node) -> bool:
    return (
        isinstance(node, tree.Symbol) and node == tree.Symbol(node.name) and len(node.name) == 1 and node.name.isupper()
    )


def _integrated(node: tree.Node) -> str:
    """What to write where an equation of differentials stands before one without them."""
    match node:
        case tree.Logic((premise, conclusion), (r"\Rightarrow",)):
            before, behind = ({type(part) for _, part in tree.walk(one)} for one in (premise, conclusion))
            left = tree.Differential in before - behind and not {tree.Integral, tree.Derivative} & (before | behind)
            return _OF_DIFFERENTIALS if left else ""
        case _:
            return ""


_OF_DIFFERENTIALS = r"an equation of differentials says something of each point: write \int before both sides"
