r"""What contradicts what is given: a new name that is given otherwise, and a constraint that nothing obeys.

Owns: `given_otherwise`, `law_otherwise`, `law_beside`, `holds_nowhere`; `without_value`.

| given | contradicted by |
| --- | --- |
| `J(0) = 1`, `J'(t) = t` | `J(t) = t^3`: with this formula, what is given is refuted |
| `P(F) = 0.5` | `P(F) = 0.6` |
| `\operatorname{Var}(X) = 2` | `\operatorname{SD}(X) = 2` |
| `a_1 = 1`, `a_2 = 3` | `a_{n+1} = a_n + 1`: 3 is not 1 + 1 |
| `a_n = n^2` | `a_2 = 5`: it is refuted as what follows from what is given |
| `X \sim \operatorname{Exp}(2)` | `F_X(x) = 1 - e^{-2x}` of every x: below 0 it is 0 |
| `P(X = 0) = 0.5`, `X \ge 2`, `\mathbb{E}[X] = 3` | `X \sim \mathcal{U}(0, 1)`: by this law, what is given is refuted |
| the law of X, or a table | `M_X(t) = \ldots`: it is refuted as what is said of `\mathbb{E}[e^{tX}]` |
| | the constraint `x^2 = -1`: the kernel proves its opposite, wherever it has a value |

Law: a definition that agrees with what is given, or of which that says nothing, stays one. So does a law with a
parameter that may be any, `X \sim \mathcal{N}(\mu, 1)`: a mean that is given tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Final

from mathora.formula import Model, Name, read, symbol_key, tree, write_latex
from mathora.formula.tree.chance import row_of, speaks_of_chance
from mathora.formula.tree.defining import defining
from mathora.formula.tree.indices import is_member
from mathora.formula.tree.node import replaced
from mathora.formula.tree.rational import rational, worked_out
from mathora.formula.tree.regrouping import denied
from mathora.formula.tree.substitution import substituted
from mathora.formula.unfolding.conventions import by_convention
from mathora.formula.unfolding.generating import activation, generating
from mathora.lesson import Faulty, Text
from mathora.prove.judge.values_said import of_variance
from mathora.prove.kernel import Claim, Refused, attest
from mathora.prove.kernel.signs.facts import MOST_IN_ALL, Facts
from mathora.prove.verdict import Verdict, refuted, undecided

_OF_CHANCE: Final = 12
"""Signs that are asked for to contradict a constraint on chances: each is asked of many terms."""

Judged = Callable[[tree.Node, Model, tuple[tree.Node, ...]], Verdict]


def given_otherwise(node: tree.Node, model: Model, givens: Sequence[tree.Node], judged: Judged) -> Verdict | None:
    """The refutation of a definition by what is given; None if both may hold."""
    for one in tree.statements(node):
        if not isinstance(one, tree.Relation) or one.operators[0] not in {"=", ":="}:
            continue
        said = tree.Relation(one.operands[:2], ("=",))
        left, said_of = said.operands[0], _with(model, said)
        own = [given for given in givens if any(_is_of(part, left) for _, part in tree.walk(given))]
        variables = {symbol_key(one) for given in own for one in _variables(left, given)}
        named = model.named(_head(left))
        variables |= set(map(symbol_key, () if named is None else named.parameters))
        for given in own:
            if (same := _both(*(of_variance(one, model) for one in (given, said)))) is not None and judged(
                same, model, ()
            ).kind == "refuted":
                return refuted(f"it is given that {write_latex(given)}")
            rest = tuple(other for other in givens if other is not given)
            told = [judged(given, said_of, others) for others in {(), rest}]
            if any(_contradicts(one, variables) for one in told):
                return refuted(f"it is given that {write_latex(given)}")
        laws = (given for given in own if isinstance(given, tree.Relation) and given.operators == ("=",))
        terms = (term for law in (said, *laws) for term in _terms(law, (*givens, said)))
        for term in terms if isinstance(left, tree.Symbol) else ():
            if judged(term, model, ()).kind == "refuted":
                return refuted(f"by what is given, {write_latex(term)}")
        if own and isinstance(left, tree.Symbol) and left.subscript is not None:
            family = tuple(given for given in givens if _names(left) & _names(given))
            told = [judged(tree.Logic((tree.together(family), said), (r"\Rightarrow",)), model, ())]
            if _contradicts(told[0], variables):
                return told[0]
    return None


def law_otherwise(node: tree.Node, model: Model, givens: Sequence[tree.Node], judged: Judged) -> Verdict | None:
    r"""Why `F_X(x) = …`, where the law of X is known, is no definition; None if it follows from the law. Nor is
    `\operatorname{ReLU}(z) = …` one of a z that nobody knows, unless it is what the word stands for.
    """
    model = _with_laws(model, (*tree.statements(node), *givens))
    for whole in tree.statements(node):
        conditioned = isinstance(whole, tree.Logic) and {*whole.operators} <= tree.CONDITIONS
        one = whole.children[0] if conditioned else whole
        left, right, *_ = one.operands if isinstance(one, tree.Relation) else (one, one)
        usual, known = _stands_for(left, one, model)
        said: tree.Node | None = None if usual is None else tree.Relation((usual, right), ("=",))
        said = said and (whole.with_children([said, *whole.children[1:]]) if conditioned else said)
        above = [part.base for _, part in tree.walk(usual or one) if isinstance(part, tree.Power)]  # the s of G_X(s)
        positive = [tree.Relation((s, tree.Number("0")), (">",)) for s in above if isinstance(s, tree.Symbol)]
        told = None if said is None else judged(said, known, (*givens, *positive))
        if told is not None and told.kind != "proved":
            return told if told.kind == "refuted" else undecided(_NOT_EVERYWHERE.format(write_latex(left)))
    return None


def _stands_for(left: tree.Node, said: tree.Node, model: Model) -> tuple[tree.Node | None, Model]:
    """What the left side of a statement is already, if anything, and the model with each letter that it brings."""
    word = activation(left) if isinstance(said, tree.Relation) and said.operators == ("=",) else None
    if word is not None:
        usual, z = word
        return usual, Model({**model.names, symbol_key(z): Name(symbol_key(z), z)})
    if not isinstance(left, tree.Application):
        return None, model
    return by_convention(left, model) or generating(left, model) or _characteristic(left, model), model


def _characteristic(left: tree.Node, model: Model) -> tree.Node | None:
    r"""What `\varphi_X(t)` is where the law of X is known: its generating function at it; of a law without one nothing
    is shown.
    """
    match left:
        case tree.Application(tree.Symbol(r"\varphi", subscript=tree.Symbol() as of) as head, None, (at,)):
            name = None if symbol_key(head) in model else model.named(of)
        case _:
            return None
    laws = [one.operands[1] for one in (name.domain if name else ()) if isinstance(one, tree.Relation)]
    law = next((law for law in laws if row_of(law)), left)
    if (row := row_of(law)) is None:
        return None
    put = dict(zip(row.parameters, law.children[1:], strict=True)) | {"t": tree.side_by_side((tree.Constant("i"), at))}
    letters = Model({key: Name(key, tree.Symbol(key)) for key in put})
    return _put(read(Text.written(row.generating), letters).tree, put) if row.generating else tree.Dots(r"\dots")


def _put(node: tree.Node, values: Mapping[str, tree.Node]) -> tree.Node:
    """A row's formula at its parameters."""
    if isinstance(node, tree.Symbol):
        return tree.Group(values[node.name])
    return node.with_children([_put(one, values) for one in node.children])


