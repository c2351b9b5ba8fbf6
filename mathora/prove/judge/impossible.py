r"""Premises of chance that nothing obeys, from which all would follow: `P(A) = 0.2, P(A \cap B) = 0.3`.

Law: that premises are impossible is shown: by a number outside of what a measure may be, or by the only chances of all
outcomes that solve their equations, of which one is below 0.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import combinations
from typing import Final

from mathora.formula import symbol_key, tree
from mathora.formula.meaning.events import Experiment, outcomes
from mathora.formula.meaning.form import to_sympy
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.tree.chance import measure_of, speaks_of_chance
from mathora.formula.tree.rational import rational
from mathora.prove.judge.chance import BOUNDS
from mathora.prove.judge.correlated import misfit
from mathora.prove.kernel import Claim
from mathora.prove.verdict import Verdict, undecided

MOST_EVENTS: Final = 6


def unless_impossible(claim: Claim, verdict: Verdict) -> Verdict:
    """The verdict; undecided where a formula is proved from what no probabilities obey."""
    parts = tuple(one for given in claim.givens for one in tree.taken_apart(given))
    if isinstance(claim.node, tree.Logic) and claim.node.operators == (r"\Rightarrow",):
        parts += tuple(one for side in claim.node.operands for one in tree.taken_apart(side))
    if speaks_of_chance(claim.node, claim.model):
        known = (name for name in claim.model.names.values() if name.quantity and name.body)
        parts += tuple(tree.Relation((one.quantity or one.symbol, one.body or one.symbol), ("=",)) for one in known)
    if verdict.kind != "proved" or not any(speaks_of_chance(one, claim.model) for one in parts):
        return verdict
    if are_no_chances(parts, claim):
        return undecided("the premises contradict each other: no probabilities are such")
    return verdict


def are_no_chances(parts: tuple[tree.Node, ...], claim: Claim) -> bool:
    """Whether statements about chances are shown to hold of none."""
    return (
        misfit(parts, claim.model) or any(_is_out_of_bounds(one, claim) for one in parts) or _are_negative(parts, claim)
    )


def _is_out_of_bounds(one: tree.Node, claim: Claim) -> bool:
    """Whether a measure is said to be a number that no such measure is."""
    match one:
        case tree.Relation(operands=(tree.Application() as left, right), operators=("=",)):
            low, high, _ = BOUNDS.get(measure_of(left, claim.model) or "", (None, None, ""))
            value, least, most = (None if end is None else rational(end) for end in (right, low, high))
        case _:
            return False
    return value is not None and ((least is not None and value < least) or (most is not None and value > most))


def _are_negative(parts: tuple[tree.Node, ...], claim: Claim) -> bool:
    """Whether, of two or three of the events, the equations leave no chances, or one below 0, for the ways in which
    they may happen or not.
    """
    known = [
        (one.operands[0], one.operands[1])
        for one in parts
        if isinstance(one, tree.Relation) and one.operators == ("=",) and rational(one.operands[1]) is not None
    ]
    chances = [
        ((quantity, value), {one for _, one in tree.walk(tree.Listing(quantity.arguments)) if type(one) is tree.Symbol})
        for quantity, value in known
        if isinstance(quantity, tree.Application) and measure_of(quantity, claim.model) == "P"
    ]
    events = sorted(set().union(*(named for _, named in chances)), key=symbol_key)[:MOST_EVENTS]
    for some in (some for size in (2, 3) for some in combinations(events, size)):
        free = Experiment(tuple(map(symbol_key, some)))
        own = tuple(one for one, named in chances if named <= {*some} and _is_known(one[0], free))
        if not own:
            continue
        try:
            to_sympy(replace(own[0][0], arguments=some[:1]), claim.model, experiment=replace(free, known=own))
        except Undefined:
            return True
        except (Untranslatable, Mismatch):
            continue
    return False


def _is_known(quantity: tree.Application, experiment: Experiment) -> bool:
    """Whether a chance is one of an experiment's events."""
    first = quantity.arguments[0]
    with suppress(Untranslatable):
        for one in (first.left, first.right) if isinstance(first, tree.Parted) else quantity.arguments:
            outcomes(one, experiment)
        return True
    return False
