r"""Sums, products and decimals with an ellipsis, where what is shown tells what the rest must be.

Owns: `has_dots`; `contradicted`; `shown_components`, of tuples.

| shown | what it says |
| --- | --- |
| `1 + 3 + \dots + (2n - 1)` | the last term at 1, 2, … is each term that is shown: the sum of it up to n |
| `1 + 2 + \dots + 100`, `1 \cdot 2 \cdots 9` | each known sequence that has all these numbers: its sum or product |
| `\underbrace{1 + \dots + 1}_n` | so many equal terms |
| `1 - 2 + 3 - \cdots`, `1 - 1 + 1 - \cdots` | equal steps, or a ratio of no less than 1: no value |
| `1 - \frac13 + \frac15 - \frac19 + \cdots` | for π/4, the first three as its series begins, and the fourth not |
| `\frac12 + \frac14 + \frac18 + \cdots` | a ratio below 1: the geometric series |
| `1 + x + x^2 + \cdots` for `\|x\| \le 1` | a ratio that may be no less than 1: no value there |
| `1 + \frac14 + \frac19 + \cdots` | the reciprocals of a known sequence: about what their first thousands make |
| `3.14\ldots` | the first digits, and not rounded |
| `1 + x + \frac{x^2}{2} + \cdots` | the first terms of the other side's expansion at 0 |

Law: such a formula is never proved, for nobody knows what the dots stand for; it is refuted where every reading of what
is shown contradicts it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import count, islice, pairwise
from typing import Final

import sympy
from sympy import S
from sympy.core.function import AppliedUndef

from mathora.formula import Model, tree, write_latex
from mathora.formula.meaning.form import Meaning
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.prove.goal.domain import Domain, points
from mathora.prove.judge.compare import Setting, compare_meanings
from mathora.prove.verdict import Verdict, refuted, undecided

FEWEST = 3  # terms before an ellipsis without an end that tell how it goes on
_TWO = "two terms do not tell how the rest goes on: show a third one"
_MATRICES = "nothing says that powers of this matrix have a sum: state it with role: given, or sum up to the n-th power"
PLACES = 4  # ends n at which a finite sum is compared
MOST_TERMS, MOST_SKIPPED = 5_000, 5
"""Of a sequence that is shown: how far it goes on, and how many of its own first terms it may leave out."""
_SURE = 0.01  # by how much a series may still be off that has a value
MOST_SUMMED = 1_000  # terms of a series that are added up
_NAMES: dict[type[Expr], str] = {sympy.Add: "sum", sympy.Mul: "product"}
_SEQUENCES: tuple[Callable[[int], int], ...] = (
    lambda k: k**2,
    lambda k: k**3,
    lambda k: k * (k + 1),
    lambda k: k * (k + 1) // 2,
    math.factorial,
    sympy.fibonacci,
    lambda k: sympy.prime(k + 1),
)
"""Beside equal steps and equal ratios, how the terms of a sum go on in courses."""


def has_dots(node: tree.Node) -> bool:
    """Whether there is an ellipsis in a formula."""
    return any(isinstance(part, tree.Dots) for _, part in tree.walk(node))


def contradicted(left: tree.Node, right: tree.Node, setting: Setting) -> Verdict | None:
    """The refutation of `left = right`, one of which is a sum with an ellipsis; None if it may be true."""
    if (of_one_row := _with_numbers(left, right, setting)) and (told := contradicted(*of_one_row)):
        return replace(told, reason=f"where each matrix is a number: {told.why}") if told.kind == "refuted" else None
    for side, other in ((left, right), (right, left)):
        if has_dots(other):
            continue
        if found := _of_digits(side, other, setting):
            return refuted(found)
        try:
            if found := _of_run(side, other, setting):
                return undecided(found) if found in {_TWO, _MATRICES} else refuted(found)
        except (Untranslatable, Mismatch, Undefined, *NO_ANSWER):
            return None
    return None


def _with_numbers(left: tree.Node, right: tree.Node, setting: Setting) -> tuple[tree.Node, tree.Node, Setting] | None:
    """The same of numbers in the place of matrices of which nothing is known, and of 1 for I: what is true of each
    matrix is true of these. None where there are no matrices, or where their size may tell.
    """
    whole = tree.Relation((left, right), ("=",))
    names = {key: name for key in setting.model.spoken_of((whole,)) if (name := setting.model.get(key)) is not None}
    matrices = {key: one for key, one in names.items() if one.kind == "matrix"}
    free = all(one.body is None and not one.domain for one in matrices.values())
    if not matrices or not free or not all(isinstance(one, _OF_SERIES) for _, one in tree.walk(whole)):
        return None
    numbers = {key: replace(one, kind="real", shape=None) for key, one in matrices.items()}
    if "I" not in names:
        left, right = (tree.replaced(one, tree.Symbol("I"), tree.Number("1")) for one in (left, right))
    there = replace(setting, model=Model({**setting.model.names, **numbers}), assumed=Domain())
    return left, right, there


_OF_SERIES: Final = (
    *(tree.Relation, tree.Addition, tree.Signed, tree.Product, tree.Quotient, tree.Power, tree.Factorial, tree.Group),
    *(tree.Number, tree.Constant, tree.Symbol, tree.Dots, tree.Application, tree.FunctionName),
)


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


def _of_run(side: tree.Node, other: tree.Node, setting: Setting) -> str:
    """Of a sum or a product with one ellipsis, whose terms may be counted by a brace."""
    inner = side.body if isinstance(side, tree.Annotated) else side
    whole = sympy.Mul if isinstance(inner, tree.Product) else sympy.Add
    parts = list(_signed_terms(inner) if isinstance(inner, tree.Addition) else _factors(inner))
    dots = [place for place, (_, one) in enumerate(parts) if isinstance(one, tree.Dots)]
    if len(dots) != 1:
        return ""
    terms = [sign * setting.meaning(one).expression for sign, one in parts if not isinstance(one, tree.Dots)]
    value = setting.meaning(other).expression
    if any(not isinstance(one, sympy.Expr) for one in (*terms, value)):
        return ""
    if isinstance(side, tree.Annotated):
        return _of_equal_terms(terms, side.note, value, whole, setting) if side.note else ""
    if dots[0] == len(terms):
        endless = _without_end(terms, value, write_latex(other)) or _beyond(terms, value, setting.assumed)
        return endless if whole is sympy.Add else ""
    if dots[0] != len(terms) - 1:
        return ""
    return _to_a_last(terms, value, write_latex(other), whole)


def _signed_terms(side: tree.Addition) -> Iterator[tuple[int, tree.Node]]:
    for sign, one in zip(("+", *side.operators), side.terms, strict=True):
        yield -1 if sign == "-" else 1, one


def _factors(side: tree.Node) -> Iterator[tuple[int, tree.Node]]:
    if isinstance(side, tree.Product) and not {*side.operators} & {"\\bmod"}:
        *before, last, letter = side.factors
        is_term = isinstance(last, tree.Number) and isinstance(letter, tree.Symbol) and side.operators[-1] == ""
        joined = tree.Product((last, letter), ("",))  # the last one of 2 · 4 ⋯ 2n
        for one in (*before, joined) if is_term and any(map(has_dots, before)) else side.factors:
            yield from ((1, one),) if one is joined else _factors(one)
    else:
        yield 1, side


def _of_equal_terms(terms: list[Expr], note: tree.Node, value: Expr, whole: type[Expr], setting: Setting) -> str:
    words = isinstance(note, tree.Product) and isinstance(note.factors[-1], tree.UprightWords)
    count = setting.meaning(note.children[0] if words and len(note.children) == 2 else note).expression  # noqa: PLR2004
    if len(set(terms)) != 1 or not isinstance(count, sympy.Expr) or not (count.is_integer and count.is_nonnegative):
        return ""
    total = terms[0] * count if whole is sympy.Add else terms[0] ** count
    return "" if sympy.simplify(total - value) == 0 else f"what is counted under the brace makes {_text(total)}"


def _to_a_last(terms: list[Expr], value: Expr, other: str, whole: type[Expr]) -> str:
    """What `1 + 2 + … + n` is at some n, where it is not what stands on the other side."""
    *shown, last = terms
    if all(one.is_Rational for one in (*terms, value)):
        return _to_a_number([Fraction(int(one.p), int(one.q)) for one in terms], value, whole)
    for number in sorted((one for one in last.free_symbols if one.is_integer), key=str):
        if len(shown) < 2 or any(one.has(number) for one in shown):  # noqa: PLR2004 - one term tells nothing
            continue
        first = next((at for at in (1, 0, 2) if _runs(shown, last, number, at)), None)
        if first is None:
            continue
        for end in range(first + len(shown), first + len(shown) + PLACES):
            total = whole(*(last.subs(number, at) for at in range(first, end + 1)))
            gap = sympy.simplify(total - value.subs(number, end))
            if gap.is_zero is False or (gap.is_number and abs(gap.evalf(30)) > sympy.Float("1e-20")):
                made = f"the {_NAMES[whole]} is {_text(total)}"
                return f"at {number} = {end} {made}, and {other} is {_text(value.subs(number, end))}"
            if gap.free_symbols and sympy.expand(sympy.numer(sympy.together(gap))) != 0 and _is_rational(gap):
                return (
                    f"at {number} = {end} the {_NAMES[whole]} is {_text(sympy.factor(total))}, and {other} is another"
                )
    return ""


def _to_a_number(terms: list[Fraction], value: Expr, whole: type[Expr]) -> str:
    """What `1 + 2 + … + 100` is, as each sequence that has these numbers goes on; reciprocals as their numbers do."""
    flipped = 0 not in terms and all(abs(one) <= 1 for one in terms)
    runs = _runs_of([1 / one for one in terms] if flipped else terms)
    made = [whole(*(sympy.Rational(1 / one if flipped else one) for one in run)) for run in runs]
    if not made or value in made:
        return ""
    nearest = min(made, key=lambda one: abs(one - value))
    return f"the {_NAMES[whole]} whose terms are shown is {_text(nearest)}"


def _runs_of(terms: list[Fraction]) -> Iterator[list[Fraction]]:
    """All that begins with the first terms, in one of the known ways, and ends with the last one."""
    *shown, last = terms
    if len(shown) < 2:  # noqa: PLR2004 - one term tells nothing
        return
    if all(a * b < 0 for a, b in pairwise(shown)):
        for run in _runs_of([abs(one) for one in terms]):
            signed = [one if (place % 2 == 0) == (shown[0] > 0) else -one for place, one in enumerate(run)]
            if signed[-1] == last:
                yield signed
    for way in _ways(shown):
        run = list(islice(way, len(shown)))
        for one in islice(way, MOST_TERMS if run == shown else 0):
            run.append(one)
            if one == last:
                yield run
            before = run[-2]
            if one == last or ((before - last) * (one - last) < 0 < before * one):
                break


def _ways(shown: list[Fraction]) -> Iterator[Iterator[Fraction]]:
    first, second = shown[:2]
    yield (first + k * (second - first) for k in count())
    if first:
        yield (first * (second / first) ** k for k in count())
    for sequence in _SEQUENCES:
        for begin in range(MOST_SKIPPED):
            yield (Fraction(int(one)) for one in map(sequence, count(begin)))


def _runs(shown: list[Expr], last: Expr, number: Expr, first: int) -> bool:
    return all(sympy.simplify(last.subs(number, at) - one) == 0 for at, one in enumerate(shown, start=first))


def _is_rational(gap: Expr) -> bool:
    return bool(gap.is_rational_function(*gap.free_symbols))


def _without_end(terms: list[Expr], value: Expr, other: str) -> str:
    letters = set().union(*(one.free_symbols for one in (*terms, value)))
    if any(one.is_commutative is False for one in (*terms, value)):
        return _MATRICES
    if not letters:
        return _of_numbers(terms, value, other) if len(terms) >= FEWEST else _of_two(terms, value)
    told = [_not_expansion(terms, value, letter, other) for letter in sorted(letters, key=str) if not letter.is_integer]
    sure = [one for one in told if one is not None]
    return sure[0] if sure and all(sure) else ""


def _not_expansion(terms: list[Expr], value: Expr, letter: Expr, other: str) -> str | None:
    """How the other side's expansion begins, where the terms are rising powers and do not begin so; None if not."""
    powers = list(_powers(terms, letter))
    spoken = value.free_symbols if not value.has(AppliedUndef) else set()
    if len(powers) != len(terms) or len(terms) < 2 or not set().union(*(one.free_symbols for one in terms)) <= spoken:  # noqa: PLR2004
        return None
    begin = value
    if isinstance(value, sympy.Sum) and len(value.limits) == 1 and value.limits[0][2] is S.Infinity:
        index, first, _ = value.limits[0]
        begin = sympy.Add(*(value.function.subs(index, first + k) for k in range(powers[-1] + 2)))
    expansion = sympy.series(begin, letter, 0, powers[-1] + 1).removeO()
    begins = sympy.simplify(expansion - sympy.Add(*terms)) == 0
    return "" if begins else f"the expansion of {other} at 0 begins otherwise: {_text(expansion)}"


