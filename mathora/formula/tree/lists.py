r"""Lists that say what something is before they claim something of it, as implications.

Owns: `as_implication`.

| written | said |
| --- | --- |
| `x = 2, \; y = 3, \; x + y = 5`, where x and y are free | `x = 2` and `y = 3` `\Rightarrow x + y = 5` |
| `f(x) = x^2, \quad f'(x) = 2x`, where f has no formula | `f(x) = x^2 \Rightarrow f'(x) = 2x` |
| `r = 2, \quad A = \pi r^2 = 4\pi` | `r = 2` and `A = \pi r^2` `\Rightarrow \pi r^2 = 4\pi` |
| `\text{For } x = 3, \; x^2 = 9` | `x = 3 \Rightarrow x^2 = 9` |

Laws:
- What a name is has to be said before it is claimed of: `x^2 = 4, \; x = 2` is no implication, nor is a list of
  values alone.
- Said is only what a free name, a function without a formula, or a point of free names is. Members of sequences and
  what chance decides are left alone: `a_1 = 1` says nothing of `a_n`.
"""

from __future__ import annotations

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import speaks_of_chance
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node, mentions, walk
from mathora.formula.tree.regrouping import taken_apart, together
from mathora.formula.tree.statements import AND, CONDITIONS, Application, Logic, Relation
from mathora.formula.tree.terms import Blank, Dots, Group, Listing, Symbol, Tuple

_SAID = frozenset({"=", ":="})
_CONCLUDING = frozenset({"so", "then", "hence"})


def as_implication(node: Node, model: Model) -> Node:
    """The implication that a list stands for; the very same node where it is none."""
    if isinstance(node, Group):
        return as_implication(node.body, model)
    listed = isinstance(node, Listing) or (isinstance(node, Logic) and set(node.operators) <= AND)
    if not listed or speaks_of_chance(node, model) or any(_is_left_alone(part) for _, part in walk(node)):
        return node
    premises, claims = list[Node](), list[Node]()
    named = set[Symbol]()
    for one in taken_apart(node):
        match one:
            case Logic(operators=(word,), operands=(Blank(), condition)) if word in CONDITIONS and not claims:
                premises.append(condition)
                named |= {part for _, part in walk(condition) if isinstance(part, Symbol)}
                continue
            case Logic(operators=(word,), operands=(Blank(), claim)) if word in _CONCLUDING:
                claims.append(claim)
                continue
            case Relation(operands=(left, value, *rest), operators=(sign, *signs)) if (
                sign in _SAID
                and (new := _said_of(left, value, model))
                and not new & named
                and not any(mentions(claim, name) for claim in claims for name in new)
            ):
                named |= new
                premises.append(Relation((left, value), (sign,)))
                if rest:
                    claims.append(Relation((value, *rest), tuple(signs)))
            case _:
                claims.append(one)
    spoken = any(mentions(claim, name) for claim in claims for name in named)
    return Logic((together(tuple(premises)), together(tuple(claims))), (r"\Rightarrow",)) if spoken else node


def _is_left_alone(part: Node) -> bool:
    """Whether a part is a member of a sequence, or an ellipsis."""
    below = part.subscript if isinstance(part, Symbol) else None
    return isinstance(part, Dots) or (below is not None and any(isinstance(one, Symbol) for _, one in walk(below)))


def _said_of(left: Node, value: Node, model: Model) -> set[Symbol]:
    """The names of which a statement says what they are; empty if it says it of none."""
    match left, value:
        case Symbol(), _ if _is_free(left, model, parameters=0):
            new = {left}
        case Application(head=Symbol() as head, arguments=arguments, power=None), _ if _is_free(
            head, model, parameters=len(arguments)
        ):
            plain = {one for one in arguments if isinstance(one, Symbol) and _is_free(one, model, parameters=0)}
            new = {head} if len(plain) == len(arguments) else set()
        case Tuple(items=items), Tuple(items=values) if len(items) == len(values):
            free = {one for one in items if isinstance(one, Symbol) and _is_free(one, model, parameters=0)}
            new = free if len(free) == len(items) else set()
        case _:
            new = set()
    return set() if any(mentions(value, name) for name in new) else new


def _is_free(symbol: Symbol, model: Model, *, parameters: int) -> bool:
    name = model.get(symbol_key(symbol))
    if name is None:
        return False
    return name.body is None and len(name.parameters) == parameters and name.kind not in {"event", "random"}
