"""What is to be judged, as plain data that travels to a worker and names its place in a cache.

Owns: `Task` (a formula) and `Fit` (what scenes need of values), their digests, and `decided`, which judges them.

Law: whatever can change a verdict is in the digest: the tree, the model, the role, what is assumed, the versions of
SymPy, python-flint and of the prover's own source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, partial
from typing import Final, Literal

from mathora.formula import Formula, Model, Node, UncomputableError, model_function, symbol_key, walk
from mathora.formula.inspection.analytic import goes_by_the_real_line
from mathora.formula.inspection.members import said_of_members
from mathora.formula.tree import (
    Addition,
    Constant,
    Derivative,
    Logic,
    Nabla,
    Number,
    Prime,
    Relation,
    Symbol,
    conditions_said,
    mentions,
    taken_apart,
)
from mathora.formula.tree.chance import speaks_of_chance
from mathora.formula.tree.defining import constraints_listed, stated, with_givens
from mathora.formula.tree.regrouping import denied, one_of
from mathora.formula.tree.signs import roots_named
from mathora.formula.unfolding.sequences import laws_given
from mathora.formula.unfolding.unfolding import unfolded
from mathora.lesson import Need, Role, Text
from mathora.prove.kernel import Claim
from mathora.prove.verdict import Verdict, refuted, undecided


@dataclass(frozen=True)
class Task:
    """A formula to be judged in a model, with what the author says of it; or a name, taken as a function by a scene."""

    formula: Formula
    model: Model
    role: Role | Literal["function"] = "claim"
    tol: Fraction | None = None
    givens: tuple[Node, ...] = ()

    @cached_property
    def claim(self) -> Claim:
        """What the kernel is asked."""
        node = unfolded(self.formula.tree, self.model, self.givens)
        return Claim(node, self.model, (*self.givens, *said_of_members(node, self.model)), self.tol)

    def digest(self, versions: Mapping[str, str]) -> str:
        """A key that is equal only for tasks with the same verdict; `versions` are those of what decides."""
        parts = (self.formula.tree, self.model.written, self.role, self.tol, self.givens, sorted(versions.items()))
        return hashlib.sha256(repr(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Fit:
    """What scenes need of the values that a script gives them, to be held against a model."""

    needs: tuple[Need, ...]
    model: Model

    def digest(self, versions: Mapping[str, str]) -> str:
        """As a task's; where a need is told changes nothing."""
        parts = ([(one.name, one.subject, one.given) for one in self.needs], self.model.written)
        return hashlib.sha256(repr(("fit", parts, sorted(versions.items()))).encode()).hexdigest()


Decide = Callable[[Task | Fit], Verdict]
"""What gives a verdict: this process, a killable worker, or a cache before one of them."""


def decided(task: Task | Fit) -> Verdict:
    """The verdict, in this process and without bounds."""
    if isinstance(task, Fit):
        return _fitting(task)
    if task.role == "function":
        return _computed(task)
    model, givens = with_givens(task.model, task.givens)
    role, said = task.role, task.formula
    said = replace(said, tree=constraints_listed(said.tree)) if role == "given" else said
    return _of_numbered_roots(task, _judged(replace(task, formula=said, model=model, givens=givens), role))


def _of_numbered_roots(task: Task, told: Verdict) -> Verdict:
    r"""The verdict; where `x_{1,2} = 1 \pm 2` is given, `x_1 = 3` says which of both values has the number 1."""
    said = task.formula.tree
    ways = {name: both for given in task.givens for names, both in (roots_named(given),) for name in names}
    if told.kind not in {"refuted", "mistake"} or not told.witness or not any(mentions(said, one) for one in ways):
        return told
    match said:
        case Relation((Symbol() as name, value), ("=",)) if name in ways:
            one = one_of(tuple(Relation((value, way), ("=",)) for way in ways[name]))
            numbered = _claimed(task, one).kind == "proved"
            return Verdict("definition", method="one of both values") if numbered else told
        case _:
            return undecided("which of both values each name has is not said: say it of each in a formula of its own")


