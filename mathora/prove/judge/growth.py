r"""What contradicts an order of growth: `\sin x = x - \frac{x^3}{3} + O(x^5)`, `n^2 = O(n)`.

Owns: `of_order`; `unlike`: what contradicts `f \sim g` and `f \ll g`, which say that f/g tends to 1, or to 0.

| said of the ratio r of what is left to what stands in the order | contradicted by |
| --- | --- |
| `O`: it stays bounded | r → ∞ |
| `o`: it falls to 0 | r → ∞, r → c ≠ 0 |
| `\Theta`: it stays between two positive bounds | r → 0, r → ∞ |
| `\Omega`: it stays away from 0 | r → 0 |

Law: such a formula is never proved, for it says not all that stands left. It is refuted where SymPy's limit contradicts
it and the ratio's values on the way agree, or where the ratio has no limit and its values keep to no such bound; a
whole number grows, the rest of an expansion is small at 0, and where neither is said, both have to contradict.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

import sympy
from sympy import S

from mathora.formula import tree, write_latex
from mathora.formula.inspection.naming import LOG, is_order
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.prove.judge.compare import Setting
from mathora.prove.judge.growth_measured import far_off, in_closed_form, measured, swings
from mathora.prove.tactics.limits import one_sided
from mathora.prove.verdict import Verdict, refuted, undecided

_WAY = 4  # places on the way to a limit, a tenth of the way each, at which the ratio is looked at
_LAST = 2
"""Steps on this way, the last ones, on which a ratio has to fall or to rise: 2^n falls behind n^{100} at first."""
_NEAR = sympy.Rational(1, 10)  # as far as 1 + … + 1/n is from ln n at the last of these places
_AWAY: Final = "is measured to go away"
_SWINGS: Final = "is measured to go up and down: it keeps no such bound, or comes to no such limit"
_ANY: Final = sympy.Integer(3)
"""What a number is taken to be that a domain says nothing of."""


def of_order(node: tree.Relation, setting: Setting) -> Verdict:
    """The verdict on a relation that speaks of an order of growth."""
    if false := _contradicted(node, setting):
        return refuted(false)
    if is_order(node.operands[-1], setting.model):
        return Verdict("notation", method="an order of growth")
    if not _speaks_of_order(node.operands[-1], setting):
        return undecided("an order stands right of the sign: n^2 + n = O(n^2)")
    return Verdict("schematic", method="the rest is only known by its order")


_BASES: Final = (*map(tree.FunctionName, ("ln", "lg")), tree.FunctionName("log", tree.Number("2")))


def _contradicted(node: tree.Relation, setting: Setting) -> str:
    r"""What contradicts an order, whatever base a `\log` has: one that is no exponent is a factor more or less."""
    left, right = _from_one(node.operands[0]), _from_one(node.operands[-1])
    exponents = {part.exponent for side in (left, right) for _, part in tree.walk(side) if isinstance(part, tree.Power)}
    bases = _BASES if any(tree.mentions(one, LOG) for one in exponents) else _BASES[:1]
    if isinstance(right, tree.Addition):
        return _in_one_base(left, right, setting)
    told = ""
    for base in bases:
        told = _in_one_base(tree.replaced(left, LOG, base), tree.replaced(right, LOG, base), setting)
        if not told:
            return ""
    return told


def _in_one_base(left: tree.Node, right: tree.Node, setting: Setting) -> str:
    terms = right.terms if isinstance(right, tree.Addition) else (right,)
    order, left = terms[-1], _largest(left, setting)
    if not is_order(order, setting.model) or any(_speaks_of_order(one, setting) for one in terms[:-1]):
        return ""
    assert isinstance(order, tree.Application)  # noqa: S101 - `is_order` saw it
    assert isinstance(order.head, tree.Symbol)  # noqa: S101 - and this
    try:
        rest = setting.meaning(left).expression
        for sign, one in zip(("+", *_signs(right)), terms[:-1], strict=False):
            value = setting.meaning(one).expression
            rest = rest - value if sign == "+" else rest + value
        bound = setting.meaning(order.arguments[0]).expression
        told = _barring(rest, bound, order.head.name, setting, expanded=len(terms) > 1)
    except (Untranslatable, Mismatch, Undefined, AttributeError, *NO_ANSWER):
        return ""
    return told and f"what is left, divided by {write_latex(order.arguments[0])}, {told}"


def _barring(rest: Expr, bound: Expr, name: str, setting: Setting, *, expanded: bool) -> str:
    """What the ratio does that its order bars; of what is left of an expansion only at 0."""
    barred = _BARRED[name]
    share, letters = _constant(rest / bound), bound.free_symbols or rest.free_symbols
    if share is not None or len(letters) != 1:
        return f"is {sympy.latex(share)} everywhere" if share is not None and barred(share) else ""
    (letter,) = letters
    if others := rest.free_symbols - letters:
        if any(others & one.free_symbols for one in (*setting.assumed.relations, *setting.assumed.givens)):
            return ""
        rest = rest.subs(dict.fromkeys(others, _ANY))  # it is said of all values
    ratio = rest / bound
    away = measured(ratio, letter, setting.assumed.givens) if letter.is_integer else None
    if away is not None and barred(away):
        return _AWAY
    points = (S.Infinity,) if letter.is_integer else (S.Zero,) if expanded else (S.Zero, S.Infinity)
    found = [_tends(ratio, letter, point) for point in points]
    if found == [None]:
        return _SWINGS if letter.is_integer and name in swings(ratio, letter) else ""
    if any(value is None or not barred(value) for value in found):
        return ""
    return f"tends to {sympy.latex(found[0])}"


def _constant(ratio: Expr) -> Expr | None:
    r"""What a ratio is everywhere, as `n^{1/\ln n}` is e; None if it changes."""
    if not ratio.free_symbols:
        return ratio
    size = sympy.expand_log(sympy.log(ratio), force=True) if ratio.is_positive else ratio
    return None if size.free_symbols else sympy.exp(size)


def _speaks_of_order(node: tree.Node, setting: Setting) -> bool:
    return any(is_order(part, setting.model) for _, part in tree.walk(node))


def _largest(node: tree.Node, setting: Setting) -> tree.Node:
    """What stands left of an order, each O there being what it is an order of: it may be that."""
    if is_order(node, setting.model) and isinstance(node, tree.Application) and node.head != tree.Symbol("o"):
        return tree.Group(node.arguments[0])
    return node.with_children([_largest(one, setting) for one in node.children])


def unlike(  # noqa: PLR0911 - each way to leave it
    left: tree.Node, sign: str, right: tree.Node, setting: Setting
) -> Verdict | None:
    r"""The verdict on `f \sim g`, where f/g tends to something else than 1, and on `f \ll g`, where it does not tend to
    0; None if it may tend there.
    """
    if sign == r"\gg":
        return unlike(right, r"\ll", left, setting)
    wanted = S.One if sign == r"\sim" else S.Zero
    try:
        one, other = (setting.meaning(_from_one(side)).expression for side in (left, right))
        ratio = one / other
        letters = ratio.free_symbols
        if wanted == 0 and ratio.is_number and ratio.is_zero is False:
            return refuted(f"the ratio of both sides is {sympy.latex(ratio)} everywhere")
        if len(letters) != 1:
            return None
        (letter,) = letters
        if letter.is_integer and measured(ratio, letter, ()) not in {None, wanted}:
            return refuted(f"the ratio of both sides {_AWAY}")
        points = (S.Infinity,) if letter.is_integer else (S.Zero, S.Infinity)
        found = [_tends(ratio, letter, point) for point in points]
    except (Untranslatable, Mismatch, Undefined, AttributeError, *NO_ANSWER):
        return None
    tends = [value for value in found if value is not None and value != wanted]
    if len(tends) < len(found):
        return None
    why = f"the ratio of both sides tends to {sympy.latex(tends[0])}, not to {wanted}"
    if wanted == 1 and any(value.is_zero is False and value.is_finite for value in tends):
        return undecided(rf"{why}: write \propto or \Theta if the order alone is meant")
    return refuted(why)


def _from_one(node: tree.Node) -> tree.Node:
    r"""A side with `\sum_{k \le n}` as the sum from 1 on: where it begins changes no growth."""
    match node:
        case tree.Big(operator=r"\sum", under=tree.Relation((letter, last), (r"\le",)), over=None, body=body):
            return tree.Big(r"\sum", tree.Relation((letter, tree.Number("1")), ("=",)), last, body)
        case _:
            return node.with_children([_from_one(one) for one in node.children])


def _signs(right: tree.Node) -> tuple[str, ...]:
    return right.operators if isinstance(right, tree.Addition) else ()


_BARRED: Final[dict[str, Callable[[Expr], bool | None]]] = {
    "O": lambda value: value.is_infinite,
    "o": lambda value: value.is_zero is False,
    r"\Theta": lambda value: value.is_infinite or value.is_zero,
    r"\Omega": lambda value: value.is_zero,
}
"""Which limits of the ratio contradict an order."""


def _tends(ratio: Expr, letter: Expr, point: Expr) -> Expr | None:
    """The limit of a ratio; None if its values on the way do not go there."""
    ratio = in_closed_form(ratio)
    value = one_sided(sympy.Limit(ratio, letter, point, "+" if point == 0 else "-"))
    if value in {None, S.NaN}:
        return None
    on_way = [sympy.Integer(10) ** (at if point != 0 else -at) for at in range(1, _WAY + 1)]
    sizes = [abs(ratio.subs(letter, one).evalf(40)) for one in on_way]
    if not all(one.is_Float or one.is_Integer for one in sizes):
        return None
    last = tuple(pairwise(sizes))[-_LAST:]
    if value.is_infinite or value.is_zero:
        on_the_way = all(one < other if value.is_infinite else one > other for one, other in last)
        return value if on_the_way or (point == S.Infinity and far_off(ratio, letter) == abs(value)) else None
    return value if value.is_number and abs(sizes[-1] - abs(value)) < _NEAR * abs(value) else None
