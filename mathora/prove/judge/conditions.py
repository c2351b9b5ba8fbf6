r"""Statements as conditions on a point: congruences, one of several statements, and where a condition fails.

Owns: `claimed`, `condition_of`, `congruent`, `difference`, `in_no_remainder`, `of_valued_names`, `one_of`, `outside`,
`without_rest`.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise, product
from math import prod

import sympy

from mathora.formula import tree
from mathora.formula.meaning.linear import gap
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.prove.balls.values import rising
from mathora.prove.goal.domain import Domain, points, truth_at
from mathora.prove.goal.goal import place_of
from mathora.prove.judge.compare import Setting, compare
from mathora.prove.verdict import Verdict, refuted, undecided


def of_valued_names(condition: tree.Node, setting: Setting) -> tree.Relation | None:
    """The relation that a condition is, if the model says the value of each name in it."""
    match condition:
        case tree.Group(body=body):
            return of_valued_names(body, setting)
        case tree.Relation():
            parts = [part for _, part in tree.walk(condition)]
        case _:
            return None
    names = [setting.model.named(part) for part in parts if isinstance(part, tree.Symbol)]
    plain = bool(names) and not any(isinstance(part, tree.Application) for part in parts)
    return condition if plain and all(one and isinstance(one.body, tree.Number) for one in names) else None


def in_no_remainder(equation: Expr) -> bool:
    """Whether a polynomial of a few whole numbers is 0 in no remainders by some small number."""
    letters = sorted(equation.free_symbols, key=str)
    if not 0 < len(letters) <= _MOST_LETTERS or not all(one.is_integer for one in letters):
        return False
    above = sympy.numer(sympy.together(equation))
    if not above.is_polynomial(*letters):
        return any(one.is_nonzero or in_no_remainder(one) for one in _of_exponents(equation))
    whole = sympy.Poly(above, *letters, domain="QQ").clear_denoms(convert=True)[1]
    terms = [(int(factor), powers) for powers, factor in whole.terms()]
    for modulus in _MODULI:
        rests = ([pow(rest, one, modulus) for one in range(whole.total_degree() + 1)] for rest in range(modulus))
        powers_of = list(rests)
        for at in product(range(modulus), repeat=len(letters)):
            made = sum(
                factor * prod(powers_of[rest][one] for rest, one in zip(at, powers, strict=True))
                for factor, powers in terms
            )
            if made % modulus == 0:
                break
        else:
            return True
    return False


def _of_exponents(equation: Expr) -> list[Expr]:
    """What has to be 0 where two products of powers are the same: `2k - 2m - 1` of `4^k = 2^{2m + 1}`."""
    terms = sympy.Add.make_args(sympy.expand(equation, multinomial=False, power_base=False, power_exp=False, log=False))
    positive, negative = ([one for one in terms if getattr(one, sign)] for sign in ("is_positive", "is_negative"))
    if not len(positive) == len(negative) == 1 or len(terms) > 2:  # noqa: PLR2004 - two sides
        return []
    ratio = sympy.expand_log(sympy.log(positive[0]) - sympy.log(-negative[0]), force=True)
    plain = sympy.expand(ratio.replace(lambda one: isinstance(one, sympy.log), _of_primes))
    primes = plain.atoms(sympy.log)
    if not all(one.args[0].is_Integer for one in primes):
        return []
    return [plain.coeff(one) for one in primes]


def _of_primes(logarithm: Expr) -> Expr:
    number = logarithm.args[0]
    if not number.is_Rational:
        return logarithm
    return sympy.Add(*(power * sympy.log(prime) for prime, power in sympy.factorrat(number).items()))


_MODULI = (2, 3, 4, 5, 7, 8, 9)
_MOST_LETTERS = 3


def congruent(node: tree.Congruence, setting: Setting) -> Verdict:
    """Each link of the chain: the difference leaves no rest."""
    chain = node.chain.operands if isinstance(node.chain, tree.Relation) else ()
    verdicts = []
    for left, right in pairwise(chain):
        verdicts.append(compare(_rest(difference(left, right), node.modulus), "=", tree.Number("0"), setting))
    return next((one for one in verdicts if one.kind != "proved"), verdicts[0])


def one_of(ways: tuple[tree.Node, ...], setting: Setting) -> Verdict:
    """Refuted at a point where each way has a value and none is true; that one always is, the kernel's rules show."""
    domain, conditions = setting.assumed, []
    try:
        for one in ways:
            domain, condition = _with_condition(one, setting, domain)
            conditions.append(condition)
    except (Untranslatable, Mismatch, Undefined) as reason:
        return undecided(str(reason))
    place = outside(sympy.Or(*conditions), domain, wanted=True)
    if place is None:
        return undecided("no rule shows that one of them always holds")
    return refuted("none of them is true at " + ", ".join(f"{name} = {value}" for name, value in place_of(place)))


