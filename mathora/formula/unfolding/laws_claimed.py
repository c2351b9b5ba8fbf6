r"""What `T \sim L` claims of a term whose law is known already: it is compared with a fresh quantity of this law.

| written | judged |
| --- | --- |
| `2X \sim \mathcal{N}(0, 4)`, where the law of X is known | `F \sim \mathcal{N}(0, 4) \Rightarrow \forall t : P(2X \le t) = P(F \le t)` |
| `n - X \sim \operatorname{Bin}(n, q)` | the same with `P(n - X = t) = P(F = t)`, t a whole number from 0 to n |
| `X \sim \operatorname{Exp}(1) \Rightarrow X \sim \mathcal{U}(0, 2)` | the same of X itself |
| `X \sim L \Rightarrow Z = 2X \sim M` | the same of 2X, which Z names, if nothing else speaks of Z |
| `Y \sim M`, where the model says that Y is 2X | the same of 2X |
| `\forall a: aX \sim …` | the same of each a |

Laws:
- A law is what the probabilities say that make it: those of at most t on its support, or of each whole number there.
- Told so is a term of one quantity; of several, see `moments_said`. A law without such probabilities stays as it is.
- What a law asks of its parameters is no premise: it has to be known, or is a condition.
- The name F is in no formula: nobody can write it. t is a letter that nothing here has, for it may stand in a message.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.naming import free_letter
from mathora.formula.tree.chance import is_random, on_support, row_of
from mathora.formula.tree.model import Model

FRESH: Final = t.Symbol("F", marks="*", subscript=t.Symbol(r"\sim"))
_PLACE: Final = t.Symbol("t", marks="*", subscript=t.Symbol(r"\sim"))
"""The place, where all letters are taken."""


def with_laws_claimed(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node:
    """The statement in which a law of what has a law is a claim; the very same if there is none."""
    known = [part for one in (*givens, *(law for name in model.names.values() for law in name.domain))
             for part in t.taken_apart(one)]  # fmt: skip
    match node:
        case t.Logic(operators=(r"\Rightarrow" | "so" as sign,), operands=(premise, conclusion)):
            told = _claimed(conclusion, model, [*known, *t.taken_apart(premise)])
            return node if told is None else t.Logic((premise, told), (sign,))
        case t.Logic(operators=(sign,), operands=(one, other)) if sign in t.EQUIVALENT:
            for law, said in ((one, other), (other, one)):
                back = (
                    _says_law(law) and isinstance(said, t.Relation) and _turns_back(said.operands[0], law.children[0])
                )
                told = _claimed(said, model, [*known, law]) if back else None
                if told is not None:
                    return t.Logic((law, told), (r"\Rightarrow",))
            return node
        case _:
            return _claimed(node, model, known) or node


def _turns_back(term: t.Node, name: t.Node) -> bool:
    """Whether a term that is said to have a law is a name times a number and moved, so that both laws say the same."""
    match term:
        case t.Group(body) | t.Signed(operand=body) | t.Quotient(body):
            rest = [part for _, part in t.walk(term)].count(name) == [part for _, part in t.walk(body)].count(name)
            return rest and _turns_back(body, name)
        case t.Addition(parts) | t.Product(parts):
            speaking = [one for one in parts if t.mentions(one, name)]
            return len(speaking) == 1 and _turns_back(speaking[0], name)
        case _:
            return term == name


def with_one_premise(node: t.Node) -> t.Node:
    r"""`A \Rightarrow (B \Rightarrow C)`, where B is the law of the fresh quantity, with both as one premise."""
    match node:
        case t.Logic((premise, t.Logic((law, claim), (r"\Rightarrow",))), (sign,)) if sign in {
            r"\Rightarrow",
            "so",
        } and law.children[:1] == (FRESH,):
            return t.Logic((t.together((*t.taken_apart(premise), law)), claim), (r"\Rightarrow",))
        case _:
            return node


def term_claimed(node: t.Node) -> t.Node | None:
    r"""The term T of what such a claim is made to say, `\forall t : P(T \le t) = P(F \le t)`; None of anything else."""
    match node:
        case t.Quantified(
            bound=(t.Symbol() as place) | t.Relation((t.Symbol() as place, *_)),
            body=t.Logic((_, t.Relation() as said)) | (t.Relation() as said),
        ) if t.mentions(said, FRESH):
            return next((part.operands[0] for _, part in t.walk(said) if isinstance(part, t.Relation)
                         and part.operands[1:] == (place,)), None)  # fmt: skip
        case _:
            return None


def _claimed(node: t.Node, model: Model, known: Sequence[t.Node], beside: Sequence[t.Node] = ()) -> t.Node | None:  # noqa: PLR0911 - rows
    match node:
        case t.Group(body):
            return _claimed(body, model, known, beside)
        case t.Quantified(body=body):
            told = _claimed(body, model, known)
            return None if told is None else replace(node, body=told)
        case t.Logic((said, condition), (word,)) if word in t.CONDITIONS:
            told = _claimed(said, model, known)
            return None if told is None else t.Logic((told, condition), (word,))
        case t.Listing() | t.Logic() if isinstance(node, t.Listing) or set(node.operators) <= t.AND:
            items = t.taken_apart(node)
            laws = [*known, *(one for one in items if isinstance(next(iter(one.children), None), t.Symbol))]
            apart = [(one, items[:at] + items[at + 1 :]) for at, one in enumerate(items) if one.children]
            parts = [_claimed(one, model, laws, rest) or one for one, rest in apart]
            return node.with_children(parts) if parts != list(items) and len(parts) == len(node.children) else None
        case t.Relation(operands, operators) if operators[-1:] == (r"\sim",):
            term, law, others = _written_out(operands[-2], model), operands[-1], operands[:-1]
            claim = _as_often(term, law, model, known)
            if claim is None and term != operands[-2]:
                claim = t.Relation((term, law), (r"\sim",))
            names = len(others) == 2 and isinstance(others[0], t.Symbol) and _is_new(others[0], model)  # noqa: PLR2004
            spoken = any(t.mentions(one, others[0]) for one in (term, law, *known, *beside))
            if claim is None or len(others) == 1 or (names and not spoken):
                return claim
            return t.together((t.Relation(others, operators[:-1]), claim))
        case _:
            return None


def _written_out(term: t.Node, model: Model) -> t.Node:
    """A term in which random quantities that the model says in terms of others are written so."""
    for part in dict.fromkeys(t.symbols(term)):
        name = model.named(part)
        if name is not None and name.body is not None and not name.parameters:
            body = _written_out(name.body, model)
            term = (
                t.replaced(term, part, t.Group(body)) if any(is_random(one, model) for _, one in t.walk(body)) else term
            )
    return term


def _is_new(name: t.Symbol, model: Model) -> bool:
    known = model.named(name)
    return known is None or (known.body is None and not known.domain)


def _as_often(term: t.Node, law: t.Node, model: Model, known: Sequence[t.Node]) -> t.Node | None:
    """That a term has the probabilities of a law; None where that is not known, or is what is known."""
    row = row_of(law)
    laws = {one.children[0]: one.children[1] for one in known if _says_law(one)}
    names = {part for part in t.symbols(term) if (part in laws or is_random(part, model))}
    if row is None or not (row.mass or row.below) or len(names) != 1:
        return None
    many = any(isinstance(part, t.Big | t.Integral) for _, part in t.walk(term))
    if many or not names <= laws.keys() or laws.get(term) == law:
        return None
    sign: t.RelationSign = "=" if row.mass else r"\le"
    letter = free_letter((term, law, *known), model) or _PLACE
    chances = tuple(t.Application(t.Symbol("P"), None, (t.Relation((one, letter), (sign,)),)) for one in (term, FRESH))
    inside = on_support(law, letter)
    claim: t.Node = t.Relation(chances, ("=",))
    claim = t.Logic((t.together(inside), claim), (r"\Rightarrow",)) if inside else claim
    place: t.Node = t.Relation((letter, t.Constant(r"\mathbb{N}")), (r"\in",)) if row.mass else letter
    return t.Logic((t.Relation((FRESH, law), (r"\sim",)), t.Quantified(r"\forall", place, claim)), (r"\Rightarrow",))


def _says_law(node: t.Node) -> bool:
    return isinstance(node, t.Relation) and node.operators == (r"\sim",) and isinstance(node.operands[0], t.Symbol)
