r"""Members of a sequence, worked out from the law that the same statement gives of it.

| written | judged |
| --- | --- |
| `a_n = n^2, \; a_5 = 25` | `5^2 = 25` |
| `x_0 = 2, \; x_{n+1} = 2 x_n, \; x_3 = 16` | `16 = 16` |
| `F_3 = 2 \text{ where } F_1 = F_2 = 1, F_n = F_{n-1} + F_{n-2}` | `2 = 2` |
| `a_1 = 1, \; a_n = a_{n-1} + 2 \; (n \ge 2), \; a_3 = 5` | `5 = 5` |
| `a_n = 2n + 1 \Rightarrow a_{n+1} - a_n = 2` | `(2(n + 1) + 1) - (2n + 1) = 2` |
| `a_0 = 2, a_{n+1} = 3 a_n \Rightarrow a_n = 2 \cdot 3^n` | the first ones, and `2 \cdot 3^{n+1} = 3 (2 \cdot 3^n)` |

Laws:
- A law says of every index what the member there is; a recurrence does so from as many first members on as it needs.
- What is said with the law and first members is claimed, by induction where it is said of every natural index.
- Where one member cannot be worked out, the statement stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from mathora.formula import tree as t
from mathora.formula.tree.indices import is_member
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, worked_out
from mathora.formula.tree.substitution import bound_names, substituted
from mathora.formula.unfolding.lists import is_new
from mathora.formula.unfolding.places_said import Beginnings, bound_in, least_of, least_place

MOST_MEMBERS = 200
MOST_NODES = 300  # of a member that is no number: nothing longer is worked out


@dataclass(frozen=True, slots=True)
class _Law:
    """`a_{n + offset} = value`; `back` are the other members in the value, as what is added to n there."""

    family: t.Symbol
    letter: t.Symbol
    offset: int
    value: t.Node
    back: tuple[int, ...]
    least: Fraction = Fraction(0)  # n, as the law itself says: `a_n = a_{n-1} + 2 \quad (n \ge 3)`

    @property
    def depth(self) -> int:
        """How many first members it needs."""
        return self.offset - min(self.back) if self.back else 0


def with_members_worked_out(node: t.Node, model: Model, givens: Sequence[t.Node] = ()) -> t.Node:
    """The statement without the law, its members put in; the very same if it gives none, or claims nothing with it.

    A law that is given is one of the statement, with the first members that are given, too.
    """
    if of_sequence := tuple(one for one in givens if laws_given((one,), model)):
        families = {family for family, _ in laws_given(of_sequence, model)}
        own = tuple(one for one in givens if any(next(_members(one, family), None) for family in families))
        letters = {law.letter for one in own for part in t.taken_apart(one) if (law := _law(part, model)) is not None}
        if any(t.mentions(one, letter) for one in givens if one not in own for letter in letters):
            worked = node  # it is said of one place, or of some
        else:
            worked = with_members_worked_out(t.Logic((t.together(own), node), (r"\Rightarrow",)), model)
        return node if isinstance(worked, t.Logic) and worked.operators == (r"\Rightarrow",) else worked
    match node:
        case t.Group(body):
            return with_members_worked_out(body, model)
        case t.Logic(operators=(r"\Rightarrow",), operands=(premise, conclusion)):
            before, items = t.taken_apart(premise), t.taken_apart(conclusion)
        case t.Logic(operators=(word,), operands=(conclusion, premise)) if word in t.CONDITIONS:
            before, items = t.taken_apart(premise), t.taken_apart(conclusion)
        case t.Listing() | t.Logic() if isinstance(node, t.Listing) or set(node.operators) <= t.AND:
            before, items = (), t.taken_apart(node)
        case _:
            return node
    law = next((law for one in (*before, *items) if (law := _law(one, model)) is not None), None)
    if law is None:
        return node
    said = _Members(law, model, (*before, *items))
    rest, claims = ([one for one in some if not said.gives(one)] for some in (before, items))
    put = t.all_known(said.put_in(one) for one in (*rest, *claims))
    if put is None or not claims or put == (*rest, *claims):
        return node
    whole = t.together(tuple(_with_said_first(put[len(rest) :], model)))
    return t.Logic((t.together(put[: len(rest)]), whole), (r"\Rightarrow",)) if rest else whole


def _with_said_first(items: Sequence[t.Node], model: Model) -> list[t.Node]:
    """The items without those that say a value of a member of another sequence first, and with it in the others."""
    for place, one in enumerate(items):
        match one:
            case t.Relation((t.Symbol(subscript=t.Number()) as member, value), ("=",)) if is_new(
                member, model
            ) and not any(t.mentions(part, member) for part in (*items[:place], value)):
                others = (*items[:place], *items[place + 1 :])
                if put := t.all_known(substituted(part, member, value) for part in others):
                    return _with_said_first(put, model)
    return list(items)


def laws_given(givens: Sequence[t.Node], model: Model) -> tuple[tuple[t.Symbol, bool], ...]:
    """The families of which a law is given, and whether it says each member by others."""
    laws = (_law(one, model) for given in givens for one in t.taken_apart(given))
    return tuple((law.family, bool(law.back)) for law in laws if law is not None)


def _law(node: t.Node, model: Model) -> _Law | None:
    match node:
        case t.Logic((t.Relation() as said, bound), (word,)) if word in t.CONDITIONS:
            law = _law(said, model)
            least = None if law is None else _least_said(bound, law.letter)
            return None if law is None or least is None else replace(law, least=least)
        case t.Relation((t.Symbol(subscript=t.Node()) as member, value), ("=" | ":=",)):
            family = replace(member, subscript=None)
        case _:
            return None
    letters = {*t.symbols(member.subscript or t.Blank())}
    if len(letters) != 1 or not is_new(family, model) or not all(is_new(one, model) for one in letters):
        return None
    (letter,) = letters
    offset = _offset(member.subscript, letter)
    places = [one.subscript for one in _members(value, family) if not isinstance(one.subscript, t.Number)]
    back = t.all_known({_offset(one, letter) for one in places})
    if offset is None or back is None or max(back, default=offset - 1) >= offset:
        return None
    return _Law(family, letter, offset, value, tuple(sorted(back)))


def _least_said(bound: t.Node, letter: t.Symbol) -> Fraction | None:
    r"""The least whole number that `n \ge 3`, `n > 2` or `3 \le n` allows."""
    match bound.body if isinstance(bound, t.Group) else bound:
        case t.Relation((name, t.Number(value=least)), (r"\ge" | ">" as sign,)) if name == letter:
            pass
        case t.Relation((t.Number(value=least), name), (r"\le" | "<" as sign,)) if name == letter:
            pass
        case _:
            return None
    return Fraction(floor(least) + 1) if sign in "<>" else Fraction(ceil(least))


def _members(node: t.Node, family: t.Symbol) -> Iterator[t.Symbol]:
    for _, part in t.walk(node):
        if is_member(part, family):
            yield part


def _offset(index: t.Node | None, letter: t.Symbol) -> int | None:
    """What is added to the letter: 0 in n, 1 in n + 1, −2 in n − 2."""
    match index:
        case t.Symbol() if index == letter:
            return 0
        case t.Addition((t.Symbol() as first, t.Number() as by), (sign,)) if first == letter:
            return int(by.value) * (1 if sign == "+" else -1) if by.value.denominator == 1 else None
        case _:
            return None


class _UnknownError(Exception):
    """A member cannot be worked out."""


class _Members:
    """The members of a law's sequence, as far as they can be worked out from it and from what is given first."""

    def __init__(self, law: _Law, model: Model, parts: Sequence[t.Node]) -> None:
        self.law, self._model = law, model
        given = {index: value for one in parts for index, value in self._values(one)}
        self.first = min(given, default=0)
        needed = range(self.first, self.first + law.depth)
        self._known = {index: given[index] for index in needed if index in given}
        if not given and law.depth == 1:  # a_0 is what it is: a_n = 2^n a_0
            zero = replace(law.family, subscript=t.Number("0"))
            self._known = {0: zero} if any(t.mentions(one, zero) for one in parts) else {}
        self._laws = next(one for one in parts if _law(one, model) == law)

    def gives(self, one: t.Node) -> bool:
        """Whether a part is the law, or says first members."""
        values = dict(self._values(one))
        return one is self._laws or (bool(values) and all(self._known.get(at) is value for at, value in values.items()))

    def put_in(self, one: t.Node) -> t.Node | None:
        """A part with members worked out; None if one cannot be."""
        match one:
            case t.Relation((t.Symbol(subscript=t.Symbol() as letter) as member, value), ("=",)) if (
                self.law.back and is_member(member, self.law.family) and _law(one, self._model) is not None
            ):
                return self._by_induction(letter, value)
        bound = {name for _, part in t.walk(one) for name in bound_names(part)} - {self.law.letter}
        if any(part in bound for _, part in t.walk(self.law.value)):
            return None
        try:
            return self._put(one, {})
        except _UnknownError:
            return None

    def _put(self, node: t.Node, bound: Beginnings) -> t.Node:
        if not is_member(node, self.law.family):
            within = bound_in(node, self._model, bound)
            return node.with_children([self._put(one, within) for one in node.children])
        index = node.subscript or t.Blank()
        value: t.Node | None = None
        if self.law.back:
            value = self._at(int(index.value)) if isinstance(index, t.Number) and index.value.denominator == 1 else None
        elif self._is_said_at(index, bound):
            value = substituted(self.law.value, self.law.letter, index)
        if value is None:
            raise _UnknownError
        return value if isinstance(value, t.Number) else t.Group(value)

    def _is_said_at(self, index: t.Node, bound: Beginnings) -> bool:
        """Whether the law says a member: at whole places, from the first one on."""
        least = least_place(index, self._model, bound, self.law.letter)
        return least is not None and not self._is_before(Fraction(least))

    def _is_before(self, index: Fraction) -> bool:
        """Whether the law is not said of the place from which a member follows."""
        return index - self.law.offset < max(self.law.least, Fraction(least_of(self.law.letter, self._model)))

    def _by_induction(self, letter: t.Node, closed: t.Node) -> t.Node | None:
        """That a formula is each member: it is the first ones, and goes on as the law says."""
        law, shift = self.law, self.first - min(self.law.back)
        name = self._model.named(law.letter)
        if letter != law.letter or name is None or name.kind != "natural" or not self._is_of_first(closed):
            return None
        if self.first > max(1, least_of(law.letter, self._model)):  # of those before the first one nothing is shown
            return None

        def at(place: t.Node) -> t.Node | None:
            return substituted(closed, law.letter, place)

        def later(by: int) -> t.Node:
            return self._later(by + shift)

        checks: list[tuple[t.Node | None, t.Node | None]] = [
            (at(in_digits(index)), self._at(index)) for index in range(self.first, self.first + law.depth + 1)
        ]
        step: t.Node | None = substituted(law.value, law.letter, later(0)) if shift else law.value
        for one in set(_members(law.value, law.family)):
            by = _offset(one.subscript, law.letter)
            value = at(later(by)) if by is not None else None
            moved = _later_on(one, law.letter, later(0)) if shift else one
            step = substituted(step, moved, value) if step is not None and value is not None else None
        checks.append((at(later(law.offset)), step))
        pairs = [(left, right) for left, right in checks if left is not None and right is not None]
        whole = len(pairs) == len(checks)
        return t.together(tuple(t.Relation(pair, ("=",)) for pair in pairs)) if whole else None

    def _is_of_first(self, closed: t.Node) -> bool:
        """Whether a formula speaks of no members, or of a first one that is known by its name only."""
        return all(one in self._known.values() for one in _members(closed, self.law.family))

    def _later(self, by: int) -> t.Node:
        """The letter and a number."""
        if by == 0:
            return self.law.letter
        return t.Addition((self.law.letter, in_digits(abs(by))), ("+" if by > 0 else "-",))

    def _values(self, one: t.Node) -> Iterator[tuple[int, t.Node]]:
        """The members that a chain such as `F_1 = F_2 = 1` gives a recurrence to begin with, and their values."""
        if not self.law.back or not isinstance(one, t.Relation) or set(one.operators) != {"="}:
            return
        *members, value = one.operands
        for member in members:
            match member:
                case t.Symbol(subscript=t.Number() as index) if is_member(member, self.law.family):
                    if index.value.denominator == 1 and not any(_members(value, self.law.family)):
                        yield int(index.value), value
                case _:
                    return

    def _at(self, index: int) -> t.Node | None:
        """The member of an index."""
        law = self.law
        if not self.first <= index <= self.first + MOST_MEMBERS or len(self._known) < law.depth:
            return None
        for at in range(self.first, index + 1):
            if at not in self._known and (value := self._next(at)) is not None:
                self._known[at] = value
        return self._known.get(index)

    def _next(self, index: int) -> t.Node | None:
        if self._is_before(Fraction(index)):
            return None
        value: t.Node | None = self.law.value
        for member in set(_members(self.law.value, self.law.family)):
            by, fixed = _offset(member.subscript, self.law.letter), member.subscript
            at = int(fixed.value) if isinstance(fixed, t.Number) else index - self.law.offset + (by or 0)
            known = self._known.get(at)
            value = substituted(value, member, known) if value is not None and known is not None else None
        value = substituted(value, self.law.letter, in_digits(index - self.law.offset)) if value is not None else None
        if value is None:
            return None
        found = worked_out(value)
        if found is not None:
            return in_digits(found)
        return value if sum(1 for _ in t.walk(value)) <= MOST_NODES else None


def _later_on(member: t.Symbol, letter: t.Symbol, place: t.Node) -> t.Symbol:
    """The member as it is written where a place stands for the letter."""
    index = substituted(member.subscript, letter, place) if member.subscript is not None else None
    return replace(member, subscript=index)
