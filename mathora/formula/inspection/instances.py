r"""Whether one term is another with values in the place of its letters: `\frac{100}{8}` beside `\frac{d}{t}`.

Owns: `values_put_in`.

Law: each letter has one value wherever it stands, and all else is written alike; brackets, and how a product is
written, change nothing.
"""

from __future__ import annotations

from mathora.formula import tree as t

LetterValues = dict[t.Symbol, t.Node]


def values_put_in(general: t.Node, special: t.Node) -> LetterValues | None:
    """What stands for each letter of the first term in the second; None where that is no such term of values."""
    found = LetterValues()
    return found if not t.symbols(special) and _fits(general, special, found) and found else None


def _fits(general: t.Node, special: t.Node, found: LetterValues) -> bool:
    general, special = _plain(general), _plain(special)
    if isinstance(general, t.Symbol):
        return found.setdefault(general, special) == special
    if isinstance(general, t.Product):
        parts, others = _factors(general), _factors(special)
        pairs = zip(parts, others, strict=False)
        return len(parts) == len(others) > 1 and all(_fits(*pair, found) for pair in pairs)
    if not general.children or type(general) is not type(special):
        return general == special
    if general.with_children(special.children) != special and not isinstance(general, t.Quotient):
        return False
    return all(_fits(*pair, found) for pair in zip(general.children, special.children, strict=True))


def _plain(node: t.Node) -> t.Node:
    return _plain(node.body) if isinstance(node, t.Group) else node


def _factors(node: t.Node) -> list[t.Node]:
    r"""The factors of a product, without brackets; `6.6 \times 10^{-34}` is one number."""
    inner = _plain(node)
    if not isinstance(inner, t.Product) or r"\bmod" in inner.operators:
        return [inner]
    found = list[t.Node]()
    for one in (part for factor in inner.factors for part in _factors(factor)):
        power = one.value if isinstance(one, t.Quantity) else one
        if found and isinstance(found[-1], t.Number) and isinstance(power, t.Power) and power.base == t.Number("10"):
            one = t.side_by_side((found.pop(), one))  # noqa: PLW2901 - the whole number
        found.append(one)
    return found