def _with_condition(node: tree.Node, setting: Setting, domain: Domain) -> tuple[Domain, Expr]:
    """A relation or congruence as a condition, and the domain where its sides have values."""
    match node:
        case tree.Group(body=body):
            return _with_condition(body, setting, domain)
        case tree.Congruence(chain=tree.Relation(operands=(left, right)), modulus=below):
            return domain, without_rest(difference(left, right), below, setting)
        case tree.Logic(operators=operators) if set(operators) <= tree.AND:
            parts = tree.taken_apart(node)
        case tree.Relation(operators=(_, _, *_)):
            links = zip(pairwise(node.operands), node.operators, strict=True)
            parts = tuple(tree.Relation(pair, (sign,)) for pair, sign in links)
        case tree.Relation(operands=(left, right), operators=(sign,)):
            sides = [setting.meaning(side) for side in (left, right)]
            domain = domain.with_relations([part for one in sides for part in (*one.domain, *one.conditions)])
            if sign == "=":
                return domain, sympy.And(*(sympy.Eq(part, 0) for part in gap(*(one.expression for one in sides))))
            return domain, condition_of(setting.meaning(node).expression)
        case _:
            raise Untranslatable("a statement of a kind that is not decided")
    conditions = []
    for one in parts:
        domain, condition = _with_condition(one, setting, domain)
        conditions.append(condition)
    return domain, sympy.And(*conditions)


def claimed(node: tree.Node) -> tree.Node:
    """What is said under a condition."""
    match node:
        case tree.Logic(operators=(word,), operands=(tree.Relation() as said, _)) if word in tree.CONDITIONS:
            return said
        case _:
            return node


def condition_of(condition: Expr) -> Expr:
    """The condition that it is; raises Untranslatable for what is none."""
    if not isinstance(condition, sympy.logic.boolalg.Boolean):
        raise Untranslatable("an assumption that is not a condition")
    return condition


def difference(left: tree.Node, right: tree.Node) -> tree.Node:
    """`left - (right)`."""
    return tree.Addition((left, tree.Group(right)), ("-",))


def _rest(above: tree.Node, below: tree.Node) -> tree.Node:
    return tree.Product((tree.Group(above), tree.Group(below)), (r"\bmod",))


def without_rest(above: tree.Node, below: tree.Node, setting: Setting) -> Expr:
    """That `below` divides `above`."""
    return sympy.Eq(setting.meaning(_rest(above, below)).expression, 0)


def outside(condition: Expr, domain: Domain, *, wanted: bool) -> dict[Expr, Expr] | None:
    """A point of the domain where the condition is provably not as wanted."""
    symbols = sorted(condition.free_symbols, key=str)
    ends = [one for part in condition.atoms(sympy.core.relational.Relational) for one in part.args if one.is_number]
    for assignment in points(symbols, domain, most=20, before=ends):
        if any(answer is (not wanted) for answer in rising(partial(truth_at, condition, assignment))):
            return assignment
    return None