def _judged(task: Task, role: Role) -> Verdict:
    """The verdict on a formula; SymPy is imported only now."""
    from mathora.prove.judge.certify import certified, certified_at_once  # noqa: PLC0415
    from mathora.prove.judge.given_otherwise import given_otherwise, law_beside, law_otherwise  # noqa: PLC0415
    from mathora.prove.judge.judge import judge  # noqa: PLC0415 - SymPy costs a third of a second
    from mathora.prove.judge.meant import as_meant  # noqa: PLC0415
    from mathora.prove.judge.second_look import looked_at_again  # noqa: PLC0415
    from mathora.prove.judge.tending import tends_otherwise  # noqa: PLC0415

    at_once = certified_at_once(task.claim) if role == "claim" else None
    if at_once is not None:
        return _unless_open(task.claim, at_once)
    verdict = judge(task.formula, task.model, role=role, tol=task.tol, givens=task.claim.givens)
    if role == "given" and verdict.kind == "refuted":
        return verdict
    if meant := as_meant(task.formula.tree, task.model, verdict, partial(_claimed, task)):
        return meant
    looked = looked_at_again(task.claim, verdict)
    if looked.kind in {"given", "definition"} and (misfit := _misfit_said(task)):
        return refuted(misfit)
    names_nothing = isinstance(next(iter(task.formula.tree.children), None), Addition | Nabla)
    if role == "given" or (role == looked.kind == "definition" and names_nothing):
        return (_unless_contradicted(task) if looked.kind == role else None) or looked
    told = certified(task.claim, looked)
    known = (*task.givens, *stated(task.model))
    if told.kind == "definition" and known:
        told = given_otherwise(task.formula.tree, task.model, known, partial(_claimed_of, task)) or told
    if told.kind in {"notation", "definition", "undecided"}:
        plain = partial(_claimed, replace(task, givens=()))
        told = tends_otherwise(task.formula.tree, task.givens, task.model, plain) or told
    if told.kind == "notation":
        told = law_beside(task.formula.tree, task.model, known, partial(_claimed_of, task)) or told
    if told.kind == "definition":
        told = law_otherwise(task.formula.tree, task.model, task.givens, partial(_claimed_of, task)) or told
    is_mistake = role == "mistake" and told.kind == "refuted"  # by an experiment, after the search gave up
    return _unless_open(task.claim, replace(told, kind="mistake") if is_mistake else told)


def _unless_contradicted(task: Task) -> Verdict | None:
    """Why something cannot be assumed: nothing obeys it, a part denies another, or a law of chance is another one."""
    from mathora.prove.judge.certify import certified_at_once  # noqa: PLC0415
    from mathora.prove.judge.given_otherwise import denied_by_others, holds_nowhere  # noqa: PLC0415
    from mathora.prove.judge.impossible import are_no_chances  # noqa: PLC0415
    from mathora.prove.judge.tried_remainders import none_obeys  # noqa: PLC0415
    from mathora.prove.judge.values_said import belied, values_said  # noqa: PLC0415

    said = task.formula.tree
    parts = taken_apart(said)
    laws = [one for one in parts if isinstance(one, Relation) and r"\sim" in one.operators]
    told = [
        _claimed(replace(task, givens=(*task.givens, *(part for part in parts if part is not one))), one)
        for one in laws
    ]
    denials = (replace(task, formula=replace(task.formula, tree=one)).claim for one in denied_by_others(said))
    beside = (task.claim.node, *task.givens, *stated(task.model))
    known = (*parts, *(part for one in beside for part in taken_apart(one)))

    def proves(one: Node) -> bool:
        return _claimed(replace(task, givens=()), one).kind == "proved"

    never = are_no_chances(known, task.claim) or none_obeys(known, task.model, proves) or holds_nowhere(task.claim)
    opposite = denied(said) if speaks_of_chance(said, task.model) else None
    never = never or (opposite is not None and proves(opposite))
    values = belied(values_said(task.claim), replace(task.claim, givens=(*task.claim.givens, *parts)))
    if values is not None and values.kind == "refuted":
        return values
    if never or any(one.kind == "refuted" for one in told) or any(map(certified_at_once, denials)):
        return refuted("the constraint contradicts itself")
    return next((one for one in told if one.kind == "undecided"), None) or _unless_known(task)


def _unless_known(task: Task) -> Verdict | None:
    """Why a notation that is known by itself is not what is given of it."""
    from mathora.prove.judge.known_notations import says_what_is_known  # noqa: PLC0415

    told = _claimed(task, task.formula.tree) if says_what_is_known(task.formula.tree, task.model) else None
    return told if told is not None and told.kind == "refuted" else None


