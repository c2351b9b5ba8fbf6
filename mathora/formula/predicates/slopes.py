r"""What words say of a function of one variable along an interval: by its derivatives.

Owns: `ON_INTERVALS`, `along`, `one_to_one`, `is_smooth`.

| written | said |
| --- | --- |
| `f \text{ is increasing on } [1, 2]`, `f \text{ is convex}` | `\forall x \in [1, 2] : f'(x) \ge 0`, `\forall x : f''(x) \ge 0` |
| `f \text{ is strictly increasing}` | `f'(x) > 0` for all x, or `f'(x) \ge 0` and f is injective |
| `f \text{ is injective}` | `f'(x) > 0` for all x, or `f'(x) < 0`, or see `all_values` |
| `f \text{ is continuous}`, `f \text{ is differentiable}` | f or f' has a value everywhere; nothing it is made of jumps |
| `f \text{ is continuous}`, of several cases | besides, f comes to `f(1)` where a case ends at 1 |

Law: a derivative says where a function increases, and where it is convex, only on an interval on which nothing it is
made of jumps: there it is of all points.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mathora.formula import tree as t
from mathora.formula.calculus.breaks import continuous_at, is_whole, places
from mathora.formula.linear_algebra.orders import minors
from mathora.formula.linear_algebra.vectors import hessian_of
from mathora.formula.predicates.all_values import of_values
from mathora.formula.symbols.functions import CONTINUOUS
from mathora.formula.tree.rational import in_digits
from mathora.formula.tree.regrouping import one_of

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model, Name

_ZERO: Final = t.Number("0")
_REALS: Final = t.Constant(r"\mathbb{R}")
_SLOPES: Final[dict[str, tuple[int, t.RelationSign]]] = {
    "increasing": (1, r"\ge"),
    "decreasing": (1, r"\le"),
    "convex": (2, r"\ge"),
    "concave": (2, r"\le"),
}
_STRICT: Final[dict[t.RelationSign, t.RelationSign]] = {r"\ge": ">", r"\le": "<"}
_STEADY: Final = {"continuous": 0, "differentiable": 1}
ON_INTERVALS: Final = frozenset({*_SLOPES, *_STEADY, "strictly increasing", "strictly decreasing"})


def along(name: Name, words: str, where: t.Node | None, model: Model) -> t.Node | None:
    """What words say of a function that the model defines: where it is defined, or on an interval."""
    if words == "continuous" and isinstance(name.body, t.Cases) and len(name.parameters) == 1:
        return _joined(name, name.body, where, model)
    if words in _STEADY:
        order = _STEADY[words]
        steady = name.body is not None and (is_smooth(name.body, model) or not order) and _is_steady(name.body, model)
        if not steady or len(name.parameters) != 1:
            return None
        here = t.Application(t.Prime(name.symbol, order) if order else name.symbol, None, name.parameters)
        return _of_interval(name, t.Relation((here, here), ("=",)), where)
    order, sign = _SLOPES[words.removeprefix("strictly ")]
    weak = _slope(name, order, sign, where, model)
    if words in _SLOPES or weak is None:
        return weak
    bounds = name.domain if where is None else _interval(name.parameters[0], where)
    once = of_values(replace(name, domain=bounds), "injective", None)
    strict = _slope(name, order, _STRICT[sign], where, model)
    return None if once is None or strict is None else one_of((strict, t.together((weak, once))))


def _joined(name: Name, cases: t.Cases, where: t.Node | None, model: Model) -> t.Node | None:
    """That each case is continuous where it holds, and comes to the value of the next one where it ends."""
    (letter,) = name.parameters
    ends = places(cases, letter)
    if (
        ends is None
        or not is_whole(cases, letter)
        or where is not None
        or name.domain
        or not all(_is_steady(row.value, model) for row in cases.rows)
    ):
        return None
    valued = (_valued(row, letter) for row in cases.rows)
    return t.together((*valued, *(continuous_at(name, in_digits(end)) for end in ends)))


def _valued(row: t.Case, letter: t.Symbol) -> t.Node:
    """That a case has a value wherever it holds."""
    has_one = t.Relation((row.value, row.value), ("=",))
    said = row.condition.operands[-1] if isinstance(row.condition, t.Logic) else row.condition
    known = said is None or isinstance(said, t.UprightWords)
    claim = has_one if said is None or known else t.Logic((said, has_one), (r"\Rightarrow",))
    return t.Quantified(r"\forall", t.Relation((letter, _REALS), (r"\in",)), claim)


def one_to_one(name: Name, model: Model) -> t.Node | None:
    """That a function is injective, as its slope may show it; None where it shows nothing."""
    ways = [_slope(name, 1, sign, None, model) for sign in _STRICT.values()] if len(name.parameters) == 1 else [None]
    said = t.all_known((*ways, of_values(name, "injective", None)))
    return None if said is None else one_of(said)


def _slope(name: Name, order: int, sign: t.RelationSign, where: t.Node | None, model: Model) -> t.Node | None:
    if name.body is None or not is_smooth(name.body, model):
        return None
    if len(name.parameters) != 1:
        known = order == 2 and where is None and not name.domain and _is_polynomial(name.body)  # noqa: PLR2004
        curved = hessian_of(name)
        return minors(curved, len(curved.rows), strict=False, above=sign == r"\ge") if known else None
    claim = t.Relation((t.Application(t.Prime(name.symbol, order), None, name.parameters), _ZERO), (sign,))
    return _of_interval(name, claim, where)


def _of_interval(name: Name, claim: t.Node, where: t.Node | None) -> t.Node | None:
    """The claim of all numbers of an interval, or of those that the model says; None where that is no interval."""
    (letter,) = name.parameters
    bounds = (t.Relation((letter, _REALS), (r"\in",)),) if where is None else _interval(letter, where)
    bounds = name.domain if where is None and name.domain else bounds
    if not bounds or not all(_is_connected(one, letter) for one in bounds):
        return None
    if bounds[0].children[0] != letter:  # a quantifier's bound begins with its name
        bounds = (t.Relation((letter, _REALS), (r"\in",)), *bounds)
    first, *rest = (*bounds, *(name.domain if where is not None else ()))
    return t.Quantified(
        r"\forall", first, t.Logic((t.together(tuple(rest)), claim), (r"\Rightarrow",)) if rest else claim
    )


def _is_connected(bound: t.Node, letter: t.Symbol) -> bool:
    """Whether what bounds a letter is one interval: the letter itself is compared, or in an interval."""
    match bound:
        case t.Relation((one, where), (r"\in",)):
            return one == letter and (isinstance(where, t.IntervalSet) or where == _REALS)
        case t.Relation(sides, signs):
            alone = all(one == letter or not t.mentions(one, letter) for one in sides)
            return alone and {*signs} <= {"<", ">", r"\le", r"\ge"}
        case _:
            return False


def _interval(letter: t.Symbol, where: t.Node) -> tuple[t.Node, ...]:
    match t.as_set(where):
        case (t.IntervalSet() | t.Constant(r"\mathbb{R}")) as among:
            return (t.Relation((letter, among), (r"\in",)),)
        case t.Relation():
            return (where,) if t.mentions(where, letter) else ()
        case _:
            return ()


def is_smooth(body: t.Node, model: Model) -> bool:
    """Whether nothing in a body, or in what it names, jumps or has a corner; poles are seen by its value."""
    for _, part in t.walk(body):
        known = model.named(part)
        if isinstance(part, t.Cases | t.Rounded | t.Absolute) or (
            isinstance(part, t.FunctionName) and part.name in {"max", "min", "sgn", "sign"}
        ):
            return False
        if (
            known is not None
            and (known.parameters or known.body is not None)
            and not (known.body is not None and is_smooth(known.body, model))
        ):
            return False
    return True


def _is_steady(body: t.Node, model: Model) -> bool:
    """Whether a body is made of nothing but what is continuous where it has a value."""
    own = model.named(body.head) if isinstance(body, t.Application) else None
    match body:
        case t.Symbol() | t.Number() | t.Constant():
            return True
        case t.Application(t.FunctionName(name), arguments=parts) if name in CONTINUOUS:
            pass
        case t.Application(t.Symbol(), arguments=arguments) if own is not None and own.body is not None:
            parts = (own.body, *arguments)
        case t.Addition() | t.Product() | t.Group() | t.Signed() | t.Quotient() | t.Power() | t.Root() | t.Absolute():
            parts = body.children
        case _:
            return False
    return r"\bmod" not in getattr(body, "operators", ()) and all(_is_steady(one, model) for one in parts)


def _is_polynomial(body: t.Node) -> bool:
    parts = (part for _, part in t.walk(body))
    return all(
        isinstance(part, t.Symbol | t.Number | t.Addition | t.Product | t.Group | t.Signed)
        or (isinstance(part, t.Power) and isinstance(part.exponent, t.Number))
        for part in parts
    )
