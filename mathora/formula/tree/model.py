r"""The lesson's model: which names there are, what they are, and what is assumed of them.

Owns: `Model`, `Name`, `Range` (the values); `reader.declarations` reads them from what the author declared.

Laws:
- Complete and closed: every body and domain names only names of the model, its own parameters, or standard constants;
  no definition is circular.
- A name's key is its LaTeX in the writer's normal form (`w_1`, `\hat{y}_i`), so that `w_{1}` and `w_1` are one name.
- A parameter of a function is a variable of the lesson, unless it is declared itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from mathora.formula.tree import (
    Addition,
    Application,
    Big,
    Blank,
    Constant,
    Group,
    Matrix,
    Node,
    Number,
    Relation,
    RelationSign,
    Symbol,
    Tuple,
    walk,
)
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.indices import indices, with_indices
from mathora.formula.tree.node import mentions, replaced
from mathora.formula.tree.substitution import substituted
from mathora.lesson import Kind

_INDEX: Final = r"\{?(?:(?P<letter>[A-Za-z])(?: (?P<sign>[+-]) )?)?(?P<number>[0-9]*)\}?"

OF_KIND: Final[Mapping[str, tuple[RelationSign, Node]]] = {
    "real": (r"\in", Constant(r"\mathbb{R}")),
    "positive": (">", Number("0")),
    "nonnegative": (r"\ge", Number("0")),
    "natural": (r"\in", Constant(r"\mathbb{N}")),
    "integer": (r"\in", Constant(r"\mathbb{Z}")),
    "complex": (r"\in", Constant(r"\mathbb{C}")),
}
"""What each kind of numbers says of a name: the sign behind it, and what is right of that."""


@dataclass(frozen=True, slots=True)
class Range:
    r"""The interval of a variable: `None` is unbounded; an open end is not itself a value (`0 < x \le 2\pi`).

    The ends are trees without variables, such as `3`, `-\frac12` or `2\pi`, and so exact.
    """

    low: Node | None = None
    high: Node | None = None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    r"""One name of the model.

    `parameters` and `body`: a function has parameters, a defined name a body; with neither it is a free variable; with
    parameters and no body, an unknown function. `function` tells whether `name(…)` is an application.
    `domain`: relations (trees) assumed of it or of its parameters; `ranges`: the same as intervals, by variable, where
    the relations are of the form `low ≤ x ≤ high`.
    `quantity`: the probability or expectation of which the body is the known value (`P(D)`, `P(T \mid D)`).
    `implicit`: not declared itself, but a parameter of a declared function.
    """

    key: str
    symbol: Symbol
    kind: Kind = "real"
    parameters: tuple[Symbol, ...] = ()
    body: Node | None = None
    domain: tuple[Node, ...] = ()
    ranges: tuple[tuple[str, Range], ...] = ()
    shape: tuple[int, int] | None = None
    unit: Node | None = None
    quantity: Application | None = None
    implicit: bool = False

    @property
    def function(self) -> bool:
        """Whether `name(…)` is an application and not a product."""
        return bool(self.parameters)

    @property
    def is_array(self) -> bool:
        """Whether it is a vector or a matrix, by its shape or by its value."""
        return self.shape is not None or isinstance(self.body, Matrix | Tuple)

    @property
    def assumed(self) -> tuple[Node, ...]:
        """What its kind says of it, beyond that it is real, and its domain."""
        sign, value = OF_KIND.get(self.kind, OF_KIND["real"])
        return self.domain if value == OF_KIND["real"][1] else (Relation((self.symbol, value), (sign,)), *self.domain)

    @property
    def asked_of_value(self) -> tuple[Node, ...]:
        """What its kind and its domain ask of its value; nothing of what has none, or is a function."""
        value = None if self.parameters or self.quantity else self.body
        return () if value is None else tuple(replaced(one, self.symbol, Group(value)) for one in self.assumed)

    def range_of(self, key: str) -> Range | None:
        """The interval that this declaration states for the variable `key`."""
        return dict(self.ranges).get(key)


@dataclass(frozen=True)
class Model:
    """The names of a lesson by their keys, in the order of their declaration."""

    names: Mapping[str, Name] = field(default_factory=dict)

    @cached_property
    def written(self) -> str:
        """All that it says, in whatever order it is declared: equal for models that decide alike, and written once."""
        return repr(sorted(self.names.items()))

    def __hash__(self) -> int:
        return hash(self.written)

    @staticmethod
    def empty() -> Model:
        """A model without names: only constants and standard functions are known."""
        return Model()

    def get(self, key: str) -> Name | None:
        """The name with this key, if it is declared, or is a member of a family of vectors or matrices."""
        return self.names.get(key) or self._member(key)

    def _member(self, key: str) -> Name | None:
        """`A_2` and `A_{k+1}`, where `A_k` is declared as a matrix, and `a^{[l-1]}`: of the same shape."""
        for name, written in self._arrays:
            if found := written.fullmatch(key):
                index = _index_of(found["letter"], found["sign"], found["number"])
                symbol = with_indices(name.symbol, lambda _, index=index: index)  # type: ignore[misc]
                domain = (_said_at(one, name.symbol, symbol) for one in name.domain)
                return replace(name, key=key, symbol=symbol, domain=tuple(one for one in domain if one is not None))
        return None

    @cached_property
    def _arrays(self) -> tuple[tuple[Name, re.Pattern[str]], ...]:
        """Families of vectors and matrices without values, with how their members are written."""
        own = [
            one
            for one in self.names.values()
            if one.shape is not None and one.body is None and not one.parameters
            if len(indices(one.symbol)) == 1 and isinstance(indices(one.symbol)[0], Symbol)
            if symbol_key(replace(one.symbol, subscript=None, superscript=None)) not in self.names
        ]
        keys = (symbol_key(with_indices(one.symbol, lambda _: Number("0"))) for one in own)
        return tuple((one, re.compile(re.escape(key).replace("0", _INDEX))) for one, key in zip(own, keys, strict=True))

    def named(self, node: Node | None) -> Name | None:
        """The name that a node is; None for what is no name, or none that is declared."""
        return self.get(symbol_key(node)) if isinstance(node, Symbol) else None

    def kind_of(self, node: Node | None) -> Kind | None:
        """The kind of the name that a node is; None for what is no name, or none that is declared."""
        name = self.named(node)
        return None if name is None else name.kind

    def on_its_domain(self, node: Node | None) -> Name | None:
        """The name that a node is; a function that states no domain has that of its variables."""
        name = self.named(node)
        if name is None or name.domain or not name.parameters:
            return name
        own = (self.named(one) for one in name.parameters)
        return replace(name, domain=tuple(bound for one in own if one is not None for bound in one.domain))

    def is_free(self, symbol: Symbol) -> bool:
        """Whether nothing says what a symbol is: it may be any."""
        name = self.named(symbol)
        return name is None or (name.body is None and not name.parameters)

    def speaks_of_any(self, node: Node, *known: Symbol) -> bool:
        """Whether a term speaks of a name that may be any number, other than these; heads of applications are none."""
        parts = (*(part for _, part in walk(node)), *(self.names[key].symbol for key in self.spoken_of((node,))))
        heads = {part.head for part in parts if isinstance(part, Application)}
        symbols = {part for part in parts if isinstance(part, Symbol)} - heads - {*known}
        return any(map(self.is_free, symbols))

    def __contains__(self, key: object) -> bool:
        return key in self.names

    @property
    def functions(self) -> Mapping[str, Name]:
        """The names that have parameters."""
        return {key: name for key, name in self.names.items() if name.function}

    @property
    def families(self) -> frozenset[str]:
        """The names (keys without subscript) of which the model declares indexed members: `y` where it has `y_1`."""
        return frozenset(key.partition("_")[0] for key in self.names if "_" in key)

    @property
    def sequences(self) -> frozenset[str]:
        r"""The names that run over an index, as `w_k` and `w^{(k)}` do: with them `w_0` and `w_{k+1}` are known."""
        symbols = [name.symbol for name in self.names.values()]
        running = [one for one in symbols if any(isinstance(part, Symbol) for part in indices(one)[:1])]
        return frozenset(symbol_key(replace(one, subscript=None, superscript=None)) for one in running)

    def rests_on(self, key: str, others: Collection[str]) -> bool:
        """Whether a name is defined by one of these names of the model, other than its own variables and indices."""
        waiting, seen = [key], set[str]()
        while waiting:
            name = self.get(waiting.pop())
            if name is None or name.body is None or name.key in seen:
                continue
            seen.add(name.key)
            parts = [part for _, part in walk(name.body)]
            own = [*name.parameters, *(part.index for part in parts if isinstance(part, Big))]
            own += [part for _, part in walk(name.symbol)]
            inner = {symbol_key(part) for part in parts if isinstance(part, Symbol) and part not in own}
            if any(one in inner and one in self.names for one in others):
                return True
            waiting += inner
        return False

    def spoken_of(self, nodes: tuple[Node, ...]) -> frozenset[str]:
        """The names that formulas speak of, with those of their definitions."""
        found: set[str] = set()
        waiting = [symbol_key(part) for node in nodes for _, part in walk(node) if isinstance(part, Symbol)]
        while waiting:
            key = waiting.pop()
            name = self.get(key)
            if name is None or key in found:
                continue
            found.add(key)
            inner = (*name.parameters, *name.domain, *(() if name.body is None else (name.body,)))
            waiting += [symbol_key(part) for node in inner for _, part in walk(node) if isinstance(part, Symbol)]
        return frozenset(found)


def _said_at(said: Node, family: Symbol, member: Symbol) -> Node | None:
    r"""What `\det A_k = k` says of `A_2`; None of what speaks of other members, too."""
    (letter,), (index,) = indices(family), indices(member)
    others = (part for _, part in walk(said) if isinstance(part, Symbol) and part != family)
    if not isinstance(letter, Symbol) or any(mentions(place, letter) for one in others for place in indices(one)):
        return None
    elsewhere = substituted(replaced(said, family, Blank()), letter, index)  # the member's own index stays
    return elsewhere and replaced(elsewhere, Blank(), member)


def _index_of(letter: str | None, sign: str | None, number: str) -> Node:
    """`2`, `k` or `k + 1`."""
    if letter is None or not number:
        return Symbol(letter) if letter else Number(number)
    return Addition((Symbol(letter), Number(number)), ("+" if sign == "+" else "-",))