def _unless_open(claim: Claim, verdict: Verdict) -> Verdict:
    """The verdict; undecided where a proof speaks of names that may be one, or of premises that nothing obeys."""
    from mathora.prove.judge.definitions import ONE_OF_SEVERAL, by_one_of_several, inverts_remainders  # noqa: PLC0415
    from mathora.prove.judge.given_otherwise import holds_nowhere, without_value  # noqa: PLC0415
    from mathora.prove.judge.impossible import unless_impossible  # noqa: PLC0415

    said, premises = (of(claim.node) if verdict.kind == "proved" else () for of in (conditions_said, _premises))
    never = any(holds_nowhere(replace(claim, node=one)) for one in said)
    never = never or any(_is_beyond_reals(one, claim) for one in (*said, *premises))
    if verdict.kind == "proved":
        said_of = "nothing obeys the condition, so that it says nothing" if never else _misfit_value(claim)
        if said_of or by_one_of_several(claim.node, claim.model):
            return undecided(said_of or ONE_OF_SEVERAL)
    if verdict.kind == "proved" and without_value(claim, verdict.conditions):
        return refuted("it has no value anywhere that the model allows")
    if verdict.kind == "refuted" and verdict.witness is not None and _is_free_member(claim):
        return undecided("the members follow from the law that is given: show the first ones, or a formula for all")
    if verdict.kind in {"proved", "refuted"} and inverts_remainders(claim.node):
        return undecided(r"an inverse among remainders: write what it is multiplied with, 7 \cdot 3 \equiv 1 \pmod{10}")
    slopes = any(isinstance(part, Derivative | Prime) for _, part in walk(claim.node))
    if verdict.kind == "refuted" and slopes and goes_by_the_real_line(claim.node, claim.model):
        return undecided("a slope by a complex number of what has parts: write z = x + iy, and slopes by x and y")
    return unless_impossible(claim, verdict)


def _misfit_value(claim: Claim) -> str:
    """That a name has a value that is none of its kind, or not in its domain; "" if each may have its own."""
    for name in filter(None, map(claim.model.get, sorted(claim.model.spoken_of((claim.node,))))):
        asked = (_claimed(Task(_UNWRITTEN, claim.model), one) for one in name.asked_of_value)
        if any(told.kind == "refuted" for told in asked):
            return f"the value of {name.key} is none of its kind, or not in its domain: mend it in the model"
    return ""


def _misfit_said(task: Task) -> str:
    r"""That a formula gives a name a number which is none of its kind, or not in its domain: `n = \frac12`, n whole."""
    match task.formula.tree:
        case Relation((Symbol() as left, right), ("=" | ":=",)) if not task.model.spoken_of((right,)):
            name = task.model.get(symbol_key(left))
            if name is None or name.parameters:
                return ""
            asked = (_claimed(Task(_UNWRITTEN, task.model), one) for one in replace(name, body=right).asked_of_value)
            if any(told.kind == "refuted" for told in asked):
                return f"{name.key} is declared: this number is none of its kind, or not in its domain"
    return ""


_UNWRITTEN: Final = Formula(Text.written(""), Number("0"))


def _premises(node: Node) -> tuple[Node, ...]:
    """What stands before the arrows of a formula."""
    match node:
        case Logic(operands=(*before, _), operators=operators) if {*operators} == {r"\Rightarrow"}:
            return tuple(before)
        case _:
            return ()


def _is_beyond_reals(condition: Node, claim: Claim) -> bool:
    """Whether a condition with i is one that no number of the model's kinds obeys: `x = 2i` of a real x."""
    from mathora.prove.judge.judge import judge  # noqa: PLC0415

    if not any(part == Constant("i") for _, part in walk(condition)):
        return False
    return judge(replace(_UNWRITTEN, tree=condition), claim.model, role="given", givens=claim.givens).kind == "refuted"


def _is_free_member(claim: Claim) -> bool:
    """Whether a claim speaks of members of a sequence of which a law is given that says each by others."""
    symbols = [one for _, one in walk(claim.node) if isinstance(one, Symbol) and one.subscript is not None]
    members = {replace(one, subscript=None) for one in symbols}
    known = (claim.node, *claim.givens)
    return any(back and family in members for family, back in laws_given(known, claim.model))


def _claimed(task: Task, node: Node) -> Verdict:
    return decided(replace(task, formula=replace(task.formula, tree=node), role="claim"))


def _claimed_of(task: Task, node: Node, model: Model, givens: tuple[Node, ...]) -> Verdict:
    return decided(replace(task, formula=replace(task.formula, tree=node), model=model, role="claim", givens=givens))


def _computed(task: Task) -> Verdict:
    """Whether a scene can compute with a name of the model: proved if it is a function with numbers for its values."""
    try:
        model_function(task.model, symbol_key(task.formula.tree))
    except (LookupError, UncomputableError) as error:
        return Verdict("refuted", reason=str(error.args[0]))
    return Verdict("proved", "it has values")


def _fitting(task: Fit) -> Verdict:
    """Proved if every need is met; else refuted with the first reason, and as its link the coordinate that it is of."""
    from mathora.prove.fit.needs import unmet  # noqa: PLC0415 - numpy is for where values are computed

    for need in task.needs:
        try:
            found = unmet(need, task.model)
        except (LookupError, UncomputableError) as error:
            return Verdict("undecided", reason=str(error.args[0]))
        if found is not None:
            return Verdict("refuted", reason=found[0], link=found[1])
    return Verdict("proved", "it fits")
