r"""Small matrices, vectors and numbers at which a false implication of matrices is false.

Owns: `refuted_by_matrices`; `in_small`, the model in which matrices without a shape have two rows.

Laws:
- A place obeys all that is declared of its names. Both sides of an arrow are computed there exactly, by the kernel's
  own reading: the premise is true, and what is concluded from it is not.
- What cannot be computed at a place refutes nothing there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import islice, product
from typing import Final

from mathora.formula import Model, Name, tree, write_latex
from mathora.prove.judge.second_look import links_of
from mathora.prove.kernel import Claim, Refused
from mathora.prove.kernel.certificate import HintBook
from mathora.prove.kernel.exact.algebra import Ratio
from mathora.prove.kernel.exact.functions import true
from mathora.prove.kernel.reading.meaning import TreeReading
from mathora.prove.kernel.reading.relations import ORDERS, equations_of
from mathora.prove.kernel.reading.values import ExactValue
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.verdict import Verdict, Witness, refuted

MOST_PLACES: Final = 1500
_CORNERS: Final = (
    *(((1, 0), (0, 0)), ((0, 0), (0, 1)), ((0, 1), (0, 0)), ((1, 0), (0, 1)), ((0, 1), (1, 0)), ((1, 1), (0, 0))),
    *(((0, 0), (0, 0)), ((1, 1), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((2, 0), (0, 1))),
)
"""The upper left corners of matrices; beyond stand zeros, and ones on the diagonal of what has an inverse."""
_VECTORS: Final = ((1, 0), (0, 1), (1, 1), (0, 0), (1, -1))  # the first entries of vectors; beyond stand zeros
_NUMBERS: Final = (1, 0, 2, -1, 3)
_WANTED: Final = {"positive": ">", "nonnegative": "≥", "natural": "≥"}
_ARROWS: Final = {r"\Rightarrow": (False,), r"\Leftarrow": (True,)} | dict.fromkeys(tree.EQUIVALENT, (False, True))


def refuted_by_matrices(claim: Claim) -> Verdict | None:
    """The refutation of a statement with an arrow, or with givens, at one of a few places; None if there is none."""
    spoken = sorted(claim.model.spoken_of((claim.node, *claim.givens)))
    known = (name for key in spoken if (name := claim.model.get(key)) is not None)
    names = [name for name in known if name.shape or name.key != "I"]
    free = [one for one in names if one.body is None and not one.parameters]
    if not any(one.shape for one in free) or len(free) < len(names) or not list(_ways(claim)):
        return None
    for values in islice(product(*map(_values, free)), MOST_PLACES):
        place = dict(zip((one.key for one in free), values, strict=True))
        reading = TreeReading(claim.model, HintBook(()), Facts())
        with suppress(Refused), reading.binding(place):
            if all(_is_true(reading, relation) for one in free for relation in one.domain):
                for premises, conclusion in _ways(claim):
                    if all(_is_true(reading, one) for one in premises) and _is_true(reading, conclusion) is False:
                        return _told(reading, conclusion, place)
    return None


def _ways(claim: Claim) -> Iterator[tuple[tuple[tree.Node, ...], tree.Node]]:
    """Premises and a conclusion, both ways round where the arrow points both ways."""
    match claim.node:
        case tree.Logic(operands=(left, right), operators=(arrow,)) if arrow in _ARROWS:
            yield from (
                ((*claim.givens, right), left) if turned else ((*claim.givens, left), right)
                for turned in _ARROWS[arrow]
            )
        case _ if claim.givens:
            yield claim.givens, claim.node


def _values(name: Name) -> Iterator[ExactValue]:
    if name.shape is None:
        wanted = _WANTED.get(name.kind, "")
        yield from (Ratio.number(one) for one in _NUMBERS if not wanted or true(Fraction(one), wanted))
        return
    rows, columns = name.shape
    if columns == 1:
        yield from (tuple((Ratio.number((*one, *[0] * rows)[at]),) for at in range(rows)) for one in _VECTORS)
        return
    for (a, b), (c, d) in _CORNERS:
        corner, last = {(0, 0): a, (0, 1): b, (1, 0): c, (1, 1): d}, int(a * d != b * c)
        yield tuple(
            tuple(Ratio.number(corner.get((at, by), last * (at == by))) for by in range(columns)) for at in range(rows)
        )


def _is_true(reading: TreeReading, node: tree.Node) -> bool | None:
    """Whether a statement is true at the place; None if that cannot be told."""
    match node:
        case tree.Group(body=body) | tree.Annotated(body=body):
            return _is_true(reading, body)
        case tree.Logic(operators=operators, operands=operands) if set(operators) <= tree.OR:
            denied = [_is_true(reading, one) for one in operands]
            return True if True in denied else None if None in denied else False
        case tree.Logic(operators=operators) if set(operators) <= tree.AND:
            parts = [_is_true(reading, one) for one in node.operands]
        case tree.Listing(items=items):
            parts = [_is_true(reading, one) for one in items]
        case tree.Relation():
            parts = [_link(reading, *one) for one in links_of(node)]
        case _:
            return None
    return False if False in parts else None if None in parts else True


def _link(reading: TreeReading, left: tree.Node, sign: str, right: tree.Node) -> bool | None:
    gaps = [one.constant for one in equations_of(reading, tree.Relation((left, right), ("=",)))]
    if None in gaps or reading.conditions.found or sign not in {"=", *ORDERS}:
        return None
    if sign in {"=", r"\ne"}:
        return any(gaps) == (sign == r"\ne")
    kind, turned = ORDERS[sign]
    return len(gaps) == 1 and true(-gaps[0] if turned else gaps[0], kind)  # type: ignore[operator, arg-type] # no None


def _told(reading: TreeReading, conclusion: tree.Node, place: dict[str, ExactValue]) -> Verdict:
    """The first link of a conclusion that is false at the place, and both sides there."""
    relations = [part for _, part in tree.walk(conclusion) if isinstance(part, tree.Relation)]
    left, sign, right = next(one for part in relations for one in links_of(part) if _link(reading, *one) is False)
    at = tuple((key, _written(value)) for key, value in place.items())
    sides = [_written(reading.of(one)) or write_latex(one) for one in (left, right)]
    return refuted(witness=Witness(at, sides[0], sides[1], sign), method="small matrices")


def _written(value: ExactValue) -> str:
    """`2`, `(1, 0)` or `((1, 0), (0, 1))`; nothing of a letter."""
    if isinstance(value, Ratio):
        return "" if value.constant is None else str(value.constant)
    rows = [", ".join(str(one.constant) for one in row) for row in value]
    return f"({', '.join(rows if len(value[0]) == 1 else (f'({row})' for row in rows))})"


_SMALL = {"matrix": (2, 2), "vector": (2, 1)}


def in_small(node: tree.Node, model: Model) -> Model | None:
    """The model with two rows for all that a formula speaks of, if that is matrices and vectors without a shape: what
    is false of these is false. A letter beside them may be the number of rows.
    """
    names = {key: name for key in model.spoken_of((node,)) if (name := model.get(key)) is not None}
    if not names or any(one.kind not in _SMALL or one.shape or one.body for one in names.values()):
        return None
    small = {key: replace(name, shape=_SMALL[name.kind]) for key, name in names.items()}
    return Model({**model.names, **small})
