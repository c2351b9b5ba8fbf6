r"""Measures of two random quantities together, as they are defined.

Owns: `defines_of_both`.

| left | right |
| --- | --- |
| `H(X, Y)` | `-\sum_{x,y} p(x, y) \log p(x, y)` |
| `H(X \mid Y)` | `-\sum_{x,y} p(x, y) \log p(x \mid y)` |
| `I(X; Y)` | `\sum_{x,y} p(x, y) \log \frac{p(x, y)}{p(x) p(y)}`, `D_{KL}(P_{XY} \| P_X P_Y)` |

Law: what is compared is the one term of the sum, at numbers for the chances of both and of each.
"""

from __future__ import annotations

import cmath
from collections.abc import Sequence
from functools import partial
from typing import Final

from mathora.formula import tree
from mathora.formula.tree.chance import names_divergence
from mathora.prove.judge.as_numbers import Form, atoms_of, has_numbers, sums_in
from mathora.prove.judge.well_known import letter_of

_TOGETHER: Final = ((0.31, 0.57, 0.83), (0.11, 0.41, 0.29))  # chances of x and y, of x, and of y
_FORMS: Final[dict[str, Form]] = {
    ",": lambda both, *_: -both * cmath.log(both),
    r"\mid": lambda both, _, below: -both * cmath.log(both / below),
    ";": lambda both, alone, below: both * cmath.log(both / (alone * below)),
}


def defines_of_both(left: tree.Application, right: tree.Node) -> bool | None:
    r"""Whether `H(X, Y)`, `H(X \mid Y)` or `I(X; Y)` is what stands right: a sum over both, or a divergence."""
    match left.head, left.arguments:
        case tree.Symbol("H"), (tree.Symbol() as one, tree.Symbol() as other):
            form = _FORMS[","]
        case tree.Symbol("H" | "I"), (tree.Parted(tree.Symbol() as one, tree.Symbol() as other, sign),):
            if (left.head == tree.Symbol("I")) != (sign == ";"):
                return None
            form = _FORMS[sign]
        case _:
            return None
    pair = (letter_of(one), letter_of(other))
    match right:
        case tree.Application(arguments=(tree.Parted(left=p, right=q, sign=r"\|"),)) if names_divergence(right.head):
            spoken = [sorted(map(_spoken, _factors(law))) for law in (p, q)]
            apart, whole = [[(letter,) for letter in sorted(pair)]], [[tuple(sorted(pair))]]
            return spoken == whole + apart if left.head == tree.Symbol("I") and spoken[0] != spoken[1] else None
    letters, body = list[str](), right.operand if isinstance(right, tree.Signed) else right
    while isinstance(body, tree.Big) and body.operator == r"\sum" and body.over is None:
        letters += [letter_of(one) for one in _names(body.under)]
        body = body.body
    if sorted(letters) != sorted(pair) or sums_in(body):
        return None
    chances = {atom: _chance_of(atom, *pair) for atom in atoms_of(body)}
    put = [{atom: chance(*place) for atom, chance in chances.items() if chance} for place in _TOGETHER]
    return has_numbers(right, ((at, partial(form, *place)) for at, place in zip(put, _TOGETHER, strict=True)))


def _names(under: tree.Node | None) -> Sequence[tree.Node]:
    return under.items if isinstance(under, tree.Listing) else (under,) if under is not None else ()


def _factors(node: tree.Node) -> Sequence[tree.Node]:
    return node.factors if isinstance(node, tree.Product) else (node,)


def _spoken(node: tree.Node) -> tuple[str, ...]:
    r"""The letters of which a distribution speaks: `P_{XY}`, `p(x, y)`."""
    inner = node.arguments if isinstance(node, tree.Application) else node.children
    return tuple(
        sorted({letter_of(part) for one in inner for _, part in tree.walk(one) if isinstance(part, tree.Symbol)})
    )


def _chance_of(atom: tree.Node, one: str, other: str) -> Form | None:
    r"""A chance by those of both and of each: of `p(x, y)`, `p(x)`, `p(x \mid y)`, `P(X = x, Y = y)`."""
    if not isinstance(atom, tree.Application) or letter_of(atom) not in {"p", "f"}:
        return None
    alone: dict[tuple[str, ...], Form] = {
        tuple(sorted((one, other))): lambda both, *_: both,
        (one,): lambda _, first, __: first,
        (other,): lambda _, __, last: last,
    }
    match atom.arguments:
        case (tree.Parted(left=tree.Node() as said, right=below, sign=r"\mid"),):
            given = alone.get(_spoken(tree.Group(below)))
            apart = {*_spoken(tree.Group(said)), *_spoken(tree.Group(below))} == {one, other}
            whole = alone[tuple(sorted((one, other)))]
            return (lambda *at: whole(*at) / given(*at)) if given and apart else None
        case _:
            return alone.get(_spoken(atom))
