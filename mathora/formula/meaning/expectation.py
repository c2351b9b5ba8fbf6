r"""Expectations, variances and covariances as SymPy, and probabilities of quantities whose distribution is known.

Owns: `expectation`, `variance`, `covariance`, `probability_by_law`.

Laws:
- The expectation is linear. What is left are moments: of a known distribution its own, of independent quantities a
  product; else E[X], Var(X) ≥ 0 and Cov(X, Y), which may be anything, with E[X²] = Var(X) + E[X]² and
  E[XY] = Cov(X, Y) + E[X] E[Y]. All moments that a formula speaks of are taken to exist.
- In a trial, each random quantity has one value for each of some equally likely outcomes, and an expectation is an
  average: what is false in a trial is false.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import cache
from typing import Final

import sympy
from sympy.core.relational import Relational

from mathora.formula import tree
from mathora.formula.meaning.events import Experiment
from mathora.formula.meaning.scope import Scope, Untranslatable, is_matrix
from mathora.formula.meaning.types import Expr
from mathora.formula.reader.reader import read
from mathora.formula.symbols.distributions import SPELLED, Law
from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.rational import COMPARED, TURNED
from mathora.lesson import Text

HIGHEST_MOMENT: Final = 8
MOST_VALUES: Final = 200  # values of a discrete quantity whose probabilities are added up


def expectation(node: tree.Node, scope: Scope) -> Expr:
    """E of a term. Raises Untranslatable."""
    value = _of_random(node, scope)
    if is_matrix(value):
        return value.applyfunc(lambda entry: _mean(entry, scope))
    return _mean(value, scope)


def variance(node: tree.Node, scope: Scope) -> Expr:
    """E[U²] − E[U]²."""
    return covariance(node, node, scope)


def covariance(left: tree.Node, right: tree.Node, scope: Scope) -> Expr:
    """E[UV] − E[U] E[V]."""
    one, other = _of_random(left, scope), _of_random(right, scope)
    if is_matrix(one) or is_matrix(other):
        raise Untranslatable("the covariance of a vector")
    return sympy.expand(_mean(one * other, scope) - _mean(one, scope) * _mean(other, scope))


def _experiment(scope: Scope) -> Experiment:
    assert isinstance(scope.experiment, Experiment)  # noqa: S101 - a statement is always judged in one
    return scope.experiment


def _of_random(node: tree.Node, scope: Scope) -> Expr:
    """A term of random quantities. Raises Untranslatable, also of a list of them."""
    with _random(scope):
        value = scope.of(node)
    if isinstance(node, tree.Listing):
        raise Untranslatable("a measure of several quantities at once")
    return value


def _random(scope: Scope) -> AbstractContextManager[None]:
    return scope.binding({key: _letter(key) for key in _experiment(scope).random})


def _letter(key: str) -> Expr:
    return sympy.Symbol(f"random:{key}", real=True)


def _mean(value: Expr, scope: Scope) -> Expr:
    experiment = _experiment(scope)
    letters = {_letter(key): key for key in experiment.random}
    if experiment.trial:
        return _average(value, experiment)
    return sympy.Add(*(_of_term(term, letters, scope) for term in sympy.Add.make_args(sympy.expand(value))))


def _average(value: Expr, experiment: Experiment) -> Expr:
    """The mean over the outcomes of a trial."""
    rows = [{_letter(key): numbers[place] for key, numbers in experiment.trial} for place in range(experiment.outcomes)]
    return sympy.Add(*(value.subs(row) for row in rows)) / experiment.outcomes


def _of_term(term: Expr, letters: Mapping[Expr, str], scope: Scope) -> Expr:
    factor, rest = term.as_independent(*letters, as_Add=False)
    if not rest.has(*letters):  # 0 is no product
        return term
    if not rest.is_polynomial(*letters):
        return factor * _open(rf"\mathbb{{E}}[{rest}]", scope)
    powers = {letters[base]: int(power) for base, power in rest.as_powers_dict().items()}
    return factor * _moment(powers, scope)


def _moment(powers: Mapping[str, int], scope: Scope) -> Expr:
    """E of a product of powers of random quantities."""
    experiment = _experiment(scope)
    keys = sorted(powers)
    if len(keys) == 1:
        return _own_moment(keys[0], powers[keys[0]], scope)
    if len(keys) == 2 and frozenset(keys) in experiment.independent:  # noqa: PLR2004 - a pair
        return sympy.Mul(*(_own_moment(key, powers[key], scope) for key in keys))
    if len(keys) == 2 and set(powers.values()) == {1}:  # noqa: PLR2004 - a pair
        shared = _open(rf"\operatorname{{Cov}}({keys[0]}, {keys[1]})", scope)
        return shared + _own_moment(keys[0], 1, scope) * _own_moment(keys[1], 1, scope)
    written = " ".join(f"{key}^{power}" for key, power in sorted(powers.items()))
    return _open(rf"\mathbb{{E}}[{written}]", scope)


def _own_moment(key: str, order: int, scope: Scope) -> Expr:
    law = dict(_experiment(scope).laws).get(key)
    if law is not None:
        return _of_law(law, order, scope)
    mean = _known("E", key, scope) or _open(rf"\mathbb{{E}}[{key}]", scope)
    if order == 1:
        return mean
    if order == 2:  # noqa: PLR2004 - a square
        spread = _known("Var", key, scope) or _open(rf"\operatorname{{Var}}({key})", scope, nonnegative=True)
        return spread + mean**2
    return _open(rf"\mathbb{{E}}[{key}^{order}]", scope)


def _known(measure: str, key: str, scope: Scope) -> Expr:
    """What is known of the mean or the variance of a quantity, or None."""
    for quantity, value in _experiment(scope).known:
        named = isinstance(quantity.head, tree.FunctionName) and quantity.head.name == measure
        plain = isinstance(quantity.head, tree.Symbol) and measure == quantity.head.name == "E"
        if (named or plain) and len(quantity.arguments) == 1 and write_latex(quantity.arguments[0]) == key:
            with scope.unbound():
                return scope.scalar(value)
    return None


def _open(name: str, scope: Scope, *, nonnegative: bool = False) -> Expr:
    """A symbol for what is not known."""
    assumptions = {"nonnegative": True} if nonnegative else {"real": True}
    scope.symbols[name] = sympy.Symbol(name, **assumptions)
    return scope.symbols[name]


# ── known distributions ───────────────────────────────────────────────────────────────────────────────────────────────


def _parameters(law: tree.Application, scope: Scope) -> tuple[Law, dict[str, Expr]]:
    """A distribution's row and the values of its parameters, which the row's demands are made of."""
    assert isinstance(law.head, tree.Symbol)  # noqa: S101 - only such are laws
    row = SPELLED[law.head.name, law.head.style]
    if len(law.arguments) != len(row.parameters):
        raise Untranslatable(f"{write_latex(law)} has {len(law.arguments)} parameters, not {len(row.parameters)}")
    with scope.unbound():
        values = dict(zip(row.parameters, (scope.scalar(one) for one in law.arguments), strict=True))
    for demand in row.asks:
        scope.confine(_formula(demand, values))
    return row, values


def _formula(latex: str, values: Mapping[str, Expr]) -> Expr:
    """A row's formula with values put in."""
    from mathora.formula.meaning.form import to_sympy  # noqa: PLC0415 - which asks this module

    expression = to_sympy(_tree(latex), _letters()).expression
    return expression.subs({sympy.Symbol(key, real=True): value for key, value in values.items()}, simultaneous=True)


