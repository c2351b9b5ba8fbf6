"""Comparing two sides of one link: numbers, vectors, matrices, sets.

Owns: `Setting`, `compare`: what a link of a chain is decided by; `unlike`.

Laws:
- A side without a value anywhere refutes the link; so do shapes and units that do not fit.
- Vectors and matrices are compared by components, and their witness shows them whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import sympy
from sympy import S

from mathora.formula import Model, Node, symbol_key, tree, walk
from mathora.formula.meaning.events import Experiment
from mathora.formula.meaning.form import Meaning, to_sympy
from mathora.formula.meaning.linear import described, with_identity, with_zero
from mathora.formula.meaning.ranges import OverRange
from mathora.formula.meaning.scope import Mismatch, Undefined, UnitMismatch, Untranslatable, is_matrix
from mathora.formula.meaning.types import Expr
from mathora.formula.meaning.units import require_one_unit
from mathora.formula.tree import Quantity, Symbol
from mathora.formula.tree.signs import ZERO_VECTOR
from mathora.formula.tree.substitution import substituted
from mathora.prove.goal.advice import advice, uncounted
from mathora.prove.goal.domain import Domain, points, truth_at
from mathora.prove.goal.goal import Comparison, Goal, Outcome, exact_text, place_of, shown_name
from mathora.prove.goal.unresolved import KINDS
from mathora.prove.judge.decide import decide
from mathora.prove.tactics.identities import signed_symbols
from mathora.prove.tactics.integrals import exists
from mathora.prove.tactics.resolve import resolved
from mathora.prove.verdict import Verdict, Witness, refuted, undecided

GAP_POINTS = 12  # points at which it is asked whether cases cover the domain
MOST_CANCELLED = 60  # operations of a side condition that is looked at closely
FEW_POWERS = 4  # values of a letter at which a power of a matrix is written out


@dataclass(frozen=True)
class Setting:
    """What a formula is judged in: the model, and what is assumed."""

    model: Model
    assumed: Domain = field(default_factory=Domain)
    complex_plane: bool = False
    dependents: Mapping[str, tuple[str, ...]] | None = None
    experiment: Experiment = field(default_factory=Experiment)

    def meaning(self, node: Node, *, measured: bool = False) -> Meaning:
        """A part's meaning in this setting; `measured`: defined names with their units.

        Raises Untranslatable, Mismatch, Undefined.
        """
        return to_sympy(
            node,
            self.model,
            complex_plane=self.complex_plane,
            dependents=self.dependents or {},
            measured=measured,
            experiment=self.experiment,
        )


def compare(left: Node, sign: Comparison, right: Node, setting: Setting) -> Verdict:
    """The verdict on `left sign right`."""
    try:
        measured = is_measured(left, right, setting)
        sides = setting.meaning(left, measured=measured), setting.meaning(right, measured=measured)
        if ZERO_VECTOR in (left, right) and not any(is_matrix(side.expression) for side in sides):
            raise Mismatch("a number and the zero vector")  # noqa: TRY301 - told as any other mismatch
    except Untranslatable as reason:
        return _at_small_powers(left, sign, right, setting) or undecided(str(reason))
    except Mismatch as reason:
        what = "units" if isinstance(reason, UnitMismatch) else "shapes"
        return refuted(f"{what} do not match: {reason}")
    except Undefined as reason:
        return refuted(str(reason))
    for side, words in zip(sides, ("left", "right"), strict=True):
        if S.false in side.conditions or side.expression is S.NaN:
            return refuted(f"the {words} side has no value")
        if S.false in side.domain:
            return refuted(f"the {words} side asks for a function outside of its declared domain")
    return compare_meanings(*_one_layout((left, right), sides, sign), setting)


def _at_small_powers(left: Node, sign: Comparison, right: Node, setting: Setting) -> Verdict | None:
    """A refutation at the first values of a letter that something is raised to; None if there is none."""
    parts = [part for side in (left, right) for _, part in walk(side)]
    for letter in dict.fromkeys(one.exponent for one in parts if isinstance(one, tree.Power)):
        if not isinstance(letter, Symbol) or symbol_key(letter) not in setting.model:
            continue
        meaning = setting.meaning(letter)
        if not meaning.expression.is_Symbol or not meaning.expression.is_integer:
            continue
        for point in points((meaning.expression,), setting.assumed.with_relations(meaning.domain), most=FEW_POWERS):
            value = str(point[meaning.expression])
            sides = [substituted(side, letter, tree.Number(value)) for side in (left, right)]
            if not value.isdigit() or sides[0] is None or sides[1] is None:
                continue
            found = compare(sides[0], sign, sides[1], setting)
            if found.kind == "refuted" and found.witness is not None:
                place = ((symbol_key(letter), value), *found.witness.at)
                return replace(found, witness=replace(found.witness, at=place))
    return None


def _one_layout(
    nodes: tuple[Node, Node], sides: tuple[Meaning, Meaning], sign: Comparison
) -> tuple[Meaning, Comparison, Meaning]:
    r"""A derivative `\frac{\partial f}{\partial \mathbf{x}}` of a number is a column or a row, as the other side is."""
    one, other = sides
    shapes = [side.expression.shape if is_matrix(side.expression) else () for side in sides]
    if shapes[0] == shapes[1][::-1] and 1 in shapes[0] and shapes[0] != shapes[1]:
        if isinstance(nodes[0], tree.Derivative):
            one = replace(one, expression=one.expression.T)
        elif isinstance(nodes[1], tree.Derivative):
            other = replace(other, expression=other.expression.T)
    return one, sign, other


def is_measured(left: Node, right: Node, setting: Setting) -> bool:
    """Whether a link writes units, so that its names stand for theirs too. Functions are of numbers, and so is a link
    with one. Where names alone have units, these may not be mixed. Raises UnitMismatch.
    """
    parts = [part for side in (left, right) for _, part in walk(side)]
    keys = {symbol_key(part) for part in parts if isinstance(part, Symbol)}
    written = any(isinstance(part, Quantity) for part in parts)
    names = setting.model.names
    if keys & setting.model.functions.keys() or not (written or any(names[key].unit for key in keys & names.keys())):
        return False
    try:
        one, other = (setting.meaning(side, measured=True).expression for side in (left, right))
    except UnitMismatch:
        raise
    except (Untranslatable, Mismatch, Undefined):
        return written
    if written and 0 in (one, other):
        one, other = (setting.meaning(_without_zeros(side), measured=True).expression for side in (left, right))
    require_one_unit(one, other, "are compared", numbers=written)
    return written


def _without_zeros(node: Node) -> Node:
    """The same with 1 for a 0 that has a unit: a length of zero is no time of zero."""
    if isinstance(node, Quantity) and isinstance(node.value, tree.Number) and node.value.value == 0:
        return replace(node, value=tree.Number("1"))
    return node.with_children([_without_zeros(child) for child in node.children]) if node.children else node


def compare_meanings(  # noqa: C901, PLR0911 - one return for each kind of sides
    left: Meaning, sign: Comparison, right: Meaning, setting: Setting
) -> Verdict:
    """The same for sides already translated."""
    one, other = left.expression, right.expression
    domain = setting.assumed.with_relations((*left.domain, *right.domain))
    if isinstance(one, sympy.Set) or isinstance(other, sympy.Set):
        return _compare_sets(one, sign, other)
    if is_matrix(one) != is_matrix(other):
        one, other = with_identity(one, other), with_identity(other, one)
        one, other = with_zero(one, other), with_zero(other, one)
    shapes = [side.shape if is_matrix(side) else () for side in (one, other)]
    if shapes[0] != shapes[1]:
        sides = f"the left side is {described(one)}, the right side {described(other)}"
        return unlike(sides, (*left.symbols, *right.symbols), setting.model)
    if is_matrix(one) and sign not in {"=", r"\ne"}:
        return refuted(f"{described(one)} and {described(other)} have no order")
    if uncounted(one, other):
        return undecided(advice(one, other))
    symbols = tuple(dict.fromkeys((*left.symbols.values(), *right.symbols.values())))
    for side, opposite in ((left, right), (right, left)):
        gap = _gap(side, opposite, domain, symbols)
        if gap is not None:
            return gap
    conditions = tuple(dict.fromkeys((*left.conditions, *right.conditions)))
    pairs = list(zip(one, other, strict=True)) if is_matrix(one) else [(one, other)]
    if is_matrix(one) and sign == r"\ne":  # one component differs: the squares of the gaps do not add up to zero
        pairs = [(sum((first - second) ** 2 for first, second in pairs), S.Zero)]
    outcomes = []
    for first, second in pairs:
        outcome = decide(Goal(first, sign, second, domain, conditions, symbols))
        outcomes.append(outcome)
        if outcome is not None and not outcome.proved:
            break
    verdict = _joined(outcomes, (one, other), conditions, domain, {**left.texts, **right.texts})
    if verdict.kind != "proved":
        return verdict
    return _with_values((left, right), domain.with_relations(conditions)) or verdict


def _with_values(sides: tuple[Meaning, Meaning], domain: Domain) -> Verdict | None:
    """Infinite sums, limits and integrals inside of a side have to have finite values; a whole side may be infinite."""
    for part in dict.fromkeys(part for side in sides for part in side.parts):
        if any(side.expression != 0 and _is_multiple(side.expression, part) for side in sides):
            continue
        if isinstance(part, sympy.Integral) and exists(part, domain):
            continue
        found = resolved(part, domain).expression
        if found.has(S.NaN, S.Infinity, S.NegativeInfinity):
            return refuted("a part of it has no value: a sum, limit or integral that does not exist or is infinite")
        if found.has(*KINDS):
            return undecided("a sum, limit or integral in it could not be shown to exist")
    return None


def _is_multiple(one: Expr, part: Expr) -> bool:
    return one == part or (isinstance(one, sympy.Expr) and bool((one / part).is_number))


def _gap(side: Meaning, opposite: Meaning, domain: Domain, symbols: tuple[Expr, ...]) -> Verdict | None:
    """Cases that say nothing at a point where the other side has a value."""
    if not isinstance(side.expression, sympy.Piecewise) or side.expression.args[-1][1] == S.true:
        return None
    uncovered = sympy.And(*(sympy.Not(condition) for _, condition in side.expression.args))
    for point in points(symbols, domain.with_relations(opposite.conditions), most=GAP_POINTS):
        if truth_at(uncovered, point) is True:
            at = ", ".join(f"{name} = {number}" for name, number in place_of(point))
            return refuted(f"the cases say nothing at {at}")
    return None


def _joined(
    outcomes: list[Outcome | None],
    sides: tuple[Expr, Expr],
    conditions: tuple[Expr, ...],
    domain: Domain,
    texts: Mapping[Expr, str],
) -> Verdict:
    for outcome in outcomes:
        if outcome is not None and not outcome.proved:
            witness = outcome.witness
            if witness is not None and is_matrix(sides[0]):
                witness = _whole(witness, sides)
            return refuted(outcome.reason, witness=witness, method=outcome.method)
    plain = {_without_positive(one, domain): texts.get(one, "") for one in conditions if one not in domain.relations}
    needed = _needed(tuple(plain), domain)
    shown = tuple(dict.fromkeys(plain[one] or text for one in needed if (text := condition_text(one, domain))))
    if None in outcomes:
        return replace(undecided(advice(*sides)), conditions=shown)
    found = [outcome for outcome in outcomes if outcome is not None]
    return Verdict("proved", method="; ".join(dict.fromkeys(one.method for one in found)), conditions=shown)


def _whole(witness: Witness, sides: tuple[Expr, Expr]) -> Witness:
    """A component's witness with both vectors written out at its point, where they have values there."""
    at = dict(witness.at)
    texts = []
    for side in sides:
        change = {symbol: sympy.Rational(at[shown_name(symbol)]) for symbol in side.free_symbols if _plain(at, symbol)}
        entries = [entry.subs(change) for entry in side]
        if any(entry.free_symbols or _unknown(entry) for entry in entries):
            return witness
        texts.append("(" + ", ".join(exact_text(entry) for entry in entries) + ")")
    return Witness(witness.at, texts[0], texts[1], witness.relation)