def _with_laws(model: Model, parts: Sequence[tree.Node]) -> Model:
    r"""The model with the laws that are said: `X \sim \mathcal{U}(0, 2)`."""
    names = dict(model.names)
    for one in parts:
        match one:
            case tree.Relation(operands=(tree.Symbol() as of, law), operators=(r"\sim",)) if row_of(law) is not None:
                known = names.get(symbol_key(of)) or Name(symbol_key(of), of, kind="random")
                names[known.key] = replace(known, domain=(*known.domain, one))
            case _:
                pass
    return Model(names)


_NOT_EVERYWHERE: Final = "no rule shows that {} is this for each value: say of which it is, in the model by a domain:"


def law_beside(node: tree.Node, model: Model, givens: Sequence[tree.Node], judged: Judged) -> Verdict | None:
    r"""The verdict on `X \sim L` beside what is given of X; None if nothing speaks against it."""
    for one in (each for said in tree.statements(tree.regrouped(node)) for each in _one_each(said)):
        match one:
            case tree.Relation(operands=(tree.Symbol() as of, law), operators=(r"\sim",)) if row_of(law) is not None:
                key, name = symbol_key(of), model.named(of)
            case _:
                continue
        own = {other.key for other in model.names.values() if other.quantity and tree.mentions(other.quantity, of)}
        names = {each: other for each, other in model.names.items() if each not in own}
        bare = Model({**names, key: Name(key, of, kind="random")})
        for given in (*(name.domain if name else ()), *givens):
            fact = _of_chance(_spelled_out(given, bare)) if tree.mentions(given, of) else None
            if fact is None or any(bare.speaks_of_any(part, of) for part in (fact, law)):
                continue
            if judged(fact, bare, (one,)).kind == "refuted":
                return refuted(f"it is given that {write_latex(given)}")
    return None


