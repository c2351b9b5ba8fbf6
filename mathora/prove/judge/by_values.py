r"""Measures as they are defined: sums and integrals over all values, each by its probability.

| left | right |
| --- | --- |
| `\mathbb{E}[g(X)]` | `\sum_x g(x) P(X = x)`, `\int g(x) f(x) \, dx` |
| `\operatorname{Var}(X)` | `\sum_x (x - \mu)^2 P(X = x)`, μ being the expectation |
| `H(X)` | `-\sum_x p(x) \log_2 p(x)` |

Law: what stands right is this very form, else it is no definition. Where a law is known it is a sum of one that counts,
an integral of any other, over all values: a sum over a range is claimed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import Model, symbol_key, tree, write_latex
from mathora.formula.tree.chance import measure_of
from mathora.prove.kernel.chance.known import known_of

_DENSITIES: Final = frozenset({"p", "f", "P"})


def defines_by_values(left: tree.Application, right: tree.Node, model: Model) -> bool:
    """Whether a right side is how the measure on the left is defined."""
    measure = measure_of(left, model)
    whole = _of_all_whole(right, measure)
    negative = isinstance(whole, tree.Signed) and whole.sign == "-"
    total = whole.operand if isinstance(whole, tree.Signed) else whole
    found = _over_all(total)
    if measure not in {"E", "Var", "H"} or found is None or negative != (measure == "H") or len(left.arguments) != 1:
        return False
    value, body = found
    names = tree.symbols(left.arguments[0])
    random = [one for one in dict.fromkeys(names) if _is_random(one, model, names)]
    if len(random) != 1 or isinstance(left.arguments[0], tree.Parted):
        return False
    (quantity,) = random
    factors = list(body.factors) if isinstance(body, tree.Product) else [body]
    weights = [one for one in factors if _is_weight(one, quantity, value, model)]
    if len(weights) != 1 or not _fits_law(total, quantity, model, ranged=whole is not right):
        return False
    rest = [_plain(one) for one in factors if one is not weights[0]]
    if measure == "H":
        return len(rest) == 1 and _is_logarithm(rest[0], weights[0])
    wanted = tree.replaced(left.arguments[0], quantity, value)
    if measure == "Var":
        return any(rest == [_square(value, mean)] for mean in _means(left, quantity, model))
    return rest == [_plain(wanted)] or (bool(rest) and rest == _plain_factors(wanted))


def _fits_law(total: tree.Node, quantity: tree.Symbol, model: Model, *, ranged: bool) -> bool:
    """Whether a sum, over a range if it is `ranged`, or an integral is one over all values by the law that is known."""
    law = known_of(model, (), ()).law_of(symbol_key(quantity))
    return law is None or (not ranged and bool(law.row.mass) == isinstance(total, tree.Big))


def defines_conditional(left: tree.Application, right: tree.Node) -> bool:
    r"""`P(A \mid B) = \frac{P(A \cap B)}{P(B)}`."""
    match left.arguments, right:
        case (
            (tree.Parted(left=subject, right=condition, sign=r"\mid"),),
            tree.Quotient(
                numerator=tree.Application(head=above, arguments=(both,)),
                denominator=tree.Application(head=below, arguments=(under,)),
            ),
        ):
            pairs = {tree.SetOperation(pair, (r"\cap",)) for pair in ((subject, condition), (condition, subject))}
            listed = {tree.Listing(pair) for pair in ((subject, condition), (condition, subject))}
            return above == below == left.head and under == condition and both in pairs | listed
        case _:
            return False


def _over_all(node: tree.Node) -> tuple[tree.Symbol, tree.Node] | None:
    """The letter that runs over all values, and what is summed or integrated."""
    match node:
        case tree.Big(operator=r"\sum", under=tree.Symbol() as value, over=None, body=body):
            return value, body
        case tree.Integral(
            lower=lower,
            upper=upper,
            body=tree.Node() as body,
            differentials=(tree.Differential(variable=tree.Symbol() as value),),
        ) if (lower is None or _is_endless(lower)) and (upper is None or _is_endless(upper)):
            return value, body
        case _:
            return None


def _of_all_whole(node: tree.Node, measure: str | None) -> tree.Node:
    r"""`\sum k P(X = k)`, `\sum_{k=0}^{\infty} k P(X = k)` as the sum over all values; of a mean, 0 may be left out.

    So is `\sum_i x_i P(X = x_i)`, of values in a row.
    """
    match node:
        case (
            tree.Big(operator=r"\sum", under=(None | tree.Symbol()) as index, over=None, body=body)
            | tree.Big(
                operator=r"\sum", under=tree.Relation((tree.Symbol() as index, tree.Number("1")), ("=",)), body=body
            )
        ) if len(letters := _values_met(body)) == 1 and getattr(letters[0], "subscript", None) == index:
            return replace(node, under=letters[0], over=None)
        case tree.Big(
            operator=r"\sum", under=tree.Relation((letter, first), ("=",)), over=tree.Constant(r"\infty")
        ) if first == tree.Number("0") or (first == tree.Number("1") and measure == "E"):
            return replace(node, under=letter, over=None)
        case _:
            return node


def _values_met(body: tree.Node) -> list[tree.Node]:
    """What events of a sum say that something random is equal to."""
    events = (part for _, part in tree.walk(body) if isinstance(part, tree.Relation) and part.operators == ("=",))
    return list(dict.fromkeys(one.operands[-1] for one in events))


def _is_endless(node: tree.Node) -> bool:
    return any(isinstance(part, tree.Constant) and part.name == r"\infty" for _, part in tree.walk(node))


def _is_random(symbol: tree.Symbol, model: Model, names: list[tree.Symbol]) -> bool:
    name = model.named(symbol)
    said = name is not None and (
        name.kind == "random" or any(r"\sim" in getattr(one, "operators", ()) for one in name.domain)
    )
    return said or (len(names) == 1 and symbol.name.isupper())


def _is_weight(node: tree.Node, quantity: tree.Symbol, value: tree.Symbol, model: Model) -> bool:
    """`P(X = x)`, `p(x)`, `f(x)`, `f_X(x)`."""
    match node:
        case tree.Application(arguments=(tree.Relation() as event,)):
            return event == tree.Relation((quantity, value), ("=",)) and measure_of(node, model) == "P"
        case tree.Application(head=tree.Symbol() as head, arguments=(argument,)):
            return head.name in _DENSITIES and head.subscript in (None, quantity) and argument == value
        case _:
            return False


def _is_logarithm(text: str, weight: tree.Node) -> bool:
    inside = write_latex(_without_groups(weight))
    return text in {
        _plain(tree.Application(tree.FunctionName(name, base), None, (weight,), bracket))
        for name, base in (("ln", None), ("log", None), ("log", tree.Number("2")))
        for bracket in ("", "(")
    } and bool(inside)


def _means(left: tree.Application, quantity: tree.Symbol, model: Model) -> list[tree.Node]:
    """What the expectation of the quantity is written as."""
    heads: list[tree.Node] = [tree.FunctionName("E"), tree.Symbol("E")]
    own: list[tree.Node] = [
        tree.Application(head, None, (quantity,), bracket) for head in heads for bracket in ("[", "(")
    ]
    named = [name.symbol for name in model.names.values() if name.body is not None and name.body in own]
    return [*own, *named] if left.arguments == (quantity,) else []


def _square(value: tree.Symbol, mean: tree.Node) -> str:
    return _plain(tree.Power(tree.Group(tree.Addition((value, mean), ("-",))), tree.Number("2")))


def _without_groups(node: tree.Node) -> tree.Node:
    return node.body if isinstance(node, tree.Group) else node


def _plain(node: tree.Node) -> str:
    return write_latex(_without_groups(node))


def _plain_factors(node: tree.Node) -> list[str]:
    return [_plain(one) for one in node.factors] if isinstance(node, tree.Product) else []