def _unknown(entry: Expr) -> list[Expr]:
    return [part for part in entry.atoms(sympy.Function) if hasattr(type(part), "unknown")]


def _plain(at: Mapping[str, str], symbol: Expr) -> bool:
    text = at.get(shown_name(symbol), "…")
    return text.removeprefix("-").replace("/", "").isdigit()


def condition_text(condition: Expr, domain: Domain) -> str:
    """A side condition as TeX; "" for one that the declared domain visibly gives."""
    if condition in domain.relations or condition.xreplace(signed_symbols(domain, condition.free_symbols)) == S.true:
        return ""
    condition = _plainer(condition)
    if isinstance(condition, sympy.Ne):
        whole = sympy.Ne((condition.lhs - condition.rhs).as_base_exp()[0], 0)  # no power of it is 0 then, either
        if any(_say_the_same(said, one) for said in (condition, whole) if said != S.true for one in domain.relations):
            return ""
    if _keeps_off(condition, domain):
        return ""
    names = {symbol: shown_name(symbol) for symbol in condition.free_symbols}
    text = str(sympy.latex(condition, symbol_names=names))
    text = text.replace(r"\left|{", r"\left|").replace(r"}\right|", r"\right|")
    return text.replace(r"\neq", r"\ne").replace(r"\leq", r"\le").replace(r"\geq", r"\ge")