@cache
def _letters() -> Model:
    names = {key: tree.Symbol(key) for key in ("m", "v", "a", "b", "r", "n", "p", "t", "x", "k", "N", "K")}
    return Model({key: Name(key, symbol) for key, symbol in names.items()})


@cache
def _tree(latex: str) -> tree.Node:
    return read(Text.written(latex), _letters()).tree


def _of_law(law: tree.Application, order: int, scope: Scope) -> Expr:
    """The moment of an order: the row's own, or a slope of the generating function at 0; a uniform law's integral."""
    if order > HIGHEST_MOMENT:
        raise Untranslatable(f"a moment of order {order}; at most {HIGHEST_MOMENT}")
    row, values = _parameters(law, scope)
    if row.step:
        return sympy.Mul(*(_formula(row.step, values | {"k": sympy.Integer(one)}) for one in range(order)))
    if 0 < order <= len(row.moments):
        return _formula(row.moments[order - 1], values)
    if not row.generating:
        if row.moments:
            raise Untranslatable("a moment that the table of distributions does not have")
        low, high = values["a"], values["b"]
        return sympy.Add(*(low**power * high ** (order - power) for power in range(order + 1))) / (order + 1)
    time = sympy.Dummy("t", real=True)
    slope = sympy.diff(_formula(row.generating, values | {"t": time}), time, order)
    return sympy.expand(sympy.simplify(slope.subs(time, 0)))


def probability_by_law(event: tree.Node, scope: Scope) -> Expr:
    """The probability of `a ≤ X < b`, `X = k`, where X has a known distribution; None for any other event."""
    laws = dict(_experiment(scope).laws)
    mentioned = [part for part in tree.symbols(event) if symbol_key(part) in laws]
    if not mentioned:
        return None
    match event:
        case tree.Relation(operands=(tree.Absolute(body=body), reach), operators=(sign,)) if sign in _OUTSIDE:
            return probability_by_law(_around(body, sign, reach), scope)
        case tree.Relation(operands=(tree.Absolute(body=body), reach), operators=(sign,)) if sign in _OUTSIDE.values():
            inside = next(one for one, other in _OUTSIDE.items() if other == sign)
            return 1 - probability_by_law(_around(body, inside, reach), scope)
    if not isinstance(event, tree.Relation) or len(mentioned) != 1 or mentioned[0] not in event.operands:
        raise Untranslatable(
            f"the probability of {write_latex(event)}: write it as one comparison of {mentioned[0].name}"
        )
    row, values = _parameters(laws[symbol_key(mentioned[0])], scope)
    bounds = [_bound(event, place, mentioned[0]) for place in range(len(event.operators))]
    ends = [(sign, scope.scalar(end)) for sign, end in bounds]
    return _of_mass(row, values, ends, scope) if row.mass else _of_area(row, values, ends, scope)


