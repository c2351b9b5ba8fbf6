r"""What words say that one thing is of another, as relations: a root, an eigenvector, a critical point.

Owns: `OF_ANOTHER`, `singular`, `relating`, `spectrum`; `SECOND`: by which words a second object follows.

| written | said |
| --- | --- |
| `x = 2 \text{ is a root of } x^2 - 4`, `x = 3 \text{ solves } x^2 = 9`, `f \text{ has a zero at } x = 2` | `2^2 - 4 = 0`, `3^2 = 9`, `f(2) = 0` |
| `3 \text{ is an eigenvalue of } A` | `\det(A - 3I) = 0` |
| `\sigma(A) = \{1, 4\}` | for all real λ, `\det(A - \lambda I) = (1 - \lambda)(4 - \lambda)` |
| `v \text{ is an eigenvector of } A`, `\text{… for } \lambda = 3` | `Av \cdot Av \; v \cdot v = (Av \cdot v)^2`, `Av = 3v`; v is not 0 |
| `(0, 0) \text{ is a critical point of } f`, `f \text{ has a critical point at } (0, 0)` | `\nabla f(0, 0) = (0, 0)` |
| `(0, 0) \text{ is a saddle point of } f`, `\text{local minimum}`, `\text{local maximum}` | and the Hessian there is indefinite, positive definite, negative definite |
| `x = 1 \text{ is an inflection point of } f` | `f''(1) = 0`, and the first higher derivative that is not 0 is of odd order |
| `n \text{ is divisible by } 3` | `3 \mid n` |
| `f \text{ is continuous at } x = 0` | `\lim_{x \to 0} f(x) = f(0)` |
| `f \text{ is periodic with period } p` | see `all_values` |
| `\{u, v\} \text{ is a basis of } \mathbb{R}^2` | the determinant of their dot products is not 0, and they are 2 |
| `f \text{ is differentiable at } x = 0` | the difference quotient has a limit |

Laws:
- An eigenvector without its eigenvalue is one of a real matrix, by Cauchy's and Schwarz' equality.
- Where the Hessian is singular, nothing is said of the kind of the point.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from mathora.formula import tree as t
from mathora.formula.calculus.breaks import STEP, continuous_at, has_a_value, jump_at, jumps, slope_at, torn
from mathora.formula.calculus.premises import with_functions_put_in
from mathora.formula.linear_algebra.orders import minors, shape, whole_of
from mathora.formula.linear_algebra.vectors import hessian_of
from mathora.formula.predicates.all_values import of_values
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.regrouping import one_of
from mathora.formula.tree.substitution import substituted

_ZERO: Final = t.Number("0")
_ODD_ORDERS: Final = (3, 5, 7, 9, 11)


def relating(whole: t.Product, words: str, model: Model) -> t.Node | None:
    """What a subject, words and their object (and a second one) say; None if nothing is known of such."""
    subject, _, other, *more = whole.factors
    words = singular(words)
    if isinstance(subject, t.Listing) and words != "basis of":
        of_each = (replace(whole, factors=(one, *whole.factors[1:])) for one in subject.items)
        each = t.all_known(relating(one, words, model) for one in of_each)
        return None if each is None else t.together(each)
    row = _ROWS.get(words)
    if row is not None:
        return row(subject, other, model)
    if words == "eigenvector of":
        return _eigenvector(subject, other, more[1] if more else None, model)
    function, place = (subject, other) if words.endswith(" at") else (other, subject)
    name = model.named(function)
    point = _point(place, name)
    if name is None or name.body is None or len(point) != len(name.parameters):
        return None
    return _at_point(words.rpartition(" ")[0].split()[-2:], name, point, whole)


def singular(words: str) -> str:
    """`roots of` as `root of`."""
    what, _, joining = words.rpartition(" ")
    return words if words in OF_ANOTHER or not what.endswith("s") else f"{what[:-1]} {joining}"


def _at_point(kind: list[str], name: Name, point: tuple[t.Node, ...], whole: t.Node) -> t.Node | None:
    match kind:
        case ["critical" | "stationary", "point"]:
            return _flat(name, point)
        case ["inflection", "point"] if len(point) == 1:
            return one_of(first_derivative(name.symbol, point[0], _ODD_ORDERS, r"\ne"))
        case ["saddle"] | ["saddle", "point"] | [*_, "minimum" | "maximum"] if len(point) > 1:
            return t.together((_flat(name, point), _of_kind(kind[-1], name, point, whole)))
        case _:
            return None


def _point(place: t.Node, name: Name | None) -> tuple[t.Node, ...]:
    """The values of a function's variables: `(0, 1)`, `x = 2`, `(x, y) = (0, 1)`, `2`."""
    match place:
        case t.Relation((one, value), ("=",)) if name is not None and one in (
            t.Tuple(name.parameters), *name.parameters[:1],
        ):  # fmt: skip
            return _point(value, name)
        case t.Tuple(items):
            return items
        case t.Relation():
            return ()
        case _:
            return (place,)


