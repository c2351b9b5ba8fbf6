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

from mathora.formula.calculus.breaks import continuous_at, is_whole, places
from mathora.formula.linear_algebra.orders import minors
from mathora.formula.linear_algebra.vectors import hessian_of
from mathora.formula.predicates.all_values import of_values
from mathora.formula.symbols.functions import CONTINUOUS
from mathora.formula.tree.node import Node, mentions, walk
from mathora.formula.tree.rational import in_digits
from mathora.formula.tree.regrouping import as_set, one_of, together
from mathora.formula.tree.statements import Application, Logic, Prime, Quantified, Relation, RelationSign
from mathora.formula.tree.terms import (
    Absolute,
    Addition,
    Case,
    Cases,
    Constant,
    FunctionName,
    Group,
    IntervalSet,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Rounded,
    Signed,
    Symbol,
    UprightWords,
)

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model, Name

_ZERO: Final = Number("0")
_REALS: Final = Constant(r"\mathbb{R}")
_SLOPES: Final[dict[str, tuple[int, RelationSign]]] = {
    "increasing": (1, r"\ge"),
    "decreasing": (1, r"\le"),
    "convex": (2, r"\ge"),
    "concave": (2, r"\le"),
}
_STRICT: Final[dict[RelationSign, RelationSign]] = {r"\ge": ">", r"\le": "<"}
_STEADY: Final = {"continuous": 0, "differentiable": 1}
ON_INTERVALS: Final = frozenset({*_SLOPES, *_STEADY, "strictly increasing", "strictly decreasing"})


def along(name: Name, words: str, where: Node | None, model: Model) -> Node | None:
    """What words say of a function that the model defines: where it is defined, or on an interval."""
    if words == "continuous" and isinstance(name.body, Cases) and len(name.parameters) == 1:
        return _joined(name, name.body, where, model)
    if words in _STEADY:
        order = _STEADY[words]
        steady = name.body is not None and (is_smooth(name.body, model) or not order) and _is_steady(name.body, model)
        if not steady or len(name.parameters) != 1:
            return None
        here = Application(Prime(name.symbol, order) if order else name.symbol, None, name.parameters)
        return _of_interval(name, Relation((here, here), ("=",)), where)
    order, sign = _SLOPES[words.removeprefix("strictly ")]
    weak = _slope(name, order, sign, where, model)
    if words in _SLOPES or weak is None:
        return weak
    bounds = name.domain if where is None else _interval(name.parameters[0], where)
    once = of_values(replace(name, domain=bounds), "injective", None)
    strict = _slope(name, order, _STRICT[sign], where, model)
    return None if once is None or strict is None else one_of((strict, together((weak, once))))


def _joined(name: Name, cases: Cases, where: Node | None, model: Model) -> Node | None:
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
    return together((*valued, *(continuous_at(name, in_digits(end)) for end in ends)))


def _valued(row: Case, letter: Symbol) -> Node:
    """That a case has a value wherever it holds."""
    has_one = Relation((row.value, row.value), ("=",))
    said = row.condition.operands[-1] if isinstance(row.condition, Logic) else row.condition
    known = said is None or isinstance(said, UprightWords)
    claim = has_one if said is None or known else Logic((said, has_one), (r"\Rightarrow",))
    return Quantified(r"\forall", Relation((letter, _REALS), (r"\in",)), claim)


def one_to_one(name: Name, model: Model) -> Node | None:
    """That a function is injective, as its slope may show it; None where it shows nothing."""
    ways = [_slope(name, 1, sign, None, model) for sign in _STRICT.values()] if len(name.parameters) == 1 else [None]
    said = (*ways, of_values(name, "injective", None))
    return None if None in said else one_of(tuple(one for one in said if one is not None))


def _slope(name: Name, order: int, sign: RelationSign, where: Node | None, model: Model) -> Node | None:
    if name.body is None or not is_smooth(name.body, model):
        return None
    if len(name.parameters) != 1:
        known = order == 2 and where is None and not name.domain and _is_polynomial(name.body)  # noqa: PLR2004
        curved = hessian_of(name)
        return minors(curved, len(curved.rows), strict=False, above=sign == r"\ge") if known else None
    claim = Relation((Application(Prime(name.symbol, order), None, name.parameters), _ZERO), (sign,))
    return _of_interval(name, claim, where)


def _of_interval(name: Name, claim: Node, where: Node | None) -> Node | None:
    """The claim of all numbers of an interval, or of those that the model says; None where that is no interval."""
    (letter,) = name.parameters
    bounds = (Relation((letter, _REALS), (r"\in",)),) if where is None else _interval(letter, where)
    bounds = name.domain if where is None and name.domain else bounds
    if not bounds or not all(_is_connected(one, letter) for one in bounds):
        return None
    if bounds[0].children[0] != letter:  # a quantifier's bound begins with its name
        bounds = (Relation((letter, _REALS), (r"\in",)), *bounds)
    first, *rest = (*bounds, *(name.domain if where is not None else ()))
    return Quantified(r"\forall", first, Logic((together(tuple(rest)), claim), (r"\Rightarrow",)) if rest else claim)


def _is_connected(bound: Node, letter: Symbol) -> bool:
    """Whether what bounds a letter is one interval: the letter itself is compared, or in an interval."""
    match bound:
        case Relation(operands=(one, where), operators=(r"\in",)):
            return one == letter and (isinstance(where, IntervalSet) or where == _REALS)
        case Relation(operands=sides, operators=signs):
            alone = all(one == letter or not mentions(one, letter) for one in sides)
            return alone and {*signs} <= {"<", ">", r"\le", r"\ge"}
        case _:
            return False


def _interval(letter: Symbol, where: Node) -> tuple[Node, ...]:
    match as_set(where):
        case (IntervalSet() | Constant(name=r"\mathbb{R}")) as among:
            return (Relation((letter, among), (r"\in",)),)
        case Relation():
            return (where,) if mentions(where, letter) else ()
        case _:
            return ()


def is_smooth(body: Node, model: Model) -> bool:
    """Whether nothing in a body, or in what it names, jumps or has a corner; poles are seen by its value."""
    for _, part in walk(body):
        known = model.named(part)
        if isinstance(part, Cases | Rounded | Absolute) or (
            isinstance(part, FunctionName) and part.name in {"max", "min", "sgn", "sign"}
        ):
            return False
        if (
            known is not None
            and (known.parameters or known.body is not None)
            and not (known.body is not None and is_smooth(known.body, model))
        ):
            return False
    return True


def _is_steady(body: Node, model: Model) -> bool:
    """Whether a body is made of nothing but what is continuous where it has a value."""
    own = model.named(body.head) if isinstance(body, Application) else None
    match body:
        case Symbol() | Number() | Constant():
            return True
        case Application(head=FunctionName(name=name), arguments=parts) if name in CONTINUOUS:
            pass
        case Application(head=Symbol(), arguments=arguments) if own is not None and own.body is not None:
            parts = (own.body, *arguments)
        case Addition() | Product() | Group() | Signed() | Quotient() | Power() | Root() | Absolute():
            parts = body.children
        case _:
            return False
    return r"\bmod" not in getattr(body, "operators", ()) and all(_is_steady(one, model) for one in parts)


def _is_polynomial(body: Node) -> bool:
    parts = (part for _, part in walk(body))
    return all(
        isinstance(part, Symbol | Number | Addition | Product | Group | Signed)
        or (isinstance(part, Power) and isinstance(part.exponent, Number))
        for part in parts
    )
