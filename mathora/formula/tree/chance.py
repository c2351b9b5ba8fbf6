r"""The nodes of chance, and which parts of a formula speak of it. See `tree` for the laws of all nodes.

Owns: `Parted`, `Complement`; `measure_of`, which tells a probability, an expectation, a variance, an entropy, …;
`row_of` a distribution; `asked_of_law`, what it asks of its parameters; `on_support`; `says_all_apart`;
`bounds_outside`.

Law: `P`, `\mathbb{P}` and `\Pr` are probabilities where their arguments are events and the model gives them no value;
`E[…]` is an expectation where the model has no `E`. `\mathbb{E}`, `\operatorname{Var}` and `\operatorname{Cov}` always
are. `H`, `h` and `I` of declared random quantities are entropies and informations, if the model has no such name;
`D_{KL}(P \| Q)` is a divergence of two known distributions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeGuard, cast

from mathora.formula.symbols.distributions import SPELLED, Law
from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.parts import Overline
from mathora.formula.tree.regrouping import taken_apart
from mathora.formula.tree.statements import Application, Big, Logic, Negation, Noted, Relation, RelationSign
from mathora.formula.tree.terms import Constant, Dots, FunctionName, Listing, Number, SetOperation, Symbol, UprightWords

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model

Parting = Literal[r"\mid", r"\|", ";"]


@dataclass(frozen=True, slots=True)
class Parted(Node):
    r"""`A \mid B` (given), `P \| Q` (relative to), `x; \theta` (with), between the brackets of a function.

    Several parts on a side are a `Listing`: `A, B \mid C`.
    """

    left: Node
    right: Node
    sign: Parting = r"\mid"


@dataclass(frozen=True, slots=True)
class Complement(Node):
    r"""`A^c` or `A'`: what is not in a set, or that an event does not happen."""

    operand: Node
    mark: Literal["c", "'"] = "c"


MeasureName = Literal["P", "E", "Var", "Cov", "Corr", "SD", "H", "I", "D"]

PROBABILITIES: Final = frozenset({("P", ""), ("P", "mathbb"), ("P", "mathrm"), ("Pr", "operatorname")})
EXPECTATIONS: Final = frozenset({("E", ""), ("E", "mathrm"), ("E", "operatorname")})
_STANDARD: Final[dict[str, MeasureName]] = {
    "Pr": "P", "E": "E", "V": "Var", "Var": "Var", "Cov": "Cov", "Corr": "Corr", "SD": "SD",
}  # fmt: skip
_OF_INFORMATION: Final[dict[str, MeasureName]] = {"H": "H", "h": "H", "I": "I"}


def measure_of(node: Node, model: Model) -> MeasureName | None:  # noqa: PLR0911 - a row per kind
    """Which measure of chance an application is, or None."""
    if not isinstance(node, Application) or node.power is not None:
        return None
    head = node.head
    if isinstance(head, FunctionName):
        return _STANDARD.get(head.name)
    if isinstance(head, Symbol) and _is_divergence(head, node):
        return "D"
    if not isinstance(head, Symbol) or head.subscript or head.accents or head.marks or head.superscript:
        return None
    spelled = (head.name, head.style)
    declared = model.get(head.name if not head.style else rf"\{head.style}{{{head.name}}}")
    if spelled in PROBABILITIES and (declared is None or declared.body is None):
        return "P" if all(is_event(one, model) for one in node.arguments) else None
    if spelled in EXPECTATIONS and declared is None:
        return "E"
    if is_density(node) and declared is None and all(_is_named(one) for one in node.arguments):
        return "P"
    known = declared is not None or not all(is_random(one, model) for one in node.arguments)
    return None if known or head.style else _OF_INFORMATION.get(head.name)


def is_density(node: Node) -> bool:
    r"""Whether an application is written as a density, `p(x \mid y)`, or as a policy, `\pi(a \mid s)`: a probability,
    where the model has no such name.
    """
    if not isinstance(node, Application) or node.power is not None:
        return False
    policy = node.head == Symbol(r"\pi") and all(isinstance(one, Parted) for one in node.arguments)
    return node.head == Symbol("p") or policy


def says_measure(left: Application, right: Node, model: Model) -> bool:
    """Whether an equation says a measure's value; `p(x) = x^2` gives a function its formula."""
    parted = any(isinstance(one, Parted) for one in left.arguments)
    of_densities = any(is_density(part) for _, part in walk(right))
    return measure_of(left, model) is not None and (parted or of_densities or not is_density(left))


def _is_named(node: Node) -> bool:
    """Whether an argument of `p` is a value by its name, or several of them."""
    match node:
        case Parted(left=left, right=right, sign=r"\mid"):
            return _is_named(left) and _is_named(right)
        case Listing(items=items):
            return all(map(_is_named, items))
        case Relation(operands=(Symbol(), _), operators=("=",)):
            return True
        case _:
            return isinstance(node, Symbol)


