r"""Laplace's transform, where nothing says what `\mathcal{L}` is.

Owns: `transformed_names`, `with_transforms`.

| written | stands for |
| --- | --- |
| `\mathcal{L}\{f(t)\}`, `\mathcal{L}[f(t)]`, `\mathcal{L}\{f(t)\}(s)` | `\int_0^\infty e^{-st} f(t) \, dt` |
| `\mathcal{L}^{-1}\{F(s)\} = f(t)` | `\mathcal{L}\{f(t)\} = F(s)` |
| `\mathcal{L}\{e^{at}\} = \frac{1}{s - a}` | the same of each `s > 0` with `s > a` |

Law: a transform is spoken of where its integral converges: beyond 0, and beyond the rate of each power of e. A false
one is false there, too. Where the model bounds s from above, the transform is spoken of on that domain.
"""

from __future__ import annotations

from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.model import Model

_LAPLACE: Final = t.Symbol("L", "mathcal")
_INVERSE: Final = t.Power(_LAPLACE, t.Signed("-", t.Number("1")))
_TIME: Final = t.Symbol("t")
_RATE: Final = t.Symbol("s")
_ZERO: Final = t.Number("0")
_GROWING: Final = frozenset({"cosh", "sinh"})


def transformed_names(node: t.Node, model: Model) -> frozenset[t.Symbol]:
    """The undeclared names of a transform: its letter, and the time over which it runs."""
    found = [one for _, part in t.walk(node) if (one := _of(part, model) or _from(part, model)) is not None]
    return frozenset({_LAPLACE, _TIME}) if found else frozenset()


def with_transforms(node: t.Node, model: Model) -> t.Node:
    """A relation with its transforms as integrals, where they converge; anything else as it is."""
    match node:
        case t.Relation((back, function), ("=",)) if (image := _from(back, model)) is not None:
            node = t.Relation((t.side_by_side((_LAPLACE, t.SetLiteral((function,)))), image), ("=",))
        case t.Relation():
            pass
        case _:
            return t.with_each(node, lambda one: with_transforms(one, model))
    bodies = [body for _, part in t.walk(node) if (body := _of(part, model)) is not None]
    if not bodies:
        return node
    if _is_bounded(model):
        return _in_full(node, model)
    beyond = dict.fromkeys((_ZERO, *(rate for body in bodies for rate in _rates(body))))
    converges = t.together(tuple(t.Relation((_RATE, one), (">",)) for one in beyond))
    return t.Logic((converges, _in_full(node, model)), (r"\Rightarrow",))


def _is_bounded(model: Model) -> bool:
    """Whether s may be no large number: then there may be none beyond all rates."""
    name = model.named(_RATE)
    return name is not None and any(
        _RATE in (low, high) and (low == _RATE) != (sign in {">", r"\ge"})
        for one in name.domain
        if isinstance(one, t.Relation)
        for low, sign, high in zip(one.operands, one.operators, one.operands[1:], strict=False)
    )


def _in_full(node: t.Node, model: Model) -> t.Node:
    if (body := _of(node, model)) is None:
        return t.with_each(node, lambda one: _in_full(one, model))
    wave = t.Power(t.Constant("e"), t.Signed("-", t.side_by_side((_RATE, _TIME))))
    whole = t.side_by_side((wave, t.Group(body)))
    return t.Group(t.Integral(r"\int", _ZERO, t.Constant(r"\infty"), whole, (t.Differential(_TIME),)))


def _of(node: t.Node, model: Model) -> t.Node | None:
    r"""The function of t in `\mathcal{L}\{e^{at}\}`."""
    match node:
        case t.Product((one, t.SetLiteral((body,)) | t.Group(body, "[")), ("",)) if one == _LAPLACE:
            pass
        case t.Product((one, t.SetLiteral((body,)) | t.Group(body, "["), t.Group(place)), ("", "")) if (
            one == _LAPLACE and place == _RATE
        ):
            pass
        case t.Application(one, None, (body,), "[") if one == _LAPLACE:
            pass
        case _:
            return None
    letters = t.symbols(body)
    return body if model.is_free(_LAPLACE) and (_TIME in letters or not letters) else None


def _from(node: t.Node, model: Model) -> t.Node | None:
    r"""The function of s in `\mathcal{L}^{-1}\{\frac{1}{s}\}`."""
    match node:
        case t.Product((one, t.SetLiteral((body,)) | t.Group(body, "[")), ("",)) if one == _INVERSE:
            return body if model.is_free(_LAPLACE) and t.mentions(body, _RATE) else None
        case _:
            return None


def _rates(body: t.Node) -> list[t.Node]:
    """How fast each term of a sum grows: the sum of the rates of its factors."""
    match body:
        case t.Group(inner) | t.Signed(operand=inner) | t.Quotient(inner, t.Number()):
            return _rates(inner)
        case t.Addition(terms):
            return [rate for one in terms for rate in _rates(one)]
        case _:
            own = [part for _, part in t.walk(body)]
    powers = [_at_one(part.exponent) for part in own if isinstance(part, t.Power) and part.base == t.Constant("e")]
    waves = [
        t.Absolute(_at_one(part.arguments[0]))
        for part in own
        if isinstance(part, t.Application) and isinstance(part.head, t.FunctionName) and part.head.name in _GROWING
    ]
    return [t.added((*powers, *waves))] if powers or waves else []


def _at_one(exponent: t.Node) -> t.Node:
    return t.Group(t.replaced(exponent, _TIME, t.Number("1")))