def _flat(name: Name, point: tuple[t.Node, ...]) -> t.Node:
    if len(point) == 1:
        return derived(name.symbol, 1, point[0], "=")
    slope = t.Application(t.Nabla("gradient", None, name.symbol), None, point)
    return t.Relation((slope, t.Tuple((_ZERO,) * len(point))), ("=",))


def derived(function: t.Symbol, order: int, place: t.Node, sign: t.RelationSign) -> t.Relation:
    """How a derivative of a function of one variable compares with 0 at a place."""
    return t.Relation((t.Application(t.Prime(function, order), None, (place,)), _ZERO), (sign,))


def first_derivative(
    function: t.Symbol, place: t.Node, orders: Sequence[int], sign: t.RelationSign
) -> tuple[t.Node, ...]:
    """The ways in which the first derivative from the second on that is not 0 is of one of these orders, and so."""
    return tuple(
        t.together(
            (*(derived(function, one, place, "=") for one in range(2, order)), derived(function, order, place, sign))
        )
        for order in orders
    )


def gramian(vectors: Sequence[t.Node]) -> t.Matrix:
    """J. P. Gram's determinant of dot products, which is 0 where the vectors depend on each other."""
    return t.Matrix(tuple(tuple(_dot(one, other) for other in vectors) for one in vectors), "vmatrix")


def _of_kind(kind: str, name: Name, point: tuple[t.Node, ...], whole: t.Node) -> t.Node:
    """By the second derivatives, where their determinant is not 0."""
    curved, size = hessian_of(name, point), len(point)
    determinant = t.Application(t.FunctionName("det"), None, (curved,))
    singular = t.Relation((determinant, _ZERO), ("=",))
    if kind in {"minimum", "maximum"}:
        signs = t.taken_apart(minors(curved, size, strict=True, above=kind == "minimum"))
    else:
        signs = (t.Relation((determinant, _ZERO), ("<",)),) if size == 2 else (whole,)  # noqa: PLR2004 - two variables
    return t.together(tuple(one_of((sign, other)) for sign in signs for other in (singular, whole)))


def _root(subject: t.Node, other: t.Node, model: Model) -> t.Node | None:
    """A value in the place of a letter of an equation, or of a term that is to be 0; a function in its own equation."""
    name = model.named(other)
    there: t.Node | None = other
    if name is not None and name.parameters:
        point = _point(subject, name)
        there = t.Application(other, None, point) if len(point) == len(name.parameters) else None
    elif any(isinstance(one, t.Prime | t.Derivative) for _, one in t.walk(other)):
        return with_functions_put_in(t.Logic((subject, other), (r"\Rightarrow",)), model)
    else:
        for letter, value in _values(subject, other, model) or ((STEP, None),):
            there = substituted(there, letter, value) if there is not None and value is not None else None
    if there is None or isinstance(there, t.Relation):
        return there
    return t.Relation((there, _ZERO), ("=",))


