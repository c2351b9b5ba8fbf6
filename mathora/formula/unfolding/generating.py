r"""Names that have values where something is known, and are no new ones there.

Owns: `generating`, `activation`, `taylor_series`; `softmaxes` has softmax.

| written | is |
| --- | --- |
| `M_X(t)`, `G_X(s)`, where the model says the law of X | `\mathbb{E}[e^{tX}]`, `\mathbb{E}[s^X]` |
| the same, where it says all chances of X | their sums: `\frac12 e^{0t} + \frac12 e^{1t}` |
| `p_X(k)`, where the model says the law of X, or all its chances | `P(X = k)` |
| `\operatorname{ReLU}(z)` of a z that nobody knows | the function of this name |
| `\sum_{n=0}^\infty \frac{f^{(n)}(0)}{n!} u^n`, of e^x, sin, cos, 1/(1 - x) | its terms that are not 0 |

Law: a slope at 0 is known where the function's domain lies around 0.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from mathora.formula import tree as t
from mathora.formula.symbols.functions import ACTIVATIONS
from mathora.formula.tree.chance import row_of
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.rational import rational


def generating(node: t.Node, model: Model) -> t.Node | None:
    """What `M_X(t)`, `G_X(s)` and `p_X(k)` stand for, where enough is known of X; None of anything else."""
    match node:
        case t.Application(t.Symbol(name=letter, subscript=t.Symbol() as of) as head, arguments=(t.Symbol() as at,)):
            name = model.named(of)
        case _:
            return None
    if head != t.Symbol(letter, subscript=of) or letter not in {"M", "G", "p"}:
        return None
    law = any(isinstance(one, t.Relation) and row_of(one.operands[1]) for one in (name.domain if name else ()))
    if law and letter != "p":
        return t.Application(t.FunctionName("E"), None, (_power(letter, at, of),), "[")
    terms, total = list[t.Node](), Fraction(0)
    for one in model.names.values():
        match one.quantity:
            case t.Application(arguments=(t.Relation((variable, place), ("=",)),)) if variable == of:
                chance = one.body or of
                total += rational(chance) or 0
                terms.append(t.Product((t.Group(chance), _power(letter, at, t.Group(place))), ("",)))
            case _:
                pass
    if letter == "p":
        return t.Application(t.Symbol("P"), None, (t.Relation((of, at), ("=",)),)) if law or total == 1 else None
    return reduce(lambda one, other: t.Addition((one, other), ("+",)), terms) if total == 1 else None


def taylor_series(node: t.Node, model: Model) -> t.Node | None:  # noqa: PLR0911 - a row for each function
    """A Taylor series at 0 of a function that is known, with its terms as numbers; None of anything else."""
    match node:
        case t.Big(r"\sum", t.Relation((t.Symbol() as n, t.Number("0")), ("=",)), t.Constant(r"\infty"), body):
            above, below = _fraction(body)
        case _:
            return None
    terms = [one for one in above if isinstance(one, t.Application)]
    powers = [one for one in above if isinstance(one, t.Power) and one.exponent == n and not t.mentions(one.base, n)]
    if below != [t.Factorial(n)] or len(above) != 2 or len(powers) != 1:  # noqa: PLR2004 - a slope and a power
        return None
    match terms:
        case [t.Application(t.NthPrime(t.Symbol() as f, order), None, (t.Number("0"),))] if order == n:
            name = model.named(f)
        case _:
            return None
    if name is None or len(name.parameters) != 1 or not all(_is_around_zero(one, name) for one in name.domain):
        return None
    (x,), one, twice = name.parameters, t.Number("1"), t.Product((t.Number("2"), n), ("",))
    known = model.named(x)
    if known is not None and (known.kind != "real" or (known.domain and known.domain != name.domain)):
        return None
    sign = t.Power(t.Group(t.Signed("-", one)), n)
    match name.body:
        case t.Power(t.Constant("e"), exponent) if exponent == x:
            return replace(node, body=t.Quotient(powers[0], below[0]))
        case t.Quotient(t.Number("1"), t.Addition((t.Number("1"), less), ("-",))) if less == x:
            return replace(node, body=powers[0])
        case t.Application(t.FunctionName("sin" | "cos" as wave), None, (angle,)) if angle == x:
            place = twice if wave == "cos" else t.Addition((twice, one), ("+",))
            share = t.Quotient(replace(powers[0], exponent=place), t.Factorial(t.Group(place)))
            return replace(node, body=t.Product((sign, share), ("",)))
        case _:
            return None


def _fraction(node: t.Node) -> tuple[list[t.Node], list[t.Node]]:
    """The factors above and below."""
    match node:
        case t.Product(factors, signs) if set(signs) <= {"", r"\cdot", r"\times"}:
            parts = [_fraction(one) for one in factors]
        case t.Quotient(one, other):
            (above, under), (below, over) = _fraction(one), _fraction(other)
            parts = [(above, under), (over, below)]
        case _:
            return [node], []
    return [one for above, _ in parts for one in above], [one for _, below in parts for one in below]


def _is_around_zero(bound: t.Node, name: Name) -> bool:
    """Whether a function's domain is said to hold 0 and what is near it: `-1 < x < 1`."""
    match bound:
        case t.Relation(operands, signs) if set(signs) <= {"<", r"\le"}:
            values = [Fraction(0) if one in name.parameters else rational(one) for one in operands]
            return all(low is not None and high is not None and low < high for low, high in pairwise(values))
        case _:
            return False


def activation(node: t.Node) -> tuple[t.Node, t.Symbol] | None:
    r"""The known function that `\operatorname{ReLU}(z)` is, where its formula is said of a new z, and that letter."""
    match node:
        case t.Application(t.Symbol(name=word, style="operatorname"), None, (t.Symbol() as z,)) if word in ACTIVATIONS:
            return replace(node, head=t.FunctionName(word)), z
        case _:
            return None


def _power(letter: str, at: t.Node, exponent: t.Node) -> t.Node:
    return t.Power(t.Constant("e"), t.Product((at, exponent), ("",))) if letter == "M" else t.Power(at, exponent)
