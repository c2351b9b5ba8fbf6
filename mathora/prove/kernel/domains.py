"""What the model says of a variable's range.

Owns: `range_of` and `without_root`. Law: a range holds at least all values that the variable may have.
"""

from __future__ import annotations

from fractions import Fraction

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.prove.kernel.algebra import Atom, Ratio, divided, roots_between, univariate, value_at
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.interval import Enclosure
from mathora.prove.kernel.meaning import TreeReading


def range_of(model: Model, atom: Atom | None) -> Enclosure:
    """The interval that a variable's kind and declared relations leave; relations of other kinds are no help."""
    if atom is None:
        return Enclosure()
    name = model.get(atom.name)
    if name is None:
        return Enclosure()
    low, high = (Fraction(0) if name.kind in {"positive", "nonnegative", "natural"} else None), None
    found = Enclosure(low, high, low_open=name.kind == "positive")
    for relation in _relations(model, name):
        try:
            links = list(TreeReading(model).links(relation))
        except Refused:
            continue
        for sign, ratio in links:
            found = _narrowed(found, sign, ratio, atom)
    return found


def _relations(model: Model, name: Name) -> tuple[tree.Node, ...]:
    """A name's own relations; those of the only function whose parameter it is."""
    if not name.implicit:
        return name.domain
    owners = [one for one in model.names.values() if name.key in map(symbol_key, one.parameters)]
    speaking = {tuple(one for one in owner.domain if _speaks_of(one, name.key)) for owner in owners}
    return speaking.pop() if len(speaking) == 1 else ()


def _speaks_of(relation: tree.Node, key: str) -> bool:
    return any(isinstance(part, tree.Symbol) and symbol_key(part) == key for _, part in tree.walk(relation))


def _narrowed(where: Enclosure, sign: str, ratio: Ratio, atom: Atom) -> Enclosure:
    """The range with `ratio sign 0`, where that is linear in the variable and in nothing else."""
    try:
        variable, numbers = univariate(ratio)
    except Refused:
        return where
    if variable != atom or len(numbers) != 2 or sign == "≠":  # noqa: PLR2004 - linear
        return where
    place, is_open = -numbers[0] / numbers[1], sign == ">"
    if numbers[1] > 0:
        if where.low is None or place > where.low or (place == where.low and is_open):
            return Enclosure(place, where.high, is_open, where.high_open)
    elif where.high is None or place < where.high or (place == where.high and is_open):
        return Enclosure(where.low, place, where.low_open, is_open)
    return where


def without_root(polynomial: list[Fraction], where: Enclosure) -> bool:
    """Whether a polynomial has no root in the range."""
    if not polynomial:
        return False
    if len(polynomial) == 1:
        return True
    ends = ((where.low, where.low_open), (where.high, where.high_open))
    for end, is_open in ends:
        if end is not None and not value_at(polynomial, end):
            if not is_open:
                return False
            while not value_at(polynomial, end):
                polynomial = divided(polynomial, [-end, Fraction(1)])[0]
    return len(polynomial) == 1 or roots_between(polynomial, where.low, where.high) == 0
