r"""What words, or a sign between matrices, say of something, as relations.

Owns: `predicate`; `is_predicate`, `has_object`, `second_of`: which words these are.

| written | said |
| --- | --- |
| `n \text{ is even}`, `3 \nmid n`, `7 \text{ is prime}` | `2 \mid n`, `n \bmod 3 \ne 0`, `7 \bmod 2 \ne 0` |
| `\sqrt{2} \text{ is irrational}`, `x \text{ is positive}` | `\sqrt{2} \notin \mathbb{Q}`, `x > 0` |
| `f \text{ is even}`, `f \text{ is odd}` | `f(-x) = f(x)`, `f(-x) = -f(x)` |
| `f \text{ is increasing on } [1, 2]`, `f \text{ is continuous}`, `f \text{ is injective}` | see `slopes` |
| `A \text{ is not invertible}`, `f \text{ has no zero at } x = 1` | `\det A = 0`, `f(1) \ne 0` |
| `x = 2 \text{ is a local minimum}`, `f \text{ has a minimum at } x = 2` | `f'(2) = 0` and, at 2, the first higher derivative that is not 0 is of even order and positive |
| `A \text{ is symmetric}`, `A \succ 0` | see `matrix_words`, `orders` |
| `u, v \text{ are linearly independent}` | the determinant of their dot products is not 0 |
| `u \text{ and } v \text{ are orthogonal}`, `2 \text{ and } 4 \text{ are even}` | `u \cdot v = 0`, each of them is |
| `3 \text{ is an eigenvalue of } A`, `(0, 0) \text{ is a critical point of } f` | see `solutions` |
| `f \text{ is bounded}` | see `all_values` |
| `-\ln x \text{ is convex}` | see `of_terms` |
| `\lim_{x \to 0} \frac{1}{x} \text{ does not exist}` | see `breaks` |
| `\sum_{n=1}^{\infty} \frac{1}{n} \text{ diverges}` | it is `\infty`; to converge is to lie between `-\infty` and `\infty` |

Laws:
- What is not so is the opposite of what is said; of words that are said by more than they mean there is none.
- Sums, integrals and limits converge; of the terms of a sequence nothing is said.
- A sum that diverges is infinite where nothing in it may be negative; of others nothing is said.
- Of an extremum at which six derivatives are 0 only is said that no value is beyond it.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from math import isqrt
from typing import TYPE_CHECKING, Final, Literal

from mathora.formula import tree as t
from mathora.formula.calculus.breaks import existing, has_a_value
from mathora.formula.linear_algebra.matrix_words import OF_MATRICES, of_matrix
from mathora.formula.linear_algebra.orders import DEFINITE, definite, whole_of
from mathora.formula.linear_algebra.vectors import is_vector
from mathora.formula.predicates.all_values import OF_VALUES, of_all, of_values
from mathora.formula.predicates.of_terms import as_function, put_in
from mathora.formula.predicates.slopes import ON_INTERVALS, along, is_smooth, one_to_one
from mathora.formula.predicates.solutions import (
    OF_ANOTHER,
    SECOND,
    derived,
    first_derivative,
    gramian,
    jumping,
    relating,
    singular,
)
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, rational
from mathora.formula.tree.regrouping import denied, one_of

if TYPE_CHECKING:
    from mathora.formula.tree.model import Name

_ZERO: Final = t.Number("0")
_OF_NUMBERS: Final[dict[str, tuple[t.RelationSign, t.Node]]] = {
    "irrational": (r"\notin", t.Constant(r"\mathbb{Q}")),
    "rational": (r"\in", t.Constant(r"\mathbb{Q}")),
    "real": (r"\in", t.Constant(r"\mathbb{R}")),
    "integer": (r"\in", t.Constant(r"\mathbb{Z}")),
    "positive": (">", _ZERO),
    "negative": ("<", _ZERO),
    "nonnegative": (r"\ge", _ZERO),
    "non-negative": (r"\ge", _ZERO),
}
_OF_WHOLE_NUMBERS: Final = frozenset(["even", "odd", "prime"])
_MOST_PRIME: Final = 10_000
_CONVERGENT: Final = frozenset({"converges", "convergent"})
_EXISTING: Final = frozenset({"exists", "exist"})
_DIVERGENT: Final = frozenset({"diverges", "divergent"})
_OF_SEVERAL: Final = frozenset(["linearly independent", "linearly dependent", "parallel"])
_COPRIME: Final = frozenset(["coprime", "relatively prime"])
_RIGHT_ANGLED: Final = frozenset(["orthogonal", "perpendicular"])
_PLACES: Final = frozenset(
    f"{before}{kind}{after}"
    for before in ("", "local ", "relative ", "global ")
    for kind in ("minimum", "maximum")
    for after in ("", " at", " of f")
)
_WITH_OBJECT: Final = frozenset(f"{one} {where}" for one in ON_INTERVALS for where in ("on", "for"))
"""Words behind which something more has to stand, as behind "has a minimum at"."""
_ALL: Final = (
    _OF_WHOLE_NUMBERS
    | frozenset().union(_OF_NUMBERS, OF_MATRICES, _OF_SEVERAL, _PLACES, _CONVERGENT, _DIVERGENT, _WITH_OBJECT)
    | _EXISTING
    | ON_INTERVALS
    | _RIGHT_ANGLED
    | _COPRIME
    | OF_ANOTHER
    | OF_VALUES
    | {"independent"}
)  # fmt: skip
_OF_FUNCTIONS: Final = ON_INTERVALS | OF_VALUES | _WITH_OBJECT | {"even", "odd"}
_WITHOUT_SIGN: Final = (
    t.Big,
    t.Relation,
    t.Symbol,
    t.Number,
    t.Quotient,
    t.Product,
    t.Power,
    t.Root,
    t.Group,
    t.Factorial,
)
_EVEN_ORDERS: Final = (2, 4, 6)


def _plain(words: str) -> str:
    """Words without what joins them to their subject."""
    return " ".join(one for one in words.rstrip(". ").replace(",", " ").split() if one not in _JOINING)


_JOINING: Final = frozenset(["is", "are", "has", "a", "an", "the", "form", "does", "monotonically"])


def _undenied(words: str) -> tuple[str, bool]:
    """The words that say something, and whether they say that it is not so."""
    first, _, rest = (plain := _plain(words)).partition(" ")
    sure = rest in _OF_SEVERAL or not (_UNSURE & {*rest.split()})
    return (rest, True) if first in {"not", "no"} and sure else (plain, False)


_UNSURE: Final = (
    frozenset(["minimum", "maximum", "saddle", "inflection", "independent", "eigenvalues"]) | _CONVERGENT | _DIVERGENT
)
"""Words of which is said enough, and perhaps more than they mean: the opposite might be too little."""


def is_predicate(words: str) -> bool:
    """Whether words behind something say what it is."""
    plain, _ = _undenied(words)
    return plain in _ALL or singular(plain) in OF_ANOTHER


def has_object(words: str) -> bool:
    """Whether behind these words something more has to stand."""
    plain, _ = _undenied(words)
    return plain in _WITH_OBJECT or singular(plain) in OF_ANOTHER or plain.endswith(" at")


def second_of(words: str) -> frozenset[str]:
    r"""By which words a second object follows: `\text{ for } \lambda = 3` behind an eigenvector."""
    return SECOND.get(_undenied(words)[0], frozenset())


def with_subjects(node: t.Node) -> t.Node:
    r"""`u \text{ and } v \text{ are orthogonal}`, `a, b \text{ are even}`: the words are of all that is named."""
    match parts := t.with_each(node, with_subjects):
        case t.Listing((t.Product((subject, t.UprightWords(words) as said, first)), *rest)) | t.Logic(
            (t.Product((subject, t.UprightWords(words) as said, first)), *rest)
        ) if _plain(words) == "eigenvalues" and (isinstance(parts, t.Listing) or {*parts.operators} <= t.AND):
            return t.Product((subject, said, t.Listing((first, *rest))), ("", ""))
        case t.Listing((*before, t.Product((last, t.UprightWords(words), *more)) as said)) | t.Logic(
            (*before, t.Product((last, t.UprightWords(words), *more)) as said)
        ) if (
            (isinstance(parts, t.Listing) or {*parts.operators} <= t.AND)
            and words.split()[:1] in (["are"], ["form"])
            and is_predicate(words)
            and not any(isinstance(one, t.Logic | t.Quantified) for one in before)
            and (isinstance(last, t.Relation) or not any(isinstance(one, t.Relation) for one in before))
        ):
            several = [one for part in before for one in (part.items if isinstance(part, t.Listing) else (part,))]
            return replace(said, factors=(t.Listing((*several, last)), t.UprightWords(words), *more))
        case _:
            return parts


def _anywhere(function: t.Symbol, model: Model) -> t.Node | None:
    """A function of the model at its own variables."""
    name = model.named(function)
    return None if name is None or name.body is None else t.Application(function, None, name.parameters)


def predicate(node: t.Node, model: Model) -> t.Node | None:  # noqa: PLR0911 - a row each
    """What is said, as relations; None of anything else."""
    match node:
        case t.Product((t.Relation((t.Application(t.Symbol() as function), *_)) as chain, t.UprightWords(), *_)) if {
            *chain.operators
        } == {"="} and chain.operands[0] == _anywhere(function, model):
            said = predicate(replace(node, factors=(function, *node.factors[1:])), model)
            return None if said is None else t.together((chain, said))  # f(x) = x^2 is convex
        case t.Product((t.Relation() as chain, t.UprightWords(text) as words)) if {*chain.operators} == {
            "="
        } and _undenied(text)[0] not in _PLACES:
            said = predicate(replace(node, factors=(chain.operands[-1], words)), model)
            return None if said is None else t.together((chain, said))  # 2^{10} = 1024 is even
        case t.Product((subject, t.UprightWords(words), *more)) if is_predicate(words):
            plain, denies = _undenied(words)
            if plain in _OF_FUNCTIONS and (term := as_function(subject, plain, model)) is not None:
                whole = replace(node, factors=(term.symbol, *node.factors[1:]))
                told = predicate(whole, Model({**model.names, term.key: term}))
                return None if told is None or told == whole else put_in(told, term)
            if plain in _EXISTING:
                return existing(subject, model, denies=denies)
            if denies and isinstance(subject, t.Listing) and plain not in _OF_SEVERAL | _RIGHT_ANGLED | _COPRIME:
                return None  # of one of them, or of none?
            if denies and (broken := jumping(subject, plain, more, model)) is not None:
                return broken
            known = relating(node, plain, model) if more and singular(plain) in OF_ANOTHER else None
            known = known or _said(node, subject, plain, more[0] if more else None, model)
            return _opposite(known, plain, model.on_its_domain(subject)) if denies and known is not None else known
        case t.Relation((below, above), (r"\nmid",)):
            return _indivisible(above, below)
        case t.Relation(operands, signs) if DEFINITE & {*signs}:
            links = zip(pairwise(operands), signs, strict=True)
            parts = t.all_known(
                definite(*pair, sign, model) if sign in DEFINITE else t.Relation(pair, (sign,)) for pair, sign in links
            )
            return None if parts is None else t.together(parts)
        case _:
            return None


def _opposite(said: t.Node, words: str, name: Name | None) -> t.Node | None:
    """That it is not so: of a function, somewhere."""
    match said:
        case t.Relation((below, above), (r"\mid",)):
            return _indivisible(above, below)
        case t.Relation() if name is not None and len(name.parameters) == 1:
            return denied(of_all(name, name.parameters[0], said))
        case _:
            once = of_values(name, words, None) if name is not None and words in OF_VALUES else None
            return denied(once or said)


def _said(  # noqa: PLR0911 - a row each
    whole: t.Node, subject: t.Node, words: str, more: t.Node | None, model: Model
) -> t.Node | None:
    if isinstance(subject, t.Logic) and set(subject.operators) <= t.AND:
        return None
    name = model.on_its_domain(subject)
    if isinstance(subject, t.Listing) or (isinstance(subject, t.SetLiteral) and words.startswith("linearly")):
        return _of_several(whole, subject.items, words, model)
    if words in _PLACES:
        return _extremum(whole, subject, words, more, model)
    if words in _OF_WHOLE_NUMBERS:
        return _prime(subject) if words == "prime" else _parity(subject, words, model.named(subject))
    if words in OF_VALUES and name is not None:
        sloped = one_to_one(name, model) if words in {"injective", "one-to-one"} else None
        return sloped or of_values(name, words, None)
    if words in _CONVERGENT | _DIVERGENT:
        return _limiting(subject, converges=words in _CONVERGENT)
    if (slope := words.removesuffix(" on").removesuffix(" for")) in ON_INTERVALS:
        return None if name is None else along(name, slope, more, model)
    if words in OF_MATRICES:
        return of_matrix(subject, words, model)
    if words not in _OF_NUMBERS:
        return None
    sign, value = _OF_NUMBERS[words]
    return t.Relation((subject, value), (sign,))


def _limiting(node: t.Node, *, converges: bool) -> t.Node | None:
    """Of a sum, an integral or a limit; the terms of a sequence alone have no value that tells."""
    if isinstance(node, t.Group):
        return _limiting(node.body, converges=converges)
    if converges and isinstance(node, t.Big | t.Integral | t.Limit):
        return has_a_value(node)
    return t.Relation((node, t.Constant(r"\infty")), ("=",)) if not converges and _is_nowhere_negative(node) else None


def _is_nowhere_negative(node: t.Node) -> bool:
    """Whether a sum without end is of terms that their form shows to be at least 0."""
    parts = [part for _, part in t.walk(node)]
    plain = all(isinstance(part, _WITHOUT_SIGN) or part == t.Constant(r"\infty") for part in parts)
    letters = {part for part in parts if isinstance(part, t.Symbol)}
    return plain and isinstance(node, t.Big) and node.start is not None and letters == {node.index}


# ── functions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _parity(subject: t.Node, words: str, name: Name | None) -> t.Node | None:
    if name is None or not name.parameters:
        return t.Relation(
            (t.Number("2"), subject if words == "even" else t.Addition((subject, t.Number("1")), ("-",))), (r"\mid",)
        )
    if len(name.parameters) > 1:
        return None
    (letter,) = name.parameters
    there, here = (t.Application(subject, None, (one,)) for one in (t.Signed("-", letter), letter))
    said = t.Relation((there, here if words == "even" else t.Signed("-", here)), ("=",))
    mirrored = tuple(t.replaced(bound, letter, t.Group(t.Signed("-", letter))) for bound in name.domain)
    return t.together((*mirrored, said)) if mirrored else said


def _prime(subject: t.Node) -> t.Node | None:
    """Of a number that is written out: no smaller number but 1 divides it, up to its root."""
    value = rational(subject)
    if value is None or value.denominator != 1 or not 0 <= value <= _MOST_PRIME:
        return None
    smaller = range(2, isqrt(int(value)) + 1)
    return t.together(
        (t.Relation((subject, t.Number("1")), (">",)), *(_indivisible(subject, in_digits(one)) for one in smaller))
    )


def _indivisible(above: t.Node, below: t.Node) -> t.Relation:
    return t.Relation((t.Product((whole_of(above), whole_of(below)), (r"\bmod",)), _ZERO), (r"\ne",))


def _extremum(whole: t.Node, subject: t.Node, words: str, more: t.Node | None, model: Model) -> t.Node | None:
    """An extremum inside, by the derivatives there, of the only function that the model has of this letter."""
    place = more if words.endswith(" at") else subject
    match place:
        case t.Relation((t.Symbol() as letter, value), ("=",)):
            known = [one for one in model.functions.values() if one.parameters == (letter,) and one.body is not None]
        case _:
            return None
    named = [one for one in known if one.symbol == subject] if words.endswith(" at") else known
    if len(named) != 1 or named[0].body is None or named[0].domain:
        return None
    function, above = named[0].symbol, "minimum" in words
    here, there = (t.Application(function, None, (one,)) for one in (letter, value))
    nothing_beyond = t.Relation((here, there), (r"\ge" if above else r"\le",))
    if words.startswith("global"):
        return nothing_beyond
    if not is_smooth(named[0].body, model):
        return one_of((nothing_beyond, whole))
    ways = first_derivative(function, value, _EVEN_ORDERS, ">" if above else "<")
    return t.together((derived(function, 1, value, "="), one_of((*ways, nothing_beyond))))


# ── several things ────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_several(whole: t.Node, items: tuple[t.Node, ...], words: str, model: Model) -> t.Node | None:
    """Dependence of vectors by J. P. Gram's determinant of their dot products; right angles of each two of them."""
    match words:
        case "coprime" | "relatively prime" if len(items) == 2:  # noqa: PLR2004 - of more, each two of them, or all?
            return t.Relation((t.Application(t.FunctionName("gcd"), None, items), t.Number("1")), ("=",))
        case "linearly independent" | "linearly dependent" | "parallel":
            sign: Literal["=", r"\ne"] = r"\ne" if words == "linearly independent" else "="
            return t.Relation((gramian(items), _ZERO), (sign,))
        case "orthogonal" | "perpendicular" if all(is_vector(one, model) for one in items):
            products = (t.Product(pair, (r"\cdot",)) for pair in combinations(items, 2))
            return t.together(tuple(t.Relation((one, _ZERO), ("=",)) for one in products))
        case _:
            each = t.all_known(_said(whole, one, words, None, model) for one in items)
            return None if each is None else t.together(each)
