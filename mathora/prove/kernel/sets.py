r"""Sets: memberships, inclusions and equalities.

Owns: `of_sets` and `is_set`.

| rule | what it needs |
| --- | --- |
| elements | each element of one set is an element of the other |

Law: inside of sets nothing is assumed to have a value.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import eq, le, lt
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.equality import equal
from mathora.prove.kernel.exact.algebra import ONE, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import IMAGINARY, PI
from mathora.prove.kernel.logic import strictly
from mathora.prove.kernel.reading.relations import SETS, links
from mathora.prove.kernel.reading.values import entries

if TYPE_CHECKING:
    from mathora.prove.kernel.rules import Judging

OF_SETS = frozenset({r"\in", r"\notin", r"\subset", r"\subseteq"})
_NUMBERS = (r"\emptyset", *reversed(SETS))  # each a proper part of the next one


def is_set(node: tree.Node) -> bool:
    """Whether a side is written as a set."""
    if isinstance(node, tree.Product):
        return all(map(is_set, node.factors))
    return isinstance(node, tree.SetLiteral) or _name(node) in _NUMBERS


def _name(node: tree.Node) -> str:
    return node.name if isinstance(node, tree.Constant) else ""


def of_sets(judging: Judging, left: tree.Node, sign: str, right: tree.Node) -> str:
    """A membership, an inclusion or an equality of sets."""
    if sign == r"\in":
        _element(judging, left, right)
    elif sign == r"\notin":
        _no_element(judging, left, right)
    elif {_name(left), _name(right)} <= {*_NUMBERS} and sign in _COMPARED:
        if not _COMPARED[sign](*(_NUMBERS.index(_name(one)) for one in (left, right))):
            raise Refused("these sets do not lie so")
    elif sign in {"=", r"\subset", r"\subseteq"}:
        one, other = _listed(judging, left), _listed(judging, right)
        for inner, outer in ((one, other), (other, one)) if sign == "=" else ((one, other),):
            for element in inner:
                _among(judging, element, outer)
        if sign == r"\subset" and not any(all(_differ(judging, item, a) for a in one) for item in other):
            raise Refused("an inclusion that may be no proper one")
    else:
        raise Refused("a relation of sets of this kind")
    return "elements"


_COMPARED: dict[str, Callable[[int, int], bool]] = {"=": eq, r"\subseteq": le, r"\subset": lt}
Element = tuple[Ratio, ...]


def _listed(judging: Judging, node: tree.Node) -> list[Element]:
    match node:
        case tree.SetLiteral(items=items):
            values = [judging.reading.of(item) for item in items]
            return [entries(one) or (one,) for one in values]  # type: ignore[misc]
        case tree.Constant(name=r"\emptyset"):
            return []
        case tree.SetOperation(operands=operands, operators=operators) if set(operators) == {r"\cup"}:
            return [one for part in operands for one in _listed(judging, part)]
        case tree.Product(factors=factors, operators=operators) if set(operators) == {r"\times"}:
            total: list[Element] = [()]
            for factor in factors:
                total = [(*before, *one) for before in total for one in _listed(judging, factor)]
            return total
        case _:
            raise Refused("a set that is not listed")


def _differ(judging: Judging, one: Element, other: Element) -> bool:
    return any(judging.reading.facts.shows(a - b, "≠") for a, b in zip(one, other, strict=False))


def _among(judging: Judging, element: Element, others: list[Element]) -> None:
    facts = judging.reading.facts
    for other in others:
        if len(other) == len(element):
            try:
                for a, b in zip(element, other, strict=True):
                    equal(a, b, facts)
            except Refused:
                continue
            return
    raise Refused("an element that is not shown to be in the other set")


def _element(judging: Judging, left: tree.Node, right: tree.Node) -> None:
    reading = judging.reading
    match right:
        case tree.IntervalSet():
            with strictly(judging), reading.apart(smooth=True) as conditions:
                found = list(links(reading, tree.Relation((left, right), (r"\in",))))
            if not all(
                reading.facts.shows(ratio, sign) for sign, ratio in (*found, *conditions.found, *conditions.declared)
            ):
                raise Refused("it is not shown to be in the interval")
        case tree.SetLiteral():
            value = reading.of(left)
            _among(judging, entries(value) or (value,), _listed(judging, right))  # type: ignore[arg-type]
        case tree.Constant(name=name) if name in SETS:
            value, kind = cancelled(reading.number(left)), SETS[name]
            unreal = any(atom == IMAGINARY or atom.kind == "any power" for atom in value.atoms)
            if unreal or (name == r"\mathbb{Q}" and value.constant is None):
                raise Refused("it is not shown to be a fraction, or real")
            if kind and not reading.facts.is_whole(value):
                raise Refused("it is not shown to be whole")
            if kind == "natural" and not reading.facts.shows(value, "≥"):
                raise Refused("it is not shown to be natural")
        case _:
            raise Refused("a membership of this kind")


def _no_element(judging: Judging, left: tree.Node, right: tree.Node) -> None:
    value, kind = judging.reading.number(left), SETS.get(_name(right), "")
    is_part = value.constant is not None and value.constant.denominator != 1
    is_below = kind == "natural" and judging.reading.facts.shows(-value, ">")
    if kind == "" or _name(right) == _NUMBERS[-1] or not (is_below or (kind and is_part) or is_irrational(value)):
        raise Refused("it is not shown to be outside")


def is_irrational(value: Ratio) -> bool:
    """A number that is c + w for a fraction c, a power of w being a fraction, but of no fraction; or that is made of π
    alone, or of one e^c or ln c (F. Lindemann, 1882).
    """
    value = cancelled(value)
    atom = next(iter(value.own_atoms)) if len(value.own_atoms) == 1 and value.constant is None else None
    if atom and (Ratio.atom(atom) == PI or (atom.kind in {"exp", "ln"} and atom.argument.constant is not None)):
        return True
    from flint import fmpz  # noqa: PLC0415 - only what asks for it

    rest = value - Ratio.number(value.above.get((), Fraction(0))) if value.below == ONE else value
    powers = ((power, cancelled(rest.power(power)).constant) for power in (2, 3))
    parts = [(power, fmpz(abs(part))) for power, one in powers if one for part in one.as_integer_ratio()]
    return any(part.root(power) ** power != part for power, part in parts)
