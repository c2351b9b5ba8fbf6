r"""What a formula's tree means to the kernel: numbers, vectors and matrices of `Ratio`s.

Owns: `TreeReading`, which reads nodes in a model.

Laws:
- The kernel reads the tree by itself; it shares no code with the translation that the search uses, so that a slip in
  one of them shows.
- A derivative by x differentiates by the name x wherever it stands, x being free for that moment; then x's value is put
  in.
- What is not known here is refused. Names of which no shape is known are. A complex name is x + iy.
- Where a unit is written, a name with a unit stands for that many of it; what is added has one unit, and a zero none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from mathora.formula import Model, Name, symbol_key, tree, write_latex
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.tree.indices import with_indices
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.known import Chance, random_atom
from mathora.prove.kernel.exact import calculus, functions
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.reading.branching import Undistinguished
from mathora.prove.kernel.reading.fields import gradient_by
from mathora.prove.kernel.reading.nodes import RULES
from mathora.prove.kernel.reading.relations import links
from mathora.prove.kernel.reading.units import in_unit
from mathora.prove.kernel.reading.values import ExactValue, entries, entrywise, number, spread
from mathora.prove.kernel.signs.facts import Facts

DEEPEST = 30
LARGEST_SIDE = 8
_NUMBERS = frozenset({"real", "positive", "nonnegative", "integer", "natural"})


class Hints(Protocol):
    """What a search found, asked for by the part of the formula that needs it."""

    def value(self, node: tree.Node, model: Model) -> tree.Node:
        """The hint for a part, read as a formula. Raises Refused if there is none."""

    def use(self, rule: str) -> None:
        """Notes a rule that was used."""


class TreeReading:
    """One reading of one statement: the model, what is known, the names bound, and the conditions found so far."""

    def __init__(self, model: Model, hints: Hints, facts: Facts) -> None:
        self.model, self.hints, self.facts = model, hints, facts
        self.conditions = Conditions(facts)
        self.measured = False
        self.written = False
        self.branches: dict[tuple[tree.Cases, str], int] = {}
        """The row of each branch that a rule distinguishes, by the branch's key."""
        self.edges: list[Ratio] = []
        """What is zero at the edges of the rows that were read so far."""
        self._bound: dict[str, ExactValue] = {}
        self._depth = 0
        self.counted = 0
        self.chance = Chance()

    @contextmanager
    def knowing(self, facts: Facts) -> Iterator[None]:
        """More is known for a while."""
        before, known = self.facts, self.conditions.known
        self.facts = self.conditions.known = facts
        try:
            yield
        finally:
            self.facts, self.conditions.known = before, known

    @contextmanager
    def apart(self, *, smooth: bool = False) -> Iterator[Conditions]:
        """Conditions inside are gathered apart; of what is bound, powers are smooth."""
        outer = self.conditions
        self.conditions = Conditions(self.facts, smooth=smooth or outer.smooth)
        try:
            yield self.conditions
        finally:
            self.conditions = outer

    # ---- numbers

    def number(self, node: tree.Node) -> Ratio:
        """The meaning of a node that is a number."""
        value = self.of(node)
        if isinstance(value, Ratio):
            return value
        if (len(value), len(value[0])) == (1, 1):
            return value[0][0]
        raise Refused("a number is expected, found a vector")

    def within(self, node: tree.Node, values: Mapping[str, ExactValue], facts: Facts, own: Atom) -> ExactValue:
        """A part at values of which the facts hold; conditions on their variable are shown, others are noted."""
        with self.knowing(facts), self.apart(smooth=True) as inner, self.binding(values):
            found = self.of(node)
        for sign, ratio in (*inner.found, *inner.declared, *inner.obligations):
            if own not in ratio.atoms:
                self.conditions.require(sign, ratio)
            elif not facts.shows(ratio, sign):
                raise Refused("a part that does not have a value everywhere")
        return found

    # ---- names

    @contextmanager
    def binding(self, values: Mapping[str, ExactValue]) -> Iterator[None]:
        """Names with meanings of their own, for a while."""
        before = self._bound
        self._bound = before | dict(values)
        try:
            yield
        finally:
            self._bound = before

    @contextmanager
    def inside(self, values: Mapping[str, ExactValue]) -> Iterator[None]:
        """Inside of a definition only its parameters are bound."""
        before, self._bound = self._bound, dict(values)
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused("definitions within definitions, too deep")
        try:
            yield
        finally:
            self._bound, self._depth = before, self._depth - 1

    def fresh(self, key: str) -> Atom:
        """A variable that no formula can name."""
        self.counted += 1
        return Atom("variable", f"{key}#{self.counted}")

    def is_bound(self, key: str) -> bool:
        """Whether a name has a meaning of its own at the moment."""
        return key in self._bound

    def named(self, key: str) -> ExactValue:
        """What a name means where it stands alone."""
        if key in self._bound:
            return self._bound[key]
        if self.chance.is_random(key):
            return Ratio.atom(random_atom(key))
        name = self.model.get(key) or self._owner(key)
        if name is None and key.startswith((r"\mathbf{1}_", r"\mathbb{1}_")):
            raise Refused("the indicator of an event")
        if name is None or name.key != key:  # a letter that the reader lets stand, such as the y of `⇒ y = 1`
            return Ratio.atom(Atom("variable", key))
        if name.body is None and not name.parameters:
            value = self._free(name)
        else:
            value = self._value_of(name, [self.named(symbol_key(one)) for one in name.parameters])
        measure = name.unit
        if measure is None or not self.measured or self._depth:
            return value
        return entrywise(value, lambda entry: in_unit(entry, measure))

    def key(self, node: tree.Symbol) -> str:
        """A name's key, with bound indices that have a number put in: `y_i` at i = 2 is `y_2`."""
        return symbol_key(with_indices(node, self._index) if self._bound else node)

    def _index(self, index: tree.Node) -> tree.Node | None:
        letters = [symbol_key(part) for part in tree.symbols(index)]
        if not any(one in self._bound for one in letters):
            return None
        if isinstance(index, tree.Product):  # a_{ij} at 1, 2 is a_{12}
            digits = [write_latex(self._index(one) or one) for one in index.factors]
            if not all(len(one) == 1 and one.isdigit() for one in digits):
                raise Refused("indices side by side that are no digits")
            return tree.Number("".join(digits))
        constant = self.number(index).constant
        if constant is None or constant.denominator != 1 or constant < 0:
            raise Refused("a name with an index that is no number")
        return tree.Number(str(constant))

    def _owner(self, key: str) -> Name | None:
        """The vector that a name such as `x_1` is a component of."""
        base, _, index = key.partition("_")
        name = self.model.get(base)
        if name is None or name.kind != "vector" or name.shape is None or not index.isdigit():
            return None
        return name if 1 <= int(index) <= name.shape[0] and name.body is None and not name.parameters else None

    def _free(self, name: Name) -> ExactValue:
        if name.shape is not None and name.kind in {"vector", "matrix"}:
            rows, columns = name.shape
            if max(rows, columns) > LARGEST_SIDE:
                raise Refused("a large matrix")
            return tuple(
                tuple(self._component(name.key, row, column, columns) for column in range(1, columns + 1))
                for row in range(1, rows + 1)
            )
        if name.kind == "complex" and not name.domain:
            parts = (Ratio.atom(Atom("variable", f"{part} {name.key}")) for part in ("Re", "Im"))
            return next(parts) + Ratio.atom(functions.IMAGINARY) * next(parts)
        if name.kind not in _NUMBERS:
            raise Refused(f"{name.key} is no real number")
        return Ratio.atom(Atom("variable", name.key))

    def _component(self, key: str, row: int, column: int, columns: int) -> Ratio:
        label = f"{key}_{row}" if columns == 1 else f"{key}_{{{row}{column}}}"
        return Ratio.atom(Atom("variable", label))

    def _value_of(self, name: Name, arguments: list[ExactValue]) -> ExactValue:
        if name.kind == "complex":
            raise Refused("complex numbers")
        if name.body is None:
            if name.kind not in _NUMBERS or name.domain or not arguments:
                raise Refused(f"nothing is known of the function {name.key}")
            return calculus.unknown(name.key, tuple(map(number, arguments)))
        others = [key for key, value in self._bound.items() if value != Ratio.atom(Atom("variable", key))]
        if not self._depth and self.model.rests_on(name.key, others):
            raise Refused(f"{name.key} is defined by a name that is bound here")
        if len(arguments) == 1 and not isinstance(arguments[0], Ratio) and self._is_of_a_number(name):
            return entrywise(arguments[0], lambda entry: number(self._value_of(name, [entry])))
        bound: dict[str, ExactValue] = {}
        for parameter, argument in zip(name.parameters, arguments, strict=True):
            key = symbol_key(parameter)
            bound[key] = argument
            bound |= dict(zip(self._components(key), entries(argument), strict=False))
        with self.inside(bound):
            for relation in name.domain:
                for sign, ratio in links(self, relation):
                    self.conditions.confine(sign, ratio)
            return self.of(name.body)

    def _is_of_a_number(self, name: Name) -> bool:
        """Whether a function's only parameter is a number, so that it is applied to each entry of a vector."""
        key = symbol_key(name.parameters[0])
        own = self.model.get(key)
        return not self._components(key) and (own is None or (own.shape is None and own.kind in _NUMBERS))

    def _components(self, key: str) -> tuple[str, ...]:
        """The names that a defined vector is made of."""
        name = self.model.get(key)
        body = None if name is None or name.parameters else name.body
        if not isinstance(body, tree.Tuple) or not all(isinstance(one, tree.Symbol) for one in body.items):
            return ()
        return tuple(symbol_key(one) for one in body.items)

    # ---- functions and derivatives

    def apply(self, head: tree.Node, arguments: list[ExactValue]) -> ExactValue:
        """A function of the model, or a derivative of one, at arguments."""
        derived = partial_by_subscript(head, self.model)
        match derived or head:
            case tree.Symbol() as symbol:
                key = symbol_key(symbol)
                name = self.model.get(key)
                if name is None or key in self._bound:
                    raise Refused(f"{key} is not a function here")
                return self._value_of(name, spread(arguments, len(name.parameters)))
            case tree.Group(body=body):
                return self.apply(body, arguments)
            case tree.Prime(operand=operand, order=order):
                return self._at(operand, [(0, order)], arguments)
            case tree.Derivative(operand=operand, variables=variables, orders=orders):
                keys = self.parameters(operand)
                if not set(map(symbol_key, variables)) <= set(keys):
                    raise Refused("a derivative by what is no variable of the function")
                places = [(keys.index(symbol_key(one)), order) for one, order in zip(variables, orders, strict=True)]
                return self._at(operand, places, arguments)
            case tree.Nabla(kind="gradient", subscript=None, operand=operand):
                return self._gradient_at(operand, arguments)
            case _:
                raise Refused("the kernel applies nothing of this kind")

    def parameters(self, operand: tree.Node) -> tuple[str, ...]:
        """The keys of a model function's parameters."""
        name = self.model.named(operand)
        if name is None or not name.parameters or symbol_key(name.symbol) in self._bound:
            raise Refused("a derivative of what is no function of the model")
        if any(self._components(symbol_key(one)) for one in name.parameters):
            raise Refused("a function of a vector")
        return tuple(map(symbol_key, name.parameters))

    def _at(self, operand: tree.Node, places: list[tuple[int, int]], arguments: list[ExactValue]) -> ExactValue:
        """A derivative by parameters, taken with free parameters and then put at the arguments."""
        keys = self.parameters(operand)
        atoms = [self.fresh(key) for key in keys]
        values = spread(arguments, len(keys))
        change = {atom: number(value) for atom, value in zip(atoms, values, strict=True)}
        same = {value.only_atom: Ratio.atom(atom) for atom, value in change.items() if value.only_atom}
        with self.knowing(self.facts.renamed(same)), self.apart(smooth=True) as inner, self._putting(change):
            body = number(self.apply(operand, [Ratio.atom(atom) for atom in atoms]))
            self.note_edges()
            for place, order in places:
                for _ in range(order):
                    body = calculus.derivative(body, atoms[place], inner)
        self.carry(inner, change)
        return calculus.substituted(body, change, self.conditions)

    def _gradient_at(self, operand: tree.Node, arguments: list[ExactValue]) -> ExactValue:
        """A gradient, taken by the function's own variables (a vector's entries each) and then put at the arguments."""
        owner = self.model.named(operand)
        if owner is None or not owner.parameters or owner.key in self._bound:
            raise Refused("a gradient of what is no function of the model")
        own = [entry for one in owner.parameters for entry in _flat(self.of(one))]
        places = [entry for one in arguments for entry in _flat(one)]
        with self.apart(smooth=True) as inner:
            value = gradient_by(self, operand, tuple(own))
        change = {entry.only_atom: place for entry, place in zip(own, places, strict=True) if entry.only_atom}
        self.carry(inner, change)
        return entrywise(value, lambda entry: calculus.substituted(entry, change, self.conditions))

    @contextmanager
    def _putting(self, change: Mapping[Atom, Ratio]) -> Iterator[None]:
        """A branch that is not known yet, with the values that are put in behind."""
        try:
            yield
        except Undistinguished as open_case:
            raise Undistinguished(open_case.branch.at(change)) from None

    def note_edges(self) -> None:
        """Notes that what is differentiated lies inside of its rows."""
        for ratio in self.edges:
            self.conditions.require("≠", ratio)

    def carry(self, inner: Conditions, change: Mapping[Atom, Ratio]) -> None:
        """Conditions gathered apart join these, with atoms replaced."""
        outer = self.conditions
        for found, note in (
            (inner.found, outer.require),
            (inner.declared, outer.confine),
            (inner.obligations, outer.oblige),
        ):
            for sign, ratio in found:
                note(sign, calculus.substituted(ratio, change, outer))

    def slopes(self, node: tree.Node, *orders: tuple[Atom, int]) -> ExactValue:
        """The derivative of a node by variables, with their orders."""
        return entrywise(self.of(node), lambda entry: self.slope(entry, *orders))

    def slope(self, value: Ratio, *orders: tuple[Atom, int]) -> Ratio:
        """The derivative of a number by variables, with their orders; one may stand twice."""
        self.note_edges()
        for atom, order in orders:
            for _ in range(order):
                value = calculus.derivative(value, atom, self.conditions)
        return value

    def derivative(self, node: tree.Derivative) -> ExactValue:
        """A derivative in the place of a value: of the operand, with the variables free for the moment."""
        keys = [self.key(one) for one in node.variables if isinstance(one, tree.Symbol)]
        if len(keys) != len(node.variables):
            raise Refused("a derivative by what is no name")
        outer = {key: number(self.named(key)) for key in keys}
        atoms = {key: self.variable(key, node.operand) for key in keys}
        change = {Atom("variable", key): Ratio.atom(atom) for key, atom in atoms.items()}
        facts = self.facts.renamed(change)
        put = {atoms[key]: outer[key] for key in keys}
        with self.knowing(facts), self.apart(smooth=True) as inner, self._putting(put):
            with self.binding({key: Ratio.atom(atom) for key, atom in atoms.items()}):
                value = self.of(node.operand)
            if isinstance(node.operand, tree.Symbol) and not any(
                set(atoms.values()) <= entry.atoms for entry in entries(value) or (number(value),)
            ):
                raise Refused("what is differentiated does not depend on the variable")
            orders = [(atoms[key], order) for key, order in zip(keys, node.orders, strict=True)]
            value = entrywise(value, lambda entry: self.slope(entry, *orders))
        self.carry(inner, put)
        return entrywise(value, lambda entry: calculus.substituted(entry, put, self.conditions))

    def variable(self, key: str, operand: tree.Node) -> Atom:
        """What it is differentiated by: the name itself, so that what is defined by it varies too; of a function by its
        own parameter, and of a name that has a value, a variable that stands for it for the moment. An entry of a free
        vector or matrix varies as it stands in it.
        """
        owner = self.model.named(operand)
        own = owner is not None and key in map(symbol_key, owner.parameters)
        name, array = self.model.get(key), self.model.get(key.partition("_")[0])
        if array is not None and array.shape is not None and "_" in key and key not in self._bound:
            if array.key in self._bound or (array.body and getattr(name, "body", array.body)):
                raise Refused("a derivative by an entry of what has a value")
            return Atom("variable", key)
        if own or key in self._bound or name is None or name.body is not None:
            return self.fresh(key)
        return Atom("variable", key)

    def of(self, node: tree.Node) -> ExactValue:
        """The meaning of a node. Raises Refused."""
        rule = RULES.get(type(node))
        if rule is None:
            raise Refused(f"the kernel reads no {type(node).__name__}")
        return rule(self, node)


def _flat(value: ExactValue) -> tuple[Ratio, ...]:
    return entries(value) or (number(value),)
