r"""Premises of chance that nothing obeys, from which all would follow: `P(A) = 0.2, P(A \cap B) = 0.3`.

Owns: `unless_impossible`.

Law: that premises are impossible is shown: by a number outside of what a measure may be, or by the only chances of all
outcomes that solve their equations, of which one is below 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations, product
from typing import Final

import sympy

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import Complement, measure_of, speaks_of_chance
from mathora.formula.tree.rational import rational
from mathora.prove.judge.chance import BOUNDS
from mathora.prove.kernel import Claim
from mathora.prove.verdict import Verdict, undecided

MOST_EVENTS: Final = 6


def unless_impossible(claim: Claim, verdict: Verdict) -> Verdict:
    """The verdict; undecided where a formula is proved from what no probabilities obey."""
    parts = tuple(one for given in claim.givens for one in tree.taken_apart(given))
    if isinstance(claim.node, tree.Logic) and claim.node.operators == (r"\Rightarrow",):
        parts += tuple(one for side in claim.node.operands for one in tree.taken_apart(side))
    if verdict.kind != "proved" or not any(speaks_of_chance(one, claim.model) for one in parts):
        return verdict
    if any(_is_out_of_bounds(one, claim) for one in parts) or _are_negative(parts, claim):
        return undecided("the premises contradict each other: no probabilities are such")
    return verdict


def _is_out_of_bounds(one: tree.Node, claim: Claim) -> bool:
    match one:
        case tree.Relation(operands=(tree.Application() as left, right), operators=("=",)):
            low, high, _ = BOUNDS.get(measure_of(left, claim.model) or "", (None, None, ""))
            value, least, most = (None if end is None else rational(end) for end in (right, low, high))
        case _:
            return False
    return value is not None and ((least is not None and value < least) or (most is not None and value > most))


def _are_negative(parts: tuple[tree.Node, ...], claim: Claim) -> bool:
    """Whether, of two or three of the events, the equations leave one chance for each way in which they may happen or
    not, and one is below 0.
    """
    said = [one.operands for one in parts if isinstance(one, tree.Relation) and one.operators == ("=",)]
    chances = [
        (one.arguments, value)
        for one, told in said
        if isinstance(one, tree.Application)
        and measure_of(one, claim.model) == "P"
        and (value := rational(told)) is not None
    ]
    named = [
        {one for each in arguments for _, one in tree.walk(each) if isinstance(one, tree.Symbol)}
        for arguments, _ in chances
    ]
    events = sorted(set().union(*named), key=symbol_key)[:MOST_EVENTS]
    return any(
        _solution_is_negative(some, [one for one, of in zip(chances, named, strict=True) if of <= {*some}])
        for size in (2, 3)
        for some in combinations(events, size)
    )


def _solution_is_negative(
    events: tuple[tree.Symbol, ...], chances: list[tuple[tuple[tree.Node, ...], Fraction]]
) -> bool:
    rows = [dict(zip(events, row, strict=True)) for row in product((True, False), repeat=len(events))]
    matrix = [[sympy.S.One for _ in rows] + [sympy.S.One]]
    for arguments, value in chances:
        under: tree.Node = tree.Listing(())
        event: tree.Node = tree.Listing(arguments)
        if isinstance(parted := arguments[0], tree.Parted) and parted.sign == r"\mid":
            event, under = tree.Listing((parted.left, parted.right)), parted.right
        told = [(_happens(event, row), _happens(under, row)) for row in rows]
        if all(None not in pair for pair in told):
            part = sympy.Rational(value.numerator, value.denominator)
            matrix.append([int(bool(both)) - part * int(bool(given)) for both, given in told] + [sympy.S.Zero])
    solved = sympy.linsolve(sympy.Matrix(matrix))
    return solved is sympy.S.EmptySet or any(number.is_negative for numbers in solved for number in numbers)


def _happens(event: tree.Node, row: Mapping[tree.Symbol, bool]) -> bool | None:
    """Whether an event happens where others do or not; None of what is no event of these."""
    match event:
        case tree.Symbol():
            return row[event]
        case tree.Group(body=body):
            return _happens(body, row)
        case Complement(operand=body) | tree.Overline(body=body):
            return None if (inner := _happens(body, row)) is None else not inner
        case tree.Listing(items=parts) | tree.SetOperation(operands=parts):
            signs = {*getattr(event, "operators", (r"\cap",))}
            told = [_happens(one, row) for one in parts]
            if None in told or signs not in ({r"\cap"}, {r"\cup"}):
                return None
            return all(told) if signs == {r"\cap"} else any(told)
        case _:
            return None
