"""A premise of one unknown, by its solutions.

Owns: `solutions`, `at_each`, `fails_at_each`; `answered`.

Law: solutions are used only where all of them are known.
"""

from __future__ import annotations

from typing import Final

import sympy
from sympy import S

from mathora.formula import tree
from mathora.formula.meaning.form import Meaning
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.prove.goal.domain import Domain, may_be
from mathora.prove.goal.goal import RELATION_NAMES
from mathora.prove.judge.compare import Setting, compare_meanings
from mathora.prove.judge.conditions import in_no_remainder
from mathora.prove.verdict import Verdict, refuted, undecided

MOST_ROOTS: Final = 6  # that are put into what else is assumed


def solutions(domain: Domain, setting: Setting) -> list[dict[Expr, Expr]] | None:
    """The finitely many solutions of a premise in one unknown; None if it is not of that kind."""
    fresh = domain.givens[len(setting.assumed.givens) :]
    symbols = set().union(*(given.free_symbols for given in fresh)) if fresh else set()
    if len(symbols) != 1 or fresh[0].has(sympy.Limit):
        return None
    (symbol,) = symbols
    roots = _roots(fresh[0], symbol)
    found = None if roots is None else [{symbol: one} for one in roots]
    return found and [one for one in found if all(relation.subs(one) != S.false for relation in domain.relations)]


def _roots(given: Expr, symbol: Expr) -> list[Expr] | None:
    """All that one unknown may be, if these are finitely many; None where that is not known."""
    said = sympy.expand_func(given.doit() if given.has(sympy.Sum) else given)
    try:
        above = sympy.numer(sympy.together(said))
        if symbol.is_integer and above.is_polynomial(symbol) and above.has(symbol):
            solutions = sympy.FiniteSet(*sympy.Poly(above, symbol).ground_roots())
        else:
            solutions = sympy.solveset(said, symbol, S.Reals if symbol.is_real else S.Complexes)
    except NO_ANSWER:  # |z| = 1 of a complex z
        return None
    if solutions is not S.EmptySet and not isinstance(solutions, sympy.FiniteSet):
        return None
    return [one for one in sorted(solutions, key=sympy.default_sort_key) if may_be(one, symbol)]


def fails_at_each(domain: Domain, deep: int = 2) -> bool:
    """Whether an equation of one unknown is solved by finitely many numbers, and each of them breaks another one."""
    if any(one.free_symbols and in_no_remainder(one) for one in domain.givens) or any(
        one.is_number and one.is_zero is False for one in domain.givens
    ):
        return True
    for given in domain.givens if deep else ():
        letters = given.free_symbols
        if (
            len(letters) != 1
            or given.has(sympy.Limit)
            or any(hasattr(type(one), "unknown") for one in given.atoms(sympy.Function))
        ):
            continue
        (letter,) = letters
        whole = bool(letter.is_integer)
        roots = _roots(given, letter) if whole or given.is_polynomial(letter) else None
        if (
            roots is not None
            and len(roots) <= MOST_ROOTS
            and all(_fails(domain, given, {letter: one}, deep) for one in roots)
        ):
            return True
    return False


def _fails(domain: Domain, given: Expr, at: dict[Expr, Expr], deep: int) -> bool:
    relations = [one.subs(at) for one in domain.relations]
    others = [one.subs(at) for one in domain.givens if one is not given]
    return S.false in relations or fails_at_each(
        Domain(tuple(one for one in relations if one != S.true), tuple(one for one in others if one != 0)), deep - 1
    )


def at_each(solutions: list[dict[Expr, Expr]], conclusion: tree.Node, setting: Setting) -> Verdict:
    """The conclusion at each solution of the premise."""
    if not solutions:
        return undecided("the premise has no solution")
    alternatives = tree.alternatives(conclusion)
    for solution in solutions:
        verdicts = [_at(solution, one, setting) for one in alternatives]
        if any(one.kind == "proved" for one in verdicts):
            continue
        return next((one for one in verdicts if one.kind == "undecided"), verdicts[0])
    return Verdict("proved", method="all solutions of the premise are tried")


def _at(solution: dict[Expr, Expr], node: tree.Node, setting: Setting) -> Verdict:
    if not isinstance(node, tree.Relation):
        return undecided("a conclusion that is not a relation")
    links = []
    for left, sign, right in node.links:
        try:
            one, other = (_put_in(setting.meaning(side), solution) for side in (left, right))
        except (Untranslatable, Mismatch, Undefined) as reason:
            return undecided(str(reason))
        valued = S.false not in (*one.conditions, *other.conditions)
        links.append(_link_at(one, sign, other, setting) if valued else undecided("at the premise it has no value"))
    return next((one for one in links if one.kind != "proved"), links[0])


def _link_at(one: Meaning, sign: str, other: Meaning, setting: Setting) -> Verdict:
    """A link whose sides have been put at a solution."""
    if sign in {r"\in", r"\notin"} and isinstance(other.expression, sympy.Set):
        inside = other.expression.contains(one.expression)
        return answered(None if inside not in (S.true, S.false) else (inside == S.true) == (sign == r"\in"))
    if sign not in RELATION_NAMES:
        return undecided(f"{sign} in a conclusion")
    return compare_meanings(one, sign, other, setting)  # type: ignore[arg-type]


def _put_in(meaning: Meaning, solution: dict[Expr, Expr]) -> Meaning:
    symbols = {key: symbol for key, symbol in meaning.symbols.items() if symbol not in solution}
    put = [tuple(one.subs(solution) for one in part) for part in (meaning.conditions, meaning.domain)]
    return Meaning(meaning.expression.subs(solution), put[0], put[1], symbols)


def answered(answer: bool | None) -> Verdict:  # noqa: FBT001
    """What is known of a membership, as a verdict."""
    if answer is None:
        return undecided("membership could not be decided")
    return Verdict("proved", method="membership") if answer else refuted("it is not an element")