def is_random(node: Node, model: Model) -> bool:
    r"""Whether an argument of `H` or `I` is a declared random quantity, or several: `X`, `X, Y`, `X \mid Y`."""
    match node:
        case Parted(left=left, right=right):
            return is_random(left, model) and is_random(right, model)
        case Listing(items=items):
            return all(is_random(one, model) for one in items)
        case Symbol():
            name = model.get(_key(node))
            return name is not None and (name.kind == "random" or any(map(_is_law, name.domain)))
        case _:
            return False


def _is_law(node: Node) -> bool:
    return isinstance(node, Relation) and node.operators == (r"\sim",)


def _is_divergence(head: Symbol, node: Application) -> bool:
    r"""`D_{KL}(P \| Q)` of two known distributions."""
    if not names_divergence(head):
        return False
    match node.arguments:
        case (Parted(left=Application(head=Symbol() as one), right=Application(head=Symbol() as other), sign=r"\|"),):
            return all((each.name, each.style) in SPELLED for each in (one, other))
        case _:
            return False


def names_divergence(head: Node) -> bool:
    r"""`D_{KL}` or `\operatorname{KL}`."""
    if not isinstance(head, Symbol):
        return False
    letters = [one.name if isinstance(one, Symbol) else one.text for one in _leaves(head.subscript or head)]
    return (head.name, "".join(letters)) in {("D", "KL"), ("KL", "KL")}


def _leaves(node: Node) -> list[Symbol | UprightWords]:
    return [part for _, part in walk(node) if isinstance(part, (Symbol, UprightWords))]


def is_event(node: Node, model: Model) -> bool:  # noqa: PLR0911 - a row per kind
    r"""Whether an argument of `P` is an event: `A`, `A \cap B`, `X = k`, `A \mid B`, `\text{rain}`."""
    match node:
        case Overline(body=body):
            return is_event(body, model)
        case Constant(name=r"\emptyset") | Symbol(name=r"\Omega"):
            return True
        case Parted() | SetOperation() | Relation() | Negation() | Complement() | UprightWords() | Logic():
            return True
        case Big(operator=operator):
            return operator in {r"\bigcup", r"\bigcap"}
        case Listing(items=items):
            return all(is_event(one, model) for one in items)
        case Symbol(name=name, accents=accents):
            if any(is_event(Symbol(name, node.style, accents[1:], node.subscript), model) for _ in accents[:1]):
                return True
            declared = model.get(_key(node))
            if declared is not None and declared.kind in ("event", "set"):
                return True
            capital = len(name) == 1 and name.isupper() and node.style in ("", "mathcal", "mathrm")
            return capital and (declared is None or (declared.body is None and declared.kind == "real"))
        case _:
            return False


def relates_events(node: Node, model: Model) -> bool:
    r"""Whether a statement says how declared events lie: `A \cap B = \emptyset`, `A \subseteq B`, but no equation of
    numbers in capital letters.
    """
    names = [model.get(_key(part)) for _, part in walk(node) if isinstance(part, Symbol)]
    declared = any(name is not None and name.kind == "event" for name in names)
    return _relates(node) and declared and all(is_event(one, model) for one in node.children)


def _relates(node: Node) -> TypeGuard[Relation]:
    return isinstance(node, Relation) and set(node.operators) <= {"=", r"\subset", r"\subseteq"}


def event_relations(model: Model) -> tuple[Relation, ...]:
    """How events lie, by the model."""
    said = (one for name in model.names.values() if name.kind == "event" for one in name.domain)
    return tuple(one for one in said if _relates(one))


def premised_relations(claim: Node, model: Model) -> tuple[Relation, ...]:
    """How events lie, by what a claim takes as true: the left side of its ⇒."""
    if not isinstance(claim, Logic) or claim.operators != (r"\Rightarrow",):
        return ()
    said = taken_apart(claim.operands[0])
    return tuple(one for one in said if _relates(one) and relates_events(one, model))


def relates_quantities(node: Node, givens: Iterable[Node], model: Model) -> bool:
    r"""Whether what is given or premised says how random quantities lie to each other: `Y = 2X + 1`, `X \ge 0`."""
    premises = node.operands[:1] if isinstance(node, Logic) and node.operators == (r"\Rightarrow",) else ()
    said = (part for one in (*givens, *premises) for part in taken_apart(one))
    return any(isinstance(one, Relation) and one.operators[0] not in _OF_LAWS and _is_bare(one, model) for one in said)


_OF_LAWS: Final = frozenset({r"\sim", r"\perp"})


def _is_bare(node: Node, model: Model) -> bool:
    """Whether a random quantity stands in it by itself, and not within a measure."""
    inside = measure_of(node, model) is None and any(_is_bare(one, model) for one in node.children)
    return inside or (isinstance(node, Symbol) and is_random(node, model))


def _key(node: Symbol) -> str:
    from mathora.formula.tree.canonical_latex import symbol_key  # noqa: PLC0415 - it writes this module's nodes

    return symbol_key(node)


def speaks_of_chance(node: Node, model: Model) -> bool:
    """Whether a formula, or what its names are defined by, has a probability, an expectation, an entropy, … in it."""
    return any(measure_of(part, model) is not None for part in parts_with_definitions(node, model))


