r"""Statements about statements: implications, quantifiers and case distinctions.

Owns: `judged`, `assumed` (what follows from a premise), and the facts of a case distinction's rows.

| rule | what it needs |
| --- | --- |
| premise | the conclusion, with the premise's signs and equations known, and all its parts with values |
| factors of the premise | the conclusion where each factor is zero that may be |
| (of both sides) | a premise that always holds, and the conclusion, both where they have values |
| alternatives | one of them; or that what is known contradicts itself where none holds |
| factors | of a conclusion that is one of several equations: the product of their differences is zero |
| for all | the statement for a variable of which only its set is known |
| there is | a hint: the value, in the set, for which the statement holds |

Law: inside of an implication, of `∃` and of sets nothing is assumed to have a value, and behind `∀` nothing that
speaks of its variable.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING

from mathora.formula import symbol_key, tree
from mathora.formula.inspection.truth import MOST_LETTERS, is_true, letters_of, rows_of
from mathora.formula.tree.chance import relates_events
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.divisibility import multiple
from mathora.prove.kernel.equality import equal, implied, inverted, modulo, ordered
from mathora.prove.kernel.exact import calculus
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled, factors
from mathora.prove.kernel.exact.functions import IMAGINARY, Conditions, true
from mathora.prove.kernel.reading.relations import SETS, equations_of, links
from mathora.prove.kernel.signs.facts import Facts

if TYPE_CHECKING:
    from mathora.prove.kernel.rules import Judging

_ARROWS = {r"\Rightarrow": (False,), r"\Leftarrow": (True,)} | dict.fromkeys(tree.EQUIVALENT, (False, True))


def judged(judging: Judging, node: tree.Logic | tree.Quantified) -> list[str]:
    """The rules of a statement made of statements."""
    match node:
        case tree.Quantified():
            return _quantified(judging, node)
        case tree.Logic(operators=operators, operands=operands) if set(operators) <= tree.AND:
            return [rule for one in operands for rule in judging.statement(one)]
        case tree.Logic(operators=(word,), operands=(claim, condition)) if word in tree.CONDITIONS:
            return [rule for one in tree.alternatives(condition) for rule in _conditional(judging, claim, one)]
        case tree.Logic() if letters := letters_of(node, judging.reading.model):
            if len(letters) > MOST_LETTERS or not all(is_true(node, row) for row in rows_of(letters)):
                raise Refused("a row of the truth table is false")
            return ["truth table"]
        case tree.Logic(operators=operators) if set(operators) <= tree.OR:
            with strictly(judging):
                return one_of(judging, node.operands)
        case tree.Logic(operators=(arrow,), operands=(left, right)) if arrow in _ARROWS:
            return _implied(judging, left, arrow, right)
        case _:
            raise Refused("a statement of a kind that the kernel does not judge")


@contextmanager
def strictly(judging: Judging) -> Iterator[None]:
    """Inside, nothing is assumed to have a value."""
    before, judging.strict = judging.strict, True
    try:
        yield
    finally:
        judging.strict = before


# ── implications ──────────────────────────────────────────────────────────────────────────────────────────────────────


def assumed(judging: Judging, node: tree.Node) -> Facts | None:  # noqa: PLR0911 - a row per kind
    """The facts with a statement taken as true (and so with values); None if it is read as nothing."""
    reading = judging.reading
    match node:
        case tree.Group(body=body) | tree.Annotated(body=body):
            return assumed(judging, body)
        case tree.Logic(operators=operators, operands=operands) if set(operators) <= tree.AND:
            facts = reading.facts
            for one in operands:
                with reading.knowing(facts):
                    facts = assumed(judging, one) or facts
            return facts
        case tree.Listing(items=items):
            return assumed(judging, tree.together(items))
        case tree.Cases(rows=rows) if all(row.condition is None for row in rows):
            return assumed(judging, tree.together(tuple(row.value for row in rows)))
        case tree.Relation() if node.operators[0] in {r"\sim", r"\perp"} or relates_events(node, reading.model):
            return reading.facts  # what is said of chance is known already, or to no one
        case tree.Congruence(chain=tree.Relation(operands=(left, right)), modulus=below):
            return multiple(reading, reading.number(left) - reading.number(right), reading.number(below))
        case tree.Relation(operands=(below, above), operators=(r"\mid",)):
            return multiple(reading, reading.number(above), reading.number(below))
        case tree.Relation():
            return _assumed_links(judging, node)
        case _:
            return None


def _assumed_links(judging: Judging, node: tree.Relation) -> Facts:
    reading, facts = judging.reading, judging.reading.facts
    for left, sign, right in node.links:
        with reading.knowing(facts), reading.apart() as conditions:
            link = tree.Relation((left, right), (sign,))
            equations = equations_of(reading, link) if sign in {"=", r"\equiv"} else ()
            known = () if equations else tuple(links(reading, link))
            facts = facts.with_(*conditions.found, *conditions.declared, *known, equations=equations)
    return facts


def _conditional(judging: Judging, claim: tree.Node, condition: tree.Node) -> list[str]:
    facts = assumed(judging, condition)
    if facts is None or any(one.constant for one in facts.equations):
        raise Refused("a condition of a kind that the kernel does not use")
    with judging.reading.knowing(facts):
        return judging.statement(claim)


def _implied(judging: Judging, left: tree.Node, arrow: str, right: tree.Node) -> list[str]:
    ways = [(right, left) if turned else (left, right) for turned in _ARROWS[arrow]]
    try:
        return [rule for one in ways for rule in _implication(judging, *one)]
    except Refused:
        if len(ways) == 1 and not judging.strict:
            with suppress(Refused):
                return [rule for one in ways[0] for rule in judging.statement(one)]
        raise


def _implication(judging: Judging, premise: tree.Node, conclusion: tree.Node) -> list[str]:
    if len(ways := tree.alternatives(premise)) > 1:
        return [rule for one in ways for rule in _implication(judging, one, conclusion)]
    facts = assumed(judging, premise)
    if facts is None:
        raise Refused("a premise of a kind that the kernel does not use")
    facts = facts.with_(*(fact for one in facts.equations for fact in implied(one)))
    if any(one.constant for one in facts.equations):
        raise Refused("a premise that is never true")
    modulo(Ratio.number(0), facts)
    used = set(judging.hints.asked)
    try:
        with judging.reading.knowing(facts), strictly(judging):
            one_of(judging, tree.alternatives(conclusion))
    except Refused:
        judging.hints.asked = used
    else:
        return ["premise"]
    return [_by_factors(judging, conclusion, facts)]


def one_of(judging: Judging, ways: tuple[tree.Node, ...]) -> list[str]:
    """One of several statements; where these say several things together, one of each choice."""
    for one in ways:
        with suppress(Refused):
            return judging.statement(one)
    choices = list(islice(product(*map(_parts, ways)), MOST_CHOICES + 1))
    if 1 < len(choices) <= MOST_CHOICES:
        return [rule for one in choices for rule in one_of(judging, one)]
    with suppress(Refused):
        return _factors(judging, ways)
    known = judging.reading.facts
    for one in ways:
        known = _denied(judging, one, known)
    if len(ways) == 1 or not _is_contradictory(known):
        raise Refused("none of the alternatives could be shown")
    return ["orders"]


def _parts(node: tree.Node) -> Iterator[tree.Node]:
    """What a statement says, one link after the other."""
    for one in tree.taken_apart(node):
        if isinstance(one, tree.Relation):
            pairs = zip(pairwise(one.operands), one.operators, strict=True)
            yield from (tree.Relation(pair, (sign,)) for pair, sign in pairs)
        else:
            yield one


def _denied(judging: Judging, node: tree.Node, known: Facts) -> Facts:
    """The facts where an order or an equation of numbers does not hold."""
    reading, is_equation = judging.reading, isinstance(node, tree.Relation) and node.operators == ("=",)
    with reading.apart(smooth=True) as conditions:
        said = [("=", one) for one in equations_of(reading, node)] if is_equation else list(links(reading, node))
    if len(said) != 1 or conditions.found or conditions.declared or conditions.obligations:
        raise Refused("an alternative that may have no value")
    ((sign, ratio),) = said
    return known.with_(equations=(ratio,)) if sign == "≠" else known.with_((_OPPOSITE[sign], -ratio))


def _is_contradictory(facts: Facts) -> bool:
    """Whether one of the facts cannot hold beside the others."""
    zero = Ratio.number(0)
    for at, (sign, ratio) in enumerate(facts.known):
        others = replace(facts, known=facts.known[:at] + facts.known[at + 1 :], _seen={})
        with suppress(Refused):
            equal(ratio, zero, others) if sign == "≠" else ordered(-ratio, zero, _OPPOSITE[sign], others)
            return True
    for ratio in facts.equations:
        with suppress(Refused):
            ordered(ratio, zero, "≠", facts)
            return True
    return False


_OPPOSITE = {">": "≥", "≥": ">", "=": "≠"}
MOST_CHOICES = 16


def _factors(judging: Judging, alternatives: tuple[tree.Node, ...]) -> list[str]:
    """One of several equations of numbers holds where the product of their differences is zero."""
    gaps = []
    for one in alternatives:
        if not isinstance(one, tree.Relation) or one.operators != ("=",):
            raise Refused("none of the alternatives could be shown")
        gaps.append(tree.Group(tree.Addition(one.operands, ("-",))))
        with judging.reading.apart():
            judging.reading.number(gaps[-1])
    return judging.statement(tree.Relation((tree.side_by_side(gaps), tree.Number("0")), ("=",)))


def _by_factors(judging: Judging, conclusion: tree.Node, facts: Facts) -> str:
    """The factors of a premise that may be zero, and the conclusion where each of them is."""
    reading = judging.reading
    new = [one for one in facts.equations if one not in reading.facts.equations]
    known = replace(facts, equations=reading.facts.equations, _seen={})
    for one in (*new, *inverted(new[0], facts)) if len(new) == 1 else ():
        parts = [Ratio(part, ONE) for part, _ in (factors(cancelled(one).above)[1] if one.above else ())]
        parts = [part for part in parts if not known.shows(part, "≠") and _is_possible(known, part)]
        if not parts:
            raise Refused("the premise has no solution")
        with suppress(Refused):
            for part in parts:
                with reading.knowing(known.with_(equations=(part,))), strictly(judging):
                    one_of(judging, tree.alternatives(conclusion))
            return "factors of the premise"
    raise Refused("no rule shows what follows")


def _is_possible(facts: Facts, part: Ratio) -> bool:
    """Whether a factor of one variable and of first degree is zero where all that is known may hold."""
    atom = part.variables[0] if len(part.variables) == 1 else None
    if atom is None:
        return True
    value = Ratio.atom(atom) - part.scaled(1 / part.above.get(((atom, 1),), ONE[()]))
    if value.constant is None or (atom in facts.whole and value.constant.denominator != 1):
        return value.constant is None
    for sign, ratio in facts.known:
        with suppress(Refused):
            constant = calculus.substituted(ratio, {atom: value}, Conditions(facts)).constant
            if constant is not None and not true(constant, sign):
                return False
    return True


# ── quantifiers ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _quantified(judging: Judging, node: tree.Quantified) -> list[str]:
    reading = judging.reading
    name, relation = _bound(node.bound)
    key = symbol_key(name)
    if node.quantifier == r"\exists":
        with reading.apart(smooth=True) as conditions:
            value = reading.number(reading.hints.value(node, reading.model))
        if not all(reading.facts.shows(one, sign) for sign, one in (*conditions.found, *conditions.obligations)):
            raise Refused("a value that may not be there")
        with reading.binding({key: value}), strictly(judging):
            if relation is not None:
                judging.statement(relation)
            judging.statement(node.body)
        return ["there is"]
    atom = reading.fresh(key)
    own, value = {atom}, Ratio.atom(atom)
    if is_complex := relation == tree.Relation((name, tree.Constant(r"\mathbb{C}")), (r"\in",)):
        if reading.model.kind_of(name) != "complex":
            raise Refused("a complex value of what is declared real")
        own |= {imaginary := reading.fresh(key)}
        value += Ratio.atom(IMAGINARY) * Ratio.atom(imaginary)
    before, judging.bound = judging.bound, judging.bound | own
    try:
        with reading.binding({key: value}):
            known = reading.facts if is_complex or relation is None else _of_set(judging, atom, relation)
            with reading.knowing(known):
                return ["for all", *judging.statement(node.body)]
    finally:
        judging.bound = before


def _bound(node: tree.Node) -> tuple[tree.Symbol, tree.Relation | None]:
    relation = node if isinstance(node, tree.Relation) else None
    name = node if relation is None else relation.operands[0]
    if not isinstance(name, tree.Symbol):
        raise Refused("a quantifier over what is no name")
    return name, relation


def _of_set(judging: Judging, atom: Atom, relation: tree.Relation) -> Facts:
    """What is known of a quantified variable: its set, and nothing else."""
    facts, one = judging.reading.facts, Ratio.atom(atom)
    match relation:
        case tree.Relation(operands=(_, tree.Constant(name=name)), operators=(r"\in",)) if name in SETS:
            kind = SETS[name]
            facts = facts.with_(whole=frozenset({atom}) if kind else frozenset())
            return facts.with_(("≥", one)) if kind == "natural" else facts
        case _:
            return facts.with_(*links(judging.reading, relation))


# ── case distinctions ─────────────────────────────────────────────────────────────────────────────────────────────────