def _one_each(said: tree.Node) -> Iterator[tree.Node]:
    r"""`X \sim L` and `Y \sim L` of `X, Y \sim L`."""
    match said:
        case tree.Relation(operands=(tree.Listing(items=items), law), operators=(r"\sim",)):
            yield from (tree.Relation((one, law), (r"\sim",)) for one in items)
        case _:
            yield said


def _spelled_out(node: tree.Node, model: Model) -> tree.Node:
    r"""What is given with `\sigma_X` as the measure that it is."""
    usual = by_convention(node, model) if isinstance(node, tree.Symbol) else None
    return usual or node.with_children([_spelled_out(one, model) for one in node.children])


def _of_chance(given: tree.Node) -> tree.Node | None:
    """What is given of a measure, or that an order surely happens; None of anything else, such as laws."""
    if not isinstance(given, tree.Relation) or not {*given.operators} <= {"<", r"\le", ">", r"\ge", "="}:
        return None
    if any(isinstance(one, tree.Application) for _, one in tree.walk(given)):
        return given
    return tree.Relation((tree.Application(tree.Symbol("P"), None, (given,)), tree.Number("1")), ("=",))


def holds_nowhere(claim: Claim) -> bool:
    """Whether the kernel proves the opposite of a constraint."""
    opposite = denied(tree.together(claim.node.items) if isinstance(claim.node, tree.Listing) else claim.node)
    facts = Facts(asking=[0, 0, MOST_IN_ALL - _OF_CHANCE if speaks_of_chance(claim.node, claim.model) else 0])
    with suppress(Refused, RecursionError):
        return opposite is not None and bool(attest(replace(claim, node=opposite), (), facts))
    return False


def denied_by_others(node: tree.Node) -> Iterator[tree.Node]:
    r"""Of several constraints that each is denied by the others: `x \in \{1, 2\} \Rightarrow x \le 3` of `x > 3`."""
    parts = tree.taken_apart(node)
    for one in parts if len(parts) > 1 else ():
        rest = tuple(part for part in parts if part is not one)
        if (other := denied(one)) is not None:
            yield tree.Logic((tree.together(rest), other), (r"\Rightarrow",))


def without_value(claim: Claim, conditions: Sequence[str]) -> bool:
    """Whether a condition under which a formula is proved holds nowhere that the model allows: it says nothing then."""
    applied = [(claim.model.named(_head(one)), one) for _, one in tree.walk(claim.node)]
    own = [name for name, one in applied if name is not None and name.parameters == getattr(one, "arguments", ())]
    within = replace(claim, givens=(*claim.givens, *(bound for name in own for bound in name.domain)))
    for text in conditions:
        with suppress(Faulty):
            if holds_nowhere(replace(within, node=read(Text.written(text), claim.model).tree)):
                return True
    return False


def _contradicts(told: Verdict, variables: AbstractSet[str]) -> bool:
    """Whether it is refuted, and not for values of names that a definition says nothing of."""
    return told.kind == "refuted" and (told.witness is None or {name for name, _ in told.witness.at} <= variables)