def _keeps_off(condition: Expr, domain: Domain) -> bool:
    """Whether the bounds of the only name leave out the one place where `p - 1 ≠ 0` or `p - 1 > 0` begins to fail."""
    if not isinstance(condition, (sympy.Ne, sympy.Gt, sympy.Lt)) or len(condition.free_symbols) != 1:
        return False
    (symbol,), gap = condition.free_symbols, condition.lhs - condition.rhs
    if not gap.is_polynomial(symbol) or sympy.degree(gap, symbol) != 1 or not symbol.is_extended_real:
        return False
    slope, rest = sympy.Poly(gap, symbol).all_coeffs()
    bounds, place = domain.bounds(symbol), -rest / slope
    if isinstance(condition, sympy.Ne):
        return bounds.raised(place, is_open=False).lowered(place, is_open=False).is_empty
    above = isinstance(condition, sympy.Gt) == bool(slope.is_positive)
    failing = bounds.lowered(place, is_open=False) if above else bounds.raised(place, is_open=False)
    return failing.is_empty


def _say_the_same(one: Expr, other: Expr) -> bool:
    """Whether two inequations are of the same two things: n + 1 ≠ 0 and n ≠ −1."""
    if not isinstance(other, sympy.Ne):
        return False
    gaps = one.lhs - one.rhs, other.lhs - other.rhs
    return 0 in (sympy.expand(gaps[0] - gaps[1]), sympy.expand(gaps[0] + gaps[1]))


