r"""What names mean while a tree is translated to SymPy.

Owns: `Scope` (bound names, free symbols, conditions gathered on the way), unknown functions, and what may go wrong.

Laws:
- A bound name (a parameter, an index, a limit's variable) hides the model's; leaving the binding restores it.
- One key is one SymPy symbol, with the assumptions that the model declares: real unless it says otherwise.
- Conditions are gathered in the order in which the formula asks for them, and those that hold by themselves are
  dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import sympy
from sympy import S

from mathora.formula import tree
from mathora.formula.inspection.members import family_of, said_of_member
from mathora.formula.meaning.types import Expr
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.indices import indices, with_indices
from mathora.formula.tree.model import Model

DEEPEST = 40  # definitions within definitions

_ASSUMPTIONS: dict[str | None, dict[str, bool]] = {
    None: {"real": True},
    "real": {"real": True},
    "positive": {"positive": True},
    "nonnegative": {"nonnegative": True},
    "integer": {"integer": True},
    "natural": {"integer": True, "nonnegative": True},
    "complex": {"complex": True},
}
BENEATH = "is defined by a name that is bound here: make it a function of that name"


class Untranslatable(Exception):
    """The formula has no translation; the message says why."""


class Mismatch(Exception):
    """Shapes or units do not fit; the message says how."""


class UnitMismatch(Mismatch):
    """Units do not fit; the message names them."""


class Undefined(Exception):
    """A part has no value anywhere; the message says which."""


def is_matrix(value: object) -> bool:
    """Whether a meaning is an explicit matrix or vector (a column)."""
    return isinstance(value, sympy.MatrixBase)


class Exists(sympy.logic.boolalg.BooleanFunction):  # type: ignore[misc] # SymPy is untyped
    """The condition that an infinite sum, a limit or an integral has a value."""

    nargs = 1


@cache
def unknown_function(name: str, orders: tuple[int, ...], *, real: bool = True, bounded: bool = False) -> Expr:
    """A function that nothing is known of (`bounded`: but what is declared of it), or a derivative of it (`orders` by
    each argument; they commute).
    """

    def fdiff(self: Expr, argindex: int = 1) -> Expr:
        raised = tuple(order + (place == argindex - 1) for place, order in enumerate(orders))
        return unknown_function(name, raised, real=real, bounded=bounded)(*self.args)

    label = name + ("" if not any(orders) else "^(" + ",".join(map(str, orders)) + ")")
    members = {
        "fdiff": fdiff,
        "_eval_is_real": lambda _self: real,
        "_eval_is_finite": lambda _self: True,
        "unknown": name,
        "orders": orders,
        "bounded": bounded,
        "nargs": len(orders),
    }
    return type(sympy.Function)(label, (sympy.Function,), members)


@dataclass(frozen=True)
class Language:
    """The translations that call each other through the scope: of a part, of a function's head, of a bare key."""

    translate: Callable[[tree.Node, Scope], Expr]
    formal: Callable[[tree.Node, Scope], Expr]
    named: Callable[[str, Scope], Expr]


