r"""The nodes of chance, and which parts of a formula speak of it. See `tree` for the laws of all nodes.

Owns: `Parted`, `Complement`; `measure_of`, which tells a probability, an expectation, a variance or a covariance.

Law: `P`, `\mathbb{P}` and `\Pr` are probabilities where their arguments are events and the model gives them no value;
`E[…]` is an expectation where the model has no `E`. `\mathbb{E}`, `\operatorname{Var}` and `\operatorname{Cov}` always
are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.parts import Overline
from mathora.formula.tree.statements import Application, Logic, Negation, Relation
from mathora.formula.tree.terms import FunctionName, Listing, SetOperation, Symbol, UprightWords

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
    r"""`A^c`: what is not in a set, or that an event does not happen."""

    operand: Node


MeasureName = Literal["P", "E", "Var", "Cov"]

PROBABILITIES: Final = frozenset({("P", ""), ("P", "mathbb"), ("P", "mathrm"), ("Pr", "operatorname")})
EXPECTATIONS: Final = frozenset({("E", ""), ("E", "mathrm"), ("E", "operatorname")})
_STANDARD: Final[dict[str, MeasureName]] = {"Pr": "P", "E": "E", "Var": "Var", "Cov": "Cov"}


def measure_of(node: Node, model: Model) -> MeasureName | None:
    """Which measure of chance an application is, or None."""
    if not isinstance(node, Application) or node.power is not None:
        return None
    head = node.head
    if isinstance(head, FunctionName):
        return _STANDARD.get(head.name)
    if not isinstance(head, Symbol) or head.subscript or head.accents or head.marks or head.superscript:
        return None
    spelled = (head.name, head.style)
    declared = model.get(head.name if not head.style else rf"\{head.style}{{{head.name}}}")
    if spelled in PROBABILITIES and (declared is None or declared.body is None):
        return "P" if all(is_event(one, model) for one in node.arguments) else None
    return "E" if spelled in EXPECTATIONS and declared is None else None


def is_event(node: Node, model: Model) -> bool:  # noqa: PLR0911 - a row per kind
    r"""Whether an argument of `P` is an event: `A`, `A \cap B`, `X = k`, `A \mid B`, `\text{rain}`."""
    match node:
        case Overline(body=body):
            return is_event(body, model)
        case Parted() | SetOperation() | Relation() | Negation() | Complement() | UprightWords() | Logic():
            return True
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


def _key(node: Symbol) -> str:
    from mathora.formula.tree.canonical_latex import symbol_key  # noqa: PLC0415 - it writes this module's nodes

    return symbol_key(node)


def speaks_of_chance(node: Node, model: Model) -> bool:
    """Whether a formula has a probability, an expectation, a variance or a covariance in it."""
    return any(measure_of(part, model) is not None for _, part in walk(node))
