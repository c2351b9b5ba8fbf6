r"""Functions that are made of functions: sums, products, quotients, compositions, and their derivatives.

| written | stands for |
| --- | --- |
| `(f \circ g)(x)`, `(2f + g)(x)` | `f(g(x))`, `2f(x) + g(x)` |
| `(fg)'(x)` | `\frac{d}{dx} f(x) g(x)` |
| `\left(\frac{f}{g}\right)'(2)` | the derivative of `\frac{f(x)}{g(x)}`, at 2 |
"""

from __future__ import annotations

from mathora.formula import tree as t
from mathora.formula.tree.model import Model


def of_compound(head: t.Node, arguments: tuple[t.Node, ...], model: Model) -> t.Node | None:
    """A compound function, or its derivative, at arguments; None of anything else."""
    match head, arguments:
        case t.Group(body), _:
            there = _at(body, arguments, model)
            return t.Group(there) if isinstance(there, t.Addition | t.Product | t.Quotient) else there
        case t.Prime(t.Group(body), order), (place,):
            letter = place if isinstance(place, t.Symbol) and _is_letter(place, model) else _LETTER
            along = _at(body, (letter,), model)
            slope = along and t.Derivative("d", t.Group(along), (letter,), (order,), inline=False)
            elsewhere = slope is not None and letter != place
            return (
                t.Group(t.Evaluated(slope, t.Relation((letter, place), ("=",)), None)) if slope and elsewhere else slope
            )
        case _:
            return None


_LETTER = t.Symbol("x", accents=("tilde",))


def _is_letter(symbol: t.Symbol, model: Model) -> bool:
    name = model.named(symbol)
    return name is None or name.body is None


def _at(body: t.Node, arguments: tuple[t.Node, ...], model: Model) -> t.Node | None:  # noqa: PLR0911 - a row each
    match body:
        case t.FunctionName() | t.Prime(t.FunctionName()):
            return t.Application(body, None, arguments)
        case t.Symbol() | t.Prime(t.Symbol()):
            name = model.named(body.operand if isinstance(body, t.Prime) else body)
            return t.Application(body, None, arguments) if name is not None and name.function else None
        case t.Product(factors, signs) if r"\circ" in signs:
            for inner in reversed(factors if {*signs} == {r"\circ"} else ()):
                arguments = (t.Application(inner, None, arguments),)
            return arguments[0] if isinstance(arguments[0], t.Application) else None
        case t.Number():
            return body
        case t.Product(_, signs) if "*" in signs:
            return None
        case t.Addition() | t.Product() | t.Quotient() | t.Group():
            return t.with_each_known(body, lambda one: _at(one, arguments, model))
        case _:
            return None


def convolves(left: t.Node, right: t.Node) -> bool:
    r"""Whether `(f * g)(t)` is said: `\int_{-\infty}^{\infty} f(\tau) g(t - \tau) \, d\tau`, or from 0, or a sum."""
    match left:
        case t.Application(t.Group(t.Product((one, other), ("*",))), None, place):
            body, running = right, list[t.Node | None]()
        case _:
            return False
    while isinstance(body, t.Big | t.Integral) and body.body is not None:
        last = body.over if isinstance(body, t.Big) else body.upper
        if last not in (None, t.Constant(r"\infty"), *place):
            return False
        running += [body.index] if isinstance(body, t.Big) else [part.variable for part in body.differentials]
        body = body.body
    factors = body.factors if isinstance(body, t.Product) else ()
    found = {part.head: part.arguments for part in factors if isinstance(part, t.Application)}
    if len(factors) != 2 or found.keys() != {one, other}:  # noqa: PLR2004 - the two
        return False
    pairs = (found[one], found[other]), (found[other], found[one])
    return any(
        a == tuple(running) and b == tuple(t.Addition(ends, ("-",)) for ends in zip(place, a, strict=False))
        for a, b in pairs
    )