def _values(subject: t.Node, other: t.Node, model: Model) -> tuple[tuple[t.Symbol, t.Node], ...]:
    """Which letters stand for what: the named one, the only one, or all in the order of the alphabet."""
    found = {one for one in t.symbols(other) if model.is_free(one)}
    free = sorted(found, key=symbol_key)
    match subject:
        case t.Relation((t.Symbol() as letter, value), ("=",)) if letter in free:
            return ((letter, value),)
        case t.Relation():
            return ()
        case t.Tuple(items) if len(items) == len(free):
            return tuple(zip(free, items, strict=True))
        case _:
            return ((free[0], subject),) if len(free) == 1 else ()


def _zero_at(subject: t.Node, other: t.Node, model: Model) -> t.Node | None:
    return _root(other, subject, model) if model.named(subject) else None


def _eigenvalue(subject: t.Node, other: t.Node, model: Model) -> t.Node | None:
    value = _value(subject, model)
    if value is None:
        return None
    left = t.Addition((whole_of(other), t.Product((whole_of(value), t.Symbol("I")), ("",))), ("-",))
    return t.Relation((t.Application(t.FunctionName("det"), None, (left,)), _ZERO), ("=",))


def spectrum(node: t.Node, model: Model) -> t.Node | None:
    r"""`\sigma(A) = \{1, 4\}` of a matrix of the model, by its characteristic polynomial; None of anything else."""
    match node:
        case t.Relation((t.Application(t.Symbol(r"\sigma") as head, arguments=(of,)), t.SetLiteral(items)), ("=",)) if (
            model.named(head) is None and (size := shape(of, model)) and len({*size}) == 1
        ):
            letter = t.Symbol(r"\lambda", accents=("tilde",))
            places = range(size[0])
            unit = t.Matrix(tuple(tuple(t.Number(str(int(one == other))) for other in places) for one in places))
            root = t.replaced(_eigenvalue(letter, of, Model({})) or node, t.Symbol("I"), unit)
        case _:
            return None
    ways = [one for one in product(range(1, size[0] + 1), repeat=len(items)) if sum(one) == size[0]]
    if not isinstance(root, t.Relation) or not 1 <= len(ways) <= _MOST_WAYS:
        return None
    bound = t.Relation((letter, t.Constant(r"\mathbb{R}")), (r"\in",))
    factors = [t.Group(t.Addition((one, letter), ("-",))) for one in items]
    powers = ([t.Power(one, t.Number(str(times))) for one, times in zip(factors, way, strict=True)] for way in ways)
    polynomials = (t.side_by_side(tuple(some)) if some[1:] else some[0] for some in powers)
    return one_of(
        tuple(t.Quantified(r"\forall", bound, replace(root, operands=(root.operands[0], one))) for one in polynomials)
    )


_MOST_WAYS: Final = 6


def _value(node: t.Node, model: Model) -> t.Node | None:
    r"""What `\lambda = 3` says of a letter that may be any; all else is its own value."""
    match node:
        case t.Relation((t.Symbol() as letter, value), ("=",)) if model.is_free(letter):
            return value
        case t.Relation():
            return None
        case _:
            return node


def _eigenvector(named: t.Node, other: t.Node, factor: t.Node | None, model: Model) -> t.Node | None:
    subject = _value(named, model)
    value = None if factor is None else _value(factor, model)
    if subject is None or (shape(subject, model) or (0, 0))[1] != 1 or (factor is not None and value is None):
        return None
    turned = t.Product((whole_of(other), whole_of(subject)), ("",))
    if value is not None:
        held = t.Relation((turned, t.Product((whole_of(value), whole_of(subject)), ("",))), ("=",))
    else:
        along = t.Group(_dot(turned, subject))
        squares = t.Product((t.Group(_dot(turned, turned)), t.Group(_dot(subject, subject))), ("",))
        held = t.Relation((squares, t.Power(along, t.Number("2"))), ("=",))
    return t.together((held, t.Relation((t.Norm(subject, None), _ZERO), (r"\ne",))))


def _dot(one: t.Node, other: t.Node) -> t.Node:
    return t.Product((t.Group(one), t.Group(other)), (r"\cdot",))


def _divisible(subject: t.Node, other: t.Node, _: Model) -> t.Node:
    return t.Relation((other, subject), (r"\mid",))