class Scope:
    """The names in force at one place of a formula, and what the formula asked for so far."""

    def __init__(self, model: Model, language: Language, dependents: Mapping[str, tuple[str, ...]]) -> None:
        self.model = model
        self._language = language
        self._dependents = dependents
        self._bound: dict[str, Expr] = {}
        self._conditions: list[Expr] = []
        self._domain: list[Expr] = []
        self._shaped: set[str] = set()
        self._guards: list[Expr] = []
        self._depth = 0
        self.integration_key = ""
        self.symbols: dict[str, Expr] = {}
        self.complex_plane = False
        self.measured = False
        self.experiment: object = None
        self.texts: dict[Expr, str] = {}
        self.chances: Mapping[int, Expr] | None = None

    # ---- translation

    def of(self, node: tree.Node) -> Expr:
        """The meaning of a part."""
        return self._language.translate(node, self)

    def formal(self, head: tree.Node) -> Expr:
        """A function by itself (`Formal`). Raises Untranslatable."""
        return self._language.formal(head, self)

    def named(self, key: str) -> Expr:
        """What a parameter's name means where it is not a parameter."""
        return self._language.named(key, self)

    def scalar(self, node: tree.Node) -> Expr:
        """The meaning of a part that must be a number."""
        value = self.of(node)
        if is_matrix(value):
            if value.shape == (1, 1):
                return value[0, 0]
            raise Mismatch("a number is expected where a vector or matrix stands")
        if not isinstance(value, sympy.Expr):
            raise Untranslatable("a number is expected where something else stands")
        return value

    def sign(self, sign: str) -> int:
        r"""+1 or −1. Raises Untranslatable for `\pm`, of which each reading is judged by itself."""
        if sign not in {"+", "-"}:
            raise Untranslatable("a sign with two readings")
        return 1 if sign == "+" else -1

    def is_complex(self, node: tree.Node) -> bool:
        """Whether the formula speaks of complex numbers: it names `i` or a complex name of the model."""
        for _, part in tree.walk(node):
            if isinstance(part, tree.Constant) and part.name in {"i", r"\mathbb{C}"}:
                return True
            if isinstance(part, tree.Symbol) and self.kind(self.key(part)) == "complex":
                return True
        return False

    # ---- names

    def key(self, node: tree.Symbol) -> str:
        """The name's key, with bound indices that have a number put in (`y_i` at i = 2 is `y_2`)."""
        return symbol_key(self._with_indices(node))

    def _with_indices(self, node: tree.Symbol) -> tree.Symbol:
        return with_indices(node, self._index) if self._bound else node

    def _index(self, index: tree.Node) -> tree.Node | None:
        value = index
        for path, part in tree.walk(index):
            if isinstance(part, tree.Symbol):
                number = self._bound.get(symbol_key(part))
                if number is not None and number.is_Integer and number >= 0:
                    value = tree.replace_at(value, path, tree.Number(str(number)))
        return None if value is index else self._computed(value)

    def _computed(self, subscript: tree.Node) -> tree.Node:
        """`2 + 1` in a subscript is `3`, and the digits 1 and 2 side by side are `12`."""
        if isinstance(subscript, tree.Product) and all(isinstance(one, tree.Number) for one in subscript.factors):
            digits = "".join(one.text for one in subscript.factors if isinstance(one, tree.Number))
            return tree.Number(digits) if len(digits) == len(subscript.factors) else subscript
        if isinstance(subscript, tree.Addition) and all(isinstance(term, tree.Number) for term in subscript.terms):
            total = self.of(subscript)
            return tree.Number(str(total)) if total >= 0 else subscript
        return subscript

    def indices(self, node: tree.Symbol) -> tuple[Expr, ...] | None:
        """The meanings of a name's indices if a bound one without a number stands there, else None."""
        letters = (part for one in indices(self._with_indices(node)) for _, part in tree.walk(one))
        if not any(isinstance(part, tree.Symbol) and symbol_key(part) in self._bound for part in letters):
            return None
        parts = (part for one in indices(node) for part in (one.items if isinstance(one, tree.Listing) else (one,)))
        return tuple(self.of(part) for part in parts)

    def bound_value(self, key: str) -> Expr:
        """What a bound name stands for, or None."""
        return self._bound.get(key)

    def fresh(self, key: str) -> Expr:
        """A symbol for a name that is free for a moment, with the name's assumptions."""
        return sympy.Dummy(key, **_ASSUMPTIONS.get(self.kind(key), {"real": True}))

    def running(self, name: tree.Symbol, **assumptions: bool) -> Expr:
        """The symbol of a bound variable: named after its key and how deep it is bound; real."""
        level = len(self._bound) + self._depth
        return sympy.Symbol(f"{symbol_key(name)}~{level}", **(assumptions or {"real": True}))

    def free(self, key: str) -> Expr:
        """The SymPy symbol of a free name; a name that the formula differentiates (`dy/dx`) is a function of x."""
        if key in self._dependents:
            arguments = tuple(self.named(one) for one in self._dependents[key])
            if any(map(is_matrix, arguments)):
                raise Untranslatable(
                    f"nothing says how {key} depends on a vector or a matrix: declare it as a function"
                )
            return unknown_function(key, (0,) * len(arguments))(*arguments)
        if key not in self.symbols:
            self.symbols[key] = sympy.Symbol(key, **_ASSUMPTIONS.get(self.kind(key), {"real": True}))
            self.declare_domain(key)
        return self.symbols[key]

    def declare_shaped(self, key: str) -> None:
        """As `declare_domain`, once, for a vector or matrix whose components are symbols of their own."""
        if key not in self._shaped:
            self._shaped.add(key)
            self.declare_domain(key)

    def declare_domain(self, key: str) -> None:
        """The model's relations for a name join the domain."""
        measured, self.measured = self.measured, False  # a domain is about numbers
        for relation in self._relations(key):
            for condition in sympy.And.make_args(self.of(relation)):
                if condition not in (S.true, *self._domain):
                    self._domain.append(condition)
        self.measured = measured

    def _relations(self, key: str) -> tuple[tree.Node, ...]:
        """What is declared of a name; a function's parameter that is no name of its own has the function's domain."""
        name = self.model.get(key)
        if name is None or not name.implicit:
            stated = said_of_member(key, self.model) if name is None else name.domain
            return tuple(one for one in stated if getattr(one, "operators", ()) not in {(r"\sim",), (r"\perp",)})
        owners = [owner for owner in self.model.names.values() if key in map(symbol_key, owner.parameters)]
        domains = {tuple(one for one in owner.domain if _speaks_of(one, key)) for owner in owners}
        return domains.pop() if len(domains) == 1 else ()

    def kind(self, key: str) -> str | None:
        """The declared kind of a name."""
        name = self.model.get(key) or family_of(key, self.model)
        return None if name is None else name.kind

    def shape(self, key: str) -> tuple[int, int] | None:
        """The declared shape of a vector or matrix, (rows, columns)."""
        name = self.model.get(key)
        return None if name is None else name.shape

    def components(self, key: str) -> tuple[str, ...]:
        """The keys of the names that a defined vector is made of: `w_1`, `w_2` for `w: (w_1, w_2)`; else none."""
        name = self.model.get(key)
        if name is None or not isinstance(name.body, tree.Tuple) or name.parameters:
            return ()
        items = name.body.items
        return tuple(symbol_key(one) for one in items) if all(isinstance(one, tree.Symbol) for one in items) else ()

    def definition(self, key: str) -> tuple[tuple[str, ...], tree.Node | None] | None:
        """Parameters' keys and body of a function or a defined name; None for a free name."""
        name = self.model.get(key)
        if name is None or (name.body is None and not name.parameters):
            return None
        changed = (one for one, value in self._bound.items() if value != self.symbols.get(one))
        if not self._depth and self.model.rests_on(key, [one for one in changed if self.kind(one) != "random"]):
            raise Untranslatable(f"{key} {BENEATH}")
        return tuple(map(symbol_key, name.parameters)), name.body

    def measure(self, key: str) -> tree.Node | None:
        """The unit that a defined name is measured in, where the formula itself speaks of units."""
        name = self.model.get(key)
        return None if name is None or not self.measured or self._depth else name.unit

    @contextmanager
    def binding(self, values: dict[str, Expr]) -> Iterator[None]:
        """Names bound to meanings, for a while."""
        before = self._bound
        self._bound = before | values
        try:
            yield
        finally:
            self._bound = before

    @contextmanager
    def bound(self, name: tree.Symbol, value: Expr) -> Iterator[Expr]:
        """One name bound to a meaning, for a while."""
        with self.binding({symbol_key(name): value}):
            yield value

    @contextmanager
    def unbound(self) -> Iterator[None]:
        """Inside a definition only the model's names and the definition's parameters are known."""
        before, self._bound = self._bound, {}
        self._depth += 1
        if self._depth > DEEPEST:
            raise Untranslatable("definitions within definitions, too deep")
        try:
            yield
        finally:
            self._bound = before
            self._depth -= 1

    # ---- conditions

    @property
    def conditions(self) -> tuple[Expr, ...]:
        """Where the formula has a value, as far as it asked."""
        return tuple(dict.fromkeys(one for one in self._conditions if not one.atoms(Exists)))

    @property
    def parts(self) -> tuple[Expr, ...]:
        """The infinite sums, limits and integrals that the formula asks for."""
        asked = [one for condition in self._conditions for one in condition.atoms(Exists)]
        return tuple(dict.fromkeys(one.args[0] for one in sorted(asked, key=str)))

    def exist(self, part: Expr) -> Expr:
        """The part, noted as one that has to have a value."""
        self.require(Exists(part))
        return part

    @property
    def domain(self) -> tuple[Expr, ...]:
        """The declared relations of what the formula names."""
        return tuple(dict.fromkeys(self._domain))

    def require(self, condition: Expr) -> None:
        """The formula has a value only where `condition` holds."""
        for guard in self._guards:
            condition = sympy.Or(sympy.Not(guard), condition)
        if condition != S.true:
            self._conditions.append(condition)

    def confine(self, relation: Expr) -> None:
        """The declared domain asks for `relation` (a function's argument lies in the function's domain)."""
        if relation != S.true:
            self._domain.append(relation)

    @contextmanager
    def only_where(self, condition: Expr) -> Iterator[None]:
        """Conditions inside count only where `condition` holds (a case of several)."""
        self._guards.append(condition)
        try:
            yield
        finally:
            self._guards.pop()

    @contextmanager
    def apart(self) -> Iterator[tuple[list[Expr], list[Expr]]]:
        """Conditions and domain relations inside are gathered apart, for the caller to carry over."""
        before = self._conditions, self._domain
        self._conditions, self._domain = [], []
        gathered = self._conditions, self._domain
        try:
            yield gathered
        finally:
            self._conditions, self._domain = before

    def carry(self, conditions: list[Expr], domain: list[Expr], change: Callable[[Expr], Expr]) -> None:
        """Conditions gathered apart join these, changed."""
        for condition in conditions:
            self.require(change(condition))
        for relation in domain:
            self.confine(change(relation))

    def carry_free(self, conditions: list[Expr], domain: list[Expr], symbol: Expr) -> None:
        """Conditions gathered apart join these, except those on a bound variable."""
        self.carry(
            [one for one in conditions if symbol not in one.free_symbols],
            [one for one in domain if symbol not in one.free_symbols],
            lambda one: one,
        )

    @contextmanager
    def integrating(self, key: str) -> Iterator[None]:
        """Inside an integral whose `d key` stands within its body."""
        before, self.integration_key = self.integration_key, key
        try:
            yield
        finally:
            self.integration_key = before


def _speaks_of(relation: tree.Node, key: str) -> bool:
    return any(isinstance(part, tree.Symbol) and symbol_key(part) == key for _, part in tree.walk(relation))