def parts_with_definitions(node: Node, model: Model) -> Iterator[Node]:
    """All parts of a formula, and those of the definitions of its names."""
    waiting, seen = [node], set[str]()
    while waiting:
        for _, part in walk(waiting.pop()):
            yield part
            key = _key(part) if isinstance(part, Symbol) else ""
            name = model.get(key)
            if name is not None and name.body is not None and key not in seen:
                seen.add(key)
                waiting.append(name.body)


def row_of(law: Node) -> Law | None:
    r"""The row that `\mathcal{N}(0, 1)` names; None of anything else, and of a list, `\mathcal{U}\{1, 2\}`."""
    match law:
        case Application(head=Symbol(name=name, style=style), power=None, arguments=arguments) if law.bracket != "{":
            row = SPELLED.get((name, style))
            return row if row is not None and len(row.parameters) == len(arguments) else None
        case _:
            return None


def asked_of_law(law: Node) -> tuple[Relation, ...]:
    r"""What a distribution asks of its parameters: `\mathcal{N}(0, s^2)` that `s^2 > 0`; nothing of anything else."""
    return _put_in(law, lambda row: row.asks, {})


def on_support(law: Node, place: Node) -> tuple[Relation, ...]:
    r"""What holds of a place that is one of its values: of `\mathcal{U}(a, b)` that `a \le x` and `x \le b`."""
    return _put_in(law, lambda row: row.support, {"x": place})


def _put_in(law: Node, said: Callable[[Law], tuple[str, ...]], more: dict[str, Node]) -> tuple[Relation, ...]:
    """The demands of a law's row with its arguments in them."""
    row = row_of(law)
    if row is None or not isinstance(law, Application):
        return ()
    put = dict(zip(row.parameters, law.arguments, strict=True)) | more
    demands = (demand.split() for demand in said(row))
    return tuple(
        Relation((put.get(left, Number(left)), put.get(right, Number(right))), (cast("RelationSign", sign),))
        for left, sign, right in demands
    )


def of_sample(node: Node, model: Model) -> tuple[Relation, ...]:
    r"""`X_1, \dots, X_n \overset{\text{iid}}{\sim} \mathcal{N}(0, 1)`, or `X_i` so, as what it says of all.

    This is their law, and that they are independent; of `X_1, \dots, X_5`, each one's law. Nothing of anything else.
    """
    match node:
        case Listing(
            items=(*first, Dots(), Noted(left=Symbol() as member) | Relation(operands=(Symbol() as member, _)) as last)
        ):
            begins = tuple(replace(member, subscript=Number(str(place))) for place in range(1, len(first) + 1))
            if not first or begins != tuple(first):
                return ()
        case Noted(left=Symbol(subscript=Symbol()) as member) as last:
            begins = ()
        case _:
            return ()
    law = last.right if isinstance(last, Noted) else last.operands[1]
    signs = (last.sign,) if isinstance(last, Noted) else last.operators
    note = last.note.text if isinstance(last, Noted) and isinstance(last.note, UprightWords) else ""
    apart = note.lower().replace(".", "").strip() == "iid"
    own = (name.symbol for name in model.names.values() if isinstance(name.symbol.subscript, Symbol))
    family = next((one for one in own if replace(one, subscript=member.subscript) == member), None)
    if signs != (r"\sim",) or family is None or (isinstance(last, Noted) and not apart):
        return ()
    match member.subscript:
        case Symbol():
            other = replace(family, subscript=Symbol("j" if family.subscript != Symbol("j") else "i"))
            told, members = [family], [family, other]
        case Number(value=many) if many.denominator == 1 and len(begins) < many <= MOST_DRAWN:
            told = members = [replace(member, subscript=Number(str(place))) for place in range(1, int(many) + 1)]
        case _:
            return ()
    laws = tuple(Relation((one, law), (r"\sim",)) for one in told)
    between: list[RelationSign] = [r"\perp"] * (len(members) - 1)
    return (*laws, Relation(tuple(members), tuple(between))) if apart else laws


MOST_DRAWN: Final = 20  # members of a sample, each of which is said to have its law


def says_all_apart(relation: Relation) -> bool:
    r"""`X_i \perp X_j`: all members of a family are independent of each other."""
    symbols = [one for one in relation.operands if isinstance(one, Symbol)]
    bases = {(one.name, one.style, one.accents) for one in symbols if isinstance(one.subscript, Symbol)}
    indices = {one.subscript for one in symbols}
    apart = set(relation.operators) == {r"\perp"} and len(relation.operands) == len(symbols)
    return apart and len(symbols) == len(indices) > 1 and len(bases) == 1 and None not in indices


def bounds_outside(nodes: Iterable[Node], model: Model) -> frozenset[Symbol]:
    r"""The names that an event is compared with and that stand outside of it: the k of `P(X > k) = \frac{1}{k}`."""
    parts = [part for node in nodes for _, part in walk(node)]
    chances = [part for part in parts if measure_of(part, model) == "P"]
    inside = [part for one in chances for _, part in walk(one)]
    names = {name for one in inside if isinstance(one, Relation) for _, name in walk(one) if isinstance(name, Symbol)}
    return frozenset(one for one in names if not one.name.isupper() and parts.count(one) > inside.count(one))
