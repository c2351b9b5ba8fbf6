"""`≈`: rounding to a displayed literal, or within a stated tolerance.

Law: |value − literal| < u/2, with u one unit of the literal's last place, is proved or refuted by balls; nothing is
rounded by us.
"""

from __future__ import annotations

from fractions import Fraction

import sympy
from sympy import S

from mathora.formula import tree
from mathora.formula.inspection.rounding import last_place
from mathora.formula.meaning.form import Meaning
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.prove.balls.numbers import size
from mathora.prove.balls.values import compared, rising, value
from mathora.prove.goal.goal import Goal, exact_text, shown_name, written
from mathora.prove.judge.compare import Setting, is_measured
from mathora.prove.tactics.inequalities import decide_inequality
from mathora.prove.tactics.refute import counterexample
from mathora.prove.tactics.resolve import resolved
from mathora.prove.verdict import Verdict, Witness, refuted, undecided


def approximately(left: tree.Node, right: tree.Node, setting: Setting, tol: Fraction | None) -> Verdict:
    """The verdict on `left ≈ right`, within `tol` or to the digits that are shown."""
    try:
        measured = is_measured(left, right, setting)
        one, other = (setting.meaning(side, measured=measured) for side in (left, right))
    except Untranslatable as reason:
        return undecided(str(reason))
    except (Mismatch, Undefined) as reason:
        return refuted(str(reason))
    if tol is not None:
        return _approximate(one, other, sympy.Rational(tol.numerator, tol.denominator), setting)
    units = {side: last_place(node) for side, node in (("left", left), ("right", right))}
    known = {side: unit for side, unit in units.items() if unit is not None}
    if not known:
        return undecided("≈ needs a number in decimals on one side, as 3.14, a place (\\text{ near } x = 0) or tol:")
    written = all(any(isinstance(part, tree.Quantity) for _, part in tree.walk(node)) for node in (left, right))
    side = "right" if written and "right" in known else max(known, key=lambda name: (known[name], name == "right"))
    half = sympy.Rational(known[side].numerator, known[side].denominator) / 2
    return _approximate(*((one, other) if side == "right" else (other, one)), half, setting)


def _approximate(  # noqa: PLR0911 - one return for each way it can end
    side: Meaning, literal: Meaning, half_unit: Expr, setting: Setting
) -> Verdict:
    """`value ≈ literal`: |value − literal| < half a unit of the literal's last place, by balls."""
    exact, shown = side.expression, literal.expression
    if S.false in (*side.conditions, *literal.conditions):
        return refuted("one side has no value")
    if S.false in (*side.domain, *literal.domain):
        return refuted("one side asks for a function outside of its declared domain")
    if isinstance(exact, sympy.MatrixBase) or isinstance(shown, sympy.MatrixBase):
        return undecided("≈ between vectors")
    unit = _unit_of(shown)
    exact, shown = exact / unit, shown / unit
    if any(":" in symbol.name for symbol in exact.free_symbols):
        return undecided("the sides differ by a unit: say what the names are measured in, unit: in the model")
    answer = resolved(exact, setting.assumed.with_relations(side.domain))
    exact = answer.expression
    if exact in (S.Infinity, S.NegativeInfinity, S.NaN):
        return refuted("the value is not finite")
    symbols = tuple(sorted(exact.free_symbols, key=str))
    if symbols:
        return _approximate_everywhere(exact, shown, half_unit, side, setting)
    for gap in rising(lambda: value(exact - shown, {})):
        within = compared("StrictLessThan", size(gap) - value(half_unit, {}))
        if within is True:
            method = "; ".join((*answer.methods, "half a unit of the last place, by ball arithmetic"))
            return Verdict("proved", method=method)
        if within is False:
            witness = Witness((), exact_text(exact), written(value(shown, {})), r"\approx")
            return refuted("", witness=witness, method="ball arithmetic")
    return undecided("the value could not be computed")


def _shown_at(witness: Witness, exact: Expr, shown: Expr) -> Witness:
    """Both sides at a point, where the witness has their distance."""
    named = {shown_name(symbol): symbol for symbol in exact.free_symbols | shown.free_symbols}
    plain = {named[name]: sympy.Rational(text) for name, text in witness.at if name in named and _is_fraction(text)}
    left, right = exact.subs(plain), shown.subs(plain)
    if left.free_symbols or right.free_symbols:
        return witness
    return Witness(witness.at, exact_text(left), exact_text(right), r"\approx")


def _is_fraction(text: str) -> bool:
    return text.removeprefix("-").replace("/", "", 1).isdigit()


def _unit_of(expression: Expr) -> Expr:
    """The units of a quantity, as a product of base units."""
    units = [one for one in expression.as_ordered_factors() if any(":" in symbol.name for symbol in one.free_symbols)]
    return sympy.Mul(*units)


def _approximate_everywhere(exact: Expr, shown: Expr, half_unit: Expr, side: Meaning, setting: Setting) -> Verdict:
    """A value with free symbols rounds to a literal only if it does so in the whole domain."""
    domain = setting.assumed.with_relations(side.domain)
    symbols = tuple(side.symbols.values())
    goal = Goal(sympy.Abs(exact - shown), "<", half_unit, domain, side.conditions, symbols)
    found = counterexample(goal)
    if found is not None:
        return refuted("", witness=_shown_at(found, exact, shown), method="ball arithmetic")
    outcome = decide_inequality(goal)
    if outcome is not None and outcome.proved:
        return Verdict("proved", method=outcome.method)
    return undecided("the rounding could not be shown for all values")