_OUTSIDE: Final[Mapping[tree.RelationSign, tree.RelationSign]] = {"<": r"\ge", r"\le": ">"}


def _around(body: tree.Node, sign: tree.RelationSign, reach: tree.Node) -> tree.Node:
    """`|X - m| < d` as `m - d < X < m + d`."""
    middle: tree.Node = tree.Number("0")
    if isinstance(body, tree.Addition) and body.operators == ("-",):
        body, middle = body.terms
    ends = [tree.Addition((tree.Group(middle), tree.Group(reach)), (one,)) for one in ("-", "+")]
    return tree.Relation((ends[0], body, ends[1]), (sign, sign))


def _bound(event: tree.Relation, place: int, name: tree.Symbol) -> tuple[str, tree.Node]:
    """One link as a sign behind the quantity and what it is compared with."""
    left, sign, right = event.links[place]
    if left == name:
        return sign, right
    if right == name and sign in COMPARED:
        return TURNED.get(sign, sign), left
    raise Untranslatable(f"the probability of {write_latex(event)}")


def _of_mass(row: Law, values: Mapping[str, Expr], ends: list[tuple[str, Expr]], scope: Scope) -> Expr:
    """A discrete quantity: one value's probability, or the sum of those between literal ends."""
    if len(ends) == 1 and ends[0][0] in {"=", r"\ne"}:
        found = _mass(row, values, ends[0][1], scope)
        return found if ends[0][0] == "=" else 1 - found
    lows = [_whole(end) + (sign == ">") for sign, end in ends if sign in {">", r"\ge"}]
    highs = [_whole(end) - (sign == "<") for sign, end in ends if sign in {"<", r"\le"}]
    if len(lows) + len(highs) != len(ends):
        raise Untranslatable("a comparison of another kind")
    if not highs:  # above: all but what is below
        return 1 - _sum(row, values, 0, max(lows) - 1, scope)
    return _sum(row, values, max(lows, default=0), min(highs), scope)


def _whole(end: Expr) -> int:
    if not end.is_Integer:
        raise Untranslatable("a bound that is no literal whole number")
    return int(end)


def _sum(row: Law, values: Mapping[str, Expr], low: int, high: int, scope: Scope) -> Expr:
    if high - low > MOST_VALUES:
        raise Untranslatable(f"more than {MOST_VALUES} values")
    return sympy.Add(*(_mass(row, values, sympy.Integer(one), scope) for one in range(max(low, 0), high + 1)))


def _mass(row: Law, values: Mapping[str, Expr], place: Expr, scope: Scope) -> Expr:
    inside = _inside(row, values, place)
    if sympy.S.false in inside or place.is_integer is False:
        return sympy.S.Zero
    if not place.is_integer:
        raise Untranslatable("a value that may be no whole number: declare its kind as natural")
    for condition in inside:
        scope.require(condition)
    return _formula(row.mass, dict(values) | {"x": place})


def _of_area(row: Law, values: Mapping[str, Expr], ends: list[tuple[str, Expr]], scope: Scope) -> Expr:
    """A continuous quantity: the probability below the upper end without that below the lower one."""
    lows = [end for sign, end in ends if sign in {">", r"\ge"}]
    highs = [end for sign, end in ends if sign in {"<", r"\le"}]
    if any(sign == "=" for sign, _ in ends):
        return sympy.S.Zero
    if len(lows) > 1 or len(highs) > 1 or len(lows) + len(highs) != len(ends):
        raise Untranslatable("a comparison of another kind")
    if lows and highs and (highs[0] - lows[0]).is_negative:
        return sympy.S.Zero
    if lows and highs:
        scope.require(sympy.Le(lows[0], highs[0]))
    above = _below(row, values, highs[0], scope) if highs else sympy.S.One
    return above - (_below(row, values, lows[0], scope) if lows else sympy.S.Zero)


def _below(row: Law, values: Mapping[str, Expr], place: Expr, scope: Scope) -> Expr:
    if not row.below:
        raise Untranslatable("a probability that the table of distributions does not have")
    inside = _inside(row, values, place)
    if sympy.S.false in inside:
        return sympy.Integer(min(inside.index(sympy.S.false), 1))
    for condition in inside:
        scope.require(condition)
    return _formula(row.below, dict(values) | {"x": place})


def _inside(row: Law, values: Mapping[str, Expr], place: Expr) -> list[Expr]:
    r"""What says that a place is not below, and not above, all values: `b + 1 \le b` is false."""
    said = [_formula(one, dict(values) | {"x": place}) for one in row.support]
    return [one.func(sympy.expand(one.lhs - one.rhs), 0) if isinstance(one, Relational) else one for one in said]
