r"""Sums and decimals with an ellipsis, where what is shown tells what the rest must be.

Owns: `has_dots`; `contradicted`; `shown_components`, of tuples.

| shown | what it says |
| --- | --- |
| `1 + 3 + \dots + (2n - 1)` | the last term at 1, 2, … is each term that is shown: the sum of it up to n |
| `1 + 2 + 3 + \cdots`, `1 - 1 + 1 - \cdots` | equal steps, or a ratio of no less than 1: no value |
| `\frac12 + \frac14 + \frac18 + \cdots` | a ratio below 1: the geometric series |
| `3.14\ldots` | the first digits, and not rounded |
| `1 + x + \frac{x^2}{2} + \cdots` | the first terms of the other side's expansion at 0 |

Law: such a formula is never proved, for nobody knows what the dots stand for; it is refuted where every reading of what
is shown contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import sympy
from sympy import S

from mathora.formula import tree, write_latex
from mathora.formula.meaning.form import Meaning, Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.prove.judge.compare import Setting, compare_meanings
from mathora.prove.verdict import Verdict, refuted

FEWEST = 3
"""Terms before an ellipsis without an end that tell how it goes on."""
PLACES = 4
"""Ends n at which a finite sum is compared."""


def has_dots(node: tree.Node) -> bool:
    """Whether there is an ellipsis in a formula."""
    return any(isinstance(part, tree.Dots) for _, part in tree.walk(node))


def contradicted(left: tree.Node, right: tree.Node, setting: Setting) -> Verdict | None:
    """The refutation of `left = right`, one of which is a sum with an ellipsis; None if it may be true."""
    for side, other in ((left, right), (right, left)):
        if has_dots(other):
            continue
        if found := _of_digits(side, other, setting):
            return refuted(found)
        if not isinstance(side, tree.Addition):
            continue
        dots = [place for place, one in enumerate(side.terms) if isinstance(one, tree.Dots)]
        try:
            if len(dots) == 1 and (found := _of_sum(side, dots[0], other, setting)):
                return refuted(found)
        except (Untranslatable, Mismatch, Undefined, *NO_ANSWER):
            return None
    return None


def shown_components(left: tree.Node, right: tree.Node, setting: Setting) -> Verdict | None:
    """`(a, b, …)` against a vector: its first components, up to the ellipsis."""
    for whole, listed in ((left, right), (right, left)):
        if not isinstance(listed, tree.Tuple) or has_dots(whole):
            continue
        try:
            entries = setting.meaning(whole).expression
        except (Untranslatable, Mismatch, Undefined):
            return None
        if not isinstance(entries, sympy.MatrixBase):
            return None
        for place, item in enumerate(listed.items):
            if isinstance(item, tree.Dots) or place >= len(entries):
                return None
            if has_dots(item):
                return None
            verdict = _component(whole, place, item, setting)
            if verdict.kind == "refuted":
                return verdict
    return None


def _component(whole: tree.Node, place: int, item: tree.Node, setting: Setting) -> Verdict:
    meaning = setting.meaning(whole)
    entry = Meaning(meaning.expression[place], meaning.conditions, meaning.domain, meaning.symbols)
    return compare_meanings(entry, "=", setting.meaning(item), setting)


def _of_digits(side: tree.Node, other: tree.Node, setting: Setting) -> str:
    match side.operand if isinstance(side, tree.Signed) else side:
        case tree.Product(factors=(tree.Number(decimals=places) as shown, tree.Dots())) if places:
            value = setting.meaning(other).expression
            if not value.is_number or not value.is_real:
                return ""
            first = sympy.floor(abs(value) * 10**places) / sympy.Integer(10) ** places
            nines = shown.text[-1] == "9" and abs(value) - sympy.Integer(10) ** -places == sympy.Rational(shown.text)
            fits = nines or first == sympy.Rational(shown.text)  # 0.999… = 1
            return "" if fits else f"its first digits are {first.evalf(places + 5):f}"
        case _:
            return ""


def _of_sum(side: tree.Addition, dots: int, other: tree.Node, setting: Setting) -> str:
    signs = ("+", *side.operators)
    terms = [
        -setting.meaning(one).expression if sign == "-" else setting.meaning(one).expression
        for sign, one in zip(signs, side.terms, strict=True)
        if not isinstance(one, tree.Dots)
    ]
    value = setting.meaning(other).expression
    if any(not isinstance(one, sympy.Expr) for one in (*terms, value)):
        return ""
    if dots == len(side.terms) - 1:
        return _without_end(terms, value, write_latex(other))
    return _to_a_last(terms, value, write_latex(other)) if dots == len(terms) - 1 else ""


def _to_a_last(terms: list[Expr], value: Expr, other: str) -> str:
    """What `1 + 2 + … + n` is at some n, where it is not what stands on the other side."""
    *shown, last = terms
    for number in sorted((one for one in last.free_symbols if one.is_integer), key=str):
        if len(shown) < 2 or any(one.has(number) for one in shown):  # noqa: PLR2004 - one term tells nothing
            continue
        first = next((at for at in (1, 0, 2) if _runs(shown, last, number, at)), None)
        if first is None:
            continue
        for end in range(first + len(shown), first + len(shown) + PLACES):
            total = sympy.Add(*(last.subs(number, at) for at in range(first, end + 1)))
            gap = sympy.simplify(total - value.subs(number, end))
            if gap.is_zero is False or (gap.is_number and abs(gap.evalf(30)) > sympy.Float("1e-20")):
                return f"at {number} = {end} the sum is {_text(total)}, and {other} is {_text(value.subs(number, end))}"
            if gap.free_symbols and sympy.expand(sympy.numer(sympy.together(gap))) != 0 and _is_rational(gap):
                return f"at {number} = {end} the sum is {_text(sympy.factor(total))}, and {other} is another"
    return ""


def _runs(shown: list[Expr], last: Expr, number: Expr, first: int) -> bool:
    return all(sympy.simplify(last.subs(number, at) - one) == 0 for at, one in enumerate(shown, start=first))


def _is_rational(gap: Expr) -> bool:
    return bool(gap.is_rational_function(*gap.free_symbols))


def _without_end(terms: list[Expr], value: Expr, other: str) -> str:
    letters = set().union(*(one.free_symbols for one in (*terms, value)))
    if len(terms) >= FEWEST and not letters:
        return _of_numbers(terms, value, other)
    if len(letters) != 1 or len(terms) < FEWEST:
        return ""
    (letter,) = letters
    powers = list(_powers(terms, letter))
    if len(powers) == len(terms):
        expansion = sympy.series(value, letter, 0, powers[-1] + 1).removeO()
        if sympy.expand(expansion - sympy.Add(*terms)) != 0:
            return f"the expansion of {other} at 0 begins otherwise: {_text(expansion)}"
    return ""


def _of_numbers(terms: list[Expr], value: Expr, other: str) -> str:
    steps = {sympy.simplify(b - a) for a, b in pairwise(terms)}
    ratios = set() if S.Zero in terms else {sympy.simplify(b / a) for a, b in pairwise(terms)}
    ratio = ratios.pop() if len(ratios) == 1 else None
    if ratio is not None and abs(ratio) < 1:
        whole = terms[0] / (1 - ratio)
        is_it = sympy.simplify(whole - value) == 0
        return "" if is_it else f"the series whose terms are shown is {_text(whole)}, and not {other}"
    endless = ratio is not None or (len(steps) == 1 and steps != {S.Zero})
    return "the terms that are shown do not fall to 0: their sum has no value" if endless and value.is_finite else ""


def _powers(terms: list[Expr], letter: Expr) -> Iterator[int]:
    """The exponents of terms that are numbers times rising powers."""
    before = -1
    for one in terms:
        exponent = sympy.degree(one, letter) if one.is_polynomial(letter) else -1
        if exponent <= before or not (one / letter**exponent).is_number:
            return
        before = int(exponent)
        yield before


def _text(value: Expr) -> str:
    return str(sympy.latex(value))