def _terms(said: tree.Relation, givens: Sequence[tree.Node]) -> Iterator[tree.Node]:
    """What a recursion says of terms that are given, with their values: `3 = 1 + 1`."""
    values: dict[tuple[tree.Node, Fraction | None], tree.Node] = {}
    for given in givens:
        match given:
            case tree.Relation(operands=(tree.Symbol(subscript=below) as term, value), operators=("=",)):
                if below is not None and (number := rational(below)) is not None:
                    values[replace(term, subscript=None), number] = value
    index = said.operands[0].subscript if isinstance(said.operands[0], tree.Symbol) else None
    letters = {*tree.symbols(index)} if index is not None else set()
    for family, letter in product({family for family, _ in values}, letters):
        for first in range(_TERMS):
            placed: tree.Node = substituted(said, letter, tree.Number(str(first))) or said
            new = _member(placed.children[0], family)
            for part in {one for _, one in tree.walk(placed) if _member(one, family) in values}:
                placed = replaced(placed, part, tree.Group(values[_member(part, family)]))
            left, right = placed.children[:2]
            if any(
                isinstance(one, tree.Symbol) and replace(one, subscript=None) == family for _, one in tree.walk(right)
            ):
                continue
            if _member(left, family) == new != (family, None):
                values[new] = right  # a_1 = 2, and so a_2 = 2 \cdot 2
            elif new in values:
                yield placed


def _member(node: tree.Node, family: tree.Node) -> tuple[tree.Node, Fraction | None]:
    """The family and the index of one of its members."""
    below = node.subscript if is_member(node, family) else None
    return family, None if below is None else worked_out(below)


_TERMS: Final = 6  # a recursion is looked at for indices from 0 on


def _both(given: tree.Node, said: tree.Node) -> tree.Node | None:
    """What is given and what is said of one name, as one equation."""
    match given, said:
        case (tree.Relation(operands=(left, right), operators=("=",)), tree.Relation(operands=(other, value))) if (
            left == other
        ):
            return tree.Relation((right, value), ("=",))
        case _:
            return None


def _head(left: tree.Node) -> tree.Node:
    return left.head if isinstance(left, tree.Application) else left


def _is_of(part: tree.Node, left: tree.Node) -> bool:
    """Whether a part is what a left side is of: its name, a member of its family, or a measure of the same."""
    head = _head(left)
    if not isinstance(head, tree.Symbol):
        return isinstance(part, tree.Application) and bool(_names(left) & _names(part))
    if part == head or not isinstance(part, tree.Symbol) or not (head.subscript and part.subscript):
        return part == head
    runs = any(
        isinstance(one, tree.Symbol) for index in (head.subscript, part.subscript) for _, one in tree.walk(index)
    )
    return runs and replace(part, subscript=None) == replace(head, subscript=None)


def _variables(left: tree.Node, given: tree.Node) -> Iterator[tree.Symbol]:
    """What a function or a sequence depends on, where it is said and where it is given."""
    places = left.arguments if isinstance(left, tree.Application) else ()
    indices = [one.subscript for _, one in tree.walk(given) if _is_of(one, left) and isinstance(one, tree.Symbol)]
    for place in (*places, *(one for one in (*indices, getattr(left, "subscript", None)) if one is not None)):
        yield from tree.symbols(place)


def _names(node: tree.Node) -> set[tree.Node]:
    return {replace(one, subscript=None) for one in tree.symbols(node)}


def _with(model: Model, said: tree.Relation) -> Model:
    """The model with what a definition says, of a name that it has, too."""
    left, body = said.operands
    head = left.head if isinstance(left, tree.Application) else left
    known = model.named(head)
    if known is None or not isinstance(head, tree.Symbol):
        return defining(model, said)
    applied = left.arguments if isinstance(left, tree.Application) else known.parameters
    parameters = tuple(one for one in applied if isinstance(one, tree.Symbol))
    own = {symbol_key(one): Name(symbol_key(one), one, implicit=True) for one in parameters}
    return Model({**own, **model.names, known.key: replace(known, parameters=parameters, body=body)})
