r"""Products of powers, such as likelihoods, as powers with sums above.

Owns: `of_powers`; `of_likelihood`, of a function that the model says so; `with_logarithms_inside`; `telescoped`.

| written, where i runs from 1 to n | said |
| --- | --- |
| `\prod_i p^{x_i} (1 - p)^{1 - x_i}` for `0 < p < 1` | `p^{\sum_i x_i} (1 - p)^{\sum_i (1 - x_i)}` |
| `\prod_i (-1)^i` | `(-1)^{\sum_i i}` |
| `\prod_i \lambda e^{-\lambda x_i}` | `\lambda^n e^{\sum_i (-\lambda x_i)}` |
| `\prod_i \frac{e^{x_i}}{f(x_i)}` | `e^{\sum_i x_i} \frac{1}{\prod_i f(x_i)}` |
| `\ln \prod_i x_i` of positive `x_i`, or beside `\sum_i \ln x_i` | `\sum_i \ln x_i` |
| `\sum_k (a_{k+1} - a_k)`, `\sum_k (a_k - a_{k-1})` | `a_{n+1} - a_1`, `a_n - a_0` |

Laws:
- a^u a^v = a^{u + v} for a > 0, whatever u and v are. That a base is positive is seen by its kind or domain, and it
  does not speak of i. For a < 0, which is a number that is written out, u and v are whole.
- n equal factors are a power; n counts.
- Where the logarithms of the factors have values, their sum is the product's. A relation that has the sum on another
  side speaks only of such.
- A sum of no terms is 0, and so is `a_1 - a_1`: from 1 or 0 on, n may be any number that counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.wholeness import is_whole
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational
from mathora.formula.tree.substitution import substituted

_ONE: Final = t.Number("1")
_E: Final = t.Constant("e")


def of_powers(node: t.Node, model: Model) -> t.Node | None:
    """A product of powers, with sums above; None of anything else."""
    match node:
        case t.Big(r"\prod", t.Relation((t.Symbol() as index, low), ("=",)), t.Node() as last, body) if (
            low == _ONE and _counts(last, model) and not t.mentions(last, index)
        ):
            above, below = (tuple(_factors(one)) for one in _parts(body))
        case _:
            return None
    if all(t.mentions(one, index) and _power(one, index, model) is None for one in (*above, *below)):
        return None

    def said(factor: t.Node) -> t.Node:
        if not t.mentions(factor, index):
            return t.Power(t.Group(factor), last)
        if (power := _power(factor, index, model)) is None:
            return t.Big(node.operator, node.under, last, factor)
        base, exponent = power
        return t.Power(base, t.Big(r"\sum", node.under, last, t.Group(exponent)))

    whole = _side_by_side([said(one) for one in above])
    return t.Group(t.Quotient(whole, _side_by_side([said(one) for one in below])) if below else whole)


def of_likelihood(node: t.Node, model: Model) -> t.Node | None:
    """The value of a function that the model says by products of powers; None of anything else."""
    match node:
        case t.Application(t.Symbol() as head, None, arguments) if (name := model.named(head)) is not None:
            said: t.Node | None = name.body
        case _:
            return None
    pairs = [pair for pair in zip(name.parameters, arguments, strict=False) if pair[0] != pair[1]]
    fits = len(name.parameters) == len(arguments) and len(pairs) <= 1 and all(_is_positive(v, model) for _, v in pairs)
    for parameter, value in pairs:
        said = substituted(said, parameter, value) if said is not None else None
    if said is None or not fits or (pairs and name.domain):
        return None
    powers = {one: of_powers(one, model) for _, one in t.walk(said) if isinstance(one, t.Big)}
    if not any(powers.values()):
        return None
    for one, power in powers.items():
        said = t.replaced(said, one, power or one)
    return t.Group(said)


def with_logarithms_inside(node: t.Node, model: Model) -> t.Node:
    """Relations in which the logarithm of a product is the sum of the logarithms."""
    if not isinstance(node, t.Relation):
        return t.with_each(node, lambda one: with_logarithms_inside(one, model))
    beside = {part for _, part in t.walk(node) if isinstance(part, t.Big)}
    for _, part in t.walk(node):
        match part:
            case t.Application(
                t.FunctionName("ln" | "log") as head,
                None,
                (t.Big(r"\prod", under, over, body) | t.Group(t.Big(r"\prod", under, over, body)),),
            ):
                whole = t.Big(r"\sum", under, over, t.Application(head, None, (_bare(body),), part.bracket))
                same = any(_is_log_sum(one, whole) for one in beside)
                if same or _is_positive(body, model):
                    node = t.replaced(node, part, whole)
            case _:
                pass
    return node


def _is_log_sum(one: t.Big, whole: t.Big) -> bool:
    match one.body, whole.body:
        case t.Application(head, None, (body,)), t.Application(other, None, (inner,)):
            ends = (one.operator, one.under, one.over, head) == (whole.operator, whole.under, whole.over, other)
            return ends and _bare(body) == inner
        case _:
            return False


def _bare(body: t.Node) -> t.Node:
    return body.body if isinstance(body, t.Group) else body


def telescoped(node: t.Node, model: Model) -> t.Node | None:
    """A sum of differences of neighbours in a sequence; None of anything else."""
    match node:
        case t.Big(
            r"\sum",
            t.Relation((t.Symbol() as index, t.Number("0" | "1") as low), ("=",)),
            t.Symbol() as last,
            t.Group(t.Addition((t.Symbol() as one, t.Symbol() as other), ("-",))),
        ) if _counts(last, model) and index != last:
            pass
        case _:
            return None
    after, before = (t.Addition((index, t.Number("1")), (sign,)) for sign in ("+", "-"))
    if _at(other, index, after) == one and (above := _at(other, index, t.Addition((last, t.Number("1")), ("+",)))):
        below = _at(other, index, low)
    elif _at(one, index, before) == other and low == _ONE:
        above, below = _at(one, index, last), _at(one, index, t.Number("0"))
    else:
        return None
    return t.Group(t.Addition((above, below), ("-",))) if above and below else None


def _side_by_side(factors: Sequence[t.Node]) -> t.Node:
    return factors[0] if len(factors) == 1 else t.side_by_side(tuple(factors)) if factors else _ONE


def _parts(body: t.Node) -> tuple[t.Node, t.Node]:
    """What stands above and below the bar of a fraction; `e^x` and 1 of `e^x`."""
    match body:
        case t.Group(inner):
            return _parts(inner)
        case t.Quotient(above, below):
            return above, below
        case _:
            return body, _ONE


def _factors(node: t.Node) -> Iterator[t.Node]:
    match node:
        case t.Group(body):
            yield from _factors(body)
        case t.Product(factors, signs) if {*signs} <= {"", r"\cdot", r"\times"}:
            for one in factors:
                yield from _factors(one)
        case t.Number("1"):
            return
        case t.Quotient(above, below):
            yield from _factors(above)
            yield t.Quotient(_ONE, below)
        case _:
            yield node


def _power(factor: t.Node, index: t.Symbol, model: Model) -> tuple[t.Node, t.Node] | None:
    """The positive base, which does not run, and the exponent."""
    match factor:
        case t.Application(t.FunctionName("exp"), None, (exponent,)):
            return _E, exponent
        case t.Power(base, exponent) if not t.mentions(base, index) and _is_positive(base, model):
            return base, exponent
        case t.Power(base, exponent) if (rational(base) or 0) < 0 and is_whole(exponent, model, index):
            return base, exponent
        case _:
            return None


def _is_positive(base: t.Node, model: Model) -> bool:
    match base:
        case t.Group(body):
            return _is_positive(body, model)
        case t.Constant("e" | r"\pi"):
            return True
        case t.Number():
            return base.value > 0
        case t.Symbol() if (name := model.named(base)) is not None and not name.parameters and name.body is None:
            own = name.range_of(symbol_key(base))
            low = rational(own.low) if own is not None and own.low is not None else None
            return name.kind == "positive" or (
                own is not None and low is not None and (low > 0 or (low == 0 and own.low_open))
            )
        case t.Addition((t.Number("1"), t.Symbol() as part), ("-",)) if (name := model.named(part)) is not None:
            own = name.range_of(symbol_key(part))
            high = rational(own.high) if own is not None and own.high is not None else None
            return own is not None and high is not None and (high < 1 or (high == 1 and own.high_open))
        case _:
            return False


def _counts(last: t.Node, model: Model) -> bool:
    """Whether it is one of 0, 1, 2, …"""
    return model.kind_of(last) == "natural" or (isinstance(last, t.Number) and last.value.denominator == 1)


def _at(term: t.Symbol, index: t.Symbol, place: t.Node) -> t.Node | None:
    """A sequence's term at a place: a_k at n + 1 is a_{n+1}."""
    return replace(term, subscript=place) if term.subscript == index else substituted(term, index, place)
