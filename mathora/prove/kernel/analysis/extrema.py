"""Maxima and minima.

Owns: `extremum`: the value, or the place, of a maximum or minimum, at the place that a hint gives.

Law: the place lies in the range and nothing in the range is beyond its value; one that is asked for is the only one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mathora.formula import symbol_key, tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.equality import ordered
from mathora.prove.kernel.exact import calculus
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.reading.relations import WHOLE, equations_of, links
from mathora.prove.kernel.reading.values import entries, number

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading
    from mathora.prove.kernel.signs.facts import Facts


def extremum(reading: TreeReading, node: tree.Extremum) -> Ratio:  # noqa: C901 - one obligation after the other
    """The value (or place) of a maximum or minimum, at the place that a hint gives."""
    names = _names(node.under, node.body)
    bound = isinstance(node.under, tree.Relation) and node.under.operators != ("=",)
    atoms = {symbol_key(one): _atom(reading, one, bound=bound) for one in names}
    kinds = {key: known.kind for key in atoms if (known := reading.model.get(key))}
    facts = reading.facts.with_(whole=frozenset(atoms[key] for key, kind in kinds.items() if kind in WHOLE))
    with reading.binding({key: Ratio.atom(atom) for key, atom in atoms.items()}):
        if isinstance(node.under, tree.Relation):
            with reading.knowing(facts):
                equation = equations_of(reading, node.under) if node.under.operators == ("=",) else ()
                facts = facts.with_(*(() if equation else links(reading, node.under)), equations=equation)
        with reading.knowing(facts), reading.apart(smooth=True) as inner:
            body = reading.number(node.body)
    for sign, ratio in (*inner.found, *inner.declared, *inner.obligations):
        if not facts.shows(ratio, sign):
            raise Refused("the body does not have a value on the whole range")
    place = _place(reading, node, atoms)
    best = calculus.placed(body, place, reading.facts)
    tied = [one for one in facts.equations if one.atoms & place.keys()]
    if any(one in reading.facts.equations or calculus.placed(one, place, reading.facts).above for one in tied):
        raise Refused("an equation that is given, or one that the place does not fit")
    for sign, ratio in (*inner.found, *inner.declared, *facts.known):
        if ratio.atoms & place.keys() and not reading.facts.shows(calculus.placed(ratio, place, reading.facts), sign):
            raise Refused("the place is outside of the range")
    if any(one.constant is None or one.constant.denominator != 1 for atom, one in place.items() if atom in facts.whole):
        raise Refused("the place is no whole number")
    largest = node.operator in {"max", "sup", "argmax"}
    upper, lower = (best, body) if largest else (body, best)
    upper, lower, way = _from_place(facts, upper, lower, place)
    ordered(upper, lower, "≥", facts)
    reading.hints.use("highest place")
    if not node.operator.startswith("arg"):
        return best
    if way is None:
        raise Refused("an extremum that may have several places")
    for side in (way, -way):
        if not facts.shows(-side, "≥"):
            ordered(upper, lower, ">", facts.with_((">", side)))
    return next(iter(place.values()))


def _names(under: tree.Node, body: tree.Node) -> list[tree.Symbol]:
    match under:
        case tree.Symbol():
            return [under]
        case tree.Listing(items=items) if all(isinstance(one, tree.Symbol) for one in items):
            return [one for one in items if isinstance(one, tree.Symbol)]
        case tree.Relation(operators=("=",)):  # a constraint on what the body speaks of
            spoken = {*tree.symbols(body)}
            return list(dict.fromkeys(one for one in tree.symbols(under) if one in spoken))
        case tree.Relation(operands=(_, tree.Symbol() as name, _) | (tree.Symbol() as name, _)):
            return [name]
        case _:
            raise Refused("an extremum over what is no range of a name")


def _atom(reading: TreeReading, name: tree.Symbol, *, bound: bool) -> Atom:
    """The variable: one of its own where a range is written, else the name with what is declared of it."""
    if bound:
        return reading.fresh(symbol_key(name))
    if symbol_key(name) not in reading.model and not reading.is_bound(symbol_key(name)):
        return reading.fresh(symbol_key(name))
    atom = reading.number(name).only_atom
    if atom is None or atom.kind != "variable":
        raise Refused("an extremum over what has a value")
    return atom


def _place(reading: TreeReading, node: tree.Extremum, atoms: dict[str, Atom]) -> dict[Atom, Ratio]:
    found = reading.of(reading.hints.value(node, reading.model))
    values = entries(found) or (number(found),)
    if len(values) != len(atoms) or any(one.atoms & set(atoms.values()) for one in values):
        raise Refused("a hint of another length, or one that runs over the range itself")
    return dict(zip(atoms.values(), values, strict=True))


def _from_place(
    facts: Facts, upper: Ratio, lower: Ratio, place: dict[Atom, Ratio]
) -> tuple[Ratio, Ratio, Ratio | None]:
    """Both sides, and the way from the only place: where its variable may be any number, it is put in its place."""
    if len(place) != 1:
        return upper, lower, None
    ((atom, value),) = place.items()
    way, spoken = Ratio.atom(atom), (*(one for _, one in facts.known), *facts.equations)
    if atom in facts.whole or any(atom in one.atoms for one in spoken):
        return upper, lower, way - value
    moved, conditions = {atom: way + value}, Conditions(facts)
    return calculus.substituted(upper, moved, conditions), calculus.substituted(lower, moved, conditions), way