def _dividing(subject: t.Node, other: t.Node, _: Model) -> t.Node:
    return t.Relation((subject, other), (r"\mid",))


def _eigenvalues(subject: t.Node, other: t.Node, model: Model) -> t.Node | None:
    items = other.items if isinstance(other, t.Listing) else (other,)
    of = t.Application(t.Symbol(r"\sigma", accents=("tilde",)), None, (subject,))
    return spectrum(t.Relation((of, t.SetLiteral(items)), ("=",)), model)


def _continuous(subject: t.Node, other: t.Node, model: Model) -> t.Node | None:
    name = model.named(subject)
    point = _point(other, name)
    return continuous_at(name, point[0]) if name is not None and len(name.parameters) == len(point) == 1 else None


def _differentiable(subject: t.Node, other: t.Node, model: Model) -> t.Node | None:
    name = model.named(subject)
    point = _point(other, name)
    if name is None or name.body is None or len(point) != 1 or len(name.parameters) != 1:
        return None
    return has_a_value(slope_at(subject, point[0]))


def jumping(subject: t.Node, words: str, more: Sequence[t.Node], model: Model) -> t.Node | None:
    """That a function is not continuous, or differentiable, at a place: what it comes to from a side is not that."""
    name = model.named(subject)
    if name is None or name.body is None or len(name.parameters) != 1:
        return None
    match words, _point(more[0], name) if more else ():
        case "continuous", ():
            return jumps(name)
        case "continuous at", (place,):
            return jump_at(name, place)
        case "differentiable at", (place,):
            return torn(slope_at(subject, place))
        case _:
            return None


def _periodic(subject: t.Node, other: t.Node, model: Model) -> t.Node | None:
    name = model.named(subject)
    return None if name is None else of_values(name, "periodic", other)


def _basis(subject: t.Node, space: t.Node, model: Model) -> t.Node | None:
    """As many vectors as the space is wide, of which J. P. Gram's determinant is not 0."""
    items = subject.items if isinstance(subject, t.SetLiteral | t.Listing) else ()
    match space:
        case t.Power(t.Constant(r"\mathbb{R}"), t.Number(width)) if items and all(
            shape(one, model) == (int(width), 1) for one in items
        ):
            many = t.Relation((t.Number(str(len(items))), space.exponent), ("=",))
            return t.together((many, t.Relation((gramian(items), _ZERO), (r"\ne",))))
        case _:
            return None


_ROWS: Final[Mapping[str, Callable[[t.Node, t.Node, Model], t.Node | None]]] = {
    **dict.fromkeys(("root of", "zero of", "solution of", "solution to", "solves", "satisfies"), _root),
    **dict.fromkeys(("zero at", "root at"), _zero_at),
    **dict.fromkeys(("divisible by", "multiple of"), _divisible),
    **dict.fromkeys(("divisor of", "factor of"), _dividing),
    "eigenvalue of": _eigenvalue,
    "eigenvalue": lambda subject, other, model: _eigenvalue(other, subject, model),
    "eigenvalues": _eigenvalues,
    "continuous at": _continuous,
    "differentiable at": _differentiable,
    "periodic with period": _periodic,
    "basis of": _basis,
}
_POINTS: Final = ("critical point", "stationary point", "saddle point", "inflection point", "saddle")
_EXTREMA: Final = tuple(f"{near}{kind}" for near in ("", "local ", "relative ") for kind in ("minimum", "maximum"))
OF_ANOTHER: Final = frozenset({*_ROWS, "eigenvector of"}) | {
    f"{kind} {joining}" for kind in (*_POINTS, *_EXTREMA) for joining in ("of", "at")
}
"""Words in the singular, without what joins them to their subject, behind which what they speak of has to stand."""
SECOND: Final[Mapping[str, frozenset[str]]] = {
    "eigenvector of": frozenset(
        f"{before}{what}"
        for before in ("for", "to", "with", "for the", "to the", "with the")
        for what in ("", " eigenvalue")
    )
}
"""Words behind the object, by the words before it, behind which a second object stands."""