def _needed(conditions: tuple[Expr, ...], domain: Domain) -> tuple[Expr, ...]:
    """The conditions without those that the signs of names, by the others, give: x > 0 and y > 0 say x/y > 0."""
    kept = list(conditions)
    for one in sorted(conditions, key=lambda each: -each.count_ops()):
        others = [each for each in kept if each is not one]
        if one.xreplace(signed_symbols(domain.with_relations(others), one.free_symbols)) == S.true:
            kept = others
    return tuple(kept)


def _without_positive(condition: Expr, domain: Domain) -> Expr:
    """What is said of a product, without its factors that are positive anyway: x/(x² + 1) > 0 is x > 0."""
    if not isinstance(condition, sympy.Gt) or condition.rhs != 0 or condition.lhs.count_ops() > MOST_CANCELLED:
        return condition
    left = sympy.cancel(sympy.together(condition.lhs))
    signs = signed_symbols(domain, left.free_symbols)
    left = sympy.Mul(*(one for one in sympy.Mul.make_args(left) if not one.xreplace(signs).is_positive))
    factor, rest = left.as_coeff_Mul()
    return S.true if left == 1 else sympy.Lt(rest, 0) if factor.is_negative else sympy.Gt(rest, 0)


def _plainer(condition: Expr) -> Expr:
    """|u| > 0 and 2u ≠ 0 are u ≠ 0; u³ ≠ 0 as well."""
    if not isinstance(condition, (sympy.Gt, sympy.Ne)) or condition.rhs != 0:
        return condition
    left = condition.lhs
    if isinstance(condition, sympy.Gt):
        return _plainer(sympy.Ne(left.args[0], 0)) if isinstance(left, sympy.Abs) else condition
    base, exponent = left.as_coeff_Mul()[1].as_base_exp()
    plain = base if exponent.is_positive else left.as_coeff_Mul()[1]
    return sympy.Ne(plain, 0) if plain.free_symbols else condition


def _compare_sets(one: Expr, sign: Comparison, other: Expr) -> Verdict:
    if any(isinstance(side, OverRange) for side in (one, other)):
        return undecided("several places of an extremum: state its value, and the places where it is taken")
    if not (isinstance(one, sympy.Set) and isinstance(other, sympy.Set)):
        return refuted("a set and a number are compared")
    if sign != "=":
        return undecided("sets have no such order")
    if one == other or (one.is_subset(other) and other.is_subset(one)):
        return Verdict("proved", method="both sets have the same elements")
    alone = (one - other, other - one)
    if False in (one.is_subset(other), other.is_subset(one), *(some.is_empty for some in alone)):
        return refuted("the sets do not have the same elements")
    return undecided("the sets could not be compared")


def unlike(why: str, keys: Iterable[str], model: Model) -> Verdict:
    """What has other shapes is refuted, unless capital letters of which nothing is known may be more than numbers."""
    names = {key: model.get(key) for key in dict.fromkeys(keys) if len(key) == 1 and key.isupper()}
    bare = [
        key for key, one in names.items() if one is None or (one.kind, one.body, one.parameters, one.domain) == _BARE
    ]
    meant = f"; say what {' and '.join(bare)} may be: kind: matrix with a shape, or a function" if bare else ""
    return Verdict("undecided" if bare else "refuted", reason=f"shapes do not match: {why}{meant}")


_BARE = ("real", None, (), ())
