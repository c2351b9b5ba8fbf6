r"""Probabilities as SymPy.

Laws:
- `P(A \mid B)` is P(A ∩ B) / P(B), and has a value only where P(B) is not zero (A. N. Kolmogorov, 1933).
- What is known (`P(D) = 0.01`, `P(T \mid D) = 0.9`) are linear equations for the probabilities of the outcomes, and is
  put in first. Where nothing is known, each kind of outcome is there any number of times: `\#(A \cap B)` of them.
"""

from __future__ import annotations

from collections.abc import Mapping

import sympy

from mathora.formula import tree
from mathora.formula.meaning.events import MOST_EVENTS, Experiment, Outcomes, outcomes
from mathora.formula.meaning.scope import Scope, Undefined, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.canonical_latex import symbol_key, write_latex


def probability(node: tree.Application, scope: Scope) -> Expr:
    r"""`P(A)`, `P(A \mid B)`. Raises Untranslatable, Undefined."""
    experiment = _experiment(scope)
    _refuse_running(node, experiment, scope)
    chances = _chances(scope)
    if len(node.arguments) == 1 and isinstance(parted := node.arguments[0], tree.Parted):
        if parted.sign != r"\mid":
            raise Untranslatable(f"{write_latex(parted)} as an event")
        condition = outcomes(parted.right, experiment)
        below = _sum(chances, condition)
        if below == 0:
            raise Undefined(f"{write_latex(parted.right)} has probability 0")
        scope.texts[sympy.Ne(below, 0)] = f"{write_latex(node.head)}({write_latex(parted.right)}) > 0"
        scope.require(sympy.Ne(below, 0))
        found = _sum(chances, outcomes(parted.left, experiment) & condition) / below
    else:
        event = frozenset.intersection(*(outcomes(one, experiment) for one in node.arguments))
        found = _sum(chances, event) / _sum(chances, experiment.everything)
    scope.texts[sympy.Ne(found, 0)] = f"{write_latex(node)} > 0"
    return found


def _refuse_running(node: tree.Application, experiment: Experiment, scope: Scope) -> None:
    for _, part in tree.walk(node):
        if isinstance(part, tree.Symbol) and (scope.indices(part) is not None or scope.bound_value(symbol_key(part))):
            raise Untranslatable(f"{symbol_key(part)} runs over many events: write out the sum")
        if isinstance(part, tree.Symbol) and part in experiment.shared:
            raise Untranslatable(f"{write_latex(node)} is another event for each {symbol_key(part)}: say its law")


def _experiment(scope: Scope) -> Experiment:
    experiment = scope.experiment
    if not isinstance(experiment, Experiment):
        raise Untranslatable("a probability outside of a statement")
    if len(experiment.events) > MOST_EVENTS:
        raise Untranslatable(f"more than {MOST_EVENTS} events: show the formula in parts")
    return experiment


def _sum(chances: Mapping[int, Expr], event: Outcomes) -> Expr:
    return sympy.Add(*(chances[one] for one in sorted(event)))


def _chances(scope: Scope) -> Mapping[int, Expr]:
    """For each kind of outcome its probability; or, where nothing is known, how many outcomes there are of it."""
    if scope.chances is None:
        scope.chances = _known_chances(scope) if _experiment(scope).known else _counts(scope)
    return scope.chances


def _counts(scope: Scope) -> dict[int, Expr]:
    experiment = _experiment(scope)
    found = {one: _symbol(rf"\#({experiment.described(one)})", scope) for one in experiment.everything}
    scope.confine(sympy.Gt(sympy.Add(*found.values()), 0))
    return found


def _symbol(name: str, scope: Scope) -> Expr:
    scope.symbols[name] = sympy.Symbol(name, nonnegative=True)
    return scope.symbols[name]


def _known_chances(scope: Scope) -> dict[int, Expr]:
    """The probabilities that the known ones leave: some are symbols that may be anything from 0 to 1."""
    experiment = _experiment(scope)
    unknown = {one: _symbol(f"P({experiment.described(one)})", scope) for one in sorted(experiment.everything)}
    equations = [sympy.Add(*unknown.values()) - 1]
    for quantity, value in experiment.known:
        with scope.unbound():
            equations.append(_equation(quantity, scope.scalar(value), unknown, experiment))
    solved = _solved(equations, list(unknown.values()), scope)
    found = {one: sympy.together(sympy.expand(symbol.xreplace(solved))) for one, symbol in unknown.items()}
    for outcome, symbol in unknown.items():
        if symbol in solved:
            del scope.symbols[symbol.name]
        if found[outcome].is_negative:
            what = f"{symbol.name} would be {found[outcome]}"
            raise Undefined(f"the probabilities in the model contradict each other: {what}")
        scope.confine(sympy.Ge(found[outcome], 0))
    return found


def _equation(quantity: tree.Application, value: Expr, unknown: Mapping[int, Expr], experiment: Experiment) -> Expr:
    """`P(A | B) = c` as P(A ∩ B) − c P(B) = 0."""
    if len(quantity.arguments) == 1 and isinstance(parted := quantity.arguments[0], tree.Parted):
        condition = outcomes(parted.right, experiment)
        return _sum(unknown, outcomes(parted.left, experiment) & condition) - value * _sum(unknown, condition)
    event = frozenset.intersection(*(outcomes(one, experiment) for one in quantity.arguments))
    return _sum(unknown, event) - value


def _solved(equations: list[Expr], unknown: list[Expr], scope: Scope) -> dict[Expr, Expr]:
    """Linear equations solved one after the other, by an unknown whose factor is a number where there is one."""
    solved: dict[Expr, Expr] = {}
    for equation in equations:
        left = sympy.together(sympy.expand(equation.xreplace(solved)))
        left = sympy.expand(sympy.fraction(left)[0])
        factors = {one: left.coeff(one) for one in unknown if left.has(one)}
        if not factors:
            if left.is_number and left != 0:
                raise Undefined("the probabilities in the model contradict each other")
            scope.confine(sympy.Eq(left, 0))
            continue
        pivot = next((one for one, factor in factors.items() if factor.is_number), next(iter(factors)))
        scope.require(sympy.Ne(factors[pivot], 0))
        value = sympy.cancel(sympy.together(pivot - left / factors[pivot]))
        solved = {one: sympy.cancel(each.xreplace({pivot: value})) for one, each in solved.items()} | {pivot: value}
    return solved
