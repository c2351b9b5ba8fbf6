r"""What words, or a sign between matrices, say of something, as relations.

Owns: `predicate`; `is_predicate`, `has_object`: which words these are.

| written | said |
| --- | --- |
| `n \text{ is even}`, `n \text{ is divisible by } 3` | `2 \mid n`, `3 \mid n` |
| `\sqrt{2} \text{ is irrational}`, `x \text{ is positive}` | `\sqrt{2} \notin \mathbb{Q}`, `x > 0` |
| `f \text{ is even}`, `f \text{ is odd}` | `f(-x) = f(x)`, `f(-x) = -f(x)` |
| `f \text{ is increasing on } [1, 2]`, `\text{… for } x > 1`, `f \text{ is convex}` | `\forall x \in [1, 2] : f'(x) \ge 0`, `… f''(x) \ge 0` |
| `f \text{ is continuous at } x = 0` | `\lim_{x \to 0} f(x) = f(0)` |
| `x = 2 \text{ is a local minimum}`, `f \text{ has a minimum at } x = 2` | `f'(2) = 0` and, at 2, the first higher derivative that is not 0 is of even order and positive |
| `A \text{ is symmetric}`, `\text{orthogonal}`, `\text{invertible}` | `A^\top = A`, `A^\top A = I`, `\det A \ne 0` |
| `A \succ 0`, `A \text{ is positive definite}` | its minors are positive (see `orders`) |
| `u, v \text{ are linearly independent}` | the determinant of their dot products is not 0 |
| `\sum_{n=1}^{\infty} \frac{1}{n} \text{ diverges}` | it is `\infty`; to converge is to lie between `-\infty` and `\infty` |

Laws:
- A derivative says where a function increases, and where it is convex, only on an interval on which nothing it is made
  of jumps: there it is of all points.
- Sums, integrals and limits converge; of the terms of a sequence nothing is said.
- A sum that diverges is infinite where nothing in it may be negative; of others nothing is said.
- Of an extremum at which six derivatives are 0 nothing is said.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from mathora.formula.tree.node import Node, mentions, walk
from mathora.formula.tree.orders import DEFINITE, definite, minors, whole_of
from mathora.formula.tree.regrouping import one_of, together
from mathora.formula.tree.statements import (
    AND,
    Application,
    Big,
    Integral,
    Limit,
    Logic,
    Prime,
    Quantified,
    Relation,
    RelationSign,
)
from mathora.formula.tree.terms import (
    Absolute,
    Addition,
    Cases,
    Constant,
    Factorial,
    FunctionName,
    Group,
    IntervalSet,
    Listing,
    Matrix,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Rounded,
    Signed,
    Symbol,
    Transpose,
    Tuple,
    UprightWords,
)
from mathora.formula.tree.vectors import hessian_of

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model, Name

_ZERO: Final = Number("0")
_OF_NUMBERS: Final[dict[str, tuple[RelationSign, Node]]] = {
    "irrational": (r"\notin", Constant(r"\mathbb{Q}")),
    "rational": (r"\in", Constant(r"\mathbb{Q}")),
    "real": (r"\in", Constant(r"\mathbb{R}")),
    "integer": (r"\in", Constant(r"\mathbb{Z}")),
    "positive": (">", _ZERO),
    "negative": ("<", _ZERO),
    "nonnegative": (r"\ge", _ZERO),
    "non-negative": (r"\ge", _ZERO),
}
_CONVERGENT: Final = frozenset({"converges", "convergent"})
_DIVERGENT: Final = frozenset({"diverges", "divergent"})
_SLOPES: Final[dict[str, tuple[int, RelationSign]]] = {
    "increasing": (1, r"\ge"),
    "decreasing": (1, r"\le"),
    "convex": (2, r"\ge"),
    "concave": (2, r"\le"),
}
_DEFINITE: Final = {
    "positive definite": r"\succ",
    "positive semidefinite": r"\succeq",
    "negative definite": r"\prec",
    "negative semidefinite": r"\preceq",
}
_OF_MATRICES: Final = _DEFINITE.keys() | frozenset(
    ["symmetric", "skew-symmetric", "orthogonal", "invertible", "regular", "nonsingular", "singular", "idempotent"]
)
_OF_SEVERAL: Final = {"linearly independent": r"\ne", "linearly dependent": "="}
_PLACES: Final = frozenset(
    f"{before}{kind}{after}"
    for before in ("", "local ", "relative ", "global ")
    for kind in ("minimum", "maximum")
    for after in ("", " at", " of f")
)
_WITH_OBJECT: Final = frozenset(["divisible by", "multiple of", "continuous at"]) | {
    f"{one} {where}" for one in _SLOPES for where in ("on", "for")
}
"""Words behind which something more has to stand, as behind "has a minimum at"."""
_ALL: Final = (
    frozenset(["even", "odd"])
    | frozenset().union(_OF_NUMBERS, _SLOPES, _OF_MATRICES, _OF_SEVERAL, _PLACES, _CONVERGENT, _DIVERGENT, _WITH_OBJECT)
)  # fmt: skip
_WITHOUT_SIGN: Final = (Big, Relation, Symbol, Number, Quotient, Product, Power, Root, Group, Factorial)
_EVEN_ORDERS: Final = (2, 4, 6)


def _plain(words: str) -> str:
    """Words without what joins them to their subject."""
    return " ".join(one for one in words.replace(",", " ").split() if one not in _JOINING)


_JOINING: Final = frozenset(["is", "are", "has", "a", "an", "the", "monotonically"])


def is_predicate(words: str) -> bool:
    """Whether words behind something say what it is."""
    return _plain(words) in _ALL


def has_object(words: str) -> bool:
    """Whether behind these words something more has to stand."""
    return _plain(words) in _WITH_OBJECT or _plain(words).endswith(" at")


def predicate(node: Node, model: Model) -> Node | None:
    """What is said, as relations; None of anything else."""
    match node:
        case Product(factors=(subject, UprightWords(text=words), *more)) if is_predicate(words):
            return _said(subject, _plain(words), more[0] if more else None, model)
        case Relation(operands=operands, operators=signs) if DEFINITE & {*signs}:
            links = zip(pairwise(operands), signs, strict=True)
            parts = [
                definite(*pair, sign, model) if sign in DEFINITE else Relation(pair, (sign,)) for pair, sign in links
            ]
            return None if None in parts else together(tuple(one for one in parts if one is not None))
        case Listing(items=(*before, Product(factors=(last, UprightWords(text=words)))) as items) if (
            _plain(words) in _OF_SEVERAL and len(items) > 1
        ):
            return _of_several((*before, last), _plain(words))
        case _:
            return None


def _said(subject: Node, words: str, more: Node | None, model: Model) -> Node | None:  # noqa: PLR0911 - a row each
    if isinstance(subject, Logic) and set(subject.operators) <= AND:
        return None
    name = model.named(subject)
    if words in _PLACES:
        return _extremum(subject, words, more, model)
    if words in {"divisible by", "multiple of"} and more is not None:
        return Relation((more, subject), (r"\mid",))
    if words in {"even", "odd"}:
        return _parity(subject, words, name)
    if words == "continuous at":
        return _continuous(subject, more, name)
    if words in _CONVERGENT | _DIVERGENT:
        return _limiting(subject, converges=words in _CONVERGENT)
    if (slope := words.removesuffix(" on").removesuffix(" for")) in _SLOPES:
        return None if name is None else _slope(name, slope, more, model)
    if words in _OF_MATRICES:
        return _of_matrix(subject, words, model)
    if words not in _OF_NUMBERS:
        return None
    sign, value = _OF_NUMBERS[words]
    return Relation((subject, value), (sign,))


def _limiting(node: Node, *, converges: bool) -> Node | None:
    """Of a sum, an integral or a limit; the terms of a sequence alone have no value that tells."""
    infinite = Constant(r"\infty")
    if isinstance(node, Group):
        return _limiting(node.body, converges=converges)
    if converges and isinstance(node, Big | Integral | Limit):
        return Relation((Signed("-", infinite), node, infinite), ("<", "<"))
    return Relation((node, infinite), ("=",)) if not converges and _is_nowhere_negative(node) else None


def _is_nowhere_negative(node: Node) -> bool:
    """Whether a sum without end is of terms that their form shows to be at least 0."""
    parts = [part for _, part in walk(node)]
    plain = all(isinstance(part, _WITHOUT_SIGN) or part == Constant(r"\infty") for part in parts)
    letters = {part for part in parts if isinstance(part, Symbol)}
    return plain and isinstance(node, Big) and node.start is not None and letters == {node.index}


# ── functions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _parity(subject: Node, words: str, name: Name | None) -> Node | None:
    if name is None or not name.parameters:
        return Relation((Number("2"), subject if words == "even" else _minus_one(subject)), (r"\mid",))
    if len(name.parameters) > 1:
        return None
    (letter,) = name.parameters
    there, here = (Application(subject, None, (one,)) for one in (Signed("-", letter), letter))
    return Relation((there, here if words == "even" else Signed("-", here)), ("=",))


def _minus_one(node: Node) -> Node:
    return Addition((node, Number("1")), ("-",))


def _continuous(subject: Node, place: Node | None, name: Name | None) -> Node | None:
    match name and name.parameters, place:
        case (letter,), Relation(operands=(there, value), operators=("=",)) if there == letter:
            here, at = (Application(subject, None, (one,)) for one in (letter, value))
            return Relation((Limit(letter, value, here), at), ("=",))
        case _:
            return None


def _slope(name: Name, word: str, where: Node | None, model: Model) -> Node | None:
    order, sign = _SLOPES[word]
    if name.body is None or not _is_smooth(name.body, model):
        return None
    if len(name.parameters) != 1:
        known = order == 2 and where is None and not name.domain and _is_polynomial(name.body)  # noqa: PLR2004
        curved = hessian_of(name)
        return minors(curved, len(curved.rows), strict=False, above=sign == r"\ge") if known else None
    (letter,) = name.parameters
    bounds = (Relation((letter, Constant(r"\mathbb{R}")), (r"\in",)),) if where is None else _interval(letter, where)
    bounds = name.domain if where is None and name.domain else bounds
    if not bounds or not all(_is_connected(one, letter) for one in bounds):
        return None
    if bounds[0].children[0] != letter:  # a quantifier's bound begins with its name
        bounds = (Relation((letter, Constant(r"\mathbb{R}")), (r"\in",)), *bounds)
    claim: Node = Relation((Application(Prime(name.symbol, order), None, (letter,)), _ZERO), (sign,))
    first, *rest = (*bounds, *(name.domain if where is not None else ()))
    return Quantified(r"\forall", first, Logic((together(tuple(rest)), claim), (r"\Rightarrow",)) if rest else claim)


def _is_connected(bound: Node, letter: Symbol) -> bool:
    """Whether what bounds a letter is one interval: the letter itself is compared, or in an interval."""
    match bound:
        case Relation(operands=(one, where), operators=(r"\in",)):
            return one == letter and isinstance(where, IntervalSet | Constant)
        case Relation(operands=sides, operators=signs):
            alone = all(one == letter or not mentions(one, letter) for one in sides)
            return alone and {*signs} <= {"<", ">", r"\le", r"\ge"}
        case _:
            return False


def _interval(letter: Symbol, where: Node) -> tuple[Node, ...]:
    match where:
        case IntervalSet() | Constant(name=r"\mathbb{R}"):
            return (Relation((letter, where), (r"\in",)),)
        case Relation():
            return (where,) if mentions(where, letter) else ()
        case Tuple(items=(low, high)):
            return (Relation((letter, IntervalSet(low, high, "(", ")")), (r"\in",)),)
        case _:
            return ()


def _is_smooth(body: Node, model: Model) -> bool:
    """Whether nothing in a body, or in what it names, jumps or has a corner; poles are seen by its value."""
    for _, part in walk(body):
        known = model.named(part)
        if isinstance(part, Cases | Rounded | Absolute) or (
            isinstance(part, FunctionName) and part.name in {"max", "min", "sgn", "sign"}
        ):
            return False
        if (
            known is not None
            and (known.parameters or known.body is not None)
            and not (known.body is not None and _is_smooth(known.body, model))
        ):
            return False
    return True


def _is_polynomial(body: Node) -> bool:
    parts = (part for _, part in walk(body))
    return all(
        isinstance(part, Symbol | Number | Addition | Product | Group | Signed)
        or (isinstance(part, Power) and isinstance(part.exponent, Number))
        for part in parts
    )


def _extremum(subject: Node, words: str, more: Node | None, model: Model) -> Node | None:
    """An extremum inside, by the derivatives there, of the only function that the model has of this letter."""
    place = more if words.endswith(" at") else subject
    match place:
        case Relation(operands=(Symbol() as letter, value), operators=("=",)):
            known = [one for one in model.functions.values() if one.parameters == (letter,) and one.body is not None]
        case _:
            return None
    named = [one for one in known if one.symbol == subject] if words.endswith(" at") else known
    if len(named) != 1 or named[0].body is None or not _is_smooth(named[0].body, model) or named[0].domain:
        return None
    function, above = named[0].symbol, "minimum" in words

    def derived(order: int, sign: RelationSign) -> Node:
        return Relation((Application(Prime(function, order), None, (value,)), _ZERO), (sign,))

    if words.startswith("global"):
        here, there = (Application(function, None, (one,)) for one in (letter, value))
        return Relation((here, there), (r"\ge" if above else r"\le",))
    ways = (
        together((*(derived(one, "=") for one in range(2, order)), derived(order, ">" if above else "<")))
        for order in _EVEN_ORDERS
    )
    return together((derived(1, "="), one_of(tuple(ways))))


# ── matrices and vectors ──────────────────────────────────────────────────────────────────────────────────────────────


def _of_matrix(subject: Node, words: str, model: Model) -> Node | None:  # noqa: PLR0911 - a row each
    turned = Transpose(whole_of(subject), r"\top")
    determinant = Application(FunctionName("det"), None, (subject,))
    match words:
        case "symmetric":
            return Relation((turned, subject), ("=",))
        case "skew-symmetric":
            return Relation((turned, Signed("-", whole_of(subject))), ("=",))
        case "orthogonal":
            return Relation((Product((turned, whole_of(subject)), ("",)), Symbol("I")), ("=",))
        case "idempotent":
            return Relation((Power(whole_of(subject), Number("2")), subject), ("=",))
        case "singular":
            return Relation((determinant, _ZERO), ("=",))
        case "invertible" | "regular" | "nonsingular":
            return Relation((determinant, _ZERO), (r"\ne",))
        case _:
            return definite(subject, _ZERO, _DEFINITE[words], model)


def _of_several(vectors: tuple[Node, ...], words: str) -> Node:
    """By J. P. Gram's determinant of their dot products."""
    rows = tuple(tuple(Product((one, other), (r"\cdot",)) for other in vectors) for one in vectors)
    sign: Literal["=", r"\ne"] = "=" if words == "linearly dependent" else r"\ne"
    return Relation((Matrix(rows, "vmatrix"), _ZERO), (sign,))
