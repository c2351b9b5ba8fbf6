r"""Names that linear algebra has without a declaration.

Owns: `known_by_spelling`, the names; `of_known_name`, what they stand for; `with_imaginary_unit`;
`is_delta`, `is_delta_by_cases`, `with_delta_apart`, `with_totients`.

| written, and not declared | stands for |
| --- | --- |
| `\delta_{ij}`, `\delta_{12}` | 1 where both indices are the same, else 0 |
| `\operatorname{proj}_u v` | `\frac{u \cdot v}{u \cdot u} u` |
| `H_f`, `H_f(1, 2)`, where the model says what f(x, y) is | the matrix of its second derivatives, at (1, 2) |
| `J_F`, `J_F(1, 2)`, where the model says the components of F(x, y) | the matrix of their slopes, at (1, 2) |
| `\operatorname{adj}(A)` of a square matrix of at most four rows | its cofactors, turned |
| `\mathcal{L}\{f(t)\}` | see `transforms` |
| `e^{j \omega t}`, where j is no index | `e^{i \omega t}` (see `with_imaginary_unit`) |
| `|\mathcal{P}(S)|` of a finite set | `2^{|S|}` |
| `\varphi(12)` beside whole numbers (L. Euler) | how many of 1, …, 12 have no factor with 12 in common: `4` |
| `\det(a, b, c)`, `[a \; b]`, `\begin{pmatrix} a & b \end{pmatrix}` of vectors | the matrix with these columns |
| a determinant whose first row is `\mathbf{i}`, `\mathbf{j}`, `\mathbf{k}` | the vector of the minors along that row |

Law: what the model declares, or a formula says left of its first `=`, is what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import gcd
from typing import Final

from mathora.formula import tree as t
from mathora.formula.linear_algebra.identities import identities
from mathora.formula.linear_algebra.orders import shape
from mathora.formula.linear_algebra.transforms import transformed_names
from mathora.formula.linear_algebra.vectors import hessian_of
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational
from mathora.formula.tree.substitution import bound_names

_ENGINEERS_I: Final = t.Symbol("j")
_POWER_SET: Final = t.Symbol("P", "mathcal")
_AXES: Final = tuple(t.Symbol(letter, "mathbf") for letter in "ijk")


def known_by_spelling(node: t.Node, model: Model) -> frozenset[t.Symbol]:
    """The undeclared names of a formula that stand for something by themselves."""
    said = {one.operands[0] for one in t.statements(node) if isinstance(one, t.Relation)}
    parts = [part for _, part in t.walk(node)]
    names = {
        one
        for one in parts
        if isinstance(one, t.Symbol)
        and (one == _ADJUGATE or any(has(one, model) for has in (_places, _onto, _is_hessian, _parts)))
    }
    axes = {axis for one in parts if _is_along_axes(one, model) for axis in _AXES}
    counts = {head for head, _ in _totients(node, model).values()}
    subsets = {_POWER_SET for one in parts if _subsets_of(one, model) is not None}
    return (
        identities(node, model)
        | (names - said)
        | axes
        | subsets
        | counts
        | transformed_names(node, model)
        | _imaginary(parts, model)
    )


def with_imaginary_unit(node: t.Node, model: Model) -> t.Node:
    """A formula with i for the j that engineers write."""
    parts = [part for _, part in t.walk(node)]
    return t.replaced(node, _ENGINEERS_I, t.Constant("i")) if _imaginary(parts, model) else node


def _imaginary(parts: list[t.Node], model: Model) -> frozenset[t.Symbol]:
    """The j of a power of e, where the model has no j, and it is bound by nothing and no index."""
    waves = [
        part.exponent if isinstance(part, t.Power) else t.Group(part.arguments[0])
        for part in parts
        if (isinstance(part, t.Power) and part.base == t.Constant("e"))
        or (isinstance(part, t.Application) and part.head == t.FunctionName("exp") and part.arguments)
    ]
    if symbol_key(_ENGINEERS_I) in model or not any(t.mentions(one, _ENGINEERS_I) for one in waves):
        return frozenset()
    below = [one for part in parts if isinstance(part, t.Symbol) for one in (part.subscript, part.superscript)]
    places = [inner for part in parts if isinstance(part, t.Component) for inner in part.children[1:]]
    index = any(one is not None and t.mentions(one, _ENGINEERS_I) for one in (*below, *places))
    bound = any(
        _ENGINEERS_I in bound_names(part)
        or (isinstance(part, t.Derivative) and _ENGINEERS_I in part.variables)
        or (isinstance(part, t.Extremum) and t.mentions(part.under, _ENGINEERS_I))
        for part in parts
    )
    return frozenset() if index or bound else frozenset({_ENGINEERS_I})


def of_known_name(node: t.Node, model: Model) -> t.Node | None:  # noqa: C901, PLR0911, PLR0912 - a row each
    """What a name, or a part with one, stands for; None of anything else."""
    match node:
        case t.Symbol(subscript=below) if _is_hessian(node, model):
            return None if (name := model.named(below)) is None else hessian_of(name)
        case t.Application(t.Symbol(subscript=below) as head, None, place) if _is_hessian(head, model):
            name = model.named(below)
            return None if name is None else hessian_of(name, () if place == name.parameters else place)
        case t.Symbol() if parts := _parts(node, model):
            return _jacobian(parts, node, (), model)
        case t.Application(t.Symbol() as head, None, place) if parts := _parts(head, model):
            return _jacobian(parts, head, place, model)
        case t.Symbol() if places := _places(node, model):
            one, other = places
            if isinstance(one, t.Number) and isinstance(other, t.Number):
                return t.Number(str(int(one == other)))
            rows = (
                t.Case(t.Number("1"), t.Relation(places, ("=",))),
                t.Case(t.Number("0"), t.UprightWords("otherwise")),
            )
            return t.Group(t.Cases(rows))
        case t.Application(t.Symbol() as head, None, (vector,)) if along := _onto(head, model):
            return _shadow(along, vector)
        case t.Absolute(inside) if (listed := _subsets_of(inside, model)) is not None:
            return t.Power(t.Number("2"), t.Absolute(listed))
        case t.Application(head, None, (matrix,)) if head == _ADJUGATE:
            return _adjugate(matrix, model)
        case t.Product((head, matrix), ("",)) if head == _ADJUGATE:
            return _adjugate(matrix, model)
        case t.Product((*before, head, matrix), (*signs, "")) if head == _ADJUGATE:
            told = _adjugate(matrix, model)
            return None if told is None else t.Product((*before, told), tuple(signs))
        case t.Product(factors, signs):
            for at, (one, beside) in enumerate(zip(factors, signs, strict=False)):
                along = _onto(one, model) if isinstance(one, t.Symbol) and not beside else None
                if along is not None:
                    whole = (*factors[:at], _shadow(along, factors[at + 1]), *factors[at + 2 :])
                    return t.Product(whole, (*signs[:at], *signs[at + 1 :])) if whole[1:] else whole[0]
            return None
        case t.Application(t.FunctionName("det") as head, None, arguments, bracket):
            alone = bracket == "[" and len(arguments) == 1
            placed = _columns(arguments[0], model) if alone else arguments
            joined = _side_by_side(placed, model) if placed[1:] else None
            return None if joined is None else t.Application(head, None, (joined,))
        case t.Group(body, "["):
            return _side_by_side(_columns(body, model), model)
        case t.Matrix(((_, _, *_) as columns,)):
            return None if (joined := _side_by_side(columns, model)) is None else replace(node, rows=joined.rows)
        case t.Matrix((_, one, other)) if _is_along_axes(node, model):
            first, middle, last = ([row[:at] + row[at + 1 :] for row in (one, other)] for at in range(3))
            return t.Tuple((_minor(*first), t.Signed("-", t.Group(_minor(*middle))), _minor(*last)))
        case _:
            return None


def _columns(beside: t.Node, model: Model) -> tuple[t.Node, ...]:
    r"""The columns of `[A u \; A v]`: each ends with a vector."""
    if not isinstance(beside, t.Product) or any(beside.operators):
        return ()
    found, start = list[t.Node](), 0
    for at, one in enumerate(beside.factors, start=1):
        if (size := shape(one, model)) is not None and size[1] == 1:
            whole = beside.factors[start:at]
            found.append(whole[0] if len(whole) == 1 else t.Product(whole, beside.operators[start : at - 1]))
            start = at
    return tuple(found) if start == len(beside.factors) and len(found) > 1 else ()


def _side_by_side(columns: tuple[t.Node, ...], model: Model) -> t.Matrix | None:
    """The matrix that vectors of one length are the columns of."""
    sizes = {shape(one, model) for one in columns}
    size = sizes.pop() if len(sizes) == 1 else None
    if size is None or size[1] != 1:
        return None
    places = (t.Number(str(at)) for at in range(1, size[0] + 1))
    return t.Matrix(tuple(tuple(t.Component(t.Group(one), at) for one in columns) for at in places), "pmatrix")


def _totients(node: t.Node, model: Model) -> dict[t.Node, tuple[t.Symbol, t.Node]]:
    r"""Each `\varphi(12)` of a formula of whole numbers, where that letter stands nowhere else, with its value."""
    parts = [part for _, part in t.walk(node)]
    found = {one: told for one in parts if (told := _totient(one, model)) is not None}
    if any(
        parts.count(head) != sum(t.symbols(one).count(head) for one in parts if one in found)
        for head, _ in found.values()
    ):
        return {}
    whole = all(not part.decimals for part in parts if isinstance(part, t.Number)) and not any(
        (isinstance(part, t.Constant | t.Application | t.Root) and part not in found)
        or r"\approx" in getattr(part, "operators", ())
        for part in parts
    )
    return found if whole else {}


def with_totients(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node:
    """A formula with what `_totients` finds; the same where a given speaks of the letter."""
    for part, (head, count) in _totients(node, model).items():
        node = node if any(t.mentions(one, head) for one in givens) else t.replaced(node, part, count)
    return node


def _totient(node: t.Node, model: Model) -> tuple[t.Symbol, t.Node] | None:
    match node:
        case t.Application(t.Symbol() as head, None, (t.Number(digits),)):
            rest, signs = (), ()
        case t.Product((t.Symbol() as head, t.Group(t.Number(digits)), *rest), ("", *signs)):
            pass
        case _:
            return None
    if head not in _TOTIENTS or symbol_key(head) in model or not digits.isdigit():
        return None
    if not 0 < (number := int(digits)) <= _MOST_COUNTED:
        return None
    count = t.Number(str(sum(gcd(one, number) == 1 for one in range(1, number + 1))))
    return head, t.Product((count, *rest), tuple(signs)) if rest else count


def _subsets_of(node: t.Node, model: Model) -> t.Node | None:
    r"""The set of numbers in `\mathcal{P}(S)`, where nothing says what that letter is; letters may be equal."""
    match node:
        case t.Product((one, t.Group(body)), ("",)) | t.Application(one, None, (body,)) if one == _POWER_SET:
            name = model.named(body)
            listed = body if name is None else name.body
            known = isinstance(listed, t.SetLiteral) and None not in map(rational, listed.items)
            return body if known and model.is_free(_POWER_SET) else None
        case _:
            return None


def _adjugate(matrix: t.Node, model: Model) -> t.Node | None:
    """The matrix of the cofactors of a square matrix, turned; None where the model has the name, or no small size."""
    size = shape(matrix, model)
    if symbol_key(_ADJUGATE) in model or size is None or size[0] != size[1] or not 1 < size[0] <= _LARGEST:
        return None
    places = range(1, size[0] + 1)
    return t.Matrix(tuple(tuple(_cofactor(t.Group(matrix), j, i, places) for j in places) for i in places), "pmatrix")


def _cofactor(whole: t.Node, row: int, column: int, places: range) -> t.Node:
    left = [tuple(t.Component(whole, t.Number(f"{i}{j}")) for j in places if j != column) for i in places if i != row]
    minor: t.Node = t.Matrix(tuple(left), "vmatrix") if len(left) > 1 else left[0][0]
    return minor if (row + column) % 2 == 0 else t.Signed("-", minor)


_TOTIENTS: Final = frozenset({t.Symbol(r"\varphi"), t.Symbol(r"\phi")})
_MOST_COUNTED: Final = 100_000
_ADJUGATE: Final = t.Symbol("adj", "operatorname")
_LARGEST: Final = 4


def is_delta(node: t.Node, model: Model) -> bool:
    """Whether it is a Kronecker delta of two letters without a value, of which `=` may say what it is."""
    places = _places(node, model) if isinstance(node, t.Symbol) else None
    free = places is not None and all(isinstance(one, t.Symbol) and model.is_free(one) for one in places)
    return free and places is not None and places[0] != places[1]


def with_delta_apart(node: t.Node, model: Model) -> t.Node:
    r"""`\int … dx = \pi \delta_{mn}` of two whole numbers, where they are equal and where they are not."""
    deltas = {part for part in t.symbols(node) if is_delta(part, model)} if isinstance(node, t.Relation) else set()
    places = _places(one, model) if len(deltas) == 1 and (one := next(iter(deltas))) else None
    if places is None or is_delta(node.children[0], model):
        return node
    left, right = places
    summed = any(
        isinstance(part, t.Integral | t.Big) and {left, right} <= {*t.symbols(part)} for _, part in t.walk(node)
    )
    if not summed or any(model.kind_of(one) not in {"integer", "natural"} for one in places):
        return node
    alike, apart = (t.replaced(node, one, t.Number(value)) for value in "10")
    unequal = t.Logic((t.Relation(places, (r"\ne",)), apart), (r"\Rightarrow",))
    return t.together((t.replaced(alike, left, right), unequal))


def is_delta_by_cases(delta: t.Node, node: t.Node) -> bool:
    r"""Whether cases say what a Kronecker delta is: 1 where its letters are equal, 0 elsewhere."""
    signs, letters = {"1": "=", "0": r"\ne"}, {one for _, one in t.walk(delta) if one is not delta}
    rows, told = node.rows if isinstance(node, t.Cases) else (), list[str]()
    for row in rows:
        value = row.value.text if isinstance(row.value, t.Number) else ""
        if isinstance(row.condition, t.Relation):
            sides = {*row.condition.operands}
            if row.condition.operators != (signs.get(value),) or len(sides) != 2 or not sides <= letters:  # noqa: PLR2004
                return False
            told.append(value)
        else:
            told.append(value if value in signs else "")
    return sorted(told) == ["0", "1"] and any(isinstance(one.condition, t.Relation) for one in rows)


def _places(symbol: t.Symbol, model: Model) -> tuple[t.Node, t.Node] | None:
    """Row and column of a Kronecker delta."""
    if symbol != t.Symbol(r"\delta", subscript=symbol.subscript) or any(
        key in model for key in (r"\delta", symbol_key(symbol))
    ):
        return None
    match symbol.subscript:
        case t.Number(digits) if len(digits) == 2:  # noqa: PLR2004 - row and column
            return t.Number(digits[0]), t.Number(digits[1])
        case t.Product((one, other)) | t.Listing((one, other)):
            return one, other
        case _:
            return None


def _onto(symbol: t.Symbol, model: Model) -> t.Node | None:
    """The vector onto which a projection goes."""
    plain = symbol == t.Symbol("proj", "operatorname", subscript=symbol.subscript)
    return symbol.subscript if plain and symbol_key(symbol) not in model else None


def _is_hessian(symbol: t.Symbol, model: Model) -> bool:
    """Whether it is `H_f` of a known function f of several variables."""
    name = model.named(symbol.subscript) if symbol == t.Symbol("H", subscript=symbol.subscript) else None
    known = name is not None and name.body is not None and len(name.parameters) > 1
    return known and symbol_key(symbol) not in model


def _parts(symbol: t.Symbol, model: Model) -> tuple[t.Node, ...]:
    """The components of F, where the name is `J_F` of a known F; none of any other."""
    name = model.named(symbol.subscript) if symbol == t.Symbol("J", subscript=symbol.subscript) else None
    if name is None or not name.parameters or symbol_key(symbol) in model:
        return ()
    match name.body:
        case t.Tuple(items=items):
            return items
        case t.Matrix(rows=rows) if {len(row) for row in rows} == {1}:
            return tuple(one for (one,) in rows)
        case body:
            return () if body is None else (body,)


def _jacobian(parts: tuple[t.Node, ...], symbol: t.Symbol, place: tuple[t.Node, ...], model: Model) -> t.Node | None:
    """Row by row the slopes of each component, by each of the variables, at a place."""
    name = model.named(symbol.subscript)
    letters = () if name is None else name.parameters
    there = tuple(t.Relation(pair, ("=",)) for pair in zip(letters, place, strict=False))
    if place not in {(), letters} and len(there) != len(letters):
        return None

    def slope(part: t.Node, letter: t.Symbol) -> t.Node:
        found = t.Derivative(r"\partial", t.Group(part), (letter,), (1,), inline=False)
        return (
            found if place in {(), letters} else t.Evaluated(found, t.Listing(there) if there[1:] else there[0], None)
        )

    return t.Matrix(tuple(tuple(slope(one, letter) for letter in letters) for one in parts), "pmatrix")


def _shadow(along: t.Node, vector: t.Node) -> t.Node:
    part = t.Quotient(t.Product((along, vector), (r"\cdot",)), t.Product((along, along), (r"\cdot",)))
    return t.Group(t.side_by_side((t.Group(part), along)))


def _is_along_axes(node: t.Node, model: Model) -> bool:
    axes = isinstance(node, t.Matrix) and node.bracket == "vmatrix" and len(node.rows) == 3 and node.rows[0] == _AXES  # noqa: PLR2004
    return axes and not any(symbol_key(one) in model for one in _AXES)


def _minor(one: tuple[t.Node, ...], other: tuple[t.Node, ...]) -> t.Node:
    return t.Addition((t.side_by_side((one[0], other[1])), t.side_by_side((one[1], other[0]))), ("-",))
