r"""Entries of vectors and matrices, and the indices that run through them.

Owns: `with_ranges`, by which a sum over all components has ends; `of_each_member`, by which a statement of an index is
one of each of its values; `with_entries` and `array_of`, by which letters are entries.

| written | stands for |
| --- | --- |
| `u_1`, `a_{12}`, where the model has `\mathbf{u}` and A, and no u or a with indices | `\mathbf{u}_1`, `A_{12}` |
| `\sum_i x_i`, `\sum_{i, j} A_{ij}` | `\sum_{i=1}^{3} x_i`, where x has three components, or three data |
| `\sum_i x_i` of a model with `\bar x: \frac1n \sum_{i=1}^n x_i`, or beside such a sum | `\sum_{i=1}^n x_i` |
| `\sum x_i`, where no other letter stands below a name | `\sum_i x_i` |
| `(AB)_{ij} = \sum_{k=1}^2 a_{ik} b_{kj}` | the same of each i and j that A and B have |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any, Final

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.substitution import substituted


def with_ranges(node: t.Node, model: Model, whole: t.Node | None = None) -> t.Node:
    """A formula whose sums over all components of vectors and matrices with a shape have ends."""
    whole = node if whole is None else whole
    if isinstance(node, t.Big) and node.over is None and (names := _indices(node, model)):
        body = with_ranges(node.body, model, whole)
        for name in reversed(names):
            last = _last(body, name, model)
            end = t.Number(str(last)) if last is not None else _end_beside(body, name, model, whole)
            if end is None:
                break
            body = t.Big(node.operator, t.Relation((name, t.Number("1")), ("=",)), end, body)
        else:
            return body
    return t.with_each(node, lambda one: with_ranges(one, model, whole))


def _indices(node: t.Big, model: Model) -> Sequence[t.Node]:
    r"""The letters that a sum without ends runs over; the i of `\sum x_i`, the only letter below members in it."""
    match node.under:
        case t.Symbol() as name:
            return (name,)
        case t.Listing() | t.Product():
            return node.under.children
        case None:
            below = {one.subscript for one in t.symbols(node.body) if _runs(one, model)}
            letters = [one for one in below if isinstance(one, t.Symbol)]
            return tuple(letters) if len(letters) == 1 else ()
        case _:
            return ()


def _runs(symbol: t.Symbol, model: Model) -> bool:
    return symbol.name in model.families or _data(symbol, model) > 0


def of_each_member(node: t.Node, model: Model) -> t.Node:
    r"""A statement that speaks of `z_i` and of a sum over `z_1, \dots, z_3` as one of each i; and of `(AB)_{ij}`."""
    sums = [part for _, part in t.walk(node) if isinstance(part, t.Big)]
    indices = {part.index for part in sums}
    if not isinstance(node, t.Relation):
        return node
    symbols = t.symbols(node)
    if any(isinstance(part, t.Component) for _, part in t.walk(node)) or _is_known(node.operands[0], model):
        return _of_each_entry(node, model, indices)
    free = _running((one for one in symbols if one.name in model.families), indices, model)
    if len(free) == 1:
        pairs = {_running((one for one in symbols if _has_entries(one, model)), indices, model) | free}
        free = next((one for one in pairs if len(one) == 2), free)  # noqa: PLR2004 - ∂s_i/∂z_j
    if len(free) == 2:  # noqa: PLR2004
        sums += [part for body in _bodies(symbols, model) for _, part in t.walk(body) if isinstance(part, t.Big)]
    ranges = {ends for part in sums if (ends := _ends(part)) and _has_members(part)}
    if len(free) not in {1, 2} or len(ranges) != 1:
        return node
    ((low, high),) = ranges
    letters = sorted(free, key=symbol_key)
    if not all(_runs_from(low, high, letter, model) for letter in letters):
        return node
    values = product((t.Number(str(one)) for one in range(low, high + 1)), repeat=len(letters))
    each = tuple(_placed(node, dict(zip(letters, one, strict=True))) for one in values)
    return t.together(each) if len(each) <= _MOST_ENTRIES else node


def _is_known(entry: t.Node, model: Model) -> bool:
    r"""Whether it is an entry, in any row and column, of a matrix that the model writes out.

    `\mathbf{x}_{k+1}`, which is as bold as the vector, is another vector.
    """
    array = model.named(replace(entry, subscript=None)) if isinstance(entry, t.Symbol) and entry.subscript else None
    if not isinstance(entry, t.Symbol) or array is None or array.body is None or array.shape is None:
        return False
    return not (entry.style and array.shape[1] == 1)


def _running(symbols: Iterable[t.Symbol], bound: set[t.Node | None], model: Model) -> frozenset[t.Symbol]:
    """The letters below these names that are not bound, and of which nothing says what they are."""
    below = {one.subscript for one in symbols} - bound
    return frozenset(
        one for one in below if isinstance(one, t.Symbol) and getattr(model.named(one), "body", None) is None
    )


def _runs_from(low: int, high: int, letter: t.Symbol, model: Model) -> bool:
    """Whether nothing else is said of a letter than that it is one of these."""
    ends = (t.Number(str(low)), letter, t.Number(str(high)))
    return getattr(model.named(letter), "domain", ()) in {(), (t.Relation(ends, (r"\le", r"\le")),)}


def _has_entries(symbol: t.Symbol, model: Model) -> bool:
    array = model.named(replace(symbol, subscript=None))
    return array is not None and array.shape is not None


def _bodies(symbols: Iterable[t.Symbol], model: Model) -> Iterator[t.Node]:
    """What the model says of the members of families."""
    families = {replace(one, subscript=None) for one in symbols if isinstance(one.subscript, t.Symbol)}
    for name in model.names.values():
        if name.body is not None and replace(name.symbol, subscript=None) in families:
            yield name.body


def _of_each_entry(node: t.Relation, model: Model, bound: set[t.Node | None]) -> t.Node:
    ends: dict[t.Symbol, set[int]] = {}
    for symbol in t.symbols(node):
        name = model.named(replace(symbol, subscript=None))
        for place, end in zip(_places(symbol.subscript), name.shape if name and name.shape else (), strict=False):
            if isinstance(place, t.Symbol) and place not in bound and model.is_free(place):
                ends.setdefault(place, set()).add(end)
    if not ends or any(len(one) > 1 for one in ends.values()):
        return node
    numbers = product(*(range(1, max(one) + 1) for one in ends.values()))
    each = tuple(_placed(node, dict(zip(ends, map(t.Number, map(str, one)), strict=True))) for one in numbers)
    return t.together(each) if len(each) <= _MOST_ENTRIES else node


def _placed(node: t.Node, places: Mapping[t.Symbol, t.Number]) -> t.Node:
    r"""What is said at these places: `a_{12} = 1 + 2` of `a_{ij} = i + j`; a letter that is bound stays."""
    put: t.Node | None = _with_indices(node, places)
    for letter, number in places.items():
        put = substituted(put, letter, number) if put is not None else None
    return put or node


def _with_indices(node: t.Node, places: Mapping[t.Symbol, t.Number]) -> t.Node:
    match node:
        case t.Symbol(subscript=below) if below is not None:
            return replace(node, subscript=_index(below, places))
        case t.Component(body, index):
            return t.Component(_with_indices(body, places), _index(index, places))
        case _:
            return node.with_children([_with_indices(one, places) for one in node.children])


def _index(index: t.Node, places: Mapping[t.Symbol, t.Number]) -> t.Node:
    each = [places.get(one, one) if isinstance(one, t.Symbol) else one for one in _places(index)]
    if all(isinstance(one, t.Number) for one in each):
        return t.Number("".join(one.text for one in each if isinstance(one, t.Number)))
    return index.with_children(each) if isinstance(index, t.Product | t.Listing) else index


def _places(index: t.Node | None) -> tuple[t.Node, ...]:
    """The row and the column of an index."""
    return () if index is None else tuple(index.children) if isinstance(index, t.Product | t.Listing) else (index,)


_MOST_ENTRIES: Final = 16


def _ends(part: t.Big) -> tuple[int, int] | None:
    low, high = part.start, part.over
    if not isinstance(low, t.Number) or not isinstance(high, t.Number) or not (low.text + high.text).isdigit():
        return None
    ends = int(low.text), int(high.text)
    return ends if 0 <= ends[1] - ends[0] < _MOST_MEMBERS else None


def _has_members(part: t.Big) -> bool:
    return any(isinstance(one, t.Symbol) and one.subscript == part.index for _, one in t.walk(part.body))


_MOST_MEMBERS: Final = 6


def with_entries(node: t.Node, model: Model) -> t.Node:
    """A formula in which entries are spelled as the vectors and matrices are."""
    for symbol in dict.fromkeys(t.symbols(node)):
        if (array := array_of(symbol, model)) is not None:
            node = t.replaced(node, symbol, replace(array, subscript=symbol.subscript))
    return node


def array_of(symbol: t.Symbol, model: Model) -> t.Symbol | None:
    """The bold vector or the capital matrix of which a plain letter with indices is an entry; None if it is a name."""
    plain = replace(symbol, subscript=None)
    own = model.named(plain)
    if symbol.subscript is None or plain != t.Symbol(symbol.name) or symbol_key(symbol) in model:
        return None
    places = _places(symbol.subscript)
    double = isinstance(symbol.subscript, t.Number) and len(symbol.subscript.text) == 2  # noqa: PLR2004 - row and column
    capital = symbol.name.upper()
    of_matrix = (double or len(places) == 2) and symbol.name.islower()  # noqa: PLR2004
    spellings = [t.Symbol(capital), t.Symbol(capital, "mathbf")] if of_matrix else []
    spellings += [] if own else [replace(plain, **one) for one in _BOLD]
    if symbol.name in model.families or (own is not None and (own.shape or own.function)):
        return None
    kinds = ((one, model.named(one)) for one in spellings)
    return next((one for one, name in kinds if name is not None and name.shape is not None), None)


_BOLD: Final[tuple[dict[str, Any], ...]] = ({"style": "mathbf"}, {"style": "boldsymbol"}, {"accents": ("vec",)})


def _last(body: t.Node, index: t.Node, model: Model) -> int | None:
    """How many values an index has where it stands below vectors and matrices; None if they do not say one number."""
    found = set[int]()
    for symbol in (part for part in t.symbols(body) if part.subscript is not None):
        places = _places(symbol.subscript)
        name = model.named(replace(symbol, subscript=None))
        if index in places and name is not None:
            found.add(name.shape[places.index(index)] if name.shape and len(places) <= len(name.shape) else 0)
        elif places == (index,):
            found.add(_data(symbol, model))
    return found.pop() if len(found) == 1 and 0 not in found else None


def _end_beside(body: t.Node, index: t.Node, model: Model, whole: t.Node) -> t.Node | None:
    """How far other sums from 1 on over the same members run, of the model and the formula; None if not to one end."""
    below = [one for one in t.symbols(body) if one.subscript is not None]
    members = {replace(one, subscript=None) for one in below if one.subscript == index and one.name in model.families}
    ends = set[t.Node]()
    bodies = [(name.body, name.parameters) for name in model.names.values() if name.body is not None]
    for said, parameters in (*bodies, (whole, ())):
        for part in (one for _, one in t.walk(said) if isinstance(one, t.Big)):
            own = {replace(one, subscript=None) for one in t.symbols(part.body) if one.subscript == part.index}
            if own & members and part.start == t.Number("1") and part.over is not None:
                letters = {*t.symbols(part.over)}
                known = all(model.named(one) for one in letters) and letters.isdisjoint(parameters)
                ends.add(part.over if known else index)
    return ends.pop() if len(ends) == 1 and index not in ends else None


def _data(symbol: t.Symbol, model: Model) -> int:
    """How many numbers the model has for a name that runs over an index, from the first on."""
    own = replace(symbol, subscript=None)
    members = [
        one
        for one in model.names.values()
        if isinstance(one.symbol.subscript, t.Number) and replace(one.symbol, subscript=None) == own
    ]
    known = {one.symbol.subscript for one in members if one.body is not None}
    count = len(members)
    return count if known == {t.Number(str(place)) for place in range(1, count + 1)} else 0