def _beyond(terms: list[Expr], value: Expr, assumed: Domain) -> str:
    """What equal ratios make that is not the value; or where what is assumed of the letter allows one of 1 or more."""
    letters = set().union(*(one.free_symbols for one in terms))
    ratios = {sympy.simplify(b / a) for a, b in pairwise(terms)} if S.Zero not in terms else set()
    if not letters or len(ratios) != 1:
        return ""
    (ratio,) = ratios
    whole = sympy.together(terms[0] / (1 - ratio) - value)
    if _is_rational(whole) and sympy.expand(sympy.numer(whole)) != 0:
        if len(terms) < FEWEST:
            begun = (_not_expansion(terms, value, letter, "") for letter in sorted(letters, key=str))
            return "" if "" in begun else _TWO
        return f"the series whose terms are shown is {_text(terms[0] / (1 - ratio))}"
    if not assumed.relations or len(letters) != 1:
        return ""
    for place in points([*letters], assumed, most=PLACES, before=(S.NegativeOne, S.One)):
        if (size := abs(ratio.subs(place))).is_number and size >= 1:
            return f"at {', '.join(f'{name} = {value}' for name, value in place.items())} the terms do not fall to 0"
    return ""


def _of_numbers(terms: list[Expr], value: Expr, other: str) -> str:
    steps = {sympy.simplify(b - a) for a, b in pairwise(terms)}
    ratios = set() if S.Zero in terms else {sympy.simplify(b / a) for a, b in pairwise(terms)}
    ratio = ratios.pop() if len(ratios) == 1 else None
    if ratio is not None and abs(ratio) < 1:
        whole = terms[0] / (1 - ratio)
        is_it = sympy.simplify(whole - value) == 0
        return "" if is_it else f"the series whose terms are shown is {_text(whole)}, and not {other}"
    sums = [] if value.is_infinite or len(steps) == 1 or ratio is not None else [*_nearly(terms)]
    if sums and value.is_number and all(abs(one - value.evalf(30)) > 2 * off for one, off in sums):
        return f"the series whose terms are shown is about {sums[0][0]:.3g}, and not {other}"
    begun = [_nearly(terms[:some]) for some in range(FEWEST, len(terms)) if value.is_number and not value.is_infinite]
    if not sums and any(abs(one - value.evalf(30)) <= 2 * off < _SURE for way in begun for one, off in way):
        return f"the series of {other} begins as the first terms that are shown do, and then otherwise"
    grown = {sympy.simplify(abs(b) - abs(a)) for a, b in pairwise(terms)}
    endless = ratio is not None or (len(grown) == 1 and grown != {S.Zero})
    return "the terms that are shown do not fall to 0: their sum has no value" if endless and value.is_finite else ""


def _of_two(terms: list[Expr], value: Expr) -> str:
    """Why two terms tell nothing: no known way to go on makes the value."""
    sums = [(terms[0] ** 2 / (terms[0] - terms[1]), 1e-9)] if len(terms) > 1 and abs(terms[1]) < abs(terms[0]) else []
    near = value.is_infinite or any(
        abs(one - value.evalf(30)) <= 2 * off < _SURE for one, off in (*sums, *_nearly(terms))
    )
    return "" if near or len(terms) == 1 else _TWO


def _nearly(terms: list[Expr]) -> Iterator[tuple[float, float]]:
    """What a series of reciprocals makes, by each known sequence of such numbers, and how far this may be off."""
    if not all(one.is_Rational and 0 < abs(one) <= 1 for one in terms):
        return
    sizes = [Fraction(int(one.q), abs(int(one.p))) for one in terms]
    turns = all(a * b < 0 for a, b in pairwise(terms))
    if not turns and not all(one > 0 for one in terms):
        return
    for way in _ways(sizes):
        run = [*islice(way, len(sizes))]
        if run != sizes:
            continue
        run += islice(way, MOST_SUMMED)
        signs = [int(sympy.sign(terms[0])) * (-1 if turns and place % 2 else 1) for place in range(len(run))]
        parts = [sign / float(one) if one < 10**300 else 0.0 for sign, one in zip(signs, run, strict=True)]
        half = sum(parts[: len(parts) // 2])
        yield sum(parts), abs(sum(parts) - half) + 1e-9


def _powers(terms: list[Expr], letter: Expr) -> Iterator[int]:
    """The exponents of terms that are numbers times rising powers."""
    before = -1
    for one in terms:
        exponent = sympy.degree(one, letter) if one.is_polynomial(letter) else -1
        if exponent <= before or (one / letter**exponent).has(letter):
            return
        before = int(exponent)
        yield before


def _text(value: Expr) -> str:
    return str(sympy.latex(value))
